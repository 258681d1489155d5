"""Two officers give away the last bed at the same moment: one is heard, the other reads so, nothing is lost."""

import pytest
from django.urls import reverse

from accounts.permissions import Role
from housing.models import Stay
from tests.factories import TODAY, UnitFactory, UserFactory
from tests.forms import on
from tests.housing import stays
from tests.internships.test_company_races import both_send
from tests.people import arranging


@pytest.mark.parametrize("of_one_unit", [True, False])
def test_of_two_who_give_away_the_last_bed_one_is_told(committed_db, signed_in, of_one_unit):
    with arranging():
        units = [UnitFactory(), UnitFactory()]
        officers = [
            UserFactory(role=Role.HOUSING_OFFICER, unit=units[0 if of_one_unit else number])
            for number in (0, 1)
        ]
        cases = [stays.single(officer.unit) for officer in officers]
        [bed] = stays.beds(stays.room(beds=1, kept_for="women"))
        browsers = [signed_in(officer) for officer in officers]
        addresses = [reverse("housing:move_into_bed", args=[case.public_id]) for case in cases]
    said = {case.number: str(bed.public_id) for case in cases} | on("on", TODAY)

    answers = both_send(browsers, addresses, said)

    assert sorted(answer.status_code for answer in answers) == [302, 422]
    told = next(answer for answer in answers if answer.status_code == 422).content.decode()
    assert (
        "Somebody sleeps in this bed on some of these days." in told or "Look at who shares the room" in told
    )
    with arranging():
        assert Stay.objects.count() == 1
