"""What is asked about open counselling. The verbs decide what is true."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from accounts.fields import DatedForm, DayField
from mentoring.models import WITHOUT_A_CASE, About, Outcome, ShownTo, Weekday
from refugees.forms.dates import reason_field
from refugees.forms.work import READ_BY_THE_UNIT, time_field

ENDINGS = [choice for choice in Outcome.choices if choice[0]]
# Whoever was talked with did not leave before.
TALKED = [choice for choice in ENDINGS if choice[0] != Outcome.LEFT]


def about_field() -> forms.ChoiceField:
    """What somebody drops in about."""
    return forms.ChoiceField(
        label=_("What is it about?"),
        choices=About,
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose what it is about.")},
    )


def note_field() -> forms.CharField:
    """A few words for whoever talks with the person."""
    return forms.CharField(
        label=_("In a few words"), required=False, max_length=300, help_text=READ_BY_THE_UNIT
    )


def outcome_field(choices: list[tuple[str, str]]) -> forms.ChoiceField:
    """What came of the visit."""
    return forms.ChoiceField(
        label=_("What came of it?"),
        choices=choices,
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose what came of it.")},
    )


def said_field() -> forms.CharField:
    """What was said and agreed, as the duty to note asks."""
    return forms.CharField(
        label=_("What was said and agreed"),
        required=False,
        max_length=4000,
        help_text=_("Colleagues in the unit can read it. Leave out health details."),
        widget=forms.Textarea(attrs={"rows": 5}),
    )


class ArriveForm(DatedForm):
    """Somebody came in and waits."""

    about = about_field()
    note = note_field()


class EndForm(DatedForm):
    """What came of a visit."""

    outcome = outcome_field(ENDINGS)
    said = said_field()


class RecordForm(DatedForm):
    """A visit that is over, written afterwards."""

    on = DayField(label=_("When was the person there?"))
    about = about_field()
    note = note_field()
    outcome = outcome_field(TALKED)
    said = said_field()


class WalkInForm(DatedForm):
    """A visit of somebody who has no case: choices alone, so that nothing of the person can be written."""

    on = DayField(label=_("When was the person there?"))
    at = time_field(_("At what time?"))
    about = about_field()
    outcome = outcome_field([(choice.value, choice.label) for choice in WITHOUT_A_CASE])
    shown_to = forms.ChoiceField(
        label=_("Where were they shown on to?"),
        choices=[("", _("Nowhere")), *ShownTo.choices[1:]],
        required=False,
    )

    def clean(self) -> dict[str, Any]:
        """Whoever was shown on was shown on to somewhere, and nobody else was."""
        cleaned = super().clean()
        outcome, shown_to = cleaned.get("outcome"), cleaned.get("shown_to")
        if outcome == Outcome.SHOWN_ON and not shown_to:
            self.add_error("shown_to", _("Choose where they were shown on to."))
        if outcome and outcome != Outcome.SHOWN_ON and shown_to:
            self.add_error("shown_to", _("Only of somebody who was shown on: choose “Nowhere”."))
        return cleaned


class CorrectForm(DatedForm):
    """What it was about and what came of it, and why the first record was wrong."""

    about = about_field()
    note = note_field()
    outcome = outcome_field(ENDINGS)
    said = said_field()
    reason = reason_field(_("Why is it corrected?"))


class TakeBackForm(DatedForm):
    """Why there was no such visit."""

    reason = reason_field(_("Why is it taken back?"))


class HoursForm(DatedForm):
    """On which day of the week it is open, and when."""

    weekday = forms.TypedChoiceField(
        label=_("Day of the week"),
        choices=Weekday,
        coerce=int,
        error_messages={"required": _("Choose a day of the week.")},
    )
    opens = time_field(_("Opens"))
    closes = time_field(_("Closes"))
    from_on = DayField(label=_("From which day on?"), quick=False)


class EndHoursForm(DatedForm):
    """The last day."""

    last_on = DayField(label=_("Until which day, that day included?"), quick=False)
