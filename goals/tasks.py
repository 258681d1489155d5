"""Background work of the promises. The schedule stands in settings.CELERY_BEAT_SCHEDULE."""

from celery import shared_task

from goals import jobs


@shared_task
def sweep() -> None:
    """Every 15 minutes, and after the demo's day moved: flag what went over its deadline, and tell whom it concerns.

    Safe to run again.
    """
    jobs.sweep()
    jobs.deliver_notices()


@shared_task
def deliver_notices() -> None:
    """Every five minutes: tell what a sweep that was cut short left untold. Safe to run again."""
    jobs.deliver_notices()


@shared_task
def reconcile() -> None:
    """At night: derive every clock again and report drift. Safe to run again."""
    jobs.reconcile()
