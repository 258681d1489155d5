"""What a clock is on a day, from its dates alone: for clocks that are not stored, as in a dry run.

Pure. `Clock.objects.at(day)` says the same in SQL; a test holds the two together.
"""

from datetime import date

from goals.derivation import Row
from goals.models import State


def state_on(row: Row, day: date) -> State:
    """The state of a promise with these dates."""
    if row.met_on and row.met_on <= day:
        return State.MET_IN_TIME if row.due_on is None or row.met_on <= row.due_on else State.MET_LATE
    if row.void_on and row.void_on <= day:
        return State.MISSED if row.due_on and row.due_on < row.void_on else State.VOID
    if row.starts_on > day:
        return State.NOT_STARTED
    if row.due_on and row.due_on < day:
        return State.OVER
    if any(period.lower <= day and (period.upper is None or day < period.upper) for period in row.paused):
        return State.PAUSED
    return State.DUE_SOON if row.warn_on and row.warn_on <= day else State.RUNNING
