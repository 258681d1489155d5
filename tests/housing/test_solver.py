"""The plan against all plans there are, in small cities; and one of a city's size."""

import time
from collections import Counter
from dataclasses import replace
from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bench.plans import a_city
from housing.alternatives import Alternatives
from housing.flow import STEPS, Network, Pair, Problem
from housing.planning import plan
from housing.solver import NoPlanInTime, solve, urgency_of

SMALL = settings(max_examples=150, deadline=None)


@st.composite
def cities(draw, *, pins=False):
    """A few households and homes; who could live where by chance."""
    households, homes = draw(st.integers(1, 4)), draw(st.integers(1, 4))
    districts = draw(st.integers(1, 3))
    days = draw(st.lists(st.none() | st.integers(-3, 3), min_size=households, max_size=households))
    where = draw(st.lists(st.integers(0, districts - 1), min_size=homes, max_size=homes))
    settled = draw(st.lists(st.integers(0, 3), min_size=districts, max_size=districts))
    pairs = [
        Pair(household, home, draw(st.booleans()), draw(st.integers(0, 2)), against=draw(st.integers(0, 2)))
        for household, home in product(range(households), range(homes))
        if draw(st.booleans())
    ]
    if pins and pairs:
        place = draw(st.integers(0, len(pairs) - 1))
        pair = pairs[place]
        pairs[place] = replace(pair, is_pinned=True)
    return days, Problem(urgency_of(days), where, settled, pairs)


def plans(problem):
    """Every plan there is: each household in one of its homes or none, no home twice, pins kept."""
    choices = [
        [None, *(pair for pair in problem.pairs if pair.household == household)]
        for household in range(len(problem.urgency))
    ]
    pinned = {pair for pair in problem.pairs if pair.is_pinned}
    for chosen in product(*choices):
        pairs = [pair for pair in chosen if pair]
        homes = [pair.home for pair in pairs]
        if len(set(homes)) == len(homes) and pinned <= set(pairs):
            yield pairs


def cost(problem, pairs):
    """What a plan comes to, step by step; less is better."""
    housed = [
        sum(problem.district[pair.home] == district for pair in pairs)
        for district in range(len(problem.settled))
    ]
    return (
        -sum(problem.urgency[pair.household] for pair in pairs),
        sum((old + new) ** 2 - old**2 for old, new in zip(problem.settled, housed, strict=True)),
        -sum(pair.is_tied for pair in pairs),
        sum(pair.against for pair in pairs),
        sum(pair.spare for pair in pairs),
    )


def solved(problem):
    network = Network(problem)
    solution = solve(network)
    return [problem.pairs[place] for place in solution.chosen], solution, Alternatives(network, solution)


@SMALL
@given(cities(pins=True))
def test_no_plan_is_better_at_any_step(city):
    _days, problem = city

    pairs, solution, _alternatives = solved(problem)

    best = min(cost(problem, each) for each in plans(problem))
    assert cost(problem, pairs) == best
    assert tuple(step.value for step in solution.steps) == best
    assert (solution.gap, solution.is_proven) == (0.0, True)


@SMALL
@given(cities())
def test_nobody_is_passed_over_for_somebody_with_more_days_left(city):
    """Whatever weights the days are given: of all plans the one that is first by its most urgent, then the next."""
    days, problem = city

    pairs, _solution, _alternatives = solved(problem)

    def served(each):
        housed = sorted(problem.urgency[pair.household] for pair in each)
        return housed[::-1]

    assert served(pairs) == max(served(each) for each in plans(problem))
    assert len(pairs) == max(len(each) for each in plans(problem))
    assert sorted(days, key=lambda left: (left is None, left)) == [
        left for _urgency, left in sorted(zip(problem.urgency, days, strict=True), key=lambda row: -row[0])
    ]


