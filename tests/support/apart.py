"""Where the tests run in several processes at once, each has a database, a queue and a folder of its own.

Loaded before the settings are read (pyproject.toml: addopts). Alone, everything stays as it is.
"""

import os
from pathlib import Path

WORKER = os.environ.get("PYTEST_XDIST_WORKER", "")

if WORKER:
    os.environ["REDIS_PREFIX"] = f"{WORKER}:"
    os.environ["MEDIA_ROOT"] = str(Path(os.environ["MEDIA_ROOT"]) / WORKER)
