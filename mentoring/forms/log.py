"""The sixty-second log: a contact, who else was there, and what was promised by which day."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _

from accounts.fields import AHEAD, DatedForm, DayField
from mentoring.forms.contacts import ContactForm
from mentoring.models.contact_queries import Promised
from mentoring.models.promise import WORDS_MAX_LENGTH
from refugees.forms.dates import reason_field
from refugees.models import Case

# So many promises fit into one entry; whoever made more logs another.
PROMISES = 3
# The usual lengths, one tap each.
QUICK_MINUTES = (15, 30, 45, 60, 90)


class LogForm(ContactForm):
    """A contact as a mentor logs it on a phone. `family`: the others of the household whom it may be about as well."""

    def __init__(self, *args: Any, family: Sequence[Case] = (), **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["kind"].label = _("How?")
        self.fields["minutes"].label = _("How long, in minutes?")
        self.fields["topics"].label = _("About what?")
        if family:
            self.fields["also"] = forms.MultipleChoiceField(
                label=_("Who else of the family?"),
                choices=[(str(case.public_id), case.person.name) for case in family],
                required=False,
                widget=forms.CheckboxSelectMultiple,
                help_text=_("The same contact is logged for each of them."),
            )
        for number in range(PROMISES):
            self.fields[f"promise_{number}"] = forms.CharField(
                label=_("What did you promise?"),
                required=False,
                max_length=WORDS_MAX_LENGTH,
                widget=forms.Textarea(attrs={"rows": 2}),
                error_messages={"max_length": _("A promise has at most 300 characters.")},
            )
            self.fields[f"promise_{number}_due"] = DayField(label=_("By when?"), required=False, near=AHEAD)
            self.fields[f"promise_{number}_due"].widget.today = self.today

    def clean(self) -> dict[str, Any]:
        """A promise has words and a day, or neither."""
        cleaned = super().clean()
        for number in range(PROMISES):
            words, due_on = (cleaned.get(name) for name in (f"promise_{number}", f"promise_{number}_due"))
            if words and due_on is None and f"promise_{number}_due" not in self.errors:
                self.add_error(f"promise_{number}_due", ValidationError(_("Say by when.")))
            if due_on and not words and f"promise_{number}" not in self.errors:
                self.add_error(f"promise_{number}", ValidationError(_("Say what you promised.")))
            on = cleaned.get("on")
            if due_on and on and due_on < on:
                late = _("A promise is due on the day of the contact or later.")
                self.add_error(f"promise_{number}_due", ValidationError(late))
        return cleaned

    @property
    def facts(self) -> dict[str, Any]:
        """What the verb is told; `also` are the others it is about."""
        return {name: self.cleaned_data[name] for name in ("kind", "on", "minutes", "topics", "note")}

    @property
    def promises(self) -> list[Promised]:
        """What was promised, and by which day."""
        return list(self._promises())

    @cached_property
    def promise_fields(self) -> list[tuple[forms.BoundField, forms.BoundField, bool]]:
        """The pairs of fields of the promises, and whether something stands in them."""
        pairs = [(self[f"promise_{number}"], self[f"promise_{number}_due"]) for number in range(PROMISES)]
        return [(words, due, bool(words.value() or words.errors or due.errors)) for words, due in pairs]

    def _promises(self) -> Iterator[tuple[str, date]]:
        for number in range(PROMISES):
            if words := self.cleaned_data[f"promise_{number}"]:
                yield words, self.cleaned_data[f"promise_{number}_due"]


class DropPromiseForm(DatedForm):
    """Why what was promised is no longer needed."""

    reason = reason_field(_("Why is it no longer needed?"))
