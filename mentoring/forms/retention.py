"""What is asked about staying in a job or an education. The verbs decide what is true."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from accounts.fields import DatedForm, DayField
from mentoring.models import Outlook
from mentoring.models.retention_talk import MAX_LENGTH
from refugees.forms.dates import reason_field
from refugees.forms.work import READ_BY_THE_UNIT
from refugees.models import Participant, TalkForm


class OfferMentorForm(DatedForm):
    """When a retention mentor was offered."""

    on = DayField(label=_("When was it offered?"))


class TakeOfferBackForm(DatedForm):
    """Why there was no such offer."""

    reason = reason_field(_("Why is it taken back?"))


def view_field(label: str, *, required: bool = False) -> forms.CharField:
    """What one side says."""
    return forms.CharField(
        label=label,
        required=required,
        max_length=MAX_LENGTH,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_("Colleagues in the unit can read it. Leave out health details."),
        error_messages={"required": _("Write what the person says.")},
    )


class ViewsForm(DatedForm):
    """What each side says: the workplace, the school, the person."""

    business_says = view_field(_("Business view: what does the workplace say?"))
    education_says = view_field(_("Education view: what does the school say?"))
    person_says = view_field(_("What does the person say?"), required=True)
    outlook = forms.ChoiceField(
        label=_("What do you believe after the talk?"),
        choices=Outlook,
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose what you believe.")},
    )

    def clean(self) -> dict[str, Any]:
        """At least one of the two sides was heard besides the person."""
        cleaned = super().clean()
        if not cleaned.get("business_says") and not cleaned.get("education_says"):
            self.add_error("business_says", _("Write what the workplace or the school says."))
        return cleaned


class HoldTalkForm(ViewsForm):
    """The talk itself, then what was said."""

    on = DayField(label=_("Which day?"))
    form = forms.ChoiceField(
        label=_("How did you meet?"), choices=TalkForm, widget=forms.RadioSelect, initial=TalkForm.IN_PERSON
    )
    participants = forms.MultipleChoiceField(
        label=_("Who else took part?"),
        choices=Participant,
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    agreement = forms.CharField(
        label=_("What was agreed?"),
        required=False,
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=READ_BY_THE_UNIT,
    )
    field_order = ("on", "form", "participants", "business_says", "education_says", "person_says")


class CorrectViewsForm(ViewsForm):
    """What was said, and why the first record was wrong."""

    reason = reason_field(_("Why is it corrected?"))
