"""Hours a week, as the state's reporting asks for them: stored in minutes, typed and read in hours."""

from decimal import Decimal

from django import forms
from django.utils.functional import Promise
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _

# Nobody has more hours of activities than a full week of work.
MOST_MINUTES = 37 * 60
TOO_MANY_HOURS = _("Write hours a week, at most 37.")


# Integration Act § 21(3): Danish education is 15 hours a week at most, on average.
MOST_ON_AVERAGE = 15 * 60


def hours_above_the_average(minutes: int | None) -> str:
    """What is said beside more hours of Danish a week than the act's average; over how many weeks it does not say."""
    if not minutes or minutes <= MOST_ON_AVERAGE:
        return ""
    return gettext(
        "More than 15 hours: that is the most on average (Integration Act § 21(3)). Ask the provider."
    )


def week_words(minutes: int) -> str:
    """7 h 30 min a week."""
    hours, rest = divmod(minutes, 60)
    if not rest:
        return ngettext("%(hours)d hour a week", "%(hours)d hours a week", hours) % {"hours": hours}
    return gettext("%(hours)d h %(minutes)d min a week") % {"hours": hours, "minutes": rest}


class HoursField(forms.DecimalField):
    """Hours a week as people write them, 7.5; cleaned to minutes."""

    def __init__(self, label: str | Promise) -> None:
        super().__init__(
            label=label,
            required=False,
            localize=True,
            min_value=Decimal("0.25"),
            max_value=MOST_MINUTES // 60,
            decimal_places=2,
            help_text=_("For example 12 or 7.5."),
            error_messages=dict.fromkeys(
                ("invalid", "min_value", "max_value", "max_decimal_places"), TOO_MANY_HOURS
            ),
        )

    def clean(self, value: str) -> int | None:
        """What was typed, in minutes; None if nothing was."""
        hours = super().clean(value)
        return None if hours is None else round(hours * 60)

    def prepare_value(self, value: object) -> object:
        """Stored minutes as hours; what was typed as it was typed."""
        return as_hours(value) if isinstance(value, int) else value


def as_hours(minutes: int) -> Decimal:
    """Minutes as hours, without trailing noughts."""
    hours = (Decimal(minutes) / 60).quantize(Decimal("0.01"))
    return hours.to_integral_value() if hours == hours.to_integral_value() else hours.normalize()
