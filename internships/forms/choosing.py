"""Which company, in a form about something else: found, or registered as a new one."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from stdnum.dk import cvr

from accounts.fields import DatedForm
from internships.models import Company

MOST_MATCHES = 8


class SearchWords(forms.CharField):
    """Words for finding or naming a company. Which of them are needed is decided from all of them together."""

    def validate(self, value: str) -> None:
        """Nothing is wrong with a single one."""


class CompanyForm(DatedForm):
    """Which company: found by its name or CVR number, or registered as a new one."""

    company_search = SearchWords(label=_("Company"), help_text=_("Name or CVR number."), max_length=160)
    company = forms.CharField(required=False, widget=forms.HiddenInput)
    new_name = SearchWords(label=_("Name of the new company"), max_length=160)
    new_cvr = SearchWords(label=_("CVR number"), help_text=_("Eight digits."), max_length=20)

    def __init__(self, *args: Any, find_url: str = "", **options: Any) -> None:
        super().__init__(*args, **options)
        self.matches: list[Company] = []
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
    def chosen(self) -> Company | None:
        """The company that was chosen, while something else is still to be mended."""
        return (self.cleaned_data.get("company") or None) if self.is_bound and self.errors else None

    @property
    def shown_matches(self) -> list[Company]:
        """What can be chosen among; the company that was chosen stays chosen."""
        return self.matches or ([self.chosen] if self.chosen else [])

    @property
    def is_new(self) -> bool:
        """Whether somebody began to register a new company, or has to."""
        typed = (self.data.get("new_name"), self.data.get("new_cvr"))
        return any(typed) or bool(self.is_bound and "company_search" in self.errors and not self.matches)

    def clean(self) -> dict[str, Any]:
        """The company is the one chosen, the new one, or the only one that matches what was typed."""
        cleaned = super().clean()
        if cleaned.get("company"):
            cleaned["company"] = self._chosen(cleaned["company"])
        elif cleaned.get("new_name") or cleaned.get("new_cvr"):
            self._check_new(cleaned)
        else:
            cleaned["company"] = self._found(cleaned.get("company_search", "").strip())
        return cleaned

    def _chosen(self, public_id: str) -> Company | None:
        """The company behind a button that was pressed."""
        try:
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
