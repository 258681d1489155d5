"""Who is told of a breach: the caseworker, or the team leads while there is none; once, whatever happens."""

import time
from concurrent.futures import ThreadPoolExecutor
from datetime import date

import pytest
from django.db import connection

from accounts.mailings import Mailing
from accounts.models import Absence
from accounts.permissions import Role
from accounts.scope import system_scope
from goals import jobs, tasks
from goals.models import Breach, Conversation, MailedBreach, Notice
from goals.verbs import MessageKind
from internships.models import Offer, OfferKind
from refugees.models import Message, TeamMember
from tests.factories import CaseFactory, CompanyFactory, UserFactory
from tests.people import arranging

TOO_LATE = date(2026, 12, 3)

living_after_the_deadline = pytest.mark.day(TOO_LATE)


def unsent():
    """How many notices are still to be sent."""
    return Notice.objects.unsent().count()


@pytest.mark.django_db
@living_after_the_deadline
def test_the_caseworker_is_told_of_each_breach_once(case, caseworker, team_lead):
    jobs.sweep()

    assert jobs.deliver_notices() == 2
    assert jobs.deliver_notices() == 0

    assert unsent() == 0
    told = Message.objects.visible_to(caseworker).unseen()
    assert {message.about for message in told} == {f"breach:{breach.pk}" for breach in Breach.objects.all()}
    assert {message.kind for message in told} == {MessageKind.BREACH}
    assert not Message.objects.visible_to(team_lead).exists()
    assert "over the deadline since" in told.first().sentence


@pytest.mark.django_db
@living_after_the_deadline
def test_while_nobody_has_the_case_the_team_leads_of_its_unit_are_told(unit, other_unit, team_lead):
    second_lead = UserFactory(role=Role.TEAM_LEAD, unit=unit)
    UserFactory(role=Role.TEAM_LEAD, unit=other_unit)
    UserFactory(role=Role.TEAM_LEAD, unit=unit, is_active=False)
    CaseFactory(unit=unit, taken_over_on=date(2026, 11, 2), on_benefit=True)

    jobs.sweep()
    jobs.deliver_notices()

    readers = set(Message.objects.values_list("to_user", flat=True))
    assert readers == {team_lead.pk, second_lead.pk}
    assert Message.objects.count() == 4


@pytest.mark.django_db
@living_after_the_deadline
def test_whoever_has_the_case_today_is_told_and_not_who_had_it(case, caseworker, colleague):
    jobs.sweep()
    TeamMember.objects.assign(case=case, user=colleague, part="caseworker", on=TOO_LATE, by=None)

    jobs.deliver_notices()

    assert set(Message.objects.values_list("to_user", flat=True)) == {colleague.pk}


@pytest.mark.django_db
@living_after_the_deadline
def test_while_the_caseworker_is_away_the_team_leads_are_told_too(case, caseworker, colleague, team_lead):
    Absence.objects.record(user=caseworker, first_on=TOO_LATE)
    Absence.objects.record(user=colleague, first_on=TOO_LATE)
    jobs.sweep()

    jobs.deliver_notices()

    assert Message.objects.filter(to_user=caseworker).count() == 2
    assert Message.objects.filter(to_user=team_lead).count() == 2
    assert Message.objects.count() == 4


@pytest.mark.django_db
@living_after_the_deadline
def test_of_a_breach_that_ended_before_anybody_was_told_nothing_is_said(case, reader):
    reader.choose_mails([Mailing.AT_ONCE])
    jobs.sweep()
    Offer.objects.make(
        case=case,
        company=CompanyFactory(),
        kind=OfferKind.INTERNSHIP,
        offered_on=TOO_LATE,
        today=TOO_LATE,
        by=reader,
    )

    jobs.deliver_notices()

    left = Breach.objects.get(ended_at=None)
    assert left.clock.goal == "internship-started"
    assert Message.objects.get(kind=MessageKind.BREACH).about == f"breach:{left.pk}"
    assert MailedBreach.objects.get().breach == left
    assert unsent() == 0


