"""What is asked about a contract. The verbs decide what is true."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from django import forms
from django.forms import BaseFormSet, formset_factory
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from accounts.fields import DatedForm, DayField
from refugees.forms.dates import reason_field
from screening.hours import HoursField
from screening.models import Activity, ActivityKind, Missing
from screening.models.signing import OFFERED

NO_HEALTH = _("It is printed and signed. Leave out health details.")
MOST_ACTIVITIES = 12
EMPTY_ROWS = 2


class ActivityForm(DatedForm):
    """One activity. A row that is left empty is none."""

    kind = forms.ChoiceField(
        label=_("Activity"),
        choices=[("", _("Choose")), *ActivityKind.choices],
        error_messages={"required": _("Choose the kind of activity.")},
    )
    what = forms.CharField(
        label=_("What exactly"),
        max_length=300,
        error_messages={"required": _("Write what the person is to do.")},
    )
    begins_on = DayField(label=_("From"), quick=False, required=False)
    ends_on = DayField(label=_("Until"), quick=False, required=False)
    minutes_a_week = HoursField(_("Hours a week"))

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.empty_permitted = True

    def has_changed(self) -> bool:
        """Whether anything stands in the row, whatever stood there before: an emptied row takes the activity out."""
        return any(each.field.has_changed(None, each.data) for each in self)

    def clean(self) -> dict[str, Any]:
        """The sentence about the days belongs at the last one."""
        cleaned = super().clean()
        begins_on, ends_on = cleaned.get("begins_on"), cleaned.get("ends_on")
        if begins_on and ends_on and ends_on < begins_on:
            self.add_error("ends_on", _("An activity ends on the day it begins or later."))
        return cleaned


class Activities(BaseFormSet):
    """The activities of a version, with some empty rows to write more in."""

    @property
    def rows(self) -> list[dict[str, Any]]:
        """Those that say something, as the verb takes them."""
        return [form.cleaned_data for form in self.forms if form.cleaned_data]

    def clean(self) -> None:
        """A contract is about something."""
        if not any(self.errors) and not self.rows:
            raise forms.ValidationError(_("Write at least one activity."))


ActivityFormSet = formset_factory(
    ActivityForm,
    formset=Activities,
    extra=EMPTY_ROWS,
    max_num=MOST_ACTIVITIES,
    absolute_max=MOST_ACTIVITIES,
    validate_max=True,
)


class ContractForm(DatedForm):
    """The content of a version, beside its activities."""

    goal = forms.CharField(
        label=_("What is the goal for work or education?"),
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=NO_HEALTH,
        error_messages={"required": _("Write the goal.")},
    )
    ratio = forms.CharField(
        label=_("How do Danish and the other activities go together?"),
        required=False,
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 2}),
    )
    administration = forms.CharField(
        label=_("Which administration coordinates?"), required=False, max_length=120
    )
    programme_from = DayField(
        label=_("When does the programme start?"),
        quick=False,
        required=False,
        help_text=_("The contract is revised a year after that day."),
    )
    drawn_up_on = DayField(label=_("When was this version drawn up?"))

    def __init__(
        self, data: Any = None, *, today: date, rows: Sequence[dict[str, Any]] = (), **options: Any
    ) -> None:
        super().__init__(data, today=today, **options)
        self.activities = ActivityFormSet(data, prefix="activity", initial=rows, form_kwargs={"today": today})

    def clean(self) -> dict[str, Any]:
        """What is wrong with an activity is told above the form too, with its number."""
        cleaned = super().clean()
        if not self.activities.is_valid():
            for error in self.activities.non_form_errors():
                self.add_error(None, error)
            for number, errors in enumerate(self.activities.errors, 1):
                for sentence in (sentence for told in errors.values() for sentence in told):
                    self.add_error(None, _numbered(number, sentence))
        return cleaned

    @property
    def facts(self) -> dict[str, Any]:
        """The content of a version, as the verbs take it."""
        return self.cleaned_data | {"activities": self.activities.rows}


def _numbered(number: int, sentence: str) -> str:
    return gettext("Activity %(number)d: %(sentence)s") % {"number": number, "sentence": sentence}


def known(activity: Activity) -> dict[str, Any]:
    """An activity as its row of the form shows it."""
    return {name: getattr(activity, name) for name in ActivityForm.base_fields}


class ConcludeForm(DatedForm):
    """Who signed when; or why the person has not."""

    person_signed_on = DayField(label=_("When did the person sign?"), quick=False, required=False)
    person_missing = forms.ChoiceField(
        label=_("If not: why?"),
        choices=Missing,
        required=False,
        help_text=_("Illness or disability is “not able to sign”. What it is, is not written here."),
    )
    fixed_because = forms.CharField(
        label=_("If the City fixes the content: why?"),
        required=False,
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=_("Fixing the content is a decision: the person is told in writing and can complain."),
    )
    declaration_signed_on = DayField(
        label=_("When did the person sign the residence and self-support declaration?"),
        quick=False,
        required=False,
    )
    declaration_missing = forms.ChoiceField(
        label=_("If not: why?"),
        choices=OFFERED,
        required=False,
        help_text=_(
            "It is signed together with the contract; with a revision only if it was not signed before."
        ),
    )
    city_signed_on = DayField(label=_("When did you sign for the City?"))


class WithdrawForm(DatedForm):
    """Why it was a mistake."""

    reason = reason_field(_("Why is it withdrawn?"))
