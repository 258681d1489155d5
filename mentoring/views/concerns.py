"""Concerns about a person: a mentor raises one in a few taps, the caseworker answers in words by a day."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from accounts.once import once
from accounts.permissions import Permission, require_permission
from mentoring.forms.concerns import AnswerConcernForm, ConcernForm, TakeConcernBackForm
from mentoring.models import Concern
from mentoring.models.concern import TELLS
from mentoring.views.log import words_come_back
from refugees.case_forms import CaseForm, findable, render_case_form, saved, saved_as_seen, seen
from refugees.case_frame import frame_for, open_visible
from refugees.models import Case, version_of

BACK = "mentoring:concerns"


@require_GET
@require_permission(Permission.SEE_CASE)
def concerns(request: HttpRequest, public_id: UUID) -> HttpResponse:
    """The concerns about a person, those that wait for an answer first. A mentor reads their own."""
    case = open_visible(request, public_id)
    rows = Concern.objects.visible_to(request.user).standing().filter(case=case).for_a_list()
    context = {
        "concerns": list(rows),
        "may_raise": request.user.can(Permission.SEE_MY_PEOPLE) and not case.closed_on,
        "may_take_back": request.user.can(Permission.SEE_MY_PEOPLE),
        "may_answer": request.user.can(Permission.WRITE_CASE),
    }
    return render(request, "concerns/concerns.html", frame_for(request, case, tab=BACK) | context)


@require_http_methods(["GET", "POST"])
@require_permission(Permission.SEE_MY_PEOPLE)
@once
@words_come_back
def voice(request: HttpRequest, public_id: UUID) -> HttpResponse:
    """A mentor worries about a person."""
    case = open_visible(request, public_id)
    form = ConcernForm(request.POST or None, today=request.today)

    def write() -> None:
        Concern.objects.voice(case=case, today=request.today, by=request.user, **form.cleaned_data)

    if saved(form, write):
        return _done(request, case, _("The concern is raised. Whoever must answer is told at once."))
    about = CaseForm(
        title=_("Raise a concern"),
        text=_("Is somebody in danger now? Ring 112 first."),
        submit=_("Raise the concern"),
        part="concerns/_fields.html",
        back=BACK,
        frame=frame_for,
    )
    return render_case_form(request, case, form, about)


@require_http_methods(["GET", "POST"])
@require_permission(Permission.WRITE_CASE)
@once
def reply(request: HttpRequest, public_id: UUID, concern_id: UUID) -> HttpResponse:
    """Answer a mentor's concern in words."""
    case, concern = _with_concern(request, public_id, concern_id)
    form = AnswerConcernForm(request.POST or None, today=request.today)
    is_theirs = concern.is_still_theirs(request.today)
    left = _("%(name)s is no longer the person's mentor and does not read it: tell the person yourself.")
    left %= {"name": concern.raised_by.name}

    def write() -> None:
        answer = form.cleaned_data["answer"]
        concern.reply(answer=answer, today=request.today, by=request.user, version=seen(request, TELLS))

    if saved_as_seen(form, write):
        told = _("The answer is sent to the mentor.") if is_theirs else _("The answer stands on the case.")
        return _done(request, case, told if is_theirs else f"{told} {left}")
    said = f"{concern.get_kind_display()} · {concern.words}"
    said = said if is_theirs else f"{said} · {left}"
    about = _about(concern, title=_("Answer the concern"), text=said, submit=_("Send the answer"))
    return render_case_form(request, case, form, about)


@require_http_methods(["GET", "POST"])
@require_permission(Permission.SEE_MY_PEOPLE)
@once
def take_back(request: HttpRequest, public_id: UUID, concern_id: UUID) -> HttpResponse:
    """It was about somebody else, or is settled."""
    case, concern = _with_concern(request, public_id, concern_id)
    form = TakeConcernBackForm(request.POST or None, today=request.today)

    def strike() -> None:
        reason = form.cleaned_data["reason"]
        concern.take_back(reason=reason, today=request.today, by=request.user, version=seen(request, TELLS))

    if saved_as_seen(form, strike):
        return _done(request, case, _("The concern is taken back."))
    text = _("Nobody needs to answer it any more. The record stays in the history.")
    words = {"title": _("Take the concern back"), "text": text, "submit": _("Take it back")}
    return render_case_form(request, case, form, _about(concern, is_final=True, **words))


def _with_concern(request: HttpRequest, public_id: UUID, concern_id: UUID) -> tuple[Case, Concern]:
    case = open_visible(request, public_id)
    rows = Concern.objects.visible_to(request.user).filter(case=case)
    rows = rows.select_related("case", "raised_by", "answered_by")
    return case, get_object_or_404(findable(request, rows, rows.open()), public_id=concern_id)


def _about(concern: Concern, **words: Any) -> CaseForm:
    return CaseForm(back=BACK, frame=frame_for, version=version_of(concern, TELLS), tells=TELLS, **words)


def _done(request: HttpRequest, case: Case, words: str) -> HttpResponse:
    messages.success(request, words)
    return redirect(BACK, case.public_id)
