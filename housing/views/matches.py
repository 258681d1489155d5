"""Which homes could be offered to a household, and which households could be offered a home: with every reason."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_GET

from accounts.permissions import Permission, require_permission
from goals.views.paging import beside
from housing.households import Home, Stage, homes_for, households_of
from housing.match_facts import between, home_facts, household_facts
from housing.matching import NOTHING, by_home, by_household, match
from housing.models import Dwelling, DwellingState
from housing.pages import may_write
from housing.views import dwellings as of_homes
from housing.views.households import identity, open_household, url_of
from refugees.reasons import Match

ROWS = 30
# Who lives in a permanent home, and the homes that are theirs, are past all this.
STILL_WAITING = [Stage.WAITING, Stage.OFFERED]
ON_THE_BOARD = [DwellingState.FREE, DwellingState.COMING, DwellingState.OFFERED]


@require_GET
@require_permission(Permission.SEE_HOUSING)
def fitting_homes(request: HttpRequest, household_id: UUID) -> HttpResponse:
    """Every home on the board held against one household: what fits first, then what nearly does."""
    home = open_household(request, household_id)
    day = request.today
    dwellings = list(Dwelling.objects.at(day).filter(state__in=ON_THE_BOARD).select_related("provider"))
    [household] = household_facts([home], day)
    known = between([home.household], dwellings, day, request.user)
    found = [
        (facts, match(household, facts, day, known.get((household.key, facts.key), NOTHING)))
        for facts in home_facts(dwellings, day, request.user)
    ]
    of_key = {str(dwelling.public_id): dwelling for dwelling in dwellings}
    rows = [
        _row(of_key[facts.key], each, home, facts.key, may_offer=may_offer(request, home))
        for facts, each in sorted(found, key=by_home)
    ]
    context = {
        "home": home,
        "identity": identity(home, request),
        "step_url": url_of(home.household),
        "back_url": reverse("housing:households"),
    }
    return _page(request, "housing/fitting_homes.html", rows, context)


@require_GET
@require_permission(Permission.SEE_HOUSING)
def fitting_households(request: HttpRequest, dwelling_id: UUID) -> HttpResponse:
    """Every household that waits held against one home: who fits and has the fewest days left first."""
    dwelling, day = of_homes.open_dwelling(request, dwelling_id), request.today
    households = list(households_of(request.user).filter(stage__in=STILL_WAITING).order_by("pk"))
    homes = homes_for(households, day)
    [facts] = home_facts([dwelling], day, request.user)
    known = between(households, [dwelling], day, request.user)
    found = [
        (household, match(household, facts, day, known.get((household.key, facts.key), NOTHING)))
        for household in household_facts(homes, day)
    ]
    of_key = {str(home.household.public_id): home for home in homes}
    rows = [
        _row(home := of_key[household.key], each, home, facts.key, may_offer=may_offer(request, home))
        for household, each in sorted(found, key=by_household)
    ]
    return _page(
        request,
        "housing/fitting_households.html",
        rows,
        {"dwelling": dwelling, "back_url": of_homes.url_of(dwelling)},
    )


def may_offer(request: HttpRequest, home: Home) -> bool:
    """Whether this person may offer a home to this household now."""
    return may_write(request) and home.stage == Stage.WAITING


def _row(about: Any, found: Match, home: Home, key: str, *, may_offer: bool) -> dict[str, Any]:
    """`about`: what the row is about; `key`: of the home. What fits can be offered, and decided for the plan."""
    household = home.household.public_id
    return {
        "about": about,
        "match": found,
        "offer_url": f"{reverse('housing:offer', args=[household])}?home={key}"
        if may_offer and found.fits
        else "",
        "decide_url": reverse("housing:decide", args=[household, key]) if may_offer and found.fits else "",
    }


def _page(
    request: HttpRequest, template: str, rows: Sequence[dict[str, Any]], context: dict[str, Any]
) -> HttpResponse:
    page = Paginator(rows, ROWS).get_page(request.GET.get("page"))
    context |= {
        "rows": rows,
        "fitting": [row for row in page.object_list if row["match"].fits],
        "others": [row for row in page.object_list if not row["match"].fits],
        "number": sum(row["match"].fits for row in rows),
        "today": request.today,
    }
    return render(request, template, context | beside(page, {}))
