"""The jobs with real workers, real connections and real kills: each breach once, whatever happens."""

import time
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from threading import Barrier

import pytest
from django.db import connection, connections, transaction
from django.utils import timezone

from goals import jobs, tasks
from goals.models import Breach, Clock, Conversation, Job, JobRun, Notice
from goals.models.breach import SWEEP_CHUNK
from refugees.models import CaseLine
from tests.factories import CaseFactory
from tests.goals.many import many_cases
from tests.people import arranging

PATIENCE = 60  # seconds


@pytest.fixture
def arrange(request):
    """`arrange(n)`: so many cases whose month has run out; with law and City, three clocks over each."""

    def make(number):
        day = timezone.localdate()
        with arranging(day):
            facts = {name: request.getfixturevalue(name) for name in ("unit", "caseworker")}
            many_cases(number, taken_over_on=day - timedelta(days=60), **facts)
        # Whatever the rules of that takeover date are, the law's promise is one of them.
        return count(Clock, goal__startswith="internship-")

    return make


def count(model, **facts):
    with arranging():
        return model.objects.filter(**facts).count()


def wait_until(ready):
    deadline = time.monotonic() + PATIENCE
    while not ready():
        assert time.monotonic() < deadline, "it did not happen in time"
        time.sleep(0.02)


def assert_each_breach_once(clocks):
    """As many as there are clocks, each with its line of history and its notice."""
    with arranging():
        assert Breach.objects.count() == clocks
        assert Breach.objects.values("clock").distinct().count() == clocks
        assert Notice.objects.count() == clocks
        assert CaseLine.objects.filter(verb="breach-opened").count() == clocks
        assert Conversation.objects.count() == Clock.objects.values("case").distinct().count()
        assert not Clock.objects.unflagged_over(timezone.localdate()).exists()


def test_a_second_run_flags_nothing_again(committed_db, arrange):
    clocks = arrange(200)

    assert jobs.sweep() == clocks
    assert jobs.sweep() == 0

    assert_each_breach_once(clocks)


def test_four_runs_at_once_flag_each_breach_once(committed_db, arrange):
    clocks = arrange(400)
    together = Barrier(4)

    def run(_each):
        together.wait()
        try:
            return jobs.sweep()
        finally:
            connection.close()

    with ThreadPoolExecutor(4) as threads:
        flagged = list(threads.map(run, range(4)))

    assert sum(flagged) == clocks > SWEEP_CHUNK
    assert_each_breach_once(clocks)


@pytest.mark.slow
def test_two_workers_at_once_flag_each_breach_once(start_worker, arrange):
    clocks = arrange(300)
    start_worker()
    start_worker()

    tasks.sweep.delay()
    tasks.sweep.delay()

    wait_until(lambda: count(JobRun, job=Job.SWEEP, finished_at__isnull=False) == 2)
    assert_each_breach_once(clocks)


@pytest.mark.slow
def test_a_worker_killed_in_the_middle_loses_nothing_and_the_next_run_doubles_nothing(start_worker, arrange):
    clocks = arrange(1000)
    assert clocks == 3000
    worker = start_worker()
    with transaction.atomic(using="owner"):
        # Somebody holds what the third chunk needs: so the worker stands still in the middle, and is killed there.
        due = Clock.objects.using("owner").filter(goal__startswith="internship-")
        held = due.order_by("pk")[2 * SWEEP_CHUNK + 10]
        Conversation.objects.using("owner").create(
            case_id=held.case_id, unit_id=held.unit_id, subject="internship"
        )
        tasks.sweep.delay()
        wait_until(lambda: somebody_waits_for_a_lock() and count(Breach) == 2 * SWEEP_CHUNK)
        worker.kill()
        transaction.set_rollback(True, using="owner")

    wait_until(lambda: not others_connected())
    assert count(Breach) == count(Notice) == 2 * SWEEP_CHUNK
    assert count(JobRun, finished_at=None) == 1

    start_worker()
    tasks.sweep.delay()

    wait_until(lambda: count(JobRun, finished_at__isnull=False) == 1)
    assert_each_breach_once(clocks)
    with arranging():
        assert JobRun.objects.get(finished_at__isnull=False).flagged == clocks - 2 * SWEEP_CHUNK


