"""The first writing of all clocks by several processes, one for each core: as the workers of a city share it out.

Each process imports this module before it has its settings, so the models are imported within the functions.
"""

import os
import time
from concurrent.futures import ProcessPoolExecutor
from datetime import date
from multiprocessing import get_context

import django

CHUNKS_AT_A_TIME = 5


def write_clocks(size: int, today: date, *, chunk: int, database: str) -> tuple[float, float]:
    """Derive and write every clock of the cases 1 to `size`, a chunk at a time; how long it took.

    The seconds on the clock, and those of the processor's time.
    """
    start = time.perf_counter()
    with ProcessPoolExecutor(
        os.cpu_count(), mp_context=get_context("spawn"), initializer=_begin, initargs=[database]
    ) as processes:
        chunks = [(first, min(first + chunk, size + 1), today) for first in range(1, size + 1, chunk)]
        used = sum(processes.map(_write, chunks, chunksize=CHUNKS_AT_A_TIME))
    return time.perf_counter() - start, used


def _begin(database: str) -> None:
    django.setup()
    from django.db import connections

    from copenhagen_model.celery import leave_alone_what_stays

    for alias in connections:
        connections[alias].settings_dict["NAME"] = database
    leave_alone_what_stays()


def _write(chunk: tuple[int, int, date]) -> float:
    from accounts.day import ONE_DAY
    from accounts.scope import system_scope
    from bench.timing import cpu_seconds
    from goals.refresh import refresh

    first, end, day = chunk
    before = cpu_seconds()
    # On the day before: so that there is something to be known at the end of it.
    with system_scope("bench", day=day - ONE_DAY):
        refresh(range(first, end), day)
    return cpu_seconds() - before
