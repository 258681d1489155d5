"""Days that somebody stayed away from a measure or class: told, judged, heard, decided, complained about."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.forms import Form
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from accounts.once import once
from accounts.permissions import Permission, require_permission
from internships.away_letters import decision_letter, hearing_letter
from internships.away_steps import DAYS, STEPS, Step, deadlines, decision_of, next_steps, stage
from internships.forms.stayed_away import CorrectStayedAwayForm, StayedAwayForm
from internships.models import StayedAway, StayedAwayDecision
from refugees.attended import attended
from refugees.case_forms import CaseForm, render_case_form, saved, saved_as_seen, seen
from refugees.case_frame import case_frame, open_case
from refugees.models import Case, version_of

LETTERS = {"hearing": hearing_letter, "decision": decision_letter}
# What a form starts with, where that is not the day itself.
TODAY_IS_GIVEN = ("judged_on", "heard_on", "answered_on", "decided_on", "reassessed_on", "sent_on")


@require_http_methods(["GET", "POST"])
@require_permission(Permission.WRITE_CASE)
@once
def record(request: HttpRequest, public_id: UUID) -> HttpResponse:
    """Somebody told us that the person stayed away."""
    case = open_case(request, public_id)
    known = attended([case.pk])
    form = StayedAwayForm(request.POST or None, today=request.today, attended=known, initial=_first(known))

    def write() -> None:
        StayedAway.objects.record(case=case, today=request.today, by=request.user, **form.cleaned_data)

    if saved(form, write):
        messages.success(
            request, _("The days away are recorded. Judge next whether there was a reasonable ground.")
        )
        return redirect(_page_of(case, StayedAway.objects.filter(case=case).latest("pk")))
    text = _("The person attends nothing that is recorded here. Record the measure or the class first.")
    about = CaseForm(
        title=_("Record that the person stayed away"),
        submit=_("Record the days away"),
        text="" if known else text,
    )
    return render_case_form(request, case, form, about)


@require_http_methods(["GET", "POST"])
@require_permission(Permission.WRITE_CASE)
@once
def correct(request: HttpRequest, public_id: UUID, away_id: UUID) -> HttpResponse:
    """It was otherwise; what stood before stays in the history."""
    case, away = _with_away(request, public_id, away_id)
    stated = ("attended", "first_on", "last_on", "told_by", "told_on", "explanation")
    initial = {name: getattr(away, name) for name in stated}
    form = CorrectStayedAwayForm(
        request.POST or None, today=request.today, attended=attended([case.pk]), initial=initial
    )

    def mend() -> None:
        away.correct(today=request.today, by=request.user, version=seen(request, DAYS), **form.cleaned_data)

    if saved_as_seen(form, mend):
        return _done(request, case, away)
    words = _("Correct the days away")
    about = CaseForm(
        title=words, submit=words, text=away.attended_name, version=version_of(away, DAYS), tells=DAYS
    )
    return render_case_form(request, case, form, about)


@require_GET
@require_permission(Permission.SEE_CASE)
def story(request: HttpRequest, public_id: UUID, away_id: UUID) -> HttpResponse:
    """All that is known of these days: the steps taken, the deadlines, the steps that can be taken now."""
    case, away = _with_away(request, public_id, away_id)
    may_write = request.user.can(Permission.WRITE_CASE) and not case.closed_on
    context = case_frame(request, case, tab="case") | {
        "away": away,
        "decision": decision_of(away),
        "stage": stage(away),
        "deadlines": deadlines(away),
        "steps": next_steps(away) if may_write else [],
        "may_correct": may_write and STEPS["judge"] in next_steps(away),
    }
    return render(request, "internships/stayed_away.html", context)


@require_http_methods(["GET", "POST"])
@require_permission(Permission.WRITE_CASE)
@once
def take_step(request: HttpRequest, public_id: UUID, away_id: UUID, step: str) -> HttpResponse:
    """One step, by the form and the verb that are its own."""
    case, away = _with_away(request, public_id, away_id)
    taken = STEPS.get(step)
    row = decision_of(away) if taken and taken.is_of_decision else away
    if taken is None or row is None:
        raise Http404
    if request.method == "GET" and not taken.may(away, decision_of(away)):
        raise Http404
    form = taken.form(request.POST or None, today=request.today, initial=_initial(request, taken, row))
    if saved_as_seen(form, lambda: _take(request, taken, away, row, form)):
        return _done(request, case, away)
    about = CaseForm(
        title=str(taken.words),
        submit=str(taken.words),
        text=str(taken.text or away.attended_name),
        version=version_of(row, taken.tells),
        tells=taken.tells,
        is_final=taken.is_final,
    )
    return render_case_form(request, case, form, about)


def _take(
    request: HttpRequest, taken: Step, away: StayedAway, row: StayedAway | StayedAwayDecision, form: Form
) -> None:
    given = form.cleaned_data | {"today": request.today, "by": request.user}
    given["version"] = seen(request, taken.tells)
    if taken.name == "hear":
        StayedAwayDecision.objects.hear(away=away, **given)
    else:
        getattr(row, taken.verb)(**given)


@require_GET
@require_permission(Permission.SEE_CASE)
def print_letter(request: HttpRequest, public_id: UUID, away_id: UUID, letter: str) -> HttpResponse:
    """The hearing letter, or the decision with its complaint guide, to be printed."""
    case, away = _with_away(request, public_id, away_id)
    decision = decision_of(away)
    if letter not in LETTERS or decision is None or (letter == "decision" and not decision.decided_on):
        raise Http404
    context = {"case": case, "away": away, "letter": LETTERS[letter](away, decision)}
    return render(request, "internships/print_away_letter.html", context)


def _with_away(request: HttpRequest, public_id: UUID, away_id: UUID) -> tuple[Case, StayedAway]:
    case = open_case(request, public_id)
    rows = StayedAway.objects.filter(case=case).select_related(
        "case", "judged_by", "recorded_by", "decision__away", "decision__case", "decision__heard_by"
    )
    return case, get_object_or_404(rows, public_id=away_id)


def _initial(request: HttpRequest, taken: Step, row: Any) -> dict[str, Any]:
    """What stands there already; the day itself where a day of today is likely."""
    names = taken.form.base_fields
    stands = {name: getattr(row, name) for name in names if hasattr(row, name) and getattr(row, name)}
    return {name: request.today for name in TODAY_IS_GIVEN if name in names} | stands


def _first(known: list[Any]) -> dict[str, str]:
    """The latest measure or class is the likely one."""
    return {"attended": str(known[0].key)} if known else {}


def _page_of(case: Case, away: StayedAway) -> str:
    return reverse("internships:stayed_away", args=[case.public_id, away.public_id])


def _done(request: HttpRequest, case: Case, away: StayedAway) -> HttpResponse:
    messages.success(request, _("It is recorded."))
    return redirect(_page_of(case, away))
