"""What has become of a figure since it was reported: who moved, and which recorded facts did it."""

from django.core.paginator import Page, Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.cache import patch_vary_headers
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_GET

from accounts.permissions import Permission, require_permission
from goals.difference import Difference, compare
from goals.explaining import Story, explain
from goals.figure_filter import DifferenceFilter
from goals.figures import DECIDED, SELECTIONS, Outcome
from goals.models import Standard
from goals.statistics import wilson
from goals.views.paging import beside
from refugees.models import Case

PAGE_SIZE = 50


@require_GET
@require_permission(Permission.SEE_GOALS)
def difference(request: HttpRequest) -> HttpResponse:
    """One figure as it was known then beside the same as it is known now, line by line, with the reasons."""
    if "goal" not in request.GET:
        return redirect("goals:scoreboard")  # no figure was chosen
    asked = DifferenceFilter(request.GET, user=request.user, today=request.today)
    is_valid = asked.is_valid()
    if not asked.names_a_figure:
        raise Http404
    facts = asked.cleaned_data
    context = {"form": asked, "goal": facts["goal"], "standard": Standard(facts["standard"])}
    if is_valid:
        context |= _compared(request, asked)
    template = "goals/_difference.html" if request.htmx else "goals/difference.html"
    response = render(request, template, context, status=200 if is_valid else 422)
    patch_vary_headers(response, ["HX-Request"])
    return response


def _compared(request: HttpRequest, asked: DifferenceFilter) -> dict[str, object]:
    """Both figures, those who moved between them, and why."""
    found = compare(
        request.user,
        asked.population(),
        asked.day,
        goal=asked.cleaned_data["goal"].key,
        standard=asked.cleaned_data["standard"],
        then=asked.then,
        now=asked.against_on,
    )
    who = found.who(asked.cleaned_data["state"])
    page = Paginator(who, PAGE_SIZE).get_page(request.GET.get("page"))
    return {
        "asked": asked,
        "whom": asked.words(),
        "lines": _lines(found, asked),
        "then_words": date_format(asked.then),
        "now_words": date_format(asked.against_on) if asked.against_on else _("Now"),
        "sides": asked.sides_words(),
        "all_url": f"?{asked.query_of_moves('')}#moved",
        "shares": [share_of(found, then=then) for then in (True, False)],
        "count": who_moved_words(len(who)),
        "is_part": bool(asked.cleaned_data["state"]),
        "page_of": page,
        "rows": moved_rows(page, request, _stories(page, asked)),
        **beside(page, asked.chosen),
    }


def _lines(found: Difference, asked: DifferenceFilter) -> list[dict[str, object]]:
    """A line for each outcome: then, came, left, now; each number with the list that it opens."""
    lines = []
    for each in found.balances():
        state = each.outcome.value if each.outcome else "everybody"
        moves = f"?{asked.query_of_moves(state)}#moved"
        lines.append(
            {
                "balance": each,
                "words": each.outcome.label if each.outcome else SELECTIONS["everybody"][1],
                "is_total": each.outcome is None,
                "then_url": f"{reverse('goals:people')}?{asked.query_of_list(state, asked.then)}",
                "now_url": f"{reverse('goals:people')}?{asked.query_of_list(state, asked.against_on)}",
                "moves_url": moves if each.came or each.left else "",
            }
        )
    return lines


def share_of(found: Difference, *, then: bool) -> dict[str, object]:
    """The share in time of those decided, as the scoreboard said it."""
    in_time, decided = found.count([Outcome.IN_TIME], then=then), found.count(DECIDED, then=then)
    return {"in_time": in_time, "decided": decided, "margin": wilson(in_time, decided)}


def _stories(moved: Page, asked: DifferenceFilter) -> dict[int, Story]:
    goal, standard = asked.cleaned_data["goal"].key, asked.cleaned_data["standard"]
    ids = [each.case_id for each in moved]
    return explain(ids, then=asked.then, now=asked.against_on, goal=goal, standard=standard)


def moved_rows(moved: Page, request: HttpRequest, stories: dict[int, Story]) -> list[dict[str, object]]:
    """One row a person who moved. Of a case that is with another unit now, the reader sees no person."""
    cases = Case.objects.visible_to(request.user).select_related("person").in_bulk(list(stories))
    return [
        {
            "case": cases.get(each.case_id),
            "was": _words(each.was),
            "now": _words(each.now),
            "story": stories[each.case_id],
            "is_elsewhere": each.now is None and each.case_id not in cases,
        }
        for each in moved
    ]


def _words(outcome: Outcome | None) -> str:
    return str(outcome.label) if outcome else _("Not among these people")


def who_moved_words(people: int) -> str:
    """So many people moved."""
    words = ngettext("%(people)d person moved", "%(people)d people moved", people)
    return words % {"people": people}
