"""The lines that open counselling leaves in a case's history, and what the caseworker is told of it."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Verb(TextChoices):
    """What happened when somebody dropped in."""

    CAME = "counselling-came", _("Came to open counselling: %(counselling_about)s")
    ENDED = "counselling-ended", _("Open counselling of %(date)s: %(counselling_outcome)s")
    CORRECTED = "counselling-corrected", _("Open counselling of %(date)s corrected: %(counselling_outcome)s")
    TAKEN_BACK = "counselling-taken-back", _("Open counselling of %(date)s taken back")


ICONS = {
    Verb.CAME: "person",
    Verb.ENDED: "chat",
    Verb.CORRECTED: "edit",
    Verb.TAKEN_BACK: "close",
}


class MessageKind(TextChoices):
    """What the caseworker reads when a colleague talked with somebody who dropped in."""

    DROPPED_IN = "counselling-message", _("Was in open counselling: %(counselling_outcome)s")


MESSAGE_ICONS = {MessageKind.DROPPED_IN: "chat"}
