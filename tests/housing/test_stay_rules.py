"""What the database keeps of temporary stays, by the name of each rule: through the ORM, in bulk, and in SQL."""

from datetime import date, timedelta

import pytest
from django.db import connection, transaction
from django.db.backends.postgresql.psycopg_any import DateRange

from housing.models import AreaList, Lodging, LodgingCheck, Stay
from refugees.models import KeyDate
from tests.factories import TODAY, HouseholdFactory
from tests.housing import stays
from tests.housing.refusals import refused

pytestmark = pytest.mark.django_db
WEEK = timedelta(7)
IN_SQL = (
    "INSERT INTO housing_stay (public_id, case_id, person_id, bed_id, during, left_reason, sharing_is_looked_at,"
    " basis, taken_back_reason, recorded_at)"
    " VALUES (gen_random_uuid(), %s, %s, %s, %s, %s, false, 'outside', '', now())"
)


def by_orm(row):
    row.save()


def in_bulk(row):
    Stay.objects.bulk_create([row])


def in_sql(row):
    with connection.cursor() as cursor:
        cursor.execute(IN_SQL, [row.case_id, row.person_id, row.bed_id, row.during, row.left_reason])


def bed_taken(unit):
    bed = stays.beds(stays.room())[0]
    stays.move_in(stays.single(unit), bed)
    return stays.raw(stays.single(unit), bed, DateRange(TODAY + WEEK, None))


def person_elsewhere(unit):
    first, second = stays.beds(stays.room())
    case = stays.single(unit)
    stays.move_in(case, first)
    return stays.raw(case, second)


def before_the_bed(unit):
    return stays.raw(stays.single(unit), stays.beds(stays.room(until=TODAY + WEEK))[0])


def before_takeover(unit):
    case = stays.single(unit)
    return stays.raw(
        case,
        stays.beds(stays.room())[0],
        DateRange(stays.TAKEOVER - timedelta(1), TODAY),
        left_reason="planned",
    )


def never_taken_over(unit):
    return stays.raw(stays.single(unit, taken_over_on=None), stays.beds(stays.room())[0])


def man_among_women(unit):
    return stays.raw(stays.single(unit, sex="m"), stays.beds(stays.room(kept_for="women"))[0])


def unknown_among_men(unit):
    return stays.raw(stays.single(unit, sex=""), stays.beds(stays.room(kept_for="men"))[0])


def beside_a_family(unit):
    first, second = stays.beds(stays.room())
    stays.move_in(stays.single(unit), first)
    return stays.raw(stays.single(unit), second)


def beside_a_stranger(unit):
    first, second = stays.beds(stays.room(kept_for="women"))
    stays.move_in(stays.single(unit), first)
    return stays.raw(stays.single(unit), second)


def inside_an_area(unit):
    lodging = stays.outside()
    stays.checked(lodging, AreaList.objects.in_force(TODAY).get(), inside=True)
    return stays.raw(stays.single(unit), stays.beds(stays.room(lodging))[0])


def unchecked(unit):
    stays.outside("Another house")
    return stays.raw(stays.single(unit), stays.beds(stays.room(stays.place()))[0])


def without_a_list(unit):
    return stays.raw(stays.single(unit), stays.beds(stays.room(stays.place()))[0])


REFUSED = {
    "stay_one_a_bed_and_day": bed_taken,
    "stay_one_a_person_and_day": person_elsewhere,
    "stay_lies_within_the_days_of_its_bed": before_the_bed,
    "stay_begins_at_the_takeover": before_takeover,
    "stay_begins_at_the_takeover ": never_taken_over,
    "room_takes_whom_it_is_kept_for: women": man_among_women,
    "room_takes_whom_it_is_kept_for: men": unknown_among_men,
    "family_room_takes_one_household": beside_a_family,
    "who_shares_is_looked_at": beside_a_stranger,
    "stay_begins_outside_excluded_areas: inside": inside_an_area,
    "stay_begins_outside_excluded_areas: unchecked": unchecked,
    "stay_begins_outside_excluded_areas: no-list": without_a_list,
}


@pytest.mark.parametrize("way", [by_orm, in_bulk, in_sql])
@pytest.mark.parametrize("name", REFUSED)
def test_whoever_writes_is_refused(unit, name, way):
    refused(name.strip(), way, REFUSED[name](unit))


