"""What must always be true of a registration as a job-seeker."""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

RULES = [
    models.UniqueConstraint(
        name="one_registration_as_job_seeker_at_a_time",
        fields=["case"],
        condition=Q(ended_on=None, taken_back_at=None),
        violation_error_message=_("The person is registered as a job-seeker already. End that one first."),
    ),
    models.CheckConstraint(
        name="cv_on_jobnet_found_after_the_registration",
        condition=Q(cv_on=None) | Q(cv_on__gte=F("registered_on")),
        violation_error_message=_(
            "The CV is found on the day of the registration or later, also if it stood there before."
        ),
    ),
    models.CheckConstraint(
        name="exemption_from_the_cv_says_since_when_and_why",
        condition=Q(exempt_on=None, exempt_reason="")
        | Q(exempt_on__isnull=False, exempt_on__gte=F("registered_on")) & ~Q(exempt_reason=""),
        violation_error_message=_("An exemption has a day, not before the registration, and says why."),
    ),
    models.CheckConstraint(
        name="registration_as_job_seeker_ends_after_it_began",
        condition=Q(ended_on=None) | Q(ended_on__gte=F("registered_on")),
        violation_error_message=_("The registration cannot end before it began."),
    ),
    models.CheckConstraint(
        name="taking_back_a_registration_as_job_seeker_says_why",
        condition=Q(taken_back_at=None) | ~Q(correction_reason=""),
        violation_error_message=_("Say why the registration is taken back."),
    ),
]
