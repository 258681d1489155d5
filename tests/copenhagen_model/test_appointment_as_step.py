"""An appointment of today or tomorrow is the next step, unless something is more urgent."""

from datetime import date, datetime, timedelta
from uuid import UUID

import pytest
from django.urls import reverse
from django.utils import timezone
from pytest_django.asserts import assertContains

from copenhagen_model.case_facts import CaseFacts
from copenhagen_model.next_step import next_step, next_steps
from copenhagen_model.worklist import Group, places
from goals.models import Clock
from internships.models import Answer, Company, Offer
from refugees.events import KeyEvent
from refugees.models import Appointment, Case, KeyDate, Task, Waiting
from tests.factories import TODAY, CaseFactory

TOMORROW = TODAY + timedelta(days=1)
CONFIRMED = {KeyEvent.TAKEOVER: KeyDate(event=KeyEvent.TAKEOVER, on=date(2026, 11, 2))}
AGREED = Appointment(title="Interview about work")
WAITS = Waiting(whom="Ydelseskontoret", what="the letter", since_on=TODAY, chase_on=date(2026, 11, 30))


def a_clock(state="running", planned_on=None):
    clock = Clock(
        goal="internship-started", standard="city", starts_on=date(2026, 11, 2), planned_on=planned_on
    )
    clock.due_on, clock.state, clock.day = date(2026, 12, 2), state, TODAY
    return clock


def step(dates=CONFIRMED, **facts):
    return next_step(CaseFacts(Case(pk=1), dates, appointment=AGREED, **facts), TODAY)


def at(day, hour=10):
    return timezone.make_aware(datetime(day.year, day.month, day.day, hour))


def agree(case, by, day=TODAY, hour=10, title="Interview about work"):
    starts_at = at(day, hour)
    return Appointment.objects.make(
        kind="interview",
        title=title,
        starts_at=starts_at,
        ends_at=starts_at + timedelta(hours=1),
        staff=[by],
        by=by,
        case=case,
    )


@pytest.mark.parametrize(
    "facts",
    [
        {},
        {"clocks": [a_clock()]},
        {"waiting": WAITS},
        {"clocks": [a_clock()], "offer": Offer(company=Company(name="Invented Bakery"), answer=Answer.OPEN)},
    ],
    ids=["nothing else", "a promise with time", "waiting", "an offer under way"],
)
def test_it_comes_before_what_has_time(facts):
    found = step(**facts)

    assert (found.words, found.view, found.appointment) == (
        "Keep the appointment",
        "refugees:appointments",
        AGREED,
    )
    assert not found.opens_in_place


@pytest.mark.parametrize(
    ("facts", "words"),
    [
        ({"dates": {}}, "Record the allocation"),
        ({"clocks": [a_clock("due_soon")]}, "Agree a start with a company"),
        ({"clocks": [a_clock(planned_on=date(2026, 12, 4))]}, "Agree a start with a company"),
        ({"unanswered": UUID(int=1)}, "Say why it is over and what happens next"),
        ({"waiting": Waiting(whom="The school", chase_on=TODAY)}, "Chase The school"),
        ({"task": Task(title="Call the school", due_on=TODAY)}, "Call the school"),
    ],
)
def test_what_is_more_urgent_comes_first(facts, words):
    assert step(**facts).words == words


def test_where_a_deadline_presses_and_nothing_can_be_done_about_it_the_appointment_is_the_step():
    clock = a_clock("due_soon")
    clock.goal = "nobody-records-it"

    assert step(clocks=[clock]).appointment == AGREED


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("day", "is_next"),
    [(TODAY - timedelta(days=1), False), (TODAY, True), (TOMORROW, True), (TODAY + timedelta(days=2), False)],
)
def test_only_of_today_and_tomorrow(case, caseworker, day, is_next):
    appointment = agree(case, caseworker, day)

    found = next_steps([case], TODAY)[case.pk]

    assert (found.appointment == appointment) is is_next


@pytest.mark.django_db
def test_the_first_of_several_that_was_not_cancelled(case, caseworker):
    agree(case, caseworker, TODAY, 9).cancel(reason="Ill.", by=caseworker)
    agree(case, caseworker, TOMORROW)
    first = agree(case, caseworker, TODAY, 14)

    assert next_steps([case], TODAY)[case.pk].appointment == first


@pytest.mark.django_db
def test_the_page_of_the_case_and_my_work_say_when_and_what(signed_in, case, caseworker):
    agree(case, caseworker, TODAY, 14)
    client = signed_in(caseworker)

    for page in (reverse("case", args=[case.public_id]), reverse("my_work")):
        answer = client.get(page)
        assertContains(answer, "Keep the appointment")
        assertContains(answer, "Interview about work, Mon 23 Nov at 14.00")


@pytest.mark.django_db
def test_it_lifts_a_case_that_waits_and_only_when_it_is_near(unit, caseworker):
    soon, later = (
        CaseFactory(unit=unit, caseworker=caseworker, taken_over_on=date(2026, 11, 16)) for _ in range(2)
    )
    for case, day in ((soon, TOMORROW), (later, date(2026, 11, 25))):
        agree(case, caseworker, day)
        Waiting.objects.begin(
            case=case,
            kind="authority",
            whom="Ydelseskontoret",
            what="the letter",
            since_on=TODAY,
            chase_on=date(2026, 11, 30),
            by=caseworker,
            today=TODAY,
        )

    found = {place.case_id: (place.group, place.on) for place in places(caseworker, TODAY)}

    assert found == {soon.pk: (Group.DUE_SOON, TOMORROW), later.pk: (Group.WAITING, date(2026, 11, 30))}
