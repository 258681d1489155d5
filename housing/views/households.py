"""The households to be housed: the list by what comes next, and the housing page of one of them."""

from typing import Any
from urllib.parse import urlencode
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_GET, require_http_methods

from accounts.once import once
from accounts.permissions import Permission, require_permission
from goals.views.paging import beside
from housing import households as found
from housing.after import living
from housing.forms.offers import NeedForm
from housing.households import Home, Stage
from housing.models import HomeNeed, HomeOffer, PlacementException
from housing.models.home_need import SAID
from housing.pages import HousingPage, done, may_write, render_housing_form
from housing.stays import stays_of
from housing.temporary import days_between
from housing.views.tabs import tabs_of
from refugees.case_forms import saved_as_seen, seen
from refugees.case_frame import log_opening
from refugees.models import Case, Household


@require_GET
@require_permission(Permission.SEE_HOUSING)
def households(request: HttpRequest) -> HttpResponse:
    """The households at one stage; without one in the address, the first at which somebody waits."""
    numbers = found.counts(request.user)
    asked = request.GET.get("stage", "")
    waiting = next((stage for stage in Stage if numbers.get(stage)), Stage.WAITING)
    stage = Stage(asked) if asked in Stage.values else waiting
    page = found.page_of(request.user, stage, request.GET.get("page", 1))
    context = {
        "stage": stage,
        "homes": found.homes_for(page.object_list, request.today),
        "today": request.today,
        "tabs": tabs_of("housing:households"),
        "stages": [
            {
                "url": f"?{urlencode({'stage': each.value})}",
                "label": f"{each.label} ({numbers.get(each, 0)})",
                "current": each == stage,
            }
            for each in Stage
        ],
    } | beside(page, {"stage": stage.value})
    return render(request, "housing/households.html", context)


@require_GET
@require_permission(Permission.SEE_HOUSING)
def of_case(request: HttpRequest, public_id: UUID) -> HttpResponse:
    """The household of a case. Somebody of whom no home is looked for yet has none."""
    case = get_object_or_404(Case.objects.housing_visible_to(request.user), public_id=public_id)
    if case.household_id is None:
        raise Http404
    return redirect("housing:household", case.household.public_id)


@require_GET
@require_permission(Permission.SEE_HOUSING)
def household(request: HttpRequest, household_id: UUID) -> HttpResponse:
    """Who they are, what their home must be, what was offered and what became of it."""
    home = open_household(request, household_id)
    user = request.user
    offers = HomeOffer.objects.visible_to(user).filter(household=home.household)
    exceptions = PlacementException.objects.visible_to(user).filter(household=home.household)
    may_offer = may_write(request) and home.stage == Stage.WAITING
    context = {
        "home": home,
        "identity": identity(home, request),
        "today": request.today,
        "may_write": may_write(request),
        "may_offer": may_offer,
        "may_except": user.can(Permission.DECIDE_EXCEPTION),
        "sees_cases": user.sees_whole_cases(),
        "protection": _("Name and address are protected")
        if any(member.person.is_protected for member in home.members)
        else "",
        "living": living(
            offers.select_related(
                "dwelling", "area_check__area_list", "exception__decided_by", "recorded_by"
            ).order_by("-offered_on", "-pk"),
            request.today,
        ),
        "temporary": days_between(home.household, request.today),
        "exceptions": exceptions.select_related("dwelling", "decided_by").order_by("-pk"),
        "said": HomeNeed.objects.visible_to(user)
        .filter(household=home.household)
        .select_related("recorded_by")
        .order_by("-during"),
        "stays": stays_of(home.members, user, request.today),
        "back_url": reverse("housing:households"),
    }
    return render(request, "housing/household.html", context)


def open_household(request: HttpRequest, household_id: UUID) -> Home:
    """A household whose home this person looks for, or 404. That its cases were opened is logged."""
    row = get_object_or_404(found.households_of(request.user), public_id=household_id)
    [home] = found.homes_for([row], request.today)
    for case in home.members:
        log_opening(request, case, page="housing:household")
    return home


def identity(home: Home, request: HttpRequest) -> list[tuple[str, str]]:
    """The household in a few words."""
    people = ngettext("%(number)d person", "%(number)d people", home.persons) % {"number": home.persons}
    return [
        (_("Household"), people),
        (_("Bedrooms"), str(home.bedrooms)),
        (_("Languages"), home.languages or _("none recorded")),
        (_("Stage"), home.stage.label if home.stage else _("Nobody is ready to relocate")),
    ]


@require_http_methods(["GET", "POST"])
@require_permission(Permission.WRITE_HOUSING)
@once
def state_need(request: HttpRequest, household_id: UUID) -> HttpResponse:
    """What the home must be, from a day on."""
    home = open_household(request, household_id)
    known = {name: getattr(home.need, name) for name in SAID} if home.need else {}
    form = NeedForm(request.POST or None, today=request.today, initial=known | {"on": request.today})

    def state() -> None:
        HomeNeed.objects.state(
            household=home.household,
            today=request.today,
            by=request.user,
            version=seen(request, SAID),
            **form.cleaned_data,
        )

    if saved_as_seen(form, state):
        return done(request, _("What the home must be is recorded."), url_of(home.household))
    about = HousingPage(
        title=_("What the home must be"),
        submit=_("Record it"),
        text=_("From that day this holds. No deadline is moved by it."),
        row=home.need,
        tells=SAID,
        **back_to(home),
    )
    return render_housing_form(request, form, about)


def url_of(row: Household) -> str:
    """The housing page of a household."""
    return reverse("housing:household", args=[row.public_id])


def back_to(home: Home) -> dict[str, Any]:
    """Where a form about a household leads back to."""
    return {"back_url": url_of(home.household), "back_label": home.names}
