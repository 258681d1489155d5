"""From dated facts to a deadline: pure functions, no database, no clock on the wall.

One function, `reckon`, serves one case after a change, a million at night, the dry run of a rule and the receipt.
Conventions: the due date is the last day in time; the day after it is over. Periods are half-open, [start, end).
"""

from calendar import monthrange
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from functools import lru_cache
from typing import NamedTuple

ONE_DAY = timedelta(days=1)
ADULT_AGE = 18


class Unit(StrEnum):
    """What an amount of time is counted in. Months are calendar months: 31 January + 1 month = 28 February."""

    DAYS = "days"
    WEEKS = "weeks"
    MONTHS = "months"


class Counted(StrEnum):
    """From where a span is counted."""

    FROM_START = "start"
    BACK = "back"  # it lies before an event
    PAST = "past"  # to be kept before an event, or within the span after it


class Fell(StrEnum):
    """Why a promise fell away."""

    CLOSED = "closed"
    NOT_READY = "not-ready"
    SELF_SUPPORTING = "self-supporting"
    NOT_COVERED = "not-covered"
    WITHDRAWN = "withdrawn"
    IN_WORK = "in-work"
    BROKEN_OFF = "broken-off"
    ENDED = "ended"
    OWN_HOME = "own-home"
    MOVED_OUT = "moved-out"
    OTHER_RULE = "other-rule"  # on leave: said without its ground, which is health-like


@dataclass(frozen=True, slots=True)
class Span:
    """An amount of time, counted from the day after an event."""

    amount: int
    unit: Unit

    def after(self, start: date) -> date:
        """The last day in time. If the month has no such day, its last day."""
        if self.unit == Unit.MONTHS:
            return plus_months(start, self.amount)
        return start + timedelta(days=self.amount * (7 if self.unit == Unit.WEEKS else 1))

    def before(self, event: date) -> date:
        """The last day in time, so much before an event. If the month has no such day, its last day."""
        return Span(-self.amount, self.unit).after(event)


# The cases of a city start on some thousands of days, and a few amounts are counted from each.
@lru_cache(maxsize=65_536)
def plus_months(day: date, months: int) -> date:
    """The same day so many calendar months on; the last day of the month where it has no such day."""
    years, month = divmod(day.month - 1 + months, 12)
    year, month = day.year + years, month + 1
    return date(year, month, day.day if day.day <= 28 else min(day.day, monthrange(year, month)[1]))


class Facts(NamedTuple):
    """What a pillar knows about one case, one goal and one occurrence of it.

    `occurrence` is the stable id of what started the clock, never its date. `planned_on` is when the pillar
    expects the promise to be met; it decides nothing, but a plan beyond the deadline is trouble today. `reached_on`:
    the days on which the goal's first steps were done, in their order; a step undone again stands there no more.
    """

    case_id: int
    goal: str
    occurrence: str
    starts_on: date
    met_on: date | None = None
    void_on: date | None = None
    void_reason: Fell | None = None
    before_on: date | None = None
    planned_on: date | None = None
    reached_on: tuple[date, ...] = ()


@dataclass(frozen=True, slots=True)
class Period:
    """Days from `start` up to, not including, `end`; without end it is still open."""

    start: date
    end: date | None = None
    ground: str = ""

    def holds(self, day: date) -> bool:
        """Whether the day lies in the period."""
        return self.start <= day and (self.end is None or day < self.end)


@dataclass(frozen=True, slots=True)
class Traits:
    """What decides which promises cover a case: its rules, its ground, its age, what it lives on."""

    case_id: int
    unit_id: int
    permit_ground: str
    rule_set: str | None
    takeover_on: date | None
    born_on: date | None
    benefits: tuple[Period, ...] = ()  # ground: "benefit" or "self-supporting"

    @property
    def kind(self) -> tuple[str | None, str, bool]:
        """All that decides which versions cover a case: whoever is alike in it is covered by the same ones."""
        return self.rule_set, self.permit_ground, self.is_adult_at_takeover()

    def is_adult_at_takeover(self) -> bool:
        """The programme is owed to those 18 at takeover (Integration Act § 16(1)); of unknown age, to all."""
        if self.born_on is None or self.takeover_on is None:
            return True
        return plus_months(self.born_on, 12 * ADULT_AGE) <= self.takeover_on


