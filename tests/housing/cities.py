"""A small city in which a plan has something to say: four households that wait, three homes."""

from datetime import date, timedelta

from housing.models import HomeNeed
from tests.factories import TODAY
from tests.housing import homes
from tests.housing.households import family, ready

HURRY, LATER = date(2026, 7, 1), date(2026, 10, 5)


def small_city(unit, by):
    """One whose time runs out, a family tied to Valby, one alone, a family for whom nothing is; and the three homes."""
    row = homes.area_list(by)
    large = homes.home("Opfundet Vej 1, 2500 Valby", rooms=3, district="valby", rent=6200)
    small = homes.home("Opfundet Gade 2, 1. tv, 2200 København N", rooms=2, district="norrebro", rent=4100)
    inside = homes.home("Opfundet Parkvej 3, 2500 Valby", rooms=3, district="valby", rent=5000)
    for dwelling in (large, small):
        homes.checked(dwelling, row, by)
    homes.checked(inside, row, by, inside=True)
    hurry, tied, alone, many = (
        family(unit, *ages) for ages in ((34, 36, 9), (30, 31, 4), (27,), (40, 41, 3, 4, 5, 6, 7))
    )
    for cases, on in ((hurry, HURRY), (tied, LATER), (alone, LATER), (many, LATER)):
        ready(cases[0], on=on)
    HomeNeed.objects.state(
        household=tied[0].household, on=LATER, today=TODAY, by=by, districts=["valby"], ties="School"
    )
    return {
        "hurry": hurry[0].household,
        "tied": tied[0].household,
        "alone": alone[0].household,
        "many": many[0].household,
        "large": large,
        "small": small,
        "inside": inside,
    }


def many_households(unit, number, by):
    """As many households and homes as a plan of a city's size has, of several sizes and in all districts."""
    row = homes.area_list(by)
    for each in range(number):
        cases = family(unit, *((34, 5, 6)[: 1 + each % 3]))
        ready(cases[0], on=LATER + timedelta(each % 40))
        dwelling = homes.home(f"Opfundet Vej {1 + each}, 2500 Valby", rooms=2 + each % 3)
        homes.checked(dwelling, row, by)
