"""Run a program in the foreground, so that Ctrl-C is its to answer and we clear up after it."""

import signal
import subprocess
from collections.abc import Mapping, Sequence
from pathlib import Path
from types import FrameType

from bin.setup.install import ROOT


class Stopped(BaseException):
    """We were asked to stop; like Ctrl-C, it passes through every `except Exception`."""


def stop_on_terminate() -> None:
    """Let `kill` end us the way Ctrl-C does, so that what we started is stopped too."""

    def stop(number: int, frame: FrameType | None) -> None:
        raise Stopped

    signal.signal(signal.SIGTERM, stop)
    signal.signal(signal.SIGHUP, stop)  # the terminal was closed


def run(command: Sequence[str | Path], *, env: Mapping[str, str] | None = None) -> int:
    """Run a program to its end and return its exit code. Ctrl-C reaches it too; it may take its time."""
    process = subprocess.Popen([str(word) for word in command], cwd=ROOT, env=env)
    while True:
        try:
            return process.wait()
        except KeyboardInterrupt:
            continue
        except Stopped:
            process.terminate()
