"""The promises of this pillar whose facts exist: the contract signed, and the category decided.

Source: Integration Act §§ 17(2) and 19 with their orders (domain facts 1.4). The interviews bring their facts, and
with them their promises, when they are built (docs/guide/promises.md).
"""

from collections.abc import Iterator, Sequence
from functools import partial

from django.utils.translation import gettext_lazy as _

from goals.cases import Cases, key_dates, opened
from goals.evidence import key_date_evidence
from goals.reckoning import Facts, Fell
from goals.registry import Area, Evidence, Goal
from refugees.events import KeyEvent

CONTRACT, CATEGORISED = "contract-signed", "categorised"
FROM_TAKEOVER = "takeover"
# Each is met by the dated event of the same name.
MET_BY = {CONTRACT: KeyEvent.CONTRACT, CATEGORISED: KeyEvent.CATEGORISED}


def read_facts(case_ids: Sequence[int]) -> Iterator[Facts]:
    """The facts of both promises for any number of cases, in two queries."""
    cases = Cases.of(case_ids)
    dates, rows = cases.once(key_dates), cases.once(opened)
    for case_id in cases:
        known, closed_on = dates[case_id], rows[case_id].closed_on
        if takeover_on := known.get(KeyEvent.TAKEOVER):
            for goal, event in MET_BY.items():
                yield Facts(
                    case_id=case_id,
                    goal=goal,
                    occurrence=FROM_TAKEOVER,
                    starts_on=takeover_on,
                    # Both may happen before the takeover: a contract is signed in the asylum centre (§ 19(2)).
                    met_on=known.get(event),
                    void_on=closed_on,
                    void_reason=Fell.CLOSED if closed_on else None,
                )


def evidence(event: KeyEvent, case_id: int, occurrence: str) -> list[Evidence]:
    """The rows that started the clock, and those that met it: for its receipt."""
    return [*key_date_evidence(case_id, KeyEvent.TAKEOVER), *key_date_evidence(case_id, event)]


def began(occurrence: str) -> object:
    """What started this clock, in a word for a label."""
    return _("takeover")


GOALS = [
    Goal(
        key=CONTRACT,
        promise=_("The contract and the residence and self-support declaration are signed within one month."),
        label=_("Contract signed"),
        starts=_("takeover"),
        met_by=_("contract and declaration signed"),
        subject="contract",
        area=Area.TALKS,
        reader=read_facts,
        evidence=partial(evidence, KeyEvent.CONTRACT),
        next_step=_("Sign the contract"),
        began=began,
    ),
    Goal(
        key=CATEGORISED,
        promise=_("Whether the person is job-ready or activity-ready is decided within three months."),
        label=_("Categorised"),
        starts=_("takeover"),
        met_by=_("job-ready or activity-ready decided"),
        subject="category",
        area=Area.TALKS,
        reader=read_facts,
        evidence=partial(evidence, KeyEvent.CATEGORISED),
        next_step=_("Decide the category"),
        began=began,
    ),
]
