"""The list of cases: newest first, a page at a time, at the same cost however many there are.

A page is found by the case it begins after (keyset), never by skipping rows, and nothing counts them all. How the
promises of a case stand is known one layer up: `goals` says it here at start-up.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Exists, OuterRef, QuerySet

from accounts.models import User
from refugees.events import KeyEvent
from refugees.models import Case, KeyDate, TeamMember

PAGE = 50
# So far the list is counted; beyond that it says "more than".
MOST_COUNTED = 200


@dataclass(frozen=True, slots=True)
class Standing:
    """What the layer of the promises adds: a way to narrow the list, and the most urgent promise of each case."""

    choices: Sequence[tuple[str, Any]]
    narrow: Callable[[QuerySet, str, date], QuerySet]
    most_urgent: Callable[[Sequence[int], date], dict[int, Any]]


_standing: list[Standing] = []


def register(standing: Standing) -> None:
    """Let the list tell how promises stand. Called once at start-up."""
    _standing[:] = [standing]


def standing_choices() -> Sequence[tuple[str, Any]]:
    """By what the promises can narrow the list; empty where there are none."""
    return _standing[0].choices if _standing else ()


@dataclass(frozen=True, slots=True)
class Filters:
    """What the address says. Each may be absent."""

    state: str = ""
    caseworker: User | None = None
    without_caseworker: bool = False
    ground: str = ""
    arrived_from: date | None = None
    arrived_to: date | None = None
    closed: str = ""  # "" open ones, "closed", "all"

    def apply(self, cases: QuerySet, day: date) -> QuerySet:
        """The cases that match."""
        if not self.closed:
            cases = cases.open()
        elif self.closed == "closed":
            cases = cases.filter(closed_on__isnull=False)
        if self.ground:
            cases = cases.filter(permit_ground=self.ground)
        if self.without_caseworker:
            cases = cases.nobody_works_on(day)
        elif self.caseworker:
            cases = cases.of_caseworker(self.caseworker, day)
        if self.arrived_from or self.arrived_to:
            cases = cases.filter(Exists(self._taken_over()))
        if self.state and _standing:
            cases = _standing[0].narrow(cases, self.state, day)
        return cases

    def _taken_over(self) -> QuerySet:
        """The takeover in the period, as it is believed now."""
        dates = KeyDate.objects.current().of(KeyEvent.TAKEOVER).filter(case=OuterRef("pk"))
        if self.arrived_from:
            dates = dates.filter(on__gte=self.arrived_from)
        return dates.filter(on__lte=self.arrived_to) if self.arrived_to else dates


@dataclass(frozen=True, slots=True)
class Row:
    """A case on the list: who works on it, what runs out of time first."""

    case: Case
    caseworker: str
    clock: Any


@dataclass(frozen=True, slots=True)
class CasePage:
    """A page of the list, and whether there is more before and after it."""

    rows: list[Row]
    has_newer: bool
    has_older: bool
    count: int  # at most MOST_COUNTED + 1; only for the first page


def page_of_cases(
    user: User, filters: Filters, day: date, *, after: Case | None = None, before: Case | None = None
) -> CasePage:
    """The cases older than `after`, or newer than `before`, or the newest. A fixed number of queries."""
    matching = filters.apply(Case.objects.whole_for(user), day)
    ids = newest(matching, user.case_unit_ids(), after=after, before=before, most=PAGE + 1)
    has_more = len(ids) > PAGE
    # Towards newer cases the page ends at the one it came from; the one too many is the newest.
    ids = ids[-PAGE:] if before else ids[:PAGE]
    count = len(newest(matching, user.case_unit_ids(), most=MOST_COUNTED + 1)) if not (after or before) else 0
    return CasePage(
        rows=_rows(ids, day),
        has_newer=has_more if before else bool(after),
        has_older=True if before else has_more,
        count=count,
    )


def newest(
    cases: QuerySet, units: Iterable[int], *, after: Case | None = None, before: Case | None = None, most: int
) -> list[int]:
    """The keys of the newest cases, newest first.

    Unit by unit, each along its own index: over several units at once the database would have to sort, or to read
    the cases of all the others.
    """
    queries = []
    for unit in units:
        mine = cases.filter(unit_id=unit)
        if before:
            mine = mine.filter(pk__gt=before.pk).order_by("pk")
        else:
            mine = (mine.filter(pk__lt=after.pk) if after else mine).order_by("-pk")
        queries.append(mine.values_list("pk", flat=True)[:most])
    if not queries:
        return []
    found = list(queries[0].union(*queries[1:], all=True)) if len(queries) > 1 else list(queries[0])
    kept = sorted(found, reverse=not before)[:most]
    return sorted(kept, reverse=True)


def _rows(ids: list[int], day: date) -> list[Row]:
    """What the page shows of these cases."""
    cases = Case.objects.filter(pk__in=ids).with_takeover().select_related("person", "unit").order_by("-pk")
    workers = TeamMember.objects.caseworkers().on(day).filter(case__in=ids)
    names = dict(workers.values_list("case", "user__name"))
    clocks = _standing[0].most_urgent(ids, day) if _standing else {}
    return [Row(case, names.get(case.pk, ""), clocks.get(case.pk)) for case in cases]
