"""Giving the rows of a filled table what names them in an address. Migrations do it with `public_ids(...)`."""

from collections.abc import Callable

from django.db import migrations, models
from django.db.migrations.operations.base import Operation
from uuid6 import uuid7

CHUNK = 10_000


def public_ids(app: str, model: str, *, history: bool = True) -> list[Operation]:
    """Add `public_id` to a table, and to its history, where there are rows already.

    To be put between the removal of the table's triggers and their return: a name for an address is no edit, so it
    leaves no event. What the history tells of a row carries the id that the row has.
    """
    names = [model, f"{model}event"] if history else [model]
    empty = models.UUIDField(null=True, editable=False)
    final = {
        model: models.UUIDField(default=uuid7, editable=False, unique=True),
        f"{model}event": models.UUIDField(default=uuid7, editable=False),
    }
    return [
        *(migrations.AddField(name, "public_id", empty) for name in names),
        migrations.RunPython(_fill(app, names), migrations.RunPython.noop),
        *(migrations.AlterField(name, "public_id", final[name]) for name in names),
    ]


def _fill(app: str, names: list[str]) -> Callable:
    def fill(apps: object, editor: object) -> None:
        tables = [editor.quote_name(apps.get_model(app, name)._meta.db_table) for name in names]
        with editor.connection.cursor() as cursor:
            _fill_table(cursor, tables[0], "id")
            for events in tables[1:]:
                # What is written there is never changed again; this was not written yet.
                cursor.execute(f"ALTER TABLE {events} DISABLE TRIGGER USER")
                cursor.execute(
                    f"UPDATE {events} e SET public_id = t.public_id FROM {tables[0]} t WHERE t.id = e.pgh_obj_id"  # noqa: S608 - our own tables
                )
                # Of a row that is gone, all events get one id.
                _fill_table(cursor, events, "pgh_obj_id")
                cursor.execute(f"ALTER TABLE {events} ENABLE TRIGGER USER")

    return fill


def _fill_table(cursor: object, table: str, key: str) -> None:
    """Give each key without an id one made in Python; so many at a time."""
    last = 0
    while True:
        cursor.execute(
            f"SELECT DISTINCT {key} FROM {table} WHERE public_id IS NULL AND {key} > %s ORDER BY {key} LIMIT %s",  # noqa: S608 - our own tables
            [last, CHUNK],
        )
        keys = [row[0] for row in cursor.fetchall()]
        if not keys:
            return
        cursor.execute(
            f"UPDATE {table} t SET public_id = new.id FROM unnest(%s::bigint[], %s::uuid[]) AS new(key, id)"  # noqa: S608 - our own tables
            f" WHERE t.{key} = new.key AND t.public_id IS NULL",
            [keys, [uuid7() for _key in keys]],
        )
        last = keys[-1]
