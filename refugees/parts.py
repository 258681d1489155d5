"""What somebody can be to a case."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Part(TextChoices):
    """What somebody is to a case."""

    CASEWORKER = "caseworker", _("Caseworker")
    HOLISTIC_MENTOR = "holistic-mentor", _("Holistic mentor")
    RETENTION_MENTOR = "retention-mentor", _("Retention mentor")
