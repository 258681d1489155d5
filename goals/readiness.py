"""When somebody counts as job-ready, as promises of several pillars read it: read once for the cases at hand."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from django.db.backends.postgresql.psycopg_any import DateRange

from accounts.lookups import Question
from goals.cases import Cases
from refugees.models import JobReadiness

FROM_TAKEOVER = "takeover"


class Decided(NamedTuple):
    """A decision on job-readiness as far as the promises read it."""

    pk: int
    is_ready: bool
    during: DateRange


@dataclass(frozen=True, slots=True)
class Stretch:
    """Days in which a person counts as job-ready: the clock starts with it and falls away when it ends."""

    occurrence: str
    start: date
    end: date | None

    @property
    def is_first(self) -> bool:
        """Whether it begins with takeover: what was given or begun before that counts for it."""
        return self.occurrence == FROM_TAKEOVER

    def reaches(self, day: date) -> bool:
        """Whether what happens on that day is not too late for it. On the day it ends it was still kept."""
        return self.end is None or day <= self.end


DECIDED = Question(
    lambda cases: (
        JobReadiness.objects.standing()
        .filter(case_id__any_of=cases)
        .order_by("during")
        .values_list("case_id", *Decided._fields)
    )
)


def decided(cases: Cases) -> dict[int, list[Decided]]:
    """The decisions on job-readiness that stand, by case, in order."""
    found: dict[int, list[Decided]] = defaultdict(list)
    for row in cases.answer(DECIDED):
        found[row[0]].append(Decided._make(row[1:]))
    return found


def job_ready_stretches(
    since: date, decisions: Sequence[Decided], first: str = FROM_TAKEOVER
) -> Iterator[Stretch]:
    """When somebody counts as job-ready from that day on: always, but for the periods of exemption.

    Job-ready is the default by law (Integration Act § 17(1)). The first stretch is named as its caller says; each one
    after an exemption is an occurrence of its own, named by the exemption it follows.
    """
    occurrence, start = first, since
    for decision in decisions:
        during = decision.during
        if decision.is_ready or (during.upper and during.upper <= start):
            continue
        if during.lower > start:
            yield Stretch(occurrence, start, during.lower)
        elif occurrence == first:
            # Exempt from the first day: the promise fell away as it began, and is shown as such.
            yield Stretch(occurrence, start, start)
        if during.upper is None:
            return
        occurrence, start = f"readiness:{decision.pk}", during.upper
    yield Stretch(occurrence, start, None)
