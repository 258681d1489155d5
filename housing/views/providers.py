"""Who lets homes that the City may offer, with their homes by state."""

from collections import defaultdict
from collections.abc import Sequence
from datetime import date
from typing import Any
from urllib.parse import urlencode
from uuid import UUID

from django.core.paginator import Paginator
from django.db.models import Count
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_GET, require_http_methods

from accounts.once import once
from accounts.permissions import Permission, require_permission
from goals.views.paging import beside
from housing.forms.dwellings import ProviderForm
from housing.models import Dwelling, DwellingState, Provider
from housing.models.provider import PROVIDER_FACTS
from housing.pages import HousingPage, done, may_write, render_housing_form
from housing.views.tabs import tabs_of
from refugees.case_forms import saved, saved_as_seen, seen

ROWS = 50


@require_GET
@require_permission(Permission.SEE_HOUSING)
def providers(request: HttpRequest) -> HttpResponse:
    """Every provider by name: how to reach it, how many homes it has of each state, how many temporary places."""
    rows = Provider.objects.annotate(places=Count("lodgings")).order_by("name", "pk")
    page = Paginator(rows, ROWS).get_page(request.GET.get("page"))
    homes = _homes_of(page.object_list, request.today)
    words = ngettext("%(number)d provider", "%(number)d providers", page.paginator.count)
    context = {
        "rows": [
            {"provider": row, "states": homes[row.pk], "url": _board(provider=row.public_id)} for row in page
        ],
        "count_words": words % {"number": page.paginator.count},
        "tabs": tabs_of("housing:providers"),
        "may_write": may_write(request),
    } | beside(page, {})
    return render(request, "housing/providers.html", context)


def _homes_of(rows: Sequence[Provider], day: date) -> dict[int, list[dict[str, Any]]]:
    """How many homes these providers have of each state on that day, each with its address on the board. One query."""
    found = Dwelling.objects.at(day).filter(provider__in=rows).order_by().values("provider", "state")
    number = {(row["provider"], row["state"]): row["number"] for row in found.annotate(number=Count("pk"))}
    homes = defaultdict(list)
    for provider in rows:
        for state in DwellingState:
            if count := number.get((provider.pk, state)):
                url = _board(provider=provider.public_id, state=state.value)
                homes[provider.pk].append({"label": state.label, "number": count, "url": url})
    return homes


def _board(**asked: object) -> str:
    """The homes that are asked for."""
    return f"{reverse('housing:dwellings')}?{urlencode(asked)}"


@require_http_methods(["GET", "POST"])
@require_permission(Permission.WRITE_HOUSING)
@once
def add_provider(request: HttpRequest) -> HttpResponse:
    """Somebody lets homes to people whom the City names."""
    form = ProviderForm(request.POST or None, today=request.today)

    def add() -> None:
        Provider.objects.add(by=request.user, **form.cleaned_data)

    if saved(form, add):
        return done(request, _("The provider is registered."), reverse("housing:add_dwelling"))
    about = HousingPage(title=_("Register a provider"), submit=_("Register the provider"), **_back())
    return render_housing_form(request, form, about)


@require_http_methods(["GET", "POST"])
@require_permission(Permission.WRITE_HOUSING)
@once
def change_provider(request: HttpRequest, provider_id: UUID) -> HttpResponse:
    """It is called, or reached, otherwise."""
    row = get_object_or_404(Provider, public_id=provider_id)
    known = {name: getattr(row, name) for name in PROVIDER_FACTS}
    form = ProviderForm(request.POST or None, today=request.today, initial=known)

    def change() -> None:
        row.change(by=request.user, version=seen(request, PROVIDER_FACTS), **form.cleaned_data)

    if saved_as_seen(form, change):
        return done(request, _("The provider is saved."), _back()["back_url"])
    about = HousingPage(
        title=_("Change the provider"),
        submit=_("Save the provider"),
        row=row,
        tells=PROVIDER_FACTS,
        **_back(),
    )
    return render_housing_form(request, form, about)


def _back() -> dict[str, str]:
    return {"back_url": reverse("housing:providers"), "back_label": _("Providers")}
