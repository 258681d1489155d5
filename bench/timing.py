"""Taking the time of a piece of work, and putting it beside its floor."""

import resource
import statistics
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from django.db import connection, transaction


class _TakeBack(Exception):
    """Ends a transaction that was only there to be measured."""


@contextmanager
def taken_back() -> Iterator[None]:
    """What happens within leaves no trace."""
    try:
        with transaction.atomic():
            yield
            raise _TakeBack
    except _TakeBack:
        pass


@dataclass(frozen=True, slots=True)
class Time:
    """How long one piece of work took, measured several times; in seconds."""

    runs: tuple[float, ...]
    cpu: float = 0.0  # of all runs together; 0: not known

    @property
    def median(self) -> float:
        """Half of the runs were faster."""
        return statistics.median(self.runs)

    @property
    def p95(self) -> float:
        """Nineteen of twenty runs were faster."""
        return sorted(self.runs)[max(round(len(self.runs) * 0.95) - 1, 0)]


def timed(work: Callable[[], object], *, times: int = 1) -> Time:
    """Run it so many times."""
    runs = []
    before = cpu_seconds()
    for _ in range(times):
        start = time.perf_counter()
        work()
        runs.append(time.perf_counter() - start)
    return Time(tuple(runs), max(cpu_seconds() - before, 0.0))


def cpu_seconds() -> float:
    """The processor's time that this process has used, and the server's process that works for it.

    Unlike the time on the clock it says much the same whether the machine has other work or not. Where the kernel does
    not tell it (another machine, another system), only this process is counted.
    """
    used = time.process_time()
    if connection.connection is not None:
        with suppress(OSError):
            told = Path(f"/proc/{connection.connection.info.backend_pid}/schedstat").read_text()
            used += int(told.split()[0]) / 1e9
    return used


def peak_memory() -> int:
    """The most memory that this process has held so far, in MB."""
    # Linux counts in kilobytes, macOS in bytes.
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // (
        1024 if sys.platform != "darwin" else 1024**2
    )
