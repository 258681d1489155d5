"""Filters of the managers' screens, whose state lives in the address, and the answer to a breach."""

from datetime import date, timedelta
from urllib.parse import urlencode

from django import forms
from django.db.models import Exists, OuterRef
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from accounts.day import ONE_DAY
from accounts.fields import DatedForm, DayField
from accounts.models import Unit, User
from goals import registry
from goals.models import Breach, Cause, Turn
from goals.models.conversation import ConversationQuerySet
from refugees.takeover import next_weekday


class Filter(forms.Form):
    """A form whose state lives in the address; what is left out of the address has its default."""

    def __init__(self, data: dict, *, user: User) -> None:
        super().__init__(data)
        self.units = list(Unit.objects.filter(pk__in=user.case_unit_ids()).order_by("name"))
        if len(self.units) > 1:
            choices = [("", _("All units")), *((unit.pk, unit.name) for unit in self.units)]
            self.fields["unit"].choices = choices
        else:
            del self.fields["unit"]

    @property
    def chosen(self) -> dict[str, str]:
        """What the address holds of this form."""
        return {name: self.data[name] for name in self.fields if self.data.get(name)}

    @property
    def query(self) -> str:
        """The same, for another address that is to show the same people."""
        return urlencode(self.chosen)


class BreachFilter(Filter):
    """Which open breaches are shown."""

    answer = forms.ChoiceField(
        label=gettext_lazy("Answer"),
        choices=[
            ("", gettext_lazy("All")),
            ("needed", gettext_lazy("Needs an answer")),
            ("given", gettext_lazy("Answered")),
        ],
        required=False,
    )
    goal = forms.ChoiceField(label=gettext_lazy("Goal"), required=False)
    unit = forms.TypedChoiceField(label=gettext_lazy("Unit"), coerce=int, empty_value=None, required=False)
    cause = forms.ChoiceField(
        label=gettext_lazy("Cause"), choices=[("", gettext_lazy("Any cause")), *Cause.choices], required=False
    )

    def __init__(self, data: dict, *, user: User) -> None:
        super().__init__(data, user=user)
        goals = ((goal.key, goal.label) for goal in registry.all_goals())
        self.fields["goal"].choices = [("", _("Any goal")), *goals]

    def of(self, conversations: ConversationQuerySet, day: date) -> ConversationQuerySet:
        """Only those that are meant."""
        wanted = self.cleaned_data
        if wanted["answer"] == "needed":
            conversations = conversations.filter(turn__lt=Turn.ANSWERED)
        elif wanted["answer"] == "given":
            conversations = conversations.filter(turn=Turn.ANSWERED)
        if wanted["goal"]:
            about = Breach.objects.open().filter(clock__goal=wanted["goal"], conversation=OuterRef("pk"))
            conversations = conversations.filter(Exists(about))
        if wanted.get("unit"):
            conversations = conversations.filter(unit=wanted["unit"])
        if wanted["cause"]:
            conversations = conversations.filter(cause=wanted["cause"])
        return conversations


WORKING_DAYS, DAYS = 3, 7
ANOTHER_DAY = "another"


class ReplyForm(DatedForm):
    """Why the promise was not kept in time, what happens next, and by when."""

    cause = forms.ChoiceField(
        label=gettext_lazy("Why was it not kept in time?"),
        choices=Cause,
        widget=forms.RadioSelect,
        error_messages={"required": gettext_lazy("Choose the cause.")},
    )
    explanation = forms.CharField(
        label=gettext_lazy("Explanation"),
        help_text=gettext_lazy(
            "Managers, team leads and caseworkers of the unit can read it. Leave out health details."
        ),
        max_length=4000,
        widget=forms.Textarea(attrs={"rows": 4}),
        error_messages={"required": gettext_lazy("Explain in a sentence or two.")},
    )
    next_step = forms.CharField(
        label=gettext_lazy("What happens next?"),
        help_text=gettext_lazy("Who does what, for example: Lise calls two more companies."),
        max_length=200,
        error_messages={"required": gettext_lazy("Say what happens next.")},
    )
    when = forms.ChoiceField(
        label=gettext_lazy("By when?"),
        help_text=gettext_lazy("If it is still over after that day, it comes back by itself."),
        widget=forms.RadioSelect,
        error_messages={"required": gettext_lazy("Choose by when.")},
    )
    next_on = DayField(
        label=gettext_lazy("The other day"),
        quick=False,
        error_messages={"required": gettext_lazy("Write the other day.")},
    )

    def __init__(self, *args: object, today: date, **options: object) -> None:
        super().__init__(*args, today=today, **options)
        self.fields["when"].choices = [
            *((day.isoformat(), words) for day, words in _near_days(today)),
            (ANOTHER_DAY, _("Another day")),
        ]

        # Of somebody who chose a near day, the other day is not asked.
        self.fields["next_on"].required = not self.is_bound or self.data.get("when") == ANOTHER_DAY

    def restore(self, fields: dict[str, str]) -> None:
        """Show what a draft kept, as it was typed."""
        self.initial |= {
            name: field.widget.value_from_datadict(fields, {}, name) for name, field in self.fields.items()
        }

    def clean(self) -> dict[str, object]:
        """The day that was meant, as `next_on`."""
        cleaned = super().clean()
        when = cleaned.get("when")
        if when and when != ANOTHER_DAY:
            cleaned["next_on"] = date.fromisoformat(when)
        return cleaned

    @property
    def facts(self) -> dict[str, object]:
        """What the verb takes."""
        return {name: self.cleaned_data[name] for name in ("cause", "explanation", "next_step", "next_on")}


def _near_days(today: date) -> list[tuple[date, str]]:
    """The days on which most next steps are due, each with its date in words."""
    working_day = today
    for _each in range(WORKING_DAYS):
        working_day = next_weekday(working_day + ONE_DAY)
    near = [
        (today, _("Today, %(day)s")),
        (working_day, _("In three working days, %(day)s")),
        (today + timedelta(days=DAYS), _("In a week, %(day)s")),
    ]
    return [(day, words % {"day": date_format(day, "MONTH_DAY_FORMAT")}) for day, words in near]
