"""The promises of this pillar: an internship or wage-subsidy job offered, and started, within the first month.

Source: the City's booklet ("Commencement of a company internship programme within one month"); Integration
Act, order 1208/2016 § 19 and 1307/2020 § 22 for the offer (domain facts 1.4).
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from django.utils.translation import gettext_lazy as _

from goals.reckoning import Facts, Fell
from goals.registry import Evidence, Goal
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
        .values_list("case_id", "offered_on", "answer", "planned_start_on")
    )
    starts = _by_case(
        Placement.objects.standing()
        .filter(case_id__any_of=case_ids)
        .order_by("started_on", "pk")
        .values_list("case_id", "started_on", "last_on")
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
    offered = [on for on, _, _ in offers if first or on >= stretch.start]
    begun = [on for on, last_on in starts if first or last_on is None or last_on >= stretch.start]
    begun = [max(on, stretch.start) if not first else on for on in begun]
    planned = [plan for _, answer, plan in offers if plan and answer in {Answer.OPEN, Answer.ACCEPTED}]
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
        facts, goal=STARTED, met_on=min(begun, default=None), planned_on=planned[-1] if planned else None
    )


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
    rows = KeyDate.objects.filter(case_id=case_id, event=KeyEvent.TAKEOVER).select_related("recorded_by")
    return [
        Evidence(
            what=_("Takeover of responsibility"),
            on=row.on,
            source=row.get_source_display(),
            by=row.recorded_by.name if row.recorded_by else "",
            recorded_at=row.recorded_at,
            note=_note(row),
        )
        for row in rows.order_by("-superseded_at", "-pk").reverse()
    ]


def _note(row: KeyDate) -> object:
    if row.superseded_at:
        return _("was believed until it was replaced")
    if row.is_proposed:
        return _("proposed by the rule, not yet confirmed")
    return row.reason_words


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
        reader=read_facts,
        evidence=evidence,
        next_step=_("Agree a start with a company"),
        began=began,
    ),
]
