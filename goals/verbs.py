"""The engine's own lines in a case's history."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Verb(TextChoices):
    """What the engine, or the conversation on a breach, leaves on the case."""

    PAUSED = "goals-paused", _("Goals paused from %(date)s")
    BREACH_OPENED = "breach-opened", _("Over the deadline since %(date)s: %(goal)s (%(standard)s)")
    BREACH_ENDED = "breach-ended", _("No longer over: %(goal)s (%(standard)s), %(ended)s")
    BREACH_ACKNOWLEDGED = "breach-acknowledged", _("Breach seen and taken")
    BREACH_ANSWERED = "breach-answered", _("Breach answered: %(cause)s")


class MessageKind(TextChoices):
    """What the engine tells a reader of the case."""

    BREACH = "breach", _("%(goal)s: over the deadline since %(date)s (%(standard)s)")
    BREACH_REPLY = "breach-reply", _("The breach was answered; next step by %(date)s")


ICONS = {
    Verb.PAUSED: "hourglass",
    Verb.BREACH_OPENED: "error",
    Verb.BREACH_ENDED: "check",
    Verb.BREACH_ACKNOWLEDGED: "visibility",
    Verb.BREACH_ANSWERED: "chat",
}

MESSAGE_ICONS = {MessageKind.BREACH: "error", MessageKind.BREACH_REPLY: "chat"}
