"""The demo city: made by chance that repeats, told in the order in which it happened, and every state in it."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from django.db import transaction
from pytest_django import DjangoDbBlocker

from accounts.scope import system_scope
from tests.copenhagen_model.demo_city.building import built
from tests.factories import TODAY


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Where tests run in several processes, these stay in one, so that the city is not built in each of them."""
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.xdist_group("demo city"))


@pytest.fixture(scope="package")
def two_builds(django_db_setup: object, django_db_blocker: DjangoDbBlocker) -> Iterator[tuple[str, str]]:
    """The small city, built twice: the first is taken back, the second stays for the tests of this folder."""
    with django_db_blocker.unblock(), transaction.atomic(), system_scope("test", day=TODAY):
        with transaction.atomic():
            first = built()
            transaction.set_rollback(True)
        second = built()
        yield first, second
        transaction.set_rollback(True)


@pytest.fixture
def city(two_builds: tuple[str, str]) -> None:
    """The small city."""


@pytest.fixture
def demo(settings: object) -> None:
    """A demo system."""
    settings.DEMO = True
