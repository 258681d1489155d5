"""Which homes could be offered to a household, and to which households a home: reasons, never a decision.

Pure: facts in, reasons out; no database and no clock. What does not fit is not left out: it says why not.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from housing.reasons import Reason
from refugees.reasons import Match

LIFT, GROUND_FLOOR, OWN_ROOM = "lift", "ground-floor", "own-room"
SHARED = "shared"
SEX_OF = {"women": "f", "men": "m"}


@dataclass(frozen=True, slots=True)
class HouseholdFacts:
    """What a home is held against. `stopped`: why nothing can be offered now, a key of the reasons, or nothing.

    `is_under_rules`: the rules for Ukraine make an exception from the excluded areas for everybody in it. `sex` and
    `age`: of somebody alone, who may share a home.
    """

    key: str
    persons: int
    bedrooms: int
    needs: Sequence[str] = ()
    districts: Sequence[str] = ()
    most_rent: int | None = None
    pets: str = ""
    due_on: date | None = None
    is_under_rules: bool = False
    stopped: str = ""
    sex: str = ""
    age: int | None = None

    def days_left(self, day: date) -> int | None:
        """Until the deadline; below nothing once it has passed, None where there is none."""
        return (self.due_on - day).days if self.due_on else None


@dataclass(frozen=True, slots=True)
class HomeFacts:
    """What a household is held against. `stopped`: why nobody can be offered it now, or nothing.

    `basis`: how it stands towards the list of the day (`housing_basis`), and by which list; `area` where it is inside.
    `pinned_by`: who pinned it, in which unit, for a household that the reader does not see.
    Of a shared home: for whom it is, who lives there, and what those need whom the City offered a room in it.
    """

    key: str
    district: str
    rooms: int
    rent: int
    kind: str = "flat"
    features: Sequence[str] = ()
    available_from: date | None = None
    available_until: date | None = None
    stopped: str = ""
    basis: str = "outside"
    list_year: int = 0
    area: str = ""
    shared_by: str = ""
    age_from: int | None = None
    age_to: int | None = None
    sharers: str = ""
    sharers_need: Sequence[str] = ()
    pinned_by: str = ""

    @property
    def bedrooms(self) -> int:
        """Rooms to sleep in: all but one, which is lived in. A single room is one; a room in a shared home is, too."""
        return self.rooms if self.kind == SHARED else max(1, self.rooms - 1)


@dataclass(frozen=True, slots=True)
class Between:
    """What is known of this household and this home together.

    `is_excepted`: a manager lets it be offered inside an area. `decision`: pinned or ruled out, why, and by whom.
    """

    is_excepted: bool = False
    declined_on: date | None = None
    decision: str = ""
    why: str = ""
    decided_by: str = ""


NOTHING = Between()


def match(household: HouseholdFacts, home: HomeFacts, day: date, between: Between = NOTHING) -> Match:
    """Hold a household and a home against each other on that day."""
    parts: tuple[Iterable[Reason], ...] = (
        _availability(household, home, day),
        _area(household, home, between),
        _decision(between),
        _size(household, home),
        _shared(household, home),
        _needs(household, home),
        _rent(household, home),
        _ties(household, home),
        _to_be_asked(household, home),
        _time(household, home, day),
    )
    return Match([reason for part in parts for reason in part])


def by_household(row: tuple[HouseholdFacts, Match]) -> tuple[Any, ...]:
    """For a home: who fits first, of them who has the fewest days left, then for whom most speaks."""
    household, found = row
    return (not found.fits, household.due_on is None, household.due_on, -found.weight, household.key)


def by_home(row: tuple[HomeFacts, Match]) -> tuple[Any, ...]:
    """For a household: what fits first, of it what most speaks for; below, what is nearest to fitting."""
    home, found = row
    return (len(found.stops), -found.weight, home.rent, home.key)


def _availability(household: HouseholdFacts, home: HomeFacts, day: date) -> Iterable[Reason]:
    if household.stopped:
        yield Reason(household.stopped)
    if home.pinned_by:
        yield Reason("pinned-elsewhere", {"by": home.pinned_by})
    if home.stopped:
        yield Reason(home.stopped)
    elif home.available_until and home.available_until < day:
        yield Reason("over", {"day": home.available_until.isoformat()})


def _area(household: HouseholdFacts, home: HomeFacts, between: Between) -> Iterable[Reason]:
    """In the order in which the database decides it (`housing_basis`)."""
    year = {"year": str(home.list_year)}
    if home.basis == "outside":
        yield Reason("outside", year)
    elif household.is_under_rules:
        yield Reason("rules")
    elif between.is_excepted:
        yield Reason("exception")
    elif home.basis == "inside":
        yield Reason("inside", year | {"area": home.area})
    else:
        yield Reason(home.basis, year)


def _decision(between: Between) -> Iterable[Reason]:
    if between.declined_on:
        yield Reason("declined", {"day": between.declined_on.isoformat()})
    if between.decision == "forbid":
        yield Reason("forbidden", {"why": between.why})
    elif between.decision == "pin":
        yield Reason("pinned", {"why": between.why})


def _size(household: HouseholdFacts, home: HomeFacts) -> Iterable[Reason]:
    if home.kind == SHARED and household.persons > 1:
        yield Reason("shared")
    spare = home.bedrooms - household.bedrooms
    if spare < 0:
        yield Reason("bedrooms-short", {"number": -spare})
    elif spare:
        yield Reason("bedrooms-spare", {"number": spare})
    else:
        yield Reason("bedrooms", {"number": home.bedrooms})


def _shared(household: HouseholdFacts, home: HomeFacts) -> Iterable[Reason]:
    """Whether somebody alone and a shared home go together: sex, age, what those who live there need."""
    if home.kind != SHARED or household.persons != 1:
        return
    if home.shared_by:
        is_theirs = household.sex == SEX_OF[home.shared_by]
        yield Reason("shared-theirs" if is_theirs else f"shared-{home.shared_by}")
    age = household.age
    if home.age_from is None and home.age_to is None:
        pass
    elif age is None:
        yield Reason("ask-age")
    elif home.age_from and age < home.age_from:
        yield Reason("age-below", {"years": home.age_from})
    elif home.age_to and age > home.age_to:
        yield Reason("age-above", {"years": home.age_to})
    else:
        yield Reason("shared-age")
    if home.sharers_need:
        yield Reason("sharers-need", {"needs": list(home.sharers_need)})
    yield Reason("ask-sharers", {"who": home.sharers}) if home.sharers else Reason("ask-shared")


def _needs(household: HouseholdFacts, home: HomeFacts) -> Iterable[Reason]:
    # Who has a room in a shared home has one of their own.
    has = {*home.features, *([OWN_ROOM] if home.kind == SHARED else [])}
    for need in household.needs:
        if need == LIFT and need not in has and GROUND_FLOOR in has:
            yield Reason("ask-lift")
        elif need not in has:
            yield Reason(f"need-{need}")
    if met := [need for need in household.needs if need in has]:
        yield Reason("has", {"needs": met})


def _rent(household: HouseholdFacts, home: HomeFacts) -> Iterable[Reason]:
    if household.most_rent is None:
        yield Reason("ask-rent")
    elif home.rent > household.most_rent:
        yield Reason("rent-over", {"kroner": home.rent - household.most_rent})
    else:
        yield Reason("rent-within", {"kroner": household.most_rent - home.rent})


def _ties(household: HouseholdFacts, home: HomeFacts) -> Iterable[Reason]:
    if home.district in household.districts:
        yield Reason("tied", {"district": home.district})
    elif household.districts:
        yield Reason("not-tied", {"district": home.district, "districts": list(household.districts)})


def _to_be_asked(household: HouseholdFacts, home: HomeFacts) -> Iterable[Reason]:
    if household.pets:
        yield Reason("ask-pets", {"pets": household.pets})


def _time(household: HouseholdFacts, home: HomeFacts, day: date) -> Iterable[Reason]:
    if home.available_from and home.available_from > day and not home.stopped:
        about = {"day": home.available_from.isoformat()}
        if household.due_on and home.available_from > household.due_on >= day:
            yield Reason("coming-late", about | {"due_day": household.due_on.isoformat()})
        else:
            yield Reason("coming", about)
    left = household.days_left(day)
    if left is None:
        yield Reason("no-deadline")
    elif left < 0:
        yield Reason("days-over", {"number": -left})
    else:
        yield Reason("days-left", {"number": left})
