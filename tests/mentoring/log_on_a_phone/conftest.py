"""A phone, the wire between it and the site, and somebody whom its mentor logs contacts with."""

import pytest
from playwright.sync_api import Browser

from refugees.models import Household
from tests.factories import CaseFactory, PersonFactory
from tests.mentoring.log_on_a_phone.phones import phone_on
from tests.people import arranging
from tests.support.wire import wire_to


@pytest.fixture
def case(site, request):
    """Somebody with a telephone, a mentor, and a sister in the household whom the mentor has too."""
    with arranging():
        unit, lise, mentor = (request.getfixturevalue(name) for name in ("unit", "caseworker", "mentor"))
        home = Household.objects.form(unit=unit)
        facts = {"unit": unit, "caseworker": lise, "mentor": mentor, "household": home}
        person = PersonFactory(unit=unit, given_name="Amira", phone="+45 20 12 34 56")
        CaseFactory(person=PersonFactory(unit=unit, given_name="Samira"), **facts)
        return CaseFactory(person=person, **facts)


@pytest.fixture
def wire(site):
    """Between the phone and the site."""
    with wire_to(site.url) as wire:
        yield wire


@pytest.fixture
def phone(wire, browser: Browser):
    """A phone's browser: a narrow screen that is touched."""
    context = phone_on(browser, wire.url)
    yield context
    context.close()
