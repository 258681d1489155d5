"""People without a next step: the number on the tab is the list behind it and the sum over the people, one by one."""

from datetime import date
from random import Random

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from pytest_django.asserts import assertContains

from copenhagen_model.unplanned import without_next_step
from refugees.events import KeyEvent
from refugees.models import Case
from tests.copenhagen_model.planned import NOT_PLANNED, PAST, PLANNED, days
from tests.copenhagen_model.work_list import URL, groups
from tests.crowd import crowd
from tests.factories import TODAY, CaseFactory, PersonFactory

pytestmark = pytest.mark.django_db

VIEW = f"{URL}?view=unplanned"


def by_hand(case):
    """Whether nothing is planned, asked of one person at a time, row by row."""
    reply = [talk.replies.last() for talk in case.conversations.filter(closed_at=None)]
    begun = [row for row in case.occupations.all() if not row.taken_back_at]
    goes_on = [row for row in begun if row.started_on <= TODAY and (row.last_on or TODAY) >= TODAY]
    begun_offers = {row.placement.offer_id for row in begun if hasattr(row, "placement")}
    aim = [row for row in goes_on if row.kind in {"job", "igu", "education"}]
    secure = [
        row
        for row in goes_on
        if row.next_step or not row.planned_last_on or (row.planned_last_on - TODAY).days >= 14
    ]
    offers = [row for row in case.internship_offers.all() if not row.is_gone and row.pk not in begun_offers]
    offers = [
        row
        for row in offers
        if not (row.answer == "accepted" and row.planned_start_on and row.planned_start_on < TODAY)
    ]
    meets = [
        row for row in case.appointments.filter(cancelled_at=None) if timezone.localdate(row.ends_at) >= TODAY
    ]
    takeover = case.date_of(KeyEvent.TAKEOVER)
    return not (
        aim
        or secure
        or offers
        or meets
        or [row for row in case.tasks.all() if not row.done_at]
        or [row for row in case.waitings.all() if not row.ended_on]
        or [row for row in reply if row and row.next_on >= TODAY]
        or (takeover and takeover > TODAY)
        or (case.person.born_on and case.person.age_on(TODAY) < 18)
    )


@pytest.fixture
def caseload(unit, caseworker, colleague):
    """Invented lives by chance: of two caseworkers, each case with up to two of what is planned or is not."""
    chance = Random(5)
    ways = list(PLANNED.values()) + list(NOT_PLANNED.values()) * 3
    for number in range(28):
        born_on = date(2012, 5, 5) if number % 9 == 0 else date(1990, 1, 1)
        case = CaseFactory(
            unit=unit,
            person=PersonFactory(unit=unit, born_on=born_on),
            taken_over_on=days(-chance.randrange(-5, 300)),
            opened_on=days(-320),
            permit_ground="ukraine",
            caseworker=colleague if number % 4 == 0 else caseworker,
            on_benefit=True,
        )
        if case.date_of(KeyEvent.TAKEOVER) < days(-30):
            chance.choice(ways)(case, caseworker)


FILTERS = [
    (goal, state)
    for goal in ("", "internship-offered", "internship-started", "category-decided")
    for state in ("", "over", "due_soon", "on_track", "no_goal", "waiting")
]


def test_the_number_is_the_list_and_the_sum_over_the_people(caseload, signed_in, caseworker):
    browser = signed_in(caseworker)
    page = browser.get(VIEW)
    [tab] = [tab for tab in page.context["tabs"] if tab["current"]]
    mine = Case.objects.of_caseworker(caseworker, TODAY).open()

    expected = {case for case in mine if by_hand(case)}

    assert 0 < len(expected) < mine.count()
    assert tab["label"] == "Without a next step"
    assert tab["count"] == len(expected)
    assert {case for found in groups(page).values() for case in found} == expected


def test_under_any_filter_the_list_is_that_of_the_filter_without_the_planned(caseload, signed_in, caseworker):
    browser = signed_in(caseworker)
    nothing = {case for case in Case.objects.of_caseworker(caseworker, TODAY) if by_hand(case)}
    sizes = set()
    for goal, state in Random(3).sample(FILTERS, 10):
        query = f"goal={goal}&state={state}"
        everybody = groups(browser.get(f"{URL}?{query}"))

        page = browser.get(f"{VIEW}&{query}")

        expected = {key: [case for case in found if case in nothing] for key, found in everybody.items()}
        assert groups(page) == {key: found for key, found in expected.items() if found}, query
        size = sum(map(len, expected.values()))
        assert page.context["count_words"].startswith(f"{size} "), query
        sizes.add(size)
    assert len(sizes) > 2


def test_the_team_lead_has_the_number_of_each_and_the_list_behind_it(
    caseload, signed_in, team_lead, caseworker, colleague
):
    browser = signed_in(team_lead)
    numbers = {row.user: row.without_step for row in browser.get("/my-team/").context["colleagues"]}

    for user in (caseworker, colleague):
        page = browser.get(f"/my-team/without-a-next-step/{user.public_id}/")
        found = {case for rows in groups(page).values() for case in rows}
        assert len(found) == numbers[user] > 0
        assert found == {case for case in Case.objects.of_caseworker(user, TODAY) if by_hand(case)}


def test_a_colleague_of_another_unit_is_no_page_and_a_caseworker_may_not_look(
    signed_in, team_lead, manager, caseworker, stranger, case_of
):
    case = case_of(PAST)
    address = "/my-team/without-a-next-step/{}/".format

    assert signed_in(team_lead).get(address(stranger.public_id)).status_code == 404
    assert signed_in(caseworker).get(address(caseworker.public_id)).status_code == 404
    assertContains(signed_in(manager).get(address(caseworker.public_id)), case.person.name)


def test_the_page_says_who_is_meant_also_when_nobody_is(signed_in, caseworker, case_of, team_lead):
    browser = signed_in(caseworker)
    assertContains(browser.get(VIEW), "Everybody has a next step")
    address = f"/my-team/without-a-next-step/{caseworker.public_id}/"
    assertContains(signed_in(team_lead).get(address), "Everybody has a next step")
    case_of(PAST)

    page = browser.get(VIEW)

    assertContains(page, "Adults for whom nothing is planned")
    assertContains(page, "Nobody has arranged it yet.")
    assertContains(browser.get(URL), "Without a next step <span")


def test_it_is_read_in_danish(signed_in, caseworker, team_lead, case_of):
    case_of(PAST)
    caseworker.choose_language("da")
    team_lead.choose_language("da")

    assertContains(signed_in(caseworker).get(VIEW), "Voksne, som der ikke er planlagt noget for")
    address = f"/my-team/without-a-next-step/{caseworker.public_id}/"
    assertContains(signed_in(team_lead).get(address), "Uden næste skridt")


def queries_of(browser, address):
    with CaptureQueriesContext(connection) as captured:
        assert browser.get(address).status_code == 200
    return len(captured)


def test_3_and_30_people_take_the_same_queries(signed_in, unit, caseworker, team_lead):
    pages = [
        (signed_in(caseworker), VIEW),
        (signed_in(team_lead), "/my-team/"),
        (signed_in(team_lead), f"/my-team/without-a-next-step/{caseworker.public_id}/"),
    ]
    crowd(15, unit=unit, caseworker=caseworker)
    assert without_next_step(Case.objects.all(), TODAY).count() == 3
    few = [queries_of(*page) for page in pages]

    crowd(60, unit=unit, caseworker=caseworker)

    assert without_next_step(Case.objects.all(), TODAY).count() >= 30
    assert [queries_of(*page) for page in pages] == few
