"""Several breaches answered with one answer: named before, checked again when sent, each answered once."""

import re
from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from pytest_django.asserts import assertContains, assertRedirects

from goals import jobs
from goals.models import Cause, Conversation, Reply
from refugees.models import Draft
from tests.factories import CaseFactory
from tests.goals.answering import DAY, LIST, WORDS, address, said, text_of
from tests.goals.many import many_cases

pytestmark = [pytest.mark.django_db, pytest.mark.day(DAY)]


def chosen(*talks):
    return {"talk": [str(talk.public_id) for talk in talks]}


def seen(page):
    """What the form about several carries along."""
    return {"seen": re.findall(r'name="seen" value="([^"]*)"', page.content.decode())}


def test_the_chosen_are_named_before_anything_happens(signed_in, team_lead, talks):
    page = signed_in(team_lead).post(reverse("goals:choose"), chosen(*talks[:3]))

    text = text_of(page)
    assert "Your answer goes to each of these 3 breaches" in text
    assert "Answer 3 breaches" in text
    for talk in talks[:3]:
        assert talk.case.person.name in text
        assert talk.case.number in text
    assert talks[3].case.number not in text
    assert not Reply.objects.exists()


def test_nothing_chosen_is_said_and_leads_back(signed_in, team_lead, talks):
    response = signed_in(team_lead).post(reverse("goals:choose"), {"next": "/my-team/"}, follow=True)

    assertRedirects(response, "/my-team/")
    assertContains(response, "Choose at least one breach to answer.")


def test_one_answer_goes_to_each_of_the_chosen_and_to_no_other(signed_in, team_lead, talks):
    client = signed_in(team_lead)
    page = client.post(reverse("goals:choose"), chosen(*talks[:3]))

    done = client.post(
        reverse("goals:answer_together"), said(**chosen(*talks[:3]), **seen(page), next=LIST), follow=True
    )

    assertRedirects(done, LIST)
    assertContains(done, "3 breaches answered.")
    assert set(Reply.objects.values_list("conversation", flat=True)) == {talk.pk for talk in talks[:3]}
    assert set(Reply.objects.values_list("by", "reason")) == {(team_lead.pk, "city:not-followed-up")}


def test_a_second_click_answers_once(signed_in, team_lead, talks):
    client = signed_in(team_lead)
    page = client.post(reverse("goals:choose"), chosen(*talks))
    words = said(**chosen(*talks), **seen(page))

    for _ in range(2):
        client.post(reverse("goals:answer_together"), words)

    assert Reply.objects.count() == 4


def test_what_changed_meanwhile_is_named_and_the_words_stay_to_be_sent_again(
    signed_in, team_lead, caseworker, talks
):
    answered, closed, overtaken, other = talks
    client = signed_in(team_lead)
    page = client.post(reverse("goals:choose"), chosen(answered, closed, overtaken))
    closed.case.close(on=DAY, reason="moved", by=None)
    signed_in(caseworker).post(address("answer", overtaken), said(cause=Cause.PARTNER))

    told = client.post(
        reverse("goals:answer_together"), said(**chosen(answered, closed, overtaken), **seen(page))
    )

    assert told.status_code == 409
    text = text_of(told)
    assert "1 breach answered." in text
    assert f"({closed.case.number}) : nothing in it is over any more." in text
    assert f"({overtaken.case.number}) : answered meanwhile by Lise Invented" in text
    assert "Answer 1 breach" in text
    assertContains(told, WORDS["explanation"], status_code=409)
    assert list(Reply.objects.filter(by=team_lead).values_list("conversation", flat=True)) == [answered.pk]

    again = client.post(reverse("goals:answer_together"), said(**chosen(overtaken), **seen(told)))

    assert again.status_code == 302
    by = Reply.objects.filter(conversation=overtaken).order_by("pk").values_list("by", flat=True)
    assert list(by) == [caseworker.pk, team_lead.pk]


def test_a_refused_answer_to_several_answers_none_and_keeps_the_words(signed_in, team_lead, talks):
    client = signed_in(team_lead)
    page = client.post(reverse("goals:choose"), chosen(*talks))

    refused = client.post(
        reverse("goals:answer_together"), said(**chosen(*talks), **seen(page), next_step="")
    )

    assertContains(refused, "Say what happens next.", status_code=422)
    assertContains(refused, WORDS["explanation"], status_code=422)
    assertContains(refused, "Answer 4 breaches", status_code=422)
    assert not Reply.objects.exists()


@pytest.mark.parametrize("name", ["choose", "answer_together", "keep_together_draft"])
def test_a_case_of_another_unit_among_the_chosen_does_not_exist(
    signed_in, team_lead, other_unit, talks, name
):
    CaseFactory(unit=other_unit, taken_over_on=date(2026, 11, 2))
    jobs.sweep()
    foreign = Conversation.objects.get(unit=other_unit)
    both = [talks[0], foreign]

    response = signed_in(team_lead).post(
        reverse(f"goals:{name}"),
        said(**chosen(*both), seen=[f"{talk.public_id}/0" for talk in both]),
    )

    assert response.status_code == 404
    assert not Reply.objects.exists()
    assert not Draft.objects.exists()


def test_the_words_to_several_are_kept_as_a_draft_and_forgotten_when_sent(signed_in, team_lead, talks):
    client = signed_in(team_lead)
    kept = client.post(reverse("goals:keep_together_draft"), said(**chosen(*talks[1:])))
    assertContains(kept, "Draft saved")

    # The first of these was not among those that were chosen when the words were written.
    page = client.post(reverse("goals:choose"), chosen(*talks))
    assertContains(page, WORDS["explanation"])

    client.post(reverse("goals:answer_together"), said(**chosen(*talks), **seen(page)))
    assert not Draft.objects.exists()


def test_thirty_chosen_take_as_many_queries_as_three(signed_in, team_lead, unit, caseworker):
    many_cases(30, unit=unit, caseworker=caseworker, taken_over_on=date(2026, 11, 2))
    jobs.sweep()
    talks = list(Conversation.objects.order_by("pk"))
    client = signed_in(team_lead)
    counts = []
    for some in (talks[:3], talks):
        client.post(reverse("goals:choose"), chosen(*some))
        with CaptureQueriesContext(connection) as queries:
            client.post(reverse("goals:choose"), chosen(*some))
        counts.append(len(queries))

    assert counts[0] == counts[1]
