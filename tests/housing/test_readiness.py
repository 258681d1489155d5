"""Who is ready to relocate, and the clocks of the promise from that day on: what stops, ends and restarts them."""

from datetime import date, timedelta

import pytest
from django.core.exceptions import ValidationError

from housing.models import Dwelling, HomeNeed, HomeOffer, OwnHome, Readiness
from tests.factories import TODAY
from tests.housing.households import READY, family, offer, ready

pytestmark = pytest.mark.django_db
DAY = timedelta(1)


def clocks(case):
    """The clocks of the promise, in the order in which they began."""
    return list(case.clocks.filter(goal="housing-offered").at(TODAY).order_by("starts_on", "pk"))


def test_all_adults_of_a_household_are_ready_by_one_act(unit, caseworker):
    mother, father, child = family(unit, 34, 36, 9)

    ready(mother, by=caseworker)

    assert [clock.due_on for each in (mother, father) for clock in clocks(each)] == [date(2027, 4, 5)] * 2
    assert clocks(child) == []
    row = father.key_dates.get(event="E5")
    assert (row.on, row.reason, row.recorded_by) == (READY, "Speaks for itself", caseworker)
    with pytest.raises(ValidationError, match="ready already"):
        ready(mother)


def test_somebody_alone_becomes_a_household_of_one(case):
    assert case.household is None

    ready(case, on=TODAY)

    assert list(case.household.case_set.all()) == [case]


@pytest.mark.parametrize("taken_over_on", [None, READY + DAY])
def test_nobody_is_ready_before_takeover(unit, taken_over_on):
    first, second = family(unit, 34, 36)
    [other] = family(unit, 40, taken_over_on=taken_over_on)
    other.join_household(first.household, on=TODAY, by=None)

    with pytest.raises(ValidationError, match=f"{other.number}: nobody is ready to relocate before"):
        ready(first)

    assert not second.key_dates.filter(event="E5").exists()


def test_readiness_that_is_withdrawn_and_said_again_is_another_clock(unit, outside, caseworker):
    [case] = family(unit)
    ready(case)
    offer(case.household, outside).record_answer(
        answer="declined", decline_reason="too-small", on=TODAY, today=TODAY, by=None
    )
    Readiness.objects.take_back(case=case, reason="In hospital", by=caseworker)
    assert [clock.state for clock in clocks(case)] == ["void"]

    ready(case, on=TODAY)

    withdrawn, again = clocks(case)
    assert (withdrawn.state, again.state, again.met_on) == ("void", "running", None)


def test_a_corrected_readiness_keeps_its_clock_and_the_offer_that_answered_it(unit, outside):
    [case] = family(unit)
    [row] = ready(case)
    offer(case.household, outside)
    row.correct(on=READY + DAY, reason="Typed wrongly", by=None)

    [clock] = clocks(case)

    assert (clock.starts_on, clock.met_on, clock.state) == (READY + DAY, TODAY, "met_in_time")


def test_the_first_offer_stops_the_clock_of_each_adult_and_a_decline_starts_none(unit, outside):
    cases = family(unit, 34, 36, 9)
    ready(cases[0])

    made = offer(cases[0].household, outside)
    made.record_answer(answer="declined", decline_reason="too-dear", on=TODAY, today=TODAY, by=None)

    for case in cases[:2]:
        [clock] = clocks(case)
        assert (clock.met_on, clock.state) == (TODAY, "met_in_time")
    assert made.basis == "outside"
    assert made.area_check == outside.checks.get()
    assert Dwelling.objects.at(TODAY).get().state == "free"


def test_a_birth_changes_what_is_needed_and_no_clock(unit, outside, caseworker):
    mother, father = family(unit, 34, 36)
    ready(mother)
    before = clocks(mother)[0].due_on
    HomeNeed.objects.state(household=mother.household, on=READY, today=TODAY, by=caseworker, pets="A cat")
    [baby] = family(unit, 0)
    baby.join_household(mother.household, on=TODAY, by=None)

    HomeNeed.objects.state(
        household=mother.household,
        on=TODAY,
        today=TODAY,
        by=caseworker,
        bedrooms=2,
        bedrooms_reason="A child was born",
    )

    first, second = HomeNeed.objects.order_by("during")
    assert (first.during.upper, first.pets, second.during.lower, second.bedrooms) == (
        TODAY,
        "A cat",
        TODAY,
        2,
    )
    assert clocks(mother)[0].due_on == before
    with pytest.raises(ValidationError, match="it has 3 people now"):
        offer(mother.household, outside, persons=2)
    assert not HomeOffer.objects.exists()


def test_who_leaves_a_household_keeps_the_offer_and_who_joins_has_none(unit, outside):
    stays, leaves = family(unit, 34, 36)
    ready(stays)
    offer(stays.household, outside)
    [joins] = family(unit, 40)
    joins.join_household(stays.household, on=TODAY, by=None)
    leaves.refresh_from_db()
    leaves.join_household(None, on=TODAY, by=None)
    ready(stays, on=TODAY)

    assert [clock.state for each in (stays, leaves) for clock in clocks(each)] == ["met_in_time"] * 2
    assert [clock.state for clock in clocks(joins)] == ["running"]


def test_a_home_of_their_own_ends_the_promise_and_taken_back_it_runs_again(unit, caseworker):
    mother, father = family(unit, 34, 36)
    ready(mother)

    OwnHome.objects.found(case=father, on=TODAY, note="Through a friend", today=TODAY, by=caseworker)
    for case in (mother, father):
        [clock] = clocks(case)
        assert (clock.state, clock.void_on, clock.void_reason) == ("void", TODAY, "own-home")

    OwnHome.objects.take_back(case=mother, reason="It fell through", today=TODAY, by=caseworker)
    assert [clock.state for each in (mother, father) for clock in clocks(each)] == ["running"] * 2


def test_an_offer_that_was_never_made_is_taken_back_and_the_promise_runs_again(household, outside):
    made = offer(household, outside)

    made.take_back(reason="Another household was meant", today=TODAY, by=None)

    [case] = household.case_set.all()
    assert [clock.state for clock in clocks(case)] == ["running"]
    assert Dwelling.objects.at(TODAY).get().state == "free"
    with pytest.raises(ValidationError, match="taken back"):
        made.record_answer(answer="accepted", on=TODAY, today=TODAY, by=None)
