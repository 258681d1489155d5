"""What is asked about the registration of an IGU with the state."""

from django.utils.translation import gettext_lazy as _

from accounts.fields import DatedForm, DayField


class IguRegistrationForm(DatedForm):
    """When it was registered, and when the teaching plan stood. Either may still be to come."""

    registered_on = DayField(
        label=_("When was the agreement registered in VITAS?"),
        required=False,
        help_text=_("Empty while it is not."),
    )
    teaching_plan_on = DayField(
        label=_("When was the teaching plan ready?"), required=False, help_text=_("Empty while it is not.")
    )
