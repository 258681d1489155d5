"""What the health team is asked. The verbs decide what is true."""

from datetime import datetime, time
from typing import Any

from django import forms
from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from accounts.fields import DatedForm, DayField
from health.models import (
    Clinic,
    Decider,
    HealthAnswer,
    Interpreter,
    OnwardStatus,
    Outcome,
    Purpose,
    Way,
)
from refugees.forms.dates import reason_field
from refugees.forms.work import time_field
from refugees.models import Ability, Limit, Need

READ_BY_HEALTH = _("Only the health team reads it.")
READ_BY_THE_UNIT = _(
    "Caseworkers of the unit read this. Write what work must take into account,"
    " never a diagnosis, a treatment or a cause."
)


def secret_field(label: str, *, rows: int = 3, most: int = 1000, required: bool = False) -> forms.CharField:
    """Words that stay in the compartment."""
    return forms.CharField(
        label=label,
        help_text=READ_BY_HEALTH,
        max_length=most,
        required=required,
        widget=forms.Textarea(attrs={"rows": rows, "autocomplete": "off"}),
    )


def choice_field(label: str, choices: Any, *, said: str) -> forms.ChoiceField:
    """One of a few; `said` is the sentence where nothing was chosen."""
    chosen = [(value, words) for value, words in choices.choices if value]
    return forms.ChoiceField(
        label=label, choices=chosen, widget=forms.RadioSelect, error_messages={"required": said}
    )


class InterpretedForm(DatedForm):
    """A meeting, with or without an interpreter."""

    interpreter = choice_field(_("Interpreter"), Interpreter, said=_("Say whether somebody interprets."))
    is_not_family = forms.BooleanField(
        label=_("The interpreter is not close family of the person"), required=False
    )

    def clean(self) -> dict[str, Any]:
        """Close family may not interpret; without an interpreter nothing is said of one."""
        cleaned = super().clean()
        if cleaned.get("interpreter") == Interpreter.NONE:
            cleaned["is_not_family"] = False
        elif cleaned.get("interpreter") and not cleaned.get("is_not_family"):
            words = _("Close family may not interpret about health. Find another interpreter.")
            self.add_error("is_not_family", words)
        return cleaned


class OfferForm(InterpretedForm):
    """An assessment that was offered."""

    offered_on = DayField(label=_("When was it offered?"))
    way = choice_field(_("How?"), Way, said=_("Say how it was offered."))
    field_order = ["offered_on", "way", "interpreter", "is_not_family"]


class AnswerForm(DatedForm):
    """What the answer was."""

    answer = choice_field(_("Answer"), HealthAnswer, said=_("Choose the answer."))
    decided_by = choice_field(_("Who answered?"), Decider, said=_("Choose who answered."))
    answered_on = DayField(label=_("When?"))
    answer_reason = secret_field(_("What was said"))


class YesAfterAllForm(DatedForm):
    """A decline withdrawn."""

    decline_withdrawn_on = DayField(label=_("When did the person say yes?"))


class TakeBackForm(DatedForm):
    """Why an offer is taken back."""

    reason = secret_field(_("Why?"), most=300, required=True)


class ConsentForm(DatedForm):
    """A consent to one purpose."""

    purpose = choice_field(_("To what does the person consent?"), Purpose, said=_("Choose to what."))
    decided_by = choice_field(_("Who consents?"), Decider, said=_("Choose who consents."))
    given_on = DayField(label=_("When?"))


class WithdrawConsentForm(DatedForm):
    """A consent withdrawn."""

    withdrawn_on = DayField(label=_("When was it withdrawn?"))


class ClinicField(forms.ModelChoiceField):
    """A clinic, by name."""

    def label_from_instance(self, clinic: Clinic) -> str:
        """Its name."""
        return clinic.name


