"""The steps about days away: which form each asks, which verb it is, and when it can be taken. In their order."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from django.forms import Form
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from internships import away_deadlines
from internships.away_deadlines import Deadline
from internships.forms import stayed_away as forms
from internships.models import Ground, Reassessment, StayedAway, StayedAwayDecision

STANDS = ("taken_back_at", "correction_reason")
DAYS = ("attended_name", "first_on", "last_on", "told_by", "told_on", "explanation", *STANDS)
JUDGED = ("ground", "ground_reason", "judged_on", *STANDS)
DECIDED = ("consequence", "reasons", "law_text", "decided_on", "arrived_on", "complained_on")


@dataclass(frozen=True, slots=True)
class Step:
    """One step: its words, its form, the verb of the row that it calls, which facts it tells or changes."""

    name: str
    words: Promise
    form: type[Form]
    verb: str
    tells: tuple[str, ...]
    may: Callable[[StayedAway, StayedAwayDecision | None], bool]
    is_of_decision: bool = True
    text: Promise | str = ""
    is_final: bool = False


def _open(away: StayedAway, decision: StayedAwayDecision | None) -> bool:
    return decision is None and not away.taken_back_at


def _heard(away: StayedAway, decision: StayedAwayDecision | None) -> bool:
    return bool(decision and not decision.arrived_on and not decision.complained_on)


def _undecided(away: StayedAway, decision: StayedAwayDecision | None) -> bool:
    return bool(decision and not decision.decided_on)


def _decided(away: StayedAway, decision: StayedAwayDecision | None) -> bool:
    return bool(decision and decision.decided_on)


def _no_ground(away: StayedAway, decision: StayedAwayDecision | None) -> bool:
    return _open(away, decision) and away.ground == Ground.NONE


def _complains(away: StayedAway, decision: StayedAwayDecision | None) -> bool:
    return _decided(away, decision) and not decision.reassessed_on


def _complained(away: StayedAway, decision: StayedAwayDecision | None) -> bool:
    return bool(decision and decision.complained_on and not decision.sent_on)


def _stands(away: StayedAway, decision: StayedAwayDecision | None) -> bool:
    kept = {Reassessment.STANDS, Reassessment.PARTLY}
    return bool(decision and decision.reassessment in kept and not decision.sent_on)


STEPS = {
    step.name: step
    for step in (
        Step("judge", _("Judge the ground"), forms.JudgeForm, "judge", JUDGED, _open, is_of_decision=False),
        Step(
            "hear",
            _("Begin the hearing"),
            forms.HearForm,
            "hear",
            JUDGED,
            _no_ground,
            is_of_decision=False,
            text=_(
                "Before anything is decided against the person, they are told of it and may answer (FVL § 19)."
            ),
        ),
        Step(
            "inform",
            _("Record that the person was told beforehand"),
            forms.InformForm,
            "inform",
            ("informed_on", "informed_by"),
            _undecided,
            text=_("Less benefit is possible only if the person was told in writing first (AKL §§ 35-40 a)."),
        ),
        Step(
            "answer",
            _("Record the answer"),
            forms.AnswerForm,
            "record_answer",
            ("answered_on", "answer"),
            _undecided,
        ),
        Step("decide", _("Decide"), forms.DecideForm, "decide", DECIDED, _heard),
        Step(
            "arrive",
            _("Record when the letter arrived"),
            forms.ArriveForm,
            "arrive",
            ("arrived_on",),
            _decided,
        ),
        Step(
            "complain",
            _("Record a complaint"),
            forms.ComplainForm,
            "complain",
            ("complained_on", "complaint", "reassessed_on"),
            _complains,
        ),
        Step(
            "reassess",
            _("Look at the decision again"),
            forms.ReassessForm,
            "reassess",
            ("complaint", "reassessment", "reassessment_reasons", "reassessed_on", "sent_on"),
            _complained,
        ),
        Step("send-on", _("Send the complaint on"), forms.SendOnForm, "send_on", ("sent_on",), _stands),
        Step(
            "take-back",
            _("Take it back"),
            forms.ReasonForm,
            "take_back",
            DAYS,
            _open,
            is_of_decision=False,
            text=_("Nobody stayed away. The record stays in the history, and nothing can follow from it."),
            is_final=True,
        ),
    )
}


def decision_of(away: StayedAway) -> StayedAwayDecision | None:
    """What was begun about these days, if anything was."""
    return getattr(away, "decision", None)


def next_steps(away: StayedAway) -> list[Step]:
    """The steps that can be taken now, in their order."""
    decision = decision_of(away)
    return [step for step in STEPS.values() if step.may(away, decision)]


def stage(away: StayedAway) -> Promise | str:
    """Where the matter stands, in a few words."""
    decision = decision_of(away)
    if away.taken_back_at:
        return _("Taken back")
    if decision is None:
        return {
            Ground.OPEN: _("The ground is not judged yet"),
            Ground.REASONABLE: _("Closed: there was a reasonable ground"),
            Ground.NONE: _("No reasonable ground; no hearing yet"),
        }[Ground(away.ground)]
    if decision.sent_on:
        return _("The appeals board has the complaint")
    if decision.reassessed_on:
        return decision.get_reassessment_display()
    if decision.complained_on:
        return _("Complaint to be looked at")
    if decision.decided_on:
        return decision.get_consequence_display()
    return _("Answered, to be decided") if decision.answered_on else _("Hearing: waiting for the answer")


def waits_for_us(away: StayedAway, today: date) -> bool:
    """Whether the next step is the City's: nothing waits for the person."""
    decision = decision_of(away)
    if away.taken_back_at:
        return False
    if decision is None:
        return away.ground != Ground.REASONABLE
    if decision.complained_on:
        return not decision.reassessed_on or STEPS["send-on"].may(away, decision)
    if decision.decided_on:
        return not decision.arrived_on
    return bool(decision.answered_on) or decision.answer_by < today


def deadlines(away: StayedAway) -> list[Deadline]:
    """The deadlines that run or ran, in the order of the steps."""
    decision = decision_of(away)
    if decision is None:
        return []
    found = [
        away_deadlines.answer_to_hearing(
            decision.answer_by, answered_on=decision.answered_on or decision.decided_on
        )
    ]
    if decision.arrived_on:
        found.append(away_deadlines.complaint(decision.arrived_on, complained_on=decision.complained_on))
    if decision.complained_on:
        found.append(
            away_deadlines.looking_again(decision.complained_on, reassessed_on=decision.reassessed_on)
        )
    return found
