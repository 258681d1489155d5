"""The one announcement in which control flows upward: "these cases have changed".

`goals` listens, to refresh the clocks before the change is committed. Nobody else does.
"""

from collections.abc import Callable, Sequence
from contextvars import ContextVar
from dataclasses import dataclass, field
from datetime import date
from uuid import UUID

from uuid6 import uuid7

Listener = Callable[[Sequence[int], date], None]
_listeners: list[Listener] = []


@dataclass(slots=True)
class Change:
    """One change of one or more cases. Its lines of history carry its id, and so does what is derived from it."""

    case_ids: set[int]
    id: UUID = field(default_factory=uuid7)


# The change whose cases are locked; None when no change is open in this thread.
open_change: ContextVar[Change | None] = ContextVar("open_change", default=None)


def open_change_id() -> UUID | None:
    """Which change a line of history belongs to."""
    change = open_change.get()
    return change.id if change else None


def listen(listener: Listener) -> Listener:
    """Call this with the keys of changed cases and the day, inside their transaction, in system scope."""
    if listener not in _listeners:
        _listeners.append(listener)
    return listener


def announce(case_ids: Sequence[int], today: date) -> None:
    """Tell whoever listens."""
    for listener in _listeners:
        listener(case_ids, today)
