from datetime import datetime, timedelta

from django.db import connection, models, transaction
from django.db.models import Exists, OuterRef, Q, Sum
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from uuid6 import uuid7

from accounts.day import now, today
from accounts.models import User
from goals.models.job_run import Job, JobRun

# Cases derived together: enough to make queries cheap, few enough to hold locks for a moment only.
CHUNK_CASES = 200
STANDS_STILL_AFTER = timedelta(minutes=2)

# One number of ours among the database's advisory locks: "the rules by which clocks are derived".
RULES_LOCK = 4_2016

LAY_OUT_SQL = """
INSERT INTO goals_recalculationchunk
    (run_id, number, first_case, last_case, cases, clocks, changed, moved, over, freed, covered, uncovered, drift)
SELECT %(run)s, n, min(id), max(id), count(*), 0, 0, 0, 0, 0, 0, 0, 0
FROM (SELECT id, (row_number() OVER (ORDER BY id) - 1) / %(size)s AS n FROM refugees_case) AS numbered
GROUP BY n
"""


def hold_rules(*, shared: bool = False) -> None:
    """Until the commit nobody else changes the rules; without `shared`, nobody derives clocks to be kept either.

    So no clock is derived from rules of before and written after them. Take it after the lock of the cases.
    """
    function = "pg_advisory_xact_lock_shared" if shared else "pg_advisory_xact_lock"
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT {function}(%s)", [RULES_LOCK])  # noqa: S608 - one of two constants


class Purpose(models.TextChoices):
    """Why every clock is derived again."""

    TRIAL = "trial", _("Dry run")
    RULES = "rules", _("New rules put to work")
    NIGHTLY = "nightly", _("Nightly comparison")


class RecalculationQuerySet(models.QuerySet):
    def apply_rules(self, *, by: User, draft: models.Model | None = None) -> "Recalculation":
        """The rules have changed: every clock is to be derived again. In the transaction of the change."""
        return self.create(purpose=Purpose.RULES, draft=draft, as_of=today(), started_by=by)

    def begin_nightly(self) -> "Recalculation":
        """Compare every clock with what follows from its facts. A comparison of before that hangs is given up.

        Of finished ones the heartbeat (JobRun) keeps the numbers, so their chunks need not stay.
        """
        self.filter(purpose=Purpose.NIGHTLY, finished_at__isnull=False).delete()
        self.unfinished().filter(purpose=Purpose.NIGHTLY).update(stopped_at=timezone.now())
        run = JobRun.objects.begin(Job.RECONCILE, as_of=today())
        return self.create(purpose=Purpose.NIGHTLY, job_run=run, as_of=run.as_of)

    def unfinished(self) -> "RecalculationQuerySet":
        """Still to be worked on."""
        return self.filter(finished_at=None, stopped_at=None)

    def standing_still(self, *, since: datetime) -> "RecalculationQuerySet":
        """Unfinished, and nothing has moved since then: a worker died, or a message was lost."""
        moved = RecalculationChunk.objects.filter(run=OuterRef("pk"), done_at__gte=since)
        return self.unfinished().filter(~Exists(moved), begun_at__lt=since)


