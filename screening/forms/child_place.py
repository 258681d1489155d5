"""What is asked about a child's place in day care or school. The verbs decide what is true."""

from django import forms
from django.utils.translation import gettext_lazy as _

from accounts.fields import DatedForm, DayField
from refugees.forms.dates import reason_field
from screening.models import ChildPlaceKind


class ChildPlaceForm(DatedForm):
    """A place that was found, or that none is wanted for now."""

    kind = forms.ChoiceField(
        label=_("What was found for the child?"),
        choices=ChildPlaceKind.choices,
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose what was found.")},
    )
    where = forms.CharField(
        label=_("Where?"),
        max_length=120,
        required=False,
        help_text=_("The name of the school or institution."),
    )
    on = DayField(
        label=_("When was it found?"), help_text=_("The day on which the place was given, or it was said.")
    )
    starts_on = DayField(label=_("First day there"), quick=False, required=False)
    why = forms.CharField(
        label=_("Why is no place wanted?"),
        max_length=300,
        required=False,
        help_text=_("Only if none is wanted for now. Leave out health details."),
    )


class CorrectChildPlaceForm(ChildPlaceForm):
    """Another place or day, and why the first record was wrong."""

    reason = reason_field(_("Why is it corrected?"))


class TakeChildPlaceBackForm(DatedForm):
    """Why there was no such place."""

    reason = reason_field(_("Why is it taken back?"))
