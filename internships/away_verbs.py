"""The lines that days away leave in a case's history: which step, which days. What was said stays with the fact."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class AwayVerb(TextChoices):
    """What happened about days that somebody stayed away from a measure or a class."""

    TOLD = "stayed-away-told", _("Stayed away on %(date)s")
    CORRECTED = "stayed-away-corrected", _("Days away of %(was)s corrected: %(date)s")
    JUDGED = "stayed-away-judged", _("Days away from %(date)s: %(away_ground)s")
    TAKEN_BACK = "stayed-away-taken-back", _("Days away from %(date)s taken back")
    HEARD = "stayed-away-heard", _("Hearing letter about days away from %(date)s, answer by %(answer_by)s")
    INFORMED = "stayed-away-informed", _("Told in writing on %(day)s what staying away can lead to")
    ANSWERED = "stayed-away-answered", _("Answer to the hearing about days away from %(date)s")
    DECIDED = "stayed-away-decided", _("Decided about days away from %(date)s: %(consequence)s")
    ARRIVED = "stayed-away-arrived", _("Decision about days away reached the person on %(day)s")
    COMPLAINED = "stayed-away-complained", _("Complaint about the decision on days away from %(date)s")
    REASSESSED = "stayed-away-reassessed", _("Looked at the decision again: %(reassessment)s")
    SENT_ON = "stayed-away-sent-on", _("Complaint sent on to the appeals board")


ICONS = {
    AwayVerb.TOLD: "flag",
    AwayVerb.CORRECTED: "edit",
    AwayVerb.JUDGED: "how-to-reg",
    AwayVerb.TAKEN_BACK: "close",
    AwayVerb.HEARD: "email",
    AwayVerb.INFORMED: "document",
    AwayVerb.ANSWERED: "reply",
    AwayVerb.DECIDED: "document",
    AwayVerb.ARRIVED: "email",
    AwayVerb.COMPLAINED: "reply",
    AwayVerb.REASSESSED: "how-to-reg",
    AwayVerb.SENT_ON: "arrow-forward",
}
