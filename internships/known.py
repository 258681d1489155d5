"""What more than one promise of this pillar reads: read once for the cases at hand (goals/cases.py)."""

from collections import defaultdict
from datetime import date
from typing import NamedTuple

from django.db.backends.postgresql.psycopg_any import DateRange

from accounts.lookups import Question
from goals.cases import Cases
from internships.models import Placement
from refugees.models import JobReadiness


class Decided(NamedTuple):
    """A decision on job-readiness as far as the promises read it."""

    pk: int
    is_ready: bool
    during: DateRange


class Placed(NamedTuple):
    """A placement as far as the promises read it."""

    pk: int
    offer_id: int | None
    kind: str
    started_on: date
    last_on: date | None
    ending: str
    planned_last_on: date | None
    next_step_on: date | None


DECIDED = Question(
    lambda cases: (
        JobReadiness.objects.standing()
        .filter(case_id__any_of=cases)
        .order_by("during")
        .values_list("case_id", *Decided._fields)
    )
)
PLACED = Question(
    lambda cases: (
        Placement.objects.standing()
        .filter(case_id__any_of=cases)
        .order_by("started_on", "pk")
        .values_list("case_id", *Placed._fields)
    )
)


def decided(cases: Cases) -> dict[int, list[Decided]]:
    """The decisions on job-readiness that stand, by case, in order."""
    found: dict[int, list[Decided]] = defaultdict(list)
    for row in cases.answer(DECIDED):
        found[row[0]].append(Decided._make(row[1:]))
    return found


def placed(cases: Cases) -> dict[int, list[Placed]]:
    """The placements that stand, by case, in the order of their first days."""
    found: dict[int, list[Placed]] = defaultdict(list)
    for row in cases.answer(PLACED):
        found[row[0]].append(Placed._make(row[1:]))
    return found
