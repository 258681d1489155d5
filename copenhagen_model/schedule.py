"""When background work runs: settings.CELERY_BEAT_SCHEDULE. Add a job here and nowhere else."""

from celery.schedules import crontab

BEAT_SCHEDULE = {
    "flag promises that went over their deadline": {
        "task": "goals.tasks.sweep",
        "schedule": crontab(minute="*/15"),
        "options": {"expires": 600},
    },
    "tell whom a breach concerns": {
        "task": "goals.tasks.deliver_notices",
        "schedule": crontab(minute="*/5"),
        "options": {"expires": 240},
    },
    "write the digests whose time has come": {
        "task": "goals.tasks.write_digests",
        "schedule": crontab(minute="*/10"),
        "options": {"expires": 600},
    },
    "send the mail that waits": {
        "task": "goals.tasks.send_mail",
        "schedule": crontab(minute="2-59/5"),
        "options": {"expires": 240},
    },
    "take up intake lists that stand still": {
        "task": "refugees.tasks.resume_lists",
        "schedule": crontab(minute="*/2"),
        "options": {"expires": 100},
    },
    "take up recalculations that stand still": {
        "task": "goals.tasks.resume_recalculations",
        "schedule": crontab(minute="1-59/2"),
        "options": {"expires": 100},
    },
    "sum up the figures of yesterday": {
        "task": "goals.tasks.sum_up_figures",
        # More than once: a night in which something else ran long is made up for.
        "schedule": crontab(hour="1-5", minute=10),
        "options": {"expires": 1800},
    },
    "measure how long the steps take": {
        "task": "goals.tasks.measure_lead_times",
        "schedule": crontab(hour=2, minute=40),
        "options": {"expires": 3600},
    },
    "re-derive every clock and report drift": {
        "task": "goals.tasks.reconcile",
        "schedule": crontab(hour=3, minute=20),
        "options": {"expires": 3600},
    },
}
