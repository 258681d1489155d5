"""bin/demo: the whole product with an invented city, on this machine alone, until Ctrl-C."""

import argparse
import contextlib
import http.client
import json
import signal
import socket
import time
from pathlib import Path

from bin.setup import environment, install, prepare, processes
from bin.setup.front import Stopped
from bin.setup.servers import Servers, last_line, read
from bin.setup.words import Refusal, say

PATIENCE = 60  # seconds until the site must answer
PROGRAMS = ("worker", "beat", "web")


def main(arguments: list[str]) -> int:
    """Set up, start and watch everything; stop it all on Ctrl-C."""
    parser = argparse.ArgumentParser(prog="bin/demo", description=__doc__)
    parser.add_argument("--port", type=int, default=8000, help="where the site answers (8000)")
    parser.add_argument("--reset", action="store_true", help="throw the demo city away and build it anew")
    options = parser.parse_args(arguments)

    servers = Servers("demo", durable=True)
    with processes.lock(servers.folder, otherwise="The demo runs from this checkout already; stop it first."):
        servers.clear_leftovers()
        refuse_taken(options.port)
        install.everything(with_browser=False)
        try:
            env = prepared(servers, reset=options.reset)
            env.setdefault("SITE_URL", f"http://127.0.0.1:{options.port}")
            start_all(servers.processes, options.port, env)
            sign_ins(env)  # while the site is starting
            wait_for_answer(servers.processes, options.port)
            with contextlib.suppress(KeyboardInterrupt, Stopped):
                print(f"The demo city is at http://127.0.0.1:{options.port}/ – Ctrl-C stops it.", flush=True)
                watch(servers.processes, env)
        finally:
            # A second Ctrl-C while we tidy up would leave half of it running.
            signal.signal(signal.SIGINT, signal.SIG_IGN)
            say("Stopping …")
            servers.stop(at_once=PROGRAMS)
    return 0


def refuse_taken(port: int) -> None:
    """Say so now if another program listens on this port, before anything is built."""
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", port))
        except (OSError, OverflowError) as error:
            raise Refusal(
                f"Port {port} cannot be used ({reason(error)}); choose another with --port."
            ) from error


def reason(error: Exception) -> str:
    """Why the operating system refused, in its own words."""
    return (getattr(error, "strerror", None) or str(error)).lower()


def prepared(servers: Servers, *, reset: bool) -> dict[str, str]:
    """The database with the demo city in it, and the environment in which the product runs on it."""
    wanted = environment.missing_servers(environment.given())
    if reset:
        if not wanted["postgres"]:
            raise Refusal("--reset empties the demo's own database only, and DATABASE_URL names another.")
        servers.forget()
    addresses = servers.start(**wanted)
    (servers.folder / "addresses.json").write_text(json.dumps(addresses))
    env = environment.for_demo(servers.folder, addresses)
    prepare.tables(env, servers.folder / "tables.sha256" if wanted["postgres"] else None)
    prepare.translations(env)
    prepare.static_files(env)
    prepare.manage("seed_demo", env=env, shows_progress=True)
    return env


def start_all(running: processes.Processes, port: int, env: dict[str, str]) -> None:
    """Web, worker and beat, as in production but small."""
    celery = [install.program("celery"), "-A", "copenhagen_model"]
    schedule = str(running.folder / "celerybeat-schedule")
    worker_switch(env).unlink(missing_ok=True)
    start_worker(running, env)
    running.start(
        "beat", [*celery, "beat", "--schedule", schedule, "--pidfile", "", "-l", "warning"], env=env
    )
    web = [install.program("gunicorn"), *f"--bind 127.0.0.1:{port} --workers 1 --threads 8".split()]
    running.start("web", [*web, "copenhagen_model.wsgi"], env=env)


def start_worker(running: processes.Processes, env: dict[str, str]) -> None:
    """The one that checks deadlines and carries out what takes long."""
    worker = [install.program("celery"), "-A", "copenhagen_model", "worker", "--concurrency", "1"]
    running.start("worker", [*worker, "--loglevel", "warning"], env=env)


def worker_switch(env: dict[str, str]) -> Path:
    """While there is a file of this name, the worker stands still: the page of the demo's day makes and removes it."""
    return Path(env["DEMO_WORKER_SWITCH"])


def heed_switch(running: processes.Processes, env: dict[str, str]) -> None:
    """Stop or start the worker, as an administrator of the demo asked on the page."""
    is_off, runs = worker_switch(env).exists(), running.runs("worker")
    if is_off and runs:
        say("The worker is stopped, as the page of the demo's day asks.")
        running.stop_one("worker")
    elif not is_off and not runs:
        say("The worker is started again.")
        start_worker(running, env)


def wait_for_answer(running: processes.Processes, port: int) -> None:
    """Until the site answers; or until a process ends, and then say which."""
    deadline = time.monotonic() + PATIENCE
    while not answers(port):
        refuse_if_ended(running)
        if time.monotonic() > deadline:
            raise Refusal(f"The site did not answer within {PATIENCE} seconds; see {running.log('web')}.")
        time.sleep(0.1)


def answers(port: int) -> bool:
    """Whether the site is up, with its database."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=10)
    with contextlib.closing(connection):
        try:
            connection.request("GET", "/healthz/")
            return connection.getresponse().status == 200
        except (OSError, http.client.HTTPException):
            return False


def refuse_if_ended(running: processes.Processes) -> None:
    """A demo with one part missing would show less than it says; rather stop and name it."""
    if name := running.ended():
        log = running.log(name)
        raise Refusal(f"{name} ended: {last_line(read(log))} ({relative(log)} has it all).")


def relative(file: Path) -> Path:
    """A path as the person in the checkout would type it."""
    return file.relative_to(install.ROOT)


def sign_ins(env: dict[str, str]) -> None:
    """One sign-in per role."""
    prepare.manage("demo_accounts", env=env)


def watch(running: processes.Processes, env: dict[str, str]) -> None:
    """Stay until the person has seen enough."""
    while True:
        heed_switch(running, env)
        refuse_if_ended(running)
        time.sleep(1)
