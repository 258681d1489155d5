"""A case with an offer and what began from it."""

from datetime import date

import pytest

from internships.models import Offer, Placement
from tests.factories import TODAY, CompanyFactory
from tests.internships.recording import OFFERED


@pytest.fixture
def company():
    """Found by its name."""
    return CompanyFactory(name="Invented Bakery")


@pytest.fixture
def offer(case, company, caseworker):
    """Given on 10 November; nobody has answered."""
    return Offer.objects.make(
        case=case, company=company, kind="internship", offered_on=OFFERED, today=TODAY, by=caseworker
    )


@pytest.fixture
def placement(case, company, offer, caseworker):
    """Begun on that offer."""
    return Placement.objects.start(
        case=case,
        company=company,
        kind="internship",
        on=date(2026, 11, 16),
        today=TODAY,
        by=caseworker,
        offer=offer,
    )
