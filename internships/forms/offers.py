"""What is asked about an offer. The verbs decide what is true."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from accounts.fields import DatedForm, DayField
from internships.forms.choosing import CompanyForm
from internships.models import Answer, OfferKind


class OfferForm(CompanyForm):
    """An offer that was given."""

    kind = forms.ChoiceField(
        label=_("What was offered?"),
        choices=OfferKind,
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose what was offered.")},
    )
    offered_on = DayField(label=_("When was it offered to the person?"))
    planned_start_on = DayField(
        label=_("Planned start"), quick=False, required=False, help_text=_("If a day is agreed already.")
    )


class AnswerForm(DatedForm):
    """What became of an offer."""

    answer = forms.ChoiceField(
        label=_("Answer"),
        choices=[(value, label) for value, label in Answer.choices if value],
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose what became of the offer.")},
    )
    answer_reason = forms.CharField(
        label=_("Reason"),
        help_text=_(
            "Needed when the person declined. Colleagues in the unit can read it; leave out health details."
        ),
        required=False,
        max_length=300,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    answered_on = DayField(label=_("When was it answered?"))

    def clean(self) -> dict[str, Any]:
        """The sentence about a missing reason belongs at the reason."""
        cleaned = super().clean()
        if cleaned.get("answer") == Answer.DECLINED and not cleaned.get("answer_reason"):
            self.add_error("answer_reason", _("Say why the offer was declined."))
        return cleaned


class PlanForm(DatedForm):
    """When the start is planned."""

    planned_start_on = DayField(label=_("Planned start"), quick=False, required=False)
