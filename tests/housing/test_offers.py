"""Offers of homes: to whom, how many at once, and what becomes of them."""

from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, connection, transaction
from django.urls import reverse

from housing.models import Dwelling, HomeOffer
from housing.models.answer import CONSEQUENCES
from tests.factories import TODAY, HouseholdFactory
from tests.housing import homes
from tests.housing.households import OFFER_IN_SQL, READY, family, offer, ready

pytestmark = pytest.mark.django_db
DAY = timedelta(1)


def test_nobody_is_offered_a_home_who_is_not_ready(unit, outside):
    [case] = family(unit)

    with pytest.raises(ValidationError, match="Nobody in the household is ready"):
        offer(case.household, outside)


def test_one_open_offer_per_household_and_one_live_offer_per_home(unit, household, outside):
    offer(household, outside)
    second = homes.home("Opfundet Vej 2, 2500 Valby")
    homes.checked(second, outside.checks.get().area_list, None)
    [other] = family(unit)
    ready(other)

    with pytest.raises(ValidationError, match="last offer to this household has not been answered"):
        offer(household, second)
    with pytest.raises(ValidationError, match="offered to another household meanwhile"):
        offer(other.household, outside)
    for of, home, name in (
        (household, second, "one_open_offer_per_household"),
        (other.household, outside, "one_live_offer_per_home"),
    ):
        with pytest.raises(IntegrityError, match=name), transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(OFFER_IN_SQL, [of.pk, home.pk, TODAY, TODAY])


def test_a_household_that_shrank_meanwhile_is_offered_nothing_until_it_is_looked_at_again(
    rikke, unit, outside
):
    mother, father, _child = family(unit, 34, 36, 9)
    ready(mother)
    form = reverse("housing:offer", args=[mother.household.public_id])
    page = rikke.get(form).content.decode()
    assert 'name="persons" value="3"' in page
    father.join_household(HouseholdFactory(unit=unit), on=TODAY, by=None)
    said = {"dwelling": str(outside.public_id), "persons": "3", "offered_on_when": "today"}
    said |= {"answer_by_day": "1", "answer_by_month": "12", "answer_by_year": str(TODAY.year)}

    answer = rikke.post(form, said)

    assert answer.status_code == 422
    assert "The household has changed meanwhile: it has 2 people now." in answer.content.decode()
    outside.refresh_from_db()
    assert outside.held == ""
    assert rikke.post(form, said | {"persons": "2"}).status_code == 302
    assert HomeOffer.objects.get().offered_to.count() == 2


def test_who_shrank_after_the_offer_is_seen_beside_it(rikke, unit, outside):
    mother, father = family(unit, 34, 36)
    ready(mother)
    offer(mother.household, outside)
    household = reverse("housing:household", args=[mother.household.public_id])
    assert "does the home still fit?" not in rikke.get(household).content.decode()

    father.join_household(HouseholdFactory(unit=unit), on=TODAY, by=None)

    assert "The household has 1 person now: does the home still fit?" in rikke.get(household).content.decode()


def test_what_a_home_is_follows_its_offers_and_nobody_types_it(household, outside):
    def state():
        return Dwelling.objects.at(TODAY).get().state

    made = offer(household, outside)
    assert state() == "offered"
    Dwelling.objects.update(held="")
    assert state() == "offered"
    with pytest.raises(ValidationError, match="Record first what became of that offer"):
        outside.remove(on=TODAY, reason="withdrawn", by=None)

    made.record_answer(answer="accepted", on=TODAY, today=TODAY, by=None)
    assert state() == "taken"
    outside.refresh_from_db()
    with pytest.raises(ValidationError, match="or somebody accepted it"):
        outside.remove(on=TODAY, reason="withdrawn", by=None)
    made.record_answer(answer="withdrawn", on=TODAY, today=TODAY, by=None)
    assert state() == "free"


def test_nobody_moves_in_before_accepting(household, outside):
    made = offer(household, outside)
    with pytest.raises(ValidationError, match="before the offer is accepted"):
        made.move_in(on=TODAY, today=TODAY, by=None)

    made.refresh_from_db()
    made.record_answer(answer="accepted", on=TODAY, today=TODAY, by=None)
    made.move_in(on=TODAY, today=TODAY, by=None)

    with pytest.raises(ValidationError, match="has moved in"):
        made.record_answer(answer="declined", decline_reason="other", on=TODAY, today=TODAY, by=None)


def test_each_reason_to_say_no_has_a_consequence(household, outside):
    made = offer(household, outside, on=READY, answer_by=READY + DAY)
    for reason, consequence in CONSEQUENCES.items():
        is_answer = reason in {"no-answer", "withdrawn"}
        answer = reason if is_answer else "declined"
        made.record_answer(
            answer=answer, decline_reason="" if is_answer else reason, on=TODAY, today=TODAY, by=None
        )
        assert made.consequence == str(consequence)
    with pytest.raises(ValidationError, match="Choose why"):
        made.record_answer(answer="declined", on=TODAY, today=TODAY, by=None)
