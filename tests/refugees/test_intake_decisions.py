"""Who on a list is known already, what somebody has to decide about it, and what a correction changes."""

from datetime import date

import pytest

from refugees.intake.staging import correct
from refugees.models import (
    Case,
    CloseReason,
    Decision,
    Likeness,
    ListStatus,
    Outcome,
    Person,
    Result,
)
from tests.factories import TODAY, PersonFactory
from tests.refugees.lists import PERSON, confirmed, known_case, row_of, somebody, taken_in

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("cells", "likeness"),
    [
        ({"Udl.nr.": ""}, Likeness.SAME_NUMBER),
        ({"CPR-nr": ""}, Likeness.SAME_IMMIGRATION_ID),
        ({"CPR-nr": "", "Udl.nr.": ""}, Likeness.SAME_BIRTHDAY_AND_NAME),
        (
            {"CPR-nr": "", "Udl.nr.": "", "Fornavn": "Ahmed", "Efternavn": "Alhassan"},
            Likeness.SAME_BIRTHDAY_AND_NAME,
        ),
        ({"CPR-nr": "", "Udl.nr.": "", "Født": "25-12-1990"}, ""),
        ({"CPR-nr": "", "Udl.nr.": "", "Fornavn": "Selam", "Efternavn": "Tesfay"}, ""),
    ],
)
def test_somebody_known_is_recognised_by(cells, likeness, caseworker, unit):
    known_case(unit)

    row = row_of(taken_in(caseworker, PERSON | cells))

    assert row.likeness == likeness


def test_a_name_with_a_birthday_needs_a_decision_and_waits_for_it(caseworker, unit):
    known_case(unit)
    found = taken_in(caseworker, PERSON | {"CPR-nr": "", "Udl.nr.": ""}, somebody(1))

    confirmed(found, caseworker)

    assert found.status == ListStatus.CHECKING
    assert Case.objects.count() == 2
    assert row_of(found).outcome == Outcome.DECIDE
    assert row_of(found).done_at is None


@pytest.mark.parametrize(
    ("decision", "cases", "result"),
    [
        (Decision.SAME, 1, Result.UNCHANGED),
        (Decision.NEW, 2, Result.CREATED),
        (Decision.LEAVE_OUT, 1, Result.LEFT_OUT),
    ],
)
def test_what_somebody_decided_is_carried_out(decision, cases, result, caseworker, unit):
    known_case(unit)
    found = taken_in(caseworker, PERSON | {"CPR-nr": "", "Udl.nr.": ""})
    row_of(found).decide(decision, by=caseworker)

    confirmed(found, caseworker)

    assert Case.objects.count() == cases
    assert row_of(found).result == result
    assert found.status == ListStatus.DONE


def test_a_person_whose_case_was_closed_gets_a_new_period_once_somebody_says_so(caseworker, unit):
    case = known_case(unit)
    case.close(on=TODAY, reason=CloseReason.MOVED, by=None)
    found = taken_in(caseworker, PERSON)
    assert row_of(found).outcome == Outcome.DECIDE
    row_of(found).decide(Decision.SAME, by=caseworker)

    confirmed(found, caseworker)

    assert Person.objects.count() == 1
    assert Case.objects.open().get().person == case.person


def test_somebody_with_that_number_in_another_unit_cannot_be_taken_in(caseworker, other_unit):
    known_case(other_unit)

    found = taken_in(caseworker, PERSON)

    row = row_of(found)
    assert (row.outcome, row.elsewhere, row.match) == (Outcome.CANNOT, other_unit, None)
    confirmed(found, caseworker)
    assert Case.objects.count() == 1


def test_a_like_name_in_another_unit_is_for_somebody_to_ask_about(caseworker, other_unit):
    known_case(other_unit)

    row = row_of(taken_in(caseworker, PERSON | {"CPR-nr": "", "Udl.nr.": ""}))

    assert (row.outcome, row.elsewhere, row.match) == (Outcome.DECIDE, other_unit, None)


def test_numbers_of_two_people_contradict_each_other(caseworker, unit):
    known_case(unit, immigration_id="")
    PersonFactory(unit=unit, immigration_id="7001234")

    row = row_of(taken_in(caseworker, PERSON))

    assert row.outcome == Outcome.CANNOT
    assert ["number", "two_people"] in row.problems


def test_a_number_under_another_name_and_birthday_is_not_believed(caseworker, unit):
    known_case(unit)

    row = row_of(
        taken_in(caseworker, PERSON | {"Fornavn": "Selam", "Efternavn": "Tesfay", "Født": "01-01-1980"})
    )

    assert row.outcome == Outcome.DECIDE


def test_a_row_with_an_error_is_not_carried_out_and_says_why(caseworker):
    found = taken_in(caseworker, PERSON | {"Født": "31-02-1990", "Opholdsgrundlag": ""})

    assert row_of(found).outcome == Outcome.CANNOT
    assert row_of(found).problems == [["born_on", "not_a_date"], ["permit_ground", "no_ground"]]
    confirmed(found, caseworker)
    assert not Case.objects.exists()
    assert found.status == ListStatus.CHECKING


def test_a_corrected_row_is_carried_out(caseworker):
    found = taken_in(caseworker, PERSON | {"Født": "31-02-1990"})
    row = row_of(found)

    correct(row, row.cells | {"born_on": "28-02-1990"}, by=caseworker, today=TODAY)

    assert row_of(found).outcome == Outcome.CREATE
    confirmed(found, caseworker)
    assert Person.objects.get().born_on == date(1990, 2, 28)


def test_a_person_who_stands_twice_on_the_list_is_made_once(caseworker):
    found = taken_in(caseworker, PERSON, PERSON, PERSON | {"CPR-nr": "", "Udl.nr.": ""})

    assert [row.outcome for row in found.rows.order_by("number")] == ["create", "cannot", "decide"]
    assert [row.twin for row in found.rows.order_by("number")] == [None, 2, 2]
    confirmed(found, caseworker)
    assert Person.objects.count() == 1


def test_brothers_with_one_birthday_on_one_list_are_two_people(caseworker, monkeypatch):
    brothers = [PERSON, PERSON | {"Fornavn": "Mohamad", "CPR-nr": "", "Udl.nr.": "7001235"}]
    found = taken_in(caseworker, *brothers)
    monkeypatch.setattr("refugees.intake.carrying_out.CHUNK", 1)

    confirmed(found, caseworker)

    assert Person.objects.count() == 2
    assert found.status == ListStatus.DONE


def test_correcting_the_first_of_two_twins_frees_the_second(caseworker):
    found = taken_in(caseworker, PERSON, PERSON)
    row = row_of(found)

    correct(
        row,
        row.cells | {"number": "010180-1234", "immigration_id": "1", "given_name": "Selam"},
        by=caseworker,
        today=TODAY,
    )

    assert row_of(found, 3).outcome == Outcome.CREATE
    assert row_of(found, 3).twin is None


def test_a_correction_takes_back_a_decision_that_was_about_something_else(caseworker, unit):
    known_case(unit)
    found = taken_in(caseworker, PERSON | {"CPR-nr": "", "Udl.nr.": ""})
    row = row_of(found)
    row.decide(Decision.SAME, by=caseworker)

    correct(row, row.cells | {"given_name": "Selam", "family_name": "Tesfay"}, by=caseworker, today=TODAY)

    assert row_of(found).decision == ""
    assert row_of(found).outcome == Outcome.CREATE
