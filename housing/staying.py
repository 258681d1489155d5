"""The promise that somebody asks whether a household still lives in the home that it was offered: twice.

No source asks for it or gives a number: half a year and a year after the move, each within fourteen days, are an
internal default, which reminds and goes no further. Being a promise, it survives missed runs and colleagues on leave.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import date

from django.utils.translation import gettext_lazy as _

from accounts.lookups import Question
from goals.cases import OPENED, Cases, opened
from goals.evidence import recorded
from goals.reckoning import Facts, Fell, plus_months
from goals.registry import Area, Evidence, Goal
from housing.models import HomeOffer, Mark, OfferedTo, StillThere

KEPT = "home-kept"

LIVED = Question(
    lambda cases: (
        OfferedTo.objects.filter(
            case_id__any_of=cases,
            readiness__isnull=False,
            offer__taken_back_at=None,
            offer__moved_in_on__isnull=False,
        )
        .order_by("pk")
        .values_list("case_id", "offer_id", "offer__moved_in_on", "offer__moved_out_on")
    )
)
HEARD = Question(
    lambda cases: (
        StillThere.objects.standing()
        .filter(offer__offered_to__case_id__any_of=cases)
        .order_by("pk")
        .values_list("offer_id", "mark", "heard_on")
    )
)
READS = (OPENED, LIVED, HEARD)


def read_facts(case_ids: Sequence[int]) -> Iterator[Facts]:
    """The facts of the promise for any number of cases, from three questions: an adult, a move and a mark each."""
    cases = Cases.of(case_ids)
    rows = cases.once(opened)
    heard = defaultdict(list)
    for offer, mark, on in cases.answer(HEARD):
        heard[offer].append((mark, on))
    for case_id, offer, moved_in_on, moved_out_on in cases.answer(LIVED):
        ends: dict[Fell, date | None] = {Fell.CLOSED: rows[case_id].closed_on, Fell.MOVED_OUT: moved_out_on}
        void_on = min((day for day in ends.values() if day), default=None)
        reason = next((why for why, day in ends.items() if day and day == void_on), None)
        for mark in Mark.values:
            yield Facts(
                case_id=case_id,
                goal=KEPT,
                occurrence=f"offer:{offer}:{mark}",
                starts_on=plus_months(moved_in_on, mark),
                # Whoever lived there after a year did so after six months.
                met_on=min((on for later, on in heard[offer] if later >= mark), default=None),
                void_on=void_on,
                void_reason=reason,
            )


def evidence(case_id: int, occurrence: str) -> list[Evidence]:
    """The move that started this clock, and what was heard since: for its receipt."""
    _offer, key, mark = occurrence.split(":")
    offer = HomeOffer.objects.get(pk=key)
    told = [Evidence(what=_("Moved in"), on=offer.moved_in_on)]
    for row in offer.still_there.standing().filter(mark=mark).select_related("recorded_by"):
        told.append(recorded(row, _("Still lives there"), row.heard_on))
    if offer.moved_out_on:
        told.append(Evidence(what=_("Moved out"), on=offer.moved_out_on))
    return told


def began(occurrence: str) -> object:
    """What started this clock, in a word or two."""
    return Mark(int(occurrence.rpartition(":")[2])).label


GOALS = [
    Goal(
        key=KEPT,
        promise=_(
            "Half a year and a year after the move somebody asks whether the household still lives there."
        ),
        label=_("Still living there"),
        starts=_("six and twelve months after the move"),
        met_by=_("the household heard to live there still"),
        subject="home-kept",
        area=Area.HOME,
        reader=read_facts,
        reads=READS,
        evidence=evidence,
        next_step=_("Ask whether they still live there"),
        began=began,
    )
]
