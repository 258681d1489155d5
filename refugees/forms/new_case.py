"""What is asked when a case is opened by hand: first who it is, then, once nobody of that name is known, the rest."""

from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _

from accounts.fields import DatedForm, DayField
from accounts.models import User
from refugees.events import Source
from refugees.finding import Criterion
from refugees.forms.dates import TYPED_SOURCES
from refugees.forms.languages import LanguagesField
from refugees.identifiers import read_personal_number
from refugees.intake.reading import Facts
from refugees.languages import SpokenLanguage
from refugees.models import BenefitKind, Case, FirstOfMonth, Person
from refugees.models.person import Sex
from refugees.takeover import Ambiguity, PermitGround, first_of_month_choices, propose_takeover

FIRST_DAYS = {"1", "01"}
ABOUT_PERSON = ("given_name", "family_name", "born_on", "number", "immigration_id")
MORE_ABOUT_PERSON = ("sex", "country", "interpreter", "speaks", "phone", "is_protected")


class WhoForm(DatedForm):
    """Who it is, as far as one knows: what somebody already known is recognised by."""

    given_name = forms.CharField(
        label=_("Given name"), max_length=120, error_messages={"required": _("Write the given name.")}
    )
    family_name = forms.CharField(label=_("Family name"), max_length=120, required=False)
    born_on = DayField(label=_("Date of birth"), quick=False, required=False)
    number = forms.CharField(
        label=_("CPR or replacement number"),
        max_length=20,
        required=False,
        help_text=_("Ten digits, as in 010190-1234. Leave empty while there is none."),
    )
    immigration_id = forms.CharField(label=_("Immigration Service's number"), max_length=20, required=False)

    def clean_born_on(self) -> date | None:
        """Nobody is born ahead of today."""
        born_on = self.cleaned_data["born_on"]
        if born_on and born_on > self.today:
            raise ValidationError(_("The date of birth lies ahead."))
        return born_on

    def clean_number(self) -> str:
        """A number that can be one; its check digit may fail."""
        typed = self.cleaned_data["number"].strip()
        return read_personal_number(typed).digits if typed else ""

    @property
    def criterion(self) -> Criterion:
        """By what to look for somebody who is known already."""
        typed = self.cleaned_data
        return Criterion(
            name=f"{typed['given_name']} {typed['family_name']}".strip(),
            born_on=typed["born_on"],
            number=typed["number"],
            immigration_id=typed["immigration_id"].replace(" ", ""),
        )


