"""Planning an interview and saying what became of it, on the screens."""

from datetime import date, time, timedelta

import pytest
from django.urls import reverse
from pytest_django.asserts import assertContains, assertNotContains

from screening.models import Interview
from tests.factories import TODAY
from tests.forms import on
from tests.screening.interviewing import plan

pytestmark = pytest.mark.django_db

TOMORROW = TODAY + timedelta(days=1)
TIME = {
    "starts": "9.30",
    "ends": "11",
    "form": "in-person",
    "place": "Invented Centre, room 2",
    "interpreter_kind": "phone",
    "interpreter": "ti",
    "participants": ["partner"],
} | on("planned_on", TOMORROW)


def url(name, case, interview=None):
    args = [case.public_id] if interview is None else [case.public_id, interview.public_id]
    return reverse(f"interviews:{name}", args=args)


def test_an_interview_is_planned_and_stands_on_the_case_and_in_the_day(lise, case, caseworker):
    assertContains(lise.get(url("plan", case)), 'value="ar" selected')
    sent = lise.post(url("plan", case), TIME | {"kind": "second", "interviewer": caseworker.pk})

    assert sent.status_code == 302
    interview = Interview.objects.get()
    assert (interview.kind, interview.planned_on, interview.starts) == ("second", TOMORROW, time(9, 30))
    assert (interview.interpreter, interview.participants) == ("ti", ["partner"])
    for page in (url("interviews", case), reverse("case", args=[case.public_id])):
        shown = lise.get(page)
        for words in (
            "Second interview, Tue 24 Nov 09.30–11.00",
            "not invited yet",
            "Interpreter: Tigrinya, by telephone",
        ):
            assertContains(shown, words)


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ({"kind": ""}, "Choose which interview."),
        ({"ends": "9.30"}, "The end must be after the start."),
        ({"interpreter": ""}, "Choose the language of the interpreter."),
        ({"starts": "late"}, "Write the time with hours and minutes"),
        ({"interviewer": "0"}, "Choose somebody of the unit."),
    ],
)
def test_a_refused_plan_says_why(lise, case, caseworker, typed, sentence):
    sent = lise.post(url("plan", case), TIME | {"kind": "first", "interviewer": caseworker.pk} | typed)

    assertContains(sent, sentence, status_code=422)
    assert not Interview.objects.exists()


def test_whoever_plans_what_was_planned_meanwhile_is_told(lise, case, caseworker):
    plan(case, caseworker)

    sent = lise.post(url("plan", case), TIME | {"kind": "first", "interviewer": caseworker.pk})

    assertContains(sent, "This interview is planned already. Move that one instead.", status_code=422)


def test_it_is_moved_with_the_reason_and_the_old_one_is_kept(lise, case, caseworker, colleague):
    old = plan(case, caseworker)
    page = lise.get(url("move", case, old))
    assertContains(page, "Invented")
    lise.post(
        url("move", case, old),
        TIME | {"interviewer": colleague.pk, "why": "The bus.", "whose_doing": "centre"},
    )

    new = Interview.objects.open().get()
    assert (new.follows, new.planned_on, new.interviewer) == (old, TOMORROW, colleague)
    assertContains(lise.get(url("interviews", case)), "The bus.")
    assertNotContains(lise.get(reverse("case", args=[case.public_id])), f'id="interview-{old.pk}"')


def test_invited_held_and_taken_back(lise, case, caseworker):
    interview = plan(case, caseworker)
    lise.post(url("invite", case, interview), {"invited_on_when": "yesterday"})
    assertContains(lise.get(url("interviews", case)), "invited Sun 22 Nov")

    lise.post(url("hold", case, interview), {"held_on_when": "today", "participants": ["relative"]})
    interview.refresh_from_db()
    assert (interview.outcome, interview.held_on, interview.questions) == ("held", TODAY, "first-v1")
    assert interview.participants == ["relative"]

    lise.post(url("reopen", case, interview), {"reason": "It was her sister."})
    interview.refresh_from_db()
    assert interview.is_open


def test_whoever_was_to_come_and_did_not_is_not_said_to_have_taken_part(lise, case, caseworker):
    interview = plan(case, caseworker)
    assert interview.participants == ["centre"]

    lise.post(url("hold", case, interview), {"held_on_when": "today"})

    interview.refresh_from_db()
    assert (interview.outcome, interview.participants) == ("held", [])


@pytest.mark.parametrize(
    ("day", "sentence"),
    [
        (TOMORROW, "An interview is recorded on the day or later, not before."),
        (date(2026, 11, 20), "It is planned for a later day."),
    ],
)
def test_held_on_a_day_that_cannot_be_is_refused_with_a_sentence(lise, case, caseworker, day, sentence):
    interview = plan(case, caseworker)

    sent = lise.post(url("hold", case, interview), on("held_on", day))

    assertContains(sent, sentence, status_code=422)
    interview.refresh_from_db()
    assert interview.is_open


def test_not_held_says_whose_doing_it_was(lise, case, caseworker):
    interview = plan(case, caseworker)
    at = url("fall_out", case, interview)
    assertContains(lise.post(at, {"why": "Ill."}), "Choose whose doing it was.", status_code=422)

    lise.post(at, {"whose_doing": "interpreter", "why": "The interpreter was held up."})

    page = lise.get(url("interviews", case))
    assertContains(page, "(the interpreter): The interpreter was held up.")
    assertContains(page, "Plan an interview")


def test_a_manager_reads_and_finds_no_link_to_write(signed_in, manager, case, caseworker):
    interview = plan(case, caseworker)
    page = signed_in(manager).get(url("interviews", case))

    assertContains(page, "First interview")
    for name in ("hold", "move", "ask"):
        assertNotContains(page, url(name, case, interview))
