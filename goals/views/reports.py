"""Frozen reports: the scoreboard as it was counted at a moment, kept with the people behind each number."""

from typing import Any
from urllib.parse import urlencode
from uuid import UUID

from django import forms
from django.conf import settings
from django.contrib import messages
from django.core.exceptions import ValidationError
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_GET, require_http_methods

from accounts.models import AccessLog, Unit
from accounts.once import once
from accounts.permissions import Permission, require_permission
from goals import board, figures
from goals.difference import between
from goals.explaining import explain
from goals.figure_filter import FigureFilter, arrived_words
from goals.freezing import freeze, frozen_figures, population_of, rows_of
from goals.models import Report
from goals.views.difference import moved_rows, share_of, who_moved_words
from goals.views.figures import chosen_number, chosen_promise, count_words, csv_response, rows_for
from goals.views.paging import beside

PAGE_SIZE = 100


class TitleForm(forms.Form):
    """Under which title the figures are kept."""

    title = forms.CharField(
        label=gettext_lazy("Title"),
        max_length=120,
        help_text=gettext_lazy(
            "For example what it was reported for. No name and no case number: all who answer for these units read it."
        ),
    )


@require_GET
@require_permission(Permission.SEE_GOALS)
def reports(request: HttpRequest) -> HttpResponse:
    """Every frozen report of units that the reader answers for, the latest first."""
    found = Report.objects.visible_to(request.user).latest_first()
    page = Paginator(found, PAGE_SIZE).get_page(request.GET.get("page"))
    names = _unit_names()
    context = {"page_of": page, "rows": [{"report": each, "whom": _whom(each, names)} for each in page]}
    return render(request, "goals/reports.html", context | beside(page, {}))


@require_http_methods(["GET", "POST"])
@require_permission(Permission.FREEZE_REPORT)
@once
def new_report(request: HttpRequest) -> HttpResponse:
    """Freeze the scoreboard that the address asks for, under a title."""
    asked = FigureFilter(request.GET, user=request.user, today=request.today)
    if not asked.is_valid():
        raise Http404
    form = TitleForm(request.POST or None)
    if form.is_valid():
        try:
            report = freeze(
                title=form.cleaned_data["title"],
                population=asked.population(),
                day=asked.day,
                known=asked.known_on,
                by=request.user,
            )
        except ValidationError as refusal:
            form.add_error(None, refusal)
        else:
            messages.success(request, _("The figures are frozen."))
            return redirect("goals:report", report.public_id)
    back = f"{reverse('goals:scoreboard')}?{asked.query}".rstrip("?")
    context = {
        "form": form,
        "whom": asked.words(),
        "when": asked.when_words(),
        "back_url": back,
        "day": asked.day,
    }
    return render(request, "goals/report_new.html", context, status=422 if form.is_bound else 200)


@require_GET
@require_permission(Permission.SEE_GOALS)
def report(request: HttpRequest, public_id: UUID) -> HttpResponse:
    """The scoreboard as it was frozen."""
    found = _report(request, public_id)
    context = _about(found) | {
        "lines": board.frozen_lines(frozen_figures(found), found.public_id),
        "columns": list(figures.Outcome),
        "csv_url": reverse("goals:report_csv", args=[found.public_id]),
    }
    return render(request, "goals/report.html", context)


@require_GET
@require_permission(Permission.SEE_GOALS)
def report_csv(request: HttpRequest, public_id: UUID) -> HttpResponse:
    """The frozen figures for a spreadsheet, without small groups. That they were taken out is logged."""
    found = _report(request, public_id)
    lines = list(frozen_figures(found))
    known = (found.known_on or found.frozen_at).isoformat()
    sheet = board.as_csv(
        lines,
        whom=_whom(found, _unit_names()),
        day=found.day.isoformat(),
        known=known,
        limit=settings.SMALL_GROUP_LIMIT,
    )
    AccessLog.objects.exported(
        user=request.user, criterion=f"report {found.public_id}", rows=len(lines), page="goals:report_csv"
    )
    return csv_response(sheet, f"report-{found.day.isoformat()}.csv")


