"""The promises of an internship, counted once more by somebody who knows nothing of the engine.

Day by day, from lists of plain facts; no function of `goals` is called. Slow, and easy to check by eye.
"""

from calendar import monthrange
from dataclasses import dataclass, field
from datetime import date, timedelta

ONE_DAY = timedelta(days=1)
# Nothing in the tests reaches further.
HORIZON = date(2029, 1, 1)
FIRST = "takeover"


@dataclass
class Version:
    """A wording of a promise, as plain values."""

    goal: str
    standard: str
    months: int
    days: int
    warning: int
    first: date
    last: date | None  # the last day on which it still starts clocks
    grounds: set[str]
    most_extension: int
    benefit_only: bool = False


@dataclass
class Stretch:
    """First and last day of being job-ready; no last day: still so."""

    name: str
    first: date
    last: date | None
    is_empty: bool = False


@dataclass
class Pause:
    """First and last day of a pause."""

    first: date
    last: date | None
    ground: str

    def holds(self, day: date) -> bool:
        """Whether the day is lost."""
        return self.first <= day and (self.last is None or day <= self.last)


@dataclass
class Suspension:
    """First and last day on which the minister suspended limits of the law; no goals: of all of them."""

    first: date
    last: date | None
    goals: set[str]

    def touches(self, version: Version, day: date) -> bool:
        """Whether the day is lost for this promise."""
        is_its = version.standard == "law" and (not self.goals or version.goal in self.goals)
        return is_its and self.first <= day and (self.last is None or day <= self.last)


@dataclass
class Period:
    """Days of being job-ready or exempt, of living on this or that. `after`: the first day on which it is over."""

    first: date
    after: date | None
    what: str
    key: int

    def holds(self, day: date) -> bool:
        """Whether the day lies in it."""
        return self.first <= day and (self.after is None or day < self.after)


@dataclass
class Told:
    """What follows for one promise: its dates."""

    starts: date
    base: date
    due: date | None
    met: date | None
    void: date | None
    version: Version
    lost: list[tuple[date, date | None]] = field(default_factory=list)

    def state(self, day: date) -> str:
        """What it is on that day."""
        if self.met and self.met <= day:
            return "met_in_time" if self.due is None or self.met <= self.due else "met_late"
        if self.void and self.void <= day:
            return "missed" if self.due and self.due < self.void else "void"
        if day < self.starts:
            return "not_started"
        if self.due and day > self.due:
            return "over"
        if any(first <= day and (last is None or day <= last) for first, last in self.lost):
            return "paused"
        if self.due and day >= self.due - timedelta(days=self.version.warning):
            return "due_soon"
        return "running"


