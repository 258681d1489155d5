"""The fixtures themselves: what they promise has to hold, or the other tests show nothing."""

import threading
import time

import pytest
from django.db import connection

from accounts.models import Unit
from accounts.scope import system_scope
from goals.tasks import sweep
from tests import axe
from tests.support import database

BAD_PAGE = """<!DOCTYPE html><html lang="da"><head><title>Bad</title></head>
<body><main><h1>Bad</h1><img src="/x.png"><p style="width: 2000px">wide</p></main></body></html>"""


def count_elsewhere() -> int:
    """How many of the test's units another connection sees."""
    found = []

    def look() -> None:
        with system_scope("test"):
            found.append(Unit.objects.filter(name="Committed").count())
        connection.close()

    thread = threading.Thread(target=look)
    thread.start()
    thread.join()
    return found[0]


@pytest.mark.django_db
def test_tests_run_as_the_application_role_in_the_test_database():
    with connection.cursor() as cursor:
        cursor.execute("SELECT current_user, current_database()")

        assert cursor.fetchone() == (connection.settings_dict["USER"], connection.settings_dict["NAME"])
        assert connection.settings_dict["NAME"].startswith("test_")
        assert connection.settings_dict["USER"] != "copenhagen_owner"


@pytest.mark.parametrize("run", [1, 2])
def test_a_commit_is_seen_elsewhere_and_gone_in_the_next_test(committed_db, run):
    with system_scope("test"):
        assert not Unit.objects.filter(name="Committed").exists()
        Unit.objects.create(name="Committed")

    assert count_elsewhere() == 1
    assert not connection.in_atomic_block


def test_what_migrations_put_in_is_there_again_after_a_commit(committed_db):
    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM django_migrations")
        assert cursor.fetchone()[0] > 10
        cursor.execute("SELECT count(*) FROM goals_goalversion")
        assert cursor.fetchone()[0] > 0


def furnished_unit():
    """Make the scene of the next tests."""
    return Unit.objects.create(name="Furnished").pk


@pytest.fixture(scope="class")
def standing(furnished):
    """The key of a unit that stands before the test begins."""
    with furnished.by(furnished_unit) as (_folder, key):
        yield key


@pytest.mark.django_db
@pytest.mark.parametrize("run", [1, 2])
def test_a_scene_stands_before_each_test_and_is_as_new_in_the_next(standing, furnished, run):
    unit = Unit.objects.get(pk=standing)
    assert unit.name == "Furnished"
    assert furnished.built[furnished_unit][0].name == connection.settings_dict["NAME"]

    unit.name = "Changed"
    unit.save()


@pytest.fixture(scope="class")
def over(furnished):
    """A scene that another test asked for."""
    with furnished.by(furnished_unit):
        pass


@pytest.mark.django_db
def test_who_asks_for_no_scene_does_not_see_it(over, furnished):
    assert connection.settings_dict["NAME"] == furnished.plain.name
    assert not Unit.objects.filter(name="Furnished").exists()


@pytest.mark.slow
def test_a_real_worker_takes_a_job_from_the_real_queue(celery_worker):
    sweep.delay()

    deadline = time.monotonic() + 10
    while "succeeded" not in celery_worker.output and time.monotonic() < deadline:
        time.sleep(0.05)
    assert "Task goals.tasks.sweep" in celery_worker.output
    assert "succeeded" in celery_worker.output


def test_the_browser_sees_what_is_wrong_with_a_page(page, console):
    page.route("**/bad/", lambda route: route.fulfill(body=BAD_PAGE, content_type="text/html"))
    page.route("**/x.png", lambda route: route.fulfill(status=404))
    page.goto("/bad/")

    assert [rule.split(":")[0] for rule in axe.violations(page)] == ["image-alt"]
    with pytest.raises(AssertionError, match="wrote to the console"):
        axe.assert_good(page, console)
    page.unroute("**/x.png")
    page.route("**/x.png", lambda route: route.fulfill(status=204))
    console.clear()
    with pytest.raises(AssertionError, match="is wider than the screen"):
        axe.assert_good(page, console)
    console.clear()


def test_the_pristine_database_is_made_anew_when_what_migrations_import_changes():
    names = {str(file.relative_to(database.ROOT)) for file in database.sources_of_tables()}

    assert {"accounts/migrations/0001_roles.py", "accounts/walls.py", "copenhagen_model/settings.py"} <= names
