"""Doubt about availability after a public control, from the page of the case: received, answered, mended."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from accounts.once import once
from accounts.permissions import Permission, require_permission
from internships.forms.doubts import CorrectDoubtForm, DoubtForm, SendBackForm, TakeDoubtBackForm
from internships.models import AvailabilityDoubt
from refugees.case_forms import CaseForm, as_seen, findable, render_case_form, saved, saved_as_seen, seen
from refugees.case_frame import open_case
from refugees.models import Case, version_of

# What whoever was overtaken by a colleague is told of the doubt as it stands.
TELLS = (
    *("received_on", "received", "sent_back_on", "sent_back_to"),
    *("correction_reason", "taken_back_at"),
)


@require_http_methods(["GET", "POST"])
@require_permission(Permission.WRITE_CASE)
@once
def record(request: HttpRequest, public_id: UUID) -> HttpResponse:
    """Something was received that raises doubt."""
    case = open_case(request, public_id)
    form = DoubtForm(request.POST or None, today=request.today)

    def write() -> None:
        AvailabilityDoubt.objects.record(case=case, today=request.today, by=request.user, **form.cleaned_data)

    if saved(form, write):
        return _done(request, case, _("The doubt is recorded. Call the person in for a talk."))
    about = CaseForm(
        title=_("Doubt about availability after a public control"),
        text=_(
            "Nothing is decided by it. Where the rules of the case say so, a talk follows within a week,"
            " and an offer within two weeks of it."
        ),
        submit=_("Record the doubt"),
    )
    return render_case_form(request, case, form, about)


@require_http_methods(["GET", "POST"])
@require_permission(Permission.WRITE_CASE)
@once
def send_back(request: HttpRequest, public_id: UUID, doubt_id: UUID) -> HttpResponse:
    """The person was told to take part again in what was offered before."""
    case, doubt = _with_doubt(request, public_id, doubt_id)
    known = {"on": doubt.sent_back_on, "to": doubt.sent_back_to}
    form = SendBackForm(request.POST or None, today=request.today, initial=known)
    if saved_as_seen(form, as_seen(request, doubt.send_back, form, TELLS)):
        return _done(request, case, _("It is recorded that the person is to take part again."))
    about = _about(doubt, title=_("To take part again in what was offered before"), submit=_("Save"))
    return render_case_form(request, case, form, about)


@require_http_methods(["GET", "POST"])
@require_permission(Permission.WRITE_CASE)
@once
def correct(request: HttpRequest, public_id: UUID, doubt_id: UUID) -> HttpResponse:
    """It was another day, or something else was received."""
    case, doubt = _with_doubt(request, public_id, doubt_id)
    known = {"received_on": doubt.received_on, "received": doubt.received}
    form = CorrectDoubtForm(request.POST or None, today=request.today, initial=known)
    if saved_as_seen(form, as_seen(request, doubt.correct, form, TELLS)):
        return _done(request, case, _("The doubt is corrected."))
    words = _("Correct the doubt")
    return render_case_form(request, case, form, _about(doubt, title=words, submit=words))


@require_http_methods(["GET", "POST"])
@require_permission(Permission.WRITE_CASE)
@once
def take_back(request: HttpRequest, public_id: UUID, doubt_id: UUID) -> HttpResponse:
    """Nothing was received, or it was about somebody else."""
    case, doubt = _with_doubt(request, public_id, doubt_id)
    form = TakeDoubtBackForm(request.POST or None, today=request.today)

    def strike() -> None:
        reason = form.cleaned_data["reason"]
        doubt.take_back(reason=reason, on=request.today, by=request.user, version=seen(request, TELLS))

    if saved_as_seen(form, strike):
        return _done(request, case, _("The doubt is taken back, and with it its promises."))
    about = _about(
        doubt,
        title=_("Take the doubt back"),
        text=_("Nothing was received about this person. The record stays in the history."),
        submit=_("Take it back"),
        is_final=True,
    )
    return render_case_form(request, case, form, about)


def _with_doubt(request: HttpRequest, public_id: UUID, doubt_id: UUID) -> tuple[Case, AvailabilityDoubt]:
    case = open_case(request, public_id)
    doubts = case.availability_doubts.select_related("case")
    return case, get_object_or_404(findable(request, doubts, doubts.standing()), public_id=doubt_id)


def _about(doubt: AvailabilityDoubt, *, text: str = "", **words: Any) -> CaseForm:
    return CaseForm(text=text or doubt.received, version=version_of(doubt, TELLS), tells=TELLS, **words)


def _done(request: HttpRequest, case: Case, words: str) -> HttpResponse:
    messages.success(request, words)
    return redirect(f"{reverse('case', args=[case.public_id])}#doubts")
