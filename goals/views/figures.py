"""The scoreboard, the people behind each of its numbers, and the figures for a spreadsheet."""

from collections.abc import Callable, Mapping
from datetime import date
from types import MappingProxyType
from urllib.parse import urlencode

from django.conf import settings
from django.core.paginator import Page, Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.cache import patch_vary_headers
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_GET

from accounts.models import AccessLog
from accounts.permissions import Permission, require_permission
from goals import board, figures, registry
from goals.figure_filter import FigureFilter
from goals.models import Conversation, Standard
from goals.open_filter import PeopleFilter
from goals.views.paging import beside
from refugees.models import Case, TeamMember

PAGE_SIZE = 100


@require_GET
@require_permission(Permission.SEE_GOALS)
def scoreboard(request: HttpRequest) -> HttpResponse:
    """How the promises are kept, one line a promise and standard: where a manager's day begins."""
    asked = FigureFilter(request.GET, user=request.user, today=request.today)
    is_valid = asked.is_valid()
    last_known = _summed_up_instead(request, asked) if is_valid else None
    if last_known and not asked.is_past and "count" not in request.GET:
        return redirect(f"{request.path}?{urlencode(asked.chosen | {'known': last_known.isoformat()})}")
    context = {"form": asked, "columns": list(figures.Outcome)}
    if is_valid:
        counted = _counted(request, asked)
        context |= {"lines": board.lines(counted, asked.query, asked.query_since if asked.is_past else "")}
        context |= {"whom": asked.words(), **_when(asked, "goals:scoreboard")}
        context |= _counted_at_night(asked, last_known)
        context["csv_url"] = f"{reverse('goals:figures_csv')}?{asked.query}".rstrip("?")
        if request.user.can(Permission.FREEZE_REPORT):
            context["freeze_url"] = f"{reverse('goals:new_report')}?{asked.query}".rstrip("?")
    if not request.htmx:
        context["may_see_team"] = request.user.can(Permission.SEE_TEAM)
        context["counts"] = Conversation.objects.visible_to(request.user).counts(request.today)
    template = "goals/_figures.html" if request.htmx else "goals/scoreboard.html"
    response = render(request, template, context, status=200 if is_valid else 422)
    patch_vary_headers(response, ["HX-Request"])
    return response


@require_GET
@require_permission(Permission.SEE_GOALS)
def figures_csv(request: HttpRequest) -> HttpResponse:
    """The same figures for a spreadsheet, without small groups. That they were taken out is logged."""
    asked = FigureFilter(request.GET, user=request.user, today=request.today)
    if not asked.is_valid():
        raise Http404
    counted = _counted(request, asked)
    day, known = asked.day.isoformat(), (asked.known_on or request.today).isoformat()
    sheet = board.as_csv(counted, whom=asked.words(), day=day, known=known, limit=settings.SMALL_GROUP_LIMIT)
    AccessLog.objects.exported(
        user=request.user, criterion=asked.query, rows=len(counted), page="goals:figures_csv"
    )
    return csv_response(sheet, f"goals-{day}.csv")


def csv_response(sheet: str, name: str) -> HttpResponse:
    """A spreadsheet to be fetched under that name."""
    # The mark at the beginning tells a spreadsheet that the letters are UTF-8.
    response = HttpResponse(sheet.encode("utf-8-sig"), content_type="text/csv; charset=utf-8")
    response.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    return response


@require_GET
@require_permission(Permission.SEE_GOALS)
def people(request: HttpRequest) -> HttpResponse:
    """The people whom one number of the scoreboard counts, most urgent first: exactly they.

    As known then: the dates of their promises. Names and caseworkers are those of today.
    """
    if "goal" not in request.GET:
        return redirect("goals:scoreboard")  # no number was pressed
    return people_page(request, "goals:people", _("Goals"), _board_url)


def _board_url(asked: PeopleFilter) -> str:
    return f"{reverse('goals:scoreboard')}?{asked.query}".rstrip("?")


