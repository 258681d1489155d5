"""Homes: their state on a day, and the board."""

import re
from datetime import timedelta

import pytest
from django.urls import reverse

from housing.models import Dwelling
from tests.factories import TODAY
from tests.housing import homes

pytestmark = pytest.mark.django_db
BOARD = reverse("housing:dwellings")
FORM = {
    "reference": "B-17",
    "address": "Opfundet Vej 9, st. th, 2450 København SV",
    "district": "vesterbro",
    "kind": "flat",
    "rooms": "2",
    "size_m2": "55",
    "rent": "5400",
    "deposit": "16200",
    "features": ["ground-floor", "no-steps"],
    "available_from_day": "1",
    "available_from_month": "12",
    "available_from_year": "2026",
}


def at(view, row):
    return reverse(f"housing:{view}", args=[row.public_id])


def states(day=TODAY):
    return {str(row.address)[:14]: row.state for row in Dwelling.objects.at(day)}


def test_what_a_home_is_follows_from_its_days(officer):
    homes.home("Opfundet Vej 1, 2500 Valby")
    homes.home("Opfundet Vej 2, 2500 Valby", available_from=TODAY + timedelta(1))
    homes.home("Opfundet Vej 3, 2500 Valby", available_from=TODAY - timedelta(9), available_until=TODAY)
    gone = homes.home("Opfundet Vej 4, 2500 Valby")
    gone.remove(on=TODAY, reason="withdrawn", by=officer)

    assert states() == {
        "Opfundet Vej 1": "free",
        "Opfundet Vej 2": "coming",
        "Opfundet Vej 3": "free",
        "Opfundet Vej 4": "gone",
    }
    tomorrow = states(TODAY + timedelta(1))
    assert (tomorrow["Opfundet Vej 2"], tomorrow["Opfundet Vej 3"]) == ("free", "gone")

    gone.bring_back(by=officer)
    assert states()["Opfundet Vej 4"] == "free"


def test_an_officer_registers_a_home_and_is_led_to_it(rikke):
    made = homes.provider()

    answer = rikke.post(reverse("housing:add_dwelling"), FORM | {"provider": str(made.public_id)})

    row = Dwelling.objects.get()
    assert answer.status_code == 302
    assert answer.url == at("dwelling", row)
    assert (row.floor, row.door, row.district, row.features) == (
        "st",
        "th",
        "vesterbro",
        ["ground-floor", "no-steps"],
    )
    page = rikke.get(answer.url).content.decode()
    assert "Opfundet Vej 9, st th, 2450 København SV" in page
    assert "No list from Mon 1 Dec 2025 is confirmed" in page


def test_a_home_given_twice_is_refused_in_clear_words_and_what_was_typed_stays(rikke):
    homes.home("opfundet vej 9, st. th, 2450 København SV")

    answer = rikke.post(reverse("housing:add_dwelling"), FORM | {"provider": str(homes.provider().public_id)})

    words = answer.content.decode()
    assert answer.status_code == 422
    assert "A home at this address is registered already." in words
    assert "Opfundet Vej 9, st. th, 2450 København SV" in words
    assert Dwelling.objects.count() == 1


def test_a_wrong_address_says_which_part(rikke):
    answer = rikke.post(
        reverse("housing:add_dwelling"),
        FORM
        | {"provider": str(homes.provider().public_id), "address": "Opfundet Vej 9, 120, 2450 København"},
    )

    assert answer.status_code == 422
    assert "“120” is no floor" in answer.content.decode()
    assert not Dwelling.objects.exists()


def test_of_two_who_change_a_home_the_second_sees_both(rikke, officer):
    row = homes.home()
    page = rikke.get(at("change_dwelling", row)).content.decode()
    version = page.split('name="version" value="')[1].split('"')[0]
    facts = homes.SAID | {"provider": row.provider, "rent": 7000}
    row.change(address=row.address, by=officer, **facts)

    answer = rikke.post(
        at("change_dwelling", row), FORM | {"provider": str(row.provider.public_id), "version": version}
    )

    assert answer.status_code == 409
    row.refresh_from_db()
    assert row.rent == 7000


