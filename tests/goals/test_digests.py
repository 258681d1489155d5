"""The morning's mail: what it says, to whom, and how often."""

from datetime import date, time, timedelta

import pytest

from accounts.mailings import Mailing
from accounts.models import Absence
from goals import mailing
from goals.models import Clock, Conversation, Job, JobRun, Mail
from refugees.models import TeamMember, Waiting
from tests.factories import CaseFactory
from tests.goals.digests import FRIDAY, MONDAY, THURSDAY, at, bodies, over, to, write_and_send
from tests.people import arranging

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("addresses")]


def test_what_is_due_soon_is_in_the_mornings_mail(case, caseworker):
    [mail] = to(write_and_send(MONDAY + timedelta(days=1)), "caseworker")

    assert mail.subject == "Your cases on Tue 1 Dec 2026: 0 new over the deadline, 2 due soon"
    assert f"- {case.number}: " in mail.body
    assert "due on Wed 2 Dec 2026, 1 day left" in mail.body
    assert f"/cases/{case.public_id}/" in mail.body


def test_what_went_over_is_told_once_and_what_is_due_every_morning(case):
    first = to(write_and_send(THURSDAY), "caseworker")
    second = to(write_and_send(FRIDAY), "caseworker")

    assert "New over the deadline (2)" in first[0].body
    assert "over the deadline since Thu 3 Dec 2026, 1 day" in first[0].body
    assert not any("New over the deadline" in mail.body for mail in second)


def test_a_digest_is_written_once_however_often_the_job_runs(case):
    assert len(to(write_and_send(THURSDAY), "caseworker")) == 1
    assert write_and_send(THURSDAY) == []
    assert write_and_send(THURSDAY, time(23, 50)) == []

    assert Mail.objects.filter(kind=Mailing.MORNING, day=THURSDAY).count() == 3


def test_before_its_time_nothing_is_written(case):
    assert write_and_send(MONDAY, time(6, 29)) == []

    assert not Mail.objects.exists()
    assert not JobRun.objects.filter(job=Job.DIGESTS).exists()


def test_a_morning_that_was_missed_is_caught_up_the_same_day(case):
    assert len(to(write_and_send(THURSDAY, time(16, 45)), "caseworker")) == 1


def test_a_day_that_was_missed_is_not_sent_twice_the_next(case):
    mails = to(write_and_send(FRIDAY), "caseworker")

    assert len(mails) == 1
    assert "Fri 4 Dec 2026" in mails[0].subject
    assert "New over the deadline (2)" in mails[0].body
    assert "2 days" in mails[0].body


@pytest.mark.parametrize(
    "day", [date(2026, 12, 5), date(2026, 12, 6), date(2026, 12, 24), date(2026, 12, 25)]
)
def test_on_a_day_off_nobody_is_written_to(case, day):
    assert write_and_send(day) == []
    assert len(to(write_and_send(date(2026, 12, 28)), "caseworker")) == 1


def test_where_there_is_nothing_to_say_nothing_is_sent_and_it_is_not_tried_again(colleague):
    assert to(write_and_send(THURSDAY), "colleague") == []

    written = Mail.objects.get(user=colleague, kind=Mailing.MORNING)
    assert (written.subject, written.sent_at) == ("", None)


def test_an_answer_that_ran_out_is_in_it(case, caseworker):
    over(case)
    answer(case, caseworker, next_on=FRIDAY)

    assert "ran out" not in bodies(write_and_send(FRIDAY))
    mail = to(write_and_send(date(2026, 12, 7)), "caseworker")[0]

    assert "Answers that ran out (1)" in mail.body
    assert f"{case.number}: the next step was to be done by Fri 4 Dec 2026" in mail.body
    assert f"/goals/conversations/{Conversation.objects.get().public_id}/" in mail.body


def answer(case, by, **facts):
    with at(THURSDAY, time(12, 0)):
        Conversation.objects.get(case=case).reply(
            by=by,
            on=THURSDAY,
            cause="city",
            explanation="No company yet.",
            next_step="Call two more",
            **facts,
        )


