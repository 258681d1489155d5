"""Background work of the promises. The schedule stands in settings.CELERY_BEAT_SCHEDULE."""

from celery import shared_task

from goals import jobs, mailing


@shared_task
def sweep() -> None:
    """Every 15 minutes, and after the demo's day moved: flag what went over its deadline, and tell whom it concerns.

    Safe to run again.
    """
    jobs.sweep()
    jobs.deliver_notices()
    mailing.send_waiting()


@shared_task
def deliver_notices() -> None:
    """Every five minutes: tell what a sweep that was cut short left untold. Safe to run again."""
    jobs.deliver_notices()


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
    """At night: derive every clock again and report drift. Safe to run again."""
    jobs.reconcile()
