import hashlib
import json
from collections.abc import Iterable
from datetime import date
from typing import Any

from django.core.exceptions import ValidationError
from django.db import IntegrityError, models, transaction
from django.db.models import Q
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from uuid6 import uuid7

from accounts.day import now
from accounts.models import Unit, User
from refugees.identifiers import decrypt, encrypt
from refugees.staged import ListKind, Look, Prospect, RowResult, kind_of, kinds_for

# Rows of one list: as many as one request reads and carries out.
MOST_STAGED = 500


class StagedStatus(models.TextChoices):
    """Where a list is on its way from a file to facts."""

    CHECKING = "checking", gettext_lazy("To be checked")
    DONE = "done", gettext_lazy("Done")
    DISCARDED = "discarded", gettext_lazy("Discarded")


class StagedListQuerySet(models.QuerySet):
    def visible_to(self, user: User) -> "StagedListQuerySet":
        """The lists of the user's own unit, of the kinds that they take in."""
        units = [*user.case_unit_ids(), *user.housing_unit_ids()]
        return self.filter(unit_id__in=units, kind__in=kinds_for(user))

    @transaction.atomic
    def take_in(
        self,
        *,
        kind: ListKind,
        unit: Unit,
        by: User,
        file_name: str,
        content: bytes,
        rows: Iterable[tuple[int, dict[str, str]]],
        unknown_headings: Iterable[str],
    ) -> "StagedList":
        """Stage the rows of a file. The very same file, still to be checked, is the same list."""
        digest = hashlib.sha256(content).hexdigest()
        twins = self.filter(unit=unit, kind=kind.key, sha256=digest, status=StagedStatus.CHECKING)
        if twin := twins.first():
            return twin
        taken = self.model(
            unit=unit,
            kind=kind.key,
            uploaded_by=by,
            file_name=file_name[-120:],
            sha256=digest,
            unknown_headings=list(unknown_headings),
        )
        taken.full_clean()
        taken.save()
        StagedRow.objects.bulk_create(
            StagedRow(staged_list=taken, unit=unit, number=number, cipher=sealed(cells))
            for number, cells in rows
        )
        return taken


def sealed(cells: dict[str, str]) -> bytes:
    """The words of a row, encrypted as a whole."""
    return encrypt(json.dumps(cells, ensure_ascii=False))


