"""What must always hold of companies, offers and starts, whoever writes: one test a rule, by its name."""

from datetime import date, timedelta

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, models, transaction
from django.utils.translation import override

from internships.models import Answer, Company, Ending, Kind, Offer, Placement
from tests.factories import TODAY, CompanyFactory
from tests.internships.relations import unit_of
from tests.internships.test_company_constraints import RULES as RULES_OF_COMPANIES
from tests.test_architecture import our_models

pytestmark = pytest.mark.django_db

OFFERED = date(2026, 11, 10)


def offer(case, **facts):
    return Offer.objects.create(
        **({"case": case, "company": CompanyFactory(), "offered_on": OFFERED} | facts)
    )


def placement(case, **facts):
    facts = {"kind": Kind.INTERNSHIP, "started_on": OFFERED} | facts
    return Placement.objects.create(case=case, company=CompanyFactory(), **facts)


def start_twice(case, accepted):
    placement(case, offer=accepted)
    placement(case, offer=accepted)


ACCEPTED = {"answer": Answer.ACCEPTED, "answered_on": OFFERED}
RULES = {
    "offer_kind_is_known": lambda case: offer(case, kind="holiday"),
    "one_unanswered_offer_per_case": lambda case: [offer(case), offer(case)],
    "offer_answer_and_date_go_together": lambda case: offer(case, answer=Answer.ACCEPTED),
    "decline_says_why": lambda case: offer(case, answer=Answer.DECLINED, answered_on=OFFERED),
    "placement_kind_is_known": lambda case: placement(case, kind="holiday"),
    "placement_ending_and_last_day_go_together": lambda case: placement(case, last_on=TODAY),
    "one_placement_per_offer": lambda case: (
        [placement(case, offer=offer(case, **ACCEPTED)) for _ in "1"]
        and placement(case, offer=Offer.objects.get())
    ),
    "placement_planned_end_after_start": lambda case: placement(
        case, planned_last_on=OFFERED - timedelta(days=1)
    ),
    "placement_next_step_and_date_go_together": lambda case: placement(case, next_step_on=TODAY),
    "taking_back_a_start_says_why": lambda case: placement(case, taken_back_at="2026-11-20T10:00:00+01:00"),
}
# Rules over two tables: they stand in triggers.
GONE = {"answer": Answer.WITHDRAWN, "answered_on": OFFERED}
RULES_OF_TWO = {
    "start_on_an_offer_that_stands": lambda case: placement(case, offer=offer(case, **GONE)),
    "started_offer_stands": lambda case: (
        placement(case, offer=offer(case, **ACCEPTED)) and Offer.objects.update(**GONE)
    ),
    "offer_at_a_unit_of_its_company": lambda case: offer(case, unit=unit_of(CompanyFactory())),
    "placement_at_a_unit_of_its_company": lambda case: placement(case, unit=unit_of(CompanyFactory())),
}
# Unique because its first column is: what refers to both columns needs it.
KEYS_OF_TWO_COLUMNS = {"production_unit_and_its_company", "contact_person_and_their_company"}


@pytest.mark.parametrize("constraint", RULES | RULES_OF_TWO)
def test_the_database_refuses(case, constraint):
    with pytest.raises(IntegrityError, match=constraint), transaction.atomic():
        (RULES | RULES_OF_TWO)[constraint](case)


def test_a_start_that_was_taken_back_stands_in_no_answers_way(case):
    begun = placement(case, offer=offer(case, **ACCEPTED))
    Placement.objects.update(taken_back_at="2026-11-20T10:00:00+01:00", correction_reason="Mistake.")

    Offer.objects.update(**GONE)

    with pytest.raises(IntegrityError, match="start_on_an_offer_that_stands"), transaction.atomic():
        Placement.objects.filter(pk=begun.pk).update(taken_back_at=None)


def test_every_rule_of_this_app_is_tested_here():
    checked = (models.CheckConstraint, models.UniqueConstraint)
    ours = {
        constraint.name
        for model in our_models()
        if model._meta.app_label == "internships"
        for constraint in model._meta.constraints
        if isinstance(constraint, checked)
    }

    assert ours == RULES.keys() | RULES_OF_COMPANIES.keys() | KEYS_OF_TWO_COLUMNS


@pytest.mark.parametrize(
    ("facts", "constraint"),
    [
        ({"answer": Answer.ACCEPTED, "answered_on": OFFERED - timedelta(days=1)}, "go_together"),
        ({"answered_on": OFFERED}, "go_together"),
        ({"answer": "maybe", "answered_on": OFFERED}, "go_together"),
    ],
)
def test_an_answer_has_a_day_that_is_not_before_the_offer(case, facts, constraint):
    with pytest.raises(IntegrityError, match=f"offer_answer_and_date_{constraint}"), transaction.atomic():
        offer(case, **facts)


@pytest.mark.parametrize(
    "facts",
    [
        {"ending": Ending.COMPLETED},
        {"ending": "forgotten", "last_on": TODAY},
        {"ending": Ending.COMPLETED, "last_on": OFFERED - timedelta(days=1)},
    ],
)
def test_an_end_has_a_day_that_is_not_before_the_start(case, facts):
    name = "placement_ending_and_last_day_go_together"
    with pytest.raises(IntegrityError, match=name), transaction.atomic():
        placement(case, **facts)


@pytest.mark.parametrize("number", ["1234567", "12345678", "1234567890", "abcdefgh", ""])
def test_a_number_that_is_no_cvr_number_is_refused_with_a_sentence(number):
    with override("en"), pytest.raises(ValidationError, match="not a CVR number|cannot be blank"):
        Company.objects.register(name="Invented", cvr_number=number)

    assert not Company.objects.exists()


def test_a_company_is_registered_once_a_number():
    Company.objects.register(name="Invented", cvr_number="DK 10 00 00 09")

    with override("en"), pytest.raises(ValidationError, match="already registered"):
        Company.objects.register(name="Other", cvr_number="10000009")
