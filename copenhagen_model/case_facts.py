"""What decides the next step of a case, read for any number of cases in a fixed number of queries."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from uuid import UUID

from django.db.models import Exists, OuterRef

from copenhagen_model.recording import measures_of
from goals.models import Clock, Conversation
from goals.models.clock_dates import OPEN_STATES
from internships.models import Offer, Placement, StayedAwayDecision
from mentoring.models import Concern
from refugees.events import KeyEvent
from refugees.models import Appointment, Case, KeyDate, Occupation, Task, Waiting, WarningSign

LEADS_TO_A_DATE = (KeyEvent.PERMIT, KeyEvent.ALLOCATION, KeyEvent.TAKEOVER, KeyEvent.REGISTRATION)


@dataclass(frozen=True, slots=True)
class CaseFacts:
    """What decides the next step of one case."""

    case: Case
    dates: dict[str, KeyDate]  # the current key dates that lead to, or are, the takeover
    clocks: Sequence[Clock] = ()  # the open ones with their state, most urgent first
    offer: Offer | None = None  # the last offer, unless somebody started on it
    unanswered: UUID | None = None  # the conversation that waits for an answer
    waiting: Waiting | None = None  # for whom it waits, of several the one to chase first
    task: Task | None = None  # the open task of the case whose day is today or has passed, the oldest
    sign: WarningSign | None = None  # the early-warning sign that waits longest for an answer
    concern: Concern | None = None  # the mentor's concern that is to be answered first
    away: StayedAwayDecision | None = None  # days away about which the City has to decide, the longest due
    appointment: Appointment | None = None  # the first one of today or tomorrow
    run_out: Occupation | None = None  # whose agreed last day has passed without a recorded end, the oldest
    measures: Mapping[str, UUID] = field(default_factory=dict)  # what started a clock, by its occurrence


def facts_of(cases: Iterable[Case], today: date, clocks: Iterable[Clock] | None = None) -> list[CaseFacts]:
    """The facts of those of these cases that are open, in eleven queries whatever their number, or twelve.

    `clocks`: those of the cases by urgency with their state on that day, if the caller has read them already.
    """
    open_cases = {case.pk: case for case in cases if not case.closed_on}
    if clocks is None:
        clocks = _clocks(open_cases, today)
    by_case = defaultdict(list)
    for clock in clocks:
        if clock.is_open:
            by_case[clock.case_id].append(clock)
    dates, offers, unanswered = _dates(open_cases), _offers(open_cases), _unanswered(open_cases, today)
    waitings, tasks = _waitings(open_cases), _tasks(open_cases, today)
    appointments, signs = _appointments(open_cases, today), _signs(open_cases)
    concerns = Concern.objects.open().filter(case__in=list(open_cases)).first_by_case()
    away, run_out = _away(open_cases, today), _run_out(open_cases, today)
    measures = measures_of(clock for of_case in by_case.values() for clock in of_case)
    return [
        CaseFacts(
            case=case,
            dates=dates[pk],
            clocks=by_case[pk],
            offer=offers.get(pk),
            unanswered=unanswered.get(pk),
            waiting=waitings.get(pk),
            task=tasks.get(pk),
            sign=signs.get(pk),
            concern=concerns.get(pk),
            away=away.get(pk),
            appointment=appointments.get(pk),
            run_out=run_out.get(pk),
            measures=measures,
        )
        for pk, case in open_cases.items()
    ]


def _clocks(cases: dict[int, Case], today: date) -> Iterable[Clock]:
    found = Clock.objects.filter(case__in=list(cases)).at(today)
    return found.filter(state__in=OPEN_STATES).by_urgency()


def _dates(cases: dict[int, Case]) -> dict[int, dict[str, KeyDate]]:
    found = defaultdict(dict)
    for row in KeyDate.objects.current().filter(case__in=list(cases), event__in=LEADS_TO_A_DATE):
        found[row.case_id][row.event] = row
    return found


def _offers(cases: dict[int, Case]) -> dict[int, Offer]:
    """The last offer of each case, unless somebody started on it."""
    begun = Placement.objects.standing().filter(offer=OuterRef("pk"))
    rows = (
        Offer.objects.filter(case__in=list(cases)).annotate(is_begun=Exists(begun)).select_related("company")
    )
    last = {offer.case_id: offer for offer in rows.order_by("offered_on", "pk")}
    return {pk: offer for pk, offer in last.items() if not offer.is_begun}


def _waitings(cases: dict[int, Case]) -> dict[int, Waiting]:
    """For whom each case waits; of several the one to chase first."""
    rows = Waiting.objects.open().filter(case__in=list(cases)).order_by("-chase_on", "-pk")
    return {waiting.case_id: waiting for waiting in rows}


def _tasks(cases: dict[int, Case], today: date) -> dict[int, Task]:
    """The task of each case whose day has come, the oldest of several."""
    rows = Task.objects.due(today).filter(case__in=list(cases)).select_related("assigned_to")
    return {task.case_id: task for task in rows.order_by("-due_on", "-pk")}


def _signs(cases: dict[int, Case]) -> dict[int, WarningSign]:
    """The early-warning sign of each case on which nothing was done yet, the oldest of several."""
    rows = WarningSign.objects.open().filter(case__in=list(cases)).order_by("-on", "-pk")
    return {sign.case_id: sign for sign in rows}


def _away(cases: dict[int, Case], today: date) -> dict[int, StayedAwayDecision]:
    """The days away of each case about which the City has to decide, of several what is due first."""
    rows = StayedAwayDecision.objects.due(today).filter(case__in=list(cases)).select_related("away")
    return {row.case_id: row for row in sorted(rows, key=lambda row: (row.due_on, row.pk), reverse=True)}


def _run_out(cases: dict[int, Case], today: date) -> dict[int, Occupation]:
    """What should have ended by now, and of which nobody has recorded how; of several what ran out first."""
    rows = Occupation.objects.run_out(today).filter(case__in=list(cases))
    return {row.case_id: row for row in rows.order_by("-planned_last_on", "-pk")}


def _appointments(cases: dict[int, Case], today: date) -> dict[int, Appointment]:
    """The appointment of each case today or tomorrow, the first of several."""
    rows = Appointment.objects.standing().near(today).filter(case__in=list(cases))
    return {appointment.case_id: appointment for appointment in rows.order_by("-starts_at", "-pk")}


def _unanswered(cases: dict[int, Case], today: date) -> dict[int, UUID]:
    """The oldest conversation of each case that waits for an answer."""
    rows = Conversation.objects.filter(case__in=list(cases)).needs_answer(today).order_by("-pk")
    return dict(rows.values_list("case_id", "public_id"))
