"""Interviews on a case: planning one, inviting, and saying what became of it."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from accounts.once import once
from accounts.permissions import Permission, require_permission
from refugees.case_forms import CaseForm, findable, render_case_form, saved, saved_as_seen, seen
from refugees.case_frame import case_frame, open_case
from refugees.models import Case, version_of
from refugees.models.task import who_may_do
from screening.interviews.forms import (
    PLANNED,
    FallOutForm,
    HeldForm,
    InviteForm,
    MoveInterviewForm,
    PlanInterviewForm,
    ReopenForm,
)
from screening.interviews.panel import interviews_panel
from screening.models import Interpreting, Interview, InterviewKind, Outcome

BACK = "interviews:interviews"
PART = "interviews/_time_fields.html"
# What whoever was overtaken by a colleague is told of the interview as it stands.
TELLS = ("planned_on", "invited_on", "outcome", "held_on", "whose_doing", "why_not")


@require_GET
@require_permission(Permission.SEE_CASE)
def interviews(request: HttpRequest, public_id: UUID) -> HttpResponse:
    """Every interview with the person; for htmx, that box alone."""
    case = open_case(request, public_id)
    panel = interviews_panel(case, request.user, request.today, whole=True)
    if request.htmx:
        context = {"panel": panel, "case": case, "today": request.today}
        return render(request, panel.template, context)
    context = case_frame(request, case, tab=BACK) | {"panels": [panel], "page_title": _("Interviews")}
    return render(request, "work/page.html", context)


@require_http_methods(["GET", "POST"])
@require_permission(Permission.WRITE_CASE)
@once
def plan(request: HttpRequest, public_id: UUID) -> HttpResponse:
    """Agree on a time for an interview."""
    case = open_case(request, public_id)
    planned = set(case.interviews.open().values_list("kind", flat=True))
    kinds = [kind for kind in InterviewKind if kind not in planned]
    if request.method == "GET" and (not kinds or request.GET.get("kind") in planned):
        # It stands there already, with what can be recorded of it.
        return redirect(BACK, case.public_id)
    form = PlanInterviewForm(
        request.POST or None,
        today=request.today,
        colleagues=who_may_do(case.unit_id),
        kinds=kinds,
        initial=_usual(case) | {"interviewer": request.user.pk, "kind": request.GET.get("kind")},
    )

    def agree() -> None:
        kind = form.cleaned_data["kind"]
        Interview.objects.plan(case=case, kind=kind, by=request.user, **form.facts)

    if saved(form, agree):
        return _done(request, case, _("The interview is planned."))
    about = CaseForm(title=_("Plan an interview"), submit=_("Plan the interview"), back=BACK, part=PART)
    return render_case_form(request, case, form, about)


@require_http_methods(["GET", "POST"])
@require_permission(Permission.WRITE_CASE)
@once
def move(request: HttpRequest, public_id: UUID, interview_id: UUID) -> HttpResponse:
    """Agree on another time, and say why."""
    case, interview = _with_interview(request, public_id, interview_id)
    form = MoveInterviewForm(
        request.POST or None,
        today=request.today,
        colleagues=who_may_do(case.unit_id),
        initial={name: getattr(interview, name) for name in PLANNED},
    )

    def agree() -> None:
        why = {name: form.cleaned_data[name] for name in ("why", "whose_doing")}
        interview.move(
            by=request.user, today=request.today, version=seen(request, TELLS), **why, **form.facts
        )

    if saved_as_seen(form, agree):
        return _done(request, case, _("The interview is moved."))
    words = _("Move the interview")
    return render_case_form(request, case, form, _about(interview, title=words, submit=words, part=PART))


@require_http_methods(["GET", "POST"])
@require_permission(Permission.WRITE_CASE)
@once
def invite(request: HttpRequest, public_id: UUID, interview_id: UUID) -> HttpResponse:
    """Record that the person was asked to come."""
    case, interview = _with_interview(request, public_id, interview_id)
    form = InviteForm(request.POST or None, today=request.today, initial={"invited_on": request.today})

    def record() -> None:
        day = form.cleaned_data["invited_on"]
        interview.invite(on=day, today=request.today, by=request.user, version=seen(request, TELLS))

    if saved_as_seen(form, record):
        return _done(request, case, _("The invitation is recorded."))
    words = _("Record the invitation")
    return render_case_form(request, case, form, _about(interview, title=words, submit=words))


@require_http_methods(["GET", "POST"])
@require_permission(Permission.WRITE_CASE)
@once
def hold(request: HttpRequest, public_id: UUID, interview_id: UUID) -> HttpResponse:
    """Record that it was held."""
    case, interview = _with_interview(request, public_id, interview_id)
    known = {"held_on": interview.planned_on, "participants": interview.participants}
    form = HeldForm(request.POST or None, today=request.today, initial=known)

    def record() -> None:
        given = form.cleaned_data
        interview.hold(
            on=given["held_on"],
            participants=given["participants"],
            today=request.today,
            by=request.user,
            version=seen(request, TELLS),
        )

    if saved_as_seen(form, record):
        return _done(request, case, _("The interview is recorded as held."))
    about = _about(interview, title=_("Record the interview as held"), submit=_("Record as held"))
    return render_case_form(request, case, form, about)


@require_http_methods(["GET", "POST"])
@require_permission(Permission.WRITE_CASE)
@once
def fall_out(request: HttpRequest, public_id: UUID, interview_id: UUID) -> HttpResponse:
    """Record that it was not held, or will not be, and why."""
    case, interview = _with_interview(request, public_id, interview_id)
    form = FallOutForm(request.POST or None, today=request.today)

    def record() -> None:
        given = form.cleaned_data
        interview.fall_out(today=request.today, by=request.user, version=seen(request, TELLS), **given)

    if saved_as_seen(form, record):
        return _done(request, case, _("It is recorded that the interview was not held. Plan another one."))
    about = _about(interview, title=_("The interview was not held"), submit=_("Record as not held"))
    return render_case_form(request, case, form, about)


@require_http_methods(["GET", "POST"])
@require_permission(Permission.WRITE_CASE)
@once
def reopen(request: HttpRequest, public_id: UUID, interview_id: UUID) -> HttpResponse:
    """What was recorded of it was a mistake."""
    case, interview = _with_interview(request, public_id, interview_id)
    form = ReopenForm(request.POST or None, today=request.today)

    def strike() -> None:
        reason = form.cleaned_data["reason"]
        interview.reopen(reason=reason, today=request.today, by=request.user, version=seen(request, TELLS))

    if saved_as_seen(form, strike):
        return _done(request, case, _("It is taken back. The interview is open again."))
    about = _about(
        interview,
        title=_("Take back what became of the interview"),
        text=_("The interview is open again with its answers, and its promise runs on."),
        submit=_("Take it back"),
        is_final=True,
    )
    return render_case_form(request, case, form, about)


def _usual(case: Case) -> dict[str, Any]:
    """An interpreter in the person's language, if one is needed."""
    language = case.person.interpreter
    return {
        "interpreter": language,
        "interpreter_kind": Interpreting.IN_PERSON if language else Interpreting.NONE,
    }


def _with_interview(request: HttpRequest, public_id: UUID, interview_id: UUID) -> tuple[Case, Interview]:
    case = open_case(request, public_id)
    rows = findable(request, case.interviews.all(), case.interviews.exclude(outcome=Outcome.MOVED))
    return case, get_object_or_404(
        rows.select_related("case", "interviewer", "appointment"), public_id=interview_id
    )


def _about(interview: Interview, *, text: str = "", **words: Any) -> CaseForm:
    return CaseForm(
        text=text or interview.get_kind_display(),
        back=BACK,
        version=version_of(interview, TELLS),
        tells=TELLS,
        **words,
    )


def _done(request: HttpRequest, case: Case, words: str) -> HttpResponse:
    messages.success(request, words)
    return redirect(BACK, case.public_id)
