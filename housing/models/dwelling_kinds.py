"""What a home can be: of what kind, kept for whom, in which state on a day, and why it is gone."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from housing.models.shared_home import SHARED


class DwellingKind(models.TextChoices):
    """What kind of home it is."""

    FLAT = "flat", _("Flat")
    HOUSE = "house", _("House")
    SHARED = SHARED, _("Room in a shared home")


class Held(models.TextChoices):
    """Whom the home is kept for. Worked out by the database from the offers; nobody types it."""

    NOBODY = "", _("Nobody")
    OFFERED = "offered", _("Offered")
    ACCEPTED = "accepted", _("Accepted")


class DwellingState(models.TextChoices):
    """What a home is on a day: computed when it is read."""

    FREE = "free", _("Free")
    OFFERED = "offered", _("Offered")
    TAKEN = "taken", _("Taken")
    COMING = "coming", _("Not yet available")
    GONE = "gone", _("No longer available")


class GoneReason(models.TextChoices):
    """Why a home can be offered no more."""

    WITHDRAWN = "withdrawn", _("Withdrawn by the provider")
    MISTAKE = "mistake", _("Registered by mistake")
    MOVED_OUT = "moved-out", _("The household moved out")
    OTHER = "other", _("Another reason")
