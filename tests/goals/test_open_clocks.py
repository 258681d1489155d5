"""The strip of what is open: one mark a person, over left of the line, and each number opens what it counts."""

import re
from datetime import date
from html import unescape
from urllib.parse import urlencode

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from pytest_django.asserts import assertContains, assertRedirects

from goals.models import State
from goals.open_clocks import MOST_IN_A_COLUMN, Clock, draw
from tests.factories import CaseFactory
from tests.goals.many import many_cases

DAY = date(2026, 12, 5)
pytestmark = [pytest.mark.django_db, pytest.mark.day(DAY)]
PAGE = "/goals/open/"


def test_over_stands_left_of_the_line_and_the_last_day_right_of_it():
    strip = draw([Clock(State.OVER, -1), Clock(State.DUE_SOON, 0), Clock(State.RUNNING, 29)], "wide", 664)

    by_shape = {mark.shape: mark.x for mark in strip.marks}
    assert by_shape["square"] < strip.zero < by_shape["diamond"] < by_shape["ring"] < strip.width
    assert strip.scale == 30


def test_everybody_has_a_mark_or_is_counted_above_a_full_column():
    strip = draw([Clock(State.OVER, -20)] * 30 + [Clock(State.RUNNING, 100)] * 3, "narrow", 300)

    shown = sum(1 for mark in strip.marks if not mark.more)
    more = sum(mark.more for mark in strip.marks)
    assert (shown, more) == (MOST_IN_A_COLUMN + 3, 30 - MOST_IN_A_COLUMN)
    assert strip.scale == 120
    assert all(0 < mark.x < strip.width and 0 < mark.y < strip.height for mark in strip.marks)


@pytest.fixture
def cases(unit, other_unit, caseworker):
    many_cases(3, unit=unit, caseworker=caseworker, taken_over_on=date(2026, 11, 2))
    many_cases(2, unit=unit, caseworker=caseworker, taken_over_on=date(2026, 11, 25))
    CaseFactory(unit=unit, taken_over_on=date(2026, 11, 2))  # nobody's yet
    CaseFactory(unit=other_unit, taken_over_on=date(2026, 11, 2))


def numbers_of(html):
    """Each number of the page with the address it opens."""
    found = re.findall(r'<td class="number"><a href="([^"]*)">(\d+)</a>', html)
    return [(unescape(url), int(number)) for url, number in found]


FILTERS = [
    {},
    {"goal": "internship-started"},
    {"caseworker": "lise"},
    {"caseworker": "-"},
    {"goal": "internship-started", "unit": "own", "caseworker": "lise"},
]


@pytest.mark.parametrize("chosen", FILTERS)
def test_each_number_opens_exactly_what_it_counts(
    signed_in, manager, caseworker, unit, other_unit, cases, chosen
):
    manager.managed_units.add(other_unit)
    real = {"lise": caseworker.username, "own": unit.public_id}
    client = signed_in(manager)
    html = client.get(PAGE, {name: real.get(value, value) for name, value in chosen.items()}).content.decode()

    numbers = numbers_of(html)

    assert any(number for _url, number in numbers)
    for url, number in numbers:
        listed = client.get(url).content.decode()
        assert listed.count('<tr class="line"') == number, url
    total = sum(number for _url, number in numbers)
    assert re.search(rf'class="count"[^>]*>\s*{total} open promise', html)


def counted(client, **chosen):
    """How many open promises the page counts."""
    return sum(number for _url, number in numbers_of(client.get(PAGE, chosen).content.decode()))


def test_the_caseworkers_and_nobody_make_up_the_whole(
    signed_in, manager, caseworker, unit, other_unit, cases
):
    manager.managed_units.add(other_unit)
    client = signed_in(manager)

    own, nobodys = counted(client, caseworker=caseworker.username), counted(client, caseworker="-")

    assert own and nobodys
    assert own + nobodys == counted(client)
    assert counted(client, unit=unit.public_id) + counted(client, unit=other_unit.public_id) == counted(
        client
    )
    assert 0 < counted(client, goal="internship-started") < counted(client)


def test_a_filter_that_finds_nothing_says_so_and_one_that_makes_no_sense_too(
    signed_in, manager, other_unit, caseworker, cases
):
    manager.managed_units.add(other_unit)
    client = signed_in(manager)

    nothing = client.get(PAGE, {"unit": other_unit.public_id, "caseworker": caseworker.username})

    assertContains(nothing, "Nothing matches the filter")
    assertContains(client.get(PAGE, {"goal": "no-such-goal"}), "Mend the filter", status_code=422)


def test_the_list_says_whose_cases_it_counts(signed_in, manager, caseworker, cases):
    client = signed_in(manager)
    html = client.get(PAGE, {"caseworker": caseworker.username}).content.decode()

    assertContains(client.get(numbers_of(html)[0][0]), f"Only cases of {caseworker.name}.")


@pytest.mark.parametrize("chosen", FILTERS)
def test_the_list_leads_back_to_the_days_left_as_they_were(
    signed_in, manager, caseworker, unit, other_unit, cases, chosen
):
    manager.managed_units.add(other_unit)
    real = {"lise": caseworker.username, "own": unit.public_id}
    client = signed_in(manager)
    address = f"{PAGE}?{urlencode({name: real.get(value, value) for name, value in chosen.items()})}".rstrip(
        "?"
    )
    url = numbers_of(client.get(address).content.decode())[0][0]

    listed = client.get(url).content.decode()

    back = unescape(re.search(r'<a class="back" href="([^"]*)">.*?Days left</a>', listed, re.DOTALL)[1])
    assert back == address
    assertRedirects(client.get(f"{PAGE}list/"), PAGE)


def test_a_mentor_sees_no_strip(signed_in, mentor, cases):
    assert signed_in(mentor).get(PAGE).status_code == 403
    assert signed_in(mentor).get(f"{PAGE}list/").status_code == 403


def test_thirty_take_as_many_queries_as_three(signed_in, manager, unit, caseworker):
    client = signed_in(manager)
    taken = []
    for number in (3, 27):
        many_cases(number, unit=unit, caseworker=caseworker, taken_over_on=date(2026, 11, 2))
        client.get(PAGE)
        with CaptureQueriesContext(connection) as queries:
            client.get(PAGE)
        taken.append(len(queries))

    assert taken[0] == taken[1]
