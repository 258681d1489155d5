"""A row of a list of days away read as facts. Pure: text in; what is wrong is said in words.

It brings the days and who told of them. What the person says, the ground and every decision stay with the caseworker.
"""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.core.exceptions import ValidationError
from django.db.models import TextChoices
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from internships.models import ToldBy
from refugees.attended import AttendedKind
from refugees.intake.columns import squeeze, vocabulary
from refugees.reporting import Value, in_iso
from refugees.staged import Cells
from refugees.state_rows import choice_in, day_in, key_in, sentences


class Column(TextChoices):
    """What a row tells of days away from a measure or a class."""

    CASE = "case_number", gettext_lazy("Case number")
    PERSON = "person_number", gettext_lazy("CPR or replacement number")
    KEY = "key", gettext_lazy("Key in the system of record")
    MEASURE = "from_key", gettext_lazy("Key of the measure or class")
    KIND = "type", gettext_lazy("Away from what")
    PLACE = "place", gettext_lazy("Where")
    FIRST = "first_on", gettext_lazy("First day away")
    LAST = "last_on", gettext_lazy("Last day away")
    TOLD_BY = "told_by", gettext_lazy("Told by")
    TOLD_ON = "told_on", gettext_lazy("Told on")
    STATUS = "status", gettext_lazy("Status")


SYNONYMS: dict[TextChoices, str] = {
    Column.CASE: "casenumber sagsnr sagsnummer",
    Column.PERSON: "personnumber cpr cprnr cprnummer personnummer",
    Column.KEY: "key id nogle uniknogle unikid fravaersid",
    Column.MEASURE: "fromkey tilbudsnogle tilbudsid indsatsnogle aktivitetsid",
    Column.KIND: "type art fravaerfra tilbudstype kind",
    Column.PLACE: "place sted hvor where",
    Column.FIRST: "firston forstedag fravaerfradato fra forstefravaersdag",
    Column.LAST: "laston sidstedag fravaertildato til sidstefravaersdag",
    Column.TOLD_BY: "toldby oplystaf meddeltaf",
    Column.TOLD_ON: "toldon oplystden meddeltden",
    Column.STATUS: "status fravaersstatus",
}
VOCABULARY = vocabulary(SYNONYMS, needed={Column.CASE, Column.PERSON}, names={Column.PLACE})
# Squeezed words for: nobody stayed away after all.
CANCELLED = frozenset({"annulleret", "cancelled", "takenback"})


@dataclass(frozen=True, slots=True)
class AwayRow:
    """Days away as a row tells them: from the measure of that key, or from the one of that kind."""

    key: str
    from_key: str
    kind: str
    place: str
    first_on: date
    last_on: date
    told_by: str
    told_on: date

    @property
    def told(self) -> dict[str, Value]:
        """What it says, in the fields of the state's reporting."""
        return {
            "event_on": in_iso(self.first_on),
            "first_on": in_iso(self.first_on),
            "last_on": in_iso(self.last_on),
            "told_by": self.told_by,
            "told_on": in_iso(self.told_on),
        }


def read_away(cells: Cells, today: date) -> AwayRow:
    """The days of a row. ValidationError with all that is wrong in it."""
    errors: list[ValidationError] = []
    facts: dict[str, Any] = {}
    readers = {
        "key": lambda: key_in(cells, Column.KEY, is_needed=True),
        "from_key": lambda: key_in(cells, Column.MEASURE),
        "kind": lambda: choice_in(cells, Column.KIND, AttendedKind) if _in(cells, Column.KIND) else "",
        "first_on": lambda: _past(cells, Column.FIRST, today, is_needed=True),
        "last_on": lambda: _past(cells, Column.LAST, today),
        "told_by": lambda: choice_in(cells, Column.TOLD_BY, ToldBy),
        "told_on": lambda: _past(cells, Column.TOLD_ON, today, is_needed=True),
        "is_cancelled": lambda: squeeze(_in(cells, Column.STATUS)) in CANCELLED,
    }
    for name, reader in readers.items():
        try:
            facts[name] = reader()
        except ValidationError as error:
            errors.append(error)
    if errors := [*errors, *map(ValidationError, _lacks(facts))]:
        raise ValidationError(sentences(errors))
    del facts["is_cancelled"]
    facts["last_on"] = facts["last_on"] or facts["first_on"]
    return AwayRow(place=_in(cells, Column.PLACE), **facts)


def _in(cells: Cells, column: Column) -> str:
    return " ".join(cells.get(column, "").split())


def _past(cells: Cells, column: Column, today: date, *, is_needed: bool = False) -> date | None:
    day = day_in(cells, column, today)
    if (is_needed and day is None) or (day and day > today):
        words = _("%(field)s: the day is missing, or has not come yet.")
        raise ValidationError(words % {"field": column.label})
    return day


def _lacks(facts: dict[str, Any]) -> list[str]:
    """What does not go together in the row alone, as far as it could be read."""
    found = []
    if facts.get("is_cancelled"):
        found.append(
            _(
                "The absence was cancelled (annulleret) and is not taken in. If it is recorded here, take it back."
            )
        )
    first_on, last_on = facts.get("first_on"), facts.get("last_on")
    if first_on and last_on and last_on < first_on:
        found.append(_("The last day is not before the first."))
    if facts.get("from_key") == "" and facts.get("kind") == "":
        found.append(_("Say from what: the key of the measure or class, or its kind."))
    return found
