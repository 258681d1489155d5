"""The competence profile on the screen: rows written, corrected and removed; the classification without JavaScript."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from pytest_django.asserts import assertContains, assertNotContains, assertRedirects

from accounts.models import AccessLog
from refugees.models import Draft, version_of
from screening.models import DrivingLicence, Education, LanguageSkill, Skill, Wish, WorkExperience
from screening.profile.parts import PARTS
from tests.factories import TODAY

pytestmark = pytest.mark.django_db

WORK = {
    "occupation": "Baker",
    "code": "7512",
    "employer": "Al-Nur",
    "country": "Syria",
    "from_year": "2014",
    "to_year": "2020",
    "tasks": "Bread for the whole quarter.",
}
OTHERS = {
    "education": (Education, {"level": "vocational", "field": "Tailor", "recognition": ""}),
    "languages": (LanguageSkill, {"language": "ar", "speaking": "native", "reading": "none"}),
    "licence": (DrivingLicence, {"categories": ["B", "C"], "validity": "exchange"}),
    "skills": (Skill, {"what": "Mends bicycles", "kind": "craft", "code": "7234"}),
    "wishes": (Wish, {"kind": "work", "what": "", "code": "7512"}),
}


def url(name, case, *more):
    return reverse(f"screening:{name}", args=[case.public_id, *more])


@pytest.fixture
def lise(signed_in, caseworker):
    return signed_in(caseworker)


@pytest.fixture
def baker(case, caseworker):
    return WorkExperience.objects.add(
        case=case, today=TODAY, by=caseworker, occupation="Baker", code="7512", from_year=2014
    )


def test_work_is_written_into_the_profile(lise, case):
    assertContains(lise.get(url("profile", case)), "Nothing is written here yet.")

    response = lise.post(url("add_to_profile", case, "work"), WORK)

    assertRedirects(response, url("profile", case) + "#work", fetch_redirect_response=False)
    row = WorkExperience.objects.get()
    assert {name: str(getattr(row, name)) for name in WORK} == WORK
    page = lise.get(url("profile", case))
    for words in ("Baker", "Bakers, pastry-cooks", "Al-Nur · Syria · 2014–2020", "Bread for the whole"):
        assertContains(page, words)
    assertContains(lise.get(reverse("case", args=[case.public_id])), "Has worked as")


@pytest.mark.parametrize("section", OTHERS)
def test_so_is_every_other_section(lise, case, section):
    model, sent = OTHERS[section]

    assert lise.post(url("add_to_profile", case, section), sent).status_code == 302

    assertContains(lise.get(url("profile", case)), model.objects.get().words.split(",")[0].split(": ")[-1])


@pytest.mark.parametrize(
    ("section", "sent", "sentence"),
    [
        ("work", WORK | {"occupation": "", "code": ""}, "Write the occupation, or find it"),
        ("work", WORK | {"code": "9999"}, "Choose one of the groups that were found."),
        ("work", WORK | {"from_year": "20"}, "Write the year with four digits"),
        ("work", WORK | {"from_year": "soon"}, "Write the year with four digits"),
        ("work", WORK | {"from_year": "2021"}, "The last year is not before the first."),
        ("work", WORK | {"to_year": "2027"}, "This year has not come yet."),
        ("education", {"tasks": "Sewing"}, "Choose the level."),
        ("education", {"level": "bachelor", "recognition": "recognised"}, "Write what it is recognised as"),
        ("languages", {"language": ""}, "Choose the language."),
        ("licence", {"validity": "valid"}, "Choose at least one category."),
        ("skills", {"kind": "craft"}, "Write what the person can do."),
        ("skills", {"what": "Sews"}, "Choose the kind."),
        ("wishes", {"kind": "work"}, "Write the wish, or find it"),
    ],
)
def test_what_is_refused_is_told_and_nothing_typed_is_lost(lise, case, section, sent, sentence):
    response = lise.post(url("add_to_profile", case, section), sent)

    assertContains(response, sentence, status_code=422)
    if section == "work":
        assertContains(response, "Bread for the whole quarter.", status_code=422)
    assert not any(part.model.objects.exists() for part in PARTS.values())


def test_no_row_appears_twice(lise, case):
    lise.post(url("add_to_profile", case, "work"), WORK)
    response = lise.post(url("add_to_profile", case, "work"), WORK)

    assertContains(response, "This stands in the profile already.", status_code=422)
    assert WorkExperience.objects.count() == 1


def test_a_form_that_is_sent_twice_makes_one_row(lise, case):
    once = {"once": "6c9f3ad0-6c40-4b79-8ac5-8d4f1a1f0a01"}
    for _again in range(2):
        assert lise.post(url("add_to_profile", case, "skills"), OTHERS["skills"][1] | once).status_code == 302

    assert Skill.objects.count() == 1


def test_there_is_one_driving_licence(lise, case):
    lise.post(url("add_to_profile", case, "licence"), OTHERS["licence"][1])

    assertNotContains(lise.get(url("profile", case)), url("add_to_profile", case, "licence"))
    assertContains(
        lise.post(url("add_to_profile", case, "licence"), {"categories": ["D"]}),
        "stands in the profile already",
        status_code=422,
    )


def test_it_is_corrected_and_who_comes_second_sees_both_texts(lise, case, baker):
    at = url("correct_profile", case, "work", baker.public_id)
    assertContains(lise.get(at), "2014")
    sent = WORK | {"version": version_of(baker, PARTS["work"].tells), "occupation": "Head baker"}
    assert lise.post(at, sent).status_code == 302

    late = lise.post(at, sent | {"occupation": "Pastry cook"})

    assertContains(late, "Head baker", status_code=409)
    assertContains(late, "Pastry cook", status_code=409)
    assert WorkExperience.objects.get().occupation == "Head baker"


def test_it_is_removed_and_a_late_correction_is_not_lost(lise, case, baker):
    version = {"version": version_of(baker, PARTS["work"].tells)}
    assertContains(
        lise.get(url("remove_from_profile", case, "work", baker.public_id)), "taken out of the profile"
    )

    assert lise.post(url("remove_from_profile", case, "work", baker.public_id), version).status_code == 302

    assert not WorkExperience.objects.standing().exists()
    at = url("correct_profile", case, "work", baker.public_id)
    assert lise.get(at).status_code == 404
    assertContains(lise.post(at, WORK | version | {"tasks": "Sourdough"}), "Sourdough", status_code=409)


def test_without_javascript_a_button_searches_and_nothing_typed_is_lost(lise, case):
    sent = WORK | {"code": "", "code-words": "bager", "look_up": "code", "from_year": "twenty"}

    page = lise.post(url("add_to_profile", case, "work"), sent)

    assert page.status_code == 200
    for words in ('value="7512"', "Bakers, pastry-cooks", "Bread for the whole quarter.", "twenty", "bager"):
        assertContains(page, words)
    assert not WorkExperience.objects.exists()


def test_a_search_while_correcting_still_knows_what_the_form_was_made_from(lise, case, baker, colleague):
    at = url("correct_profile", case, "work", baker.public_id)
    version = version_of(baker, PARTS["work"].tells)
    baker.correct(today=TODAY, by=colleague, occupation="Head baker")

    page = lise.post(at, WORK | {"look_up": "code", "code-words": "cook", "version": version})

    assertContains(page, f'name="version" value="{version}"')


def test_the_classification_is_searched_as_one_types(lise, signed_in, manager):
    page = lise.get(reverse("find_occupations"), {"code-words": "jordemoedre", "code": "7512"})

    assertContains(page, 'value="2222"')
    assertContains(page, 'value="7512" checked')
    assertContains(lise.get(reverse("find_occupations"), {"code-words": "xyzzy"}), "Nothing was found.")
    assert signed_in(manager).get(reverse("find_occupations")).status_code == 403


def test_what_is_being_written_is_kept_with_all_that_was_chosen(lise, case, signed_in, colleague):
    lise.post(url("keep_profile_draft", case, "licence"), {"categories": ["B", "C"], "validity": "valid"})

    page = lise.get(url("add_to_profile", case, "licence"))

    assert page.context["form"].initial["categories"] == ["B", "C"]
    assert signed_in(colleague).get(url("add_to_profile", case, "licence")).context["form"].initial == {}
    lise.post(url("add_to_profile", case, "licence"), {"categories": ["B"]})
    assert not Draft.objects.exists()
    assert lise.post(url("keep_profile_draft", case, "nothing"), {"what": "x"}).status_code == 404


def test_there_is_no_other_section(lise, case):
    assert lise.get(url("add_to_profile", case, "hobbies")).status_code == 404


def test_the_unit_reads_it_and_who_may_not_learns_and_writes_nothing(
    signed_in, manager, mentor, stranger, case, baker
):
    assertContains(signed_in(manager).get(url("profile", case)), "Baker")
    assertNotContains(signed_in(manager).get(url("profile", case)), "Add work")
    for user in (mentor, stranger):
        browser = signed_in(user)
        assert browser.get(url("profile", case)).status_code == 404
        assert browser.get(url("cv", case)).status_code == 404
    for user in (manager, mentor, stranger):
        browser = signed_in(user)
        assert browser.post(url("add_to_profile", case, "work"), WORK).status_code == 404
        assert browser.post(url("remove_from_profile", case, "work", baker.public_id)).status_code == 404
    assert WorkExperience.objects.standing().get().occupation == "Baker"
    assert not AccessLog.objects.filter(kind="exported").exists()


def test_the_page_takes_the_same_queries_at_three_and_at_thirty_rows(lise, case, caseworker):
    def queries(name):
        with CaptureQueriesContext(connection) as captured:
            lise.get(url(name, case))
        return len(captured)

    def write(first, last):
        for number in range(first, last):
            for model, facts in (
                (WorkExperience, {"occupation": f"Baker {number}", "code": "7512"}),
                (Skill, {"kind": "other", "what": f"Bread {number}"}),
                (Education, {"level": "course", "field": f"Course {number}"}),
            ):
                model.objects.create(case=case, recorded_by=caseworker, **facts)

    write(0, 1)
    lise.get(url("profile", case))
    few = queries("profile"), queries("cv")
    write(1, 10)

    assert (queries("profile"), queries("cv")) == few


def test_the_history_says_what_was_written_and_what_stood_there_before(lise, case, caseworker, baker):
    baker.correct(today=TODAY, by=caseworker, occupation="Head baker")
    baker.remove(on=TODAY, by=caseworker)

    page = lise.get(reverse("refugees:history", args=[case.public_id]))

    for words in (
        "Competence profile: work experience added",
        "Baker, 2014–",
        "Competence profile: work experience corrected",
        "Head baker, 2014–",
        "Competence profile: work experience removed",
    ):
        assertContains(page, words)
