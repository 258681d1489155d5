"""The filters of the lists of companies and openings, as the address says them."""

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from internships.company_list import Filters
from internships.models import OfferKind, Sector
from internships.opening_list import OpeningFilters
from refugees.districts import District
from refugees.languages import SpokenLanguage

ALL = ("", _("All"))
ONLY = [
    ("", pgettext_lazy("companies", "All")),
    ("places", _("With free places")),
    ("agreement", _("With an agreement")),
    ("barred", _("Not to be used")),
]


class CompanyFilterForm(forms.Form):
    """Everything may be left out; what makes no sense is left out too, so that an old link still opens."""

    q = forms.CharField(
        label=_("Name, CVR number, P-number or sector"),
        max_length=80,
        required=False,
        widget=forms.TextInput(attrs={"type": "search", "autocomplete": "off"}),
    )
    district = forms.ChoiceField(label=_("District"), choices=[ALL, *District.choices], required=False)
    sector = forms.ChoiceField(label=_("Sector"), choices=[ALL, *Sector.choices], required=False)
    language = forms.ChoiceField(
        label=_("Language at work"), choices=[ALL, *SpokenLanguage.choices], required=False
    )
    only = forms.ChoiceField(label=_("Which companies"), choices=ONLY, required=False)

    @property
    def filters(self) -> Filters:
        """What can be read from the address."""
        self.is_valid()
        typed = {name: value for name, value in self.cleaned_data.items() if value}
        return Filters(words=typed.pop("q", "").strip(), **typed)


class OpeningFilterForm(forms.Form):
    """As above, for the openings of all companies."""

    kind = forms.ChoiceField(label=_("Kind"), choices=[ALL, *OfferKind.choices], required=False)
    district = forms.ChoiceField(label=_("District"), choices=[ALL, *District.choices], required=False)
    language = forms.ChoiceField(
        label=_("Language the person speaks"), choices=[ALL, *SpokenLanguage.choices], required=False
    )
    hours = forms.IntegerField(
        label=_("Hours a week at most"),
        min_value=1,
        max_value=37,
        required=False,
        widget=forms.TextInput(attrs={"inputmode": "numeric", "size": 3, "autocomplete": "off"}),
    )
    full = forms.ChoiceField(
        label=_("Places"),
        choices=[("", _("Free ones only")), ("full", _("Also those that are taken"))],
        required=False,
    )

    @property
    def filters(self) -> OpeningFilters:
        """What can be read from the address."""
        self.is_valid()
        typed = {name: value for name, value in self.cleaned_data.items() if value}
        hours = typed.pop("hours", None)
        return OpeningFilters(minutes=hours and hours * 60, **typed)
