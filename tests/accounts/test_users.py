"""Colleagues, their roles and their absences: the rules in the database."""

from datetime import date

import pytest
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction
from django.db.backends.postgresql.psycopg_any import DateRange

from accounts.models import Absence, AccessLog, DemoDay, User
from accounts.models.user import ManagedUnit
from accounts.permissions import ROLE_PERMISSIONS, Role
from accounts.scope import user_scope
from tests.factories import TODAY, UserFactory

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("facts", "constraint"),
    [
        ({"role": "king"}, "user_role_is_known"),
        ({"language": "xx"}, "user_language_is_known"),
        ({"role": Role.CASEWORKER, "unit": None}, "user_who_holds_cases_has_a_unit"),
        ({"role": Role.TEAM_LEAD, "unit": None}, "user_who_holds_cases_has_a_unit"),
        ({"role": Role.HOUSING_OFFICER, "unit": None}, "user_who_houses_people_has_a_unit"),
    ],
)
def test_the_database_refuses_a_user(facts, constraint):
    with pytest.raises(IntegrityError, match=constraint), transaction.atomic():
        UserFactory(**facts)


def test_the_database_refuses_an_absence(caseworker):
    Absence.objects.create(user=caseworker, during=DateRange(TODAY, date(2026, 11, 30)))

    with pytest.raises(IntegrityError, match="absence_once_at_a_time"), transaction.atomic():
        Absence.objects.create(user=caseworker, during=DateRange(date(2026, 11, 25), None))
    with pytest.raises(IntegrityError, match="absence_has_days"), transaction.atomic():
        Absence.objects.create(user=caseworker, during=DateRange(date(2026, 12, 24), date(2026, 12, 24)))
    with (
        pytest.raises(IntegrityError, match="absence_withdrawn_when_and_by_whom"),
        transaction.atomic(),
    ):
        Absence.objects.update(withdrawn_by=caseworker)


def test_an_absence_that_was_withdrawn_stays_and_stands_in_nobodys_way(caseworker, team_lead):
    absence = Absence.objects.record(user=caseworker, first_on=TODAY)

    assert absence.withdraw(by=team_lead)
    assert not absence.withdraw(by=caseworker)

    assert not Absence.objects.on(TODAY).exists()
    assert not Absence.objects.between(TODAY, TODAY).exists()
    Absence.objects.record(user=caseworker, first_on=TODAY)
    kept = Absence.objects.get(pk=absence.pk)
    assert (kept.withdrawn_by, kept.during.lower) == (team_lead, TODAY)
    assert [event.pgh_label for event in kept.events.order_by("pgh_id")] == ["insert", "update"]


def test_what_decides_what_somebody_sees_is_on_record(unit, other_unit, manager, administrator):
    user = UserFactory(unit=unit)
    with user_scope(administrator, reason="moved to another team"):
        user.role, user.unit = Role.TEAM_LEAD, other_unit
        user.save()
        user.leave()
        manager.managed_units.add(other_unit)
        manager.managed_units.remove(unit)

    events = list(user.events.order_by("pgh_id"))
    assert [(event.role, event.unit_id, event.is_active) for event in events] == [
        (Role.CASEWORKER, unit.pk, True),
        (Role.TEAM_LEAD, other_unit.pk, True),
        (Role.TEAM_LEAD, other_unit.pk, False),
    ]
    assert events[1].pgh_context == {"user": administrator.pk, "reason": "moved to another team"}
    managed = ManagedUnit.pgh_event_model.objects.filter(user=manager).order_by("pgh_id")
    assert [(event.pgh_label, event.unit_id) for event in managed] == [
        ("insert", unit.pk),
        ("insert", other_unit.pk),
        ("delete", unit.pk),
    ]


def test_neither_the_password_nor_the_last_sign_in_is_in_the_history_of_a_user(caseworker, signed_in):
    fields = {field.name for field in User.pgh_event_model._meta.get_fields()}
    before = caseworker.events.count()

    signed_in(caseworker)
    caseworker.set_password("another battery staple")
    caseworker.save()

    assert not {"password", "last_login"} & fields
    assert caseworker.events.count() == before


def test_who_may_read_the_history_of_staff(caseworker, colleague, team_lead, stranger):
    Absence.objects.record(user=caseworker, first_on=TODAY)

    for user, accounts, absences in ((caseworker, 1, 1), (team_lead, 0, 1), (stranger, 0, 0)):
        with user_scope(user):
            assert caseworker.events.count() == accounts, user
            assert Absence.pgh_event_model.objects.count() == absences, user


def test_the_database_refuses_a_reading_that_names_no_case(caseworker):
    with pytest.raises(IntegrityError, match="access_to_a_case_names_the_case"), transaction.atomic():
        AccessLog.objects.create(user=caseworker, role="caseworker", kind="opened", page="case")
    with pytest.raises(IntegrityError, match="access_kind_is_known"), transaction.atomic():
        AccessLog.objects.create(user=caseworker, role="caseworker", kind="glanced", page="case")


def test_a_demo_has_one_day():
    DemoDay.objects.create(pk=1, day=TODAY)

    with pytest.raises(IntegrityError, match="demo_day_is_one_row"), transaction.atomic():
        DemoDay.objects.create(pk=2, day=TODAY)


def test_the_day_moves_on_a_demo_only(settings):
    settings.DEMO = False

    with pytest.raises(PermissionDenied):
        DemoDay.objects.move_to(TODAY)

    assert not DemoDay.objects.exists()


def test_every_role_is_given_its_permissions_by_name():
    assert set(ROLE_PERMISSIONS) == set(Role)


def test_a_closed_account_can_do_nothing(caseworker):
    caseworker.is_active = False

    assert not any(caseworker.can(permission) for permission in ROLE_PERMISSIONS[Role.CASEWORKER])


def test_a_user_is_found_whatever_the_case_of_the_letters(caseworker):
    assert User.objects.get_by_natural_key("CaseWorker") == caseworker


def test_who_is_away_is_known_in_the_unit_and_to_oneself(
    colleague, caseworker, manager, stranger, administrator
):
    absence = Absence.objects.record(user=colleague, first_on=TODAY)

    for user in (colleague, caseworker, manager):
        with user_scope(user):
            assert list(Absence.objects.all()) == [absence]
    for user in (stranger, administrator):
        with user_scope(user):
            assert not Absence.objects.exists()
            assert not Absence.pgh_event_model.objects.exists()
