"""Hours a week: of a case against what the rules ask, counted activities, cuts for health, and who has too few."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from accounts.day import ONE_DAY
from accounts.once import once
from accounts.permissions import Permission, require_permission
from refugees.case_forms import CaseForm, findable, render_case_form, saved, saved_as_seen, seen
from refugees.case_frame import case_frame, open_case
from refugees.dated_facts import period_rows
from refugees.forms.dates import ReasonForm
from refugees.forms.hours import CorrectActivityForm, CorrectCutForm, CountActivityForm, CutHoursForm
from refugees.hours_panel import conclusion_of
from refugees.models import Case, CountedActivity, HoursCut, version_of
from refugees.models.case_period import CasePeriod
from refugees.weeks import below_hours, shown, weeks_of

BACK = "refugees:hours"
# What whoever was overtaken by a colleague is told of an activity, and of a cut, as it stands.
ACTIVITY_TELLS = ("kind", "about", "minutes_a_week", "during", "withdrawn_at", "correction_reason")
CUT_TELLS = ("minutes_a_week", "ground", "during", "withdrawn_at", "correction_reason")
ACTIVITY_FACTS = ("kind", "about", "minutes_a_week", "during")
CUT_FACTS = ("minutes_a_week", "ground", "during")


@require_GET
@require_permission(Permission.SEE_MY_WORK)
def below(request: HttpRequest) -> HttpResponse:
    """The own people whose week has fewer hours than are asked."""
    rows = below_hours(request.user, request.today)
    return render(request, "hours/below.html", {"rows": rows, "today": request.today})


@require_GET
@require_permission(Permission.SEE_CASE)
def hours(request: HttpRequest, public_id: UUID) -> HttpResponse:
    """The week of a case, with all that was counted and cut, and how that was corrected."""
    case = open_case(request, public_id)
    context = {
        "shown": shown(weeks_of([case], request.today)[case.pk]),
        "conclusion": conclusion_of(case, request.today),
        "activities": period_rows(case.counted_activities.all(), request.today),
        "cuts": period_rows(case.hours_cuts.all(), request.today),
        "may_write": request.user.can(Permission.WRITE_CASE),
    }
    return render(request, "hours/hours.html", case_frame(request, case, tab=BACK) | context)


@require_http_methods(["GET", "POST"])
@require_permission(Permission.WRITE_CASE)
@once
def count_activity(request: HttpRequest, public_id: UUID) -> HttpResponse:
    """Something else fills hours of the week."""
    case = open_case(request, public_id)
    form = CountActivityForm(request.POST or None, today=request.today)

    def add() -> None:
        CountedActivity.objects.add(case=case, by=request.user, **_given(form, ACTIVITY_FACTS))

    if saved(form, add):
        return _done(request, case, _("The activity counts in the week."))
    text = _("Internships, jobs and Danish classes count by themselves: they are recorded where they belong.")
    about = CaseForm(title=_("Count an activity"), text=text, submit=_("Count it"), back=BACK)
    return render_case_form(request, case, form, about)


@require_http_methods(["GET", "POST"])
@require_permission(Permission.WRITE_CASE)
@once
def correct_activity(request: HttpRequest, public_id: UUID, period_id: UUID) -> HttpResponse:
    """It was otherwise, or in other days."""
    case, row = _with_period(request, public_id, CountedActivity, period_id)
    form = CorrectActivityForm(request.POST or None, today=request.today, initial=_known(row, ACTIVITY_FACTS))
    return _correct(request, case, row, form, ACTIVITY_FACTS, ACTIVITY_TELLS)


@require_http_methods(["GET", "POST"])
@require_permission(Permission.WRITE_CASE)
@once
def withdraw_activity(request: HttpRequest, public_id: UUID, period_id: UUID) -> HttpResponse:
    """There was no such activity."""
    return _withdraw(request, public_id, CountedActivity, period_id, ACTIVITY_TELLS)


@require_http_methods(["GET", "POST"])
@require_permission(Permission.WRITE_CASE)
@once
def cut_hours(request: HttpRequest, public_id: UUID) -> HttpResponse:
    """The City asks fewer hours for reasons of health."""
    case = open_case(request, public_id)
    form = CutHoursForm(request.POST or None, today=request.today)

    def decide() -> None:
        facts = _given(form, CUT_FACTS) | {"version": seen(request, CUT_TELLS)}
        HoursCut.objects.decide(case=case, by=request.user, **facts)

    if saved_as_seen(form, decide):
        return _done(request, case, _("The cut of the hours is recorded."))
    about = CaseForm(
        title=_("Cut the hours for health"),
        text=_("A decision of the City (Integration Act § 20 d(2)). It tells no diagnosis."),
        submit=_("Record the cut"),
        back=BACK,
        version=version_of(case.hours_cuts.latest(), CUT_TELLS),
        tells=CUT_TELLS,
    )
    return render_case_form(request, case, form, about)


@require_http_methods(["GET", "POST"])
@require_permission(Permission.WRITE_CASE)
@once
def correct_cut(request: HttpRequest, public_id: UUID, period_id: UUID) -> HttpResponse:
    """It was decided otherwise, or for other days."""
    case, row = _with_period(request, public_id, HoursCut, period_id)
    form = CorrectCutForm(request.POST or None, today=request.today, initial=_known(row, CUT_FACTS))
    return _correct(request, case, row, form, CUT_FACTS, CUT_TELLS)


@require_http_methods(["GET", "POST"])
@require_permission(Permission.WRITE_CASE)
@once
def withdraw_cut(request: HttpRequest, public_id: UUID, period_id: UUID) -> HttpResponse:
    """Nobody decided that."""
    return _withdraw(request, public_id, HoursCut, period_id, CUT_TELLS)


def _correct(
    request: HttpRequest,
    case: Case,
    row: Any,
    form: CorrectActivityForm | CorrectCutForm,
    facts: tuple[str, ...],
    tells: tuple[str, ...],
) -> HttpResponse:
    def put_right() -> None:
        why = form.cleaned_data["why"]
        row.correct(why=why, by=request.user, version=seen(request, tells), **_given(form, facts))

    if saved_as_seen(form, put_right):
        return _done(request, case, _("It is corrected. The hours are counted again."))
    about = CaseForm(
        title=_("Correct: %(period)s") % {"period": row.words},
        text=_("What stands there now stays visible, with your reason."),
        submit=_("Save the correction"),
        back=BACK,
        version=version_of(row, tells),
        tells=tells,
    )
    return render_case_form(request, case, form, about)


def _withdraw(
    request: HttpRequest, public_id: UUID, kind: type[CasePeriod], period_id: UUID, tells: tuple[str, ...]
) -> HttpResponse:
    case, row = _with_period(request, public_id, kind, period_id)
    form = ReasonForm(request.POST or None, today=request.today)

    def strike() -> None:
        why = form.cleaned_data["reason"]
        row.withdraw(why=why, on=request.today, by=request.user, version=seen(request, tells))

    if saved_as_seen(form, strike):
        return _done(request, case, _("It is withdrawn. The hours are counted again."))
    about = CaseForm(
        title=_("Withdraw: %(period)s") % {"period": row.words},
        text=_("It stays visible as withdrawn, with your reason."),
        submit=_("Withdraw"),
        back=BACK,
        is_final=True,
        version=version_of(row, tells),
        tells=tells,
    )
    return render_case_form(request, case, form, about)


def _with_period(
    request: HttpRequest, public_id: UUID, kind: type[CasePeriod], period_id: UUID
) -> tuple[Case, Any]:
    case = open_case(request, public_id)
    periods = findable(request, kind.objects.all(), kind.objects.standing())
    return case, get_object_or_404(periods.filter(case=case).select_related("case"), public_id=period_id)


def _given(form: Any, names: tuple[str, ...]) -> dict[str, Any]:
    return {name: form.cleaned_data[name] for name in names}


def _known(row: Any, names: tuple[str, ...]) -> dict[str, Any]:
    end = row.during.upper
    days = {"on": row.during.lower, "last_on": end - ONE_DAY if end else None}
    return {name: getattr(row, name) for name in names if name != "during"} | days


def _done(request: HttpRequest, case: Case, words: str) -> HttpResponse:
    messages.success(request, words)
    return redirect(BACK, case.public_id)
