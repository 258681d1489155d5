"""The lines that this pillar leaves in a case's history."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Verb(TextChoices):
    """What happened between a person and a company."""

    OFFERED = "internship-offered", _("%(kind)s offered")
    ANSWERED = "internship-answered", _("Answer to the offer: %(answer)s")
    PLANNED = "internship-planned", _("Start planned for %(date)s")
    PLAN_DROPPED = "internship-plan-dropped", _("Planned start dropped")
    NOT_STARTED = "internship-not-started", _("Did not start: %(whose)s")
    MAY_STILL_START = "internship-may-still-start", _("May start after all")
    AGREEMENT_DRAWN_UP = "placement-agreement-drawn-up", _("Agreement with the company drawn up")
    AGREEMENT_CHANGED = "placement-agreement-changed", _("Agreement with the company changed")
    AGREEMENT_SIGNED = (
        "placement-agreement-signed",
        _("Signatures on the agreement with the company recorded"),
    )
    AGREEMENT_WITHDRAWN = "placement-agreement-withdrawn", _("Agreement with the company withdrawn")


ICONS = {
    Verb.OFFERED: "email",
    Verb.ANSWERED: "reply",
    Verb.PLANNED: "calendar-month",
    Verb.PLAN_DROPPED: "calendar-month",
    Verb.NOT_STARTED: "close",
    Verb.MAY_STILL_START: "reply",
    Verb.AGREEMENT_DRAWN_UP: "edit",
    Verb.AGREEMENT_CHANGED: "edit",
    Verb.AGREEMENT_SIGNED: "success",
    Verb.AGREEMENT_WITHDRAWN: "close",
}
