"""Colleagues come and go; what they did keeps their name."""

import pytest
from django.contrib.auth.hashers import make_password
from django.core.exceptions import ValidationError

from accounts.models import Unit, User
from accounts.permissions import Permission, Role

pytestmark = pytest.mark.django_db


def test_a_new_colleague_can_sign_in_with_the_password_given(client, unit):
    hashed = make_password("a long invented word")
    User.objects.engage(username="new", name="New Invented", role=Role.CASEWORKER, unit=unit, password=hashed)

    assert User.objects.get(username="new").check_password("a long invented word")


def test_a_manager_is_engaged_with_the_units_they_manage(unit, other_unit):
    manager = User.objects.engage(
        username="new", name="New Invented", role=Role.MANAGER, manages=[unit, other_unit], password="!"
    )

    assert manager.case_unit_ids() == [unit.pk, other_unit.pk]


def test_a_caseworker_without_a_unit_is_not_engaged():
    with pytest.raises(ValidationError) as refusal:
        User.objects.engage(username="new", name="New Invented", role=Role.CASEWORKER, password="!")

    assert "user_who_holds_cases_has_a_unit" in str(refusal.value)
    assert not User.objects.filter(username="new").exists()


def test_who_has_left_may_do_nothing_and_stays_named(caseworker, signed_in):
    browser = signed_in(caseworker)

    caseworker.leave()

    caseworker.refresh_from_db()
    assert (caseworker.name, caseworker.can(Permission.SEE_CASE)) == ("Lise Invented", False)
    assert caseworker not in User.objects.active()
    assert browser.get("/").status_code == 302


def test_two_units_never_share_a_name(unit):
    with pytest.raises(ValidationError):
        Unit.objects.establish(name=unit.name)
