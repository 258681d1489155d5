"""The promise of a mentor for the first year: offered to everybody, whoever then is it and whether they want one.

The booklet's "Holistic mentoring for all refugees" gives no number of days, so its version is an internal default. That
a mentor is assigned, or that the person declined, follows apart: the offer is what is promised to everybody.
"""

from collections.abc import Iterator, Sequence
from datetime import date

from django.db.models import Min
from django.utils.translation import gettext_lazy as _

from accounts.lookups import Question
from goals.cases import KEY_DATES, OPENED, Cases, key_dates, opened
from goals.evidence import key_date_evidence, recorded
from goals.reckoning import Facts, Fell
from goals.registry import Area, Evidence, Goal
from mentoring.models import HolisticOffer
from refugees.events import KeyEvent
from refugees.models import TeamMember
from refugees.parts import Part

OFFERED = "mentor-offered"
FROM_TAKEOVER = "takeover"

OFFERED_ON = Question(
    lambda cases: (
        HolisticOffer.objects.standing()
        .filter(case_id__any_of=cases)
        .order_by()
        .values_list("case_id")
        .annotate(Min("offered_on"))
    )
)
# Whoever has a mentor has been offered one, even where nobody recorded the offer.
MENTORED_FROM = Question(
    lambda cases: (
        TeamMember.objects.filter(case_id__any_of=cases, part=Part.HOLISTIC_MENTOR)
        .order_by()
        .values_list("case_id")
        .annotate(Min("during__startswith"))
    )
)
READS = (KEY_DATES, OPENED, OFFERED_ON, MENTORED_FROM)


def read_facts(case_ids: Sequence[int]) -> Iterator[Facts]:
    """The facts of the promise for any number of cases, from four questions."""
    cases = Cases.of(case_ids)
    dates, rows = cases.once(key_dates), cases.once(opened)
    offered: dict[int, date] = dict(cases.answer(OFFERED_ON))
    mentored: dict[int, date] = dict(cases.answer(MENTORED_FROM))
    for case_id in cases:
        taken_over_on = dates[case_id].get(KeyEvent.TAKEOVER)
        if taken_over_on is None:
            continue
        closed_on = rows[case_id].closed_on
        known = [days[case_id] for days in (offered, mentored) if case_id in days]
        yield Facts(
            case_id=case_id,
            goal=OFFERED,
            occurrence=FROM_TAKEOVER,
            starts_on=taken_over_on,
            met_on=min(known, default=None),
            void_on=closed_on,
            void_reason=Fell.CLOSED if closed_on else None,
        )


def evidence(case_id: int, occurrence: str) -> list[Evidence]:
    """Which dates started this clock, and the offers that were made: for its receipt."""
    offers = HolisticOffer.objects.standing().filter(case_id=case_id).newest_first()
    return [
        *key_date_evidence(case_id, KeyEvent.TAKEOVER),
        *(recorded(offer, _("Holistic mentor offered"), offer.offered_on) for offer in offers),
    ]


GOALS = [
    Goal(
        key=OFFERED,
        promise=_("A mentor for the first year in Copenhagen is offered to everybody."),
        label=_("Holistic mentor offered"),
        starts=_("takeover"),
        met_by=_("a holistic mentor offered"),
        subject="holistic-mentor",
        area=Area.MENTOR,
        reader=read_facts,
        reads=READS,
        evidence=evidence,
        next_step=_("Offer a holistic mentor"),
        began=lambda occurrence: _("takeover"),
    )
]
