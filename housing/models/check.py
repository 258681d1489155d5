import pghistory
from django.db import models
from django.utils.translation import gettext_lazy as _

from housing.models.area import AreaList
from housing.models.comparison import NAMES_ITS_AREA, Comparison
from housing.models.dwelling import Dwelling


@pghistory.track()
class AreaCheck(Comparison):
    """That somebody compared one home with the areas of one list."""

    dwelling = models.ForeignKey(Dwelling, on_delete=models.PROTECT, related_name="checks")
    area_list = models.ForeignKey(AreaList, on_delete=models.PROTECT, related_name="checks")

    class Meta:
        verbose_name = _("check of a home")
        verbose_name_plural = _("checks of homes")
        constraints = [
            models.CheckConstraint(name="check_names_the_area_it_is_inside", condition=NAMES_ITS_AREA)
        ]
        indexes = [models.Index(name="check_of_home_and_list", fields=["dwelling", "area_list", "-id"])]

    def __str__(self) -> str:
        return f"check (#{self.pk})"

    @property
    def compared(self) -> Dwelling:
        """The home."""
        return self.dwelling
