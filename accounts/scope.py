"""The scope of a transaction: on whose behalf it runs. Row-level security and the history read it.

Without a scope the database shows no personal row at all. Settings are local to the transaction, so a
pooled connection can never hand one person's scope to the next.
"""

import json
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import date, datetime
from uuid import UUID

from django.db import connection, transaction
from django.utils import timezone

from accounts.day import now, scope_day, scope_moment
from accounts.models import DemoDay, User

SETTINGS = (
    "app.scope",
    "app.user",
    "app.units",
    "app.health_units",
    "app.housing_units",
    "app.now",
    "app.change",
    "pghistory.context_metadata",
)
_STANDING = ", ".join(
    f"coalesce(current_setting('{name}', true), '') AS was{number}" for number, name in enumerate(SETTINGS)
)
_CHANGES = ", ".join(f"set_config('{name}', %s, true)" for name in SETTINGS)
SET = f"SELECT {_CHANGES}"
# One round trip: a materialized table is read before anything is set from its row.
READ_AND_SET = f"WITH was AS MATERIALIZED (SELECT {_STANDING}) SELECT was.*, {_CHANGES} FROM was"  # noqa: S608


@contextmanager
def user_scope(user: User, *, reason: str = "") -> Iterator[None]:
    """Act as this person: the database shows what they may see, and history carries their name."""
    with _scope(
        scope="user",
        user=str(user.pk),
        units=_array(user.case_unit_ids()),
        health_units=_array(user.health_unit_ids()),
        housing_units=_array(user.housing_unit_ids()),
        context={"user": user.pk, "reason": reason},
    ):
        yield


@contextmanager
def system_scope(
    reason: str,
    *,
    by: User | None = None,
    day: date | None = None,
    at: datetime | None = None,
    change: UUID | None = None,
) -> Iterator[None]:
    """Act as the system: derivation, seeding, jobs. Says why, and on whose behalf if somebody set it off.

    `day` moves today; `at` names the very moment, where a past is told in the order in which it happened.
    `change` names the change of a case from which follows what is written here.
    """
    context = {"user": by.pk if by else None, "reason": reason}
    user = str(by.pk) if by else ""
    with _scope(scope="system", user=user, units="{}", context=context, day=day, at=at, change=change):
        yield


@contextmanager
def _scope(
    *,
    scope: str,
    user: str,
    units: str,
    context: dict,
    health_units: str = "{}",
    housing_units: str = "{}",
    day: date | None = None,
    at: datetime | None = None,
    change: UUID | None = None,
) -> Iterator[None]:
    with transaction.atomic():
        # Another day is another moment; without either, what the scope around this one says holds.
        at = at or (scope_moment.get() if day is None else None)
        day = timezone.localdate(at) if at else day or scope_day.get() or DemoDay.objects.current()
        tokens = scope_day.set(day), scope_moment.set(at)
        try:
            moved_now = now().isoformat() if day else ""
            slices = (health_units, housing_units)
            before = _exchange(
                (scope, user, units, *slices, moved_now, str(change or ""), json.dumps(context))
            )
            yield
            # After an error the rollback of the savepoint puts the settings back by itself.
            if not connection.needs_rollback:
                _put_back(before)
        finally:
            scope_day.reset(tokens[0])
            scope_moment.reset(tokens[1])


def _array(ids: Iterable[int]) -> str:
    """Keys as the database reads an array of them."""
    return "{" + ",".join(map(str, ids)) + "}"


def _exchange(values: tuple[str, ...]) -> tuple[str, ...]:
    """Set the transaction's settings; return what they were."""
    with connection.cursor() as cursor:
        cursor.execute(READ_AND_SET, values)
        return cursor.fetchone()[: len(SETTINGS)]


def _put_back(values: tuple[str, ...]) -> None:
    """Set the transaction's settings to what they were."""
    with connection.cursor() as cursor:
        cursor.execute(SET, values)


def because(reason: str) -> None:
    """Add the reason for what follows to the history of this transaction."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT set_config('pghistory.context_metadata',"
            " (coalesce(nullif(current_setting('pghistory.context_metadata', true), ''), '{}')::jsonb"
            " || jsonb_build_object('reason', %s::text))::text, true)",
            [reason],
        )
