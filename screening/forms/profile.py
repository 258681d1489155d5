"""What is asked about the rows of a competence profile. The verbs decide what is true."""

from dataclasses import dataclass
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from accounts.fields import DatedForm
from refugees.languages import SpokenLanguage
from screening.levels import Level
from screening.models import Category, EducationLevel, Recognition, SkillKind, Validity, WishKind
from screening.models.profile.entry import EARLIEST_YEAR
from screening.models.profile.language import NOT_AT_ALL
from screening.profile.occupations import Occupation, find, is_code, occupations, unit_groups

NOT_KNOWN = ("", _("Not known"))
FIELD = "code"
WORDS = f"{FIELD}-words"
FOUR_DIGITS = _("Write the year with four digits, for example 2014.")


@dataclass(frozen=True, slots=True)
class LookedUp:
    """Which unit group is chosen, and what somebody typed to find one."""

    code: str = ""
    words: str = ""

    @property
    def hits(self) -> list[Occupation]:
        """What fits the words, and before it what is chosen."""
        found = find(self.words)
        chosen = occupations().get(self.code) if is_code(self.code) else None
        return [chosen, *(each for each in found if each != chosen)] if chosen else found


class OccupationWidget(forms.Widget):
    """A box to search the classification, and what was found as radio buttons. Without JavaScript a button searches."""

    template_name = "screening/profile/occupation.html"
    use_fieldset = True

    def value_from_datadict(self, data: Any, files: Any, name: str) -> LookedUp:
        """What came with the form."""
        return LookedUp(data.get(name, ""), data.get(f"{name}-words", ""))

    def id_for_label(self, id_: str) -> str:
        """The legend names the group."""
        return ""

    def get_context(self, name: str, value: Any, attrs: dict[str, Any] | None) -> dict[str, Any]:
        """What the template shows."""
        context = super().get_context(name, value, attrs)
        looked_up = value if isinstance(value, LookedUp) else LookedUp(code=value or "")
        context["widget"] |= {"looked_up": looked_up}
        return context


class OccupationField(forms.Field):
    """The code of a unit group of ISCO-08, or none."""

    widget = OccupationWidget

    def __init__(self, help_text: str | Promise) -> None:
        super().__init__(label=_("Find it in the classification"), required=False, help_text=help_text)

    @property
    def choices(self) -> list[tuple[str, str]]:
        """Every code with its title, for whoever tells what was chosen."""
        return [(each.code, each.title) for each in unit_groups()]

    def clean(self, value: LookedUp) -> str:
        """A code that there is."""
        if value.code and not is_code(value.code):
            raise ValidationError(_("Choose one of the groups that were found."))
        return value.code


class YearField(forms.IntegerField):
    """A year of four digits; the verb decides whether it has come."""

    def __init__(self, label: str | Promise) -> None:
        super().__init__(
            label=label,
            required=False,
            min_value=EARLIEST_YEAR,
            max_value=9999,
            error_messages=dict.fromkeys(("invalid", "min_value", "max_value"), FOUR_DIGITS),
            widget=forms.TextInput(attrs={"inputmode": "numeric", "size": 6, "autocomplete": "off"}),
        )


class EntryForm(DatedForm):
    """A row of the profile."""

    @property
    def facts(self) -> dict[str, Any]:
        """What it says, as the verbs take it."""
        return self.cleaned_data


class WorkForm(EntryForm):
    """Work that the person has done."""

    occupation = forms.CharField(
        label=_("What is the work called?"),
        required=False,
        max_length=120,
        help_text=_("In the person's own words. It stands in the CV as you write it."),
    )
    code = OccupationField(_("So that it can be compared. The CV shows the title beside the own words."))
    employer = forms.CharField(label=_("At which workplace?"), required=False, max_length=120)
    country = forms.CharField(label=_("In which country?"), required=False, max_length=80)
    from_year = YearField(_("From (year)"))
    to_year = YearField(_("Until (year)"))
    tasks = forms.CharField(
        label=_("What did the person do?"),
        required=False,
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_("It stands in the CV. Write nothing about health."),
    )

    def clean(self) -> dict[str, Any]:
        """Own words, or a group."""
        cleaned = super().clean()
        if not cleaned.get("occupation") and not cleaned.get("code") and "code" not in self.errors:
            self.add_error("occupation", _("Write the occupation, or find it in the classification."))
        return cleaned


class EducationForm(EntryForm):
    """Something learnt at a school."""

    level = forms.ChoiceField(
        label=_("How far does it go?"),
        choices=EducationLevel,
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose the level.")},
    )
    field = forms.CharField(
        label=_("In what?"), required=False, max_length=120, help_text=_("For example tailor, law, nursing.")
    )
    school = forms.CharField(label=_("At which school?"), required=False, max_length=120)
    country = forms.CharField(label=_("In which country?"), required=False, max_length=80)
    from_year = YearField(_("From (year)"))
    to_year = YearField(_("Until (year)"))
    recognition = forms.ChoiceField(
        label=_("Is it recognised in Denmark?"),
        choices=Recognition,
        required=False,
        help_text=_("The CV says it only if it is recognised."),
    )
    recognised_as = forms.CharField(label=_("Recognised as what?"), required=False, max_length=120)


class LanguageForm(EntryForm):
    """A language with its levels."""

    language = forms.ChoiceField(
        label=_("Which language?"),
        choices=[("", _("Choose")), *SpokenLanguage.choices],
        error_messages={"required": _("Choose the language.")},
    )
    speaking = forms.ChoiceField(
        label=_("How well does the person speak it?"),
        choices=[NOT_KNOWN, *Level.choices],
        required=False,
        widget=forms.RadioSelect,
        help_text=_("The levels of the Common European Framework (CEFR)."),
    )
    reading = forms.ChoiceField(
        label=_("How well does the person read it?"),
        choices=[NOT_KNOWN, NOT_AT_ALL, *Level.choices],
        required=False,
        widget=forms.RadioSelect,
    )


class LicenceForm(EntryForm):
    """The driving licence."""

    categories = forms.MultipleChoiceField(
        label=_("Which categories?"),
        choices=Category,
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": _("Choose at least one category.")},
    )
    validity = forms.ChoiceField(
        label=_("Is it valid in Denmark?"), choices=Validity, required=False, widget=forms.RadioSelect
    )


class SkillForm(EntryForm):
    """Something that the person can do."""

    what = forms.CharField(
        label=_("What can the person do?"),
        max_length=300,
        error_messages={"required": _("Write what the person can do.")},
        help_text=_("It stands in the CV as you write it."),
    )
    kind = forms.ChoiceField(
        label=_("What kind of skill is it?"),
        choices=SkillKind,
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose the kind.")},
    )
    code = OccupationField(_("If it belongs to an occupation."))


class WishForm(EntryForm):
    """Work or education that is wished for."""

    kind = forms.ChoiceField(
        label=_("Work or education?"),
        choices=WishKind,
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose work or education.")},
    )
    what = forms.CharField(
        label=_("What does the person wish for?"),
        required=False,
        max_length=300,
        help_text=_("It stands in the CV as you write it."),
    )
    code = OccupationField(_("If the wish is for an occupation."))

    def clean(self) -> dict[str, Any]:
        """Own words, or a group."""
        cleaned = super().clean()
        if not cleaned.get("what") and not cleaned.get("code") and "code" not in self.errors:
            self.add_error("what", _("Write the wish, or find it in the classification."))
        return cleaned


class NothingForm(DatedForm):
    """Nothing is asked: the button says it."""
