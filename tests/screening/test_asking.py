"""What an interview asks, and how answers arrive: by the whole form, and one by one from a device."""

from datetime import timedelta

import pytest
from django.urls import reverse
from pytest_django.asserts import assertContains, assertNotContains

from accounts.kept import device_keys
from screening.interviews.asking import is_asked
from screening.interviews.definitions import Question, Words, definition
from screening.models import Answer, Interview
from tests.factories import TODAY
from tests.screening.asking import answers, asked, url
from tests.screening.interviewing import hold, plan, say

pytestmark = pytest.mark.django_db

EVERY = set(definition("second-v1").by_key)
FIRST = set(definition("first-v1").by_key)


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
