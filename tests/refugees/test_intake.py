"""From a list to cases: what is created, what is known, what somebody has to decide, and never anything twice."""

import json
from datetime import date

import pytest
from django.db import IntegrityError, connection, transaction

from accounts.scope import user_scope
from goals.models import Clock
from refugees.events import KeyEvent, Source
from refugees.intake.carrying_out import carry_out
from refugees.intake.staging import correct
from refugees.models import (
    BenefitPeriod,
    Case,
    CloseReason,
    Decision,
    FirstOfMonth,
    IntakeFile,
    IntakeList,
    IntakeRow,
    KeyDate,
    Likeness,
    ListStatus,
    Outcome,
    Person,
    Result,
)
from tests.factories import TODAY, CaseFactory, HouseholdFactory, PersonFactory, UserFactory
from tests.refugees.lists import PERSON, as_file, confirmed, row_of, somebody, taken_in

pytestmark = pytest.mark.django_db


def known_person(unit, **facts):
    facts = {
        "given_name": "Ahmad",
        "family_name": "Al-Hassan",
        "born_on": date(1990, 12, 24),
        "number": "241290-1234",
        "immigration_id": "7001234",
    } | facts
    return PersonFactory(unit=unit, **facts)


def known_case(unit, **facts):
    case = CaseFactory(unit=unit, person=known_person(unit, **facts))
    for event, on in ((KeyEvent.PERMIT, date(2026, 10, 8)), (KeyEvent.ALLOCATION, date(2026, 10, 9))):
        KeyDate.objects.record(case=case, event=event, on=on, source=Source.IMMIGRATION_SERVICE, by=None)
    return case


def test_a_row_becomes_a_person_a_case_its_dates_and_its_clocks(caseworker):
    found = taken_in(caseworker, PERSON | {"Sprog": "arabisk, engelsk", "Ydelse": "S&H-ydelse"})

    assert row_of(found).outcome == Outcome.CREATE
    assert not Case.objects.exists()
    confirmed(found, caseworker)

    case = Case.objects.get()
    assert case.unit == caseworker.unit
    assert case.person.name == "Ahmad Al-Hassan"
    assert case.person.number == "241290-1234"
    assert case.person.speaks == ["ar", "en"]
    dates = {row.event: (row.on, row.source) for row in case.key_dates.current()}
    assert dates == {
        KeyEvent.PERMIT: (date(2026, 10, 8), Source.IMMIGRATION_SERVICE),
        KeyEvent.ALLOCATION: (date(2026, 10, 9), Source.IMMIGRATION_SERVICE),
        KeyEvent.TAKEOVER: (date(2026, 12, 1), Source.RULE),
    }
    assert case.key_dates.get(event=KeyEvent.TAKEOVER).is_proposed
    assert BenefitPeriod.objects.get(case=case).during.lower == date(2026, 12, 1)
    assert set(Clock.objects.values_list("starts_on", flat=True)) == {date(2026, 12, 1)}
    row = row_of(found)
    assert (row.result, row.case) == (Result.CREATED, case)
    assert found.status == ListStatus.DONE


def test_the_same_list_again_makes_nothing_twice(caseworker):
    people = [PERSON, *(somebody(number) for number in range(5))]
    confirmed(taken_in(caseworker, *people), caseworker)
    before = Case.objects.count(), Person.objects.count(), KeyDate.objects.count()

    again = taken_in(caseworker, *people)

    assert set(again.rows.values_list("outcome", flat=True)) == {Outcome.KNOWN}
    confirmed(again, caseworker)
    assert (Case.objects.count(), Person.objects.count(), KeyDate.objects.count()) == before
    assert set(again.rows.values_list("result", flat=True)) == {Result.UNCHANGED}


