"""The margin of a share, against published values; what an export withholds."""

from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from goals.statistics import wilson, withheld

LIMIT = 5


# Newcombe, R. G. (1998), "Two-sided confidence intervals for the single proportion", Statistics in Medicine 17,
# table I, method 3 (score, without continuity correction).
@pytest.mark.parametrize(
    ("successes", "people", "low", "high"),
    [
        (81, 263, 0.2553, 0.3662),
        (15, 148, 0.0624, 0.1605),
        (0, 20, 0.0000, 0.1611),
        (1, 29, 0.0061, 0.1718),
    ],
)
def test_the_margin_is_the_published_one(successes, people, low, high):
    margin = wilson(successes, people)

    assert margin.share == successes / people
    assert round(margin.low, 4) == low
    assert round(margin.high, 4) == high


def test_nobody_decided_has_no_share():
    assert wilson(0, 0) is None


@pytest.mark.parametrize(("successes", "people"), [(-1, 3), (4, 3), (1, 0)])
def test_what_is_no_share_is_refused(successes, people):
    with pytest.raises(ValueError, match="is no share"):
        wilson(successes, people)


@given(st.integers(1, 5000).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n))))
def test_the_margin_holds_the_share_and_mirrors_itself(pair):
    successes, people = pair

    margin, mirror = wilson(successes, people), wilson(people - successes, people)

    assert 0 <= margin.low <= margin.share <= margin.high <= 1
    assert margin.low == pytest.approx(1 - mirror.high, abs=1e-12)


def test_the_margin_narrows_with_more_people():
    widths = [wilson(n // 2, n).high - wilson(n // 2, n).low for n in (10, 40, 160, 640)]

    assert widths == sorted(widths, reverse=True)
    assert widths[0] / widths[-1] > 6


def test_a_row_of_large_groups_is_shown_whole():
    assert withheld({"in_time": 86, "late": 33, "waiting": 0, "inside": 11}, LIMIT) == frozenset()


def test_one_small_group_takes_the_next_smallest_with_it():
    cells = {"in_time": 86, "late": 33, "waiting": 1, "inside": 11}

    assert withheld(cells, LIMIT) == {"waiting", "inside"}


def test_a_population_that_is_small_itself_is_withheld_whole():
    assert withheld({"in_time": 2, "late": 1, "waiting": 0, "inside": 0}, LIMIT) == {"in_time", "late"}


@given(st.lists(st.integers(0, 12), min_size=4, max_size=4))
def test_no_small_group_is_found_by_subtraction(numbers):
    cells = dict(zip("abcd", numbers, strict=True))
    hidden = sorted(withheld(cells, LIMIT))
    missing = sum(cells[name] for name in hidden)

    # Whoever knows the total of a population large enough to be shown still has a choice for each small group.
    if sum(numbers) >= LIMIT * 2:
        for name in hidden:
            others = [other for other in hidden if other != name]
            possible = {
                missing - sum(rest)
                for rest in product(range(1, missing + 1), repeat=len(others))
                if missing - sum(rest) > 0
            }
            assert cells[name] >= LIMIT or len(possible) > 1
