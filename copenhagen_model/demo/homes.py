"""Homes in the demo city: the lists of two years, households that are ready, offers, moves. All INVENTED."""

from collections.abc import Callable
from datetime import date, timedelta
from functools import partial
from random import Random
from typing import TYPE_CHECKING

from accounts.models import User
from accounts.scope import system_scope
from copenhagen_model.demo.diary import MORNING, REASON, Story, Turn, moment
from copenhagen_model.demo.household import Family
from copenhagen_model.demo.lodging import keep_places, leave
from copenhagen_model.demo.relations import PLACES
from goals.reckoning import plus_months
from housing.addresses import Address
from housing.models import (
    AreaCheck,
    AreaList,
    Dwelling,
    HomeNeed,
    HomeOffer,
    LeftReason,
    Mark,
    OwnHome,
    Provider,
    Readiness,
    StillThere,
    list_day,
)
from refugees.districts import IN_THE_CITY, District
from refugees.events import KeyEvent
from refugees.models import Case, KeyDate

if TYPE_CHECKING:
    from copenhagen_model.demo.city import City

PROVIDERS = ("Boligforeningen Opfundet", "Andelsgården Fiktiv", "Det Tænkte Boligselskab")
SOURCE = "Opfundet til demoen: ikke den offentliggjorte liste."
AREA, STREETS = "Opfundet Park", "Opfundet Parkvej 1-99"
READY_REASON = "Har lært byen at kende og klarer sig i egen bolig."
WEEK = timedelta(days=7)
FIND_ONE_THEMSELVES = 0.2
MOVE_OUT = 0.08


def listed_from(city: "City") -> date:
    """The first day on which a list of the demo holds: last year's and this year's are entered."""
    return list_day(list_day(city.today) - timedelta(days=1))


def lists(city: "City") -> Story:
    """Each December a housing officer enters the year's list and confirms it."""
    for day in (listed_from(city), list_day(city.today)):
        by = yield Turn(city.office_day(day), partial(city.staff.housing_officer_of, 0))
        row = AreaList.objects.begin(year=day.year, source=SOURCE, by=by)
        row.add(name=AREA, streets=STREETS, by=by)
        row.confirm(on=city.office_day(day), by=by)
        keep_places(city.office_day(day), by)


def relocation(family: Family, day: date, by: User) -> Story:
    """The household is ready, waits for a home, is offered one or two, moves in. Before the first list: not told."""
    city = family.city
    if day < listed_from(city):
        return
    rng = city.rng(family.arrival.key, "home")
    case = next((life.case for life in family.adults if is_here(life.case)), None)
    if case is None:
        return
    Readiness.objects.declare(case=case, on=day, reason=READY_REASON, today=day, by=by)
    if rng.random() < FIND_ONE_THEMSELVES:
        on = city.office_day(day + timedelta(days=rng.randint(15, 90)))
        by = yield Turn(on, family.caseworker)
        if not is_here(case):
            return
        OwnHome.objects.found(case=case, on=on, note="", today=on, by=by)
        leave(case, on, by, LeftReason.OWN_HOME)
        return
    officer = partial(city.staff.housing_officer_of, family.arrival.unit)
    for _offer in range(2):
        on = city.office_day(day + timedelta(days=rng.choice((20, 45, 70, 110, 150, 195))))
        by = yield Turn(on, officer)
        if not (is_here(case) and (offer := _offered(city, case, on, by, rng))):
            return
        answered = city.office_day(on + timedelta(days=rng.randint(2, 6)))
        by = yield Turn(answered, officer)
        if rng.random() < 0.75:
            offer.record_answer(answer="accepted", on=answered, today=answered, by=by)
            yield from _lives_there(city, offer, answered, officer, rng)
            return
        reason = rng.choice(("too-small", "too-dear", "district"))
        offer.record_answer(answer="declined", decline_reason=reason, on=answered, today=answered, by=by)
        day = answered


def _lives_there(
    city: "City", offer: HomeOffer, answered: date, officer: Callable[[], User], rng: Random
) -> Story:
    """The contract, the move; half a year and a year later somebody asks, and a few have moved out by then."""
    signed = city.office_day(answered + timedelta(days=rng.randint(1, 8)))
    by = yield Turn(signed, officer)
    offer.sign(on=signed, today=signed, by=by)
    moves = city.office_day(signed + timedelta(days=rng.randint(7, 30)))
    by = yield Turn(moves, officer)
    offer.move_in(on=moves, today=moves, by=by)
    for mark in Mark:
        asked = city.office_day(plus_months(moves, mark) + timedelta(days=rng.randint(1, 10)))
        by = yield Turn(asked, officer)
        if rng.random() < MOVE_OUT:
            reason = rng.choice(("own-choice", "away", "too-dear"))
            needs_another = reason == "too-dear"
            offer.move_out(on=asked, reason=reason, needs_another=needs_another, today=asked, by=by)
            return
        if rng.random() < 0.9:
            StillThere.objects.hear(offer=offer, mark=mark, on=asked, today=asked, by=by)


