"""Anything may happen to a person, in any order and late: the stored clocks and breaches stay what an independent
count, day by day, says they are; and deriving them again from nothing gives what is stored.

`bin/test tests/goals/test_machine.py` runs the same short lives each time; with `-m scale` 300 longer ones, new ones
each time, or as many of them as twenty minutes allow.
"""

import time

import pytest
from django.db import transaction
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import invariant, precondition, rule, run_state_machine_as_test

from goals import jobs
from goals.models import Breach, Clock, Extension, JobRun, Pause
from tests.goals import naive
from tests.goals.life import GOALS, after, near
from tests.goals.periods_of_life import lengths
from tests.goals.rules_of_life import GROUNDS, Rules

pytestmark = [pytest.mark.django_db, pytest.mark.slow]

LIVES, LIVES_AT_A_TIME, MINUTES = 300, 10, 20


class Life(Rules):
    """The same case with pauses, extensions and missed runs; and what must hold after each step."""

    # --- pauses

    def meets(self, first, last, but=None) -> bool:
        """Whether another pause holds one of these days."""
        return any(
            (pause.last is None or pause.last >= first) and (last is None or pause.first <= last)
            for key, pause in self.told.pauses.items()
            if key != but
        )

    @rule(days=near, length=lengths, ground=st.sampled_from(GROUNDS))
    def is_paused(self, days, length, ground):
        with self.doing():
            first = after(self.day, days)
            last = after(first, length - 1) if length else None
            until = after(first, length) if length else None
            facts = {"ground": ground, "from_on": first, "until": until, "reason": "Told late"}
            made = self.tries(
                lambda: Pause.objects.begin(case=self.case, by=self.lise, today=self.day, **facts)
            )
            assert bool(made) is not self.meets(first, last)
            if made:
                self.told.pauses[made.pk] = naive.Pause(first, last, ground)
        self.changed()

    @precondition(lambda self: any(pause.last is None for pause in self.told.pauses.values()))
    @rule(days=near)
    def pause_is_ended(self, days):
        with self.doing():
            pause = Pause.objects.standing().get(case=self.case, during__endswith=None)
            until, first = after(self.day, days), pause.during.lower
            done = self.tries(lambda: pause.end(until=until, by=self.lise, today=self.day))
            assert bool(done) is (until > first)
            if done:
                self.told.pauses[pause.pk].last = after(until, -1)
        self.changed()

    @precondition(lambda self: self.told.pauses)
    @rule(days=near, length=lengths, ground=st.sampled_from(GROUNDS), which=st.integers(0, 3))
    def pause_is_corrected(self, days, length, ground, which):
        with self.doing():
            old = self.some_pause(which)
            first = after(self.day, days)
            last = after(first, length - 1) if length else None
            until = after(first, length) if length else None
            facts = {"ground": ground, "from_on": first, "until": until, "reason": "It was otherwise"}
            new = self.tries(lambda: old.correct(by=self.lise, today=self.day, **facts))
            assert bool(new) is not self.meets(first, last, but=old.pk)
            if new:
                del self.told.pauses[old.pk]
                self.told.pauses[new.pk] = naive.Pause(first, last, ground)
        self.changed()

    @precondition(lambda self: self.told.pauses)
    @rule(which=st.integers(0, 3))
    def pause_is_withdrawn(self, which):
        with self.doing():
            pause = self.some_pause(which)
            pause.withdraw(reason="Another person", by=self.lise, today=self.day)
            del self.told.pauses[pause.pk]
        self.changed()

    def some_pause(self, which) -> Pause:
        """One of those that stand."""
        return Pause.objects.get(pk=sorted(self.told.pauses)[which % len(self.told.pauses)])

    # --- extensions

    @rule(days=st.integers(1, 10), which=st.integers(0, 5), is_granted=st.booleans())
    def asks_for_more_time(self, days, which, is_granted):
        with self.doing():
            promises = sorted(self.told.promises())
            if not promises:
                return
            key = promises[which % len(promises)]
            clock = self.stored()[key]
            extension = self.tries(
                lambda: Extension.objects.ask(
                    clock=clock, days=days, reason="Week 50", by=self.lise, today=self.day
                )
            )
            assert bool(extension) is self.has_room(key, days)
            if extension and is_granted:
                extension.grant(by=self.mette, today=self.day)
                self.told.granted[key] = self.told.granted.get(key, 0) + days
            elif extension:
                extension.deny(reason="No", actions="Visit two more", by=self.mette, today=self.day)
        self.changed()

    def has_room(self, key, days) -> bool:
        """Whether the promise is open, and so many days more are within what its version allows."""
        told = self.told.promises()[key]
        is_open = told.state(self.day) in {"not_started", "running", "due_soon", "over", "paused"}
        [limit] = [
            version.most_extension
            for version in self.told.versions
            if (version.goal, version.standard) == key[:2]
            and version.first <= told.starts
            and (version.last is None or told.starts <= version.last)
        ]
        return is_open and self.told.granted.get(key, 0) + days <= limit

    # --- time, and the jobs

    @rule(days=st.integers(1, 20), is_swept=st.booleans())
    def days_pass(self, days, is_swept):
        """Nobody does anything; perhaps no job runs, perhaps one runs late."""
        self.day = after(self.day, days)
        if is_swept:
            self.sweep_runs(1)

    @rule(times=st.integers(1, 2))
    def sweep_runs(self, times):
        """As late as it may be, and perhaps twice."""
        with self.doing():
            for _each in range(times):
                jobs.sweep()
        self.noticed = {key for key, told in self.told.promises().items() if told.state(self.day) == "over"}

    @rule()
    def reconciliation_runs(self):
        with self.doing():
            assert jobs.reconcile() == 0
            assert JobRun.objects.last().drift == 0

    # --- what must always hold

    def stored(self) -> dict[tuple[str, str, str], Clock]:
        clocks = Clock.objects.at(self.day).select_related("version", "case")
        return {
            (clock.goal, clock.standard, clock.occurrence): clock
            for clock in clocks.filter(case=self.case, goal__in=GOALS)
        }

    @invariant()
    def everything_is_as_counted(self):
        promises = self.told.promises()
        self.known |= promises.keys()
        with self.doing():
            stored = self.stored()
            assert stored.keys() == self.known
            for key, clock in stored.items():
                if key in promises:
                    self.is_as_counted(key, clock, promises[key])
                else:
                    assert (clock.met_on, clock.void_reason) == (None, self.why_none(key)), key
            self.what_is_open_is_over_since_the_right_day(stored, promises)
            # Deriving from nothing gives what is stored.
            assert jobs.drifted([self.case.pk]) == []

    def is_as_counted(self, key, clock, told):
        """Every date, the wording it is measured by, the days that do not count, and the state."""
        assert clock.version.valid.lower == told.version.first, key
        assert dates(clock) == (told.starts, told.base, told.due, told.met, told.void), key
        assert clock.warn_on == (told.due and after(told.due, -told.version.warning)), key
        assert [(each.lower, each.upper and after(each.upper, -1)) for each in clock.paused] == told.lost, key
        assert clock.state == told.state(self.day), key

    def why_none(self, key) -> str:
        """Why a clock stands for no promise: what started it is gone, or no wording holds on the day it starts now."""
        names = {stretch.name for stretch in self.told.stretches()} if self.told.takeover else set()
        return "not-covered" if key[2] in names else "withdrawn"

    def what_is_open_is_over_since_the_right_day(self, stored, promises):
        open_breaches = Breach.objects.open().filter(case=self.case, clock__goal__in=GOALS)
        since = dict(open_breaches.values_list("clock", "over_since"))
        assert since == {stored[key].pk: after(promises[key].due, 1) for key in self.noticed}
        assert {key for key, clock in stored.items() if clock.flagged_on} == self.noticed


