"""What the City reports to the state: each pillar registers its rows in the fields of the reporting order.

The fields stand in reporting_fields.json with their source (BEK 113/2026, DFG). This product replaces no reporting
system; it gives the City's own one what was recorded here, so that nothing is typed twice.
"""

import hashlib
import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.conf import settings
from django.db.models import TextChoices
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from accounts.models import Unit
from refugees.models.case import Case
from refugees.models.team import TeamMember

DEFINED = json.loads((settings.BASE_DIR / "refugees/reporting_fields.json").read_text(encoding="utf-8"))
FIELDS = {kind: [field["name"] for field in about["fields"]] for kind, about in DEFINED["kinds"].items()}
# What the state calls a row that was taken back, and one that ended otherwise than agreed.
TAKEN_BACK, BROKEN_OFF = "annulleret", "afbrudt"
YES, NO = "yes", "no"
Value = str | int | None
# What is told of the case as it stands on the day of the report: that it changes is no correction of what happened.
OF_THE_DAY = frozenset({"responsible_caseworker"})


class Reported(TextChoices):
    """What is reported."""

    TALK = "talk", _("Talks")
    MEASURE = "measure", _("Measures")
    CONTRACT = "contract", _("Contracts")
    ABSENCE = "absence", _("Absences")


@dataclass(frozen=True, slots=True)
class ReportRow:
    """One thing that happened, in the state's fields. Its key is the same in every report."""

    kind: Reported
    key: UUID
    case_id: int
    facts: Mapping[str, Value]

    @property
    def is_taken_back(self) -> bool:
        """Whether there was no such thing after all."""
        return self.facts.get("status") == TAKEN_BACK

    @property
    def comparable(self) -> dict[str, Value]:
        """The facts by which it is the same as what was told of it before."""
        return {name: value for name, value in self.facts.items() if name not in OF_THE_DAY}

    @property
    def digest(self) -> str:
        """A word that changes with each of these."""
        return digest_of(self.comparable)


def digest_of(facts: Mapping[str, Value]) -> str:
    """A word that changes with each of these facts, whatever their order."""
    return hashlib.sha256(json.dumps(facts, sort_keys=True, ensure_ascii=False).encode()).hexdigest()


# For any number of cases, in a fixed number of queries: the own fields of the pillar.
Reader = Callable[[Sequence[int]], Iterable[ReportRow]]
_readers: list[Reader] = []


def register(reader: Reader) -> None:
    """Let a pillar report its facts."""
    if reader not in _readers:
        _readers.append(reader)


def rows_of(unit: Unit, day: date) -> Iterator[ReportRow]:
    """All that is to be reported of the cases of a unit, whole: what the pillars tell and what is said of every row."""
    cases = {case.pk: case for case in Case.objects.filter(unit=unit).select_related("person")}
    responsible = TeamMember.objects.caseworker_names(list(cases), day)
    for reader in _readers:
        for row in reader(list(cases)):
            yield _whole(row, cases[row.case_id], responsible)


def row_about(key: UUID, *, case: Case, reader: Reader, day: date) -> ReportRow:
    """The row about one fact of a case, whole, as its pillar tells it."""
    responsible = TeamMember.objects.caseworker_names([case.pk], day)
    return next(_whole(row, case, responsible) for row in reader([case.pk]) if row.key == key)


def _whole(row: ReportRow, case: Case, responsible: Mapping[int, str]) -> ReportRow:
    """With what is said of every row, in the order of the fields."""
    facts = {
        "key": str(row.key),
        "case_number": case.number,
        "person_number": case.person.number,
        "responsible_caseworker": responsible.get(case.pk, ""),
        "responsible_municipality": settings.CITY_NAME,
        "registering_municipality": settings.CITY_NAME,
    } | dict(row.facts)
    whole = {name: facts.get(name, "") for name in FIELDS[row.kind]}
    if unknown := facts.keys() - whole.keys():
        raise LookupError(f"{row.kind} has no field {sorted(unknown)}")
    return ReportRow(row.kind, row.key, row.case_id, whole)


def in_iso(day: date | None) -> str:
    """A day as the report writes it; of a moment, its day in Copenhagen."""
    if day is None:
        return ""
    return (timezone.localtime(day).date() if hasattr(day, "hour") else day).isoformat()


def hours_and_minutes(minutes: int | None) -> tuple[int | None, int | None]:
    """Average hours a week and the minutes beside them, as DFG § 43 asks; nothing where nobody knows."""
    return (None, None) if minutes is None else divmod(minutes, 60)
