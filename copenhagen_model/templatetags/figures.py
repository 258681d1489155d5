"""Bars of figures, drawn on the server: widths are SVG attributes, as the pages allow no inline style."""

from dataclasses import dataclass

from django import template
from django.utils.translation import gettext as _

register = template.Library()

# Narrower than this share of the bar, a number does not fit and stands in the text alone.
ROOM_FOR_A_NUMBER = 5


@dataclass(frozen=True, slots=True)
class Part:
    """One part of a stacked bar, in per cent of its width. Strings: a Danish comma would break the SVG."""

    key: str
    number: int
    x: str
    width: str
    middle: str
    fits: bool


@register.inclusion_tag("ui/stack_bar.html")
def stack_bar(in_time: int, late: int, waiting: int, inside: int, missed: int = 0) -> dict:
    """The people of one promise: kept in time, kept late, waiting and over, fallen away unmet, still inside."""
    numbers = {"in_time": in_time, "late": late, "waiting": waiting, "missed": missed, "inside": inside}
    people = sum(numbers.values())
    parts, x = [], 0.0
    for key, number in numbers.items():
        if not number:
            continue
        width = 100 * number / people
        parts.append(
            Part(key, number, f"{x:.2f}", f"{width:.2f}", f"{x + width / 2:.2f}", width >= ROOM_FOR_A_NUMBER)
        )
        x += width
    words = _(
        "%(in_time)d in time, %(late)d met late, %(waiting)d still waiting and over the deadline, "
        "%(missed)d fell away unmet after the deadline, %(inside)d still inside the deadline"
    )
    return {"parts": parts, "words": words % numbers}


@register.inclusion_tag("ui/ci_bar.html")
def ci_bar(low: float, high: float, share: float) -> dict:
    """A share between 0 and 1 with its margin, as a mark on a line from 0 to 100 per cent."""
    return {"low": f"{100 * low:.1f}", "width": f"{100 * (high - low):.1f}", "point": f"{100 * share:.1f}"}


@register.filter
def percent(share: float | None) -> str:
    """A share between 0 and 1 in whole per cent, without the sign."""
    return "" if share is None else str(round(100 * share))
