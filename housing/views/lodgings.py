"""Temporary places: which has free beds on a day, and of one of them who sleeps where."""

from datetime import date
from typing import Any
from uuid import UUID

from django.core.paginator import Paginator
from django.db.models import Exists, F, OuterRef, Q, QuerySet, Subquery
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_GET
from django.views.decorators.vary import vary_on_headers

from accounts.models import AccessLog, User
from accounts.permissions import Permission, require_permission
from goals.views.paging import beside
from housing.forms.lodging import DayForm
from housing.models import HomeOffer, Lodging, OwnHome, Stay
from housing.pages import may_write
from housing.sleeping import SOON, PlaceTonight, place_on, places_on
from housing.views.tabs import tabs_of
from refugees.events import KeyEvent
from refugees.models import Case, KeyDate

ROWS = 50


@require_GET
@require_permission(Permission.SEE_HOUSING)
@vary_on_headers("HX-Request")
def lodgings(request: HttpRequest) -> HttpResponse:
    """The places and their free beds on a day. Only the list itself where htmx asks for it."""
    form = DayForm(request.GET or None, initial={"on": request.today})
    day = form.day(request.today)
    found = Lodging.objects.available(day).select_related("provider").order_by("name")
    places = places_on(day, found)
    context = {
        "form": form,
        "day": day,
        "places": places,
        "count_words": _free_words(places),
        "without_bed": without_a_bed(request.user, request.today).count(),
        "today": request.today,
        "tabs": tabs_of("housing:lodgings"),
        "may_write": may_write(request),
    }
    return render(request, "housing/_lodgings.html" if request.htmx else "housing/lodgings.html", context)


def _free_words(places: list[PlaceTonight]) -> str:
    beds, free = sum(place.beds for place in places), sum(place.free for place in places)
    words = ngettext("%(free)d of %(number)d bed is free", "%(free)d of %(number)d beds are free", beds)
    return words % {"free": free, "number": beds}


@require_GET
@require_permission(Permission.SEE_HOUSING)
def without_bed(request: HttpRequest) -> HttpResponse:
    """People of whom nobody knows where they sleep, or will; who was taken over last stands at the top."""
    rows = without_a_bed(request.user, request.today).select_related("person", "household")
    page = Paginator(rows.order_by("-takeover_on", "pk"), ROWS).get_page(request.GET.get("page"))
    words = ngettext("%(number)d person", "%(number)d people", page.paginator.count)
    context = {
        "cases": page.object_list,
        "count_words": words % {"number": page.paginator.count},
        "today": request.today,
        "may_write": may_write(request),
        "sees_cases": request.user.sees_whole_cases(),
        "back_url": reverse("housing:lodgings"),
    } | beside(page, {})
    return render(request, "housing/without_bed.html", context)


def without_a_bed(user: User, today: date) -> QuerySet[Case]:
    """Open cases, taken over or to be within a fortnight, without a bed now or to come and without a home.

    Whoever moved out of a home and looks for another with the City has none; who looks for none needs no bed of it.
    """
    takeover = KeyDate.objects.current().of(KeyEvent.TAKEOVER).filter(case=OuterRef("pk"))
    stays = Stay.objects.not_over(today).filter(case=OuterRef("pk"))
    lives_there = Q(moved_out_on=None) | Q(needs_another=False)
    moved = HomeOffer.objects.standing().filter(offered_to__case=OuterRef("pk"), moved_in_on__isnull=False)
    moved = moved.filter(lives_there)
    own = OwnHome.objects.standing().filter(case=OuterRef("pk"))
    cases = Case.objects.housing_visible_to(user).open()
    cases = cases.annotate(takeover_on=Subquery(takeover.values("on")[:1]))
    return cases.filter(~Exists(stays), ~Exists(moved), ~Exists(own), takeover_on__lte=today + SOON)


@require_GET
@require_permission(Permission.SEE_HOUSING)
def lodging(request: HttpRequest, lodging_id: UUID) -> HttpResponse:
    """One place: its rooms, who sleeps where on a day, who comes and who leaves, and whether it may be used."""
    row = open_lodging(lodging_id)
    form = DayForm(request.GET or None, initial={"on": request.today})
    day = form.day(request.today)
    place = place_on(day, row, request.user)
    stays = Stay.objects.visible_to(request.user).filter(bed__room__lodging=row).with_places()
    context = {
        "form": form,
        "day": day,
        "place": place,
        "identity": _identity(place),
        "checks": place.standing,
        "coming": stays.coming(day, day + SOON).order_by("during"),
        "leaving": stays.leaving(day, day + SOON).order_by(F("during").asc()),
        "today": request.today,
        "may_write": may_write(request),
        "back_url": reverse("housing:lodgings"),
    }
    return render(request, "housing/lodging.html", context)


@require_GET
@require_permission(Permission.SEE_HOUSING)
def sleepers(request: HttpRequest, lodging_id: UUID) -> HttpResponse:
    """Who sleeps where in a place on a day, to be printed. That the list was taken out is logged."""
    row = open_lodging(lodging_id)
    day = DayForm(request.GET or None).day(request.today)
    place = place_on(day, row, request.user)
    told = [each for room in place.rooms for each in room.beds if each.stay]
    AccessLog.objects.exported(
        user=request.user,
        criterion=f"lodging={row.public_id}&on={day.isoformat()}",
        rows=len(told),
        page="housing:sleepers",
    )
    context = {"place": place, "day": day, "today": request.today, "back_url": url_of_lodging(row)}
    return render(request, "housing/sleepers.html", context)


def open_lodging(lodging_id: UUID) -> Lodging:
    """A place, or 404. Places are the whole City's; who may see them, the view's permission says."""
    return get_object_or_404(Lodging.objects.select_related("provider"), public_id=lodging_id)


def url_of_lodging(row: Lodging) -> str:
    """The page of a place."""
    return reverse("housing:lodging", args=[row.public_id])


def _identity(place: PlaceTonight) -> list[tuple[str, Any]]:
    row = place.lodging
    return [
        (_("Address"), str(row.address)),
        (_("District"), row.get_district_display()),
        (_("Beds"), str(place.beds)),
        (_("Taken"), str(place.taken)),
        (_("Free"), ", ".join(place.free_words) or _("none")),
        (_("Provider"), row.provider.name if row.provider else _("The City")),
    ]
