"""What lies on the team leads' desks as the city is built: households of the last days, and a date to be asked for."""

from datetime import date, timedelta
from random import Random

from dateutil.relativedelta import relativedelta

from copenhagen_model.demo import names
from copenhagen_model.demo.arrivals import RULE_MONTHS, Arrival
from copenhagen_model.demo.names import Origin
from copenhagen_model.demo.people import draw_person
from copenhagen_model.demo.showcase import working_day
from refugees.takeover import PermitGround, is_day_off, next_weekday

# Unit, days since the allocation, origin, and the people by sex and age.
HOUSEHOLDS = (
    (0, 7, names.ERITREA, (("m", 27),)),
    (0, 6, names.AFGHANISTAN, (("m", 36), ("f", 33), ("f", 9), ("m", 4))),
    (0, 6, names.SYRIA, (("f", 41), ("m", 16))),
    (1, 7, names.SOMALIA, (("f", 24),)),
)


def newest(today: date, seed: int) -> list[Arrival]:
    """Households that nobody works on yet."""
    return [
        _arrival(f"new-{number}", unit, working_day(today - timedelta(days=ago)), origin, people, seed)
        for number, (unit, ago, origin, people) in enumerate(HOUSEHOLDS, start=1)
    ]


def allocated_on_the_first(today: date, seed: int) -> Arrival:
    """Allocated on the 1st of a month: which month is the first whole one has to be asked (domain facts 1.2)."""
    first = (today - timedelta(days=8)).replace(day=1)
    while is_day_off(first):
        first -= relativedelta(months=1)
    return _arrival("first-of-month", 0, first, names.SYRIA, (("m", 30),), seed, waits=True)


def _arrival(
    key: str,
    unit: int,
    allocated_on: date,
    origin: Origin,
    people: tuple[tuple[str, int], ...],
    seed: int,
    *,
    waits: bool = False,
) -> Arrival:
    rng = Random(f"{seed}:{key}")
    family = origin.family_name(rng)
    taken_over_on = next_weekday(allocated_on.replace(day=1) + relativedelta(months=RULE_MONTHS))
    return Arrival(
        key=key,
        origin=origin,
        ground=PermitGround.CONVENTION,
        allocated_on=allocated_on,
        # Where nobody can say it, the story never gets there.
        taken_over_on=date.max.replace(month=1) if waits else taken_over_on,
        members=tuple(
            draw_person(origin, family, sex, allocated_on, age=age, rng=rng) for sex, age in people
        ),
        unit=unit,
        is_showcase=waits,
    )
