from health.models.appointment import HealthAppointment, Outcome
from health.models.assessment import Assessment
from health.models.base import Decider, HealthQuerySet, HealthRow, Interpreter
from health.models.clinic import Clinic
from health.models.consent import Consent, Purpose
from health.models.offer import HealthAnswer, HealthOffer, Way
from health.models.onward import OnwardReferral, OnwardStatus
from health.models.referral import Referral

__all__ = [
    "Assessment",
    "Clinic",
    "Consent",
    "Decider",
    "HealthAnswer",
    "HealthAppointment",
    "HealthOffer",
    "HealthQuerySet",
    "HealthRow",
    "Interpreter",
    "OnwardReferral",
    "OnwardStatus",
    "Outcome",
    "Purpose",
    "Referral",
    "Way",
]
