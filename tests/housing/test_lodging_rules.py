"""What the database keeps of places, rooms and beds, by the name of each rule."""

from datetime import date, timedelta

import pytest
from django.db import IntegrityError, transaction
from django.db.backends.postgresql.psycopg_any import DateRange

from housing.models import Bed, Lodging, LodgingCheck, Room, Stay
from tests.factories import TODAY
from tests.housing import homes, stays
from tests.housing.refusals import refused

pytestmark = pytest.mark.django_db
WEEK = timedelta(7)


def test_a_bed_is_there_while_somebody_sleeps_in_it(unit):
    bed = stays.beds(stays.room())[0]
    stays.move_in(stays.single(unit), bed)
    beds = Bed.objects.filter(pk=bed.pk)

    refused(
        "bed_is_there_while_somebody_sleeps_in_it",
        lambda: beds.update(during=DateRange(stays.OPENED, TODAY + WEEK)),
    )
    refused("bed_stands_where_it_stands", lambda: beds.update(room=stays.room(bed.room.lodging, name="2")))
    Stay.objects.get().take_back(reason="A mistake", today=TODAY, by=None)
    assert beds.update(during=DateRange(stays.OPENED, TODAY + WEEK)) == 1


def test_a_place_is_there_while_it_has_beds_and_a_bed_while_there_is_a_place():
    room = stays.room()
    lodgings = Lodging.objects.filter(pk=room.lodging_id)

    refused("place_is_there_while_it_has_beds", lambda: lodgings.update(available_until=TODAY))
    refused(
        "bed_lies_within_the_days_of_its_place",
        lambda: Bed.objects.create(room=room, name="9", during=DateRange(date(2025, 1, 1), None)),
    )


def test_a_room_changes_when_nobody_sleeps_in_it(unit):
    room = stays.room()
    stays.move_in(stays.single(unit), stays.beds(room)[0])
    rooms = Room.objects.filter(pk=room.pk)

    refused("room_changes_when_nobody_sleeps_in_it", lambda: rooms.update(kept_for="men"))
    refused("room_stands_where_it_stands", lambda: rooms.update(lodging=stays.place("Second house")))
    Stay.objects.leave(cases=[Stay.objects.get().case], on=TODAY + timedelta(1), reason="other", by=None)
    assert rooms.update(name="Two") == 1


def test_an_area_of_another_year_explains_no_check(caseworker):
    this, last = homes.area_list(caseworker), homes.area_list(caseworker, year=2024)

    with pytest.raises(IntegrityError, match="lodging_checked_area_is_of_the_list"), transaction.atomic():
        LodgingCheck.objects.create(
            lodging=stays.place(), area_list=this, area=last.areas.get(), is_inside=True, checked_on=TODAY
        )
