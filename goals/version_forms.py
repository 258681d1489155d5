"""The forms of rules: a draft of a version, and a suspension of limits."""

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from accounts.fields import DatedForm, DayField
from goals import registry
from goals.models import GoalVersion, Ground, VersionDraft
from goals.models.wording import SpanUnit
from goals.reckoning import Counted
from goals.stops import LAW
from refugees.takeover import PermitGround, RuleSet

BEFORE = "event"
MOST_YEARS_IN_DAYS = 3660
NO_TIME = gettext_lazy("Write how much time is allowed.")
TEXT_DAY = {"required": gettext_lazy("Write the day from which clocks are measured so.")}


class VersionForm(DatedForm):
    """What a promise is to say. Whose promise it is stands in the address: a draft never becomes another's."""

    amount = forms.IntegerField(
        label=gettext_lazy("Time allowed"),
        min_value=1,
        max_value=MOST_YEARS_IN_DAYS,
        error_messages={
            "invalid": gettext_lazy("Write a whole number, for example 1."),
            "required": NO_TIME,
        },
    )
    unit = forms.ChoiceField(label=gettext_lazy("Counted in"))
    warning_days = forms.IntegerField(
        label=gettext_lazy("Warn so many days before"), min_value=0, max_value=365, initial=7
    )
    aim = forms.CharField(
        label=gettext_lazy("Aim within the time"),
        help_text=gettext_lazy("Shown beside the deadline, for example: 2 weeks. It is not counted by."),
        max_length=120,
        required=False,
    )
    rule_sets = forms.MultipleChoiceField(
        label=gettext_lazy("For cases under these rules"),
        help_text=gettext_lazy("None ticked: all rules."),
        choices=RuleSet,
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )
    permit_grounds = forms.MultipleChoiceField(
        label=gettext_lazy("For people with these permit grounds"),
        help_text=gettext_lazy("None ticked: all grounds."),
        choices=PermitGround,
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )
    adults_only = forms.BooleanField(
        label=gettext_lazy("Only for those who were 18 at takeover"), required=False
    )
    benefit_only = forms.BooleanField(
        label=gettext_lazy("Only for those who live on a benefit"), required=False
    )
    pausing_grounds = forms.MultipleChoiceField(
        label=gettext_lazy("Pauses that stop the clock"),
        help_text=gettext_lazy(
            "None ticked: nothing stops it. A limit of the law is stopped only if its source says so."
        ),
        choices=Ground,
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )
    max_extension_days = forms.IntegerField(
        label=gettext_lazy("Days of extension that can be granted in all"),
        help_text=gettext_lazy("0: it cannot be extended."),
        min_value=0,
        max_value=730,
        initial=0,
    )
    valid_from = DayField(
        label=gettext_lazy("For clocks that start from"),
        help_text=gettext_lazy("Clocks that started before stay with the version of their time."),
        quick=False,
        error_messages=TEXT_DAY,
    )
    source = forms.CharField(
        label=gettext_lazy("Source"),
        help_text=gettext_lazy(
            "Who decided it, where it can be read: act and section, or the committee's decision."
        ),
        max_length=200,
        error_messages={"required": gettext_lazy("Name the source: no promise without one.")},
    )
    reason = forms.CharField(
        label=gettext_lazy("Why it changes"),
        help_text=gettext_lazy("Read by whoever puts it in force, and later by everybody."),
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 4}),
        error_messages={"required": gettext_lazy("Say why, in a sentence or two.")},
    )

    def __init__(self, *args: Any, goal: str, standard: str, today: date, **options: Any) -> None:
        super().__init__(*args, today=today, **options)
        self.goal, self.standard = goal, standard
        declared = registry.get(goal)
        words = {"event": declared.event}
        units = [(BEFORE, _("no time: it is to be kept before %(event)s") % words)]
        has_event = declared.may_be_kept_until_event
        self.fields["unit"].choices = [*SpanUnit.choices, *(units if has_event else [])]
        self.fields["amount"].required = not has_event
        if declared.counted is Counted.PAST:
            self.fields["amount"].help_text = _("So long after %(event)s it can still be kept.") % words

    def clean(self) -> dict[str, Any]:
        """A time has a number and a unit; what is kept before an event has neither. Something must change."""
        cleaned = super().clean()
        if cleaned.get("unit") == BEFORE:
            cleaned["amount"], cleaned["unit"] = None, ""
        elif not cleaned.get("amount") and "amount" not in self.errors:
            self.add_error("amount", NO_TIME)
        if not self.errors and self._says_nothing_new(cleaned):
            self.add_error(None, _("This says the same as the version in force. Change something first."))
        return cleaned

    def _says_nothing_new(self, cleaned: dict[str, Any]) -> bool:
        current = GoalVersion.objects.of(self.goal, self.standard).last()
        return bool(current) and all(
            getattr(current, name) == cleaned[name] for name in current.wording if name in cleaned
        )

    @property
    def facts(self) -> dict[str, Any]:
        """What the verb takes."""
        return {"goal": self.goal, "standard": self.standard, **self.cleaned_data}


def initial_of(said: GoalVersion | VersionDraft | None) -> dict[str, Any]:
    """What a form begins with: the wording that is to be changed."""
    if said is None:
        return {"adults_only": True, "warning_days": 7, "max_extension_days": 0}
    initial = said.wording | {"unit": said.unit or BEFORE}
    if isinstance(said, VersionDraft):
        return initial | {"valid_from": said.valid_from, "reason": said.reason}
    # The next version has a source of its own.
    return initial | {"source": ""}


class SuspensionForm(DatedForm):
    """The days on which the minister suspended limits."""

    from_on = DayField(label=gettext_lazy("Suspended from"), quick=False)
    until = DayField(
        label=gettext_lazy("First day that counts again"),
        help_text=gettext_lazy("Leave it empty while the end is not known."),
        quick=False,
        required=False,
    )
    goals = forms.MultipleChoiceField(
        label=gettext_lazy("Which promises of the law"),
        help_text=gettext_lazy("None ticked: all of them."),
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )
    source = forms.CharField(
        label=gettext_lazy("Source"),
        help_text=gettext_lazy("The order by which the limits are suspended."),
        max_length=200,
        error_messages={"required": gettext_lazy("Name the order.")},
    )
    reason = forms.CharField(
        label=gettext_lazy("Note"), max_length=1000, required=False, widget=forms.Textarea(attrs={"rows": 3})
    )

    def __init__(self, *args: Any, today: date, **options: Any) -> None:
        super().__init__(*args, today=today, **options)
        lawful = set(GoalVersion.objects.filter(standard=LAW).values_list("goal", flat=True))
        self.fields["goals"].choices = [
            (goal.key, goal.label) for goal in registry.all_goals() if goal.key in lawful
        ]


class EndSuspensionForm(DatedForm):
    """The day on which the limits count again."""

    until = DayField(label=gettext_lazy("First day that counts again"), quick=False)


class WithdrawSuspensionForm(forms.Form):
    """Why it was a mistake."""

    because = forms.CharField(
        label=gettext_lazy("Why was it a mistake?"),
        max_length=300,
        error_messages={"required": gettext_lazy("Say why.")},
    )
