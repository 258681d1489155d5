"""The plan for all free homes and all waiting households at once, and what people decide for it."""

from uuid import UUID

from django.conf import settings
from django.contrib import messages
from django.core.exceptions import ValidationError
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from accounts.once import once
from accounts.permissions import Permission, require_permission
from goals.views.paging import beside
from housing.forms.plans import DecisionForm
from housing.households import homes_for, households_of
from housing.match_facts import match_of, plan_inputs, to_be_offered, waiting
from housing.models import Decision, HousingPlan, PairDecision
from housing.pages import HousingPage, done, may_write, render_housing_form
from housing.plan_page import alternatives_of, names_of, told
from housing.planning import plan as solved_plan
from housing.solver import NoPlanInTime
from housing.spread import spread_of
from housing.views.dwellings import open_dwelling
from housing.views.households import open_household
from housing.views.tabs import tabs_of
from refugees.case_forms import saved, saved_as_seen, seen
from refugees.forms.dates import ReasonForm
from refugees.reasons import Match

ROWS = 20
LIFTED = ("lifted_on", "lifted_reason")


@require_GET
@require_permission(Permission.SEE_HOUSING)
def plans(request: HttpRequest) -> HttpResponse:
    """The plans that were kept, the latest first, and what stands decided for those to come."""
    user = request.user
    kept = HousingPlan.objects.visible_to(user).select_related("made_by", "unit").defer("inputs", "result")
    page = Paginator(kept.order_by("-pk"), ROWS).get_page(request.GET.get("page"))
    decided = PairDecision.objects.visible_to(user).standing().select_related("dwelling", "decided_by")
    decided = list(decided.order_by("-pk"))
    households = list(households_of(user).filter(pk__in={row.household_id for row in decided}))
    homes = {home.household.pk: home for home in homes_for(households, request.today)}
    context = {
        "plans": page.object_list,
        "decided": [{"row": row, "home": homes[row.household_id]} for row in decided],
        "number_waiting": waiting(user).count(),
        "number_free": to_be_offered(request.today).count(),
        "today": request.today,
        "tabs": tabs_of("housing:plans"),
        "may_write": may_write(request),
    } | beside(page, {})
    return render(request, "housing/plans.html", context)


@require_POST
@require_permission(Permission.WRITE_HOUSING)
@once
def make_plan(request: HttpRequest) -> HttpResponse:
    """Solve it anew, with what is known and decided now. Where that takes too long, it says so and keeps nothing."""
    inputs = plan_inputs(request.user, request.today)
    try:
        solved = solved_plan(inputs, seconds=settings.PLAN_SECONDS)
    except NoPlanInTime:
        words = _("No plan was found in the time that the solver has. Nothing was kept. Try it again later.")
        messages.error(request, words)
        return redirect("housing:plans")
    kept = HousingPlan.objects.keep(solved, unit=request.user.unit, by=request.user)
    messages.success(request, _("The plan is made. Nothing is offered by it."))
    return redirect("housing:plan", kept.public_id)


@require_GET
@require_permission(Permission.SEE_HOUSING)
def plan(request: HttpRequest, plan_id: UUID) -> HttpResponse:
    """One plan as it was solved, beside what has become of its pairs since."""
    visible = HousingPlan.objects.visible_to(request.user).select_related("made_by", "unit")
    kept = get_object_or_404(visible, public_id=plan_id)
    city = spread_of(kept.made_on.year, request.user)
    context = {
        "plan": kept,
        "told": told(kept, names_of(kept, request.user, request.today), city, may_write=may_write(request)),
        "city": city,
        "today": request.today,
        "may_write": may_write(request),
        "back_url": reverse("housing:plans"),
    }
    return render(request, "housing/plan.html", context)


@require_GET
@require_permission(Permission.SEE_HOUSING)
def plan_household(request: HttpRequest, plan_id: UUID, household_id: UUID) -> HttpResponse:
    """One household of a plan: every home that it could have instead, and what each would cost."""
    kept = get_object_or_404(HousingPlan.objects.visible_to(request.user), public_id=plan_id)
    home = open_household(request, household_id)
    names = names_of(kept, request.user, request.today)
    row = alternatives_of(kept, str(household_id), names, may_write=may_write(request))
    if row is None:
        raise Http404
    context = {
        "plan": kept,
        "home": home,
        "row": row,
        "knows_alternatives": kept.result["knows_alternatives"],
        "today": request.today,
        "back_url": reverse("housing:plan", args=[plan_id]),
    }
    return render(request, "housing/plan_household.html", context)


@require_http_methods(["GET", "POST"])
@require_permission(Permission.WRITE_HOUSING)
@once
def decide(request: HttpRequest, household_id: UUID, dwelling_id: UUID) -> HttpResponse:
    """Pin a household and a home for the plans to come, or rule them out, and say why."""
    home, dwelling = open_household(request, household_id), open_dwelling(request, dwelling_id)
    form = DecisionForm(request.POST or None, today=request.today)
    found = match_of(home, dwelling, request.today, request.user)

    def record() -> None:
        _refuse_unfit(form.cleaned_data["decision"], found)
        PairDecision.objects.decide(
            household=home.household,
            dwelling=dwelling,
            on=request.today,
            by=request.user,
            **form.cleaned_data,
        )

    if saved(form, record):
        return done(request, _("It holds for the plans to come. Make a new plan."), _back()["back_url"])
    reasons = [reason.words for reason in [*found.stops, *found.against, *found.unknown, *found.in_favour]]
    about = HousingPage(
        title=_("Pin or rule out"),
        submit=_("Record it"),
        text=_("The plan that stands is not changed by it. It holds for every new plan until it is lifted."),
        facts=[
            (_("Household"), home.names),
            (_("Home"), str(dwelling.address)),
            (_("Reasons"), "\n".join(reasons)),
        ],
        **_back(),
    )
    return render_housing_form(request, form, about)


def _refuse_unfit(decision: str, found: Match) -> None:
    """A person decides among what can be; what stands in the way is changed where it was recorded."""
    if decision == Decision.PIN and not found.fits:
        why = "; ".join(reason.words for reason in found.stops)
        raise ValidationError(_("These two cannot be pinned: %(why)s.") % {"why": why})


@require_http_methods(["GET", "POST"])
@require_permission(Permission.WRITE_HOUSING)
@once
def lift(request: HttpRequest, decision_id: UUID) -> HttpResponse:
    """What was decided for the plan holds no more."""
    rows = PairDecision.objects.visible_to(request.user).select_related("household", "dwelling")
    row = get_object_or_404(rows, public_id=decision_id)
    home = open_household(request, row.household.public_id)
    form = ReasonForm(request.POST or None, today=request.today)

    def lift_it() -> None:
        reason = form.cleaned_data["reason"]
        row.lift(on=request.today, reason=reason, by=request.user, version=seen(request, LIFTED))

    if saved_as_seen(form, lift_it):
        return done(request, _("It is lifted. Make a new plan."), _back()["back_url"])
    about = HousingPage(
        title=_("Lift the decision"),
        submit=_("Lift it"),
        facts=[
            (_("Household"), home.names),
            (_("Home"), str(row.dwelling.address)),
            (row.get_decision_display(), row.reason),
        ],
        row=row,
        tells=LIFTED,
        **_back(),
    )
    return render_housing_form(request, form, about)


def _back() -> dict[str, str]:
    return {"back_url": reverse("housing:plans"), "back_label": _("Plan")}
