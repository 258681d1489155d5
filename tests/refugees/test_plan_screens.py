"""Tasks, waiting and appointments on the screen: who may, who may look, who must not know."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from django.urls import reverse
from django.utils.dateparse import parse_datetime
from pytest_django.asserts import assertContains, assertNotContains, assertRedirects

from refugees.models import Appointment, Task, Waiting
from tests.factories import TODAY
from tests.refugees.pages import url

pytestmark = pytest.mark.django_db

COPENHAGEN = ZoneInfo("Europe/Copenhagen")
FRIDAY = {"day": "27", "month": "11", "year": "2026"}


def day(name, **parts):
    """A day in three boxes, as the browser sends it."""
    return {f"{name}_{part}": value for part, value in (parts or FRIDAY).items()}


WAITING = {
    "kind": "clinic",
    "whom": "Invented Clinic",
    "what": "A time",
    "since_on_when": "today",
} | day("chase_on")
APPOINTMENT = {"kind": "visit", "title": "See the bakery", "starts": "9.30", "ends": "1030"} | day("day")


@pytest.fixture
def task(case, caseworker):
    """To be done by tomorrow."""
    return Task.objects.add(
        case=case,
        title="Call the school",
        due_on=TODAY + timedelta(days=1),
        assigned_to=caseworker,
        by=caseworker,
        today=TODAY,
    )


@pytest.fixture
def waiting(case, caseworker):
    """To be asked again today."""
    return Waiting.objects.begin(
        case=case,
        kind="company",
        whom="Invented Bakery",
        what="The signed plan",
        since_on=TODAY - timedelta(days=5),
        chase_on=TODAY,
        by=caseworker,
        today=TODAY,
    )


@pytest.fixture
def appointment(case, caseworker):
    """Tomorrow at ten."""
    starts = datetime(2026, 11, 24, 10, tzinfo=COPENHAGEN)
    return Appointment.objects.make(
        case=case,
        kind="meeting",
        title="Sign the plan",
        starts_at=starts,
        ends_at=starts + timedelta(hours=1),
        staff=[caseworker],
        by=caseworker,
    )


def test_a_task_is_added_for_a_colleague_done_and_undone(signed_in, caseworker, colleague, case):
    given = {"title": "Call the school", "assigned_to": colleague.pk} | day("due_on")
    response = signed_in(caseworker).post(url(case, "add_task"), given)
    assertRedirects(response, f"{url(case, 'tasks')}#tasks", fetch_redirect_response=False)
    task = Task.objects.get()
    assert (task.assigned_to, str(task.due_on)) == (colleague, "2026-11-27")

    done = signed_in(colleague).post(reverse("refugees:finish_task", args=[task.public_id]), follow=True)
    assertContains(done, "Done: Call the school")
    undo = reverse("refugees:undo_task", args=[task.public_id])
    assertContains(done, f'action="{undo}?next=')
    signed_in(colleague).post(undo)

    task.refresh_from_db()
    assert task.done_at is None


def test_a_task_done_by_htmx_answers_with_its_box_and_the_offer_to_undo(signed_in, caseworker, case, task):
    response = signed_in(caseworker).post(
        reverse("refugees:finish_task", args=[task.public_id]),
        headers={"hx-request": "true"},
        follow=True,
    )
    part = signed_in(caseworker).get(url(case, "tasks"), headers={"hx-request": "true"})

    assertContains(response, "Undo")
    assertNotContains(part, "<html")
    assertContains(part, 'id="tasks"')


def test_only_people_of_the_unit_can_be_given_a_task(signed_in, caseworker, stranger, case):
    given = {"title": "Call", "assigned_to": stranger.pk} | day("due_on")

    response = signed_in(caseworker).post(url(case, "add_task"), given)

    assertContains(response, "Choose somebody of the unit.", status_code=422)
    assert not Task.objects.exists()


def test_waiting_begins_is_chased_and_ends_with_what_happened(at_forms, caseworker, case):
    browser = at_forms(caseworker)
    browser.post(url(case, "begin_waiting"), WAITING)
    waiting = Waiting.objects.get()
    assertContains(browser.get(url(case, "waiting")), "Ask again Fri 27 Nov")

    browser.post(
        url(case, "chase_waiting", waiting.public_id), day("chase_on", day="30", month="11", year="2026")
    )
    assertContains(browser.get(url(case, "waiting")), "Ask again Mon 30 Nov")

    browser.post(
        url(case, "end_waiting", waiting.public_id), {"outcome": "Thursday at ten.", "ended_on_when": "today"}
    )
    page = browser.get(url(case, "waiting"))
    assertContains(page, "Thursday at ten.")
    assertContains(page, "The case waits for nobody.")


def test_a_day_to_chase_before_the_waiting_began_is_refused(signed_in, caseworker, case):
    response = signed_in(caseworker).post(
        url(case, "begin_waiting"), WAITING | day("chase_on", day="1", month="11", year="2026")
    )

    assertContains(response, "The day to chase cannot be before the waiting began.", status_code=422)
    assert not Waiting.objects.exists()


def test_what_has_ended_cannot_be_ended_again(signed_in, caseworker, case, waiting):
    waiting.end(outcome="It came.", on=TODAY, by=caseworker, today=TODAY)

    browser, sent = signed_in(caseworker), WAITING | {"outcome": "Never.", "ended_on_when": "today"}
    for name in ("end_waiting", "chase_waiting"):
        assert browser.get(url(case, name, waiting.public_id)).status_code == 404
        # What is sent all the same is answered with what happened, and not kept.
        late = browser.post(url(case, name, waiting.public_id), sent)
        assertContains(late, "It came.", status_code=409)
    waiting.refresh_from_db()
    assert waiting.outcome == "It came."


def test_an_appointment_is_made_in_copenhagen_time_and_cancelled_with_a_reason(
    at_forms, caseworker, colleague, case
):
    browser = at_forms(caseworker)
    browser.post(url(case, "make_appointment"), APPOINTMENT | {"staff": [caseworker.pk, colleague.pk]})
    appointment = Appointment.objects.get()
    assert appointment.starts_at == parse_datetime("2026-11-27T08:30:00Z")
    assert set(appointment.staff.all()) == {caseworker, colleague}
    assertContains(browser.get(url(case, "appointments")), "Fri 27 Nov at 09.30")

    browser.post(url(case, "cancel_appointment", appointment.public_id), {"reason": "She is ill."})

    assertContains(browser.get(url(case, "appointments")), "Cancelled by Lise Invented: She is ill.")
    assert not Appointment.objects.standing().exists()


@pytest.mark.parametrize(
    ("wrong", "sentence"),
    [
        ({"ends": "9.30"}, "The end must be after the start."),
        ({"starts": "half past"}, "Write the time with hours and minutes, for example 9.30."),
        ({"title": ""}, "Write what it is about."),
        ({"staff": []}, "Choose who takes part."),
        ({"day_month": "13"}, "There is no such day in the calendar."),
    ],
)
def test_a_wrong_appointment_is_refused(signed_in, caseworker, case, wrong, sentence):
    response = signed_in(caseworker).post(
        url(case, "make_appointment"), APPOINTMENT | {"staff": [caseworker.pk]} | wrong
    )

    assertContains(response, sentence, status_code=422)
    assert not Appointment.objects.exists()


@pytest.mark.parametrize(
    ("typed", "hour", "minute"),
    [("9", 9, 0), ("14", 14, 0), ("930", 9, 30), ("0930", 9, 30), ("14:05", 14, 5)],
)
def test_a_time_is_understood_as_people_write_it(signed_in, caseworker, case, typed, hour, minute):
    given = APPOINTMENT | {"starts": typed, "ends": "23.59", "staff": [caseworker.pk]}

    signed_in(caseworker).post(url(case, "make_appointment"), given)

    starts = Appointment.objects.get().starts_at.astimezone(COPENHAGEN)
    assert (starts.hour, starts.minute) == (hour, minute)


READ = ["tasks", "waiting", "appointments"]


@pytest.mark.parametrize("name", READ)
def test_a_colleague_and_a_manager_read_and_nobody_else(
    signed_in, colleague, manager, stranger, mentor, case, task, waiting, appointment, name
):
    for user in (colleague, manager):
        page = signed_in(user).get(url(case, name))
        for words in ("Call the school", "Invented Bakery", "Sign the plan"):
            assertContains(page, words)
    assertNotContains(page, "Add a task")
    assertNotContains(page, "Record what happened")
    for user in (stranger, mentor):
        assert signed_in(user).get(url(case, name)).status_code == 404


def test_who_may_not_write_changes_nothing(
    signed_in, manager, stranger, mentor, case, task, waiting, appointment
):
    writes = [
        url(case, "add_task"),
        reverse("refugees:finish_task", args=[task.public_id]),
        reverse("refugees:undo_task", args=[task.public_id]),
        url(case, "begin_waiting"),
        url(case, "chase_waiting", waiting.public_id),
        url(case, "end_waiting", waiting.public_id),
        url(case, "make_appointment"),
        url(case, "cancel_appointment", appointment.public_id),
    ]
    everything = WAITING | APPOINTMENT | {"reason": "x", "outcome": "x", "ended_on_when": "today"}

    for user in (manager, stranger, mentor):
        for address in writes:
            assert signed_in(user).post(address, everything).status_code == 404, (user, address)

    assert Task.objects.open().get() == task
    assert Waiting.objects.to_chase(TODAY).get() == waiting
    assert Appointment.objects.standing().get() == appointment
    assert (Task.objects.count(), Waiting.objects.count(), Appointment.objects.count()) == (1, 1, 1)


def test_an_overdue_task_says_so_first(signed_in, caseworker, case, task):
    Task.objects.add(
        case=case,
        title="Long ago",
        due_on=TODAY - timedelta(days=3),
        assigned_to=caseworker,
        by=caseworker,
        today=TODAY,
    )

    page = signed_in(caseworker).get(url(case, "tasks")).content.decode()

    assert "3 days over" in page
    assert page.index("Long ago") < page.index("Call the school")
