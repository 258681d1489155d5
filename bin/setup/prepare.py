"""What has to be made from the sources before anything runs: static files, translations, tables."""

import hashlib
import re
import subprocess
from collections.abc import Mapping
from pathlib import Path

from bin.setup.install import LOCAL, ROOT, VENV_PYTHON
from bin.setup.words import Refusal, say


def manage(*arguments: str, env: Mapping[str, str], shows_progress: bool = False) -> None:
    """Run one management command; what it prints is shown, how it fails becomes one sentence."""
    command = [VENV_PYTHON, "manage.py", *arguments]
    log = LOCAL / "manage.log"
    with log.open("w") as errors:
        # A progress bar wants the terminal itself; then the errors go there too.
        result = subprocess.run(
            command, cwd=ROOT, env=env, stderr=None if shows_progress else errors, check=False
        )
    if result.returncode and shows_progress:
        raise Refusal(f"manage.py {arguments[0]} failed, as said above.")
    if result.returncode:
        end = ending(log.read_text(errors="replace"))
        raise Refusal(f"manage.py {arguments[0]} failed: {end} ({log.relative_to(ROOT)} has it all).")


def ending(errors: str) -> str:
    """How a failed program ended: the line of its traceback that names the error, else its last line."""
    lines = [line for line in errors.splitlines() if line.strip()]
    named = [
        match.group(1) for line in lines if (match := re.match(r"[\w.]+(?:Error|Configured): (.+)", line))
    ]
    return (named or [line.strip() for line in lines] or ["it said nothing"])[-1]


def sources(*places: Path) -> str:
    """A fingerprint of files by name, size and time; cheap enough for every start."""
    digest = hashlib.sha256()
    for place in places:
        for file in sorted(place.rglob("*")) if place.is_dir() else [place]:
            if file.is_file() and file.suffix != ".pyc":
                stat = file.stat()
                digest.update(f"{file}:{stat.st_size}:{stat.st_mtime_ns}\n".encode())
    return digest.hexdigest()


def static_files(env: Mapping[str, str]) -> None:
    """Collect, name by content and compress the static files, if any changed."""
    stamp = LOCAL / "static.sha256"
    wanted = sources(
        *(ROOT / "static", ROOT / "package-lock.json", ROOT / "requirements.txt"),
        *(ROOT / "copenhagen_model/apps.py", ROOT / "copenhagen_model/settings.py"),
    )
    if (ROOT / "staticfiles").exists() and stamp.exists() and stamp.read_text() == wanted:
        return
    say("Collecting static files …")
    manage("collectstatic", "--no-input", "--clear", "--verbosity", "0", env=env)
    stamp.write_text(wanted)


def translations(env: Mapping[str, str]) -> None:
    """Compile the translation catalogues that are newer than their result."""
    catalogues = list((ROOT / "locale").glob("*/LC_MESSAGES/*.po"))
    compiled = [catalogue.with_suffix(".mo") for catalogue in catalogues]
    if any(
        not mo.exists() or mo.stat().st_mtime < po.stat().st_mtime
        for po, mo in zip(catalogues, compiled, strict=True)
    ):
        manage("messages", "--compile", env=env)


def tables(env: Mapping[str, str], stamp: Path | None) -> None:
    """Bring the tables up to date, as the role that owns them. The stamp tells of our own database that they are."""
    wanted = sources(ROOT / "requirements.txt", *sorted(ROOT.glob("*/migrations")))
    if stamp and stamp.exists() and stamp.read_text() == wanted:
        return
    manage("migrate", "--database", "owner", "--no-input", "--verbosity", "0", env=env)
    if stamp:
        stamp.write_text(wanted)
