"""The causes as people read them: groups of numbers, each with the list it opens; the bars; the spreadsheet."""

import csv
from collections.abc import Mapping
from dataclasses import dataclass
from io import StringIO
from urllib.parse import urlencode

from django.urls import reverse
from django.utils.translation import gettext as _

from goals.causes import ENDED, UNANSWERED, UNSAID, Counts, words_of
from goals.models import Cause, Control
from goals.statistics import withheld

# In units of the drawing: a heading, a line with its bar, and the room that the number needs at the right.
HEAD, LINE, BAR, NUMBER_ROOM = 34, 46, 16, 56
# One for a desk, one for a phone: a single drawing that is scaled would have text too small to read.
WIDTHS = {"wide": 664, "narrow": 326}
SIDES = {Control.WITHIN: "within", Control.OUTSIDE: "outside"}


@dataclass(frozen=True, slots=True)
class Number:
    """So many conversations, what they have in common, where they are listed, and what they are more closely."""

    choice: str
    number: int
    words: str
    url: str
    parts: "tuple[Number, ...]" = ()


@dataclass(frozen=True, slots=True)
class Group:
    """The causes of one side, or what nobody answered."""

    key: str
    title: str
    total: Number | None
    lines: tuple[Number, ...]


def groups(counts: Counts, chosen: Mapping[str, str]) -> list[Group]:
    """Within our control, outside it, and not answered. `chosen`: the filter, so that each list shows the same."""
    found = []
    for control in Control:
        causes = [cause for cause in Cause if cause.control is control]
        lines = tuple(number(counts, cause, chosen, _parts(counts, cause, chosen)) for cause in causes)
        found.append(Group(SIDES[control], control.label, number(counts, control, chosen), lines))
    silent = tuple(number(counts, choice, chosen) for choice in (UNANSWERED, ENDED))
    return [*found, Group("silent", _("Without an answer"), None, silent)]


def _parts(counts: Counts, cause: Cause, chosen: Mapping[str, str]) -> tuple[Number, ...]:
    choices = [*(reason.value for reason in cause.reasons), f"{cause}{UNSAID}"]
    return tuple(number(counts, choice, chosen) for choice in choices if counts.of(choice))


def number(counts: Counts, choice: str, chosen: Mapping[str, str], parts: tuple[Number, ...] = ()) -> Number:
    """So many, and the list of them."""
    url = f"{reverse('goals:cause_list')}?{urlencode({'why': str(choice)} | dict(chosen))}"
    return Number(str(choice), counts.of(choice), words_of(choice), url, parts)


@dataclass(frozen=True, slots=True)
class Bar:
    """One line of the drawing: words, and below them a bar with its number; a heading has neither."""

    words: str
    y: int
    key: str = ""
    number: int = 0
    bar_y: int = 0
    bar_width: int = 0
    number_x: int = 0
    number_y: int = 0


@dataclass(frozen=True, slots=True)
class Drawing:
    """The bars at one width."""

    size: str
    width: int
    height: int
    bars: tuple[Bar, ...]


def drawings(found: list[Group]) -> list[Drawing]:
    """The same bars for a desk and for a phone, on one scale."""
    most = max((line.number for group in found for line in group.lines), default=0)
    return [_drawing(found, size, width, max(most, 1)) for size, width in WIDTHS.items()]


def _drawing(found: list[Group], size: str, width: int, most: int) -> Drawing:
    bars, y = [], 0
    for group in found:
        bars.append(Bar(group.title, y + HEAD - 12))
        y += HEAD
        for line in group.lines:
            long = round(line.number / most * (width - NUMBER_ROOM))
            long = max(long, 2) if line.number else 0
            bar_y = y + 20
            bars.append(
                Bar(line.words, y + 14, group.key, line.number, bar_y, long, long + 8, bar_y + BAR - 3)
            )
            y += LINE
    return Drawing(size, width, y, tuple(bars))


def description(found: list[Group]) -> str:
    """What the bars show, in words."""
    said = []
    for group in found:
        numbers = ", ".join(f"{line.words}: {line.number}" for line in group.lines)
        said.append(f"{group.title}. {numbers}.")
    return " ".join(said)


def as_csv(found: list[Group], *, what: str, day: str, limit: int) -> str:
    """The causes for a spreadsheet, without groups so small that a person could be known by them.

    Reasons and sums are left out: what is withheld could be computed from them.
    """
    sheet = StringIO()
    rows = csv.writer(sheet, delimiter=";", lineterminator="\r\n")
    rows.writerow([_("Control"), _("Cause"), _("Breaches"), _("Counted"), _("As of")])
    hidden = withheld({line.choice: line.number for group in found for line in group.lines}, limit)
    for group in found:
        for line in group.lines:
            number = _("withheld") if line.choice in hidden else str(line.number)
            rows.writerow([group.title, line.words, number, what, day])
    return sheet.getvalue()