def sessions(condition):
    """Sessions of the application on this database, but for our own."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database()"
            f" AND usename = current_user AND pid <> pg_backend_pid() AND {condition}"
        )
        return cursor.fetchone()[0]


def somebody_waits_for_a_lock():
    return sessions("wait_event_type = 'Lock'") > 0


def others_connected():
    return sessions("true") > 0


@pytest.mark.slow
def test_the_day_moves_while_no_worker_runs(start_worker, signed_in, settings, request):
    settings.DEMO = True
    with arranging(timezone.localdate()):
        case = CaseFactory(
            unit=request.getfixturevalue("unit"), taken_over_on=timezone.localdate() - timedelta(days=3)
        )
        due_on = case.clocks.get(goal="internship-started").due_on
        admin = signed_in(request.getfixturevalue("administrator"))
        manager = signed_in(request.getfixturevalue("manager"))
    waiting = "/goals/list/?goal=internship-started&standard=city&state=waiting"
    admin.post("/day/move/", {"day": due_on.isoformat()})
    assert (jobs.sweep(), jobs.reconcile()) == (0, 0)
    assert "Deadlines last checked" not in manager.get("/goals/").content.decode()
    assert admin.get("/healthz/deadlines/").status_code == 200

    admin.post("/day/move/", {"days": "2"})

    assert case.number in manager.get(waiting).content.decode()
    assert "2 days over" in manager.get(f"/cases/{case.public_id}/").content.decode()
    assert "Deadlines last checked" in manager.get("/goals/").content.decode()
    assert admin.get("/healthz/deadlines/").status_code == 503
    assert count(Breach) == 0

    start_worker(DEMO="1")

    wait_until(lambda: count(Breach) == 2 and count(JobRun, finished_at=None) == 0)
    with arranging():
        for breach in Breach.objects.all():
            assert breach.over_since == due_on + timedelta(days=1)
            assert breach.noticed_on == due_on + timedelta(days=2)
            assert breach.days_noticed_late == 1
    html = manager.get("/goals/breaches/").content.decode()
    assert html.count("1 day late") == 2
    assert "Deadlines last checked" not in html
    assert jobs.reconcile() == 0  # the night of that day
    assert admin.get("/healthz/deadlines/").status_code == 200


def test_reconciliation_finds_nothing_where_nothing_drifted(committed_db, arrange):
    arrange(250)

    assert jobs.reconcile() == 0

    with arranging():
        run = JobRun.objects.get(job=Job.RECONCILE)
    assert (run.read, run.drift, run.errors) == (250, 0, 0)
    assert run.finished_at


@pytest.mark.parametrize(
    "change",
    ["due_on = due_on + 9", "met_on = starts_on", "taken_over_on = NULL", "paused = '{\"[2026-01-01,)\"}'"],
)
def test_reconciliation_finds_planted_drift_puts_it_right_and_reports_it(
    committed_db, arrange, change, caplog
):
    arrange(20)
    clocks = count(Clock)
    with arranging():
        victim = Clock.objects.filter(goal__startswith="internship-").order_by("pk")[7]
    with connections["owner"].cursor() as cursor:
        cursor.execute(f"UPDATE goals_clock SET {change} WHERE id = %s", [victim.pk])

    assert jobs.reconcile() == 1
    assert jobs.reconcile() == 0

    with arranging():
        first, second = JobRun.objects.filter(job=Job.RECONCILE).order_by("pk")
        mended = Clock.objects.get(pk=victim.pk)
    assert (first.drift, first.errors, second.drift, second.errors) == (1, 1, 0, 0)
    assert f"the clocks of these cases differed from their facts: [{victim.case_id}]" in caplog.text
    for field in ("due_on", "met_on", "taken_over_on", "paused"):
        assert getattr(mended, field) == getattr(victim, field)
    assert count(Clock) == clocks