@dataclass
class Life:
    """The facts of one person."""

    takeover: date | None = None
    closed: date | None = None
    ready: list[Period] = field(default_factory=list)  # "ready" or "exempt"
    benefits: list[Period] = field(default_factory=list)  # "benefit" or "self-supporting"
    offers: dict[int, date] = field(default_factory=dict)
    starts: dict[int, list] = field(default_factory=dict)  # [first, last or None]
    pauses: dict[int, Pause] = field(default_factory=dict)
    suspensions: dict[int, Suspension] = field(default_factory=dict)
    granted: dict[tuple[str, str, str], int] = field(default_factory=dict)
    versions: list[Version] = field(default_factory=list)

    def promises(self) -> dict[tuple[str, str, str], Told]:
        """Every promise made to this person, by goal, standard and what started it."""
        if self.takeover is None:
            return {}
        found = {}
        for stretch in self.stretches():
            for version in self.versions:
                if version.first <= stretch.first and (version.last is None or stretch.first <= version.last):
                    key = (version.goal, version.standard, stretch.name)
                    found[key] = self.tell(version, stretch, self.granted.get(key, 0))
        return found

    def stretches(self) -> list[Stretch]:
        """Walk from takeover and see on which days the person is exempt."""
        found, day, before = [], self.takeover, None
        if self._exempt(day):
            found.append(Stretch(FIRST, day, day, is_empty=True))
        while day < HORIZON:
            exempt = self._exempt(day)
            if exempt is None and (before is not None or day == self.takeover):
                found.append(Stretch(f"readiness:{before}" if before else FIRST, day, None))
            elif exempt is not None and found and found[-1].last is None:
                found[-1].last = day - ONE_DAY
            if exempt is not None:
                before = exempt
                day += ONE_DAY
            else:
                before = None
                day = self._next_exempt(day)
        return found

    def _exempt(self, day: date) -> int | None:
        keys = (period.key for period in self.ready if period.what == "exempt" and period.holds(day))
        return next(keys, None)

    def _next_exempt(self, day: date) -> date:
        firsts = [period.first for period in self.ready if period.what == "exempt" and period.first > day]
        return min(firsts, default=HORIZON)

    def tell(self, version: Version, stretch: Stretch, granted: int) -> Told:
        """One promise for one stretch of days."""
        met, void = self._met(version.goal, stretch), self._void(version, stretch)
        if met and void:
            # Whichever came first; on one day it was still kept.
            met, void = (met, None) if met <= void else (None, void)
        told = Told(
            starts=stretch.first,
            base=later(stretch.first, version.months, version.days),
            due=None,
            met=met,
            void=void,
            version=version,
        )
        self._use_up(told, version, min(granted, version.most_extension))
        return told

    def _met(self, goal: str, stretch: Stretch) -> date | None:
        is_first = stretch.name == FIRST
        begun = [
            first if is_first else max(first, stretch.first)
            for first, last in self.starts.values()
            if is_first or last is None or last >= stretch.first
        ]
        offered = [on for on in self.offers.values() if is_first or on >= stretch.first]
        return min(begun + (offered if goal == "internship-offered" else []), default=None)

    def _void(self, version: Version, stretch: Stretch) -> date | None:
        days = [self.closed] if self.closed else []
        if stretch.is_empty:
            days.append(stretch.first)
        elif stretch.last:
            days.append(stretch.last + ONE_DAY)
        if version.benefit_only:
            days += [
                max(period.first, stretch.first)
                for period in self.benefits
                if period.what == "self-supporting" and (period.after is None or period.after > stretch.first)
            ]
        return min(days, default=None)

    def _use_up(self, told: Told, version: Version, extension: int) -> None:
        """Walk until every day of the promise is used up; a lost day uses up none."""
        left, day, going = (told.base - told.starts).days + extension, told.starts, None
        while left:
            day += ONE_DAY
            stop = self._stop_on(day, version)
            if stop is not going and told.met and day >= told.met:
                stop = None  # what begins when the promise was kept takes no day from it
            if stop is None:
                left -= 1
            elif stop is going:
                told.lost[-1] = (told.lost[-1][0], day)
            else:
                told.lost.append((day, day))
            if stop and stop.last is None and not self._pause_after(day, version):
                told.lost[-1] = (told.lost[-1][0], None)
                return
            going = stop
        told.due = day

    def _stop_on(self, day: date, version: Version) -> Pause | Suspension | None:
        """What makes this day a lost one: a pause, else the suspension that began first."""
        for pause in self.pauses.values():
            if pause.holds(day) and pause.ground in version.grounds:
                return pause
        found = [each for each in self.suspensions.values() if each.touches(version, day)]
        return min(found, key=lambda each: (each.first, each.last or HORIZON), default=None)

    def _pause_after(self, day: date, version: Version) -> bool:
        return any(pause.first > day and pause.ground in version.grounds for pause in self.pauses.values())

    def latest(self, goal: str, standard: str) -> Version | None:
        """The last wording of a promise."""
        found = [each for each in self.versions if (each.goal, each.standard) == (goal, standard)]
        return max(found, key=lambda each: each.first, default=None)

    def has_room_for(self, version: Version) -> bool:
        """A wording begins after the one before it began."""
        latest = self.latest(version.goal, version.standard)
        return latest is None or latest.first < version.first

    def put_in_force(self, version: Version) -> None:
        """From its first day on it starts clocks, and the one before starts none."""
        latest = self.latest(version.goal, version.standard)
        if latest and (latest.last is None or latest.last >= version.first):
            latest.last = version.first - ONE_DAY
        self.versions.append(version)


def later(day: date, months: int, days: int) -> date:
    """So many calendar months and days after; a month that is too short ends on its last day."""
    number = day.month - 1 + months
    year, month = day.year + number // 12, number % 12 + 1
    return date(year, month, min(day.day, monthrange(year, month)[1])) + timedelta(days=days)