class Recalculation(models.Model):
    """One passage over all cases: a dry run, new rules put to work, or the nightly comparison.

    What is left to do stands in its chunks. Messages only wake workers: a lost one costs minutes, a killed worker
    the chunk it was at, which the next takes up from its beginning.
    """

    public_id = models.UUIDField(default=uuid7, unique=True, editable=False)
    purpose = models.CharField(max_length=8, choices=Purpose)
    draft = models.ForeignKey(
        "goals.VersionDraft", on_delete=models.PROTECT, null=True, related_name="recalculations"
    )
    edition = models.PositiveIntegerField(null=True)  # of the draft, as it was tried out
    as_of = models.DateField()
    started_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, related_name="+")
    started_at = models.DateTimeField(default=now)
    # By the clock on the wall, also where a demo has moved the day: it says whether a worker is alive.
    begun_at = models.DateTimeField(default=timezone.now)
    finished_at = models.DateTimeField(null=True)
    stopped_at = models.DateTimeField(null=True)
    job_run = models.ForeignKey(JobRun, on_delete=models.PROTECT, null=True, related_name="+")

    objects = RecalculationQuerySet.as_manager()

    class Meta:
        verbose_name = _("recalculation")
        verbose_name_plural = _("recalculations")
        constraints = [
            models.CheckConstraint(
                name="recalculation_purpose_is_known", condition=Q(purpose__in=Purpose.values)
            ),
            models.CheckConstraint(
                name="recalculation_trial_is_of_a_draft",
                condition=~Q(purpose=Purpose.TRIAL) | Q(draft__isnull=False, edition__isnull=False),
            ),
        ]
        indexes = [
            models.Index(
                name="recalculation_unfinished",
                fields=["begun_at"],
                condition=Q(finished_at=None, stopped_at=None),
            )
        ]

    def __str__(self) -> str:
        return f"{self.purpose} (#{self.pk})"

    @property
    def is_working(self) -> bool:
        """Neither finished nor given up."""
        return self.finished_at is None and self.stopped_at is None

    @property
    def is_outdated(self) -> bool:
        """Of a dry run: whether rules have changed since, so that what it found need not hold any more."""
        return Recalculation.objects.filter(purpose=Purpose.RULES, pk__gt=self.pk).exists()

    @transaction.atomic
    def lay_out(self) -> int:
        """Divide all cases into chunks, once; return how many are left to do. It takes the place of older trials."""
        Recalculation.objects.select_for_update().get(pk=self.pk)
        if self.purpose == Purpose.TRIAL:
            older = Recalculation.objects.filter(draft=self.draft_id, purpose=Purpose.TRIAL, pk__lt=self.pk)
            older.delete()
        if not self.chunks.exists():
            with connection.cursor() as cursor:
                cursor.execute(LAY_OUT_SQL, {"run": self.pk, "size": CHUNK_CASES})
        return self.chunks.open().count()

    @property
    def numbers(self) -> dict[str, int]:
        """What was found so far, over all chunks; with `total` and `done` cases."""
        done = Q(done_at__isnull=False)
        sums = {name: Sum(name, default=0) for name in FOUND}
        return self.chunks.aggregate(
            total=Sum("cases", default=0), done=Sum("cases", filter=done, default=0), **sums
        )

    @transaction.atomic
    def finish(self) -> bool:
        """Note that everything is done, if it is; True if it is now."""
        run = Recalculation.objects.select_for_update().get(pk=self.pk)
        if not run.is_working or run.chunks.open().exists():
            return False
        run.finished_at = now()
        run.save(update_fields=["finished_at"])
        if run.job_run:
            found = run.numbers
            run.job_run.finish(read=found["done"], drift=found["drift"], errors=1 if found["drift"] else 0)
        return True

    def stop(self) -> None:
        """Not wanted any more. Chunks that are being worked on end; no other begins."""
        Recalculation.objects.unfinished().filter(pk=self.pk).update(stopped_at=timezone.now())


FOUND = ("clocks", "changed", "moved", "over", "freed", "covered", "uncovered", "drift")


class RecalculationChunkQuerySet(models.QuerySet):
    def open(self) -> "RecalculationChunkQuerySet":
        """Not done yet."""
        return self.filter(done_at=None)

    def take(self, run_id: int) -> "RecalculationChunk | None":
        """The next open chunk that nobody is at, held until the end of the transaction.

        A worker that is killed lets go of it with its connection, having written nothing: somebody else takes it.
        """
        free = self.open().filter(run=run_id, run__finished_at=None, run__stopped_at=None)
        return (
            free.select_related("run__draft")
            .order_by("number")
            .select_for_update(of=("self",), skip_locked=True, no_key=True)
            .first()
        )


class RecalculationChunk(models.Model):
    """Some cases of a recalculation, next to each other by key, and what was found in them."""

    run = models.ForeignKey(Recalculation, on_delete=models.CASCADE, related_name="chunks")
    number = models.PositiveIntegerField()
    first_case = models.BigIntegerField()
    last_case = models.BigIntegerField()
    cases = models.PositiveIntegerField()
    done_at = models.DateTimeField(null=True)  # by the clock on the wall
    clocks = models.PositiveIntegerField(default=0)
    changed = models.PositiveIntegerField(default=0)
    moved = models.PositiveIntegerField(default=0)
    over = models.PositiveIntegerField(default=0)
    freed = models.PositiveIntegerField(default=0)
    covered = models.PositiveIntegerField(default=0)
    uncovered = models.PositiveIntegerField(default=0)
    drift = models.PositiveIntegerField(default=0)

    objects = RecalculationChunkQuerySet.as_manager()

    class Meta:
        verbose_name = _("chunk of a recalculation")
        verbose_name_plural = _("chunks of recalculations")
        constraints = [models.UniqueConstraint(name="one_chunk_per_number", fields=["run", "number"])]
        indexes = [
            models.Index(name="chunk_open", fields=["run", "number"], condition=Q(done_at=None)),
            models.Index(name="chunk_done", fields=["run", "done_at"], condition=Q(done_at__isnull=False)),
        ]

    def __str__(self) -> str:
        return f"chunk {self.number} of {self.run_id} (#{self.pk})"

    def done(self, **found: int) -> None:
        """Note what was found. In the transaction that did the work."""
        for name, count in found.items():
            setattr(self, name, count)
        self.done_at = timezone.now()
        self.save(update_fields=[*found, "done_at"])
