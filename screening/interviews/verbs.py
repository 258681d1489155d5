"""The lines that this pillar leaves in a case's history."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Verb(TextChoices):
    """What happened to the interviews with a person."""

    PLANNED = "interview-planned", _("%(interview)s planned for %(date)s")
    INVITED = "interview-invited", _("Invited to the %(interview_within)s of %(date)s")
    HELD = "interview-held", _("%(interview)s held on %(date)s")
    NOT_HELD = "interview-not-held", _("%(interview)s of %(date)s not held: %(whose_doing)s")
    MOVED = "interview-moved", _("%(interview)s moved from %(was)s to %(date)s: %(whose_doing)s")
    REOPENED = "interview-reopened", _("Taken back: what became of the %(interview_within)s of %(date)s")


ICONS = {
    Verb.PLANNED: "calendar-month",
    Verb.INVITED: "email",
    Verb.HELD: "chat",
    Verb.NOT_HELD: "chat",
    Verb.MOVED: "calendar-month",
    Verb.REOPENED: "close",
}
