"""The dated events of a case, and where a date may come from."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class KeyEvent(TextChoices):
    """The dated events of a case that clocks run from (domain facts 1.2)."""

    PERMIT = "E0", _("Residence permit")
    ALLOCATION = "E1", _("Allocation to the municipality")
    TAKEOVER = "E2", _("Takeover of responsibility")
    REGISTRATION = "E3", _("CPR registration")
    MOVE_IN = "E4", _("Move-in")
    READY_TO_RELOCATE = "E5", _("Ready to relocate")
    CATEGORISED = "E6", _("Categorised")
    CONTRACT = "E7", _("Contract signed")


class Source(TextChoices):
    """Where a date comes from."""

    IMMIGRATION_SERVICE = "immigration-service", _("Immigration Service")
    REGISTER = "register", _("Civil registration")
    CITY = "city", _("The City")
    RULE = "rule", _("Computed by the rule")
    PERSON = "person", _("The person")
