"""The engine's own lines in a case's history."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Verb(TextChoices):
    """What the engine, or the conversation on a breach, leaves on the case."""

    PAUSED = "goals-paused", _("Goals paused from %(date)s")
    PAUSE_ENDED = "pause-ended", _("The pause from %(was)s ended: counted again from %(date)s")
    PAUSE_CORRECTED = "pause-corrected", _("The pause from %(was)s corrected: paused from %(date)s")
    PAUSE_WITHDRAWN = "pause-withdrawn", _("The pause from %(was)s withdrawn")
    EXTENSION_ASKED = (
        "extension-asked",
        _("Extension asked for: %(goal)s (%(standard)s), days: %(days)s"),
    )
    EXTENSION_GRANTED = (
        "extension-granted",
        _("Extension granted: %(goal)s (%(standard)s), days: %(days)s"),
    )
    EXTENSION_DENIED = (
        "extension-denied",
        _("Extension denied: %(goal)s (%(standard)s), days: %(days)s"),
    )
    EXTENSION_WITHDRAWN = (
        "extension-withdrawn",
        _("Request for an extension withdrawn: %(goal)s (%(standard)s)"),
    )
    BREACH_OPENED = "breach-opened", _("Over the deadline since %(date)s: %(goal)s (%(standard)s)")
    BREACH_ENDED = "breach-ended", _("No longer over: %(goal)s (%(standard)s), %(ended)s")
    BREACH_ACKNOWLEDGED = "breach-acknowledged", _("Breach seen and taken")
    BREACH_ANSWERED = "breach-answered", _("Breach answered: %(cause)s")
    RULES_MOVED = "rules-moved", _("New rules: %(goal)s (%(standard)s) is due %(date)s, was %(was)s")
    RULES_CHANGED = "rules-changed", _("New rules for %(goal)s (%(standard)s)")


class MessageKind(TextChoices):
    """What the engine tells a reader of the case."""

    BREACH = "breach", _("%(goal)s: over the deadline since %(date)s (%(standard)s)")
    BREACH_REPLY = "breach-reply", _("The breach was answered; next step by %(date)s")
    ANSWER_RAN_OUT = (
        "answer-ran-out",
        _("The breach waits for an answer again: next step was due by %(date)s"),
    )
    EXTENSION_DECIDED = "extension-decided", _("%(goal)s: your request for more time was %(decision)s")


ICONS = {
    Verb.PAUSED: "hourglass",
    Verb.PAUSE_ENDED: "hourglass",
    Verb.PAUSE_CORRECTED: "edit",
    Verb.PAUSE_WITHDRAWN: "close",
    Verb.EXTENSION_ASKED: "calendar-month",
    Verb.EXTENSION_GRANTED: "calendar-month",
    Verb.EXTENSION_DENIED: "calendar-month",
    Verb.EXTENSION_WITHDRAWN: "close",
    Verb.BREACH_OPENED: "error",
    Verb.BREACH_ENDED: "check",
    Verb.BREACH_ACKNOWLEDGED: "visibility",
    Verb.BREACH_ANSWERED: "chat",
    Verb.RULES_MOVED: "calculator",
    Verb.RULES_CHANGED: "calculator",
}

MESSAGE_ICONS = {
    MessageKind.BREACH: "error",
    MessageKind.BREACH_REPLY: "chat",
    MessageKind.ANSWER_RAN_OUT: "chat",
    MessageKind.EXTENSION_DECIDED: "calendar-month",
}
