"""Processes that are started, found again after a crash, and stopped, each by its own id."""

import contextlib
import fcntl
import json
import os
import signal
import subprocess
import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bin.setup.install import ROOT
from bin.setup.words import Refusal, say

PATIENCE = 15  # seconds that a process gets to stop before it is killed


@dataclass(frozen=True)
class Child:
    """A process that leads its own group, so that Ctrl-C reaches us alone and we stop it in order."""

    name: str
    pid: int
    started: str
    stop_with: int
    process: subprocess.Popen[Any] | None = None  # if we started it ourselves

    def lives(self) -> bool:
        """Whether this very process still runs; its id alone may belong to another one by now."""
        if self.process:
            return self.process.poll() is None
        return self.started == started_at(self.pid)

    def as_record(self) -> dict[str, str | int]:
        """What the next start has to know to find it again."""
        return {"name": self.name, "pid": self.pid, "started": self.started, "stop_with": self.stop_with}

    def ask(self) -> None:
        """Ask it to stop."""
        if self.lives():
            with contextlib.suppress(ProcessLookupError):
                os.kill(self.pid, self.stop_with)

    def stop(self, *, was_asked: bool = False) -> None:
        """Ask it to stop, wait, and kill what is left of its group; a group that is not ours is left alone."""
        if not self.lives() and not self.process:
            return
        if not was_asked:
            self.ask()
        deadline = time.monotonic() + PATIENCE
        while self.lives() and time.monotonic() < deadline:
            time.sleep(0.05)
        with contextlib.suppress(ProcessLookupError, PermissionError):
            os.killpg(self.pid, signal.SIGKILL)
        if self.process:
            self.process.wait()


def started_at(pid: int) -> str:
    """When the living process with this id was started; empty if there is none."""
    try:
        # After the name in brackets: state is field 3 and the start, in ticks since boot, field 22.
        fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
        return "" if fields[0] == "Z" else fields[19]
    except OSError:
        if Path("/proc/self/stat").exists():
            return ""
    answer = subprocess.run(
        ["ps", "-o", "lstart=", "-p", str(pid)], capture_output=True, text=True, check=False
    )
    return answer.stdout.strip()


class Processes:
    """The processes of one command, written down so that the next start finds what a crash left."""

    def __init__(self, folder: Path) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        self.folder = folder
        self.record = folder / "running.json"
        self.children: list[Child] = []

    def start(
        self,
        name: str,
        command: Sequence[str | Path],
        *,
        env: Mapping[str, str] | None = None,
        stop_with: int = signal.SIGTERM,
        **identity: Any,
    ) -> Child:
        """Start a process whose output goes to its own log."""
        with self.log(name).open("w") as log:
            process = subprocess.Popen(
                [str(word) for word in command],
                **({"cwd": ROOT, "env": env} | identity),
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
                start_new_session=True,
            )
        child = Child(name, process.pid, started_at(process.pid), stop_with, process)
        self.children.append(child)
        self._write_down()
        return child

    def _write_down(self) -> None:
        self.record.write_text(json.dumps([one.as_record() for one in self.children]))

    def runs(self, name: str) -> bool:
        """Whether a process of this name was started and not stopped by us. One that ended on its own still counts."""
        return any(child.name == name for child in self.children)

    def stop_one(self, name: str) -> None:
        """Stop the process of this name alone."""
        child = next(child for child in self.children if child.name == name)
        child.stop()
        self.children.remove(child)
        self._write_down()

    def log(self, name: str) -> Path:
        """Where the output of the process with this name is."""
        return self.folder / f"{name}.log"

    def ended(self) -> str | None:
        """The name of a process that ended on its own, if one did."""
        return next((child.name for child in self.children if not child.lives()), None)

    def stop(self, *, at_once: Sequence[str] = ()) -> None:
        """Stop all, the last started first. Those named are asked before anybody is waited for."""
        for child in self.children:
            if child.name in at_once:
                child.ask()
        while self.children:
            child = self.children.pop()
            child.stop(was_asked=child.name in at_once)
        self.record.unlink(missing_ok=True)

    def stop_leftovers(self) -> None:
        """Stop what an earlier run left behind when it was killed."""
        with contextlib.suppress(FileNotFoundError, ValueError, TypeError):
            self.children = [Child(**one) for one in json.loads(self.record.read_text())]
        self.stop()


@contextlib.contextmanager
def lock(folder: Path, *, otherwise: str, wait: bool = False) -> Iterator[None]:
    """Hold this folder alone; the kernel lets go when we end, however we end."""
    folder.mkdir(parents=True, exist_ok=True)
    with (folder / "lock").open("w") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            if not wait:
                raise Refusal(otherwise) from None
            say(otherwise)
            fcntl.flock(file, fcntl.LOCK_EX)
        yield
