"""What a request did outside the database is undone when its transaction is taken back: no file without a row."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar

from django.db import connection

Undo = Callable[[], None]
_waiting: ContextVar[list[Undo] | None] = ContextVar("waiting", default=None)


def if_taken_back(undo: Undo) -> None:
    """Do this if nothing of the request is kept. Outside a request whoever opened the transaction clears up."""
    waiting = _waiting.get()
    if waiting is not None:
        waiting.append(undo)


@contextmanager
def undoing() -> Iterator[Callable[[], None]]:
    """Round the transaction of a request: an error undoes what waits, one of the commit included.

    Yields what is to be called last in the transaction: it notes whether that will be taken back without an error.
    """
    waiting: list[Undo] = []
    doomed = False

    def look() -> None:
        nonlocal doomed
        doomed = connection.needs_rollback

    outer = _waiting.set(waiting)
    try:
        yield look
    except BaseException:
        doomed = True
        raise
    finally:
        _waiting.reset(outer)
        for undo in reversed(waiting) if doomed else ():
            undo()
