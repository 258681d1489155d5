"""The cast of the tests, and the scope in which they are arranged.

A test with `pytest.mark.django_db` runs in the system's scope on TODAY; every request opens the scope of
whoever is signed in, inside it. With `committed_db`, arrange in `with arranging():`.
"""

import re
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from datetime import date

import pytest
from django.http import HttpResponse
from django.test import Client

from accounts.models import Unit, User
from accounts.permissions import Role
from accounts.scope import system_scope
from refugees.models import Case
from tests.factories import TODAY, CaseFactory, UnitFactory, UserFactory


def arranging(day: date = TODAY) -> AbstractContextManager[None]:
    """Arrange as the system, on that day."""
    return system_scope("test", day=day)


@pytest.fixture(autouse=True)
def _arranged_by_the_system(request: pytest.FixtureRequest) -> Iterator[None]:
    marker = request.node.get_closest_marker("django_db")
    if not marker:
        yield
        return
    request.getfixturevalue("db")
    day = request.node.get_closest_marker("day")
    with arranging(day.args[0] if day else TODAY):
        yield


@pytest.fixture
def unit() -> Unit:
    """The unit of the cast."""
    return UnitFactory(name="Integration, Valby")


@pytest.fixture
def other_unit() -> Unit:
    """A unit whose cases the cast must not know."""
    return UnitFactory(name="Integration, Nørrebro")


@pytest.fixture
def caseworker(unit: Unit) -> User:
    """Works on the case of the cast."""
    return UserFactory(username="caseworker", name="Lise Invented", unit=unit)


@pytest.fixture
def colleague(unit: Unit) -> User:
    """A caseworker of the same unit."""
    return UserFactory(username="colleague", name="Ahmed Invented", unit=unit)


@pytest.fixture
def stranger(other_unit: Unit) -> User:
    """A caseworker of another unit, who must not learn that the case exists."""
    return UserFactory(username="stranger", name="Karen Invented", unit=other_unit)


@pytest.fixture
def team_lead(unit: Unit) -> User:
    """Leads the unit."""
    return UserFactory(username="team-lead", name="Mette Invented", role=Role.TEAM_LEAD, unit=unit)


@pytest.fixture
def manager(unit: Unit) -> User:
    """Manages the unit: looks, does not touch cases."""
    return UserFactory(username="manager", name="Jens Invented", role=Role.MANAGER, unit=None, manages=[unit])


@pytest.fixture
def mentor(unit: Unit) -> User:
    """The holistic mentor of the case of the cast."""
    return UserFactory(username="mentor", name="Maja Invented", role=Role.MENTOR, unit=None)


@pytest.fixture
def nurse(unit: Unit) -> User:
    """Works in the compartment of health of the unit; of its cases she sees a slice."""
    return UserFactory(username="nurse", name="Birgit Invented", role=Role.HEALTH_TEAM, unit=unit)


@pytest.fixture
def administrator() -> User:
    """Users and settings; no cases."""
    return UserFactory(username="administrator", name="Ole Invented", role=Role.ADMINISTRATOR, unit=None)


@pytest.fixture
def case(unit: Unit, caseworker: User, mentor: User) -> Case:
    """A case of the unit, three weeks after takeover: its month runs out on 2 December 2026."""
    return CaseFactory(
        unit=unit, taken_over_on=date(2026, 11, 2), caseworker=caseworker, mentor=mentor, on_benefit=True
    )


class FormSender(Client):
    """A browser that sends a form as its page gave it: with the word that says what it was made from."""

    def post(self, path: str, data: object = None, *args: object, **options: object) -> HttpResponse:
        """Open the page of the form first, unless the test says what it was made from."""
        if isinstance(data, dict) and "version" not in data:
            data = data | made_from(self.get(path))
        return super().post(path, data, *args, **options)


def made_from(page: HttpResponse) -> dict[str, str]:
    """What the form on a page says it was made from; nothing if it does not say."""
    found = re.search(r'name="version" value="(\w+)"', page.content.decode())
    return {"version": found[1]} if found else {}


@pytest.fixture
def at_forms() -> Callable[[User], Client]:
    """`at_forms(lise).post(...)`: her browser, which opens the page of a form before it sends one."""

    def sign_in(user: User) -> Client:
        client = FormSender()
        client.force_login(user, backend="django.contrib.auth.backends.ModelBackend")
        return client

    return sign_in


@pytest.fixture
def lise(at_forms: Callable[[User], Client], caseworker: User) -> Client:
    """The caseworker's browser, at the forms."""
    return at_forms(caseworker)


@pytest.fixture
def signed_in() -> Callable[[User], Client]:
    """`signed_in(lise).get(...)`: a browser of hers, without JavaScript."""

    def sign_in(user: User) -> Client:
        client = Client()
        client.force_login(user, backend="django.contrib.auth.backends.ModelBackend")
        return client

    return sign_in
