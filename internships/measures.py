"""A measure that is under way: its agreed last day, and what comes after it."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from accounts.once import once
from accounts.permissions import Permission, require_permission
from internships.forms import NextStepForm, PlannedEndForm, ReasonForm
from internships.models import Placement
from refugees.case_forms import CaseForm, render_case_form, saved
from refugees.case_frame import open_case
from refugees.models import Case


@require_http_methods(["GET", "POST"])
@require_permission(Permission.WRITE_CASE)
@once
def plan_end(request: HttpRequest, public_id: UUID, placement_id: UUID) -> HttpResponse:
    """Say which day was agreed as the last, or that none is agreed any more."""
    case, placement = _with_placement(request, public_id, placement_id)
    known = {"planned_last_on": placement.planned_last_on}
    form = PlannedEndForm(request.POST or None, today=request.today, initial=known)

    def agree() -> None:
        placement.plan_end(on=form.cleaned_data["planned_last_on"], today=request.today, by=request.user)

    if saved(form, agree):
        return _done(request, case, _("The agreed last day is saved."))
    about = CaseForm(title=_("Agreed last day"), text=placement.company.name, submit=_("Save the last day"))
    return render_case_form(request, case, form, about)


@require_http_methods(["GET", "POST"])
@require_permission(Permission.WRITE_CASE)
@once
def decide_next(request: HttpRequest, public_id: UUID, placement_id: UUID) -> HttpResponse:
    """Decide what comes after it."""
    case, placement = _with_placement(request, public_id, placement_id)
    known = {"next_step": placement.next_step, "next_step_on": placement.next_step_on or request.today}
    form = NextStepForm(request.POST or None, today=request.today, initial=known)

    def decide() -> None:
        given = form.cleaned_data
        placement.decide_next(
            text=given["next_step"], on=given["next_step_on"], today=request.today, by=request.user
        )

    if saved(form, decide):
        return _done(request, case, _("The next step is recorded."))
    about = CaseForm(
        title=_("Decide what comes next"), text=placement.company.name, submit=_("Record the decision")
    )
    return render_case_form(request, case, form, about)


@require_http_methods(["GET", "POST"])
@require_permission(Permission.WRITE_CASE)
@once
def take_next_back(request: HttpRequest, public_id: UUID, placement_id: UUID) -> HttpResponse:
    """Nothing was decided after all, or it no longer holds."""
    case, placement = _with_placement(request, public_id, placement_id)
    form = ReasonForm(request.POST or None, today=request.today)
    reason = form.data.get("reason", "")
    if saved(form, lambda: placement.take_next_back(reason=reason, on=request.today, by=request.user)):
        return _done(request, case, _("What comes next is open again."))
    about = CaseForm(
        title=_("Take the decision back"),
        text=_("What comes next is open again. The decision stays in the history."),
        submit=_("Take it back"),
        is_final=True,
    )
    return render_case_form(request, case, form, about)


def _with_placement(request: HttpRequest, public_id: UUID, placement_id: UUID) -> tuple[Case, Placement]:
    case = open_case(request, public_id)
    placements = Placement.objects.standing().filter(case=case).select_related("company", "case")
    return case, get_object_or_404(placements, public_id=placement_id)


def _done(request: HttpRequest, case: Case, words: str) -> HttpResponse:
    messages.success(request, words)
    return redirect("case", case.public_id)
