"""Pauses and extensions on the screen: who comes second, who must not know, and how many queries they take."""

from datetime import date, timedelta

import pytest
from pytest_django.asserts import assertContains

from goals.models import Extension, Pause
from tests.factories import TODAY, CaseFactory
from tests.goals.case_time import KEY, pausing, url

pytestmark = pytest.mark.django_db

MY_TEAM_QUERIES, PAUSES_QUERIES = 26, 19


def test_who_comes_second_is_told_so_and_loses_nothing(
    signed_in, caseworker, case, pause, extension, team_lead
):
    client = signed_in(caseworker)
    pause.withdraw(reason="Another person", by=caseworker, today=TODAY)
    extension.withdraw(by=caseworker, today=TODAY)

    corrected = client.post(url(case, "correct_pause", pause.public_id), pausing(reason="A second look"))
    denied = signed_in(team_lead).post(
        url(case, "decide_extension", extension.public_id),
        {"decision": "denied", "reason": "Two places are free", "actions": "Visit both"},
    )

    for response, typed in ((corrected, "A second look"), (denied, "Two places are free")):
        assertContains(response, "meanwhile", status_code=422)
        assertContains(response, typed, status_code=422)
    assert not Pause.objects.standing().exists()


@pytest.mark.parametrize("role", ["stranger", "manager", "mentor", "administrator"])
def test_to_whoever_may_not_write_the_forms_do_not_exist_and_nothing_changes(
    role, request, signed_in, case, pause, extension
):
    client = signed_in(request.getfixturevalue(role))
    before = list(Pause.objects.values()), list(Extension.objects.values())
    addresses = [
        url(case, "begin_pause"),
        url(case, "end_pause", pause.public_id),
        url(case, "correct_pause", pause.public_id),
        url(case, "withdraw_pause", pause.public_id),
        url(case, "ask_extension", *KEY),
        url(case, "withdraw_extension", extension.public_id),
    ]

    for address in addresses:
        sent = pausing() | {"last_on_when": "today", "days": "3"}
        assert client.post(address, sent).status_code == 404, address

    assert (list(Pause.objects.values()), list(Extension.objects.values())) == before


@pytest.mark.parametrize("count", [3, 30])
def test_the_pages_take_the_same_number_of_queries_at_any_size(
    count, signed_in, team_lead, caseworker, unit, django_assert_num_queries, case, extendable
):
    for number in range(count):
        other = CaseFactory(unit=unit, taken_over_on=date(2026, 11, 2), caseworker=caseworker)
        clock = other.clocks.select_related("version", "case").get(goal="internship-started")
        Extension.objects.ask(clock=clock, days=1, reason=f"{number}", by=caseworker, today=TODAY)
        first = TODAY + timedelta(days=2 * number)
        Pause.objects.begin(
            case=case,
            ground="away",
            from_on=first,
            until=first + timedelta(days=1),
            by=caseworker,
            today=TODAY,
        )
    client = signed_in(team_lead)
    client.get("/my-team/")

    with django_assert_num_queries(MY_TEAM_QUERIES):
        client.get("/my-team/")
    with django_assert_num_queries(PAUSES_QUERIES):
        client.get(url(case, "pauses"))
