"""What is under way: its agreed last day, its hours, whether an education gives SU, and what comes after it."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from accounts.once import once
from accounts.permissions import Permission, require_permission
from internships.forms.occupations import HoursForm, NextStepForm, PlannedEndForm, ReasonForm, SuForm
from internships.rows import done, form_of, with_occupation
from refugees.case_forms import render_case_form, saved_as_seen, seen

# What each form shows or changes of the measure: of these, whoever was overtaken by a colleague is told.
LAST_DAY = ("planned_last_on", "taken_back_at")
HOURS = ("minutes_a_week", "taken_back_at")
SU = ("gives_su", "su_known_on", "taken_back_at")
NEXT = ("next_step", "next_step_on", "taken_back_at")


@require_http_methods(["GET", "POST"])
@require_permission(Permission.WRITE_CASE)
@once
def plan_end(request: HttpRequest, public_id: UUID, occupation_id: UUID) -> HttpResponse:
    """Say which day was agreed as the last, or that none is agreed any more."""
    case, occupation = with_occupation(request, public_id, occupation_id)
    known = {"planned_last_on": occupation.planned_last_on}
    form = PlannedEndForm(request.POST or None, today=request.today, initial=known, occupation=occupation)

    def agree() -> None:
        on = form.cleaned_data["planned_last_on"]
        occupation.plan_end(on=on, today=request.today, by=request.user, version=seen(request, LAST_DAY))

    if saved_as_seen(form, agree):
        return done(request, case, _("The agreed last day is saved."))
    about = form_of(occupation, LAST_DAY, title=_("Agreed last day"), submit=_("Save the last day"))
    return render_case_form(request, case, form, about)


@require_http_methods(["GET", "POST"])
@require_permission(Permission.WRITE_CASE)
@once
def state_hours(request: HttpRequest, public_id: UUID, occupation_id: UUID) -> HttpResponse:
    """Say how many hours a week it is, or that nobody knows."""
    case, occupation = with_occupation(request, public_id, occupation_id)
    known = {"minutes_a_week": occupation.minutes_a_week}
    form = HoursForm(request.POST or None, today=request.today, initial=known)

    def state() -> None:
        minutes = form.cleaned_data["minutes_a_week"]
        occupation.state_hours(
            minutes=minutes, today=request.today, by=request.user, version=seen(request, HOURS)
        )

    if saved_as_seen(form, state):
        return done(request, case, _("The hours a week are saved."))
    about = form_of(occupation, HOURS, title=_("Hours a week"), submit=_("Save the hours"))
    return render_case_form(request, case, form, about)


@require_http_methods(["GET", "POST"])
@require_permission(Permission.WRITE_CASE)
@once
def state_su(request: HttpRequest, public_id: UUID, occupation_id: UUID) -> HttpResponse:
    """Say whether an education gives SU, or that nobody knows."""
    case, occupation = with_occupation(request, public_id, occupation_id)
    known = {"gives_su": occupation.gives_su, "su_known_on": occupation.su_known_on or request.today}
    form = SuForm(request.POST or None, today=request.today, initial=known)

    def state() -> None:
        occupation.state_su(
            gives_su=form.cleaned_data["gives_su"],
            on=form.cleaned_data["su_known_on"],
            today=request.today,
            by=request.user,
            version=seen(request, SU),
        )

    if saved_as_seen(form, state):
        return done(request, case, _("It is recorded whether the education gives SU."))
    about = form_of(occupation, SU, title=_("Does the education give SU?"), submit=_("Save"))
    return render_case_form(request, case, form, about)


@require_http_methods(["GET", "POST"])
@require_permission(Permission.WRITE_CASE)
@once
def decide_next(request: HttpRequest, public_id: UUID, occupation_id: UUID) -> HttpResponse:
    """Decide what comes after it."""
    case, occupation = with_occupation(request, public_id, occupation_id)
    known = {"next_step": occupation.next_step, "next_step_on": occupation.next_step_on or request.today}
    form = NextStepForm(request.POST or None, today=request.today, initial=known)

    def decide() -> None:
        given = form.cleaned_data
        occupation.decide_next(
            text=given["next_step"],
            on=given["next_step_on"],
            today=request.today,
            by=request.user,
            version=seen(request, NEXT),
        )

    if saved_as_seen(form, decide):
        return done(request, case, _("The next step is recorded."))
    about = form_of(occupation, NEXT, title=_("Decide what comes next"), submit=_("Record the decision"))
    return render_case_form(request, case, form, about)


@require_http_methods(["GET", "POST"])
@require_permission(Permission.WRITE_CASE)
@once
def take_next_back(request: HttpRequest, public_id: UUID, occupation_id: UUID) -> HttpResponse:
    """Nothing was decided after all, or it no longer holds."""
    case, occupation = with_occupation(request, public_id, occupation_id)
    form = ReasonForm(request.POST or None, today=request.today)

    def reopen() -> None:
        reason = form.cleaned_data["reason"]
        occupation.take_next_back(
            reason=reason, on=request.today, by=request.user, version=seen(request, NEXT)
        )

    if saved_as_seen(form, reopen):
        return done(request, case, _("What comes next is open again."))
    about = form_of(
        occupation,
        NEXT,
        title=_("Take the decision back"),
        text=_("What comes next is open again. The decision stays in the history."),
        submit=_("Take it back"),
        is_final=True,
    )
    return render_case_form(request, case, form, about)
