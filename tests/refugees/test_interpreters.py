"""Interpreters for appointments: ordered, confirmed, cancelled; what lacks one, and who would come for nothing."""

from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, connection, transaction
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from pytest_django.asserts import assertContains, assertNotContains, assertRedirects

from accounts.scope import user_scope
from refugees.models import Appointment, InterpreterBooking
from tests.factories import TODAY, CaseFactory, PersonFactory
from tests.refugees.test_appointments import at, make

pytestmark = pytest.mark.django_db

YESTERDAY = TODAY - timedelta(days=1)
LIST = reverse("refugees:interpreters")
ORDER = {"language": "ar", "how": "video", "agency": "Tolkehuset", "on_when": "today"}


@pytest.fixture
def case(unit, caseworker):
    person = PersonFactory(unit=unit, given_name="Amira", interpreter="ar", speaks=["ar"])
    return CaseFactory(unit=unit, person=person, caseworker=caseworker)


@pytest.fixture
def meeting(case, caseworker):
    return make(caseworker, case=case, place="Valby")


def order(meeting, by, **facts):
    facts = {"language": "ar", "how": "phone", "agency": "Tolkehuset", "on": YESTERDAY} | facts
    return InterpreterBooking.objects.order(appointment=meeting, today=TODAY, by=by, **facts)


def url(name, case, row):
    return reverse(f"refugees:{name}", args=[case.public_id, row.public_id])


def test_from_a_meeting_without_an_interpreter_to_one_that_is_confirmed(lise, case, meeting):
    work = lise.get(reverse("my_work"))
    assertContains(work, "1 meeting without an interpreter")
    assertContains(lise.get(LIST), url("order_interpreter", case, meeting))
    plan = reverse("refugees:tasks", args=[case.public_id])
    assertContains(lise.get(plan), "No interpreter is booked")

    assertRedirects(lise.post(url("order_interpreter", case, meeting), ORDER), f"{plan}#appointments")
    assertNotContains(lise.get(plan), "No interpreter is booked")
    assertContains(lise.get(plan), "Interpreter: Arabic, By video, Tolkehuset")
    assertContains(lise.get(LIST), 'Not confirmed yet <span class="count-chip">1</span>')

    booking = InterpreterBooking.objects.get()
    assertRedirects(
        lise.post(url("confirm_interpreter", case, booking), {"on_when": "today"}), f"{plan}#appointments"
    )
    booking.refresh_from_db()
    assert booking.confirmed_on == TODAY
    history = lise.get(reverse("refugees:history", args=[case.public_id]))
    assertContains(history, "confirmed: Arabic")


def test_a_meeting_that_falls_out_says_that_the_interpreter_is_still_booked(lise, case, caseworker, meeting):
    booking = order(meeting, caseworker)

    answer = lise.post(url("cancel_appointment", case, meeting), {"reason": "Ill"}, follow=True)

    assertContains(answer, "The interpreter is still booked. Cancel that too.")
    assertContains(lise.get(reverse("my_work")), "1 interpreter to call off")
    address = url("cancel_interpreter", case, booking)
    assertContains(lise.get(LIST), address)
    assertRedirects(
        lise.post(address, {"on_when": "today", "reason": "Falls out"}),
        reverse("refugees:tasks", args=[case.public_id]) + "#appointments",
    )
    assertNotContains(lise.get(LIST), address)
    assertContains(lise.get(reverse("refugees:history", args=[case.public_id])), "Falls out")


def test_one_cancelled_makes_room_for_another(lise, case, caseworker, meeting):
    order(meeting, caseworker).cancel(reason="Ill", on=TODAY, today=TODAY, by=caseworker)
    order(meeting, caseworker, agency="Another")

    again = lise.post(url("order_interpreter", case, meeting), ORDER)
    assertContains(again, "An interpreter of that language is already booked for it.", status_code=422)
    assertContains(again, "Tolkehuset", status_code=422)


