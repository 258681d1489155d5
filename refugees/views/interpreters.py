"""Interpreters for appointments: what is to be booked or called off, and booking, confirming, cancelling one."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from accounts.once import once
from accounts.permissions import Permission, require_permission
from refugees.case_forms import CaseForm, findable, render_case_form, saved, saved_as_seen, seen
from refugees.case_frame import open_case
from refugees.forms.interpreters import (
    CancelInterpreterForm,
    ConfirmInterpreterForm,
    OrderInterpreterForm,
)
from refugees.interpreting import interpreting
from refugees.languages import label_of
from refugees.models import Case, InterpreterBooking, version_of
from refugees.views.tasks import BACK

# What whoever was overtaken by a colleague is told of the booking as it stands.
TELLS = ("language", "how", "agency", "ordered_on", "confirmed_on", "cancelled_on", "cancel_reason")


@require_GET
@require_permission(Permission.SEE_MY_WORK)
def interpreters(request: HttpRequest) -> HttpResponse:
    """For one's own cases and meetings: interpreters to book, to call off, and those not confirmed yet."""
    return render(request, "interpreters/interpreters.html", interpreting(request.user, request.today))


@require_http_methods(["GET", "POST"])
@require_permission(Permission.WRITE_CASE)
@once
def order(request: HttpRequest, public_id: UUID, appointment_id: UUID) -> HttpResponse:
    """An interpreter was ordered for a meeting."""
    case = open_case(request, public_id)
    meetings = case.appointments.select_related("case")
    standing = meetings.standing().exclude(kind="elsewhere")
    meeting = get_object_or_404(findable(request, meetings, standing), public_id=appointment_id)
    known = {"language": case.person.interpreter, "on": request.today}
    form = OrderInterpreterForm(request.POST or None, today=request.today, initial=known)

    def write() -> None:
        facts = form.cleaned_data
        InterpreterBooking.objects.order(appointment=meeting, today=request.today, by=request.user, **facts)

    if saved(form, write):
        return _done(request, case, _("The interpreter is booked."))
    about = CaseForm(
        title=_("Book an interpreter"), text=meeting.about, submit=_("Save the booking"), back=BACK
    )
    return render_case_form(request, case, form, about)


@require_http_methods(["GET", "POST"])
@require_permission(Permission.WRITE_CASE)
@once
def confirm(request: HttpRequest, public_id: UUID, booking_id: UUID) -> HttpResponse:
    """They said that somebody comes."""
    case, booking = _with_booking(request, public_id, booking_id)
    form = ConfirmInterpreterForm(request.POST or None, today=request.today, initial={"on": request.today})

    def write() -> None:
        version = seen(request, TELLS)
        booking.confirm(on=form.cleaned_data["on"], today=request.today, by=request.user, version=version)

    if saved_as_seen(form, write):
        return _done(request, case, _("The interpreter is confirmed."))
    about = _about(booking, title=_("The interpreter is confirmed"), submit=_("Save"))
    return render_case_form(request, case, form, about)


@require_http_methods(["GET", "POST"])
@require_permission(Permission.WRITE_CASE)
@once
def cancel(request: HttpRequest, public_id: UUID, booking_id: UUID) -> HttpResponse:
    """The interpreter was told not to come."""
    case, booking = _with_booking(request, public_id, booking_id)
    form = CancelInterpreterForm(request.POST or None, today=request.today, initial={"on": request.today})

    def strike() -> None:
        version = seen(request, TELLS)
        booking.cancel(today=request.today, by=request.user, version=version, **form.cleaned_data)

    if saved_as_seen(form, strike):
        return _done(request, case, _("The interpreter is cancelled."))
    words = _("Cancel the interpreter")
    return render_case_form(request, case, form, _about(booking, title=words, submit=words))


def _with_booking(request: HttpRequest, public_id: UUID, booking_id: UUID) -> tuple[Case, InterpreterBooking]:
    case = open_case(request, public_id)
    rows = InterpreterBooking.objects.filter(appointment__case=case).select_related("appointment__case")
    return case, get_object_or_404(findable(request, rows, rows.standing()), public_id=booking_id)


def _about(booking: InterpreterBooking, **words: Any) -> CaseForm:
    said = f"{label_of(booking.language)}, {booking.get_how_display()}, {booking.agency}"
    return CaseForm(text=said, back=BACK, version=version_of(booking, TELLS), tells=TELLS, **words)


def _done(request: HttpRequest, case: Case, words: str) -> HttpResponse:
    messages.success(request, words)
    return redirect(f"{reverse(BACK, args=[case.public_id])}#appointments")
