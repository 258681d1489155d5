"""bin/bench: print the measurements as Markdown, or write them where they are kept."""

import argparse
import os
import platform
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import psycopg
from django.core.management import call_command
from django.db import connections
from psycopg import sql

from bench import goals, plans, report
from copenhagen_model.celery import leave_alone_what_stays

DOCS = Path(__file__).resolve().parent.parent / "docs"
KEPT = {"goals": DOCS / "benchmarks.md", "plan": DOCS / "benchmarks-plan.md"}
SIZES = (10_000, 100_000)
MILLION = 1_000_000


def main(arguments: Sequence[str]) -> int:
    """Measure what was asked for."""
    parser = argparse.ArgumentParser(prog="bin/bench", description=__doc__)
    parser.add_argument("what", choices=list(KEPT), help="what to measure")
    parser.add_argument("--sizes", type=int, nargs="+", default=SIZES, help="how many cases (10000 100000)")
    parser.add_argument(
        "--million", action="store_true", help="also a city of a million cases; takes about half an hour"
    )
    parser.add_argument("--write", action="store_true", help="keep the result in docs/")
    options = parser.parse_args(arguments)

    if options.what == "plan":
        text = plans.markdown(plans.measure(say), machine=machine())
    else:
        sizes = [*options.sizes, *([MILLION] if options.million else [])]
        text = _goals(sizes, command=" ".join(["bin/bench", *arguments]))
    if options.write:
        KEPT[options.what].write_text(text)
    print(text)
    return 0


def _goals(sizes: Sequence[int], *, command: str) -> str:
    """One city after the other, each in a database of its own."""
    found = []
    for size in sizes:
        # As a worker does when it starts: else the second city pays for the pages that the first one showed.
        leave_alone_what_stays()
        with new_database(f"bench_{size}"):
            found.append(goals.measure(size, say))
        say(report.city(found[-1]))  # what is known stays known, should the next city be given up
    return report.markdown(found, machine=machine(), command=command)


@contextmanager
def new_database(name: str) -> Iterator[None]:
    """A copy of the migrated database, empty and used by everybody in here; gone afterwards."""
    call_command("migrate", database="owner", interactive=False, verbosity=0)
    original = connections["owner"].settings_dict["NAME"]
    _use(original)
    _beside("DROP DATABASE IF EXISTS {} WITH (FORCE)", name)
    _beside("CREATE DATABASE {} TEMPLATE {}", name, original)
    _use(name)
    try:
        yield
    finally:
        _use(original)
        _beside("DROP DATABASE IF EXISTS {} WITH (FORCE)", name)


def _use(name: str) -> None:
    """Let both roles connect to this database from now on."""
    connections.close_all()
    for alias in connections:
        connections[alias].settings_dict["NAME"] = name


def _beside(statement: str, *names: str) -> None:
    """Run a statement as the owner, connected to none of the databases that it names."""
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
