"""Background work of the promises. The schedule stands in settings.CELERY_BEAT_SCHEDULE."""

from functools import partial

from celery import group, shared_task
from django.db import transaction
from django.utils import timezone

from accounts.scope import system_scope
from goals import jobs, mailing, recalculating
from goals.models import Recalculation
from goals.models.recalculation import STANDS_STILL_AFTER

# Messages of one recalculation that are under way at a time: as many workers may be at it at once.
LANES = 8


@shared_task
def sweep() -> None:
    """Every 15 minutes, and after the demo's day moved: flag what went over its deadline, and tell whom it concerns.

    Safe to run again.
    """
    jobs.sweep()
    jobs.deliver_notices()
    jobs.remind_of_answers()
    mailing.send_waiting()


@shared_task
def deliver_notices() -> None:
    """Every five minutes: tell what a sweep that was cut short left untold, and which answers ran out.

    Safe to run again.
    """
    jobs.deliver_notices()
    jobs.remind_of_answers()


@shared_task
def measure_lead_times() -> None:
    """At night: measure how long the steps take in each unit, from its own cases. Safe to run again."""
    jobs.measure_lead_times()


@shared_task
def sum_up_figures() -> None:
    """At night: sum up the figures of the day that is over, as known at its end. Safe to run again."""
    jobs.sum_up_yesterday()


@shared_task
def write_digests() -> None:
    """Every ten minutes: write the morning's and the week's digests once their time has come, and send them.

    Safe to run again; a run that was missed is caught up by the next.
    """
    mailing.write_digests()
    mailing.send_waiting()


@shared_task
def send_mail() -> None:
    """Every five minutes: send what waits, also what the mail server refused before. Safe to run again."""
    mailing.send_waiting()


@shared_task
def reconcile() -> None:
    """At night: derive every clock again, in chunks, and report drift. Safe to run again."""
    with system_scope("reconcile"):
        run = Recalculation.objects.begin_nightly()
    recalculate(run.pk)


@shared_task
def recalculate(run_id: int) -> None:
    """Divide a recalculation into chunks and let the workers at them. Safe to run again."""
    left = recalculating.lay_out(run_id)
    group(work_on_chunks.s(run_id) for _lane in range(min(left, LANES))).delay()


@shared_task
def work_on_chunks(run_id: int) -> None:
    """One lane of a recalculation: chunk after chunk for a while, then to the end of the queue. Safe to run again."""
    if not recalculating.work(run_id):
        work_on_chunks.delay(run_id)


@shared_task
def resume_recalculations() -> None:
    """Every two minutes: take up recalculations whose worker died or whose message was lost."""
    with system_scope("recalculation: resume"):
        still = Recalculation.objects.standing_still(since=timezone.now() - STANDS_STILL_AFTER)
        run_ids = list(still.values_list("pk", flat=True))
    for run_id in run_ids:
        recalculate.delay(run_id)


def wake(run: Recalculation) -> None:
    """Wake workers once this transaction is committed. Should the message not go out, the next resume does it."""
    transaction.on_commit(partial(recalculate.delay, run.pk), robust=True)
