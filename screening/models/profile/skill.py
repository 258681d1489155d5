from typing import Any

import pghistory
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Lower
from django.utils.translation import gettext_lazy as _

from screening.models.profile.entry import Entry, EntryQuerySet, code_field, once, rule_of_code
from screening.models.profile.section import Section
from screening.profile.occupations import title_of


class SkillKind(models.TextChoices):
    """What sort of thing somebody can do."""

    CERTIFICATE = "certificate", _("Certificate")
    COMPUTER = "computer", _("Computer")
    MACHINES = "machines", _("Tools and machines")
    CRAFT = "craft", _("Handicraft")
    PEOPLE = "people", _("People and care")
    OTHER = "other", _("Other")


@pghistory.track()
class Skill(Entry):
    """Something that the person can do, whether it was ever a job or not."""

    section = Section.SKILLS

    kind = models.CharField(_("kind"), max_length=12, choices=SkillKind)
    what = models.CharField(_("what the person can do"), max_length=300)
    code = code_field(_("in the classification"))

    objects = EntryQuerySet.as_manager()

    class Meta:
        verbose_name = _("skill")
        verbose_name_plural = _("skills")
        ordering = ["pk"]
        constraints = [
            once("skill", F("kind"), Lower("what")),
            rule_of_code("skill"),
            models.CheckConstraint(name="skill_kind_is_known", condition=Q(kind__in=SkillKind.values)),
            models.CheckConstraint(name="skill_says_what", condition=~Q(what="")),
        ]

    @property
    def group(self) -> str:
        """Where the classification has it, if somebody looked."""
        return title_of(self.code)

    def get_code_display(self) -> str:
        """The code by its title, as fields with choices have it."""
        return title_of(self.code)

    @staticmethod
    def told(stored: Any) -> str:
        """Welding certificate."""
        return stored.what
