"""The plan of homes at a city's size, beside its floor: one assignment on the same pairs, without steps or proof."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

import numpy as np
from scipy.optimize import linear_sum_assignment

from bench.timing import Time, peak_memory, timed
from housing.matching import HomeFacts, HouseholdFacts
from housing.planning import Inputs, Plan, plan
from refugees.districts import IN_THE_CITY

HOUSEHOLDS, HOMES = 200, 120
AIM = 5.0
TIMES = 5
DAY = date(2026, 11, 23)
# Above whatever the steps can come to: a pair that does not fit is taken by nobody.
NEVER = 1e9


@dataclass(frozen=True, slots=True)
class PlanResults:
    """What was measured of one plan, the last of them."""

    made: Plan
    whole: Time
    kept: Time
    floor: Time
    housed_by_floor: int
    peak_memory: int


def measure(say: Callable[[str], None]) -> PlanResults:
    """Solve the plan several times, each from its facts to what is kept of it."""
    inputs = a_city(HOUSEHOLDS, HOMES)
    say(f"{HOUSEHOLDS} households, {HOMES} homes")
    made: list[Plan] = []
    whole = timed(lambda: made.append(plan(inputs)), times=TIMES)
    say("what is kept of it, with every alternative")
    kept = timed(made[-1].kept, times=TIMES)
    say("the floor")
    chosen: list[int] = []
    floor = timed(lambda: chosen.append(_assigned(made[-1])), times=TIMES)
    return PlanResults(made[-1], whole, kept, floor, chosen[-1], peak_memory())


def _assigned(made: Plan) -> int:
    """One assignment by one sum of weights on the same pairs: how many it houses. It knows no spread over districts."""
    problem = made.problem
    cost = np.full((len(problem.urgency), len(problem.district)), NEVER)
    for pair in problem.pairs:
        worth = 1000 * problem.urgency[pair.household] + 10 * pair.is_tied - pair.spare
        cost[pair.household, pair.home] = -worth
    rows, columns = linear_sum_assignment(cost)
    return int((cost[rows, columns] < NEVER).sum())


def markdown(found: PlanResults, *, machine: str) -> str:
    """The page."""
    solution, problem = found.made.solution, found.made.problem
    proven = "proven: no plan is better" if solution.is_proven else "not proven"
    steps = "; ".join(f"{step.name} {step.seconds:.2f} s, gap {step.gap:.2g}" for step in solution.steps)
    whole, kept, floor = found.whole, found.kept, found.floor
    rows = [
        f"# A plan for {HOUSEHOLDS} households and {HOMES} homes\n",
        f"Made by `bin/bench plan` on {machine}, on {date.today()}. An invented city;"  # noqa: DTZ011 - on the wall
        f" {len(problem.pairs):,} of {HOUSEHOLDS * HOMES:,} pairs fit. The floor is"
        " `scipy.optimize.linear_sum_assignment` on the same pairs: one sum of weights, no spread over the",
        f"districts, no proof, no alternatives. Median of {TIMES}.\n",
        "| what | product | floor |",
        "| --- | ---: | ---: |",
        f"| Reasons, matrix and {len(solution.steps)} steps, each with its proof"
        f" | {whole.median:.2f} s | {floor.median * 1000:.1f} ms |",
        f"| Every alternative of every household, with who would move | {kept.median:.2f} s | – |",
        f"| Households housed | {len(solution.chosen)} | {found.housed_by_floor} |\n",
        f"* from the facts to what is kept: **{whole.median + kept.median:.2f} s** (aim: {AIM:.0f} s); of it the solver"
        f" {solution.seconds:.2f} s; the slowest run {max(whole.runs) + max(kept.runs):.2f} s",
        f"* gap: **{solution.gap:.2g}**, {proven} ({steps})",
        f"* peak memory of the process: {found.peak_memory:,} MB",
    ]
    return "\n".join(rows) + "\n"


def a_city(households: int, homes: int) -> Inputs:
    """Facts of a city's size, by chance that can be repeated: sizes, needs, rents, ties and days as they are met."""
    chance = Random(6)  # noqa: S311 - guards nothing
    districts = [value for value, _label in IN_THE_CITY]
    return Inputs(
        day=DAY,
        households=[_household(number, chance, districts) for number in range(households)],
        homes=[_home(number, chance, districts) for number in range(homes)],
        settled={district: chance.randint(0, 30) for district in districts},
    )


def _household(number: int, chance: Random, districts: list[str]) -> HouseholdFacts:
    persons = chance.choice((1, 1, 1, 2, 3, 4, 5, 6))
    return HouseholdFacts(
        key=f"household {number}",
        persons=persons,
        bedrooms=max(1, -(-persons // 2)),
        needs=chance.choice(((), (), (), (), ("lift",), ("no-steps", "lift"))),
        districts=tuple(chance.sample(districts, chance.choice((0, 0, 1, 2)))),
        most_rent=chance.choice((None, 4500, 6000, 8000, 10_000)),
        due_on=DAY + timedelta(chance.randint(-40, 180)),
    )


def _home(number: int, chance: Random, districts: list[str]) -> HomeFacts:
    rooms = chance.choice((1, 2, 2, 3, 3, 4, 5))
    return HomeFacts(
        key=f"home {number}",
        district=chance.choice(districts),
        rooms=rooms,
        rent=2500 + 1300 * rooms,
        features=chance.choice(((), ("lift",), ("lift", "no-steps"))),
        basis=chance.choice(("outside",) * 9 + ("inside",)),
        list_year=2025,
    )
