"""What every test may ask for.

A test that needs the database says `pytestmark = pytest.mark.django_db`; it runs in a transaction, as the
application role, and is rolled back. One that needs real commits (threads, processes, the browser) asks for
`committed_db` instead. `start_worker`, `site` and `page` do so by themselves.
"""

import os
from collections.abc import Callable, Iterator
from itertools import count
from pathlib import Path

import pytest
from django.db import connections
from django.test import override_settings
from django.utils import translation
from hypothesis import settings as hypothesis_settings
from playwright.sync_api import Browser, Page, sync_playwright
from pytest_django import DjangoDbBlocker

from accounts.models import DemoDay
from accounts.scope import system_scope
from tests.factories import TODAY
from tests.support import chromium, processes
from tests.support.database import TestDatabase
from tests.support.furnished import Furnished

pytest_plugins = ["tests.people"]

# Playwright keeps an event loop running in our thread; Django would take its own calls for asynchronous.
os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"

# A test asks whether something is right, never how fast: a busy machine is no failure.
hypothesis_settings.register_profile("unhurried", deadline=None)
hypothesis_settings.load_profile("unhurried")

COMMITTING = {"committed_db", "start_worker", "celery_worker", "start_site", "site"}


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark what drives a browser, and refuse the way of committing that nothing would clear up after."""
    for item in items:
        fixtures = set(getattr(item, "fixturenames", ()))
        if "browser" in fixtures:
            item.add_marker("browser")
        marker = item.get_closest_marker("django_db")
        if (marker and marker.kwargs.get("transaction")) or "transactional_db" in fixtures:
            raise pytest.UsageError(f"{item.nodeid}: ask for committed_db, not for transactional_db.")
        if fixtures & COMMITTING and (marker or "db" in fixtures):
            raise pytest.UsageError(f"{item.nodeid}: committed_db and django_db exclude each other.")


@pytest.fixture(autouse=True)
def _tests_read_english() -> Iterator[None]:
    """What a test asks outside a request is answered in the language of the sources, not in that of the pages."""
    with translation.override("en"):
        yield


@pytest.fixture(scope="session", autouse=True)
def _static_files_are_looked_up_when_asked_for(django_test_environment: None) -> Iterator[None]:
    """Every `Client()` loads the middleware anew; reading all static files each time takes longer than a page."""
    with override_settings(WHITENOISE_AUTOREFRESH=True):
        yield


@pytest.fixture(scope="session")
def django_db_setup(
    django_test_environment: None, django_db_blocker: DjangoDbBlocker
) -> Iterator[TestDatabase]:
    """The database of this run; migrated by the owner role, used by the application role."""
    database = TestDatabase()
    with django_db_blocker.unblock():
        database.prepare()
    yield database
    with django_db_blocker.unblock():
        database.drop()


@pytest.fixture(scope="session")
def furnished(
    django_db_setup: TestDatabase,
    tmp_path_factory: pytest.TempPathFactory,
    django_db_blocker: DjangoDbBlocker,
) -> Iterator[Furnished]:
    """`with furnished.by(build)`: the database in which `build` has made its rows, once for all who ask.

    Ask in a fixture of the scope "class": it comes before the transaction of the test, and goes after it.
    """
    scenes = Furnished(django_db_setup, tmp_path_factory, django_db_blocker)
    yield scenes
    with django_db_blocker.unblock():
        scenes.drop()


@pytest.fixture
def committed_db(django_db_setup: TestDatabase, django_db_blocker: DjangoDbBlocker) -> Iterator[None]:
    """A database where commits are real, on any number of connections; afterwards it is as new."""
    with django_db_blocker.unblock():
        yield
        django_db_setup.renew()


@pytest.fixture(autouse=True)
def _database_before_the_rest(request: pytest.FixtureRequest) -> None:
    """Whatever order a test names its fixtures in: rows are made after the database is open."""
    if COMMITTING & set(request.fixturenames):
        request.getfixturevalue("committed_db")


@pytest.fixture
def start_worker(committed_db: None, tmp_path: Path) -> Iterator[Callable[..., processes.Program]]:
    """`start_worker(concurrency=1, **environment)`: a real Celery worker; as many as you like."""
    processes.empty_queue()
    numbers, started = count(1), []

    def start(**options: object) -> processes.Program:
        worker = processes.celery_worker(tmp_path / f"worker{next(numbers)}.log", **options)
        started.append(worker)
        return worker

    yield start
    for worker in started:
        worker.stop()


@pytest.fixture
def celery_worker(start_worker: Callable[..., processes.Program]) -> processes.Program:
    """One real Celery worker, ready; it has .pid, .output, .kill() and .stop()."""
    return start_worker()


@pytest.fixture(scope="session")
def sites() -> Iterator[dict[str, processes.Site]]:
    """The web servers of this run by their environment: each starts once and serves every test that asks for it."""
    started: dict[str, processes.Site] = {}
    yield started
    for site in started.values():
        site.stop()


@pytest.fixture
def start_site(
    committed_db: None, sites: dict[str, processes.Site], tmp_path_factory: pytest.TempPathFactory
) -> Callable[..., processes.Site]:
    """`start_site(**environment)`: the real web server on the test database; it has .url.

    It keeps no connection between requests, so it does not notice that each test has a database as new.
    """

    def start(**environment: str) -> processes.Site:
        key = repr(sorted(environment.items()))
        if key not in sites or not sites[key].runs():
            sites[key] = processes.Site(tmp_path_factory.mktemp("site") / "log", **environment)
        return sites[key]

    return start


@pytest.fixture
def site(start_site: Callable[..., processes.Site]) -> processes.Site:
    """The web server, answering at .url; its today is TODAY, whatever day it is outside, for which it is a demo."""
    site = start_site(DEMO="1")
    with system_scope("test", day=TODAY):
        DemoDay.objects.create(pk=1, day=TODAY)
    return site


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """A headless Chromium with an empty profile."""
    # From here on an event loop runs in this thread, and Django keeps the connections of a thread with a loop
    # apart from those it had before: these would stay open, unseen, and no database could be renewed.
    connections.close_all()
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=chromium.executable(), args=chromium.FLAGS, env=chromium.environment()
        )
        yield browser
        browser.close()
        # And the other way round: whoever drops the database afterwards sees none of the connections made since.
        connections.close_all()


@pytest.fixture
def console() -> list[str]:
    """What the page wrote to the console, errors and refusals of the Content-Security-Policy included."""
    return []


@pytest.fixture
def page(site: processes.Site, browser: Browser, console: list[str]) -> Iterator[Page]:
    """A page of a browser that knows nobody yet; addresses may be relative to the site."""
    context = browser.new_context(base_url=site.url, locale="da-DK", timezone_id="Europe/Copenhagen")
    context.set_default_timeout(10_000)
    page = context.new_page()
    page.on("console", lambda message: console.append(f"{message.type}: {message.text}"))
    page.on("pageerror", lambda error: console.append(f"error: {error}"))
    yield page
    for each in browser.contexts:  # those that the test opened beside it as well: no page may go on asking
        each.close()
    assert console == [], "the browser's console has messages"
