from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

# The clinic that the City sends to unless somebody chooses another.
DEFAULT_CLINIC = "Indvandrermedicinsk Klinik"


class ClinicQuerySet(models.QuerySet):
    def known_as(self, name: str) -> "Clinic":
        """The clinic of that name, written down now if nobody was sent there before."""
        name = name.strip()
        if found := self.filter(name__iexact=name).first():
            return found
        clinic = self.model(name=name)
        clinic.full_clean()
        clinic.save()
        return clinic

    def in_order(self) -> "ClinicQuerySet":
        """The default first, then by name."""
        return self.order_by("-is_default", "name")


class Clinic(models.Model):
    """Where people are assessed."""

    name = models.CharField(_("clinic"), max_length=120, unique=True)
    is_default = models.BooleanField(default=False, editable=False)

    objects = ClinicQuerySet.as_manager()

    class Meta:
        verbose_name = _("clinic")
        verbose_name_plural = _("clinics")
        constraints = [
            models.CheckConstraint(name="clinic_has_a_name", condition=~Q(name="")),
            models.UniqueConstraint(
                name="one_default_clinic", fields=["is_default"], condition=Q(is_default=True)
            ),
        ]

    def __str__(self) -> str:
        return f"clinic (#{self.pk})"
