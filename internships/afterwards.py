"""The promises that begin with a measure: what comes next is decided before it ends, and no long gap follows it.

Source: Integration Act § 17 a(1) for the gap; Act on responsibility for employment efforts § 7 a for the decision
(domain facts 1.4, where it is marked that its applying to these measures is our reading).
"""

from collections.abc import Iterator, Sequence
from datetime import date

from django.utils.translation import gettext_lazy as _

from goals.cases import OPENED, Cases, opened
from goals.evidence import recorded
from goals.occupied import OCCUPATION, OCCUPIED, Occupied, occupied
from goals.readiness import DECIDED, decided
from goals.reckoning import Counted, Facts, Fell
from goals.registry import Area, Evidence, Goal
from internships.versions import LAW
from refugees.models import Occupation, OccupationEnding
from refugees.occupation_kinds import COMPANY_OFFERS, MEASURES, NOT_AS_AGREED, WORK_AND_EDUCATION

GAP, NEXT_STEP = "offer-gap", "next-step"
READS = (OPENED, DECIDED, OCCUPIED)


def read_facts(case_ids: Sequence[int]) -> Iterator[Facts]:
    """The facts of both promises for any number of cases, from three questions."""
    cases = Cases.of(case_ids)
    rows, decisions = cases.once(opened), cases.once(decided)
    for case_id, occupations in cases.once(occupied).items():
        closed_on = rows[case_id].closed_on
        exempt = [decision.during for decision in decisions[case_id] if not decision.is_ready]
        for each in occupations:
            if each.kind in COMPANY_OFFERS and each.last_on:
                yield _gap(case_id, each, occupations, exempt, closed_on)
            if each.kind in MEASURES and each.planned_last_on:
                yield _next_step(case_id, each, closed_on)


def _gap(
    case_id: int, ended: Occupied, occupations: Sequence[Occupied], exempt: Sequence, closed_on: date | None
) -> Facts:
    """From the last day of a company offer to the first day of the next; a job, IGU or education ends the need."""
    others = [each for each in occupations if each.pk != ended.pk and each.goes_on_after(ended.last_on)]
    following = [max(each.started_on, ended.last_on) for each in others if each.kind in COMPANY_OFFERS]
    settled = [max(each.started_on, ended.last_on) for each in others if each.kind in WORK_AND_EDUCATION]
    if ended.ending == OccupationEnding.JOB:
        settled.append(ended.last_on)
    unready = [max(p.lower, ended.last_on) for p in exempt if p.upper is None or p.upper > ended.last_on]
    ends = [(min(settled, default=None), Fell.IN_WORK), (min(unready, default=None), Fell.NOT_READY)]
    ends.append((closed_on, Fell.CLOSED))
    void_on, reason = min(((on, why) for on, why in ends if on), default=(None, None))
    return Facts(
        case_id=case_id,
        goal=GAP,
        occurrence=f"{OCCUPATION}{ended.pk}",
        starts_on=ended.last_on,
        met_on=min(following, default=None),
        void_on=void_on,
        void_reason=reason,
    )


def _next_step(case_id: int, measure: Occupied, closed_on: date | None) -> Facts:
    """What comes after a measure is decided so long before its agreed end; a job that it became is the next step."""
    became_job = measure.last_on if measure.ending == OccupationEnding.JOB else None
    broken_off = measure.last_on if measure.ending in NOT_AS_AGREED else None
    ends = [(broken_off, Fell.BROKEN_OFF), (closed_on, Fell.CLOSED)]
    void_on, reason = min(((on, why) for on, why in ends if on), default=(None, None))
    return Facts(
        case_id=case_id,
        goal=NEXT_STEP,
        occurrence=f"{OCCUPATION}{measure.pk}",
        starts_on=measure.started_on,
        before_on=measure.planned_last_on,
        met_on=min((on for on in (measure.next_step_on, became_job) if on), default=None),
        void_on=void_on,
        void_reason=reason,
    )


def evidence(case_id: int, occurrence: str) -> list[Evidence]:
    """The occupation that started this clock: for its receipt."""
    row = Occupation.objects.select_related("recorded_by").get(pk=occurrence.removeprefix(OCCUPATION))
    told = [recorded(row, _("Measure started"), row.started_on)]
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
        # RSL § 7 a: that it applies to these measures nobody has confirmed (domain facts 1.4).
        our_reading=frozenset({LAW}),
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
