"""Recalculations with real workers and real kills: every chunk once, whatever happens."""

import time
from datetime import timedelta

import pytest
from django.db import connection, connections, transaction
from django.db.models import Count
from django.utils import timezone

from goals import tasks
from goals.models import Clock, JobRun, Recalculation, RecalculationChunk, TrialLine
from goals.models.recalculation import CHUNK_CASES
from refugees.models import Case, CaseLine
from tests.goals.drafting import GOAL, STANDARD, data_manager, drafted, tried
from tests.goals.many import many_cases
from tests.people import arranging

pytestmark = pytest.mark.slow

CASES = 5 * CHUNK_CASES
PATIENCE = 90  # seconds


@pytest.fixture
def arranged(committed_db, request):
    """A thousand cases in five chunks, and a draft that moves the deadline of each."""
    day = timezone.localdate()
    with arranging(day):
        unit, caseworker = request.getfixturevalue("unit"), request.getfixturevalue("caseworker")
        many_cases(CASES, unit=unit, caseworker=caseworker, taken_over_on=day - timedelta(days=20))
        author = data_manager(unit)
        return drafted(by=author, valid_from=day - timedelta(days=60)), author, data_manager(unit)


def look(question):
    with arranging(timezone.localdate()):
        return question()


def wait_until(ready):
    deadline = time.monotonic() + PATIENCE
    while not look(ready):
        assert time.monotonic() < deadline, "it did not happen in time"
        time.sleep(0.05)


def sessions(condition="true"):
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database()"
            f" AND usename = current_user AND pid <> pg_backend_pid() AND {condition}"
        )
        return cursor.fetchone()[0]


def done():
    return RecalculationChunk.objects.filter(done_at__isnull=False).count()


def hold_a_case_of_the_third_chunk():
    """What a worker needs there; so it stands still in the middle of its chunk."""
    case = Case.objects.using("owner").order_by("pk")[2 * CHUNK_CASES + 50]
    Case.objects.using("owner").select_for_update().get(pk=case.pk)


def stands_still():
    """As if minutes had passed since anything moved."""
    with connections["owner"].cursor() as cursor:
        cursor.execute("UPDATE goals_recalculation SET begun_at = begun_at - interval '5 minutes'")
        cursor.execute("UPDATE goals_recalculationchunk SET done_at = done_at - interval '5 minutes'")


def kill_in_the_third_chunk(start_worker, set_off):
    """Two chunks are done, the third is begun; then the power goes."""
    worker = start_worker()
    with transaction.atomic(using="owner"):
        hold_a_case_of_the_third_chunk()
        set_off()
        wait_until(lambda: done() == 2 and sessions("wait_event_type = 'Lock'") > 0)
        worker.kill()
        transaction.set_rollback(True, using="owner")
    wait_until(lambda: not sessions())
    assert look(done) == 2


def carry_on(start_worker, run):
    stands_still()
    start_worker()
    start_worker()
    tasks.resume_recalculations.delay()
    tasks.resume_recalculations.delay()  # twice: it does no harm
    wait_until(lambda: Recalculation.objects.get(pk=run.pk).finished_at)


def test_a_dry_run_that_was_killed_is_completed_and_nothing_stands_twice(start_worker, arranged):
    draft, author, _second = arranged
    before = look(lambda: list(Clock.objects.order_by("pk").values_list("pk", "due_on")))
    run = look(lambda: draft.try_out(by=author))
    # A dry run takes no lock of a case: it is stopped where it writes its lines.
    worker = start_worker()
    with transaction.atomic(using="owner"), connections["owner"].cursor() as cursor:
        case = Case.objects.using("owner").order_by("pk")[2 * CHUNK_CASES + 50]
        cursor.execute(
            "INSERT INTO goals_trialline (run_id, case_id, unit_id, goal, standard, occurrence, compartment,"
            " starts_on, old_state, new_state, was_covered, is_covered, severity)"
            " VALUES (%s, %s, %s, %s, %s, 'takeover', '', now(), '', '', true, true, 1)",
            [run.pk, case.pk, case.unit_id, GOAL, STANDARD],
        )
        tasks.recalculate.delay(run.pk)
        wait_until(lambda: done() == 2 and sessions("wait_event_type = 'Lock'") > 0)
        worker.kill()
        transaction.set_rollback(True, using="owner")
    wait_until(lambda: not sessions())
    assert look(done) == 2
    assert look(TrialLine.objects.count) == 2 * CHUNK_CASES

    carry_on(start_worker, run)

    numbers = look(lambda: run.numbers)
    assert (numbers["total"], numbers["done"], numbers["changed"], numbers["over"]) == (CASES,) * 4
    assert look(TrialLine.objects.count) == CASES
    assert look(lambda: list(Clock.objects.order_by("pk").values_list("pk", "due_on"))) == before


def test_new_rules_that_were_stopped_in_the_middle_reach_every_clock_once(start_worker, arranged):
    draft, author, second = arranged
    look(lambda: tried(draft, by=author))
    look(RecalculationChunk.objects.all().delete)
    look(lambda: draft.activate(edition=1, by=second))
    run = look(lambda: Recalculation.objects.get(purpose="rules"))

    kill_in_the_third_chunk(start_worker, lambda: tasks.recalculate.delay(run.pk))
    assert look(CaseLine.objects.filter(verb="rules-moved").count) == 2 * CHUNK_CASES
    carry_on(start_worker, run)

    def lines():
        per_case = CaseLine.objects.filter(verb="rules-moved").values("case").annotate(n=Count("pk"))
        return set(per_case.values_list("n", flat=True)), per_case.count()

    assert look(lines) == ({1}, CASES)
    measured = look(lambda: Clock.objects.filter(goal=GOAL, standard=STANDARD, version__draft=draft).count())
    assert measured == CASES


def test_the_night_shares_its_chunks_among_workers_and_beats_its_heart_once(start_worker, arranged):
    start_worker()
    start_worker()

    tasks.reconcile.delay()

    wait_until(lambda: JobRun.objects.filter(job="reconcile", finished_at__isnull=False).exists())
    run = look(lambda: JobRun.objects.get(job="reconcile"))
    assert (run.read, run.drift, run.errors) == (CASES, 0, 0)
    assert look(done) == CASES / CHUNK_CASES
