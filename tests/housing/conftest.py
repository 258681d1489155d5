import pytest

from accounts.permissions import Role
from tests.factories import UserFactory
from tests.housing import homes, stays
from tests.housing.households import family, ready


@pytest.fixture
def officer(unit):
    """Finds homes for the households of the unit."""
    return UserFactory(username="officer", name="Rikke Invented", role=Role.HOUSING_OFFICER, unit=unit)


@pytest.fixture
def rikke(at_forms, officer):
    """The housing officer's browser, at the forms."""
    return at_forms(officer)


@pytest.fixture
def outside(caseworker):
    """A home outside the one area of the list that holds today."""
    dwelling = homes.home()
    homes.checked(dwelling, homes.area_list(caseworker), caseworker)
    return dwelling


@pytest.fixture
def household(unit):
    """Somebody alone who is ready."""
    [case] = family(unit)
    ready(case)
    return case.household


@pytest.fixture
def women():
    """Two beds for women, in a place outside every area."""
    return stays.beds(stays.room(kept_for="women"))
