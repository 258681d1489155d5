"""What is asked about a start, what follows it and how it ends. The verbs decide what is true."""

from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from accounts.fields import DatedForm, DayField
from internships.forms.choosing import CompanyForm
from internships.models import Offer, PlacementAgreement
from internships.stays import findings_about, findings_at_start
from refugees.forms.hours import HoursField
from refugees.models import Case, Occupation, OccupationEnding, OccupationKind
from refugees.occupation_kinds import GivesSu

# Asked only where what was written asks for them.
ASKED_IF_NEEDED = ("consented_on", "late_reason", "is_meant")


class BeginningForm(DatedForm):
    """When something began, how much it is, and what has to be said where that is unusual."""

    # On which offer it began, if on one.
    offer: Offer | None = None

    started_on = DayField(label=_("When did it start?"))
    minutes_a_week = HoursField(
        label=_("Hours a week"),
        help_text=_("If you know: 30, 7:30 or 7,5."),
        required=False,
    )
    planned_last_on = DayField(
        label=_("Agreed last day"), quick=False, required=False, help_text=_("If a day is agreed.")
    )
    consented_on = DayField(
        label=_("When did the person consent to begin before the takeover?"), required=False
    )
    late_reason = forms.CharField(
        label=_("Why is it recorded only now?"),
        help_text=_("It stays in the history of the case, and colleagues in the unit can read it."),
        max_length=300,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    is_meant = forms.BooleanField(label=_("It is right all the same"), required=False)

    def __init__(self, *args: Any, case: Case, **options: Any) -> None:
        super().__init__(*args, **options)
        self.case = case

    @property
    def fields_to_show(self) -> list[forms.BoundField]:
        """The fields of the beginning, without those that nothing asks for."""
        names = BeginningForm.base_fields
        return [self[name] for name in names if name not in ASKED_IF_NEEDED or self._is_asked(name)]

    def _is_asked(self, name: str) -> bool:
        """Whether it is being asked for, or was answered already."""
        return bool(self.is_bound and (name in self.errors or self.cleaned_data.get(name)))

    @property
    def kind_started(self) -> str:
        """What kind of occupation begins."""
        return self.cleaned_data.get("kind", "")

    def clean(self) -> dict[str, Any]:
        """What speaks against it is said; whoever means it ticks that they do."""
        cleaned = super().clean()
        if cleaned.get("started_on") and not cleaned.get("is_meant"):
            doubts = Occupation.objects.doubts(
                case=self.case,
                kind=self.kind_started,
                on=cleaned["started_on"],
                minutes_a_week=cleaned.get("minutes_a_week"),
            )
            for doubt in doubts:
                self.add_error("is_meant", doubt)
        if cleaned.get("started_on"):
            self._ask_the_rules(cleaned)
        return cleaned

    def _ask_the_rules(self, cleaned: dict[str, Any]) -> None:
        """How long such a measure may last, who may begin an IGU: refused or warned of, as each rule says.

        A last day beyond the rule is only warned of here: its ground is recorded with an extension.
        """
        unit = getattr(self, "unit", None) or (self.offer and self.offer.unit)
        found = findings_at_start(
            self.case,
            kind=self.kind_started,
            on=cleaned["started_on"],
            last_on=cleaned.get("planned_last_on"),
            minutes_a_week=cleaned.get("minutes_a_week"),
            unit_id=unit and unit.pk,
            offer=self.offer,
        )
        for each in found:
            if each.field == "minutes_a_week":  # which the row itself refuses, in its own words
                continue
            if each.refuses and self.kind_started == OccupationKind.IGU:
                self.add_error("started_on", each.sentence)
            elif not cleaned.get("is_meant"):
                self.add_error("is_meant", each.sentence)

    @property
    def beginning(self) -> dict[str, Any]:
        """What the verb is told."""
        names = ("minutes_a_week", "planned_last_on", "consented_on", "late_reason")
        return {"on": self.cleaned_data["started_on"]} | {name: self.cleaned_data[name] for name in names}


class StartForm(BeginningForm):
    """A start on an offer, of the kind that was offered."""

    def __init__(self, *args: Any, offer: Offer, **options: Any) -> None:
        super().__init__(*args, **options)
        self.offer = offer

    @property
    def kind_started(self) -> str:
        """As it was offered."""
        return self.offer.kind


def what_was_agreed(offer: Offer, agreement: PlacementAgreement | None) -> dict[str, Any]:
    """What the form of a start begins with: days and hours of the agreement, else the hours of the opening."""
    if agreement:
        return {"minutes_a_week": agreement.minutes_a_week, "planned_last_on": agreement.until_on}
    return {"minutes_a_week": offer.opening.minutes_a_week} if offer.opening else {}


class NewStartForm(BeginningForm, CompanyForm):
    """A start that no recorded offer led to: at a company, or an education at a school."""

    kind = forms.ChoiceField(
        label=_("What was started?"),
        choices=OccupationKind,
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose what was started.")},
    )
    school = forms.CharField(
        label=_("School"),
        help_text=_("Of an education, instead of a company."),
        max_length=160,
        required=False,
    )
    gives_su = forms.ChoiceField(
        label=_("Does the education give SU?"),
        help_text=_("Of an education. The state's education support: what lasts is counted by it."),
        choices=GivesSu,
        initial=GivesSu.UNKNOWN,
        widget=forms.RadioSelect,
        required=False,
    )

    @property
    def is_at_a_school(self) -> bool:
        """Whether it is an education: then no company is asked for."""
        return self.kind_started == OccupationKind.EDUCATION

    def needs_company(self, cleaned: dict[str, Any]) -> bool:
        """An education is at a school; the company that was typed all the same is not dropped in silence."""
        return not self.is_at_a_school

    def clean(self) -> dict[str, Any]:
        """Where it is, is a company or a school, never both."""
        cleaned = super().clean()
        has_company = any(cleaned.get(name) for name in ("company_search", "company", "new_name", "new_cvr"))
        if self.is_at_a_school and not cleaned.get("school"):
            self.add_error("school", _("Write the name of the school."))
        if self.is_at_a_school and has_company:
            self.add_error("company_search", _("An education has a school and no company: leave this empty."))
        if not self.is_at_a_school and cleaned.get("school"):
            self.add_error("school", _("Only an education has a school: leave this empty."))
        if not self.is_at_a_school and cleaned.get("gives_su"):
            self.add_error("gives_su", _("Only an education gives SU: choose “Not known”."))
        return cleaned


class PlannedEndForm(DatedForm):
    """The agreed last day. A later one than was agreed, or one beyond the rule, is an extension with its ground."""

    planned_last_on = DayField(label=_("Agreed last day"), quick=False, required=False)

    def __init__(self, *args: Any, occupation: Occupation, **options: Any) -> None:
        super().__init__(*args, **options)
        self.occupation = occupation

    def clean_planned_last_on(self) -> date | None:
        """What the rule of this kind of measure says to that day."""
        day, agreed = self.cleaned_data["planned_last_on"], self.occupation.planned_last_on
        if day is None or self.occupation.kind == OccupationKind.EDUCATION:
            return day
        if agreed and day > agreed:
            raise ValidationError(_("A later last day is an extension. Record it as one, with its ground."))
        refused = [each.sentence for each in findings_about(self.occupation, last_on=day) if each.refuses]
        if refused:
            raise ValidationError([*refused, _("With a ground, record it as an extension.")])
        return day


class HoursForm(DatedForm):
    """How many hours a week."""

    minutes_a_week = HoursField(
        label=_("Hours a week"),
        help_text=_("30, 7:30 or 7,5. Empty if nobody knows."),
        required=False,
    )


class SuForm(DatedForm):
    """Whether an education gives SU, and when that was known."""

    gives_su = forms.ChoiceField(
        label=_("Does the education give SU?"),
        help_text=_("The state's education support. What lasts is counted by it. The school or SU knows."),
        choices=GivesSu,
        widget=forms.RadioSelect,
        required=False,
    )
    su_known_on = DayField(label=_("When was it known?"), required=False)


class NextStepForm(DatedForm):
    """What comes after a measure."""

    next_step = forms.CharField(
        label=_("What comes next?"),
        help_text=_("For example another internship, a course, a job. Colleagues in the unit can read it."),
        max_length=300,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": _("Say what comes next.")},
    )
    next_step_on = DayField(label=_("When was it decided?"))


class EndForm(DatedForm):
    """The last day, and how it ended."""

    ending = forms.ChoiceField(
        label=_("How did it end?"),
        choices=[(value, label) for value, label in OccupationEnding.choices if value],
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose how it ended.")},
    )
    ending_words = forms.CharField(
        label=_("If another reason: which?"),
        help_text=_(
            "In few words, without health details. Colleagues in the unit can read it, and it is told to the state"
            " as a remark."
        ),
        max_length=300,
        required=False,
    )
    last_on = DayField(label=_("What was the last day?"))

    def clean(self) -> dict[str, Any]:
        """Another reason is named; beside any other ending nothing is dropped in silence."""
        cleaned = super().clean()
        ending, words = cleaned.get("ending"), cleaned.get("ending_words")
        if ending == OccupationEnding.OTHER and not words:
            self.add_error("ending_words", _("Say which other reason it was."))
        if ending and ending != OccupationEnding.OTHER and words:
            self.add_error("ending_words", _("Choose “another reason” above, or leave this empty."))
        return cleaned


class ReasonForm(DatedForm):
    """Why something recorded is taken back."""

    reason = forms.CharField(
        label=_("Why?"),
        help_text=_("It stays in the history of the case, and colleagues in the unit can read it."),
        max_length=300,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": _("Say why.")},
    )
