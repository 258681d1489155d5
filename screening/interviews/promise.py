"""The two interviews that the City promises every refugee before the move to Copenhagen.

Source: the City's booklet ("holding two interviews with all refugees before they are moved to Copenhagen"; the second
"will most often be held at the place where the refugees are temporarily accommodated"). So the second may still be
held for some days after the takeover: how many, the version says. Since when interviews are kept, the versions say too.
"""

from collections.abc import Iterator, Sequence
from datetime import date
from functools import partial

from django.utils.translation import gettext_lazy as _

from accounts.lookups import Question
from goals.cases import KEY_DATES, OPENED, Cases, key_dates, opened
from goals.evidence import key_date_evidence
from goals.reckoning import Counted, Facts, Fell
from goals.registry import Area, Evidence, Goal
from refugees.events import KeyEvent
from screening.models import Interview, InterviewKind, Outcome

FIRST, SECOND = "screening-1", "screening-2"
KINDS = {FIRST: InterviewKind.FIRST, SECOND: InterviewKind.SECOND}
FROM_ALLOCATION = "allocation"


INTERVIEWS = Question(
    lambda cases: Interview.objects.filter(
        case_id__any_of=cases, outcome__in=[Outcome.OPEN, Outcome.HELD]
    ).values_list("case_id", "kind", "planned_on", "held_on")
)
READS = (KEY_DATES, OPENED, INTERVIEWS)


def read_facts(case_ids: Sequence[int]) -> Iterator[Facts]:
    """The facts of both promises for any number of cases, from three questions."""
    cases = Cases.of(case_ids)
    dates, rows = cases.once(key_dates), cases.once(opened)
    held, planned = _interviews(cases)
    for case_id in cases:
        known, closed_on = dates[case_id], rows[case_id].closed_on
        if not (allocated_on := known.get(KeyEvent.ALLOCATION)):
            continue
        for goal, kind in KINDS.items():
            yield Facts(
                case_id=case_id,
                goal=goal,
                occurrence=FROM_ALLOCATION,
                starts_on=allocated_on,
                before_on=known.get(KeyEvent.TAKEOVER),
                met_on=held.get((case_id, kind)),
                planned_on=planned.get((case_id, kind)),
                void_on=closed_on,
                void_reason=Fell.CLOSED if closed_on else None,
            )


def _interviews(cases: Cases) -> tuple[dict[tuple, date], dict[tuple, date]]:
    """On which day the first of a kind was held, and for which day one is planned."""
    held: dict[tuple, date] = {}
    planned: dict[tuple, date] = {}
    for case_id, kind, planned_on, held_on in cases.answer(INTERVIEWS):
        if held_on is None:
            planned[case_id, kind] = planned_on
        else:
            held[case_id, kind] = min(held_on, held.get((case_id, kind), held_on))
    return held, planned


def evidence(kind: InterviewKind, case_id: int, occurrence: str) -> list[Evidence]:
    """The dates that the clock runs between, and the interview that was held: for its receipt."""
    told = [
        *key_date_evidence(case_id, KeyEvent.ALLOCATION),
        *key_date_evidence(case_id, KeyEvent.TAKEOVER),
    ]
    held = Interview.objects.held().filter(case_id=case_id, kind=kind).order_by("held_on", "pk").first()
    if held:
        told.append(
            Evidence(what=kind.label, on=held.held_on, by=held.interviewer.name, recorded_at=held.recorded_at)
        )
    return told


def began(occurrence: str) -> object:
    """What started this clock, in a word for a label."""
    return _("allocation")


GOALS = [
    Goal(
        key=FIRST,
        promise=_("The first interview is held before the person moves to Copenhagen."),
        label=_("First interview"),
        starts=_("allocation to the City"),
        met_by=_("the first interview held"),
        subject="screening",
        area=Area.TALKS,
        reader=read_facts,
        reads=READS,
        evidence=partial(evidence, InterviewKind.FIRST),
        next_step=_("Hold the first interview"),
        began=began,
        event=_("the takeover"),
    ),
    Goal(
        key=SECOND,
        promise=_(
            "The second interview is held before the person moves to Copenhagen, or at the temporary home."
        ),
        label=_("Second interview"),
        starts=_("allocation to the City"),
        met_by=_("the second interview held"),
        subject="screening",
        area=Area.TALKS,
        reader=read_facts,
        reads=READS,
        evidence=partial(evidence, InterviewKind.SECOND),
        next_step=_("Hold the second interview"),
        began=began,
        event=_("the takeover"),
        counted=Counted.PAST,
        time_words=_("before %(event)s, or at the temporary home within %(time)s of it"),
    ),
]
