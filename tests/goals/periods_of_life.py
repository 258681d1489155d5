"""The periods of a random life: being job-ready or exempt, and what the person lives on; told, corrected, withdrawn."""

from django.db.backends.postgresql.psycopg_any import DateRange
from hypothesis import strategies as st
from hypothesis.stateful import precondition, rule

from refugees.models import BenefitPeriod, JobReadiness
from tests.goals import naive, naive_periods
from tests.goals.life import Facts, after, near

lengths = st.one_of(st.none(), st.integers(1, 20))
some = st.integers(0, 3)


class Periods(Facts):
    """The same case, of which it is said since when somebody is ready or exempt, on a benefit or not."""

    @rule(days=near, what=st.sampled_from(["ready", "exempt"]))
    def readiness_is_decided(self, days, what):
        with self.doing():
            on, facts = after(self.day, days), {"case": self.case, "by": self.lise} | readiness(what)
            made = self.tries(lambda: JobReadiness.objects.decide(on=on, **facts))
            self.begins(self.told.ready, on, what, made)
        self.changed()

    @rule(days=near, kind=st.sampled_from(["benefit", "self-supporting"]))
    def lives_on(self, days, kind):
        with self.doing():
            on = after(self.day, days)
            made = self.tries(
                lambda: BenefitPeriod.objects.begin(case=self.case, kind=kind, on=on, by=self.lise)
            )
            self.begins(self.told.benefits, on, kind, made)
        self.changed()

    @precondition(lambda self: self.told.ready)
    @rule(days=near, length=lengths, what=st.sampled_from(["ready", "exempt"]), which=some)
    def readiness_is_corrected(self, days, length, what, which):
        self.puts_right(JobReadiness, self.told.ready, which, days, length, what, readiness(what))

    @precondition(lambda self: self.told.benefits)
    @rule(days=near, length=lengths, kind=st.sampled_from(["benefit", "self-supporting"]), which=some)
    def benefit_is_corrected(self, days, length, kind, which):
        told = self.told.benefits
        self.puts_right(BenefitPeriod, told, which, days, length, kind, {"kind": kind})

    @precondition(lambda self: self.told.ready)
    @rule(which=some)
    def readiness_is_withdrawn(self, which):
        self.strikes(JobReadiness, self.told.ready, which)

    @precondition(lambda self: self.told.benefits)
    @rule(which=some)
    def benefit_is_withdrawn(self, which):
        self.strikes(BenefitPeriod, self.told.benefits, which)

    def begins(self, told, on, what, made):
        """The product lets it begin where the plain list has room for it, and nowhere else."""
        assert bool(made) is naive_periods.may_begin(told, on)
        if made:
            naive_periods.begin(told, naive.Period(on, None, what, made.pk))

    def puts_right(self, kind, told, which, days, length, what, facts):
        """One of those that stand was otherwise, unless two would hold on one day."""
        key = told[which % len(told)].key
        first = after(self.day, days)
        until = after(first, length) if length else None
        with self.doing():
            row, during = kind.objects.get(pk=key), DateRange(first, until)
            done = self.tries(lambda: row.correct(during=during, why="Misheard", by=self.lise, **facts))
        now = naive_periods.corrected(told, key, naive.Period(first, until, what, key))
        assert bool(done) is (now is not None)
        if now is not None:
            told[:] = now
        self.changed()

    def strikes(self, kind, told, which):
        """One of those that stand never was."""
        key = told[which % len(told)].key
        with self.doing():
            kind.objects.get(pk=key).withdraw(why="Another person", on=self.day, by=self.lise)
        told[:] = naive_periods.without(told, key)
        self.changed()


def readiness(what):
    """As it is decided: an exemption says why."""
    return {"is_ready": what == "ready", "reason": "" if what == "ready" else "In hospital"}
