"""What is asked about a company and its parts. The verbs decide what is true."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from accounts.fields import DatedForm, DayField
from internships.models import AgreementKind, ProductionUnit, Sector
from refugees.districts import District
from refugees.forms.languages import LanguagesField

CHOOSE = ("", _("Choose"))


class UnitField(forms.ChoiceField):
    """One of the company's units by its public key, or none; `unit_of` gives the unit itself."""

    def __init__(self, **options: Any) -> None:
        super().__init__(choices=[], **options)

    def offer(self, units: list[ProductionUnit], *, none: str) -> None:
        """Let choose among these."""
        self.choices = [("", none), *((str(unit.public_id), unit.words) for unit in units)]


def unit_of(units: list[ProductionUnit], public_id: str) -> ProductionUnit | None:
    """The unit that was chosen."""
    return next((unit for unit in units if str(unit.public_id) == public_id), None)


class DescribeForm(DatedForm):
    """Name, sector and languages of a company."""

    name = forms.CharField(
        label=_("Name"), max_length=160, error_messages={"required": _("Write the company's name.")}
    )
    sector = forms.ChoiceField(
        label=_("Sector"), choices=[("", _("Not known")), *Sector.choices], required=False
    )
    languages = LanguagesField(label=_("Languages used at work"))


class RegisterForm(DescribeForm):
    """A company that the City does not know yet."""

    cvr = forms.CharField(
        label=_("CVR number"),
        help_text=_("Eight digits."),
        max_length=20,
        error_messages={"required": _("Write the company's CVR number.")},
    )
    field_order = ["name", "cvr", "sector", "languages"]


class UnitForm(DatedForm):
    """A workplace of a company."""

    p_number = forms.CharField(
        label=_("P-number"),
        help_text=_("Ten digits, from the central business register."),
        max_length=20,
        error_messages={"required": _("Write the P-number.")},
    )
    name = forms.CharField(
        label=_("What it is called"),
        help_text=_("If it has a name of its own."),
        max_length=160,
        required=False,
    )
    address = forms.CharField(
        label=_("Address"), max_length=200, error_messages={"required": _("Write the address.")}
    )
    district = forms.ChoiceField(
        label=_("District"),
        choices=[CHOOSE, *District.choices],
        error_messages={"required": _("Choose the district.")},
    )


class CorrectUnitForm(UnitForm):
    """The same, and whether it is still in use."""

    is_closed = forms.BooleanField(
        label=_("No longer in use"),
        help_text=_("It stays on what was done there, and can no longer be chosen."),
        required=False,
    )


class PersonForm(DatedForm):
    """A contact person."""

    name = forms.CharField(label=_("Name"), max_length=120, error_messages={"required": _("Write the name.")})
    job = forms.CharField(
        label=_("Role"), help_text=_("For example owner, shift leader, HR."), max_length=120, required=False
    )
    phone = forms.CharField(label=_("Telephone"), max_length=40, required=False)
    email = forms.EmailField(label=_("E-mail"), required=False)
    unit = UnitField(label=_("Production unit"), required=False)
    until_on = DayField(
        label=_("Last day they can be called"),
        quick=False,
        required=False,
        help_text=_("Only if they leave or have left."),
    )

    def __init__(self, *args: Any, units: list[ProductionUnit], **options: Any) -> None:
        super().__init__(*args, **options)
        self.units = units
        self.fields["unit"].offer(units, none=_("The whole company"))
        if not units:
            del self.fields["unit"]

    @property
    def facts(self) -> dict[str, Any]:
        """As the verbs take them."""
        return self.cleaned_data | {"unit": unit_of(self.units, self.cleaned_data.get("unit", ""))}


class AgreementForm(DatedForm):
    """An agreement between the City and the company."""

    kind = forms.ChoiceField(
        label=_("What kind of agreement?"),
        choices=AgreementKind,
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose what kind of agreement.")},
    )
    what = forms.CharField(
        label=_("What was agreed?"),
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": _("Say what was agreed.")},
    )
    from_on = DayField(label=_("From"), quick=False)
    until_on = DayField(
        label=_("Until"), quick=False, required=False, help_text=_("Leave empty if no end is agreed.")
    )
    reference = forms.CharField(
        label=_("Where the document is"),
        help_text=_("For example its number in the City's records."),
        max_length=120,
        required=False,
    )


class BarForm(DatedForm):
    """From when the company is not to be used, and why."""

    reason = forms.CharField(
        label=_("Why?"),
        help_text=_("Every caseworker who chooses the company reads it. Leave out names and health details."),
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": _("Say why the company is not to be used.")},
    )
    from_on = DayField(label=_("From when?"))
    last_on = DayField(
        label=_("Until when?"),
        quick=False,
        required=False,
        help_text=_("Leave empty for until further notice."),
    )


class LiftForm(DatedForm):
    """Why the company may be used again."""

    lift_reason = forms.CharField(
        label=_("Why may it be used again?"),
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": _("Say why it is lifted.")},
    )
