"""The promise that a placement is looked back on, by the company and by the person, soon after its end.

No source gives a number: fourteen days are an internal default, which reminds and goes no further. Being a promise, it
survives missed runs and colleagues on leave as every other does.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import date

from django.utils.translation import gettext_lazy as _

from accounts.lookups import Question
from goals.cases import OPENED, Cases, opened
from goals.evidence import recorded
from goals.occupied import OCCUPATION, OCCUPIED, Occupied, occupied
from goals.reckoning import Facts, Fell
from goals.registry import Area, Evidence, Goal
from internships.models import Evaluation, Side
from refugees.models import Occupation
from refugees.occupation_kinds import MEASURES, NOT_AS_AGREED

EVALUATED = "placement-evaluated"

EVALUATIONS = Question(
    lambda cases: (
        Evaluation.objects.filter(case_id__any_of=cases)
        .order_by("pk")
        .values_list("occupation_id", "side", "evaluated_on")
    )
)
READS = (OPENED, OCCUPIED, EVALUATIONS)


def read_facts(case_ids: Sequence[int]) -> Iterator[Facts]:
    """The facts of the promise for any number of cases, from three questions."""
    cases = Cases.of(case_ids)
    rows = cases.once(opened)
    given: dict[int, dict[str, date]] = defaultdict(dict)
    for occupation_id, side, on in cases.answer(EVALUATIONS):
        given[occupation_id][side] = on
    for case_id, occupations in cases.once(occupied).items():
        for each in occupations:
            if each.kind in MEASURES and each.last_on:
                yield _looked_back(case_id, each, given[each.pk], rows[case_id].closed_on)


def _looked_back(case_id: int, ended: Occupied, given: dict[str, date], closed_on: date | None) -> Facts:
    """From its last day until both sides have spoken. What was broken off on its first day never really ran."""
    never_ran = ended.ending in NOT_AS_AGREED and ended.last_on == ended.started_on
    ends = [(ended.last_on if never_ran else None, Fell.BROKEN_OFF), (closed_on, Fell.CLOSED)]
    void_on, reason = min(((on, why) for on, why in ends if on), default=(None, None))
    is_met = len(given) == len(Side)
    return Facts(
        case_id=case_id,
        goal=EVALUATED,
        occurrence=f"{OCCUPATION}{ended.pk}",
        starts_on=ended.last_on,
        # What was said before the end counts from the end.
        met_on=max(*given.values(), ended.last_on) if is_met else None,
        void_on=void_on,
        void_reason=reason,
    )


def evidence(case_id: int, occurrence: str) -> list[Evidence]:
    """The end that started this clock, and what was said since: for its receipt."""
    row = Occupation.objects.get(pk=occurrence.removeprefix(OCCUPATION))
    told = [Evidence(what=_("Last day"), on=row.last_on)]
    for each in row.evaluations.select_related("recorded_by").order_by("evaluated_on", "pk"):
        told.append(recorded(each, each.get_side_display(), each.evaluated_on))
    return told


GOALS = [
    Goal(
        key=EVALUATED,
        promise=_("Company and person look back on a measure soon after its end."),
        label=_("Placement evaluated"),
        starts=_("the end of a measure"),
        met_by=_("both evaluations"),
        subject="placement-evaluated",
        area=Area.WORK,
        reader=read_facts,
        reads=READS,
        evidence=evidence,
        next_step=_("Ask how it went"),
        began=lambda occurrence: _("measure ended"),
    )
]
