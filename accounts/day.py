"""Today, and the moment: one function each, in Copenhagen time, so that a demo can move them.

Views and tasks ask once and pass the day on; nothing else looks at the wall clock. Sessions, sign-in
limits and signed links use real time.
"""

from contextvars import ContextVar
from datetime import date, datetime, timedelta

from django.utils import timezone

# The day of the scope that is open, set by accounts.scope; None outside a scope.
scope_day: ContextVar[date | None] = ContextVar("scope_day", default=None)
# The very moment of the scope that is open: set only where a past is told in order, as the demo city is.
scope_moment: ContextVar[datetime | None] = ContextVar("scope_moment", default=None)


def today() -> date:
    """The day as the City counts it. On a demo system, the day the administrator chose."""
    return scope_day.get() or timezone.localdate()


def now() -> datetime:
    """The moment, moved with the day: what is recorded on a moved day is stamped with that day."""
    if told := scope_moment.get():
        return told
    moment = timezone.now()
    moved = today() - timezone.localdate(moment)
    return moment + moved if moved else moment


ONE_DAY = timedelta(days=1)
