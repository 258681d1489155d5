"""Somebody without a case drops in: counted in the day's queue, and nothing of the person kept."""

from datetime import time, timedelta

import pytest
from django.core.exceptions import ValidationError
from django.db import connection, models
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils.translation import override
from pytest_django.asserts import assertContains, assertNotContains, assertRedirects

from accounts.scope import user_scope
from mentoring.models import Visit, WalkIn
from refugees.models import Case
from tests.factories import TODAY
from tests.forms import on

pytestmark = pytest.mark.django_db

QUEUE, FORM = reverse("mentoring:counselling"), reverse("mentoring:record_walk_in")
CAME = {"at": "00.00", "about": "letter", "outcome": "shown-on", "shown_to": "state"}


def came(by, day=TODAY, **facts):
    facts = {"at": time(0), "about": "job", "outcome": "answered"} | facts
    return WalkIn.objects.record(unit=by.unit, on=day, by=by, **facts)


def test_it_is_counted_in_the_queue_of_the_day_beside_those_with_a_case(lise, case, caseworker):
    Visit.objects.arrive(case=case, about="job", by=caseworker).end(
        outcome="answered", today=TODAY, by=caseworker
    )
    assertContains(lise.get(QUEUE), FORM)

    assertRedirects(lise.post(FORM, CAME | on("on", TODAY)), QUEUE)

    page = lise.get(QUEUE)
    assertContains(page, "Done today: 2 visits")
    assertContains(page, "Shown on to somebody else: The Immigration Service")
    assertContains(page, "00.00 · A letter or a form")
    assert Case.objects.count() == 1


def test_there_is_no_room_for_anything_of_the_person():
    """Every field is a choice, a moment, or who recorded it: no words, and nothing that names a person or a case."""
    words = [
        field.name
        for field in WalkIn._meta.get_fields()
        if isinstance(field, models.CharField | models.TextField | models.JSONField) and not field.choices
    ]
    related = {field.name for field in WalkIn._meta.get_fields() if isinstance(field, models.ForeignKey)}

    assert words == []
    assert related == {"unit", "recorded_by"}


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ({"about": ""}, "Choose what it is about."),
        ({"outcome": "", "shown_to": ""}, "Choose what came of it."),
        ({"outcome": "booked", "shown_to": ""}, "Select a valid choice"),
        ({"shown_to": ""}, "Choose where they were shown on to."),
        ({"outcome": "answered"}, "Only of somebody who was shown on"),
        ({"at": "23.59"}, "This time has not come yet."),
        ({"at": "soon"}, "Write the time with hours and minutes"),
    ],
)
def test_what_is_wrong_is_said_at_its_field_and_nothing_is_counted(lise, typed, sentence):
    response = lise.post(FORM, CAME | on("on", TODAY) | typed)

    assertContains(response, sentence, status_code=422)
    assert not WalkIn.objects.exists()


def test_nobody_was_here_tomorrow(caseworker):
    with override("en"), pytest.raises(ValidationError, match="has not come yet"):
        came(caseworker, day=TODAY + timedelta(days=1))


def test_a_mistake_is_taken_back_and_not_counted_any_more(lise, caseworker):
    visit = came(caseworker)

    assertRedirects(lise.post(reverse("mentoring:take_walk_in_back", args=[visit.public_id])), QUEUE)

    assertContains(lise.get(QUEUE), "Done today: 0 visits")
    visit.refresh_from_db()
    assert visit.taken_back_at is not None
    assert WalkIn.pgh_event_model.objects.filter(pgh_obj_id=visit.pk).count() == 2


def test_the_last_four_weeks_are_counted_by_what_they_came_about(lise, caseworker):
    came(caseworker, day=TODAY - timedelta(days=28))
    came(caseworker, day=TODAY - timedelta(days=27))
    came(caseworker, day=TODAY - timedelta(days=1), about="home")
    came(caseworker, about="home")

    page = lise.get(QUEUE)

    assertContains(page, "Without a case in the last four weeks: 3 visits")
    assertContains(page, "(The home: 2; Job or internship: 1)")
    assertContains(page, "Done today: 1 visit")


def test_nobody_of_another_unit_sees_or_takes_it_back(signed_in, stranger, mentor, caseworker):
    visit = came(caseworker)
    client = signed_in(stranger)

    assertNotContains(client.get(QUEUE), "Job or internship: 1")
    assert client.post(reverse("mentoring:take_walk_in_back", args=[visit.public_id])).status_code == 404
    visit.refresh_from_db()
    assert visit.taken_back_at is None
    for user, seen in ((caseworker, 1), (stranger, 0), (mentor, 0)):
        with user_scope(user):
            assert WalkIn.objects.count() == seen
            assert WalkIn.pgh_event_model.objects.count() == seen


def test_the_queue_takes_the_same_queries_at_any_number(lise, caseworker):
    numbers = []
    for size in (3, 27):
        for _ in range(size):
            came(caseworker)
        with CaptureQueriesContext(connection) as queries:
            lise.get(QUEUE)
        numbers.append(len(queries))
    assert numbers[0] == numbers[1]
