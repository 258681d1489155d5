"""The pages of open counselling: the queue, the counter, what came of it, the opening hours."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from pytest_django.asserts import assertContains, assertNotContains, assertRedirects

from accounts.models import AccessLog
from accounts.permissions import Role
from mentoring.models import OpeningHours, Visit
from tests.crowd import crowd
from tests.factories import TODAY, CaseFactory, UserFactory
from tests.forms import on

pytestmark = pytest.mark.django_db

QUEUE = reverse("mentoring:counselling")
HOURS = reverse("mentoring:hours")


def url(name, visit_or_case):
    if isinstance(visit_or_case, Visit):
        return reverse(f"mentoring:{name}", args=[visit_or_case.case.public_id, visit_or_case.public_id])
    return reverse(f"mentoring:{name}", args=[visit_or_case.public_id])


@pytest.fixture
def lead(unit):
    return UserFactory(role=Role.TEAM_LEAD, unit=unit)


def test_from_the_door_to_what_came_of_it(lise, case):
    find = reverse("mentoring:find")
    assertContains(lise.post(find, {"q": case.person.name}), url("arrive", case))
    assertRedirects(lise.post(find, {"q": case.number}), url("arrive", case))
    assert AccessLog.objects.filter(page="mentoring:find").exists()

    assertRedirects(lise.post(url("arrive", case), {"about": "letter", "note": "From the bank"}), QUEUE)
    visit = Visit.objects.get()
    assertContains(lise.get(QUEUE), "A letter or a form: From the bank")

    assertRedirects(lise.post(url("take_visit", visit)), QUEUE)
    assertContains(lise.get(QUEUE), "Say what came of it")

    said = {"outcome": "answered", "said": "We read it together."}
    form = lise.get(url("end_visit", visit))
    assertRedirects(lise.post(url("end_visit", visit), said | {"version": form.context["version"]}), QUEUE)
    assertContains(lise.get(QUEUE), "Done today: 1 visit")
    assertContains(lise.get(reverse("case", args=[case.public_id])), "We read it together.")


def test_what_is_missing_is_said_where_one_looks(lise, case):
    assertContains(lise.post(url("arrive", case), {"note": ""}), "Choose what it is about.", status_code=422)
    refused = lise.post(url("record_visit", case), {"about": "job", "said": "Long"} | on("on", TODAY))
    assertContains(refused, "Choose what came of it.", status_code=422)
    assertContains(refused, "Long", status_code=422)


def test_whoever_comes_too_late_is_told_who_was_faster(lise, case, caseworker, colleague):
    visit = Visit.objects.arrive(case=case, about="job", by=caseworker)
    Visit.objects.get().take(by=colleague)

    answer = lise.post(url("take_visit", visit), follow=True)
    assertContains(answer, f"{colleague.name} already talks with this person.")


@pytest.mark.day(TODAY + timedelta(days=1))
def test_who_was_forgotten_yesterday_is_asked_about(lise, case, caseworker):
    Visit.objects.arrive(case=case, about="job", by=caseworker)
    Visit.objects.update(arrived_at="2026-11-23T10:00:00+01:00")

    page = lise.get(QUEUE)
    assertContains(page, "From days before: say what came of it")
    assertContains(page, "Waiting: 0 people")


def test_nobody_of_another_unit_is_found_or_seen(signed_in, stranger, case, caseworker):
    Visit.objects.arrive(case=case, about="job", by=caseworker)
    client = signed_in(stranger)
    assertNotContains(client.get(QUEUE), case.person.name)
    assertNotContains(client.post(reverse("mentoring:find"), {"q": case.number}), case.person.name)


def test_a_team_lead_sets_and_ends_the_opening_hours(at_forms, lead, lise):
    assertContains(lise.get(QUEUE), "No opening hours are set.")
    times = {"weekday": "0", "opens": "10.00", "closes": "14.00"} | on("from_on", TODAY)
    client = at_forms(lead)
    assertRedirects(client.post(HOURS, times), HOURS)
    assertContains(lise.get(QUEUE), "Open today: 10.00–14.00.")
    again = client.post(HOURS, times | {"opens": "13.00", "closes": "15.00"})
    assertContains(again, "It is already open at that time of that day.", status_code=422)

    end = reverse("mentoring:end_hours", args=[OpeningHours.objects.get().public_id])
    assertRedirects(client.post(end, on("last_on", TODAY)), HOURS)
    assertContains(client.get(HOURS), "for the last time on")


def test_the_queue_takes_as_many_queries_for_thirty_as_for_three(lise, unit, caseworker):
    numbers = []
    for size in (3, 27):
        for case in crowd(size, unit=unit):
            Visit.objects.arrive(case=case, about="job", by=caseworker)
        with CaptureQueriesContext(connection) as queries:
            lise.get(QUEUE)
        numbers.append(len(queries))
    assert numbers[0] == numbers[1]


def test_the_queue_asks_for_nothing_by_itself_so_that_a_desk_left_alone_is_signed_out(lise, case, caseworker):
    Visit.objects.arrive(case=case, about="job", by=caseworker)
    page = lise.get(QUEUE)
    assertContains(page, "Show the queue anew")
    assertNotContains(page, "every ")


def test_a_closed_case_takes_no_visit(lise, unit, caseworker):
    case = CaseFactory(unit=unit, caseworker=caseworker)
    case.close(on=TODAY, reason="moved", by=caseworker)
    assertContains(lise.post(url("arrive", case), {"about": "job"}), "closed", status_code=422)
