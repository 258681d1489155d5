"""What may fill a week beside occupations and classes, on what a cut of hours rests, and their lines of history."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class CountedKind(TextChoices):
    """What else counts towards the work duty (Integration Act §§ 20 d(3), 20 d(4) and 23 a)."""

    GUIDANCE = "guidance", _("Guidance and upskilling")
    TALKS = "talks", _("Talks about work with the City")
    FURTHERING = "furthering", _("Activity that leads towards work or education")
    # What it is about is nobody's business here: it has no words.
    SOCIAL_HEALTH = "social-health", _("Effort under the social or health acts")
    JOB_SEARCH = "job-search", _("Preparation and job search")


class CutGround(TextChoices):
    """On what a cut for health rests. A closed list: words of one's own might tell a diagnosis."""

    CONCLUSION = "conclusion", _("The health team's conclusion about work")
    FOR_NOW = "for-now", _("Assessed for now, until the health team has concluded")


class WeekVerb(TextChoices):
    """What happened with the hours of a week."""

    COUNTED = "week-counted", _("Counted in the week from %(date)s: %(counted_kind)s")
    COUNTED_CORRECTED = (
        "week-counted-corrected",
        _("Corrected: %(counted_kind)s from %(date)s; was from %(was)s"),
    )
    COUNTED_WITHDRAWN = "week-counted-withdrawn", _("Withdrawn: %(counted_kind)s from %(was)s")
    CUT = "hours-cut", _("Hours of the work duty cut from %(date)s")
    CUT_CORRECTED = "hours-cut-corrected", _("Corrected: hours cut from %(date)s; was from %(was)s")
    CUT_WITHDRAWN = "hours-cut-withdrawn", _("Withdrawn: hours cut from %(was)s")


ICONS = {
    WeekVerb.COUNTED: "hourglass",
    WeekVerb.COUNTED_CORRECTED: "edit",
    WeekVerb.COUNTED_WITHDRAWN: "close",
    WeekVerb.CUT: "hourglass",
    WeekVerb.CUT_CORRECTED: "edit",
    WeekVerb.CUT_WITHDRAWN: "close",
}
