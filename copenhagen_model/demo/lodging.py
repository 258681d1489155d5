"""Where people of the demo city sleep until they have a home: three places, rooms as they are needed. All INVENTED."""

from datetime import date, timedelta
from typing import TYPE_CHECKING

from django.db.backends.postgresql.psycopg_any import DateRange
from django.db.models import Count

from accounts.day import ONE_DAY
from accounts.models import User
from accounts.scope import system_scope
from copenhagen_model.demo.diary import REASON
from copenhagen_model.demo.household import Family
from housing.addresses import Address
from housing.models import (
    AreaList,
    Bed,
    KeptFor,
    LeftReason,
    Lodging,
    LodgingCheck,
    PaymentLimit,
    Room,
    Stay,
    StayPayment,
)
from housing.models.room import taken
from housing.models.stay_payment import kind_of
from refugees.events import KeyEvent
from refugees.models import Case, KeyDate
from refugees.takeover import PermitGround

if TYPE_CHECKING:
    from copenhagen_model.demo.city import City

# Name, street and number, postcode and town, district.
PLACES = (
    ("Opfundet Hus", "Opfundet Allé", "10", "2500", "Valby", "valby"),
    ("Det Tænkte Hus", "Tænkt Plads", "4", "2400", "København NV", "bispebjerg"),
    ("Gården Fiktiv", "Fiktiv Gade", "21", "2300", "København S", "amager-ost"),
)
NOTE = "Opfundet adresse"
BEDS_FOR_SINGLES = 2
KEPT_FOR = {"f": KeptFor.WOMEN, "m": KeptFor.MEN}
# INVENTED: most come to a place of the City; who joins a relative lives there.
COMES = 0.85
COMES_FROM_UKRAINE = 0.4


def keep_places(on: date, by: User) -> None:
    """The places are there, and checked against the list that begins."""
    if not Lodging.objects.exists():
        for name, street, number, postcode, town, district in PLACES:
            Lodging.objects.register(
                name=name,
                address=Address(street, number, postcode, town),
                district=district,
                provider=None,
                available_from=on,
                available_until=None,
                by=by,
            )
    row = AreaList.objects.in_force(on).get()
    for lodging in Lodging.objects.all():
        LodgingCheck.objects.record(lodging=lodging, area_list=row, area=None, on=on, by=by, note=NOTE)


def move_in_at_takeover(family: Family, on: date) -> None:
    """A family that the City takes over sleeps in one of its places from that day; not every one does."""
    city, ground = family.city, family.arrival.ground
    rng = city.rng(family.arrival.key, "bed")
    comes = COMES_FROM_UKRAINE if ground == PermitGround.UKRAINE else COMES
    if ground == PermitGround.FAMILY or family.host or rng.random() > comes:
        return
    cases = [life.case for life in family.lives if not life.is_over]
    if not cases or not Lodging.objects.filter(checks__area_list__in=AreaList.objects.in_force(on)).exists():
        return
    by = city.staff.housing_officer_of(family.arrival.unit)
    beds = _beds_for(cases, on, by, rng.choice(PLACES)[0])
    Stay.objects.move_in(
        beds=dict(zip(cases, beds, strict=False)), on=on, by=by, sharing_is_looked_at=len(cases) == 1
    )
    _pays(cases, on, by)


def _beds_for(cases: list[Case], on: date, by: User, place: str) -> list[Bed]:
    """Free beds in a room that takes them; in a new one where there is none."""
    sex = cases[0].person.sex
    kept_for = KEPT_FOR[sex] if len(cases) == 1 else KeptFor.FAMILY
    in_use = taken(DateRange(on, None))
    rooms = Room.objects.filter(kept_for=kept_for)
    if kept_for == KeptFor.FAMILY:
        rooms = rooms.annotate(size=Count("beds")).filter(size__range=(len(cases), len(cases) + 1))
    for room in rooms.prefetch_related("beds").order_by("pk"):
        beds = list(room.beds.all())
        free = [bed for bed in beds if bed.pk not in in_use]
        if len(free) >= len(cases) and (kept_for != KeptFor.FAMILY or free == beds):
            return free[: len(cases)]
    lodging = Lodging.objects.get(name=place)
    room = Room.objects.add(
        lodging=lodging,
        name=str(101 + lodging.rooms.count()),
        kept_for=kept_for,
        beds=BEDS_FOR_SINGLES if len(cases) == 1 else len(cases),
        from_on=on,
        until=None,
        by=by,
    )
    return list(room.beds.order_by("pk"))[: len(cases)]


def _pays(cases: list[Case], on: date, by: User) -> None:
    """What they pay, in a year of which the maximum is known."""
    kind = kind_of(cases, on)
    limit = PaymentLimit.objects.of(on, kind)
    if limit:
        StayPayment.objects.state(case=cases[0], on=on, kind=kind, amount=limit.amount - 150, by=by)


def leave(case: Case, on: date, by: User, reason: str) -> None:
    """Whoever of the household of this case sleeps in a place leaves it on that day."""
    of_household = {"household": case.household_id} if case.household_id else {"pk": case.pk}
    here = Stay.objects.on(on - ONE_DAY).filter(case__in=Case.objects.filter(**of_household))
    cases = [stay.case for stay in here.filter(during__upper_inf=True).select_related("case")]
    if cases:
        Stay.objects.leave(cases=cases, on=on, reason=reason, by=by)


def tonight(city: "City") -> None:
    """As it stands on the last evening: who has gone left the bed, one is about to, and who comes next has one."""
    officer, today = city.staff["housing"], city.today
    with system_scope(REASON, by=officer):
        gone = Stay.objects.on(today).filter(case__closed_on__isnull=False).select_related("case")
        for stay in gone:
            on = max(stay.case.closed_on, stay.during.lower + ONE_DAY)
            Stay.objects.leave(cases=[stay.case], on=on, reason=LeftReason.LEFT, by=officer)
        here = Stay.objects.on(today).filter(case__unit=officer.unit, during__startswith__lt=today)
        if stay := here.filter(case__household=None).select_related("case").order_by("pk").last():
            in_days = today + timedelta(days=6)
            Stay.objects.leave(cases=[stay.case], on=in_days, reason=LeftReason.OWN_HOME, by=officer)
        soon = KeyDate.objects.current().of(KeyEvent.TAKEOVER)
        soon = soon.filter(on__gt=today, on__lte=today + timedelta(days=14), case__unit=officer.unit)
        alone = soon.filter(case__closed_on=None, case__household=None, case__person__sex__in=KEPT_FOR)
        for row in alone.select_related("case__person").order_by("on", "pk")[:2]:
            if AreaList.objects.in_force(row.on).exists():
                [bed] = _beds_for([row.case], row.on, officer, PLACES[0][0])
                Stay.objects.move_in(beds={row.case: bed}, on=row.on, by=officer, sharing_is_looked_at=True)
