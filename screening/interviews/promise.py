"""The two interviews that the City promises every refugee before the move to Copenhagen.

Source: the City's booklet ("holding two interviews with all refugees before they are moved to Copenhagen"; the second
"will most often be held at the place where the refugees are temporarily accommodated"). The internal default allows it
there for some days after the takeover. Interviews are kept here from 2026 on, so no clock starts before.
"""

from collections.abc import Iterator, Sequence
from datetime import date
from functools import partial

from django.utils.translation import gettext_lazy as _

from goals.cases import Cases, key_dates, opened
from goals.evidence import key_date_evidence
from goals.reckoning import Facts, Fell
from goals.registry import Area, Evidence, Goal
from refugees.events import KeyEvent
from screening.models import Interview, InterviewKind, Outcome

FIRST, SECOND = "screening-1", "screening-2"
KINDS = {FIRST: InterviewKind.FIRST, SECOND: InterviewKind.SECOND}
FROM_ALLOCATION, AT_HOME = "allocation", "takeover"
KEPT_FROM = date(2026, 1, 1)
# Which promises are measured from which start: before the move, or after it at the temporary home.
MADE_BEFORE, MADE_AT_HOME = frozenset({"city", "law"}), frozenset({"internal"})


def read_facts(case_ids: Sequence[int]) -> Iterator[Facts]:
    """The facts of both promises for any number of cases, in three queries."""
    cases = Cases.of(case_ids)
    dates, rows = cases.once(key_dates), cases.once(opened)
    held, planned = _interviews(cases)
    for case_id in cases:
        known, closed_on = dates[case_id], rows[case_id].closed_on
        allocated_on, taken_over_on = known.get(KeyEvent.ALLOCATION), known.get(KeyEvent.TAKEOVER)
        if not allocated_on or allocated_on < KEPT_FROM:
            continue
        for goal, kind in KINDS.items():
            yield Facts(
                case_id=case_id,
                goal=goal,
                occurrence=FROM_ALLOCATION,
                starts_on=allocated_on,
                before_on=taken_over_on,
                met_on=held.get((case_id, kind)),
                planned_on=planned.get((case_id, kind)),
                void_on=closed_on,
                void_reason=Fell.CLOSED if closed_on else None,
                standards=MADE_BEFORE,
            )
        if taken_over_on:
            yield Facts(
                case_id=case_id,
                goal=SECOND,
                occurrence=AT_HOME,
                starts_on=taken_over_on,
                met_on=held.get((case_id, InterviewKind.SECOND)),
                planned_on=planned.get((case_id, InterviewKind.SECOND)),
                void_on=closed_on,
                void_reason=Fell.CLOSED if closed_on else None,
                standards=MADE_AT_HOME,
            )


def _interviews(case_ids: Sequence[int]) -> tuple[dict[tuple, date], dict[tuple, date]]:
    """On which day the first of a kind was held, and for which day one is planned."""
    held: dict[tuple, date] = {}
    planned: dict[tuple, date] = {}
    rows = Interview.objects.filter(case_id__any_of=case_ids, outcome__in=[Outcome.OPEN, Outcome.HELD])
    for case_id, kind, planned_on, held_on in rows.values_list("case_id", "kind", "planned_on", "held_on"):
        if held_on is None:
            planned[case_id, kind] = planned_on
        else:
            held[case_id, kind] = min(held_on, held.get((case_id, kind), held_on))
    return held, planned


def evidence(kind: InterviewKind, case_id: int, occurrence: str) -> list[Evidence]:
    """The dates that the clock runs between, and the interview that was held: for its receipt."""
    told = [] if occurrence == AT_HOME else key_date_evidence(case_id, KeyEvent.ALLOCATION)
    told += key_date_evidence(case_id, KeyEvent.TAKEOVER)
    held = Interview.objects.held().filter(case_id=case_id, kind=kind).order_by("held_on", "pk").first()
    if held:
        told.append(
            Evidence(what=kind.label, on=held.held_on, by=held.interviewer.name, recorded_at=held.recorded_at)
        )
    return told


def began(occurrence: str) -> object:
    """What started this clock, in a word for a label."""
    return _("takeover") if occurrence == AT_HOME else _("allocation")


GOALS = [
    Goal(
        key=FIRST,
        promise=_("The first interview is held before the person moves to Copenhagen."),
        label=_("First interview"),
        starts=_("allocation to the City; it ends with the takeover"),
        met_by=_("the first interview held"),
        subject="screening",
        area=Area.TALKS,
        reader=read_facts,
        evidence=partial(evidence, InterviewKind.FIRST),
        next_step=_("Hold the first interview"),
        began=began,
        facts_from=KEPT_FROM,
    ),
    Goal(
        key=SECOND,
        promise=_(
            "The second interview is held before the person moves to Copenhagen, or at the temporary home."
        ),
        label=_("Second interview"),
        starts=_("allocation to the City, ending with the takeover; as an internal default the takeover"),
        met_by=_("the second interview held"),
        subject="screening",
        area=Area.TALKS,
        reader=read_facts,
        evidence=partial(evidence, InterviewKind.SECOND),
        next_step=_("Hold the second interview"),
        began=began,
        facts_from=KEPT_FROM,
    ),
]
