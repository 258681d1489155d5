"""What must always hold of companies, offers and starts, whoever writes: one test a rule, by its name."""

from datetime import date, timedelta

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, models, transaction
from django.utils.translation import override

from internships.models import Answer, Company, Offer, Placement
from refugees.models import Occupation, OccupationKind
from tests.factories import TODAY, CaseFactory, CompanyFactory
from tests.internships.relations import opening_at, unit_of
from tests.internships.test_company_constraints import RULES as RULES_OF_COMPANIES
from tests.internships.test_doubt_constraints import RULES as RULES_OF_DOUBTS
from tests.internships.test_extension_constraints import RULES as RULES_OF_EXTENSIONS
from tests.internships.test_link_constraints import RULES as RULES_OF_LINKS
from tests.internships.test_placement_agreements import RULES as RULES_OF_AGREEMENTS
from tests.internships.test_stayed_away import RULES_OF_DAYS, RULES_OF_DECISION
from tests.test_architecture import our_models

pytestmark = pytest.mark.django_db

OFFERED = date(2026, 11, 10)


def offer(case, **facts):
    return Offer.objects.create(
        **({"case": case, "company": CompanyFactory(), "offered_on": OFFERED} | facts)
    )


def placement(case, **facts):
    begun = Occupation.objects.create(
        case=case, kind=OccupationKind.INTERNSHIP, place="Invented Bakery", started_on=OFFERED
    )
    return Placement.objects.create(occupation=begun, company=CompanyFactory(), **facts)


def at_another_unit(case, company):
    offer(case, company=company, unit=unit_of(company), opening=opening_at(unit_of(company)))


def replaced_by_itself(made):
    Offer.objects.filter(pk=made.pk).update(replaces=made)


ACCEPTED = {"answer": Answer.ACCEPTED, "answered_on": OFFERED}
GONE = {"answer": Answer.WITHDRAWN, "answered_on": OFFERED}
FAILED = {"not_started_on": TODAY, "not_started_whose": "company", "not_started_reason": "Forgotten."}
RULES = {
    "offer_kind_is_known": lambda case: offer(case, kind="holiday"),
    "one_unanswered_offer_per_case": lambda case: [offer(case), offer(case)],
    "one_unanswered_offer_of_another_kind": lambda case: [offer(case, kind="job"), offer(case, kind="job")],
    "offer_replaces_another_one": lambda case: replaced_by_itself(offer(case)),
    "offer_answer_and_date_go_together": lambda case: offer(case, answer=Answer.ACCEPTED),
    "decline_says_why": lambda case: offer(case, answer=Answer.DECLINED, answered_on=OFFERED),
    "what_did_not_start_says_whose_doing_and_why": lambda case: offer(case, not_started_on=TODAY),
    "offer_did_not_start_after_it_was_given": lambda case: offer(case, **(FAILED | GONE)),
    "offer_from_an_opening_names_its_unit": lambda case: offer(
        case, opening=opening_at(unit_of(CompanyFactory()))
    ),
}
# Rules over two tables: they stand in triggers and in keys of two columns.
RULES_OF_TWO = {
    "one_start_per_offer": lambda case: (
        placement(case, offer=offer(case, **ACCEPTED)) and placement(case, offer=Offer.objects.get())
    ),
    "start_of_whom_it_was_offered": lambda case: placement(
        case, offer=offer(CaseFactory(unit=case.unit), **ACCEPTED)
    ),
    "start_on_an_offer_that_stands": lambda case: placement(case, offer=offer(case, **GONE)),
    "started_offer_stands": lambda case: (
        placement(case, offer=offer(case, **ACCEPTED)) and Offer.objects.update(**GONE)
    ),
    "offer_at_the_unit_of_its_opening": lambda case: at_another_unit(case, CompanyFactory()),
    "offer_replaces_one_of_the_same_person": lambda case: offer(
        case, replaces=offer(CaseFactory(unit=case.unit), **GONE)
    ),
    "offer_at_a_unit_of_its_company": lambda case: offer(case, unit=unit_of(CompanyFactory())),
    "placement_at_a_unit_of_its_company": lambda case: placement(case, unit=unit_of(CompanyFactory())),
}
# Unique because its first column is: what refers to both columns needs it.
KEYS_OF_TWO_COLUMNS = {
    "offer_and_its_case",
    "offer_and_its_kind",
    "opening_and_its_unit",
    "production_unit_and_its_company",
    "contact_person_and_their_company",
}
# Broken where the lists are taken in: tests/internships/test_absences_taken_in.py.
KEYS_OF_LISTS = {"one_absence_a_key_of_the_system_of_record"}


