"""More time on the screen: asked for, decided by somebody else, taken back."""

from datetime import date

import pytest
from django.urls import reverse
from pytest_django.asserts import assertContains, assertNotContains, assertRedirects

from goals.models import Clock, Extension
from tests.factories import TODAY
from tests.goals.case_time import KEY, url

pytestmark = pytest.mark.django_db


def test_more_time_is_asked_for_where_the_date_is_explained(signed_in, caseworker, case, extendable):
    client = signed_in(caseworker)
    ask = url(case, "ask_extension", *KEY)
    receipt = reverse("case_receipt", args=[case.public_id, *KEY])
    assertContains(client.get(receipt), ask)
    assertContains(client.get(ask), "The rules allow 14 days more.")

    response = client.post(ask, {"days": "7", "reason": "The bakery opens late"})

    assertRedirects(response, url(case, "pauses"))
    assertContains(client.get(url(case, "pauses")), "The bakery opens late")
    assertContains(client.get(reverse("case", args=[case.public_id])), "Extension asked for: 7 days")
    assertNotContains(client.get(receipt), ask)
    assertContains(client.get(receipt), "Nobody has decided yet")


def test_more_than_the_rules_allow_is_refused_in_words(signed_in, caseworker, case, extendable):
    response = signed_in(caseworker).post(
        url(case, "ask_extension", *KEY), {"days": "15", "reason": "The bakery opens late"}
    )

    assertContains(response, "The rules allow 14 days in all; 14 are left.", status_code=422)
    assertContains(response, "The bakery opens late", status_code=422)
    assert not Extension.objects.exists()


def test_a_promise_that_cannot_be_extended_offers_nothing(signed_in, caseworker, case):
    receipt = signed_in(caseworker).get(reverse("case_receipt", args=[case.public_id, *KEY]))

    assertNotContains(receipt, "Ask for more time")


def test_a_team_lead_decides_from_my_team_and_the_caseworker_is_told(
    signed_in, caseworker, team_lead, case, extension
):
    client = signed_in(team_lead)
    decide = url(case, "decide_extension", extension.public_id)
    assertContains(client.get("/my-team/"), decide)
    assertContains(client.get(decide, headers={"HX-Request": "true"}), "The bakery opens late")

    response = client.post(decide, {"decision": "granted"})

    assertRedirects(response, "/my-team/")
    assert Clock.objects.get(case=case, goal="internship-started").due_on == date(2026, 12, 9)
    assertContains(signed_in(caseworker).get("/my-work/"), "your request for more time was granted")
    receipt = client.get(reverse("case_receipt", args=[case.public_id, *KEY]))
    assertContains(receipt, "Extended by 7 days, granted by Mette Invented on Mon 23 Nov 2026.")


def test_a_denial_says_why_and_what_instead(signed_in, caseworker, team_lead, case, extension):
    client = signed_in(team_lead)
    decide = url(case, "decide_extension", extension.public_id)

    refused = client.post(decide, {"decision": "denied", "reason": "Three places are free"})
    assertContains(refused, "Say what should be done instead.", status_code=422)
    assertContains(refused, "Three places are free", status_code=422)
    client.post(decide, {"decision": "denied", "reason": "Three places are free", "actions": "Visit two"})

    page = signed_in(caseworker).get(url(case, "pauses"))
    for words in ("Denied by Mette Invented", "Three places are free", "Visit two"):
        assertContains(page, words)


def test_nobody_decides_on_their_own_request(signed_in, team_lead, case, extendable):
    own = Extension.objects.ask(clock=extendable, days=7, reason="x", by=team_lead, today=TODAY)
    client = signed_in(team_lead)

    response = client.post(url(case, "decide_extension", own.public_id), {"decision": "granted"})

    assertContains(response, "Somebody else decides", status_code=422)
    assertContains(client.get("/my-team/"), "somebody else decides")
    assert Extension.objects.get().is_pending


@pytest.mark.parametrize("role", ["caseworker", "manager", "mentor", "stranger"])
def test_only_a_team_lead_decides(role, request, signed_in, case, extension):
    client = signed_in(request.getfixturevalue(role))

    response = client.post(url(case, "decide_extension", extension.public_id), {"decision": "granted"})

    assert response.status_code == 404
    assert Extension.objects.get().is_pending


def test_the_caseworker_takes_the_request_back(signed_in, caseworker, case, extension):
    client = signed_in(caseworker)
    assertContains(client.get(url(case, "withdraw_extension", extension.public_id)), "7 days more")

    client.post(url(case, "withdraw_extension", extension.public_id))

    assertContains(client.get(url(case, "pauses")), "Withdrawn by Lise Invented")
