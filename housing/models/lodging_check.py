import pghistory
from django.db import models
from django.utils.translation import gettext_lazy as _

from housing.models.area import AreaList
from housing.models.comparison import NAMES_ITS_AREA, Comparison
from housing.models.lodging import Lodging


@pghistory.track()
class LodgingCheck(Comparison):
    """That somebody compared one temporary place with the areas of one list."""

    lodging = models.ForeignKey(Lodging, on_delete=models.PROTECT, related_name="checks")
    area_list = models.ForeignKey(AreaList, on_delete=models.PROTECT, related_name="lodging_checks")

    class Meta:
        verbose_name = _("check of a temporary place")
        verbose_name_plural = _("checks of temporary places")
        constraints = [
            models.CheckConstraint(name="lodging_check_names_the_area_it_is_inside", condition=NAMES_ITS_AREA)
        ]
        indexes = [models.Index(name="check_of_place_and_list", fields=["lodging", "area_list", "-id"])]

    def __str__(self) -> str:
        return f"check of a temporary place (#{self.pk})"

    @property
    def compared(self) -> Lodging:
        """The place."""
        return self.lodging
