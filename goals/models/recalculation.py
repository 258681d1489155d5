from collections.abc import Mapping
from datetime import datetime, timedelta

from django.contrib.postgres.fields import ArrayField
from django.db import connection, models, transaction
from django.db.models import Exists, F, Func, OuterRef, Q, Sum
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from uuid6 import uuid7

from accounts.day import now, today
from accounts.models import User
from goals.models.job_run import Job, JobRun
from refugees.models import Case

# Cases derived together: enough to make queries cheap, few enough to hold locks for a moment only.
CHUNK_CASES = 400
STANDS_STILL_AFTER = timedelta(minutes=2)
# How often a case is tried that cannot be derived, and how long after a try the next may come: what was only in the
# way for a moment is out of it by then. After the last try it is given up, where somebody sees it (docs/adr/0007).
TRIES = 3
TRY_AGAIN_AFTER = timedelta(minutes=1)

# One number of ours among the database's advisory locks: "the rules by which clocks are derived".
RULES_LOCK = 4_2016

LAY_OUT_SQL = """
INSERT INTO goals_recalculationchunk
    (run_id, number, first_case, last_case, cases, clocks, changed, moved, over, freed, covered, uncovered, drift,
     tries, stuck, error)
SELECT %(run)s, n, min(id), max(id), count(*), 0, 0, 0, 0, 0, 0, 0, 0, 0, '{}', ''
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
        """What was found so far, over all chunks; with `total`, `done` and `stuck` cases: those given up."""
        begun = Q(done_at__isnull=False) | Q(tries__gt=0)
        stuck = Func(F("stuck"), function="cardinality", output_field=models.IntegerField())
        sums = {name: Sum(name, default=0) for name in FOUND}
        return self.chunks.aggregate(
            total=Sum("cases", default=0),
            done=Sum(F("cases") - stuck, filter=begun, default=0),
            stuck=Sum(stuck, filter=GIVEN_UP, default=0),
            **sums,
        )

    @transaction.atomic
    def finish(self) -> bool:
        """Note that everything is done or given up, if it is; True if it is now."""
        run = Recalculation.objects.select_for_update().get(pk=self.pk)
        if not run.is_working or run.chunks.open().exists():
            return False
        run.finished_at = now()
        run.save(update_fields=["finished_at"])
        if run.job_run:
            found = run.numbers
            errors = found["stuck"] + bool(found["drift"])
            run.job_run.finish(read=found["done"], drift=found["drift"], errors=errors)
        return True

    def stop(self) -> None:
        """Not wanted any more. Chunks that are being worked on end; no other begins."""
        Recalculation.objects.unfinished().filter(pk=self.pk).update(stopped_at=timezone.now())


FOUND = ("clocks", "changed", "moved", "over", "freed", "covered", "uncovered", "drift")
GIVEN_UP = Q(done_at=None, tries__gte=TRIES)


class RecalculationChunkQuerySet(models.QuerySet):
    def open(self) -> "RecalculationChunkQuerySet":
        """Neither done nor given up."""
        return self.filter(done_at=None).exclude(GIVEN_UP)

    def given_up(self) -> "RecalculationChunkQuerySet":
        """With cases that could not be derived, however often it was tried, since every case was last compared.

        The comparison of the night tries every case again: what it says of them holds, not what was said before.
        """
        nights = Recalculation.objects.filter(purpose=Purpose.NIGHTLY, finished_at__isnull=False)
        last = nights.order_by("-pk").values_list("pk", flat=True).first() or 0
        return self.filter(GIVEN_UP, run__gte=last, run__stopped_at=None)

    def take(self, run_id: int) -> "RecalculationChunk | None":
        """The next open chunk that nobody is at, and that did not fail just now; held until the transaction ends.

        A worker that is killed lets go of it with its connection, having written nothing: somebody else takes it.
        """
        rested = Q(failed_at=None) | Q(failed_at__lt=timezone.now() - TRY_AGAIN_AFTER)
        free = self.open().filter(rested, run=run_id, run__finished_at=None, run__stopped_at=None)
        return (
            free.select_related("run__draft")
            .order_by("number")
            .select_for_update(of=("self",), skip_locked=True, no_key=True)
            .first()
        )


class RecalculationChunk(models.Model):
    """Some cases of a recalculation, next to each other by key, and what was found in them.

    `stuck`: those that could not be derived when it was last tried; all others are done. `error` says what happened,
    without what the error itself says: that may hold something about a person.
    """

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
    tries = models.PositiveSmallIntegerField(default=0)
    failed_at = models.DateTimeField(null=True)  # by the clock on the wall
    stuck = ArrayField(models.BigIntegerField(), default=list)
    error = models.CharField(max_length=200, blank=True)

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

    def case_ids(self) -> list[int]:
        """The cases that are still to be derived."""
        span = Case.objects.filter(pk__gte=self.first_case, pk__lte=self.last_case)
        return self.stuck or list(span.order_by("pk").values_list("pk", flat=True))

    def done(self, found: Mapping[str, int]) -> None:
        """Note what was found. In the transaction that did the work."""
        self.stuck, self.done_at = [], timezone.now()
        self._note(found, "stuck", "done_at")

    def failed(self, stuck: list[int], error: str, found: Mapping[str, int]) -> None:
        """Note which cases could not be derived, and what was found in the others."""
        self.stuck, self.error, self.failed_at = stuck, error[:200], timezone.now()
        self.tries += 1
        self._note(found, "stuck", "error", "failed_at", "tries")

    def _note(self, found: Mapping[str, int], *names: str) -> None:
        for name, count in found.items():
            setattr(self, name, getattr(self, name) + count)
        self.save(update_fields=[*found, *names])
