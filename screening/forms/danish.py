"""What is asked about Danish education. The verbs decide what is true."""

from django import forms
from django.utils.translation import gettext_lazy as _

from accounts.fields import DatedForm, DayField
from refugees.forms.dates import reason_field
from screening.hours import HoursField
from screening.models import Finish, Track


class ReferForm(DatedForm):
    """A referral that was sent."""

    provider = forms.CharField(
        label=_("To which provider?"),
        max_length=120,
        error_messages={"required": _("Write the provider's name.")},
    )
    referred_on = DayField(label=_("When was the person referred?"))


class PlaceForm(DatedForm):
    """What the provider decided."""

    track = forms.ChoiceField(
        label=_("Which Danish education did the provider choose?"),
        choices=[choice for choice in Track.choices if choice[0]],
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose what the provider decided.")},
    )
    module = forms.CharField(label=_("Module"), required=False, max_length=40)
    on = DayField(label=_("When did the provider decide it?"))
    starts_on = DayField(label=_("First lesson"), quick=False, required=False)
    minutes_a_week = HoursField(_("Hours a week"))


class CorrectReferralForm(ReferForm):
    """Another provider or day, and why the first record was wrong."""

    reason = reason_field(_("Why is it corrected?"))


class EndReferralForm(DatedForm):
    """The last day, and how it ended."""

    ended_on = DayField(label=_("What was the last day?"))
    finish = forms.ChoiceField(
        label=_("How did it end?"),
        choices=[choice for choice in Finish.choices if choice[0]],
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose how it ended.")},
    )


class TakeReferralBackForm(DatedForm):
    """Why there was no such referral."""

    reason = reason_field(_("Why is it taken back?"))
