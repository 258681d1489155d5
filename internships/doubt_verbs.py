"""The lines that a doubt about availability leaves in a case's history. What was received stays with the fact."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class DoubtVerb(TextChoices):
    """What happened about a doubt whether somebody is available for work."""

    RECEIVED = "availability-doubt-received", _("Doubt about availability received on %(date)s")
    SENT_BACK = "availability-doubt-sent-back", _("Told on %(day)s to take part again in what was offered")
    CORRECTED = "availability-doubt-corrected", _("Doubt about availability of %(was)s corrected: %(date)s")
    TAKEN_BACK = "availability-doubt-taken-back", _("Doubt about availability of %(date)s taken back")


ICONS = {
    DoubtVerb.RECEIVED: "flag",
    DoubtVerb.SENT_BACK: "reply",
    DoubtVerb.CORRECTED: "edit",
    DoubtVerb.TAKEN_BACK: "close",
}
