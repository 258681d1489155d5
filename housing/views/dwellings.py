"""Homes that the City may offer: the board by state, and what is known of one of them."""

from typing import Any
from uuid import UUID

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_GET, require_http_methods
from django.views.decorators.vary import vary_on_headers

from accounts.once import once
from accounts.permissions import Permission, require_permission
from goals.views.paging import beside
from housing.forms.dwellings import AskNothingForm, DwellingFilterForm, DwellingForm, RemoveForm
from housing.households import names_of
from housing.models import Dwelling, DwellingState, HomeOffer
from housing.models.dwelling_rules import FACTS
from housing.models.shared_home import ages_in_words
from housing.pages import HousingPage, done, may_write, render_housing_form
from housing.standing import checks_of
from housing.views.tabs import tabs_of
from refugees.case_forms import saved, saved_as_seen, seen

ROWS = 50
GONE = ("held", "gone_on", "gone_reason")


@require_GET
@require_permission(Permission.SEE_HOUSING)
@vary_on_headers("HX-Request")
def dwellings(request: HttpRequest) -> HttpResponse:
    """The board: homes by state, the free ones first. Only the list itself where htmx asks for it."""
    form = DwellingFilterForm(request.GET)
    filters = form.filters
    found = Dwelling.objects.at(request.today).select_related("provider")
    found = found.filter(**filters) if filters.get("state") else _not_gone(found, filters)
    page = Paginator(found.in_order(), ROWS).get_page(request.GET.get("page"))
    kept = {name: text for name, text in request.GET.items() if name in form.fields and text}
    words = ngettext("%(number)d home", "%(number)d homes", page.paginator.count)
    context = {
        "form": form,
        "groups": _by_state(page.object_list),
        "count_words": words % {"number": page.paginator.count},
        "is_filtered": bool(filters),
        "today": request.today,
        "tabs": tabs_of("housing:dwellings"),
        "may_write": may_write(request),
    } | beside(page, kept)
    return render(request, "housing/_dwellings.html" if request.htmx else "housing/dwellings.html", context)


def _not_gone(found: Any, filters: dict[str, Any]) -> Any:
    return found.filter(**filters).exclude(state=DwellingState.GONE)


def _by_state(rows: list[Dwelling]) -> list[dict[str, Any]]:
    """The homes of this page under what they are."""
    groups = [
        {"state": state, "title": state.label, "rows": [row for row in rows if row.state == state]}
        for state in DwellingState
    ]
    return [group for group in groups if group["rows"]]


@require_GET
@require_permission(Permission.SEE_HOUSING)
def dwelling(request: HttpRequest, dwelling_id: UUID) -> HttpResponse:
    """One home: its facts, and whether it lies outside the excluded areas."""
    home = open_dwelling(request, dwelling_id)
    context = {
        "home": home,
        "identity": _identity(home),
        "ages": ages_in_words(home.age_from, home.age_to),
        "today": request.today,
        "may_write": may_write(request),
        "checks": checks_of(home, request.today),
        "offers": _offers(home, request),
        "back_url": reverse("housing:dwellings"),
    }
    return render(request, "housing/dwelling.html", context)


def open_dwelling(request: HttpRequest, dwelling_id: UUID) -> Dwelling:
    """A home, or 404. Homes are the whole City's; who may see them, the view's permission says."""
    homes = Dwelling.objects.at(request.today).select_related("provider")
    return get_object_or_404(homes, public_id=dwelling_id)


def _identity(home: Dwelling) -> list[tuple[str, str]]:
    return [
        (_("State"), DwellingState(home.state).label),
        (_("District"), home.get_district_display()),
        (_("Rooms"), str(home.rooms)),
        (_("Size"), _("%(size)d m²") % {"size": home.size_m2}),
        (_("Provider"), home.provider.name),
    ]


