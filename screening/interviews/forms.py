"""What is asked when an interview is planned, and when it is said what became of it. The verbs decide what is true."""

from typing import Any

from django import forms
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from accounts.fields import DatedForm, DayField
from accounts.models import User
from refugees.forms.dates import reason_field
from refugees.forms.work import ColleagueField, time_field
from refugees.languages import SpokenLanguage
from refugees.models import TalkForm
from screening.models import Interpreting, InterviewKind, Present, WhoseDoing

# What an interview that is planned is made of, as the form names it.
PLANNED = (
    "planned_on",
    "starts",
    "ends",
    "form",
    "place",
    "interviewer",
    "interpreter_kind",
    "interpreter",
    "participants",
)


def participants_field(label: str) -> forms.MultipleChoiceField:
    """Who takes part beside the person, the interviewer and the interpreter."""
    return forms.MultipleChoiceField(
        label=label, choices=Present, required=False, widget=forms.CheckboxSelectMultiple
    )


def whose_doing_field() -> forms.ChoiceField:
    """Who or what kept an interview from being held."""
    return forms.ChoiceField(
        label=_("Whose doing was it?"),
        choices=WhoseDoing,
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose whose doing it was.")},
    )


class TimeOfInterviewForm(DatedForm):
    """When, where, how, by whom and in which language."""

    planned_on = DayField(label=_("Which day?"), quick=False)
    starts = time_field(_("From"))
    ends = time_field(_("To"))
    form = forms.ChoiceField(
        label=_("How do you meet?"), choices=TalkForm, widget=forms.RadioSelect, initial=TalkForm.IN_PERSON
    )
    place = forms.CharField(
        label=_("Where?"),
        required=False,
        max_length=200,
        help_text=_("The asylum centre or the temporary home, and the room."),
    )
    interviewer = ColleagueField(
        label=_("Who holds it?"),
        queryset=User.objects.none(),
        empty_label=None,
        error_messages={
            "required": _("Choose who holds it."),
            "invalid_choice": _("Choose somebody of the unit."),
        },
    )
    interpreter_kind = forms.ChoiceField(
        label=_("Interpreter"), choices=Interpreting, required=False, widget=forms.RadioSelect
    )
    interpreter = forms.ChoiceField(
        label=_("Language of the interpreter"), choices=[("", "–"), *SpokenLanguage.choices], required=False
    )
    participants = participants_field(_("Who else takes part?"))

    def __init__(self, *args: Any, colleagues: QuerySet[User], **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["interviewer"].queryset = colleagues

    def clean(self) -> dict[str, Any]:
        """The end is after the start; an interpreter speaks a language, and a language is nobody's without one."""
        cleaned = super().clean()
        starts, ends = cleaned.get("starts"), cleaned.get("ends")
        if starts and ends and ends <= starts:
            self.add_error("ends", _("The end must be after the start."))
        if not cleaned.get("interpreter_kind"):
            cleaned["interpreter"] = ""
        elif not cleaned.get("interpreter"):
            self.add_error("interpreter", _("Choose the language of the interpreter."))
        return cleaned

    @property
    def facts(self) -> dict[str, Any]:
        """What an interview that is planned is made of."""
        return {name: self.cleaned_data[name] for name in PLANNED}


class PlanInterviewForm(TimeOfInterviewForm):
    """Another interview of a kind that is not planned already."""

    kind = forms.ChoiceField(
        label=_("Which interview?"),
        widget=forms.RadioSelect,
        error_messages={
            "required": _("Choose which interview."),
            "invalid_choice": _("This interview is planned already. Move that one instead."),
        },
    )
    field_order = ["kind"]

    def __init__(self, *args: Any, kinds: list[InterviewKind], **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["kind"].choices = [(kind.value, kind.label) for kind in kinds]


class MoveInterviewForm(TimeOfInterviewForm):
    """Another time, and why."""

    whose_doing = whose_doing_field()
    why = reason_field(_("Why is it moved?"))
    field_order = ["whose_doing", "why"]


class InviteForm(DatedForm):
    """When the person was asked to come."""

    invited_on = DayField(label=_("When was the person invited?"))


class HeldForm(DatedForm):
    """The day on which it took place, and who was there."""

    held_on = DayField(label=_("When was it held?"))
    participants = participants_field(_("Who else took part?"))


class FallOutForm(DatedForm):
    """Why it was not held."""

    whose_doing = whose_doing_field()
    why = reason_field(_("Why was it not held?"))


class ReopenForm(DatedForm):
    """Why what was recorded was a mistake."""

    reason = reason_field(_("Why is it taken back?"))
