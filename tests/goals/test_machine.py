"""Anything may happen to a person, in any order and late: the stored clocks and breaches stay what an independent
count, day by day, says they are; and deriving them again from nothing gives what is stored.

`bin/test tests/goals/test_machine.py` runs the same short lives each time; with `-m scale` many longer ones, new ones
each time.
"""

from contextlib import contextmanager
from datetime import date, timedelta

import pytest
from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.backends.postgresql.psycopg_any import DateRange
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule, run_state_machine_as_test

from accounts.scope import system_scope
from goals import jobs
from goals.models import Breach, Clock, Extension, GoalVersion, JobRun, Pause
from internships.goals import OFFERED, STARTED
from internships.models import Offer, Placement
from refugees.events import KeyEvent, Source
from refugees.models import BenefitPeriod, Case, JobReadiness, KeyDate
from refugees.takeover import PermitGround
from tests.factories import CaseFactory, CompanyFactory, UnitFactory, UserFactory
from tests.goals import naive

pytestmark = [pytest.mark.django_db(transaction=False), pytest.mark.slow]

BEGINNING = date(2026, 11, 23)
GOALS = [OFFERED, STARTED]
GROUNDS = ["illness", "maternity", "custody", "away"]
# Days before and after today: near each other, so that things meet and overlap.
past = st.integers(-40, 0)
near = st.integers(-30, 20)
lengths = st.one_of(st.none(), st.integers(1, 20))


def after(day: date, days: int) -> date:
    """So many days later, or earlier."""
    return day + timedelta(days=days)


