"""A city too large to be counted at every look: its scoreboard shows the last night's count, and says so."""

import re
from datetime import date

import pytest
from pytest_django.asserts import assertContains, assertNotContains

from goals.summing_up import sum_up
from tests.factories import CaseFactory
from tests.goals import test_summaries
from tests.goals.board import Numbers, people_listed
from tests.people import arranging

pytestmark = pytest.mark.django_db

city = test_summaries.city
MONDAY, TUESDAY = test_summaries.MONDAY, test_summaries.TUESDAY


@pytest.fixture
def summed(city):
    """Monday is the last day that was summed up."""
    with arranging(TUESDAY):
        sum_up(MONDAY)


def the_board(client, address="/goals/?arrived=always"):
    """The scoreboard, and where it led."""
    answer = client.get(address, follow=True)
    return answer, answer.redirect_chain[-1][0] if answer.redirect_chain else address


def test_too_many_to_be_counted_at_every_look_are_shown_as_summed_up(
    signed_in, city, summed, manager, unit, settings
):
    """Said plainly, each number the length of its list as known on that day; and counted now when asked."""
    settings.COUNT_AT_ONCE = 10
    CaseFactory(unit=unit, taken_over_on=date(2026, 9, 1))  # known since, and not then
    client = signed_in(manager)

    page, address = the_board(client)

    assert address == f"/goals/?arrived=always&known={MONDAY.isoformat()}"
    assertContains(
        page, "With so many people the figures are counted at night. These are as known on Mon 9 Nov 2026."
    )
    found = Numbers(page.content.decode()).found
    assert any(number for number, _url in found)
    for number, url in found:
        assert f"known={MONDAY.isoformat()}" in url
        assert len(people_listed(client, url)) == number, url

    again = re.search(r'href="([^"]*)">\s*Count again now', page.content.decode())[1].replace("&amp;", "&")
    now, there = the_board(client, again)
    assert there == again == "/goals/?arrived=always&count=now"
    assertNotContains(now, "counted at night")
    assert all("known=" not in url for _number, url in Numbers(now.content.decode()).found)


@pytest.mark.parametrize(
    "asked",
    ["?arrived=always&as_of=2026-11-08", "?arrived=always&known=2026-11-10", "?since=2025-03-03"],
    ids=["another day", "known on another day", "years cut in two"],
)
def test_what_is_not_summed_up_is_counted_however_many_they_are(
    signed_in, city, summed, manager, settings, asked
):
    settings.COUNT_AT_ONCE = 10

    page, address = the_board(signed_in(manager), f"/goals/{asked}")

    assert address == f"/goals/{asked}"
    assertNotContains(page, "counted at night")


def test_as_many_as_can_be_counted_are_counted(signed_in, city, summed, manager):
    page, address = the_board(signed_in(manager))

    assert address == "/goals/?arrived=always"
    assertNotContains(page, "counted at night")


def test_those_of_the_last_twelve_months_are_summed_up_too(signed_in, city, summed, manager, settings):
    settings.COUNT_AT_ONCE = 1

    page, address = the_board(signed_in(manager), "/goals/")

    assert address == f"/goals/?known={MONDAY.isoformat()}"
    assertContains(page, "People taken over from Mon 10 Nov 2025 to Mon 9 Nov 2026.")
    for number, url in Numbers(page.content.decode()).found:
        assert len(people_listed(signed_in(manager), url)) == number, url
