"""Which company, in a form about something else: found, or registered as a new one."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from stdnum.dk import cvr

from accounts.fields import DatedForm
from internships.models import Barring, Company, ProductionUnit

MOST_MATCHES = 8


@dataclass(frozen=True, slots=True)
class Choice:
    """A company to choose; of one with several units, one of these."""

    value: str
    name: str
    sub: str
    is_barred: bool


def choices_of(companies: Iterable[Company], day: date) -> list[Choice]:
    """These companies as they can be chosen, each with its units if it has several. Two queries."""
    companies = list(companies)
    units = defaultdict(list)
    for unit in ProductionUnit.objects.open().filter(company__in=companies).in_order():
        units[unit.company_id].append(unit)
    barred = set(Barring.objects.on(day).filter(company__in=companies).values_list("company", flat=True))
    found = []
    for company in companies:
        several = units[company.pk] if len(units[company.pk]) > 1 else [None]
        for unit in several:
            sub = f"CVR {company.cvr}" + (f" · {unit.words}" if unit else "")
            value = str((unit or company).public_id)
            found.append(Choice(value, company.name, sub, company.pk in barred))
    return found


class SearchWords(forms.CharField):
    """Words for finding or naming a company. Which of them are needed is decided from all of them together."""

    def validate(self, value: str) -> None:
        """Nothing is wrong with a single one."""


class CompanyForm(DatedForm):
    """Which company, and where it has several units, which: found, or registered as a new one.

    Of a company that is not to be used the form says why, and asks whether it is meant all the same.
    """

    company_search = SearchWords(
        label=_("Company"), help_text=_("Name, CVR number or P-number."), max_length=160
    )
    company = forms.CharField(required=False, widget=forms.HiddenInput)
    despite_barring = forms.BooleanField(label=_("Use the company all the same"), required=False)
    new_name = SearchWords(label=_("Name of the new company"), max_length=160)
    new_cvr = SearchWords(label=_("CVR number"), help_text=_("Eight digits."), max_length=20)

    def __init__(self, *args: Any, find_url: str = "", **options: Any) -> None:
        super().__init__(*args, **options)
        self.matches: list[Company] = []
        self.unit: ProductionUnit | None = None
        self.barring: Barring | None = None
        # With JavaScript the matches appear while somebody types.
        self.fields["company_search"].widget.attrs |= {
            "autocomplete": "off",
            "hx-get": find_url,
            "hx-trigger": "input changed delay:300ms",
            "hx-target": "#company-matches",
            "hx-sync": "this:replace",
        }

    @property
    def other_fields(self) -> list[forms.BoundField]:
        """The fields that do not ask for the company."""
        return [field for field in self.visible_fields() if field.name not in CompanyForm.base_fields]

    @property
    def chosen(self) -> str:
        """What was chosen, while something else is still to be mended."""
        row = self.unit or self.cleaned_data.get("company") if self.is_bound and self.errors else None
        return str(row.public_id) if row else ""

    @property
    def shown_matches(self) -> list[Choice]:
        """What can be chosen among; the company that was chosen stays chosen."""
        company = self.cleaned_data.get("company") if self.is_bound and self.errors else None
        companies = self.matches or ([company] if company else [])
        return choices_of(companies, self.today) if companies else []

    @property
    def is_new(self) -> bool:
        """Whether somebody began to register a new company, or has to."""
        typed = (self.data.get("new_name"), self.data.get("new_cvr"))
        return any(typed) or bool(self.is_bound and "company_search" in self.errors and not self.matches)

    def clean(self) -> dict[str, Any]:
        """The company is the one chosen, the new one, or the only one that matches what was typed."""
        cleaned = super().clean()
        if not self.needs_company(cleaned):
            return cleaned
        if cleaned.get("company"):
            cleaned["company"] = self._chosen(cleaned["company"])
        elif cleaned.get("new_name") or cleaned.get("new_cvr"):
            self._check_new(cleaned)
        else:
            cleaned["company"] = self._found(cleaned.get("company_search", "").strip())
        if cleaned.get("company"):
            self._check_unit(cleaned["company"])
            self._check_barring(cleaned["company"], is_meant=cleaned.get("despite_barring", False))
        return cleaned

    def needs_company(self, cleaned: dict[str, Any]) -> bool:
        """Whether what was written is at a company at all."""
        return True

    def _check_unit(self, company: Company) -> None:
        """Where the company has several units, one of them is chosen."""
        units = list(company.units.open()[:2])
        if self.unit is None and len(units) == 1:
            self.unit = units[0]
        elif self.unit is None and units:
            self.matches = [company]
            self.add_error(
                "company_search", _("The company has several production units. Choose one of them below.")
            )

    def _check_barring(self, company: Company, *, is_meant: bool) -> None:
        """Whoever chooses a company that is not to be used has read why."""
        self.barring = Barring.objects.on(self.today).filter(company=company).first()
        if self.barring and not is_meant:
            words = _("This company is not to be used: %(reason)s Choose another, or tick that you mean it.")
            self.add_error("despite_barring", words % {"reason": self.barring.reason})

    def _chosen(self, public_id: str) -> Company | None:
        """The company behind a button that was pressed, or that of the unit behind it."""
        try:
            self.unit = ProductionUnit.objects.select_related("company").filter(public_id=public_id).first()
            if self.unit:
                return self.unit.company
            return Company.objects.get(public_id=public_id)
        except (Company.DoesNotExist, ValidationError):
            self.add_error("company_search", _("This company is not known."))
            return None

    def _check_new(self, cleaned: dict[str, Any]) -> None:
        """A new company has a name and a number; a number that is known already is that company."""
        cleaned["company"] = None
        if number := cvr.compact(cleaned.get("new_cvr", "")):
            cleaned["company"] = Company.objects.filter(cvr=number).first()
        else:
            self.add_error("new_cvr", _("Write the company's CVR number."))
        if not cleaned.get("new_name") and not cleaned.get("company"):
            self.add_error("new_name", _("Write the company's name."))

    def _found(self, text: str) -> Company | None:
        if not text:
            self.add_error("company_search", _("Write the company's name or CVR number."))
            return None
        self.matches = list(Company.objects.find(text)[:MOST_MATCHES])
        if len(self.matches) == 1:
            return self.matches[0]
        if self.matches:
            self.add_error("company_search", _("Several companies match. Choose one of them below."))
        else:
            self.add_error(
                "company_search", _("No company of that name or number is known. Register it below.")
            )
        return None

    def known_company(self) -> Company:
        """The company, registered now if it is new. Raises ValidationError at its own field."""
        cleaned = self.cleaned_data
        if cleaned["company"]:
            return cleaned["company"]
        try:
            return Company.objects.register(name=cleaned["new_name"], cvr_number=cleaned["new_cvr"])
        except ValidationError as error:
            at = {"name": "new_name", "cvr": "new_cvr"}
            raise ValidationError({at.get(k, k): v for k, v in error.error_dict.items()}) from None
