from collections.abc import Iterable
from datetime import date
from typing import Any

from django.core.exceptions import ValidationError
from django.db import connection, models, transaction
from django.db.models import Q
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from uuid6 import uuid7

from accounts.day import now
from accounts.models import Unit, User
from refugees.models.state_row import StateRow, compared, sealed

# The reason of those that migration 0014 discarded, in English there. Nobody wrote it: all read it in their language.
BY_AN_UPDATE = _(
    "Another batch was gathered before this one was confirmed as sent. What is still to be told stands there or comes"
    " with the next one. An update of the system discarded this batch."
)


class StillUnsent(ValidationError):
    """The unit has a batch that is neither confirmed nor discarded: `batch`. Its rows would be told twice."""

    def __init__(self, batch: "StateBatch") -> None:
        super().__init__(
            _(
                "This batch is not confirmed as sent yet. Confirm or discard it before the next one is gathered:"
                " otherwise its rows would be told twice."
            )
        )
        self.batch = batch


class StateBatchQuerySet(models.QuerySet):
    def visible_to(self, user: User) -> "StateBatchQuerySet":
        """The batches of the user's own unit."""
        return self.filter(unit_id__in=user.case_unit_ids())

    def unsent(self) -> "StateBatchQuerySet":
        """Neither confirmed as sent nor discarded: somebody may be sending it."""
        return self.filter(sent_on=None, discarded_at=None)

    @transaction.atomic
    def gather(self, *, unit: Unit, rows: Iterable[Any], by: User) -> "StateBatch":
        """Keep what is new or corrected since the last batch that was sent.

        StillUnsent while the unit has an unsent batch; nothing left to tell is refused. Give `rows` unread: they are
        read when nobody else gathers, so that a case that moves meanwhile is in the batch of one unit only.
        """
        _let_nobody_else_gather()
        if standing := self.unsent().filter(unit=unit).first():
            raise StillUnsent(standing)
        found = compared(rows)
        news = [each for each in found if each.is_to_tell]
        if not news and any(each.is_waiting for each in found):
            raise ValidationError(
                _("What is left stands in a batch of another unit that is not confirmed as sent yet.")
            )
        if not news:
            raise ValidationError(_("Everything has been reported already."))
        batch = self.create(unit=unit, made_by=by)
        StateRow.objects.bulk_create(
            StateRow(
                batch=batch,
                unit=unit,
                kind=each.row.kind,
                key=each.row.key,
                digest=each.row.digest,
                is_correction=each.is_correction,
                cipher=sealed(each.row.facts, each.was),
            )
            for each in news
        )
        return batch


def _let_nobody_else_gather() -> None:
    """Until this transaction ends. For all units: a case may move from one that gathers to another that does."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(hashtext('gathering for the state'), 0)")


class StateBatch(models.Model):
    """Rows that were gathered for the state at one time. Once it is confirmed as sent, they count as reported.

    Discarded instead, it is kept and marked, and its rows are still to be told.
    """

    public_id = models.UUIDField(default=uuid7, unique=True, editable=False)
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    made_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    made_at = models.DateTimeField(default=now)
    sent_on = models.DateField(null=True, blank=True)
    sent_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    discarded_at = models.DateTimeField(null=True, blank=True)
    # Nobody where an update of the system did it.
    discarded_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    discard_reason = models.CharField(_("reason"), max_length=300, blank=True)

    objects = StateBatchQuerySet.as_manager()

    class Meta:
        verbose_name = _("batch for the state")
        verbose_name_plural = _("batches for the state")
        constraints = [
            models.CheckConstraint(
                name="batch_is_sent_by_somebody",
                condition=Q(sent_on=None, sent_by=None) | Q(sent_on__isnull=False, sent_by__isnull=False),
            ),
            models.UniqueConstraint(
                name="one_unsent_batch_per_unit",
                fields=["unit"],
                condition=Q(sent_on=None, discarded_at=None),
                violation_error_message=_("The last batch is neither confirmed as sent nor discarded."),
            ),
            models.CheckConstraint(
                name="discarding_a_batch_says_when_and_why",
                condition=Q(discarded_at=None, discarded_by=None, discard_reason="")
                | Q(discarded_at__isnull=False) & ~Q(discard_reason=""),
                violation_error_message=_("Say why the batch is discarded."),
            ),
            models.CheckConstraint(
                name="batch_is_sent_or_discarded_never_both",
                condition=Q(sent_on=None) | Q(discarded_at=None),
            ),
        ]

    def __str__(self) -> str:
        return f"batch for the state (#{self.pk})"

    @property
    def is_unsent(self) -> bool:
        """Neither confirmed as sent nor discarded."""
        return self.sent_on is None and self.discarded_at is None

    @property
    def discarded_because(self) -> str:
        """Why it was discarded: as somebody wrote it, or as the update says it."""
        return self.discard_reason if self.discarded_by_id else gettext(self.discard_reason)

    @transaction.atomic
    def confirm_sent(self, *, on: date, by: User) -> bool:
        """It has been sent: its rows are reported from now on. False if somebody confirmed it meanwhile."""
        current = self._locked()
        if current.discarded_at:
            raise ValidationError(_("This batch was discarded meanwhile. Its rows come with the next one."))
        if current.sent_on:
            return False
        self.sent_on, self.sent_by = on, by
        self.save(update_fields=["sent_on", "sent_by"])
        return True

    @transaction.atomic
    def discard(self, *, reason: str, by: User) -> bool:
        """It will not be sent: it stays, marked, and its rows are to be told. False if somebody did so meanwhile."""
        if not reason.strip():
            raise ValidationError({"reason": _("Say why the batch is discarded.")})
        current = self._locked()
        if current.sent_on:
            raise ValidationError(_("This batch was confirmed as sent meanwhile. It stays as it is."))
        if current.discarded_at:
            return False
        self.discarded_at, self.discarded_by, self.discard_reason = now(), by, reason.strip()
        self.save(update_fields=["discarded_at", "discarded_by", "discard_reason"])
        return True

    def _locked(self) -> "StateBatch":
        """As it stands now; whoever settles it at the same moment waits."""
        return StateBatch.objects.select_for_update().get(pk=self.pk)
