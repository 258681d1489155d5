"""The forms about pauses and more time: what is being written is kept for its author, and forgotten once sent."""

import uuid

import pytest
from pytest_django.asserts import assertContains

from goals.models import Extension, Pause
from refugees.models import Draft
from tests.goals.case_time import KEY, pausing, url

pytestmark = pytest.mark.django_db


def kept(client, page, **fields):
    """What htmx sends while somebody writes on that page: to where its form says."""
    form = client.get(page).context["about"]
    return client.post(form.draft_url, {"once": str(uuid.uuid4())} | fields, headers={"HX-Request": "true"})


@pytest.fixture
def pages(case, extendable, extension, pause):
    """Every form with words in it, and a field of it."""
    return {
        "pause": (url(case, "begin_pause"), "reason"),
        "correction": (url(case, "correct_pause", pause.public_id), "reason"),
        "withdrawal": (url(case, "withdraw_pause", pause.public_id), "reason"),
        "request": (url(case, "ask_extension", *KEY), "reason"),
        "decision": (url(case, "decide_extension", extension.public_id), "actions"),
    }


@pytest.mark.parametrize("which", ["pause", "correction", "withdrawal", "request", "decision"])
def test_what_is_being_written_is_there_again_for_its_author_alone(request, signed_in, pages, which):
    author, other = ("team_lead", "caseworker") if which == "decision" else ("caseworker", "team_lead")
    page, field = pages[which]
    client = signed_in(request.getfixturevalue(author))

    assertContains(kept(client, page, **{field: "Half a sent"}), "Draft saved")

    assertContains(client.get(page), "Half a sent")
    others = [elsewhere for elsewhere, _field in pages.values() if elsewhere != page]
    read = [client.get(elsewhere) for elsewhere in others]
    read.append(signed_in(request.getfixturevalue(other)).get(page))
    assert not [response for response in read if "Half a sent" in response.content.decode()]


def test_a_day_and_a_ground_come_back_as_they_were_chosen(signed_in, caseworker, case):
    client, page = signed_in(caseworker), url(case, "begin_pause")

    kept(client, page, ground="away", from_on_when="another", from_on_day="3", from_on_month="", reason="")

    assert client.get(page).context["form"]["ground"].value() == "away"
    assertContains(client.get(page), 'value="3"')


def test_an_emptied_form_is_forgotten(signed_in, caseworker, case):
    client, page = signed_in(caseworker), url(case, "begin_pause")
    kept(client, page, reason="Half a sent")

    kept(client, page, reason=" ")

    assert not Draft.objects.exists()


def test_a_recorded_pause_leaves_no_draft(signed_in, caseworker, case):
    client, page = signed_in(caseworker), url(case, "begin_pause")
    kept(client, page, reason="Half a sent")

    client.post(page, pausing())

    assert Pause.objects.exists()
    assert not Draft.objects.exists()


def test_a_refused_request_keeps_its_draft_and_a_sent_one_does_not(signed_in, caseworker, case, extendable):
    client, page = signed_in(caseworker), url(case, "ask_extension", *KEY)
    kept(client, page, days="15", reason="The bakery opens late")

    assert client.post(page, {"days": "15", "reason": "The bakery opens late"}).status_code == 422
    assert Draft.objects.exists()

    client.post(page, {"days": "7", "reason": "The bakery opens late"})
    assert Extension.objects.exists()
    assert not Draft.objects.exists()


def test_no_draft_is_kept_under_another_name(signed_in, caseworker, case):
    response = signed_in(caseworker).post(url(case, "keep_draft", "anything"), {"reason": "Words"})

    assert response.status_code == 404
    assert not Draft.objects.exists()
