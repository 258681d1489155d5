"""What is asked about homes and who lets them. The verbs decide what is true."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from accounts.fields import DatedForm, DayField
from housing.addresses import Address, parse_address
from housing.models import DwellingKind, DwellingState, GoneReason, Provider, ProviderKind, SharedBy
from housing.models.dwelling_rules import MOST_KRONER, MOST_M2, MOST_ROOMS
from refugees.districts import IN_THE_CITY
from refugees.models.conclusion import Need

CHOOSE = ("", _("Choose"))
ALL = ("", _("All"))


class AddressField(forms.CharField):
    """An address in one line; the value is its parts."""

    def clean(self, value: object) -> Address | None:
        """The parts that were meant."""
        text = super().clean(value)
        return parse_address(text) if text else None


class NumberField(forms.IntegerField):
    """A whole number in a short box."""

    def __init__(self, *, size: int = 6, **options: Any) -> None:
        options.setdefault("error_messages", {"invalid": _("Write a whole number.")})
        box = forms.TextInput(attrs={"inputmode": "numeric", "size": size, "autocomplete": "off"})
        super().__init__(widget=box, **options)


class ProviderForm(DatedForm):
    """Who lets homes."""

    name = forms.CharField(
        label=_("Name"), max_length=120, error_messages={"required": _("Write the provider's name.")}
    )
    kind = forms.ChoiceField(
        label=_("What kind of provider?"),
        choices=ProviderKind,
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose what kind of provider.")},
    )
    phone = forms.CharField(label=_("Telephone"), max_length=40, required=False)
    email = forms.EmailField(label=_("E-mail"), required=False)


class DwellingForm(DatedForm):
    """Where the home is, whose, how large and dear, what it has, from when."""

    provider = forms.ModelChoiceField(
        label=_("Provider"),
        queryset=Provider.objects.none(),
        to_field_name="public_id",
        empty_label=_("Choose"),
        error_messages={"required": _("Choose who lets the home.")},
    )
    reference = forms.CharField(label=_("The provider's number"), max_length=40, required=False)
    address = AddressField(
        label=_("Address"),
        help_text=_(
            "With commas: Opfundet Vej 12A, 3. tv, 2450 København SV. Of a room in a shared home its number too:"
            " 3. tv, vær. 2, 2450 København SV"
        ),
        max_length=160,
        error_messages={"required": _("Write the address.")},
    )
    district = forms.ChoiceField(
        label=_("District"),
        choices=[CHOOSE, *IN_THE_CITY],
        error_messages={"required": _("Choose the district.")},
    )
    kind = forms.ChoiceField(
        label=_("What kind of home?"),
        choices=DwellingKind,
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose what kind of home.")},
    )
    shared_by = forms.ChoiceField(
        label=_("Who shares the home?"),
        help_text=_("This and the next three only of a room in a shared home."),
        choices=SharedBy,
        required=False,
    )
    age_from = NumberField(label=_("From which age?"), required=False, size=3)
    age_to = NumberField(label=_("To which age?"), required=False, size=3)
    sharers = forms.CharField(
        label=_("Who lives there already?"),
        help_text=_("How many, of which sex and age, as the provider says. No names, no health details."),
        max_length=200,
        required=False,
    )
    rooms = NumberField(
        label=_("Rooms"),
        help_text=_("The living room included."),
        min_value=1,
        max_value=MOST_ROOMS,
        size=3,
    )
    size_m2 = NumberField(label=_("Size in m²"), min_value=5, max_value=MOST_M2, size=4)
    rent = NumberField(label=_("Rent a month, in kroner"), min_value=0, max_value=MOST_KRONER)
    deposit = NumberField(label=_("Deposit, in kroner"), min_value=0, max_value=MOST_KRONER * 5)
    features = forms.MultipleChoiceField(
        label=_("It has"),
        choices=Need,
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )
    available_from = DayField(label=_("Available from"), quick=False)
    available_until = DayField(
        label=_("To be offered until"),
        quick=False,
        required=False,
        help_text=_("The last day on which the provider keeps it for us. Leave it empty if there is none."),
    )
    dar_id = forms.UUIDField(
        label=_("DAR identifier"),
        help_text=_("From the address register, where it is known."),
        required=False,
        error_messages={"invalid": _("This is no identifier of the address register.")},
    )

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["provider"].queryset = Provider.objects.order_by("name")
        self.fields["provider"].label_from_instance = lambda provider: provider.name


class RemoveForm(DatedForm):
    """Why the home can be offered no more."""

    reason = forms.ChoiceField(
        label=_("Why is it no longer available?"),
        # That a household moved out is recorded there.
        choices=[choice for choice in GoneReason.choices if choice[0] != GoneReason.MOVED_OUT],
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose why.")},
    )


class AskNothingForm(DatedForm):
    """Sending it is the answer."""


class DwellingFilterForm(forms.Form):
    """Everything may be left out; what makes no sense is left out too, so that an old link still opens."""

    state = forms.ChoiceField(label=_("State"), choices=[ALL, *DwellingState.choices], required=False)
    district = forms.ChoiceField(label=_("District"), choices=[ALL, *IN_THE_CITY], required=False)
    provider = forms.ModelChoiceField(
        label=_("Provider"),
        queryset=Provider.objects.order_by("name"),
        to_field_name="public_id",
        empty_label=ALL[1],
        required=False,
    )
    rooms = forms.IntegerField(
        label=_("Rooms at least"),
        min_value=1,
        required=False,
        widget=forms.TextInput(attrs={"inputmode": "numeric", "size": 3, "autocomplete": "off"}),
    )

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["provider"].label_from_instance = lambda provider: provider.name

    @property
    def filters(self) -> dict[str, Any]:
        """What can be read from the address, as the queryset takes it."""
        self.is_valid()
        names = {"state": "state", "district": "district", "provider": "provider", "rooms": "rooms__gte"}
        return {names[name]: value for name, value in self.cleaned_data.items() if value}
