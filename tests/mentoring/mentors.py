"""Mentors with a profile, and people who want one: for the tests about them."""

from accounts.permissions import Role
from mentoring.models import HolisticOffer, MentorProfile
from mentoring.models.mentor_profile import MOST_PEOPLE
from refugees.parts import Part
from tests.factories import TODAY, CaseFactory, UserFactory


def mentor_of(capacity=3, speaks=("ar",), **facts):
    """A mentor for that many people at a time."""
    user = UserFactory(role=Role.MENTOR, unit=None)
    usual = {"kinds": [Part.HOLISTIC_MENTOR], "sex": "", "districts": [], "weekdays": []}
    MentorProfile.objects.write(mentor=user, speaks=list(speaks), capacity=capacity, **usual | facts)
    return user


def room_for_many(mentor):
    """A profile for as many people as one may have at all, for tests of what must not grow with their number."""
    facts = {"kinds": [Part.HOLISTIC_MENTOR], "sex": "", "districts": [], "weekdays": []}
    MentorProfile.objects.write(mentor=mentor, speaks=mentor.speaks, capacity=MOST_PEOPLE, **facts)


def who_wants_one(unit, answer="accepted", **wishes):
    """Offered a mentor today, with that answer; "" for nobody has answered yet."""
    case = CaseFactory(unit=unit, mentor_offered_on=None)
    offer = HolisticOffer.objects.make(case=case, on=TODAY, today=TODAY, by=None, **wishes)
    if answer:
        reason = "Has a cousin here" if answer == "declined" else ""
        offer.record_answer(answer=answer, on=TODAY, today=TODAY, by=None, reason=reason)
    return offer


def accept(offer, mentor, by=None, **facts):
    """The person gets this mentor today."""
    return offer.accept_with(mentor=mentor, by=by, **{"on": TODAY, "today": TODAY} | facts)
