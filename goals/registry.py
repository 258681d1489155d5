"""The promises. Each is declared by the pillar that owns its facts and registered at start-up; this app
knows no pillar by name."""

from collections.abc import Callable, Container, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import TextChoices
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from goals.reckoning import Facts

Words = str | Promise


class Area(TextChoices):
    """What a promise is about, in a word short enough for a mark. The order is that of the marks."""

    TALKS = "talks", _("Talks")
    WORK = "work", _("Work")
    HEALTH = "health", _("Health")
    MENTOR = "mentor", _("Mentor")
    HOME = "home", _("Home")


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
class Step:
    """One of the steps towards a promise, in their order; the last of them keeps it."""

    key: str
    words: Words  # when it is done: "Company found"


@dataclass(frozen=True, slots=True)
class Goal:
    """A promise in the City's words, and where its facts are read.

    `reader` gives the facts of all goals of a pillar for any number of cases in a fixed number of queries. `subject`
    joins clocks that one cause makes late, so that they share one conversation. `compartment` is empty, or names a
    compartment whose content only its own readers see. `began` names in a word or two what started an occurrence.
    `facts_from` is the first day of which the pillar can read facts: no version starts before it.
    `before`: the event before which its time lies (`before_on`), where it is not counted from its start.
    `steps`: those that lead to it and that its facts tell of; for each the unit knows how long it usually takes.
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
    area: Area
    compartment: str = ""
    began: Callable[[str], Words] = lambda occurrence: ""
    facts_from: date = FACTS_FROM
    before: Words = ""
    steps: tuple[Step, ...] = ()

    @property
    def counts_back(self) -> bool:
        """Whether its time lies before an event, not after its start."""
        return bool(self.before)


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


def counts_back(key: str) -> bool:
    """Whether the time of a promise lies before an event, not after its start."""
    return key in _goals and _goals[key].counts_back
