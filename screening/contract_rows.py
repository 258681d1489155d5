"""A row of a list of contracts read as facts. Pure: text in; what is wrong is said in words."""

import re
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.core.exceptions import ValidationError
from django.db.models import TextChoices
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from refugees.intake.columns import squeeze, vocabulary
from refugees.reporting import Value, in_iso
from refugees.staged import Cells
from refugees.state_rows import choice_in, day_in, key_in, sentences
from screening.models import DeclarationMissing, Missing
from screening.models.activity import ActivityKind


class Column(TextChoices):
    """What a row tells of a version of the contract (DFG § 40), and what a version cannot be recorded without."""

    CASE = "case_number", gettext_lazy("Case number")
    PERSON = "person_number", gettext_lazy("CPR or replacement number")
    KEY = "key", gettext_lazy("Key in the system of record")
    STATUS = "contract_status", gettext_lazy("Status")
    GOAL = "goal", gettext_lazy("Goal for work or education")
    ACTIVITIES = "activities", gettext_lazy("Activities")
    DRAWN_UP = "drawn_up_on", gettext_lazy("Drawn up")
    PROGRAMME = "programme_from", gettext_lazy("Programme starts")
    PERSON_SIGNED = "person_signed_on", gettext_lazy("Signed by the person")
    MISSING = "person_missing", gettext_lazy("Why the person's signature is missing")
    FIXED = "fixed_because", gettext_lazy("Why the City fixed the content")
    CITY_SIGNED = "city_signed_on", gettext_lazy("Signed by the City")
    DECLARATION = "declaration_signed_on", gettext_lazy("Declaration signed")
    NO_DECLARATION = "declaration_missing", gettext_lazy("Why the declaration is not signed")


SYNONYMS: dict[TextChoices, str] = {
    Column.CASE: "casenumber sagsnr sagsnummer",
    Column.PERSON: "personnumber cpr cprnr cprnummer personnummer",
    Column.KEY: "key id nogle uniknogle unikid kontraktid",
    Column.STATUS: "contractstatus status kontraktstatus",
    Column.GOAL: "goal mal kontraktmal beskaeftigelsesmal malforarbejdelleruddannelse",
    Column.ACTIVITIES: "activities aktiviteter indhold tilbud",
    Column.DRAWN_UP: "drawnupon udarbejdet udarbejdetden oprettet kontraktdato",
    Column.PROGRAMME: "programmefrom programstart programmetstarter",
    Column.PERSON_SIGNED: "personsignedon underskrevetafborger underskrevetafborgeren borgerensunderskrift",
    Column.MISSING: "personmissing manglendeunderskrift hvorforunderskriftenmangler",
    Column.FIXED: "fixedbecause fastsatafkommunen hvorforfastsat",
    Column.CITY_SIGNED: "citysignedon underskrevetafkommunen kommunensunderskrift",
    Column.DECLARATION: "declarationsignedon erklaeringunderskrevet erklaering",
    Column.NO_DECLARATION: "declarationmissing manglendeerklaering hvorforerklaeringenmangler",
}
VOCABULARY = vocabulary(
    SYNONYMS, needed={Column.CASE, Column.PERSON}, names={Column.GOAL, Column.ACTIVITIES, Column.FIXED}
)
# Squeezed words for a version that is in force, or was; for one that is only a draft; for none after all.
IN_FORCE = frozenset({"", "inforce", "igaeldende", "gaeldende", "ikraft", "underskrevet", "signed", "aktiv"})
DRAFT = frozenset({"draft", "kladde", "udkast"})
LONGEST_GOAL, LONGEST_FIXED, LONGEST_ACTIVITY = 2000, 500, 300


@dataclass(frozen=True, slots=True)
class ContractRow:
    """A concluded version as a row tells it."""

    key: str
    goal: str
    activities: tuple[dict[str, str], ...]
    drawn_up_on: date
    programme_from: date | None
    person_signed_on: date | None
    person_missing: str
    fixed_because: str
    city_signed_on: date
    declaration_signed_on: date | None
    declaration_missing: str

    @property
    def in_force_on(self) -> date:
        """The later of the two signatures."""
        return max(self.city_signed_on, self.person_signed_on or self.city_signed_on)

    @property
    def told(self) -> dict[str, Value]:
        """What it says, in the fields of the state's reporting."""
        return {"event_on": in_iso(self.in_force_on), "goal": self.goal}


