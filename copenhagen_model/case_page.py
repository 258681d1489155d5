"""The page of one case: what runs out of time, what comes next, what has happened, who is on it.

Apps add a box to it by a provider in PANELS (see refugees/panels.py), and a page by a tab (refugees/case_frame.py).
"""

from collections import Counter
from dataclasses import dataclass, replace
from typing import Any
from uuid import UUID

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from accounts.permissions import Permission, require_permission
from copenhagen_model.my_people import slice_of
from copenhagen_model.next_step import next_steps
from copenhagen_model.recording import RECORDED, measures_of
from goals.models import Breach, Clock, Extension, Standard, State, Suspension
from goals.planning import last_safe_words
from goals.receipt import receipt
from goals.time_panels import ask_url, pauses_panel, pending_by_clock
from housing.panels import home_panel
from internships.away_panel import away_panel
from internships.doubts_panel import doubts_panel
from internships.goals import STARTED
from internships.models import Offer
from internships.panel import under_way, work_panel
from mentoring.panels import (
    checklist_panel,
    concerns_panel,
    contacts_panel,
    counselling_panel,
    holistic_panel,
    retention_panel,
)
from refugees.about import about_person, people_on
from refugees.case_frame import case_frame, open_case, open_visible
from refugees.conclusion_panel import conclusion_panel
from refugees.hours_panel import hours_panel
from refugees.models import Case
from refugees.panels import Provider
from refugees.timeline import timeline, topic_links
from refugees.work_panels import (
    appointments_panel,
    documents_panel,
    messages_panel,
    note_box_panel,
    signs_panel,
    talks_panel,
    tasks_panel,
    waiting_panel,
)
from screening.child_panel import child_panel
from screening.interviews.panel import interviews_panel
from screening.jobnet_panel import jobnet_panel
from screening.panels import contract_panel, danish_panel, expectations_panel
from screening.profile.page import profile_panel

# What apps show on the overview, in the order of the page.
PANELS: list[Provider] = [
    concerns_panel,
    signs_panel,
    messages_panel,
    conclusion_panel,
    work_panel,
    hours_panel,
    note_box_panel,
    waiting_panel,
    tasks_panel,
    appointments_panel,
    pauses_panel,
    interviews_panel,
    profile_panel,
    expectations_panel,
    talks_panel,
    contacts_panel,
    checklist_panel,
    holistic_panel,
    retention_panel,
    contract_panel,
    danish_panel,
    child_panel,
    jobnet_panel,
    away_panel,
    doubts_panel,
    counselling_panel,
    home_panel,
    documents_panel,
]
SHOWN_LINES = 8
# The City's own promises first; the law's apart, never mixed with them; then what no source demands.
IN_ORDER = (Standard.CITY, Standard.LAW, Standard.INTERNAL)


@dataclass(frozen=True, slots=True)
class ClockRow:
    """A promise on the page: its clock, where its fact is recorded, where its date is explained."""

    clock: Clock
    start_event: str
    receipt_url: str
    receipt_id: str
    talk_url: str = ""
    action_url: str = ""
    action_label: str = ""
    asked: Extension | None = None


@dataclass(frozen=True, slots=True)
class ClockGroup:
    """The promises of one maker: the City, the law, or nobody but ourselves. What is closed is folded below."""

    standard: Standard
    title: str
    rows: list[ClockRow]
    closed: list[ClockRow]

    @property
    def outcomes(self) -> list[tuple[str, str]]:
        """What became of the closed ones, as a state and how many: read while they are folded."""
        counts = Counter(row.clock.state for row in self.closed)
        return [(state, f"{State(state).label}: {counts[state]}") for state in State.values if counts[state]]


@require_GET
@require_permission(Permission.SEE_CASE)
def case(request: HttpRequest, public_id: UUID) -> HttpResponse:
    """The case; of it a mentor sees a slice."""
    found = open_visible(request, public_id)
    if not request.user.sees_whole_cases():
        return render(request, "case/slice.html", slice_of(request, found))
    return render(request, "case/overview.html", overview(request, found))


