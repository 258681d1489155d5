"""Interviews of my week: those I hold, and those that are still to be planned for the people of my cases."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, timedelta
from itertools import groupby

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_GET

from accounts.models import User
from accounts.permissions import Permission, require_permission
from goals.models import Clock
from goals.models.clock_dates import OPEN_STATES
from refugees.models import Case
from screening.interviews.promise import KINDS
from screening.models import Interview, Outcome

WEEK = timedelta(days=7)
NAMED = re.compile(r"(\d{4})-W(\d{2})")


@dataclass(frozen=True, slots=True)
class DayOfInterviews:
    """What is held on one day."""

    day: date
    interviews: list[Interview] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class ToPlan:
    """An interview that is promised and not planned: its most urgent clock, and the form."""

    clock: Clock
    url: str


@require_GET
@require_permission(Permission.SEE_MY_WORK)
def week(request: HttpRequest) -> HttpResponse:
    """One week, this one unless the address names another."""
    monday = _monday(request.GET.get("week", ""), request.today)
    here = reverse("my_interviews")
    context = {
        "monday": monday,
        "sunday": monday + WEEK - timedelta(days=1),
        "days": days_of(request.user, monday),
        "to_plan": still_to_plan(request.user, request.today),
        "today": request.today,
        "previous_url": f"{here}?week={_named(monday - WEEK)}",
        "next_url": f"{here}?week={_named(monday + WEEK)}",
        "number": monday.isocalendar().week,
    }
    return render(request, "interviews/week.html", context)


def days_of(user: User, monday: date) -> list[DayOfInterviews]:
    """The days of that week on which this person holds an interview. One query."""
    rows = Interview.objects.visible_to(user).of(user).exclude(outcome=Outcome.MOVED)
    rows = rows.between(monday, monday + WEEK - timedelta(days=1)).by_time()
    return [DayOfInterviews(day, list(found)) for day, found in groupby(rows, key=lambda row: row.planned_on)]


def still_to_plan(user: User, today: date) -> list[ToPlan]:
    """The interviews promised to the people of this caseworker that nobody has planned, the most urgent first."""
    cases = Case.objects.whole_for(user).open().of_caseworker(user, today)
    clocks = Clock.objects.filter(case__in=cases, goal__in=KINDS).at(today)
    clocks = clocks.filter(state__in=OPEN_STATES).select_related("case__person").by_urgency()
    planned = set(Interview.objects.open().filter(case__in=cases).values_list("case", "kind"))
    return _once_each(clock for clock in clocks if (clock.case_id, KINDS[clock.goal]) not in planned)


def _once_each(clocks: Iterable[Clock]) -> list[ToPlan]:
    """Of the several promises about one interview the most urgent."""
    found: dict[tuple[int, str], ToPlan] = {}
    for clock in clocks:
        url = f"{reverse('interviews:plan', args=[clock.case.public_id])}?kind={KINDS[clock.goal]}"
        found.setdefault((clock.case_id, clock.goal), ToPlan(clock, url))
    return list(found.values())


def _monday(text: str, today: date) -> date:
    """The Monday of the week that the address names. Raises Http404 for what is none."""
    if not text:
        return today - timedelta(days=today.weekday())
    named = NAMED.fullmatch(text)
    if not named:
        raise Http404
    try:
        return date.fromisocalendar(int(named[1]), int(named[2]), 1)
    except ValueError:
        raise Http404 from None


def _named(monday: date) -> str:
    year, number, _day = monday.isocalendar()
    return f"{year}-W{number:02d}"
