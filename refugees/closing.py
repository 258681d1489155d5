"""Why a case was closed."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class CloseReason(models.TextChoices):
    """Why the City's responsibility for a person ended."""

    MOVED = "moved", _("Moved to another municipality")
    LEFT_DENMARK = "left-denmark", _("Left Denmark")
    REPATRIATED = "repatriated", _("Repatriated")
    PERMIT_ENDED = "permit-ended", _("Permit withdrawn or expired")
    DIED = "died", _("Died")
    PROGRAMME_ENDED = "programme-ended", _("Programme ended")
    OPENED_BY_MISTAKE = "by-mistake", _("Opened by mistake")
