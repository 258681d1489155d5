"""In which districts the City housed people in a year: the whole City's figures, without small groups.

The figures count households of every unit, so the database counts them (`housing_spread`); which households they were,
each reader sees of their own units alone. Only whole calendar years: two periods that overlap would tell by their
difference what is withheld.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from django.conf import settings
from django.db import connection
from django.db.models import Count, Min, QuerySet, Sum
from django.db.models.functions import ExtractYear

from accounts.models import User
from goals.statistics import withheld
from housing.models import HomeOffer
from refugees.districts import IN_THE_CITY

# Households and people by district.
Counts = tuple[dict[str, int], dict[str, int]]


@dataclass(frozen=True, slots=True)
class District:
    """How many households and people moved to a district; None where so few that somebody could be known by it."""

    key: str
    name: str
    households: int | None
    people: int | None
    percent: int | None
    of_mine: int


@dataclass(frozen=True, slots=True)
class Spread:
    """A year: each district, and all of them together."""

    year: int
    districts: list[District]
    households: int | None
    people: int | None
    of_mine: int


def spread_of(year: int, user: User) -> Spread:
    """Who moved where in a year. Two queries."""
    all_of_them, mine = _counted(year), _mine(year, user)
    households, people = all_of_them
    limit = settings.SMALL_GROUP_LIMIT
    # Nor what is left of a figure for whoever takes away from it the households of their own.
    others = [
        {key: every[key] - own[key] for key in every} for every, own in zip(all_of_them, mine, strict=True)
    ]
    hidden = frozenset().union(*(withheld(cells, limit) for cells in (*all_of_them, *others)))
    total = sum(households.values())
    is_small = any(0 < sum(cells.values()) < limit for cells in (*all_of_them, *others))
    return Spread(
        year=year,
        districts=[
            District(
                key=key,
                name=str(name),
                households=None if key in hidden else households[key],
                people=None if key in hidden else people[key],
                percent=None if key in hidden or not total else round(100 * households[key] / total),
                of_mine=mine[0][key],
            )
            for key, name in IN_THE_CITY
        ],
        households=None if is_small else total,
        people=None if is_small else sum(people.values()),
        of_mine=sum(mine[0].values()),
    )


def _counted(year: int) -> Counts:
    """The households and people of each district, of the whole City."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT district, households, people FROM housing_spread(%s)", [year])
        return _by_district(cursor.fetchall())


def _mine(year: int, user: User) -> Counts:
    """The same of the households that this person sees."""
    moves = moved_in(year, user).order_by().values("home_district")
    moves = moves.annotate(households=Count("pk"), people=Sum("persons"))
    return _by_district(moves.values_list("home_district", "households", "people"))


def _by_district(rows: Iterable[Sequence]) -> Counts:
    found = {row[0]: row[1:] for row in rows}
    households, people = (
        {key: found.get(key, (0, 0))[place] for key, _name in IN_THE_CITY} for place in (0, 1)
    )
    return households, people


def moved_in(year: int, user: User) -> QuerySet[HomeOffer]:
    """The offers by which households that this person sees moved in that year, the latest first."""
    offers = HomeOffer.objects.visible_to(user).standing().filter(moved_in_on__year=year)
    return offers.select_related("dwelling", "household").order_by("-moved_in_on", "-pk")


def years(today: date) -> list[int]:
    """The years that can be asked for, the latest first: from the first move that is known here."""
    first = HomeOffer.objects.standing().aggregate(first=Min(ExtractYear("moved_in_on")))["first"]
    return list(range(today.year, (first or today.year) - 1, -1))