class Life(RuleBasedStateMachine):
    """One case, told to the product and to the naive count beside it."""

    @initialize(takeover=past, extension=st.integers(0, 14))
    def is_born(self, takeover, extension):
        """A case with a takeover, under versions of which some allow more time."""
        self.day = BEGINNING
        self.told = naive.Life()
        self.known: set[tuple[str, str, str]] = set()
        self.noticed: set[tuple[str, str, str]] = set()
        with self.doing():
            GoalVersion.objects.filter(goal__in=GOALS, standard="city").update(max_extension_days=extension)
            unit = UnitFactory()
            self.lise, self.mette = UserFactory(unit=unit), UserFactory(unit=unit, role="team_lead")
            self.company = CompanyFactory()
            self.case = CaseFactory(unit=unit, permit_ground=PermitGround.UKRAINE, opened_on=date(2026, 9, 1))
            for version in GoalVersion.objects.filter(goal__in=GOALS):
                self.told.versions.append(plain(version))
            self.takeover_is(takeover)

    @contextmanager
    def doing(self):
        """Today, as the system."""
        with system_scope("test", day=self.day):
            yield

    def tries(self, verb) -> object | None:
        """What the verb made; None if it refused, and then nothing may have changed."""
        try:
            with transaction.atomic():
                return verb() or True
        except ValidationError:
            return None

    def changed(self):
        """A fact was written: what is over is looked at again."""
        over = {key for key, told in self.told.promises().items() if told.state(self.day) == "over"}
        self.noticed &= over

    # --- the takeover, and being job-ready

    def takeover_is(self, days):
        on = after(self.day, days)
        KeyDate.objects.record(
            case=self.case, event=KeyEvent.TAKEOVER, on=on, source=Source.CITY, by=self.lise
        )
        self.told.takeover = on

    def current(self) -> KeyDate | None:
        return self.case.key_dates.current().filter(event=KeyEvent.TAKEOVER).first()

    @rule(days=near)
    def is_allocated(self, days):
        """An allocation lets the rule propose a takeover, if nobody has confirmed one."""
        with self.doing():
            on = after(self.day, days)
            self.tries(
                lambda: KeyDate.objects.record(
                    case=self.case,
                    event=KeyEvent.ALLOCATION,
                    on=on,
                    source=Source.IMMIGRATION_SERVICE,
                    by=self.lise,
                )
            )
            # Which day the rule proposes is no matter of the engine.
            self.told.takeover = self.case.date_of(KeyEvent.TAKEOVER)
        self.changed()

    @rule(days=near)
    def takeover_is_confirmed(self, days):
        with self.doing():
            on = after(self.day, days)
            if self.tries(lambda: KeyDate.objects.confirm_takeover(case=self.case, by=self.lise, on=on)):
                self.told.takeover = on
        self.changed()

    @rule(days=near)
    def takeover_is_corrected(self, days):
        with self.doing():
            on = after(self.day, days)
            if row := self.current():
                row.correct(on=on, reason="Another letter", by=self.lise)
                self.told.takeover = on
        self.changed()

    @rule()
    def takeover_is_withdrawn(self):
        with self.doing():
            if row := self.current():
                row.withdraw(reason="Another municipality", by=self.lise)
                self.told.takeover = None
        self.changed()

    @rule(days=near, is_ready=st.booleans())
    def readiness_is_decided(self, days, is_ready):
        with self.doing():
            on = after(self.day, days)
            made = self.tries(
                lambda: JobReadiness.objects.decide(
                    case=self.case, is_ready=is_ready, on=on, reason="Talk", by=self.lise
                )
            )
            if made:
                end_open(self.told.ready, on)
                self.told.ready.append([on, None, is_ready, made.pk])
        self.changed()

    @rule(days=near, kind=st.sampled_from(["benefit", "self-supporting"]))
    def lives_on(self, days, kind):
        with self.doing():
            on = after(self.day, days)
            if self.tries(
                lambda: BenefitPeriod.objects.begin(case=self.case, kind=kind, on=on, by=self.lise)
            ):
                end_open(self.told.benefits, on)
                self.told.benefits.append([on, None, kind])
        self.changed()

    # --- internships

    @rule(days=past)
    def is_offered(self, days):
        with self.doing():
            on = after(self.day, days)
            offer = self.tries(
                lambda: Offer.objects.make(
                    case=self.case,
                    company=self.company,
                    kind="internship",
                    offered_on=on,
                    planned_start_on=after(on, 9),
                    today=self.day,
                    by=self.lise,
                )
            )
            if offer:
                self.told.offers[offer.pk] = on
        self.changed()

    @rule(answer=st.sampled_from(["accepted", "declined", "withdrawn"]))
    def is_answered(self, answer):
        """An answer moves nothing: the offer, not the answer, keeps the promise."""
        with self.doing():
            if offer := self.case.internship_offers.filter(answer="").first():
                offer.record_answer(answer=answer, on=self.day, today=self.day, by=self.lise, reason="Far")
        self.changed()

    @rule(days=past)
    def starts(self, days):
        with self.doing():
            on = after(self.day, days)
            row = self.tries(
                lambda: Placement.objects.start(
                    case=self.case, company=self.company, kind="job", on=on, today=self.day, by=self.lise
                )
            )
            self.told.starts[row.pk] = [on, None]
        self.changed()

    @rule(days=past)
    def ends(self, days):
        with self.doing():
            on = after(self.day, days)
            row = Placement.objects.standing().filter(case=self.case, ending="").first()
            if row and self.tries(lambda: row.end(on=on, ending="completed", today=self.day, by=self.lise)):
                self.told.starts[row.pk][1] = on
        self.changed()

    @rule(days=past)
    def start_is_corrected(self, days):
        with self.doing():
            on = after(self.day, days)
            row = Placement.objects.standing().filter(case=self.case).last()
            if row and self.tries(
                lambda: row.correct_start(on=on, reason="A day later", today=self.day, by=self.lise)
            ):
                self.told.starts[row.pk][0] = on
        self.changed()

    @rule()
    def start_is_taken_back(self):
        with self.doing():
            if row := Placement.objects.standing().filter(case=self.case).first():
                row.take_back(reason="Never came", on=self.day, by=self.lise)
                del self.told.starts[row.pk]
        self.changed()

    @rule(days=st.integers(-20, 5))
    def is_closed(self, days):
        with self.doing():
            on = after(self.day, days)
            self.case.close(on=on, reason="moved", by=self.lise)
            self.told.closed = on
        self.changed()

    @rule()
    def is_reopened(self):
        with self.doing():
            self.case.reopen(on=self.day, by=self.lise)
            self.told.closed = None
        self.changed()

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

    @rule(days=near)
    def pause_is_ended(self, days):
        with self.doing():
            pause = Pause.objects.standing().filter(case=self.case, during__endswith=None).first()
            if pause:
                until, first = after(self.day, days), pause.during.lower
                done = self.tries(lambda: pause.end(until=until, by=self.lise, today=self.day))
                assert bool(done) is (until > first)
                if done:
                    self.told.pauses[pause.pk].last = after(until, -1)
        self.changed()

    @rule(days=near, length=lengths, ground=st.sampled_from(GROUNDS), which=st.integers(0, 3))
    def pause_is_corrected(self, days, length, ground, which):
        with self.doing():
            found = list(Pause.objects.standing().filter(case=self.case).order_by("pk"))
            if found:
                old = found[which % len(found)]
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

    @rule(which=st.integers(0, 3))
    def pause_is_withdrawn(self, which):
        with self.doing():
            found = list(Pause.objects.standing().filter(case=self.case).order_by("pk"))
            if found:
                pause = found[which % len(found)]
                pause.withdraw(reason="Another person", by=self.lise, today=self.day)
                del self.told.pauses[pause.pk]
        self.changed()

    # --- extensions, and other versions

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

    @rule(
        goal=st.sampled_from(GOALS),
        standard=st.sampled_from(["city", "law"]),
        days=near,
        span=st.sampled_from([(1, 0), (2, 0), (0, 14), (0, 21), (0, 45)]),
        extension=st.integers(0, 14),
        grounds=st.sets(st.sampled_from(GROUNDS)),
    )
    def another_version_is_in_force(self, goal, standard, days, span, extension, grounds):
        """From a day on the promise is worded otherwise; clocks that start before keep the old wording."""
        with self.doing():
            on = after(self.day, days)
            old = GoalVersion.objects.filter(goal=goal, standard=standard).order_by("valid").last()
            if old and old.valid.lower >= on:
                return
            months, length = span
            with Case.changing([self.case], by=self.lise):
                if old:
                    GoalVersion.objects.filter(pk=old.pk).update(valid=DateRange(old.valid.lower, on))
                GoalVersion.objects.create(
                    goal=goal,
                    standard=standard,
                    amount=months or length,
                    unit="months" if months else "days",
                    pausing_grounds=sorted(grounds),
                    max_extension_days=extension,
                    benefit_only=standard == "law",
                    rule_sets=["RS-UA"] if standard == "law" else [],
                    valid=DateRange(on, None),
                    source="test",
                )
            self.told.versions = [
                plain(version) for version in GoalVersion.objects.filter(goal__in=GOALS).order_by("pk")
            ]
        self.changed()

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
    def every_date_and_state_is_as_counted(self):
        with self.doing():
            stored, promises = self.stored(), self.told.promises()
        self.known |= promises.keys()
        assert stored.keys() == self.known
        for key, clock in stored.items():
            if key not in promises:
                assert (clock.met_on, clock.void_reason) == (None, "withdrawn"), key
                continue
            told = promises[key]
            assert dates(clock) == (told.starts, told.base, told.due, told.met, told.void), key
            assert clock.warn_on == (told.due and after(told.due, -told.warning)), key
            assert [
                (during.lower, during.upper and after(during.upper, -1)) for during in clock.paused
            ] == told.lost
            assert clock.state == told.state(self.day), key

    @invariant()
    def what_is_open_is_over_and_since_the_right_day(self):
        with self.doing():
            found = (
                Breach.objects.open().filter(case=self.case, clock__goal__in=GOALS).select_related("clock")
            )
            since = {
                (b.clock.goal, b.clock.standard, b.clock.occurrence): (b.over_since, bool(b.clock.flagged_on))
                for b in found
            }
            promises = self.told.promises()
            assert since == {key: (after(promises[key].due, 1), True) for key in self.noticed}
            flagged = Clock.objects.filter(case=self.case, goal__in=GOALS, flagged_on__isnull=False)
            assert flagged.count() == len(self.noticed)

    @invariant()
    def deriving_from_nothing_gives_what_is_stored(self):
        with self.doing():
            assert jobs.drifted([self.case.pk]) == []


def plain(version: GoalVersion) -> naive.Version:
    """A version as plain values."""
    months = version.amount if version.unit == "months" else 0
    days = {"months": 0, "weeks": 7, "days": 1}[version.unit] * version.amount
    return naive.Version(
        goal=version.goal,
        standard=version.standard,
        months=months,
        days=days,
        warning=version.warning_days,
        first=version.valid.lower,
        last=after(version.valid.upper, -1) if version.valid.upper else None,
        grounds=set(version.pausing_grounds),
        most_extension=version.max_extension_days,
        benefit_only=version.benefit_only,
    )


def end_open(periods: list[list], on: date) -> None:
    """The open period ends on that day; one that had not begun is taken back."""
    for period in [period for period in periods if period[1] is None]:
        if period[0] >= on:
            periods.remove(period)
        else:
            period[1] = on


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
    live(300, 60)