@require_GET
@require_permission(Permission.SEE_GOALS)
def clock_receipt(
    request: HttpRequest, public_id: UUID, goal: str, standard: str, number: int
) -> HttpResponse:
    """How the date of one promise was counted: a page of its own, or the part that opens under the promise."""
    found = open_case(request, public_id)
    clocks = found.clocks.at(request.today).numbered().with_last_safe_day().select_related("version")
    clock = get_object_or_404(clocks, goal=goal, standard=standard, number=number)
    extensions = list(Extension.objects.of_clock(clock).select_related("requested_by", "decided_by"))
    shown = receipt(
        clock,
        clock.declared.evidence(found.pk, clock.occurrence),
        list(found.pauses.standing().told_to(request.user, request.today).order_by("during")),
        extensions,
        Suspension.objects.about(clock),
        show_rolled=settings.SHOW_ROLLED_DATE,
    )
    beside = (shown.beside, last_safe_words(clock))
    shown = replace(shown, beside=" ".join(part for part in beside if part))
    context = {"receipt": shown, "clock": clock}
    context |= {"ask_url": ask_url(found, clock, request.user, extensions)}
    if request.htmx:
        return render(request, "case/_receipt.html", context)
    return render(request, "case/receipt.html", case_frame(request, found, tab="case") | context)


def overview(request: HttpRequest, found: Case) -> dict[str, Any]:
    """Everything the overview shows, in a fixed number of queries."""
    user, today = request.user, request.today
    context = case_frame(request, found, tab="case")
    clocks = list(found.clocks.at(today).numbered().with_last_safe_day().by_urgency())
    step = next_steps([found], today, clocks=clocks).get(found.pk)
    may_record = context["may_record"]
    topic = request.GET.get("show", "")
    panels = [panel for provider in PANELS if (panel := provider(found, user, today))]
    return context | {
        "step": step,
        "may_do_step": bool(step and step.url and user.can(step.needs)),
        "clock_groups": clock_groups(found, clocks, may_record=may_record),
        "panels_first": [panel for panel in panels if panel.is_first],
        "panels": [panel for panel in panels if not panel.is_aside and not panel.is_first],
        "panels_aside": [panel for panel in panels if panel.is_aside],
        "timeline": timeline(found, topic=topic, size=SHOWN_LINES),
        "topics": topic_links(reverse("case", args=[found.public_id]), topic, anchor="#timeline"),
        "history_url": reverse("refugees:history", args=[found.public_id]),
        "people": people_on(found, today),
        "about": about_person(found, context["takeover"], today),
        "record_items": record_items(found) if may_record else [],
        "record_template": "case/_record_menu.html" if may_record else "",
    }


def clock_groups(found: Case, clocks: list[Clock], *, may_record: bool) -> list[ClockGroup]:
    """The promises by who made them; in each the open ones and the closed ones, by urgency."""
    titles = {
        Standard.CITY: _("Promises of the City"),
        Standard.LAW: _("Deadlines of the law"),
        Standard.INTERNAL: _("Internal defaults"),
    }
    talks = talks_about(found)
    asked = pending_by_clock(found)
    actions = actions_for(found, [clock for clock in clocks if _is_ours(clock)]) if may_record else {}
    groups = []
    for standard in IN_ORDER:
        rows = [
            clock_row(found, clock, talks, asked, actions.get(clock.pk, ("", "")))
            for clock in clocks
            if clock.standard == standard
        ]
        if rows:
            still_open = [row for row in rows if row.clock.is_open]
            closed = [row for row in rows if not row.clock.is_open]
            groups.append(ClockGroup(standard, titles[standard], still_open, closed))
    return groups


