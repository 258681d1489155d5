"""Answers as they arrive from a device, one by one: none is lost, none undoes another."""

import uuid

import pytest
from pytest_django.asserts import assertContains

from screening.models import Answer
from tests.factories import TODAY
from tests.screening.asking import answers, bread, send, url
from tests.screening.interviewing import say

pytestmark = pytest.mark.django_db


def test_an_answer_is_kept_as_it_is_written_and_the_same_writing_changes_nothing(lise, interview):
    device = uuid.uuid4()
    for _ in range(2):
        assert send(lise, interview, bread("Bread"), device=device) == {
            "good-at": {"state": "saved", "version": 1}
        }

    assert answers(interview) == {"good-at": "Bread"}
    assert Answer.pgh_event_model.objects.count() == 1


def test_an_older_writing_that_arrives_late_changes_nothing(lise, interview):
    device = uuid.uuid4()
    send(lise, interview, bread("Bread and cakes", number=7), device=device)

    late = send(lise, interview, bread("Bre", number=3), device=device)

    assert late["good-at"] == {"state": "saved", "version": 1}
    assert answers(interview) == {"good-at": "Bread and cakes"}


def test_emptied_again_it_is_no_answer_and_stays_in_the_history(lise, interview):
    device = uuid.uuid4()
    send(lise, interview, bread("Bread"), device=device)
    send(lise, interview, bread("", number=2), device=device)

    assert Answer.objects.get().value is None
    assert not Answer.objects.standing().exists()
    assert [event.value for event in Answer.pgh_event_model.objects.order_by("pgh_id")] == ["Bread", None]


def test_what_a_colleague_answered_meanwhile_is_shown_and_replaced_only_knowingly(
    lise, signed_in, interview, colleague
):
    mine = uuid.uuid4()
    send(signed_in(colleague), interview, bread("Cakes"))

    told = send(lise, interview, bread("Bread"), device=mine)
    assert told["good-at"] == {"state": "conflict", "version": 1, "theirs": "Cakes", "by": colleague.name}
    assert answers(interview) == {"good-at": "Cakes"}

    assert send(lise, interview, bread("Bread", number=2, seen=1), device=mine)["good-at"]["state"] == "saved"
    assert answers(interview) == {"good-at": "Bread"}


def test_sent_whole_both_texts_are_shown_and_what_was_not_touched_is_let_be(
    lise, signed_in, interview, colleague
):
    other = signed_in(colleague)
    send(other, interview, bread("Cakes"), ("papers", 2, [("papers", "here"), ("seen-papers", "0")]))

    both = lise.post(url("ask", interview), {"good-at": "Bread", "literacy": "well", "seen-good-at": "0"})

    assertContains(both, "Somebody else answered this meanwhile", status_code=409)
    assertContains(both, "Cakes", status_code=409)
    assertContains(both, ">\nBread</textarea>", status_code=409)
    assertContains(both, 'name="seen-good-at" value="1"', status_code=409)
    assert answers(interview) == {"good-at": "Cakes", "papers": "here", "literacy": "well"}


def test_a_page_opened_before_a_colleagues_change_does_not_undo_it(
    lise, signed_in, interview, colleague, caseworker
):
    say(interview, caseworker, good_at="Bread")
    send(signed_in(colleague), interview, bread("Cakes", seen=1))

    sent = lise.post(url("ask", interview), {"good-at": "Bread", "seen-good-at": "1"})

    assert sent.status_code == 302
    assert answers(interview) == {"good-at": "Cakes"}


@pytest.mark.parametrize(
    "body",
    [
        '{"client": "0196f5ab-0000-7000-8000-000000000000",'
        ' "writings": [{"name": "a", "sequence": 1e300, "fields": []}]}',
        "",
        "[]",
        "{}",
        '{"client": "x", "writings": []}',
        '{"client": 1, "writings": []}',
        "not json",
    ],
)
def test_what_no_device_of_ours_sends_is_refused(lise, interview, body):
    assert lise.post(url("keep", interview), body, content_type="application/json").status_code == 422


def test_a_question_that_nobody_asks_is_let_be_and_a_wrong_answer_is_told(lise, interview):
    results = send(
        lise,
        interview,
        ("shoe-size", 1, [("shoe-size", "42")]),
        ("school-years", 2, [("school-years", "many")]),
    )

    assert results == {"school-years": {"state": "refused", "words": "Enter a whole number."}}
    assert not Answer.objects.exists()


def test_an_interview_that_was_moved_or_of_a_closed_case_takes_no_answers(lise, interview, case, caseworker):
    case.close(on=TODAY, reason="moved", by=caseworker)
    told = send(lise, interview, bread("Bread"))["good-at"]
    assert (told["state"], told["words"]) == ("refused", "This interview takes no answers any more.")

    case.reopen(on=TODAY, by=caseworker)
    interview.fall_out(why="Ill.", whose_doing="person", today=TODAY, by=caseworker)
    assert lise.get(url("ask", interview)).status_code == 404
