"""What is asked when somebody writes on a case: notes, tasks, waiting, appointments. The verbs decide what is true."""

from datetime import datetime, time
from typing import Any

from django import forms
from django.db.models import QuerySet
from django.utils import timezone
from django.utils.formats import time_format
from django.utils.translation import gettext_lazy as _

from accounts.fields import DatedForm, DayField
from accounts.models import User
from refugees.forms.dates import reason_field
from refugees.models import (
    CHOSEN_KINDS,
    Appointment,
    Awaited,
    Case,
    NoteKind,
    Participant,
    TalkForm,
    TalkKind,
)
from refugees.models.note import NOTE_MAX_LENGTH

READ_BY_THE_UNIT = _("Colleagues in the unit can read it.")


def time_field(label: str, **options: Any) -> forms.TimeField:
    """A time of the day as people write it: 9.30, 09:30, 930."""
    return forms.TimeField(
        label=label,
        widget=forms.TimeInput(
            format="%H.%M",
            attrs={"inputmode": "numeric", "autocomplete": "off", "class": "form-input--time"},
        ),
        error_messages={
            "required": _("Write the time, for example 9.30."),
            "invalid": _("Write the time with hours and minutes, for example 9.30."),
        },
        **options,
    )


class ColleagueField(forms.ModelChoiceField):
    """One colleague, by name."""

    def label_from_instance(self, user: User) -> str:
        """Names are what colleagues know each other by."""
        return user.name


class ColleaguesField(forms.ModelMultipleChoiceField):
    """Any number of colleagues, by name."""

    widget = forms.CheckboxSelectMultiple

    def label_from_instance(self, user: User) -> str:
        """Names are what colleagues know each other by."""
        return user.name


class NoteForm(DatedForm):
    """The box to write a note in: the words first, then what it was and when."""

    text = forms.CharField(
        label=_("Write a note"),
        widget=forms.Textarea(attrs={"rows": 4}),
        max_length=NOTE_MAX_LENGTH,
        error_messages={
            "required": _("Write what was said or done."),
            "max_length": _("A note has at most 20,000 characters. Write the rest in another one."),
        },
    )
    kind = forms.ChoiceField(label=_("What was it?"), choices=NoteKind, initial=NoteKind.NOTE)
    happened_on = DayField(label=_("When did it happen?"))
    happened_time = time_field(_("At"), required=False)

    @property
    def facts(self) -> dict[str, Any]:
        """What a note is made of."""
        return {name: self.cleaned_data[name] for name in ("text", "kind", "happened_on", "happened_time")}


class CorrectNoteForm(NoteForm):
    """Another text, and why the first one was wrong."""

    reason = reason_field(_("Why is it corrected?"))
    version = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["text"].label = _("The text as it should be")


