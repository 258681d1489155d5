"""Databases in which a scene stands before the test begins.

A scene that takes seconds is built and committed once per process; whichever test asks for it finds it there and,
being rolled back, leaves it as it was. The other tests never see it: it stands in a database of its own.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from django.db import connection
from django.test import override_settings
from django.utils import translation
from pytest_django import DjangoDbBlocker

from accounts.scope import system_scope
from tests.factories import TODAY
from tests.support.database import TestDatabase

Build = Callable[[], Any]


class Furnished:
    """The scenes of this run by the function that builds each."""

    def __init__(
        self, plain: TestDatabase, folders: pytest.TempPathFactory, blocker: DjangoDbBlocker
    ) -> None:
        self.plain, self.folders, self.blocker = plain, folders, blocker
        self.built: dict[Build, tuple[TestDatabase, Path, Any]] = {}

    @contextmanager
    def by(self, build: Build) -> Iterator[tuple[Path, Any]]:
        """Use the database of that scene; gives the folder of its files, and what `build` returned.

        Return keys from `build`, not rows: a row would carry what one test made of it into the next.
        """
        try:
            if build in self.built:
                self.built[build][0].use()
            else:
                self.built[build] = self._built(build)
            yield self.built[build][1:]
        finally:
            self.plain.use()

    def drop(self) -> None:
        """Throw the scenes away."""
        for database, _folder, _made in self.built.values():
            database.drop()

    def _built(self, build: Build) -> tuple[TestDatabase, Path, Any]:
        database = TestDatabase(f"_{build.__name__}")
        folder = self.folders.mktemp(build.__name__)
        with (
            self.blocker.unblock(),
            override_settings(MEDIA_ROOT=str(folder)),
            translation.override("en"),
        ):
            database.prepare()
            with system_scope("test", day=TODAY):
                made = build()
                # As in a test, which commits nothing: no work goes to the queue.
                connection.run_on_commit.clear()
            connection.close()
        return database, folder, made
