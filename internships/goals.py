"""The promises of this pillar: an internship or wage-subsidy job offered, and started, within the first month.

Source: the City's booklet ("Commencement of a company internship programme within one month"); Integration
Act, order 1208/2016 § 19 and 1307/2020 § 22 for the offer (domain facts 1.4).
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext_lazy as _

from goals.cases import KEY_DATES, OPENED, Cases, key_dates, opened
from goals.evidence import key_date_evidence, recorded
from goals.occupied import OCCUPIED, occupied
from goals.readiness import DECIDED, FROM_TAKEOVER, Stretch, decided, job_ready_stretches
from goals.reckoning import Facts, Fell
from goals.registry import Area, Evidence, Goal, Step
from internships.known import LED, OFFERS
from internships.models import Answer
from refugees.events import KeyEvent
from refugees.models import JobReadiness, OccupationKind
from refugees.occupation_kinds import COMPANY_OFFERS

OFFERED, STARTED = "internship-offered", "internship-started"
# What meets "started". The booklet promises a company internship within the month; whoever has gone further is not left
# behind by it: a wage-subsidy job, an ordinary job, and IGU, which is paid employment under an agreement with a company
# (Act 623/2016; domain facts 1.4). Community work is no company programme and does not count (Integration Act § 23 g is
# apart from §§ 23 b, 23 c), nor does an education, which no company starts.
COUNTS_AS_STARTED = frozenset(
    {OccupationKind.INTERNSHIP, OccupationKind.WAGE_SUBSIDY, OccupationKind.JOB, OccupationKind.IGU}
)


@dataclass(frozen=True, slots=True)
class Offered:
    """An offer as far as the promises read it."""

    pk: int
    kind: str
    on: date
    answer: str
    answered_on: date | None
    planned_on: date | None
    not_started_on: date | None

    @property
    def is_alive(self) -> bool:
        """Whether it may lead, or has led, to a start."""
        return self.answer in {Answer.OPEN, Answer.ACCEPTED} and self.not_started_on is None

    def is_plan_for(self, stretch: Stretch) -> bool:
        """Whether a start is planned with it in these days. What was planned before an exemption ended is not."""
        if self.planned_on is None or not self.is_alive:
            return False
        return stretch.is_first or self.planned_on >= stretch.start


@dataclass(frozen=True, slots=True)
class Begun:
    """A start as far as the promises read it."""

    offer_id: int | None
    on: date
    last_on: date | None

    def counts_for(self, stretch: Stretch) -> bool:
        """Whether it began in time for these days, and still goes on in them."""
        goes_on = stretch.is_first or self.last_on is None or self.last_on >= stretch.start
        return stretch.reaches(self.on) and goes_on


READS = (KEY_DATES, OPENED, DECIDED, OCCUPIED, LED, OFFERS)


def read_facts(case_ids: Sequence[int]) -> Iterator[Facts]:
    """The facts of both promises for any number of cases, from six questions."""
    cases = Cases.of(case_ids)
    dates, rows, decisions = cases.once(key_dates), cases.once(opened), cases.once(decided)
    offers = defaultdict(list)
    for case_id, *facts in cases.answer(OFFERS):
        offers[case_id].append(Offered(*facts))
    starts, led = cases.once(occupied), dict(cases.answer(LED))
    for case_id in cases:
        if takeover_on := dates[case_id].get(KeyEvent.TAKEOVER):
            closed_on = rows[case_id].closed_on
            begun = [
                Begun(led.get(each.pk), each.started_on, each.last_on)
                for each in starts[case_id]
                if each.kind in COUNTS_AS_STARTED
            ]
            for stretch in job_ready_stretches(takeover_on, decisions[case_id]):
                yield from _facts(case_id, stretch, closed_on, offers[case_id], begun)


def _facts(
    case_id: int,
    stretch: Stretch,
    closed_on: date | None,
    offers: Sequence[Offered],
    begun: Sequence[Begun],
) -> Iterator[Facts]:
    """Both promises for one stretch. What was given or begun before takeover counts for the first stretch."""
    void_on, reason = _fell_away(stretch, closed_on)
    led = {start.offer_id for start in begun}
    offers = [offer for offer in offers if stretch.reaches(offer.on)]
    begun = [start for start in begun if start.counts_for(stretch)]
    given = [offer for offer in offers if offer.kind in COMPANY_OFFERS]
    offered = [offer.on for offer in given if stretch.is_first or offer.on >= stretch.start]
    # What leads to a start that counts is a plan for it, also where it is no company-oriented offer.
    offers = [offer for offer in offers if offer.kind in COUNTS_AS_STARTED]
    started = [start.on if stretch.is_first else max(start.on, stretch.start) for start in begun]
    planned = [offer.planned_on for offer in offers if offer.is_plan_for(stretch) and offer.pk not in led]
    facts = Facts(
        case_id=case_id,
        goal=OFFERED,
        occurrence=stretch.occurrence,
        starts_on=stretch.start,
        # Whoever began has been offered it, even where nobody recorded the offer.
        met_on=min(offered + started, default=None),
        void_on=void_on,
        void_reason=reason,
    )
    yield facts
    yield facts._replace(
        goal=STARTED,
        met_on=min(started, default=None),
        planned_on=planned[-1] if planned else None,
        reached_on=_steps_done(stretch, offers, begun),
    )


def _steps_done(stretch: Stretch, offers: Sequence[Offered], begun: Sequence[Begun]) -> tuple[date, ...]:
    """On which days the steps of the way to a start were done: of the offer it began on, else of the last alive.

    A company that took its place back, an offer declined, or one that did not start leaves the first step to be done
    again. A start that no recorded offer led to tells of no step. The agreement is not asked: it is often signed on the
    first day or after it, and counting from then would move the last safe day to where nothing can be done any more.
    """
    begun_on = {start.offer_id: start.on for start in reversed(begun) if start.offer_id}
    led_to_it = next((offer for offer in offers if offer.pk in begun_on), None)
    if led_to_it is None and begun:
        return ()
    alive = [offer for offer in offers if offer.is_alive and (stretch.is_first or offer.on >= stretch.start)]
    offer = led_to_it or (alive[-1] if alive else None)
    if offer is None:
        return ()
    if offer.answer != Answer.ACCEPTED or not (led_to_it or offer.planned_on):
        return (offer.on,)
    steps = (offer.on, offer.answered_on)
    return (*steps, begun_on[offer.pk]) if led_to_it else steps


def _fell_away(stretch: Stretch, closed_on: date | None) -> tuple[date | None, Fell | None]:
    ends = [(stretch.end, Fell.NOT_READY), (closed_on, Fell.CLOSED)]
    return min(((on, why) for on, why in ends if on), default=(None, None))


def evidence(case_id: int, occurrence: str) -> list[Evidence]:
    """Which rows started this clock: for its receipt."""
    if occurrence != FROM_TAKEOVER:
        row = JobReadiness.objects.select_related("recorded_by").get(pk=occurrence.removeprefix("readiness:"))
        if row.during.upper is None:
            # Corrected: the exemption has not ended after all, and with it the clock fell away.
            return []
        return [recorded(row, _("Job-ready again, after an exemption"), row.during.upper)]
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
        reads=READS,
        evidence=evidence,
        next_step=_("Offer an internship"),
        began=began,
    ),
    Goal(
        key=STARTED,
        promise=_("A company internship, wage-subsidy job, ordinary job or IGU is started within one month."),
        label=_("Internship started"),
        starts=_("takeover, or the day the person is job-ready if that is later"),
        met_by=_("an internship, wage-subsidy job, ordinary job or IGU started"),
        subject="internship",
        area=Area.WORK,
        reader=read_facts,
        reads=READS,
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
