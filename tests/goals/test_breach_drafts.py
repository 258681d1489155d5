"""An answer that is being written: kept for its author alone, and forgotten when it was sent."""

import uuid

import pytest
from django.urls import reverse
from pytest_django.asserts import assertContains, assertNotContains

from goals.models import Conversation, Reply
from refugees.models import Draft
from tests.goals.breached import DAY, answered, over_three_days, page_of

pytestmark = [pytest.mark.django_db, pytest.mark.day(DAY)]


@pytest.fixture
def talk(unit, caseworker, mentor):
    return Conversation.objects.get(case=over_three_days(unit, caseworker, mentor))


def kept(client, talk, **fields):
    """What htmx sends while somebody writes."""
    facts = {"explanation": "Half a sent", "cause": "city", "once": str(uuid.uuid4())} | fields
    return client.post(reverse("goals:keep_draft", args=[talk.public_id]), facts)


def test_what_is_being_written_is_kept_for_its_author_alone(signed_in, manager, caseworker, talk):
    assertContains(kept(signed_in(manager), talk), "Draft saved")

    assertContains(signed_in(manager).get(page_of(talk)), "Half a sent")
    assertNotContains(signed_in(caseworker).get(page_of(talk)), "Half a sent")
    assert not Reply.objects.exists()


def test_a_sent_answer_leaves_no_draft_even_if_the_last_autosave_arrives_after_it(signed_in, manager, talk):
    client, once = signed_in(manager), str(uuid.uuid4())
    kept(client, talk, once=once)
    answered(client, talk, once=once, explanation="The whole sentence.")
    kept(client, talk, once=once)

    html = client.get(page_of(talk)).content.decode()

    assert "The whole sentence." in html
    assert "Half a sent" not in html


def test_an_emptied_text_is_forgotten(signed_in, manager, talk):
    client = signed_in(manager)
    kept(client, talk)

    kept(client, talk, explanation=" ")

    assertNotContains(client.get(page_of(talk)), "Half a sent")


@pytest.mark.parametrize("person", ["mentor", "stranger"])
def test_nobody_else_keeps_a_draft(request, signed_in, talk, person):
    assert kept(signed_in(request.getfixturevalue(person)), talk).status_code == 404
    assert not Draft.objects.exists()
