"""A way through the compartment of health, as far as a test needs it."""

from datetime import datetime
from zoneinfo import ZoneInfo

from accounts.permissions import Role
from health.models import (
    Assessment,
    Clinic,
    Consent,
    Decider,
    HealthAnswer,
    HealthAppointment,
    HealthOffer,
    Interpreter,
    OnwardReferral,
    OnwardStatus,
    Purpose,
    Referral,
    Way,
)
from refugees.models import FunctionalConclusion, HousingNeed
from tests.factories import TODAY, UserFactory

COPENHAGEN = ZoneInfo("Europe/Copenhagen")
TEN, ELEVEN, NOON = (datetime(2026, 11, 27, hour, tzinfo=COPENHAGEN) for hour in (10, 11, 12))
UNAIDED = {"interpreter": Interpreter.NONE, "is_not_family": False}


def offered(case, by=None, on=TODAY, **facts):
    """Offered, and not answered yet."""
    facts = {"way": Way.IN_PERSON} | UNAIDED | facts
    return HealthOffer.objects.make(case=case, offered_on=on, today=TODAY, by=by, **facts)


def answered(offer, by=None, answer=HealthAnswer.ACCEPTED, decided_by=Decider.SELF, on=TODAY, **facts):
    """The same offer, answered."""
    offer.record_answer(answer=answer, decided_by=decided_by, on=on, today=TODAY, by=by, **facts)
    return offer


def referred(case, by=None, about="", clinic=None):
    """Said yes, to the offer that lies there or a new one, and was referred to the clinic."""
    waiting = HealthOffer.objects.standing().filter(case=case, answer="").first()
    offer = answered(waiting or offered(case, by), by)
    clinic = clinic or Clinic.objects.in_order().first()
    return Referral.objects.send(offer=offer, clinic=clinic, sent_on=TODAY, today=TODAY, by=by, about=about)


def invited(referral, by, place="", **facts):
    """Has a time at the clinic on Friday."""
    facts = {"starts_at": TEN, "ends_at": ELEVEN} | UNAIDED | facts
    return HealthAppointment.objects.agree(referral=referral, place=place, by=by, **facts)


def assessed(referral, by=None, findings="Nothing special"):
    """Was assessed today."""
    return Assessment.objects.record(referral=referral, done_on=TODAY, findings=findings, today=TODAY, by=by)


def sent_on(assessment, by=None, to_whom="A physiotherapist", reason=""):
    """Was referred on to treatment."""
    return OnwardReferral.objects.send(
        assessment=assessment, to_whom=to_whom, reason=reason, sent_on=TODAY, today=TODAY, by=by
    )


def consented(case, by=None, purpose=Purpose.TO_TEAM):
    """Consented to one purpose."""
    return Consent.objects.give(
        case=case, purpose=purpose, given_on=TODAY, decided_by=Decider.SELF, today=TODAY, by=by
    )


# Planted in every free text of the compartment: found anywhere else, it came out.
MARKER = "Zebramarker-7"


def everything_of(case, text=MARKER, by=None):
    """All that can be written in the compartment of one person, and what is passed on of it."""
    by = by or UserFactory(role=Role.HEALTH_TEAM, unit=case.unit)
    HealthOffer.objects.filter(case=case, answer="", taken_back_at=None).update(
        answer="declined", answered_on=TODAY, decided_by="self"
    )
    offered(case, by).take_back(reason=text, by=by)
    clinic = Clinic.objects.known_as(text)
    offer = answered(offered(case, by), by, answer=HealthAnswer.DECLINED, reason=text)
    offer.withdraw_decline(on=TODAY, today=TODAY, by=by)
    referral = Referral.objects.send(
        offer=offer, clinic=clinic, sent_on=TODAY, today=TODAY, by=by, about=text
    )
    for purpose in Purpose:
        consented(case, by, purpose)
    missed = invited(referral, by, place=text)
    missed.record_outcome(outcome="no-show", reason=text, today=TEN.date(), by=by)
    assessment = assessed(referral, by, text)
    for status in OnwardStatus:
        onward = sent_on(assessment, by, to_whom=text, reason=text)
        onward.follow(status=status, on=TODAY, today=TODAY, by=by)
    invited(referral, by, place=text, starts_at=ELEVEN, ends_at=NOON)
    FunctionalConclusion.objects.state(
        case=case, on=TODAY, by=by, ability="with-limits", limits=["nights"], note="Works best in the morning"
    )
    HousingNeed.objects.state(case=case, on=TODAY, by=by, needs=["lift"])
