"""The test database: migrated once per state of the code, then copied whenever a clean one is wanted.

A copy takes a tenth of a second and brings back everything that the migrations put in, sequences and
triggers included. So no test needs to know what has to be there after its own commits are wiped away.
"""

import ast
import hashlib
import time
from pathlib import Path

import psycopg
from django.conf import settings
from django.core.management import call_command
from django.db import connections
from psycopg import sql

from tests.support import apart

ROOT = Path(__file__).resolve().parent.parent.parent
PATIENCE = 5  # seconds that a connection gets to go away
MIGRATING = 20180702  # the name of the lock under which the pristine database is made


def fingerprint() -> str:
    """What the tables follow from: the migrations, all that they import from us, and the libraries."""
    digest = hashlib.sha256((ROOT / "requirements-dev.txt").read_bytes())
    for file in sorted(sources_of_tables()):
        digest.update(f"{file.relative_to(ROOT)}\n".encode() + file.read_bytes())
    return digest.hexdigest()[:16]


def sources_of_tables() -> set[Path]:
    """Our modules that the migrations consist of, import, or import by way of others."""
    found: set[Path] = set()
    waiting = {ROOT / "copenhagen_model/settings.py", *ROOT.glob("*/migrations/*.py")}
    while waiting:
        file = waiting.pop()
        found.add(file)
        waiting |= imports_of(file) - found
    return found


def imports_of(file: Path) -> set[Path]:
    """The files of ours that a module imports, packages on the way included."""
    names = set()
    for node in ast.walk(ast.parse(file.read_text())):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            names |= {node.module, *(f"{node.module}.{alias.name}" for alias in node.names)}
    candidates = set()
    for name in names:
        path = ROOT.joinpath(*name.split("."))
        candidates |= {path.with_suffix(".py"), path / "__init__.py", path.parent / "__init__.py"}
    return {path for path in candidates if path.is_file() and path.parent != ROOT}


class TestDatabase:
    """The database that tests run in, and the pristine one it is copied from."""

    __test__ = False

    # Taken before the connections are pointed elsewhere: afterwards the settings say that other name.
    base = settings.DATABASES["owner"]["NAME"]

    def __init__(self, suffix: str = "") -> None:
        name = self.base
        self.name = f"test_{name}{apart.WORKER and f'_{apart.WORKER}'}{suffix}"
        self.pristine = f"pristine_{name}_{fingerprint()}"
        self.family = f"pristine_{name}_%"

    def prepare(self) -> None:
        """Use the test database, made anew."""
        with self._postgres() as postgres:
            # Several processes of one run: the first migrates, the others wait for it.
            postgres.execute("SELECT pg_advisory_lock(%s)", [MIGRATING])
            if not self._names_like(self.pristine):
                self._migrate()
        self.use()
        self.renew()

    def use(self) -> None:
        """Point both roles at the test database."""
        self._point_to(self.name)

    def renew(self) -> None:
        """Throw away what was committed."""
        connections.close_all()
        with self._postgres() as postgres:
            self._drop(postgres, self.name)
            postgres.execute(
                sql.SQL("CREATE DATABASE {} TEMPLATE {}").format(
                    sql.Identifier(self.name), sql.Identifier(self.pristine)
                )
            )

    def drop(self) -> None:
        """Leave nothing but the pristine copy, for the next run."""
        connections.close_all()
        with self._postgres() as postgres:
            self._drop(postgres, self.name)

    def _migrate(self) -> None:
        """Make the pristine database under another name first: a run that is cut short leaves no half of one."""
        unfinished = f"unfinished_{self.name}"
        with self._postgres() as postgres:
            for name in [*self._names_like(self.family), unfinished]:
                self._drop(postgres, name)
            postgres.execute(sql.SQL("CREATE DATABASE {}").format(sql.Identifier(unfinished)))
        self._point_to(unfinished)
        call_command("migrate", database="owner", interactive=False, verbosity=0)
        connections.close_all()
        with self._postgres() as postgres:
            postgres.execute(
                sql.SQL("ALTER DATABASE {} RENAME TO {}").format(
                    sql.Identifier(unfinished), sql.Identifier(self.pristine)
                )
            )

    def _point_to(self, name: str) -> None:
        for alias in connections:
            connections[alias].close()
            connections[alias].settings_dict["NAME"] = name

    def _names_like(self, pattern: str) -> list[str]:
        with self._postgres() as postgres:
            rows = postgres.execute("SELECT datname FROM pg_database WHERE datname LIKE %s", [pattern])
            return [row[0] for row in rows]

    def _drop(self, postgres: psycopg.Connection, name: str) -> None:
        """Drop a database once its last connection is gone; a test that leaves one open is told so."""
        deadline = time.monotonic() + PATIENCE
        while True:
            try:
                postgres.execute(sql.SQL("DROP DATABASE IF EXISTS {}").format(sql.Identifier(name)))
                return
            except psycopg.errors.ObjectInUse as error:
                if time.monotonic() > deadline:
                    raise RuntimeError(
                        f"A connection to {name} was left open: {self._users(postgres, name)}"
                    ) from error
                time.sleep(0.05)

    def _users(self, postgres: psycopg.Connection, name: str) -> list[tuple[object, ...]]:
        query = "SELECT pid, usename, state, query FROM pg_stat_activity WHERE datname = %s"
        return postgres.execute(query, [name]).fetchall()

    def _postgres(self) -> psycopg.Connection:
        """A connection beside the test database, as the role that may make one."""
        owner = connections["owner"].get_connection_params() | {"dbname": "postgres"}
        owner = {key: owner[key] for key in ("dbname", "host", "port", "user", "password") if key in owner}
        return psycopg.connect(**owner, autocommit=True)
