"""Real processes on the test database: Celery workers and the web server."""

import os
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable
from pathlib import Path

import redis
from django.conf import settings
from django.db import connections

ROOT = Path(__file__).resolve().parent.parent.parent
PATIENCE = 30  # seconds


def environment(**changes: str) -> dict[str, str]:
    """Our own environment, but with the name of the test database in the addresses."""
    env = dict(os.environ) | changes
    for name, alias in (("DATABASE_URL", "default"), ("DATABASE_OWNER_URL", "owner")):
        env[name] = f"{os.environ[name].rpartition('/')[0]}/{connections[alias].settings_dict['NAME']}"
    return env


class Program:
    """A program that a test started; stopped by its own id."""

    def __init__(self, command: list[str], *, log: Path, env: dict[str, str]) -> None:
        self.log = log
        with log.open("w") as output:
            self.process = subprocess.Popen(
                [sys.executable, "-m", *command],
                cwd=ROOT,
                env=env,
                stdin=subprocess.DEVNULL,
                stdout=output,
                stderr=output,
                start_new_session=True,
            )

    @property
    def pid(self) -> int:
        """The process id, for tests that send a signal."""
        return self.process.pid

    @property
    def output(self) -> str:
        """What it has printed so far."""
        return self.log.read_text(errors="replace")

    def runs(self) -> bool:
        """Whether it has not ended."""
        return self.process.poll() is None

    def wait_until(self, ready: Callable[[], bool]) -> None:
        """Wait for it; if it ends or takes too long, show what it printed."""
        deadline = time.monotonic() + PATIENCE
        while not ready():
            if self.process.poll() is not None or time.monotonic() > deadline:
                self.stop()
                raise RuntimeError(f"{self.process.args} did not get ready:\n{self.output}")
            time.sleep(0.05)

    def kill(self) -> None:
        """End it and its children at once, as a power cut would."""
        os.killpg(self.pid, signal.SIGKILL)
        self.process.wait()

    def stop(self) -> None:
        """Ask it to end; insist after a while."""
        if self.process.poll() is None:
            self.process.terminate()
            try:
                self.process.wait(timeout=PATIENCE)
            except subprocess.TimeoutExpired:
                self.kill()


def celery_worker(log: Path, *, concurrency: int = 1, **changes: str) -> Program:
    """A Celery worker on the test database and the test queue, ready for work."""
    name = f"{log.stem}@test"
    command = [
        "celery",
        "-A",
        "copenhagen_model",
        "worker",
        "-l",
        "info",
        "--without-mingle",
        "-n",
        name,
        "-c",
        str(concurrency),
    ]
    worker = Program(command, log=log, env=environment(**changes))
    worker.wait_until(lambda: f"{name} ready." in worker.output)
    return worker


def empty_queue() -> None:
    """Throw away what earlier tests left in the queue; only what is ours, the server may be another's."""
    queue = redis.Redis.from_url(settings.REDIS_URL.replace("redis+socket://", "unix://"))
    prefix = settings.CELERY_BROKER_TRANSPORT_OPTIONS["global_keyprefix"]
    for key in queue.scan_iter(match=f"{prefix}*"):
        queue.delete(key)
    queue.close()


class Site(Program):
    """The web server as production runs it, on a free port."""

    def __init__(self, log: Path, **changes: str) -> None:
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            port = probe.getsockname()[1]
        self.url = f"http://127.0.0.1:{port}"
        command = ["gunicorn", "--bind", f"127.0.0.1:{port}", "--threads", "4", "copenhagen_model.wsgi"]
        super().__init__(command, log=log, env=environment(**changes))
        self.wait_until(self.answers)

    def answers(self) -> bool:
        """Whether it is up, with its database."""
        try:
            with urllib.request.urlopen(f"{self.url}/healthz/", timeout=5) as response:  # noqa: S310
                return bool(response.status == 200)
        except (urllib.error.URLError, ConnectionError, TimeoutError):
            return False
