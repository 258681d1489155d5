"""The demo as a person starts it: one command, an address, sign-ins, Ctrl-C."""

import http.client
import json
import os
import signal
import socket
import subprocess
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest

from bin.setup.processes import Child
from tests.setup.conftest import Run


@contextmanager
def started(checkout: Path) -> Iterator[tuple[subprocess.Popen[str], str, int]]:
    """The demo on a free port, once it has said where it is."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    command = ["bin/demo", "--port", str(port)]
    # Whoever runs the tests in the background of a shell hands down that Ctrl-C is to be ignored.
    heeds = {"preexec_fn": lambda: signal.signal(signal.SIGINT, signal.SIG_DFL)}
    with subprocess.Popen(
        command, cwd=checkout, env=environment(checkout), stdout=subprocess.PIPE, text=True, **heeds
    ) as demo:
        said = ""
        for line in demo.stdout:
            said += line
            if "Ctrl-C" in line:
                break
        try:
            yield demo, said, port
        finally:
            if demo.poll() is None:
                demo.terminate()


def environment(checkout: Path) -> dict[str, str]:
    """A nearly empty one, as on a bare machine."""
    return {"PATH": os.environ["PATH"], "HOME": str(checkout)}


def status(port: int, address: str) -> int:
    """What the site answers to somebody who is not signed in."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=20)
    with closing(connection):
        connection.request("GET", address)
        return connection.getresponse().status


def children(checkout: Path) -> list[Child]:
    """The processes that the demo wrote down."""
    record = checkout / ".local/demo/running.json"
    return [Child(**child) for child in json.loads(record.read_text())]


def names_of_the_living(checkout: Path) -> set[str]:
    """The names of those that run."""
    return {child.name for child in children(checkout) if child.lives()}


def the_worker_stops_and_starts_as_the_page_asks(checkout: Path, port: int) -> None:
    """The page makes and removes a file; everything else runs on."""
    switch = checkout / ".local/demo/worker.off"
    others = {"postgres", "valkey", "beat", "web"}
    switch.touch()
    wait_until(lambda: names_of_the_living(checkout) == others)
    assert status(port, "/account/sign-in/") == 200
    switch.unlink()
    wait_until(lambda: names_of_the_living(checkout) == others | {"worker"})


def wait_until(happens: Callable[[], bool]) -> None:
    """Look every now and then, for as long as a busy machine may need."""
    deadline = time.monotonic() + 60
    while not happens():
        assert time.monotonic() < deadline
        time.sleep(0.2)


@pytest.mark.slow
def test_the_demo_starts_answers_survives_a_crash_and_leaves_nothing_running(run: Run, installed: Path):
    # The small city: what is there already is not built again.
    assert run("bin/manage", "migrate", "--database", "owner", "--verbosity", "0").returncode == 0
    assert run("bin/manage", "seed_demo", "--size", "small").returncode == 0

    with started(installed) as (demo, said, port):
        assert f"The demo city is at http://127.0.0.1:{port}/" in said
        assert "team-lead" in said
        assert status(port, "/") == 302
        assert status(port, "/account/sign-in/") == 200
        assert names_of_the_living(installed) == {"postgres", "valkey", "worker", "beat", "web"}
        the_worker_stops_and_starts_as_the_page_asks(installed, port)
        demo.kill()
        demo.wait()
    assert names_of_the_living(installed) == {"postgres", "valkey", "worker", "beat", "web"}

    before = time.monotonic()
    with started(installed) as (demo, _, port):
        took = time.monotonic() - before
        assert status(port, "/account/sign-in/") == 200
        running = children(installed)
        demo.send_signal(signal.SIGINT)
        assert demo.wait(timeout=60) == 0

    assert took < 30  # 10 on a machine that does nothing else
    assert [child.name for child in running if child.lives()] == []
    assert not (installed / ".local/demo/running.json").exists()
