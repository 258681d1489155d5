"""Breaches taken and answered in their row of a list; nothing typed is lost."""

import re
from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from pytest_django.asserts import assertContains, assertNotContains

from accounts.models import AccessLog
from accounts.scope import system_scope
from goals import jobs
from goals.models import Cause, Reply
from refugees.models import CaseLine
from tests.goals.answering import DAY, HTMX, LIST, WORDS, address, said, text_of
from tests.goals.many import many_cases

pytestmark = [pytest.mark.django_db, pytest.mark.day(DAY)]


@pytest.fixture
def talk(talks):
    return talks[0]


def test_the_form_opens_in_its_row_and_closes_again(signed_in, team_lead, talk):
    client = signed_in(team_lead)

    opened = client.get(address("answer", talk), headers=HTMX)
    closed = client.get(address("line", talk), headers=HTMX)

    for response in (opened, closed):
        assert response.content.decode().strip().startswith(f'<tr id="talk-{talk.pk}"')
        assert "HX-Request" in response.headers["Vary"]
    assertContains(opened, "Save the answer")
    assertNotContains(closed, "Save the answer")
    assert set(AccessLog.objects.values_list("page", "case_id")) == {
        ("goals:answer", talk.case_id),
        ("goals:line", talk.case_id),
    }


def test_without_htmx_both_lead_to_the_page_of_the_conversation(signed_in, team_lead, talk):
    client = signed_in(team_lead)

    assert client.get(address("answer", talk)).url == f"{address('conversation', talk)}#answer-title"
    assert client.get(address("line", talk)).url == address("conversation", talk)
    # Where they lead is an opening; being led there is none.
    assert not AccessLog.objects.exists()


def test_an_answer_in_place_gives_back_the_row_with_the_answer(signed_in, team_lead, talk):
    response = signed_in(team_lead).post(address("answer", talk), said(version=0), headers=HTMX)

    assert response.status_code == 200
    text = text_of(response)
    assert "Answered. If it is still over after Sat 12 Dec 2026, it comes back by itself." in text
    assert "The City: we did not get it done It was not followed up Mette Invented" in text
    assert "Lise calls two companies" in text
    reply = Reply.objects.get()
    assert (reply.conversation, reply.by, reply.cause, reply.reason) == (
        talk,
        team_lead,
        Cause.CITY,
        "city:not-followed-up",
    )


def test_a_refused_answer_keeps_its_words_in_the_row(signed_in, team_lead, talk):
    response = signed_in(team_lead).post(address("answer", talk), said(next_step=""), headers=HTMX)

    assertContains(response, "Say what happens next.", status_code=422)
    assertContains(response, WORDS["explanation"], status_code=422)
    assertContains(response, f'<tr id="talk-{talk.pk}"', status_code=422)
    assert not Reply.objects.exists()


@pytest.mark.parametrize("headers", [{}, HTMX])
def test_whoever_answers_beside_somebody_sees_both_and_may_send_theirs_again(
    signed_in, team_lead, caseworker, talk, headers
):
    signed_in(caseworker).post(address("answer", talk), said(version=0, explanation="Her own words"))
    client = signed_in(team_lead)

    refused = client.post(address("answer", talk), said(version=0), headers=headers)

    assertContains(refused, "Her own words", status_code=409)
    assertContains(refused, WORDS["explanation"], status_code=409)
    assertContains(refused, "Saved by Lise Invented", status_code=409)
    assert Reply.objects.count() == 1
    [version] = re.findall(r'name="version" value="(\d+)"', refused.content.decode())
    client.post(address("answer", talk), said(version=version), headers=headers)
    assert Reply.objects.count() == 2


def test_taking_shows_who_in_the_row_and_on_the_page(signed_in, team_lead, caseworker, talk):
    client = signed_in(team_lead)

    taken = client.post(address("acknowledge", talk), headers=HTMX)

    assertContains(taken, "You have taken it.")
    assert "Taken by Mette Invented" in text_of(taken)
    assertNotContains(taken, "I have seen this and take it")
    page = signed_in(caseworker).get(address("conversation", talk))
    assert "Taken by Mette Invented" in text_of(page)
    assertContains(page, "Seen and taken")
    assertNotContains(page, "I have seen this and take it")


def test_without_javascript_taking_leads_back_to_the_list(signed_in, team_lead, colleague, talk):
    there = f"{LIST}?answer=needed"

    assert signed_in(team_lead).post(address("acknowledge", talk), {"next": there}).url == there
    second = signed_in(colleague).post(address("acknowledge", talk), {"next": there}, follow=True)

    assertContains(second, "Somebody has taken or answered it already.")
    talk.refresh_from_db()
    assert talk.acknowledged_by == team_lead
    assert CaseLine.objects.filter(verb="breach-acknowledged").count() == 1


def test_the_list_tells_what_nobody_has_taken(signed_in, team_lead, talks):
    client = signed_in(team_lead)
    client.post(address("acknowledge", talks[0]))

    page = client.get(f"{LIST}?answer=untaken")

    assert "3 of these nobody has taken." in text_of(page)
    assertNotContains(page, f'id="talk-{talks[0].pk}"')
    for other in talks[1:]:
        assertContains(page, f'id="talk-{other.pk}"')


@pytest.mark.parametrize("name", ["answer", "line", "acknowledge"])
@pytest.mark.parametrize("person", ["mentor", "stranger", "administrator"])
def test_to_everybody_else_the_row_does_not_exist(request, signed_in, talk, name, person):
    client = signed_in(request.getfixturevalue(person))
    ask = client.post if name == "acknowledge" else client.get

    assert ask(address(name, talk), headers=HTMX).status_code == 404
    talk.refresh_from_db()
    assert talk.acknowledged_at is None


def test_the_team_leads_own_page_answers_too(signed_in, team_lead, talks):
    page = signed_in(team_lead).get("/my-team/")

    for talk in talks:
        assertContains(page, f'<tr id="talk-{talk.pk}"')
        assertContains(page, f'value="{talk.public_id}"')
        assertContains(page, f'hx-get="{address("answer", talk)}"')
    assertContains(page, '<input type="hidden" name="next" value="/my-team/">')


def test_a_row_that_came_back_says_since_when(signed_in, team_lead, caseworker, talk):
    signed_in(caseworker).post(address("answer", talk), said())

    with system_scope("test", day=date(2026, 12, 13)):
        row = signed_in(team_lead).get(address("line", talk), headers=HTMX)

    assert "The next step was due Sat 12 Dec" in text_of(row)
    assertContains(row, "I have seen this and take it")


@pytest.mark.parametrize("page", [LIST, "/my-team/"])
def test_thirty_rows_take_as_many_queries_as_three(signed_in, team_lead, unit, caseworker, page):
    client = signed_in(team_lead)
    counts = []
    for number in (3, 27):
        many_cases(number, unit=unit, caseworker=caseworker, taken_over_on=date(2026, 11, 2))
        jobs.sweep()
        client.get(page)
        with CaptureQueriesContext(connection) as queries:
            shown = client.get(page)
        counts.append(len(queries))

    assert shown.content.decode().count('<tr id="talk-') == 30
    assert counts[0] == counts[1]
