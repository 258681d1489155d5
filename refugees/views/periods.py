"""Facts that hold for a time: job-readiness, and what a person lives on."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from accounts.once import once
from accounts.permissions import Permission, require_permission
from refugees.case_forms import CaseForm, render_case_form, saved
from refugees.case_frame import open_case
from refugees.forms.dates import BenefitForm, ReadinessForm
from refugees.models import BenefitPeriod, JobReadiness, Readiness

BACK = "refugees:dates"


@require_http_methods(["GET", "POST"])
@require_permission(Permission.WRITE_CASE)
@once
def decide_readiness(request: HttpRequest, public_id: UUID) -> HttpResponse:
    """Decide whether the person is job-ready from a day on."""
    case = open_case(request, public_id)
    form = ReadinessForm(request.POST or None, today=request.today)

    def decide() -> None:
        given = form.cleaned_data
        JobReadiness.objects.decide(
            case=case,
            is_ready=given["readiness"] == Readiness.READY,
            on=given["on"],
            reason=given["reason"],
            by=request.user,
        )

    if saved(form, decide):
        messages.success(request, _("The decision is recorded."))
        return redirect(BACK, case.public_id)
    about = CaseForm(
        title=_("Decide job-readiness"),
        text=_(
            "Without a decision a person counts as job-ready. Lack of language or schooling is no exemption."
        ),
        submit=_("Record the decision"),
        back=BACK,
    )
    return render_case_form(request, case, form, about)


@require_http_methods(["GET", "POST"])
@require_permission(Permission.WRITE_CASE)
@once
def begin_benefit(request: HttpRequest, public_id: UUID) -> HttpResponse:
    """Record what the person lives on from a day on."""
    case = open_case(request, public_id)
    form = BenefitForm(request.POST or None, today=request.today)

    def begin() -> None:
        given = form.cleaned_data
        BenefitPeriod.objects.begin(case=case, kind=given["kind"], on=given["on"], by=request.user)

    if saved(form, begin):
        messages.success(request, _("It is recorded what the person lives on."))
        return redirect(BACK, case.public_id)
    about = CaseForm(
        title=_("What the person lives on"),
        text=_("The law's duty to offer an internship covers people on a benefit only."),
        submit=_("Save"),
        back=BACK,
    )
    return render_case_form(request, case, form, about)
