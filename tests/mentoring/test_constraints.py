"""What the database itself refuses of open counselling, whoever writes."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, models, transaction
from django.db.backends.postgresql.psycopg_any import DateRange

from accounts.day import now
from mentoring.models import OpeningHours, Visit
from tests.factories import TODAY
from tests.test_architecture import our_models

pytestmark = pytest.mark.django_db


def visit(case, **facts):
    facts = {"about": "job", "arrived_at": now()} | facts
    return Visit.objects.create(case=case, **facts)


def hours(case, **facts):
    usual = {"weekday": 0, "opens": 600, "closes": 840, "during": DateRange(TODAY, None)}
    return OpeningHours.objects.create(unit=case.unit, **usual | facts)


RULES = {
    "visit_about_is_known": lambda case: visit(case, about="weather"),
    "one_visit_at_a_time": lambda case: [visit(case), visit(case)],
    "visit_taken_after_arrival": lambda case: visit(case, taken_at=now() - timedelta(hours=1)),
    "visit_end_says_what_came_of_it": lambda case: visit(case, ended_at=now()),
    "visit_ends_after_it_was_taken": lambda case: visit(
        case,
        outcome="answered",
        taken_by=case.team.first().user,
        taken_at=now() + timedelta(hours=2),
        ended_at=now() + timedelta(hours=1),
    ),
    "taking_back_a_visit_says_why": lambda case: visit(case, taken_back_at=now()),
    "counselling_closes_after_it_opens": lambda case: hours(case, closes=600),
    "counselling_weekday_is_known": lambda case: hours(case, weekday=7),
    "counselling_hours_have_days": lambda case: hours(case, during=DateRange(None, TODAY)),
    "counselling_hours_do_not_overlap": lambda case: [hours(case), hours(case, opens=660)],
}
# About what moment it is.
OTHERS = {
    "visit_not_in_the_future": lambda case: visit(case, arrived_at=now() + timedelta(days=1)),
}


@pytest.mark.parametrize("rule", RULES | OTHERS)
def test_the_database_refuses(rule, case):
    with pytest.raises(IntegrityError, match=rule), transaction.atomic():
        (RULES | OTHERS)[rule](case)


def test_every_rule_of_this_pillar_is_tried():
    declared = {
        constraint.name
        for model in our_models()
        if model._meta.app_label == "mentoring"
        for constraint in model._meta.constraints
        if not (isinstance(constraint, models.UniqueConstraint) and constraint.fields == ("public_id",))
    }
    assert declared == set(RULES)
