import pghistory
from django.db import models
from django.utils.translation import gettext_lazy as _
from uuid6 import uuid7

from accounts.models import Unit, User


class HouseholdQuerySet(models.QuerySet):
    def visible_to(self, user: User) -> "HouseholdQuerySet":
        """Households of the user's units."""
        return self.filter(unit_id__in=user.case_unit_ids())

    def housing_visible_to(self, user: User) -> "HouseholdQuerySet":
        """Households whose home is looked for: of the user's units, and of those that they find homes for."""
        return self.filter(unit_id__in=[*user.housing_unit_ids(), *user.case_unit_ids()])

    def form(self, *, unit: Unit) -> "Household":
        """People come to live together; their cases join it."""
        household = self.model(unit=unit)
        household.full_clean()
        household.save()
        return household


@pghistory.track()
class Household(models.Model):
    """People who are housed together. Each adult has an own case and own clocks; the home is offered to all."""

    public_id = models.UUIDField(default=uuid7, unique=True, editable=False)
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")

    objects = HouseholdQuerySet.as_manager()

    class Meta:
        verbose_name = _("household")
        verbose_name_plural = _("households")

    @property
    def name(self) -> str:
        """By the numbers of its open cases."""
        return ", ".join(
            self.case_set.filter(closed_on=None).order_by("number").values_list("number", flat=True)
        )

    def __str__(self) -> str:
        return f"household (#{self.pk})"
