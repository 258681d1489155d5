"""Why a temporary stay may begin, and why it ends."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class LeftReason(models.TextChoices):
    """Why a stay in a bed ends."""

    HOME = "home", _("Moved into a permanent home")
    OWN_HOME = "own-home", _("Moved into a home of their own")
    OTHER_BED = "other-bed", _("Moved to another bed")
    PLANNED = "planned", _("Until then only, as agreed")
    LEFT = "left", _("Left the City or the country")
    OTHER = "other", _("Another reason")


class StayBasis(models.TextChoices):
    """Why somebody may move into a place, as far as excluded areas go. The database writes it."""

    OUTSIDE = "outside", _("Outside every excluded area")
    RULES = "rules", _("The rules for Ukraine make an exception")
    LIVES_THERE = "lives-there", _("Lived in the place already")


# Beside the reasons that a verb gives by itself.
CHOSEN_REASONS = [LeftReason.OWN_HOME, LeftReason.LEFT, LeftReason.OTHER]
