"""What is read of households and homes for many at once: the same as the offer itself would be judged by."""

from datetime import timedelta
from itertools import product

import pytest

from accounts.permissions import Role
from housing.households import homes_for, households_of
from housing.match_facts import between, home_facts, household_facts, plan_inputs, settled
from housing.matching import NOTHING, match
from housing.models import Dwelling, HomeNeed, OwnHome, PairDecision, PlacementException
from housing.models.basis import basis_of
from refugees.models import HousingNeed
from tests.factories import TODAY, UserFactory
from tests.housing import homes
from tests.housing.households import READY, family, offer, ready

pytestmark = pytest.mark.django_db
BASES = {"outside", "rules", "exception", "inside", "unchecked", "no-list"}


def held(officer, day=TODAY):
    """Every household of the officer against every home."""
    households, dwellings = list(households_of(officer)), list(Dwelling.objects.at(day).order_by("pk"))
    facts = household_facts(homes_for(households, day), day)
    known = between(households, dwellings, day, officer)
    for (household, said), (dwelling, home) in product(
        zip(households, facts, strict=True), zip(dwellings, home_facts(dwellings, day, officer), strict=True)
    ):
        yield household, dwelling, match(said, home, day, known.get((said.key, home.key), NOTHING))


@pytest.mark.parametrize("confirmed", [True, False])
def test_what_is_said_of_excluded_areas_is_what_the_database_decides(officer, unit, caseworker, confirmed):
    row = homes.area_list(caseworker)
    dwellings = [homes.home(f"Opfundet Vej {number}, 2500 Valby") for number in (1, 2, 3, 4)]
    homes.checked(dwellings[0], row, caseworker)
    homes.checked(dwellings[1], row, caseworker, inside=True)
    homes.checked(dwellings[2], row, caseworker, inside=True)
    for ground in ("convention", "ukraine"):
        [case] = family(unit, ground=ground)
        ready(case)
        manager = UserFactory(role=Role.MANAGER, unit=None, manages=[unit])
        PlacementException.objects.decide(
            household=case.household, dwelling=dwellings[2], reason="A", ground="B", on=TODAY, by=manager
        )
    if not confirmed:
        row.reopen(reason="Wrong", by=caseworker)

    found = list(held(officer))

    assert len(found) == 8
    for household, dwelling, pair in found:
        said = {reason.key for reason in pair.reasons} & BASES
        assert said == {basis_of(household, dwelling, TODAY)}


def test_the_area_and_the_year_of_the_list_are_named(officer, unit, caseworker):
    [case] = family(unit)
    ready(case)
    homes.checked(homes.home(), homes.area_list(caseworker), caseworker, inside=True)

    [(_household, _dwelling, pair)] = held(officer)

    assert [reason.words for reason in pair.stops] == ["Excluded area 2025: Invented Park"]


def test_the_facts_of_a_household(officer, unit, outside):
    mother, *_others = family(unit, 34, 36, 9)
    ready(mother)
    HousingNeed.objects.state(case=mother, on=TODAY, by=None, needs=["lift"])
    HomeNeed.objects.state(
        household=mother.household,
        on=TODAY,
        today=TODAY,
        by=officer,
        districts=["valby"],
        ties="School",
        most_rent=6100,
        pets="A cat",
    )

    inputs = plan_inputs(officer, TODAY)

    [facts] = inputs.households
    assert (facts.persons, facts.bedrooms, facts.needs, facts.districts) == (3, 2, ("lift",), ("valby",))
    assert (facts.most_rent, facts.pets, facts.stopped) == (6100, "A cat", "")
    assert facts.due_on == mother.clocks.get(goal="housing-offered").due_on
    [home] = inputs.homes
    assert (home.bedrooms, home.features, home.basis, home.list_year) == (2, ("lift",), "outside", 2025)


def test_whoever_waits_and_whatever_is_free_is_in_the_plan_and_nobody_else(
    officer, unit, other_unit, caseworker, outside
):
    [waits], [offered], [own], [_not_ready], [elsewhere] = (
        family(each) for each in (unit, unit, unit, unit, other_unit)
    )
    for case in (waits, offered, own, elsewhere):
        ready(case)
    offer(offered.household, outside)
    OwnHome.objects.found(case=own, on=TODAY, note="", today=TODAY, by=None)
    free = homes.home("Opfundet Vej 2, 2500 Valby")
    coming = homes.home("Opfundet Vej 3, 2500 Valby", available_from=TODAY + timedelta(30))
    homes.home("Opfundet Vej 4, 2500 Valby").remove(on=TODAY, reason="other", by=caseworker)

    inputs = plan_inputs(officer, TODAY)

    assert [each.key for each in inputs.households] == [str(waits.household.public_id)]
    assert [each.key for each in inputs.homes] == [str(free.public_id), str(coming.public_id)]


def test_what_stops_a_household_or_a_home_is_named(officer, unit, caseworker, outside):
    [offered], [own] = family(unit), family(unit)
    for case in (offered, own):
        ready(case)
    offer(offered.household, outside)
    OwnHome.objects.found(case=own, on=TODAY, note="", today=TODAY, by=None)

    found = [{reason.key for reason in pair.stops} for _household, _dwelling, pair in held(officer)]

    assert found == [{"has-offer", "offered"}, {"own-home", "offered"}]


def test_a_home_that_was_declined_is_not_proposed_again_and_the_deadline_stays(officer, unit, outside):
    [case] = family(unit)
    ready(case)
    offer(case.household, outside).record_answer(
        answer="declined", decline_reason="too-small", on=TODAY, today=TODAY, by=officer
    )

    inputs = plan_inputs(officer, TODAY)

    [known] = inputs.between.values()
    assert known.declined_on == TODAY
    assert inputs.households[0].due_on == case.clocks.get(goal="housing-offered").due_on


def test_homes_taken_in_the_last_twelve_months_count_in_the_spread(officer, unit, other_unit, outside):
    by = officer
    for number, (of, accepts) in enumerate([(unit, True), (unit, False), (other_unit, True)]):
        [case] = family(of)
        ready(case)
        dwelling = homes.home(f"Opfundet Vej 1{number}, 2500 Valby")
        homes.checked(dwelling, outside.checks.get().area_list, by)
        made = offer(case.household, dwelling, on=READY, answer_by=TODAY)
        if accepts:
            made.record_answer(answer="accepted", on=READY, today=TODAY, by=by)

    assert settled(officer, TODAY) == {"valby": 1}
    assert settled(officer, READY.replace(year=2027)) == {}


def test_decisions_of_the_own_households_are_known(officer, unit, other_unit, outside):
    [case], [other] = family(unit), family(other_unit)
    for number, each in enumerate((case, other)):
        ready(each)
        PairDecision.objects.decide(
            household=each.household,
            dwelling=outside,
            decision=("pin", "forbid")[number],
            reason="Her sister lives there",
            on=TODAY,
            by=None,
        )

    [known] = plan_inputs(officer, TODAY).between.values()

    assert (known.decision, known.why) == ("pin", "Her sister lives there")


@pytest.mark.parametrize("number", [3, 30])
def test_the_questions_are_the_same_however_many(officer, unit, outside, number, django_assert_num_queries):
    for each in range(number):
        ready(family(unit, 34, 5)[0])
        homes.home(f"Opfundet Vej {100 + each}, 2500 Valby")

    with django_assert_num_queries(18):
        plan_inputs(officer, TODAY)