def test_who_is_to_be_chased_is_in_it_without_whom(case, caseworker):
    with at(MONDAY):
        Waiting.objects.begin(
            case=case,
            kind="company",
            whom="Invented Bakery",
            what="a contract",
            since_on=MONDAY,
            chase_on=MONDAY + timedelta(days=1),
            by=caseworker,
            today=MONDAY,
        )

    mail = to(write_and_send(MONDAY + timedelta(days=1)), "caseworker")[0]

    assert "chase (1)" in mail.body
    assert "Bakery" not in mail.body + mail.alternatives[0][0]


def test_somebody_away_gets_no_mail_and_the_team_lead_sees_to_the_cases(case, caseworker, team_lead):
    Absence.objects.record(user=caseworker, first_on=MONDAY)

    mails = write_and_send(THURSDAY)

    assert to(mails, "caseworker") == []
    assert f"{case.number}: " in to(mails, "team-lead")[0].body
    assert "New over the deadline (2)" in to(mails, "team-lead")[0].body


def test_a_team_lead_sees_what_nobody_has_answered_but_not_everybodys_cases(case, team_lead):
    over(case)

    [mail] = to(write_and_send(THURSDAY), "team-lead")

    assert "Over the deadline, and nobody has said why (1)" in mail.body
    assert "New over the deadline (" not in mail.body
    assert "/my-team/" in mail.body


def test_another_units_case_is_in_nobodys_mail(case, other_unit, stranger):
    with arranging(MONDAY):
        foreign = CaseFactory(
            unit=other_unit, taken_over_on=date(2026, 11, 2), caseworker=stranger, on_benefit=True
        )

    assert foreign.number not in bodies(write_and_send(THURSDAY))


def test_whoever_has_the_case_now_is_told(case, caseworker, colleague):
    over(case)
    with at(THURSDAY, time(1, 0)):
        TeamMember.objects.assign(case=case, user=colleague, part="caseworker", on=THURSDAY, by=None)

    mails = write_and_send(THURSDAY)

    assert to(mails, "caseworker") == []
    assert "New over the deadline (2)" in to(mails, "colleague")[0].body


def test_each_reads_it_in_their_own_language_plain_and_as_html(case, caseworker):
    caseworker.choose_language("da")

    [mail] = to(write_and_send(THURSDAY), "caseworker")

    [(html, kind)] = mail.alternatives
    assert kind == "text/html"
    assert '<html lang="da">' in html
    assert f'<a href="http://localhost/cases/{case.public_id}/">{case.number}</a>' in html
    assert "tor 3. dec 2026" in mail.body
    assert mail.extra_headers["Auto-Submitted"] == "auto-generated"


def test_whoever_chose_otherwise_or_has_left_is_not_written_to(case, caseworker, team_lead):
    caseworker.choose_mails([])
    team_lead.leave()

    mails = write_and_send(THURSDAY)

    assert to(mails, "caseworker") == to(mails, "team-lead") == []


def test_a_promise_of_a_compartment_is_not_named(case):
    Clock.objects.update(compartment="health")

    body = to(write_and_send(THURSDAY), "caseworker")[0].body

    assert f"{case.number}: a promise: over the deadline since" in body
    assert "internship" not in body.lower()


def test_one_persons_digest_that_fails_costs_the_others_nothing_and_is_seen(case, colleague, monkeypatch):
    TeamMember.objects.filter(case=case).delete()
    Mail.objects.all().delete()
    real = mailing.DIGESTS[Mailing.MORNING]

    def fails_for_one(mail, user, day):
        if user.pk == colleague.pk:
            raise ValueError("planted")
        return real(mail, user, day)

    monkeypatch.setitem(mailing.DIGESTS, Mailing.MORNING, fails_for_one)

    mails = write_and_send(THURSDAY)

    assert len(to(mails, "team-lead")) == 1
    assert JobRun.objects.get(job=Job.DIGESTS).errors == 1
    monkeypatch.setitem(mailing.DIGESTS, Mailing.MORNING, real)
    write_and_send(THURSDAY)
    assert Mail.objects.filter(user=colleague, kind=Mailing.MORNING, day=THURSDAY).exists()
