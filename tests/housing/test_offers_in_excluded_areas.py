"""Homes in excluded areas are not offered, whoever writes; unless a rule or a manager makes an exception."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, connection, transaction

from accounts.scope import user_scope
from housing.models import HomeOffer, PlacementException
from housing.models.basis import basis_of
from tests.factories import TODAY
from tests.housing import homes
from tests.housing.households import OFFER_IN_SQL, family, offer, ready

pytestmark = pytest.mark.django_db
REFUSED = "home_offer_lies_outside_excluded_areas"


@pytest.fixture
def inside(caseworker):
    """A home inside the one area of the list that holds today."""
    dwelling = homes.home()
    homes.checked(dwelling, homes.area_list(caseworker), caseworker, inside=True)
    return dwelling


def refused_by_sql(household, dwelling, officer, on=TODAY):
    """Whether SQL of the application's own role, in the scope of a housing officer, is refused."""
    with (
        user_scope(officer),
        pytest.raises(IntegrityError, match=REFUSED),
        transaction.atomic(),
        connection.cursor() as cursor,
    ):
        cursor.execute(OFFER_IN_SQL, [household.pk, dwelling.pk, on, on])


def test_a_home_inside_an_excluded_area_is_refused_whoever_writes(household, inside, officer):
    with pytest.raises(ValidationError, match="lies inside an excluded area"):
        offer(household, inside)
    facts = {
        "household": household,
        "dwelling": inside,
        "persons": 1,
        "offered_on": TODAY,
        "answer_by": TODAY,
    }
    with pytest.raises(IntegrityError, match=REFUSED), transaction.atomic():
        HomeOffer.objects.create(**facts, basis="outside")
    with pytest.raises(IntegrityError, match=REFUSED), transaction.atomic():
        HomeOffer.objects.bulk_create([HomeOffer(**facts, basis="exception")])
    refused_by_sql(household, inside, officer)


def test_an_offer_is_not_moved_into_an_excluded_area_afterwards(household, outside, caseworker):
    made = offer(household, outside)
    other = homes.home("Opfundet Vej 2, 2500 Valby")
    homes.checked(other, outside.checks.get().area_list, caseworker, inside=True)

    for change in ({"dwelling": other}, {"offered_on": date(2025, 11, 30)}):
        with pytest.raises(IntegrityError, match=REFUSED), transaction.atomic():
            HomeOffer.objects.filter(pk=made.pk).update(**change)


def test_a_home_that_was_not_checked_is_refused(household, officer, caseworker):
    dwelling = homes.home()
    with pytest.raises(ValidationError, match="list of excluded areas of that day is not confirmed"):
        offer(household, dwelling)
    homes.area_list(caseworker)
    with pytest.raises(ValidationError, match="has not been checked"):
        offer(household, dwelling)
    refused_by_sql(household, dwelling, officer)


def test_last_years_check_says_nothing_of_this_year_and_still_explains_last_years_offer(unit, caseworker):
    [case] = family(unit, taken_over_on=date(2025, 6, 2))
    ready(case, on=date(2025, 10, 1))
    dwelling, last_year = homes.home(), homes.area_list(caseworker, year=2024)
    said = homes.checked(dwelling, last_year, caseworker)

    assert basis_of(case.household, dwelling, date(2025, 11, 30)) == "outside"
    assert basis_of(case.household, dwelling, date(2025, 12, 1)) == "no-list"
    made = offer(case.household, dwelling, on=date(2025, 11, 30))
    homes.checked(dwelling, homes.area_list(caseworker), caseworker, inside=True)

    made.refresh_from_db()
    assert (made.basis, made.area_check) == ("outside", said)
    assert basis_of(case.household, dwelling, TODAY) == "inside"


def test_the_rules_for_ukraine_make_an_exception_for_a_household_that_follows_them(unit, inside, officer):
    mother, father = family(unit, 34, 36, ground="ukraine")
    ready(mother)
    assert offer(mother.household, inside).basis == "rules"

    father.change_ground(permit_ground="convention", reason="Another permit", on=TODAY, by=None)
    assert basis_of(mother.household, inside, TODAY) == "inside"


def test_a_managers_exception_allows_the_offer_and_explains_it(household, inside, manager):
    row = PlacementException.objects.decide(
        household=household,
        dwelling=inside,
        reason="Her sister cares for her",
        ground="§ 12",
        on=TODAY,
        by=manager,
    )

    made = offer(household, inside)

    assert (made.basis, made.exception) == ("exception", row)
    made.record_answer(answer="withdrawn", on=TODAY, today=TODAY, by=None)
    row.withdraw(on=TODAY, reason="The sister moved", by=manager)
    with pytest.raises(ValidationError, match="lies inside"):
        offer(household, inside)


def test_an_exception_is_a_managers_and_in_their_own_name(household, inside, officer, manager, team_lead):
    facts = {"household": household, "dwelling": inside, "reason": "A", "ground": "B", "on": TODAY}
    with pytest.raises(IntegrityError, match="exception_is_a_managers"), transaction.atomic():
        PlacementException.objects.decide(**facts, by=team_lead)
    sql = (
        "INSERT INTO housing_placementexception (public_id, household_id, dwelling_id, reason, ground, decided_on,"
        " decided_by_id, withdrawn_reason, recorded_at)"
        " VALUES (gen_random_uuid(), %s, %s, 'A', 'B', %s, %s, '', now())"
    )
    with (
        user_scope(officer),
        pytest.raises(IntegrityError, match="exception_is_a_managers"),
        transaction.atomic(),
        connection.cursor() as cursor,
    ):
        cursor.execute(sql, [household.pk, inside.pk, TODAY, manager.pk])
