"""What a load balancer and a watchdog hear."""

import re
from datetime import timedelta

import pytest
from django.db import connection

from accounts.day import now
from goals.models import Job, JobRun
from tests.factories import TODAY


@pytest.mark.django_db
def test_a_process_that_reaches_its_database_is_healthy(client):
    answer = client.get("/healthz/")

    assert (answer.status_code, answer.content) == (200, b"ok\n")
    assert "no-store" in answer["Cache-Control"]


def test_a_process_that_does_not_reach_its_database_says_so(committed_db, client, monkeypatch):
    connection.close()
    with monkeypatch.context() as changed:
        changed.setitem(connection.settings_dict, "HOST", "/nowhere")
        answer = client.get("/healthz/")

    assert (answer.status_code, answer.content) == (503, b"the database does not answer\n")


@pytest.mark.django_db
def test_deadlines_that_were_never_checked_are_not_well(client):
    answer = client.get("/healthz/deadlines/")

    assert (answer.status_code, answer.content) == (503, b"deadlines have not been checked yet\n")


@pytest.mark.django_db
@pytest.mark.parametrize(("hours", "status"), [(0, 200), (25.9, 200), (26.1, 503)])
def test_a_check_of_deadlines_is_well_for_26_hours(client, hours, status):
    run = JobRun.objects.begin(Job.SWEEP, as_of=TODAY)
    run.finish()
    JobRun.objects.filter(pk=run.pk).update(finished_at=run.finished_at - timedelta(hours=hours))

    answer = client.get("/healthz/deadlines/")

    assert answer.status_code == status
    assert re.fullmatch(rb"deadlines checked 2026-11-2\dT\d\d:\d\d\+01:00\n", answer.content)
    assert "no-store" in answer["Cache-Control"]


@pytest.mark.django_db
def test_a_check_that_failed_or_never_ended_is_no_check(client):
    JobRun.objects.begin(Job.SWEEP, as_of=TODAY)
    JobRun.objects.begin(Job.SWEEP, as_of=TODAY).finish(errors=1)
    JobRun.objects.begin(Job.RECONCILE, as_of=TODAY).finish()

    assert client.get("/healthz/deadlines/").status_code == 503


def ago(run, hours):
    """Let it have begun and ended so long ago."""
    moment = now() - timedelta(hours=hours)
    JobRun.objects.filter(pk=run.pk).update(started_at=moment, finished_at=moment)


@pytest.fixture
def checked():
    """Deadlines were checked a moment ago."""
    run = JobRun.objects.begin(Job.SWEEP, as_of=TODAY)
    run.finish()
    return run


@pytest.mark.django_db
def test_a_difference_between_clocks_and_facts_is_not_well_until_a_night_without(client, checked):
    JobRun.objects.begin(Job.RECONCILE, as_of=TODAY).finish(drift=2, errors=1)

    answer = client.get("/healthz/deadlines/")

    assert answer.status_code == 503
    assert b"the clocks of 2 cases differed from their facts" in answer.content
    JobRun.objects.begin(Job.RECONCILE, as_of=TODAY).finish(read=3)
    assert client.get("/healthz/deadlines/").status_code == 200


@pytest.mark.django_db
@pytest.mark.parametrize(("hours", "status"), [(25, 200), (27, 503)])
def test_clocks_are_compared_every_night(client, checked, hours, status):
    run = JobRun.objects.begin(Job.RECONCILE, as_of=TODAY)
    run.finish()
    ago(run, hours)

    assert client.get("/healthz/deadlines/").status_code == status


@pytest.mark.django_db
@pytest.mark.parametrize(("hours", "status"), [(25, 200), (27, 503)])
def test_a_new_installation_has_a_day_for_its_first_comparison(client, hours, status):
    ago(JobRun.objects.begin(Job.SWEEP, as_of=TODAY), hours)
    JobRun.objects.begin(Job.SWEEP, as_of=TODAY).finish()

    assert client.get("/healthz/deadlines/").status_code == status


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("drift", "hours", "words"),
    [
        (0, 1, "none differed."),
        (1, 1, "1 case differed from its facts and was put right."),
        (0, 27, "the nightly comparison is missing."),
    ],
)
def test_managers_and_administrators_read_how_the_comparison_stands(
    signed_in, manager, administrator, caseworker, checked, drift, hours, words
):
    run = JobRun.objects.begin(Job.RECONCILE, as_of=TODAY)
    run.finish(drift=drift)
    ago(run, hours)

    for user, reads in ((manager, True), (administrator, True), (caseworker, False)):
        assert (words in signed_in(user).get("/styleguide/").content.decode()) is reads


def test_nobody_hears_when_deadlines_were_checked_while_the_database_is_away(
    committed_db, client, monkeypatch
):
    connection.close()
    with monkeypatch.context() as changed:
        changed.setitem(connection.settings_dict, "HOST", "/nowhere")
        answer = client.get("/healthz/deadlines/")

    assert (answer.status_code, answer.content) == (503, b"the database does not answer\n")
