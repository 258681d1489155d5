from datetime import date

from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.db import models, transaction
from django.utils.translation import gettext_lazy as _


class DemoDayQuerySet(models.QuerySet):
    def current(self) -> date | None:
        """The day a demo system shows as today, or None where the wall clock counts."""
        return self.values_list("day", flat=True).first() if settings.DEMO else None

    @transaction.atomic
    def move_to(self, day: date | None) -> None:
        """Show another day as today. Refused in production, where DEMO is off."""
        if not settings.DEMO:
            raise PermissionDenied("The day moves on a demo system only.")
        self.all().delete()
        if day:
            self.create(pk=1, day=day)


class DemoDay(models.Model):
    """On a demo system an administrator moves today and sees promises turn due, over, flagged. At most one row."""

    day = models.DateField(_("today"))

    objects = DemoDayQuerySet.as_manager()

    class Meta:
        verbose_name = _("demo day")
        constraints = [models.CheckConstraint(name="demo_day_is_one_row", condition=models.Q(pk=1))]

    def __str__(self) -> str:
        return f"{self.day} (#{self.pk})"
