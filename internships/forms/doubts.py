"""What is asked about a doubt about availability. The verbs decide what is true."""

from django import forms
from django.utils.translation import gettext_lazy as _

from accounts.fields import DatedForm, DayField
from refugees.forms.dates import reason_field


class DoubtForm(DatedForm):
    """When something was received, and what."""

    received_on = DayField(label=_("When did we receive it?"))
    received = forms.CharField(
        label=_("What was received?"),
        help_text=_("From which public control, and what it says. Colleagues in the unit can read it."),
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 4}),
        error_messages={"required": _("Say what was received.")},
    )


class SendBackForm(DatedForm):
    """In what the person is to take part again."""

    on = DayField(label=_("When was the person told?"))
    to = forms.CharField(
        label=_("In what is the person to take part again?"),
        max_length=300,
        error_messages={"required": _("Say in what.")},
    )


class CorrectDoubtForm(DoubtForm):
    """Another day or another content, and why."""

    reason = reason_field(_("Why is it corrected?"))


class TakeDoubtBackForm(DatedForm):
    """Why there was nothing."""

    reason = reason_field(_("Why is it taken back?"))
