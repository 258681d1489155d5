"""What is asked about the hours of a week. The verbs decide what is true."""

import re
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db.backends.postgresql.psycopg_any import DateRange
from django.utils.translation import gettext_lazy as _

from accounts.day import ONE_DAY
from accounts.fields import DatedForm, DayField
from refugees.forms.dates import check_last_day, last_day_field, reason_field
from refugees.models import CountedKind, CutGround

WITH_MINUTES = re.compile(r"(\d{1,3})\s*(?:[:.]|t|h|timer|hours)\s*(\d{1,2})\s*(?:m|min|minutter|minutes)?")
HOURS = re.compile(r"(\d{1,3})(?:,(\d{1,2}))?\s*(?:t|h|timer|hours)?")


class HoursField(forms.CharField):
    """Hours a week with minutes, as people write them (30, 7:30, 7,5); the value is minutes."""

    def to_python(self, value: str | int | None) -> int | None:
        """The minutes that were meant."""
        if value in self.empty_values or isinstance(value, int):
            return value or None
        words = str(value).strip().lower()
        if match := WITH_MINUTES.fullmatch(words):
            if int(match[2]) < 60:
                return int(match[1]) * 60 + int(match[2])
        elif match := HOURS.fullmatch(words):
            return int(match[1]) * 60 + round(float(f"0.{match[2] or 0}") * 60)
        raise ValidationError(_("Write hours, for example 30, 7:30 or 7,5."), code="hours")

    def prepare_value(self, value: Any) -> Any:
        """Minutes as hours again; what was typed as it was typed."""
        if not isinstance(value, int):
            return value
        hours, minutes = divmod(value, 60)
        return f"{hours}:{minutes:02}" if minutes else str(hours)


class WeekForm(DatedForm):
    """Something that holds from a day to a day, or until further notice."""

    def clean(self) -> dict[str, Any]:
        """The days in their order, and together as `during`."""
        cleaned = super().clean()
        check_last_day(self)
        if cleaned.get("on") and not self.errors:
            last_on = cleaned.get("last_on")
            cleaned["during"] = DateRange(cleaned["on"], last_on + ONE_DAY if last_on else None)
        return cleaned


class CountActivityForm(WeekForm):
    """What fills hours of the week beside occupations and classes."""

    kind = forms.ChoiceField(
        label=_("What is it?"),
        choices=CountedKind,
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose what it is.")},
    )
    about = forms.CharField(
        label=_("In a few words"),
        required=False,
        max_length=200,
        help_text=_("Nothing about health. An effort under the social or health acts has no words."),
    )
    minutes_a_week = HoursField(
        label=_("Hours a week"),
        required=False,
        help_text=_("For example 4 or 7:30. Leave it empty if nobody knows: it is then shown as not known."),
    )
    on = DayField(label=_("From when?"))
    last_on = last_day_field()


class CorrectActivityForm(CountActivityForm):
    """What it really was, and why it is corrected."""

    why = reason_field(_("Why is it corrected?"))


class CutHoursForm(WeekForm):
    """How many hours are asked for reasons of health, from when, on what that rests."""

    minutes_a_week = HoursField(
        label=_("How many hours a week are asked?"),
        help_text=_("Fewer than 37, Danish included. 0 if nothing can be asked."),
        error_messages={"required": _("Write how many hours are asked.")},
    )
    ground = forms.ChoiceField(
        label=_("On what does it rest?"),
        choices=CutGround,
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose on what it rests.")},
    )
    on = DayField(label=_("From when?"))
    last_on = last_day_field()


class CorrectCutForm(CutHoursForm):
    """What was really decided, and why it is corrected."""

    why = reason_field(_("Why is it corrected?"))
