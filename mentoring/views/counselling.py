"""Open counselling: who waits, who is talked with, who was there today; and when it is open."""

from datetime import date, timedelta
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from accounts.models import AccessLog, User
from accounts.once import once
from accounts.permissions import Permission, require_permission
from mentoring.forms.counselling import EndHoursForm, HoursForm
from mentoring.models import OpeningHours, Visit, WalkIn
from refugees.case_forms import saved
from refugees.finding import LONGEST, Criterion, read_criterion
from refugees.models import Case
from refugees.models.found import Found

MOST_FOUND = 10
# How far back those without a case are counted by what they came about.
LOOKED_BACK = timedelta(days=27)


@require_GET
@require_permission(Permission.SEE_MY_WORK)
def counselling(request: HttpRequest) -> HttpResponse:
    """Today's queue. It does not fetch itself again: an unattended desk would never be signed out."""
    return render(request, "counselling/counselling.html", page(request.user, request.today))


@sensitive_post_parameters("q")
@require_POST
@require_permission(Permission.WRITE_CASE)
def find(request: HttpRequest) -> HttpResponse:
    """Who stands at the counter? By POST: names stand in no address. A case number leads straight to the form."""
    words = request.POST.get("q", "")[:LONGEST]
    criterion = read_criterion(words, today=request.today)
    cases = Case.objects.whole_for(request.user).open().filter(number=criterion.case_number)
    if criterion.case_number and (case := cases.first()):
        _log(request, criterion, found=1)
        return redirect("mentoring:arrive", case.public_id)
    found = Found.search(criterion, user=request.user, most=MOST_FOUND)
    if not criterion.is_empty:
        _log(request, criterion, found=len(found.people))
    # Whose case is open can stand in the queue: they come first.
    people = sorted(found.people, key=lambda hit: hit.open_case is None)
    context = page(request.user, request.today)
    context |= {"words": words, "people": people, "elsewhere": found.elsewhere, "criterion": criterion}
    return render(request, "counselling/counselling.html", context)


def page(user: User, today: date) -> dict[str, Any]:
    """The whole page: the queue, and when it is open."""
    hours = OpeningHours.objects.visible_to(user)
    return queue(user, today) | {
        "hours": list(hours.on(today)),
        "next": hours.next_after(today),
        "may_set": user.can(Permission.SET_OPENING_HOURS),
    }


def queue(user: User, today: date) -> dict[str, Any]:
    """Who waits, who is talked with, who was there today, with a case or without. Five queries."""
    visits = Visit.objects.visible_to(user).for_a_list()
    waiting, ended = list(visits.waiting()), list(visits.ended_on(today))
    walk_ins = WalkIn.objects.visible_to(user)
    counted = list(walk_ins.on(today).select_related("recorded_by"))
    topics = walk_ins.by_topic(today - LOOKED_BACK, today)
    return {
        "waiting": [visit for visit in waiting if visit.on == today],
        "left_over": [visit for visit in waiting if visit.on != today],
        "under_way": list(visits.under_way()),
        "ended": ended,
        "walk_ins": counted,
        "done": len(ended) + len(counted),
        "topics": topics,
        "without_a_case": sum(number for _about, number in topics),
        "today": today,
        "may_write": user.can(Permission.WRITE_CASE),
    }


def _log(request: HttpRequest, criterion: Criterion, *, found: int) -> None:
    AccessLog.objects.searched(
        user=request.user, criterion=criterion.masked, found=found, page="mentoring:find"
    )


@require_http_methods(["GET", "POST"])
@require_permission(Permission.SET_OPENING_HOURS)
@once
def hours(request: HttpRequest) -> HttpResponse:
    """The opening hours of the unit: those that hold or will, and a form for more."""
    form = HoursForm(request.POST or None, today=request.today, initial={"from_on": request.today})

    def open_up() -> None:
        OpeningHours.objects.open_up(unit=request.user.unit, by=request.user, **form.cleaned_data)

    if saved(form, open_up):
        messages.success(request, _("The opening hours are set."))
        return redirect("mentoring:hours")
    rows = OpeningHours.objects.visible_to(request.user).now_or_later(request.today)
    context = {"form": form, "hours": list(rows), "today": request.today}
    return render(request, "counselling/hours.html", context, status=422 if form.is_bound else 200)


@require_http_methods(["GET", "POST"])
@require_permission(Permission.SET_OPENING_HOURS)
@once
def end_hours(request: HttpRequest, public_id: UUID) -> HttpResponse:
    """It is open at this time until a day, and not afterwards."""
    row = get_object_or_404(OpeningHours.objects.visible_to(request.user), public_id=public_id)
    form = EndHoursForm(request.POST or None, today=request.today, initial={"last_on": request.today})
    if saved(form, lambda: row.end(last_on=form.cleaned_data["last_on"])):
        messages.success(request, _("The opening hours are ended."))
        return redirect("mentoring:hours")
    context = {"form": form, "row": row, "today": request.today}
    return render(request, "counselling/end_hours.html", context, status=422 if form.is_bound else 200)
