"""What several modules of these tests begin with."""

from datetime import date

import pytest

from tests.factories import CaseFactory, PersonFactory


@pytest.fixture
def fresh(unit, caseworker):
    """A case whose takeover nobody knows yet."""
    return CaseFactory(unit=unit, caseworker=caseworker)


@pytest.fixture
def known(unit):
    """Somebody with a case, like the person on the list."""
    person = PersonFactory(unit=unit, given_name="Ahmad", family_name="Al-Hassan", born_on=date(1990, 12, 24))
    return CaseFactory(unit=unit, person=person)
