"""The cases whose clocks are derived together, and what more than one pillar reads of them: read once."""

from collections import defaultdict
from collections.abc import Callable, Iterable
from datetime import date
from typing import NamedTuple, TypeVar

from django.db.backends.postgresql.psycopg_any import DateRange

from accounts.lookups import Keys, Question, ask
from goals.models import Pause
from refugees.models import Case, KeyDate

Read = TypeVar("Read")


class Cases(Keys):
    """The keys of some cases. They go from reader to reader, and what one has read of them the next need not."""

    def __init__(self, keys: Iterable[int]) -> None:
        super().__init__(keys)
        self._read: dict[Callable[[Cases], object], object] = {}
        self._answers: dict[Question, list[tuple]] = {}

    @classmethod
    def of(cls, keys: Iterable[int]) -> "Cases":
        """These cases; as they are, if something of them has been read already."""
        return keys if isinstance(keys, cls) else cls(keys)

    def once(self, read: Callable[["Cases"], Read]) -> Read:
        """What this function reads of the cases; whoever asks first has it read."""
        if read not in self._read:
            self._read[read] = read(self)
        return self._read[read]  # type: ignore[return-value]

    def ask(self, questions: Iterable[Question]) -> None:
        """Have these questions answered together, before anybody needs them."""
        self._answers |= ask([each for each in questions if each not in self._answers], self)

    def answer(self, question: Question) -> list[tuple]:
        """The rows that this question finds for the cases; asked now, unless it has been."""
        if question not in self._answers:
            self.ask([question])
        return self._answers[question]


class Opened(NamedTuple):
    """What is read of the row of a case."""

    unit_id: int
    permit_ground: str
    closed_on: date | None
    born_on: date | None


class Paused(NamedTuple):
    """What is read of a pause."""

    pk: int
    replaces: int | None
    ground: str
    during: DateRange
    stands: bool


OPENED = Question(
    lambda cases: Case.objects.filter(pk__any_of=cases).values_list(
        "pk", "unit_id", "permit_ground", "closed_on", "person__born_on"
    )
)
KEY_DATES = Question(
    lambda cases: (
        KeyDate.objects.current().filter(case_id__any_of=cases).values_list("case_id", "event", "on")
    )
)
PAUSES = Question(
    lambda cases: (
        Pause.objects.filter(case_id__any_of=cases)
        .order_by("during")
        .values_list("case_id", "pk", "replaces_id", "ground", "during", "superseded_at")
    )
)


def opened(cases: Cases) -> dict[int, Opened]:
    """The rows of the cases, by key."""
    return {row[0]: Opened._make(row[1:]) for row in cases.answer(OPENED)}


def key_dates(cases: Cases) -> dict[int, dict[str, date]]:
    """The current dates of all events, by case."""
    found: dict[int, dict[str, date]] = defaultdict(dict)
    for case_id, event, on in cases.answer(KEY_DATES):
        found[case_id][event] = on
    return found


def pauses(cases: Cases) -> dict[int, list[Paused]]:
    """Every pause that was ever recorded, by case, in the order of their days."""
    found: dict[int, list[Paused]] = defaultdict(list)
    for case_id, pk, replaces, ground, during, superseded_at in cases.answer(PAUSES):
        found[case_id].append(Paused(pk, replaces, ground, during, superseded_at is None))
    return found
