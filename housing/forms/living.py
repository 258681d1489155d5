"""What is asked after a home was accepted. The verbs decide what is true."""

from typing import Any

from django import forms
from django.utils.html import format_html
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from accounts.fields import DatedForm, DayField
from housing.forms.offers import NO_HEALTH
from housing.models import MoveOutReason

NIGHTS = "nights_are_open"


class SignForm(DatedForm):
    """When the contract was signed."""

    signed_on = DayField(label=_("Contract signed on"))


class MoveInForm(DatedForm):
    """Since when they live there. Of a later day than was said: what about the nights for which no bed is theirs."""

    moved_in_on = DayField(label=_("Moved in on"))
    nights_are_open = forms.BooleanField(
        label=_("Record the move all the same: where they slept in these nights is not known"),
        required=False,
        widget=forms.HiddenInput,
    )

    def __init__(self, *args: Any, beds_url: str, **options: Any) -> None:
        super().__init__(*args, **options)
        self.beds_url = beds_url

    def add_error(self, field: str | None, error: Any) -> None:
        """Asked only once it must be: then the way to record a bed stands beside it."""
        if field == NIGHTS:
            self.fields[NIGHTS].widget = forms.CheckboxInput()
            self[NIGHTS].help_text = format_html(
                '{} <a href="{}">{}</a>',
                gettext("Or record first where they slept, then correct the move."),
                self.beds_url,
                gettext("Move into a temporary place"),
            )
        super().add_error(field, error)


class MoveOutForm(DatedForm):
    """Since when they live there no more, why, and whether the City looks for a home again."""

    moved_out_on = DayField(label=_("Moved out on"))
    left_reason = forms.ChoiceField(
        label=_("Why did they move out?"),
        choices=MoveOutReason,
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose why they moved out.")},
    )
    needs_another = forms.TypedChoiceField(
        label=_("Do we look for another home for them?"),
        help_text=_("If so, they stand under “To be offered a home” again. No deadline begins anew."),
        choices=[("yes", _("Yes")), ("no", _("No"))],
        coerce=lambda value: value == "yes",
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose whether we look for another home.")},
    )
    left_words = forms.CharField(
        label=_("In words"),
        help_text=NO_HEALTH,
        max_length=300,
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
    )


class StillThereForm(DatedForm):
    """When it was heard that they still live there."""

    heard_on = DayField(label=_("When did you hear it?"))
    words = forms.CharField(label=_("In few words"), help_text=NO_HEALTH, max_length=300, required=False)
