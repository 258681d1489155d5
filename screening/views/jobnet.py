"""Registration as a job-seeker, from the page of the case: registered, CV found, exempt, ended, mended."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from accounts.once import once
from accounts.permissions import Permission, require_permission
from refugees.case_forms import CaseForm, as_seen, findable, render_case_form, saved, saved_as_seen, seen
from refugees.case_frame import open_case
from refugees.models import Case, version_of
from screening.forms.jobnet import (
    CorrectRegistrationForm,
    EndRegistrationForm,
    ExemptForm,
    FindCvForm,
    RegisterForm,
    TakeRegistrationBackForm,
)
from screening.models import JobSeeking

# What whoever was overtaken by a colleague is told of the registration as it stands.
TELLS = (
    *("registered_on", "cv_on", "exempt_on", "exempt_reason", "ended_on"),
    *("correction_reason", "taken_back_at"),
)
DAYS = ("registered_on", "cv_on", "exempt_on", "ended_on")


@require_http_methods(["GET", "POST"])
@require_permission(Permission.WRITE_CASE)
@once
def register(request: HttpRequest, public_id: UUID) -> HttpResponse:
    """Record that somebody was registered as a job-seeker."""
    case = open_case(request, public_id)
    form = RegisterForm(request.POST or None, today=request.today)

    def write() -> None:
        JobSeeking.objects.register(case=case, today=request.today, by=request.user, **form.cleaned_data)

    if saved(form, write):
        return _done(request, case, _("The registration is recorded."))
    about = CaseForm(title=_("Registered as a job-seeker"), submit=_("Record the registration"))
    return render_case_form(request, case, form, about)


@require_http_methods(["GET", "POST"])
@require_permission(Permission.WRITE_CASE)
@once
def find_cv(request: HttpRequest, public_id: UUID) -> HttpResponse:
    """Record that the CV was found on Jobnet: the next step of its promise leads here, so the case is enough."""
    case = open_case(request, public_id)
    rows = case.job_seeking.select_related("case")
    row = findable(request, rows, rows.open()).order_by("-registered_on", "-pk").first()
    if row is None:
        raise Http404
    form = FindCvForm(request.POST or None, today=request.today)
    if saved_as_seen(form, as_seen(request, row.find_cv, form, TELLS)):
        return _done(request, case, _("It is recorded that the CV is on Jobnet."))
    about = _about(row, title=_("CV found on Jobnet"), submit=_("Save"))
    return render_case_form(request, case, form, about)


@require_http_methods(["GET", "POST"])
@require_permission(Permission.WRITE_CASE)
@once
def exempt(request: HttpRequest, public_id: UUID, registration_id: UUID) -> HttpResponse:
    """Record the decision that the person need not have a CV on Jobnet for now."""
    case, row = _with_registration(request, public_id, registration_id)
    form = ExemptForm(request.POST or None, today=request.today)
    if saved_as_seen(form, as_seen(request, row.exempt, form, TELLS)):
        return _done(request, case, _("The exemption is recorded."))
    about = _about(row, title=_("Exempt from the CV on Jobnet"), submit=_("Record the exemption"))
    return render_case_form(request, case, form, about)


@require_http_methods(["GET", "POST"])
@require_permission(Permission.WRITE_CASE)
@once
def end(request: HttpRequest, public_id: UUID, registration_id: UUID) -> HttpResponse:
    """Record that the person is no longer registered."""
    case, row = _with_registration(request, public_id, registration_id)
    form = EndRegistrationForm(request.POST or None, today=request.today)
    if saved_as_seen(form, as_seen(request, row.end, form, TELLS)):
        return _done(request, case, _("The end is recorded."))
    about = _about(row, title=_("No longer registered as a job-seeker"), submit=_("Record the end"))
    return render_case_form(request, case, form, about)


@require_http_methods(["GET", "POST"])
@require_permission(Permission.WRITE_CASE)
@once
def correct(request: HttpRequest, public_id: UUID, registration_id: UUID) -> HttpResponse:
    """It was another day."""
    case, row = _with_registration(request, public_id, registration_id)
    known = {name: getattr(row, name) for name in DAYS}
    form = CorrectRegistrationForm(request.POST or None, today=request.today, initial=known)
    if not row.exempt_on:
        # An exemption has a reason of its own: it is recorded, not corrected into being.
        del form.fields["exempt_on"]
    if saved_as_seen(form, as_seen(request, row.correct, form, TELLS, exempt_on=None)):
        return _done(request, case, _("The registration is corrected."))
    words = _("Correct the registration")
    return render_case_form(request, case, form, _about(row, title=words, submit=words))


@require_http_methods(["GET", "POST"])
@require_permission(Permission.WRITE_CASE)
@once
def take_back(request: HttpRequest, public_id: UUID, registration_id: UUID) -> HttpResponse:
    """There was no such registration."""
    case, row = _with_registration(request, public_id, registration_id)
    form = TakeRegistrationBackForm(request.POST or None, today=request.today)

    def strike() -> None:
        reason = form.cleaned_data["reason"]
        row.take_back(reason=reason, on=request.today, by=request.user, version=seen(request, TELLS))

    if saved_as_seen(form, strike):
        return _done(request, case, _("The registration is taken back, and with it its promise."))
    about = _about(
        row,
        title=_("Take the registration back"),
        text=_("There was no such registration. The record stays in the history; its promise falls away."),
        submit=_("Take it back"),
        is_final=True,
    )
    return render_case_form(request, case, form, about)


def _with_registration(
    request: HttpRequest, public_id: UUID, registration_id: UUID
) -> tuple[Case, JobSeeking]:
    case = open_case(request, public_id)
    rows = case.job_seeking.select_related("case")
    return case, get_object_or_404(findable(request, rows, rows.standing()), public_id=registration_id)


def _about(row: JobSeeking, *, text: str = "", **words: Any) -> CaseForm:
    return CaseForm(text=text, version=version_of(row, TELLS), tells=TELLS, **words)


def _done(request: HttpRequest, case: Case, words: str) -> HttpResponse:
    messages.success(request, words)
    return redirect(f"{reverse('case', args=[case.public_id])}#jobnet")
