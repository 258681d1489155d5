"""The rules of a random life: versions drafted, tried out and put in force; suspended limits of the law."""

from dataclasses import dataclass

from hypothesis import strategies as st
from hypothesis.stateful import precondition, rule

from goals import recalculating
from goals.models import Recalculation, Suspension, VersionDraft
from goals.models.recalculation import Purpose
from tests.goals import naive
from tests.goals.drafting import tried
from tests.goals.life import GOALS, after, near
from tests.goals.periods_of_life import Periods, lengths, some

GROUNDS = ["illness", "maternity", "custody", "away"]
# Mostly as it should be done.
mostly = st.sampled_from([True, True, True, False])


@dataclass
class Draft:
    """A draft, and the same wording as plain values."""

    row: VersionDraft
    worded: naive.Version
    is_tried: bool = False


class Rules(Periods):
    """The same case under rules that change while it runs."""

    def __init__(self):
        super().__init__()
        self.drafts: list[Draft] = []

    @rule(
        goal=st.sampled_from(GOALS),
        standard=st.sampled_from(["city", "law"]),
        days=near,
        span=st.sampled_from([(1, "months"), (2, "months"), (2, "weeks"), (21, "days"), (45, "days")]),
        extension=st.integers(0, 14),
        grounds=st.sets(st.sampled_from(GROUNDS)),
    )
    def version_is_drafted(self, goal, standard, days, span, extension, grounds):
        """From a day on the promise is to be worded otherwise. A draft measures nothing."""
        amount, unit = span
        is_law = standard == "law"
        worded = naive.Version(
            goal=goal,
            standard=standard,
            months=amount if unit == "months" else 0,
            days={"months": 0, "weeks": 7, "days": 1}[unit] * amount,
            warning=7,
            first=after(self.day, days),
            last=None,
            grounds=grounds,
            most_extension=extension,
            benefit_only=is_law,
        )
        with self.doing():
            row = self.tries(
                lambda: VersionDraft.objects.write(
                    goal=goal,
                    standard=standard,
                    amount=amount,
                    unit=unit,
                    pausing_grounds=sorted(grounds),
                    max_extension_days=extension,
                    benefit_only=is_law,
                    rule_sets=["RS-UA"] if is_law else [],
                    valid_from=worded.first,
                    source="A decision",
                    reason="Tried in a test",
                    by=self.lise,
                )
            )
        assert bool(row) is self.told.has_room_for(worded)
        if row:
            self.drafts.append(Draft(row, worded))

    @precondition(lambda self: self.drafts)
    @rule(which=some, is_tried=mostly, is_by_another=mostly)
    def draft_is_put_in_force(self, which, is_tried, is_by_another):
        """Clocks that start from its day on are measured by it; those that started before keep their own."""
        draft = self.drafts[which % len(self.drafts)]
        with self.doing():
            if is_tried:
                tried(draft.row, by=self.lise)
                draft.is_tried = True
            by = self.mette if is_by_another else self.lise
            version = self.tries(lambda: draft.row.activate(edition=draft.row.edition, by=by))
            has_room = self.told.has_room_for(draft.worded)
            assert bool(version) is (draft.is_tried and is_by_another and has_room)
            if version:
                self.drafts.remove(draft)
                self.told.put_in_force(draft.worded)
            self.rules_are_put_to_work()

    @rule(days=near, length=lengths, goals=st.sets(st.sampled_from(GOALS)))
    def limits_are_suspended(self, days, length, goals):
        """The minister suspends limits of the law; the City's own promises run on."""
        with self.doing():
            first = after(self.day, days)
            until = after(first, length) if length else None
            facts = {"goals": sorted(goals), "source": "Order", "by": self.mette}
            made = Suspension.objects.record(from_on=first, until=until, **facts)
            last = after(until, -1) if until else None
            self.told.suspensions[made.pk] = naive.Suspension(first, last, goals)
            self.rules_are_put_to_work()

    @precondition(lambda self: self.told.suspensions)
    @rule(days=near, which=some)
    def suspension_is_ended(self, days, which):
        key = self.some_suspension(which)
        with self.doing():
            until, told = after(self.day, days), self.told.suspensions[key]
            row = Suspension.objects.get(pk=key)
            done = self.tries(lambda: row.end(until=until, by=self.mette))
            assert bool(done) is (until > told.first)
            if done:
                told.last = after(until, -1)
            self.rules_are_put_to_work()

    @precondition(lambda self: self.told.suspensions)
    @rule(which=some)
    def suspension_is_withdrawn(self, which):
        key = self.some_suspension(which)
        with self.doing():
            Suspension.objects.get(pk=key).withdraw(because="Of another country", by=self.mette)
            del self.told.suspensions[key]
            self.rules_are_put_to_work()

    def some_suspension(self, which):
        """One of those that stand."""
        return sorted(self.told.suspensions)[which % len(self.told.suspensions)]

    def rules_are_put_to_work(self):
        """Workers derive every clock again."""
        for run in Recalculation.objects.unfinished().filter(purpose=Purpose.RULES):
            recalculating.carry_through(run.pk)
        self.changed()
