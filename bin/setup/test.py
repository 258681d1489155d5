"""bin/test: run pytest on the embedded servers, or on those that DATABASE_URL and REDIS_URL name."""

from itertools import pairwise
from pathlib import Path

from bin.setup import environment, front, install, prepare, processes
from bin.setup.servers import Servers

# Options of pytest that take the next word: "-k goals" asks for a name, not for the folder of that name.
TAKING = {"-k", "-m", "-p", "-c", "-o", "-r", "-W", "--durations", "--tb", "--ignore", "--deselect"}


def main(arguments: list[str]) -> int:
    """Set up what the tests need, run them, and return pytest's exit code."""
    install.everything(with_browser=True)
    servers = Servers("test", durable=False)
    waiting = "Another bin/test runs in this checkout; waiting for it to end …"
    with processes.lock(servers.folder, otherwise=waiting, wait=True):
        servers.clear_leftovers()
        try:
            addresses = servers.start(**environment.missing_servers(environment.given()))
            env = environment.for_tests(servers.folder, addresses)
            prepare.translations(env)
            prepare.static_files(env)
            return front.run([install.VENV_PYTHON, "-m", "pytest", *together(arguments)], env=env)
        finally:
            servers.stop()


def together(arguments: list[str]) -> list[str]:
    """The whole suite runs in one process a core; what is asked for by path runs in one, which starts sooner."""
    words = [
        word
        for before, word in pairwise(["", *arguments])
        if before not in TAKING and word[:1] not in {"-", ""}
    ]
    is_chosen = any(Path(word.partition("::")[0]).exists() for word in words)
    says_how_many = any(word.startswith(("-n", "--numprocesses")) for word in arguments)
    return arguments if is_chosen or says_how_many else ["-n", "auto", "--dist", "loadgroup", *arguments]
