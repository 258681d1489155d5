"""Every kind that a company has places for: an offer of it, and what is agreed."""

from datetime import date, timedelta

from internships.models import Offer, OfferKind
from tests.factories import TODAY, CompanyFactory
from tests.internships.relations import opening_at, unit_of

KINDS = OfferKind.values
COUNTED = ["internship", "wage-subsidy"]
NOT_COUNTED = ["community-work", "job", "igu"]
BEGUN, GIVEN = date(2026, 11, 16), date(2026, 11, 10)
LAST = BEGUN + timedelta(weeks=3)
CONTENT = {
    "drawn_up_on": GIVEN,
    "purpose": "To work there.",
    "tasks": "Bake bread.",
    "from_on": BEGUN,
    "until_on": LAST,
    "minutes_a_week": 32 * 60,
    "supervisor": "Invented Baker",
}
OF_AN_IGU = {"practice_minutes": 25 * 60, "school_weeks": 23}


def content_of(kind):
    """What an agreement of that kind says."""
    return CONTENT | (OF_AN_IGU if kind == "igu" else {})


def given(case, kind, **facts):
    """An offer of that kind from an opening with one place."""
    opening = opening_at(unit_of(CompanyFactory()), kind=kind, capacity=1, minutes_a_week=32 * 60)
    return Offer.objects.make_from(opening, case=case, offered_on=GIVEN, today=TODAY, by=None, **facts)
