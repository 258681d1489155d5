"""One's own week."""

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from django.urls import reverse
from pytest_django.asserts import assertContains, assertNotContains, assertRedirects

from refugees.models import Appointment, Task
from tests.factories import TODAY
from tests.refugees.busy import write_much

pytestmark = pytest.mark.django_db

MINE = reverse("refugees:my_tasks")
NEXT_WEEK = f"{MINE}?week=2026-W49"


def add(by, title, days=0, **facts):
    """A task of one's own."""
    return Task.objects.add(
        title=title,
        due_on=TODAY + timedelta(days=days),
        by=by,
        today=TODAY,
        **{"assigned_to": by} | facts,
    )


def make(by, title, days=0, **facts):
    """An hour with oneself."""
    starts = datetime(2026, 11, 23, 10, tzinfo=ZoneInfo("Europe/Copenhagen")) + timedelta(days=days)
    return Appointment.objects.make(
        kind="visit",
        title=title,
        starts_at=starts,
        ends_at=starts + timedelta(hours=1),
        by=by,
        **{"staff": [by]} | facts,
    )


def test_the_week_shows_what_is_mine_by_day_and_counts_what_is_overdue(signed_in, caseworker, colleague):
    add(caseworker, "Overdue thing", days=-2)
    add(caseworker, "Thing of Wednesday", days=2)
    add(caseworker, "Thing of next month", days=20)
    add(caseworker, "Thing for a colleague", days=1, assigned_to=colleague)
    add(colleague, "Thing of a colleague")
    make(caseworker, "Look at the room", days=1)
    make(colleague, "Meeting of a colleague")

    page = signed_in(caseworker).get(MINE)

    assertContains(page, "<title>(1 overdue) My tasks and appointments")
    for words in (
        "Overdue thing",
        "Thing of Wednesday",
        "Thing of next month",
        "Look at the room",
        "for Ahmed",
    ):
        assertContains(page, words)
    assertNotContains(page, "Thing of a colleague")
    assertNotContains(page, "Meeting of a colleague")
    assertContains(page, "Week 48: Mon 23 Nov to Sun 29 Nov")


def test_another_week_is_a_link(signed_in, caseworker):
    make(caseworker, "See the bakery", days=8)
    browser = signed_in(caseworker)

    assertContains(browser.get(MINE), "?week=2026-W49")
    assertNotContains(browser.get(MINE), "See the bakery")
    assertContains(browser.get(NEXT_WEEK), "See the bakery")
    assertContains(browser.get(NEXT_WEEK), "This week")


@pytest.mark.parametrize("week", ["x", "2026-W54", "2026-48", "0001-W01", "9999-W52", "2026-W-1"])
def test_what_is_no_week_is_not_found(signed_in, caseworker, week):
    assert signed_in(caseworker).get(f"{MINE}?week={week}").status_code == 404


def test_a_cancelled_appointment_is_gone_from_the_week(at_forms, caseworker):
    appointment = make(caseworker, "Look at the room")
    cancel = reverse("refugees:cancel_own_appointment", args=[appointment.public_id])

    at_forms(caseworker).post(cancel, {"reason": "No time."})

    assertNotContains(at_forms(caseworker).get(MINE), "Look at the room")
    assert Appointment.objects.get().cancel_reason == "No time."


def test_tasks_and_appointments_without_a_case_are_added_here(signed_in, caseworker, colleague):
    browser = signed_in(caseworker)
    when = {"day": "27", "month": "11", "year": "2026"}
    due = {f"due_on_{part}": value for part, value in when.items()}
    day = {f"day_{part}": value for part, value in when.items()}

    task = browser.post(
        reverse("refugees:add_own_task"), {"title": "Tidy the desk", "assigned_to": caseworker.pk} | due
    )
    appointment = browser.post(
        reverse("refugees:add_own_appointment"),
        {"kind": "meeting", "title": "Unit meeting", "starts": "9", "ends": "10", "staff": [colleague.pk]}
        | day,
    )

    for response in (task, appointment):
        assertRedirects(response, MINE, fetch_redirect_response=False)
    assert Task.objects.get().due_on == date(2026, 11, 27)
    assertContains(signed_in(colleague).get(MINE), "Unit meeting")


def test_done_leads_back_here_and_undo_too(signed_in, caseworker):
    task = add(caseworker, "Tidy the desk")
    browser = signed_in(caseworker)

    done = browser.post(
        reverse("refugees:finish_task", args=[task.public_id]), {"next": NEXT_WEEK}, follow=True
    )

    assert done.redirect_chain[-1][0] == NEXT_WEEK
    assertContains(done, "Done: Tidy the desk")
    assertContains(done, "next=%2Fmy-tasks%2F%3Fweek%3D2026-W49")


def test_what_hangs_on_no_case_is_known_to_nobody_else(signed_in, caseworker, team_lead, manager, mentor):
    task, appointment = add(caseworker, "Tidy the desk"), make(caseworker, "Look at the room")
    finish = reverse("refugees:finish_task", args=[task.public_id])
    cancel = reverse("refugees:cancel_own_appointment", args=[appointment.public_id])

    assertNotContains(signed_in(team_lead).get(MINE), "Tidy the desk")
    assert signed_in(team_lead).post(finish).status_code == 404
    assert signed_in(team_lead).post(cancel, {"reason": "x"}).status_code == 404
    for user in (manager, mentor):
        assert signed_in(user).get(MINE).status_code == 403
        for address in (finish, cancel):
            assert signed_in(user).post(address, {"reason": "x"}).status_code == 404
        for address in (reverse("refugees:add_own_task"), reverse("refugees:add_own_appointment")):
            assert signed_in(user).post(address, {"reason": "x"}).status_code == 403
    assert Task.objects.open().get() == task
    assert Appointment.objects.standing().get() == appointment


def test_an_appointment_of_a_case_is_not_cancelled_here(signed_in, caseworker, case):
    appointment = make(caseworker, "See the bakery", case=case)
    cancel = reverse("refugees:cancel_own_appointment", args=[appointment.public_id])

    assert signed_in(caseworker).post(cancel, {"reason": "x"}).status_code == 404
    assert Appointment.objects.standing().exists()


def test_the_page_takes_as_many_queries_for_much_as_for_little(
    signed_in, caseworker, colleague, case, settings, tmp_path, django_assert_max_num_queries
):
    settings.MEDIA_ROOT = str(tmp_path)
    browser = signed_in(caseworker)
    write_much(case, caseworker, colleague, TODAY)
    with django_assert_max_num_queries(40) as little:
        browser.get(MINE)

    write_much(case, caseworker, colleague, TODAY, times=10)

    with django_assert_max_num_queries(40) as much:
        browser.get(MINE)
    assert len(much) == len(little)