def test_bad_days_and_meetings_are_refused(caseworker, case, meeting):
    tomorrow = TODAY + timedelta(days=1)
    with pytest.raises(ValidationError, match="An order is recorded"):
        order(meeting, caseworker, on=tomorrow)
    booking = order(meeting, caseworker, on=TODAY)
    for verb in (
        lambda: booking.confirm(on=tomorrow, today=TODAY, by=caseworker),
        lambda: booking.confirm(on=YESTERDAY, today=TODAY, by=caseworker),
        lambda: booking.cancel(reason="", on=TODAY, today=TODAY, by=caseworker),
    ):
        with pytest.raises(ValidationError):
            verb()
    with pytest.raises(ValidationError, match="somebody whose case it is"):
        order(make(caseworker), caseworker)
    other = make(caseworker, case=case, starts_at=at(TODAY, 13), ends_at=at(TODAY, 14))
    Appointment.objects.get(pk=other.pk).cancel(reason="Ill", by=caseworker)
    with pytest.raises(ValidationError, match="cancelled meanwhile"):
        order(other, caseworker)


def test_only_meetings_of_people_who_need_one_are_asked_about(lise, case, unit, caseworker, meeting):
    understands = PersonFactory(unit=unit, interpreter="")
    make(caseworker, case=CaseFactory(unit=unit, person=understands, caseworker=caseworker))
    make(caseworker, case=case, starts_at=at(YESTERDAY, 9), ends_at=at(YESTERDAY, 10))
    Appointment.objects.block(case=case, starts_at=at(TODAY, 15), ends_at=at(TODAY, 16), by=caseworker)

    assert [row for row, _language in lise.get(LIST).context["to_book"]] == [meeting]


def test_the_unit_sees_it_and_no_other_unit_and_no_mentor(
    signed_in, case, caseworker, stranger, mentor, meeting
):
    booking = order(meeting, caseworker)

    for user in (stranger, mentor):
        with user_scope(user):
            assert not InterpreterBooking.objects.exists()
            assert not InterpreterBooking.pgh_event_model.objects.exists()
        assert signed_in(user).get(url("cancel_interpreter", case, booking)).status_code == 404
    with user_scope(caseworker):
        assert InterpreterBooking.objects.visible_to(caseworker).count() == 1
    assertNotContains(signed_in(stranger).get(LIST), case.person.name)


def test_the_list_takes_as_many_queries_for_thirty_as_for_three(lise, unit, caseworker):
    numbers = []
    for size in (3, 27):
        for number in range(size):
            person = PersonFactory(unit=unit, interpreter="ar")
            meeting = make(caseworker, case=CaseFactory(unit=unit, person=person, caseworker=caseworker))
            if number % 3:
                order(meeting, caseworker)
            if number % 3 == 2:
                meeting.cancel(reason="Ill", by=caseworker)
        with CaptureQueriesContext(connection) as queries:
            lise.get(LIST)
        numbers.append(len(queries))
    assert numbers[0] == numbers[1]


def book(meeting, **facts):
    usual = {"language": "ar", "how": "phone", "agency": "1", "ordered_on": TODAY}
    return InterpreterBooking.objects.create(
        appointment=meeting, recorded_by=meeting.created_by, **usual | facts
    )


RULES = {
    "interpreter_language_is_known": lambda meeting: book(meeting, language="xx"),
    "interpreter_how_is_known": lambda meeting: book(meeting, how="pigeon"),
    "interpreter_comes_from_somewhere": lambda meeting: book(meeting, agency=""),
    "one_interpreter_of_a_language_an_appointment": lambda meeting: [book(meeting), book(meeting)],
    "interpreter_confirmed_after_the_order": lambda meeting: book(meeting, confirmed_on=YESTERDAY),
    "interpreter_cancelled_when_and_why": lambda meeting: book(meeting, cancelled_on=TODAY),
}


@pytest.mark.parametrize("rule", RULES)
def test_the_database_refuses(rule, meeting):
    with pytest.raises(IntegrityError, match=rule), transaction.atomic():
        RULES[rule](meeting)


def test_every_rule_of_a_booking_is_tried():
    assert {rule.name for rule in InterpreterBooking._meta.constraints} == set(RULES)
