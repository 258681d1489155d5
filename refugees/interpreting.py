"""What is to be done about interpreters: for the cases and the meetings of one colleague."""

from datetime import date
from typing import Any

from django.db.models import Q

from accounts.models import User
from refugees.languages import label_of
from refugees.models import Appointment, AppointmentStaff, Case, InterpreterBooking, without_interpreter
from refugees.models.appointment import AppointmentQuerySet


def interpreting(user: User, today: date) -> dict[str, Any]:
    """Meetings without an interpreter, interpreters who would come for nothing, and who is not confirmed yet."""
    meetings = _meetings(user, today)
    bookings = InterpreterBooking.objects.filter(appointment__in=meetings.values("pk"))
    to_book = without_interpreter(meetings, today).by_time()
    return {
        "to_book": [(meeting, label_of(meeting.case.person.interpreter)) for meeting in to_book],
        "to_cancel": list(bookings.to_cancel(today).for_a_list()),
        "to_confirm": list(bookings.to_confirm(today).for_a_list()),
        "today": today,
    }


def unsettled(user: User, today: date) -> dict[str, int]:
    """How many meetings lack an interpreter, and how many interpreters are to be called off. Two queries."""
    meetings = _meetings(user, today)
    bookings = InterpreterBooking.objects.filter(appointment__in=meetings.values("pk"))
    return {
        "to_book": without_interpreter(meetings, today).count(),
        "to_cancel": bookings.to_cancel(today).count(),
    }


def _meetings(user: User, today: date) -> AppointmentQuerySet:
    """Of the cases that this person works on, and those of others in which they take part."""
    whole = Case.objects.whole_for(user)
    parts = AppointmentStaff.objects.filter(user=user).values("appointment")
    return Appointment.objects.filter(
        Q(case__in=whole.of_caseworker(user, today)) | Q(case__in=whole, pk__in=parts)
    )
