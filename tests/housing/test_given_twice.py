"""A home given twice: at its address or by its DAR identifier, by form, list and SQL. It is said which one it is."""

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, connection, transaction
from django.urls import reverse

from accounts.permissions import Role
from housing.addresses import parse_address
from housing.home_import import look
from housing.models import Dwelling
from refugees.models import StagedRow
from refugees.staged import Prospect, RowResult
from tests.factories import TODAY, UnitFactory, UserFactory
from tests.housing import homes
from tests.housing.households import offer
from tests.housing.test_dwellings import FORM
from tests.housing.test_homes_taken_in import FLAT, HEADINGS, row_of, staged
from tests.internships.test_company_races import both_send
from tests.people import arranging

DAR = "0a3f50b8-0000-32b8-e044-0003ba298018"
OTHER = "0a3f50b8-0000-32b8-e044-0003ba298019"
ADD = reverse("housing:add_dwelling")
WHICH = "It is Opfundet Vej 9, st th, 2450 København SV, from Invented Housing Association, registered"


@pytest.fixture
def there(db):
    """A home on the board, with its identifier."""
    return homes.home("Opfundet Vej 9, st. th, 2450 København SV", dar_id=DAR)


def sent(**facts):
    return FORM | {"provider": str(homes.provider().public_id)} | facts


def test_at_its_address_the_form_says_which_one(there, rikke):
    answer = rikke.post(ADD, sent())

    assert answer.status_code == 422
    words = answer.content.decode()
    assert "A home at this address is registered already." in words
    assert WHICH in words
    assert Dwelling.objects.count() == 1


def test_by_its_identifier_the_form_says_which_one(there, rikke):
    answer = rikke.post(ADD, sent(address="Opfundet Vej 11, st. th, 2450 København SV", dar_id=DAR))

    assert answer.status_code == 422
    words = answer.content.decode()
    assert "A home with this DAR identifier is registered already." in words
    assert WHICH in words
    assert Dwelling.objects.count() == 1


def test_a_home_does_not_become_another_by_a_change_or_by_coming_back(there, officer):
    other = homes.home("Opfundet Vej 11, 2500 Valby", dar_id=OTHER)
    facts = {name: getattr(other, name) for name in homes.SAID} | {"provider": other.provider}

    with pytest.raises(ValidationError, match="with this DAR identifier") as told:
        other.change(address=other.address, by=officer, **facts, dar_id=DAR)
    assert WHICH in str(told.value)
    gone = homes.home("Opfundet Vej 12, 2500 Valby")
    gone.remove(on=TODAY, reason="other", by=officer)
    Dwelling.objects.filter(pk=gone.pk).update(dar_id=DAR)
    gone.refresh_from_db()
    with pytest.raises(ValidationError, match="with this DAR identifier"):
        gone.bring_back(by=officer)


def test_once_it_is_gone_its_identifier_may_be_given_again(there, officer):
    there.remove(on=TODAY, reason="other", by=officer)

    homes.home("Opfundet Vej 9, st. th, 2450 København SV", dar_id=DAR)

    assert Dwelling.objects.filter(dar_id=DAR).count() == 2


def test_rooms_of_one_shared_home_have_one_identifier(there):
    for room in ("1", "2"):
        address = f"Opfundet Vej 20, 1. tv, vær. {room}, 2450 København SV"
        homes.home(address, kind="shared", rooms=1, dar_id=OTHER)

    with pytest.raises(ValidationError, match="with this DAR identifier"):
        homes.home("Opfundet Vej 21, 1. tv, vær. 2, 2450 København SV", kind="shared", rooms=1, dar_id=OTHER)


def test_the_shell_and_sql_are_refused_too(there):
    row = Dwelling(**{name: getattr(there, name) for name in homes.SAID}, provider=there.provider)
    address = parse_address("Opfundet Vej 11, 2500 Valby")
    for name in ("street", "number", "postcode", "town"):
        setattr(row, name, getattr(address, name))
    row.dar_id = DAR
    with pytest.raises(IntegrityError, match="home_dar_id_is_given_once"), transaction.atomic():
        Dwelling.objects.bulk_create([row])
    homes.home("Opfundet Vej 12, 2500 Valby")
    with (
        pytest.raises(IntegrityError, match="home_dar_id_is_given_once"),
        transaction.atomic(),
        connection.cursor() as cursor,
    ):
        cursor.execute("UPDATE housing_dwelling SET dar_id = %s", [DAR])


def test_a_list_says_which_one_before_anything_is_carried_out(there, officer):
    elsewhere = row_of(*FLAT) | {"dar_id": DAR}
    [seen] = look([elsewhere], officer, TODAY)

    assert seen.prospect == Prospect.CANNOT
    assert seen.problems[0].startswith("A home with this DAR identifier is registered already. " + WHICH)


def test_of_two_rows_with_one_identifier_the_second_says_which(db, officer):
    homes.provider()
    first = row_of(*FLAT) | {"dar_id": OTHER}
    second = first | {"address": "Opfundet Vej 30, 3. tv, 2450 København SV"}

    seen = look([first, second], officer, TODAY)

    assert [each.prospect for each in seen] == [Prospect.NEW, Prospect.CANNOT]
    assert seen[1].problems == [
        "The same home stands further up in this list: Opfundet Vej 9, 3. tv, 2450 København SV."
    ]


@pytest.mark.django_db
def test_a_list_does_not_change_what_somebody_is_offered(officer, household, outside):
    offer(household, outside)
    dearer = [""] * len(HEADINGS)
    dearer[1], dearer[6] = str(outside.address), "7400"

    [seen] = look([row_of(*dearer)], officer, TODAY)
    staged(officer, dearer).carry_out(by=officer, today=TODAY)

    assert seen.problems == [
        "Rent a month, in kroner: Somebody has been offered the home with this. Record first what became of that"
        " offer."
    ]
    assert StagedRow.objects.get().result in {RowResult.NONE, RowResult.REFUSED}
    outside.refresh_from_db()
    assert outside.rent == 6200


def test_of_two_who_register_one_home_at_once_one_is_told(committed_db, signed_in):
    with arranging():
        unit = UnitFactory()
        officers = [UserFactory(role=Role.HOUSING_OFFICER, unit=unit) for _ in range(2)]
        said = sent()
        browsers = [signed_in(officer) for officer in officers]

    answers = both_send(browsers, [ADD, ADD], said)

    assert sorted(answer.status_code for answer in answers) == [302, 422]
    told = next(answer for answer in answers if answer.status_code == 422)
    assert "A home at this address is registered already." in told.content.decode()
    with arranging():
        assert Dwelling.objects.count() == 1
