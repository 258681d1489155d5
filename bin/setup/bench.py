"""bin/bench: take the times on an embedded PostgreSQL, or on the one that DATABASE_URL names."""

from bin.setup import environment, front, install, prepare, processes
from bin.setup.servers import Servers


def main(arguments: list[str]) -> int:
    """Set up what the measurements need, and run them."""
    install.everything(with_browser=False)
    # Durable: a database that need not wait for the disk would flatter us.
    servers = Servers("bench", durable=True)
    with processes.lock(servers.folder, otherwise="bin/bench runs from this checkout already."):
        servers.clear_leftovers()
        try:
            addresses = servers.start(**environment.missing_servers(environment.given()))
            env = environment.for_tests(servers.folder, addresses)
            prepare.translations(env)
            prepare.static_files(env)
            return front.run([install.VENV_PYTHON, "-m", "bench", *arguments], env=env)
        finally:
            servers.stop()
