"""From a draft to a version in force: tried out, put in force by somebody else, every clock derived again."""

from datetime import date, timedelta

import pytest
from django.core.exceptions import ValidationError

from goals import jobs, recalculating
from goals.models import (
    Breach,
    Clock,
    EndReason,
    GoalVersion,
    Suspension,
    TrialLine,
    VersionDraft,
)
from goals.models.trial_line import Effect
from refugees.models import CaseLine
from refugees.models.person import StaleEdit
from tests.factories import TODAY, CaseFactory
from tests.goals.drafting import GOAL, STANDARD, data_manager, drafted, put_in_force, tried

pytestmark = pytest.mark.django_db

# The case of the cast was taken over on 2 November: its month runs out on 2 December, two weeks on 16 November.
BACK_DATED = date(2026, 11, 1)
DUE, DUE_IN_TWO_WEEKS = date(2026, 12, 2), date(2026, 11, 16)


@pytest.fixture
def author(unit):
    return data_manager(unit)


@pytest.fixture
def second(unit):
    return data_manager(unit)


def clock_of(case):
    return Clock.objects.get(case=case, goal=GOAL, standard=STANDARD)


def test_a_draft_measures_nothing(case, author):
    drafted(by=author, valid_from=BACK_DATED)

    assert jobs.drifted([case.pk]) == []
    assert clock_of(case).due_on == DUE


def test_a_dry_run_says_what_would_happen_and_changes_nothing(case, author):
    before = list(Clock.objects.order_by("pk").values())

    run = tried(drafted(by=author, valid_from=BACK_DATED), by=author)

    assert run.finished_at
    found = run.numbers
    assert (found["total"], found["done"], found["changed"], found["moved"], found["over"]) == (1, 1, 1, 1, 1)
    line = TrialLine.objects.get(run=run)
    assert (line.old_due_on, line.new_due_on) == (DUE, DUE_IN_TWO_WEEKS)
    assert (line.old_state, line.new_state) == ("running", "over")
    assert line.effects == [Effect.OVER, Effect.MOVED]
    assert list(Clock.objects.order_by("pk").values()) == before


def test_a_version_in_force_measures_what_starts_from_its_day_and_the_old_one_the_rest(
    unit, case, author, second
):
    earlier = CaseFactory(unit=unit, taken_over_on=date(2026, 10, 31))

    version = put_in_force(drafted(by=author, valid_from=BACK_DATED), by=second)

    old, new = GoalVersion.objects.of(GOAL, STANDARD)
    assert new == version
    assert (old.valid.upper, new.valid.lower, new.valid.upper) == (BACK_DATED, BACK_DATED, None)
    assert (clock_of(case).version, clock_of(case).due_on) == (new, DUE_IN_TWO_WEEKS)
    assert (clock_of(earlier).version, clock_of(earlier).due_on) == (old, date(2026, 11, 30))
    assert jobs.reconcile() == 0
    line = CaseLine.objects.get(verb="rules-moved")
    assert (line.case, line.by) == (case, second)
    assert line.details["was"] == DUE.isoformat()
    assert "was Wed 2 Dec 2026" in line.sentence


def test_a_deadline_that_moves_ends_its_breach(case, author, second):
    day = date(2026, 12, 5)
    jobs.sweep(as_of=day)

    put_in_force(drafted(by=author, valid_from=BACK_DATED, amount=3, unit="months"), by=second)

    assert Breach.objects.get(clock__goal=GOAL).end_reason == EndReason.DEADLINE_MOVED
    assert clock_of(case).flagged_on is None


def test_what_is_no_longer_covered_falls_away_and_says_so(case, author, second):
    draft = drafted(by=author, valid_from=BACK_DATED, permit_grounds=["quota"])
    run = tried(draft, by=author)
    assert (run.numbers["uncovered"], run.numbers["moved"], run.numbers["over"]) == (1, 0, 0)

    put_in_force(draft, by=second)

    clock = clock_of(case)
    assert (clock.void_on, clock.void_reason) == (clock.starts_on, "not-covered")
    assert jobs.reconcile() == 0

    again = drafted(by=author, valid_from=date(2026, 11, 2), permit_grounds=[])
    assert tried(again, by=author).numbers["covered"] == 1


def test_nobody_puts_in_force_what_they_wrote_or_edited(case, author, second):
    draft = drafted(by=author, valid_from=BACK_DATED)
    draft.edit(edition=1, by=second, amount=3)
    draft.refresh_from_db()
    tried(draft, by=author)

    for person in (author, second):
        with pytest.raises(ValidationError) as refusal:
            draft.activate(edition=2, by=person)
        assert refusal.value.code == "own"

    assert draft.activate(edition=2, by=data_manager()).amount == 3


