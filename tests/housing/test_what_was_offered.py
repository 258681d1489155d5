"""What somebody was offered stands: the offer keeps the home as it was, and the home stays so while somebody has it."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, connection, transaction

from housing.addresses import Address, parse_address
from housing.letter import letter_of
from housing.models import Dwelling, HomeOffer
from housing.models.offered_home import AS_OFFERED
from tests.factories import TODAY
from tests.housing import homes
from tests.housing.households import OFFER_IN_SQL, offer
from tests.housing.test_dwellings import at

pytestmark = pytest.mark.django_db
# What the letter says; beside it, what stands even after it was accepted.
FACTS = {
    "rent": 9000,
    "deposit": 1,
    "rooms": 4,
    "size_m2": 20,
    "features": [],
    "available_from": date(2026, 12, 24),
}
PLACE = {
    "street": "Anden Vej",
    "number": "2",
    "floor": "3",
    "door": "th",
    "postcode": "2500",
    "town": "København V",
    "district": "vesterbro",
    "kind": "house",
}


def refused(dwelling, **change):
    """Whether the database refuses it, whoever writes."""
    before = Dwelling.objects.values().get(pk=dwelling.pk)
    with pytest.raises(IntegrityError, match="offered_home_stands"), transaction.atomic():
        Dwelling.objects.filter(pk=dwelling.pk).update(**change)
    assert Dwelling.objects.values().get(pk=dwelling.pk) == before


def change(dwelling, by, **facts):
    """Through the form's verb."""
    address = facts.pop("address", dwelling.address)
    given = {name: getattr(dwelling, name) for name in homes.SAID} | {"provider": dwelling.provider} | facts
    dwelling.change(address=address, by=by, **given)


@pytest.mark.parametrize("name", [*FACTS, *PLACE])
def test_what_is_offered_is_not_changed_under_the_offer(household, outside, name):
    offer(household, outside)

    refused(outside, **{name: (FACTS | PLACE)[name]})


@pytest.mark.parametrize("name", [*FACTS, *PLACE])
def test_where_somebody_lives_stands_and_what_it_costs_may_change(household, outside, name):
    made = offer(household, outside)
    made.record_answer(answer="accepted", on=TODAY, today=TODAY, by=None)

    if name in PLACE:
        refused(outside, **{name: PLACE[name]})
    else:
        Dwelling.objects.filter(pk=outside.pk).update(**{name: FACTS[name]})


def test_the_form_says_so_at_the_field_and_after_the_answer_it_can_be_changed(household, outside, officer):
    made = offer(household, outside)

    with pytest.raises(ValidationError) as told:
        change(outside, officer, rent=9000, district="vesterbro")
    assert set(told.value.message_dict) == {"rent", "district"}
    assert "Record first what became of that offer." in told.value.message_dict["rent"][0]
    with pytest.raises(ValidationError, match="at this address"):
        change(outside, officer, address=parse_address("Anden Vej 2, 2450 København SV"))

    made.record_answer(answer="withdrawn", on=TODAY, today=TODAY, by=officer)
    outside.refresh_from_db()
    change(outside, officer, rent=9000, address=parse_address("Anden Vej 2, 2450 København SV"))

    made.refresh_from_db()
    lines = {str(line.label): line.value for line in letter_of(made).lines}
    assert lines["Address"] == "Opfundet Vej 1, 2. tv, 2450 København SV"
    assert (lines["Rent a month, in kroner"], lines["Deposit, in kroner"]) == ("6200", "18600")
    assert lines["Landlord"] == "Invented Housing Association"
    assert lines["Size in m²"] == "70"


def test_the_page_and_the_letter_show_the_home_as_it_was_offered(household, outside, rikke, officer):
    made = offer(household, outside)
    made.record_answer(answer="declined", decline_reason="other", on=TODAY, today=TODAY, by=officer)
    outside.refresh_from_db()
    change(outside, officer, rent=9000, address=parse_address("Anden Vej 2, 2450 København SV"))

    page = rikke.get(at("household", household)).content.decode()
    letter = rikke.get(at("letter", made)).content.decode()

    assert "As it was offered: rent 6200 kr. a month, deposit 18600 kr., 70 m²" in page
    for told in (page, letter):
        assert "Opfundet Vej 1, 2. tv, 2450 København SV" in told
    assert "9000" not in letter


@pytest.mark.parametrize("name", AS_OFFERED)
def test_what_an_offer_keeps_is_rewritten_by_nobody(household, outside, name):
    made = offer(household, outside)
    other = {"home_available_from": date(2020, 1, 1), "home_kind": "house", "home_district": "vanlose"}

    with pytest.raises(IntegrityError, match="what_was_offered_stands"), transaction.atomic():
        HomeOffer.objects.filter(pk=made.pk).update(**{name: other.get(name, 7)})


def test_an_offer_in_sql_keeps_the_home_too(household, outside):
    with connection.cursor() as cursor:
        cursor.execute(OFFER_IN_SQL, [household.pk, outside.pk, TODAY, TODAY])

    made = HomeOffer.objects.get()
    assert [getattr(made, name) for name in AS_OFFERED] == [
        *("Opfundet Vej 1, 2. tv, 2450 København SV", "valby", "flat", 3, 70),
        *(6200, 18600, TODAY, "Invented Housing Association"),
    ]


@pytest.mark.parametrize(
    "address",
    [
        Address("Opfundet Vej", "4B", "2500", "Valby"),
        Address("Opfundet Vej", "4", "2500", "Valby", "st", "th"),
        Address("Opfundet Vej", "4", "2500", "Valby", "12", "1204"),
        Address("Opfundet Vej", "4", "2500", "Valby", "kl"),
        Address("Opfundet Vej", "4", "2500", "Valby", "1", "tv", "3"),
        Address("Opfundet Vej", "4", "2500", "Valby", room="2"),
    ],
    ids=str,
)
def test_the_database_writes_an_address_as_we_do(address):
    kind = "shared" if address.room else "flat"
    row = Dwelling.objects.register(
        address=address, by=None, **homes.SAID | {"provider": homes.provider(), "kind": kind, "rooms": 1}
    )

    with connection.cursor() as cursor:
        cursor.execute("SELECT housing_address(d) FROM housing_dwelling d WHERE d.id = %s", [row.pk])
        assert cursor.fetchone()[0] == str(address)
