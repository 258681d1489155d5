"""What is asked about a start, what follows it and how it ends. The verbs decide what is true."""

from django import forms
from django.utils.translation import gettext_lazy as _

from accounts.fields import DatedForm, DayField
from internships.forms.choosing import CompanyForm
from internships.models import Ending, Kind


class StartForm(DatedForm):
    """A start on an offer."""

    started_on = DayField(label=_("When did it start?"))


class NewStartForm(CompanyForm):
    """A start that no recorded offer led to."""

    kind = forms.ChoiceField(
        label=_("What was started?"),
        choices=Kind,
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose what was started.")},
    )
    started_on = DayField(label=_("When did it start?"))


class PlannedEndForm(DatedForm):
    """The agreed last day."""

    planned_last_on = DayField(label=_("Agreed last day"), quick=False, required=False)


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
        choices=[(value, label) for value, label in Ending.choices if value],
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose how it ended.")},
    )
    last_on = DayField(label=_("What was the last day?"))


class ReasonForm(DatedForm):
    """Why something recorded is taken back."""

    reason = forms.CharField(
        label=_("Why?"),
        help_text=_("It stays in the history of the case, and colleagues in the unit can read it."),
        max_length=300,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": _("Say why.")},
    )


class CorrectStartForm(ReasonForm):
    """Another first day, and why the first one was wrong."""

    started_on = DayField(label=_("When did it really start?"))
    field_order = ["started_on", "reason"]
