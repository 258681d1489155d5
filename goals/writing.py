"""Writing clocks by the thousand: one statement, with one parameter for each column.

Each value as a parameter of its own, as an insert of objects has it, cost more than to derive what is written.
"""

from collections.abc import Callable, Sequence
from datetime import date
from functools import cache
from types import NoneType

from django.db import connection
from django.db.backends.postgresql.psycopg_any import DateRange

from goals.derivation import DERIVED, KEY
from goals.models import Clock

COLUMNS = (*KEY, *DERIVED, "flagged_on")
WRITE_CHUNK = 2000


def write(rows: Sequence[tuple]) -> None:
    """Insert clocks, or put what is derived into those that are there. The values stand in the order of COLUMNS."""
    with connection.cursor() as cursor:
        for start in range(0, len(rows), WRITE_CHUNK):
            columns = zip(*rows[start : start + WRITE_CHUNK], strict=True)
            cursor.execute(_statement(), [_array(column) for column in columns])


@cache
def _statement() -> str:
    names = ", ".join(COLUMNS)
    values = ", ".join(f"{name}::{_type_of(name)}" for name in COLUMNS)
    arrays = ", ".join("%s::text[]" for _name in COLUMNS)
    updates = ", ".join(f"{name} = excluded.{name}" for name in COLUMNS if name not in KEY)
    return (
        f"INSERT INTO {Clock._meta.db_table} ({names})"  # noqa: S608 - our own names
        f" SELECT {values} FROM unnest({arrays}) AS new({names})"
        f" ON CONFLICT ({', '.join(KEY)}) DO UPDATE SET {updates}"
    )


def _type_of(column: str) -> str:
    # Without its length: a cast would cut a longer text short, where the insert refuses it.
    return Clock._meta.get_field(column.removesuffix("_id")).db_type(connection).partition("(")[0]


def _array(values: Sequence[object]) -> str:
    """As PostgreSQL writes an array of texts."""
    return "{" + ",".join([_WORDS.get(type(value), _quoted)(value) for value in values]) + "}"


def _quoted(value: object) -> str:
    text = str(value).replace("\\", "\\\\").replace('"', '\\"')
    return f'"{text}"'


def _period(value: DateRange) -> str:
    return _quoted(f"[{value.lower or ''},{value.upper or ''})")


_WORDS: dict[type, Callable[..., str]] = {
    NoneType: lambda _value: "NULL",
    int: str,
    date: date.isoformat,
    list: lambda values: _quoted(_array(values)),
    DateRange: _period,
}
