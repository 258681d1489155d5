from typing import Any

import pghistory
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Lower
from django.utils.translation import gettext_lazy as _

from screening.models.profile.entry import (
    EntryOfYears,
    EntryQuerySet,
    code_field,
    once,
    rule_of_code,
    rules_of_years,
    years_of,
)
from screening.models.profile.section import Section
from screening.profile.occupations import title_of


@pghistory.track()
class WorkExperience(EntryOfYears):
    """Work that the person has done, paid or not."""

    section = Section.WORK

    occupation = models.CharField(_("occupation"), max_length=120, blank=True)
    code = code_field(_("in the classification"))
    employer = models.CharField(_("employer"), max_length=120, blank=True)
    country = models.CharField(_("country"), max_length=80, blank=True)
    tasks = models.TextField(_("what the person did"), max_length=1000, blank=True)

    objects = EntryQuerySet.as_manager()

    class Meta:
        verbose_name = _("work experience")
        verbose_name_plural = _("work experiences")
        ordering = [F("to_year").desc(nulls_last=True), F("from_year").desc(nulls_last=True), "pk"]
        constraints = [
            once(
                "work",
                Lower("occupation"),
                F("code"),
                Lower("employer"),
                Lower("country"),
                F("from_year"),
                F("to_year"),
            ),
            *rules_of_years("work"),
            rule_of_code("work"),
            models.CheckConstraint(
                name="work_names_an_occupation",
                condition=~Q(occupation="") | ~Q(code=""),
                violation_error_message=_("Write the occupation, or find it in the classification."),
            ),
        ]

    @property
    def title(self) -> str:
        """The occupation as it was written, else as the classification calls it."""
        return self.occupation or title_of(self.code)

    @property
    def group(self) -> str:
        """What the classification calls it, where it was also written in own words."""
        return title_of(self.code) if self.occupation else ""

    def get_code_display(self) -> str:
        """The code by its title, as fields with choices have it."""
        return title_of(self.code)

    @staticmethod
    def told(stored: Any) -> str:
        """Baker, 2014–2020."""
        title = stored.occupation or title_of(stored.code)
        return ", ".join(filter(None, [title, stored.employer, years_of(stored)]))
