"""The facts by which households and homes are held against each other, read from the database for many at once."""

from collections import Counter
from collections.abc import Sequence
from datetime import date

from dateutil.relativedelta import relativedelta
from django.db import connection, models
from django.db.models import F

from accounts.models import User
from housing.households import Home, Stage, homes_for, households_of
from housing.matching import NOTHING, Between, HomeFacts, HouseholdFacts, match
from housing.models import (
    AreaCheck,
    AreaList,
    Basis,
    Decision,
    Dwelling,
    DwellingKind,
    DwellingState,
    HomeAnswer,
    HomeOffer,
    PairDecision,
    PlacementException,
    list_day,
)
from housing.planning import Inputs
from housing.sharing import are_of_one_home, living_in, needs_apart, rooms_of
from refugees.models import Household
from refugees.reasons import Match

# As the form of an offer lists them: what is free, and what will be.
TO_BE_OFFERED = [DwellingState.FREE, DwellingState.COMING]
STOPPED_HOMES = {
    DwellingState.OFFERED: "offered",
    DwellingState.TAKEN: "taken",
    DwellingState.GONE: "gone",
}
STOPPED_HOUSEHOLDS = {
    Stage.OFFERED: "has-offer",
    Stage.ACCEPTED: "has-accepted",
    Stage.MOVED: "has-moved",
    Stage.LEFT: "has-left",
}
# How long a home that somebody took speaks in the spread over the districts.
SPREAD_OVER = relativedelta(years=1)


def waiting(user: User) -> models.QuerySet[Household]:
    """The households of this person that wait for an offer."""
    return households_of(user).filter(stage=Stage.WAITING)


def to_be_offered(day: date) -> models.QuerySet[Dwelling]:
    """The homes that could be offered on that day."""
    return Dwelling.objects.at(day).filter(state__in=TO_BE_OFFERED).order_by("pk")


def plan_inputs(user: User, day: date) -> Inputs:
    """All waiting households of this person and all free homes, with what is known of the two together."""
    households, dwellings = list(waiting(user).order_by("pk")), list(to_be_offered(day))
    return Inputs(
        day=day,
        households=household_facts(homes_for(households, day), day),
        homes=home_facts(dwellings, day, user),
        between=between(households, dwellings, day, user),
        settled=settled(user, day),
    )


def settled(user: User, day: date) -> dict[str, int]:
    """How many of this person's households took a home in each district in the last twelve months."""
    taken = HomeOffer.objects.visible_to(user).standing()
    taken = taken.filter(answer=HomeAnswer.ACCEPTED, answered_on__gt=day - SPREAD_OVER, answered_on__lte=day)
    return dict(Counter(taken.order_by().values_list("home_district", flat=True)))


def household_facts(homes: Sequence[Home], day: date) -> list[HouseholdFacts]:
    """What homes are held against. One query beside those that read the households."""
    exempt = under_rules([home.household for home in homes], day)
    return [_facts_of(home, day, is_under_rules=home.household.pk in exempt) for home in homes]


def _facts_of(home: Home, day: date, *, is_under_rules: bool) -> HouseholdFacts:
    """What a home is held against.

    The deadline is that of the readiness that stands, also after an offer that came to nothing: they still wait.
    """
    need = home.need
    due = [
        clock.due_on for clock in home.clocks if clock.due_on and not (clock.void_on and clock.void_on <= day)
    ]
    stopped = "own-home" if home.own_home else STOPPED_HOUSEHOLDS.get(home.stage, "")
    alone = home.members[0].person if home.persons == 1 else None
    return HouseholdFacts(
        key=str(home.household.public_id),
        persons=home.persons,
        bedrooms=home.bedrooms,
        needs=tuple(home.needs),
        districts=tuple(need.districts) if need else (),
        most_rent=need.most_rent if need else None,
        pets=need.pets if need else "",
        due_on=min(due, default=None),
        is_under_rules=is_under_rules,
        stopped=stopped or ("" if home.ready_on and home.ready_on <= day else "not-ready"),
        sex=alone.sex if alone else "",
        age=alone.age_on(day) if alone else None,
    )


def home_facts(dwellings: Sequence[Dwelling], day: date, user: User) -> list[HomeFacts]:
    """What households are held against. Four queries, whatever their number; two more where homes are shared."""
    pinned = _pinned_elsewhere(dwellings, user)
    bases, areas = _bases_of_homes(dwellings, day), _areas(dwellings, day)
    needs = _sharers_need([home for home in dwellings if home.kind == DwellingKind.SHARED], day)
    return [
        HomeFacts(
            key=str(home.public_id),
            district=home.district,
            rooms=home.rooms,
            rent=home.rent,
            kind=home.kind,
            features=tuple(home.features),
            available_from=home.available_from,
            available_until=home.available_until,
            stopped=STOPPED_HOMES.get(home.state, ""),
            basis=bases[home.pk],
            list_year=list_day(day).year,
            area=areas.get(home.pk, "") if bases[home.pk] == "inside" else "",
            shared_by=home.shared_by,
            age_from=home.age_from,
            age_to=home.age_to,
            sharers=home.sharers,
            sharers_need=needs.get(home.pk, ()),
            pinned_by=pinned.get(home.pk, ""),
        )
        for home in dwellings
    ]


