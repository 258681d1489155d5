"""The promises of this pillar: an internship or wage-subsidy job offered, and started, within the first month.

Source: the City's booklet ("Commencement of a company internship programme within one month"); Integration
Act, order 1208/2016 § 19 and 1307/2020 § 22 for the offer (domain facts 1.4).
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from django.utils.translation import gettext_lazy as _

from goals.evidence import key_date_evidence
from goals.reckoning import Facts, Fell
from goals.registry import Area, Evidence, Goal, Step
from internships.models import Answer, Offer, Placement
from refugees.events import KeyEvent
from refugees.models import Case, JobReadiness, KeyDate

OFFERED, STARTED = "internship-offered", "internship-started"
FROM_TAKEOVER = "takeover"


@dataclass(frozen=True, slots=True)
class Stretch:
    """Days in which a person counts as job-ready: the clock starts with it and falls away when it ends."""

    occurrence: str
    start: date
    end: date | None


@dataclass(frozen=True, slots=True)
class Offered:
    """An offer as far as the promises read it."""

    pk: int
    on: date
    answer: str
    answered_on: date | None
    planned_on: date | None

    @property
    def is_alive(self) -> bool:
        """Whether it may lead, or has led, to a start."""
        return self.answer in {Answer.OPEN, Answer.ACCEPTED}


def read_facts(case_ids: Sequence[int]) -> Iterator[Facts]:
    """The facts of both promises for any number of cases, in five queries."""
    takeover = KeyDate.objects.dates_of(case_ids, KeyEvent.TAKEOVER)
    closed = dict(Case.objects.filter(pk__any_of=case_ids).values_list("pk", "closed_on"))
    decisions = _by_case(
        JobReadiness.objects.standing()
        .filter(case_id__any_of=case_ids)
        .order_by("during")
        .values_list("case_id", "pk", "is_ready", "during")
    )
    offers = _by_case(
        Offer.objects.filter(case_id__any_of=case_ids)
        .order_by("offered_on", "pk")
        .values_list("case_id", "pk", "offered_on", "answer", "answered_on", "planned_start_on")
    )
    starts = _by_case(
        Placement.objects.standing()
        .filter(case_id__any_of=case_ids)
        .order_by("started_on", "pk")
        .values_list("case_id", "offer_id", "started_on", "last_on")
    )
    for case_id in case_ids:
        if takeover_on := takeover.get((case_id, KeyEvent.TAKEOVER)):
            for stretch in job_ready_stretches(takeover_on, decisions[case_id]):
                yield from _facts(case_id, stretch, closed[case_id], offers[case_id], starts[case_id])


def job_ready_stretches(takeover_on: date, decisions: Sequence[tuple]) -> Iterator[Stretch]:
    """When somebody counts as job-ready from takeover on: always, but for the periods of exemption.

    Job-ready is the default by law (Integration Act § 17(1)). Each stretch after an exemption is an occurrence of its
    own, named by the exemption it follows.
    """
    occurrence, start = FROM_TAKEOVER, takeover_on
    for pk, is_ready, during in decisions:
        if is_ready or (during.upper and during.upper <= start):
            continue
        if during.lower > start:
            yield Stretch(occurrence, start, during.lower)
        elif occurrence == FROM_TAKEOVER:
            # Exempt from the first day: the promise fell away as it began, and is shown as such.
            yield Stretch(occurrence, start, start)
        if during.upper is None:
            return
        occurrence, start = f"readiness:{pk}", during.upper
    yield Stretch(occurrence, start, None)


def _facts(
    case_id: int, stretch: Stretch, closed_on: date | None, offers: list[tuple], starts: list[tuple]
) -> Iterator[Facts]:
    """Both promises for one stretch. What was given or begun before takeover counts for the first stretch."""
    first = stretch.occurrence == FROM_TAKEOVER
    void_on, reason = _fell_away(stretch, closed_on)
    offers = [Offered(*row) for row in offers]
    offered = [offer.on for offer in offers if first or offer.on >= stretch.start]
    starts = [row for row in starts if first or row[2] is None or row[2] >= stretch.start]
    begun = [max(on, stretch.start) if not first else on for _offer, on, _last_on in starts]
    planned = [offer.planned_on for offer in offers if offer.planned_on and offer.is_alive]
    facts = Facts(
        case_id=case_id,
        goal=OFFERED,
        occurrence=stretch.occurrence,
        starts_on=stretch.start,
        # Whoever began has been offered it, even where nobody recorded the offer.
        met_on=min(offered + begun, default=None),
        void_on=void_on,
        void_reason=reason,
    )
    yield facts
    yield replace(
        facts,
        goal=STARTED,
        met_on=min(begun, default=None),
        planned_on=planned[-1] if planned else None,
        reached_on=_steps_done(stretch, offers, starts),
    )


def _steps_done(stretch: Stretch, offers: Sequence[Offered], starts: Sequence[tuple]) -> tuple[date, ...]:
    """On which days the steps of the way to a start were done: of the offer it began on, else of the last alive.

    A company that took its place back, or an offer declined, leaves the first step to be done again. A start that no
    recorded offer led to tells of no step.
    """
    first = stretch.occurrence == FROM_TAKEOVER
    begun_on = {offer_id: on for offer_id, on, _last_on in reversed(starts) if offer_id}
    begun = next((offer for offer in offers if offer.pk in begun_on), None)
    if begun is None and starts:
        return ()
    alive = [offer for offer in offers if offer.is_alive and (first or offer.on >= stretch.start)]
    offer = begun or (alive[-1] if alive else None)
    if offer is None:
        return ()
    if offer.answer != Answer.ACCEPTED or not (begun or offer.planned_on):
        return (offer.on,)
    steps = (offer.on, offer.answered_on)
    return (*steps, begun_on[offer.pk]) if begun else steps


def _fell_away(stretch: Stretch, closed_on: date | None) -> tuple[date | None, Fell | None]:
    ends = [(stretch.end, Fell.NOT_READY), (closed_on, Fell.CLOSED)]
    return min(((on, why) for on, why in ends if on), default=(None, None))


def _by_case(rows: object) -> dict[int, list[tuple]]:
    found = defaultdict(list)
    for case_id, *values in rows:
        found[case_id].append(tuple(values))
    return found


def evidence(case_id: int, occurrence: str) -> list[Evidence]:
    """Which rows started this clock: for its receipt."""
    if occurrence != FROM_TAKEOVER:
        row = JobReadiness.objects.select_related("recorded_by").get(pk=occurrence.removeprefix("readiness:"))
        if row.during.upper is None:
            # Corrected: the exemption has not ended after all, and with it the clock fell away.
            return []
        return [
            Evidence(
                what=_("Job-ready again, after an exemption"),
                on=row.during.upper,
                by=row.recorded_by.name if row.recorded_by else "",
                recorded_at=row.recorded_at,
            )
        ]
    return key_date_evidence(case_id, KeyEvent.TAKEOVER)


def began(occurrence: str) -> object:
    """What started this clock, in a word or two for a label."""
    return _("takeover") if occurrence == FROM_TAKEOVER else _("job-ready again")


GOALS = [
    Goal(
        key=OFFERED,
        promise=_("A company internship or wage-subsidy job is offered within one month."),
        label=_("Internship offered"),
        starts=_("takeover, or the day the person is job-ready if that is later"),
        met_by=_("an internship or wage-subsidy job offered"),
        subject="internship",
        area=Area.WORK,
        reader=read_facts,
        evidence=evidence,
        next_step=_("Offer an internship"),
        began=began,
    ),
    Goal(
        key=STARTED,
        promise=_("A company internship, wage-subsidy job or ordinary job is started within one month."),
        label=_("Internship started"),
        starts=_("takeover, or the day the person is job-ready if that is later"),
        met_by=_("an internship, wage-subsidy job or ordinary job started"),
        subject="internship",
        area=Area.WORK,
        reader=read_facts,
        evidence=evidence,
        next_step=_("Agree a start with a company"),
        began=began,
        steps=(
            Step("company-found", _("Company found")),
            Step("agreed", _("Start agreed")),
            Step("started", _("Started")),
        ),
    ),
]
