"""The plan on the screen: made, decided for, made again, kept; and the homes and households that fit each other."""

import pytest
from django.db import DatabaseError, connection, transaction
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils.translation import override

from housing.match_facts import plan_inputs
from housing.models import Dwelling, HomeOffer, HousingPlan, PairDecision
from housing.planning import plan
from refugees.models import Household
from tests.factories import TODAY
from tests.housing.cities import LATER, many_households, small_city
from tests.housing.households import family, offer, ready
from tests.housing.test_dwellings import at

pytestmark = pytest.mark.django_db
PLANS = reverse("housing:plans")


@pytest.fixture
def city(unit, caseworker):
    return small_city(unit, caseworker)


@pytest.fixture
def made(rikke, city):
    """A plan of that city, through the browser."""
    answer = rikke.post(reverse("housing:make_plan"))
    assert answer.status_code == 302
    return HousingPlan.objects.get()


def pairs_of(kept):
    return {(row["household"], row["home"]) for row in kept.result["pairs"]}


def key(row):
    return str(row.public_id)


def test_whose_time_runs_out_is_housed_and_everybody_else_is_told_why_not(rikke, made, city):
    page = rikke.get(at("plan", made)).content.decode()

    assert pairs_of(made) == {
        (key(city["hurry"]), key(city["large"])),
        (key(city["alone"]), key(city["small"])),
    }
    assert made.is_proven
    assert made.gap == 0
    for words in (
        "2 pairs of 4 households and 3 homes",
        "No plan is better",
        "1 home fits; it goes to a household whose time runs out sooner, or as soon",
        "Too few bedrooms: 3 of 3",
        "Inside an excluded area: 4 of 4",
    ):
        assert words in page, words
    assert not HomeOffer.objects.exists()


def test_where_no_plan_is_found_in_time_it_is_said_and_nothing_is_kept(rikke, unit, caseworker, settings):
    many_households(unit, 12, caseworker)  # fewer are solved before the clock is looked at
    settings.PLAN_SECONDS = 0

    answer = rikke.post(reverse("housing:make_plan"), follow=True)

    assert answer.redirect_chain == [(PLANS, 302)]
    assert "No plan was found in the time that the solver has." in answer.content.decode()
    assert not HousingPlan.objects.exists()
    settings.PLAN_SECONDS = 20
    rikke.post(reverse("housing:make_plan"))
    assert HousingPlan.objects.get().is_proven


def test_what_another_choice_costs_is_said_with_who_would_move(rikke, made, city):
    page = rikke.get(at("plan", made)).content.decode()

    names = [case.person.name for case in city["hurry"].case_set.order_by("number")]
    [left] = [row for row in made.result["left_households"] if row["household"] == key(city["tied"])]
    [other] = left["others"]
    assert other["change"]["loss"] == {"days": 1, "spread": 0, "ties": -1, "against": 0, "spare": 0}
    assert f"{', '.join(names)} would get no home" in page
    assert "One tie more kept" in page


def test_a_pin_and_what_is_ruled_out_hold_for_the_next_plan_with_their_reasons(rikke, made, city):
    pin = {"decision": "pin", "reason": "The school of the children"}
    forbid = {"decision": "forbid", "reason": "A neighbour threatened her"}
    to_pin = reverse("housing:decide", args=[city["tied"].public_id, city["large"].public_id])
    to_forbid = reverse("housing:decide", args=[city["alone"].public_id, city["small"].public_id])

    assert rikke.post(to_pin, pin).url == PLANS
    assert rikke.post(to_forbid, forbid).url == PLANS
    rikke.post(reverse("housing:make_plan"))

    again = HousingPlan.objects.latest("pk")
    assert (key(city["tied"]), key(city["large"])) in pairs_of(again)
    assert (key(city["alone"]), key(city["small"])) not in pairs_of(again)
    page = rikke.get(at("plan", again)).content.decode()
    for words in ("The school of the children", "A neighbour threatened her", "Rikke Invented", "Ruled out"):
        assert words in page
    listed = rikke.get(PLANS).content.decode()
    assert "The school of the children" in listed
    assert pairs_of(made) == pairs_of(HousingPlan.objects.earliest("pk"))


def test_what_does_not_fit_cannot_be_pinned(rikke, city):
    address = reverse("housing:decide", args=[city["many"].public_id, city["large"].public_id])

    answer = rikke.post(address, {"decision": "pin", "reason": "They want it"})

    assert answer.status_code == 422
    assert "These two cannot be pinned: 2 bedrooms short." in answer.content.decode()
    assert not PairDecision.objects.exists()


def test_a_decision_is_lifted_with_a_reason(rikke, officer, city):
    row = PairDecision.objects.decide(
        household=city["tied"], dwelling=city["large"], decision="pin", reason="A", on=TODAY, by=officer
    )

    assert rikke.post(at("lift", row), {"reason": ""}).status_code == 422
    assert rikke.post(at("lift", row), {"reason": "The school has moved"}).url == PLANS

    row.refresh_from_db()
    assert (row.lifted_on, row.lifted_reason) == (TODAY, "The school has moved")
    assert rikke.post(at("lift", row), {"reason": "Again"}).status_code in {409, 422}


@pytest.mark.parametrize("again", ["household", "home"])
def test_of_a_household_and_of_a_home_one_pin_stands(rikke, officer, city, again):
    PairDecision.objects.decide(
        household=city["tied"], dwelling=city["large"], decision="pin", reason="A", on=TODAY, by=officer
    )
    who, what = ("hurry", "large") if again == "home" else ("tied", "large")
    address = reverse("housing:decide", args=[city[who].public_id, city[what].public_id])

    answer = rikke.post(address, {"decision": "pin", "reason": "Too"})

    assert answer.status_code == 422
    assert "Lift that first." in answer.content.decode()
    assert PairDecision.objects.count() == 1


