"""bin/bench: print the measurements as Markdown, or write them where they are kept."""

import argparse
import os
import platform
import sys
from collections.abc import Sequence
from pathlib import Path

import django
import psycopg
from psycopg import sql

KEPT = Path(__file__).resolve().parent.parent / "docs/benchmarks.md"
SIZES = (10_000, 100_000)
MILLION = 1_000_000


def main(arguments: Sequence[str]) -> int:
    """Measure one city after the other, each in a database of its own."""
    parser = argparse.ArgumentParser(prog="bin/bench", description=__doc__)
    parser.add_argument("what", choices=["goals"], help="what to measure")
    parser.add_argument("--sizes", type=int, nargs="+", default=SIZES, help="how many cases (10000 100000)")
    parser.add_argument("--million", action="store_true", help="also a city of a million cases; takes hours")
    parser.add_argument("--write", action="store_true", help="keep the result in docs/benchmarks.md")
    options = parser.parse_args(arguments)

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "copenhagen_model.settings")
    django.setup()
    from bench import goals, report

    sizes = [*options.sizes, *([MILLION] if options.million else [])]
    found = []
    for size in sizes:
        with database(size):
            found.append(goals.measure(size, lambda what, size=size: say(f"{size:,} cases: {what} …")))
    text = report.markdown(found, machine=machine(), command=" ".join(["bin/bench", *arguments]))
    if options.write:
        KEPT.write_text(text)
    print(text)
    return 0


class database:  # noqa: N801 - reads as a verb
    """A fresh copy of the migrated database, for one city; gone afterwards."""

    def __init__(self, size: int) -> None:
        self.size = size

    def __enter__(self) -> None:
        from django.core.management import call_command
        from django.db import connections

        call_command("migrate", database="owner", interactive=False, verbosity=0)
        self.original = connections["owner"].settings_dict["NAME"]
        self.name = f"bench_{self.size}"
        connections.close_all()
        self._admin("DROP DATABASE IF EXISTS {} WITH (FORCE)", self.name)
        self._admin("CREATE DATABASE {} TEMPLATE {}", self.name, self.original)
        self._point_to(self.name)

    def __exit__(self, *_: object) -> None:
        self._point_to(self.original)
        self._admin("DROP DATABASE IF EXISTS {} WITH (FORCE)", self.name)

    def _point_to(self, name: str) -> None:
        from django.db import connections

        connections.close_all()
        for alias in connections:
            connections[alias].settings_dict["NAME"] = name

    def _admin(self, statement: str, *names: str) -> None:
        from django.db import connections

        given = connections["owner"].get_connection_params() | {"dbname": "postgres"}
        kept = {key: given[key] for key in ("dbname", "host", "port", "user", "password") if key in given}
        with psycopg.connect(**kept, autocommit=True) as connection:
            connection.execute(sql.SQL(statement).format(*map(sql.Identifier, names)))


def machine() -> str:
    """What it ran on."""
    return f"{os.cpu_count()} cores, Python {platform.python_version()}, {platform.system()} {platform.machine()}"


def say(text: str) -> None:
    """How far it is; not part of the result."""
    print(text, file=sys.stderr, flush=True)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
