"""My work: where a caseworker's day begins. The own cases, most urgent first, and what is new about them."""

from collections import Counter
from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any
from urllib.parse import urlencode

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views.decorators.http import require_GET

from accounts.models import User
from accounts.permissions import Permission, require_permission
from copenhagen_model.work_rows import grouped, rows_for
from copenhagen_model.worklist import Group, Place, View, places, stretch
from goals import registry
from internships.igu_asked import asked_for
from internships.models import Contact, StayedAwayDecision
from mentoring.models import Concern
from mentoring.models import Contact as MentorContact
from refugees.interpreting import unsettled
from refugees.models import Appointment, Case, Message, Task, WarningSign
from refugees.weeks import below_hours

PAGE_SIZE = 100
"""So many cases stand on one page; a list that is no longer is never cut."""

TASKS_AHEAD = timedelta(days=7)
NEWS_SHOWN = 50

COLUMNS = [
    gettext_lazy("Person"),
    gettext_lazy("Next deadline"),
    gettext_lazy("Next step"),
    gettext_lazy("Goals"),
    gettext_lazy("Mentor"),
]


class WorkFilter(forms.Form):
    """The filters over the list. They hold no name: words about a person never stand in an address."""

    view = forms.CharField(widget=forms.HiddenInput, required=False)
    goal = forms.ChoiceField(label=gettext_lazy("Open goal"), required=False)
    state = forms.ChoiceField(
        label=gettext_lazy("State"), required=False, choices=[("", gettext_lazy("Any state")), *Group.choices]
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        goals = [(goal.key, goal.label) for goal in registry.all_goals()]
        self.fields["goal"].choices = [("", _("Any goal")), *goals]


@require_GET
@require_permission(Permission.SEE_MY_WORK)
def my_work(request: HttpRequest) -> HttpResponse:
    """The page, or for htmx its list alone. What the address asks for and is no choice is left out."""
    user, today = request.user, request.today
    asked = WorkFilter(request.GET)
    asked.is_valid()
    view = View(request.GET["view"]) if request.GET.get("view") in View.values else View.ALL
    goal, state = (asked.cleaned_data.get(name, "") for name in ("goal", "state"))
    everything = places(user, today)
    found = places(user, today, goal=goal) if goal else everything
    found = [place for place in found if place.is_in(view) and state in {"", place.group}]
    part = stretch(found, start=request.GET.get("from", ""), size=PAGE_SIZE)
    context = {
        "groups": grouped(rows_for(part.places, today), found),
        "columns": COLUMNS,
        "today": today,
        "view": view,
        "is_filtered": bool(goal or state),
        "count_words": _count_words(len(found), is_filtered=bool(goal or state)),
        "clear_url": _address(view) if goal or state else "",
        "previous_url": _address(view, goal, state, part.before) if part.before else "",
        "next_url": _address(view, goal, state, part.after) if part.after else "",
    }
    if request.htmx:
        return render(request, "my_work/_list.html", context)
    context |= {
        "form": WorkFilter(initial={"view": view, "goal": goal, "state": state}),
        "tabs": _tabs(everything, view),
        "counts": Counter(place.group.value for place in everything),
        "here": request.get_full_path(),
    }
    return render(request, "my_work/my_work.html", context | around(user, today))


def _address(view: View, goal: str = "", state: str = "", start: str = "") -> str:
    """The address of a view with its filters; the plain one for all cases."""
    asked = {"view": "" if view == View.ALL else view.value, "goal": goal, "state": state, "from": start}
    query = urlencode({name: value for name, value in asked.items() if value})
    return f"{reverse('my_work')}?{query}" if query else reverse("my_work")


def _tabs(everything: Sequence[Place], view: View) -> list[dict[str, Any]]:
    """The saved views, each with how many cases it holds whatever the filters say."""
    return [
        {
            "url": _address(tab),
            "label": tab.label,
            "count": sum(place.is_in(tab) for place in everything),
            "current": tab == view,
        }
        for tab in View
    ]


def _count_words(count: int, *, is_filtered: bool) -> str:
    if is_filtered:
        words = ngettext("%(count)d case matches the filter.", "%(count)d cases match the filter.", count)
    else:
        words = ngettext("%(count)d case", "%(count)d cases", count)
    return words % {"count": count}


def around(user: User, today: date) -> dict[str, Any]:
    """What stands over the list: the week's appointments, tasks, calls, what is new on cases, signs, days away,
    IGUs to register, interpreters, how many have too few hours, and what mentors wrote. Twenty-one queries at most.
    """
    sunday = today + timedelta(days=6 - today.weekday())
    agreed = Appointment.objects.visible_to(user).of(user).standing().between(today, sunday).by_time()
    strip = [_in_strip(appointment) for appointment in agreed]
    tasks = Task.objects.visible_to(user).of(user).open().filter(due_on__lte=today + TASKS_AHEAD)
    mine = Case.objects.whole_for(user).of_caseworker(user, today)
    away = StayedAwayDecision.objects.due(today).filter(case__in=mine)
    return {
        "away": sorted(away.select_related("away", "case__person"), key=lambda row: (row.due_on, row.pk)),
        "signs": list(WarningSign.objects.open().filter(case__in=mine).for_a_list()),
        "concerns": list(Concern.objects.open().filter(case__in=mine).for_a_list()),
        "contacts": list(MentorContact.objects.new().filter(case__in=mine).for_a_list()),
        "igus": asked_for(mine),
        "below_hours": len(below_hours(user, today)),
        "interpreters": unsettled(user, today),
        "appointments": [item for item in strip if item["on"] <= today],
        "later": [item for item in strip if item["on"] > today],
        "tasks": list(tasks.by_date()),
        "calls": list(Contact.objects.visible_to(user).of(user).due(today).with_company()),
        "news": list(Message.objects.visible_to(user).unseen().newest_first()[:NEWS_SHOWN]),
    }


def _in_strip(appointment: Appointment) -> dict[str, Any]:
    """An appointment as the strip shows it; its place and, with others, their names stand under it."""
    case = appointment.case
    return {
        "time": appointment.starts_at,
        "on": timezone.localdate(appointment.starts_at),
        "title": f"{appointment.about}, {case.person.name}" if case else appointment.about,
        "sub": appointment.place,
        "url": reverse("case", args=[case.public_id]) if case else "",
    }
