"""Lists of excluded areas, and checks of homes against them."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError

from housing.addresses import parse_address
from housing.lists import REPORTED
from housing.models import AreaList, list_day
from housing.standing import checks_of
from tests.factories import TODAY
from tests.housing import homes

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("day", "begins"),
    [
        (date(2026, 11, 30), date(2025, 12, 1)),
        (date(2026, 12, 1), date(2026, 12, 1)),
        (date(2027, 1, 1), date(2026, 12, 1)),
    ],
)
def test_a_list_holds_from_1_december_to_30_november(day, begins):
    assert list_day(day) == begins


def test_last_years_list_is_never_used_for_this_year(caseworker):
    homes.area_list(caseworker, year=2024)

    assert not AreaList.objects.in_force(TODAY).exists()
    assert AreaList.objects.in_force(date(2025, 11, 30)).get().valid_from == date(2024, 12, 1)


def test_a_list_counts_once_it_is_confirmed_and_no_more_when_it_is_opened_again(caseworker):
    row = homes.area_list(caseworker, confirmed=False)
    assert not AreaList.objects.in_force(TODAY).exists()

    row.confirm(on=TODAY, by=caseworker)
    assert AreaList.objects.in_force(TODAY).get() == row
    with pytest.raises(ValidationError, match="Open it again first"):
        row.add(name="Another", streets="", by=caseworker)

    row.reopen(reason="One was missing", by=caseworker)
    assert not AreaList.objects.in_force(TODAY).exists()
    row.add(name="Another", streets="", by=caseworker)
    row.confirm(on=TODAY, by=caseworker)
    assert row.areas.count() == 2


def test_what_is_reported_of_past_years_is_there_with_its_source_and_counts_for_nothing():
    shipped = {row.valid_from.year: row for row in AreaList.objects.prefetch_related("areas")}

    assert set(shipped) == set(REPORTED)
    for year, (names, source) in REPORTED.items():
        assert sorted(area.name for area in shipped[year].areas.all()) == sorted(names)
        assert shipped[year].source == source
        assert "Not compared with the published list" in " ".join(source.split())
        assert shipped[year].confirmed_on is None


def test_of_a_home_and_a_list_the_last_check_counts_and_the_first_stays(caseworker):
    dwelling, row = homes.home(), homes.area_list(caseworker)
    assert checks_of(dwelling, TODAY).check is None

    wrong = homes.checked(dwelling, row, caseworker, inside=True)
    right = homes.checked(dwelling, row, caseworker)

    standing = checks_of(dwelling, TODAY)
    assert standing.is_outside
    assert (standing.check, standing.earlier) == (right, [wrong])


def test_a_check_says_nothing_of_another_address(caseworker):
    dwelling, row = homes.home(), homes.area_list(caseworker)
    homes.checked(dwelling, row, caseworker)

    facts = homes.SAID | {"provider": dwelling.provider}
    dwelling.change(address=parse_address("Park Street 1, 2. tv, 2450 København SV"), by=caseworker, **facts)

    assert checks_of(dwelling, TODAY).check is None
    assert not checks_of(dwelling, TODAY).is_outside


def test_nothing_is_checked_against_a_list_that_is_open(caseworker):
    with pytest.raises(ValidationError, match="not confirmed"):
        homes.checked(homes.home(), homes.area_list(caseworker, confirmed=False), caseworker)
