"""The Celery application. What runs when stands in settings.CELERY_BEAT_SCHEDULE."""

import gc
import os

from celery import Celery
from celery.signals import worker_process_init

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "copenhagen_model.settings")

app = Celery("copenhagen_model")
app.config_from_object("django.conf:settings", namespace="CELERY")
app.autodiscover_tasks()


# A chunk of cases makes tuples by the hundred thousand, none of them in a circle. Looked through after each 700 of
# them, as Python does of itself, a third of the derivation's time went into that. What has been looked through twice is
# looked through again soon: what else is in circles, a worker would keep by the hundred megabytes.
ROWS_BEFORE_LITTER = (50_000, 2, 2)


def leave_alone_what_stays(**_signal: object) -> None:
    """What was loaded by now stays for good: deriving clocks by the million need not look through it for litter."""
    gc.freeze()
    gc.set_threshold(*ROWS_BEFORE_LITTER)


worker_process_init.connect(leave_alone_what_stays)