@pytest.mark.parametrize("constraint", RULES | RULES_OF_TWO)
def test_the_database_refuses(case, constraint):
    with pytest.raises(IntegrityError, match=constraint), transaction.atomic():
        (RULES | RULES_OF_TWO)[constraint](case)


def test_a_start_that_was_taken_back_stands_in_no_answers_way(case):
    begun = placement(case, offer=offer(case, **ACCEPTED))
    Occupation.objects.update(taken_back_at="2026-11-20T10:00:00+01:00", correction_reason="Mistake.")

    Offer.objects.update(**GONE)

    with pytest.raises(IntegrityError, match="start_on_an_offer_that_stands"), transaction.atomic():
        Occupation.objects.filter(pk=begun.occupation_id).update(taken_back_at=None)


def test_a_start_that_was_taken_back_does_not_stand_again_beside_another_on_its_offer(case):
    begun = placement(case, offer=offer(case, **ACCEPTED))
    Occupation.objects.update(taken_back_at="2026-11-20T10:00:00+01:00", correction_reason="Mistake.")
    placement(case, offer=Offer.objects.get())

    with pytest.raises(IntegrityError, match="one_start_per_offer"), transaction.atomic():
        Occupation.objects.filter(pk=begun.occupation_id).update(taken_back_at=None)


@pytest.mark.parametrize("writes", ["a start on it", "that a begun one did not start"])
def test_what_did_not_start_was_not_started(case, writes):
    made = offer(case, **ACCEPTED)
    if writes == "a start on it":
        Offer.objects.update(**FAILED)
        with pytest.raises(IntegrityError, match="start_on_an_offer_that_stands"), transaction.atomic():
            placement(case, offer=made)
    else:
        placement(case, offer=made)
        with pytest.raises(IntegrityError, match="started_offer_stands"), transaction.atomic():
            Offer.objects.update(**FAILED)


def test_every_rule_of_this_app_is_tested_here():
    checked = (models.CheckConstraint, models.UniqueConstraint)
    ours = {
        constraint.name
        for model in our_models()
        if model._meta.app_label == "internships"
        for constraint in model._meta.constraints
        if isinstance(constraint, checked)
    }

    assert (
        ours
        == RULES.keys()
        | RULES_OF_COMPANIES.keys()
        | RULES_OF_DAYS.keys()
        | RULES_OF_DECISION.keys()
        | RULES_OF_DOUBTS.keys()
        | RULES_OF_AGREEMENTS.keys()
        | RULES_OF_EXTENSIONS.keys()
        | RULES_OF_LINKS.keys()
        | KEYS_OF_TWO_COLUMNS
        | KEYS_OF_LISTS
    )


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


@pytest.mark.parametrize("number", ["1234567", "12345678", "1234567890", "abcdefgh", ""])
def test_a_number_that_is_no_cvr_number_is_refused_with_a_sentence(number):
    with override("en"), pytest.raises(ValidationError, match="not a CVR number|cannot be blank"):
        Company.objects.register(name="Invented", cvr_number=number)

    assert not Company.objects.exists()


def test_a_company_is_registered_once_a_number():
    Company.objects.register(name="Invented", cvr_number="DK 10 00 00 09")

    with override("en"), pytest.raises(ValidationError, match="already registered"):
        Company.objects.register(name="Other", cvr_number="10000009")