@pytest.mark.django_db
@living_after_the_deadline
def test_an_answer_that_ran_out_is_told_once_and_the_next_one_again(case, caseworker):
    jobs.sweep()
    answer(case, caseworker, next_on=date(2026, 12, 7))

    assert reminded_on(date(2026, 12, 7)) == []
    assert reminded_on(date(2026, 12, 8)) == ["2026-12-07"]
    assert reminded_on(date(2026, 12, 9)) == ["2026-12-07"]
    answer(case, caseworker, next_on=date(2026, 12, 11))
    assert reminded_on(date(2026, 12, 11)) == ["2026-12-07"]
    assert reminded_on(date(2026, 12, 12)) == ["2026-12-07", "2026-12-11"]


def answer(case, by, **facts):
    """The caseworker says why, and what comes next by when."""
    Conversation.objects.get(case=case).reply(
        by=by, on=TOO_LATE, cause="city", explanation="No company yet.", next_step="Call two more", **facts
    )


def reminded_on(day):
    """Run the job on that day; the dates of which anybody was reminded so far."""
    with system_scope("test", day=day):
        jobs.remind_of_answers()
    return [message.details["date"] for message in Message.objects.filter(kind=MessageKind.ANSWER_RAN_OUT)]


@pytest.mark.django_db
@living_after_the_deadline
def test_a_notice_without_a_reader_waits_for_one(unit):
    CaseFactory(unit=unit, taken_over_on=date(2026, 11, 2), on_benefit=True)
    jobs.sweep()

    jobs.deliver_notices()
    assert unsent() == 2
    lead = UserFactory(role=Role.TEAM_LEAD, unit=unit)
    jobs.deliver_notices()

    assert unsent() == 0
    assert Message.objects.filter(to_user=lead).count() == 2


def over_cases(number):
    """Cases that went over, swept but not told of, each with a caseworker of its own."""
    with arranging(TOO_LATE):
        for _ in range(number):
            user = UserFactory()
            CaseFactory(unit=user.unit, taken_over_on=date(2026, 11, 2), caseworker=user, on_benefit=True)
        jobs.sweep()


def test_four_workers_at_once_tell_each_breach_once(committed_db):
    over_cases(10)

    def work(_):
        try:
            return jobs.deliver_notices()
        finally:
            connection.close()

    with ThreadPoolExecutor(4) as threads:
        taken = list(threads.map(work, range(4)))

    with arranging(TOO_LATE):
        assert sum(taken) == Message.objects.count() == Notice.objects.count() == 20
        assert unsent() == 0


def test_what_another_worker_holds_is_left_to_it_and_told_when_that_worker_dies(committed_db):
    over_cases(1)

    def other_worker():
        try:
            return jobs.deliver_notices()
        finally:
            connection.close()

    with pytest.raises(RuntimeError, match="power cut"), system_scope("notices", day=TOO_LATE):
        assert len(Notice.objects.deliver(today=TOO_LATE)) == 2
        with ThreadPoolExecutor(1) as thread:
            assert thread.submit(other_worker).result() == 0
        raise RuntimeError("power cut before the commit")

    with arranging(TOO_LATE):
        assert not Message.objects.exists()
        assert unsent() == 2
    assert jobs.deliver_notices() == 2
    with arranging(TOO_LATE):
        assert Message.objects.count() == 2


def test_a_sweep_in_a_real_worker_ends_with_the_telling(celery_worker):
    with arranging(date(2020, 1, 15)):
        user = UserFactory()
        CaseFactory(
            unit=user.unit,
            opened_on=date(2019, 9, 15),
            taken_over_on=date(2019, 11, 4),
            caseworker=user,
            on_benefit=True,
        )

    tasks.sweep.delay()

    deadline = time.monotonic() + 30
    while time.monotonic() < deadline:
        with arranging():
            if Notice.objects.exists() and not unsent():
                break
        time.sleep(0.2)
    with arranging():
        assert Notice.objects.exists()
        assert unsent() == 0
        assert set(Message.objects.values_list("to_user", flat=True)) == {user.pk}
