"""One person's weekdays from the takeover on: what they did, when they did nothing, what is planned. Pure."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from accounts.day import ONE_DAY
from internships.models import Offer
from refugees.models import Occupation

SATURDAY = 5


@dataclass(frozen=True, slots=True)
class Why:
    """Days for which something is known that a gap may be about: a pause, an exemption, Danish classes."""

    words: str
    first_on: date
    last_on: date | None = None  # none: it goes on

    def holds_on(self, day: date) -> bool:
        """Whether that day is one of them."""
        return self.first_on <= day and (self.last_on is None or day <= self.last_on)


@dataclass(frozen=True, slots=True)
class Stretch:
    """Some days of it. Without occupations it is a gap; several of them go on side by side."""

    first_on: date
    last_on: date | None  # none: it goes on
    days: int  # so far
    occupations: tuple[Occupation, ...] = ()
    offer: Offer | None = None  # of a planned start
    over_on: date | None = None  # in a gap: the first day on which the time for the next offer was over
    why: tuple[Why, ...] = ()  # in a gap: what is known of its days
    unexplained: int = 0  # in a gap: of how many weekdays nothing is known

    @property
    def is_gap(self) -> bool:
        """Whether nothing was done in these days."""
        return not self.occupations and self.offer is None

    @property
    def mark(self) -> str:
        """Of which sort it is, for its looks."""
        if self.offer:
            return "planned"
        if self.is_gap:
            return "over" if self.over_on else "gap"
        return "busy"


def weekdays(
    occupations: Sequence[Occupation],
    *,
    since: date | None,
    until: date,
    planned: Iterable[Offer] = (),
    over_on: Iterable[date] = (),
    whys: Iterable[Why] = (),
) -> list[Stretch]:
    """Every day from `since` (the takeover) to `until` (today or the closing) is in one of them, or is a weekend.

    What began before `since` is shown from its first day. `planned`: offers with a planned start. `over_on`: the days
    on which the time for a next offer was over. `whys`: what gaps may be about.
    """
    over, known = sorted(over_on), sorted(whys, key=lambda why: (why.first_on, why.words))
    found: list[Stretch] = []
    free_from = since
    for busy in blocks(occupations, until):
        if free_from:
            found += _gap(free_from, busy.first_on - ONE_DAY, over, is_open=False)
        found.append(busy)
        next_on = (busy.last_on or max(until, busy.first_on)) + ONE_DAY
        free_from = max(next_on, since) if since else next_on
    if free_from:
        found += _gap(free_from, until, over, is_open=True)
    found = [_explained(each, known, until) if each.is_gap else each for each in found]
    ahead = sorted(planned, key=lambda offer: (offer.planned_start_on, offer.pk))
    return found + [Stretch(offer.planned_start_on, None, 0, offer=offer) for offer in ahead]


def blocks(occupations: Sequence[Occupation], until: date) -> Iterator[Stretch]:
    """Days in which something went on: what shares a day stands side by side."""
    together: list[Occupation] = []
    last_on: date | None = None
    for each in sorted(occupations, key=lambda row: (row.started_on, row.pk)):
        if together and last_on is not None and each.started_on > last_on:
            yield _block(together, last_on, until)
            together = []
        last_on = _later(last_on, each.last_on) if together else each.last_on
        together.append(each)
    if together:
        yield _block(together, last_on, until)


def _later(one: date | None, other: date | None) -> date | None:
    """The later of two last days; what has none goes on."""
    return max(one, other) if one and other else None


def _block(together: Sequence[Occupation], last_on: date | None, until: date) -> Stretch:
    first_on = together[0].started_on
    return Stretch(first_on, last_on, _days(first_on, last_on or until), tuple(together))


def _gap(first_on: date, last_on: date, over: Sequence[date], *, is_open: bool) -> Iterator[Stretch]:
    """The days between, unless they are a weekend. An open one has no last day yet."""
    days = [first_on + ONE_DAY * number for number in range(min(_days(first_on, last_on), 3))]
    if any(day.weekday() < SATURDAY for day in days):
        gap = Stretch(first_on, None if is_open else last_on, _days(first_on, last_on))
        yield replace(gap, over_on=next((on for on in over if first_on <= on <= last_on), None))


def _explained(gap: Stretch, whys: Sequence[Why], until: date) -> Stretch:
    """The gap with what is known of its days, and of how many of its weekdays nothing is."""
    last_on = gap.last_on or until
    days = (gap.first_on + ONE_DAY * number for number in range(_days(gap.first_on, last_on)))
    ours = tuple(
        why
        for why in whys
        if why.first_on <= last_on and (why.last_on is None or why.last_on >= gap.first_on)
    )
    silent = sum(day.weekday() < SATURDAY and not any(why.holds_on(day) for why in ours) for day in days)
    return replace(gap, why=ours, unexplained=silent)


def _days(first_on: date, last_on: date) -> int:
    return max((last_on - first_on).days + 1, 0)
