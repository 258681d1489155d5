"""A refresh of many cases costs as many queries as one of a few, also where it ends breaches."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from goals import jobs
from goals.models import Breach, Conversation
from goals.refresh import refresh
from refugees.models import Case, CaseLine
from tests.factories import TODAY
from tests.goals.many import many_cases

pytestmark = pytest.mark.django_db


@pytest.fixture
def over(unit, caseworker):
    """`over(n)`: the keys of so many cases that are over every deadline, all of it flagged."""

    def make(number):
        cases = many_cases(number, unit=unit, caseworker=caseworker, taken_over_on=date(2026, 5, 1))
        jobs.sweep()
        return [case.pk for case in cases]

    return make


def queries_of_refresh(keys):
    with CaptureQueriesContext(connection) as captured:
        refresh(keys, TODAY)
    return len(captured)


def all_closed(keys):
    Case.objects.filter(pk__in=keys).update(closed_on=TODAY, close_reason="moved")


def all_taken_over_later(keys):
    """By so little that every deadline has passed all the same."""
    for case in Case.objects.filter(pk__in=keys):
        case.key_dates.filter(event="E2").update(on=date(2026, 5, 2))


@pytest.mark.parametrize("change", [all_closed, all_taken_over_later])
def test_three_cases_with_breaches_cost_the_queries_of_thirty(over, change):
    costs = []
    for number in (3, 30):
        keys = over(number)
        change(keys)
        costs.append(queries_of_refresh(keys))

    assert costs[0] == costs[1]


def test_breaches_that_end_together_leave_a_line_and_a_trace_each(over):
    keys = over(5)
    breaches = Breach.objects.open().count()
    all_closed(keys)

    refresh(keys, TODAY)

    ended = Breach.objects.filter(ended_at__isnull=False)
    assert ended.count() == breaches >= 5
    assert CaseLine.objects.filter(verb="breach-ended").count() == breaches
    assert not Conversation.objects.open().exists()
    events = Breach.pgh_event_model.objects.filter(pgh_label="update", end_reason="void")
    assert events.values("pgh_obj").distinct().count() == breaches
