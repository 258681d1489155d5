"""Where people were housed: the whole City's figures without small groups, and the households behind them."""

import pytest
from django.urls import reverse

from accounts.scope import user_scope
from housing.models import Dwelling, HomeOffer
from housing.spread import spread_of
from tests.factories import TODAY
from tests.housing import homes
from tests.housing.households import family, ready

pytestmark = pytest.mark.django_db
YEAR = TODAY.year


@pytest.fixture
def housed(caseworker):
    """Let so many households of a unit move into homes of a district this year, each of so many people."""
    row = homes.area_list(caseworker)
    numbers = iter(range(1, 900))

    def move(unit, district, number, *, people=2):
        for _each in range(number):
            cases = family(unit, *[30] * people)
            ready(cases[0], on=TODAY)
            address = f"Opfundet Vej {next(numbers)}, {homes.PLACES[district]}"
            home = homes.home(address, district=district)
            homes.checked(home, row, caseworker)
            HomeOffer.objects.create(
                household=cases[0].household,
                dwelling=home,
                persons=people,
                offered_on=TODAY,
                answer_by=TODAY,
                answer="accepted",
                answered_on=TODAY,
                moved_in_on=TODAY,
            )

    return move


def figures(user, year=YEAR):
    """What stands in the table: households and people by district, and of all."""
    with user_scope(user):
        found = spread_of(year, user)
    rows = {each.key: (each.households, each.people) for each in found.districts if each.households != 0}
    return rows, (found.households, found.people)


def test_the_whole_city_is_counted_and_each_opens_their_own(officer, unit, other_unit, housed, rikke):
    housed(unit, "valby", 6)
    housed(other_unit, "valby", 5)
    housed(other_unit, "norrebro", 10, people=1)

    assert figures(officer) == ({"valby": (11, 22), "norrebro": (10, 10)}, (21, 32))
    page = rikke.get(reverse("housing:spread")).content.decode()
    assert "52 %" in page
    assert "district=valby" in page
    listed = rikke.get(reverse("housing:housed"), {"year": f"y{YEAR}", "district": "valby"}).content.decode()
    assert "6 households of your units" in listed
    assert "district=norrebro" not in page


def test_a_small_group_is_withheld_and_one_beside_it_so_that_no_sum_tells_it(officer, other_unit, housed):
    housed(other_unit, "valby", 2)
    housed(other_unit, "norrebro", 9)
    housed(other_unit, "osterbro", 12)

    rows, total = figures(officer)

    assert rows == {"valby": (None, None), "norrebro": (None, None), "osterbro": (12, 24)}
    assert total == (23, 46)


def test_nor_can_whoever_takes_away_their_own_households_tell_the_rest(officer, unit, other_unit, housed):
    housed(unit, "valby", 9)
    housed(other_unit, "valby", 1)
    housed(other_unit, "norrebro", 12)

    rows, _total = figures(officer)

    assert rows == {"valby": (None, None), "norrebro": (None, None)}


def test_where_the_city_housed_few_in_all_nothing_is_told(officer, other_unit, housed):
    housed(other_unit, "valby", 1, people=1)
    housed(other_unit, "norrebro", 1, people=1)

    assert figures(officer) == ({"valby": (None, None), "norrebro": (None, None)}, (None, None))


def test_another_year_an_offer_taken_back_and_nonsense(officer, unit, housed, rikke):
    housed(unit, "valby", 6)
    assert figures(officer, YEAR - 1) == ({}, (0, 0))
    HomeOffer.objects.filter(dwelling=Dwelling.objects.earliest("pk")).update(moved_in_on=None)
    assert figures(officer)[1] == (5, 10)

    assert rikke.get(reverse("housing:spread"), {"year": "next"}).status_code == 200
    assert rikke.get(reverse("housing:housed"), {"district": "atlantis"}).status_code == 404
    assert rikke.get(reverse("housing:housed")).status_code == 302


@pytest.mark.parametrize("number", [3, 30])
def test_the_pages_ask_the_same_however_many_were_housed(
    unit, rikke, housed, number, django_assert_num_queries
):
    housed(unit, "valby", number)
    behind = {"year": f"y{YEAR}", "district": "valby"}
    rikke.get(reverse("housing:spread"))

    with django_assert_num_queries(16):
        rikke.get(reverse("housing:spread"))
    with django_assert_num_queries(17):
        rikke.get(reverse("housing:housed"), behind)
