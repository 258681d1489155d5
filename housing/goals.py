"""The promise of this pillar: a permanent home is offered within six months after the household is ready to relocate.

Source: the City's booklet ("Goal of max. 6 months in temporary accommodation"); no law says so (domain facts 0.10).
An offer answers the readiness that it was made for: when readiness is withdrawn and said anew, the new clock waits for
another offer.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import date

from django.db.models import Min
from django.utils.translation import gettext_lazy as _

from accounts.lookups import Question
from goals.cases import OPENED, Cases, opened
from goals.evidence import key_date_evidence
from goals.reckoning import Facts, Fell
from goals.registry import Area, Evidence, Goal
from housing.models import OfferedTo, OwnHome
from refugees.events import KeyEvent
from refugees.models import KeyDate

OFFERED = "housing-offered"

READY = Question(
    lambda cases: (
        KeyDate.objects.of(KeyEvent.READY_TO_RELOCATE)
        .filter(case_id__any_of=cases)
        .order_by("pk")
        .values_list("case_id", "pk", "corrects_id", "on", "superseded_at")
    )
)
OFFERED_ON = Question(
    lambda cases: (
        OfferedTo.objects.filter(case_id__any_of=cases, readiness__isnull=False, offer__taken_back_at=None)
        .order_by()
        .values_list("case_id", "readiness_id")
        .annotate(Min("offer__offered_on"))
    )
)
FOUND_ON = Question(
    lambda cases: (
        OwnHome.objects.standing().filter(case_id__any_of=cases).order_by().values_list("case_id", "found_on")
    )
)
READS = (OPENED, READY, OFFERED_ON, FOUND_ON)


def read_facts(case_ids: Sequence[int]) -> Iterator[Facts]:
    """The facts of the promise for any number of cases, from four questions."""
    cases = Cases.of(case_ids)
    rows, found = cases.once(opened), dict(cases.answer(FOUND_ON))
    ready, offered = defaultdict(list), defaultdict(dict)
    for case_id, *said in cases.answer(READY):
        ready[case_id].append(said)
    for case_id, readiness, on in cases.answer(OFFERED_ON):
        offered[case_id][readiness] = on
    for case_id in cases:
        ends = {Fell.CLOSED: rows[case_id].closed_on, Fell.OWN_HOME: found.get(case_id)}
        void_on = min((day for day in ends.values() if day), default=None)
        for first, starts_on, answered in stretches(ready[case_id], offered[case_id]):
            yield Facts(
                case_id=case_id,
                goal=OFFERED,
                occurrence=f"ready:{first}",
                starts_on=starts_on,
                met_on=answered,
                void_on=void_on,
                void_reason=next((why for why, day in ends.items() if day and day == void_on), None),
            )


def stretches(rows: Sequence[Sequence], offered: dict[int, date]) -> Iterator[tuple[int, date, date | None]]:
    """Each readiness that still stands: the row that began it, its day as believed now, and the first offer to it.

    A correction is another row of the same readiness: it has one clock, whatever its day is.
    """
    first: dict[int, int] = {}
    answered: dict[int, date] = {}
    for pk, corrects, *_said in rows:
        first[pk] = first.get(corrects, pk)
        if pk in offered:
            answered[first[pk]] = min(offered[pk], answered.get(first[pk], date.max))
    for pk, _corrects, on, superseded_at in rows:
        if superseded_at is None:
            yield first[pk], on, answered.get(first[pk])


def evidence(case_id: int, occurrence: str) -> list[Evidence]:
    """Which dates started this clock: for its receipt."""
    return key_date_evidence(case_id, KeyEvent.READY_TO_RELOCATE)


GOALS = [
    Goal(
        key=OFFERED,
        promise=_("A permanent home outside the excluded areas is offered within six months."),
        label=_("Permanent home offered"),
        starts=_("ready to relocate"),
        met_by=_("a permanent home offered to the household"),
        subject="home",
        area=Area.HOME,
        reader=read_facts,
        reads=READS,
        evidence=evidence,
        next_step=_("Offer a permanent home"),
        began=lambda occurrence: _("ready to relocate"),
    )
]
