"""Two people at one form: what each of them sends, and what both are told."""

from dataclasses import dataclass, field
from datetime import timedelta
from uuid import UUID

from tests.factories import TODAY

FIRST, SECOND = TODAY - timedelta(days=1), TODAY - timedelta(days=2)
TO_COME, FURTHER = TODAY + timedelta(days=3), TODAY + timedelta(days=6)
# By what a measure is known from which somebody stayed away.
MEASURE = UUID("0193a000-0000-7000-8000-000000000001")
GONE = {"again": 422, "sentence": "meanwhile"}


@dataclass(frozen=True)
class Scene:
    """What the first one sends, what the second one sends from a page opened before, and what becomes of that."""

    first: tuple[str, dict]
    second: tuple[str, dict]
    theirs: str
    yours: str
    on_a: str = "offer"
    again: int = 302
    sentence: str = ""
    are_leads: bool = False
    arguments: dict = field(default_factory=dict)
