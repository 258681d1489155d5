"""The Celery application. What runs when stands in settings.CELERY_BEAT_SCHEDULE."""

import gc
import os

from celery import Celery
from celery.signals import worker_process_init

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "copenhagen_model.settings")

app = Celery("copenhagen_model")
app.config_from_object("django.conf:settings", namespace="CELERY")
app.autodiscover_tasks()


def leave_alone_what_stays(**_signal: object) -> None:
    """What was loaded by now stays for good: deriving clocks by the million need not look through it for litter."""
    gc.freeze()


worker_process_init.connect(leave_alone_what_stays)
