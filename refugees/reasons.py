"""Why two fit each other and why not, a person and an opening, a household and a home: reasons, each with its sign.

Pillars make the reasons; what is read off them is the same for all.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import IntEnum
from typing import Protocol


class Sign(IntEnum):
    """What a reason says: it cannot be, it speaks against, it is not known, it speaks for."""

    STOPS = -2
    AGAINST = -1
    UNKNOWN = 0
    FOR = 1


class Reasoned(Protocol):
    """One sentence for or against."""

    @property
    def sign(self) -> Sign:
        """What it says."""

    @property
    def words(self) -> str:
        """The sentence, in the language of whoever reads it."""


@dataclass(frozen=True, slots=True)
class Match:
    """All reasons about the two."""

    reasons: Sequence[Reasoned]

    @property
    def fits(self) -> bool:
        """Whether nothing stands in the way."""
        return not self.stops

    @property
    def weight(self) -> int:
        """How much speaks for it, less what speaks against: only an order to read in."""
        return sum(reason.sign for reason in self.reasons)

    @property
    def stops(self) -> list[Reasoned]:
        """Why it cannot be, as things are."""
        return self._of(Sign.STOPS)

    @property
    def against(self) -> list[Reasoned]:
        """What speaks against it."""
        return self._of(Sign.AGAINST)

    @property
    def unknown(self) -> list[Reasoned]:
        """What somebody has to ask."""
        return self._of(Sign.UNKNOWN)

    @property
    def in_favour(self) -> list[Reasoned]:
        """What speaks for it."""
        return self._of(Sign.FOR)

    def _of(self, sign: Sign) -> list[Reasoned]:
        return [reason for reason in self.reasons if reason.sign == sign]