class TaskForm(DatedForm):
    """Something to do, by when, for whom."""

    title = forms.CharField(
        label=_("What is to be done?"),
        max_length=200,
        error_messages={"required": _("Write what is to be done.")},
    )
    due_on = DayField(label=_("By when?"), quick=False)
    assigned_to = ColleagueField(
        label=_("Who does it?"),
        queryset=User.objects.none(),
        empty_label=None,
        error_messages={
            "required": _("Choose who does it."),
            "invalid_choice": _("Choose somebody of the unit."),
        },
    )

    def __init__(self, *args: Any, colleagues: QuerySet[User], **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["assigned_to"].queryset = colleagues


class WaitingForm(DatedForm):
    """For whom the case waits, for what, and when they are asked again."""

    kind = forms.ChoiceField(label=_("Who has to act?"), choices=Awaited)
    whom = forms.CharField(
        label=_("Name"), max_length=120, error_messages={"required": _("Write whom you wait for.")}
    )
    what = forms.CharField(
        label=_("What will they do or send?"),
        max_length=200,
        help_text=READ_BY_THE_UNIT,
        error_messages={"required": _("Write what you wait for.")},
    )
    since_on = DayField(label=_("Since when?"))
    chase_on = DayField(
        label=_("When do you ask again?"), quick=False, help_text=_("On that day it comes back to your list.")
    )


class ChaseForm(DatedForm):
    """They were asked again; until when to wait now."""

    chase_on = DayField(label=_("When do you ask again?"), quick=False)


class EndWaitingForm(DatedForm):
    """What became of it."""

    outcome = forms.CharField(
        label=_("What happened?"),
        max_length=300,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=READ_BY_THE_UNIT,
        error_messages={"required": _("Say what happened.")},
    )
    ended_on = DayField(label=_("When?"))


class AppointmentForm(DatedForm):
    """A time agreed on."""

    kind = forms.ChoiceField(label=_("What is it?"), choices=CHOSEN_KINDS)
    title = forms.CharField(
        label=_("About what?"), max_length=200, error_messages={"required": _("Write what it is about.")}
    )
    day = DayField(label=_("Which day?"), quick=False)
    starts = time_field(_("From"))
    ends = time_field(_("To"))
    place = forms.CharField(label=_("Where?"), max_length=200, required=False)
    staff = ColleaguesField(
        label=_("Who takes part?"),
        queryset=User.objects.none(),
        error_messages={"required": _("Choose who takes part.")},
    )
    despite = forms.BooleanField(label=_("Make the appointment all the same"), required=False)

    def __init__(
        self, *args: Any, colleagues: QuerySet[User], case: Case | None = None, **options: Any
    ) -> None:
        super().__init__(*args, **options)
        self.fields["staff"].queryset = colleagues
        self.case = case
        # What the person is to do in that time already: shown once, then it is their own decision.
        self.in_the_way: list[Appointment] = []

    def clean(self) -> dict[str, Any]:
        """The end is after the start; an appointment over midnight is two. A person is at one place at a time."""
        cleaned = super().clean()
        starts, ends = cleaned.get("starts"), cleaned.get("ends")
        if starts and ends and ends <= starts:
            self.add_error("ends", _("The end must be after the start."))
        elif self.case and starts and ends and cleaned.get("day"):
            self._look_what_is_in_the_way(cleaned)
        return cleaned

    def _look_what_is_in_the_way(self, cleaned: dict[str, Any]) -> None:
        times = {"starts_at": self._moment(cleaned["starts"]), "ends_at": self._moment(cleaned["ends"])}
        self.in_the_way = list(Appointment.objects.in_the_way(case=self.case, **times).by_time())
        if self.in_the_way and not cleaned["despite"]:
            first = self.in_the_way[0]
            words = _("The person has an appointment in that time already: %(title)s, %(from)s–%(to)s.") % {
                "title": first.about,
                "from": time_format(timezone.localtime(first.starts_at)),
                "to": time_format(timezone.localtime(first.ends_at)),
            }
            self.add_error("despite", words)

    @property
    def facts(self) -> dict[str, Any]:
        """What an appointment is made of."""
        given = self.cleaned_data
        return {name: given[name] for name in ("kind", "title", "place", "staff")} | {
            "starts_at": self._moment(given["starts"]),
            "ends_at": self._moment(given["ends"]),
        }

    def _moment(self, at: time) -> datetime:
        return timezone.make_aware(datetime.combine(self.cleaned_data["day"], at))


# A retention talk has a form of its own, in which every side is heard.
TALKS = [choice for choice in TalkKind.choices if choice[0] != TalkKind.RETENTION]


class TalkRecordForm(DatedForm):
    """A talk that was held, or was to be held and was not."""

    kind = forms.ChoiceField(label=_("What kind of talk?"), choices=TALKS, initial=TalkKind.FOLLOW_UP)
    on = DayField(label=_("Which day?"))
    was_held = forms.TypedChoiceField(
        label=_("Was it held?"),
        choices=[("yes", _("Yes")), ("no", _("No"))],
        coerce=lambda value: value == "yes",
        widget=forms.RadioSelect,
        initial="yes",
        error_messages={"required": _("Say whether it was held.")},
    )
    why_not = forms.CharField(
        label=_("If not: why?"), required=False, max_length=300, widget=forms.Textarea(attrs={"rows": 2})
    )
    form = forms.ChoiceField(
        label=_("How did you meet?"), choices=TalkForm, widget=forms.RadioSelect, initial=TalkForm.IN_PERSON
    )
    participants = forms.MultipleChoiceField(
        label=_("Who else took part?"),
        choices=Participant,
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    agreement = forms.CharField(
        label=_("What was agreed?"),
        required=False,
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=READ_BY_THE_UNIT,
    )

    def clean(self) -> dict[str, Any]:
        """The sentence about a missing reason belongs at the reason."""
        cleaned = super().clean()
        if cleaned.get("was_held") is False and not cleaned.get("why_not"):
            self.add_error("why_not", _("Say why the talk was not held."))
        return cleaned


class CorrectTalkForm(TalkRecordForm):
    """How it really was, and why the first record was wrong."""

    kind = None
    reason = reason_field(_("Why is it corrected?"))


class TakeTalkBackForm(DatedForm):
    """Why there was no such talk."""

    reason = reason_field(_("Why is it taken back?"))


class CancelForm(DatedForm):
    """Why it will not take place."""

    reason = reason_field(_("Why is it cancelled?"))