def test_a_home_that_is_gone_may_be_given_again(rikke):
    row = homes.home()
    assert rikke.post(at("remove_dwelling", row), {"reason": "withdrawn"}).status_code == 302

    homes.home()

    answer = rikke.post(at("bring_back_dwelling", row), {})
    assert answer.status_code == 422
    assert "registered already" in answer.content.decode()


def test_a_provider_is_corrected_where_a_home_of_it_stands(rikke):
    home = homes.home()
    form = reverse("housing:change_provider", args=[home.provider.public_id])
    assert form in rikke.get(at("dwelling", home)).content.decode()
    homes.provider("Another Invented Association")
    said = {
        "name": "another invented association",
        "kind": "association",
        "phone": "12 34 56 78",
        "email": "",
    }

    answer = rikke.post(form, said)
    assert answer.status_code == 422
    assert "This provider is registered already." in answer.content.decode()
    assert rikke.post(form, said | {"name": " Renamed "}).status_code == 302

    page = rikke.get(at("dwelling", home)).content.decode()
    assert re.search(r">Renamed<[^,]*</a>, 12 34 56 78", page)


def test_the_board_is_narrowed_by_state_district_and_rooms(rikke):
    small = homes.home("Opfundet Vej 1, 2500 Valby", rooms=1)
    large = homes.home("Opfundet Vej 2, 2200 København N", rooms=4, district="norrebro")

    def found(**choice):
        words = rikke.get(BOARD, choice).content.decode()
        return [row for row in (small, large) if str(row.address) in words]

    assert found() == [small, large]
    assert found(rooms=2) == [large]
    assert found(district="valby") == [small]
    assert found(state="gone") == []
    assert found(state="nonsense") == [small, large]


@pytest.mark.parametrize("number", [3, 30])
def test_the_board_asks_the_same_however_many_homes(rikke, number, django_assert_num_queries):
    for each in range(number):
        homes.home(f"Opfundet Vej {each + 1}, 2500 Valby")
    rikke.get(BOARD)

    with django_assert_num_queries(16):
        rikke.get(BOARD)


def test_a_manager_looks_and_touches_nothing(at_forms, manager):
    row = homes.home()
    browser = at_forms(manager)

    assert browser.get(at("dwelling", row)).status_code == 200
    assert "Register a home" not in browser.get(BOARD).content.decode()
    assert browser.post(at("remove_dwelling", row), {"reason": "withdrawn"}).status_code == 404
    row.refresh_from_db()
    assert row.gone_on is None


def test_a_mentor_learns_of_no_home(at_forms, mentor):
    row = homes.home()

    assert at_forms(mentor).get(BOARD).status_code == 403
    assert at_forms(mentor).get(at("dwelling", row)).status_code == 404


def test_an_officer_enters_compares_and_checks(rikke, officer):
    row = homes.home()
    areas = reverse("housing:areas")
    assert rikke.post(reverse("housing:add_list"), {"year": "2025", "source": "Invented"}).status_code == 302
    of_2025 = row._meta.apps.get_model("housing", "AreaList").objects.get(valid_from__year=2025)
    rikke.post(at("add_area", of_2025), {"name": "Invented Park", "streets": "Park Street"})
    assert "The list from Mon 1 Dec 2025 is not confirmed" in rikke.get(areas).content.decode()

    rikke.post(at("confirm_list", of_2025), {})
    assert "In force today: the list of 2025." in rikke.get(areas).content.decode()
    area = of_2025.areas.get()
    rikke.post(at("check_dwelling", row), {"found": str(area.public_id), "note": "The map", "edition": "1"})
    assert "Inside Invented Park" in rikke.get(at("dwelling", row)).content.decode()

    rikke.post(at("check_dwelling", row), {"found": "outside", "note": "", "edition": "1"})
    page = rikke.get(at("dwelling", row)).content.decode()
    assert "Outside every excluded area" in page
    assert officer.name in page
    refused = rikke.post(at("strike_area", area), {"reason": "Not on it"})
    assert refused.status_code == 422
    assert "Open it again first" in refused.content.decode()