def read_contract(cells: Cells, today: date) -> ContractRow:
    """The version of a row. ValidationError with all that is wrong in it."""
    errors: list[ValidationError] = []
    facts: dict[str, Any] = {}
    readers = {
        "key": lambda: key_in(cells, Column.KEY, is_needed=True),
        "goal": lambda: _text(cells, Column.GOAL, LONGEST_GOAL, _("The goal is missing.")),
        "activities": lambda: _activities(cells),
        "drawn_up_on": lambda: _past(cells, Column.DRAWN_UP, today),
        "programme_from": lambda: day_in(cells, Column.PROGRAMME, today),
        "person_signed_on": lambda: _past(cells, Column.PERSON_SIGNED, today),
        "person_missing": lambda: _choice(cells, Column.MISSING, Missing),
        "fixed_because": lambda: _text(cells, Column.FIXED, LONGEST_FIXED),
        "city_signed_on": lambda: _past(cells, Column.CITY_SIGNED, today),
        "declaration_signed_on": lambda: _past(cells, Column.DECLARATION, today),
        "declaration_missing": lambda: _choice(cells, Column.NO_DECLARATION, DeclarationMissing),
        "status": lambda: _refuse_what_is_not_in_force(cells),
    }
    for name, reader in readers.items():
        try:
            facts[name] = reader()
        except ValidationError as error:
            errors.append(error)
    if errors := [*errors, *map(ValidationError, _lacks(facts))]:
        raise ValidationError(sentences(errors))
    del facts["status"]
    signed = [day for day in (facts["person_signed_on"], facts["city_signed_on"]) if day]
    facts["drawn_up_on"] = facts["drawn_up_on"] or min(signed)
    return ContractRow(**facts)


def _in(cells: Cells, column: Column) -> str:
    return cells.get(column, "").strip()


def _text(cells: Cells, column: Column, longest: int, missing: str = "") -> str:
    text = _in(cells, column)
    if missing and not text:
        raise ValidationError(missing)
    if len(text) > longest:
        raise ValidationError(_("The text is too long."))
    return text


def _past(cells: Cells, column: Column, today: date) -> date | None:
    day = day_in(cells, column, today)
    if day and day > today:
        words = _("%(field)s: this day has not come yet.")
        raise ValidationError(words % {"field": column.label})
    return day


def _choice(cells: Cells, column: Column, choices: type[TextChoices]) -> str:
    return choice_in(cells, column, choices) if _in(cells, column) else ""


def _activities(cells: Cells) -> tuple[dict[str, str], ...]:
    """“Danish education: Invented School | Mentor: once a week”: the kind, and what exactly where it is said."""
    found = []
    for part in re.split(r"[|\n]", _in(cells, Column.ACTIVITIES)):
        kind, _colon, what = (text.strip() for text in part.partition(":"))
        if not kind:
            continue
        chosen = ActivityKind(choice_in({"kind": kind}, "kind", ActivityKind))
        what = what or str(chosen.label)
        if len(what) > LONGEST_ACTIVITY:
            raise ValidationError(_("The text is too long."))
        found.append({"kind": chosen.value, "what": what})
    if not found:
        raise ValidationError(_("Write at least one activity."))
    return tuple(found)


def _refuse_what_is_not_in_force(cells: Cells) -> None:
    status = squeeze(_in(cells, Column.STATUS))
    if status in DRAFT:
        raise ValidationError(_("A draft is not taken in: the contract comes once it is signed."))
    if status not in IN_FORCE:
        raise ValidationError(
            _(
                "The contract is not in force there (%(status)s) and is not taken in. If it is here, withdraw it."
            )
            % {"status": _in(cells, Column.STATUS)}
        )


def _lacks(facts: dict[str, Any]) -> list[str]:
    """What does not go together in the row alone, as far as it could be read."""
    found = []
    if "city_signed_on" in facts and facts["city_signed_on"] is None:
        found.append(_("The City's signature is missing: only what was concluded is taken in."))
    if {"person_signed_on", "person_missing"} <= facts.keys() and not (
        facts["person_signed_on"] or facts["person_missing"]
    ):
        found.append(_("Say why the person's signature is missing."))
    if {"declaration_signed_on", "declaration_missing"} <= facts.keys() and not (
        facts["declaration_signed_on"] or facts["declaration_missing"]
    ):
        found.append(_("Say why the declaration is not signed."))
    return found
