"""The administrator moves the demo's day; everybody's pages follow, and deadlines are checked at once."""

import re
from datetime import date, timedelta

import pytest
from django.utils import timezone
from playwright.sync_api import expect

from accounts.models import DemoDay
from goals.models import Breach, JobRun
from tests.axe import assert_good
from tests.browsing import sign_in
from tests.factories import TODAY, CaseFactory
from tests.people import arranging


@pytest.fixture
def demo(settings):
    settings.DEMO = True


def pressed(client, **fields):
    """Press a button of the page, as a browser without JavaScript does."""
    page = client.get("/day/").content.decode()
    once = re.search(r'name="once" value="([^"]+)"', page)[1]
    return client.post("/day/move/", {"once": once, **fields}, follow=True)


@pytest.mark.django_db
@pytest.mark.usefixtures("demo")
class TestPage:
    @pytest.mark.parametrize("days", [1, 2, 7])
    def test_days_forward_at_a_press(self, administrator, signed_in, days):
        answer = pressed(signed_in(administrator), days=days)

        assert answer.redirect_chain == [("/day/", 302)]
        assert DemoDay.objects.current() == TODAY + timedelta(days=days)

    @pytest.mark.parametrize("typed", ["24-12-2026", "24.12.26", "2026-12-24"])
    def test_a_day_as_people_write_it(self, administrator, signed_in, typed):
        pressed(signed_in(administrator), day=typed)

        assert DemoDay.objects.current() == date(2026, 12, 24)

    def test_back_to_real_time_once_it_has_caught_up(self, administrator, signed_in):
        DemoDay.objects.create(pk=1, day=timezone.localdate() - timedelta(days=1))

        pressed(signed_in(administrator), real=1)

        assert DemoDay.objects.current() is None

    @pytest.mark.parametrize("fields", [{"real": 1}, {"day": "24-12-2026"}])
    def test_the_day_never_moves_back(self, administrator, signed_in, fields):
        shown = timezone.localdate() + timedelta(days=400)
        DemoDay.objects.move_to(shown)

        answer = pressed(signed_in(administrator), **fields)

        assert answer.status_code == 422
        assert "run bin/demo --reset" in answer.content.decode()
        assert DemoDay.objects.current() == shown

    @pytest.mark.parametrize("fields", [{}, {"day": "soon"}, {"day": "31-02-2026"}, {"days": 300}])
    def test_what_is_no_day_is_said_so_and_moves_nothing(self, administrator, signed_in, fields):
        answer = pressed(signed_in(administrator), **fields)

        assert answer.status_code == 422
        assert "There is 1 problem" in answer.content.decode()
        assert DemoDay.objects.current() is None

    def test_an_impatient_second_press_moves_once(self, administrator, signed_in):
        client = signed_in(administrator)
        fields = {"once": "7d5f9a34-5f80-4a36-9c41-3f6a3c1b2d10", "days": 1}

        client.post("/day/move/", fields)
        client.post("/day/move/", fields)

        assert DemoDay.objects.current() == TODAY + timedelta(days=1)

    @pytest.mark.parametrize("person", ["caseworker", "manager", "mentor", "team_lead"])
    def test_nobody_else_moves_it(self, request, person, signed_in):
        client = signed_in(request.getfixturevalue(person))

        assert client.get("/day/").status_code == 403
        assert client.post("/day/move/", {"days": 1}).status_code == 403
        assert DemoDay.objects.current() is None


@pytest.mark.django_db
class TestWorker:
    """The switch that bin/demo watches."""

    @pytest.fixture
    def switch(self, settings, demo, tmp_path):
        settings.DEMO_WORKER_SWITCH = str(tmp_path / "worker.off")
        return tmp_path / "worker.off"

    def test_an_administrator_has_the_worker_stopped_and_started_again(
        self, administrator, signed_in, switch
    ):
        client = signed_in(administrator)

        stopped = client.post("/day/worker/", {"worker": "stop"}, follow=True).content.decode()
        assert switch.exists()
        assert "Start the worker" in stopped
        started = client.post("/day/worker/", {"worker": "start"}, follow=True).content.decode()

        assert not switch.exists()
        assert "Stop the worker" in started

    def test_nobody_else_stops_it(self, caseworker, signed_in, switch):
        assert signed_in(caseworker).post("/day/worker/", {"worker": "stop"}).status_code == 403
        assert not switch.exists()

    @pytest.mark.parametrize("is_demo", [True, False])
    def test_where_bin_demo_watches_none_or_no_demo_is_there_is_no_switch(
        self, administrator, signed_in, settings, tmp_path, is_demo
    ):
        settings.DEMO = is_demo
        settings.DEMO_WORKER_SWITCH = "" if is_demo else str(tmp_path / "worker.off")

        assert signed_in(administrator).post("/day/worker/", {"worker": "stop"}).status_code == 404
        assert not (tmp_path / "worker.off").exists()


@pytest.mark.django_db
def test_where_there_is_no_demo_the_day_cannot_be_moved(administrator, signed_in):
    client = signed_in(administrator)

    assert client.get("/day/").status_code == 404
    assert client.post("/day/move/", {"days": 1}).status_code == 403
    assert not DemoDay.objects.exists()


@pytest.mark.usefixtures("demo")
class TestQueue:
    """With commits: only then is the queue spoken to."""

    def test_moving_the_day_has_a_worker_check_deadlines(self, start_worker, signed_in, request):
        with arranging(timezone.localdate()):
            administrator = request.getfixturevalue("administrator")
            case = CaseFactory(taken_over_on=timezone.localdate())
            due_on = case.clocks.get(goal="internship-started").due_on
        worker = start_worker(DEMO="1")

        answer = pressed(signed_in(administrator), day=(due_on + timedelta(days=1)).isoformat())

        assert "Deadlines are being checked." in answer.content.decode()
        worker.wait_until(JobRun.objects.filter(finished_at__isnull=False).exists)
        with arranging():
            assert JobRun.objects.get().as_of == due_on + timedelta(days=1)
            assert set(Breach.objects.values_list("over_since", flat=True)) == {due_on + timedelta(days=1)}

    def test_while_the_worker_is_stopped_nobody_says_that_deadlines_are_being_checked(
        self, committed_db, signed_in, request, settings, tmp_path
    ):
        settings.DEMO_WORKER_SWITCH = str(tmp_path / "worker.off")
        (tmp_path / "worker.off").touch()
        with arranging():
            administrator = request.getfixturevalue("administrator")

        said = pressed(signed_in(administrator), days=2).content.decode()

        assert "The worker is stopped: deadlines are checked once it is started again." in said
        assert "Deadlines are being checked." not in said


class TestInBrowser:
    """A real site whose queue does not answer."""

    @pytest.fixture
    def site(self, start_site, tmp_path):
        switch = tmp_path / "worker.off"
        return start_site(DEMO="1", DEMO_WORKER_SWITCH=str(switch), REDIS_URL="redis://127.0.0.1:1/0")

    def test_without_a_queue_the_day_moves_all_the_same_and_the_page_says_so(self, page, console, request):
        with arranging():
            request.getfixturevalue("administrator")
        sign_in(page, "administrator", then="/day/")
        assert_good(page, console)
        page.get_by_role("button", name="Stop the worker").click()
        expect(page.get_by_role("button", name="Start the worker")).to_be_visible()
        page.set_viewport_size({"width": 1440, "height": 900})

        page.get_by_role("button", name="7 days on").click()

        message = page.locator(".message--warning")
        expect(message).to_contain_text("The queue does not answer")
        assert DemoDay.objects.get().day == timezone.localdate() + timedelta(days=7)
        assert_good(page, console)
