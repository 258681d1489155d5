"""Talks with a person: recording one, correcting it, taking it back."""

from typing import Any
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
from refugees.forms.work import CorrectTalkForm, TakeTalkBackForm, TalkRecordForm
from refugees.models import Case, Talk, version_of
from refugees.views.tasks import render_panel, render_plan
from refugees.work_panels import talks_panel

FACTS = ("on", "form", "participants", "agreement", "was_held", "why_not")
# What whoever was overtaken by a colleague is told of the talk as it stands.
TELLS = (
    "on",
    "was_held",
    "why_not",
    "form",
    "participants",
    "agreement",
    "taken_back_at",
    "correction_reason",
)


@require_GET
@require_permission(Permission.SEE_CASE)
def talks(request: HttpRequest, public_id: UUID) -> HttpResponse:
    """The talks on a case; for htmx, that box alone."""
    case = open_case(request, public_id)
    if request.htmx:
        return render_panel(request, case, talks_panel(case, request.user, request.today, whole=True))
    return render_plan(request, case)


@require_http_methods(["GET", "POST"])
@require_permission(Permission.WRITE_CASE)
@once
def record(request: HttpRequest, public_id: UUID) -> HttpResponse:
    """A talk was held, or was to be held and was not."""
    case = open_case(request, public_id)
    form = TalkRecordForm(request.POST or None, today=request.today, initial={"on": request.today})

    def write() -> None:
        kind = form.cleaned_data["kind"]
        Talk.objects.record(case=case, kind=kind, today=request.today, by=request.user, **_facts(form))

    if saved(form, write):
        return _done(request, case, _("The talk is recorded."))
    about = CaseForm(title=_("Record a talk"), submit=_("Record the talk"))
    return render_case_form(request, case, form, about)


@require_http_methods(["GET", "POST"])
@require_permission(Permission.WRITE_CASE)
@once
def correct(request: HttpRequest, public_id: UUID, talk_id: UUID) -> HttpResponse:
    """It was otherwise; what stood before stays in the history."""
    case, talk = _with_talk(request, public_id, talk_id)
    known = {name: getattr(talk, name) for name in FACTS} | {"was_held": "yes" if talk.was_held else "no"}
    form = CorrectTalkForm(request.POST or None, today=request.today, initial=known)

    def mend() -> None:
        about = {"reason": form.cleaned_data["reason"], "version": seen(request, TELLS)}
        talk.correct(today=request.today, by=request.user, **about, **_facts(form))

    if saved_as_seen(form, mend):
        return _done(request, case, _("The talk is corrected."))
    words = _("Correct the talk")
    about = _about(talk, title=words, text=talk.get_kind_display(), submit=words)
    return render_case_form(request, case, form, about)


@require_http_methods(["GET", "POST"])
@require_permission(Permission.WRITE_CASE)
@once
def take_back(request: HttpRequest, public_id: UUID, talk_id: UUID) -> HttpResponse:
    """There was no such talk."""
    case, talk = _with_talk(request, public_id, talk_id)
    form = TakeTalkBackForm(request.POST or None, today=request.today)

    def strike() -> None:
        reason = form.cleaned_data["reason"]
        talk.take_back(reason=reason, on=request.today, by=request.user, version=seen(request, TELLS))

    if saved_as_seen(form, strike):
        return _done(request, case, _("The talk is taken back. Its promises run again."))
    about = _about(
        talk,
        title=_("Take the talk back"),
        text=_("There was no such talk. The record stays in the history, and the promises run again."),
        submit=_("Take it back"),
        is_final=True,
    )
    return render_case_form(request, case, form, about)


def _facts(form: TalkRecordForm) -> dict[str, Any]:
    return {name: form.cleaned_data[name] for name in FACTS}


def _with_talk(request: HttpRequest, public_id: UUID, talk_id: UUID) -> tuple[Case, Talk]:
    case = open_case(request, public_id)
    talks = findable(request, case.talks.all(), case.talks.standing())
    return case, get_object_or_404(talks.select_related("case"), public_id=talk_id)


def _about(talk: Talk, **words: Any) -> CaseForm:
    return CaseForm(version=version_of(talk, TELLS), tells=TELLS, **words)


def _done(request: HttpRequest, case: Case, words: str) -> HttpResponse:
    messages.success(request, words)
    return redirect(f"{reverse('case', args=[case.public_id])}#talks")
