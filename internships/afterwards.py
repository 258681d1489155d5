"""The promises that begin with a measure: what comes next is decided before it ends, and no long gap follows it.

Source: Integration Act § 17 a(1) for the gap; Act on responsibility for employment efforts § 7 a for the decision
(domain facts 1.4, where it is marked that its applying to these measures is our reading).
"""

from collections.abc import Iterator, Sequence
from datetime import date

from django.utils.translation import gettext_lazy as _

from goals.cases import OPENED, Cases, opened
from goals.reckoning import Counted, Facts, Fell
from goals.registry import Area, Evidence, Goal
from internships.known import DECIDED, PLACED, Placed, decided, placed
from internships.models import Ending, Kind, Placement

GAP, NEXT_STEP = "offer-gap", "next-step"
# What an occurrence begins with: the key of the placement that started it follows.
PLACEMENT = "placement:"
MEASURES = {Kind.INTERNSHIP, Kind.WAGE_SUBSIDY}
READS = (OPENED, DECIDED, PLACED)
NOT_AS_AGREED = {Ending.BROKEN_OFF_PERSON, Ending.BROKEN_OFF_COMPANY, Ending.OTHER}


def read_facts(case_ids: Sequence[int]) -> Iterator[Facts]:
    """The facts of both promises for any number of cases, from three questions."""
    cases = Cases.of(case_ids)
    rows, decisions = cases.once(opened), cases.once(decided)
    for case_id, placements in cases.once(placed).items():
        closed_on = rows[case_id].closed_on
        exempt = [decision.during for decision in decisions[case_id] if not decision.is_ready]
        for placement in placements:
            if placement.kind in MEASURES and placement.last_on:
                yield _gap(case_id, placement, placements, exempt, closed_on)
            if placement.kind in MEASURES and placement.planned_last_on:
                yield _next_step(case_id, placement, closed_on)


def _gap(
    case_id: int, ended: Placed, placements: Sequence[Placed], exempt: Sequence, closed_on: date | None
) -> Facts:
    """From the last day of a measure to the first day of the next; a job ends the need for one."""
    others = [each for each in placements if each.pk != ended.pk]
    following = [
        max(each.started_on, ended.last_on)
        for each in others
        if each.kind in MEASURES and _goes_on_after(each, ended)
    ]
    jobs = [
        max(each.started_on, ended.last_on)
        for each in others
        if each.kind == Kind.JOB and (each.last_on is None or each.last_on > ended.last_on)
    ]
    if ended.ending == Ending.JOB:
        jobs.append(ended.last_on)
    unready = [max(p.lower, ended.last_on) for p in exempt if p.upper is None or p.upper > ended.last_on]
    ends = [(min(jobs, default=None), Fell.IN_WORK), (min(unready, default=None), Fell.NOT_READY)]
    ends.append((closed_on, Fell.CLOSED))
    void_on, reason = min(((on, why) for on, why in ends if on), default=(None, None))
    return Facts(
        case_id=case_id,
        goal=GAP,
        occurrence=f"{PLACEMENT}{ended.pk}",
        starts_on=ended.last_on,
        met_on=min(following, default=None),
        void_on=void_on,
        void_reason=reason,
    )


def _goes_on_after(each: Placed, ended: Placed) -> bool:
    """Whether another measure begins after this one ended, or is still going on then."""
    return each.started_on > ended.last_on or each.last_on is None or each.last_on > ended.last_on


def _next_step(case_id: int, placement: Placed, closed_on: date | None) -> Facts:
    """What comes after a measure is decided so long before its agreed end; a job that it became is the next step."""
    became_job = placement.last_on if placement.ending == Ending.JOB else None
    broken_off = placement.last_on if placement.ending in NOT_AS_AGREED else None
    ends = [(broken_off, Fell.BROKEN_OFF), (closed_on, Fell.CLOSED)]
    void_on, reason = min(((on, why) for on, why in ends if on), default=(None, None))
    return Facts(
        case_id=case_id,
        goal=NEXT_STEP,
        occurrence=f"{PLACEMENT}{placement.pk}",
        starts_on=placement.started_on,
        before_on=placement.planned_last_on,
        met_on=min((on for on in (placement.next_step_on, became_job) if on), default=None),
        void_on=void_on,
        void_reason=reason,
    )


def evidence(case_id: int, occurrence: str) -> list[Evidence]:
    """The placement that started this clock: for its receipt."""
    row = Placement.objects.select_related("recorded_by").get(pk=occurrence.removeprefix(PLACEMENT))
    about = {"by": row.recorded_by.name if row.recorded_by else "", "recorded_at": row.recorded_at}
    told = [Evidence(what=_("Measure started"), on=row.started_on, **about)]
    if row.planned_last_on:
        told.append(Evidence(what=_("Agreed last day"), on=row.planned_last_on))
    if row.last_on:
        told.append(Evidence(what=_("Last day"), on=row.last_on))
    return told


GOALS = [
    Goal(
        key=NEXT_STEP,
        promise=_("What comes after a measure is decided two weeks before it ends."),
        label=_("Next step decided"),
        starts=_("a measure with an agreed end"),
        met_by=_("the next step decided"),
        subject="next-step",
        area=Area.WORK,
        reader=read_facts,
        reads=READS,
        evidence=evidence,
        next_step=_("Decide what comes next"),
        began=lambda occurrence: _("measure started"),
        event=_("the agreed last day"),
        counted=Counted.BACK,
    ),
    Goal(
        key=GAP,
        promise=_("The next company offer starts within six weeks of the last one."),
        label=_("Next offer started"),
        starts=_("the end of a company offer"),
        met_by=_("the next company offer started"),
        subject="offer-gap",
        area=Area.WORK,
        reader=read_facts,
        reads=READS,
        evidence=evidence,
        next_step=_("Offer an internship"),
        began=lambda occurrence: _("last offer ended"),
    ),
]
