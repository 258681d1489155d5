"""What the plan tells: what every other home costs, pins of other units, what speaks against, the City beside."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from accounts.scope import user_scope
from housing.match_facts import plan_inputs
from housing.matching import HomeFacts, HouseholdFacts
from housing.models import AreaList, HomeNeed, HousingPlan, PairDecision
from housing.planning import Inputs, plan
from tests.factories import TODAY
from tests.housing import homes
from tests.housing.cities import LATER, many_households, small_city
from tests.housing.households import family, ready
from tests.housing.test_dwellings import at
from tests.housing.test_spread import housed  # noqa: F401 - a fixture

DAY = date(2026, 11, 23)


def page_of(made, household):
    return reverse("housing:plan_household", args=[made.public_id, household])


@pytest.fixture
def made(rikke, unit, caseworker):
    """A plan for seven households and seven homes of which several fit each."""
    many_households(unit, 7, caseworker)
    rikke.post(reverse("housing:make_plan"))
    return HousingPlan.objects.get()


@pytest.mark.django_db
def test_every_home_that_a_household_could_have_is_told_with_what_it_costs(rikke, made):
    fit = {row["household"]: len(row["others"]) + 1 for row in made.result["pairs"]}
    several = next(row for row in made.result["pairs"] if len(row["others"]) > 3)

    page = rikke.get(at("plan", made)).content.decode()
    link = page_of(made, several["household"])
    told = rikke.get(link).content.decode()

    assert link in page
    assert f"All {len(several['others'])} homes, and what each costs" in page
    assert max(fit.values()) == 7
    for other in several["others"]:
        assert reverse("housing:dwelling", args=[other["home"]]) in told
    assert told.count('<ul class="plain sub">') == len(several["others"])
    assert "Other homes, and what they cost (6)" in told


@pytest.mark.django_db
def test_who_is_left_over_has_a_page_too_and_whoever_is_in_no_plan_has_none(rikke, lise, unit, caseworker):
    city = small_city(unit, caseworker)
    rikke.post(reverse("housing:make_plan"))
    made = HousingPlan.objects.get()
    [later] = family(unit)
    ready(later)

    left = rikke.get(page_of(made, city["many"].public_id)).content.decode()

    assert "No home fits" in left
    assert "Too few bedrooms: 3 of 3" in left
    tied = rikke.get(page_of(made, city["tied"].public_id)).content.decode()
    assert "would get no home" in tied
    assert rikke.get(page_of(made, later.household.public_id)).status_code == 404


@pytest.mark.django_db
def test_a_household_of_another_unit_is_not_found(rikke, made, other_unit):
    [case] = family(other_unit)
    ready(case)

    assert rikke.get(page_of(made, case.household.public_id)).status_code == 404


@pytest.mark.django_db
def test_a_home_that_another_unit_pinned_is_given_to_nobody_here_and_it_is_named_by_whom(
    rikke, officer, unit, other_unit, caseworker
):
    city = small_city(unit, caseworker)
    [theirs] = family(other_unit)
    ready(theirs)
    PairDecision.objects.decide(
        household=theirs.household,
        dwelling=city["large"],
        decision="pin",
        reason="Her sister lives in the same street",
        on=TODAY,
        by=caseworker,
    )

    rikke.post(reverse("housing:make_plan"))

    made = HousingPlan.objects.get()
    large = str(city["large"].public_id)
    assert large not in {row["home"] for row in made.result["pairs"]}
    [left] = [row for row in made.result["left_homes"] if row["home"] == large]
    assert left["stops"]["pinned-elsewhere"] == 4
    page = rikke.get(at("plan", made)).content.decode()
    words = f"{caseworker.name}, {other_unit.name}"
    assert "Pinned: a household of another unit" in page
    assert words in page
    fits = rikke.get(at("fitting_homes", city["hurry"])).content.decode()
    assert f"Pinned for a household of another unit: {words}" in fits
    # Neither who it is for nor why: that is the other unit's.
    assert "Her sister" not in page + fits
    assert str(theirs.household.public_id) not in str(made.inputs)


@pytest.mark.django_db
def test_a_pin_of_the_own_unit_is_no_pin_of_another(officer, unit, caseworker):
    city = small_city(unit, caseworker)
    PairDecision.objects.decide(
        household=city["tied"], dwelling=city["large"], decision="pin", reason="A", on=TODAY, by=officer
    )

    with user_scope(officer):
        inputs = plan_inputs(officer, TODAY)

    assert {home.pinned_by for home in inputs.homes} == {""}


@pytest.mark.django_db
def test_what_was_ruled_out_by_somebody_of_another_unit_holds_and_is_named(
    rikke, unit, other_unit, caseworker, manager
):
    city = small_city(unit, caseworker)
    PairDecision.objects.decide(
        household=city["alone"],
        dwelling=city["small"],
        decision="forbid",
        reason="A neighbour threatened her",
        on=TODAY,
        by=manager,
    )

    rikke.post(reverse("housing:make_plan"))

    made = HousingPlan.objects.get()
    pairs = {(row["household"], row["home"]) for row in made.result["pairs"]}
    assert (str(city["alone"].public_id), str(city["small"].public_id)) not in pairs
    page = rikke.get(at("plan", made)).content.decode()
    assert manager.name in page
    assert "A neighbour threatened her" in page


@pytest.mark.django_db
def test_the_whole_city_stands_beside_the_plan_without_small_groups(
    rikke,
    officer,
    unit,
    other_unit,
    caseworker,
    housed,  # noqa: F811
):
    housed(other_unit, "norrebro", 12)
    housed(other_unit, "vanlose", 2)
    housed(other_unit, "valby", 8)
    [case] = family(unit)
    ready(case)
    homes.checked(
        home := homes.home("Opfundet Allé 3, 2500 Valby"), AreaList.objects.in_force(TODAY).get(), caseworker
    )

    rikke.post(reverse("housing:make_plan"))

    page = rikke.get(at("plan", HousingPlan.objects.get())).content.decode()
    rows = page.split('id="districts-title"')[1]
    assert "Share of the City's" in rows
    assert str(home.address) in page
    line = next(row for row in rows.split("<tr>") if ">Nørrebro<" in row)
    assert '<td class="number">12</td>' in line
    hidden = next(row for row in rows.split("<tr>") if ">Vanløse<" in row)
    assert "withheld" in hidden
    assert '<td class="number">2</td>' not in hidden


@pytest.mark.django_db
@pytest.mark.parametrize("number", [3, 12])
def test_the_page_of_a_household_asks_the_same_however_many(rikke, unit, caseworker, number):
    many_households(unit, number, caseworker)
    rikke.post(reverse("housing:make_plan"))
    made = HousingPlan.objects.get()
    address = page_of(made, made.inputs["households"][0]["key"])
    rikke.get(address)

    with CaptureQueriesContext(connection) as queries:
        assert rikke.get(address).status_code == 200

    assert len(queries) == 32


ALONE = HouseholdFacts(key="a", persons=1, bedrooms=1, sex="f", age=20, due_on=DAY + timedelta(30))
ROOM = HomeFacts(
    key="x", district="valby", rooms=1, rent=3000, kind="shared", shared_by="women", list_year=2025
)


def given(*homes_there):
    made = plan(Inputs(day=DAY, households=[ALONE], homes=homes_there)).kept()
    [pair] = made["pairs"]
    return pair["home"], {other["home"]: other["change"]["loss"] for other in pair["others"]}


def test_what_else_speaks_against_a_pair_costs_before_a_bedroom_to_spare():
    """A room for people of another age, or free too late, is taken only where nothing better is free."""
    for_older = replace(ROOM, key="older", age_from=60)
    late = replace(ROOM, key="late", available_from=DAY + timedelta(60))
    large = replace(ROOM, key="large", kind="flat", shared_by="", rooms=4)

    home, losses = given(for_older, late, large)

    assert home == "large"
    assert losses == {
        "older": {"days": 0, "spread": 0, "ties": 0, "against": 1, "spare": -2},
        "late": {"days": 0, "spread": 0, "ties": 0, "against": 1, "spare": -2},
    }


def test_ties_come_before_what_else_speaks_against():
    tied = replace(ROOM, key="tied", district="valby", age_from=60)
    other = replace(ROOM, key="other", district="vanlose")
    household = replace(ALONE, districts=("valby",))

    made = plan(Inputs(day=DAY, households=[household], homes=[tied, other])).kept()

    assert made["pairs"][0]["home"] == "tied"
    assert [step["name"] for step in made["steps"]] == ["days", "spread", "ties", "against", "spare"]


@pytest.mark.django_db
def test_it_is_told_in_words(rikke, unit, caseworker):
    row = homes.area_list(caseworker)
    [case] = family(unit, 20)
    case.person.__class__.objects.filter(pk=case.person_id).update(sex="f")
    ready(case, on=LATER)
    HomeNeed.objects.state(household=case.household, on=LATER, today=TODAY, by=caseworker, pets="A cat")
    room = homes.home(
        "Opfundet Vej 5, 2. tv, vær. 1, 2450 København SV",
        kind="shared",
        rooms=1,
        age_from=60,
        shared_by="women",
    )
    flat = homes.home("Opfundet Vej 6, 2450 København SV", rooms=4)
    for each in (room, flat):
        homes.checked(each, row, caseworker)

    rikke.post(reverse("housing:make_plan"))

    made = HousingPlan.objects.get()
    assert made.result["pairs"][0]["home"] == str(flat.public_id)
    told = rikke.get(page_of(made, case.household.public_id)).content.decode()
    assert "One thing more speaks against it" in told
    assert "2 bedrooms to spare fewer" in told
