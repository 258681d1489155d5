"""What must always hold in the compartment of health, and of what it passes on: one test a rule, by its name."""

from datetime import date, timedelta

import pytest
from django.db import IntegrityError, transaction
from django.db.backends.postgresql.psycopg_any import DateRange

from accounts.models import User
from accounts.permissions import Role
from health.models import (
    Assessment,
    Clinic,
    Consent,
    HealthAppointment,
    HealthOffer,
    OnwardReferral,
    Referral,
)
from refugees.models import Appointment, FunctionalConclusion, HousingNeed
from tests.factories import TODAY, UserFactory
from tests.health.scene import ELEVEN, TEN
from tests.test_architecture import our_models

pytestmark = pytest.mark.django_db

YESTERDAY = TODAY - timedelta(days=1)
SIX_YEARS_ON = date(2032, 12, 1)


def offer(case, **facts):
    facts = {"way": "letter", "interpreter": "none", "offered_on": TODAY, "case": case} | facts
    return HealthOffer.objects.create(**facts)


DECLINED = {"answer": "declined", "answered_on": TODAY, "decided_by": "self"}


def consent(case, **facts):
    facts = {"purpose": "to-team", "given_on": TODAY, "decided_by": "self", "case": case} | facts
    return Consent.objects.create(**facts)


def referral(case, **facts):
    clinic = Clinic.objects.first()
    return Referral.objects.create(case=case, offer=offer(case), clinic=clinic, sent_on=TODAY, **facts)


def busy(case, **facts):
    facts = {"kind": "elsewhere", "title": "Busy", "starts_at": TEN, "ends_at": ELEVEN, "case": case} | facts
    return Appointment.objects.create(created_by=UserFactory(), **facts)


def appointment(case, **facts):
    facts = {"starts_at": TEN, "ends_at": ELEVEN, "interpreter": "none"} | facts
    return HealthAppointment.objects.create(case=case, referral=referral(case), busy=busy(case), **facts)


def assessment(case, **facts):
    facts = {"findings": "Nothing", "done_on": TODAY} | facts
    return Assessment.objects.create(case=case, referral=referral(case), **facts)


def onward(case, **facts):
    facts = {"to_whom": "A", "sent_on": TODAY, "status": "sent", "status_on": TODAY} | facts
    return OnwardReferral.objects.create(case=case, assessment=assessment(case), **facts)


def conclusion(case, **facts):
    facts = {"ability": "can", "during": DateRange(TODAY, None), "case": case} | facts
    return FunctionalConclusion.objects.create(**facts)


def need(case, **facts):
    facts = {"during": DateRange(TODAY, None), "case": case} | facts
    return HousingNeed.objects.create(**facts)


EMPTY = DateRange(TODAY, TODAY)
RULES = {
    "clinic_has_a_name": lambda case: Clinic.objects.create(name=""),
    "one_default_clinic": lambda case: Clinic.objects.create(name="B", is_default=True),
    "health_offer_way_is_known": lambda case: offer(case, way="pigeon"),
    "health_offer_interpreter_is_known": lambda case: offer(case, interpreter="dog", is_not_family=True),
    "health_offer_interpreter_is_not_family": lambda case: offer(case, interpreter="remote"),
    "one_unanswered_health_offer": lambda case: [offer(case), offer(case)],
    "health_answer_says_when_and_by_whom": lambda case: offer(case, **DECLINED | {"answered_on": YESTERDAY}),
    "health_decline_withdrawn_within_five_years": lambda case: offer(
        case, **DECLINED, decline_withdrawn_on=SIX_YEARS_ON
    ),
    "health_offer_taken_back_says_why": lambda case: offer(case, taken_back_at=TEN),
    "consent_purpose_is_known": lambda case: consent(case, purpose="anything"),
    "consent_decider_is_known": lambda case: consent(case, decided_by="uncle"),
    "one_standing_consent_to_a_purpose": lambda case: [consent(case), consent(case)],
    "consent_withdrawn_after_it_was_given": lambda case: consent(case, withdrawn_on=YESTERDAY),
    "referral_received_after_it_was_sent": lambda case: referral(case, received_on=YESTERDAY),
    "health_appointment_ends_after_it_starts": lambda case: appointment(case, ends_at=TEN),
    "health_outcome_is_known": lambda case: appointment(case, outcome="lost"),
    "health_appointment_interpreter_is_known": lambda case: appointment(
        case, interpreter="dog", is_not_family=True
    ),
    "health_appointment_interpreter_is_not_family": lambda case: appointment(case, interpreter="in-person"),
    "assessment_says_what_was_found": lambda case: assessment(case, findings=""),
    "onward_status_is_known": lambda case: onward(case, status="lost"),
    "onward_referral_says_to_whom": lambda case: onward(case, to_whom=""),
    "onward_status_after_it_was_sent": lambda case: onward(case, status_on=YESTERDAY),
    "busy_elsewhere_is_of_a_case_and_names_no_place": lambda case: busy(case, place="The clinic"),
    "user_of_the_health_team_has_a_unit": lambda case: User.objects.create(
        username="x", name="X", role=Role.HEALTH_TEAM
    ),
    "conclusion_ability_is_known": lambda case: conclusion(case, ability="maybe"),
    "conclusion_limits_are_known": lambda case: conclusion(case, ability="with-limits", limits=["back"]),
    "conclusion_with_limits_names_them": lambda case: conclusion(case, ability="with-limits"),
    "only_a_conclusion_with_limits_has_limits": lambda case: conclusion(case, limits=["nights"]),
    "conclusion_hours_fit_a_week": lambda case: conclusion(case, ability="with-limits", week_hours=38),
    "only_not_before_has_a_day": lambda case: conclusion(case, ability="not-before"),
    "conclusion_period_has_days": lambda case: conclusion(case, during=EMPTY),
    "conclusion_one_at_a_time": lambda case: [conclusion(case), conclusion(case)],
    "conclusion_correction_says_who_when_why": lambda case: conclusion(case, version=2),
    "conclusion_withdrawal_is_a_correction": lambda case: conclusion(case, withdrawn_at=TEN),
    "housing_needs_are_known": lambda case: need(case, needs=["pool"]),
    "housing_need_period_has_days": lambda case: need(case, during=EMPTY),
    "housing_need_one_at_a_time": lambda case: [need(case), need(case)],
    "housing_need_correction_says_who_when_why": lambda case: need(case, version=2),
    "housing_need_withdrawal_is_a_correction": lambda case: need(case, withdrawn_at=TEN),
}


@pytest.fixture
def nobody_offered(case):
    """The case of the cast, without the offer that the factory makes."""
    HealthOffer.objects.filter(case=case).update(answer="accepted", answered_on=TODAY, decided_by="self")
    return case


@pytest.mark.parametrize("name", RULES)
def test_the_database_refuses(name, nobody_offered):
    with pytest.raises(IntegrityError) as refused, transaction.atomic():
        RULES[name](nobody_offered)

    assert refused.value.__cause__.diag.constraint_name == name


def test_every_rule_of_this_app_is_tried():
    here = [model for model in our_models() if model._meta.app_label == "health"]
    constraints = {
        constraint.name
        for model in [*here, FunctionalConclusion, HousingNeed]
        for constraint in model._meta.constraints
    }

    assert constraints <= set(RULES)
