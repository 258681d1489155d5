"""The upgrade from two versions about the second interview to one."""

from datetime import date
from importlib import import_module

import pytest
from django.apps import apps
from django.db import connection
from django.db.backends.postgresql.psycopg_any import DateRange

from goals import recalculating
from goals.models import Clock, GoalVersion, Recalculation
from goals.refresh import refresh
from refugees.events import KeyEvent, Source
from refugees.models import KeyDate
from tests.factories import TODAY, CaseFactory

pytestmark = pytest.mark.django_db
upgrade = import_module(
    "screening.migrations.0010_second_interview_at_the_temporary_home"
).say_it_in_one_version


class Editor:
    """As much of a schema editor as the step asks for."""

    connection = connection


def as_it_was():
    """Before the takeover only, and beside it an internal default."""
    city = GoalVersion.objects.get(goal="screening-2")
    GoalVersion.objects.filter(pk=city.pk).update(amount=None, unit="", source="Booklet")
    since = DateRange(date(2026, 1, 1), None)
    facts = {"amount": 14, "unit": "days", "source": "Ours", "valid": since}
    return city, GoalVersion.objects.create(goal="screening-2", standard="internal", **facts)


def test_the_citys_clock_gets_its_days_and_the_internal_one_falls_away(unit):
    city, internal = as_it_was()
    case = CaseFactory(unit=unit)
    KeyDate.objects.record(
        case=case, event=KeyEvent.ALLOCATION, on=date(2026, 10, 9), source=Source.CITY, by=None
    )
    KeyDate.objects.confirm_takeover(case=case, on=date(2026, 12, 1), by=None)
    Clock.objects.filter(version=internal).update(occurrence="takeover")
    assert Clock.objects.get(version=city).due_on == date(2026, 11, 30)

    upgrade(apps, Editor)
    recalculating.carry_through(Recalculation.objects.get(purpose="rules").pk)

    assert Clock.objects.get(version=city).due_on == date(2026, 12, 15)
    fallen = Clock.objects.get(version=internal)
    assert (fallen.void_reason, fallen.void_on) == ("withdrawn", fallen.starts_on)
    city.refresh_from_db()
    assert (city.amount, "internal default" in city.source) == (14, True)


def test_where_nobody_has_a_clock_one_version_is_left_and_nothing_is_derived_again():
    as_it_was()

    upgrade(apps, Editor)
    upgrade(apps, Editor)

    [version] = GoalVersion.objects.filter(goal="screening-2")
    assert (version.standard, version.amount) == ("city", 14)
    assert not Recalculation.objects.exists()


def test_a_database_that_began_with_one_version_is_left_as_it_is(unit):
    case = CaseFactory(unit=unit)
    refresh([case.pk], TODAY)

    upgrade(apps, Editor)

    assert not Recalculation.objects.exists()
