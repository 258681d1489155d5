"""A postcode is one of the City, and can lie in the district that was chosen: by form, list and SQL."""

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.urls import reverse

from housing.home_import import look
from housing.models import Dwelling
from housing.postcodes import POSTCODES, districts_of, refuse_elsewhere
from refugees.districts import IN_THE_CITY
from tests.factories import TODAY
from tests.housing import homes
from tests.housing.test_dwellings import FORM
from tests.housing.test_homes_taken_in import FLAT, row_of

IN_FREDERIKSBERG = ["1800", "1999", "2000"]
ELSEWHERE = ["2600", "2650", "2770", "2800", "8000", *IN_FREDERIKSBERG]


def test_every_district_has_its_postcodes():
    assert set(POSTCODES) == {district for district, _name in IN_THE_CITY}
    for district, place in homes.PLACES.items():
        refuse_elsewhere(place[:4], district)


@pytest.mark.parametrize("postcode", ELSEWHERE)
def test_a_postcode_of_another_municipality_is_none_of_the_city(postcode):
    assert districts_of(postcode) == []
    with pytest.raises(ValidationError, match="is no postcode of Copenhagen that we know"):
        refuse_elsewhere(postcode, "valby")


def test_a_postcode_of_another_district_says_where_it_can_lie():
    with pytest.raises(ValidationError) as told:
        refuse_elsewhere("2720", "norrebro")

    assert told.value.messages == [
        "2720 can lie in Vanløse, Brønshøj-Husum, not in Nørrebro. Look at both again."
    ]


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("address", "words"),
    [
        ("Opfundet Vej 9, st. th, 2600 Glostrup", "2600 is no postcode of Copenhagen that we know"),
        ("Opfundet Vej 9, st. th, 2300 København S", "2300 can lie in Indre By, Amager Øst, Amager Vest"),
    ],
)
def test_the_form_and_the_list_say_so(rikke, officer, address, words):
    provider = homes.provider()

    said = FORM | {"provider": str(provider.public_id), "address": address}
    answer = rikke.post(reverse("housing:add_dwelling"), said)
    [seen] = look([row_of(FLAT[0], address, *FLAT[2:])], officer, TODAY)

    assert answer.status_code == 422
    assert words in answer.content.decode()
    assert [words in problem for problem in seen.problems] == [True]
    assert not Dwelling.objects.exists()


@pytest.mark.django_db
@pytest.mark.parametrize("change", [{"postcode": "2600"}, {"postcode": "2720"}, {"district": "norrebro"}])
def test_the_database_refuses_it_whoever_writes(change):
    row = homes.home()

    with pytest.raises(IntegrityError, match="home_postcode_lies_in_its_district"), transaction.atomic():
        Dwelling.objects.filter(pk=row.pk).update(**change)
