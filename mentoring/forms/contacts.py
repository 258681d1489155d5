"""What is asked about a contact with a person. The verbs decide what is true."""

from django import forms
from django.utils.translation import gettext_lazy as _

from accounts.fields import DatedForm, DayField
from mentoring.models import ContactKind, ContactTopic
from mentoring.models.contact_kinds import MINUTES_OF_A_DAY, NOTE_MAX_LENGTH
from refugees.forms.dates import reason_field


class ContactForm(DatedForm):
    """How they were in touch, when, for how long, about what."""

    kind = forms.ChoiceField(
        label=_("How were you in touch?"),
        choices=ContactKind,
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose how you were in touch.")},
    )
    on = DayField(label=_("When?"))
    minutes = forms.IntegerField(
        label=_("How many minutes?"),
        required=False,
        min_value=1,
        max_value=MINUTES_OF_A_DAY,
        widget=forms.TextInput(
            attrs={"inputmode": "numeric", "autocomplete": "off", "class": "form-input--time"}
        ),
        error_messages={
            "invalid": _("Write the minutes as a number, for example 45."),
            "min_value": _("A contact takes at least a minute."),
            "max_value": _("A contact takes at most a day, 1440 minutes. Log each day for itself."),
        },
    )
    topics = forms.MultipleChoiceField(
        label=_("What was it about?"),
        choices=ContactTopic,
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    note = forms.CharField(
        label=_("Note"),
        required=False,
        max_length=NOTE_MAX_LENGTH,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_("The caseworker reads it. Leave out health details."),
        error_messages={
            "max_length": _("A note has at most 20,000 characters. Write the rest in another one."),
        },
    )


class CorrectContactForm(ContactForm):
    """How it really was, and why the first entry was wrong."""

    reason = reason_field(_("Why is it corrected?"))


class TakeContactBackForm(DatedForm):
    """Why there was no such contact."""

    reason = reason_field(_("Why is it taken back?"))
