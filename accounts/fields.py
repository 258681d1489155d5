"""A day as people give it: Today, Yesterday, or another day in three boxes. Works without JavaScript.

The browser's own date field speaks the browser's language, not the page's (07/12 or 12/07), so it is not used.
"""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.datastructures import MultiValueDict
from django.utils.formats import localize_input
from django.utils.translation import gettext_lazy as _

TODAY, YESTERDAY, TOMORROW, IN_A_WEEK, ANOTHER = "today", "yesterday", "tomorrow", "in-a-week", "another"
# How far the near days lie from today: of what has happened, and of what is to come.
LATELY = {TODAY: 0, YESTERDAY: -1}
AHEAD = {TOMORROW: 1, IN_A_WEEK: 7}
NEAR_WORDS = {
    TODAY: _("Today"),
    YESTERDAY: _("Yesterday"),
    TOMORROW: _("Tomorrow"),
    IN_A_WEEK: _("In a week"),
}
PARTS = ("day", "month", "year")


@dataclass(frozen=True, slots=True)
class Typed:
    """What somebody chose and typed, kept so that a refused form shows it again."""

    when: str = ""
    day: str = ""
    month: str = ""
    year: str = ""

    @property
    def parts(self) -> tuple[str, str, str]:
        """Day, month, year, as typed."""
        return self.day, self.month, self.year


class DayWidget(forms.Widget):
    """Radio buttons for the near days and three boxes for any other; without the radios if `quick` is off."""

    template_name = "django/forms/widgets/day.html"
    use_fieldset = True

    def __init__(self, *, quick: bool = True, near: dict[str, int] = LATELY) -> None:
        super().__init__()
        self.quick = quick
        self.near = near
        self.today: date | None = None

    def value_from_datadict(self, data: Any, files: Any, name: str) -> Typed:
        """What came with the form."""
        when = data.get(f"{name}_when", "") if self.quick else ANOTHER
        return Typed(when, *(data.get(f"{name}_{part}", "").strip() for part in PARTS))

    def value_omitted_from_data(self, data: Any, files: Any, name: str) -> bool:
        """Never: an empty answer is an answer."""
        return False

    def id_for_label(self, id_: str) -> str:
        """The legend names the group; no label belongs to one control."""
        return ""

    def typed(self, value: Typed | date | None) -> Typed:
        """A day as choice and boxes."""
        if not isinstance(value, date):
            return value or Typed()
        if self.quick and self.today:
            for when, day in self.near_days().items():
                if value == day:
                    return Typed(when)
        return Typed(ANOTHER, str(value.day), str(value.month), str(value.year))

    def near_days(self) -> dict[str, date]:
        """The days that are one click, by their word; none before the form was told the day."""
        return (
            {when: self.today + timedelta(days=far) for when, far in self.near.items()} if self.today else {}
        )

    def get_context(self, name: str, value: Any, attrs: dict[str, Any] | None) -> dict[str, Any]:
        """What the template shows."""
        context = super().get_context(name, value, attrs)
        typed = self.typed(value)
        context["widget"] |= {
            "quick": self.quick,
            "typed": typed,
            "today": self.today,
            "near": [(when, NEAR_WORDS[when], day) for when, day in self.near_days().items()],
            "is_invalid": context["widget"]["attrs"].get("aria-invalid"),
        }
        return context


class DayField(forms.Field):
    """A day. With `quick`, two near days are one click, those behind us or those ahead; else only the three boxes."""

    default_error_messages = {
        "required": _("Choose or write a day."),
        "incomplete": _("Write day, month and year, for example 28 11 2026."),
        "year": _("Write the year with four digits, for example 2026."),
        "invalid": _("There is no such day in the calendar."),
    }

    def __init__(self, *, quick: bool = True, near: dict[str, int] = LATELY, **options: Any) -> None:
        super().__init__(widget=DayWidget(quick=quick, near=near), **options)

    def to_python(self, value: Typed | date | None) -> date | None:
        """The day that was meant, or a sentence about what is wrong."""
        if value is None or isinstance(value, date):
            return value
        if value.when in self.widget.near:
            return self.widget.near_days()[value.when]
        if value.when != ANOTHER or not any(value.parts):
            return self._nothing(value)
        return self._from_boxes(value)

    def _nothing(self, value: Typed) -> None:
        """Another day was chosen but not written, or nothing was chosen at all."""
        if value.when == ANOTHER and self.widget.quick:
            raise ValidationError(self.error_messages["incomplete"], code="incomplete")

    def _from_boxes(self, value: Typed) -> date:
        if not all(part.isdecimal() for part in value.parts):
            raise ValidationError(self.error_messages["incomplete"], code="incomplete")
        if len(value.year) != 4:
            raise ValidationError(self.error_messages["year"], code="year")
        try:
            return date(int(value.year), int(value.month), int(value.day))
        except ValueError:
            raise ValidationError(self.error_messages["invalid"], code="invalid") from None


class DayBox(forms.TextInput):
    """A day in one short box, for a row of filters: however it was typed or came in the address, it reads the same."""

    def __init__(self) -> None:
        super().__init__(attrs={"inputmode": "numeric", "autocomplete": "off", "size": 10})

    def format_value(self, value: Any) -> str | None:
        """Day, month, year as the page writes them; what is no day stays as it was typed."""
        try:
            day = forms.DateField(required=False).clean(value)
        except ValidationError:
            return super().format_value(value)
        return localize_input(day) if day else None


class DatedForm(forms.Form):
    """A form with days in it: it is told which day is today."""

    # Why it was not saved, if somebody else changed meanwhile what it was made from.
    overtaken_by: Exception | None = None

    def __init__(self, *args: Any, today: date, **options: Any) -> None:
        super().__init__(*args, **options)
        self.today = today
        for field in self.fields.values():
            if isinstance(field, DayField):
                field.widget.today = today

    def restore(self, fields: dict[str, str | list[str]]) -> None:
        """Show what a draft kept, as it was typed; a list where several of one field were chosen."""
        sent = MultiValueDict(
            {name: value if isinstance(value, list) else [value] for name, value in fields.items()}
        )
        self.initial |= {
            name: field.widget.value_from_datadict(sent, {}, name) for name, field in self.fields.items()
        }