def is_here(case: Case) -> bool:
    """Whether the City is responsible for somebody now: of those who moved away some come back."""
    case.refresh_from_db()
    return case.closed_on is None


def _offered(city: "City", case: Case, on: date, by: User, rng: Random) -> HomeOffer | None:
    """A home outside the areas, offered to the household of the case; none if nobody in it is ready any more."""
    members = Case.objects.open().filter(household=case.household)
    ready = KeyDate.objects.current().of(KeyEvent.READY_TO_RELOCATE).filter(case__in=members)
    if case.household is None or not ready.exists() or not AreaList.objects.in_force(on).exists():
        return None
    persons = members.count()
    if persons > 2:
        HomeNeed.objects.state(
            household=case.household, on=on, today=on, by=by, districts=["valby"], ties="Børnenes skole"
        )
    home = _home(on, by, rng, rooms=1 + -(-persons // 2))
    check(home, on, by)
    return HomeOffer.objects.make(
        household=case.household,
        dwelling=home,
        offered_on=on,
        answer_by=on + WEEK,
        persons=persons,
        today=on,
        by=by,
    )


def _home(on: date, by: User, rng: Random, *, rooms: int, until: date | None = None) -> Dwelling:
    """A home at an address that nobody else has here."""
    number = Dwelling.objects.count() + 1
    district = District(rng.choice(IN_THE_CITY)[0])
    address = Address(
        f"Opfundet Vej {number // 900 + 1}." if number > 900 else "Opfundet Vej",
        str(number % 900 + 1),
        *PLACES[district].split(" ", 1),
        rng.choice(("st", "1", "2", "3")),
        rng.choice(("tv", "mf", "th")),
    )
    name = rng.choice(PROVIDERS)
    provider = Provider.objects.filter(name=name).first()
    return Dwelling.objects.register(
        address=address,
        provider=provider or Provider.objects.add(name=name, kind="association", by=by),
        district=district,
        kind="flat",
        rooms=rooms,
        size_m2=22 + 19 * rooms,
        rent=1900 + 1350 * rooms,
        deposit=6000 * rooms,
        features=rng.choice(([], ["lift"], ["ground-floor", "no-steps"])),
        available_from=on,
        available_until=until,
        by=by,
    )


def check(home: Dwelling, on: date, by: User, *, inside: bool = False) -> None:
    """Compare a home with the list of that day."""
    row = AreaList.objects.in_force(on).get()
    area = row.areas.get() if inside else None
    AreaCheck.objects.record(dwelling=home, area_list=row, area=area, on=on, by=by, note="Opfundet adresse")


def on_the_board(city: "City") -> None:
    """What stands on the board today: free homes, one that nobody checked yet, one inside an excluded area."""
    officer, rng = city.staff["housing"], city.rng("board")
    with system_scope(REASON, by=officer):
        for number in range(7):
            until = city.today + timedelta(days=5) if number == 2 else None
            home = _home(city.today, officer, rng, rooms=1 + number % 4, until=until)
            if number:
                check(home, city.today, officer, inside=number == 1)
        _rooms_of_one_home(city.today, officer)


def _rooms_of_one_home(on: date, by: User) -> None:
    """Two rooms of a home that women share."""
    for number in ("1", "2"):
        room = Dwelling.objects.register(
            address=Address(
                "Opfundet Gård", "7", *PLACES[District.NORREBRO].split(" ", 1), "1", "th", number
            ),
            provider=Provider.objects.order_by("name").first(),
            district=District.NORREBRO,
            kind="shared",
            shared_by="women",
            age_from=18,
            age_to=35,
            sharers="En kvinde på 26",
            rooms=1,
            size_m2=14,
            rent=3150,
            deposit=9450,
            available_from=on,
            by=by,
        )
        check(room, on, by)


def one_found(city: "City") -> None:
    """A household that waited found a home of its own, today: whatever the size of the city, somebody did."""
    by, today, since = city.staff["caseworker"], city.today, city.today - 4 * WEEK
    with system_scope(REASON, by=by, at=moment(since, MORNING)):
        taken_over = KeyDate.objects.current().of(KeyEvent.TAKEOVER).filter(on__lte=today - 10 * WEEK)
        waiting = Case.objects.open().filter(unit=by.unit, key_dates__in=taken_over, home_offers=None)
        waiting = waiting.filter(own_homes=None, person__born_on__lte=today - timedelta(days=20 * 366))
        case = waiting.exclude(key_dates__event=KeyEvent.READY_TO_RELOCATE).order_by("pk").last()
        if case:
            Readiness.objects.declare(case=case, on=since, reason=READY_REASON, today=since, by=by)
    with system_scope(REASON, by=by):
        if case:
            OwnHome.objects.found(case=case, on=today, note="Gennem en kollega", today=today, by=by)
