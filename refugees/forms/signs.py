"""What is asked about early-warning signs. The verbs decide what is true."""

from django import forms
from django.utils.translation import gettext_lazy as _

from accounts.fields import DatedForm, DayField
from refugees.forms.dates import reason_field
from refugees.models import SignKind


class NoteSignForm(DatedForm):
    """What makes somebody think that it may not last."""

    kind = forms.ChoiceField(
        label=_("What did you notice?"),
        choices=SignKind,
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose what you noticed.")},
    )
    on = DayField(label=_("When?"))
    words = forms.CharField(
        label=_("In a few words"),
        required=False,
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_(
            "The caseworker reads it at once. Write nothing about health: choose that it may need the health team,"
            " and leave the words out."
        ),
    )


class ActOnSignForm(DatedForm):
    """What was done about it."""

    action = forms.CharField(
        label=_("What was done?"),
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Colleagues in the unit can read it. Leave out health details."),
        error_messages={"required": _("Say what was done.")},
    )
    on = DayField(label=_("When?"))


class TakeSignBackForm(DatedForm):
    """Why there was no such sign."""

    reason = reason_field(_("Why is it taken back?"))
