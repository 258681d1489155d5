from datetime import date

import pghistory
from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import DateRangeField, RangeOperators
from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.db.backends.postgresql.psycopg_any import DateRange
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from uuid6 import uuid7

from accounts.day import ONE_DAY, now
from accounts.models import User
from accounts.permissions import Permission
from internships.models.company import Company
from refugees.models import Seen, read_again


class BarringQuerySet(models.QuerySet):
    def visible_to(self, user: User) -> "BarringQuerySet":
        """For those who work with companies."""
        return self if user.can(Permission.SEE_COMPANIES) else self.none()

    def on(self, day: date) -> "BarringQuerySet":
        """What stands on that day."""
        return self.filter(Q(lifted_on=None) | Q(lifted_on__gt=day), during__contains=day)

    @transaction.atomic
    def impose(
        self, *, company: Company, reason: str, from_on: date, by: User | None, last_on: date | None = None
    ) -> "Barring":
        """The City does not use this company from that day, for so long or until somebody lifts it."""
        if last_on and last_on < from_on:
            raise ValidationError({"last_on": _("The last day cannot come before the first.")})
        company.hold()
        until = last_on + ONE_DAY if last_on else None
        barring = self.model(
            company=company, reason=reason.strip(), during=DateRange(from_on, until), made_by=by
        )
        barring.full_clean()
        barring.save()
        return barring


@pghistory.track()
class Barring(models.Model):
    """Days on which the City does not use a company: why, and who said so. It is lifted, never deleted.

    It warns whoever chooses the company, and forbids nothing: they may know better, and the case says that they chose.
    """

    public_id = models.UUIDField(default=uuid7, unique=True, editable=False)
    company = models.ForeignKey(Company, on_delete=models.PROTECT, related_name="barrings")
    during = DateRangeField(_("not to be used"))
    reason = models.CharField(_("reason"), max_length=500)
    made_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    made_at = models.DateTimeField(default=now)
    lifted_on = models.DateField(_("lifted on"), null=True, blank=True)
    lifted_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    lift_reason = models.CharField(_("why it was lifted"), max_length=500, blank=True)

    objects = BarringQuerySet.as_manager()

    class Meta:
        verbose_name = _("do not use")
        verbose_name_plural = _("do not use")
        constraints = [
            models.CheckConstraint(
                name="barring_says_why",
                condition=~Q(reason=""),
                violation_error_message=_("Say why the company is not to be used."),
            ),
            models.CheckConstraint(
                name="barring_has_days", condition=Q(during__isempty=False, during__startswith__isnull=False)
            ),
            models.CheckConstraint(
                name="barring_is_lifted_with_a_reason",
                condition=Q(lifted_on=None, lifted_by=None, lift_reason="")
                | Q(lifted_on__isnull=False, lifted_by__isnull=False) & ~Q(lift_reason=""),
                violation_error_message=_("Say why it is lifted."),
            ),
            ExclusionConstraint(
                name="company_is_barred_once_at_a_time",
                expressions=[("company", RangeOperators.EQUAL), ("during", RangeOperators.OVERLAPS)],
                condition=Q(lifted_on=None),
                violation_error_message=_("The company is already marked as not to be used in that time."),
            ),
        ]

    def __str__(self) -> str:
        return f"barring (#{self.pk})"

    @property
    def last_on(self) -> date | None:
        """The last day; None until further notice."""
        return self.during.upper - ONE_DAY if self.during.upper else None

    def stands(self, today: date) -> bool:
        """Whether the company is not to be used on that day because of it."""
        is_lifted = self.lifted_on is not None and self.lifted_on <= today
        upper = self.during.upper
        return not is_lifted and self.during.lower <= today and (upper is None or today < upper)

    @transaction.atomic
    def lift(self, *, reason: str, on: date, by: User, version: Seen | None = None) -> None:
        """The company may be used again. StaleEdit if a colleague was first."""
        self.company.hold()
        read_again(self, version)
        if self.lifted_on:
            raise ValidationError(_("Somebody has lifted it meanwhile."))
        self.lifted_on, self.lifted_by, self.lift_reason = on, by, reason.strip()
        self.full_clean()
        self.save(update_fields=["lifted_on", "lifted_by", "lift_reason"])
