"""Clocks are written as they were derived, whatever stands in them."""

from datetime import date

import pytest
from django.db import DataError, transaction
from django.db.backends.postgresql.psycopg_any import DateRange

from goals.derivation import Row, stored
from goals.models import Clock, ClockBelief, GoalVersion
from goals.writing import WRITE_CHUNK, write
from tests.factories import CaseFactory

pytestmark = pytest.mark.django_db
START = date(2026, 10, 1)


@pytest.fixture
def row(case):
    """A clock in which everything stands that can."""
    return Row(
        unit_id=case.unit_id,
        permit_ground="convention",
        rule_set="RS-2026",
        taken_over_on=START,
        version_id=GoalVersion.objects.first().pk,
        starts_on=START,
        before_on=None,
        base_due_on=date(2026, 11, 1),
        due_on=date(2026, 11, 8),
        warn_on=date(2026, 11, 1),
        planned_on=date(2026, 11, 5),
        reached_on=[START, date(2026, 10, 2)],
        met_on=None,
        void_on=date(2026, 12, 1),
        void_reason="closed",
        paused=[DateRange(date(2026, 10, 3), date(2026, 10, 10)), DateRange(date(2026, 11, 2), None)],
        compartment="",
    )


def of(case) -> dict[str, tuple]:
    """What is stored of the case, by occurrence."""
    return {
        key[3]: (found.flagged_on, found.row) for key, found in stored([case.pk]).items() if key[1] == "x"
    }


@pytest.mark.parametrize("occurrence", ["takeover", 'a "quoted, {odd} \\one\\"', "null", "", "æ'%s%%"])
def test_what_is_written_is_what_is_read(case, row, occurrence):
    empty = row._replace(
        planned_on=None,
        reached_on=[],
        void_on=None,
        void_reason="",
        paused=[],
        rule_set="",
        taken_over_on=None,
    )

    write(
        [
            (case.pk, "x", "law", occurrence, *row, date(2026, 11, 10)),
            (case.pk, "x", "law", "2", *empty, None),
        ]
    )

    assert of(case) == {occurrence: (date(2026, 11, 10), row), "2": (None, empty)}


def test_what_is_there_is_written_over_and_what_was_believed_is_kept(case, row):
    key = (case.pk, "x", "law", "takeover")
    write([(*key, *row, date(2026, 11, 10))])
    [before] = Clock.objects.filter(case=case, goal="x")

    later = row._replace(due_on=date(2026, 11, 20), reached_on=[])
    write([(*key, *later, None)])

    [after] = Clock.objects.filter(case=case, goal="x")
    assert (after.pk, of(case)) == (before.pk, {"takeover": (None, later)})
    assert ClockBelief.objects.filter(clock=after).latest("pk").due_on == date(2026, 11, 20)


def test_more_than_goes_into_one_statement(case, row):
    write([(case.pk, "x", "law", str(number), *row, None) for number in range(WRITE_CHUNK + 1)])

    assert len(of(case)) == WRITE_CHUNK + 1


def test_a_text_that_is_too_long_is_refused_and_not_cut_off(row):
    with pytest.raises(DataError, match="too long"), transaction.atomic():
        write([(CaseFactory().pk, "x", "law", "o" * 61, *row, None)])
