"""What is asked about a mentor's concern. The verbs decide what is true."""

from django import forms
from django.utils.translation import gettext_lazy as _

from accounts.fields import DatedForm
from mentoring.models import ConcernKind, Urgency
from mentoring.models.concern import WORDS_MAX_LENGTH
from refugees.forms.dates import reason_field


def words_field(label: str, help_text: str, required: str) -> forms.CharField:
    """A few words for somebody else."""
    return forms.CharField(
        label=label,
        max_length=WORDS_MAX_LENGTH,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=help_text,
        error_messages={
            "required": required,
            "max_length": _("Write at most 1,000 characters, and ring about the rest."),
        },
    )


class ConcernForm(DatedForm):
    """What a mentor worries about, and how soon an answer is needed."""

    kind = forms.ChoiceField(
        label=_("What is it about?"),
        choices=ConcernKind,
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose what it is about.")},
    )
    words = words_field(
        _("In a few words"),
        _(
            "The caseworker reads it. No health details: ask the person to tell the health team or the caseworker"
            " themselves, or ring."
        ),
        _("Say what worries you."),
    )
    urgency = forms.ChoiceField(
        label=_("How urgent is it?"),
        choices=Urgency,
        widget=forms.RadioSelect,
        initial=Urgency.SOON,
        help_text=_("These times are internal defaults."),
        error_messages={"required": _("Choose how urgent it is.")},
    )


class AnswerConcernForm(DatedForm):
    """What the mentor is told."""

    answer = words_field(
        _("Your answer"),
        _("The mentor reads it. Nothing about health, interviews or a protected address."),
        _("Write the answer."),
    )


class TakeConcernBackForm(DatedForm):
    """Why nobody needs to answer it."""

    reason = reason_field(_("Why is it taken back?"))
