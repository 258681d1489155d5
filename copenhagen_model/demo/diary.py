"""The order in which everything happened: stories take turns, day by day, and deadlines are checked in between.

A story is a generator. It yields the day of its next turn and who acts, and is resumed on that day, in a scope of that
day, with the colleague who acts. So facts, lines of history, clocks and breaches carry the days of their time.
"""

import heapq
from collections.abc import Callable, Generator, Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from itertools import count
from typing import Protocol
from zoneinfo import ZoneInfo

from django.conf import settings

from accounts.models import User
from accounts.scope import system_scope
from goals import jobs
from goals.models import Clock
from refugees.models import Case

REASON = "demo city"
NIGHT, MORNING, EVENING = time(0, 15), time(8, 20), time(16, 5)
BETWEEN_TURNS = timedelta(minutes=4)


@dataclass(frozen=True, slots=True)
class Turn:
    """When a story goes on, and who then acts (asked on the day: colleagues come and go)."""

    on: date
    who: Callable[[], User | None] = lambda: None


Story = Generator[Turn, User | None, None]


class Teller(Protocol):
    """Whose story it is; one that is over is told no further."""

    is_over: bool


@dataclass(order=True, slots=True)
class Entry:
    """A story that waits for its turn."""

    on: date
    number: int
    turn: Turn = field(compare=False)
    story: Story = field(compare=False)
    teller: Teller | None = field(compare=False)


class Diary:
    """Everything that is still to happen, in order."""

    def __init__(self, *, until: date, unwatched: tuple[date, date] | None = None) -> None:
        """`until` is the last day told. On `unwatched` days nobody checks deadlines: the worker stood still."""
        self.until = until
        self.unwatched = unwatched
        self._told = date.min
        self.after_breaches: Callable[[date], None] = lambda night: None
        self._waiting: list[Entry] = []
        self._numbers = count()

    def begin(self, story: Story, teller: Teller | None = None) -> None:
        """Take in a story; it may begin on the day that is being told or later."""
        self._wait(next(story, None), story, teller)

    def tell(self) -> Iterator[date]:
        """Tell every day until the last; yields each once it is done."""
        while self._waiting and self._waiting[0].on <= self.until:
            day = self._waiting[0].on
            self.check_deadlines(day)
            with system_scope(REASON, at=moment(day, EVENING)), Case.changing([], by=None):
                self._tell(day)
            self._told = day
            yield day

    def check_deadlines(self, until: date) -> None:
        """Let the sweep run in the night after each deadline that passed, up to that day."""
        with system_scope(REASON):
            due_days = set(Clock.objects.unflagged_over(until).values_list("due_on", flat=True))
        nights = sorted({self._night_after(day) for day in due_days})
        for night in nights:
            if night <= until:
                with system_scope(REASON, at=moment(night, NIGHT)):
                    flagged = jobs.sweep(as_of=night)
                    jobs.deliver_notices()
                if flagged:
                    self.after_breaches(night)

    def _night_after(self, due_on: date) -> date:
        # Told late, a deadline long past is noticed in the next night; no sweep looks back at an older day.
        night = max(due_on, self._told) + timedelta(days=1)
        if self.unwatched and self.unwatched[0] <= night < self.unwatched[1]:
            return self.unwatched[1]
        return night

    def _tell(self, day: date) -> None:
        at = moment(day, MORNING)
        while self._waiting and self._waiting[0].on == day:
            entry = heapq.heappop(self._waiting)
            if entry.teller and entry.teller.is_over:
                entry.story.close()
                continue
            who = entry.turn.who()
            with system_scope(REASON, by=who, at=at):
                try:
                    turn = entry.story.send(who)
                except StopIteration:
                    turn = None
            self._wait(turn, entry.story, entry.teller, day)
            at = min(at + BETWEEN_TURNS, moment(day, EVENING))

    def _wait(self, turn: Turn | None, story: Story, teller: Teller | None, day: date | None = None) -> None:
        if turn:
            on = max(turn.on, day) if day else turn.on
            heapq.heappush(self._waiting, Entry(on, next(self._numbers), turn, story, teller))


def moment(day: date, at: time) -> datetime:
    """That hour of that day in Copenhagen."""
    return datetime.combine(day, at, tzinfo=ZoneInfo(settings.TIME_ZONE))
