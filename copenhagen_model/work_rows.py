"""What the list of a caseworker's cases says of each case that stands on the page. A fixed number of queries."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from copenhagen_model.next_step import NextStep, next_steps
from copenhagen_model.worklist import HINTS, Group, Place
from goals import registry
from goals.models import Clock, State
from refugees.case_frame import household_words
from refugees.models import Case, TeamMember
from refugees.parts import mentor_year_ends

# Of several promises of one area its mark shows the one that says most: what is open, then what went wrong.
TELLING = [
    State.OVER,
    State.DUE_SOON,
    State.RUNNING,
    State.PAUSED,
    State.NOT_STARTED,
    State.MISSED,
    State.MET_LATE,
    State.MET_IN_TIME,
    State.VOID,
]


@dataclass(frozen=True, slots=True)
class Row:
    """One case on the page."""

    case: Case
    place: Place
    sub: str
    clock: Clock | None
    marks: list[Clock]
    step: NextStep | None
    mentors: list[TeamMember]
    mentor_year_ended: bool = False
    without_mentor_since: date | None = None  # the last mentor left within the year


@dataclass(frozen=True, slots=True)
class RowGroup:
    """The rows of one urgency that stand on this page, and how many there are on all pages."""

    key: Group
    count: int
    rows: list[Row] = field(default_factory=list)

    @property
    def title(self) -> str:
        """The heading."""
        return str(self.key.label)

    @property
    def hint(self) -> str:
        """What to do about these cases."""
        return str(HINTS.get(self.key, ""))


def grouped(rows: Iterable[Row], found: Iterable[Place]) -> list[RowGroup]:
    """The rows under the headings of their urgency; a group without rows on this page is left out."""
    counts = Counter(place.group for place in found)
    groups: dict[Group, RowGroup] = {}
    for row in rows:
        key = row.place.group
        groups.setdefault(key, RowGroup(key, counts[key])).rows.append(row)
    return list(groups.values())


def rows_for(places: Sequence[Place], today: date) -> list[Row]:
    """These cases in their order, with everything the page says of them. Eight queries."""
    ids = [place.case_id for place in places]
    found = Case.objects.filter(pk__in=ids).with_takeover().with_household_size().select_related("person")
    cases = {case.pk: case for case in found}
    clocks = list(Clock.objects.filter(case__in=ids).at(today).with_last_safe_day().by_urgency())
    steps = next_steps(cases.values(), today, clocks=clocks)
    clocks_of = by_case(clocks)
    mentors_of = by_case(mentors(ids, today))
    cases_mentoring = {pk: mentoring(cases[pk], mentors_of[pk], today) for pk in ids}
    return [
        Row(
            case=cases[place.case_id],
            place=place,
            sub=about(cases[place.case_id], today),
            clock=next((clock for clock in clocks_of[place.case_id] if clock.pk == place.clock_id), None),
            marks=marks(clocks_of[place.case_id]),
            step=steps.get(place.case_id),
            **cases_mentoring[place.case_id],
        )
        for place in places
    ]


def mentors(case_ids: Sequence[int], today: date) -> Iterable[TeamMember]:
    """The mentors that these cases have had until that day."""
    members = TeamMember.objects.mentors().filter(case__in=case_ids, during__startswith__lte=today)
    return members.select_related("user").order_by("part", "pk")


def mentoring(case: Case, members: Sequence[TeamMember], today: date) -> dict[str, Any]:
    """Who is the mentor; and where there is none, whether one is missed: after the year, nobody is."""
    now = [member for member in members if today in member]
    if now:
        return {"mentors": now}
    # Somebody who got a mentor late has had a whole year of one before it is over.
    begun = min((member.during.lower for member in members), default=case.takeover_on)
    left = max((member.during.upper for member in members), default=None)
    is_over = begun is not None and mentor_year_ends(begun) <= today
    return {"mentors": [], "mentor_year_ended": is_over, "without_mentor_since": None if is_over else left}


def by_case(things: Iterable[Any]) -> dict[int, list[Any]]:
    """What hangs on a case, by the case's key."""
    found = defaultdict(list)
    for thing in things:
        found[thing.case_id].append(thing)
    return found


def marks(clocks: Iterable[Clock]) -> list[Clock]:
    """One mark for each area, five at most: its most urgent open promise, else what became of the latest."""
    order = list(registry.Area)
    # The last one put in stays: sorted from what says least to what says most.
    chosen = {clock.area: clock for clock in sorted(clocks, key=_how_telling)}
    return sorted(chosen.values(), key=lambda clock: order.index(clock.area))


def _how_telling(clock: Clock) -> tuple:
    says = -TELLING.index(clock.state)
    if clock.is_open:
        return True, says, -(clock.due_on or date.max).toordinal()
    return False, clock.starts_on.toordinal(), says


def about(case: Case, today: date) -> str:
    """Case number, day since takeover, how many live together: KM-26-0412 · day 21 · 3 people."""
    home = household_words(case.household_size)
    return " · ".join([case.number, _day(case.takeover_on, today), home])


def _day(takeover_on: date | None, today: date) -> str:
    if takeover_on is None:
        return _("no takeover date")
    if takeover_on == today:
        return _("takeover today")
    if takeover_on > today:
        return _("takeover %(day)s") % {"day": date_format(takeover_on, "MONTH_DAY_FORMAT")}
    return _("day %(day)d") % {"day": (today - takeover_on).days}