@SMALL
@given(cities(pins=True))
def test_what_another_choice_costs_is_what_the_best_plan_with_it_costs(city):
    _days, problem = city
    pairs, _solution, alternatives = solved(problem)
    all_plans = list(plans(problem))

    for pair in problem.pairs:
        if pair in pairs:
            others = [each for each in all_plans if pair not in each]
            change = alternatives.without_pair(pair.household)
        else:
            others = [each for each in all_plans if pair in each]
            change = alternatives.with_pair(pair.household, pair.home)
        if not others:
            assert change is None
            continue
        best = min(cost(problem, each) for each in others)
        loss = tuple(new - old for new, old in zip(best, cost(problem, pairs), strict=True))
        assert tuple(change.loss[step] for step in STEPS) == loss
        assert cost(problem, moved(problem, pairs, change)) == best


def moved(problem, pairs, change):
    """The plan after the moves that a change names."""
    kept = [pair for pair in pairs if pair.household not in change.moves]
    of = {(pair.household, pair.home): pair for pair in problem.pairs}
    new = [of[household, home] for household, home in change.moves.items() if home is not None]
    homes = [pair.home for pair in kept + new]
    assert len(set(homes)) == len(homes)
    return kept + new


def test_a_city_of_200_households_and_120_homes_is_solved_and_proven_within_the_limit(capsys):
    """The solver is given five seconds. How long it took, and the whole plan with every alternative, is printed."""
    inputs = a_city(200, 120)
    began, before = time.monotonic(), time.process_time()

    made = plan(inputs, seconds=5.0)
    kept = made.kept()

    took, used = time.monotonic() - began, time.process_time() - before
    with capsys.disabled():
        solution, fit = made.solution, len(made.problem.pairs)
        print(
            f"\n200 x 120: {fit} pairs fit, {len(kept['pairs'])} chosen; solver {solution.seconds:.2f} s,"
            f" gap {solution.gap:.2g}; with reasons and alternatives {took:.2f} s"
        )
    assert (made.solution.is_proven, made.solution.gap) == (True, 0.0)
    assert kept["knows_alternatives"]
    assert len(kept["pairs"]) + len(kept["left_households"]) == 200
    assert len(kept["pairs"]) + len(kept["left_homes"]) == 120
    assert all(row["fits"] or row["stops"] for row in [*kept["left_households"], *kept["left_homes"]])
    assert all(row["without"] for row in kept["pairs"])
    homes_of = Counter(pair.household for pair in made.problem.pairs)
    for row in [*kept["pairs"], *kept["left_households"]]:
        number = homes_of[int(row["household"].split()[1])]
        assert len(row["others"]) == number - ("home" in row), "every home it could have, with its cost"
    assert used < 5, "of processor time: the machine may have other work"
    for row in kept["pairs"]:
        assert row["without"]["loss"]["days"] >= 0


def test_a_plan_that_could_not_be_finished_says_so():
    pairs = [Pair(household, home) for household in range(30) for home in range(30)]
    network = Network(Problem([1] * 30, [0] * 30, [0], pairs))

    prices = network.prices(network.least, network.cost["days"], network.least, network.least + 1)

    assert prices is None  # nobody housed is no best plan


def test_a_solver_without_time_finds_nothing_and_says_so():
    with pytest.raises(NoPlanInTime):
        plan(a_city(40, 30), seconds=0.0)


@pytest.mark.parametrize(("urgency", "district"), [([], []), ([1], []), ([], [0])])
def test_where_nobody_waits_or_nothing_is_free_the_plan_is_empty(urgency, district):
    chosen, solution, alternatives = solved(Problem(urgency, district, [0] if district else [], []))

    assert (chosen, solution.is_proven, alternatives.is_known) == ([], True, True)


@pytest.mark.parametrize("pairs", [[], [Pair(0, 0)]])
def test_the_smallest_cities(pairs):
    chosen, solution, alternatives = solved(Problem([1], [0], [0], pairs))

    assert chosen == pairs
    assert solution.is_proven
    assert alternatives.is_known
