"""How long a step usually takes in a unit: measured, set by default, set instead; and the last safe day."""

from datetime import date, timedelta

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.utils import timezone

from goals.models import Clock, LeadTime, State, Urgency
from goals.models.lead_time import ENOUGH_CASES
from tests.factories import TODAY
from tests.goals.leads import GOAL, clock_of, lead_time
from tests.goals.many import many_cases

pytestmark = pytest.mark.django_db

DUE = date(2026, 12, 2)  # of the case of the cast


@pytest.mark.parametrize(
    ("facts", "days"),
    [
        ({}, None),
        ({"median_days": 9, "cases": ENOUGH_CASES}, 9),
        ({"median_days": 9, "cases": ENOUGH_CASES - 1}, None),
    ],
)
def test_a_median_counts_when_enough_cases_stand_behind_it(unit, facts, days):
    row = lead_time(unit, 1, **facts)
    row.refresh_from_db()

    assert row.days == days


def test_the_default_counts_while_too_few_cases_are_measured(unit, team_lead):
    row = lead_time(unit, 1, median_days=9, cases=3)

    row.set_default(days=14, by=team_lead)

    assert (row.days, row.default_by) == (14, team_lead)


def test_what_is_set_instead_counts_before_everything_and_says_why(unit, team_lead):
    row = lead_time(unit, 1, median_days=9, cases=50)

    row.override(days=20, reason="The port takes nobody in December", by=team_lead)

    assert (row.days, row.override_by) == (20, team_lead)
    row.drop_override()
    assert (row.days, row.override_reason) == (9, "")


def test_setting_days_instead_without_a_reason_is_refused(unit, team_lead):
    row = lead_time(unit, 1, median_days=9, cases=50)

    with pytest.raises(ValidationError, match="Say why"):
        row.override(days=20, reason="  ", by=team_lead)

    row.refresh_from_db()
    assert row.days == 9


def test_the_last_safe_day_is_the_deadline_less_what_is_still_ahead(case, leads):
    clock = clock_of(case)

    assert clock.last_safe_on == DUE - timedelta(days=17)
    assert (clock.ahead["cases"], clock.ahead["medians"], clock.ahead["defaults"]) == (21, 3, 0)


@pytest.mark.parametrize(
    ("day", "urgency"),
    [(date(2026, 11, 15), Urgency.RUNNING), (date(2026, 11, 16), Urgency.SOON)],
)
def test_past_the_last_safe_day_a_promise_needs_somebody_though_the_deadline_is_far(
    case, leads, day, urgency
):
    clock = clock_of(case, day)

    assert (clock.state, clock.urgency) == (State.RUNNING, urgency)
    assert clock.is_past_last_safe_day == (urgency == Urgency.SOON)
    assert Clock.objects.filter(case=case).most_urgent(day).get().urgency == urgency


@pytest.mark.parametrize(
    ("planned_on", "urgency"),
    [
        (date(2026, 11, 16), Urgency.RUNNING),
        (date(2026, 11, 15), Urgency.SOON),
        (date(2026, 12, 3), Urgency.SOON),
    ],
)
def test_a_planned_day_that_has_passed_is_no_plan(case, leads, planned_on, urgency):
    Clock.objects.filter(case=case, goal=GOAL).update(planned_on=planned_on)

    clock = clock_of(case, date(2026, 11, 16))

    # On 16 November the last safe day has passed: only a plan that can still hold lets the case rest.
    assert clock.urgency == urgency
    assert clock.is_past_last_safe_day == (planned_on < clock.day)
    assert clock.plan_passed_days == max((clock.day - planned_on).days, 0)
    assert bool(clock.planned_days_late) == (planned_on > DUE)


def test_a_planned_day_that_has_passed_is_trouble_where_nobody_knows_the_last_safe_day(case):
    Clock.objects.filter(case=case, goal=GOAL).update(planned_on=date(2026, 11, 5))

    assert clock_of(case, date(2026, 11, 6)).urgency == Urgency.SOON
    assert clock_of(case, date(2026, 12, 3)).urgency == Urgency.OVER


def test_with_one_step_unknown_nothing_is_guessed(case, leads):
    LeadTime.objects.filter(position=2).delete()

    assert clock_of(case).last_safe_on is None


def test_a_goal_without_steps_has_no_last_safe_day(case, leads):
    assert Clock.objects.with_urgency(TODAY).get(case=case, goal="categorised").last_safe_on is None


def test_another_units_lead_times_do_not_count(case, leads, other_unit):
    LeadTime.objects.update(unit=other_unit)

    assert clock_of(case).last_safe_on is None


def test_the_medians_are_measured_from_the_units_own_dated_steps(unit, caseworker):
    many_cases(3, unit=unit, caseworker=caseworker, taken_over_on=date(2026, 9, 1))
    clocks = Clock.objects.filter(goal=GOAL, unit=unit).order_by("pk")
    for clock, steps in zip(clocks, [(2, 6, 20), (4, 6), (9,)], strict=True):
        # As a refresh would write it from the facts.
        clock.reached_on = [clock.starts_on + timedelta(days=days) for days in steps]
        clock.save(update_fields=["reached_on"])

    LeadTime.objects.measure(TODAY)

    rows = LeadTime.objects.filter(unit=unit, goal=GOAL).order_by("position")
    assert [(row.median_days, row.cases) for row in rows] == [(4, 3), (2, 2), (14, 1)]
    assert [row.step for row in rows] == [step.key for step in rows[0].declared.steps]
    assert LeadTime.objects.measure(TODAY) == 0


@pytest.mark.parametrize(
    ("facts", "constraint"),
    [
        ({"position": 1}, "one_lead_time_per_step"),
        ({"cases": 3}, "lead_time_of_cases_has_a_median"),
        ({"median_days": 3}, "lead_time_of_cases_has_a_median"),
        ({"default_days": 3}, "lead_time_default_says_who"),
        ({"override_days": 3}, "lead_time_override_says_who_and_why"),
        ({"override_days": 3, "override_at": timezone.now()}, "lead_time_override_says_who_and_why"),
    ],
)
def test_the_database_refuses_a_lead_time(unit, facts, constraint):
    lead_time(unit, 1)

    with pytest.raises(IntegrityError, match=constraint), transaction.atomic():
        lead_time(unit, **{"position": 2} | facts)
