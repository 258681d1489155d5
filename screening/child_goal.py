"""The promise that a place in school or day care is found for each child of a household.

No source gives a number: one month from the takeover is an internal default (goals at launch). Every child has a case
of its own, so each has a clock of its own. It falls away if the parents want no place for now, or the child turns 18.
"""

from collections.abc import Iterator, Sequence
from datetime import date

from dateutil.relativedelta import relativedelta
from django.utils.translation import gettext_lazy as _

from accounts.lookups import Question
from goals.cases import KEY_DATES, OPENED, Cases, key_dates, opened
from goals.evidence import key_date_evidence, recorded
from goals.reckoning import ADULT_AGE, Facts, Fell
from goals.registry import Area, Evidence, Goal
from refugees.events import KeyEvent
from screening.models import ChildPlace, ChildPlaceKind

PLACED, FROM_TAKEOVER = "children-placed", "takeover"
TOLD = Question(ChildPlace.objects.told_of)
READS = (KEY_DATES, OPENED, TOLD)


def read_facts(case_ids: Sequence[int]) -> Iterator[Facts]:
    """The facts of the promise for any number of cases, from three questions; of adults there are none."""
    cases = Cases.of(case_ids)
    dates, rows = cases.once(key_dates), cases.once(opened)
    found: dict[int, date] = {}
    unwanted: dict[int, date] = {}
    for case_id, kind, on in cases.answer(TOLD):
        (unwanted if kind == ChildPlaceKind.NOT_WANTED else found).setdefault(case_id, on)
    for case_id in cases:
        takeover_on, row = dates[case_id].get(KeyEvent.TAKEOVER), rows[case_id]
        if not takeover_on or not row.born_on:
            continue
        grown_up_on = row.born_on + relativedelta(years=ADULT_AGE)
        if grown_up_on <= takeover_on:
            continue
        ends = [
            (unwanted.get(case_id), Fell.NOT_COVERED),
            (row.closed_on, Fell.CLOSED),
            (grown_up_on, Fell.NOT_COVERED),
        ]
        void_on, reason = min((end for end in ends if end[0]), key=lambda end: end[0])
        yield Facts(
            case_id=case_id,
            goal=PLACED,
            occurrence=FROM_TAKEOVER,
            starts_on=takeover_on,
            met_on=found.get(case_id),
            void_on=void_on,
            void_reason=reason,
        )


def evidence(case_id: int, occurrence: str) -> list[Evidence]:
    """The takeover that started the clock, and what was recorded of places: for its receipt."""
    rows = ChildPlace.objects.standing().filter(case=case_id).select_related("recorded_by")
    return [
        *key_date_evidence(case_id, KeyEvent.TAKEOVER),
        *(
            recorded(row, row.get_kind_display(), row.on, source=row.where, note=row.correction_reason)
            for row in rows.order_by("on", "pk")
        ),
    ]


def began(occurrence: str) -> object:
    """What started this clock, in a word for a label."""
    return _("takeover")


GOALS = [
    Goal(
        key=PLACED,
        promise=_("A place in school or day care is found for the child within one month of the takeover."),
        label=_("Child placed"),
        starts=_("takeover"),
        met_by=_("a place in school, day care or youth education found"),
        subject="child-placed",
        area=Area.TALKS,
        reader=read_facts,
        reads=READS,
        evidence=evidence,
        next_step=_("Find a place for the child"),
        began=began,
    ),
]
