"""What stands around every page of one case: who it is about, the tabs, and that it was opened.

Pages of other apps use it too: `case = open_case(request, public_id)`, then `case_frame(request, case, tab=...)` in the
context of a template that extends `case/frame.html`.
"""

from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.http import HttpRequest
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from accounts.models import AccessLog
from accounts.permissions import Permission
from refugees.events import KeyEvent
from refugees.languages import label_of
from refugees.models import Case, KeyDate
from refugees.takeover import rule_set


@dataclass(frozen=True, slots=True)
class Tab:
    """A page of the case: the view behind it, who may see it, what it is called."""

    view: str
    needs: Permission
    label: Promise
    is_of_slice: bool = False  # a mentor of the case has it too


# In the order of the tabs. A page about the whole case stands here once it exists.
TABS = [
    Tab("case", Permission.SEE_CASE, gettext_lazy("Overview"), is_of_slice=True),
    Tab("refugees:tasks", Permission.SEE_CASE, gettext_lazy("Plan and tasks")),
    Tab("interviews:interviews", Permission.SEE_CASE, gettext_lazy("Interviews")),
    Tab("internships:weekdays", Permission.SEE_CASE, gettext_lazy("Work and education")),
    Tab("refugees:notes", Permission.SEE_CASE, gettext_lazy("Notes"), is_of_slice=True),
    Tab("mentoring:contacts", Permission.SEE_CASE, gettext_lazy("Contacts"), is_of_slice=True),
    Tab("mentoring:checklist", Permission.SEE_CASE, gettext_lazy("Checklist"), is_of_slice=True),
    Tab("refugees:documents", Permission.SEE_CASE, gettext_lazy("Documents")),
    Tab("refugees:dates", Permission.SEE_HISTORY, gettext_lazy("Dates and team")),
    Tab("case_time:pauses", Permission.SEE_GOALS, gettext_lazy("Pauses")),
    Tab("refugees:history", Permission.SEE_HISTORY, gettext_lazy("History")),
    Tab("refugees:access_log", Permission.SEE_ACCESS_LOG, gettext_lazy("Access log")),
]


def open_case(request: HttpRequest, public_id: UUID) -> Case:
    """A whole case of the cases of this person, or 404. That it was opened is logged (see `log_opening`)."""
    cases = Case.objects.whole_for(request.user).select_related("person", "household", "unit")
    case = get_object_or_404(cases, public_id=public_id)
    log_opening(request, case)
    return case


def open_visible(request: HttpRequest, public_id: UUID) -> Case:
    """A case of this person, whole or as a mentor the slice of it, or 404. That it was opened is logged."""
    cases = Case.objects.visible_to(request.user).select_related("person", "household", "unit")
    case = get_object_or_404(cases, public_id=public_id)
    log_opening(request, case)
    return case


def log_opening(request: HttpRequest, case: Case, *, page: str = "") -> None:
    """Write that this person opened the case, and on which page. The one thing a GET writes.

    Every page is an opening. A part that says it is fetched into an open page is one too, but a list that refreshes
    itself does not fill the log: once a page in a while. What a form sends was typed on a page that was logged;
    sent without one, its answer shows the case all the same, so it counts unless the case was opened a while ago.
    `page` is another name for it, where the name of the page itself would say too much.
    """
    page = page or request.resolver_match.view_name
    if request.method == "POST" or request.htmx:
        # The header is the reader's own to send: it may save a second line, never the first.
        seen = AccessLog.objects.lately(user=request.user, case_id=case.pk)
        if (seen if request.method == "POST" else seen.filter(page=page)).exists():
            return
    AccessLog.objects.opened(user=request.user, case_id=case.pk, unit_id=case.unit_id, page=page)


def case_frame(request: HttpRequest, case: Case, *, tab: str) -> dict[str, Any]:
    """What `case/frame.html` shows above the page; `tab` is the view of the current tab."""
    takeover = case.key_dates.current().of(KeyEvent.TAKEOVER).first()
    household = household_of(case, request)
    return {
        "case": case,
        "today": request.today,
        "takeover": takeover,
        "household": household,
        "identity": identity(case, takeover, household, request.today),
        "back_label": _("My work") if request.user.can(Permission.SEE_MY_WORK) else _("Start page"),
        "protection": _("Name and address are protected") if case.person.is_protected else "",
        "may_write": request.user.can(Permission.WRITE_CASE),
        "may_record": request.user.can(Permission.WRITE_CASE) and not case.closed_on,
        "tabs": tabs_of(case, [each for each in TABS if request.user.can(each.needs)], tab),
    }


def tabs_of(case: Case, tabs: list[Tab], current: str) -> list[dict[str, Any]]:
    """The tabs as the page shows them; `current` is the view of the one that is open."""
    return [
        {
            "url": reverse(each.view, args=[case.public_id]),
            "label": each.label,
            "current": each.view == current,
        }
        for each in tabs
    ]


def frame_for(request: HttpRequest, case: Case, *, tab: str) -> dict[str, Any]:
    """`case_frame` for those who see the whole case; for a mentor of it the name and the tabs of the slice."""
    if request.user.sees_whole_cases():
        return case_frame(request, case, tab=tab)
    return {
        "case": case,
        "today": request.today,
        "is_slice": True,
        "back_label": _("My people"),
        "tabs": tabs_of(case, [each for each in TABS if each.is_of_slice], tab),
    }


def household_of(case: Case, request: HttpRequest) -> list[Case]:
    """The open cases of the others in the household that this person may see."""
    if case.household_id is None:
        return []
    others = Case.objects.whole_for(request.user).open().filter(household=case.household_id)
    return list(others.exclude(pk=case.pk).select_related("person").order_by("number"))


def identity(
    case: Case, takeover: KeyDate | None, household: list[Case], today: date
) -> list[tuple[str, str]]:
    """Who the case is about, as label and value: the bar over each of its pages."""
    age = case.person.age_on(today)
    rules = rule_set(takeover.on if takeover else None, case.permit_ground)
    size = len(household) + 1
    return [
        (_("Case"), case.number),
        (_("Age"), _("not known") if age is None else str(age)),
        (_("Household"), household_words(size)),
        (
            _("Interpreter"),
            label_of(case.person.interpreter) if case.person.interpreter else _("none recorded"),
        ),
        (_("Since takeover"), since_takeover(takeover, today)),
        (_("Permit ground"), case.get_permit_ground_display()),
        (_("Rules"), rules.label if rules else _("decided by the takeover date")),
    ]


def household_words(size: int) -> str:
    """How many people live together, in words: single, 3 people."""
    return ngettext("single", "%(number)d people", size) % {"number": size}


def since_takeover(takeover: KeyDate | None, today: date) -> str:
    """day 21; before the takeover, how long until then. A date that nobody confirmed says so."""
    if takeover is None:
        return _("no date yet")
    days = (today - takeover.on).days
    if days < 0:
        words = ngettext("in %(days)d day", "in %(days)d days", -days) % {"days": -days}
    else:
        words = _("day %(day)d") % {"day": days}
    return _("%(words)s, not confirmed") % {"words": words} if takeover.is_proposed else words
