"""Why a figure of then is another today: who moved from which outcome to which, and which recorded facts say so.

Two beliefs about the same day are laid beside each other. Nothing is guessed: what led to a belief stands on it
(ClockBelief.changes), and the lines of the case's history that were written in the same change say it in words.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date

from django.db import connection
from django.db.models import QuerySet

from accounts.models import User
from goals.figures import OUTCOME_OF, SELECTIONS, Outcome, Population, promises

BY_RANK = tuple(OUTCOME_OF.values())


@dataclass(frozen=True, slots=True)
class Moved:
    """A person who counts as something else than then; None: was, or is, not among these people."""

    case_id: int
    was: Outcome | None
    now: Outcome | None


@dataclass(frozen=True, slots=True)
class Balance:
    """One outcome: how many then, who came to it and who left it, how many now. The four always fit."""

    outcome: Outcome | None
    then: int
    came: int
    left: int
    now: int


@dataclass(slots=True)
class Difference:
    """One figure as it was known then beside the same figure as it is known on the other day."""

    pairs: Counter[tuple[Outcome | None, Outcome | None]] = field(default_factory=Counter)
    moved: list[Moved] = field(default_factory=list)

    def balance(self, outcome: Outcome | None = None) -> Balance:
        """The line of one outcome; without one, of everybody."""
        of_it = set(Outcome) if outcome is None else {outcome}
        then = sum(count for (was, _now), count in self.pairs.items() if was in of_it)
        now = sum(count for (_was, is_), count in self.pairs.items() if is_ in of_it)
        stayed = sum(count for (was, is_), count in self.pairs.items() if was in of_it and is_ in of_it)
        return Balance(outcome, then, now - stayed, then - stayed, now)

    def balances(self) -> list[Balance]:
        """A line for each outcome that anybody had or has, and at the end everybody."""
        lines = [self.balance(outcome) for outcome in Outcome]
        return [line for line in lines if line.then or line.now] + [self.balance()]

    def count(self, outcomes: Sequence[Outcome], *, then: bool) -> int:
        """How many had one of these outcomes then, or have it on the other day."""
        return sum(count for pair, count in self.pairs.items() if pair[0 if then else 1] in outcomes)

    def who(self, selection: str) -> list[Moved]:
        """Those who came to, or left, what one of the SELECTIONS means; without one, all who moved."""
        if not selection:
            return self.moved
        outcomes, _words = SELECTIONS[selection]
        return [each for each in self.moved if (each.was in outcomes) is not (each.now in outcomes)]


def compare(
    user: User,
    population: Population,
    day: date,
    *,
    goal: str,
    standard: str,
    then: date,
    now: date | None = None,
) -> Difference:
    """The figure of that day as known then, beside the same as known on another day (None: now). One query."""
    sides = (
        promises(user, population, day, goal=goal, standard=standard, known=known) for known in (then, now)
    )
    return between(*sides)


def between(then: QuerySet, now: QuerySet) -> Difference:
    """Two figures of the same question, each as the people it counts with their `rank`. One query."""
    found = Difference()
    for was_rank, is_rank, count, case_ids in _pairs([then, now]):
        was, is_ = (BY_RANK[rank - 1] if rank else None for rank in (was_rank, is_rank))
        found.pairs[was, is_] += count
        if was != is_:
            found.moved += [Moved(case_id, was, is_) for case_id in case_ids]
    order = {outcome: place for place, outcome in enumerate([*Outcome, None])}
    found.moved.sort(key=lambda each: (order[each.was], order[each.now], each.case_id))
    return found


def _pairs(sides: Iterable) -> list[tuple[int | None, int | None, int, list[int] | None]]:
    """How many people stand how on the two sides; of those who do not stand alike, who they are."""
    queries = [side.order_by().values("case_id", "rank").query.sql_with_params() for side in sides]
    (then, then_parameters), (now, now_parameters) = queries
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT a.rank, b.rank, count(*),"  # noqa: S608
            " array_agg(coalesce(a.case_id, b.case_id)) FILTER (WHERE a.rank IS DISTINCT FROM b.rank)"
            f" FROM ({then}) a FULL JOIN ({now}) b USING (case_id) GROUP BY 1, 2",
            (*then_parameters, *now_parameters),
        )
        return cursor.fetchall()
