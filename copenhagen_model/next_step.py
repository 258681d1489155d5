"""One next step a case: a verb phrase and the page where it is done. Looks across the pillars.

`next_step` is pure: facts in, the step out. `next_steps` is the same for any number of cases, whose facts are read in a
fixed number of queries (case_facts.py), so that the case page and My work always name the same step.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from uuid import UUID

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from accounts.permissions import Permission
from copenhagen_model.case_facts import CaseFacts, facts_of
from copenhagen_model.recording import RECORDED
from goals.models import Clock, State
from internships.goals import COUNTS_AS_STARTED, OFFERED, STARTED
from internships.models import Answer
from refugees.events import KeyEvent
from refugees.models import Appointment, Case, KeyDate, Task, Waiting
from refugees.occupation_kinds import COMPANY_OFFERS
from refugees.takeover import AT_REGISTRATION, Ambiguity, propose_takeover


@dataclass(frozen=True, slots=True)
class NextStep:
    """What to do next for one person, where, and by when.

    `needs` is the permission of the page behind it: whoever lacks it reads the words without the link. `is_late` is
    true once the deadline it serves has passed, and already today if the plan misses it.
    """

    words: str
    view: str
    args: tuple[str | UUID, ...]
    needs: Permission = Permission.WRITE_CASE
    query: str = ""
    clock: Clock | None = None
    company: str = ""
    planned_on: date | None = None
    planned_days_late: int = 0
    plan_passed_days: int = 0
    task: Task | None = None
    appointment: Appointment | None = None
    waiting: Waiting | None = None  # for whom the case waits, also where something else comes first
    is_chase: bool = False
    is_wait: bool = False

    @property
    def url(self) -> str:
        """The page with the form that does it."""
        return reverse(self.view, args=self.args) + self.query

    @property
    def opens_in_place(self) -> bool:
        """Whether the form may open on the page of the case; a list or a conversation is a page of its own."""
        return self.needs == Permission.WRITE_CASE and not (
            self.task or self.appointment or self.is_chase or self.is_wait
        )

    @property
    def due_on(self) -> date | None:
        """The deadline that it serves, if that is known."""
        return self.clock.due_on if self.clock else None

    @property
    def is_late(self) -> bool:
        """Whether the promise is over, or planned to be."""
        return bool(self.planned_days_late) or bool(self.clock and self.clock.state == State.OVER)


def next_steps(
    cases: Iterable[Case], today: date, *, clocks: Iterable[Clock] | None = None
) -> dict[int, NextStep]:
    """The next step of each of these cases that has one."""
    found = {facts.case.pk: next_step(facts, today) for facts in facts_of(cases, today, clocks)}
    return {pk: step for pk, step in found.items() if step}


def next_step(facts: CaseFacts, today: date) -> NextStep | None:
    """What to do next; None if nothing is open.

    First the takeover date, because every deadline rests on it. Then a start that should have happened: recording it
    may end the breach; and an end that should have. Then the breach nobody answered, a concern or sign, days away
    to decide about, who is to be chased, a task whose day has come, an appointment of today or tomorrow, the offer
    under way, and the promise that runs out first. While somebody else must act, these last two rest until the day to
    chase: but neither an appointment nor waiting hides a deadline that is near.
    """
    step = (
        _takeover(facts)
        or _start_to_record(facts, today)
        or _end_to_record(facts)
        or _breach(facts)
        or _sign(facts)
        or _away(facts)
        or _chase(facts, today)
        or _task(facts)
        or _appointment(facts)
        or _wait(facts)
        or _offer_under_way(facts)
        or _promise(facts)
        or _appointment(facts, whatever_presses=True)
        or _wait(facts, whatever_presses=True)
    )
    return replace(step, waiting=facts.waiting) if step else None


def _takeover(facts: CaseFacts) -> NextStep | None:
    case, dates = facts.case, facts.dates
    known = dates.get(KeyEvent.TAKEOVER)
    if known and not known.is_proposed:
        return None
    here = (case.public_id,)
    if known:
        return NextStep(_("Confirm the takeover date"), "refugees:confirm_takeover", here)
    proposal = propose_takeover(
        case.permit_ground,
        allocated_on=_on(dates, KeyEvent.ALLOCATION),
        registered_on=_on(dates, KeyEvent.REGISTRATION),
        permit_on=_on(dates, KeyEvent.PERMIT),
        applied_in_denmark=case.applied_in_denmark,
    )
    if proposal == Ambiguity.WAITS_FOR_REGISTRATION:
        event = _missing_event(case)
        words = MISSING_DATE[event]
        return NextStep(str(words), "refugees:record_date", here, query=f"?event={event.value}")
    return NextStep(_("Choose the takeover date"), "refugees:confirm_takeover", here)


MISSING_DATE = {
    KeyEvent.PERMIT: gettext_lazy("Record the residence permit"),
    KeyEvent.ALLOCATION: gettext_lazy("Record the allocation"),
    KeyEvent.REGISTRATION: gettext_lazy("Record the CPR registration"),
}


def _missing_event(case: Case) -> KeyEvent:
    if case.permit_ground not in AT_REGISTRATION:
        return KeyEvent.ALLOCATION
    return KeyEvent.PERMIT if case.applied_in_denmark else KeyEvent.REGISTRATION


def _start_to_record(facts: CaseFacts, today: date) -> NextStep | None:
    offer = facts.offer
    if (
        offer
        and offer.answer == Answer.ACCEPTED
        and not offer.is_gone
        and offer.planned_start_on
        and offer.planned_start_on <= today
    ):
        return _about_offer(facts, _("Record the start"), "internships:start")
    return None


def _end_to_record(facts: CaseFacts) -> NextStep | None:
    """The agreed last day has passed. Until the end is recorded nobody is asked how it was, and no gap is counted."""
    if facts.run_out is None:
        return None
    here = (facts.case.public_id, facts.run_out.public_id)
    return NextStep(_("Record how it ended"), "internships:end", here, company=facts.run_out.place)


def _breach(facts: CaseFacts) -> NextStep | None:
    if not facts.unanswered:
        return None
    words = _("Say why it is over and what happens next")
    over = next((clock for clock in facts.clocks if clock.state == State.OVER), None)
    return NextStep(
        words, "goals:conversation", (facts.unanswered,), needs=Permission.ANSWER_BREACH, clock=over
    )


def _sign(facts: CaseFacts) -> NextStep | None:
    """A mentor raised a concern, or somebody noticed that a job may not last: it stands until it is answered."""
    if facts.concern:
        here = (facts.case.public_id, facts.concern.public_id)
        return NextStep(_("Answer the concern"), "mentoring:answer_concern", here)
    if facts.sign is None:
        return None
    here = (facts.case.public_id, facts.sign.public_id)
    return NextStep(_("Answer the early-warning sign"), "refugees:act_on_sign", here)


def _away(facts: CaseFacts) -> NextStep | None:
    """The time to answer a hearing is over, or a complaint waits: its page tells what can be done."""
    if facts.away is None:
        return None
    here = (facts.case.public_id, facts.away.away.public_id)
    words = str(facts.away.due_words)
    return NextStep(words, "internships:stayed_away", here, needs=Permission.SEE_CASE)


def _chase(facts: CaseFacts, today: date) -> NextStep | None:
    waiting = facts.waiting
    if waiting is None or not waiting.is_to_chase(today):
        return None
    words = _("Chase %(whom)s") % {"whom": waiting.whom}
    return NextStep(words, "refugees:waiting", (facts.case.public_id,), is_chase=True)


def _task(facts: CaseFacts) -> NextStep | None:
    if facts.task is None:
        return None
    return NextStep(facts.task.title, "refugees:tasks", (facts.case.public_id,), task=facts.task)


def _appointment(facts: CaseFacts, *, whatever_presses: bool = False) -> NextStep | None:
    """A time is agreed, today or tomorrow. It is kept anyhow: where a deadline presses, that is the step."""
    if facts.appointment is None or (_presses(facts) and not whatever_presses):
        return None
    words, here = _("Keep the appointment"), (facts.case.public_id,)
    return NextStep(words, "refugees:appointments", here, appointment=facts.appointment)


def _wait(facts: CaseFacts, *, whatever_presses: bool = False) -> NextStep | None:
    """Nothing to do before the day to chase, unless a deadline is near, or a plan misses it or has passed."""
    if facts.waiting is None or (_presses(facts) and not whatever_presses):
        return None
    words = _("Waiting for %(whom)s") % {"whom": facts.waiting.whom}
    return NextStep(words, "refugees:waiting", (facts.case.public_id,), is_wait=True)


def _presses(facts: CaseFacts) -> bool:
    """Whether a deadline is near or over, or a plan misses it or has passed without what was planned."""
    near = {State.OVER, State.DUE_SOON}
    return any(
        clock.planned_days_late or clock.plan_passed_days or clock.state in near for clock in facts.clocks
    )


def _offer_under_way(facts: CaseFacts) -> NextStep | None:
    offer = facts.offer
    if offer is None or offer.is_gone or _promises_ask_for_another(facts):
        return None
    if offer.answer == Answer.OPEN:
        return _about_offer(facts, _("Record the answer"), "internships:answer")
    if offer.planned_start_on is None:
        return _about_offer(facts, _("Agree a start date"), "internships:plan")
    planned = _planned(facts)
    if planned and planned.planned_days_late:
        return _about_offer(facts, _("Agree an earlier start"), "internships:plan")
    return _about_offer(facts, _("Record the start"), "internships:start")


def _promises_ask_for_another(facts: CaseFacts) -> bool:
    """Whether what is under way is not what is still to be offered, or begun: that comes first then."""
    kind = facts.offer.kind if facts.offer else ""
    serves = {OFFERED: COMPANY_OFFERS, STARTED: COUNTS_AS_STARTED}
    return any(clock.goal in serves and kind not in serves[clock.goal] for clock in facts.clocks)


def _about_offer(facts: CaseFacts, words: str, view: str) -> NextStep:
    """A step about the offer under way: it serves the promise that is planned with it, else the most urgent one."""
    planned = _planned(facts)
    clock = planned or next(iter(facts.clocks), None)
    return NextStep(
        words,
        view,
        (facts.case.public_id, facts.offer.public_id),
        clock=clock,
        company=facts.offer.company.name,
        planned_on=facts.offer.planned_start_on,
        planned_days_late=planned.planned_days_late if planned else 0,
        plan_passed_days=planned.plan_passed_days if planned else 0,
    )


def _planned(facts: CaseFacts) -> Clock | None:
    """The promise to which the offer's planned start belongs. (An interview or a talk may be planned too.)"""
    return next((clock for clock in facts.clocks if clock.goal == STARTED and clock.planned_on), None)


def _promise(facts: CaseFacts) -> NextStep | None:
    """The promise that runs out first, by the words of the pillar that made it. Paused ones ask for nothing.

    What another team keeps (the health team its own) is no step of the caseworker's.
    """
    ours = {goal for goal, form in RECORDED.items() if form.needs == Permission.WRITE_CASE}
    clock = next((c for c in facts.clocks if c.goal in ours and c.state != State.PAUSED), None)
    if clock is None:
        return None
    form = RECORDED[clock.goal]
    return NextStep(
        words=str(clock.declared.next_step),
        view=form.step_view or form.view,
        args=form.args(facts.case, clock, facts.measures),
        query=form.query,
        clock=clock,
    )


def _on(dates: dict[str, KeyDate], event: KeyEvent) -> date | None:
    return dates[event].on if event in dates else None
