"""The moment that a scope names: what is told of the past carries the day and the hour at which it happened."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest
from django.db import connection
from django.utils import timezone

from accounts.day import now, today
from accounts.scope import system_scope
from tests.factories import PersonFactory

pytestmark = pytest.mark.django_db
MOMENT = datetime(2017, 3, 1, 10, 15, tzinfo=ZoneInfo("Europe/Copenhagen"))


def app_now():
    with connection.cursor() as cursor:
        cursor.execute("SELECT app_now()")
        return cursor.fetchone()[0]


def test_a_scope_at_a_moment_moves_the_day_the_moment_and_the_databases_moment():
    with system_scope("told", at=MOMENT):
        assert (today(), now(), app_now()) == (date(2017, 3, 1), MOMENT, MOMENT)


def test_a_scope_inside_it_keeps_the_moment():
    with system_scope("told", at=MOMENT), system_scope("refresh"):
        assert (now(), app_now()) == (MOMENT, MOMENT)


def test_a_scope_inside_it_with_another_day_leaves_the_moment():
    with system_scope("told", at=MOMENT), system_scope("later", day=date(2017, 3, 9)):
        assert (today(), timezone.localdate(now())) == (date(2017, 3, 9), date(2017, 3, 9))


def test_afterwards_the_day_is_what_it_was():
    before = today()

    with system_scope("told", at=MOMENT):
        pass

    assert (today(), now() > MOMENT) == (before, True)


def test_the_history_of_a_row_is_stamped_with_the_moment():
    with system_scope("told", at=MOMENT):
        person = PersonFactory()

    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT pgh_created_at FROM refugees_personevent WHERE pgh_obj_id = %s AND pgh_label = 'insert'",
            [person.pk],
        )
        assert cursor.fetchone()[0] == MOMENT
