"""A case that no clock can be derived for: the others go on, it is tried again, given up in the end, and shown."""

from datetime import date, timedelta

import pytest
from django.utils import timezone

from goals import jobs, recalculating
from goals.models import Clock, JobRun, Recalculation, RecalculationChunk
from goals.models.recalculation import TRIES, TRY_AGAIN_AFTER
from refugees.models import KeyDate
from tests.goals.drafting import GOAL, STANDARD, data_manager, drafted, tried
from tests.goals.many import many_cases

pytestmark = pytest.mark.django_db

BACK_DATED = date(2026, 11, 1)
# A month after it there is no day any more: counting it fails, as any mistake in a pillar would.
BEYOND_COUNTING = date(9999, 12, 20)


@pytest.fixture
def cases(unit, caseworker):
    return many_cases(3, unit=unit, caseworker=caseworker, taken_over_on=date(2026, 11, 2))


@pytest.fixture
def stuck(cases):
    """The second of three cases can not be derived."""
    takeover = KeyDate.objects.filter(case=cases[1], event="E2")
    was = takeover.get().on
    takeover.update(on=BEYOND_COUNTING)
    yield cases[1]
    takeover.update(on=was)


def after_a_while(run):
    """The next time that somebody wakes the workers."""
    earlier = timezone.now() - TRY_AGAIN_AFTER - timedelta(seconds=1)
    RecalculationChunk.objects.filter(failed_at__isnull=False).update(failed_at=earlier)
    recalculating.carry_through(run.pk)
    run.refresh_from_db()


def in_force():
    """Two weeks instead of a month; the run that is to reach every clock."""
    author = data_manager()
    draft = drafted(by=author, valid_from=BACK_DATED)
    tried(draft, by=author)
    draft.activate(edition=1, by=data_manager())
    return Recalculation.objects.get(purpose="rules")


def moved():
    """The cases whose start is due after two weeks."""
    return set(
        Clock.objects.filter(goal=GOAL, standard=STANDARD, due_on=date(2026, 11, 16)).values_list(
            "case", flat=True
        )
    )


def test_new_rules_reach_every_other_case_and_the_one_is_given_up_after_some_tries(cases, request):
    run = in_force()
    stuck = request.getfixturevalue("stuck")

    recalculating.carry_through(run.pk)

    [chunk] = run.chunks.all()
    assert moved() == {cases[0].pk, cases[2].pk}
    assert (chunk.stuck, chunk.tries, chunk.done_at) == ([stuck.pk], 1, None)
    assert chunk.error.startswith("ValueError, goals/reckoning.py:")
    assert run.numbers["done"] == 2
    recalculating.carry_through(run.pk)  # at once: it is let rest
    assert run.chunks.get().tries == 1

    for tries in range(2, TRIES + 1):
        after_a_while(run)
        assert run.chunks.get().tries == tries

    assert run.finished_at
    assert (run.numbers["total"], run.numbers["done"], run.numbers["stuck"]) == (3, 2, 1)
    assert run.numbers["moved"] == 2


def test_what_was_only_in_the_way_for_a_moment_is_done_by_the_next_try(cases, request):
    run = in_force()
    stuck = request.getfixturevalue("stuck")
    recalculating.carry_through(run.pk)
    KeyDate.objects.filter(case=stuck, event="E2").update(on=date(2026, 11, 2))

    after_a_while(run)

    assert moved() == {case.pk for case in cases}
    assert run.finished_at
    numbers = run.numbers
    assert (numbers["done"], numbers["stuck"], numbers["moved"]) == (3, 0, 3)
    assert not RecalculationChunk.objects.given_up().exists()


def test_a_dry_run_counts_the_others_and_says_how_many_it_could_not(stuck, signed_in, unit):
    author = data_manager(unit)
    draft = drafted(by=author, valid_from=BACK_DATED)
    run = tried(draft, by=author)
    assert run.finished_at is None

    for _try in range(2, TRIES + 1):
        after_a_while(run)

    assert (run.numbers["changed"], run.numbers["stuck"]) == (2, 1)
    html = signed_in(author).get(f"/goals/versions/drafts/{draft.public_id}/").content.decode()
    assert "1 case could not be counted" in html


def test_the_night_tells_whoever_looks_after_the_system(stuck, administrator, signed_in):
    jobs.reconcile()
    run = Recalculation.objects.get(purpose="nightly")

    for _try in range(2, TRIES + 1):
        after_a_while(run)

    beat = JobRun.objects.get(job="reconcile")
    assert (beat.read, beat.drift, beat.errors) == (2, 0, 1)
    html = signed_in(administrator).get("/goals/jobs/").content.decode()
    assert "Cases that could not be counted again" in html
    assert f"case with the key {stuck.pk}" in html
    assert "ValueError, goals/reckoning.py" in html


def test_once_the_cause_is_mended_the_next_night_forgets_it(stuck, administrator, signed_in):
    jobs.reconcile()
    run = Recalculation.objects.get(purpose="nightly")
    for _try in range(2, TRIES + 1):
        after_a_while(run)
    assert RecalculationChunk.objects.given_up().exists()

    KeyDate.objects.filter(case=stuck, event="E2").update(on=date(2026, 11, 2))
    jobs.reconcile()

    assert JobRun.objects.latest("pk").errors == 0
    html = signed_in(administrator).get("/goals/jobs/").content.decode()
    assert "could not be counted again" not in html
