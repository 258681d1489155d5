"""What is asked about excluded areas. The verbs decide what is true."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from accounts.fields import DatedForm
from housing.models import AreaList, ExcludedArea
from refugees.forms.dates import reason_field

OUTSIDE = "outside"
FIRST_YEAR = 2010


class AreaListForm(DatedForm):
    """Which year's list, and where it is published."""

    year = forms.IntegerField(
        label=_("Which year's list?"),
        help_text=_("The year in which it was published. It holds from 1 December of that year."),
        min_value=FIRST_YEAR,
        max_value=2100,
        widget=forms.TextInput(attrs={"inputmode": "numeric", "size": 4, "autocomplete": "off"}),
        error_messages={"required": _("Write the year."), "invalid": _("Write the year with four digits.")},
    )
    source = forms.CharField(
        label=_("Where is it published?"),
        max_length=600,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": _("Write where the list is published.")},
    )


class AreaForm(DatedForm):
    """One area by its name, and the streets that belong to it."""

    name = forms.CharField(
        label=_("Name on the list"),
        max_length=80,
        error_messages={"required": _("Write the name as it stands on the list.")},
    )
    streets = forms.CharField(
        label=_("Streets and numbers"),
        help_text=_("As the City knows them, one a line. Whoever checks a home reads them."),
        max_length=2000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 5}),
    )


class WhyForm(DatedForm):
    """Only why."""

    reason = reason_field(help_text=_("It stays beside the list."))


class CheckForm(DatedForm):
    """Whether the home lies in one of the areas of the list."""

    found = forms.ChoiceField(
        label=_("Where does the home lie?"),
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose one. If you are not sure, ask before you answer.")},
    )
    # Which edition of the list the reader has before them.
    edition = forms.IntegerField(widget=forms.HiddenInput)
    note = forms.CharField(
        label=_("In few words"),
        help_text=_("For example which map or which list of addresses you compared."),
        max_length=300,
        required=False,
    )

    def __init__(self, *args: Any, area_list: AreaList, **options: Any) -> None:
        super().__init__(*args, initial={"edition": area_list.edition}, **options)
        self.areas = {
            str(area.public_id): area for area in area_list.areas.filter(struck_on=None).order_by("name")
        }
        inside = [(key, _("Inside %(area)s") % {"area": area.name}) for key, area in self.areas.items()]
        self.fields["found"].choices = [(OUTSIDE, _("Outside every area of the list")), *inside]

    def restore(self, fields: dict[str, str | list[str]]) -> None:
        """A draft is held against the list as it is now: its reader sees that."""
        super().restore(fields | {"edition": str(self.initial["edition"])})

    @property
    def area(self) -> ExcludedArea | None:
        """The area in which it lies; None outside."""
        found = self.cleaned_data["found"]
        if found == OUTSIDE:
            return None
        if found not in self.areas:
            raise ValidationError(_("This area is no longer on the list."))
        return self.areas[found]
