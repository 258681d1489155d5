"""A list that is opened again is another edition: what was checked against the one before says nothing of it."""

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, connection, transaction
from django.urls import reverse

from accounts.scope import user_scope
from housing.list_changes import changes_of
from housing.models import AreaCheck, AreaList, HomeOffer
from housing.models.basis import basis_of
from housing.standing import checks_of, checks_of_places
from housing.work import day_of
from tests.factories import TODAY
from tests.housing import homes, stays
from tests.housing.households import OFFER_IN_SQL, offer
from tests.housing.test_dwellings import at

pytestmark = pytest.mark.django_db
STEPS = [
    *("Edition 3 confirmed", "Opened again: A street was wrong", "Edition 2 confirmed"),
    *("Opened again: One was missing", "Edition 1 confirmed", "The list was entered"),
]


@pytest.fixture
def corrected(outside, caseworker):
    """The list against which the home was checked is opened again, gets an area more, and is confirmed."""
    row = outside.checks.get().area_list
    row.reopen(reason="One was missing", by=caseworker)
    row.add(name="Another Park", streets="Opfundet Vej 1-9", by=caseworker)
    row.confirm(on=TODAY, by=caseworker)
    return row


def run(sql, *values):
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(sql, values)


def test_a_check_against_the_edition_before_allows_no_offer_whoever_writes(
    outside, corrected, household, officer, rikke
):
    assert (corrected.edition, outside.checks.get().edition) == (2, 1)
    assert basis_of(household, outside, TODAY) == "unchecked"
    with pytest.raises(ValidationError, match="has not been checked"):
        offer(household, outside)
    with (
        user_scope(officer),
        pytest.raises(IntegrityError, match="home_offer_lies_outside_excluded_areas: unchecked"),
    ):
        run(OFFER_IN_SQL, household.pk, outside.pk, TODAY, TODAY)
    assert checks_of(outside, TODAY).check is None
    assert "checks" in [section.key for section in day_of(officer, TODAY).sections]
    assert "edition 1" in rikke.get(at("dwelling", outside)).content.decode()

    homes.checked(outside, corrected, officer)

    made = offer(household, outside)
    assert (made.basis, made.area_check.edition) == ("outside", 2)
    assert not HomeOffer.objects.exclude(pk=made.pk).exists()


def test_temporary_places_are_checked_anew_too(caseworker):
    lodging = stays.outside()
    assert checks_of_places([lodging], TODAY)[lodging.pk].is_outside
    row = AreaList.objects.in_force(TODAY).get()

    row.reopen(reason="Wrong", by=caseworker)
    row.confirm(on=TODAY, by=caseworker)

    assert checks_of_places([lodging], TODAY)[lodging.pk].check is None


def test_the_database_counts_the_editions_and_says_which_was_compared(outside, caseworker):
    row = outside.checks.get().area_list
    AreaList.objects.filter(pk=row.pk).update(edition=7)
    row.refresh_from_db()
    assert row.edition == 1

    AreaList.objects.filter(pk=row.pk).update(confirmed_on=None, confirmed_by=None, reopened_reason="By SQL")
    row.refresh_from_db()
    assert row.edition == 2
    row.confirm(on=TODAY, by=caseworker)
    said = AreaCheck.objects.create(dwelling=outside, area_list=row, is_inside=False, checked_on=TODAY)
    said.refresh_from_db()
    assert said.edition == 2


def test_a_list_that_is_open_can_be_compared_with_nothing_whoever_writes(outside, caseworker):
    row = outside.checks.get().area_list
    row.reopen(reason="Wrong", by=caseworker)

    with pytest.raises(IntegrityError, match="check_is_of_a_confirmed_list"), transaction.atomic():
        AreaCheck.objects.create(dwelling=outside, area_list=row, is_inside=False, checked_on=TODAY)


@pytest.mark.parametrize(
    ("change", "rule"),
    [
        ("UPDATE housing_arealist SET valid_from = '2030-12-01' WHERE id = %s", "area_list_is_of_its_year"),
        ("UPDATE housing_arealist SET source = 'Another' WHERE id = %s", "confirmed_list_stands"),
        (
            "UPDATE housing_arealist SET confirmed_on = confirmed_on - 1 WHERE id = %s",
            "confirmed_list_stands",
        ),
        (
            "UPDATE housing_arealist SET confirmed_on = NULL, confirmed_by_id = NULL WHERE id = %s",
            "area_list_is_opened_again_for_a_reason",
        ),
    ],
)
def test_a_confirmed_list_is_opened_again_before_anything_of_it_changes(outside, change, rule):
    row = outside.checks.get().area_list

    with pytest.raises(IntegrityError, match=rule):
        run(change, row.pk)

    row.refresh_from_db()
    assert (row.edition, row.confirmed_on) == (1, TODAY)


def test_whoever_had_the_edition_before_in_front_of_them_is_told(outside, rikke, caseworker):
    row = outside.checks.get().area_list
    address = at("check_dwelling", outside)
    page = rikke.get(address).content.decode()
    assert 'name="edition" value="1"' in page
    row.reopen(reason="One was missing", by=caseworker)
    row.confirm(on=TODAY, by=caseworker)

    answer = rikke.post(address, {"found": "outside", "edition": "1"})

    assert answer.status_code == 422
    assert "The list has been changed meanwhile." in answer.content.decode()
    assert outside.checks.count() == 1
    assert rikke.post(address, {"found": "outside", "edition": "2"}).status_code == 302
    assert checks_of(outside, TODAY).is_outside


def test_the_register_says_who_changed_what_and_when(rikke, corrected, officer):
    area = corrected.areas.get(name="Another Park")
    with user_scope(officer):
        corrected.reopen(reason="A street was wrong", by=officer)
        area.change(name="Another Park", streets="Opfundet Vej 1-11", by=officer)
        area.strike(on=TODAY, reason="Not on the published list", by=officer)
        corrected.confirm(on=TODAY, by=officer)

    told = changes_of([corrected])[corrected.pk]
    page = rikke.get(reverse("housing:areas")).content.decode()

    by = {change.words: change.by for change in told}
    assert set(by) == {
        "Another Park struck: Not on the published list",
        "Streets of Another Park: from “Opfundet Vej 1-9” to “Opfundet Vej 1-11”",
        "Streets of Another Park: Opfundet Vej 1-9",
        "Another Park added",
        "Streets of Invented Park: Park Street 1-99",
        "Invented Park added",
        "Edition 3 confirmed",
        "Opened again: A street was wrong",
        "Edition 2 confirmed",
        "Opened again: One was missing",
        "Edition 1 confirmed",
        "The list was entered",
    }
    assert by["Another Park struck: Not on the published list"] == "Rikke Invented"
    assert by["Opened again: A street was wrong"] == "Rikke Invented"
    assert [change.at for change in told] == sorted((change.at for change in told), reverse=True)
    steps = [change.words for change in told if change.words in STEPS]
    assert steps == STEPS
    for words in ("What was changed", "Opened again: A street was wrong", "Edition 3: what was checked"):
        assert words in page, words


def test_the_register_asks_the_same_however_many_lists(rikke, caseworker, django_assert_num_queries):
    with user_scope(caseworker):
        lists = [homes.area_list(caseworker, year=year) for year in (2024, 2025)]

    with django_assert_num_queries(3):
        changes_of(lists)
    with django_assert_num_queries(3):
        changes_of(lists[:1])
