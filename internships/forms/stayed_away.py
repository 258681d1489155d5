"""What is asked about days away, one form a step. The verbs decide what is true."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from accounts.fields import DatedForm, DayField
from internships.forms.occupations import ReasonForm
from internships.models import Consequence, Ground, InformedBy, Law, Reassessment, ToldBy
from refugees.attended import Attended

NO_ILLNESS = _("Write no diagnosis and nothing about illness beyond that the person says they were ill.")


def long_text(
    label: Promise, most: int, help_text: Promise | str = "", *, required: bool = True
) -> forms.CharField:
    """A text of several lines."""
    return forms.CharField(
        label=label,
        help_text=help_text,
        max_length=most,
        required=required,
        widget=forms.Textarea(attrs={"rows": 4}),
        error_messages={"required": _("Write a sentence or two.")},
    )


def choice(label: Promise, choices: Any) -> forms.ChoiceField:
    """One of a few, as radio buttons; what nobody can choose is left out."""
    return forms.ChoiceField(
        label=label,
        choices=[each for each in choices.choices if each[0]],
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose one.")},
    )


class StayedAwayForm(DatedForm):
    """Who told the City of which days, and what the person says."""

    attended = forms.ChoiceField(
        label=_("From what?"),
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose from what the person stayed away.")},
    )
    first_on = DayField(label=_("First day away"))
    last_on = DayField(
        label=_("Last day away"), quick=False, required=False, help_text=_("Leave it empty for a single day.")
    )
    told_by = choice(_("Who told us?"), ToldBy)
    told_on = DayField(label=_("When were we told?"))
    explanation = long_text(_("What does the person say?"), 1000, NO_ILLNESS, required=False)

    def __init__(self, *args: Any, attended: Iterable[Attended], **options: Any) -> None:
        super().__init__(*args, **options)
        self.known = {str(each.key): each for each in attended}
        self.fields["attended"].choices = [
            (key, f"{each.kind.label}: {each.name}") for key, each in self.known.items()
        ]

    def clean_attended(self) -> Attended:
        """The measure or class that was chosen."""
        return self.known[self.cleaned_data["attended"]]


class CorrectStayedAwayForm(StayedAwayForm):
    """Other days, or another telling, and why."""

    reason = long_text(_("Why is it corrected?"), 300)


class JudgeForm(DatedForm):
    """Whether there was a reasonable ground."""

    ground = choice(_("Was there a reasonable ground?"), Ground)
    ground_reason = long_text(_("Why do you judge so?"), 1000, NO_ILLNESS)
    judged_on = DayField(label=_("When was it judged?"))


class HearForm(DatedForm):
    """The hearing letter."""

    heard_about = long_text(
        _("What may the decision rest on?"),
        2000,
        _("It stands in the letter: which days, from what, and what may follow."),
    )
    heard_on = DayField(label=_("Date of the letter"))
    answer_by = DayField(
        label=_("Until when may the person answer?"),
        quick=False,
        help_text=_("The law names no number of days. Leave enough time to read, ask and answer."),
    )


class InformForm(DatedForm):
    """When the person was told beforehand."""

    informed_on = DayField(label=_("When was the person told in writing?"), quick=False)
    informed_by = choice(_("In what?"), InformedBy)


class AnswerForm(DatedForm):
    """What the person answered."""

    answer = long_text(_("What does the person answer?"), 2000, NO_ILLNESS)
    answered_on = DayField(label=_("When did the answer come?"))


class DecideForm(DatedForm):
    """The decision."""

    consequence = choice(_("What is decided?"), Consequence)
    reasons = long_text(
        _("Reasons"), 4000, _("They stand in the letter. What the person answered is part of them.")
    )
    laws = forms.MultipleChoiceField(
        label=_("Which law does it rest on?"),
        choices=Law,
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=_("A decision that burdens the person names it."),
    )
    law_text = forms.CharField(
        label=_("Exactly which sections and subsections?"),
        max_length=500,
        required=False,
        help_text=_(
            "As you cite them in the letter. Look them up: the list above names acts, not your case."
        ),
    )
    decided_on = DayField(label=_("When is it decided?"))


class ArriveForm(DatedForm):
    """When the letter was there."""

    arrived_on = DayField(
        label=_("When did the letter reach the person?"),
        help_text=_("Digital Post has come on the day on which it is available, weekends too."),
    )


class ComplainForm(DatedForm):
    """The complaint."""

    complaint = long_text(_("What does the complaint say?"), 2000, NO_ILLNESS)
    complained_on = DayField(label=_("When did it come?"))


class ReassessForm(DatedForm):
    """What came of looking again."""

    reassessment = choice(_("What comes of looking at it again?"), Reassessment)
    reassessment_reasons = long_text(_("Why?"), 2000)
    reassessed_on = DayField(label=_("When was it looked at again?"))


class SendOnForm(DatedForm):
    """The complaint goes on."""

    sent_on = DayField(label=_("When was the complaint sent on?"))


__all__ = [
    "AnswerForm",
    "ArriveForm",
    "ComplainForm",
    "CorrectStayedAwayForm",
    "DecideForm",
    "HearForm",
    "InformForm",
    "JudgeForm",
    "ReasonForm",
    "ReassessForm",
    "SendOnForm",
    "StayedAwayForm",
]
