"""My people: the mentor's own, and nothing of the rest."""

from datetime import date, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from pytest_django.asserts import assertContains

from goals.models import Clock
from mentoring.models import Contact
from refugees.models import TeamMember
from refugees.parts import Part
from tests.factories import TODAY, CaseFactory, PersonFactory
from tests.mentoring.mentors import room_for_many

pytestmark = pytest.mark.django_db
URL = "/my-people/"


def test_the_mentor_sees_their_own_people_and_how_to_call_them(signed_in, mentor, unit, caseworker):
    person = PersonFactory(unit=unit, phone="+45 20 12 34 56", interpreter="ti")
    CaseFactory(
        unit=unit, person=person, taken_over_on=date(2026, 11, 2), caseworker=caseworker, mentor=mentor
    )
    CaseFactory(unit=unit, taken_over_on=date(2026, 11, 2))

    page = signed_in(mentor).get(URL)

    text = page.content.decode()
    assert [mentee.case.person for mentee in page.context["people"]] == [person]
    assert "You mentor 1 person." in text
    assert 'href="tel:+4520123456"' in text
    assert "by Wed 2 Dec" in text
    assert f"caseworker {caseworker.name}" in text
    assert "Tigrinya" in text


def test_who_has_waited_longest_stands_first(signed_in, mentor, unit):
    days = [date(2026, 11, 16), date(2026, 10, 15), date(2026, 10, 26)]
    cases = [CaseFactory(unit=unit, taken_over_on=day, mentor=mentor) for day in days]
    for case, ago in zip(cases, (7, 3, 0), strict=True):
        for kind, since in (("phone", ago), ("not-reached", 0)):
            Contact.objects.log(
                case=case, kind=kind, on=TODAY - timedelta(days=since), today=TODAY, by=mentor
            )

    page = signed_in(mentor).get(URL)

    assert [m.case for m in page.context["people"]] == cases
    assert page.context["soon"] == 2


def test_what_is_promised_by_today_stands_once_and_the_rest_with_its_person(signed_in, mentor, unit):
    case = CaseFactory(unit=unit, taken_over_on=date(2026, 11, 2), mentor=mentor)
    promised = [("To ask at the bank", TODAY), ("To ring the school", TODAY + timedelta(days=1))]
    Contact.objects.log(case=case, kind="phone", on=TODAY, today=TODAY, by=mentor, promises=promised)

    page = signed_in(mentor).get(URL)

    [mentee] = page.context["people"]
    assert [promise.words for promise in mentee.due] == ["To ask at the bank"]
    assert [promise.words for promise in mentee.later] == ["To ring the school"]
    for words, _due_on in promised:
        assertContains(page, f'<span class="written__text">{words}</span>', count=1)


def test_who_never_heard_from_the_mentor_waits_since_the_assignment(signed_in, mentor, unit):
    cases = [CaseFactory(unit=unit, opened_on=day) for day in (date(2026, 10, 1), date(2026, 9, 1))]
    for case in cases:
        TeamMember.objects.assign(
            case=case, user=mentor, part=Part.HOLISTIC_MENTOR, on=case.opened_on, by=None
        )

    assert [m.case for m in signed_in(mentor).get(URL).context["people"]] == [cases[1], cases[0]]


def test_access_begins_and_ends_with_the_assignment(signed_in, mentor, case, unit):
    later = CaseFactory(unit=unit)
    TeamMember.objects.assign(
        case=later, user=mentor, part=Part.HOLISTIC_MENTOR, on=date(2026, 11, 24), by=None
    )
    TeamMember.objects.mentors().get(case=case).leave(on=TODAY, by=None)

    page = signed_in(mentor).get(URL)

    assert page.context["people"] == []
    assert "Nobody is assigned to you today" in page.content.decode()


def test_a_promise_about_health_is_not_told_to_the_mentor(signed_in, mentor, case):
    Clock.objects.filter(case=case).update(compartment="health")

    page = signed_in(mentor).get(URL)

    assert page.context["people"][0].clock is None
    assert "Internship" not in page.content.decode()


def test_a_closed_case_has_left_the_list(signed_in, mentor, case):
    case.close(on=TODAY, reason="moved", by=None)

    assert signed_in(mentor).get(URL).context["people"] == []


def test_somebody_with_two_parts_on_a_case_sees_it_once(signed_in, mentor, case):
    TeamMember.objects.assign(case=case, user=mentor, part=Part.RETENTION_MENTOR, on=TODAY, by=None)

    assert [m.case for m in signed_in(mentor).get(URL).context["people"]] == [case]


@pytest.mark.parametrize("who", ["caseworker", "team_lead", "manager", "administrator"])
def test_nobody_else_may_open_it(signed_in, request, who):
    assert signed_in(request.getfixturevalue(who)).get(URL).status_code == 403


def test_the_mentors_day_begins_here(signed_in, mentor):
    assert signed_in(mentor).get("/").url == URL


def test_it_is_read_in_danish(signed_in, mentor, case):
    mentor.choose_language("da")

    page = signed_in(mentor).get(URL)

    assert page.status_code == 200
    assert [m.case for m in page.context["people"]] == [case]


def queries_of(browser):
    with CaptureQueriesContext(connection) as captured:
        assert browser.get(URL).status_code == 200
    return len(captured)


def test_the_number_of_queries_does_not_grow_with_the_people(signed_in, mentor, case, unit):
    browser = signed_in(mentor)
    few = queries_of(browser)
    room_for_many(mentor)

    for _ in range(20):
        CaseFactory(unit=unit, taken_over_on=date(2026, 11, 2), mentor=mentor)

    assert queries_of(browser) == few
