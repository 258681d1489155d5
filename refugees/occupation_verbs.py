"""The lines that what somebody does on weekdays leaves in the case's history."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class OccupationVerb(TextChoices):
    """What happened with an internship, a job, an education."""

    STARTED = "occupation-started", _("%(kind)s started")
    ENDED = "occupation-ended", _("%(kind)s ended: %(ending)s")
    END_PLANNED = "occupation-end-planned", _("Last day of %(kind)s agreed: %(date)s")
    END_DROPPED = "occupation-end-dropped", _("Agreed last day of %(kind)s dropped")
    HOURS_STATED = "occupation-hours-stated", _("Hours a week of %(kind)s: %(minutes)s")
    SU_STATED = "occupation-su-stated", _("%(kind)s: %(gives_su)s")
    NEXT_DECIDED = "occupation-next-decided", _("Decided what comes after %(kind)s")
    NEXT_TAKEN_BACK = "occupation-next-taken-back", _("What comes after %(kind)s is open again")
    START_CORRECTED = (
        "occupation-start-corrected",
        _("Start of %(kind)s corrected from %(was)s to %(date)s"),
    )
    TAKEN_BACK = "occupation-taken-back", _("Start of %(kind)s on %(was)s taken back")


ICONS = {
    OccupationVerb.STARTED: "success",
    OccupationVerb.ENDED: "flag",
    OccupationVerb.END_PLANNED: "calendar-month",
    OccupationVerb.END_DROPPED: "calendar-month",
    OccupationVerb.HOURS_STATED: "hourglass",
    OccupationVerb.SU_STATED: "edit",
    OccupationVerb.NEXT_DECIDED: "arrow-forward",
    OccupationVerb.NEXT_TAKEN_BACK: "close",
    OccupationVerb.START_CORRECTED: "edit",
    OccupationVerb.TAKEN_BACK: "close",
}


def corrected(reason: str) -> dict[str, int]:
    """For a line: that it was a correction, whose reason stands in the history of the row."""
    return {"corrected": 1} if reason else {}
