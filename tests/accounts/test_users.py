"""Colleagues, their roles and their absences: the rules in the database."""

from datetime import date

import pytest
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction
from django.db.backends.postgresql.psycopg_any import DateRange

from accounts.models import Absence, AccessLog, DemoDay, User
from accounts.permissions import ROLE_PERMISSIONS, Role
from tests.factories import TODAY, UserFactory

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("facts", "constraint"),
    [
        ({"role": "king"}, "user_role_is_known"),
        ({"language": "xx"}, "user_language_is_known"),
        ({"role": Role.CASEWORKER, "unit": None}, "user_who_holds_cases_has_a_unit"),
        ({"role": Role.TEAM_LEAD, "unit": None}, "user_who_holds_cases_has_a_unit"),
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
