"""Staying in a job or an education: the retention mentor offered and answered, talks with every side heard."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.db import models
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from accounts.once import once
from accounts.permissions import Permission, require_permission
from mentoring.forms.answers import AnswerRetentionForm
from mentoring.forms.retention import (
    CorrectViewsForm,
    HoldTalkForm,
    OfferMentorForm,
    TakeOfferBackForm,
)
from mentoring.models import RetentionOffer, RetentionTalk
from mentoring.panels import retention_of
from refugees import drafting
from refugees.case_forms import CaseForm, findable, render_case_form, saved, saved_as_seen, seen
from refugees.case_frame import case_frame, open_case
from refugees.models import Case, Draft, version_of

BACK = "mentoring:retention"
DRAFT = "retention-talk"
VIEWS = ("business_says", "education_says", "person_says", "outlook")
# What whoever was overtaken by a colleague is told of the offer, or of the talk, as it stands.
OFFER_TELLS = (
    "offered_on",
    "answer",
    "answered_on",
    "reason",
    "replaced_at",
    "correction_reason",
    "taken_back_at",
)
TALK_TELLS = (*VIEWS, "correction_reason")


@require_GET
@require_permission(Permission.SEE_CASE)
def retention(request: HttpRequest, public_id: UUID) -> HttpResponse:
    """Everything about staying in the job or the education."""
    case = open_case(request, public_id)
    context = case_frame(request, case, tab=BACK) | retention_of(case, request.user)
    return render(request, "retention/retention.html", context)


@require_http_methods(["GET", "POST"])
@require_permission(Permission.WRITE_CASE)
@once
def offer(request: HttpRequest, public_id: UUID) -> HttpResponse:
    """A retention mentor was offered."""
    case = open_case(request, public_id)
    form = OfferMentorForm(request.POST or None, today=request.today, initial={"on": request.today})

    def write() -> None:
        RetentionOffer.objects.make(case=case, today=request.today, by=request.user, **form.cleaned_data)

    if saved(form, write):
        return _done(request, case, _("The offer is recorded."))
    about = CaseForm(title=_("A retention mentor was offered"), submit=_("Record the offer"), back=BACK)
    return render_case_form(request, case, form, about)


@require_http_methods(["GET", "POST"])
@require_permission(Permission.WRITE_CASE)
@once
def answer(request: HttpRequest, public_id: UUID, offer_id: UUID) -> HttpResponse:
    """What the person said to it."""
    case, found = _with_offer(request, public_id, offer_id)
    known = {"answer": found.answer, "on": found.answered_on or request.today, "reason": found.reason}
    form = AnswerRetentionForm(
        request.POST or None,
        today=request.today,
        mentor=found.mentors(request.today).first(),
        is_correction=bool(found.answer),
        is_overtaken=seen(request, OFFER_TELLS).version != version_of(found, OFFER_TELLS),
        initial=known,
    )

    def write() -> None:
        version = seen(request, OFFER_TELLS)
        found.record_answer(today=request.today, by=request.user, version=version, **form.cleaned_data)

    if saved_as_seen(form, write):
        return _done(request, case, _("The answer is recorded."))
    about = _about(
        found,
        OFFER_TELLS,
        text=_("What was answered before stays readable.") if found.answer else "",
        title=_("Answer to the offer of a retention mentor"),
        submit=_("Save"),
    )
    return render_case_form(request, case, form, about)


@require_http_methods(["GET", "POST"])
@require_permission(Permission.WRITE_CASE)
@once
def take_back(request: HttpRequest, public_id: UUID, offer_id: UUID) -> HttpResponse:
    """There was no such offer."""
    case, found = _with_offer(request, public_id, offer_id)
    form = TakeOfferBackForm(request.POST or None, today=request.today)

    def strike() -> None:
        reason, version = form.cleaned_data["reason"], seen(request, OFFER_TELLS)
        found.take_back(reason=reason, on=request.today, by=request.user, version=version)

    if saved_as_seen(form, strike):
        return _done(request, case, _("The offer is taken back. Its promises run again."))
    about = _about(
        found,
        OFFER_TELLS,
        title=_("Take the offer back"),
        text=_("There was no such offer. The record stays in the history, and the promises run again."),
        submit=_("Take it back"),
        is_final=True,
    )
    return render_case_form(request, case, form, about)


@require_http_methods(["GET", "POST"])
@require_permission(Permission.WRITE_CASE)
@once
def hold(request: HttpRequest, public_id: UUID) -> HttpResponse:
    """A retention talk was held."""
    case = open_case(request, public_id)
    form = HoldTalkForm(request.POST or None, today=request.today, initial={"on": request.today})

    def write() -> None:
        RetentionTalk.objects.hold(case=case, today=request.today, by=request.user, **form.cleaned_data)
        Draft.objects.drop(by=request.user, case=case, form=DRAFT)

    if saved(form, write):
        return _done(request, case, _("The talk is recorded."))
    kept = _kept(case, DRAFT)
    about = CaseForm(title=_("Record a retention talk"), submit=_("Record the talk"), back=BACK, **kept)
    return render_case_form(request, case, form, about)


@require_http_methods(["GET", "POST"])
@require_permission(Permission.WRITE_CASE)
@once
def correct(request: HttpRequest, public_id: UUID, talk_id: UUID) -> HttpResponse:
    """It was said otherwise."""
    case, talk = _with_talk(request, public_id, talk_id)
    known = {name: getattr(talk, name) for name in VIEWS}
    form = CorrectViewsForm(request.POST or None, today=request.today, initial=known)

    def mend() -> None:
        version = seen(request, TALK_TELLS)
        talk.correct(today=request.today, by=request.user, version=version, **form.cleaned_data)
        Draft.objects.drop(by=request.user, case=case, form=_correction_of(talk))

    if saved_as_seen(form, mend):
        return _done(request, case, _("What was said is corrected."))
    words = {"title": _("Correct what was said"), "submit": _("Save the correction")}
    about = _about(talk, TALK_TELLS, **words, **_kept(case, _correction_of(talk), talk))
    return render_case_form(request, case, form, about)


@require_POST
@require_permission(Permission.WRITE_CASE)
def keep_draft(request: HttpRequest, public_id: UUID, talk_id: UUID | None = None) -> HttpResponse:
    """Keep what is being written about a talk, for its author alone."""
    name = DRAFT
    if talk_id:
        case, talk = _with_talk(request, public_id, talk_id)
        name = _correction_of(talk)
    else:
        case = open_case(request, public_id)
    return drafting.say_kept(
        request, drafting.keep(request, case, name, main="person_says"), note_id="case-form"
    )


def _with_offer(request: HttpRequest, public_id: UUID, offer_id: UUID) -> tuple[Case, RetentionOffer]:
    case = open_case(request, public_id)
    rows = case.retention_offers.select_related("case")
    return case, get_object_or_404(findable(request, rows, rows.standing()), public_id=offer_id)


def _with_talk(request: HttpRequest, public_id: UUID, talk_id: UUID) -> tuple[Case, RetentionTalk]:
    case = open_case(request, public_id)
    rows = RetentionTalk.objects.filter(talk__case=case).select_related("talk__case")
    return case, get_object_or_404(findable(request, rows, rows.standing()), public_id=talk_id)


def _correction_of(talk: RetentionTalk) -> str:
    return f"retention-talk:{talk.public_id}"


def _kept(case: Case, draft: str, talk: RetentionTalk | None = None) -> dict[str, str]:
    view = "mentoring:keep_views_draft" if talk else "mentoring:keep_retention_draft"
    args = [case.public_id, talk.public_id] if talk else [case.public_id]
    return {"draft": draft, "draft_url": reverse(view, args=args)}


def _about(row: models.Model, tells: tuple[str, ...], **words: Any) -> CaseForm:
    return CaseForm(back=BACK, version=version_of(row, tells), tells=tells, **words)


def _done(request: HttpRequest, case: Case, words: str) -> HttpResponse:
    messages.success(request, words)
    return redirect(BACK, case.public_id)
