"""An excluded area, tried through every door: the form, the shell, the list, the plan, a change afterwards, and SQL."""

from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, connection, transaction
from django.urls import reverse

from accounts.scope import user_scope
from housing.match_facts import plan_inputs
from housing.models import Dwelling, HomeOffer
from housing.planning import plan
from refugees.models import Case
from tests.factories import TODAY
from tests.forms import on
from tests.housing import homes
from tests.housing.households import OFFER_IN_SQL, offer
from tests.housing.test_homes_taken_in import FLAT, staged

pytestmark = pytest.mark.django_db
RULE = "home_offer_lies_outside_excluded_areas"


@pytest.fixture
def inside(caseworker):
    dwelling = homes.home()
    homes.checked(dwelling, homes.area_list(caseworker), caseworker, inside=True)
    return dwelling


@pytest.fixture
def nothing_offered():
    yield
    assert not HomeOffer.objects.exists()


def by_the_form(household, dwelling, rikke):
    said = {"dwelling": str(dwelling.public_id), "persons": "1"} | on("offered_on", TODAY)
    day = TODAY + timedelta(7)
    said |= {"answer_by_day": day.day, "answer_by_month": day.month, "answer_by_year": day.year}
    return rikke.post(reverse("housing:offer", args=[household.public_id]), said)


def test_the_form_says_it_in_clear_words(household, inside, rikke, nothing_offered):
    answer = by_the_form(household, inside, rikke)

    assert answer.status_code == 422
    assert "The home lies inside an excluded area." in answer.content.decode()


def test_a_home_of_a_list_is_offered_once_it_was_checked_and_not_before(
    household, officer, caseworker, rikke, nothing_offered
):
    homes.provider()
    row = homes.area_list(caseworker)
    staged(officer, FLAT).carry_out(by=officer, today=TODAY)
    taken_in = Dwelling.objects.get()

    answer = by_the_form(household, taken_in, rikke)
    assert "has not been checked against the list of excluded areas" in answer.content.decode()
    homes.checked(taken_in, row, caseworker, inside=True)
    answer = by_the_form(household, taken_in, rikke)
    assert "The home lies inside an excluded area." in answer.content.decode()
    # The same list again says nothing of the check, and neither does another rent.
    staged(officer, [*FLAT[:6], "7.200", *FLAT[7:]]).carry_out(by=officer, today=TODAY)
    assert Dwelling.objects.get().rent == 7200
    assert by_the_form(household, taken_in, rikke).status_code == 422


def test_the_shell_is_refused_by_the_verb_and_past_it(household, inside, nothing_offered):
    with pytest.raises(ValidationError, match="lies inside an excluded area"):
        offer(household, inside)
    facts = {"persons": 1, "offered_on": TODAY, "answer_by": TODAY}
    with pytest.raises(IntegrityError, match=RULE), transaction.atomic():
        HomeOffer(household=household, dwelling=inside, basis="outside", **facts).save()


def test_sql_is_refused_and_so_is_whoever_says_by_sql_that_it_was_checked_elsewhere(
    household, inside, officer, nothing_offered
):
    check = inside.checks.get()
    with (
        user_scope(officer),
        pytest.raises(IntegrityError, match=f"{RULE}: inside"),
        transaction.atomic(),
        connection.cursor() as cursor,
    ):
        cursor.execute(OFFER_IN_SQL, [household.pk, inside.pk, TODAY, TODAY])
    # Of another place the check says nothing: a home that is moved is not checked.
    Dwelling.objects.filter(pk=inside.pk).update(number="77")
    with (
        user_scope(officer),
        pytest.raises(IntegrityError, match=f"{RULE}: unchecked"),
        transaction.atomic(),
        connection.cursor() as cursor,
    ):
        cursor.execute(OFFER_IN_SQL, [household.pk, inside.pk, TODAY, TODAY])
    check.refresh_from_db()
    assert check.is_inside


def test_the_plan_gives_it_to_nobody(household, inside, officer, nothing_offered):
    made = plan(plan_inputs(officer, TODAY)).kept()

    assert Case.objects.open().filter(household=household).exists()
    assert made["pairs"] == []
    [left] = made["left_homes"]
    assert left["stops"] == {"inside": 1}
