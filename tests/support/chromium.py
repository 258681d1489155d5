"""A headless Chromium: the one CHROME_PATH names, or the one that npm brought, unpacked once."""

import fcntl
import os
import shutil
import subprocess
import tarfile
import tempfile
from pathlib import Path

import brotli

ROOT = Path(__file__).resolve().parent.parent.parent
PACKAGE = ROOT / "node_modules/@sparticuz/chromium"
UNPACKED = ROOT / ".local/chromium"
FLAGS = [
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
FONTS = """<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig><dir>{fonts}</dir><cachedir>{cache}</cachedir></fontconfig>
"""


def executable() -> Path:
    """The browser to start."""
    if given := os.environ.get("CHROME_PATH"):
        return Path(given)
    UNPACKED.parent.mkdir(exist_ok=True)
    with UNPACKED.with_suffix(".lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)  # of several processes, the first unpacks
        if not (UNPACKED / "chromium").exists():
            unpack()
    return UNPACKED / "chromium"


def environment() -> dict[str, str]:
    """What the browser needs around it on a bare machine: libraries it lacks, and a font."""
    env = dict(os.environ)
    if "CHROME_PATH" in env:
        return env
    env["FONTCONFIG_FILE"] = str(UNPACKED / "fonts.conf")
    if not starts(env):
        env["LD_LIBRARY_PATH"] = str(UNPACKED / "al2023/lib")
    return env


def starts(env: dict[str, str]) -> bool:
    """Whether the machine has the libraries that the browser needs."""
    command = [UNPACKED / "chromium", "--version"]
    return subprocess.run(command, env=env, capture_output=True, check=False).returncode == 0


def unpack() -> None:
    """Unpack the browser beside its place, then move it there: a run that is cut short leaves no half of one."""
    unfinished = Path(tempfile.mkdtemp(dir=UNPACKED.parent, prefix="chromium-"))
    for name in ("al2023", "fonts"):
        inflate(PACKAGE / f"bin/{name}.tar.br", unfinished / f"{name}.tar")
        with tarfile.open(unfinished / f"{name}.tar") as archive:
            # Python 3.11.0 to 3.11.3 know no filter; the package is checked by its hash in any case.
            archive.extraction_filter = getattr(tarfile, "data_filter", lambda member, path: member)
            archive.extractall(unfinished / name)  # noqa: S202
    (unfinished / "fonts.conf").write_text(FONTS.format(fonts=UNPACKED / "fonts", cache=UNPACKED / "cache"))
    inflate(PACKAGE / "bin/chromium.br", unfinished / "chromium")
    (unfinished / "chromium").chmod(0o755)
    shutil.rmtree(UNPACKED, ignore_errors=True)
    unfinished.rename(UNPACKED)


def inflate(source: Path, target: Path) -> None:
    """Unpack one Brotli file, a piece at a time: the browser has 200 MB."""
    decompressor = brotli.Decompressor()
    with source.open("rb") as packed, target.open("wb") as plain:
        while piece := packed.read(1 << 20):
            plain.write(decompressor.process(piece))
