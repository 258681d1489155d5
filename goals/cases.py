"""The cases whose clocks are derived together, and what more than one pillar reads of them: read once."""

from collections import defaultdict
from collections.abc import Callable, Iterable
from datetime import date
from typing import NamedTuple, TypeVar

from django.db.backends.postgresql.psycopg_any import DateRange

from accounts.lookups import Keys
from goals.models import Pause
from refugees.models import Case, KeyDate

Read = TypeVar("Read")


class Cases(Keys):
    """The keys of some cases. They go from reader to reader, and what one has read of them the next need not."""

    def __init__(self, keys: Iterable[int]) -> None:
        super().__init__(keys)
        self._read: dict[Callable[[Cases], object], object] = {}

    @classmethod
    def of(cls, keys: Iterable[int]) -> "Cases":
        """These cases; as they are, if something of them has been read already."""
        return keys if isinstance(keys, cls) else cls(keys)

    def once(self, read: Callable[["Cases"], Read]) -> Read:
        """What this function reads of the cases; whoever asks first has it read."""
        if read not in self._read:
            self._read[read] = read(self)
        return self._read[read]  # type: ignore[return-value]


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


def opened(cases: Cases) -> dict[int, Opened]:
    """The rows of the cases, by key."""
    rows = Case.objects.filter(pk__any_of=cases)
    return {
        pk: Opened(*facts)
        for pk, *facts in rows.values_list("pk", "unit_id", "permit_ground", "closed_on", "person__born_on")
    }


def key_dates(cases: Cases) -> dict[int, dict[str, date]]:
    """The current dates of all events, by case."""
    found: dict[int, dict[str, date]] = defaultdict(dict)
    rows = KeyDate.objects.current().filter(case_id__any_of=cases)
    for case_id, event, on in rows.values_list("case_id", "event", "on"):
        found[case_id][event] = on
    return found


def pauses(cases: Cases) -> dict[int, list[Paused]]:
    """Every pause that was ever recorded, by case, in the order of their days."""
    found: dict[int, list[Paused]] = defaultdict(list)
    rows = Pause.objects.filter(case_id__any_of=cases).order_by("during")
    for case_id, pk, replaces, ground, during, superseded_at in rows.values_list(
        "case_id", "pk", "replaces_id", "ground", "during", "superseded_at"
    ):
        found[case_id].append(Paused(pk, replaces, ground, during, superseded_at is None))
    return found
