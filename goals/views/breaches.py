"""The open breaches: what is over, who has taken it, who must answer."""

from typing import Any

from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.cache import patch_vary_headers
from django.utils.translation import ngettext
from django.views.decorators.http import require_GET

from accounts.permissions import Permission, require_permission
from goals import talks
from goals.forms import BreachFilter
from goals.models import Conversation
from goals.views.paging import beside

PAGE_SIZE = 100


@require_GET
@require_permission(Permission.SEE_GOALS)
def breaches(request: HttpRequest) -> HttpResponse:
    """What is over and not kept, one item a conversation; whoever waits for an answer first."""
    mine = Conversation.objects.visible_to(request.user)
    chosen = BreachFilter(request.GET, user=request.user)
    is_valid = chosen.is_valid()
    context: dict[str, Any] = {"form": chosen, "counts": mine.counts(request.today)}
    if is_valid:
        found = chosen.of(mine.for_answering(request.today), request.today)
        context |= _listed(found, chosen, request)
    template = "goals/_breaches.html" if request.htmx else "goals/breaches.html"
    response = render(request, template, context, status=200 if is_valid else 422)
    patch_vary_headers(response, ["HX-Request"])
    return response


def _listed(found: QuerySet, chosen: BreachFilter, request: HttpRequest) -> dict[str, Any]:
    """One page of the list, in groups."""
    page = Paginator(talks.listed(found, request.today), PAGE_SIZE).get_page(request.GET.get("page"))
    number = page.paginator.count
    return {
        "count": ngettext("%(number)d breach", "%(number)d breaches", number) % {"number": number},
        "groups": talks.groups(page, request.today),
        "is_filtered": bool(chosen.chosen),
        "here": request.get_full_path(),
        **beside(page, chosen.chosen),
    }