class StagedList(models.Model):
    """An uploaded list of one kind (refugees/staged.py): who sent it, what is to happen, how far it is."""

    public_id = models.UUIDField(default=uuid7, unique=True, editable=False)
    kind = models.CharField(max_length=20)
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    uploaded_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    uploaded_at = models.DateTimeField(default=now)
    file_name = models.CharField(max_length=120)
    sha256 = models.CharField(max_length=64)
    unknown_headings = models.JSONField(default=list, blank=True)
    status = models.CharField(max_length=10, choices=StagedStatus, default=StagedStatus.CHECKING)
    carried_out_by = models.ForeignKey(
        User, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    carried_out_at = models.DateTimeField(null=True, blank=True)

    objects = StagedListQuerySet.as_manager()

    class Meta:
        verbose_name = gettext_lazy("list to be taken in")
        verbose_name_plural = gettext_lazy("lists to be taken in")
        constraints = [
            models.CheckConstraint(
                name="staged_list_status_is_known", condition=Q(status__in=StagedStatus.values)
            ),
            models.CheckConstraint(
                name="staged_list_is_carried_out_by_somebody",
                condition=~Q(status=StagedStatus.DONE)
                | Q(carried_out_by__isnull=False, carried_out_at__isnull=False),
            ),
            models.UniqueConstraint(
                name="one_staged_list_per_file",
                fields=["unit", "kind", "sha256"],
                condition=Q(status=StagedStatus.CHECKING),
                violation_error_message=gettext_lazy("This very file is being worked on already."),
            ),
        ]

    def __str__(self) -> str:
        return f"staged list {self.kind} {self.status} (#{self.pk})"

    @transaction.atomic
    def carry_out(self, *, by: User, today: date) -> int:
        """Do what the page shows, each row at most once; return how many were done. Safe to press twice.

        What cannot be done stays to be checked, with its reason; nothing of it happens by half.
        """
        if self._held().status != StagedStatus.CHECKING:
            return 0
        kind = kind_of(self.kind)
        rows = list(self.rows.pending())
        looks = kind.look([row.cells for row in rows], by, today)
        done = sum(
            row.carry_out(kind, by=by, today=today)
            for row, look in zip(rows, looks, strict=True)
            if look.prospect != Prospect.CANNOT
        )
        left = self.rows.pending().exists()
        self.status = StagedStatus.CHECKING if left else StagedStatus.DONE
        self.carried_out_by, self.carried_out_at = by, now()
        self.save(update_fields=["status", "carried_out_by", "carried_out_at"])
        return done

    @transaction.atomic
    def discard(self) -> None:
        """Give the list up: rows that were not carried out are forgotten, what was carried out stays."""
        if self._held().status == StagedStatus.CHECKING:
            self.status = StagedStatus.DISCARDED
            self.save(update_fields=["status"])
            self.rows.pending().delete()

    def _held(self) -> "StagedList":
        return StagedList.objects.select_for_update(no_key=True).get(pk=self.pk)


class StagedRowQuerySet(models.QuerySet):
    def pending(self) -> "StagedRowQuerySet":
        """Not carried out, in the order of the file."""
        return self.filter(done_at=None).order_by("number")

    def dealt_with(self) -> "StagedRowQuerySet":
        """Carried out, in the order of the file."""
        return self.exclude(done_at=None).order_by("number")


class StagedRow(models.Model):
    """One row of such a list: its words, encrypted, and what became of it."""

    staged_list = models.ForeignKey(StagedList, on_delete=models.CASCADE, related_name="rows")
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    number = models.PositiveIntegerField()  # the line in the file
    cipher = models.BinaryField()
    result = models.CharField(max_length=10, choices=RowResult, blank=True)
    why_not = models.CharField(max_length=500, blank=True)
    done_at = models.DateTimeField(null=True, blank=True)

    objects = StagedRowQuerySet.as_manager()

    class Meta:
        verbose_name = gettext_lazy("row of a list to be taken in")
        verbose_name_plural = gettext_lazy("rows of lists to be taken in")
        constraints = [
            models.UniqueConstraint(name="one_staged_row_per_line", fields=["staged_list", "number"]),
            models.CheckConstraint(
                name="staged_result_and_time_go_together",
                condition=Q(done_at=None, result__in=["", RowResult.REFUSED])
                | Q(
                    done_at__isnull=False,
                    result__in=[RowResult.MADE, RowResult.CHANGED, RowResult.UNCHANGED],
                ),
            ),
        ]

    def __str__(self) -> str:
        return f"staged row {self.number} (#{self.pk})"

    @property
    def cells(self) -> dict[str, str]:
        """What stands in the file, by field."""
        return json.loads(decrypt(self.cipher))

    def carry_out(self, kind: ListKind, *, by: User, today: date) -> bool:
        """Do the row in a savepoint, as one who may. False, with the reason kept, if it is refused."""
        facts: dict[str, Any] = {"result": RowResult.REFUSED, "done_at": None}
        try:
            with transaction.atomic():
                facts |= {"result": kind.carry_out(self.cells, by, today), "done_at": now(), "why_not": ""}
        except ValidationError as error:
            facts["why_not"] = " ".join(error.messages)[:500]
        except IntegrityError:
            # What a database says may quote a person, so it is not repeated.
            facts["why_not"] = _("It contradicts what is recorded.")
        for name, value in facts.items():
            setattr(self, name, value)
        self.save(update_fields=["result", "why_not", "done_at"])
        return self.done_at is not None


def looks_at(rows: list[StagedRow], kind: ListKind, by: User, today: date) -> list[tuple[StagedRow, Look]]:
    """Each row with what it would do or is about."""
    return list(zip(rows, kind.look([row.cells for row in rows], by, today), strict=True))
