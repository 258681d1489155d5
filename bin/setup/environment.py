"""The environment variables that settings.py reads, for the demo and for tests."""

import base64
import os
import secrets
from collections.abc import Mapping
from pathlib import Path

from bin.setup.install import ROOT
from bin.setup.words import Refusal

# Made up, and the same on every machine, so that a failure can be repeated. They guard invented people.
TEST_SECRETS = {
    "SECRET_KEY": "only-for-tests-" + "0" * 40,
    "FIELD_ENCRYPTION_KEYS": base64.urlsafe_b64encode(b"only for tests, thirty-two bytes").decode(),
    "SEARCH_HASH_KEY": "only-for-tests-" + "1" * 40,
}


def parse(text: str) -> dict[str, str]:
    """The NAME=value lines of a file like .env."""
    pairs = (
        line.split("=", 1) for line in text.splitlines() if "=" in line and not line.lstrip().startswith("#")
    )
    return {name.strip(): value.strip().strip("\"'") for name, value in pairs}


def given() -> dict[str, str]:
    """What the person set: their environment, over their .env file."""
    file = ROOT / ".env"
    return (parse(file.read_text()) if file.exists() else {}) | dict(os.environ)


def missing_servers(environment: Mapping[str, str]) -> dict[str, bool]:
    """Which servers the person did not bring and we start ourselves."""
    own_database = bool(environment.get("DATABASE_URL"))
    if own_database and not environment.get("DATABASE_OWNER_URL"):
        raise Refusal(
            "DATABASE_URL is set but DATABASE_OWNER_URL is not; the tables are made by a role of their own."
        )
    return {"postgres": not own_database, "valkey": not environment.get("REDIS_URL")}


def local_secrets(file: Path) -> dict[str, str]:
    """Secrets of this machine's demo, made once."""
    if not file.exists():
        made = {
            "SECRET_KEY": secrets.token_urlsafe(50),
            "FIELD_ENCRYPTION_KEYS": base64.urlsafe_b64encode(secrets.token_bytes(32)).decode(),
            "SEARCH_HASH_KEY": secrets.token_urlsafe(50),
        }
        file.touch(mode=0o600)
        file.write_text("".join(f"{name}={value}\n" for name, value in made.items()))
    return parse(file.read_text())


def for_demo(folder: Path, servers: dict[str, str]) -> dict[str, str]:
    """A demo on this machine: no HTTPS, the day can be moved and the worker be stopped."""
    defaults = {
        "ALLOWED_HOSTS": "localhost,127.0.0.1",
        "MEDIA_ROOT": str(folder / "media"),
        "LOG_LEVEL": "WARNING",
        "EMAIL_URL": f"filemail:///{folder / 'mail'}",
    }
    return (
        local_secrets(folder / "env")
        | defaults
        | given()
        | servers
        | {
            "DEMO": "1",
            "HTTPS": "0",
            "DEMO_WORKER_SWITCH": str(folder / "worker.off"),
        }
    )


def for_tests(folder: Path, servers: dict[str, str]) -> dict[str, str]:
    """The same for every run, whatever the person has set, but for the servers they bring."""
    fixed = TEST_SECRETS | {
        "ALLOWED_HOSTS": "localhost,127.0.0.1,testserver",
        "MEDIA_ROOT": str(folder / "media"),
        "CONN_MAX_AGE": "0",
        "DEBUG": "0",
        "DEMO": "0",
        "EMAIL_URL": "consolemail://",
        "HTTPS": "0",
        "LOG_LEVEL": "WARNING",
    }
    return given() | fixed | servers