def clock_row(
    found: Case,
    clock: Clock,
    talks: dict[int, UUID],
    asked: dict[tuple[str, str, str], Extension],
    action: tuple[str, str],
) -> ClockRow:
    """One promise with its links."""
    url, label = action
    key = (clock.goal, clock.standard, clock.occurrence)
    talk = talks.get(clock.pk)
    return ClockRow(
        clock=clock,
        start_event=str(clock.declared.began(clock.occurrence)),
        receipt_url=reverse("case_receipt", args=[found.public_id, *clock.address]),
        receipt_id=f"receipt-{clock.pk}",
        talk_url=reverse("goals:conversation", args=[talk]) if talk else "",
        action_url=url,
        action_label=label,
        asked=asked.get(key),
    )


def actions_for(found: Case, clocks: list[Clock]) -> dict[int, tuple[str, str]]:
    """Where the fact is recorded that keeps each open promise, and the words of the link."""
    still_open = [clock for clock in clocks if clock.is_open]
    offer, measures = under_way(found), measures_of(still_open)
    return {clock.pk: recorded_at(found, clock, offer, measures) for clock in still_open}


def _is_ours(clock: Clock) -> bool:
    """Whether casework records what keeps it. What the health team offers stands in their compartment."""
    form = RECORDED.get(clock.goal)
    return form is None or form.needs == Permission.WRITE_CASE


def recorded_at(found: Case, clock: Clock, offer: Offer | None, measures: dict[str, UUID]) -> tuple[str, str]:
    """The form for one promise: the start on an offer that is under way, else that of its goal."""
    if clock.goal == STARTED and offer:
        under_way = [found.public_id, offer.public_id]
        return reverse("internships:start", args=under_way), _("Record the start")
    form = RECORDED.get(clock.goal)
    if form is None:
        return "", ""
    return reverse(form.view, args=form.args(found, clock, measures)) + form.query, str(form.words)


def talks_about(found: Case) -> dict[int, UUID]:
    """The conversation on the open breach of each clock that has one."""
    breaches = Breach.objects.open().filter(case=found, conversation__isnull=False)
    return dict(breaches.values_list("clock_id", "conversation__public_id"))


def record_items(found: Case) -> list[dict[str, str]]:
    """What can be recorded from the top of the page."""
    views = [
        ("internships:offer", _("Offer of an internship")),
        ("internships:start_elsewhere", _("Start without an offer")),
        ("interviews:plan", _("Interview")),
        ("refugees:record_talk", _("Talk")),
        ("screening:profile", _("Competence profile")),
        ("screening:match_expectations", _("Matching of expectations")),
        ("internships:record_stayed_away", _("Stayed away from a measure or class")),
        ("mentoring:log_contact", _("Contact")),
        ("mentoring:offer_holistic_mentor", _("Offer of a holistic mentor")),
        ("mentoring:offer_retention_mentor", _("Offer of a retention mentor")),
        ("mentoring:hold_retention_talk", _("Retention talk")),
        ("refugees:note_sign", _("Early-warning sign")),
        ("mentoring:arrive", _("Came to open counselling")),
        ("mentoring:record_visit", _("Earlier visit to open counselling")),
        ("screening:contract", _("Contract")),
        ("screening:refer_to_danish", _("Referral to Danish education")),
        ("screening:record_child_place", _("Place for a child")),
        ("screening:register_job_seeker", _("Registration as a job-seeker")),
        ("internships:record_doubt", _("Doubt about availability after a control")),
        ("refugees:record_date", _("Key date")),
        ("refugees:decide_readiness", _("Job-readiness")),
        ("refugees:begin_benefit", _("Benefit")),
        ("refugees:count_activity", _("Activity that counts in the week")),
        ("refugees:cut_hours", _("Cut of the hours for health")),
        ("case_time:begin_pause", _("Pause")),
    ]
    return [{"url": reverse(view, args=[found.public_id]), "label": label} for view, label in views]
