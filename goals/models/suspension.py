from datetime import date

import pghistory
from django.contrib.postgres.fields import ArrayField, DateRangeField
from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.db.backends.postgresql.psycopg_any import DateRange
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from uuid6 import uuid7

from accounts.day import now
from accounts.models import User
from goals.models.clock import Clock
from goals.models.recalculation import Recalculation, hold_rules
from goals.stops import LAW


class SuspensionQuerySet(models.QuerySet):
    def standing(self) -> "SuspensionQuerySet":
        """Those that were not taken back as a mistake."""
        return self.filter(withdrawn_at=None)

    def about(self, clock: Clock) -> "SuspensionQuerySet":
        """Those that touch this promise: none, if it is not the law's."""
        if clock.standard != LAW:
            return self.none()
        return self.standing().filter(Q(goals=[]) | Q(goals__contains=[clock.goal])).order_by("during")

    def periods(self) -> models.QuerySet:
        """Which goals (none named: all) were suspended when, in order."""
        return self.standing().order_by("during").values_list("goals", "during")

    @transaction.atomic
    def record(
        self,
        *,
        from_on: date,
        until: date | None,
        source: str,
        by: User,
        goals: list[str] | None = None,
        reason: str = "",
    ) -> "Suspension":
        """Record that the minister suspended limits of the law; `until` is the first day that counts again."""
        hold_rules()
        suspension = self.model(
            during=_days(from_on, until),
            goals=goals or [],
            source=source,
            reason=reason,
            recorded_by=by,
        )
        suspension.full_clean()
        suspension.save()
        Recalculation.objects.apply_rules(by=by)
        return suspension


@pghistory.track()
class Suspension(models.Model):
    """Days on which limits of the law were suspended because of a large influx (Integration Act § 4 b).

    Only promises of the law are touched. Such days do not count: the last day in time moves by as many, and while no
    end is known, no last day is known. The statute says that limits may be suspended, not how the days are counted;
    this reading keeps the duty alive when the suspension ends, and is unverified (docs/adr/0006).
    """

    public_id = models.UUIDField(default=uuid7, unique=True, editable=False)
    during = DateRangeField(_("suspended"))
    goals = ArrayField(models.CharField(max_length=40), default=list, blank=True)  # empty: all of the law
    source = models.CharField(_("source"), max_length=200)
    reason = models.TextField(_("note"), max_length=1000, blank=True)
    recorded_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    recorded_at = models.DateTimeField(default=now)
    withdrawn_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    withdrawn_at = models.DateTimeField(null=True, blank=True)
    withdrawn_because = models.CharField(_("reason"), max_length=300, blank=True)

    objects = SuspensionQuerySet.as_manager()

    class Meta:
        verbose_name = _("suspension of limits")
        verbose_name_plural = _("suspensions of limits")
        constraints = [
            models.CheckConstraint(
                name="suspension_has_days",
                condition=Q(during__isempty=False, during__startswith__isnull=False),
                violation_error_message=_("A suspension ends after it begins."),
            ),
            models.CheckConstraint(name="suspension_names_its_source", condition=~Q(source="")),
            models.CheckConstraint(
                name="suspension_withdrawn_by_somebody_for_a_reason",
                condition=Q(withdrawn_at=None, withdrawn_by=None, withdrawn_because="")
                | (Q(withdrawn_at__isnull=False, withdrawn_by__isnull=False) & ~Q(withdrawn_because="")),
            ),
        ]

    def __str__(self) -> str:
        return f"suspension (#{self.pk})"

    def holds(self, period: DateRange) -> bool:
        """Whether these days lie in the suspension."""
        first, until = self.during.lower, self.during.upper
        return first <= period.lower and (until is None or period.upper is not None and period.upper <= until)

    @transaction.atomic
    def end(self, *, until: date, by: User) -> None:
        """The limits count again from that day on."""
        hold_rules()
        suspension = self._locked()
        suspension.during = _days(suspension.during.lower, until)
        suspension.full_clean()
        suspension.save(update_fields=["during"])
        Recalculation.objects.apply_rules(by=by)

    @transaction.atomic
    def withdraw(self, *, because: str, by: User) -> None:
        """It was recorded by mistake: the days count as if it had never been. It stays to be seen."""
        hold_rules()
        suspension = self._locked()
        suspension.withdrawn_at, suspension.withdrawn_by = now(), by
        suspension.withdrawn_because = because
        suspension.full_clean()
        suspension.save(update_fields=["withdrawn_at", "withdrawn_by", "withdrawn_because"])
        Recalculation.objects.apply_rules(by=by)

    def _locked(self) -> "Suspension":
        suspension = Suspension.objects.select_for_update().get(pk=self.pk)
        if suspension.withdrawn_at:
            raise ValidationError(_("This suspension was taken back meanwhile."))
        return suspension


def _days(first: date, until: date | None) -> DateRange:
    """The days from the first up to, not including, `until`. There is at least one."""
    if until and until <= first:
        raise ValidationError({"until": _("That lies before the suspension begins, or on its first day.")})
    return DateRange(first, until)
