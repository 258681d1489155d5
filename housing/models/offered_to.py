import pghistory
from django.db import models
from django.utils.translation import gettext_lazy as _

from housing.models.offer import HomeOffer
from refugees.models import Case, KeyDate


@pghistory.track()
class OfferedTo(models.Model):
    """One person of the household to whom a home was offered, and the readiness it answers. Written with the offer."""

    offer = models.ForeignKey(HomeOffer, on_delete=models.PROTECT, related_name="offered_to")
    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="home_offers")
    readiness = models.ForeignKey(KeyDate, on_delete=models.PROTECT, null=True, blank=True, related_name="+")

    class Meta:
        verbose_name = _("person offered a home")
        verbose_name_plural = _("people offered a home")
        constraints = [models.UniqueConstraint(name="offered_once_to_each", fields=["offer", "case"])]

    def __str__(self) -> str:
        return f"offered to (#{self.pk})"
