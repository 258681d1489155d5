"""The week's mail: when it comes, and how much of a small group it tells."""

import re
from datetime import date, datetime, time

import pytest

from accounts.mailings import Mailing
from goals import jobs, mailing
from tests.factories import CaseFactory
from tests.goals.digests import COPENHAGEN, FRIDAY, MONDAY, THURSDAY, at, over, to, write_and_send
from tests.people import arranging

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("addresses")]


def test_the_weeks_mail_comes_on_its_first_working_day_or_is_caught_up(case, manager):
    over(case)

    on_friday = to(write_and_send(FRIDAY), "manager")
    on_monday = to(write_and_send(date(2026, 12, 7), time(7, 0)), "manager")
    again = to(write_and_send(date(2026, 12, 8)), "manager")

    assert [mail.subject for mail in on_friday] == ["The promises in the week of Mon 30 Nov 2026"]
    assert [mail.subject for mail in on_monday] == ["The promises in the week of Mon 7 Dec 2026"]
    assert again == []


def test_the_weeks_mail_waits_for_its_time_on_the_first_day_only(case):
    assert to(write_and_send(MONDAY, time(6, 59)), "manager") == []
    assert mailing.due(datetime.combine(FRIDAY, time(0, 1), COPENHAGEN), FRIDAY) == {
        Mailing.WEEKLY: "week:2026-11-30"
    }


def test_figures_of_few_people_stay_in_the_house(case, manager):
    over(case)

    [mail] = to(write_and_send(date(2026, 12, 7)), "manager")

    assert "too few people for a figure in a mail" in mail.body
    assert "City goal: fewer than 5" in mail.body
    assert "Nobody has said why: fewer than 5" in mail.body
    assert case.number not in mail.body


def test_figures_of_many_are_told_by_standard(unit, manager, settings):
    settings.SMALL_GROUP_LIMIT = 5
    with arranging(MONDAY):
        for _each in range(6):
            CaseFactory(unit=unit, taken_over_on=date(2026, 11, 2), on_benefit=True)
    with at(THURSDAY, time(0, 15)):
        assert jobs.sweep() == 12

    [mail] = to(write_and_send(date(2026, 12, 7)), "manager")

    assert "in time: 0 of 6; still waiting, over the deadline: 6" in mail.body
    assert "City goal: 12" in mail.body


def test_mails_hold_no_name(case, caseworker, team_lead, manager):
    over(case)
    person = case.person

    mails = write_and_send(THURSDAY) + write_and_send(date(2026, 12, 7))

    assert len(mails) >= 4
    for mail in mails:
        whole = mail.message().as_string() + mail.body + mail.alternatives[0][0]
        for name in (person.given_name, person.family_name, caseworker.name, team_lead.name, manager.name):
            assert not re.search(rf"\b{re.escape(name)}\b", whole)
