"""The state from dates alone is the state that the database says, on every day and for every clock."""

from datetime import timedelta
from itertools import product

import pytest
from django.db.backends.postgresql.psycopg_any import DateRange

from goals.derivation import stored
from goals.models import Clock, GoalVersion, State
from goals.standing import state_on
from tests.factories import TODAY

pytestmark = pytest.mark.django_db


def test_both_ways_say_the_same(case):
    days = [None, *(TODAY + timedelta(days=n) for n in (-1, 0, 1))]
    version = GoalVersion.objects.first()
    Clock.objects.bulk_create(
        Clock(
            case=case,
            unit=case.unit,
            goal=version.goal,
            standard="internal",
            occurrence=f"{number}",
            version=version,
            starts_on=TODAY + timedelta(days=start),
            due_on=due_on,
            warn_on=due_on - timedelta(days=1) if due_on else None,
            met_on=met_on,
            void_on=void_on,
            void_reason="closed" if void_on else "",
            paused=paused,
        )
        for number, (due_on, met_on, void_on, start, paused) in enumerate(
            product(
                days,
                days,
                days,
                (-2, 1),
                ([], [DateRange(TODAY, None)], [DateRange(TODAY, TODAY + timedelta(1))]),
            )
        )
    )
    rows = {key: one.row for key, one in stored([case.pk], standard="internal").items()}
    seen = set()
    for day in (TODAY, TODAY + timedelta(days=1)):
        for clock in Clock.objects.filter(standard="internal").at(day):
            key = (clock.case_id, clock.goal, clock.standard, clock.occurrence)
            assert state_on(rows[key], day) == clock.state, (clock.occurrence, day)
            seen.add(clock.state)
    assert seen == set(State)
