"""bin/manage: manage.py on the demo's database and settings, whether or not the demo is running."""

import json

from bin.setup import environment, front, install, processes
from bin.setup.servers import Servers
from bin.setup.words import Refusal

RUNNING = "the demo is running"


def main(arguments: list[str]) -> int:
    """Run one management command and return its exit code."""
    install.everything(with_browser=False)
    servers = Servers("demo", durable=True)
    try:
        with processes.lock(servers.folder, otherwise=RUNNING):
            servers.clear_leftovers()
            try:
                addresses = servers.start(**environment.missing_servers(environment.given()))
                return run(servers, arguments, addresses)
            finally:
                servers.stop()
    except Refusal as refusal:
        if str(refusal) != RUNNING:
            raise
    file = servers.folder / "addresses.json"
    if not file.exists():
        raise Refusal("The demo is starting or another bin/manage runs; try again in a moment.")
    return run(servers, arguments, json.loads(file.read_text()))


def run(servers: Servers, arguments: list[str], addresses: dict[str, str]) -> int:
    """manage.py in the foreground."""
    env = environment.for_demo(servers.folder, addresses)
    return front.run([install.VENV_PYTHON, "manage.py", *arguments], env=env)
