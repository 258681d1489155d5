from django.db import models
from django.utils.translation import gettext_lazy as _
from uuid6 import uuid7


class UnitQuerySet(models.QuerySet):
    def establish(self, *, name: str) -> "Unit":
        """The City has another unit that holds cases."""
        unit = self.model(name=name)
        unit.full_clean()
        unit.save()
        return unit


class Unit(models.Model):
    """A unit of the City that holds cases. What it is called is the City's to say (a name, not a word in code)."""

    public_id = models.UUIDField(default=uuid7, unique=True, editable=False)
    name = models.CharField(_("name"), max_length=120, unique=True)

    objects = UnitQuerySet.as_manager()

    class Meta:
        verbose_name = _("unit")
        verbose_name_plural = _("units")

    def __str__(self) -> str:
        return f"{self.name} (#{self.pk})"
