"""The promise that a health assessment is offered: when its clocks start, what keeps them, who is covered."""

from datetime import date

import pytest
from django.urls import reverse

from goals.models import Clock
from health.goals import read_facts
from health.models import HealthOffer
from tests.factories import TODAY, CaseFactory, PersonFactory
from tests.health import scene

pytestmark = pytest.mark.django_db

TAKEOVER = date(2026, 11, 2)


def clocks(case):
    return {clock.standard: clock for clock in Clock.objects.filter(case=case, goal="health-offered")}


def new(unit, **facts):
    return CaseFactory(unit=unit, taken_over_on=TAKEOVER, health_offered_on=None, **facts)


def test_six_months_by_law_and_one_by_our_own_reminder(unit):
    case = new(unit)

    found = clocks(case)
    assert {standard: clock.due_on for standard, clock in found.items()} == {
        "law": date(2027, 5, 2),
        "internal": date(2026, 12, 2),
    }
    assert {clock.compartment for clock in found.values()} == {"health"}


def test_the_offer_keeps_it_whatever_the_answer(unit):
    case = new(unit)
    scene.answered(scene.offered(case), answer="declined")

    assert {clock.met_on for clock in clocks(case).values()} == {TODAY}


def test_an_offer_taken_back_keeps_it_no_more(unit):
    case = new(unit)
    scene.offered(case).take_back(reason="Another person", by=None)

    assert {clock.met_on for clock in clocks(case).values()} == {None}


def test_a_closed_case_lets_it_fall_away(unit):
    case = new(unit)
    case.close(on=TODAY, reason="moved", by=None)

    assert {clock.void_on for clock in clocks(case).values()} == {TODAY}


def test_children_are_covered_family_reunified_people_are_not(unit):
    child = new(unit, person=PersonFactory(unit=unit, born_on=date(2020, 1, 1)))
    reunified = new(unit, permit_ground="family")

    assert set(clocks(child)) == {"law", "internal"}
    assert clocks(reunified) == {}


def test_facts_of_many_cases_take_as_many_queries_as_of_one(unit, django_assert_num_queries):
    cases = [new(unit).pk for _ in range(5)]

    for some in (cases[:1], cases):
        with django_assert_num_queries(3):
            assert len(list(read_facts(some))) == len(some)


def test_outside_the_compartment_its_receipt_says_dates_and_nothing_of_the_answer(
    unit, caseworker, signed_in
):
    case = new(unit)
    offer = scene.offered(case)
    scene.answered(offer, answer="declined", reason="Afraid of needles")
    address = reverse("case_receipt", args=[case.public_id, "health-offered", "law", 1])

    text = signed_in(caseworker).get(address).content.decode()

    assert "2 May 2027" in text
    assert "needles" not in text
    assert HealthOffer.objects.get(pk=offer.pk).answer_reason == "Afraid of needles"
