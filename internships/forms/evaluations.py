"""What is asked when a placement is looked back on. The same few questions of both sides."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from accounts.fields import DatedForm, DayField
from internships.models import Again, Rating, Side

LOOKED_BACK = _("Choose one.")


def rating(label: object) -> forms.ChoiceField:
    """Well, in part, not well."""
    return forms.ChoiceField(
        label=label, choices=Rating, widget=forms.RadioSelect, error_messages={"required": LOOKED_BACK}
    )


class LookingBackForm(DatedForm):
    """How it went."""

    tasks = rating(_("How did the tasks go?"))
    punctuality = rating(_("How was it with being on time?"))
    language = rating(_("How did the language at work go?"))
    again = forms.ChoiceField(
        label=_("Would you do it again?"),
        help_text=_("A company: hire, or take on again. The person: recommend the place."),
        choices=Again,
        widget=forms.RadioSelect,
        error_messages={"required": LOOKED_BACK},
    )
    words = forms.CharField(
        label=_("In your own words"),
        help_text=_("Leave out health details."),
        max_length=1000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
    )

    @property
    def answers(self) -> dict[str, str]:
        """What the verb is told."""
        return {name: self.cleaned_data[name] for name in LookingBackForm.base_fields}


class EvaluationForm(LookingBackForm):
    """The same, written down by the caseworker: with the person, or as the company told it."""

    side = forms.ChoiceField(
        label=_("Who says so?"),
        choices=Side,
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose who says so.")},
    )
    evaluated_on = DayField(label=_("When was it said?"))
    field_order = ["side", "evaluated_on", *LookingBackForm.base_fields]


class HostEvaluationForm(LookingBackForm):
    """The same, by the company itself."""

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["again"].label = _("Would you hire, or take somebody on again?")
        self.fields["again"].help_text = ""
