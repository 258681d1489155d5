"""What happens at the clinic and after it: referral, appointments, assessment, treatment."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from accounts.once import once
from accounts.permissions import Permission, require_permission
from health.forms import (
    AssessmentForm,
    ClinicTimeForm,
    OnwardForm,
    OutcomeForm,
    ReceivedForm,
    ReferralForm,
    StatusForm,
)
from health.frame import about, open_row, recorded
from health.models import (
    Assessment,
    Clinic,
    Consent,
    HealthAppointment,
    HealthOffer,
    OnwardReferral,
    Purpose,
    Referral,
)
from refugees.case_forms import seen
from refugees.models import Case

# What each form is about: shown to whoever was overtaken by a colleague.
RECEIVED = ("received_on",)
OUTCOME = ("outcome", "outcome_reason")
FINDINGS = ("done_on", "findings")
STATUS = ("status", "status_on")


@require_http_methods(["GET", "POST"])
@require_permission(Permission.WRITE_HEALTH)
@once
def refer(request: HttpRequest, public_id: UUID, offer_id: UUID) -> HttpResponse:
    """Send somebody who said yes to a clinic."""
    case, offer = open_row(request, public_id, HealthOffer, offer_id)
    form = ReferralForm(request.POST or None, today=request.today, clinics=Clinic.objects.in_order())

    def send() -> None:
        given = form.cleaned_data
        Referral.objects.send(
            offer=offer,
            clinic=form.chosen_clinic(),
            sent_on=given["sent_on"],
            about=given["about"],
            today=request.today,
            by=request.user,
        )

    words = without_consent(case, Purpose.TO_CLINIC)
    shown = about(title=_("Refer to a clinic"), text=words, submit=_("Record the referral"))
    return recorded(request, case, form, send, _("The referral is recorded."), shown)


@require_http_methods(["GET", "POST"])
@require_permission(Permission.WRITE_HEALTH)
@once
def receive(request: HttpRequest, public_id: UUID, referral_id: UUID) -> HttpResponse:
    """The clinic has the referral."""
    case, referral = open_row(request, public_id, Referral, referral_id)
    form = ReceivedForm(request.POST or None, today=request.today)

    def record() -> None:
        on = form.cleaned_data["received_on"]
        referral.receive(on=on, today=request.today, by=request.user, version=seen(request, RECEIVED))

    shown = about(
        title=_("The clinic received the referral"),
        submit=_("Record it"),
        made_from=referral,
        tells=RECEIVED,
    )
    return recorded(request, case, form, record, _("It is recorded."), shown)


@require_http_methods(["GET", "POST"])
@require_permission(Permission.WRITE_HEALTH)
@once
def agree(request: HttpRequest, public_id: UUID, referral_id: UUID) -> HttpResponse:
    """A time at the clinic."""
    case, referral = open_row(request, public_id, Referral, referral_id)
    form = ClinicTimeForm(request.POST or None, today=request.today)

    def make() -> None:
        HealthAppointment.objects.agree(referral=referral, by=request.user, **form.facts)

    shown = about(
        title=_("Agree on a time at the clinic"),
        text=_("Colleagues see that the person is busy in that time, not where or why."),
        submit=_("Make the appointment"),
        part="health/_time_fields.html",
    )
    return recorded(request, case, form, make, _("The appointment is made."), shown)


@require_http_methods(["GET", "POST"])
@require_permission(Permission.WRITE_HEALTH)
@once
def record_outcome(request: HttpRequest, public_id: UUID, appointment_id: UUID) -> HttpResponse:
    """Whether the person came."""
    case, appointment = open_row(request, public_id, HealthAppointment, appointment_id)
    form = OutcomeForm(request.POST or None, today=request.today)

    def record() -> None:
        given = form.cleaned_data
        appointment.record_outcome(
            outcome=given["outcome"],
            reason=given["outcome_reason"],
            today=request.today,
            by=request.user,
            version=seen(request, OUTCOME),
        )

    shown = about(
        title=_("What became of the appointment"),
        text=date_format(appointment.day, "DATE_FORMAT"),
        submit=_("Record it"),
        made_from=appointment,
        tells=OUTCOME,
    )
    return recorded(request, case, form, record, _("It is recorded."), shown)


@require_http_methods(["GET", "POST"])
@require_permission(Permission.WRITE_HEALTH)
@once
def assess(request: HttpRequest, public_id: UUID, referral_id: UUID) -> HttpResponse:
    """The person was assessed."""
    case, referral = open_row(request, public_id, Referral, referral_id)
    form = AssessmentForm(request.POST or None, today=request.today)

    def record() -> None:
        given = form.cleaned_data
        Assessment.objects.record(referral=referral, today=request.today, by=request.user, **given)

    shown = about(title=_("Record the assessment"))
    return recorded(request, case, form, record, _("The assessment is recorded."), shown)


@require_http_methods(["GET", "POST"])
@require_permission(Permission.WRITE_HEALTH)
@once
def correct_assessment(request: HttpRequest, public_id: UUID, assessment_id: UUID) -> HttpResponse:
    """It was otherwise."""
    case, row = open_row(request, public_id, Assessment, assessment_id)
    known = {"done_on": row.done_on, "findings": row.findings}
    form = AssessmentForm(request.POST or None, today=request.today, initial=known)

    def mend() -> None:
        row.correct(
            today=request.today, by=request.user, version=seen(request, FINDINGS), **form.cleaned_data
        )

    shown = about(
        title=_("Correct the assessment"),
        submit=_("Save the correction"),
        made_from=row,
        tells=FINDINGS,
    )
    return recorded(request, case, form, mend, _("The assessment is corrected."), shown)


@require_http_methods(["GET", "POST"])
@require_permission(Permission.WRITE_HEALTH)
@once
def refer_on(request: HttpRequest, public_id: UUID, assessment_id: UUID) -> HttpResponse:
    """Send somebody on to treatment."""
    case, row = open_row(request, public_id, Assessment, assessment_id)
    form = OnwardForm(request.POST or None, today=request.today)

    def send() -> None:
        given = form.cleaned_data
        OnwardReferral.objects.send(assessment=row, today=request.today, by=request.user, **given)

    words = without_consent(case, Purpose.TO_TREATMENT)
    shown = about(title=_("Refer on to treatment"), text=words, submit=_("Record the referral"))
    return recorded(request, case, form, send, _("The referral is recorded."), shown)


@require_http_methods(["GET", "POST"])
@require_permission(Permission.WRITE_HEALTH)
@once
def follow(request: HttpRequest, public_id: UUID, onward_id: UUID) -> HttpResponse:
    """How far a treatment has come."""
    case, row = open_row(request, public_id, OnwardReferral, onward_id)
    form = StatusForm(request.POST or None, today=request.today, initial={"status": row.status})

    def record() -> None:
        given = form.cleaned_data
        row.follow(
            status=given["status"],
            on=given["status_on"],
            today=request.today,
            by=request.user,
            version=seen(request, STATUS),
        )

    shown = about(
        title=_("How far it has come"),
        text=row.to_whom,
        submit=_("Record it"),
        made_from=row,
        tells=STATUS,
    )
    return recorded(request, case, form, record, _("It is recorded."), shown)


def without_consent(case: Case, purpose: Purpose) -> str:
    """What whoever is about to share something reads where the person has not consented to that purpose."""
    if Consent.objects.standing().filter(case=case, purpose=purpose).exists():
        return ""
    words = _("No consent is recorded to this: “%(purpose)s”. Ask first, or leave out what is known.")
    return words % {"purpose": purpose.label}
