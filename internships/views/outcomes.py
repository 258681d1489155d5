"""What became of people, for managers: the figures, the people behind each of them, and a spreadsheet."""

import csv
from io import StringIO
from urllib.parse import urlencode

from django.conf import settings
from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.cache import patch_vary_headers
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_GET

from accounts.models import AccessLog
from accounts.permissions import Permission, require_permission
from goals.statistics import withheld
from goals.views.figures import csv_response
from goals.views.paging import beside
from internships.forms.outcomes import OutcomeFilter
from internships.outcomes import (
    COUNTED,
    LASTING,
    MARKS,
    SELECTIONS,
    UNSURE,
    Column,
    LeftOut,
    Outcome,
    at,
    outcomes,
    selected,
)
from refugees.models import TeamMember

PAGE_SIZE = 100
LINES = [*Outcome.values, LASTING, UNSURE]


def mark_words(mark: int | None) -> str:
    """When, as the head of a column."""
    if mark is None:
        return _("On the day")
    return ngettext("%(months)d month", "%(months)d months", mark) % {"months": mark}


def mark_name(mark: int | None) -> str:
    """The mark as it stands in an address, where no bare number may."""
    return f"{mark}m" if mark else "none"


@require_GET
@require_permission(Permission.SEE_GOALS)
def figures(request: HttpRequest) -> HttpResponse:
    """So many months after the takeover: who is in work, in education, in a measure."""
    asked = OutcomeFilter(request.GET, user=request.user, today=request.today)
    is_valid = asked.is_valid()
    context = {"form": asked}
    if is_valid:
        columns = outcomes(asked.whom().of(request.user), asked.day)
        context |= {
            "heads": [mark_words(column.mark) for column in columns],
            "counted": _line(columns, COUNTED, asked),
            "lines": [_line(columns, name, asked) for name in LINES],
            "left_out": [_line(columns, name, asked) for name in LeftOut.values],
            "whom": asked.words(),
            "csv_url": f"{reverse('outcomes:csv')}?{asked.query}".rstrip("?"),
        }
    template = "internships/_outcomes.html" if request.htmx else "internships/outcomes.html"
    response = render(request, template, context, status=200 if is_valid else 422)
    patch_vary_headers(response, ["HX-Request"])
    return response


def _line(columns: list[Column], name: str, asked: OutcomeFilter) -> dict:
    """One line of the table: a number of each column, and the address of its list."""
    cells = [
        {
            "number": column.number(name),
            "share": column.share(name) if name in LINES else None,
            "url": _list_url(asked, column.mark, name),
            "when": mark_words(column.mark),
        }
        for column in columns
    ]
    return {"label": SELECTIONS[name], "cells": cells}


def _list_url(asked: OutcomeFilter, mark: int | None, name: str) -> str:
    choice = {"after": mark_name(mark), "what": name} | asked.chosen
    return f"{reverse('outcomes:people')}?{urlencode(choice)}"


@require_GET
@require_permission(Permission.SEE_GOALS)
def people(request: HttpRequest) -> HttpResponse:
    """The people whom one number counts: exactly they."""
    if "what" not in request.GET:
        return redirect("outcomes:figures")  # no number was pressed
    asked = OutcomeFilter(request.GET, user=request.user, today=request.today)
    mark, what = _chosen_number(request)
    if not asked.is_valid():
        raise Http404
    cases = selected(at(asked.whom().of(request.user), mark, asked.day), what)
    cases = cases.select_related("person").order_by("takeover_on", "pk")
    page = Paginator(cases, PAGE_SIZE).get_page(request.GET.get("page"))
    count = page.paginator.count
    context = {
        "what": SELECTIONS[what],
        "when": mark_words(mark),
        "whom": asked.words(),
        "count": ngettext("%(people)d person", "%(people)d people", count) % {"people": count},
        "rows": rows_for(page, request),
        "back_url": f"{reverse('outcomes:figures')}?{asked.query}".rstrip("?"),
        **beside(page, {"after": mark_name(mark), "what": what} | asked.chosen),
    }
    return render(request, "internships/outcome_people.html", context)


def _chosen_number(request: HttpRequest) -> tuple[int | None, str]:
    """Which number was pressed. An address that names none is no page."""
    what, after = request.GET.get("what", ""), request.GET.get("after", "")
    marks = {mark_name(mark): mark for mark in MARKS}
    if what not in SELECTIONS or after not in marks:
        raise Http404
    return marks[after], what


def rows_for(page: QuerySet, request: HttpRequest) -> list[dict]:
    """One row a person: what they did at the mark, and who works on the case."""
    caseworkers = TeamMember.objects.caseworker_names([case.pk for case in page], request.today)
    return [
        {"case": case, "did": SELECTIONS[case.sort], "caseworker": caseworkers.get(case.pk, "")}
        for case in page
    ]


@require_GET
@require_permission(Permission.SEE_GOALS)
def figures_csv(request: HttpRequest) -> HttpResponse:
    """The same figures for a spreadsheet, without small groups. That they were taken out is logged."""
    asked = OutcomeFilter(request.GET, user=request.user, today=request.today)
    if not asked.is_valid():
        raise Http404
    columns = outcomes(asked.whom().of(request.user), asked.day)
    sheet = StringIO()
    rows = csv.writer(sheet, delimiter=";", lineterminator="\r\n")
    rows.writerow([_("After the takeover"), *SELECTIONS.values(), _("People"), _("As of")])
    for column in columns:
        rows.writerow([mark_words(column.mark), *cells(column), asked.words(), asked.day.isoformat()])
    AccessLog.objects.exported(
        user=request.user, criterion=asked.query, rows=len(columns), page="outcomes:csv"
    )
    return csv_response(sheet.getvalue(), f"outcomes-{asked.day.isoformat()}.csv")


def cells(column: Column) -> list[str]:
    """The numbers of a column; a group so small that a person could be known by it is withheld."""
    limit, not_shown = settings.SMALL_GROUP_LIMIT, _("withheld")
    counts = {name: column.number(name) for name in Outcome.values}
    hidden = withheld(counts, limit)
    lasting, unsure = column.number(LASTING), column.number(UNSURE)
    # Those of neither are few: either number would tell them.
    rest = column.people - lasting - unsure
    for name, number in ((LASTING, lasting), (UNSURE, unsure)):
        if 0 < number < limit or 0 < column.people - number < limit or (number and 0 < rest < limit):
            hidden |= {name}
    hidden |= {name for name in (COUNTED, *LeftOut.values) if 0 < column.number(name) < limit}
    return [not_shown if name in hidden else str(column.number(name)) for name in SELECTIONS]
