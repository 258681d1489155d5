"""Which household gets which home, for all at once: an assignment in steps, solved by HiGHS (docs/adr/0014). Pure.

Each step keeps to the best plans of the steps before it, so that no tie outweighs a day.
"""

import math
import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np
import scipy
from scipy.optimize import Bounds, LinearConstraint, milp
from scipy.sparse import coo_array

from housing.flow import STEPS, Network

SECONDS = 20.0
PROVEN = 1e-6
SOLVER = f"HiGHS (scipy {scipy.__version__})"


class NoPlanInTime(Exception):
    """The solver found no plan at all in the time that it was given, not even one that may not be the best."""


@dataclass(frozen=True, slots=True)
class Step:
    """What one step came to: the best value found, how far it can be from the best there is, and how long it took."""

    name: str
    value: int
    gap: float
    seconds: float


@dataclass(frozen=True, slots=True)
class Solution:
    """The chosen pairs by their places in the problem, the steps that led there, and the flow that they are."""

    chosen: Sequence[int]
    steps: Sequence[Step]
    flow: Any = field(repr=False)

    @property
    def gap(self) -> float:
        """The largest gap of its steps."""
        return max(step.gap for step in self.steps)

    @property
    def is_proven(self) -> bool:
        """Whether no plan is better, by every step in turn."""
        return self.gap <= PROVEN

    @property
    def seconds(self) -> float:
        """How long the solver worked."""
        return sum(step.seconds for step in self.steps)


def urgency_of(days_left: Sequence[int | None]) -> list[int]:
    """The fewer days are left the higher; the same days the same; without a deadline the lowest.

    Only the order counts: whoever can be housed beside those who are more urgent is housed, by whatever numbers
    (docs/adr/0014), so small ones are taken.
    """
    known = sorted({days for days in days_left if days is not None}, reverse=True)
    place = {days: number for number, days in enumerate(known, start=2)}
    return [place[days] if days is not None else 1 for days in days_left]


def solve(network: Network, *, seconds: float = SECONDS) -> Solution:
    """The best plan: the most urgent housed, then evenly over the districts, then by ties and what speaks against.

    NoPlanInTime if not even the first step came to one. A later step that runs out of time leaves the plan unproven.
    """
    if not len(network.least):
        return Solution([], [Step(name, 0, 0.0, 0.0) for name in STEPS], network.least)  # nobody, and nothing
    least, most = network.least.copy(), np.ones_like(network.least)
    until = time.monotonic() + seconds
    flow, steps = None, []
    for name in STEPS:
        began = time.monotonic()
        cost = network.cost[name]
        answer = _ask(network, cost, least, most, seconds=max(until - began, 0.0))
        if answer.x is None:
            break
        flow = np.rint(answer.x).astype(np.int64)
        prices = network.prices(flow, cost, least, most)
        gap = _gap(answer) if prices is None else 0.0
        steps.append(Step(name, int(cost @ flow), gap, time.monotonic() - began))
        if prices is None:
            break
        # A plan is as good as this one exactly where it takes nothing that costs and leaves out nothing that gains.
        extra = cost + prices[network.tail] - prices[network.head]
        most[(extra > 0) & (least == 0)] = 0
        least[(extra < 0) & (most == 1)] = 1
    if flow is None:
        raise NoPlanInTime(answer.message)
    steps += [Step(name, 0, math.inf, 0.0) for name in STEPS[len(steps) :]]
    return Solution([place for place in range(len(network.problem.pairs)) if flow[place]], steps, flow)


def _ask(network: Network, cost: Any, least: Any, most: Any, *, seconds: float) -> Any:
    """The solver's answer: what comes to a place leaves it, and each arc carries one or nothing."""
    arcs = np.arange(len(cost))
    ends = np.concatenate([network.tail, network.head])
    signs = np.concatenate([np.full(len(cost), -1.0), np.ones(len(cost))])
    balance = coo_array((signs, (ends, np.concatenate([arcs, arcs]))), shape=(network.places, len(cost)))
    return milp(
        cost,
        integrality=np.ones(len(cost)),
        bounds=Bounds(least, most),
        constraints=LinearConstraint(balance.tocsc(), 0, 0),
        options={"time_limit": seconds, "mip_rel_gap": 0.0},
    )


def _gap(answer: Any) -> float:
    """How far the plan can be from the best one, as the solver says; it has not been proven that it is the best."""
    gap = float(answer.mip_gap) if answer.mip_gap is not None else math.inf
    return max(gap, 10 * PROVEN)
