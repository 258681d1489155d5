"""A measure that is under way: its agreed last day, and what comes after it."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from accounts.once import once
from accounts.permissions import Permission, require_permission
from internships.forms.placements import NextStepForm, PlannedEndForm, ReasonForm
from internships.rows import done, form_of, with_placement
from refugees.case_forms import render_case_form, saved_as_seen, seen

# What each form shows or changes of the measure: of these, whoever was overtaken by a colleague is told.
LAST_DAY = ("planned_last_on", "taken_back_at")
NEXT = ("next_step", "next_step_on", "taken_back_at")


@require_http_methods(["GET", "POST"])
@require_permission(Permission.WRITE_CASE)
@once
def plan_end(request: HttpRequest, public_id: UUID, placement_id: UUID) -> HttpResponse:
    """Say which day was agreed as the last, or that none is agreed any more."""
    case, placement = with_placement(request, public_id, placement_id)
    known = {"planned_last_on": placement.planned_last_on}
    form = PlannedEndForm(request.POST or None, today=request.today, initial=known)

    def agree() -> None:
        on = form.cleaned_data["planned_last_on"]
        placement.plan_end(on=on, today=request.today, by=request.user, version=seen(request, LAST_DAY))

    if saved_as_seen(form, agree):
        return done(request, case, _("The agreed last day is saved."))
    about = form_of(placement, LAST_DAY, title=_("Agreed last day"), submit=_("Save the last day"))
    return render_case_form(request, case, form, about)


@require_http_methods(["GET", "POST"])
@require_permission(Permission.WRITE_CASE)
@once
def decide_next(request: HttpRequest, public_id: UUID, placement_id: UUID) -> HttpResponse:
    """Decide what comes after it."""
    case, placement = with_placement(request, public_id, placement_id)
    known = {"next_step": placement.next_step, "next_step_on": placement.next_step_on or request.today}
    form = NextStepForm(request.POST or None, today=request.today, initial=known)

    def decide() -> None:
        given = form.cleaned_data
        placement.decide_next(
            text=given["next_step"],
            on=given["next_step_on"],
            today=request.today,
            by=request.user,
            version=seen(request, NEXT),
        )

    if saved_as_seen(form, decide):
        return done(request, case, _("The next step is recorded."))
    about = form_of(placement, NEXT, title=_("Decide what comes next"), submit=_("Record the decision"))
    return render_case_form(request, case, form, about)


@require_http_methods(["GET", "POST"])
@require_permission(Permission.WRITE_CASE)
@once
def take_next_back(request: HttpRequest, public_id: UUID, placement_id: UUID) -> HttpResponse:
    """Nothing was decided after all, or it no longer holds."""
    case, placement = with_placement(request, public_id, placement_id)
    form = ReasonForm(request.POST or None, today=request.today)

    def reopen() -> None:
        reason = form.cleaned_data["reason"]
        placement.take_next_back(
            reason=reason, on=request.today, by=request.user, version=seen(request, NEXT)
        )

    if saved_as_seen(form, reopen):
        return done(request, case, _("What comes next is open again."))
    about = form_of(
        placement,
        NEXT,
        title=_("Take the decision back"),
        text=_("What comes next is open again. The decision stays in the history."),
        submit=_("Take it back"),
        is_final=True,
    )
    return render_case_form(request, case, form, about)
