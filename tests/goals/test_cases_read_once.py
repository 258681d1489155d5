"""What several pillars read of the cases at hand is read once; a refresh asks for it once."""

import re
from collections import Counter

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from goals.cases import Cases, key_dates, opened
from goals.derivation import derive
from goals.refresh import differences, refresh
from tests.factories import TODAY

pytestmark = pytest.mark.django_db


def test_whoever_asks_second_is_given_what_was_read(case, django_assert_num_queries):
    cases = Cases.of([case.pk])

    with django_assert_num_queries(2):
        dates, rows = cases.once(key_dates), cases.once(opened)
        assert cases.once(key_dates) is dates
        assert Cases.of(cases).once(opened) is rows

    assert rows[case.pk].unit_id == case.unit_id
    assert dates[case.pk]["E2"] == case.date_of("E2")


def test_a_change_after_the_reading_is_seen_by_the_next_derivation(case):
    before = derive([case.pk]).rows
    case.key_dates.filter(event="E2").update(on=TODAY)

    after = derive([case.pk]).rows

    assert {row.starts_on for row in after.values()} == {TODAY} != {row.starts_on for row in before.values()}


def test_a_refresh_reads_once_what_several_promises_need(case):
    with CaptureQueriesContext(connection) as captured:
        refresh([case.pk], TODAY)

    tables = Counter(re.findall(r'FROM "(\w+)"', " ".join(query["sql"] for query in captured)))
    shared = (
        "refugees_keydate",
        "goals_pause",
        "refugees_jobreadiness",
        "refugees_occupation",
        "goals_clock",
    )
    # Of readiness to relocate the promise of a home needs what was said before too; nobody else does.
    asked_twice = {"refugees_keydate": 2}
    assert {table: tables[table] for table in shared} == dict.fromkeys(shared, 1) | asked_twice


def test_a_derivation_is_one_round_trip_and_every_pillar_says_what_it_asks(case, django_assert_num_queries):
    """What a reader asks without saying so (`Goal.reads`) would be a round trip of its own."""
    with django_assert_num_queries(1):
        derive([case.pk])
    with django_assert_num_queries(1):
        differences([case.pk])
