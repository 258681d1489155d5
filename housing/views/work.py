"""What waits today for whoever finds homes, and where people were housed."""

from urllib.parse import urlencode

from django.conf import settings
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_GET

from accounts.permissions import Permission, require_permission
from goals.views.paging import beside
from housing.households import names_of
from housing.pages import may_write
from housing.spread import moved_in, spread_of, years
from housing.views.tabs import tabs_of
from housing.work import day_of
from refugees.districts import IN_THE_CITY

ROWS = 50


@require_GET
@require_permission(Permission.SEE_HOUSING)
def today(request: HttpRequest) -> HttpResponse:
    """What is due: answers, viewings, moves, deadlines, stays to be put right, checks, whom to ask after the move."""
    context = {
        "day": day_of(request.user, request.today),
        "today": request.today,
        "tabs": tabs_of("housing:today"),
        "may_write": may_write(request),
    }
    return render(request, "housing/today.html", context)


@require_GET
@require_permission(Permission.SEE_HOUSING)
def spread(request: HttpRequest) -> HttpResponse:
    """In which districts people were housed in a year: the whole City's, without small groups."""
    known = years(request.today)
    year = _year(request, known)
    context = {
        "spread": spread_of(year, request.user),
        "year_slug": slug_of(year),
        "limit": settings.SMALL_GROUP_LIMIT,
        "years": [
            {"url": f"?year={slug_of(each)}", "label": str(each), "current": each == year} for each in known
        ],
        "tabs": tabs_of("housing:spread"),
    }
    return render(request, "housing/spread.html", context)


@require_GET
@require_permission(Permission.SEE_HOUSING)
def housed(request: HttpRequest) -> HttpResponse:
    """The households behind a figure that this person sees: those of their own units."""
    if "district" not in request.GET:
        return redirect("housing:spread")  # no figure was pressed
    district, year = request.GET["district"], _year(request, years(request.today))
    names = dict(IN_THE_CITY)
    if district not in names:
        raise Http404
    offers = moved_in(year, request.user).filter(home_district=district)
    page = Paginator(offers, ROWS).get_page(request.GET.get("page"))
    who = names_of({offer.household_id for offer in page})
    words = ngettext(
        "%(number)d household of your units", "%(number)d households of your units", page.paginator.count
    )
    context = {
        "title": _("Housed in %(district)s, %(year)d") % {"district": names[district], "year": year},
        "count_words": words % {"number": page.paginator.count},
        "rows": [{"offer": offer, "names": who.get(offer.household_id, "")} for offer in page],
        "today": request.today,
        "back_url": f"{reverse('housing:spread')}?{urlencode({'year': slug_of(year)})}",
    } | beside(page, {"year": slug_of(year), "district": district})
    return render(request, "housing/housed.html", context)


def slug_of(year: int) -> str:
    """The year as it stands in an address, where no bare number may."""
    return f"y{year}"


def _year(request: HttpRequest, known: list[int]) -> int:
    """The year that is asked for, if it can be; else this one."""
    by_slug = {slug_of(year): year for year in known}
    return by_slug.get(request.GET.get("year", ""), known[0])
