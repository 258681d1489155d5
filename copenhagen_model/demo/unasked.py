"""Telling a long past without asking ahead: the database refuses what cannot be, and nobody waits for a sentence."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import connection
from django.db.models import ForeignKey, Model


@contextmanager
def unasked() -> Iterator[None]:
    """Save without asking first whether the database would refuse; it does so all the same, by the same constraints.

    What the questions are for is the sentence on a form. The city is built in one transaction, as a whole or not at
    all, so within it no point is needed to go back to either. Together that is half of its statements.
    """
    changes = [
        (Model, "validate_constraints", _accept),
        (Model, "validate_unique", _accept),
        (ForeignKey, "validate", _accept),
        (connection.features, "uses_savepoints", False),
    ]
    before = [(owner, name, getattr(owner, name)) for owner, name, _ in changes]
    try:
        for change in changes:
            setattr(*change)
        yield
    finally:
        for kept in before:
            setattr(*kept)


def _accept(*asked: object, **details: object) -> None:
    """Leave it to the database."""