def _pinned_elsewhere(dwellings: Sequence[Dwelling], user: User) -> dict[int, str]:
    """The homes that are pinned for a household which this person does not see: by whom, in which unit."""
    with connection.cursor() as cursor:
        keys = [home.pk for home in dwellings]
        cursor.execute("SELECT dwelling_id, unit, decided_by FROM housing_pinned(%s::bigint[])", [keys])
        pinned = {key: ", ".join(filter(None, (by, unit))) for key, unit, by in cursor.fetchall()}
    own = PairDecision.objects.visible_to(user).standing().filter(decision=Decision.PIN)
    for key in own.values_list("dwelling", flat=True):
        pinned.pop(key, None)
    return pinned


def _sharers_need(shared: Sequence[Dwelling], day: date) -> dict[int, tuple[str, ...]]:
    """What those need who live in the other rooms of these shared homes, of whom the reader may know; no cause."""
    if not shared:
        return {}
    living = list(living_in(rooms_of(shared)))
    asked = needs_apart({to.case_id for to in living}, day)
    found = {}
    for home in shared:
        beside = [to for to in living if are_of_one_home(to.offer.dwelling, home)]
        needs = {need for to in beside for need in asked[to.case_id]}
        found[home.pk] = tuple(sorted(needs))
    return found


def match_of(home: Home, dwelling: Dwelling, day: date, user: User) -> Match:
    """All reasons about one household and one home. `dwelling`: with its state on that day."""
    [household], [facts] = household_facts([home], day), home_facts([dwelling], day, user)
    known = between([home.household], [dwelling], day, user)
    return match(household, facts, day, known.get((household.key, facts.key), NOTHING))


def between(
    households: Sequence[Household], dwellings: Sequence[Dwelling], day: date, user: User
) -> dict[tuple[str, str], Between]:
    """What is known of a household and a home together: exceptions, homes declined, what was decided. Three queries.

    Decisions are there also where one of the two is not among these: a plan tells which of them it could not keep.
    """
    known: dict[tuple[str, str], dict[str, object]] = {}
    pair = ("household__public_id", "dwelling__public_id")
    among = {"household__in": households, "dwelling__in": dwellings}
    excepted = PlacementException.objects.visible_to(user).standing().filter(**among, decided_on__lte=day)
    for household, home in excepted.values_list(*pair):
        known.setdefault((str(household), str(home)), {})["is_excepted"] = True
    declined = HomeOffer.objects.standing().filter(**among, answer=HomeAnswer.DECLINED)
    for household, home, on in declined.order_by("answered_on").values_list(*pair, "answered_on"):
        known.setdefault((str(household), str(home)), {})["declined_on"] = on
    decided = PairDecision.objects.visible_to(user).standing()
    said = ("decision", "reason", "decided_by__name")
    for household, home, decision, why, by in decided.order_by("pk").values_list(*pair, *said):
        facts = {"decision": decision, "why": why, "decided_by": by or ""}
        known.setdefault((str(household), str(home)), {}).update(facts)
    return {keys: Between(**facts) for keys, facts in known.items()}


def _bases_of_homes(dwellings: Sequence[Dwelling], day: date) -> dict[int, str]:
    """How each home stands towards the list of the day, by the function of the database that decides on offers."""
    return _bases(
        "SELECT id, (housing_basis(NULL, id, %s)).basis FROM unnest(%s::bigint[]) AS id", dwellings, day
    )


def under_rules(households: Sequence[Household], day: date) -> set[int]:
    """The households for whom the rules for Ukraine make an exception, by the same function."""
    of_all = _bases(
        "SELECT id, (housing_basis(id, NULL, %s)).basis FROM unnest(%s::bigint[]) AS id", households, day
    )
    return {key for key, basis in of_all.items() if basis == Basis.RULES}


def _bases(sql: str, rows: Sequence[models.Model], day: date) -> dict[int, str]:
    with connection.cursor() as cursor:
        cursor.execute(sql, [day, [row.pk for row in rows]])
        return dict(cursor.fetchall())


def _areas(dwellings: Sequence[Dwelling], day: date) -> dict[int, str]:
    """The area in which each home was found by the last check against the list of the day."""
    checks = AreaCheck.objects.filter(
        dwelling__in=dwellings,
        area__isnull=False,
        area_list__in=AreaList.objects.in_force(day),
        edition=F("area_list__edition"),
    )
    return dict(checks.order_by("pk").values_list("dwelling_id", "area__name"))
