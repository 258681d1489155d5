"""The promises. Each is declared by the pillar that owns its facts and registered at start-up; this app
knows no pillar by name."""

from collections.abc import Callable, Container, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.utils.functional import Promise

from goals.reckoning import Facts

Words = str | Promise
Reader = Callable[[Sequence[int]], Iterable[Facts]]

# The first day of the oldest rule set (domain facts 1.1): of what happened before it nothing is kept here.
FACTS_FROM = date(2016, 1, 1)


@dataclass(frozen=True, slots=True)
class Evidence:
    """Which fact says so: for the receipt. Read for one clock, never in bulk."""

    what: Words
    on: date | None
    source: Words = ""
    by: str = ""
    recorded_at: datetime | None = None
    note: Words = ""


@dataclass(frozen=True, slots=True)
class Goal:
    """A promise in the City's words, and where its facts are read.

    `reader` gives the facts of all goals of a pillar for any number of cases in a fixed number of queries. `subject`
    joins clocks that one cause makes late, so that they share one conversation. `compartment` is empty, or names a
    compartment whose content only its own readers see. `began` names in a word or two what started an occurrence.
    `facts_from` is the first day of which the pillar can read facts: no version starts before it.
    """

    key: str
    promise: Words
    label: Words
    starts: Words
    met_by: Words
    subject: str
    reader: Reader
    evidence: Callable[[int, str], list[Evidence]]
    next_step: Words
    compartment: str = ""
    began: Callable[[str], Words] = lambda occurrence: ""
    facts_from: date = FACTS_FROM


_goals: dict[str, Goal] = {}


def register(*goals: Goal) -> None:
    """Declare promises. The order of declaration is the order on the screens."""
    for goal in goals:
        _goals[goal.key] = goal


def get(key: str) -> Goal:
    """The promise with that key. Raises KeyError for one nobody declared."""
    return _goals[key]


def all_goals() -> list[Goal]:
    """Every promise, in order of declaration."""
    return list(_goals.values())


def readers(keys: Container[str] | None = None) -> list[Reader]:
    """Each reader of facts once, however many goals share it; only those of the goals named, if any are."""
    return list(dict.fromkeys(goal.reader for goal in _goals.values() if keys is None or goal.key in keys))


def label(key: str) -> str:
    """The short name of a goal; the key itself if nobody declares it any more."""
    return str(_goals[key].label) if key in _goals else key
