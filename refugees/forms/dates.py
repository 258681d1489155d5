"""What is asked about the dated facts of a case. The verbs decide what is true."""

from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _

from accounts.fields import DatedForm, DayField
from refugees.events import KeyEvent, Source
from refugees.models import BenefitKind, CloseReason, Readiness
from refugees.takeover import PermitGround

ANOTHER_DAY = "another"
# What the rule computes is never typed in by a person.
TYPED_SOURCES = [(value, label) for value, label in Source.choices if value != Source.RULE]


def reason_field(label: str = "", *, required: bool = True, help_text: str = "") -> forms.CharField:
    """A sentence that says why; it stays beside the fact."""
    return forms.CharField(
        label=label or _("Why?"),
        help_text=help_text or _("Colleagues in the unit can read it. Leave out health details."),
        required=required,
        max_length=300,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": _("Say why.")},
    )


class RecordDateForm(DatedForm):
    """A key date that is not known yet."""

    event = forms.ChoiceField(
        label=_("What happened?"),
        widget=forms.RadioSelect,
        error_messages={
            "required": _("Choose what happened."),
            "invalid_choice": _("This date is already recorded. Correct it instead, and say why."),
        },
    )
    on = DayField(label=_("When?"))
    source = forms.ChoiceField(label=_("Who says so?"), choices=TYPED_SOURCES, initial=Source.CITY)

    def __init__(self, *args: Any, missing: list[KeyEvent], **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["event"].choices = [(event.value, event.label) for event in missing]


class CorrectDateForm(DatedForm):
    """Another date, and why the first one was wrong."""

    on = DayField(label=_("What is the right date?"))
    source = forms.ChoiceField(label=_("Who says so?"), choices=TYPED_SOURCES, initial=Source.CITY)
    reason = reason_field(_("Why is it corrected?"))


class ReasonForm(DatedForm):
    """Only why."""

    reason = reason_field()


class ConfirmTakeoverForm(DatedForm):
    """One of the days that the rule allows, or another one."""

    choice = forms.ChoiceField(
        label=_("Which day is it?"),
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose the takeover date.")},
    )
    on = DayField(label=_("The other day"), quick=False, required=False)

    def __init__(self, *args: Any, proposals: list[date], **options: Any) -> None:
        super().__init__(*args, **options)
        days = [(day.isoformat(), date_format(day, "DATE_FORMAT")) for day in proposals]
        self.fields["choice"].choices = [*days, (ANOTHER_DAY, _("Another day"))]
        if len(proposals) == 1:
            self.fields["choice"].initial = days[0][0]

    def clean(self) -> dict[str, Any]:
        """The day that was meant, as `day`."""
        cleaned = super().clean()
        choice = cleaned.get("choice")
        if choice == ANOTHER_DAY:
            cleaned["day"] = cleaned.get("on")
            if not cleaned["day"] and "on" not in self.errors:
                self.add_error("on", _("Write the other day."))
        elif choice:
            cleaned["day"] = date.fromisoformat(choice)
        return cleaned


class ReadinessForm(DatedForm):
    """Job-ready or not, from when, and why not."""

    readiness = forms.ChoiceField(
        label=_("Is the person job-ready?"),
        choices=Readiness,
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose one of the two.")},
    )
    on = DayField(label=_("From when?"))
    reason = reason_field(
        required=False,
        help_text=_(
            "Needed when the person is not job-ready: only somebody obviously unable is exempt. No diagnosis."
        ),
    )

    def clean(self) -> dict[str, Any]:
        """The sentence about a missing reason belongs at the reason; whoever is job-ready has none."""
        cleaned = super().clean()
        if cleaned.get("readiness") == Readiness.READY:
            cleaned["reason"] = ""
        if cleaned.get("readiness") == Readiness.EXEMPT and not cleaned.get("reason"):
            self.add_error("reason", _("Say why the person obviously cannot take part."))
        return cleaned


class DecideReadinessForm(ReadinessForm):
    """A decision, and whether it is the one on the category that the law asks for."""

    categorised_on = DayField(
        label=_("Is this the decision on the category? When was it made?"),
        quick=False,
        required=False,
        help_text=_(
            "The law asks for it three months after the takeover. Leave it empty for any other decision."
        ),
    )

    def __init__(self, *args: Any, is_categorised: bool, **options: Any) -> None:
        super().__init__(*args, **options)
        if is_categorised:
            del self.fields["categorised_on"]

    def clean_categorised_on(self) -> date | None:
        """A decision is recorded once it is made."""
        on = self.cleaned_data["categorised_on"]
        if on and on > self.today:
            raise ValidationError(_("The decision is recorded on the day it is made or later."))
        return on


class BenefitForm(DatedForm):
    """What the person lives on from a day on."""

    kind = forms.ChoiceField(
        label=_("What does the person live on?"),
        choices=BenefitKind,
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose one of the two.")},
    )
    on = DayField(label=_("From when?"))


def check_last_day(form: DatedForm) -> None:
    """A period has at least one day."""
    on, last_on = form.cleaned_data.get("on"), form.cleaned_data.get("last_on")
    if on and last_on and last_on < on:
        form.add_error("last_on", _("The last day cannot be before the first."))


def last_day_field() -> DayField:
    """The last day of a period, if it has ended."""
    return DayField(
        label=_("Until when?"),
        quick=False,
        required=False,
        help_text=_("The last day. Leave it empty while it still holds."),
    )


class CorrectReadinessForm(ReadinessForm):
    """What was decided otherwise or for other days, and why it is corrected."""

    last_on = last_day_field()
    why = reason_field(_("Why is it corrected?"))
    field_order = ["readiness", "on", "last_on", "reason", "why"]

    def clean(self) -> dict[str, Any]:
        """The days in their order."""
        cleaned = super().clean()
        check_last_day(self)
        return cleaned


class CorrectBenefitForm(BenefitForm):
    """What it really was, in which days, and why it is corrected."""

    last_on = last_day_field()
    why = reason_field(_("Why is it corrected?"))

    def clean(self) -> dict[str, Any]:
        """The days in their order."""
        cleaned = super().clean()
        check_last_day(self)
        return cleaned


class CloseForm(DatedForm):
    """When and why the City's responsibility ended."""

    reason = forms.ChoiceField(
        label=_("Why does the City's responsibility end?"),
        choices=CloseReason,
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose why.")},
    )
    on = DayField(label=_("From which day?"))

    def clean_on(self) -> date:
        """A case is closed when the responsibility has ended, not before."""
        if self.cleaned_data["on"] > self.today:
            raise ValidationError(_("A case is closed on the day or later, not before."))
        return self.cleaned_data["on"]


class NothingMoreForm(DatedForm):
    """Nothing is asked: sending it is the answer."""

    sure = forms.BooleanField(initial=True, widget=forms.HiddenInput)


class GroundForm(DatedForm):
    """Another permit ground, and why."""

    permit_ground = forms.ChoiceField(label=_("Permit ground"), choices=PermitGround)
    reason = reason_field()
