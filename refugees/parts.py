"""What somebody can be to a case."""

from datetime import date

from dateutil.relativedelta import relativedelta
from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Part(TextChoices):
    """What somebody is to a case."""

    CASEWORKER = "caseworker", _("Caseworker")
    HOLISTIC_MENTOR = "holistic-mentor", _("Holistic mentor")
    RETENTION_MENTOR = "retention-mentor", _("Retention mentor")


MENTOR_MONTHS = 12
"""How long a holistic mentor is on a case by the City's model: the first year."""


def mentor_year_ends(begins_on: date) -> date:
    """The first day after the year of a holistic mentor."""
    return begins_on + relativedelta(months=MENTOR_MONTHS)