def test_a_home_that_another_unit_pinned_is_refused_in_words(rikke, other_unit, city):
    [case] = family(other_unit)
    ready(case, on=LATER)
    PairDecision.objects.decide(
        household=case.household, dwelling=city["small"], decision="pin", reason="A", on=TODAY, by=None
    )
    address = reverse("housing:decide", args=[city["alone"].public_id, city["small"].public_id])

    answer = rikke.post(address, {"decision": "pin", "reason": "Too"})

    assert answer.status_code == 422
    words = "These two cannot be pinned: Pinned for a household of another unit: "
    assert words + other_unit.name in answer.content.decode()


def test_a_pin_that_fits_no_more_is_not_kept_and_says_why(officer, unit, city):
    PairDecision.objects.decide(
        household=city["many"], dwelling=city["large"], decision="pin", reason="A", on=TODAY, by=officer
    )

    kept = HousingPlan.objects.keep(plan(plan_inputs(officer, TODAY)), unit=unit, by=officer)

    [row] = kept.result["not_kept"]
    assert [reason["key"] for reason in row["reasons"]] == ["bedrooms-short"]
    assert (key(city["many"]), key(city["large"])) not in pairs_of(kept)


def test_from_a_pair_one_goes_to_the_offer_and_afterwards_the_plan_says_what_became_of_it(rikke, made, city):
    address = f"{at('offer', city['hurry'])}?home={city['large'].public_id}"
    assert address in rikke.get(at("plan", made)).content.decode()
    form = rikke.get(address).content.decode()
    assert f'<option value="{city["large"].public_id}" selected' in form

    offer(city["hurry"], city["large"])

    page = rikke.get(at("plan", made)).content.decode()
    assert "This home has been offered to them meanwhile" in page
    assert address not in page


def test_a_kept_plan_is_read_in_the_language_of_its_reader(made, officer, rikke):
    officer.choose_language("da")

    page = rikke.get(at("plan", made)).content.decode()

    assert "Ingen plan er bedre" in page
    assert "I et udelukket område" in page


def test_a_plan_is_written_once(made):
    for change in (made.save, made.delete):
        with pytest.raises(DatabaseError, match="permission denied"), transaction.atomic():
            change()


def test_who_sees_a_plan(made, lise, at_forms, manager, stranger, mentor, city):
    jens = at_forms(manager)

    for browser in (lise, jens):
        page = browser.get(at("plan", made)).content.decode()
        assert "Solve it again" not in page
        assert "Offer it" not in page
    assert at_forms(stranger).get(at("plan", made)).status_code == 404
    assert at_forms(mentor).get(at("plan", made)).status_code == 404
    assert jens.post(reverse("housing:make_plan")).status_code == 403
    assert HousingPlan.objects.count() == 1
    names = city["hurry"].case_set.first().person.name
    assert names not in str(made.inputs) + str(made.result)


def test_the_homes_of_a_household_with_every_reason(rikke, city):
    page = rikke.get(at("fitting_homes", city["tied"])).content.decode()

    first, rest = page.split("Does not fit, and why")
    assert str(city["large"].address) in first
    assert "Valby, where the household is tied" in first
    assert f"?home={city['large'].public_id}" in first
    assert "One bedroom short" in rest
    assert "Excluded area 2025: Invented Park" in rest
    assert f"?home={city['small'].public_id}" not in rest


def test_the_households_of_a_home_whose_time_runs_out_first(rikke, city, lise):
    page = rikke.get(at("fitting_households", city["large"])).content.decode()

    hurry, tied = (city[who].case_set.order_by("number").first().person.name for who in ("hurry", "tied"))
    assert page.index(hurry) < page.index(tied)
    assert "2 bedrooms short" in page
    assert "Offer this home" not in lise.get(at("fitting_households", city["large"])).content.decode()


def test_every_word_of_the_plan_has_its_danish(made, rikke, officer):
    with override("da"):
        officer.choose_language("da")
        page = rikke.get(at("plan", made)).content.decode()

    for english in (
        "Who would get which home",
        "Without this pair",
        "How it was solved",
        "would get no home",
    ):
        assert english not in page


@pytest.mark.parametrize("number", [3, 30])
def test_the_pages_ask_the_same_however_many(rikke, unit, caseworker, number):
    many_households(unit, number, caseworker)
    rikke.post(reverse("housing:make_plan"))
    kept = HousingPlan.objects.get()
    household = kept.inputs["households"][0]["key"]
    home = kept.inputs["homes"][0]["key"]
    PairDecision.objects.decide(
        household=Household.objects.get(public_id=household),
        dwelling=Dwelling.objects.get(public_id=home),
        decision="forbid",
        reason="A",
        on=TODAY,
        by=None,
    )
    addresses = {
        "plan": at("plan", kept),
        "plans": PLANS,
        "homes": reverse("housing:fitting_homes", args=[household]),
        "households": reverse("housing:fitting_households", args=[home]),
    }

    asked = {}
    for name, address in addresses.items():
        rikke.get(address)
        with CaptureQueriesContext(connection) as queries:
            rikke.get(address)
        asked[name] = len(queries)

    assert asked == {"plan": 25, "plans": 26, "homes": 31, "households": 30}