@require_GET
@require_permission(Permission.SEE_GOALS)
def report_people(request: HttpRequest, public_id: UUID) -> HttpResponse:
    """The people behind one number of the report, as they were counted. Names and caseworkers are those of today."""
    found = _report(request, public_id)
    if "goal" not in request.GET:
        return redirect("goals:report", found.public_id)  # no number was pressed
    goal, standard, state = chosen_number(request)
    rows = figures.selected(rows_of(found, goal.key, standard), state)
    page = Paginator(rows.by_urgency(), PAGE_SIZE).get_page(request.GET.get("page"))
    choice = {"goal": goal.key, "standard": standard.value, "state": state}
    context = {
        "goal": goal,
        "standard": standard,
        "selection": figures.SELECTIONS[state][1],
        "count": count_words(page.paginator.count),
        "page_of": page,
        "rows": rows_for(page, request, found.known_on),
        "back_words": found.title,
        "back_url": reverse("goals:report", args=[found.public_id]),
        **_about(found),
        **beside(page, choice),
    }
    return render(request, "goals/people.html", context)


@require_GET
@require_permission(Permission.SEE_GOALS)
def report_changes(request: HttpRequest, public_id: UUID) -> HttpResponse:
    """One figure of the report beside the answer to the same question now: who moved, and which facts did it."""
    found = _report(request, public_id)
    if "goal" not in request.GET:
        return redirect("goals:report", found.public_id)  # no figure was chosen
    goal, standard = chosen_promise(request)
    chosen = request.GET.get("state", "")
    asked_now = figures.promises(
        request.user, population_of(found), found.day, goal=goal.key, standard=standard.value
    )
    difference = between(rows_of(found, goal.key, standard), asked_now)
    who = difference.who(chosen if chosen in figures.SELECTIONS else "")
    page = Paginator(who, PAGE_SIZE).get_page(request.GET.get("page"))
    choice = {"goal": goal.key, "standard": standard.value}
    here = reverse("goals:report_changes", args=[found.public_id])
    stories = explain(
        [each.case_id for each in page],
        then=found.known_on or found.frozen_at,
        now=None,
        goal=goal.key,
        standard=standard.value,
    )
    context = _about(found) | {
        "goal": goal,
        "standard": standard,
        "lines": [_line(each, found, choice, here) for each in difference.balances()],
        "then_words": _("Frozen"),
        "now_words": _("Now"),
        "shares": [share_of(difference, then=then) for then in (True, False)],
        "count": who_moved_words(len(who)),
        "is_part": bool(chosen),
        "all_url": f"{here}?{urlencode(choice)}#moved",
        "page_of": page,
        "rows": moved_rows(page, request, stories),
        **beside(page, choice | ({"state": chosen} if chosen else {})),
    }
    return render(request, "goals/report_changes.html", context)


def _line(balance: Any, found: Report, choice: dict[str, str], here: str) -> dict[str, object]:
    """One outcome: frozen, came, left, now. The numbers of now have no list of their own but those who moved."""
    state = balance.outcome.value if balance.outcome else "everybody"
    query = urlencode(choice | {"state": state})
    return {
        "balance": balance,
        "words": balance.outcome.label if balance.outcome else figures.SELECTIONS["everybody"][1],
        "is_total": balance.outcome is None,
        "then_url": f"{reverse('goals:report_people', args=[found.public_id])}?{query}",
        "moves_url": f"{here}?{query}#moved" if balance.came or balance.left else "",
    }


def _report(request: HttpRequest, public_id: UUID) -> Report:
    found = Report.objects.visible_to(request.user).select_related("frozen_by", "unit")
    return get_object_or_404(found, public_id=public_id)


def _about(found: Report) -> dict[str, Any]:
    """What every page of a report says of it."""
    return {"report": found, "whom": _whom(found, _unit_names()), "when": _when(found)}


def _unit_names() -> dict[int, str]:
    return dict(Unit.objects.order_by("name").values_list("pk", "name"))


def _whom(found: Report, names: dict[int, str]) -> str:
    """Who was meant, of which units."""
    units = ", ".join(name for pk, name in names.items() if pk in found.units)
    parts = [arrived_words(found.arrived_from, found.arrived_until), f"{units}."]
    parts += [
        f"{words}." for words in (found.get_permit_ground_display(), found.get_rule_set_display()) if words
    ]
    return " ".join(parts)


def _when(found: Report) -> str:
    """Of which day, and as known when."""
    words = {"day": date_format(found.day), "known": date_format(found.known_on) if found.known_on else ""}
    if found.known_on:
        return _("As of %(day)s, as known on %(known)s.") % words
    return _("As of %(day)s, as known when it was frozen.") % words
