"""Background work on lists. The messages only wake a worker: what is to do stands in the list's own row.

The schedule stands in settings.CELERY_BEAT_SCHEDULE.
"""

from datetime import timedelta
from functools import partial

from celery import shared_task
from django.db import transaction
from django.utils import timezone

from accounts.scope import system_scope
from refugees.intake.carrying_out import carry_out
from refugees.intake.staging import stage
from refugees.models.intake_list import IntakeList, ListStatus

STANDS_STILL_AFTER = timedelta(minutes=2)


@shared_task
def stage_list(list_id: int) -> None:
    """After an upload, in chunks: read the file into rows. Safe to run again, and in two workers at once."""
    if not stage(list_id):
        stage_list.delay(list_id)


@shared_task
def carry_out_list(list_id: int) -> None:
    """After a confirmation, in chunks: open and update cases. Safe to run again, and in two workers at once."""
    if not carry_out(list_id):
        carry_out_list.delay(list_id)


@shared_task
def resume_lists() -> None:
    """Every two minutes: take up lists whose worker died or whose message was lost."""
    with system_scope("intake: resume lists"):
        still = list(IntakeList.objects.standing_still(since=timezone.now() - STANDS_STILL_AFTER))
    for found in still:
        job_for(found).delay(found.pk)


def job_for(found: IntakeList):
    """The task that moves this list on."""
    return stage_list if found.status == ListStatus.READING else carry_out_list


def wake(found: IntakeList) -> None:
    """Wake a worker once this transaction is committed. Should the message not go out, the next resume does it."""
    transaction.on_commit(partial(job_for(found).delay, found.pk), robust=True)
