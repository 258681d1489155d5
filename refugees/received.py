"""What the City's system of record tells of a fact beside what stands here, in the fields of the state's reporting.

A list comes again and again. What it tells as it did the last time is no news, even if it was corrected here since:
that correction is told to the state, not undone by the list. What it tells otherwise than the last time is taken over
as a correction, with what stood here kept in the history. Where both changed the same thing, a person judges.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from refugees.models import Case, StateRow
from refugees.reporting import Reader, Value, row_about

Facts = Mapping[str, Value]
# What is compared; a pillar may put two fields together that are one thing.
Compared = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class News:
    """The fields that a list tells anew, and those of them that were changed here too since it last came."""

    anew: frozenset[str] = frozenset()
    contested: frozenset[str] = frozenset()

    @property
    def is_any(self) -> bool:
        """Whether the list tells anything otherwise than it did."""
        return bool(self.anew or self.contested)


def news_of(told: Compared, *, ours: Compared, before: Compared | None) -> News:
    """What is new in what is `told`; `before` is what was told the last time, None if it never was."""
    if before is None:
        return News(frozenset(name for name, value in told.items() if value != ours[name]))
    changed = {name for name, value in told.items() if value not in (ours[name], before.get(name))}
    contested = {name for name in changed if ours[name] != before.get(name)}
    return News(frozenset(changed - contested), frozenset(contested))


def keep(
    told: Facts,
    *,
    case: Case,
    key: UUID,
    reader: Reader,
    before: Facts | None,
    unsaid: Facts,
    today: date,
) -> None:
    """Let what the list told count as told to the state: it is not gathered as new. What it told before is kept once.

    `unsaid` is what stands in the fields of which a list may say nothing.
    """
    if before is not None and all(before.get(name) == value for name, value in told.items()):
        return
    known = before or {}
    facts = {name: known.get(name, value) for name, value in unsaid.items()} | dict(told)
    row = row_about(key, case=case, reader=reader, day=today)
    StateRow.objects.receive(row=row, told=facts, unit=case.unit, on=today)
