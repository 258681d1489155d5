"""What is asked when time is paused, or more of it is wanted. The verbs decide what is true."""

from datetime import date
from typing import Any

from django import forms
from django.db.models import QuerySet
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from accounts.day import ONE_DAY
from accounts.fields import DatedForm, DayField
from goals.models import Decision, Ground
from refugees.forms.dates import reason_field
from refugees.models import Document

READ_BY_FEW = gettext_lazy("Read by the case's caseworker, and by those who may know the ground.")
READ_BY_THE_UNIT = gettext_lazy("Colleagues in the unit can read it. Leave out health details.")
LONGEST = 600


class DocumentField(forms.ModelChoiceField):
    """One document of the case, by title and date."""

    def label_from_instance(self, document: Document) -> str:
        """What it is called on its page."""
        return document.title


class PauseForm(DatedForm):
    """Why nothing can be done, from when, and until when if that is known."""

    ground = forms.ChoiceField(
        label=gettext_lazy("Why can nothing be done?"),
        help_text=READ_BY_FEW,
        choices=Ground,
        widget=forms.RadioSelect,
        error_messages={"required": gettext_lazy("Choose the ground.")},
    )
    from_on = DayField(label=gettext_lazy("First day of the pause"))
    last_on = DayField(
        label=gettext_lazy("Last day of the pause"),
        help_text=gettext_lazy(
            "Leave it empty while nobody knows. Deadlines have no date until it is ended."
        ),
        quick=False,
        required=False,
    )
    document = DocumentField(
        label=gettext_lazy("Document that shows it"),
        queryset=Document.objects.none(),
        required=False,
        empty_label=gettext_lazy("No document"),
    )
    reason = reason_field(
        gettext_lazy("Why is it entered after it began?"),
        required=False,
        help_text=gettext_lazy("Only if it began before today. Read by those who may know the ground."),
    )

    def __init__(self, *args: Any, documents: QuerySet[Document], **options: Any) -> None:
        super().__init__(*args, **options)
        if documents:
            self.fields["document"].queryset = documents
        else:
            del self.fields["document"]

    def clean(self) -> dict[str, Any]:
        """The last day lies on or after the first one."""
        cleaned = super().clean()
        first, last = cleaned.get("from_on"), cleaned.get("last_on")
        if first and last and last < first:
            self.add_error("last_on", _("A pause cannot end before it starts."))
        return cleaned

    @property
    def facts(self) -> dict[str, Any]:
        """What the verb takes: `until` is the first day that counts again."""
        given = self.cleaned_data
        last = given["last_on"]
        return {
            "ground": given["ground"],
            "from_on": given["from_on"],
            "until": last + ONE_DAY if last else None,
            "reason": given["reason"],
            "document": given.get("document"),
        }


class CorrectPauseForm(PauseForm):
    """What it should have been, and why it was not."""

    reason = reason_field(gettext_lazy("Why is it corrected?"), help_text=READ_BY_FEW)


class EndPauseForm(DatedForm):
    """The last day of a pause that is open."""

    last_on = DayField(label=gettext_lazy("Last day of the pause"))

    def __init__(self, *args: Any, begins: date, **options: Any) -> None:
        super().__init__(*args, **options)
        self.begins = begins

    def clean_last_on(self) -> date:
        """Not before its first day."""
        last = self.cleaned_data["last_on"]
        if last < self.begins:
            raise forms.ValidationError(_("A pause cannot end before it starts."))
        return last

    @property
    def until(self) -> date:
        """The first day that counts again."""
        return self.cleaned_data["last_on"] + ONE_DAY


class WithdrawPauseForm(DatedForm):
    """Only why."""

    reason = reason_field(gettext_lazy("Why is it withdrawn?"), help_text=READ_BY_FEW)


class AskForm(DatedForm):
    """How many days more, and why."""

    days = forms.IntegerField(
        label=gettext_lazy("How many days more?"),
        min_value=1,
        max_value=366,
        widget=forms.NumberInput(attrs={"inputmode": "numeric", "class": "form-input--time"}),
        error_messages={
            "required": gettext_lazy("Write how many days."),
            "invalid": gettext_lazy("Write the days as a number, for example 7."),
            "min_value": gettext_lazy("Ask for at least one day."),
            "max_value": gettext_lazy("Ask for a year at most."),
        },
    )
    reason = forms.CharField(
        label=gettext_lazy("Why is more time needed?"),
        help_text=READ_BY_THE_UNIT,
        max_length=LONGEST,
        widget=forms.Textarea(attrs={"rows": 4}),
        error_messages={"required": gettext_lazy("Say why more time is needed.")},
    )


class DecideForm(DatedForm):
    """More time, or not; if not, why and what to do instead."""

    decision = forms.ChoiceField(
        label=gettext_lazy("Your decision"),
        choices=[
            (Decision.GRANTED.value, gettext_lazy("Grant: the deadline moves")),
            (Decision.DENIED.value, gettext_lazy("Deny: the deadline stays")),
        ],
        widget=forms.RadioSelect,
        error_messages={"required": gettext_lazy("Choose whether there is more time.")},
    )
    reason = forms.CharField(
        label=gettext_lazy("If you deny it: why?"),
        help_text=READ_BY_THE_UNIT,
        max_length=LONGEST,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    actions = forms.CharField(
        label=gettext_lazy("If you deny it: what should be done instead?"),
        max_length=LONGEST,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
    )

    def clean(self) -> dict[str, Any]:
        """A denial says why, and what to do instead."""
        cleaned = super().clean()
        if cleaned.get("decision") == Decision.DENIED:
            if not cleaned.get("reason"):
                self.add_error("reason", _("Say why there is no more time."))
            if not cleaned.get("actions"):
                self.add_error("actions", _("Say what should be done instead."))
        return cleaned