def test_a_later_list_brings_up_to_date_what_it_tells_otherwise(caseworker):
    confirmed(taken_in(caseworker, PERSON | {"CPR-nr": "", "Sprog": "arabisk"}), caseworker)
    later = PERSON | {"Visiteret": "12-11-2026", "Sprog": "dari", "Efternavn": "Al-Hasan"}

    found = taken_in(caseworker, later, name="later.csv")

    assert row_of(found).outcome == Outcome.UPDATE
    confirmed(found, caseworker)
    case = Case.objects.get()
    assert case.person.number == "241290-1234"
    assert case.person.family_name == "Al-Hasan"
    assert case.person.speaks == ["ar", "prs"]
    assert case.date_of(KeyEvent.ALLOCATION) == date(2026, 11, 12)
    assert case.date_of(KeyEvent.TAKEOVER) == date(2027, 1, 4)
    corrected = case.key_dates.current().get(event=KeyEvent.ALLOCATION)
    assert corrected.corrects.on == date(2026, 10, 9)
    assert corrected.reason == "later.csv, 23-11-2026"
    assert set(row_of(found).changed) == {"family_name", "speaks", "number", "allocated_on"}


def test_a_list_wipes_out_nothing_it_does_not_tell(caseworker, unit):
    case = known_case(unit, phone="11111111", country="Syria", is_protected=True, interpreter="ar")

    found = taken_in(caseworker, PERSON | {"Opholdstilladelse": ""})
    confirmed(found, caseworker)

    case.person.refresh_from_db()
    assert row_of(found).result == Result.UNCHANGED
    assert (case.person.phone, case.person.country, case.person.is_protected) == ("11111111", "Syria", True)


def test_a_date_that_the_city_found_out_stands_against_the_list(caseworker, unit):
    case = known_case(unit)
    date_of_city = case.key_dates.current().get(event=KeyEvent.ALLOCATION)
    date_of_city.correct(on=date(2026, 10, 13), reason="The letter says so.", by=caseworker)

    found = taken_in(caseworker, PERSON)

    assert row_of(found).outcome == Outcome.KNOWN
    confirmed(found, caseworker)
    assert case.date_of(KeyEvent.ALLOCATION) == date(2026, 10, 13)


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


def test_rows_of_one_family_become_one_household(caseworker):
    family = [somebody(number, **{"Familie-id": "F 17 "}) for number in range(3)]
    alone = somebody(3, **{"Familie-id": "F 18"})

    confirmed(taken_in(caseworker, *family, alone, somebody(4)), caseworker)

    households = [case.household_id for case in Case.objects.order_by("pk")]
    assert len(set(households[:3])) == 1
    assert households[0] is not None
    assert households[3:] == [None, None]


def test_somebody_new_joins_the_household_of_family_that_is_known(caseworker, unit):
    case = known_case(unit)
    case.join_household(HouseholdFactory(unit=unit), on=TODAY, by=None)

    confirmed(
        taken_in(caseworker, somebody(1, **{"Familie-id": "9"}), PERSON | {"Familie-id": "9"}), caseworker
    )

    case.refresh_from_db()
    assert Case.objects.exclude(pk=case.pk).get().household == case.household


def test_family_that_is_known_but_has_no_household_joins_the_new_one(caseworker, unit):
    case = known_case(unit)

    confirmed(
        taken_in(caseworker, somebody(1, **{"Familie-id": "9"}), PERSON | {"Familie-id": "9"}), caseworker
    )

    case.refresh_from_db()
    assert case.household is not None
    assert Case.objects.filter(household=case.household).count() == 2


@pytest.mark.parametrize(
    ("choice", "takeover"),
    [
        (FirstOfMonth.EARLY, date(2026, 11, 2)),
        (FirstOfMonth.LATE, date(2026, 12, 1)),
        (FirstOfMonth.UNDECIDED, None),
    ],
)
def test_an_allocation_on_the_first_is_taken_over_as_somebody_chose(choice, takeover, caseworker):
    found = taken_in(caseworker, PERSON | {"Visiteret": "01-10-2026"})
    assert row_of(found).is_on_first

    confirmed(found, caseworker, first_of_month=choice)

    assert Case.objects.get().date_of(KeyEvent.TAKEOVER) == takeover


