"""The passage over all cases behind a draft: one at a time, in chunks, in the way of nothing else."""

from datetime import date, timedelta

import pytest

from goals import jobs, recalculating
from goals.models import Clock, Recalculation, TrialLine
from goals.models.trial_line import Effect
from tests.factories import CaseFactory
from tests.goals.drafting import GOAL, STANDARD, data_manager, drafted, tried

pytestmark = pytest.mark.django_db

# The case of the cast was taken over on 2 November: its month runs out on 2 December, two weeks on 16 November.
BACK_DATED = date(2026, 11, 1)
DUE, DUE_IN_TWO_WEEKS = date(2026, 12, 2), date(2026, 11, 16)


@pytest.fixture
def author(unit):
    return data_manager(unit)


def clock_of(case):
    return Clock.objects.get(case=case, goal=GOAL, standard=STANDARD)


def test_the_nightly_comparison_waits_while_new_rules_are_on_their_way(case, unit, author):
    draft = drafted(by=author, valid_from=BACK_DATED)
    tried(draft, by=author)
    draft.activate(edition=1, by=data_manager(unit))

    assert jobs.reconcile() == 0
    nightly = Recalculation.objects.get(purpose="nightly")
    assert nightly.finished_at is None
    assert clock_of(case).due_on == DUE

    recalculating.carry_through(Recalculation.objects.get(purpose="rules").pk)
    recalculating.carry_through(nightly.pk)

    nightly.refresh_from_db()
    assert nightly.finished_at
    assert (nightly.numbers["drift"], nightly.job_run.errors) == (0, 0)
    assert clock_of(case).due_on == DUE_IN_TWO_WEEKS


def test_a_night_gives_up_a_comparison_that_hung(case):
    hung = Recalculation.objects.begin_nightly()

    assert jobs.reconcile() == 0

    hung.refresh_from_db()
    assert hung.stopped_at
    assert hung.finished_at is None


def test_a_newer_dry_run_takes_the_place_of_the_older_one(case, author):
    draft = drafted(by=author, valid_from=BACK_DATED)
    first, second_run = tried(draft, by=author), tried(draft, by=author)

    assert list(Recalculation.objects.all()) == [second_run]
    assert first != second_run
    assert TrialLine.objects.count() == 1
    jobs.reconcile()
    jobs.reconcile()
    assert Recalculation.objects.filter(purpose="nightly").count() == 1


def test_a_chunk_holds_its_cases_and_the_numbers_are_the_sum(unit, author, settings):
    for days in range(5):
        CaseFactory(unit=unit, taken_over_on=BACK_DATED + timedelta(days=days))
    draft = drafted(by=author, valid_from=BACK_DATED)
    run = draft.try_out(by=author)
    run.lay_out()
    assert run.lay_out() == 1  # once
    assert list(run.chunks.values_list("cases", flat=True)) == [5]

    recalculating.work(run.pk)

    lines = TrialLine.objects.filter(run=run)
    for effect in Effect:
        assert lines.with_effect(effect).count() == run.numbers[effect.value]
    assert lines.count() == run.numbers["changed"] == 5
