"""Temporary places through the browser: registered, filled, changed, counted on a day."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from accounts.models import AccessLog
from housing.models import Bed, Lodging, Room, Stay
from tests.factories import TODAY, HouseholdFactory
from tests.forms import no_day, on
from tests.housing import homes, stays
from tests.housing.pages import PLACES, of, text
from tests.housing.test_dwellings import at

pytestmark = pytest.mark.django_db
WEEK = timedelta(7)


def test_from_a_place_to_who_sleeps_in_it(rikke, unit, caseworker):
    homes.area_list(caseworker)
    said = {"name": "Huset", "address": "Opfundet Allé 10, 2500 Valby", "district": "valby", "provider": ""}
    said |= on("available_from", stays.OPENED) | no_day("available_until")
    answer = rikke.post(reverse("housing:add_lodging"), said)
    place = Lodging.objects.get()
    assert answer.url == at("lodging", place)
    said = {"name": "12", "kept_for": "family", "beds": "3"} | on("from_on", stays.OPENED) | no_day("until")
    rikke.post(at("add_room", place), said)
    assert "Not checked" in text(rikke.get(PLACES))
    rikke.post(at("check_lodging", place), {"found": "outside", "note": "The map", "edition": "1"})
    listed = text(rikke.get(PLACES))
    assert "3 of 3 beds are free" in listed
    assert "1 room for a household" in listed
    household = HouseholdFactory(unit=unit)
    mother, child = (stays.single(unit, household=household, age=age) for age in (34, 9))

    assert mother.person.name in text(rikke.get(reverse("housing:without_bed")))
    first, second, third = Bed.objects.order_by("pk")
    chosen = {mother.number: str(first.public_id), child.number: str(second.public_id)}
    answer = rikke.post(of("move_into_bed", mother), chosen | on("on", TODAY) | no_day("until"))
    assert answer.url == at("household", household) + "#stays"
    assert Stay.objects.count() == 2
    page = text(rikke.get(at("household", household)))
    assert "Huset" in page
    assert "room 12, bed 1" in page
    listed = text(rikke.get(PLACES))
    assert "0 of 3 beds are free" in listed
    page = text(rikke.get(at("lodging", place)))
    assert child.person.name in page

    sheet = text(rikke.get(at("sleepers", place)))
    assert mother.person.name in sheet
    assert "2 of 3 beds taken" in sheet
    assert AccessLog.objects.filter(kind="exported", page="housing:sleepers", rows=2).exists()

    rikke.post(of("move_bed", mother), {child.number: str(third.public_id)} | on("on", TODAY + WEEK))
    page = text(rikke.get(at("lodging", place)))
    assert "room 12, bed 3" in page
    answer = rikke.post(
        of("leave_bed", mother), {"who": [mother.number], "reason": "other"} | on("on", TODAY)
    )
    assert answer.status_code == 422
    assert "sleeps in no temporary place before that day" in text(answer)
    leaves = {"who": [mother.number], "reason": "left"} | on("on", TODAY + WEEK)
    assert rikke.post(of("leave_bed", mother), leaves).status_code == 302
    assert Stay.objects.get(case=mother).left_reason == "left"
    taken_back = Stay.objects.filter(case=child).latest("pk")
    rikke.post(at("take_stay_back", taken_back), {"reason": "She stays in the bed"})
    assert "Taken back: She stays in the bed" in text(rikke.get(of("stays", child)))


def test_a_bed_under_somebody_is_not_taken_away(rikke, unit, women):
    stays.move_in(stays.single(unit), women[0])
    room = women[0].room
    said = {"name": "1"} | on("from_on", stays.OPENED) | on("until", TODAY)

    answer = rikke.post(at("change_bed", women[0]), said)
    assert answer.status_code == 422
    assert "Somebody sleeps in this bed on days that you take away." in text(answer)
    answer = rikke.post(at("change_room", room), {"name": "1", "kept_for": "men"})
    assert answer.status_code == 422
    assert "Somebody sleeps in this room, or is to." in text(answer)
    said = {"name": "3"} | on("from_on", TODAY) | no_day("until")
    assert rikke.post(at("add_bed", room), said).status_code == 302
    lodging = room.lodging
    known = {"name": "Renamed", "address": str(lodging.address), "district": "valby", "provider": ""}
    known |= on("available_from", TODAY) | no_day("available_until")
    answer = rikke.post(at("change_lodging", lodging), known)
    assert "There are beds on days that you take away." in text(answer)
    rikke.post(at("change_lodging", lodging), known | on("available_from", stays.OPENED))
    assert Lodging.objects.get().name == "Renamed"
    assert Room.objects.get().kept_for == "women"


def test_a_manager_sees_the_places(signed_in, manager, women):
    assert "Invented House" in text(signed_in(manager).get(PLACES))


def test_another_day_is_asked_for(rikke, women):
    women[1].change(name="2", from_on=TODAY + WEEK, until=None, by=None)

    assert "1 of 1 bed is free" in text(rikke.get(PLACES))
    assert "2 of 2 beds are free" in text(rikke.get(f"{PLACES}?on=2026-12-01"))
    assert "there from" in text(rikke.get(at("lodging", women[0].room.lodging)))
    assert "1 of 1 bed is free" in text(rikke.get(f"{PLACES}?on=nonsense"))


@pytest.mark.parametrize("number", [3, 30])
def test_the_pages_ask_the_same_however_many_sleep_there(rikke, unit, number):
    place = stays.outside()
    for name in range(number):
        for bed in stays.beds(stays.room(place, name=str(name), beds=1)):
            stays.move_in(stays.single(unit), bed)
    rikke.get(PLACES)

    asked = []
    for address in (PLACES, at("lodging", place), reverse("housing:without_bed"), at("sleepers", place)):
        with CaptureQueriesContext(connection) as captured:
            rikke.get(address)
        asked.append(len(captured))

    assert asked == [19, 22, 14, 21]
