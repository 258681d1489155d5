"""What a company may tell on its page, and what is asked when a link is made for it."""

from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.text import capfirst
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from accounts.fields import DatedForm, DayField
from internships.models import ContactPerson, Whose
from refugees.models import SignKind

LEAVE_OUT = _("Leave out health details: the City asks for them itself where it must.")


class LinkForm(DatedForm):
    """For whom at the company a link is made, until when, and whom they call."""

    contact = forms.ChoiceField(label=_("For whom at the company?"), required=False, widget=forms.RadioSelect)
    contact_name = forms.CharField(
        label=_("Or somebody else"), max_length=120, required=False, help_text=_("First and last name.")
    )
    valid_until = DayField(
        label=_("Valid until"), quick=False, help_text=_("Some weeks after the end, for the evaluation.")
    )
    call_name = forms.CharField(
        label=_("Whom does the company call?"),
        max_length=120,
        error_messages={"required": _("Write whom the company calls.")},
    )
    call_phone = forms.CharField(
        label=_("On which telephone?"),
        max_length=40,
        error_messages={"required": _("Write the telephone number.")},
    )

    by_mail = forms.BooleanField(
        label=_("Send it by e-mail to the contact person"),
        help_text=_("From here, within a few minutes: the company's name and the link, and nothing else."),
        required=False,
    )
    field_order = ["contact", "contact_name", "by_mail"]

    def __init__(self, *args: Any, people: list[ContactPerson], **options: Any) -> None:
        super().__init__(*args, **options)
        self.people = {str(person.public_id): person for person in people}
        choices = [(key, _in_a_line(person)) for key, person in self.people.items()]
        self.fields["contact"].choices = choices
        if not choices:
            del self.fields["contact"]
            self.fields["contact_name"].label = _("For whom at the company?")

    def clean(self) -> dict[str, Any]:
        """Somebody is named: one whom we know, or by name."""
        cleaned = super().clean()
        chosen, named = cleaned.get("contact"), (cleaned.get("contact_name") or "").strip()
        if bool(chosen) == bool(named):
            words = _("Choose or write for whom the link is, one of the two.")
            self.add_error("contact" if self.people else "contact_name", words)
        elif cleaned.get("by_mail") and not chosen:
            words = _(
                "Only a contact person of the company is written to. Add them on the page of the company, or send the"
                " link yourself."
            )
            self.add_error("by_mail", words)
        elif cleaned.get("by_mail") and not self.people[chosen].email:
            words = _(
                "No e-mail address of %(name)s is known. Add it on the page of the company, or send the link yourself."
            )
            self.add_error("by_mail", words % {"name": self.people[chosen].name})
        return cleaned

    @property
    def facts(self) -> dict[str, Any]:
        """What the verb is told."""
        names = ("valid_until", "call_name", "call_phone")
        person = self.people.get(self.cleaned_data.get("contact", ""))
        name = person.name if person else self.cleaned_data["contact_name"]
        mail_to = self.email if self.cleaned_data["by_mail"] else ""
        facts = {"contact_name": name, "mail_to": mail_to}
        return facts | {each: self.cleaned_data[each] for each in names}

    @property
    def email(self) -> str:
        """Where the chosen person is written to, if we know."""
        person = self.people.get(self.cleaned_data.get("contact", ""))
        return person.email if person else ""


def _in_a_line(person: ContactPerson) -> str:
    """Who it is, and where they are written to, or that nobody knows."""
    return ", ".join(
        filter(None, (person.name, person.job, person.email or gettext("no e-mail address known")))
    )


class RevokeForm(DatedForm):
    """Nothing is asked."""


class ConfirmForm(DatedForm):
    """The company's yes to what was agreed."""

    name = forms.CharField(
        label=_("Your name"), max_length=120, error_messages={"required": _("Write your name.")}
    )
    confirmed_on = DayField(label=_("Date"))
    late_reason = forms.CharField(
        label=_("Why is it confirmed only after the first day?"),
        max_length=300,
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
    )

    def __init__(self, *args: Any, is_late: bool = False, **options: Any) -> None:
        super().__init__(*args, **options)
        if not is_late:
            del self.fields["late_reason"]


class StartedForm(DatedForm):
    """The person began."""

    started_on = DayField(label=_("What was the first day?"))

    def clean_started_on(self) -> date:
        """A company tells of what was."""
        day = self.cleaned_data["started_on"]
        if day > self.today:
            raise ValidationError(_("Tell of the start on the day or later, not before."))
        return day


class NotStartedForm(DatedForm):
    """Nobody began."""

    whose = forms.ChoiceField(
        label=_("Whose doing was it?"),
        choices=[(value, capfirst(label)) for value, label in Whose.choices],
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose whose doing it was.")},
    )
    reason = forms.CharField(
        label=_("What happened?"),
        help_text=LEAVE_OUT,
        max_length=300,
        widget=forms.Textarea(attrs={"rows": 2}),
        error_messages={"required": _("Say what happened.")},
    )


class WorryForm(DatedForm):
    """It may not last."""

    kind = forms.ChoiceField(
        label=_("What do you notice?"),
        choices=[each for each in SignKind.choices if each[0] != SignKind.HEALTH_TEAM],
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose what you notice.")},
    )
    words = forms.CharField(
        label=_("In a few words"),
        help_text=LEAVE_OUT,
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 2}),
        error_messages={"required": _("Write what you notice.")},
    )
