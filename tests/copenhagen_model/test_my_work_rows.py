"""A row of My work: who it is, how long, with whom, and how each area stands."""

from datetime import date, timedelta

import pytest

from goals.models import Clock
from tests.copenhagen_model.work_list import OVER, RUNNING, SOON, URL, groups, propose, row_of, wait_for
from tests.factories import TODAY, CaseFactory, HouseholdFactory

pytestmark = pytest.mark.django_db


def test_a_row_says_who_how_long_and_with_whom(signed_in, caseworker, unit, case_of, mentor):
    household = HouseholdFactory(unit=unit)
    case = case_of(date(2026, 11, 2), household=household, mentor=mentor)
    CaseFactory(unit=unit, household=household)

    page = signed_in(caseworker).get(URL)

    text = page.content.decode()
    assert row_of(page, case).sub == f"{case.number} · day 21 · 2 people"
    assert mentor.name in text
    assert "since Mon 2 Nov" in text
    assert "Wed 2 Dec" in text
    assert "City goal" in text


def test_a_case_without_a_mentor_says_so(signed_in, caseworker, case_of):
    case_of(RUNNING)

    assert "No mentor yet" in signed_in(caseworker).get(URL).content.decode()


def test_whose_mentor_left_within_the_year_needs_another(signed_in, caseworker, case_of, mentor):
    case = case_of(RUNNING, mentor=mentor)
    case.team.mentors().get().leave(on=TODAY, by=None)

    text = signed_in(caseworker).get(URL).content.decode()

    assert '<span class="nobody">No mentor since Mon 23 Nov</span>' in text


@pytest.mark.parametrize("had_one", [True, False])
def test_once_the_year_of_a_mentor_is_over_nobody_is_missed(signed_in, caseworker, case_of, mentor, had_one):
    case = case_of(date(2025, 11, 20), mentor=mentor if had_one else None)
    if had_one:
        case.team.mentors().get().leave(on=date(2026, 11, 20), by=None)

    text = signed_in(caseworker).get(URL).content.decode()

    assert "Mentor year ended" in text
    assert 'class="nobody"' not in text


def test_each_area_has_one_mark_and_law_and_city_share_it(signed_in, caseworker, case_of):
    case = case_of(RUNNING, permit_ground="ukraine", on_benefit=True)

    marks = row_of(signed_in(caseworker).get(URL), case).marks

    assert [clock.area.label for clock in marks] == ["Talks", "Work", "Health", "Mentor"]
    assert [clock.goal for clock in marks] == [
        "categorised",
        "internship-started",
        "health-offered",
        "mentor-offered",
    ]
    assert Clock.objects.filter(case=case, goal="internship-offered").count() == 2


def test_it_is_read_in_danish_with_every_kind_of_row(signed_in, caseworker, unit, case_of, mentor):
    caseworker.choose_language("da")
    household = HouseholdFactory(unit=unit)
    for day in (OVER, SOON, RUNNING, TODAY):
        case_of(day, household=household, mentor=mentor)
    wait_for(case_of(date(2026, 11, 12)), caseworker, TODAY)
    wait_for(case_of(date(2026, 11, 12)), caseworker, TODAY + timedelta(days=3))
    propose(case_of(), TODAY + timedelta(days=3))

    page = signed_in(caseworker).get(URL)

    assert page.status_code == 200
    assert len(groups(page)) == 4
    assert "Mit arbejde" in page.content.decode()