def test_a_quota_refugee_is_taken_over_on_the_day_of_registration(caseworker):
    confirmed(
        taken_in(caseworker, PERSON | {"Opholdsgrundlag": "kvote", "CPR-registrering": "20-11-2026"}),
        caseworker,
    )

    assert Case.objects.get().date_of(KeyEvent.TAKEOVER) == date(2026, 11, 20)


def test_somebody_taken_in_meanwhile_is_not_taken_in_twice(caseworker, colleague):
    mine, theirs = taken_in(caseworker, PERSON), taken_in(colleague, PERSON | {"Sprog": "dari"})
    confirmed(mine, caseworker)

    confirmed(theirs, colleague)

    assert Case.objects.count() == 1
    assert Case.objects.get().person.speaks == []
    row = row_of(theirs)
    assert (row.outcome, row.done_at) == (Outcome.UPDATE, None)
    assert ["", "meanwhile"] in row.problems
    assert theirs.status == ListStatus.CHECKING


def test_a_person_changed_meanwhile_is_looked_at_again(caseworker, unit):
    case = known_case(unit)
    found = taken_in(caseworker, PERSON | {"Efternavn": "Al-Hasan"})
    case.change_person(by=caseworker, on=TODAY, version=1, family_name="Al-Hassani")

    confirmed(found, caseworker)

    assert Person.objects.get().family_name == "Al-Hassani"
    assert row_of(found).done_at is None
    confirmed(found, caseworker)
    assert Person.objects.get().family_name == "Al-Hasan"


def test_a_confirmation_counts_once(caseworker):
    found = taken_in(caseworker, PERSON)

    assert found.confirm(by=caseworker, rows=1)
    assert not found.confirm(by=caseworker, rows=1)
    carry_out(found.pk)
    carry_out(found.pk)

    assert Case.objects.count() == 1


def test_the_same_file_still_being_worked_on_is_the_same_list(caseworker):
    first, second = taken_in(caseworker, PERSON), taken_in(caseworker, PERSON)

    assert first == second
    confirmed(first, caseworker)
    assert taken_in(caseworker, PERSON) != first


def test_who_may_no_longer_take_in_lists_carries_nothing_out(caseworker, other_unit):
    found = taken_in(caseworker, PERSON)
    found.confirm(by=caseworker, rows=1)
    caseworker.unit = other_unit
    caseworker.save()

    carry_out(found.pk)

    found.refresh_from_db()
    assert found.status == ListStatus.CHECKING
    assert not Case.objects.exists()


def test_a_discarded_list_forgets_its_people(caseworker):
    found = taken_in(caseworker, PERSON)

    found.discard()

    assert found.status == ListStatus.DISCARDED
    assert not found.rows.exists()


def test_no_number_is_kept_in_clear(caseworker):
    found = IntakeList.objects.take_in(
        unit=caseworker.unit, by=caseworker, file_name="list.csv", content=as_file(PERSON)
    )
    in_clear = [b"241290", b"Al-Hassan", b"7001234"]

    file = bytes(IntakeFile.objects.get().cipher)
    assert not any(word in file for word in in_clear)
    found = taken_in(caseworker, PERSON)
    assert not IntakeFile.objects.exists()
    with connection.cursor() as cursor:
        cursor.execute("SELECT row_to_json(r)::text FROM refugees_intakerow r")
        stored = cursor.fetchone()[0]
        cursor.execute("SELECT row_to_json(r)::text FROM refugees_intakerowevent r")
        stored += cursor.fetchone()[0]
        cursor.execute("SELECT row_to_json(r)::text FROM refugees_intakelist r")
        stored += cursor.fetchone()[0]
    assert not any(word.decode() in stored or word.hex() in stored for word in in_clear)
    assert row_of(found).cells["number"] == "241290-1234"


def test_the_database_shows_lists_to_their_own_unit_only(caseworker, stranger, mentor):
    taken_in(caseworker, PERSON)

    with user_scope(caseworker):
        assert (IntakeList.objects.count(), IntakeRow.objects.count()) == (1, 1)
    for nobody in (stranger, mentor):
        with user_scope(nobody):
            assert not IntakeList.objects.exists()
            assert not IntakeRow.objects.exists()
            assert IntakeRow.objects.update(decision="") == 0


