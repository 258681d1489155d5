"""What a person said to a mentor who was offered, of either kind; and what becomes of one they have already."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from accounts.fields import DatedForm, DayField
from mentoring.models import HolisticAnswer, RetentionAnswer
from mentoring.models.mentor_offer import DECLINED
from refugees.forms.dates import reason_field
from refugees.models import TeamMember


class AnswerOfferForm(DatedForm):
    """What the person said, and why not. A changed answer says why; one against a mentor says that their time ends."""

    answer = forms.ChoiceField(
        label=_("What did the person say?"),
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose what the person said.")},
    )
    on = DayField(label=_("When?"))
    reason = reason_field(_("If not: why?"), required=False)

    def __init__(
        self,
        *args: Any,
        choices: Sequence[tuple[str, Any]],
        mentor: TeamMember | None = None,
        is_correction: bool = False,
        is_overtaken: bool = False,
        **options: Any,
    ) -> None:
        super().__init__(*args, **options)
        self.mentor = mentor
        self.fields["answer"].choices = [choice for choice in choices if choice[0]]
        if is_correction:
            self.fields["correction_reason"] = reason_field(_("Why is the answer changed?"))
            # Whoever was overtaken is shown both texts before anything is missing.
            self.fields["correction_reason"].required = not is_overtaken
        if mentor:
            self.fields["ends_mentor"] = forms.BooleanField(
                label=_("If not: the time of %(name)s as mentor ends today") % {"name": mentor.user.name},
                required=False,
                help_text=_("They are the person's mentor now, and see nothing of the person from then on."),
            )
        self.order_fields(["answer", "on", "reason", "ends_mentor", "correction_reason"])

    def clean(self) -> dict[str, Any]:
        """The sentences about what is missing belong where it is missing."""
        cleaned = super().clean()
        if cleaned.get("answer") != DECLINED:
            return cleaned
        if not cleaned.get("reason") and "reason" not in self.errors:
            self.add_error("reason", _("Say why the person does not want one."))
        if self.mentor and not cleaned.get("ends_mentor"):
            words = _("%(name)s is the person's mentor. Say that their time ends with the answer.")
            self.add_error("ends_mentor", words % {"name": self.mentor.user.name})
        return cleaned


class AnswerHolisticForm(AnswerOfferForm):
    """What the person said to a mentor for the first year."""

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, choices=HolisticAnswer.choices, **options)


class AnswerRetentionForm(AnswerOfferForm):
    """What the person said to a retention mentor."""

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, choices=RetentionAnswer.choices, **options)
