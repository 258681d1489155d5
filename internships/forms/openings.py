"""What is asked about places that a company offers."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from accounts.fields import DatedForm, DayField
from internships.forms.companies import LanguagesField, UnitField, unit_of
from internships.models import Closing, OfferKind, ProductionUnit
from refugees.forms.hours import HoursField


class OpeningForm(DatedForm):
    """Where, for what, doing what, how much, how many, from when."""

    unit = UnitField(label=_("Production unit"), error_messages={"required": _("Choose where the place is.")})
    kind = forms.ChoiceField(
        label=_("What is offered?"),
        choices=OfferKind,
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose what is offered.")},
    )
    tasks = forms.CharField(
        label=_("Tasks"),
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": _("Write what there is to do.")},
    )
    requirements = forms.CharField(
        label=_("Requirements"),
        help_text=_("For example a driving licence, lifting, early mornings."),
        max_length=1000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    minutes_a_week = HoursField(
        label=_("Hours a week"),
        help_text=_("With minutes if you like: 30, 7:30 or 7,5. At most 37."),
        error_messages={"required": _("Write how many hours a week.")},
    )
    languages = LanguagesField(label=_("Languages needed"), help_text=_("None if none is needed."))
    capacity = forms.IntegerField(
        label=_("Places"),
        min_value=1,
        initial=1,
        error_messages={"required": _("Write how many places."), "min_value": _("At least one place.")},
    )
    start_from = DayField(label=_("Can start from"), quick=False)
    start_until = DayField(
        label=_("Can start until"),
        quick=False,
        required=False,
        help_text=_("Leave empty if there is no last day."),
    )

    def __init__(self, *args: Any, units: list[ProductionUnit], **options: Any) -> None:
        super().__init__(*args, **options)
        self.units = units
        self.fields["unit"].offer(units, none=_("Choose"))
        if len(units) == 1:
            self.initial.setdefault("unit", str(units[0].public_id))

    @property
    def facts(self) -> dict[str, Any]:
        """As the verb takes them."""
        return self.cleaned_data | {"unit": unit_of(self.units, self.cleaned_data["unit"])}


class ChangeOpeningForm(OpeningForm):
    """The same at the same unit."""

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, units=[], **options)
        del self.fields["unit"]

    @property
    def facts(self) -> dict[str, Any]:
        """As the verb takes them."""
        return self.cleaned_data


class CloseForm(DatedForm):
    """Why nobody more is looked for."""

    closing = forms.ChoiceField(
        label=_("Why is it closed?"),
        choices=[(value, label) for value, label in Closing.choices if value],
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose why the opening is closed.")},
    )
    closing_words = forms.CharField(
        label=_("In words"),
        help_text=_("Needed for another reason."),
        max_length=300,
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
    )


class ReopenForm(DatedForm):
    """Nothing is asked: the places are offered again."""
