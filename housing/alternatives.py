"""What a plan would lose if one pair in it were otherwise, for every pair at once. Pure, and exact (docs/adr/0014).

What the best plan loses when one pair is forced or ruled out is the length of the shortest way round in the flow that
is left: one change leads to the next, until it closes.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

import numpy as np

from housing.flow import STEPS, Network
from housing.solver import Solution

FAR = 1 << 61
# Above this the ways between all places take longer than anybody waits.
MOST_PLACES = 900


@dataclass(frozen=True, slots=True)
class Change:
    """What another choice comes to: what is lost at each step (below nothing: won), and who gets which home instead.

    `moves`: each household that gets another home, or None, by their places in the problem.
    """

    loss: Mapping[str, int]
    moves: Mapping[int, int | None]


class Alternatives:
    """The ways between all places of a solved plan. `is_known`: False where it is not proven, or too large."""

    def __init__(self, network: Network, solution: Solution) -> None:
        self.network = network
        self.base = _bases(network)
        # The longest way round passes each place once; beyond these numbers the machine's own would overflow.
        longest = network.places * sum(
            self.base[step] * int(np.abs(network.cost[step]).max(initial=0)) for step in STEPS
        )
        self.is_known = solution.is_proven and network.places <= MOST_PLACES and longest < FAR // 2
        if not self.is_known:
            return
        self.cost: Any = sum(self.base[step] * network.cost[step] for step in STEPS)
        pairs = network.problem.pairs
        self.place_of = {(pair.household, pair.home): place for place, pair in enumerate(pairs)}
        self.homes_of: dict[int, list[int]] = defaultdict(list)
        for pair in pairs:
            self.homes_of[pair.household].append(pair.home)
        self.chosen = {pairs[place].household: place for place in solution.chosen}
        self.reach, self.first = self._ways(solution.flow)

    def with_pair(self, household: int, home: int) -> Change | None:
        """The household gets this home instead of what the plan gives it. None where pins leave no way."""
        way = self._way(self.network.home(home), household)
        cost = int(self.cost[self.place_of[household, home]])
        return self._change(cost, [household, *way]) if way else None

    def others(self, household: int, *, but: int | None) -> list[tuple[int, Change]]:
        """Every home that it could have instead, the least costly first."""
        homes = [home for home in self.homes_of[household] if home != but]
        homes.sort(key=lambda home: (self._loss(household, home), home))
        found = [(home, self.with_pair(household, home)) for home in homes]
        return [(home, change) for home, change in found if change]

    def _loss(self, household: int, home: int) -> int:
        return int(self.cost[self.place_of[household, home]] + self.reach[self.network.home(home), household])

    def without_pair(self, household: int) -> Change | None:
        """The household does not get the home that the plan gives it. None where it is pinned."""
        place = self.chosen[household]
        pair = self.network.problem.pairs[place]
        if pair.is_pinned:
            return None
        home = self.network.home(pair.home)
        way = self._way(household, home)
        return self._change(-int(self.cost[place]), [home, *way]) if way else None

    def _ways(self, flow: Any) -> tuple[Any, Any]:
        """How far it is from every place to every other, and the first step there (Floyd and Warshall's way)."""
        places = self.network.places
        reach = np.full((places, places), FAR, dtype=np.int64)
        first = np.full((places, places), -1, dtype=np.int32)
        least, most = self.network.least, np.ones_like(self.network.least)
        for here, there, cost in zip(*self.network.open_changes(flow, self.cost, least, most), strict=True):
            # Of several homes of one district the next is the cheapest to take, the last the best to give back.
            if cost < reach[here, there]:
                reach[here, there], first[here, there] = cost, there
        np.fill_diagonal(reach, 0)
        for over in range(places):
            longer = reach[:, over, None] + reach[None, over, :]
            shorter = longer < reach
            np.copyto(reach, longer, where=shorter)
            np.copyto(first, first[:, over, None], where=shorter)
        return reach, first

    def _way(self, here: int, there: int) -> list[int] | None:
        """The places from here to there, both named; None where no way leads."""
        if self.reach[here, there] > FAR // 2:
            return None
        way = [here]
        while way[-1] != there:
            way.append(int(self.first[way[-1], there]))
        return way

    def _change(self, cost: int, round_: Sequence[int]) -> Change:
        """The first arc, and the way back to where it began: to a home it is given, from a home it is taken back."""
        network = self.network
        homes = range(network.home(0), network.district(0))
        moves: dict[int, int | None] = {}
        for here, there in pairwise(round_):
            if here in homes and there < network.households:
                moves.setdefault(there, None)
            elif here < network.households and there in homes:
                moves[here] = there - network.home(0)
        return Change(self._told(cost + int(self.reach[round_[1], round_[-1]])), moves)

    def _told(self, loss: int) -> dict[str, int]:
        """The number of all steps, taken apart again."""
        told = {}
        for step in STEPS:
            told[step] = (loss + self.base[step] // 2) // self.base[step]
            loss -= told[step] * self.base[step]
        return told


def _bases(network: Network) -> dict[str, int]:
    """One number for all steps: a step weighs more than all that the steps below it can come to on one way round."""
    bases, base = {}, 1
    for step in reversed(STEPS):
        bases[step] = base
        most = int(np.abs(network.cost[step]).max(initial=0))
        # Only on its way out of a district, or into a household, does a way round meet the first two: twice at most.
        base *= 2 * most * (2 if step in {"days", "spread"} else network.places) + 3
    return bases
