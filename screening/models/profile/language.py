from typing import Any

import pghistory
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from refugees.languages import SpokenLanguage, label_of
from screening.levels import Level, level_words
from screening.models.profile.entry import Entry, EntryQuerySet, once
from screening.models.profile.section import Section

NOT_AT_ALL = "none", _("Does not read it")


@pghistory.track()
class LanguageSkill(Entry):
    """A language of the person, and how well it is spoken and read, as far as that is known."""

    section = Section.LANGUAGES

    language = models.CharField(_("language"), max_length=8, choices=SpokenLanguage)
    speaking = models.CharField(_("speaks it"), max_length=8, choices=Level, blank=True)
    reading = models.CharField(_("reads it"), max_length=8, choices=[NOT_AT_ALL, *Level.choices], blank=True)

    objects = EntryQuerySet.as_manager()

    class Meta:
        verbose_name = _("language")
        verbose_name_plural = _("languages")
        ordering = ["pk"]
        constraints = [
            once("language", F("language")),
            models.CheckConstraint(
                name="profile_language_is_known", condition=Q(language__in=SpokenLanguage.values)
            ),
            models.CheckConstraint(
                name="speaking_level_is_known", condition=Q(speaking__in=["", *Level.values])
            ),
            models.CheckConstraint(
                name="reading_level_is_known", condition=Q(reading__in=["", NOT_AT_ALL[0], *Level.values])
            ),
        ]

    @staticmethod
    def told(stored: Any) -> str:
        """Arabic, mother tongue."""
        return ", ".join(filter(None, [label_of(stored.language), level_words(stored.speaking)]))
