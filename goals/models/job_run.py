from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from accounts.day import now


class Job(models.TextChoices):
    """The jobs whose silence would mislead people."""

    SWEEP = "sweep", _("Deadlines checked")
    RECONCILE = "reconcile", _("Every clock derived again")
    DIGESTS = "digests", _("Digests written")
    MAIL = "mail", _("E-mails sent")


class JobRunQuerySet(models.QuerySet):
    def begin(self, job: str, *, as_of: date) -> "JobRun":
        """Note that a run has begun. One that never finishes stays visible as such."""
        return self.create(job=job, as_of=as_of)

    def last_good(self, job: str = Job.SWEEP) -> "JobRun | None":
        """The latest run that finished without an error. Latest as they ran, whatever their clocks said."""
        return self.filter(job=job, finished_at__isnull=False, errors=0).order_by("-pk").first()

    def last_finished(self, job: str) -> "JobRun | None":
        """The latest run that came to its end, whatever it found."""
        return self.filter(job=job, finished_at__isnull=False).order_by("-pk").first()

    def comparison(self) -> "Comparison":
        """How the comparison of every clock with its facts stands. Two queries at most."""
        run = self.last_finished(Job.RECONCILE)
        if run:
            return Comparison(run.finished_at, run.drift, run.is_stale)
        # Before the first night there is nothing to miss: a day after the first job of all ran, there is.
        first = self.order_by("pk").first()
        return Comparison(None, 0, first is not None and is_too_old(first.started_at))

    def latest_of_each(self) -> "list[tuple[Job, JobRun | None]]":
        """Each job with its latest run, good or not; None for one that has never run. One query a job."""
        return [(job, self.filter(job=job).order_by("-pk").first()) for job in Job]


@dataclass(frozen=True, slots=True)
class Comparison:
    """When every clock was last derived again, how many cases differed then, whether that is too long ago."""

    at: datetime | None
    drift: int
    is_stale: bool


def is_too_old(moment: datetime) -> bool:
    """So long ago that somebody must be told."""
    return now() - moment > timedelta(hours=settings.DEADLINE_CHECK_MAX_AGE_HOURS)


class JobRun(models.Model):
    """One run of a job: the heartbeat that every page shows. Several runs a day."""

    job = models.CharField(max_length=12, choices=Job)
    as_of = models.DateField()
    started_at = models.DateTimeField(default=now)
    finished_at = models.DateTimeField(null=True)
    read = models.PositiveIntegerField(default=0)
    flagged = models.PositiveIntegerField(default=0)
    drift = models.PositiveIntegerField(default=0)
    errors = models.PositiveIntegerField(default=0)

    objects = JobRunQuerySet.as_manager()

    class Meta:
        verbose_name = _("run of a job")
        verbose_name_plural = _("runs of jobs")
        constraints = [models.CheckConstraint(name="job_is_known", condition=Q(job__in=Job.values))]
        indexes = [models.Index(name="job_run_latest", fields=["job", "-finished_at"])]

    def __str__(self) -> str:
        return f"{self.job} {self.as_of} (#{self.pk})"

    def finish(self, *, read: int = 0, flagged: int = 0, drift: int = 0, errors: int = 0) -> None:
        """Note how the run ended."""
        self.read, self.flagged, self.drift, self.errors = read, flagged, drift, errors
        self.finished_at = now()
        self.save(update_fields=["read", "flagged", "drift", "errors", "finished_at"])

    @property
    def is_stale(self) -> bool:
        """So long ago that every page must say so to everyone."""
        return is_too_old(self.finished_at)
