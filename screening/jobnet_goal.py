"""The promise that the CV of a job-ready person is on Jobnet within three weeks of the registration as a job-seeker.

Source: Integration Act § 26 b(4) (LBK 1146/2020; domain facts 1.4: rules of 2016, of 2019 and Ukraine). For those of
2025 and 2026 nobody has verified it: no version. Whoever must register lives on the benefit (§ 26 a(2)). Our readings:
while somebody is not job-ready nothing is due, and after that the weeks begin with the day on which they are. A
decision that somebody is exempt (§ 26 b(11)) lets the promise fall away.
"""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import NamedTuple

from django.utils.translation import gettext_lazy as _

from accounts.lookups import Question
from goals.cases import OPENED, Cases, opened
from goals.evidence import recorded
from goals.readiness import DECIDED, Stretch, decided, job_ready_stretches
from goals.reckoning import Facts, Fell
from goals.registry import Area, Evidence, Goal
from screening.models import JobSeeking

CV_ON_JOBNET = "cv-on-jobnet"
# What an occurrence begins with: the key of the registration follows, and the exemption from work that came between.
JOB_SEEKER = "job-seeker:"


class Registered(NamedTuple):
    """A registration as a job-seeker as far as the promise reads it."""

    pk: int
    registered_on: date
    cv_on: date | None
    exempt_on: date | None
    ended_on: date | None


REGISTERED = Question(
    lambda cases: (
        JobSeeking.objects.standing()
        .filter(case_id__any_of=cases)
        .order_by("registered_on", "pk")
        .values_list("case_id", *Registered._fields)
    )
)
READS = (OPENED, DECIDED, REGISTERED)


def read_facts(case_ids: Sequence[int]) -> Iterator[Facts]:
    """The facts of the promise for any number of cases, from three questions."""
    cases = Cases.of(case_ids)
    rows, decisions = cases.once(opened), cases.once(decided)
    for case_id, *registration in cases.answer(REGISTERED):
        row = Registered._make(registration)
        first = f"{JOB_SEEKER}{row.pk}"
        for stretch in job_ready_stretches(row.registered_on, decisions[case_id], first):
            if stretch.occurrence == first or _is_still_asked(row, stretch.start):
                yield _facts(case_id, row, stretch, first, rows[case_id].closed_on)


def _is_still_asked(row: Registered, day: date) -> bool:
    """Whether somebody who is job-ready again on that day is registered then, and without the CV."""
    return not any(on and on <= day for on in (row.ended_on, row.cv_on, row.exempt_on))


def _facts(case_id: int, row: Registered, stretch: Stretch, first: str, closed_on: date | None) -> Facts:
    ends = [
        (stretch.end, Fell.NOT_READY),
        (row.exempt_on, Fell.NOT_COVERED),
        (row.ended_on, Fell.ENDED),
        (closed_on, Fell.CLOSED),
    ]
    void_on, reason = min(((on, why) for on, why in ends if on), default=(None, None))
    return Facts(
        case_id=case_id,
        goal=CV_ON_JOBNET,
        occurrence=first if stretch.occurrence == first else f"{first}:{stretch.occurrence}",
        starts_on=stretch.start,
        met_on=row.cv_on,
        void_on=void_on,
        void_reason=reason,
    )


def evidence(case_id: int, occurrence: str) -> list[Evidence]:
    """The registration that started this clock, and what became of the CV: for its receipt."""
    pk = occurrence.removeprefix(JOB_SEEKER).partition(":")[0]
    row = JobSeeking.objects.select_related("recorded_by").get(pk=pk)
    told = [recorded(row, _("Registered as a job-seeker"), row.registered_on, note=row.correction_reason)]
    if row.cv_on:
        told.append(Evidence(what=_("CV found on Jobnet"), on=row.cv_on))
    if row.exempt_on:
        told.append(
            Evidence(what=_("Exempt from the CV on Jobnet"), on=row.exempt_on, note=row.exempt_reason)
        )
    if row.ended_on:
        told.append(Evidence(what=_("No longer registered as a job-seeker"), on=row.ended_on))
    return told


def began(occurrence: str) -> object:
    """What started this clock, in a word or two for a label."""
    return _("job-ready again") if ":readiness:" in occurrence else _("registered as a job-seeker")


GOALS = [
    Goal(
        key=CV_ON_JOBNET,
        promise=_(
            "The CV of a job-ready person is on Jobnet within three weeks of registration as a job-seeker."
        ),
        label=_("CV on Jobnet"),
        starts=_("registration as a job-seeker, or the day the person is job-ready if that is later"),
        met_by=_("the CV found on Jobnet"),
        subject="cv-on-jobnet",
        area=Area.WORK,
        reader=read_facts,
        reads=READS,
        evidence=evidence,
        next_step=_("See to the CV on Jobnet"),
        began=began,
    ),
]