def test_only_the_very_text_that_was_tried_out_is_put_in_force(case, author, second):
    draft = drafted(by=author, valid_from=BACK_DATED)
    with pytest.raises(ValidationError) as refusal:
        draft.activate(edition=1, by=second)
    assert refusal.value.code == "untried"

    tried(draft, by=author)
    draft.edit(edition=1, by=author, amount=3)
    draft.refresh_from_db()
    with pytest.raises(ValidationError) as refusal:
        draft.activate(edition=2, by=second)
    assert refusal.value.code == "untried"
    assert GoalVersion.objects.of(GOAL, STANDARD).count() == 1


def suspended(by):
    """The minister suspends the limits of the law from today."""
    return Suspension.objects.record(from_on=TODAY, until=None, source="A decision", by=by)


def another_in_force(by):
    """The law's time for the category is another one from today."""
    put_in_force(drafted(by=data_manager(), goal="categorised", standard="law", valid_from=TODAY), by=by)


@pytest.mark.parametrize(
    "change",
    [
        another_in_force,
        suspended,
        lambda by: Suspension.objects.get().end(until=TODAY + timedelta(days=9), by=by),
        lambda by: Suspension.objects.get().withdraw(because="A mistake", by=by),
    ],
    ids=["another version", "a suspension", "its end", "its withdrawal"],
)
def test_a_dry_run_from_before_another_change_of_rules_is_made_anew(case, author, second, change):
    suspended(author)
    draft = drafted(by=author, valid_from=BACK_DATED)
    tried(draft, by=author)

    change(second)
    with pytest.raises(ValidationError) as refusal:
        draft.activate(edition=1, by=second)

    assert refusal.value.code == "outdated"
    assert GoalVersion.objects.of(GOAL, STANDARD).count() == 1
    tried(draft, by=author)
    assert draft.activate(edition=1, by=second).amount == 2


def test_a_dry_run_that_is_not_finished_is_none(case, author, second):
    draft = drafted(by=author, valid_from=BACK_DATED)
    run = draft.try_out(by=author)
    recalculating.lay_out(run.pk)

    with pytest.raises(ValidationError):
        draft.activate(edition=1, by=second)
    assert draft.try_out(by=author) == run  # one at a time


def test_who_edits_what_somebody_saved_meanwhile_is_shown_it(author, second):
    draft = drafted(by=author, valid_from=BACK_DATED)
    draft.edit(edition=1, by=author, amount=3)

    with pytest.raises(StaleEdit) as stale:
        draft.edit(edition=1, by=second, amount=5)

    assert stale.value.current.amount == 3
    assert VersionDraft.objects.get().amount == 3


def test_a_draft_is_withdrawn_and_stays_to_be_read(author, second):
    draft = drafted(by=author, valid_from=BACK_DATED)
    draft.withdraw(by=author)

    assert list(VersionDraft.objects.pending()) == []
    for verb in (
        lambda: draft.try_out(by=second),
        lambda: draft.activate(edition=1, by=second),
        lambda: draft.edit(edition=1, by=second, amount=1),
    ):
        with pytest.raises(ValidationError, match="meanwhile"):
            verb()


@pytest.mark.parametrize(
    ("valid_from", "words"),
    [
        (date(2015, 12, 31), "Nothing is recorded of what happened before"),
        (date(2016, 1, 1), "starts on the same day"),
    ],
)
def test_a_draft_that_starts_too_early_says_why_at_its_day(author, valid_from, words):
    with pytest.raises(ValidationError) as refusal:
        drafted(by=author, valid_from=valid_from)

    assert words in refusal.value.message_dict["valid_from"][0]
    assert not VersionDraft.objects.exists()


def test_a_draft_that_overlaps_a_later_version_says_so_when_written_and_when_activated(case, author, second):
    early = drafted(by=author, valid_from=date(2026, 6, 1))
    tried(early, by=author)
    put_in_force(drafted(by=author, valid_from=date(2026, 11, 1), amount=3), by=second)

    with pytest.raises(ValidationError) as refusal:
        drafted(by=author, valid_from=date(2026, 6, 1))
    assert "overlap" in refusal.value.message_dict["valid_from"][0]
    with pytest.raises(ValidationError) as refusal:
        early.activate(edition=1, by=second)
    assert "overlap" in refusal.value.message_dict["valid_from"][0]


def test_a_promise_without_an_event_needs_a_time(author):
    with pytest.raises(ValidationError) as refusal:
        drafted(by=author, valid_from=TODAY, amount=None, unit="")

    assert "no event" in refusal.value.message_dict["amount"][0]
