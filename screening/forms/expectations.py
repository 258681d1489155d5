"""What is asked when expectations are matched. The verbs decide what is true."""

from django import forms
from django.utils.translation import gettext_lazy as _

from accounts.fields import DatedForm, DayField
from refugees.forms.dates import reason_field
from screening.forms.contract import NO_HEALTH
from screening.models import Missing, Topic


class MatchForm(DatedForm):
    """What was said on both sides."""

    matched_on = DayField(label=_("When did you talk about it?"))
    explained = forms.MultipleChoiceField(
        label=_("What did you explain that the City expects?"),
        choices=Topic,
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": _("Choose at least one thing that was explained.")},
    )
    explained_text = forms.CharField(
        label=_("What else was explained?"),
        required=False,
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 2}),
    )
    expects = forms.CharField(
        label=_("What does the person expect?"),
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=NO_HEALTH,
        error_messages={"required": _("Write what the person expects.")},
    )
    agreed = forms.CharField(
        label=_("What did you agree?"),
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 4}),
        error_messages={"required": _("Write what you agreed.")},
    )


class SignForm(DatedForm):
    """Who signed when; or why the person has not."""

    person_signed_on = DayField(label=_("When did the person sign?"), quick=False, required=False)
    person_missing = forms.ChoiceField(
        label=_("If not: why?"),
        choices=Missing,
        required=False,
        help_text=_("Illness or disability is “not able to sign”. What it is, is not written here."),
    )
    city_signed_on = DayField(label=_("When did you sign for the City?"))


class WithdrawForm(DatedForm):
    """Why it was a mistake."""

    reason = reason_field(_("Why is it withdrawn?"))
