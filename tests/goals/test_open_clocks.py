"""The strip of what is open: one mark a person, over left of the line, and each number opens what it counts."""

import re
from datetime import date
from html import unescape

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

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
    CaseFactory(unit=other_unit, taken_over_on=date(2026, 11, 2))


def test_each_number_opens_exactly_what_it_counts(signed_in, manager, cases):
    client = signed_in(manager)
    html = client.get(PAGE).content.decode()

    numbers = re.findall(r'<td class="number"><a href="([^"]*)">(\d+)</a>', html)

    assert {number for _url, number in numbers} >= {"2", "3"}
    for url, number in numbers:
        listed = client.get(unescape(url)).content.decode()
        assert listed.count('<tr class="line"') == int(number), url


def test_a_mentor_sees_no_strip(signed_in, mentor, cases):
    assert signed_in(mentor).get(PAGE).status_code == 403


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
