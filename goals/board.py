"""The scoreboard as people read it: each line with its words, each number with the list that it opens."""

import csv
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from io import StringIO
from urllib.parse import urlencode
from uuid import UUID

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from goals.figures import DECIDED, LEFT_OUT, SELECTIONS, Figure, Outcome
from goals.statistics import withheld

# Under a bar there is room for a word or two; the list and the table say it in full.
SHORT = {
    Outcome.IN_TIME: gettext_lazy("in time"),
    Outcome.LATE: gettext_lazy("late"),
    Outcome.WAITING: gettext_lazy("still waiting"),
    Outcome.MISSED: gettext_lazy("fell away unmet"),
    Outcome.INSIDE: gettext_lazy("inside the deadline"),
    Outcome.PAUSED: gettext_lazy("paused"),
    Outcome.NOT_STARTED: gettext_lazy("not started"),
    Outcome.FELL_AWAY: gettext_lazy("fell away"),
}


@dataclass(frozen=True, slots=True)
class Number:
    """So many people, what they have in common, and where they are listed."""

    people: int
    words: str
    url: str


@dataclass(frozen=True, slots=True)
class Line:
    """One promise of one standard, ready for the page."""

    figure: Figure
    numbers: dict[str, Number]
    since_url: str = ""

    @property
    def label(self) -> str:
        """The goal's short name."""
        return str(self.figure.goal.label)

    @property
    def whose(self) -> str:
        """Whose promise it is."""
        return self.figure.whose

    @property
    def time(self) -> str:
        """How long, and from what."""
        time = self.figure.version.words
        if self.figure.goal.event:
            return time
        return _("%(time)s from %(start)s") % {"time": time, "start": self.figure.goal.starts}

    @property
    def parts(self) -> list[Number]:
        """The parts of the bar that hold anybody."""
        return self._of((*DECIDED, Outcome.INSIDE))

    @property
    def left_out(self) -> list[Number]:
        """Who is counted in no share, as far as there is anybody."""
        return self._of(LEFT_OUT)

    @property
    def every(self) -> list[Number]:
        """Every number, for the table behind the bar."""
        return [self.numbers[outcome] for outcome in Outcome]

    def _of(self, outcomes: Sequence[Outcome]) -> list[Number]:
        return [self.numbers[outcome] for outcome in outcomes if self.numbers[outcome].people]


def lines(figures: Iterable[Figure], query: str, query_since: str = "") -> list[Line]:
    """The lines of the page. `query`: the filter, so that each list shows the same people.

    `query_since`: for figures of the past, the filter of the page that says what has changed since.
    """
    where, since = reverse("goals:people"), reverse("goals:difference")
    return [
        Line(figure, numbers(figure, where, query), _since(figure, since, query_since) if query_since else "")
        for figure in figures
    ]


def frozen_lines(figures: Iterable[Figure], report: UUID) -> list[Line]:
    """The lines of a frozen report; each number opens the rows that were kept with it."""
    where, since = (reverse(f"goals:{name}", args=[report]) for name in ("report_people", "report_changes"))
    return [Line(figure, numbers(figure, where, ""), _since(figure, since, "")) for figure in figures]


def _since(figure: Figure, where: str, query: str) -> str:
    choice = {"goal": figure.goal.key, "standard": figure.standard.value}
    return f"{where}?{urlencode(choice)}&{query}".rstrip("&")


def numbers(figure: Figure, where: str, query: str) -> dict[str, Number]:
    """Every number of one line, with the list that it opens."""
    found = {}
    for selection, (outcomes, words) in SELECTIONS.items():
        choice = {"goal": figure.goal.key, "standard": figure.standard.value, "state": selection}
        url = f"{where}?{urlencode(choice)}&{query}".rstrip("&")
        found[selection] = Number(figure.count(*outcomes), str(SHORT.get(selection, words)), url)
    return found


def as_csv(figures: Iterable[Figure], *, whom: str, day: str, known: str, limit: int) -> str:
    """The figures for a spreadsheet: no person, and no group so small that a person could be known by it."""
    sheet = StringIO()
    # Semicolons, because a Danish spreadsheet takes the comma for decimals.
    rows = csv.writer(sheet, delimiter=";", lineterminator="\r\n")
    rows.writerow(
        [
            *(_("Goal"), _("Whose promise"), _("Time")),
            *(outcome.label for outcome in Outcome),
            *(_("Decided"), _("In time, of decided, %"), _("95 % margin from, %"), _("95 % margin to, %")),
            *(_("People"), _("As of"), _("As known on")),
        ]
    )
    for figure in figures:
        rows.writerow([*_cells(figure, limit), whom, day, known])
    return sheet.getvalue()


def _cells(figure: Figure, limit: int) -> list[str]:
    counts = {outcome.value: figure.count(outcome) for outcome in Outcome}
    hidden = withheld(counts, limit)
    not_shown = _("withheld")
    # What is computed from a cell that is withheld would tell it.
    totals = [not_shown] * 4 if hidden else _totals(figure)
    return [
        *(str(figure.goal.label), figure.whose, figure.version.words),
        *(not_shown if name in hidden else str(number) for name, number in counts.items()),
        *totals,
    ]


def _totals(figure: Figure) -> list[str]:
    margin = figure.margin
    if margin is None:
        return [str(figure.decided), "", "", ""]
    return [str(figure.decided), *(f"{100 * part:.0f}" for part in (margin.share, margin.low, margin.high))]
