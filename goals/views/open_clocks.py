"""What is open: one mark a person on the days that are left, and the list behind each number."""

from typing import Any
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.cache import patch_vary_headers
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_GET

from accounts.permissions import Permission, require_permission
from goals.open_clocks import Row, rows
from goals.open_filter import ONLY, OpenFilter, PeopleFilter
from goals.views.figures import people_page


@require_GET
@require_permission(Permission.SEE_GOALS)
def open_clocks(request: HttpRequest) -> HttpResponse:
    """How many days each open promise has left, or is over."""
    asked = OpenFilter(request.GET, user=request.user)
    is_valid = asked.is_valid()
    context: dict[str, Any] = {"form": asked}
    if is_valid:
        found = rows(request.user, asked, request.today)
        context |= {"rows": found, "count": _count_words(found), "is_filtered": bool(asked.chosen)}
    template = "goals/_open.html" if request.htmx else "goals/open.html"
    response = render(request, template, context, status=200 if is_valid else 422)
    patch_vary_headers(response, ["HX-Request"])
    return response


@require_GET
@require_permission(Permission.SEE_GOALS)
def open_people(request: HttpRequest) -> HttpResponse:
    """The people behind one number of the days left, most urgent first: exactly they."""
    if "goal" not in request.GET:
        return redirect("goals:open")  # no number was pressed

    def back(_asked: PeopleFilter) -> str:
        chosen = {"goal": ONLY, "unit": "unit", "caseworker": "caseworker"}
        kept = {name: request.GET[given] for name, given in chosen.items() if request.GET.get(given)}
        return f"{reverse('goals:open')}?{urlencode(kept)}".rstrip("?")

    return people_page(request, "goals:open_people", _("Days left"), back)


def _count_words(found: list[Row]) -> str:
    """How many people's promises the marks stand for: the sum of the numbers under them."""
    number = sum(row.over + row.inside for row in found)
    return ngettext("%(number)d open promise", "%(number)d open promises", number) % {"number": number}
