"""Mail that is told at once, and the outbox: sent once, tried again, given up where somebody sees it."""

from datetime import date
from smtplib import SMTPDataError

import pytest
from django.core import mail as post
from django.db import IntegrityError, transaction
from django.utils import timezone

from accounts.mailings import OFFERED, UNLESS_CHOSEN, Mailing
from accounts.permissions import Role
from goals import jobs, mailing
from goals.models import Breach, Job, JobRun, Mail, MailedBreach, Notice
from goals.models.mail import WAITS
from refugees.models import Message
from tests.factories import TODAY, CaseFactory, UserFactory
from tests.goals.mails import TOO_LATE, let_time_pass, with_breaches, written

pytestmark = pytest.mark.django_db

living_after_the_deadline = pytest.mark.day(TOO_LATE)


@living_after_the_deadline
def test_whoever_wants_to_know_at_once_gets_one_mail_of_all_that_went_over(case, reader, unit):
    second = CaseFactory(unit=unit, taken_over_on=date(2026, 11, 2), caseworker=reader, on_benefit=True)
    reader.choose_mails([Mailing.AT_ONCE])

    jobs.sweep()
    jobs.deliver_notices()
    mailing.send_waiting()

    [mail] = post.outbox
    assert mail.to == ["lise@example.dk"]
    assert mail.subject == "2 cases are over a deadline"
    assert mail.body.count(f"- {case.number}: ") == mail.body.count(f"- {second.number}: ") == 2
    assert MailedBreach.objects.count() == Breach.objects.count() == 4
    assert Message.objects.filter(to_user=reader).count() == 4


@living_after_the_deadline
def test_unless_they_ask_for_it_nobody_is_mailed_at_once(case, reader):
    jobs.sweep()
    jobs.deliver_notices()

    assert mailing.send_waiting() == 0
    assert not Mail.objects.exists()
    assert Message.objects.filter(to_user=reader).count() == 2


@living_after_the_deadline
def test_what_was_mailed_at_once_is_not_new_in_the_morning(case, reader):
    reader.choose_mails([Mailing.AT_ONCE, Mailing.MORNING])
    jobs.sweep()
    jobs.deliver_notices()
    morning = Mail.objects.claim(user=reader, kind=Mailing.MORNING, event="day:2026-12-03", day=TOO_LATE)

    assert morning.tell_of(Breach.objects.all()) == []


@living_after_the_deadline
def test_a_mail_is_written_only_with_the_mark_that_it_was_told(case, reader):
    reader.choose_mails([Mailing.AT_ONCE])
    jobs.sweep()

    with pytest.raises(RuntimeError, match="power cut"), transaction.atomic():
        Notice.objects.deliver(today=TOO_LATE)
        assert Mail.objects.count() == 1
        raise RuntimeError("power cut before the commit")

    assert not Mail.objects.exists()
    assert not MailedBreach.objects.exists()
    assert Notice.objects.unsent().count() == 2


def test_a_second_claim_gets_nothing(reader):
    first = written(reader)

    assert Mail.objects.claim(user=reader, kind=Mailing.MORNING, event=first.event, day=TODAY) is None


def test_a_mail_that_was_sent_is_not_sent_again(reader):
    mail = written(reader)

    assert (mailing.send_waiting(), mailing.send_waiting()) == (1, 0)

    mail.refresh_from_db()
    [sent] = post.outbox
    assert mail.sent_at is not None
    assert sent.extra_headers["Message-ID"] == f"<{mail.public_id}@localhost>"


def test_a_mail_that_is_being_sent_is_left_to_whoever_sends_it(reader):
    written(reader)

    assert Mail.objects.take() is not None
    assert Mail.objects.take() is None


class Refusing:
    """A mail server that takes no mail, or is not there at all."""

    def __init__(self, *, error=None, when_opened=None):
        self.error, self.when_opened = error, when_opened

    def open(self):
        if self.when_opened:
            raise self.when_opened

    def send_messages(self, messages):
        raise self.error

    def close(self):
        pass


