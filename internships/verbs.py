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
    END_PLANNED = "internship-end-planned", _("Last day of %(kind)s agreed: %(date)s")
    END_DROPPED = "internship-end-dropped", _("Agreed last day of %(kind)s dropped")
    NEXT_DECIDED = "internship-next-decided", _("Decided what comes after %(kind)s")
    NEXT_TAKEN_BACK = "internship-next-taken-back", _("What comes after %(kind)s is open again")
    START_CORRECTED = "internship-start-corrected", _("Start of %(kind)s corrected from %(was)s to %(date)s")
    TAKEN_BACK = "internship-start-taken-back", _("Start of %(kind)s on %(was)s taken back")


ICONS = {
    Verb.OFFERED: "email",
    Verb.ANSWERED: "reply",
    Verb.PLANNED: "calendar-month",
    Verb.PLAN_DROPPED: "calendar-month",
    Verb.STARTED: "success",
    Verb.ENDED: "flag",
    Verb.END_PLANNED: "calendar-month",
    Verb.END_DROPPED: "calendar-month",
    Verb.NEXT_DECIDED: "arrow-forward",
    Verb.NEXT_TAKEN_BACK: "close",
    Verb.START_CORRECTED: "edit",
    Verb.TAKEN_BACK: "close",
}
