"""A caseworker's cases in order of urgency. Where each stands is read for all of them, the rest for one page.

Groups, from the top: over a deadline; due soon, planned too late or past the planned day, with a takeover to confirm,
somebody to chase, a task whose day has come, a concern or early-warning sign, days away to decide about or an
appointment today or tomorrow; waiting for others; on track; without an open goal. A case stands in the first that
fits, so that waiting hides no deadline.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID

from django.db.models import TextChoices
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from accounts.models import User
from copenhagen_model.unplanned import without_next_step
from goals.models import Clock, Urgency
from internships.models import StayedAwayDecision
from mentoring.models import Concern
from refugees.models import Appointment, Case, Task, Waiting, WarningSign

ARRIVAL = timedelta(days=30)
"""How far back and ahead of today a takeover makes somebody a new arrival."""

CONFIRM_AHEAD = timedelta(days=7)
"""So many days before a proposed takeover date somebody must confirm it."""


class Group(TextChoices):
    """Where a case stands in the list. The order is that of urgency."""

    OVER = "over", _("Over the deadline")
    DUE_SOON = "due_soon", _("Due soon")
    WAITING = "waiting", _("Waiting for others")
    ON_TRACK = "on_track", _("On track")
    NO_GOAL = "no_goal", _("No open goal")


HINTS = {
    Group.OVER: _("Act today, and write down why"),
    Group.DUE_SOON: _(
        "The deadline is near, the plan misses it or has passed, or there is a takeover to confirm, somebody to chase,"
        " a task to do, a concern or an early-warning sign to answer, days away to decide about or an appointment today"
        " or tomorrow"
    ),
    Group.WAITING: _("Nothing to do before the day to chase"),
}
ORDER = list(Group)


class View(TextChoices):
    """A saved view of the list: a name, an address, a count."""

    ATTENTION = "attention", _("Needs attention")
    ALL = "all", _("All my cases")
    ARRIVALS = "arrivals", _("New arrivals")
    WAITING = "waiting", _("Waiting for others")
    UNPLANNED = "unplanned", _("Without a next step")


@dataclass(frozen=True, slots=True)
class Place:
    """Where one case stands in the list, and which promise put it there."""

    case_id: int
    public_id: UUID
    group: Group
    on: date  # what it is sorted by within the group
    clock_id: int | None
    is_arrival: bool
    is_waiting: bool
    is_planned: bool

    @property
    def key(self) -> tuple[int, date, UUID]:
        """The order of the list; no two cases share one."""
        return ORDER.index(self.group), self.on, self.public_id

    def is_in(self, view: View) -> bool:
        """Whether the case belongs to that saved view."""
        match view:
            case View.ATTENTION:
                return self.group in {Group.OVER, Group.DUE_SOON}
            case View.ARRIVALS:
                return self.is_arrival
            case View.WAITING:
                return self.is_waiting
            case View.UNPLANNED:
                return not self.is_planned
        return True


def places(user: User, today: date, *, goal: str = "", of: User | None = None) -> list[Place]:
    """Where each of this caseworker's open cases stands, most urgent first. Nine queries, however many cases.

    With a goal, only the cases where it is open, each at the place which that goal gives it. `of`: another's cases, as
    far as this person sees them.
    """
    mine = Case.objects.whole_for(user).of_caseworker(of or user, today).open()
    unplanned = set(without_next_step(mine, today).values_list("pk", flat=True))
    mine = mine.with_takeover()
    cases = mine.values_list("pk", "public_id", "takeover_on", "takeover_is_proposed")
    rows = {row[0]: row for row in cases}
    clocks = Clock.objects.filter(case__in=list(rows))
    clocks = clocks.filter(goal=goal) if goal else clocks
    first = {row[0]: row[1:] for row in _first(clocks, today)}
    chase = dict(
        Waiting.objects.open()
        .filter(case__in=list(rows))
        .order_by("-chase_on")
        .values_list("case", "chase_on")
    )
    tasks = Task.objects.due(today).filter(case__in=list(rows)).order_by("-due_on")
    due = dict(tasks.values_list("case", "due_on"))
    signs = WarningSign.objects.open().filter(case__in=list(rows)).order_by("-on")
    noted = dict(signs.values_list("case", "on"))
    concerns = Concern.objects.open().filter(case__in=list(rows)).order_by("-raised_on")
    worries = dict(concerns.values_list("case", "raised_on"))
    away = StayedAwayDecision.objects.due(today).filter(case__in=list(rows))
    decides = {row.case_id: row.due_on for row in away}
    agreed = Appointment.objects.standing().near(today).filter(case__in=list(rows))
    meets = dict(agreed.order_by("-starts_at").values_list("case", "starts_at"))
    found = [
        _place(
            row,
            first.get(pk),
            chase.get(pk),
            [due.get(pk), noted.get(pk), worries.get(pk), decides.get(pk), _day_of(meets.get(pk), today)],
            today,
            is_planned=pk not in unplanned,
        )
        for pk, row in rows.items()
        if pk in first or not goal
    ]
    return sorted(found, key=lambda place: place.key)


def _first(clocks, today: date) -> Iterable[tuple]:
    return clocks.most_urgent(today).values_list("case_id", "pk", "urgency", "due_on")


def _day_of(starts_at: datetime | None, today: date) -> date | None:
    """The day of an appointment; of one that began before, today."""
    return max(timezone.localdate(starts_at), today) if starts_at else None


def _place(
    row: tuple,
    first: tuple | None,
    chase_on: date | None,
    agreed: Sequence[date | None],
    today: date,
    *,
    is_planned: bool,
) -> Place:
    case_id, public_id, takeover_on, is_proposed = row
    clock_id, urgency, due_on = first or (None, None, None)
    is_to_confirm = bool(is_proposed) and takeover_on <= today + CONFIRM_AHEAD
    to_do = [takeover_on if is_to_confirm else None, *agreed]
    to_do.append(chase_on if chase_on and chase_on <= today else None)
    group, on = _group(urgency, due_on, chase_on, [day for day in to_do if day])
    return Place(
        case_id=case_id,
        public_id=public_id,
        group=group,
        on=on or date.max,
        clock_id=clock_id,
        is_arrival=takeover_on is None or abs(takeover_on - today) <= ARRIVAL,
        is_waiting=chase_on is not None,
        is_planned=is_planned,
    )


def _group(
    urgency: int | None, due_on: date | None, chase_on: date | None, to_do: list[date]
) -> tuple[Group, date | None]:
    """The first group that fits, and the date that the case is sorted by in it. `to_do`: the days that have come."""
    if urgency == Urgency.OVER:
        return Group.OVER, due_on
    if urgency == Urgency.SOON or to_do:
        dates = [*to_do, due_on] if urgency == Urgency.SOON and due_on else to_do
        return Group.DUE_SOON, min(dates, default=None)
    if chase_on:
        return Group.WAITING, chase_on
    return (Group.NO_GOAL, None) if urgency is None else (Group.ON_TRACK, due_on)


@dataclass(frozen=True, slots=True)
class Stretch:
    """One page of the list, and the keys of its neighbours; None where there is none."""

    places: Sequence[Place]
    before: str | None
    after: str | None


def stretch(found: Sequence[Place], *, start: str, size: int) -> Stretch:
    """The part of the list that begins at a key, by `key_of`. A list that fits is never cut.

    By key and not by number, so that a case which leaves the list meanwhile moves nobody to a page already read.
    """
    if len(found) <= size:
        return Stretch(found, None, None)
    key = read_key(start)
    first = next((number for number, place in enumerate(found) if place.key >= key), 0) if key else 0
    last = first + size
    return Stretch(
        places=found[first:last],
        before=key_of(found[max(first - size, 0)]) if first else None,
        after=key_of(found[last]) if last < len(found) else None,
    )


def key_of(place: Place) -> str:
    """The key of a place as it stands in an address."""
    return f"{place.group}.{place.on.isoformat()}.{place.public_id}"


def read_key(text: str) -> tuple[int, date, UUID] | None:
    """The key again; None for what is none."""
    try:
        group, on, public_id = text.split(".")
        return ORDER.index(Group(group)), date.fromisoformat(on), UUID(public_id)
    except ValueError:
        return None
