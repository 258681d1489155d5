"""A case with an offer and what began from it, the telephone of its company, and a case with a doubt."""

from datetime import date
from ipaddress import IPv6Address
from secrets import randbits

import pytest
from django.test import Client

from internships.models import AvailabilityDoubt, Offer, Placement
from tests.factories import TODAY, CaseFactory, CompanyFactory
from tests.internships.doubts import STATED, TAKEOVER
from tests.internships.hosts import agreement_on, link_to
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
def occupation(case, company, offer, caseworker):
    """Begun on that offer."""
    placement = Placement.objects.start(
        case=case,
        company=company,
        kind="internship",
        on=date(2026, 11, 16),
        today=TODAY,
        by=caseworker,
        offer=offer,
    )
    return placement.occupation


@pytest.fixture
def host():
    """A telephone at the company, at an address from which nobody has tried anything; nobody is signed in."""
    address = IPv6Address(int(IPv6Address("2001:db8::")) + randbits(96))
    return Client(HTTP_COOKIE="django_language=en", REMOTE_ADDR=str(address))


@pytest.fixture
def agreement(offer):
    """From 16 November to 13 December, 20 hours; nobody has signed."""
    return agreement_on(offer)


@pytest.fixture
def secret(offer, agreement, caseworker):
    """What stands in the address."""
    return link_to(offer, caseworker)


@pytest.fixture
def doubted(unit, caseworker):
    """Under the rules for Ukraine, on a benefit."""
    return CaseFactory(
        unit=unit,
        taken_over_on=TAKEOVER,
        permit_ground="ukraine",
        on_benefit=True,
        caseworker=caseworker,
    )


@pytest.fixture
def doubt(doubted, caseworker):
    """Received on 9 November; nobody has talked about it."""
    return AvailabilityDoubt.objects.record(case=doubted, today=TODAY, by=caseworker, **STATED)
