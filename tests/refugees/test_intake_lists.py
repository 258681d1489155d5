"""The list itself: confirmed once, forgotten in time, seen by its unit alone, and what the database refuses."""

import json

import pytest
from django.db import IntegrityError, connection, transaction

from accounts.scope import user_scope
from refugees.intake.carrying_out import carry_out
from refugees.models import (
    Case,
    IntakeFile,
    IntakeList,
    IntakeRow,
    ListStatus,
)
from tests.factories import UserFactory
from tests.refugees.lists import PERSON, as_file, confirmed, known_case, row_of, somebody, taken_in

pytestmark = pytest.mark.django_db


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
