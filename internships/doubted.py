"""The promises that begin with a doubt about availability after a public control: a talk, and then an offer.

Source: Integration Act § 27(1) and (2) (LBK 1146/2020; domain facts 1.4: rules of 2019 and Ukraine, for people on a
benefit). The rules of 2016 have none; for those of 2025 and 2026 nobody has verified it: no version. Every talk held
from that day on keeps the first, because the state knows no kind of its own for it: our reading. The second is kept by
an offer within the programme, by one that begins, or by telling the person to take part again in an earlier one.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import date
from typing import NamedTuple

from django.utils.translation import gettext_lazy as _

from accounts.lookups import Question
from goals.cases import OPENED, Cases, opened
from goals.evidence import recorded
from goals.occupied import OCCUPIED, occupied
from goals.reckoning import Facts, Fell
from goals.registry import Area, Evidence, Goal
from internships.known import OFFERS
from internships.models import AvailabilityDoubt, Offer
from refugees.models import Talk
from refugees.occupation_kinds import MEASURES

TALK, OFFER = "availability-talk", "availability-offer"
# What an occurrence begins with: the key of the doubt follows.
DOUBT = "doubt:"


class Doubted(NamedTuple):
    """A doubt as far as the promises read it."""

    pk: int
    received_on: date
    sent_back_on: date | None


DOUBTS = Question(
    lambda cases: (
        AvailabilityDoubt.objects.standing()
        .filter(case_id__any_of=cases)
        .order_by("received_on", "pk")
        .values_list("case_id", *Doubted._fields)
    )
)
HELD = Question(
    lambda cases: (
        Talk.objects.held().filter(case_id__any_of=cases).order_by("on", "pk").values_list("case_id", "on")
    )
)
READS = (OPENED, OCCUPIED, OFFERS, DOUBTS, HELD)


def read_facts(case_ids: Sequence[int]) -> Iterator[Facts]:
    """The facts of both promises for any number of cases, from five questions."""
    cases = Cases.of(case_ids)
    rows, occupations = cases.once(opened), cases.once(occupied)
    talks, given = defaultdict(list), defaultdict(list)
    for case_id, on in cases.answer(HELD):
        talks[case_id].append(on)
    for case_id, _pk, kind, offered_on, *_rest in cases.answer(OFFERS):
        if kind in MEASURES:
            given[case_id].append(offered_on)
    for case_id, *doubt in cases.answer(DOUBTS):
        row, closed_on = Doubted._make(doubt), rows[case_id].closed_on
        begun = [each.started_on for each in occupations[case_id] if each.kind in MEASURES]
        talked_on = next((on for on in talks[case_id] if on >= row.received_on), None)
        yield _facts(case_id, TALK, row, row.received_on, talked_on, closed_on)
        if talked_on:
            days = [*given[case_id], *begun, *filter(None, [row.sent_back_on])]
            answered_on = min((on for on in days if on >= talked_on), default=None)
            yield _facts(case_id, OFFER, row, talked_on, answered_on, closed_on)


def _facts(
    case_id: int, goal: str, row: Doubted, starts_on: date, met_on: date | None, closed_on: date | None
) -> Facts:
    return Facts(
        case_id=case_id,
        goal=goal,
        occurrence=f"{DOUBT}{row.pk}",
        starts_on=starts_on,
        met_on=met_on,
        void_on=closed_on,
        void_reason=Fell.CLOSED if closed_on else None,
    )


def evidence(case_id: int, occurrence: str) -> list[Evidence]:
    """The doubt that started these clocks, the talk after it, and the offer after that: for their receipts."""
    row = AvailabilityDoubt.objects.select_related("recorded_by").get(pk=occurrence.removeprefix(DOUBT))
    received = _("Doubt about availability received")
    told = [recorded(row, received, row.received_on, note=row.correction_reason)]
    talks = Talk.objects.held().filter(case=case_id, on__gte=row.received_on).select_related("recorded_by")
    talk = talks.order_by("on", "pk").first()
    if talk is None:
        return told
    told.append(recorded(talk, _("Talk held"), talk.on, note=talk.correction_reason))
    offers = Offer.objects.filter(case=case_id, kind__in=MEASURES, offered_on__gte=talk.on)
    if offer := offers.select_related("recorded_by").order_by("offered_on", "pk").first():
        told.append(recorded(offer, offer.get_kind_display(), offer.offered_on))
    if row.sent_back_on:
        told.append(Evidence(what=_("Told to take part again"), on=row.sent_back_on, note=row.sent_back_to))
    return told


GOALS = [
    Goal(
        key=TALK,
        promise=_(
            "Doubt about availability after a public control is talked about with the person within a week."
        ),
        label=_("Talk after a control"),
        starts=_("doubt about availability received after a public control"),
        met_by=_("a talk held"),
        subject="availability",
        area=Area.WORK,
        reader=read_facts,
        reads=READS,
        evidence=evidence,
        next_step=_("Hold a talk about availability"),
        began=lambda occurrence: _("doubt received"),
    ),
    Goal(
        key=OFFER,
        promise=_("Within two weeks of the talk after a public control an offer is given."),
        label=_("Offer after a control"),
        starts=_("the talk after a doubt about availability"),
        met_by=_("an offer given, or the person told to take part again in an earlier one"),
        subject="availability",
        area=Area.WORK,
        reader=read_facts,
        reads=READS,
        evidence=evidence,
        next_step=_("Offer something, or have the person take part again"),
        began=lambda occurrence: _("talk after a control"),
    ),
]
