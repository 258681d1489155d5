"""The compartment, asked of the database itself: who reads health, and what the health team reads of a case."""

import pytest
from django.apps import apps
from django.db import DatabaseError, ProgrammingError, connection, transaction

from accounts.permissions import Role
from accounts.scope import user_scope
from health.models import HealthOffer
from refugees.models import Appointment, Case, FunctionalConclusion, KeyDate, Person
from tests.factories import TODAY, CaseFactory, UserFactory
from tests.health import scene

pytestmark = pytest.mark.django_db

SECRET = "Zebra-stripes in the left ear"


def rows_of_health() -> dict[str, int]:
    """How many rows of the compartment and of its histories this transaction sees, by table."""
    tables = [model._meta.db_table for model in apps.get_app_config("health").get_models()]
    counts = {}
    with connection.cursor() as cursor:
        for table in tables:
            cursor.execute(f"SELECT count(*) FROM {table}")  # noqa: S608 - names of tables
            counts[table] = cursor.fetchone()[0]
    counts.pop("health_clinic")
    return counts


@pytest.fixture
def known(case, nurse):
    """Everything that can be written of one person."""
    referral = scene.referred(case, nurse, about=SECRET)
    scene.invited(referral, nurse, place=SECRET)
    scene.sent_on(scene.assessed(referral, nurse, SECRET), nurse, to_whom=SECRET, reason=SECRET)
    scene.consented(case, nurse)
    return case


def test_the_health_team_of_the_unit_reads_it(known, nurse):
    with user_scope(nurse):
        counts = rows_of_health()

    assert all(counts.values()), counts


@pytest.mark.parametrize("role", [role for role in Role if role != Role.HEALTH_TEAM])
def test_nobody_else_of_the_unit_reads_a_row_or_a_history(role, known, unit, mentor):
    manages = [unit] if role == Role.MANAGER else None
    user = mentor if role == Role.MENTOR else UserFactory(role=role, unit=unit, manages=manages)

    with user_scope(user):
        counts = rows_of_health()

    assert set(counts.values()) == {0}


def test_the_health_team_of_another_unit_reads_none(known, other_unit):
    stranger = UserFactory(role=Role.HEALTH_TEAM, unit=other_unit)

    with user_scope(stranger):
        counts = rows_of_health()
        cases = Case.objects.count()

    assert (set(counts.values()), cases) == ({0}, 0)


def test_of_a_case_the_health_team_reads_who_it_is_about_and_from_when(known, nurse):
    with user_scope(nurse):
        assert list(Case.objects.all()) == [known]
        assert Person.objects.get().phone == known.person.phone
        assert set(KeyDate.objects.values_list("event", flat=True)) == {"E2"}
        assert set(known.clocks.values_list("goal", flat=True)) == {"health-offered"}


def test_what_colleagues_write_on_the_case_stays_behind_its_wall(known, nurse, caseworker):
    tables = [
        model._meta.db_table
        for app in ("refugees", "goals", "internships")
        for model in apps.get_app_config(app).get_models()
    ]
    seen = set()
    with user_scope(nurse), connection.cursor() as cursor:
        for table in tables:
            cursor.execute(f"SELECT EXISTS (SELECT 1 FROM {table})")  # noqa: S608 - names of tables
            if cursor.fetchone()[0]:
                seen.add(table)

    assert seen == {
        # The slice; what the health team wrote itself; who works on the case.
        "refugees_case",
        "refugees_person",
        "refugees_personevent",
        "refugees_keydate",
        "refugees_appointment",
        "refugees_caseline",
        "refugees_teammember",
        "goals_clock",
        # Settings, which name nobody.
        "refugees_casecounter",
        "goals_goalversion",
        "goals_goalversionevent",
    }


def test_the_health_team_changes_nothing_of_the_case_itself(known, nurse):
    with user_scope(nurse), pytest.raises(ProgrammingError), transaction.atomic():
        Case.objects.filter(pk=known.pk).update(permit_ground="quota")

    known.refresh_from_db()
    assert known.permit_ground == "convention"


def test_only_the_health_team_says_what_work_must_take_into_account(known, caseworker, nurse):
    with user_scope(caseworker), pytest.raises(DatabaseError), transaction.atomic():
        FunctionalConclusion.objects.state(case=known, on=TODAY, by=caseworker, ability="can")

    with user_scope(nurse):
        FunctionalConclusion.objects.state(case=known, on=TODAY, by=nurse, ability="can")
    with user_scope(caseworker):
        assert FunctionalConclusion.objects.visible_to(caseworker).get().ability == "can"
        assert FunctionalConclusion.objects.update(ability="with-limits", limits=["nights"]) == 0


def test_others_see_that_the_person_is_busy_and_no_more(known, caseworker):
    with user_scope(caseworker):
        [busy] = Appointment.objects.visible_to(caseworker)

    assert (busy.kind, busy.about, busy.place) == ("elsewhere", "The person is busy elsewhere", "")


def test_the_database_holds_no_word_of_it(known):
    with connection.cursor() as cursor:
        for model in apps.get_app_config("health").get_models():
            table = model._meta.db_table
            cursor.execute(f"SELECT coalesce(string_agg(t::text, ''), '') FROM {table} t")  # noqa: S608
            text = cursor.fetchone()[0]
            assert SECRET not in text
            assert SECRET.encode().hex() not in text


def test_the_team_reads_the_words_again(case, nurse):
    offer = scene.answered(HealthOffer.objects.get(case=case), nurse, answer="declined", reason=SECRET)

    assert HealthOffer.objects.get(pk=offer.pk).answer_reason == SECRET


def test_a_case_of_another_unit_is_none_of_theirs(nurse, other_unit):
    foreign = CaseFactory(unit=other_unit, taken_over_on=TODAY)

    with user_scope(nurse):
        assert not Case.objects.health_visible_to(nurse).filter(pk=foreign.pk).exists()
        with pytest.raises(DatabaseError), transaction.atomic():
            HealthOffer.objects.create(case_id=foreign.pk, offered_on=TODAY, way="letter", interpreter="none")
