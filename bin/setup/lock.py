"""bin/lock: write the lock files anew. They name packages and hashes, never where these came from."""

import argparse
import os
import subprocess

from bin.setup import install
from bin.setup.words import say

COMPILE = (
    "pip compile --quiet --generate-hashes --universal --python-version 3.11 --no-header --no-emit-index-url"
)
HEADER = """\
# {what}
# Made by bin/lock from pyproject.toml; do not edit.
"""
LOCKS = {
    "requirements.txt": ("What the product needs to run, for every platform.", ["pyproject.toml"]),
    "requirements-dev.txt": (
        "The same, and what demo, development and tests need.",
        ["pyproject.toml", "--group", "dev", "--constraint", "requirements.txt"],
    ),
    "requirements-node.txt": ("Node.js and npm, for machines without.", ["--group", "node"]),
}


def uv_environment() -> dict[str, str]:
    """uv asks the index that pip is set up for; it does not read pip's own configuration."""
    environment = dict(os.environ)
    if "UV_DEFAULT_INDEX" not in environment and "UV_INDEX_URL" not in environment:
        command = [install.VENV_PYTHON, "-m", "pip", "config", "get", "global.index-url"]
        index = subprocess.run(command, capture_output=True, text=True, check=False).stdout.strip()
        if index:
            environment["UV_DEFAULT_INDEX"] = index
    return environment


def main(arguments: list[str]) -> int:
    """Lock Python and npm packages; pins stay as they are unless --upgrade is given."""
    parser = argparse.ArgumentParser(prog="bin/lock", description=__doc__)
    parser.add_argument(
        "--upgrade", action="store_true", help="take the newest versions that pyproject.toml allows"
    )
    options = parser.parse_args(arguments)

    upgrade = ["--upgrade"] if options.upgrade else []

    install.python_packages()
    for name, (what, which) in LOCKS.items():
        say(f"Locking {name} …")
        command = [install.program("uv"), *COMPILE.split(), "--output-file", name, *which, *upgrade]
        install.run_quietly(command, refusal=f"{name} could not be locked", env=uv_environment())
        lock = install.ROOT / name
        lock.write_text(HEADER.format(what=what) + lock.read_text())
    say("Locking package-lock.json …")
    program, path = install.npm()
    install.run_quietly(
        [program, "update" if options.upgrade else "install", "--package-lock-only", "--ignore-scripts"],
        refusal="package-lock.json could not be locked",
        env=os.environ | {"PATH": path},
    )
    return 0
