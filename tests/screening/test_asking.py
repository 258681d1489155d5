"""What an interview asks, and how answers arrive: by the whole form, and one by one from a device."""

import json
import uuid
from datetime import timedelta

import pytest
from django.urls import reverse
from pytest_django.asserts import assertContains, assertNotContains

from accounts.kept import device_keys
from screening.asking import asked_sections, is_asked
from screening.definitions import Question, Words, definition
from screening.models import Answer, Interview
from tests.factories import TODAY
from tests.screening.interviewing import hold, plan, say

pytestmark = pytest.mark.django_db

EVERY = set(definition("second-v1").by_key)
FIRST = set(definition("first-v1").by_key)


@pytest.fixture
def interview(case, caseworker):
    return plan(case, caseworker)


def url(name, interview):
    return reverse(f"interviews:{name}", args=[interview.case.public_id, interview.public_id])


def asked(interview, today=TODAY):
    return {each.question.key for section in asked_sections(interview, today) for each in section.asked}


def send(client, interview, *writings, device=None):
    """Writings of a device, as static/js/kept.js sends them; what became of each."""
    body = {
        "client": str(device or uuid.uuid4()),
        "writings": [
            {"name": name, "sequence": number, "fields": [[key, value] for key, value in fields]}
            for name, number, fields in writings
        ],
    }
    sent = client.post(url("keep", interview), json.dumps(body), content_type="application/json")
    assert sent.status_code == 200
    return sent.json()["results"]


def bread(said, *, number=1, seen=0):
    return "good-at", number, [("good-at", said), ("skip-good-at", ""), ("seen-good-at", str(seen))]


def answers(interview):
    return {
        each.question: each.value if each.value is not None else each.skipped
        for each in interview.answers.all()
    }


def test_the_first_interview_asks_everything(interview):
    assert asked(interview) == FIRST


def test_the_second_asks_its_own_and_of_the_first_only_what_is_missing_or_may_have_changed(case, caseworker):
    hold(
        case, caseworker, good_at="Bread", first_step="job", languages=[{"language": "ar", "level": "native"}]
    )
    first = Interview.objects.get()
    say(first, caseworker, skipped=True, computers="declined", literacy="later", licences="not-relevant")
    second = plan(case, caseworker, kind="second")

    not_again = {"good-at", "languages", "computers", "licences"}
    assert asked(second) == EVERY - not_again
    # Languages are asked again once three months have passed.
    assert asked(second, TODAY + timedelta(days=89)) == EVERY - not_again
    assert asked(second, TODAY + timedelta(days=90)) == EVERY - not_again | {"languages"}


def test_without_a_first_the_second_asks_everything(case, caseworker):
    assert asked(plan(case, caseworker, kind="second")) == EVERY


def test_what_was_answered_in_this_interview_stays_on_its_page(case, caseworker):
    hold(case, caseworker, good_at="Bread")
    second = plan(case, caseworker, kind="second")
    say(second, caseworker, good_at="Bread and cakes")

    assert "good-at" in asked(second)


@pytest.mark.parametrize(
    ("again", "days", "expected"),
    [("missing", 999, False), ("always", 0, True), (30, 29, False), (30, 30, True)],
)
def test_when_a_question_is_asked_again(again, days, expected):
    from accounts.day import now

    question = Question("a", "text", Words({}), None, (), (), again)
    answer = Answer(question="a", value="x", answered_at=now())

    assert is_asked(question, answer, TODAY + timedelta(days=days)) is expected


