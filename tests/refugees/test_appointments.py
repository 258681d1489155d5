"""Appointments: whose, on which day, and who may know of them."""

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError

from accounts.scope import user_scope
from refugees.models import Appointment, AppointmentKind, AppointmentStaff
from refugees.verbs import Verb
from tests.factories import TODAY

pytestmark = pytest.mark.django_db

COPENHAGEN = ZoneInfo("Europe/Copenhagen")


def at(day, hour, minute=0):
    """A moment in Copenhagen."""
    return datetime(day.year, day.month, day.day, hour, minute, tzinfo=COPENHAGEN)


def make(by, **facts):
    """An hour today with oneself, on no case."""
    return Appointment.objects.make(
        by=by,
        **{
            "kind": AppointmentKind.VISIT,
            "title": "Look at the room",
            "starts_at": at(TODAY, 10),
            "ends_at": at(TODAY, 11),
            "staff": [by],
        }
        | facts,
    )


def test_an_appointment_on_a_case_leaves_a_line_without_its_words(case, caseworker, colleague):
    appointment = make(caseworker, case=case, staff=[caseworker, colleague], place="Valby")

    assert set(appointment.staff.all()) == {caseworker, colleague}
    line = case.lines.latest("id")
    assert (line.verb, line.happened_on) == (Verb.APPOINTMENT_MADE, TODAY)
    assert line.sentence.startswith("Visit agreed for")
    assert "Valby" not in str(line.details)
    assert "room" not in str(line.details)


def test_the_day_and_the_week_are_counted_in_copenhagen(caseworker):
    late = make(caseworker, starts_at=at(TODAY, 23), ends_at=at(TODAY, 23, 45))
    next_day = make(caseworker, starts_at=at(date(2026, 11, 24), 0, 15), ends_at=at(date(2026, 11, 24), 1))
    sunday = make(caseworker, starts_at=at(date(2026, 11, 29), 22), ends_at=at(date(2026, 11, 29), 23))
    monday = make(caseworker, starts_at=at(date(2026, 11, 30), 8), ends_at=at(date(2026, 11, 30), 9))

    mine = Appointment.objects.of(caseworker).by_time()

    assert list(mine.on(TODAY)) == [late]
    assert list(mine.in_week_of(TODAY)) == [late, next_day, sunday]
    assert list(mine.in_week_of(date(2026, 11, 30))) == [monday]


def test_only_those_who_take_part_have_it_in_their_day(case, caseworker, colleague):
    appointment = make(caseworker, case=case, staff=[colleague])

    assert appointment in Appointment.objects.of(colleague)
    assert appointment not in Appointment.objects.of(caseworker)


def test_people_of_another_unit_cannot_be_put_into_it(case, caseworker, stranger):
    with pytest.raises(ValidationError, match="Choose people of the unit"):
        make(caseworker, case=case, staff=[stranger])
    with pytest.raises(ValidationError, match="Choose who takes part"):
        make(caseworker, case=case, staff=[])

    assert not Appointment.objects.exists()


def test_cancelling_says_why_and_happens_once(case, caseworker, colleague):
    appointment = make(caseworker, case=case)
    again = Appointment.objects.get()

    assert appointment.cancel(reason="She is ill.", by=caseworker)
    assert not again.cancel(reason="Mistake.", by=colleague)

    stored = Appointment.objects.get()
    assert (stored.cancelled_by, stored.cancel_reason) == (caseworker, "She is ill.")
    assert stored not in Appointment.objects.standing()
    assert case.lines.filter(verb=Verb.APPOINTMENT_CANCELLED).count() == 1


def test_without_a_reason_it_is_not_cancelled(caseworker):
    appointment = make(caseworker)

    with pytest.raises(ValidationError, match="Say why it is cancelled"):
        appointment.cancel(reason=" ", by=caseworker)

    assert Appointment.objects.standing().exists()


def test_one_on_no_case_is_known_to_those_in_it_alone(caseworker, colleague, team_lead):
    with user_scope(caseworker):
        appointment = make(caseworker, staff=[colleague])

    for user, sees in ((caseworker, True), (colleague, True), (team_lead, False)):
        assert (appointment in Appointment.objects.visible_to(user)) is sees
        with user_scope(user):
            assert Appointment.objects.exists() is sees
            assert AppointmentStaff.objects.exists() is sees


def test_one_on_a_case_is_known_to_the_unit_alone(case, caseworker, colleague, stranger, mentor):
    appointment = make(caseworker, case=case)

    for user, sees in ((colleague, True), (stranger, False), (mentor, False)):
        assert (appointment in Appointment.objects.visible_to(user)) is sees
        with user_scope(user):
            assert Appointment.objects.exists() is sees


@pytest.mark.parametrize(
    ("facts", "constraint"),
    [
        ({"kind": "party"}, "appointment_kind_is_known"),
        ({"title": ""}, "appointment_has_a_title"),
        ({"ends_at": at(TODAY, 10)}, "appointment_ends_after_it_starts"),
        ({"cancel_reason": "Why?"}, "appointment_cancelled_when_by_whom_and_why"),
    ],
)
def test_the_database_refuses(caseworker, facts, constraint):
    smallest = {"kind": "visit", "title": "x", "starts_at": at(TODAY, 10), "ends_at": at(TODAY, 11)}
    with pytest.raises(IntegrityError, match=constraint):
        Appointment(created_by=caseworker, **smallest | facts).save()


def test_nobody_takes_part_twice(caseworker):
    appointment = make(caseworker)

    with pytest.raises(IntegrityError, match="one_part_in_an_appointment"):
        AppointmentStaff(appointment=appointment, user=caseworker).save()


def test_an_appointment_over_midnight_stands_on_both_days(caseworker):
    start = at(TODAY, 23)
    appointment = make(caseworker, starts_at=start, ends_at=start + timedelta(hours=2))

    for day in (TODAY, date(2026, 11, 24)):
        assert appointment in Appointment.objects.on(day)
