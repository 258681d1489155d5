"""Temporary stays through the browser: moved into, looked at, left; what each role sees and may do."""

import re
from datetime import timedelta

import pytest
from django.urls import reverse

from accounts.permissions import Role
from housing.models import Stay
from refugees.models import HousingNeed
from tests.factories import TODAY, HouseholdFactory, UserFactory
from tests.forms import no_day, on
from tests.housing import homes, stays
from tests.housing.households import moved, ready
from tests.housing.pages import of, text
from tests.housing.test_dwellings import at

pytestmark = pytest.mark.django_db
WEEK = timedelta(7)


def test_who_shares_a_room_is_told_first_and_looked_at(rikke, unit, women):
    older = stays.single(unit, age=61)
    HousingNeed.objects.state(case=older, on=TODAY, by=None, needs=["quiet", "lift"])
    stays.move_in(older, women[0])
    child = stays.single(unit, age=16)
    said = {child.number: str(women[1].public_id)} | on("on", TODAY)

    answer = rikke.post(of("move_into_bed", child), said)

    assert answer.status_code == 422
    page = text(answer)
    for words in (
        f"Room 1: {child.person.name} (woman, 16 years) would share it with {older.person.name} (woman, 61 years).",
        f"{child.person.name} is a child, {older.person.name} an adult of another household.",
        f"For {older.person.name}, health asks for: Quiet place.",
        "Look at who shares the room, and say that they can.",
    ):
        assert words in page, words
    assert str(women[1].public_id) in page.split("selected")[0]
    assert Stay.objects.count() == 1

    [mark] = re.findall(r'name="sharing"[^>]*value="(\w+)"', page)
    newcomer = stays.single(unit)
    assert rikke.post(of("move_into_bed", newcomer), said | {"sharing": mark}).status_code == 422
    assert rikke.post(of("move_into_bed", child), said | {"sharing": mark}).status_code == 302
    assert Stay.objects.get(case=child).sharing_is_looked_at


def test_a_person_of_another_unit_takes_the_bed_and_is_told_to_nobody(rikke, unit, other_unit, women):
    stranger = stays.single(other_unit)
    stays.move_in(stranger, women[0])
    case = stays.single(unit)

    page = text(rikke.get(at("lodging", women[0].room.lodging)))
    assert "Somebody of another unit" in page
    assert stranger.person.name not in page
    assert stranger.person.name not in text(rikke.get(at("sleepers", women[0].room.lodging)))
    answer = rikke.post(of("move_into_bed", case), {case.number: str(women[0].public_id)} | on("on", TODAY))
    assert answer.status_code == 422
    assert "1 person of another unit sleeps there" in text(
        rikke.post(of("move_into_bed", case), {case.number: str(women[1].public_id)} | on("on", TODAY))
    )
    for view in ("stays", "move_into_bed", "move_bed", "leave_bed", "state_payment"):
        assert rikke.get(of(view, stranger)).status_code == 404
    assert rikke.get(at("take_stay_back", Stay.objects.get())).status_code == 404


REFUSED = [
    ({"on": stays.TAKEOVER - timedelta(1)}, "Nobody moves in before the City has taken over."),
    ({"on": TODAY, "until": TODAY - timedelta(1)}, "The last night cannot lie before the first."),
    ({"on": TODAY + 2 * WEEK}, "This bed is not there on all of these days."),
]


@pytest.mark.parametrize(("days", "words"), REFUSED)
def test_what_cannot_be_is_said_where_it_was_asked_and_stays_typed(rikke, unit, women, days, words):
    bed = women[0]
    bed.change(name="1", from_on=stays.OPENED, until=TODAY + WEEK, by=None)
    case = stays.single(unit)
    said = {case.number: str(bed.public_id)} | no_day("until")
    for name, day in days.items():
        said |= on(name, day)

    answer = rikke.post(of("move_into_bed", case), said)

    assert answer.status_code == 422
    page = text(answer)
    assert words in page
    assert f'value="{bed.public_id}" selected' in page
    assert not Stay.objects.exists()


