"""The answer to a breach: why the promise was not kept in time, what happens next, and by when."""

from datetime import date, timedelta

from django import forms
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from accounts.day import ONE_DAY
from accounts.fields import DatedForm, DayField
from goals.models import Cause, Reason
from refugees.takeover import next_weekday

WORKING_DAYS, DAYS = 3, 7
ANOTHER_DAY = "another"


class ReplyForm(DatedForm):
    """Why the promise was not kept in time, what happens next, and by when."""

    cause = forms.ChoiceField(
        label=gettext_lazy("Why was it not kept in time?"),
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
    # What had been said when the form was made, so that an answer given meanwhile does not go unseen.
    version = forms.IntegerField(widget=forms.HiddenInput, required=False)

    def __init__(self, *args: object, today: date, **options: object) -> None:
        super().__init__(*args, today=today, **options)
        self.fields["cause"].choices = [("", _("Choose the cause")), *_causes()]
        self.fields["when"].choices = [
            *((day.isoformat(), words) for day, words in _near_days(today)),
            (ANOTHER_DAY, _("Another day")),
        ]
        # Of somebody who chose a near day, the other day is not asked.
        self.fields["next_on"].required = not self.is_bound or self.data.get("when") == ANOTHER_DAY

    def restore(self, fields: dict[str, str | list[str]]) -> None:
        """Show what a draft kept, as it was typed. What was said since is on the page: the version is today's."""
        super().restore(fields | {"version": self.initial.get("version")})

    def clean(self) -> dict[str, object]:
        """The day that was meant, as `next_on`."""
        cleaned = super().clean()
        when = cleaned.get("when")
        if when and when != ANOTHER_DAY:
            cleaned["next_on"] = date.fromisoformat(when)
        return cleaned

    @property
    def facts(self) -> dict[str, object]:
        """What the verb takes. A reason says which cause it is of."""
        said = {name: self.cleaned_data[name] for name in ("explanation", "next_step", "next_on")}
        chosen = self.cleaned_data["cause"]
        if chosen in Reason.values:
            return said | {"cause": Reason(chosen).cause, "reason": Reason(chosen)}
        return said | {"cause": Cause(chosen), "reason": ""}


def _causes() -> list[tuple[str, list[tuple[str, str]]]]:
    """The reasons in groups, each cause with the side it lies on; last in each, the cause without a reason."""
    return [
        (
            f"{cause.label} ({cause.control.label.lower()})",
            [*((reason.value, reason.label) for reason in cause.reasons), (cause.value, _("Something else"))],
        )
        for cause in Cause
    ]


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
