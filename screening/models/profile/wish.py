from typing import Any

import pghistory
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Lower
from django.utils.translation import gettext_lazy as _

from screening.models.profile.entry import Entry, EntryQuerySet, code_field, once, rule_of_code
from screening.models.profile.section import Section
from screening.profile.occupations import title_of


class WishKind(models.TextChoices):
    """What is wished for."""

    WORK = "work", _("Work")
    EDUCATION = "education", _("Education")


@pghistory.track()
class Wish(Entry):
    """Work or education that the person wishes for, in own words, or found in the classification."""

    section = Section.WISHES

    kind = models.CharField(_("work or education"), max_length=12, choices=WishKind)
    what = models.CharField(_("what is wished for"), max_length=300, blank=True)
    code = code_field(_("in the classification"))

    objects = EntryQuerySet.as_manager()

    class Meta:
        verbose_name = _("wish")
        verbose_name_plural = _("wishes")
        ordering = ["kind", "pk"]
        constraints = [
            once("wish", F("kind"), Lower("what"), F("code")),
            rule_of_code("wish"),
            models.CheckConstraint(name="wish_kind_is_known", condition=Q(kind__in=WishKind.values)),
            models.CheckConstraint(
                name="wish_says_what",
                condition=~Q(what="") | ~Q(code=""),
                violation_error_message=_("Write the wish, or find it in the classification."),
            ),
        ]

    @property
    def title(self) -> str:
        """As it was written, else as the classification calls it."""
        return self.what or title_of(self.code)

    @property
    def group(self) -> str:
        """What the classification calls it, where it was also written in own words."""
        return title_of(self.code) if self.what else ""

    def get_code_display(self) -> str:
        """The code by its title, as fields with choices have it."""
        return title_of(self.code)

    @staticmethod
    def told(stored: Any) -> str:
        """Work: baker."""
        return f"{stored.get_kind_display()}: {stored.what or title_of(stored.code)}"