def people_page(
    request: HttpRequest, view: str, back_words: str, back_url: Callable[[PeopleFilter], str]
) -> HttpResponse:
    """The list behind one number; with the way back to the page whose number it is."""
    asked = PeopleFilter(request.GET, user=request.user, today=request.today)
    goal, standard, state = chosen_number(request)
    if not asked.is_valid():
        raise Http404
    clocks = figures.promises(
        request.user,
        asked.population(),
        asked.day,
        goal=goal.key,
        standard=standard,
        known=asked.known_on,
    )
    clocks = figures.selected(clocks, state).by_urgency()
    page = Paginator(clocks, PAGE_SIZE).get_page(request.GET.get("page"))
    choice = {"goal": goal.key, "standard": standard.value, "state": state} | asked.chosen
    context = {
        "goal": goal,
        "standard": standard,
        "selection": figures.SELECTIONS[state][1],
        "whom": asked.words(),
        "count": count_words(page.paginator.count),
        "page_of": page,
        **_when(asked, view, choice),
        "rows": rows_for(page, request, asked.known_on),
        "back_words": back_words,
        "back_url": back_url(asked),
        **beside(page, choice),
    }
    return render(request, "goals/people.html", context)


def chosen_promise(request: HttpRequest) -> tuple[registry.Goal, Standard]:
    """Which line is meant. An address that names none is no page."""
    try:
        return registry.get(request.GET["goal"]), Standard(request.GET["standard"])
    except (KeyError, ValueError):
        raise Http404 from None


def chosen_number(request: HttpRequest) -> tuple[registry.Goal, Standard, str]:
    """Which number was pressed. An address that names none is no page."""
    state = request.GET.get("state", "")
    if state not in figures.SELECTIONS:
        raise Http404
    return *chosen_promise(request), state


def count_words(people: int) -> str:
    """So many people."""
    return ngettext("%(people)d person", "%(people)d people", people) % {"people": people}


def _when(asked: FigureFilter, view: str, choice: Mapping[str, str] = MappingProxyType({})) -> dict[str, str]:
    """Of which day, known when; and the way back to today."""
    if not asked.is_past:
        return {"when": "", "now_url": ""}
    kept = {name: value for name, value in choice.items() if name not in asked.WHEN}
    return {
        "when": asked.when_words(),
        "now_url": f"{reverse(view)}?{urlencode(asked.chosen_now | kept)}".rstrip("?"),
    }


def _summed_up_instead(request: HttpRequest, asked: FigureFilter) -> date | None:
    """The last day that was summed up, if these people are too many to be counted at every look."""
    is_of_one_day = not asked.is_past or asked.known_on == asked.day
    if not is_of_one_day:
        return None
    return figures.summed_up_instead(request.user, asked.population(), request.today)


def _counted_at_night(asked: FigureFilter, last_known: date | None) -> dict[str, str]:
    """For figures that are shown of the last day that was summed up: how to have them counted now instead."""
    if last_known is None or asked.known_on != last_known:
        return {}
    words = _("With so many people the figures are counted at night. These are as known on %(day)s.")
    again = urlencode(asked.chosen_now | {"count": "now"})
    return {
        "when": words % {"day": date_format(last_known)},
        "now_url": f"{reverse('goals:scoreboard')}?{again}",
        "now_words": _("Count again now"),
    }


def _counted(request: HttpRequest, asked: FigureFilter) -> list[figures.Figure]:
    """The figures that are asked for."""
    return figures.scoreboard(request.user, asked.population(), asked.day, known=asked.known_on)


def _case_url(case: Case, known: date | None) -> str:
    """The case; of figures as known then, its promises as known then."""
    if known:
        return f"{reverse('goals:case_then', args=[case.public_id])}?known={known.isoformat()}"
    return reverse("case", args=[case.public_id])


def rows_for(clocks: Page, request: HttpRequest, known: date | None) -> list[dict]:
    """One row a person: the clock, and who works on the case.

    A unit's figure of then also counts cases that another unit has today: of these the reader sees no person.
    """
    ids = [clock.case_id for clock in clocks]
    cases = Case.objects.visible_to(request.user).select_related("person").in_bulk(ids)
    caseworkers = TeamMember.objects.caseworker_names(ids, request.today)
    rows = []
    for clock in clocks:
        case = cases.get(clock.case_id)
        url = _case_url(case, known) if case else ""
        rows.append(
            {"clock": clock, "case": case, "url": url, "caseworker": caseworkers.get(clock.case_id, "")}
        )
    return rows
