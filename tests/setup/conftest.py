"""A checkout of its own for tests that run the commands in bin/."""

import os
import shutil
import subprocess
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from bin.setup.servers import shelter_of

ROOT = Path(__file__).resolve().parent.parent.parent
Run = Callable[..., subprocess.CompletedProcess[str]]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Where tests run in several processes, these stay in one: each of them starts servers, or all of a demo.

    They come first: whoever began with them at the end would keep the others waiting.
    """
    ours = [item for item in items if Path(__file__).parent in item.path.parents]
    for item in ours:
        item.add_marker(pytest.mark.xdist_group("setup"))
    items.sort(key=lambda item: item not in ours)


@pytest.fixture
def checkout() -> Iterator[Path]:
    """The files of this checkout, with nothing installed, in a folder that every user can enter."""
    place = Path(tempfile.mkdtemp(prefix="cphm-checkout-", dir="/tmp"))
    place.chmod(0o755)
    folder = place / "checkout"
    left_out = shutil.ignore_patterns(
        ".*cache", ".env", ".git", ".hypothesis", ".local", "__pycache__", *ARTEFACTS
    )
    shutil.copytree(ROOT, folder, ignore=left_out)
    yield folder
    shutil.rmtree(place)
    shutil.rmtree(shelter_of(folder), ignore_errors=True)


ARTEFACTS = (".venv", "media", "node_modules", "staticfiles")


@pytest.fixture
def installed(checkout: Path) -> Path:
    """The same, with what this checkout has installed."""
    for name in (".venv", "node_modules"):
        (checkout / name).symlink_to((ROOT / name).resolve())
    return checkout


@pytest.fixture
def run(checkout: Path) -> Run:
    """`run("bin/demo", "--port", "1", NAME="value")`: a command in that checkout, in a nearly empty environment."""

    def run(*command: str, **environment: str) -> subprocess.CompletedProcess[str]:
        env = {"PATH": os.environ["PATH"], "HOME": str(checkout)} | environment
        return subprocess.run(
            command, cwd=checkout, env=env, capture_output=True, text=True, timeout=120, check=False
        )

    return run
