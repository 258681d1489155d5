"""Appointments on a case: agreeing on one, cancelling it with a reason."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from accounts.once import once
from accounts.permissions import Permission, require_permission
from refugees.case_forms import CaseForm, findable, render_case_form, saved, saved_as_seen, seen
from refugees.case_frame import open_case
from refugees.forms.work import AppointmentForm, CancelForm
from refugees.models import Appointment, AppointmentKind, Case, version_of
from refugees.models.task import who_may_do
from refugees.views.tasks import BACK, render_panel, render_plan
from refugees.work_panels import appointments_panel

# What whoever was overtaken by a colleague is told of the appointment as it stands.
TELLS = ("starts_at", "cancelled_at", "cancel_reason")


@require_GET
@require_permission(Permission.SEE_CASE)
def appointments(request: HttpRequest, public_id: UUID) -> HttpResponse:
    """What is agreed; for htmx, that box alone."""
    case = open_case(request, public_id)
    if request.htmx:
        return render_panel(request, case, appointments_panel(case, request.user, request.today, whole=True))
    return render_plan(request, case)


@require_http_methods(["GET", "POST"])
@require_permission(Permission.WRITE_CASE)
@once
def make(request: HttpRequest, public_id: UUID) -> HttpResponse:
    """Agree on a time."""
    case = open_case(request, public_id)
    form = AppointmentForm(
        request.POST or None,
        today=request.today,
        colleagues=who_may_do(case.unit_id),
        case=case,
        initial={"staff": [request.user.pk]},
    )
    if saved(form, lambda: Appointment.objects.make(case=case, by=request.user, **form.facts)):
        return _done(request, case, _("The appointment is made."))
    about = CaseForm(
        title=_("Make an appointment"),
        submit=_("Make the appointment"),
        back=BACK,
        part="work/_appointment_fields.html",
    )
    return render_case_form(request, case, form, about)


@require_http_methods(["GET", "POST"])
@require_permission(Permission.WRITE_CASE)
@once
def cancel(request: HttpRequest, public_id: UUID, appointment_id: UUID) -> HttpResponse:
    """It will not take place; says why."""
    case = open_case(request, public_id)
    # That the person is busy elsewhere is taken back by whoever said so.
    ours = case.appointments.exclude(kind=AppointmentKind.ELSEWHERE)
    known = findable(request, ours, ours.standing())
    found = get_object_or_404(known, public_id=appointment_id)
    form = CancelForm(request.POST or None, today=request.today)

    def strike() -> None:
        found.cancel(reason=form.cleaned_data["reason"], by=request.user, version=seen(request, TELLS))

    if saved_as_seen(form, strike):
        if found.interpreters.standing().exists():
            messages.warning(request, _("The interpreter is still booked. Cancel that too."))
        return _done(request, case, _("The appointment is cancelled."))
    about = CaseForm(
        title=_("Cancel the appointment"),
        text=found.about,
        submit=_("Cancel the appointment"),
        back=BACK,
        version=version_of(found, TELLS),
        tells=TELLS,
    )
    return render_case_form(request, case, form, about)


def _done(request: HttpRequest, case: Case, words: str) -> HttpResponse:
    messages.success(request, words)
    return redirect(f"{reverse(BACK, args=[case.public_id])}#appointments")
