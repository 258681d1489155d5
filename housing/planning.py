"""A plan for all free homes and all waiting households at once: what goes in, what comes out, what is kept of both.

Pure. People are named by their households' public identifiers alone.
"""

import math
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field
from datetime import date
from typing import Any

from housing.alternatives import Alternatives, Change
from housing.flow import Network, Pair, Problem
from housing.matching import NOTHING, Between, HomeFacts, HouseholdFacts, match
from housing.solver import SECONDS, Solution, solve, urgency_of
from refugees.reasons import Match

# Steps of their own: what else speaks against a pair is counted in one.
COUNTED_APART = {"bedrooms-spare", "not-tied"}
Key = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Inputs:
    """What a plan is made from. `settled`: how many households were housed in each district before."""

    day: date
    households: Sequence[HouseholdFacts]
    homes: Sequence[HomeFacts]
    between: Mapping[Key, Between] = field(default_factory=dict)
    settled: Mapping[str, int] = field(default_factory=dict)

    def kept(self) -> dict[str, Any]:
        """As a plan keeps them."""
        return {
            "day": self.day.isoformat(),
            "households": [_plain(each) for each in self.households],
            "homes": [_plain(each) | {"bedrooms": each.bedrooms} for each in self.homes],
            "between": [
                {"household": household, "home": home} | _plain(known)
                for (household, home), known in sorted(self.between.items())
            ],
            "settled": dict(sorted(self.settled.items())),
        }


@dataclass(slots=True)
class Plan:
    """The inputs as a problem, its solution, and what of it is told."""

    inputs: Inputs
    matches: dict[tuple[int, int], Match]
    problem: Problem
    districts: list[str]
    solution: Solution
    alternatives: Alternatives

    def kept(self) -> dict[str, Any]:
        """As it is kept: who gets what and why, what every other choice would cost, what is left over and why."""
        chosen = {
            self.problem.pairs[place].household: self.problem.pairs[place] for place in self.solution.chosen
        }
        homes = range(len(self.inputs.homes))
        households = sorted(range(len(self.inputs.households)), key=self._hurry)
        given = {pair.home for pair in chosen.values()}
        return {
            "steps": [_plain(step) for step in self.solution.steps],
            "pairs": [self._pair(chosen[place]) for place in households if place in chosen],
            "left_households": [self._left(place) for place in households if place not in chosen],
            "left_homes": [
                {"home": self.inputs.homes[home].key}
                | self._why([self.matches[household, home] for household in households])
                for home in homes
                if home not in given
            ],
            "not_kept": self._not_kept(),
            "districts": self._spread(given),
            "knows_alternatives": self.alternatives.is_known,
        }

    def _hurry(self, household: int) -> tuple[bool, int]:
        """Whose time runs out first stands first."""
        left = self.inputs.households[household].days_left(self.inputs.day)
        return left is None, left or 0

    def _pair(self, pair: Pair) -> dict[str, Any]:
        found = self.matches[pair.household, pair.home]
        change = self.alternatives.without_pair(pair.household) if self.alternatives.is_known else None
        return {
            "household": self.inputs.households[pair.household].key,
            "home": self.inputs.homes[pair.home].key,
            "is_pinned": pair.is_pinned,
            "reasons": [reason.kept() for reason in found.reasons],
            "without": self._change(change),
            "others": self._others(pair.household, but=pair.home),
        }

    def _left(self, household: int) -> dict[str, Any]:
        found = [self.matches[household, home] for home in range(len(self.inputs.homes))]
        others = self._others(household) if any(each.fits for each in found) else []
        return {"household": self.inputs.households[household].key, "others": others} | self._why(found)

    @staticmethod
    def _why(found: Sequence[Match]) -> dict[str, Any]:
        """How many fit, and what stands in the way of how many others."""
        stops = Counter(key for each in found for key in {reason.key for reason in each.stops})
        return {
            "fits": sum(each.fits for each in found),
            "of": len(found),
            "stops": dict(stops.most_common()),
        }

    def _others(self, household: int, but: int | None = None) -> list[dict[str, Any]]:
        """Every home that it could have instead, the least costly first, each with what that costs."""
        if not self.alternatives.is_known:
            return []
        others = self.alternatives.others(household, but=but)
        return [
            {"home": self.inputs.homes[home].key, "change": self._change(change)} for home, change in others
        ]

    def _change(self, change: Change | None) -> dict[str, Any] | None:
        if change is None:
            return None
        moves = [
            [self.inputs.households[who].key, None if home is None else self.inputs.homes[home].key]
            for who, home in change.moves.items()
        ]
        return {"loss": change.loss, "moves": moves}

    def _not_kept(self) -> list[dict[str, Any]]:
        """Pins that could not be kept, because something stands in the way or one of the two is not in the plan."""
        kept = {
            (self.inputs.households[pair.household].key, self.inputs.homes[pair.home].key)
            for pair in self.problem.pairs
            if pair.is_pinned
        }
        of_household = {each.key: place for place, each in enumerate(self.inputs.households)}
        of_home = {each.key: place for place, each in enumerate(self.inputs.homes)}
        rows = []
        for (household, home), known in sorted(self.inputs.between.items()):
            if known.decision == "pin" and (household, home) not in kept:
                found = self.matches.get((of_household.get(household, -1), of_home.get(home, -1)))
                stops = [reason.kept() for reason in found.stops] if found else []
                rows.append({"household": household, "home": home, "why": known.why, "reasons": stops})
        return rows

    def _spread(self, given: set[int]) -> list[dict[str, Any]]:
        planned = Counter(self.inputs.homes[home].district for home in given)
        settled = self.inputs.settled
        return [
            {"district": each, "before": settled.get(each, 0), "planned": planned[each]}
            for each in self.districts
        ]


def plan(inputs: Inputs, *, seconds: float = SECONDS) -> Plan:
    """Hold everybody against every home, and solve it."""
    matches = {
        (place, number): match(
            household, home, inputs.day, inputs.between.get((household.key, home.key), NOTHING)
        )
        for place, household in enumerate(inputs.households)
        for number, home in enumerate(inputs.homes)
    }
    districts = sorted({home.district for home in inputs.homes} | inputs.settled.keys())
    problem = Problem(
        urgency=urgency_of([each.days_left(inputs.day) for each in inputs.households]),
        district=[districts.index(home.district) for home in inputs.homes],
        settled=[inputs.settled.get(district, 0) for district in districts],
        pairs=[_pair_of(inputs, *places, found) for places, found in matches.items() if found.fits],
    )
    network = Network(problem)
    solution = solve(network, seconds=seconds)
    return Plan(inputs, matches, problem, districts, solution, Alternatives(network, solution))


def _pair_of(inputs: Inputs, household: int, home: int, found: Match) -> Pair:
    keys = {reason.key for reason in found.reasons}
    spare = inputs.homes[home].bedrooms - inputs.households[household].bedrooms
    against = len({reason.key for reason in found.against} - COUNTED_APART)
    return Pair(
        household, home, is_tied="tied" in keys, spare=spare, is_pinned="pinned" in keys, against=against
    )


def _plain(facts: Any) -> dict[str, Any]:
    """Facts as JSON keeps them; what is empty, or has no end, is left out."""
    return {
        name: value.isoformat() if isinstance(value, date) else value
        for name, value in asdict(facts).items()
        if value not in (None, "", (), [], math.inf)
    }
