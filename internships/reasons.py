"""What a person and an opening are held against each other by, and what comes of it: reasons, each with its sign."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from refugees.reasons import Match, Sign


@dataclass(frozen=True, slots=True)
class Reason:
    """One sentence for or against."""

    sign: Sign
    words: str


@dataclass(frozen=True, slots=True)
class Known:
    """Something in a person's profile: as it is written, its ISCO-08 code if it has one, and words about it."""

    title: str
    code: str = ""
    words: str = ""


@dataclass(frozen=True, slots=True)
class PersonFacts:
    """What is known of a person that an opening can be held against."""

    done: Sequence[Known] = ()
    can: Sequence[Known] = ()
    wishes: Sequence[Known] = ()
    # Spoken languages by their code, each with its level ("" where that is not known) and the level in words.
    languages: Mapping[str, tuple[str, str]] = field(default_factory=dict)
    has_licence: bool = False
    districts: frozenset[str] = frozenset()
    most_minutes: int | None = None
    limits: Sequence[str] = ()
    not_before: date | None = None
    danish_minutes: int | None = None
    start_by: date | None = None
    is_exempt: bool = False
    is_engaged: bool = False
    has_offer: bool = False


@dataclass(frozen=True, slots=True)
class OpeningFacts:
    """What an opening offers and asks for, and whether its company is not to be used."""

    tasks: str
    requirements: str
    sector: str
    sector_words: str
    district: str
    district_words: str
    minutes_a_week: int
    languages: Sequence[str]
    spoken_there: Sequence[str]
    free: int
    capacity: int
    start_from: date
    start_until: date | None
    is_closed: bool = False
    barred_because: str = ""


def in_order(matches: Iterable[tuple[object, Match]]) -> list[tuple[object, Match]]:
    """Those that fit first, the most in favour first; the rest below, and none left out."""
    return sorted(matches, key=lambda pair: (not pair[1].fits, -pair[1].weight))
