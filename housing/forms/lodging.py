"""What is asked about temporary places, rooms, beds and maximum payments. The verbs decide what is true."""

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from accounts.fields import DatedForm, DayBox, DayField
from housing.forms.dwellings import CHOOSE, AddressField, NumberField
from housing.models import HouseholdKind, KeptFor, Provider
from housing.models.payment_limit import FIRST_YEAR, LAST_YEAR, MOST_A_MONTH
from housing.models.room import MOST_BEDS
from refugees.districts import IN_THE_CITY

LAST_DAY = _("Leave it empty if no end is known.")


class DayForm(forms.Form):
    """Of which day a page about places is."""

    on = forms.DateField(
        label=_("Day"),
        required=False,
        widget=DayBox(),
        error_messages={"invalid": _("There is no such day in the calendar.")},
    )

    def day(self, today: date) -> date:
        """The day that was asked for, or today."""
        return (self.is_valid() and self.cleaned_data["on"]) or today


class LodgingForm(DatedForm):
    """Where the place is, whose, from when until when."""

    name = forms.CharField(
        label=_("What is the place called?"),
        max_length=80,
        error_messages={"required": _("Write what the place is called.")},
    )
    address = AddressField(
        label=_("Address"),
        help_text=_("With commas: Opfundet Vej 12A, 3. tv, 2450 København SV"),
        max_length=160,
        error_messages={"required": _("Write the address.")},
    )
    district = forms.ChoiceField(
        label=_("District"),
        choices=[CHOOSE, *IN_THE_CITY],
        error_messages={"required": _("Choose the district.")},
    )
    provider = forms.ModelChoiceField(
        label=_("Who lets it to the City?"),
        queryset=Provider.objects.none(),
        to_field_name="public_id",
        empty_label=_("It is the City's own"),
        required=False,
    )
    available_from = DayField(label=_("Available from"), quick=False)
    available_until = DayField(label=_("Last day"), quick=False, required=False, help_text=LAST_DAY)

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["provider"].queryset = Provider.objects.order_by("name")
        self.fields["provider"].label_from_instance = lambda provider: provider.name


class RoomForm(DatedForm):
    """What a room is called, and for whom it is kept."""

    name = forms.CharField(
        label=_("Name or number of the room"),
        max_length=40,
        error_messages={"required": _("Write the name or number of the room.")},
    )
    kept_for = forms.ChoiceField(
        label=_("For whom is it kept?"),
        choices=KeptFor,
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose for whom the room is kept.")},
    )


class NewRoomForm(RoomForm):
    """The same, with its beds."""

    beds = NumberField(label=_("Beds"), min_value=1, max_value=MOST_BEDS, size=3)
    from_on = DayField(label=_("There from"), quick=False)
    until = DayField(label=_("Last day"), quick=False, required=False, help_text=LAST_DAY)


class BedForm(DatedForm):
    """What a bed is called, and the days on which it is there."""

    name = forms.CharField(
        label=_("Name or number of the bed"),
        max_length=20,
        error_messages={"required": _("Write the name or number of the bed.")},
    )
    from_on = DayField(label=_("There from"), quick=False)
    until = DayField(label=_("Last day"), quick=False, required=False, help_text=LAST_DAY)


class LimitForm(DatedForm):
    """How much a household may be asked to pay at most."""

    amount = NumberField(label=_("At most a month, in kroner"), min_value=1, max_value=MOST_A_MONTH)
    source = forms.CharField(
        label=_("Where does it stand?"),
        help_text=_("The order of that year, by its number."),
        max_length=300,
        error_messages={"required": _("Write where the maximum stands.")},
    )


class NewLimitForm(LimitForm):
    """The same, for which year and which households."""

    year = NumberField(label=_("Year"), min_value=FIRST_YEAR, max_value=LAST_YEAR, size=4)
    kind = forms.ChoiceField(
        label=_("For which households?"),
        choices=HouseholdKind,
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose the kind of household.")},
    )
    field_order = ["year", "kind"]
