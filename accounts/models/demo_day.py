from datetime import date

from django.conf import settings
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import models, transaction
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _

from accounts.day import today


class DemoDayQuerySet(models.QuerySet):
    def current(self) -> date | None:
        """The day a demo system shows as today, or None where the wall clock counts."""
        return self.values_list("day", flat=True).first() if settings.DEMO else None

    @transaction.atomic
    def move_to(self, day: date | None) -> None:
        """Show a later day as today; None for the real one. Refused in production, where DEMO is off.

        Forward only: what was recorded, told and flagged on the days shown would lie in the future otherwise.
        """
        if not settings.DEMO:
            raise PermissionDenied("The day moves on a demo system only.")
        shown = self.current() or today()
        if (day or timezone.localdate()) < shown:
            words = _(
                "The day moves forward only: what was recorded until %(day)s would lie in the future. To start over,"
                " stop the demo and run bin/demo --reset."
            )
            raise ValidationError({"day": words % {"day": date_format(shown, "DATE_FORMAT")}})
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
