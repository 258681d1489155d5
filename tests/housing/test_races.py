"""Two officers offer the same home at the same moment: one is heard, the other reads so, nothing is lost."""

import pytest
from django.urls import reverse

from accounts.permissions import Role
from housing.models import HomeOffer
from tests.factories import TODAY, UnitFactory, UserFactory
from tests.housing import homes
from tests.housing.households import family, ready
from tests.internships.test_company_races import both_send
from tests.people import arranging


@pytest.mark.parametrize("of_one_unit", [True, False])
def test_of_two_who_offer_one_home_one_is_told(committed_db, signed_in, of_one_unit):
    with arranging():
        units = [UnitFactory(), UnitFactory()]
        officers = [
            UserFactory(role=Role.HOUSING_OFFICER, unit=units[0 if of_one_unit else number])
            for number in (0, 1)
        ]
        cases = [family(officer.unit)[0] for officer in officers]
        for case in cases:
            ready(case)
        dwelling, by = homes.home(), UserFactory()
        homes.checked(dwelling, homes.area_list(by), by)
        browsers = [signed_in(officer) for officer in officers]
        addresses = [reverse("housing:offer", args=[case.household.public_id]) for case in cases]
    said = {
        "dwelling": str(dwelling.public_id),
        "persons": "1",
        "offered_on_when": "today",
        "answer_by_day": "1",
        "answer_by_month": "12",
        "answer_by_year": str(TODAY.year + 9),
    }

    answers = both_send(browsers, addresses, said)

    assert sorted(answer.status_code for answer in answers) == [302, 422]
    told = next(answer for answer in answers if answer.status_code == 422)
    assert "This home has been offered to another household meanwhile." in told.content.decode()
    with arranging():
        assert HomeOffer.objects.count() == 1
