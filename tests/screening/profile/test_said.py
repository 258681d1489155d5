"""Nobody is asked twice: what was said at the interview is taken over into the profile by one click."""

import pytest
from django.urls import reverse
from pytest_django.asserts import assertContains, assertNotContains, assertRedirects

from screening.interviews.definitions import definition
from screening.models import (
    Answer,
    DrivingLicence,
    Education,
    LanguageSkill,
    Skill,
    Wish,
    WorkExperience,
)
from screening.profile.said import QUESTIONS, TAKEN
from tests.factories import TODAY
from tests.screening.interviewing import hold, say

pytestmark = pytest.mark.django_db

SPOKEN = [
    {"language": "ar", "level": "native"},
    {"language": "en", "level": "a2"},
    {"language": "da", "level": ""},
]


def url(name, case, *more):
    return reverse(f"screening:{name}", args=[case.public_id, *more])


@pytest.fixture
def lise(signed_in, caseworker):
    return signed_in(caseworker)


def rows(model, *names):
    return list(model.objects.standing().order_by("pk").values_list(*names))


def test_every_question_it_reads_is_one_that_is_asked():
    assert set(definition("first-v1").by_key) >= QUESTIONS
    assert set(TAKEN) <= QUESTIONS


@pytest.mark.parametrize(
    ("question", "said", "model", "made"),
    [
        (
            "languages",
            SPOKEN,
            LanguageSkill,
            [("ar", "native", ""), ("en", "a2", ""), ("da", "", "")],
        ),
        ("highest_education", "bachelor", Education, [("bachelor", "", "")]),
        ("licences", ["car", "forklift"], Skill, [("certificate", "Truckcertifikat", "")]),
        ("licences", ["car", "lorry"], DrivingLicence, [(["B"], "", None)]),
        ("good_at", "Baking bread", Skill, [("other", "Baking bread", "")]),
        ("computers", "work", Skill, [("computer", "Jeg har brugt den i mit arbejde", "")]),
        ("work_wish", "A bakery", Wish, [("work", "A bakery", "")]),
        ("education_wish", "Nurse", Wish, [("education", "Nurse", "")]),
    ],
)
def test_an_answer_that_says_it_plainly_is_taken_over(lise, case, caseworker, question, said, model, made):
    names = {
        LanguageSkill: ("language", "speaking", "reading"),
        Education: ("level", "field", "school"),
        Skill: ("kind", "what", "code"),
        Wish: ("kind", "what", "code"),
        DrivingLicence: ("categories", "validity", "removed_at"),
    }[model]
    hold(case, caseworker, **{question: said})
    key = question.replace("_", "-")

    assertContains(lise.get(url("profile", case)), url("take_over_answer", case, key))
    response = lise.post(url("take_over_answer", case, key))

    assertRedirects(response, url("profile", case), fetch_redirect_response=False)
    assert rows(model, *names) == made
    assert model.objects.first().answer == Answer.objects.get()
    page = lise.get(url("profile", case))
    assertContains(page, "From the interview, Mon 23 Nov")
    assertNotContains(page, url("take_over_answer", case, key))


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("highest_education", "none"),
        ("licences", ["lorry"]),
        ("licences", ["none"]),
        ("computers", "no"),
        ("school_years", 9),
        ("work_done", "Six years in a bakery"),
        ("first_step", "job"),
        ("good_at", "x" * 301),
    ],
)
def test_any_other_is_shown_with_its_day_and_not_taken(lise, case, caseworker, question, said):
    hold(case, caseworker, **{question: said})

    page = lise.get(url("profile", case))

    assertContains(page, "Said at the interview")
    assertContains(page, "Mon 23 Nov")
    assertNotContains(page, "/take-over/")


def test_a_text_is_where_a_row_begins_and_the_row_says_where_it_comes_from(lise, case, caseworker):
    hold(case, caseworker, work_done="Six years in a bakery")
    at = url("add_to_profile", case, "work") + "?from=work-done"
    assertContains(lise.get(url("profile", case)), at)
    assertContains(lise.get(at), "Six years in a bakery")

    lise.post(at, {"occupation": "Baker", "tasks": "Six years in a bakery"})

    assert WorkExperience.objects.get().answer == Answer.objects.get()
    assertNotContains(lise.get(url("profile", case)), at)


def test_what_stands_there_is_left_alone(lise, case, caseworker):
    LanguageSkill.objects.add(case=case, today=TODAY, by=caseworker, language="ar", speaking="c1")
    hold(case, caseworker, languages=SPOKEN)

    lise.post(url("take_over_answer", case, "languages"))

    assert rows(LanguageSkill, "language", "speaking") == [("ar", "c1"), ("en", "a2"), ("da", "")]
    told = lise.post(url("take_over_answer", case, "languages"), follow=True)
    assertContains(told, "All of it stands in the profile already.")
    assert LanguageSkill.objects.count() == 3


def test_the_latest_answer_counts(lise, case, caseworker):
    first = hold(case, caseworker, work_wish="A kitchen")
    second = hold(case, caseworker, kind="second", work_wish="A bakery")
    assert first != second

    lise.post(url("take_over_answer", case, "work-wish"))

    assert Wish.objects.get().what == "A bakery"


def test_what_was_skipped_or_not_asked_is_not_offered(lise, case, caseworker):
    interview = hold(case, caseworker)
    say(interview, caseworker, skipped=True, good_at="later")

    assertNotContains(lise.get(url("profile", case)), "Said at the interview")
    assert lise.post(url("take_over_answer", case, "good-at")).status_code == 404
    assert lise.post(url("take_over_answer", case, "health-team")).status_code == 404


def test_nobody_else_takes_it_over(signed_in, manager, mentor, stranger, case, caseworker):
    hold(case, caseworker, good_at="Bread")

    for user in (manager, mentor, stranger):
        assert signed_in(user).post(url("take_over_answer", case, "good-at")).status_code == 404
    assert not Skill.objects.exists()


def test_the_interview_leads_to_the_profile(lise, case, caseworker):
    hold(case, caseworker, good_at="Bread")

    assertContains(lise.get(reverse("case", args=[case.public_id])), url("profile", case))