def dates(clock: Clock) -> tuple:
    """What the naive count says, too."""
    return clock.starts_on, clock.base_due_on, clock.due_on, clock.met_on, clock.void_on


def live(examples: int, steps: int, **options) -> None:
    """Run so many lives of so many events."""

    class Undone(Life):
        """A life in a savepoint of its own."""

        def __init__(self):
            super().__init__()
            self.savepoint = transaction.atomic()
            self.savepoint.__enter__()

        def teardown(self):
            """Everything is undone, so that the next life meets an empty city."""
            transaction.set_rollback(True)
            self.savepoint.__exit__(None, None, None)

    run_state_machine_as_test(
        Undone,
        settings=settings(
            max_examples=examples,
            stateful_step_count=steps,
            deadline=None,
            database=None,
            suppress_health_check=list(HealthCheck),
            **options,
        ),
    )


def test_whatever_happens_the_clocks_are_what_an_independent_count_says():
    live(12, 25, derandomize=True)


@pytest.mark.scale
def test_the_same_for_many_long_lives():
    """New ones each time: so many, or as many as the minutes allow."""
    lived, until = 0, time.monotonic() + MINUTES * 60
    while lived < LIVES and time.monotonic() < until:
        live(LIVES_AT_A_TIME, 60)
        lived += LIVES_AT_A_TIME
        print(f"{lived} lives of 60 events, and no difference", flush=True)
