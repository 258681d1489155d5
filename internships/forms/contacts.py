"""What is asked about a call or a meeting with a company."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from accounts.fields import DatedForm, DayField
from internships.models import Contact, ContactPerson, ContactWay


class CorrectContactForm(DatedForm):
    """How, when, with whom, what was said and promised."""

    way = forms.ChoiceField(
        label=_("How?"),
        choices=ContactWay,
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose how you spoke.")},
    )
    on = DayField(label=_("When?"))
    person = forms.ChoiceField(label=_("With whom?"), required=False)
    whom = forms.CharField(
        label=_("With somebody else"),
        help_text=_("Name or role, if the person is not on the list."),
        max_length=120,
        required=False,
    )
    about = forms.CharField(
        label=_("What was said?"),
        help_text=_("About the company and its places. Write nothing here about a refugee."),
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 5}),
        error_messages={"required": _("Write what was said.")},
    )
    promised = forms.CharField(
        label=_("What was promised?"),
        help_text=_("By the company or by us."),
        max_length=300,
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
    )

    def __init__(self, *args: Any, people: list[ContactPerson], **options: Any) -> None:
        super().__init__(*args, **options)
        self.people = {str(person.public_id): person for person in people}
        names = [(key, ", ".join(filter(None, (p.name, p.job)))) for key, p in self.people.items()]
        self.fields["person"].choices = [("", _("Nobody on the list")), *names]
        if not people:
            del self.fields["person"]

    def clean(self) -> dict[str, Any]:
        """Somebody was spoken with: on the list, or named."""
        cleaned = super().clean()
        if not cleaned.get("person") and not cleaned.get("whom"):
            self.add_error("person" if self.people else "whom", _("Say with whom."))
        return cleaned

    @property
    def facts(self) -> dict[str, Any]:
        """As the verbs take them."""
        return self.cleaned_data | {"person": self.people.get(self.cleaned_data.get("person", ""))}


class ContactForm(CorrectContactForm):
    """The same, and when to call next."""

    next_on = DayField(
        label=_("Next call"),
        quick=False,
        required=False,
        help_text=_("It comes back to your work by itself on that day."),
    )
    made = forms.ChoiceField(
        label=_("Was this a call that was agreed?"), required=False, widget=forms.RadioSelect
    )
    field_order = ["made"]

    def __init__(self, *args: Any, to_call: list[Contact], **options: Any) -> None:
        super().__init__(*args, **options)
        self.to_call = {str(contact.public_id): contact for contact in to_call}
        agreed = [(key, contact.words_to_call) for key, contact in self.to_call.items()]
        self.fields["made"].choices = [*agreed, ("", _("No, the call that was agreed is still to be made"))]
        if to_call:
            self.initial.setdefault("made", agreed[0][0])
        else:
            del self.fields["made"]

    @property
    def facts(self) -> dict[str, Any]:
        """As the verb takes them."""
        return super().facts | {"made": self.to_call.get(self.cleaned_data.get("made", ""))}


class LaterForm(DatedForm):
    """Another day for the next call."""

    next_on = DayField(label=_("When to call?"), quick=False)


class DropForm(DatedForm):
    """Why no call is needed."""

    next_dropped = forms.CharField(
        label=_("Why is no call needed?"),
        max_length=300,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": _("Say why no call is needed.")},
    )
