"""How many days somebody has slept in temporary places. Pure."""

from collections.abc import Iterable
from datetime import date

from django.db.backends.postgresql.psycopg_any import DateRange


def nights(periods: Iterable[DateRange], until: date) -> int:
    """The days before `until` that lie in at least one of the periods. A period without end goes on."""
    total, counted_to = 0, date.min
    for lower, upper in sorted((each.lower, min(each.upper or until, until)) for each in periods):
        first = max(lower, counted_to)
        if upper > first:
            total += (upper - first).days
            counted_to = upper
    return total
