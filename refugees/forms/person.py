"""Details of a person, changed by anybody in the unit, with the version that was read."""

from datetime import date
from typing import Any

from django import forms
from django.utils.formats import date_format
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from accounts.fields import DatedForm, DayField
from refugees.forms.languages import LanguagesField
from refugees.identifiers import read_personal_number
from refugees.languages import SpokenLanguage, label_of
from refugees.models import Person
from refugees.models.person import Sex

FACTS = [
    "given_name",
    "family_name",
    "born_on",
    "sex",
    "country",
    "speaks",
    "interpreter",
    "phone",
    "immigration_id",
    "is_protected",
]


class PersonForm(DatedForm):
    """Details of a person. The number is never shown in full; what is left empty stays as it is."""

    given_name = forms.CharField(
        label=_("Given name"), max_length=120, error_messages={"required": _("Write the given name.")}
    )
    family_name = forms.CharField(label=_("Family name"), max_length=120, required=False)
    born_on = DayField(label=_("Date of birth"), quick=False, required=False)
    sex = forms.ChoiceField(label=_("Sex"), choices=Sex, required=False)
    number = forms.CharField(label=_("New CPR or replacement number"), required=False, max_length=20)
    immigration_id = forms.CharField(label=_("Immigration Service's number"), max_length=20, required=False)
    country = forms.CharField(label=_("Country of origin"), max_length=80, required=False)
    interpreter = forms.ChoiceField(label=_("Interpreter's language"), required=False)
    speaks = LanguagesField(label=_("Languages"))
    phone = forms.CharField(label=_("Telephone"), max_length=40, required=False)
    is_protected = forms.BooleanField(
        label=_("Name and address are protected"),
        help_text=_("The address is shown to the unit only, never to mentors, companies or volunteers."),
        required=False,
    )
    version = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(self, *args: Any, person: Person, **options: Any) -> None:
        known = {name: getattr(person, name) for name in FACTS} | {"version": person.version}
        super().__init__(*args, initial=known, **options)
        self.fields["interpreter"].choices = [
            ("", _("None")),
            *SpokenLanguage.choices,
            *_unlisted([person.interpreter]),
        ]
        self.fields["speaks"].choices = [*SpokenLanguage.choices, *_unlisted(person.speaks)]
        self.fields["number"].help_text = number_hint(person)

    def clean_number(self) -> str:
        """A number that can be one; its check digit may fail."""
        typed = self.cleaned_data["number"].strip()
        if typed:
            read_personal_number(typed)
        return typed

    @property
    def facts(self) -> dict[str, Any]:
        """The changed details, as the verb takes them."""
        return {name: self.cleaned_data[name] for name in FACTS}

    def differences(self, current: Person) -> tuple[str, str]:
        """What is stored now and what was typed, line by line, where the two differ."""
        theirs, yours = [], []
        for name in FACTS:
            stored, typed = getattr(current, name), self.cleaned_data[name]
            if stored != typed:
                label = self.fields[name].label
                theirs.append(f"{label}: {_in_words(stored)}")
                yours.append(f"{label}: {_in_words(typed)}")
        return "\n".join(theirs), "\n".join(yours)

    @property
    def number_fails_its_check(self) -> bool:
        """Whether the number was saved although its check digit fails: worth a second look, never a refusal."""
        typed = self.cleaned_data.get("number")
        return bool(typed) and not read_personal_number(typed).check_digit_fits


def _in_words(value: Any) -> str:
    if isinstance(value, bool):
        return gettext("Yes") if value else gettext("No")
    if isinstance(value, date):
        return date_format(value, "SHORT_DATE_FORMAT")
    if isinstance(value, list):
        return ", ".join(map(label_of, value)) or "–"
    return value or "–" if isinstance(value, str) else "–"


def number_hint(person: Person) -> str:
    """Which number is known, its end hidden, and how one is written."""
    if person.number:
        words = _("Known: %(number)s. Leave empty to keep it. Ten digits, as in 010190-1234.")
        return words % {"number": masked(person.number)}
    return _("Ten digits, as in 010190-1234. Leave empty while there is none.")


def masked(number: str) -> str:
    """010190-••••: the birthday is no secret in the unit, the last four digits are."""
    return f"{number[:6]}-••••" if number else ""


def _unlisted(codes: list[str]) -> list[tuple[str, str]]:
    return [(code, code) for code in codes if code and code not in SpokenLanguage.values]