def _offers(home: Dwelling, request: HttpRequest) -> list[dict[str, Any]]:
    """What was offered of this home to households that this person sees, the latest first."""
    offers = HomeOffer.objects.visible_to(request.user).standing().filter(dwelling=home)
    rows = list(offers.select_related("household").order_by("-offered_on", "-pk"))
    names = names_of({offer.household_id for offer in rows})
    return [{"offer": offer, "names": names.get(offer.household_id, "")} for offer in rows]


@require_http_methods(["GET", "POST"])
@require_permission(Permission.WRITE_HOUSING)
@once
def add_dwelling(request: HttpRequest) -> HttpResponse:
    """A provider gives the City a home to offer."""
    form = DwellingForm(request.POST or None, today=request.today, initial={"available_from": request.today})
    made: list[Dwelling] = []

    def register() -> None:
        made.append(Dwelling.objects.register(by=request.user, **form.cleaned_data))

    if saved(form, register):
        return done(
            request, _("The home is registered. Check now whether it may be offered."), url_of(made[0])
        )
    about = HousingPage(
        title=_("Register a home"), submit=_("Register the home"), **_back(reverse("housing:dwellings"))
    )
    return render_housing_form(request, form, about)


@require_http_methods(["GET", "POST"])
@require_permission(Permission.WRITE_HOUSING)
@once
def change_dwelling(request: HttpRequest, dwelling_id: UUID) -> HttpResponse:
    """It is otherwise than was written."""
    home = open_dwelling(request, dwelling_id)
    known = {name: getattr(home, name) for name in FACTS}
    known |= {"address": home.address, "provider": home.provider}
    form = DwellingForm(request.POST or None, today=request.today, initial=known)

    def change() -> None:
        home.change(by=request.user, version=seen(request, FACTS), **form.cleaned_data)

    if saved_as_seen(form, change):
        return done(request, _("The home is saved."), url_of(home))
    about = HousingPage(
        title=_("Change the home"), submit=_("Save the home"), row=home, tells=FACTS, **_back_to(home)
    )
    return render_housing_form(request, form, about)


@require_http_methods(["GET", "POST"])
@require_permission(Permission.WRITE_HOUSING)
@once
def remove_dwelling(request: HttpRequest, dwelling_id: UUID) -> HttpResponse:
    """It can be offered no more."""
    home = open_dwelling(request, dwelling_id)
    form = RemoveForm(request.POST or None, today=request.today)

    def remove() -> None:
        reason = form.cleaned_data["reason"]
        home.remove(on=request.today, reason=reason, by=request.user, version=seen(request, GONE))

    if saved_as_seen(form, remove):
        return done(request, _("The home is no longer offered."), url_of(home))
    about = HousingPage(
        title=_("No longer available"),
        submit=_("Take it off the board"),
        text=_("It stays readable, with what was offered. The same address can be registered again."),
        is_final=True,
        row=home,
        tells=GONE,
        **_back_to(home),
    )
    return render_housing_form(request, form, about)


@require_http_methods(["GET", "POST"])
@require_permission(Permission.WRITE_HOUSING)
@once
def bring_back_dwelling(request: HttpRequest, dwelling_id: UUID) -> HttpResponse:
    """It can be offered after all."""
    home = open_dwelling(request, dwelling_id)
    form = AskNothingForm(request.POST or None, today=request.today)

    def bring_back() -> None:
        home.bring_back(by=request.user, version=seen(request, GONE))

    if saved_as_seen(form, bring_back):
        return done(request, _("The home is on the board again."), url_of(home))
    about = HousingPage(
        title=_("Available after all"), submit=_("Put it back"), row=home, tells=GONE, **_back_to(home)
    )
    return render_housing_form(request, form, about)


def url_of(home: Dwelling) -> str:
    """The page of a home."""
    return reverse("housing:dwelling", args=[home.public_id])


def _back(url: str) -> dict[str, str]:
    return {"back_url": url, "back_label": _("Homes")}


def _back_to(home: Dwelling) -> dict[str, str]:
    return {"back_url": url_of(home), "back_label": str(home.address)}
