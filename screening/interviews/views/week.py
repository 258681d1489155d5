"""The week of interviews: those I hold or the whole unit does, and those that are still to be planned."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, timedelta
from itertools import groupby

from django import forms
from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _lazy
from django.views.decorators.http import require_GET

from accounts.models import User
from accounts.permissions import Permission, require_permission
from goals.models import Clock
from goals.models.clock_dates import OPEN_STATES
from refugees.models import Case
from refugees.models.task import who_may_do
from screening.interviews.promise import KINDS
from screening.models import Interview, Outcome

WEEK = timedelta(days=7)
UNIT = "unit"
# The rest waits behind them: the most urgent ones are planned first.
MOST_TO_PLAN = 20
NAMED = re.compile(r"(\d{4})-W(\d{2})")


@dataclass(frozen=True, slots=True)
class DayOfInterviews:
    """What is held on one day."""

    day: date
    rows: list[Interview] = field(default_factory=list)

    @property
    def count(self) -> int:
        """How many."""
        return len(self.rows)


@dataclass(frozen=True, slots=True)
class ToPlan:
    """An interview that is promised and not planned: its most urgent clock, and the form."""

    clock: Clock
    url: str


class UnitWeekForm(forms.Form):
    """Whose interviews of the unit are shown; the rest of the address goes with it."""

    whose = forms.CharField(widget=forms.HiddenInput)
    week = forms.CharField(required=False, widget=forms.HiddenInput)
    interviewer = forms.ChoiceField(label=_lazy("Interviewer"), required=False)

    def __init__(self, data: QueryDict, *, user: User) -> None:
        super().__init__(data)
        colleagues = who_may_do(user.unit_id).values_list("username", "name")
        self.fields["interviewer"].choices = [("", _("Everybody")), *colleagues]

    @property
    def chosen(self) -> str:
        """The user name of the colleague who was chosen; a name that is none of the unit's is no choice."""
        return self.cleaned_data.get("interviewer", "") if self.is_valid() else ""


@require_GET
@require_permission(Permission.SEE_MY_WORK)
def week(request: HttpRequest) -> HttpResponse:
    """One week, this one unless the address names another: what I hold, or what the unit does."""
    monday = _monday(request.GET.get("week", ""), request.today)
    is_unit = request.GET.get("whose") == UNIT
    form = UnitWeekForm(request.GET, user=request.user) if is_unit else None
    kept = {"whose": UNIT, "interviewer": form.chosen} if form else {}
    waiting = still_to_plan(request.user, request.today, of_unit=is_unit)
    context = {
        "monday": monday,
        "sunday": monday + WEEK - timedelta(days=1),
        "form": form,
        "segments": [
            {"label": _("Mine"), "url": _address(monday), "current": not is_unit},
            {"label": _("The unit's"), "url": _address(monday, whose=UNIT), "current": is_unit},
        ],
        "days": days_of(request.user, monday, form),
        "columns": [_("Time"), _("Person"), _("Interview"), _("Interviewer"), _("Where")],
        "to_plan": waiting[:MOST_TO_PLAN],
        "more_to_plan": max(len(waiting) - MOST_TO_PLAN, 0),
        "today": request.today,
        "previous_url": _address(monday - WEEK, **kept),
        "next_url": _address(monday + WEEK, **kept),
        "number": monday.isocalendar().week,
        "is_this_week": monday <= request.today < monday + WEEK,
        "this_week_url": _address(None, **kept),
    }
    return render(request, "interviews/week.html", context)


def days_of(user: User, monday: date, form: UnitWeekForm | None) -> list[DayOfInterviews]:
    """The days of that week on which this person, or one of the unit, holds an interview. One query."""
    rows = Interview.objects.visible_to(user).exclude(outcome=Outcome.MOVED)
    if form is None:
        rows = rows.of(user)
    elif form.chosen:
        rows = rows.filter(interviewer__username=form.chosen)
    rows = rows.between(monday, monday + WEEK - timedelta(days=1)).by_time()
    return [DayOfInterviews(day, list(found)) for day, found in groupby(rows, key=lambda row: row.planned_on)]


def still_to_plan(user: User, today: date, *, of_unit: bool = False) -> list[ToPlan]:
    """The interviews promised to the people of this caseworker, or of the unit, that nobody has planned.

    The most urgent first.
    """
    cases = Case.objects.whole_for(user).open()
    if not of_unit:
        cases = cases.of_caseworker(user, today)
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


def _address(monday: date | None, **kept: str) -> str:
    """This page for a week, none for the one that is now, and for whose interviews."""
    asked = {name: value for name, value in kept.items() if value}
    if monday:
        year, number, _day = monday.isocalendar()
        asked["week"] = f"{year}-W{number:02d}"
    return f"{reverse('my_interviews')}?{urlencode(asked)}" if asked else reverse("my_interviews")
