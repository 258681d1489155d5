"""What the Celery tasks call: the sweep, the notices, the nightly comparison. Safe to run twice, or twice at once."""

from collections.abc import Sequence
from datetime import date

from accounts.day import ONE_DAY, today
from accounts.scope import system_scope
from goals import recalculating
from goals.models import Breach, Job, JobRun, LeadTime, Notice, Recalculation
from goals.models.breach import SWEEP_CHUNK
from goals.models.notice import remind
from goals.refresh import differences, end_fallen
from goals.summing_up import sum_up

# Cases whose breaches are ended together: short locks.
ENDED_TOGETHER = 200


def sweep(*, as_of: date | None = None) -> int:
    """Flag every promise that went over its deadline by that day; return how many. End what fell away by then.

    Each chunk commits by itself: a run that is killed has kept what it did, and the next one does the rest.
    """
    with system_scope("sweep"):
        day = as_of or today()
        run = JobRun.objects.begin(Job.SWEEP, as_of=day)
    flagged = 0
    while True:
        with system_scope("sweep"):
            count = Breach.objects.flag(day)
        flagged += count
        if count < SWEEP_CHUNK:
            break
    while True:
        with system_scope("sweep"):
            if not end_fallen(day, chunk=ENDED_TOGETHER):
                break
    with system_scope("sweep"):
        run.finish(read=flagged, flagged=flagged)
    return flagged


def deliver_notices() -> int:
    """Tell the readers of every breach whose notice is still to be sent; return how many notices were taken up.

    Each chunk commits by itself. What another worker holds is left to it; what has no reader waits for the next run.
    """
    taken, last = 0, 0
    while True:
        with system_scope("notices"):
            notices = Notice.objects.deliver(today=today(), after=last)
        if not notices:
            return taken
        taken += len(notices)
        last = notices[-1].pk


def remind_of_answers() -> int:
    """Tell the readers of every conversation whose next step has come and gone; return how many there were."""
    told, last = 0, 0
    while True:
        with system_scope("notices"):
            talks = remind(today=today(), after=last)
        if not talks:
            return told
        told += len(talks)
        last = talks[-1].pk


def reconcile() -> int:
    """Derive every clock again and compare, here and now; put right and count what truly differs. The bar is zero."""
    with system_scope("reconcile"):
        run = Recalculation.objects.begin_nightly()
    recalculating.carry_through(run.pk)
    with system_scope("reconcile"):
        return run.numbers["drift"]


def drifted(case_ids: Sequence[int]) -> list[int]:
    """Those of the cases whose stored clocks are not what follows from their facts."""
    return sorted({change.key[0] for change in differences(case_ids)})


def measure_lead_times() -> int:
    """Measure the lead times of every unit; return how many changed. Safe to run twice."""
    with system_scope("lead times"):
        return LeadTime.objects.measure(today())


def sum_up_yesterday() -> int:
    """Sum up the figures of the day before; return in how many rows. Safe to run twice; a night missed is counted."""
    with system_scope("figures"):
        return sum_up(today() - ONE_DAY)
