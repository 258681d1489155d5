"""Openings that could fit a person, and people who could fit an opening: with every reason. Somebody decides."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from accounts.permissions import Permission, require_permission
from copenhagen_model.match_facts import opening_facts, people_facts
from internships.company_page import company_frame
from internships.matching import availability, likeness, match
from internships.models import Barring, Opening
from internships.reasons import in_order
from refugees.case_frame import case_frame, open_case
from refugees.models import Case
from refugees.paging import page_number
from refugees.reasons import Match

ROWS = 20


@dataclass(slots=True)
class Row:
    """One opening or person with its reasons; an address if a place can be offered from here."""

    about: Any
    match: Match
    offer_url: str = ""


@require_GET
@require_permission(Permission.SEE_CASE)
def fitting_openings(request: HttpRequest, public_id: UUID) -> HttpResponse:
    """Every opening that is not closed, held against one person: what fits first, and why not below."""
    case = open_case(request, public_id)
    case = Case.objects.select_related("person__address").get(pk=case.pk)
    person = people_facts([case], request.today)[case.pk]
    openings = Opening.objects.open().filter(unit__is_closed=False).select_related("unit__company")
    barred = dict(Barring.objects.on(request.today).values_list("company_id", "reason"))
    found = in_order(
        (
            opening,
            likeness(person, opening_facts(opening, barred.get(opening.unit.company_id, "")), request.today),
        )
        for opening in openings.order_by("start_from", "pk")
    )
    free = availability(person)
    may_offer = request.user.can(Permission.WRITE_CASE) and not case.closed_on and free.fits
    context = case_frame(request, case, tab="case") | _page(request, found) | {"availability": free}
    for row in context["rows"]:
        if may_offer and row.match.fits:
            row.offer_url = reverse("internships:offer_place", args=[case.public_id, row.about.public_id])
    return render(request, "internships/fitting_openings.html", context)


@require_GET
@require_permission(Permission.WRITE_COMPANIES)
def fitting_people(request: HttpRequest, company_id: UUID, opening_id: UUID) -> HttpResponse:
    """The people of the own caseload, or of the unit, held against one opening."""
    openings = Opening.objects.filter(unit__company__public_id=company_id).select_related("unit__company")
    opening = get_object_or_404(openings, public_id=opening_id)
    is_unit = request.GET.get("whose") == "unit"
    cases = Case.objects.whole_for(request.user).open()
    if not is_unit:
        cases = cases.of_caseworker(request.user, request.today)
    cases = list(cases.select_related("person__address").order_by("person__family_name", "pk"))
    known = people_facts(cases, request.today)
    context = company_frame(request, opening.unit.company)
    barred = context["barred"].reason if context["barred"] else ""
    place = opening_facts(opening, barred)
    found = in_order((case, match(known[case.pk], place, request.today)) for case in cases)
    context |= _page(request, found) | {"opening": opening, "whose": _tabs(request, is_unit=is_unit)}
    for row in context["rows"]:
        if row.match.fits:
            row.offer_url = reverse("internships:offer_place", args=[row.about.public_id, opening.public_id])
    return render(request, "internships/fitting_people.html", context)


def _page(request: HttpRequest, found: list[tuple[Any, Match]]) -> dict[str, Any]:
    """A page of them, and how many fit."""
    page = Paginator([Row(about, match) for about, match in found], ROWS).get_page(page_number(request))
    rows = list(page.object_list)
    return {
        "rows": rows,
        "fitting": [row for row in rows if row.match.fits],
        "others": [row for row in rows if not row.match.fits],
        "number": sum(match.fits for _about, match in found),
        "all": len(found),
        "previous_url": _url(request, page.number - 1) if page.has_previous() else "",
        "next_url": _url(request, page.number + 1) if page.has_next() else "",
        "today": request.today,
    }


def _url(request: HttpRequest, number: int) -> str:
    whose = "whose=unit&" if request.GET.get("whose") == "unit" else ""
    return f"{request.path}?{whose}page={number}"


def _tabs(request: HttpRequest, *, is_unit: bool) -> list[dict[str, Any]]:
    return [
        {"url": request.path, "label": _("My caseload"), "current": not is_unit},
        {"url": f"{request.path}?whose=unit", "label": _("The whole unit"), "current": is_unit},
    ]
