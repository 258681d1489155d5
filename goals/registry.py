"""The promises. Each is declared by the pillar that owns its facts and registered at start-up; this app
knows no pillar by name."""

from collections.abc import Callable, Container, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import TextChoices
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from accounts.lookups import Question
from goals.reckoning import Counted, Facts

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

    `reader` gives the facts of all goals of a pillar for any number of cases, and `reads` are the questions that it
    asks: those of all pillars are put to the database together. `subject`
    joins clocks that one cause makes late, so that they share one conversation. `compartment` is empty, or names a
    compartment whose content only its own readers see. `began` names in a word or two what started an occurrence.
    `facts_from` is the first day of which the pillar can read facts: no version starts before it.
    `event`: that before which it is to be kept (`before_on`), where its time is not simply counted from its start;
    `counted` says whether that time lies before the event, or is what is allowed past it. `time_words`: how that is
    said, with room for the event and the time.
    `steps`: those that lead to it and that its facts tell of; for each the unit knows how long it usually takes.
    `our_reading`: of which standards it is our reading that the rule applies here, and nobody has confirmed it.
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
    event: Words = ""
    counted: Counted = Counted.FROM_START
    time_words: Words = _("%(time)s before %(event)s")
    steps: tuple[Step, ...] = ()
    reads: tuple[Question, ...] = ()
    our_reading: frozenset[str] = frozenset()

    @property
    def may_be_kept_until_event(self) -> bool:
        """Whether a version may give no time: it is then to be kept before the event."""
        return bool(self.event) and self.counted is not Counted.BACK


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


def questions(keys: Container[str] | None = None) -> list[Question]:
    """What these readers ask, each question once."""
    asked = (goal.reads for goal in _goals.values() if keys is None or goal.key in keys)
    return list(dict.fromkeys(question for reads in asked for question in reads))


def label(key: str) -> str:
    """The short name of a goal; the key itself if nobody declares it any more."""
    return str(_goals[key].label) if key in _goals else key


def event(key: str) -> Words:
    """The event before which a promise is to be kept, in words; none where there is none."""
    return _goals[key].event if key in _goals else ""


def is_our_reading(key: str, standard: str) -> bool:
    """Whether nobody has confirmed yet that the rule of that standard applies here."""
    return key in _goals and standard in _goals[key].our_reading


def counted(key: str) -> Counted:
    """From where the time of a promise is counted."""
    return _goals[key].counted if key in _goals else Counted.FROM_START