class NewCaseForm(WhoForm):
    """All that a case begins with. For somebody known whose case was closed, only what is about the case."""

    sex = forms.ChoiceField(label=_("Sex"), choices=Sex, required=False)
    country = forms.CharField(label=_("Country of origin"), max_length=80, required=False)
    interpreter = forms.ChoiceField(
        label=_("Interpreter's language"), choices=[("", _("None")), *SpokenLanguage.choices], required=False
    )
    speaks = LanguagesField(label=_("Languages"))
    phone = forms.CharField(label=_("Telephone"), max_length=40, required=False)
    is_protected = forms.BooleanField(
        label=_("Name and address are protected"),
        help_text=_("The address is shown to the unit only, never to mentors, companies or volunteers."),
        required=False,
    )
    permit_ground = forms.ChoiceField(
        label=_("Permit ground"),
        choices=[("", _("Choose the ground")), *PermitGround.choices],
        help_text=_("With the takeover date it decides which rules hold."),
        error_messages={"required": _("Choose the permit ground.")},
    )
    applied_in_denmark = forms.BooleanField(
        label=_("The permit was applied for in Denmark"),
        help_text=_("Matters for family-reunified people: the takeover is then the day of the permit."),
        required=False,
    )
    permit_on = DayField(label=_("Residence permit"), quick=False, required=False)
    allocated_on = DayField(label=_("Allocation to the municipality"), quick=False, required=False)
    takeover = forms.ChoiceField(
        label=_("When are they taken over?"), widget=forms.RadioSelect, required=False
    )
    registered_on = DayField(
        label=_("CPR registration in the municipality"),
        quick=False,
        required=False,
        help_text=_("Decides the takeover of quota refugees and family-reunified people."),
    )
    source = forms.ChoiceField(
        label=_("Who says these dates?"), choices=TYPED_SOURCES, initial=Source.IMMIGRATION_SERVICE
    )
    joins = forms.CharField(
        label=_("Lives with: case number"),
        max_length=20,
        required=False,
        help_text=_(
            "The case of somebody in the same household, such as KM-26-0412. Empty for somebody alone."
        ),
    )
    benefit = forms.ChoiceField(
        label=_("Lives on"), choices=[("", _("Not known yet")), *BenefitKind.choices], required=False
    )
    seen = forms.CharField(widget=forms.HiddenInput, required=False)
    person = forms.UUIDField(widget=forms.HiddenInput, required=False)

    def __init__(self, *args: Any, user: User, known: Person | None = None, **options: Any) -> None:
        super().__init__(*args, **options)
        self.user, self.known = user, known
        if known:
            for name in (*ABOUT_PERSON, *MORE_ABOUT_PERSON):
                del self.fields[name]
        if self.data.get("allocated_on_day", "").strip() not in FIRST_DAYS:
            del self.fields["takeover"]
        else:
            self.fields["takeover"].choices = [*FirstOfMonth.choices[1:], ("undecided", _("Not decided yet"))]

    def clean_joins(self) -> Case | None:
        """An open case of the user's own unit."""
        number = self.cleaned_data["joins"].strip().upper()
        if not number:
            return None
        case = Case.objects.whole_for(self.user).open().filter(number=number).first()
        if case is None:
            raise ValidationError(_("No open case of your unit has this number."))
        return case

    def clean(self) -> dict[str, Any]:
        """Where the law can be read in two ways, somebody chooses; the two days stand beside the choice."""
        cleaned = super().clean()
        if self.errors or "takeover" not in self.fields or self.proposal != Ambiguity.FIRST_OF_MONTH:
            return cleaned
        days = [
            date_format(day, "SHORT_DATE_FORMAT") for day in first_of_month_choices(cleaned["allocated_on"])
        ]
        readings = zip(FirstOfMonth.choices[1:], days, strict=True)
        self.fields["takeover"].choices = [
            *((value, f"{day}: {label}") for (value, label), day in readings),
            ("undecided", _("Not decided yet: open the case without a takeover date")),
        ]
        if not cleaned.get("takeover"):
            self.add_error(
                "takeover", _("The allocation was on the first of a month: choose how the law is read.")
            )
        return cleaned

    @property
    def proposal(self) -> date | Ambiguity:
        """The takeover date that the rule proposes, or why it gives none."""
        typed = self.cleaned_data
        return propose_takeover(
            typed["permit_ground"],
            allocated_on=typed["allocated_on"],
            registered_on=typed["registered_on"],
            permit_on=typed["permit_on"],
            applied_in_denmark=typed["applied_in_denmark"],
        )

    @property
    def chosen_takeover(self) -> date | None:
        """The day somebody chose where the rule gives two."""
        if self.proposal != Ambiguity.FIRST_OF_MONTH:
            return None
        days = dict(
            zip(
                FirstOfMonth.values[1:],
                first_of_month_choices(self.cleaned_data["allocated_on"]),
                strict=True,
            )
        )
        return days.get(self.cleaned_data.get("takeover", ""))

    @property
    def facts(self) -> Facts:
        """What was typed, as an arrival tells it."""
        typed = self.cleaned_data
        about_case = (
            "permit_ground",
            "permit_on",
            "allocated_on",
            "registered_on",
            "applied_in_denmark",
            "benefit",
        )
        told = {name: typed[name] for name in about_case}
        if not self.known:
            told |= {name: typed[name] for name in (*ABOUT_PERSON, *MORE_ABOUT_PERSON)}
            told["speaks"] = tuple(told["speaks"])
            told["immigration_id"] = self.criterion.immigration_id
        return Facts(**told)

    @property
    def number_fails_its_check(self) -> bool:
        """Worth a second look, never a refusal."""
        typed = self.cleaned_data.get("number")
        return bool(typed) and not read_personal_number(typed).check_digit_fits
