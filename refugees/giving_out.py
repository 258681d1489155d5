"""Who could take which of the cases that nobody works on yet. Pure: a proposal with its reasons, never a decision.

The team lead sees the whole list, changes what they like and gives it out. Nobody is ranked: what counts is how
much each colleague already carries, whether an interpreter is saved, and that a household has one caseworker.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

NEW_CASE_MONTHS = 3
"""A case counts as new until so many months after takeover: within them nearly every deadline falls."""

NEW_CASE_WEIGHT = 2
"""What a new case weighs, and one that has not been taken over yet."""

CASE_WEIGHT = 1
"""What any other open case weighs."""

LANGUAGE_WORTH = 4
"""How much more somebody may carry than another and still be proposed, because they speak the language."""


class Reason(StrEnum):
    """Why this colleague is proposed."""

    HOUSEHOLD_KNOWN = "household-known"
    HOUSEHOLD_TOGETHER = "household-together"
    HOUSEHOLD_AWAY = "household-away"
    LANGUAGE = "language"
    LOAD = "load"


@dataclass(frozen=True, slots=True)
class CaseToGive:
    """A case without a caseworker, and what matters for whom it could go to."""

    case_id: int
    household_id: int | None = None
    languages: frozenset[str] = frozenset()
    weight: int = NEW_CASE_WEIGHT


@dataclass(frozen=True, slots=True)
class Colleague:
    """A caseworker: what they carry already (weighted), what they speak, whose households they know."""

    user_id: int
    load: int = 0
    languages: frozenset[str] = frozenset()
    households: frozenset[int] = frozenset()
    is_away: bool = False


@dataclass(frozen=True, slots=True)
class Suggestion:
    """One case, one colleague, and why. `load` is what they carried until then, `lightest` what the lightest did."""

    case_id: int
    user_id: int
    load: int
    lightest: int
    reasons: tuple[Reason, ...]
    languages: frozenset[str] = field(default=frozenset())


def suggest(cases: Iterable[CaseToGive], colleagues: Sequence[Colleague]) -> list[Suggestion]:
    """Propose one colleague for every case, in the order of the cases. Empty if everybody is away.

    Those who wait with their household go to one colleague, the one who knows the household if they are here.
    The heaviest households are placed first, because the small ones even out what is left. The same list in
    another order gives the same proposal.
    """
    cases = list(cases)
    here = sorted((c for c in colleagues if not c.is_away), key=lambda c: c.user_id)
    if not here:
        return []
    away = frozenset[int]().union(*(c.households for c in colleagues if c.is_away))
    loads = {colleague.user_id: colleague.load for colleague in here}
    found: dict[int, Suggestion] = {}
    for together in _households(cases):
        chosen = min(here, key=lambda colleague: _fitness(colleague, together, loads))
        load, lightest = loads[chosen.user_id], min(loads.values())
        loads[chosen.user_id] += sum(case.weight for case in together)
        for case in together:
            reasons = list(_household_reasons(case, chosen, together, away))
            reasons += [Reason.LANGUAGE] if case.languages & chosen.languages else []
            reasons += [Reason.LOAD] if load == lightest else []
            found[case.case_id] = Suggestion(
                case_id=case.case_id,
                user_id=chosen.user_id,
                load=load,
                lightest=lightest,
                reasons=tuple(reasons),
                languages=case.languages & chosen.languages,
            )
    return [found[case.case_id] for case in cases]


def _households(cases: Iterable[CaseToGive]) -> list[list[CaseToGive]]:
    """Who goes together, the heaviest first; somebody without a household is alone."""
    together: dict[tuple[str, int], list[CaseToGive]] = {}
    for case in sorted(cases, key=lambda case: case.case_id):
        alone = case.household_id is None
        key = ("case", case.case_id) if alone else ("household", case.household_id or 0)
        together.setdefault(key, []).append(case)
    return sorted(together.values(), key=lambda group: (-sum(c.weight for c in group), group[0].case_id))


def _fitness(
    colleague: Colleague, together: Sequence[CaseToGive], loads: dict[int, int]
) -> tuple[bool, int, int]:
    """Smaller fits better: who knows the household, then the load, with a bonus for the language."""
    knows = together[0].household_id in colleague.households
    speaks = any(case.languages & colleague.languages for case in together)
    return (not knows, loads[colleague.user_id] - LANGUAGE_WORTH * speaks, colleague.user_id)


def _household_reasons(
    case: CaseToGive, chosen: Colleague, together: Sequence[CaseToGive], away: frozenset[int]
) -> Iterable[Reason]:
    if case.household_id in chosen.households:
        yield Reason.HOUSEHOLD_KNOWN
    elif case.household_id in away:
        yield Reason.HOUSEHOLD_AWAY
    if len(together) > 1:
        yield Reason.HOUSEHOLD_TOGETHER
