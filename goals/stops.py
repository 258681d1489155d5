"""Which days do not count for which promise: pauses on grounds that stop it, and suspensions of limits. Pure."""

from collections.abc import Iterable, Sequence

from goals.reckoning import Period, Terms

# Suspensions are the minister's and touch promises of the law alone.
LAW = "law"
Suspensions = Sequence[tuple[frozenset[str], Period]]  # of which goals (none named: all), when; in order


def stops_of(terms: Terms, pauses: Sequence[Period], suspensions: Suspensions) -> list[Period]:
    """The days that do not count for this version: disjoint, in order.

    The pauses whose ground stops it, and for a promise of the law the days on which its limits were suspended. A day
    that is both counts once, as the pause.
    """
    if not pauses and not suspensions:
        return []
    stops = [pause for pause in pauses if pause.ground in terms.pausing_grounds]
    if not suspensions or terms.standard != LAW:
        return stops
    for goals, period in suspensions:
        if not goals or terms.goal in goals:
            stops = sorted([*stops, *_without(period, stops)], key=lambda stop: stop.start)
    return stops


def _without(period: Period, taken: Sequence[Period]) -> Iterable[Period]:
    """What is left of a period between others, which are disjoint and in order."""
    start = period.start
    for other in taken:
        if other.end is not None and other.end <= start:
            continue
        if period.end is not None and other.start >= period.end:
            break
        if other.start > start:
            yield Period(start, other.start, period.ground)
        if other.end is None:
            return
        start = other.end
    if period.end is None or start < period.end:
        yield Period(start, period.end, period.ground)