def test_nobody_chosen_is_asked_about(rikke, unit, women):
    answer = rikke.post(of("move_into_bed", stays.single(unit)), on("on", TODAY))

    assert answer.status_code == 422
    assert "Choose a bed for at least one of them." in text(answer)


def test_only_beds_that_take_the_person_are_shown(rikke, unit, women):
    men = stays.beds(stays.room(women[0].room.lodging, name="2", kept_for="men"))
    stays.move_in(stays.single(unit), women[0])
    stays.move_in(stays.single(unit, sex="m"), men[0], until=TODAY)

    page = text(rikke.get(of("move_into_bed", stays.single(unit))))
    assert str(women[1].public_id) in page
    assert str(women[0].public_id) not in page
    assert str(men[1].public_id) not in page
    page = text(rikke.get(of("move_into_bed", stays.single(unit, sex="m"))))
    assert re.findall(r"room 2, bed 1[^<]*", page) == ["room 2, bed 1, free from Tue 24 Nov 2026"]


def test_who_has_a_bed_moves_and_who_has_none_moves_in(rikke, unit, women):
    case = stays.single(unit)
    assert rikke.get(of("move_bed", case)).url == of("stays", case)
    assert rikke.get(of("leave_bed", case)).url == of("stays", case)
    stays.move_in(case, women[0])

    assert rikke.get(of("move_into_bed", case)).url == of("stays", case)
    assert "Let them move in first." in text(rikke.get(of("stays", case)))


def test_the_days_in_temporary_places_are_told_once(rikke, unit, women):
    case = stays.single(unit)
    stays.move_in(case, women[0], on=TODAY - WEEK)
    assert "7 days in temporary places" in text(rikke.get(of("stays", case)))
    ready(case)

    page = text(rikke.get(at("household", case.household)))

    assert page.count("7 days in temporary") == 1
    assert "the nights recorded in temporary places up to today" in page


def test_whoever_moved_in_today_has_a_stay_and_no_night_yet(rikke, unit, caseworker, women):
    case = stays.single(unit, household=HouseholdFactory(unit=unit))
    stays.move_in(case, women[0])

    page = text(rikke.get(at("household", case.household)))

    assert "0 days in temporary housing" in page
    assert "no stay is recorded" not in page


def test_who_moved_out_and_looks_for_another_home_is_without_a_bed(rikke, unit, caseworker):
    row = homes.area_list(caseworker)
    cases = [stays.single(unit) for _each in range(2)]
    for number, (case, needs_another) in enumerate(zip(cases, (True, False), strict=True)):
        ready(case)
        home = homes.home(f"Opfundet Vej {number + 1}, 2500 Valby")
        homes.checked(home, row, caseworker)
        made = moved(case.household, home, TODAY)
        made.move_out(on=TODAY, reason="ended", needs_another=needs_another, today=TODAY, by=caseworker)

    page = text(rikke.get(reverse("housing:without_bed")))

    assert [case.person.name in page for case in cases] == [True, False]


def test_a_caseworker_looks_and_writes_nothing(lise, unit, women):
    case = stays.single(unit)
    row = stays.move_in(case, women[0])

    page = text(lise.get(of("stays", case)))
    assert "Invented House" in page
    assert "Move to another bed" not in page
    assert lise.post(of("leave_bed", case), on("on", TODAY)).status_code in {403, 404}
    row.refresh_from_db()
    assert row.during.upper is None


def test_an_officer_of_another_unit_sees_no_case_without_a_bed(at_forms, unit, other_unit):
    case = stays.single(unit)
    other = UserFactory(role=Role.HOUSING_OFFICER, unit=other_unit)

    assert case.person.name not in text(at_forms(other).get(reverse("housing:without_bed")))
