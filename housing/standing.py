"""Whether a home may be offered on a day: what was found against the list in force."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from housing.models import AreaCheck, AreaList, Dwelling, Lodging, LodgingCheck, list_day
from housing.models.comparison import Comparison


@dataclass(frozen=True, slots=True)
class Standing:
    """How a home or a place stands towards the list of a day. `area_list`: None while that year's is not confirmed."""

    list_from: date
    area_list: AreaList | None
    check: Comparison | None
    earlier: Sequence[Comparison]

    @property
    def is_outside(self) -> bool:
        """Whether it was found outside every area of the list in force."""
        return self.check is not None and not self.check.is_inside


def checks_of(dwelling: Dwelling, day: date) -> Standing:
    """How this home stands on that day, and every check that was made of it. Two queries.

    A check of another address than the home has now says nothing of it, nor does one of an earlier edition of the list.
    """
    area_list = AreaList.objects.in_force(day).first()
    return _standing(dwelling, area_list, day, AreaCheck.objects.filter(dwelling=dwelling).latest_first())


def checks_of_places(lodgings: Sequence[Lodging], day: date) -> dict[int, Standing]:
    """The same of temporary places, by their keys. Two queries."""
    area_list = AreaList.objects.in_force(day).first()
    checks: dict[int, list[LodgingCheck]] = defaultdict(list)
    for check in LodgingCheck.objects.filter(lodging__in=lodgings).latest_first():
        checks[check.lodging_id].append(check)
    return {each.pk: _standing(each, area_list, day, checks[each.pk]) for each in lodgings}


def _standing(
    home: Dwelling | Lodging,
    area_list: AreaList | None,
    day: date,
    checks: Iterable[Comparison],
) -> Standing:
    checks = list(checks)
    current = next((check for check in checks if area_list and check.area_list_id == area_list.pk), None)
    if current and (current.place != home.place or current.edition != area_list.edition):
        current = None
    return Standing(list_day(day), area_list, current, [check for check in checks if check != current])
