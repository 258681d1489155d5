"""Who arrives when: the plan of the demo city, made before anything is written. Pure, and the same for the same seed.

The takeovers of a year are counted by the day on which the City took responsibility, people of all ages.
"""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

from dateutil.relativedelta import relativedelta

from copenhagen_model.demo.names import Origin
from copenhagen_model.demo.people import Newcomer, draw_household, draw_origin
from refugees.takeover import PermitGround, next_weekday

# 2016 and 2017: the City's booklet ("117 refugees in 2016 and 169 refugees in 2017").
# From 2018 on: INVENTED, a plausible course and no source; the last of them stands for every later year.
TAKEOVERS = {
    2016: 117,
    2017: 169,
    2018: 34,
    2019: 20,
    2020: 12,
    2021: 15,
    2022: 36,
    2023: 44,
    2024: 48,
    2025: 50,
    2026: 46,
}
LAST_KNOWN_YEAR = max(TAKEOVERS)
# "From May 2016, the City of Copenhagen began receiving refugees from the Danish Immigration Service" (booklet).
FIRST_MONTH = date(2016, 5, 1)
# Whoever follows the general rule is allocated in the second month before the takeover.
RULE_MONTHS = 2
# INVENTED shares of permit grounds. The general rule must hold most of them, as it does in life.
GROUNDS = {
    PermitGround.CONVENTION: 47,
    PermitGround.PROTECTION: 17,
    PermitGround.TEMPORARY: 12,
    PermitGround.HUMANITARIAN: 2,
    PermitGround.QUOTA: 12,
    PermitGround.FAMILY: 7,
}
# INVENTED: kept small beside the thousands who came, because they follow an act of their own.
UKRAINE_SHARE = {2022: 0.3, 2023: 0.15, 2024: 0.1, 2025: 0.08, 2026: 0.08}
UKRAINE_FROM = date(2022, 4, 1)
EAST_SHARE = 0.42
EARLY_BY_CONSENT = 0.03


@dataclass(frozen=True, slots=True)
class Arrival:
    """A household that is allocated to the City together: who, on what ground, when, to which unit.

    `names_own_day`: the City and the person agreed on another takeover than the rule gives.
    """

    key: str
    origin: Origin
    ground: PermitGround
    allocated_on: date
    taken_over_on: date
    members: tuple[Newcomer, ...]
    unit: int
    names_own_day: bool = False
    is_showcase: bool = False

    @property
    def follows_the_rule(self) -> bool:
        """Whether the takeover is the first weekday of a month; others are taken over when they come."""
        return not self.names_own_day and self.ground not in {
            PermitGround.QUOTA,
            PermitGround.FAMILY,
            PermitGround.UKRAINE,
        }


def plan(*, seed: int, today: date, scale: float = 1.0) -> list[Arrival]:
    """Everybody allocated up to the day before today, in the order of their allocation."""
    arrivals = []
    for year in range(FIRST_MONTH.year, today.year + 2):
        people = round(TAKEOVERS.get(year, TAKEOVERS[LAST_KNOWN_YEAR]) * scale)
        for month, count in _months(year, people, Random(f"{seed}:{year}")).items():
            arrivals += _arrivals_of(month, count, Random(f"{seed}:{month}"))
    known = [arrival for arrival in arrivals if arrival.allocated_on < today]
    return sorted(known, key=lambda arrival: (arrival.allocated_on, arrival.key))


def _months(year: int, people: int, rng: Random) -> dict[date, int]:
    """How many are taken over in each month: by chance, so that no month is like another."""
    months = [date(year, month, 1) for month in range(1, 13) if date(year, month, 1) >= FIRST_MONTH]
    return dict(sorted(Counter(rng.choices(months, k=people)).items()))


def _arrivals_of(month: date, people: int, rng: Random) -> Iterator[Arrival]:
    number = 0
    while people > 0:
        number += 1
        ground = _ground(month, rng)
        origin = draw_origin(ground, month.year, rng)
        allocated_on, taken_over_on, is_early = _days(month, ground, rng)
        members = draw_household(origin, taken_over_on, at_most=people, ground=ground, rng=rng)
        people -= len(members)
        yield Arrival(
            key=f"{month:%Y-%m}-{number}",
            origin=origin,
            ground=ground,
            allocated_on=allocated_on,
            taken_over_on=taken_over_on,
            members=members,
            unit=int(rng.random() < EAST_SHARE),
            names_own_day=is_early,
        )


def _ground(month: date, rng: Random) -> PermitGround:
    if month >= UKRAINE_FROM and rng.random() < UKRAINE_SHARE.get(month.year, UKRAINE_SHARE[2026]):
        return PermitGround.UKRAINE
    return rng.choices(list(GROUNDS), weights=GROUNDS.values())[0]


def _days(month: date, ground: PermitGround, rng: Random) -> tuple[date, date, bool]:
    """Allocation and takeover. Whoever follows the general rule is allocated two months before."""
    if ground == PermitGround.UKRAINE:
        allocated_on = _weekday_in(month, rng, last=24)
        return allocated_on, next_weekday(allocated_on + timedelta(days=4)), False
    if ground in {PermitGround.QUOTA, PermitGround.FAMILY}:
        taken_over_on = _weekday_in(month, rng, last=27)
        return next_weekday(taken_over_on - timedelta(days=rng.randint(25, 60))), taken_over_on, False
    # Never the 1st: what the first whole month then is has to be asked (domain facts 1.2).
    allocated_on = _weekday_in(month - relativedelta(months=RULE_MONTHS), rng, first=2)
    if rng.random() < EARLY_BY_CONSENT:
        # In the month itself, not before: the year's count stays what it is.
        return allocated_on, next_weekday(month + timedelta(days=rng.randint(4, 20))), True
    return allocated_on, next_weekday(month), False


def _weekday_in(month: date, rng: Random, *, first: int = 1, last: int = 26) -> date:
    return next_weekday(month.replace(day=rng.randint(first, last)))
