"""What the sweep reads when it finds nothing: nothing, however much is open, missed or kept."""

import json
from datetime import date, timedelta

import pytest
from django.db import connection

from goals import jobs, registry
from goals.models import Breach, Clock, State
from goals.models.breach import SWEEP_SQL
from goals.refresh import refresh
from refugees.models import Case
from tests.factories import TODAY
from tests.goals.many import many_cases

pytestmark = pytest.mark.django_db

TAKEN_OVER = date(2026, 5, 1)


def closed(cases, on):
    """All of them closed on that day, and every clock derived again."""
    keys = [case.pk for case in cases]
    Case.objects.filter(pk__in=keys).update(closed_on=on, close_reason="moved")
    refresh(keys, TODAY)


@pytest.fixture
def standing(unit, caseworker):
    """Forty cases over every deadline and flagged, forty that were closed only after it, and forty still running."""
    facts = {"unit": unit, "caseworker": caseworker}
    many_cases(40, taken_over_on=TAKEN_OVER, **facts)
    closed(many_cases(40, taken_over_on=TAKEN_OVER, **facts), TODAY - timedelta(days=20))
    many_cases(40, taken_over_on=TODAY, **facts)
    jobs.sweep()


def clocks_read(day):
    """How many rows of clocks a sweep looks at, whether it flags them or not."""
    goals = registry.all_goals()
    parameters = {
        "day": day,
        "chunk": 500,
        "goals": [goal.key for goal in goals],
        "subjects": [goal.subject for goal in goals],
    }
    with connection.cursor() as cursor:
        # So few rows would be read one by one, or goal by goal, whatever indexes there are; and what the planner knows
        # of them hangs on when a server's own housekeeping passed by.
        for way in ("seqscan", "nestloop", "mergejoin"):
            cursor.execute(f"SET LOCAL enable_{way} = off")
        cursor.execute(f"EXPLAIN (ANALYZE, FORMAT JSON) {SWEEP_SQL}", parameters)
        answer = cursor.fetchone()[0]
    plan = json.loads(answer) if isinstance(answer, str) else answer
    return sum(_read(node) for node in _nodes(plan[0]["Plan"]) if node.get("Relation Name") == "goals_clock")


def _nodes(plan):
    yield plan
    for part in plan.get("Plans", []):
        yield from _nodes(part)


def _read(node):
    removed = node.get("Rows Removed by Filter", 0) + node.get("Rows Removed by Index Recheck", 0)
    return (node["Actual Rows"] + removed) * node["Actual Loops"] if node["Node Type"] != "ModifyTable" else 0


def test_an_idle_sweep_reads_no_clock(standing):
    states = set(Clock.objects.at(TODAY).values_list("state", flat=True))
    assert {State.OVER, State.MISSED, State.RUNNING} <= states

    assert clocks_read(TODAY) == 0


def test_what_falls_away_on_a_day_still_to_come_is_flagged_like_any_other(unit, caseworker):
    cases = many_cases(2, unit=unit, caseworker=caseworker, taken_over_on=TAKEN_OVER)
    closed(cases, TODAY + timedelta(days=5))
    due = Clock.objects.unflagged_over(TODAY).count()
    assert due

    assert jobs.sweep() == due

    assert Breach.objects.open().count() == due
    assert clocks_read(TODAY) == 0
