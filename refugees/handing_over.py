"""What somebody has in hand on a case, and how it passes to whoever follows them. A pillar adds its own kinds."""

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from refugees.parts import Part


@dataclass(frozen=True, slots=True)
class InHand:
    """One kind of thing that somebody holds on cases.

    `counted` says how many of them a person has on each of these cases, in one query; `words` says a number of them.
    `pass_on` gives those of one case to somebody else and returns how many that were. `of` are the parts on a case that
    hold such things.
    """

    key: str
    words: Callable[[int], str]
    counted: Callable[[Sequence[int], Any, date], dict[int, int]]
    pass_on: Callable[..., int]
    of: frozenset[Part]


KINDS: list[InHand] = []


def register(*kinds: InHand) -> None:
    """Let these pass on with a case from now on; once each, however often an app is set up."""
    known = {kind.key for kind in KINDS}
    KINDS.extend(kind for kind in kinds if kind.key not in known)


def kinds_of(part: str) -> Iterator[InHand]:
    """What whoever has this part on a case may hold."""
    return (kind for kind in KINDS if part in kind.of)


def in_hand(case_ids: Sequence[int], user: Any, today: date, *, part: str) -> dict[int, list[str]]:
    """What somebody holds on each of these cases, in words. A query for each kind, whatever the number of cases."""
    found: dict[int, list[str]] = defaultdict(list)
    for kind in kinds_of(part):
        for case_id, count in kind.counted(case_ids, user, today).items():
            found[case_id].append(kind.words(count))
    return found


def in_words(passed: dict[str, int]) -> str:
    """What passed on, as a line of history keeps it: how many of each kind."""
    return ", ".join(kind.words(passed[kind.key]) for kind in KINDS if passed.get(kind.key))
