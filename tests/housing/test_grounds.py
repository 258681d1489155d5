"""An offer whose ground falls away while it is open stands among what is due today, with why."""

import pytest

from housing.models import PlacementException
from housing.work import day_of
from tests.factories import TODAY
from tests.housing import homes
from tests.housing.households import family, offer, ready
from tests.housing.test_today import PAGE

pytestmark = pytest.mark.django_db


def told(user):
    """What stands there of offers without their ground: why, and what can be done."""
    rows = [row for each in day_of(user, TODAY).sections if each.key == "grounds" for row in each.rows]
    return [(row.why.split(" · ")[0], row.act) for row in rows]


@pytest.fixture
def inside(caseworker):
    dwelling = homes.home()
    homes.checked(dwelling, homes.area_list(caseworker), caseworker, inside=True)
    return dwelling


def test_a_managers_exception_is_withdrawn(household, inside, manager, officer, rikke):
    row = PlacementException.objects.decide(
        household=household, dwelling=inside, reason="A", ground="B", on=TODAY, by=manager
    )
    made = offer(household, inside)
    assert told(officer) == []

    row.withdraw(on=TODAY, reason="It was a mistake", by=manager)

    words = "Offered by a manager's exception, which has been withdrawn"
    assert told(officer) == [(words, "Take the offer back")]
    page = rikke.get(PAGE).content.decode()
    assert "Offers whose ground has fallen away" in page
    made.take_back(reason="No ground", today=TODAY, by=officer)
    assert told(officer) == []


def test_the_rules_for_ukraine_hold_no_more(unit, inside, officer):
    mother, father = family(unit, 34, 36, ground="ukraine")
    ready(mother)
    offer(mother.household, inside).record_answer(answer="accepted", on=TODAY, today=TODAY, by=None)
    assert told(officer) == []

    father.change_ground(permit_ground="convention", reason="Another permit", on=TODAY, by=None)

    words = "Offered by the rules for Ukraine, which no longer hold for the whole household"
    assert told(officer) == [(words, "Take the offer back")]


def test_the_list_is_opened_again_changed_and_the_home_is_found_inside(
    household, outside, officer, caseworker
):
    offer(household, outside)
    row = outside.checks.get().area_list

    row.reopen(reason="One was missing", by=caseworker)
    opened = told(officer)
    row.confirm(on=TODAY, by=caseworker)
    changed = told(officer)
    homes.checked(outside, row, caseworker, inside=True)
    found = told(officer)
    homes.checked(outside, row, caseworker)

    assert [*opened, *changed, *found] == [
        ("The list it was checked against has been opened again", "See the list"),
        ("The list has another edition since, and the home is not checked against it", "Check it"),
        ("Found inside an excluded area since it was offered", "Take the offer back"),
    ]
    assert told(officer) == []


def test_another_ground_that_holds_is_enough(household, inside, manager, officer):
    row = PlacementException.objects.decide(
        household=household, dwelling=inside, reason="A", ground="B", on=TODAY, by=manager
    )
    offer(household, inside)
    homes.checked(inside, inside.checks.get().area_list, officer)

    row.withdraw(on=TODAY, reason="The check was wrong", by=manager)

    assert told(officer) == []


def test_what_another_unit_offered_is_told_to_nobody_here(household, inside, manager, officer, other_unit):
    [case] = family(other_unit, ground="ukraine")
    ready(case)
    offer(case.household, inside)

    case.change_ground(permit_ground="convention", reason="Another permit", on=TODAY, by=None)

    assert told(officer) == []