@pytest.fixture
def server(monkeypatch):
    """`server(error=…)`: the mail server answers so."""

    def answers(**how):
        monkeypatch.setattr(mailing, "get_connection", lambda: Refusing(**how))

    return answers


def test_a_refused_mail_is_tried_again_later_and_given_up_in_the_end(reader, server):
    mail = written(reader)
    server(error=SMTPDataError(452, b"lise@example.dk is over quota"))
    before = timezone.now()

    for number, wait in enumerate(WAITS, start=1):
        assert mailing.send_waiting() == 0
        mail.refresh_from_db()
        assert (mail.tries, mail.last_error) == (number, "SMTPDataError 452")
        if number < len(WAITS):
            assert mail.next_try_at >= before + wait
            assert not Mail.objects.given_up().exists()
        let_time_pass(mail)

    assert list(Mail.objects.given_up()) == [mail]
    assert not Mail.objects.waiting().exists()


def test_a_mail_that_is_given_up_can_be_tried_again(reader, server, monkeypatch):
    mail = written(reader)
    Mail.objects.filter(pk=mail.pk).update(tries=len(WAITS), last_error="TimeoutError")
    mail.refresh_from_db()

    mail.try_again()

    assert mailing.send_waiting() == 1
    assert len(post.outbox) == 1


def test_a_server_that_does_not_answer_costs_no_tries(reader, server):
    mail = written(reader)
    server(when_opened=ConnectionRefusedError())

    assert mailing.send_waiting() == 0

    mail.refresh_from_db()
    assert mail.tries == 0
    assert JobRun.objects.get(job=Job.MAIL).errors == 1


def test_nobody_who_left_is_written_to(reader):
    written(reader)
    reader.leave()

    assert mailing.send_waiting() == 0
    assert post.outbox == []


def test_what_each_role_gets_is_among_what_it_is_offered():
    assert all(set(usual) <= set(OFFERED[role]) for role, usual in UNLESS_CHOSEN.items())
    assert UserFactory.build(role=Role.MENTOR).mailings() == []
    assert UserFactory.build(role=Role.MANAGER).mailings() == [Mailing.WEEKLY]
    chosen = {"mails": ["weekly", "at-once"], "mails_chosen_as": Role.CASEWORKER}
    assert UserFactory.build(role=Role.CASEWORKER, **chosen).mailings() == [Mailing.AT_ONCE]


@pytest.mark.parametrize(
    ("facts", "constraint"),
    [
        ({"kind": "rumour"}, "mail_kind_is_known"),
        ({"subject": "Words"}, "mail_has_all_its_parts_or_none"),
        ({"html": "<p>Words</p>"}, "mail_has_all_its_parts_or_none"),
        ({"sent_at": timezone.now()}, "mail_that_says_nothing_is_not_sent"),
    ],
)
def test_the_database_refuses_a_mail(reader, facts, constraint):
    with pytest.raises(IntegrityError, match=constraint), transaction.atomic():
        Mail.objects.create(**{"user": reader, "kind": "morning", "event": "e", "day": TODAY} | facts)


def test_the_database_refuses_a_second_mail_about_the_same(case, reader):
    mail = written(reader)
    with_breaches(case)
    breach = mail.tell_of(Breach.objects.all())[0]
    other = written(reader, "day:2026-11-24")

    with pytest.raises(IntegrityError, match="mail_is_written_once"), transaction.atomic():
        Mail.objects.create(user=reader, kind=mail.kind, event=mail.event, day=TODAY)
    with pytest.raises(IntegrityError, match="breach_is_mailed_once_to_each"), transaction.atomic():
        MailedBreach.objects.create(user=reader, breach=breach, mail=other)


def test_the_database_refuses_mails_nobody_offers(reader):
    reader.mails, reader.mails_chosen_as = ["hourly"], reader.role

    with pytest.raises(IntegrityError, match="user_mails_are_known"), transaction.atomic():
        reader.save()
