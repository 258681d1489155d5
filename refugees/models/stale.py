import hashlib

from django.db import models


class StaleEdit(Exception):
    """Somebody saved the same thing meanwhile. Carries what is stored now, so that both texts can be shown."""

    def __init__(self, current: models.Model | None) -> None:
        super().__init__("stale edit")
        self.current = current


def version_of(row: models.Model | None) -> str:
    """What a form is made from, in a word that changes with every value of the row; empty where there is no row."""
    if row is None:
        return ""
    stored = [str(field.value_from_object(row)) for field in row._meta.concrete_fields]
    return hashlib.sha256(repr(stored).encode()).hexdigest()[:16]


def refuse_stale(current: models.Model | None, version: str | None) -> None:
    """Raise StaleEdit if a form was made from something else. None: no form, the caller has just read it."""
    if version is not None and version != version_of(current):
        raise StaleEdit(current)


def read_again(row: models.Model, version: str | None = None) -> None:
    """Let a row say what is stored now; StaleEdit if the form was made from something else.

    For verbs, inside `Case.changing`: before its lock somebody else may have changed the row that was loaded.
    """
    current = type(row)._default_manager.get(pk=row.pk)
    refuse_stale(current, version)
    # Not refresh_from_db(): the case and the company that came with the row stay what they are.
    for field in row._meta.concrete_fields:
        setattr(row, field.attname, getattr(current, field.attname))
