"""Early-warning signs on a case: noted by a mentor or a colleague, and what was done about them."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from accounts.models import User
from accounts.once import once
from accounts.permissions import Permission, require_permission
from refugees.case_forms import CaseForm, findable, render_case_form, saved, saved_as_seen, seen
from refugees.case_frame import frame_for, open_case, open_visible
from refugees.forms.signs import ActOnSignForm, NoteSignForm, TakeSignBackForm
from refugees.models import Case, NotedBy, WarningSign, version_of

BACK = "refugees:signs"
# What whoever was overtaken by a colleague is told of the sign as it stands.
TELLS = ("words", "action", "acted_on", "correction_reason", "taken_back_at")


@require_GET
@require_permission(Permission.SEE_CASE)
def signs(request: HttpRequest, public_id: UUID) -> HttpResponse:
    """The signs on a case, those that wait for an answer first. A mentor reads those of their own hand."""
    case = open_visible(request, public_id)
    rows = WarningSign.objects.visible_to(request.user).standing().filter(case=case).for_a_list()
    context = {
        "signs": list(rows),
        "may_note": request.user.can(Permission.WRITE_NOTE),
        "may_act": request.user.can(Permission.WRITE_CASE),
    }
    return render(request, "signs/signs.html", frame_for(request, case, tab=BACK) | context)


@require_http_methods(["GET", "POST"])
@require_permission(Permission.WRITE_NOTE)
@once
def note(request: HttpRequest, public_id: UUID) -> HttpResponse:
    """Somebody noticed that it may not last."""
    case = open_visible(request, public_id)
    form = NoteSignForm(request.POST or None, today=request.today, initial={"on": request.today})

    def write() -> None:
        facts = form.cleaned_data | {"noted_by": _as_whom(request.user)}
        WarningSign.objects.note(case=case, today=request.today, by=request.user, **facts)

    if saved(form, write):
        return _done(request, case, _("The sign is noted. The caseworker sees it at once."))
    words = {"title": _("Note an early-warning sign"), "submit": _("Note the sign")}
    return render_case_form(request, case, form, CaseForm(back=BACK, frame=frame_for, **words))


@require_http_methods(["GET", "POST"])
@require_permission(Permission.WRITE_CASE)
@once
def act(request: HttpRequest, public_id: UUID, sign_id: UUID) -> HttpResponse:
    """Something was done about it."""
    case, sign = _with_sign(request, public_id, sign_id)
    known = {"on": sign.acted_on or request.today, "action": sign.action}
    form = ActOnSignForm(request.POST or None, today=request.today, initial=known)

    def answer() -> None:
        sign.act(today=request.today, by=request.user, version=seen(request, TELLS), **form.cleaned_data)

    if saved_as_seen(form, answer):
        return _done(request, case, _("What was done is written on the sign."))
    said = " · ".join(part for part in (sign.get_kind_display(), sign.words) if part)
    about = _about(sign, title=_("What was done about the sign"), text=said, submit=_("Save"))
    return render_case_form(request, case, form, about)


@require_http_methods(["GET", "POST"])
@require_permission(Permission.WRITE_CASE)
@once
def take_back(request: HttpRequest, public_id: UUID, sign_id: UUID) -> HttpResponse:
    """There was no such sign."""
    case, sign = _with_sign(request, public_id, sign_id)
    form = TakeSignBackForm(request.POST or None, today=request.today)

    def strike() -> None:
        reason = form.cleaned_data["reason"]
        sign.take_back(reason=reason, on=request.today, by=request.user, version=seen(request, TELLS))

    if saved_as_seen(form, strike):
        return _done(request, case, _("The sign is taken back."))
    text = _("There was no such sign. The record stays in the history.")
    about = _about(sign, title=_("Take the sign back"), text=text, submit=_("Take it back"), is_final=True)
    return render_case_form(request, case, form, about)


def _as_whom(user: User) -> str:
    return NotedBy.CASEWORKER if user.sees_whole_cases() else NotedBy.MENTOR


def _with_sign(request: HttpRequest, public_id: UUID, sign_id: UUID) -> tuple[Case, WarningSign]:
    case = open_case(request, public_id)
    rows = case.warning_signs.select_related("case", "author")
    return case, get_object_or_404(findable(request, rows, rows.standing()), public_id=sign_id)


def _about(sign: WarningSign, **words: Any) -> CaseForm:
    return CaseForm(back=BACK, version=version_of(sign, TELLS), tells=TELLS, **words)


def _done(request: HttpRequest, case: Case, words: str) -> HttpResponse:
    messages.success(request, words)
    return redirect(BACK, case.public_id)
