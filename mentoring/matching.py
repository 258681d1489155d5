"""Which mentor could be whose: a suggestion with its reasons, never a decision. Pure.

Nobody is ranked by how well they do. What counts is what the person wishes, a language in common, how near they are,
and how much each mentor carries already.
"""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

NEW_MONTHS = 3
"""So long after it began a time with a mentor is new; `mentoring_mentor_loads` in the database counts the same."""

PERSON_WEIGHT = 1
NEW_WEIGHT = 1
FAMILY_WEIGHT = 1
LANGUAGE_WEIGHT = 1
"""What a person weighs, and what is added: in the first months, for a family, where every word is interpreted."""

LANGUAGE_WORTH = 6
"""How much more a mentor may carry than another and still come first, because they speak with the person themselves."""

DISTRICT_WORTH = 2
"""The same, because they are at home in the district where the person lives."""

SOON_AWAY_COSTS = 2
"""How much lighter another must be to come after whoever is about to be away: somebody new needs the first weeks."""

DAYS_AHEAD = 28
"""So far ahead a suggestion looks for days away, and for a day on which the mentor works."""


class Speaks(StrEnum):
    """What speaks for or against a mentor, or is not known of them."""

    AWAY = "away"
    AWAY_SOON = "away-soon"
    DISTRICT = "district"
    FULL = "full"
    LANGUAGE = "language"
    LIGHTEST = "lightest"
    NOT_HERE = "not-here"
    NO_LANGUAGE = "no-language"
    NOT_THE_WISH = "not-the-wish"
    WISH = "wish"
    WISH_NOT_KNOWN = "wish-not-known"
    WORKS = "works"


@dataclass(frozen=True, slots=True)
class Wanted:
    """A person who is to get a mentor. `sex` is what they wish of the mentor; empty where they wish nothing."""

    languages: frozenset[str] = frozenset()
    sex: str = ""
    district: str = ""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A mentor, as far as a suggestion asks. `capacity` is None where nobody has said it.

    `days_until_here` counts from today to the first day on which they work and are not away; None for no such day in
    DAYS_AHEAD.
    """

    user_id: int
    languages: frozenset[str] = frozenset()
    sex: str = ""
    districts: frozenset[str] = frozenset()
    people: int = 0
    weight: int = 0
    capacity: int | None = None
    is_away: bool = False
    is_away_soon: bool = False
    has_working_days: bool = False
    days_until_here: int | None = 0

    @property
    def is_full(self) -> bool:
        """Whether they have no room for another person."""
        return self.capacity is not None and self.people >= self.capacity


@dataclass(frozen=True, slots=True)
class Proposal:
    """One mentor for the person, with why and why not."""

    candidate: Candidate
    reasons: tuple[Speaks, ...]
    languages: frozenset[str]

    @property
    def has_room(self) -> bool:
        """Whether they can be chosen at all: the database refuses whoever is full."""
        return not self.candidate.is_full


def weigh(*, is_new: bool, has_family: bool, shares_language: bool) -> int:
    """What one person weighs in the load of a mentor."""
    added = (is_new and NEW_WEIGHT, has_family and FAMILY_WEIGHT, not shares_language and LANGUAGE_WEIGHT)
    return PERSON_WEIGHT + sum(added)


def propose(wanted: Wanted, candidates: Iterable[Candidate]) -> list[Proposal]:
    """Every mentor, whoever fits best first. The same mentors in another order give the same list.

    First those with room who are here; among them whoever is as the person wishes; then by load, a language or a
    district in common counting as so much less of it, and days away to come as more; then who is here first.
    """
    candidates = list(candidates)
    able = [each.weight for each in candidates if not each.is_full and not each.is_away]
    lightest = min(able, default=None)
    proposals = [
        Proposal(each, tuple(_reasons(wanted, each, lightest)), wanted.languages & each.languages)
        for each in candidates
    ]
    return sorted(proposals, key=_place)


def _reasons(wanted: Wanted, candidate: Candidate, lightest: int | None) -> Iterable[Speaks]:
    if candidate.is_full:
        yield Speaks.FULL
    if candidate.is_away:
        yield Speaks.AWAY
    if wanted.sex and not candidate.sex:
        yield Speaks.WISH_NOT_KNOWN
    elif wanted.sex:
        yield Speaks.WISH if candidate.sex == wanted.sex else Speaks.NOT_THE_WISH
    if wanted.languages:
        yield Speaks.LANGUAGE if wanted.languages & candidate.languages else Speaks.NO_LANGUAGE
    if wanted.district in candidate.districts:
        yield Speaks.DISTRICT
    if candidate.weight == lightest and not candidate.is_full and not candidate.is_away:
        yield Speaks.LIGHTEST
    yield from _days(candidate)


def _days(candidate: Candidate) -> Iterable[Speaks]:
    if candidate.is_away_soon:
        yield Speaks.AWAY_SOON
    if candidate.days_until_here is None:
        yield Speaks.NOT_HERE
    elif candidate.has_working_days:
        yield Speaks.WORKS


def here_next(
    today: date, weekdays: Collection[int], away: Collection[tuple[date, date | None]]
) -> date | None:
    """The first day from today on which a mentor works and is not away; None for no such day in DAYS_AHEAD.

    Of whom no working days are known, they are any. `away` holds first days away and first days back, if known.
    """
    days = (today + timedelta(days=number) for number in range(DAYS_AHEAD))
    working = (day for day in days if not weekdays or day.weekday() in weekdays)
    here = (
        day
        for day in working
        if not any(first <= day and (back is None or day < back) for first, back in away)
    )
    return next(here, None)


def _place(proposal: Proposal) -> tuple[bool, bool, int, int, int, int]:
    reasons, candidate = proposal.reasons, proposal.candidate
    worth = LANGUAGE_WORTH * (Speaks.LANGUAGE in reasons) + DISTRICT_WORTH * (Speaks.DISTRICT in reasons)
    wish = (Speaks.WISH_NOT_KNOWN in reasons) + 2 * (Speaks.NOT_THE_WISH in reasons)
    load = candidate.weight - worth + SOON_AWAY_COSTS * candidate.is_away_soon
    wait = DAYS_AHEAD if candidate.days_until_here is None else candidate.days_until_here
    return (candidate.is_full, candidate.is_away, wish, load, wait, candidate.user_id)
