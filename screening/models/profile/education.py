from typing import Any

import pghistory
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Lower
from django.utils.translation import gettext_lazy as _

from screening.models.profile.entry import EntryOfYears, EntryQuerySet, once, rules_of_years, years_of
from screening.models.profile.section import Section


class EducationLevel(models.TextChoices):
    """How far an education goes. The keys are those of the question in the first interview."""

    PRIMARY = "primary", _("Primary or lower secondary school")
    SECONDARY = "secondary", _("Upper secondary school")
    VOCATIONAL = "vocational", _("Vocational training")
    SHORT = "short", _("Short higher education")
    BACHELOR = "bachelor", _("Bachelor's degree or similar")
    MASTER = "master", _("Master's degree or higher")
    COURSE = "course", _("Course")


class Recognition(models.TextChoices):
    """Whether the education counts in Denmark."""

    NOT_ASKED = "", _("Not asked for")
    APPLIED = "applied", _("Applied for")
    RECOGNISED = "recognised", _("Recognised")
    NOT_RECOGNISED = "not-recognised", _("Not recognised")


@pghistory.track()
class Education(EntryOfYears):
    """Something that the person has learnt at a school, finished or not."""

    section = Section.EDUCATION

    level = models.CharField(_("level"), max_length=12, choices=EducationLevel)
    field = models.CharField(_("field"), max_length=120, blank=True)
    school = models.CharField(_("school"), max_length=120, blank=True)
    country = models.CharField(_("country"), max_length=80, blank=True)
    recognition = models.CharField(
        _("recognised in Denmark?"), max_length=16, choices=Recognition, blank=True
    )
    recognised_as = models.CharField(_("recognised as"), max_length=120, blank=True)

    objects = EntryQuerySet.as_manager()

    class Meta:
        verbose_name = _("education")
        verbose_name_plural = _("educations")
        # What ended last comes first; what has no years comes after what has.
        ordering = [F("to_year").desc(nulls_last=True), F("from_year").desc(nulls_last=True), "pk"]
        constraints = [
            once("education", F("level"), Lower("field"), Lower("school"), F("from_year"), F("to_year")),
            *rules_of_years("education"),
            models.CheckConstraint(
                name="education_level_is_known", condition=Q(level__in=EducationLevel.values)
            ),
            models.CheckConstraint(
                name="education_recognition_is_known", condition=Q(recognition__in=Recognition.values)
            ),
            models.CheckConstraint(
                name="education_is_recognised_as_something",
                condition=Q(recognition=Recognition.RECOGNISED) & ~Q(recognised_as="")
                | ~Q(recognition=Recognition.RECOGNISED) & Q(recognised_as=""),
                violation_error_message=_(
                    "Write what it is recognised as, if it is recognised, and only then."
                ),
            ),
        ]

    @staticmethod
    def told(stored: Any) -> str:
        """Vocational training, tailor, 2004–2006."""
        return ", ".join(filter(None, [stored.get_level_display(), stored.field, years_of(stored)]))
