"""The lines that this pillar leaves in a case's history."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Verb(TextChoices):
    """What happened between a person and a company."""

    OFFERED = "internship-offered", _("%(kind)s offered")
    ANSWERED = "internship-answered", _("Answer to the offer: %(answer)s")
    PLANNED = "internship-planned", _("Start planned for %(date)s")
    PLAN_DROPPED = "internship-plan-dropped", _("Planned start dropped")
    STARTED = "internship-started", _("%(kind)s started")
    ENDED = "internship-ended", _("%(kind)s ended: %(ending)s")
    START_CORRECTED = "internship-start-corrected", _("Start of %(kind)s corrected from %(was)s to %(date)s")
    TAKEN_BACK = "internship-start-taken-back", _("Start of %(kind)s on %(was)s taken back")


ICONS = {
    Verb.OFFERED: "email",
    Verb.ANSWERED: "reply",
    Verb.PLANNED: "calendar-month",
    Verb.PLAN_DROPPED: "calendar-month",
    Verb.STARTED: "success",
    Verb.ENDED: "flag",
    Verb.START_CORRECTED: "edit",
    Verb.TAKEN_BACK: "close",
}
