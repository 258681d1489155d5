"""What is asked about a registration as a job-seeker. The verbs decide what is true."""

from django.utils.translation import gettext_lazy as _

from accounts.fields import DatedForm, DayField
from refugees.forms.dates import reason_field


class RegisterForm(DatedForm):
    """Since when somebody is registered; the CV may be there already."""

    registered_on = DayField(label=_("When was the person registered as a job-seeker?"))
    cv_on = DayField(
        label=_("When was the CV found on Jobnet?"),
        quick=False,
        required=False,
        help_text=_("Leave it empty if it is not there yet."),
    )


class FindCvForm(DatedForm):
    """The caseworker looked, and it is there."""

    on = DayField(
        label=_("When was the CV found on Jobnet?"), help_text=_("Complete, and open to employers.")
    )


class ExemptForm(DatedForm):
    """The decision that somebody need not have it there for now."""

    on = DayField(label=_("From when is the person exempt?"))
    reason = reason_field(
        _("Why?"),
        help_text=_(
            "The law names one ground: that language or skill with computers is not enough for it."
            " Leave out health details."
        ),
    )


class EndRegistrationForm(DatedForm):
    """The end of a registration."""

    on = DayField(label=_("From when is the person no longer registered?"))


class CorrectRegistrationForm(DatedForm):
    """Other days, and why the first record was wrong."""

    registered_on = DayField(label=_("When was the person registered as a job-seeker?"))
    cv_on = DayField(
        label=_("When was the CV found on Jobnet?"),
        quick=False,
        required=False,
        help_text=_("Empty: it was not found."),
    )
    exempt_on = DayField(
        label=_("From when is the person exempt?"),
        quick=False,
        required=False,
        help_text=_("Empty: nobody decided that."),
    )
    ended_on = DayField(
        label=_("From when is the person no longer registered?"),
        quick=False,
        required=False,
        help_text=_("Empty: the registration goes on."),
    )
    reason = reason_field(_("Why is it corrected?"))


class TakeRegistrationBackForm(DatedForm):
    """Why there was no such registration."""

    reason = reason_field(_("Why is it taken back?"))
