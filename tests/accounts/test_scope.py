"""The last wall: what the database itself shows, whatever the code above it forgot."""

import json
from datetime import date

import pytest
from django.db import ProgrammingError, connection, transaction

from accounts.models import AccessLog, User
from accounts.scope import because, system_scope, user_scope
from goals.models import Clock, ClockBelief
from refugees.models import Address, Case, CaseLine, KeyDate, Person, TeamMember
from tests.factories import CaseFactory
from tests.people import arranging

WALLED = [Case, Person, CaseLine, KeyDate, TeamMember, Clock, ClockBelief]


@pytest.fixture
def elsewhere(other_unit):
    """A case of another unit."""
    return CaseFactory(unit=other_unit, taken_over_on=date(2026, 11, 2))


@pytest.mark.django_db
def test_staff_see_their_units_and_nothing_of_another(case, elsewhere, caseworker, stranger):
    with user_scope(caseworker):
        assert list(Case.objects.all()) == [case]
        assert list(Person.objects.all()) == [case.person]
        assert {clock.case_id for clock in Clock.objects.all()} == {case.pk}
        assert {belief.case_id for belief in ClockBelief.objects.all()} == {case.pk}
    with user_scope(stranger):
        assert list(Case.objects.all()) == [elsewhere]


@pytest.mark.django_db
def test_a_mentor_sees_the_slice_of_today(case, elsewhere, mentor):
    Address.objects.create(person=case.person, unit=case.unit, text="Invented Street 1")

    with user_scope(mentor):
        assert list(Case.objects.all()) == [case]
        assert list(Person.objects.all()) == [case.person]
        assert set(Clock.objects.values_list("case", flat=True)) == {case.pk}
        # Not the address, the dates, the history: those are the caseworkers'.
        assert not Address.objects.exists()
        assert not KeyDate.objects.exists()
        assert not CaseLine.objects.exists()


@pytest.mark.django_db
def test_a_mentor_loses_the_case_on_the_day_the_assignment_ends(case, mentor):
    case.team.mentors().get().leave(on=date(2026, 11, 23), by=None)

    with user_scope(mentor):
        assert not Case.objects.exists()
        assert not Person.objects.exists()


@pytest.mark.django_db
def test_the_query_rule_and_the_wall_agree_for_everybody(
    case, elsewhere, caseworker, stranger, mentor, manager
):
    for user in [caseworker, stranger, mentor, manager]:
        by_rule = set(Case.objects.visible_to(user).values_list("pk", flat=True))

        with user_scope(user):
            by_wall = set(Case.objects.values_list("pk", flat=True))

        assert by_rule == by_wall, user


@pytest.mark.django_db
def test_nobody_writes_into_another_units_case(elsewhere, caseworker):
    with (
        user_scope(caseworker),
        pytest.raises(ProgrammingError, match="row-level security"),
        transaction.atomic(),
    ):
        CaseLine.objects.create(case_id=elsewhere.pk, verb="x", happened_on=date(2026, 11, 23))
        raise AssertionError("written")


@pytest.mark.django_db
def test_scopes_nest_and_give_back_what_was(case, caseworker):
    with user_scope(caseworker):
        with system_scope("inside"):
            inside = _setting("app.scope")
        outside = _setting("app.scope")

    assert (inside, outside) == ("system", "user")


@pytest.mark.django_db
def test_an_error_inside_a_scope_gives_back_what_was(caseworker):
    with user_scope(caseworker):
        with pytest.raises(ZeroDivisionError), system_scope("inside"):
            _ = 1 / 0

        assert _setting("app.scope") == "user"


@pytest.mark.django_db
def test_the_log_of_readings_cannot_be_edited(case, caseworker):
    AccessLog.objects.opened(user=caseworker, case_id=case.pk, unit_id=case.unit_id, page="case")

    with pytest.raises(ProgrammingError, match="permission denied"), transaction.atomic():
        AccessLog.objects.update(page="nothing")

    with pytest.raises(ProgrammingError, match="permission denied"), transaction.atomic():
        AccessLog.objects.all().delete()


@pytest.mark.django_db
def test_history_names_who_and_why(case, caseworker):
    with user_scope(caseworker):
        because("spelled wrong")
        Person.objects.filter(pk=case.person_id).update(given_name="Another")

    context = _events("refugees_personevent", case.person_id)[-1]
    assert (context["user"], context["reason"]) == (caseworker.pk, "spelled wrong")


@pytest.mark.django_db
def test_bulk_and_raw_changes_are_in_history_too(case):
    before = len(_events("refugees_personevent", case.person_id))

    Person.objects.filter(pk=case.person_id).update(phone="1")
    with connection.cursor() as cursor:
        cursor.execute("UPDATE refugees_person SET phone = '2' WHERE id = %s", [case.person_id])
    Person.objects.bulk_update([Person(pk=case.person_id, phone="3")], ["phone"])

    assert len(_events("refugees_personevent", case.person_id)) == before + 3


@pytest.mark.django_db
def test_no_plain_number_enters_the_table_or_its_history(unit):
    Person.objects.register(unit=unit, by=None, given_name="Invented", number="610190-1234")

    with connection.cursor() as cursor:
        for table in ["refugees_person", "refugees_personevent"]:
            cursor.execute(f"SELECT count(*) FROM {table} t WHERE t::text LIKE '%%6101901234%%'")
            assert cursor.fetchone() == (0,)


def test_without_a_scope_there_is_nothing(committed_db):
    with arranging():
        CaseFactory(taken_over_on=date(2026, 11, 2))

    assert [model.objects.count() for model in WALLED] == [0] * len(WALLED)


def test_a_scope_ends_with_its_transaction(committed_db):
    with arranging():
        CaseFactory()
        assert Case.objects.count() == 1

    assert _setting("app.scope") in ("", None)
    assert User.objects.count() == 0
    assert Case.objects.count() == 0


def _setting(name):
    with connection.cursor() as cursor:
        cursor.execute("SELECT current_setting(%s, true)", [name])
        return cursor.fetchone()[0]


def _events(table, pk):
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT pgh_context FROM {table} WHERE pgh_obj_id = %s ORDER BY pgh_id", [pk])
        return [json.loads(row[0]) for row in cursor.fetchall()]
