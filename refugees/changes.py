"""The one announcement in which control flows upward: "these cases have changed".

`goals` listens, to refresh the clocks before the change is committed. Nobody else does.
"""

from collections.abc import Callable, Sequence
from contextvars import ContextVar
from datetime import date

Listener = Callable[[Sequence[int], date], None]
_listeners: list[Listener] = []

# The cases that the open change has locked; None when no change is open in this thread.
open_change: ContextVar[set[int] | None] = ContextVar("open_change", default=None)


def listen(listener: Listener) -> Listener:
    """Call this with the keys of changed cases and the day, inside their transaction, in system scope."""
    if listener not in _listeners:
        _listeners.append(listener)
    return listener


def announce(case_ids: Sequence[int], today: date) -> None:
    """Tell whoever listens."""
    for listener in _listeners:
        listener(case_ids, today)
