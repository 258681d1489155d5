"""Danish education, from the page of the case: referred, placed by the provider, ended."""

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
from refugees.case_forms import CaseForm, findable, render_case_form, saved, saved_as_seen, seen
from refugees.case_frame import open_case
from refugees.models import Case, version_of
from screening.forms.danish import (
    CorrectReferralForm,
    EndReferralForm,
    PlaceForm,
    ReferForm,
    TakeReferralBackForm,
)
from screening.models import DanishReferral

# What whoever was overtaken by a colleague is told of the referral as it stands.
TELLS = (
    *("provider", "referred_on", "placed_on", "track", "module", "starts_on", "minutes_a_week"),
    *("ended_on", "finish", "correction_reason", "taken_back_at"),
)


@require_http_methods(["GET", "POST"])
@require_permission(Permission.WRITE_CASE)
@once
def refer(request: HttpRequest, public_id: UUID) -> HttpResponse:
    """Record that somebody was referred to Danish education."""
    case = open_case(request, public_id)
    form = ReferForm(request.POST or None, today=request.today)

    def send() -> None:
        DanishReferral.objects.refer(case=case, today=request.today, by=request.user, **form.cleaned_data)

    if saved(form, send):
        return _done(request, case, _("The referral is recorded."))
    about = CaseForm(title=_("Refer to Danish education"), submit=_("Record the referral"))
    return render_case_form(request, case, form, about)


@require_http_methods(["GET", "POST"])
@require_permission(Permission.WRITE_CASE)
@once
def place(request: HttpRequest, public_id: UUID, referral_id: UUID) -> HttpResponse:
    """Record the track, module, start and hours that the provider decided."""
    case, referral = _with_referral(request, public_id, referral_id)
    form = PlaceForm(request.POST or None, today=request.today, initial=_as_placed(referral))

    def decide() -> None:
        referral.place(
            today=request.today, by=request.user, version=seen(request, TELLS), **form.cleaned_data
        )

    if saved_as_seen(form, decide):
        return _done(request, case, _("What the provider decided is recorded."))
    about = _about(referral, title=_("What the provider decided"), submit=_("Save"))
    return render_case_form(request, case, form, about)


@require_http_methods(["GET", "POST"])
@require_permission(Permission.WRITE_CASE)
@once
def end(request: HttpRequest, public_id: UUID, referral_id: UUID) -> HttpResponse:
    """Record the last day at a provider."""
    case, referral = _with_referral(request, public_id, referral_id)
    form = EndReferralForm(request.POST or None, today=request.today)

    def finish() -> None:
        given = form.cleaned_data
        referral.end(
            on=given["ended_on"],
            finish=given["finish"],
            today=request.today,
            by=request.user,
            version=seen(request, TELLS),
        )

    if saved_as_seen(form, finish):
        return _done(request, case, _("The end is recorded."))
    words = _("Record the end")
    return render_case_form(request, case, form, _about(referral, title=words, submit=words))


@require_http_methods(["GET", "POST"])
@require_permission(Permission.WRITE_CASE)
@once
def correct(request: HttpRequest, public_id: UUID, referral_id: UUID) -> HttpResponse:
    """It was another provider or another day."""
    case, referral = _with_referral(request, public_id, referral_id)
    known = {"provider": referral.provider, "referred_on": referral.referred_on}
    form = CorrectReferralForm(request.POST or None, today=request.today, initial=known)

    def mend() -> None:
        referral.correct(
            today=request.today, by=request.user, version=seen(request, TELLS), **form.cleaned_data
        )

    if saved_as_seen(form, mend):
        return _done(request, case, _("The referral is corrected."))
    words = _("Correct the referral")
    return render_case_form(request, case, form, _about(referral, title=words, submit=words))


@require_http_methods(["GET", "POST"])
@require_permission(Permission.WRITE_CASE)
@once
def take_back(request: HttpRequest, public_id: UUID, referral_id: UUID) -> HttpResponse:
    """There was no such referral."""
    case, referral = _with_referral(request, public_id, referral_id)
    form = TakeReferralBackForm(request.POST or None, today=request.today)

    def strike() -> None:
        reason = form.cleaned_data["reason"]
        referral.take_back(reason=reason, on=request.today, by=request.user, version=seen(request, TELLS))

    if saved_as_seen(form, strike):
        return _done(request, case, _("The referral is taken back. Its promise runs again."))
    about = _about(
        referral,
        title=_("Take the referral back"),
        text=_("There was no such referral. The record stays in the history, and the promise runs again."),
        submit=_("Take it back"),
        is_final=True,
    )
    return render_case_form(request, case, form, about)


def _as_placed(referral: DanishReferral) -> dict[str, Any]:
    """What is known of the provider's decision, as the form asks for it."""
    return {name: getattr(referral, name) for name in ("track", "module", "starts_on", "minutes_a_week")} | {
        "on": referral.placed_on
    }


def _with_referral(request: HttpRequest, public_id: UUID, referral_id: UUID) -> tuple[Case, DanishReferral]:
    case = open_case(request, public_id)
    referrals = case.danish_referrals.select_related("case")
    found = findable(request, referrals, referrals.standing())
    return case, get_object_or_404(found, public_id=referral_id)


def _about(referral: DanishReferral, *, text: str = "", **words: Any) -> CaseForm:
    return CaseForm(text=text or referral.provider, version=version_of(referral, TELLS), tells=TELLS, **words)


def _done(request: HttpRequest, case: Case, words: str) -> HttpResponse:
    messages.success(request, words)
    return redirect(f"{reverse('case', args=[case.public_id])}#danish")
