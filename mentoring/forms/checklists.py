"""What is asked about a checklist: how one thing stands, and what a version says. The verbs decide what is true."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from accounts.fields import AHEAD, DatedForm, DayField
from mentoring.models import Audience, ChecklistItem, MarkState
from mentoring.models.checklist_item import WORDS_MAX_LENGTH
from refugees.forms.dates import reason_field

# A mentor reads of a checklist what others wrote in it, as nowhere else.
READ_BY = _(
    "The person's mentors and colleagues in the unit can read it. Leave out health details and addresses."
)


class MarkForm(DatedForm):
    """Done on a day, or not relevant because; why, if something else was said before."""

    state = forms.ChoiceField(
        label=_("What became of it?"),
        choices=[(each.value, each.label) for each in (MarkState.DONE, MarkState.NOT_RELEVANT)],
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose one of the two.")},
    )
    on = DayField(label=_("If it is done: when?"), required=False)
    reason = reason_field(_("If it is not relevant: why?"), required=False, help_text=READ_BY)

    def __init__(
        self,
        *args: Any,
        waits_for: Sequence[ChecklistItem] = (),
        is_correction: bool = False,
        is_overtaken: bool = False,
        **options: Any,
    ) -> None:
        super().__init__(*args, **options)
        if waits_for:
            words = ", ".join(item.words for item in waits_for)
            self.fields["anyway"] = forms.BooleanField(
                label=_("It was done all the same, although this is still open: %(items)s")
                % {"items": words},
                required=False,
            )
        if is_correction:
            self.fields["correction_reason"] = reason_field(_("Why is it corrected?"), help_text=READ_BY)
            # Whoever was overtaken is shown both texts before anything is missing.
            self.fields["correction_reason"].required = not is_overtaken
        self.order_fields(["state", "on", "anyway"])

    def clean(self) -> dict[str, Any]:
        """Done has a day, not relevant has words; what belongs to the other is left out."""
        cleaned = super().clean()
        state = cleaned.get("state")
        if state == MarkState.DONE:
            cleaned["reason"] = ""
            if not cleaned.get("on") and "on" not in self.errors:
                self.add_error("on", _("Say on which day it was done."))
            if "anyway" in self.fields and not cleaned.get("anyway"):
                self.add_error("anyway", _("Say that it was done all the same."))
        if state == MarkState.NOT_RELEVANT:
            cleaned["on"] = None
            if not cleaned.get("reason") and "reason" not in self.errors:
                self.add_error("reason", _("Say why it is not relevant."))
        return cleaned

    @property
    def facts(self) -> dict[str, Any]:
        """What the verb is told."""
        said = self.cleaned_data
        return {
            "state": said["state"],
            "on": said["on"],
            "reason": said["reason"],
            "correction_reason": said.get("correction_reason", ""),
            "is_anyway": said.get("anyway", False),
        }


class ItemForm(forms.Form):
    """One thing on a draft of the checklist."""

    danish = forms.CharField(label=_("In Danish"), max_length=WORDS_MAX_LENGTH)
    english = forms.CharField(label=_("In English"), max_length=WORDS_MAX_LENGTH)
    audience = forms.ChoiceField(label=_("For whom?"), choices=Audience, widget=forms.RadioSelect)
    blocked_by = forms.MultipleChoiceField(
        label=_("What is in place before it?"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    url = forms.URLField(
        label=_("Official page"),
        required=False,
        assume_scheme="https",
        help_text=_("Only the authority's own page, and only if you have opened it. Begins with https://."),
    )

    def __init__(self, *args: Any, others: Sequence[ChecklistItem], **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["blocked_by"].choices = [(item.key, item.words) for item in others]
        if not others:
            del self.fields["blocked_by"]

    @property
    def facts(self) -> dict[str, Any]:
        """What the verb is told."""
        return {"blocked_by": []} | self.cleaned_data


class InForceForm(DatedForm):
    """From which day lists begin with it."""

    on = DayField(label=_("From which day?"), near=AHEAD)
