"""Install what the lock files name, and nothing when it is there already.

A stamp beside what was installed holds the hash of the lock file; a second run compares and goes on.
"""

import hashlib
import os
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from bin.setup.words import Refusal, say

ROOT = Path(__file__).resolve().parent.parent.parent
LOCAL = ROOT / ".local"
VENV = ROOT / ".venv"
VENV_PYTHON = str(VENV / "bin" / "python")
NODE_MODULES = ROOT / "node_modules"
NODE_VENV = LOCAL / "node"
PIP = "-m pip install --no-input --disable-pip-version-check --retries 2 --timeout 30 --require-hashes --no-deps"
CLEAN_INSTALL = "ci --ignore-scripts --no-audit --no-fund --fetch-retries=1"
OLDEST_NPM = 8  # the first that installs exactly what a version 3 lock file says


def fingerprint(lock: Path, *, installed_for: str = "") -> str:
    """What the stamp holds: the lock file's content, and the Python that it was installed for."""
    return hashlib.sha256(installed_for.encode() + lock.read_bytes()).hexdigest()


def program(name: str) -> str:
    """The path of a program that a package brought."""
    return str(VENV / "bin" / name)


def run_quietly(command: Sequence[str | Path], *, refusal: str, env: dict[str, str] | None = None) -> None:
    """Run an installer; keep its output for the log, and its last line for the refusal."""
    LOCAL.mkdir(exist_ok=True)
    log = LOCAL / "install.log"
    with log.open("a") as output:
        output.write(f"$ {' '.join(map(str, command))}\n")
        output.flush()
        try:
            result = subprocess.run(command, cwd=ROOT, env=env, stdout=output, stderr=output, check=False)
        except OSError as error:
            raise Refusal(f"{refusal} ({error.strerror}: {command[0]}).") from error
    if result.returncode:
        raise Refusal(
            f"{refusal}; {reason(log.read_text(errors='replace'))} ({log.relative_to(ROOT)} has it all)."
        )


def reason(output: str) -> str:
    """The likely cause in an installer's output, in words."""
    run = output.rpartition("\n$ ")[2].lower()
    if any(sign in run for sign in NETWORK_SIGNS):
        return "the package registry could not be reached, so check the network and the proxy settings"
    if "do not match the hashes" in run or "eintegrity" in run:
        return "a package is not the one that was locked, so it was refused"
    if "no space left" in run or "enospc" in run:
        return "the disk is full"
    if "ensurepip" in run:
        return "this Python has no venv module, so install it (on Debian: python3-venv)"
    return "the installer says why"


NETWORK_SIGNS = (
    "failed to establish a new connection",
    "name resolution",
    "connection refused",
    "could not fetch url",
    "network is unreachable",
    "read timed out",
    "connecttimeout",
    "no matching distribution found",
    "cannot connect to proxy",
    "enotfound",
    "econnrefused",
    "eai_again",
    "etimedout",
    "enetunreach",
    "econnreset",
)


def venv(folder: Path, requirements: Path) -> None:
    """A virtual environment with exactly the locked packages, each checked against its hash."""
    if folder.is_symlink():
        return  # several worktrees share one; whoever made it keeps it up to date
    stamp = folder / "installed.sha256"
    wanted = fingerprint(requirements, installed_for=repr(sys.version_info[:2]))
    if stamp.exists() and stamp.read_text() == wanted:
        return
    say(f"Installing {requirements.name} into {folder.relative_to(ROOT)} …")
    # Inside an activated environment its own Python would clear itself away.
    python = getattr(sys, "_base_executable", sys.executable)
    run_quietly(
        [python, "-m", "venv", "--clear", folder], refusal="The virtual environment could not be made"
    )
    run_quietly(
        [folder / "bin/python", *PIP.split(), "-r", requirements],
        refusal="The Python packages could not be installed",
    )
    stamp.write_text(wanted)


def python_packages() -> None:
    """Everything that demo, development and tests need (the image takes requirements.txt alone)."""
    venv(VENV, ROOT / "requirements-dev.txt")


def npm_works(npm: str, path: str) -> bool:
    """Whether this npm runs at all and is new enough for our lock file."""
    try:
        answer = subprocess.run(
            [npm, "--version"],
            env=os.environ | {"PATH": path},
            capture_output=True,
            text=True,
            timeout=60,
            check=True,
        )
        return int(answer.stdout.split(".")[0]) >= OLDEST_NPM
    except (OSError, ValueError, subprocess.SubprocessError):
        return False


def npm() -> tuple[str, str]:
    """The npm to use and the PATH it needs: the system's, or else the one from PyPI."""
    path = os.environ.get("PATH", os.defpath)
    found = shutil.which("npm", path=path)
    if found and npm_works(found, path):
        return found, path
    say("No usable Node.js on this machine; taking it from PyPI …")
    venv(NODE_VENV, ROOT / "requirements-node.txt")
    return str(NODE_VENV / "bin" / "npm"), f"{NODE_VENV / 'bin'}{os.pathsep}{path}"


def npm_packages(*, with_browser: bool) -> None:
    """The design system and htmx; for tests also the headless browser and axe."""
    if NODE_MODULES.is_symlink():
        return
    stamp = NODE_MODULES / "installed.sha256"
    wanted = fingerprint(ROOT / "package-lock.json")
    there = stamp.read_text().split() if stamp.exists() else []
    if there[:1] == [wanted] and ("browser" in there or not with_browser):
        return
    say(f"Installing package-lock.json into {NODE_MODULES.name} …")
    npm_program, path = npm()
    run_quietly(
        [npm_program, *CLEAN_INSTALL.split(), *(() if with_browser else ("--omit=dev",))],
        refusal="The npm packages could not be installed",
        # npm's own cache goes beside ours: an empty or read-only home is no hindrance.
        env=os.environ | {"PATH": path, "npm_config_cache": str(LOCAL / "npm")},
    )
    stamp.write_text(f"{wanted} browser\n" if with_browser else f"{wanted}\n")


def everything(*, with_browser: bool) -> None:
    """Make sure that what the lock files name is installed."""
    python_packages()
    npm_packages(with_browser=with_browser)
