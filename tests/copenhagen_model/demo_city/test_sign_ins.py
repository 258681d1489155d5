"""Who signs in to the demo city, what each of them sees, and where their sign-ins are told."""

import pytest
from django.contrib.auth import authenticate
from django.core.management import call_command
from django.core.management.base import CommandError

from accounts.permissions import Role
from accounts.scope import user_scope
from copenhagen_model.demo.staff import ACCOUNTS, PASSWORD
from mentoring.handing_over import to_hand_over
from mentoring.models import HolisticOffer
from refugees.models import (
    Case,
    Person,
)
from tests.copenhagen_model.demo_city.building import account
from tests.factories import TODAY


def test_there_is_a_sign_in_for_every_role(city):
    assert {entry.role for entry in ACCOUNTS} == set(Role)
    # One password for all, hashed once: hashing is slow on purpose.
    assert {account(entry.username).password for entry in ACCOUNTS} == {account("caseworker").password}
    assert account("caseworker").check_password(PASSWORD)
    assert PASSWORD not in account("caseworker").password


def test_a_demo_user_signs_in(city, rf):
    assert authenticate(rf.post("/"), username="manager", password=PASSWORD) == account("manager")


@pytest.mark.parametrize("entry", ACCOUNTS, ids=lambda entry: entry.username)
def test_each_demo_user_sees_only_theirs(city, entry):
    user = account(entry.username)
    # The health team, housing officers and mentor coordinators open no case, but of some they see a slice.
    who_wait = Case.objects.filter(holistic_offers__in=HolisticOffer.objects.arranged_by(user))
    who_go = Case.objects.filter(team__in=to_hand_over(user, TODAY))
    slices = (Case.objects.health_visible_to(user), Case.objects.housing_visible_to(user), who_wait, who_go)
    theirs = {
        pk for seen in (Case.objects.visible_to(user), *slices) for pk in seen.values_list("pk", flat=True)
    }
    everybody = Case.objects.count()

    with user_scope(user):
        behind_the_wall = set(Case.objects.values_list("pk", flat=True))
        people_without_a_case_of_theirs = Person.objects.exclude(case__in=behind_the_wall).count()

    assert behind_the_wall == theirs
    assert people_without_a_case_of_theirs == 0
    match entry.role:
        case Role.MANAGER:
            assert len(theirs) == everybody
        case Role.CASEWORKER | Role.TEAM_LEAD | Role.HEALTH_TEAM | Role.HOUSING_OFFICER:
            assert 0 < len(theirs) < everybody
        case Role.MENTOR:
            assert 0 < len(theirs) <= 10
        case Role.MENTOR_COORDINATOR:
            # Those who wait for a mentor, or whose mentor is away; in a city as small as that of the tests few.
            assert len(theirs) < everybody / 10
        case _:
            assert theirs == set()


def test_accounts_are_not_told_where_demo_is_off(capsys):
    with pytest.raises(CommandError, match="DEMO is off"):
        call_command("demo_accounts")

    assert PASSWORD not in capsys.readouterr().out


def test_the_sign_ins_are_printed_as_a_table(demo, capsys):
    call_command("demo_accounts")
    lines = capsys.readouterr().out.splitlines()

    assert len(lines) == len(ACCOUNTS) + 1
    assert all(PASSWORD in line for line in lines[1:])
