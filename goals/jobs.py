"""What the Celery tasks call: the sweep and the nightly reconciliation. Safe to run twice, or twice at once."""

from collections.abc import Iterator
from datetime import date

from accounts.day import today
from accounts.scope import system_scope
from goals.derivation import derive, differs, fallen
from goals.models import Breach, Clock, Job, JobRun, Notice
from goals.models.breach import SWEEP_CHUNK
from goals.refresh import refresh
from refugees.models import Case

# Cases derived together: enough to make queries cheap, few enough to hold locks for a moment only.
RECONCILE_CHUNK = 200


def sweep(*, as_of: date | None = None) -> int:
    """Flag every promise that went over its deadline by that day; return how many.

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


def reconcile() -> int:
    """Derive every clock again and compare; put right and count what truly differs. The bar is zero."""
    with system_scope("reconcile"):
        run = JobRun.objects.begin(Job.RECONCILE, as_of=today())
    read = drift = 0
    for case_ids in _chunks():
        with system_scope("reconcile"):
            suspects = drifted(case_ids)
        for case_id in suspects:
            # Look again under the lock: a change in between is no drift.
            with system_scope("reconcile"):
                list(Case.objects.filter(pk=case_id).select_for_update(no_key=True))
                if drifted([case_id]):
                    drift += 1
                    refresh([case_id], today())
        read += len(case_ids)
    with system_scope("reconcile"):
        run.finish(read=read, drift=drift, errors=1 if drift else 0)
    return drift


def drifted(case_ids: list[int]) -> list[int]:
    """Those of the cases whose stored clocks are not what follows from their facts."""
    derived = derive(case_ids)
    stored = {
        (clock.case_id, clock.goal, clock.standard, clock.occurrence): clock
        for clock in Clock.objects.filter(case_id__in=case_ids)
    }
    wrong = {key[0] for key in derived.keys() - stored.keys()}
    wrong |= {
        clock.case_id for key, clock in stored.items() if differs(clock, derived.get(key) or fallen(clock))
    }
    return sorted(wrong)


def _chunks() -> Iterator[list[int]]:
    last = 0
    while True:
        with system_scope("reconcile"):
            ids = list(
                Case.objects.filter(pk__gt=last).order_by("pk").values_list("pk", flat=True)[:RECONCILE_CHUNK]
            )
        if not ids:
            return
        yield ids
        last = ids[-1]