def test_the_form_shows_danish_beside_english_and_keeps_what_is_sent_whole(lise, interview):
    page = lise.get(url("ask", interview))
    assertContains(page, '<span class="phrase" lang="da" dir="ltr">Hvad er du god til?</span>')
    assertContains(page, '<span class="phrase" lang="en" dir="ltr">What are you good at?</span>')

    sent = lise.post(
        url("ask", interview),
        {
            "good-at": " Bread ",
            "school-years": "9",
            "literacy": "some",
            "hours": ["day", "evening"],
            "can-begin-on_day": "1",
            "can-begin-on_month": "2",
            "can-begin-on_year": "2027",
            "languages-language-0": "ar",
            "languages-level-0": "native",
            "languages-language-1": "da",
            "languages-level-1": "",
            "skip-papers": "unknown",
        },
    )

    assert sent.status_code == 302
    assert answers(interview) == {
        "good-at": "Bread",
        "school-years": 9,
        "literacy": "some",
        "hours": ["day", "evening"],
        "can-begin-on": "2027-02-01",
        "languages": [{"language": "ar", "level": "native"}, {"language": "da", "level": ""}],
        "papers": "unknown",
    }
    shown = lise.get(url("answers", interview))
    for words in ("Bread", "A little", "Daytime", "Arabic: Mother tongue", "Mon 1 Feb 2027", "does not know"):
        assertContains(shown, words)


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ({"school-years": "many"}, "Enter a whole number."),
        ({"school-years": "99"}, "less than or equal to 25"),
        ({"literacy": "perhaps"}, "not one of the available choices"),
        ({"good-at": "Bread", "skip-good-at": "later"}, "not both"),
        ({"can-begin-on_day": "31", "can-begin-on_month": "2", "can-begin-on_year": "2027"}, "no such day"),
        ({"languages-language-0": "xx"}, "from the list"),
        ({"languages-language-0": "ar", "languages-language-1": "ar"}, "twice"),
    ],
)
def test_a_refused_form_says_why_keeps_what_was_typed_and_stores_nothing(lise, interview, typed, sentence):
    response = lise.post(url("ask", interview), {"work-done": "Six years in a bakery."} | typed)

    assertContains(response, sentence, status_code=422)
    assertContains(response, "Six years in a bakery.", status_code=422)
    assert not Answer.objects.exists()


def test_a_question_that_was_skipped_can_be_answered_and_an_answer_skipped(lise, interview, caseworker):
    say(interview, caseworker, skipped=True, papers="later")
    say(interview, caseworker, literacy="well")

    lise.post(
        url("ask", interview),
        {"papers": "here", "skip-papers": "later", "literacy": "well", "skip-literacy": "declined"}
        | {"seen-papers": "1", "seen-literacy": "1"},
    )

    assert answers(interview) == {"papers": "here", "literacy": "declined"}


def test_what_is_still_true_is_said_without_typing_it_again(lise, case, caseworker):
    first = hold(case, caseworker, work_wish="A bakery of my own", first_step="job")
    second = plan(case, caseworker, kind="second")
    assertContains(lise.get(url("ask", second)), "A bakery of my own")

    lise.post(
        url("ask", second), {"still-work-wish": "on", "first-step": "internship", "still-first-step": "on"}
    )

    assert answers(second) == {"work-wish": "A bakery of my own", "first-step": "internship"}
    assert second.answers.get(question="work-wish").confirms == first.answers.get(question="work-wish")
    assertContains(lise.get(url("answers", second)), "still true")


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


def test_a_manager_reads_the_answers_and_writes_none(signed_in, manager, interview, caseworker):
    say(interview, caseworker, good_at="Bread")
    client = signed_in(manager)

    page = client.get(url("answers", interview))
    assertContains(page, "Bread")
    assertNotContains(page, url("ask", interview))


def test_each_person_has_keys_of_their_own_that_follow_the_keys_of_the_installation(
    caseworker, colleague, settings
):
    before = device_keys(caseworker)
    assert before == device_keys(caseworker)
    assert not set(before.keys) & set(device_keys(colleague).keys)
    assert before.owner != device_keys(colleague).owner

    settings.FIELD_ENCRYPTION_KEYS = ["another", *settings.FIELD_ENCRYPTION_KEYS]
    after = device_keys(caseworker)
    assert after.owner == before.owner
    assert after.keys[1:] == before.keys and len(after.keys) == len(before.keys) + 1


def test_the_pages_take_the_same_queries_however_much_is_answered(
    lise, case, caseworker, django_assert_max_num_queries
):
    first = hold(case, caseworker, good_at="Bread")
    second = plan(case, caseworker, kind="second")
    pages = [
        url("ask", second),
        url("answers", first),
        reverse("interviews:interviews", args=[case.public_id]),
    ]
    counts = []
    for more in ({}, {"work_done": "Bakery", "school_years": 9, "literacy": "well", "work_wish": "Bread"}):
        say(first, caseworker, **more)
        found = []
        for page in pages:
            with django_assert_max_num_queries(60) as captured:
                assert lise.get(page).status_code == 200
            found.append(len(captured))
        counts.append(found)

    assert counts[0] == counts[1]
