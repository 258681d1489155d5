"""The lines that a registration as a job-seeker leaves in a case's history. The reasons stay with the fact."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class JobnetVerb(TextChoices):
    """What happened about the registration as a job-seeker and the CV on Jobnet."""

    REGISTERED = "job-seeker-registered", _("Registered as a job-seeker on %(date)s")
    CV_FOUND = "jobnet-cv-found", _("CV found on Jobnet on %(day)s")
    EXEMPTED = "jobnet-cv-exempted", _("Exempt from the CV on Jobnet from %(day)s")
    ENDED = "job-seeker-ended", _("No longer registered as a job-seeker from %(day)s")
    CORRECTED = "job-seeker-corrected", _("Registration as a job-seeker of %(was)s corrected: %(date)s")
    TAKEN_BACK = "job-seeker-taken-back", _("Registration as a job-seeker of %(date)s taken back")


ICONS = {
    JobnetVerb.REGISTERED: "contact-card",
    JobnetVerb.CV_FOUND: "success",
    JobnetVerb.EXEMPTED: "document",
    JobnetVerb.ENDED: "flag",
    JobnetVerb.CORRECTED: "edit",
    JobnetVerb.TAKEN_BACK: "close",
}