@pytest.mark.parametrize("way", [by_orm, in_bulk, in_sql])
def test_what_keeps_the_rules_is_written_whoever_writes(unit, way):
    row = stays.raw(stays.single(unit), stays.beds(stays.room())[0])

    way(row)

    stored = Stay.objects.get()
    assert (stored.basis, stored.lodging_check) == ("outside", LodgingCheck.objects.get())


def test_who_it_is_and_by_what_it_was_allowed_is_written_by_the_database(unit):
    bed = stays.beds(stays.room())[0]
    other = stays.single(unit)
    row = stays.raw(stays.single(unit), bed, person_id=other.person_id, basis="rules")

    row.save()
    Stay.objects.filter(pk=row.pk).update(basis="rules", person=other.person)

    row.refresh_from_db()
    assert (row.basis, row.person_id) == ("outside", row.case.person_id)


def test_the_rules_for_ukraine_hold_for_temporary_places_too(unit):
    lodging = stays.outside()
    stays.checked(lodging, AreaList.objects.in_force(TODAY).get(), inside=True)
    bed, second = stays.beds(stays.room(lodging, kept_for="women"))

    row = stays.move_in(stays.single(unit, permit_ground="ukraine"), bed)

    assert row.basis == "rules"
    refused("stay_begins_outside", by_orm, stays.raw(stays.single(unit), second, sharing_is_looked_at=True))


def test_a_check_of_another_address_says_nothing_of_the_place(unit):
    room = stays.room()
    Lodging.objects.update(street="Another Street")

    refused("unchecked", by_orm, stays.raw(stays.single(unit), stays.beds(room)[0]))


def test_who_lives_there_changes_the_bed_although_the_year_has_no_list_yet(unit):
    first, second = stays.beds(stays.room())
    case = stays.single(unit)
    stays.move_in(case, first)
    december = date(2026, 12, 3)

    [row] = Stay.objects.move(beds={case: second}, on=december, by=None)

    assert row.basis == "lives-there"
    elsewhere = stays.beds(stays.room(first.room.lodging, name="2"))[0]
    refused("no-list", by_orm, stays.raw(stays.single(unit), elsewhere, DateRange(december, None)))


def test_people_of_one_household_share_a_room_and_nobody_looks_at_it(unit):
    household = HouseholdFactory(unit=unit)
    mother, child = (stays.single(unit, household=household, age=age) for age in (34, 9))
    first, second = stays.beds(stays.room())

    assert len(Stay.objects.move_in(beds={mother: first, child: second}, on=TODAY, by=None)) == 2


def test_what_was_looked_at_stays_looked_at(unit):
    first, second = stays.beds(stays.room(kept_for="women"))
    stays.move_in(stays.single(unit), first)
    row = stays.move_in(stays.single(unit), second, sharing_is_looked_at=True)

    refused(
        "who_shares_is_looked_at",
        lambda: Stay.objects.filter(pk=row.pk).update(sharing_is_looked_at=False),
    )


def test_a_stay_that_is_taken_back_comes_back_only_where_there_is_room(unit):
    bed = stays.beds(stays.room())[0]
    row = stays.move_in(stays.single(unit), bed)
    row.take_back(reason="A mistake", today=TODAY, by=None)
    stays.move_in(stays.single(unit), bed)

    refused(
        "stay_one_a_bed_and_day",
        lambda: Stay.objects.filter(pk=row.pk).update(taken_back_at=None, taken_back_reason=""),
    )


@pytest.mark.parametrize(
    "change",
    [
        "DELETE FROM housing_stay",
        "DELETE FROM housing_bed",
        "DELETE FROM housing_staypayment",
        "UPDATE housing_lodgingcheck SET is_inside = false",
        "UPDATE housing_stayevent SET left_reason = ''",
        "DELETE FROM housing_staypaymentevent",
    ],
)
def test_where_somebody_slept_is_not_rewritten(unit, change):
    stays.move_in(stays.single(unit), stays.beds(stays.room())[0])

    with (
        pytest.raises(Exception, match="permission denied"),
        transaction.atomic(),
        connection.cursor() as cursor,
    ):
        cursor.execute(change)


def test_a_takeover_recorded_anew_counts(unit):
    case = stays.single(unit)
    row = KeyDate.objects.current().get(case=case, event="E2")
    row.correct(on=TODAY, reason="The letter", source="city", by=None)

    refused(
        "stay_begins_at_the_takeover",
        by_orm,
        stays.raw(case, stays.beds(stays.room())[0], DateRange(TODAY - WEEK, None)),
    )
