"""Mail with real workers, a real mail server and real kills: once for each event, whatever happens.

A mail that the server took in the very moment in which the worker died comes twice, under one Message-ID; nothing
else ever does, and nothing is lost (docs/adr/0008).
"""

import time
from datetime import date, timedelta

import pytest
from django.db import connection, transaction
from django.utils import timezone

from accounts.models import DemoDay
from goals import tasks
from goals.models import Job, JobRun, Mail
from tests.factories import CaseFactory, UserFactory
from tests.people import arranging
from tests.support.post import PostOffice

pytestmark = pytest.mark.slow

PATIENCE = 60  # seconds
WEDNESDAY, THURSDAY, FRIDAY = date(2026, 12, 2), date(2026, 12, 3), date(2026, 12, 4)


@pytest.fixture
def office(committed_db):
    """Where mail arrives."""
    with PostOffice() as office:
        yield office


@pytest.fixture
def start(start_worker, office, settings):
    """`start()`: a worker that lives on the demo's day, writes digests at any time of it, and sends to the office."""
    settings.DEMO = True
    return lambda: start_worker(DEMO="1", MORNING_DIGEST_AT="00:00", EMAIL_URL=office.url)


def caseworkers(number):
    """So many, each with a case whose two promises run out on Wednesday; by name of their address."""
    with arranging(WEDNESDAY):
        for n in range(number):
            user = UserFactory(email=f"reader{n}@example.dk")
            CaseFactory(unit=user.unit, taken_over_on=date(2026, 11, 2), caseworker=user, on_benefit=True)
    return [f"reader{n}@example.dk" for n in range(number)]


def live_on(day):
    """The day of everybody, workers included."""
    with arranging(day):
        DemoDay.objects.move_to(day)


def wait_until(ready):
    deadline = time.monotonic() + PATIENCE
    while not ready():
        assert time.monotonic() < deadline, "it did not happen in time"
        time.sleep(0.05)


def count(model, **facts):
    with arranging():
        return model.objects.filter(**facts).count()


def all_sent(number):
    return lambda: count(Mail, sent_at__isnull=False) == number


def readers_of(office):
    return sorted(mail["To"] for mail in office.mails)


def five_minutes_later():
    """A mail that somebody took up and never told of may be taken up again."""
    with arranging():
        Mail.objects.update(next_try_at=timezone.now() - timedelta(seconds=1))


def test_two_workers_that_are_woken_again_and_again_send_each_digest_once(start, office):
    readers = caseworkers(12)
    live_on(THURSDAY)
    start()
    start()

    for _each in range(4):
        tasks.write_digests.delay()

    wait_until(all_sent(12))
    tasks.write_digests.delay()
    tasks.send_mail.delay()
    time.sleep(2)
    assert readers_of(office) == sorted(readers)
    assert len({mail["Message-ID"] for mail in office.mails}) == 12
    assert all("New over the deadline (2)" in body(mail) for mail in office.mails)


def body(mail):
    """The plain text of a mail as it arrived."""
    return mail.get_body(("plain",)).get_content()


def test_a_morning_that_no_worker_lived_through_is_not_made_up_for_the_next_day(start, office):
    caseworkers(1)
    live_on(THURSDAY)
    tasks.write_digests.delay()
    live_on(FRIDAY)

    start()

    wait_until(all_sent(1))
    [mail] = office.mails
    assert mail["Subject"] == "Your cases on Fri 4 Dec 2026: 2 new over the deadline, 0 due soon"
    assert count(Mail) == 1


def test_a_worker_killed_while_it_writes_has_written_what_it_committed_and_the_next_writes_the_rest(
    start, office
):
    readers = caseworkers(4)
    live_on(THURSDAY)
    worker = start()
    with transaction.atomic(using="owner"):
        # Somebody is writing the third reader's digest: the worker stands still there, and is killed.
        with arranging():
            third = CaseFactory._meta.model.objects.order_by("pk")[2].team.get().user_id
        Mail.objects.using("owner").create(
            user_id=third, kind="morning", event=f"day:{THURSDAY}", day=THURSDAY
        )
        tasks.write_digests.delay()
        wait_until(lambda: count(Mail) == 2 and somebody_waits_for_a_lock())
        worker.kill()
        transaction.set_rollback(True, using="owner")

    assert office.mails == []
    assert count(JobRun, job=Job.DIGESTS, finished_at=None) == 1
    start()
    tasks.write_digests.delay()

    wait_until(all_sent(4))
    assert readers_of(office) == sorted(readers)


def somebody_waits_for_a_lock():
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'"
        )
        return cursor.fetchone()[0] > 0


def test_a_worker_killed_before_the_server_took_the_mail_loses_nothing(start, office):
    caseworkers(1)
    live_on(THURSDAY)
    worker = start()
    office.answer = "451 not now"
    office.before_answering = worker.kill
    tasks.write_digests.delay()
    wait_until(lambda: worker.process.poll() is not None and count(Mail, tries=1) == 1)
    office.answer, office.before_answering = "250 taken", lambda: None

    start()
    tasks.send_mail.delay()
    time.sleep(2)
    assert office.mails == []  # whoever had it may still be at it
    five_minutes_later()
    tasks.send_mail.delay()

    wait_until(all_sent(1))
    assert len(office.mails) == 1


def test_a_worker_killed_as_the_server_took_the_mail_doubles_that_one_under_one_message_id(start, office):
    caseworkers(3)
    live_on(THURSDAY)
    worker = start()
    office.before_answering = worker.kill
    tasks.write_digests.delay()
    wait_until(lambda: worker.process.poll() is not None and len(office.mails) == 1)
    office.before_answering = lambda: None

    start()
    five_minutes_later()
    tasks.send_mail.delay()

    wait_until(all_sent(3))
    assert len(office.mails) == 4
    assert len({mail["Message-ID"] for mail in office.mails}) == 3
    assert len({body(mail) for mail in office.mails}) == 3


def test_while_the_mail_server_is_away_everything_waits_and_then_goes_out_once(start, office):
    readers = caseworkers(3)
    live_on(THURSDAY)
    office.__exit__()
    start()
    tasks.write_digests.delay()
    wait_until(lambda: count(JobRun, job=Job.MAIL, errors=1) == 1)
    assert count(Mail, tries=0, sent_at=None) == 3

    office.__enter__()
    tasks.send_mail.delay()

    wait_until(all_sent(3))
    assert readers_of(office) == sorted(readers)


def test_a_refused_mail_is_tried_again_and_the_others_go_out(start, office):
    caseworkers(2)
    live_on(THURSDAY)
    office.answer = "452 full"
    start()
    tasks.write_digests.delay()
    wait_until(lambda: count(Mail, last_error="SMTPDataError 452") == 2)
    office.answer = "250 taken"
    with arranging():
        first = Mail.objects.earliest("pk")
        Mail.objects.filter(pk=first.pk).update(next_try_at=timezone.now())

    tasks.send_mail.delay()

    wait_until(all_sent(1))
    assert [mail["To"] for mail in office.mails] == ["reader0@example.dk"]
    five_minutes_later()
    tasks.send_mail.delay()
    wait_until(all_sent(2))
    assert len(office.mails) == 2
