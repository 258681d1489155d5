"""What breaks each rule of the tables of temporary stays, by its name. tests/housing/test_constraints.py tries them."""

from datetime import date, timedelta

from django.db.backends.postgresql.psycopg_any import DateRange

from accounts.day import now
from housing.models import AreaList, Bed, Lodging, LodgingCheck, PaymentLimit, Room, StayPayment
from tests.factories import TODAY, CaseFactory, HouseholdFactory, UnitFactory
from tests.housing import stays

NEXT_WEEK = TODAY + timedelta(7)


def place_with(**facts):
    """A place with other facts."""
    Lodging.objects.filter(pk=stays.place().pk).update(**facts)


def room_with(**facts):
    """A room with other facts."""
    Room.objects.filter(pk=stays.room().pk).update(**facts)


def bed_with(**facts):
    """A bed with other facts."""
    Bed.objects.filter(pk=stays.beds(stays.room())[0].pk).update(**facts)


def limit_with(**facts):
    """A maximum of 2027 with other facts."""
    PaymentLimit.objects.create(**{"year": 2027, "kind": "single", "amount": 2800, "source": "A"} | facts)


def payment_with(*periods, payer=None, **facts):
    """What a household pays, once for each period."""
    payer = payer or {"household": HouseholdFactory()}
    for during in periods or (DateRange(TODAY, NEXT_WEEK),):
        StayPayment.objects.create(**{"during": during, "kind": "single", "amount": 1000} | payer | facts)


def slept(**facts):
    """A stay with other facts."""
    unit = UnitFactory()
    first, second = stays.beds(stays.room())
    case = stays.single(unit)
    row = stays.move_in(case, first)
    type(row).objects.filter(pk=row.pk).update(**facts)
    return case, second, unit


def two_in_one_bed():
    """Somebody else in the same bed."""
    case, _second, unit = slept()
    stays.raw(stays.single(unit), case.stays.get().bed, sharing_is_looked_at=True).save()


def one_in_two_beds():
    """The same person in another bed."""
    case, second, _unit = slept()
    stays.raw(case, second).save()


BROKEN = {
    "lodging_is_known_once": lambda: (stays.place(), Lodging.objects.bulk_create([another_place()])),
    "lodging_has_a_name": lambda: place_with(name=""),
    "lodging_address_can_be_read": lambda: place_with(number="0"),
    "lodging_floor_and_door_are_known": lambda: place_with(floor="01"),
    "lodging_lies_in_the_city": lambda: place_with(district="outside"),
    "lodging_ends_after_it_begins": lambda: place_with(available_until=date(2025, 1, 1)),
    "lodging_check_names_the_area_it_is_inside": lambda: LodgingCheck.objects.create(
        lodging=stays.outside(),
        area_list=AreaList.objects.in_force(TODAY).get(),
        is_inside=True,
        checked_on=TODAY,
    ),
    "room_stands_once_in_a_place": lambda: Room.objects.create(
        lodging=stays.room(name="a").lodging, name="A", kept_for="men"
    ),
    "room_has_a_name": lambda: room_with(name=""),
    "room_kept_for_is_known": lambda: room_with(kept_for="pets"),
    "bed_stands_once_in_a_room": lambda: bed_with(name="2"),
    "bed_has_a_name": lambda: bed_with(name=""),
    "bed_has_days": lambda: bed_with(during=DateRange(empty=True)),
    "payment_limit_stands_once_a_year": lambda: limit_with(year=2026),
    "payment_limit_kind_is_known": lambda: limit_with(kind="pets"),
    "payment_limit_names_its_source": lambda: limit_with(source=""),
    "payment_limit_is_plausible": lambda: limit_with(amount=20_001),
    "stay_payment_kind_is_known": lambda: payment_with(kind="pets", words="A"),
    "stay_payment_is_plausible": lambda: payment_with(kind="other", words="A", amount=20_001),
    "stay_payment_has_days": lambda: payment_with(DateRange(empty=True)),
    "stay_payment_one_at_a_time": lambda: payment_with(
        DateRange(TODAY, NEXT_WEEK), DateRange(TODAY, NEXT_WEEK)
    ),
    "stay_payment_one_at_a_time_of_one_alone": lambda: payment_with(
        DateRange(TODAY, NEXT_WEEK), DateRange(TODAY, NEXT_WEEK), payer={"case": CaseFactory()}
    ),
    "stay_payment_is_of_a_household_or_of_one_alone": lambda: payment_with(case=CaseFactory()),
    "stay_one_a_bed_and_day": two_in_one_bed,
    "stay_one_a_person_and_day": one_in_two_beds,
    "stay_has_days": lambda: slept(during=DateRange(empty=True)),
    "stay_that_ends_says_why": lambda: slept(left_reason="home"),
    "stay_is_taken_back_for_a_reason": lambda: slept(taken_back_at=now()),
}

# What only the database writes.
HELD = {"stay_basis_is_known"}


def another_place():
    """A place of the same name."""
    return Lodging(
        name="INVENTED HOUSE",
        street="Opfundet Vej",
        number="3",
        postcode="2500",
        town="Valby",
        district="valby",
        available_from=TODAY,
    )
