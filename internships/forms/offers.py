"""What is asked about an offer. The verbs decide what is true."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from accounts.fields import DatedForm, DayField
from internships.forms.choosing import CompanyForm
from internships.models import Answer, Barring, Offer, OfferKind, Opening, Whose


class ReplacesField(forms.TypedChoiceField):
    """In place of which offer that the company withdrew another one is given."""

    def __init__(self) -> None:
        super().__init__(
            label=_("In place of which offer that was withdrawn?"),
            help_text=_("No deadline begins anew by it: the first offer stays given."),
            required=False,
            widget=forms.RadioSelect,
            empty_value=None,
        )


def offer_to_replace(form: forms.Form, withdrawn: Sequence[Offer]) -> None:
    """Let a form choose among these offers: the only one until somebody says otherwise. Of none, nothing is asked."""
    if not withdrawn:
        del form.fields["replaces"]
        return
    by_key = {str(offer.public_id): offer for offer in withdrawn}
    field = form.fields["replaces"]
    field.choices = [("", _("None"))] + [(key, offer.words) for key, offer in by_key.items()]
    field.coerce = by_key.__getitem__
    field.initial = next(iter(by_key)) if len(by_key) == 1 else ""


class OfferForm(CompanyForm):
    """An offer that was given."""

    kind = forms.ChoiceField(
        label=_("What was offered?"),
        help_text=_(
            "Only an internship or a wage-subsidy job is the company-oriented offer that the law asks for (Integration"
            " Act §§ 23 b, 23 c). What else is offered stands in the history and meets no promise of an offer."
        ),
        choices=OfferKind,
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose what was offered.")},
    )
    offered_on = DayField(label=_("When was it offered to the person?"))
    planned_start_on = DayField(
        label=_("Planned start"), quick=False, required=False, help_text=_("If a day is agreed already.")
    )
    replaces = ReplacesField()

    def __init__(self, *args: Any, withdrawn: Sequence[Offer] = (), **options: Any) -> None:
        super().__init__(*args, **options)
        offer_to_replace(self, withdrawn)


class PlaceForm(DatedForm):
    """An offer of a place that a company has: company, kind and unit are known."""

    despite_barring = forms.BooleanField(label=_("Use the company all the same"), required=False)
    offered_on = DayField(label=_("When was it offered to the person?"))
    planned_start_on = DayField(
        label=_("Planned start"), quick=False, required=False, help_text=_("If a day is agreed already.")
    )

    replaces = ReplacesField()

    def __init__(self, *args: Any, opening: Opening, withdrawn: Sequence[Offer] = (), **options: Any) -> None:
        super().__init__(*args, **options)
        offer_to_replace(self, withdrawn)
        self.barring = Barring.objects.on(self.today).filter(company=opening.unit.company_id).first()
        if self.barring is None:
            del self.fields["despite_barring"]

    def clean(self) -> dict[str, Any]:
        """Whoever offers a place at a company that is not to be used has read why."""
        cleaned = super().clean()
        if self.barring and not cleaned.get("despite_barring"):
            words = _("This company is not to be used: %(reason)s Choose another, or tick that you mean it.")
            self.add_error("despite_barring", words % {"reason": self.barring.reason})
        return cleaned


class NotStartedForm(DatedForm):
    """That nobody began on an offer: whose doing, and why."""

    whose = forms.ChoiceField(
        label=_("Whose doing was it?"),
        help_text=_(
            "The page of the company counts it in the same words. It decides nothing about the person."
        ),
        choices=[(value, capfirst(label)) for value, label in Whose.choices],
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose whose doing it was.")},
    )
    reason = forms.CharField(
        label=_("What happened?"),
        help_text=_("Colleagues in the unit can read it; leave out health details."),
        max_length=300,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": _("Say what happened.")},
    )
    not_started_on = DayField(label=_("When was it known that it would not start?"))


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
