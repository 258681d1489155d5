"""A plan as a flow: from outside to each household that is housed, to its home, to the district, and out again. Pure.

Whatever flows round is a plan. All costs are whole numbers, so what is said of the best plan is exact (docs/adr/0014).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

STEPS = ("days", "spread", "ties", "against", "spare")


@dataclass(frozen=True, slots=True)
class Pair:
    """A household and a home that fit, by their places in the lists: whether it is tied there, bedrooms to spare, and
    how much else speaks against the two (`against`)."""

    household: int
    home: int
    is_tied: bool = False
    spare: int = 0
    is_pinned: bool = False
    against: int = 0


@dataclass(frozen=True, slots=True)
class Problem:
    """`urgency` of each household (1 or more, the most urgent the highest), the `district` of each home by its number,
    how many were housed in each district before (`settled`), and the pairs that may be."""

    urgency: Sequence[int]
    district: Sequence[int]
    settled: Sequence[int]
    pairs: Sequence[Pair]


class Network:
    """The arcs of a problem: the pairs first, in their order. Each carries one household or nothing.

    `cost[step]` is what each arc costs in that step; less is better. `least` is 1 where a person pinned a pair.
    """

    def __init__(self, problem: Problem) -> None:
        self.problem = problem
        self.households, self.homes = len(problem.urgency), len(problem.district)
        self.outside = self.households + self.homes + len(problem.settled)
        self.places = self.outside + 1
        arcs = [
            (
                pair.household,
                self.home(pair.home),
                {"ties": -int(pair.is_tied), "against": pair.against, "spare": pair.spare},
            )
            for pair in problem.pairs
        ]
        arcs += [
            (self.outside, household, {"days": -urgency}) for household, urgency in enumerate(problem.urgency)
        ]
        arcs += [
            (self.home(home), self.district(district), {}) for home, district in enumerate(problem.district)
        ]
        # Each further home of a district costs more than the one before: the squares, one after the other.
        arcs += [
            (self.district(district), self.outside, {"spread": 2 * (before + number) + 1})
            for district, before in enumerate(problem.settled)
            for number in range(sum(each == district for each in problem.district))
        ]
        self.tail = np.array([tail for tail, _head, _costs in arcs], dtype=np.int64)
        self.head = np.array([head for _tail, head, _costs in arcs], dtype=np.int64)
        self.cost = {
            step: np.array([costs.get(step, 0) for _tail, _head, costs in arcs], dtype=np.int64)
            for step in STEPS
        }
        self.least = np.zeros(len(arcs), dtype=np.int64)
        self.least[: len(problem.pairs)] = [pair.is_pinned for pair in problem.pairs]

    def home(self, home: int) -> int:
        """The place of a home."""
        return self.households + home

    def district(self, district: int) -> int:
        """The place of a district."""
        return self.households + self.homes + district

    def open_changes(self, flow: Any, cost: Any, least: Any, most: Any) -> tuple[Any, Any, Any]:
        """From where to where one could change a plan, and at what cost: one more on an arc, or one less."""
        more, less = (flow == 0) & (most == 1), (flow == 1) & (least == 0)
        tail = np.concatenate([self.tail[more], self.head[less]])
        head = np.concatenate([self.head[more], self.tail[less]])
        return tail, head, np.concatenate([cost[more], -cost[less]])

    def prices(self, flow: Any, cost: Any, least: Any, most: Any) -> Any | None:
        """A price for each place by which no open change gains anything: the proof that no plan costs less.

        None where some way round would gain: then the plan is not the best one (Bellman and Ford's way).
        """
        tail, head, change = self.open_changes(flow, cost, least, most)
        prices = np.zeros(self.places, dtype=np.int64)
        for _round in range(self.places + 1):
            before = prices.copy()
            np.minimum.at(prices, head, before[tail] + change)
            if (prices == before).all():
                return prices
        return None
