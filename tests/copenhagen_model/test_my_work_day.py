"""What stands beside the list of My work: the day's appointments, the week's tasks, the news."""

from datetime import datetime, timedelta

import pytest
from django.utils import timezone
from pytest_django.asserts import assertContains, assertNotContains

from internships.models import Contact
from refugees.models import Appointment, Note, Task
from tests.copenhagen_model.work_list import URL
from tests.factories import TODAY, CompanyFactory
from tests.internships.relations import contact_with

pytestmark = pytest.mark.django_db


def test_appointments_of_today_stand_over_the_list_and_the_rest_of_the_week_beside(
    signed_in, caseworker, colleague, case
):
    for title, day, staff in [
        ("Interview", TODAY, [caseworker]),
        ("Company visit", TODAY + timedelta(days=2), [caseworker]),
        ("Next week", TODAY + timedelta(days=7), [caseworker]),
        ("Of a colleague", TODAY, [colleague]),
    ]:
        start = timezone.make_aware(datetime(day.year, day.month, day.day, 9, 30))
        Appointment.objects.make(
            kind="interview",
            title=title,
            starts_at=start,
            ends_at=start + timedelta(hours=1),
            staff=staff,
            by=caseworker,
            case=case,
        )

    page = signed_in(caseworker).get(URL)

    assert [item["title"] for item in page.context["appointments"]] == [f"Interview, {case.person.name}"]
    assert [item["title"] for item in page.context["later"]] == [f"Company visit, {case.person.name}"]
    assert "<time>09.30</time>" in page.content.decode()


def test_tasks_of_the_week_are_listed_until_they_are_done(signed_in, caseworker, colleague, case):
    for title, days, user in [("Call", -1, caseworker), ("Write", 8, caseworker), ("Ask", 0, colleague)]:
        Task.objects.add(
            title=title,
            due_on=TODAY + timedelta(days=days),
            assigned_to=user,
            by=caseworker,
            today=TODAY - timedelta(days=2),
            case=case,
        )

    browser = signed_in(caseworker)

    page = browser.get(URL)

    assert [task.title for task in page.context["tasks"]] == ["Call"]
    assert "1 day over" in page.content.decode()
    done = browser.post(f"/tasks/{page.context['tasks'][0].public_id}/done/", {"next": URL}, follow=True)
    assert done.redirect_chain == [(URL, 302)]
    assert done.context["tasks"] == []


def test_what_a_colleague_wrote_is_news_until_it_is_seen(signed_in, caseworker, colleague, case):
    Note.objects.write(case=case, kind="call", happened_on=TODAY, text="Invented", by=colleague, today=TODAY)
    browser = signed_in(caseworker)

    page = browser.get(URL)

    assert "New on the case: Telephone call" in page.content.decode()
    message = page.context["news"][0]
    seen = browser.post(f"/messages/{message.public_id}/seen/", {"next": URL}, follow=True)
    assert seen.redirect_chain == [(URL, 302)]
    assert seen.context["news"] == []


def test_companies_to_call_come_back_on_the_day_that_was_agreed(signed_in, caseworker, colleague):
    for name, by, day in [
        ("Called Today", caseworker, TODAY),
        ("Called Tomorrow", caseworker, TODAY + timedelta(days=1)),
        ("Called by Ahmed", colleague, TODAY),
    ]:
        agreed = contact_with(CompanyFactory(name=name), by, next_on=TODAY + timedelta(days=9))
        Contact.objects.filter(pk=agreed.pk).update(next_on=day)

    page = signed_in(caseworker).get(URL)

    assertContains(page, "Companies to call")
    assertContains(page, "Called Today")
    assertNotContains(page, "Called Tomorrow")
    assertNotContains(page, "Called by Ahmed")
