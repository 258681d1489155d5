"""The scoreboard, the people behind each of its numbers, and the figures for a spreadsheet."""

from datetime import date

from django.conf import settings
from django.core.paginator import Page, Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.cache import patch_vary_headers
from django.utils.translation import ngettext
from django.views.decorators.http import require_GET

from accounts.models import AccessLog
from accounts.permissions import Permission, require_permission
from goals import board, figures, registry
from goals.forms import ArrivalFilter
from goals.models import Conversation, Standard
from goals.views.paging import beside
from refugees.models import TeamMember

PAGE_SIZE = 100


@require_GET
@require_permission(Permission.SEE_GOALS)
def scoreboard(request: HttpRequest) -> HttpResponse:
    """How the promises are kept, one line a promise and standard: where a manager's day begins."""
    arrivals = ArrivalFilter(request.GET, user=request.user, today=request.today)
    is_valid = arrivals.is_valid()
    context = {"form": arrivals, "columns": list(figures.Outcome)}
    if is_valid:
        counted = figures.scoreboard(request.user, arrivals.population(), request.today)
        context |= {"lines": board.lines(counted, arrivals.query), "whom": arrivals.words()}
    if not request.htmx:
        context["counts"] = Conversation.objects.visible_to(request.user).counts(request.today)
    template = "goals/_figures.html" if request.htmx else "goals/scoreboard.html"
    response = render(request, template, context, status=200 if is_valid else 422)
    patch_vary_headers(response, ["HX-Request"])
    return response


@require_GET
@require_permission(Permission.SEE_GOALS)
def figures_csv(request: HttpRequest) -> HttpResponse:
    """The same figures for a spreadsheet, without small groups. That they were taken out is logged."""
    arrivals = ArrivalFilter(request.GET, user=request.user, today=request.today)
    if not arrivals.is_valid():
        raise Http404
    counted = figures.scoreboard(request.user, arrivals.population(), request.today)
    day = request.today.isoformat()
    sheet = board.as_csv(counted, whom=arrivals.words(), day=day, limit=settings.SMALL_GROUP_LIMIT)
    AccessLog.objects.exported(
        user=request.user, criterion=arrivals.query, rows=len(counted), page="goals:figures_csv"
    )
    # The mark at the beginning tells a spreadsheet that the letters are UTF-8.
    response = HttpResponse(sheet.encode("utf-8-sig"), content_type="text/csv; charset=utf-8")
    response.headers["Content-Disposition"] = f'attachment; filename="goals-{day}.csv"'
    return response


@require_GET
@require_permission(Permission.SEE_GOALS)
def people(request: HttpRequest) -> HttpResponse:
    """The people whom one number of the scoreboard counts, most urgent first: exactly they."""
    if "goal" not in request.GET:
        return redirect("goals:scoreboard")  # no number was pressed
    arrivals = ArrivalFilter(request.GET, user=request.user, today=request.today)
    goal, standard, state = _chosen(request)
    if not arrivals.is_valid():
        raise Http404
    clocks = figures.promises(
        request.user, arrivals.population(), request.today, goal=goal.key, standard=standard
    )
    clocks = figures.selected(clocks, state).select_related("case__person").by_urgency()
    page = Paginator(clocks, PAGE_SIZE).get_page(request.GET.get("page"))
    choice = {"goal": goal.key, "standard": standard.value, "state": state} | arrivals.chosen
    context = {
        "goal": goal,
        "standard": standard,
        "selection": figures.SELECTIONS[state][1],
        "whom": arrivals.words(),
        "count": _count_words(page.paginator.count),
        "page_of": page,
        "rows": _rows(page, request.today),
        "board_url": f"{reverse('goals:scoreboard')}?{arrivals.query}".rstrip("?"),
        **beside(page, choice),
    }
    return render(request, "goals/people.html", context)


def _chosen(request: HttpRequest) -> tuple[registry.Goal, Standard, str]:
    """Which number was pressed. An address that names none is no page."""
    try:
        goal = registry.get(request.GET["goal"])
        standard = Standard(request.GET["standard"])
        state = request.GET["state"]
        figures.SELECTIONS[state]
    except (KeyError, ValueError):
        raise Http404 from None
    return goal, standard, state


def _count_words(people: int) -> str:
    return ngettext("%(people)d person", "%(people)d people", people) % {"people": people}


def _rows(clocks: Page, day: date) -> list[dict]:
    """One row a person: the clock, and who works on the case."""
    caseworkers = TeamMember.objects.caseworker_names([clock.case_id for clock in clocks], day)
    return [
        {"clock": clock, "case": clock.case, "caseworker": caseworkers.get(clock.case_id, "")}
        for clock in clocks
    ]
