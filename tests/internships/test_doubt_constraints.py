"""What the database keeps of doubts about availability, by the name of each rule."""

import pytest
from django.db import IntegrityError, models, transaction

from internships.models import AvailabilityDoubt
from tests.internships.doubts import TAKEOVER, TALKED, create

pytestmark = pytest.mark.django_db

RULES = {
    "doubt_says_what_was_received": lambda case: create(case, received=""),
    "taking_part_again_has_a_day_and_says_in_what": lambda case: create(case, sent_back_on=TALKED),
    "taking_back_a_doubt_says_why": lambda case: create(case, taken_back_at="2026-11-20T10:00:00+01:00"),
}


@pytest.mark.parametrize("constraint", RULES)
def test_the_database_refuses(doubted, constraint):
    with pytest.raises(IntegrityError, match=constraint), transaction.atomic():
        RULES[constraint](doubted)


@pytest.mark.parametrize("facts", [{"sent_back_to": "x"}, {"sent_back_on": TAKEOVER, "sent_back_to": "x"}])
def test_taking_part_again_is_said_after_the_doubt(doubted, facts):
    with pytest.raises(IntegrityError, match="taking_part_again"), transaction.atomic():
        create(doubted, **facts)


def test_every_rule_of_the_doubt_is_tested_here():
    checked = (models.CheckConstraint, models.UniqueConstraint)
    named = {rule.name for rule in AvailabilityDoubt._meta.constraints if isinstance(rule, checked)}

    assert named == set(RULES)
