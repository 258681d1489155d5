"""The statistics behind the figures: pure functions of counts, no database.

A share of few people says little; so it is never shown without its margin, and small groups stay in the house.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from math import sqrt

# The 97.5th percentile of the normal distribution: two-sided 95 %.
Z_95 = 1.959963984540054


@dataclass(frozen=True, slots=True)
class Margin:
    """A share with its 95 % margin, each between 0 and 1."""

    share: float
    low: float
    high: float


def wilson(successes: int, people: int) -> Margin | None:
    """The 95 % margin of a share by Wilson's score; None while nobody is decided.

    Wilson, E. B. (1927), "Probable inference, the law of succession, and statistical inference", JASA 22. Unlike the
    usual plus-minus it never leaves 0 to 1 and holds for small numbers and for shares near the ends.
    """
    if not 0 <= successes <= people:
        raise ValueError(f"{successes} of {people} is no share")
    if people == 0:
        return None
    share = successes / people
    squared = Z_95**2 / people
    middle = (share + squared / 2) / (1 + squared)
    half = Z_95 * sqrt(share * (1 - share) / people + squared / (4 * people)) / (1 + squared)
    # Rounding must not push the end of a share of 0 or 1 past it.
    return Margin(share, min(max(middle - half, 0.0), share), max(min(middle + half, 1.0), share))


def withheld(cells: Mapping[str, int], limit: int) -> frozenset[str]:
    """Which cells of a row do not leave the house, because they, or what they give away, count fewer than `limit`.

    Whoever knows the row's total must not find a small cell by subtraction: so further cells, the smallest
    first, are withheld until what is missing is at least twice the limit and more than one cell.
    """
    small = {name for name, number in cells.items() if 0 < number < limit}
    if not small:
        return frozenset()
    hidden = set(small)
    rest = sorted((number, name) for name, number in cells.items() if number >= limit)
    for _, name in rest:
        if len(hidden) > 1 and sum(cells[each] for each in hidden) >= 2 * limit:
            break
        hidden.add(name)
    return frozenset(hidden)