def test_the_history_says_who_took_the_list_in(caseworker):
    found = taken_in(caseworker, PERSON)
    confirmed(found, caseworker)

    event = Case.objects.get().events.first()
    assert event.pgh_context["user"] == caseworker.pk
    assert event.pgh_context["reason"] == f"intake list {found.pk}"


@pytest.mark.parametrize(
    ("facts", "constraint"),
    [
        ({"status": "lost"}, "intake_list_status_is_known"),
        ({"first_of_month": "never"}, "intake_first_of_month_is_known"),
        ({"status": "carrying-out"}, "intake_is_carried_out_by_somebody"),
        ({"status": "refused", "refusal": {}}, "intake_refusal_says_why"),
    ],
)
def test_the_database_refuses_a_list(facts, constraint, caseworker):
    found = taken_in(caseworker, PERSON)

    with pytest.raises(IntegrityError, match=constraint), transaction.atomic():
        IntakeList.objects.filter(pk=found.pk).update(**facts)


def test_the_database_refuses_the_same_file_twice(caseworker):
    found = taken_in(caseworker, PERSON)

    with pytest.raises(IntegrityError, match="one_unfinished_list_per_file"), transaction.atomic():
        IntakeList.objects.create(unit=found.unit, uploaded_by=caseworker, file_name="x", sha256=found.sha256)


@pytest.mark.parametrize(
    ("facts", "constraint"),
    [
        ({"number": 3}, "one_row_per_line_of_a_list"),
        ({"outcome": "perhaps"}, "intake_outcome_is_known"),
        ({"decision": "perhaps"}, "intake_decision_is_known"),
        ({"likeness": "twin"}, "intake_likeness_is_known"),
        ({"result": "unchanged"}, "intake_result_and_time_go_together"),
        ({"result": "created", "done_at": "2026-11-23T10:00Z"}, "intake_row_made_names_its_case"),
        ({"decision": "same"}, "intake_same_person_is_named"),
    ],
)
def test_the_database_refuses_a_row(facts, constraint, caseworker):
    found = taken_in(caseworker, PERSON, somebody(1))

    with pytest.raises(IntegrityError, match=constraint), transaction.atomic():
        IntakeRow.objects.filter(intake_list=found, number=2).update(**facts)


def test_reading_costs_the_same_queries_for_three_rows_as_for_thirty(
    caseworker, unit, django_assert_max_num_queries
):
    known_case(unit)
    counts = []
    for size in (3, 30):
        people = [PERSON | {"Efternavn": "Al-Hasan"}, *(somebody(n + size) for n in range(size))]
        with django_assert_max_num_queries(200) as captured:
            taken_in(caseworker, *people)
        counts.append(len(captured))

    assert counts[0] == counts[1]


def test_what_is_kept_of_a_problem_names_nobody(caseworker):
    found = taken_in(caseworker, PERSON | {"Født": "31-02-1990"})

    assert "Ahmad" not in json.dumps(row_of(found).problems)


def test_a_team_lead_of_the_unit_confirms_a_colleagues_list(caseworker, team_lead):
    found = taken_in(caseworker, PERSON)

    confirmed(found, team_lead)

    assert found.confirmed_by == team_lead
    assert Case.objects.get().lines.filter(by=team_lead).exists()


def test_a_stranger_uploading_the_same_people_learns_only_the_unit(caseworker, stranger):
    confirmed(taken_in(caseworker, PERSON), caseworker)

    row = row_of(taken_in(stranger, PERSON))

    assert (row.match, row.case, row.elsewhere) == (None, None, caseworker.unit)


def test_another_colleague_is_no_obstacle(unit):
    first, second = UserFactory(unit=unit), UserFactory(unit=unit)

    assert taken_in(first, PERSON) == taken_in(second, PERSON)
