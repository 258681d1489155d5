"""The words for a contact: how, about what, and how much of it."""

from django.db import models
from django.utils.translation import gettext_lazy as _

NOTE_MAX_LENGTH = 20_000
MINUTES_OF_A_DAY = 24 * 60


class ContactKind(models.TextChoices):
    """How they were in touch."""

    MET = "met", _("Met")
    PHONE = "phone", _("Telephone")
    MESSAGE = "message", _("Message")
    ACCOMPANIED = "accompanied", _("Accompanied somewhere")
    NOT_REACHED = "not-reached", _("Not reached")
    NO_SHOW = "no-show", _("Agreed, but did not turn up")


# An attempt is worth writing down; it is no contact, keeps no promise and takes no time worth counting.
ATTEMPTS = [ContactKind.NOT_REACHED, ContactKind.NO_SHOW]


class ContactTopic(models.TextChoices):
    """What it was about. Health is none of them: what is behind it belongs to the health team."""

    WORK = "work", _("Job or internship")
    EDUCATION = "education", _("Education or Danish")
    AUTHORITIES = "authorities", _("Authorities and letters")
    MONEY = "money", _("Money and bank")
    HOME = "home", _("The home")
    FAMILY = "family", _("Family and children")
    EVERYDAY = "everyday", _("Everyday life in the city")
    NETWORK = "network", _("Leisure and friends")
