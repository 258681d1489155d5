import hashlib
from collections.abc import Sequence
from dataclasses import dataclass

from django.db import models


class StaleEdit(Exception):
    """Somebody saved the same thing meanwhile. Carries what is stored now, so that both texts can be shown.

    None: it is gone, somebody withdrew it.
    """

    def __init__(self, current: models.Model | None) -> None:
        super().__init__("stale edit")
        self.current = current


@dataclass(frozen=True, slots=True)
class Seen:
    """What a form was made from: which facts of a row it shows or changes, and a word for what they were.

    Only these count: what a colleague changes elsewhere in the row overtakes nobody.
    """

    names: Sequence[str]
    version: str


def version_of(row: models.Model | None, names: Sequence[str]) -> str:
    """These facts of a row in a word that changes with each of them; empty where there is no row."""
    if row is None:
        return ""
    facts = [str(row._meta.get_field(name).value_from_object(row)) for name in names]
    return hashlib.sha256(repr([row.pk, *facts]).encode()).hexdigest()[:16]


def refuse_stale(current: models.Model | None, version: Seen | None) -> None:
    """Raise StaleEdit if a form was made from something else. None: no form, the caller has just read it."""
    if version is not None and version.version != version_of(current, version.names):
        raise StaleEdit(current)


def refuse_stale_among(current: models.Model | None, version: Seen | None) -> None:
    """As `refuse_stale`, of a form about several rows: it carries a word for each of them, with _ between."""
    if version is not None and version_of(current, version.names) not in version.version.split("_"):
        raise StaleEdit(current)


def read_again(row: models.Model, version: Seen | None = None) -> None:
    """Let a row say what is stored now; StaleEdit if the form was made from something else, or the row is gone.

    For verbs, inside `Case.changing`: before its lock somebody else may have changed the row that was loaded.
    """
    current = type(row)._default_manager.filter(pk=row.pk).first()
    if current is None:
        raise StaleEdit(None)
    refuse_stale(current, version)
    # Not refresh_from_db(): the case and the company that came with the row stay what they are.
    for field in row._meta.concrete_fields:
        setattr(row, field.attname, getattr(current, field.attname))
