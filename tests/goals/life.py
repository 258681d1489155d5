"""The facts of a random life, told to the product and to the naive count beside it (test_machine.py)."""

from contextlib import contextmanager
from datetime import date, timedelta

from django.core.exceptions import ValidationError
from django.db import transaction
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, precondition, rule

from accounts.scope import system_scope
from goals.models import GoalVersion
from internships.goals import OFFERED, STARTED
from internships.models import Offer, Placement
from refugees.events import KeyEvent, Source
from refugees.models import KeyDate, Occupation
from refugees.takeover import PermitGround
from tests.factories import CaseFactory, CompanyFactory, UnitFactory, UserFactory
from tests.goals import naive

BEGINNING = date(2026, 11, 23)
GOALS = [OFFERED, STARTED]
# Days before and after today: near each other, so that things meet and overlap.
past = st.integers(-40, 0)
near = st.integers(-30, 20)


def after(day: date, days: int) -> date:
    """So many days later, or earlier."""
    return day + timedelta(days=days)


class Facts(RuleBasedStateMachine):
    """One case: its takeover, internships, closing."""

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

    # --- the takeover

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

    @precondition(lambda self: self.told.offers)
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
            self.told.starts[row.occupation_id] = [on, None]
        self.changed()

    @precondition(lambda self: any(last is None for _first, last in self.told.starts.values()))
    @rule(days=past)
    def ends(self, days):
        with self.doing():
            on = after(self.day, days)
            row = Occupation.objects.standing().filter(case=self.case, ending="").first()
            if row and self.tries(lambda: row.end(on=on, ending="completed", today=self.day, by=self.lise)):
                self.told.starts[row.pk][1] = on
        self.changed()

    @precondition(lambda self: self.told.starts)
    @rule(days=past)
    def start_is_corrected(self, days):
        with self.doing():
            on = after(self.day, days)
            row = Occupation.objects.standing().filter(case=self.case).last()
            if row and self.tries(
                lambda: row.correct_start(on=on, reason="A day later", today=self.day, by=self.lise)
            ):
                self.told.starts[row.pk][0] = on
        self.changed()

    @precondition(lambda self: self.told.starts)
    @rule()
    def start_is_taken_back(self):
        with self.doing():
            if row := Occupation.objects.standing().filter(case=self.case).first():
                row.take_back(reason="Never came", on=self.day, by=self.lise)
                del self.told.starts[row.pk]
        self.changed()

    @rule(days=st.integers(-20, 5))
    def is_closed(self, days):
        with self.doing():
            on = after(self.day, days)
            if self.tries(lambda: self.case.close(on=on, reason="moved", by=self.lise)):
                self.told.closed = on
        self.changed()

    @rule()
    def is_reopened(self):
        with self.doing():
            done = self.tries(lambda: self.case.reopen(on=self.day, by=self.lise))
            assert bool(done) is (self.told.closed is not None)
            self.told.closed = None
        self.changed()


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
