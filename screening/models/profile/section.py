from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Section(TextChoices):
    """The parts of a competence profile, in the order of the page."""

    WORK = "work", _("Work experience")
    EDUCATION = "education", _("Education")
    LANGUAGES = "languages", _("Languages")
    LICENCE = "licence", _("Driving licence")
    SKILLS = "skills", _("Other skills")
    WISHES = "wishes", _("Wishes for work and education")
