"""What somebody does on weekdays, as promises of several pillars read it: read once for the cases at hand."""

from collections import defaultdict
from datetime import date
from typing import NamedTuple

from accounts.lookups import Question
from goals.cases import Cases
from refugees.models import Occupation

# What an occurrence begins with: the key of the occupation that started it follows.
OCCUPATION = "occupation:"


class Occupied(NamedTuple):
    """An occupation as far as promises read it."""

    pk: int
    kind: str
    started_on: date
    last_on: date | None
    ending: str
    planned_last_on: date | None
    next_step_on: date | None

    def goes_on_after(self, day: date) -> bool:
        """Whether it still goes on after that day, or begins then."""
        return self.started_on > day or self.last_on is None or self.last_on > day


OCCUPIED = Question(
    lambda cases: (
        Occupation.objects.standing()
        .filter(case_id__any_of=cases)
        .in_order()
        .values_list("case_id", *Occupied._fields)
    )
)


def occupied(cases: Cases) -> dict[int, list[Occupied]]:
    """The occupations that stand, by case, in the order of their first days."""
    found: dict[int, list[Occupied]] = defaultdict(list)
    for row in cases.answer(OCCUPIED):
        found[row[0]].append(Occupied._make(row[1:]))
    return found