class ReferralForm(DatedForm):
    """To which clinic somebody is sent."""

    clinic = ClinicField(label=_("To which clinic?"), queryset=Clinic.objects.none(), required=False)
    other_clinic = forms.CharField(
        label=_("Another clinic"), help_text=_("If it is not in the list."), max_length=120, required=False
    )
    sent_on = DayField(label=_("When was it sent?"))
    about = secret_field(_("What the clinic should know"), rows=5, most=2000)

    def __init__(self, *args: Any, clinics: QuerySet[Clinic], **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["clinic"].queryset = clinics
        self.fields["clinic"].initial = clinics.first()

    def clean(self) -> dict[str, Any]:
        """One of the list, or another one."""
        cleaned = super().clean()
        if not cleaned.get("clinic") and not cleaned.get("other_clinic"):
            self.add_error("clinic", _("Choose a clinic, or write the name of another one."))
        return cleaned

    def chosen_clinic(self) -> Clinic:
        """The clinic; another one is written down now."""
        other = self.cleaned_data["other_clinic"]
        return Clinic.objects.known_as(other) if other else self.cleaned_data["clinic"]


class ReceivedForm(DatedForm):
    """When the clinic got it."""

    received_on = DayField(label=_("When did the clinic receive it?"))


class ClinicTimeForm(InterpretedForm):
    """A time at the clinic."""

    day = DayField(label=_("Which day?"), quick=False)
    starts = time_field(_("From"))
    ends = time_field(_("To"))
    place = forms.CharField(label=_("Where?"), help_text=READ_BY_HEALTH, max_length=200, required=False)
    field_order = ["day", "starts", "ends", "place", "interpreter", "is_not_family"]

    def clean(self) -> dict[str, Any]:
        """The end is after the start."""
        cleaned = super().clean()
        starts, ends = cleaned.get("starts"), cleaned.get("ends")
        if starts and ends and ends <= starts:
            self.add_error("ends", _("The end must be after the start."))
        return cleaned

    @property
    def facts(self) -> dict[str, Any]:
        """What an appointment is made of."""
        given = self.cleaned_data
        kept = {name: given[name] for name in ("place", "interpreter", "is_not_family")}
        return kept | {"starts_at": self._at(given["starts"]), "ends_at": self._at(given["ends"])}

    def _at(self, hour: time) -> datetime:
        return timezone.make_aware(datetime.combine(self.cleaned_data["day"], hour))


class OutcomeForm(DatedForm):
    """What became of an appointment."""

    outcome = choice_field(_("What became of it?"), Outcome, said=_("Choose what became of it."))
    outcome_reason = secret_field(_("What happened"), most=300)


class AssessmentForm(DatedForm):
    """What was found."""

    done_on = DayField(label=_("When was the person assessed?"))
    findings = secret_field(_("Findings"), rows=8, most=5000, required=True)


class OnwardForm(DatedForm):
    """To whom somebody is referred on."""

    to_whom = forms.CharField(
        label=_("To whom?"),
        help_text=READ_BY_HEALTH,
        max_length=200,
        error_messages={"required": _("Write to whom the person is referred.")},
    )
    reason = secret_field(_("For what?"))
    sent_on = DayField(label=_("When was it sent?"))


class StatusForm(DatedForm):
    """How far a treatment has come."""

    status = choice_field(_("How far has it come?"), OnwardStatus, said=_("Choose how far it has come."))
    status_on = DayField(label=_("Since when?"))


class ConclusionForm(DatedForm):
    """What work must take into account. The one text here that others read."""

    on = DayField(label=_("From when does it hold?"))
    ability = choice_field(_("Can the person work?"), Ability, said=_("Choose one of the three."))
    not_before = DayField(
        label=_("Not before which day?"),
        quick=False,
        required=False,
        help_text=_("Only if the person cannot work yet."),
    )
    week_hours = forms.IntegerField(
        label=_("Hours a week at most"),
        required=False,
        help_text=_("Only if the person can work with limits."),
    )
    limits = forms.MultipleChoiceField(
        label=_("Limits"),
        choices=Limit,
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=_("Only if the person can work with limits."),
    )
    note = forms.CharField(
        label=_("In few words"),
        help_text=READ_BY_THE_UNIT,
        max_length=200,
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
    )
    FACTS = ("ability", "not_before", "week_hours", "limits", "note")

    @property
    def facts(self) -> dict[str, Any]:
        """What is said, from a day on."""
        return {name: self.cleaned_data[name] for name in self.FACTS}


class NeedsForm(DatedForm):
    """What the home must have."""

    on = DayField(label=_("From when does it hold?"))
    needs = forms.MultipleChoiceField(
        label=_("What must the home have?"),
        choices=Need,
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=_(
            "Those who find a home read this, without the cause. Choose nothing if nothing special is needed."
        ),
    )
    FACTS = ("needs",)

    @property
    def facts(self) -> dict[str, Any]:
        """What is said, from a day on."""
        return {"needs": self.cleaned_data["needs"]}


class CorrectConclusionForm(ConclusionForm):
    """What is right, and why it was said otherwise."""

    why = reason_field(_("Why is it corrected?"))


class CorrectNeedsForm(NeedsForm):
    """What is right, and why it was said otherwise."""

    why = reason_field(_("Why is it corrected?"))
