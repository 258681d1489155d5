from typing import Any

import pghistory
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from screening.models.profile.entry import Entry, EntryQuerySet, once
from screening.models.profile.section import Section


class Category(models.TextChoices):
    """What a driving licence allows to drive, by the categories that hold in all of the EU; the tractor is Danish."""

    AM = "AM", _("AM: moped")
    A = "A", _("A: motorcycle")
    B = "B", _("B: car")
    BE = "BE", _("BE: car with a large trailer")
    C = "C", _("C: lorry")
    CE = "CE", _("CE: lorry with trailer")
    D = "D", _("D: bus")
    DE = "DE", _("DE: bus with trailer")
    TR = "TR", _("Tractor")


class Validity(models.TextChoices):
    """Whether a licence from elsewhere may be used here."""

    UNKNOWN = "", _("Not known")
    VALID = "valid", _("Valid in Denmark")
    EXCHANGE = "exchange", _("Must be exchanged first")
    NOT_VALID = "not-valid", _("Not valid in Denmark")


@pghistory.track()
class DrivingLicence(Entry):
    """The driving licence of the person: one, with all its categories."""

    section = Section.LICENCE

    categories = ArrayField(models.CharField(max_length=2, choices=Category), verbose_name=_("categories"))
    validity = models.CharField(_("valid in Denmark?"), max_length=12, choices=Validity, blank=True)

    objects = EntryQuerySet.as_manager()

    class Meta:
        verbose_name = _("driving licence")
        verbose_name_plural = _("driving licences")
        ordering = ["pk"]
        constraints = [
            once("driving_licence"),
            models.CheckConstraint(
                name="licence_categories_are_known",
                condition=Q(categories__len__gt=0, categories__contained_by=Category.values),
            ),
            models.CheckConstraint(
                name="licence_validity_is_known", condition=Q(validity__in=Validity.values)
            ),
        ]

    def get_categories_display(self) -> str:
        """B, C."""
        return ", ".join(self.categories)

    @staticmethod
    def told(stored: Any) -> str:
        """B, C, must be exchanged first."""
        validity = stored.get_validity_display() if stored.validity else ""
        return ", ".join(filter(None, [*stored.categories, validity]))
