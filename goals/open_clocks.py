"""The strip of what is open: one mark a person on the days that are left, the deadline at 0.

It counts what the scoreboard counts, for everybody whom the reader answers for, so each number opens the same list.
"Over" stands left of the line, whatever the scale.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from urllib.parse import urlencode

from django.urls import reverse

from accounts.models import User
from goals import figures, registry
from goals.figure_filter import ALWAYS
from goals.figures import Outcome
from goals.models import Standard, State
from goals.models.wording import standard_words
from goals.open_filter import OpenFilter

# Days to each side of the deadline: each row takes the first that holds all its marks, and writes it at its ends.
SCALES = (30, 60, 120, 240, 480, 960)
MARK, MOST_IN_A_COLUMN, ENDS = 9, 8, 18
WIDTHS = {"wide": 664, "narrow": 300}
SHAPES = {State.OVER: "square", State.DUE_SOON: "diamond"}


@dataclass(frozen=True, slots=True)
class Clock:
    """What the strip needs of one open promise."""

    state: str
    days: int | None  # left; negative is over, None has no date yet


@dataclass(frozen=True, slots=True)
class Mark:
    """One person; or, where a column is full, how many more."""

    shape: str
    x: float
    y: float
    more: int = 0


@dataclass(frozen=True, slots=True)
class Strip:
    """One row at one width."""

    size: str
    width: int
    height: int
    zero: float
    scale: int
    marks: tuple[Mark, ...]


@dataclass(frozen=True, slots=True)
class Row:
    """One promise of one standard: how many are over, inside, near, and where they are listed."""

    goal: registry.Goal
    standard: Standard
    over: int
    inside: int
    soon: int
    undated: int
    strips: tuple[Strip, ...]
    whose: Mapping[str, str]  # the unit and the caseworker that were chosen, as the address says them

    @property
    def standard_words(self) -> str:
        """Whose promise it is, and whether that is our reading."""
        return standard_words(self.goal.key, self.standard)

    @property
    def over_url(self) -> str:
        """Who is over."""
        return self._url(Outcome.WAITING)

    @property
    def inside_url(self) -> str:
        """Who is still inside."""
        return self._url(Outcome.INSIDE)

    def _url(self, outcome: Outcome) -> str:
        choice = {"goal": self.goal.key, "standard": self.standard.value, "state": outcome.value}
        return f"{reverse('goals:open_people')}?{urlencode(choice | {'arrived': ALWAYS} | self.whose)}"


def rows(user: User, asked: OpenFilter, today: date) -> list[Row]:
    """Every promise with somebody waiting or inside, in the order of the goals; two queries."""
    promises = figures.promises(user, asked.population(today), today, goal=asked.cleaned_data["goal"])
    found: dict[tuple[str, str], list[Clock]] = defaultdict(list)
    for outcome in (Outcome.WAITING, Outcome.INSIDE):
        clocks = figures.selected(promises, outcome.value)
        for goal, standard, state, due_on in clocks.values_list("goal", "standard", "state", "due_on"):
            found[goal, standard].append(Clock(state, (due_on - today).days if due_on else None))
    return [
        row_of(goal, standard, found[goal.key, standard.value], asked.whose)
        for goal in registry.all_goals()
        for standard in Standard
        if (goal.key, standard.value) in found
    ]


def row_of(goal: registry.Goal, standard: Standard, clocks: Iterable[Clock], whose: Mapping[str, str]) -> Row:
    """One row, counted and drawn."""
    clocks = list(clocks)
    states = [clock.state for clock in clocks]
    over = states.count(State.OVER)
    dated = [clock for clock in clocks if clock.days is not None]
    strips = tuple(draw(dated, size, width) for size, width in WIDTHS.items())
    return Row(
        goal=goal,
        standard=standard,
        over=over,
        inside=len(clocks) - over,
        soon=states.count(State.DUE_SOON),
        undated=len(clocks) - len(dated),
        strips=strips,
        whose=whose,
    )


def draw(clocks: list[Clock], size: str, width: int) -> Strip:
    """The marks on their days, stacked where several fall together; a full column says how many more."""
    furthest = max((abs(clock.days or 0) for clock in clocks), default=0)
    scale = next((days for days in SCALES if furthest <= days), furthest)
    zero, per_day = width / 2, (width / 2 - ENDS) / scale
    columns: dict[float, list[str]] = defaultdict(list)
    for clock in sorted(clocks, key=lambda each: each.days or 0):
        # Marks stand in columns as wide as a mark; over and not over never share one.
        step = round((clock.days or 0) * per_day / MARK)
        step = min(step, -1) if clock.state == State.OVER else max(step, 0)
        columns[zero + (step + 0.5) * MARK].append(SHAPES.get(clock.state, "ring"))
    tallest = max((min(len(shapes), MOST_IN_A_COLUMN) for shapes in columns.values()), default=1)
    height = (tallest + 1) * MARK + 8
    marks = []
    for x, shapes in columns.items():
        for place, shape in enumerate(shapes[:MOST_IN_A_COLUMN]):
            marks.append(Mark(shape, x, height - 8 - place * MARK))
        if len(shapes) > MOST_IN_A_COLUMN:
            top = height - 8 - MOST_IN_A_COLUMN * MARK
            marks.append(Mark("more", x, top + 4, more=len(shapes) - MOST_IN_A_COLUMN))
    return Strip(size, width, height, zero, scale, tuple(marks))