@dataclass(frozen=True, slots=True)
class Terms:
    """A version of a goal as the engine reads it: how long, for whom, what stops it."""

    version_id: int
    goal: str
    standard: str
    span: Span | None  # None: at any time before an event
    warning_days: int
    valid_from: date
    valid_until: date | None  # first day on which it no longer starts clocks
    rule_sets: frozenset[str] = frozenset()  # empty: all
    permit_grounds: frozenset[str] = frozenset()  # empty: all
    adults_only: bool = True
    benefit_only: bool = False
    pausing_grounds: frozenset[str] = frozenset()
    max_extension_days: int = 0  # in all; 0: cannot be extended
    counted: Counted = Counted.FROM_START

    def is_for(self, starts_on: date) -> bool:
        """Whether a clock that starts on that day runs under this version: at most one of each standard."""
        return self.valid_from <= starts_on and (self.valid_until is None or starts_on < self.valid_until)

    def covers(self, traits: Traits) -> bool:
        """Whether this promise is made to a person like this at all."""
        return (
            (not self.rule_sets or traits.rule_set in self.rule_sets)
            and (not self.permit_grounds or traits.permit_ground in self.permit_grounds)
            and (not self.adults_only or traits.is_adult_at_takeover())
        )


class Reckoning(NamedTuple):
    """What follows from the facts: dates, never a state. `due_on` is None while nobody can know it."""

    starts_on: date
    before_on: date | None
    base_due_on: date | None
    due_on: date | None
    warn_on: date | None
    planned_on: date | None
    met_on: date | None
    void_on: date | None
    void_reason: Fell | None
    paused: tuple[Period, ...] = ()


def reckon(
    facts: Facts,
    terms: Terms,
    pauses: Sequence[Period] = (),
    extension_days: int = 0,
    benefits: Sequence[Period] = (),
) -> Reckoning:
    """The deadline of one promise to one person.

    `pauses` are those whose ground stops this version: half-open, disjoint, in order. Each pushes the due date by
    exactly its days that fall before the (pushed) due date; one that is still open leaves the due date unknown.
    The start day is not counted, so a pause on it pushes nothing. `extension_days` are those granted in all; they come
    first, and count no further than the version allows (a corrected start may bring the clock under another one).
    """
    base = base_due(facts, terms)
    due = base
    if base and extension_days:
        due = base + timedelta(days=min(extension_days, terms.max_extension_days))
    met_on, void_on, void_reason = _kept_or_fallen(facts, terms, benefits)
    applied = []
    for pause in pauses:
        start = max(pause.start, facts.starts_on + ONE_DAY)
        if due is None or start > due or (met_on and start >= met_on):
            break
        if pause.end is None:
            applied.append(Period(start, None, pause.ground))
            due = None
        elif pause.end > start:
            applied.append(Period(start, pause.end, pause.ground))
            due += pause.end - start
    # In the order of the fields: by their names it takes longer, and this is done for every clock there is.
    return Reckoning(
        facts.starts_on,
        facts.before_on,
        base,
        due,
        due - timedelta(days=terms.warning_days) if due else None,
        None if facts.met_on else facts.planned_on,
        met_on,
        void_on,
        void_reason,
        tuple(applied),
    )


def _kept_or_fallen(
    facts: Facts, terms: Terms, benefits: Sequence[Period]
) -> tuple[date | None, date | None, Fell | None]:
    """When it was kept, or when and why it fell away: whichever came first decides, and the other is none."""
    void_on, reason = facts.void_on, facts.void_reason
    if terms.benefit_only:
        void_on, reason = _void_without_benefit(facts, benefits)
    if facts.met_on and (void_on is None or facts.met_on <= void_on):
        return facts.met_on, None, None
    # What is done once a promise has fallen away keeps it no more.
    return None, void_on, reason


def base_due(facts: Facts, terms: Terms) -> date | None:
    """The last day in time before any pause: so long after the start, so long before or after an event, or the day
    before it."""
    span, event = terms.span, facts.before_on
    if span and terms.counted is Counted.FROM_START:
        return span.after(facts.starts_on)
    if event is None or span is None:
        return event - ONE_DAY if event else None
    # Never due before it began: of a measure shorter than that, the first day is the last.
    return max(span.before(event) if terms.counted is Counted.BACK else span.after(event), facts.starts_on)


def _void_without_benefit(facts: Facts, benefits: Sequence[Period]) -> tuple[date | None, Fell | None]:
    """A promise to benefit recipients falls away on the first day of self-support, if that comes first."""
    own_means = [
        max(p.start, facts.starts_on)
        for p in benefits
        if p.ground == "self-supporting" and _reaches(p, facts)
    ]
    if own_means and (facts.void_on is None or min(own_means) < facts.void_on):
        return min(own_means), Fell.SELF_SUPPORTING
    return facts.void_on, facts.void_reason


def _reaches(period: Period, facts: Facts) -> bool:
    return period.end is None or period.end > facts.starts_on


Rules = Mapping[str, Sequence[Terms]]


def by_goal(versions: Iterable[Terms]) -> Rules:
    """The versions of each goal."""
    rules = defaultdict(list)
    for terms in versions:
        rules[terms.goal].append(terms)
    return rules


def covering(rules: Rules, traits: Traits) -> Rules:
    """Those of the versions that are about a person like this. The same for all who are alike (`Traits.kind`)."""
    return {goal: [terms for terms in versions if terms.covers(traits)] for goal, versions in rules.items()}
