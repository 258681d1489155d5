"""The promise of this pillar: a health assessment is offered to everybody, whatever they seem to need.

Integration Act § 15 d(4) and order 979/2016 § 6: within six months from the takeover (domain facts 0.6 and 1.4). Others
see of it that it was offered and when; the answer and all that follows stay in the compartment.
"""

from collections.abc import Iterator, Sequence
from datetime import date

from django.db.models import Min
from django.utils.translation import gettext_lazy as _

from accounts.lookups import Question
from goals.cases import KEY_DATES, OPENED, Cases, key_dates, opened
from goals.evidence import key_date_evidence
from goals.reckoning import Facts, Fell
from goals.registry import Area, Evidence, Goal
from health.models import HealthOffer
from refugees.events import KeyEvent

OFFERED = "health-offered"
COMPARTMENT = "health"
FROM_TAKEOVER = "takeover"


OFFERED_ON = Question(
    lambda cases: (
        HealthOffer.objects.standing()
        .filter(case_id__any_of=cases)
        .order_by()
        .values_list("case_id")
        .annotate(Min("offered_on"))
    )
)
READS = (KEY_DATES, OPENED, OFFERED_ON)


def read_facts(case_ids: Sequence[int]) -> Iterator[Facts]:
    """The facts of the promise for any number of cases, from three questions."""
    cases = Cases.of(case_ids)
    dates, rows = cases.once(key_dates), cases.once(opened)
    offered: dict[int, date] = dict(cases.answer(OFFERED_ON))
    for case_id in cases:
        closed_on = rows[case_id].closed_on
        if taken_over_on := dates[case_id].get(KeyEvent.TAKEOVER):
            yield Facts(
                case_id=case_id,
                goal=OFFERED,
                occurrence=FROM_TAKEOVER,
                starts_on=taken_over_on,
                met_on=offered.get(case_id),
                void_on=closed_on,
                void_reason=Fell.CLOSED if closed_on else None,
            )


def evidence(case_id: int, occurrence: str) -> list[Evidence]:
    """Which dates started this clock: for its receipt. Of the offer nothing but its date is told."""
    return key_date_evidence(case_id, KeyEvent.TAKEOVER)


GOALS = [
    Goal(
        key=OFFERED,
        promise=_("A health assessment is offered within six months, whatever the person seems to need."),
        label=_("Health assessment offered"),
        starts=_("takeover"),
        met_by=_("a health assessment offered by the health team"),
        subject="health",
        area=Area.HEALTH,
        reader=read_facts,
        reads=READS,
        evidence=evidence,
        next_step=_("Offer a health assessment"),
        began=lambda occurrence: _("takeover"),
        compartment=COMPARTMENT,
    )
]
