"""The rows of a competence profile: written, corrected, removed; what the database itself refuses."""

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, models, transaction

from accounts.scope import user_scope
from refugees.models import Seen, StaleEdit, version_of
from screening.models import (
    Answer,
    DrivingLicence,
    Education,
    Entry,
    LanguageSkill,
    Skill,
    Wish,
    WorkExperience,
)
from tests.factories import TODAY, CaseFactory
from tests.screening.interviewing import hold
from tests.screening.test_constraints import check_now
from tests.test_architecture import our_models

pytestmark = pytest.mark.django_db

# The smallest of each.
LEAST = {
    WorkExperience: {"occupation": "Baker"},
    Education: {"level": "vocational"},
    LanguageSkill: {"language": "ar"},
    DrivingLicence: {"categories": ["B"]},
    Skill: {"kind": "other", "what": "Mends bicycles"},
    Wish: {"kind": "work", "what": "A bakery"},
}
TELLS = ("occupation", "employer", "removed_at")


def row(model, case, **facts):
    return model.objects.create(case=case, **LEAST[model] | facts)


def twice(model, **facts):
    return lambda case: [row(model, case, **facts) for _ in range(2)]


RULES = {
    "work_once_per_profile": twice(WorkExperience, from_year=2014),
    "work_years_in_order": lambda case: row(WorkExperience, case, from_year=2014, to_year=2013),
    "work_years_of_a_lifetime": lambda case: row(WorkExperience, case, from_year=14),
    "work_code_has_four_digits": lambda case: row(WorkExperience, case, code="75a2"),
    "work_names_an_occupation": lambda case: row(WorkExperience, case, occupation=""),
    "education_once_per_profile": twice(Education),
    "education_years_in_order": lambda case: row(Education, case, from_year=2014, to_year=2013),
    "education_years_of_a_lifetime": lambda case: row(Education, case, to_year=14),
    "education_level_is_known": lambda case: row(Education, case, level="doctor"),
    "education_recognition_is_known": lambda case: row(Education, case, recognition="soon"),
    "education_is_recognised_as_something": lambda case: row(Education, case, recognition="recognised"),
    "language_once_per_profile": twice(LanguageSkill),
    "profile_language_is_known": lambda case: row(LanguageSkill, case, language="xx"),
    "speaking_level_is_known": lambda case: row(LanguageSkill, case, speaking="d1"),
    "reading_level_is_known": lambda case: row(LanguageSkill, case, reading="d1"),
    "driving_licence_once_per_profile": twice(DrivingLicence),
    "licence_categories_are_known": lambda case: row(DrivingLicence, case, categories=["B", "X"]),
    "licence_validity_is_known": lambda case: row(DrivingLicence, case, validity="maybe"),
    "skill_once_per_profile": twice(Skill),
    "skill_code_has_four_digits": lambda case: row(Skill, case, code="751"),
    "skill_kind_is_known": lambda case: row(Skill, case, kind="magic"),
    "skill_says_what": lambda case: row(Skill, case, what=""),
    "wish_once_per_profile": twice(Wish),
    "wish_code_has_four_digits": lambda case: row(Wish, case, code="x"),
    "wish_kind_is_known": lambda case: row(Wish, case, kind="house"),
    "wish_says_what": lambda case: row(Wish, case, what=""),
}


def of_another_case(model):
    """A row that says it comes from what another person said."""

    def make(case):
        by = case.team.first().user
        other = CaseFactory(unit=case.unit, caseworker=by)
        hold(other, by, good_at="Bread")
        return row(model, case, answer=Answer.objects.get()), check_now()

    return make


# Over two tables, or about what year it is.
OTHERS = {
    "profile_years_are_not_to_come": lambda case: row(Education, case, to_year=TODAY.year + 1),
    **{f"{model._meta.model_name}_comes_from_its_own_case": of_another_case(model) for model in LEAST},
}


@pytest.mark.parametrize("constraint", RULES | OTHERS)
def test_the_database_refuses(case, constraint):
    with pytest.raises(IntegrityError, match=constraint), transaction.atomic():
        (RULES | OTHERS)[constraint](case)


def test_every_rule_of_the_profile_is_tested_here():
    checked = (models.CheckConstraint, models.UniqueConstraint)
    ours = [model for model in our_models() if issubclass(model, Entry)]

    assert set(ours) == set(LEAST)
    assert {
        rule.name for model in ours for rule in model._meta.constraints if isinstance(rule, checked)
    } == set(RULES)


def test_no_licence_is_without_a_category(case):
    with pytest.raises(IntegrityError, match="licence_categories_are_known"), transaction.atomic():
        row(DrivingLicence, case, categories=[])


def test_neither_work_nor_education_lies_in_the_future(case, caseworker):
    with pytest.raises(IntegrityError, match="profile_years_are_not_to_come"), transaction.atomic():
        row(WorkExperience, case, from_year=TODAY.year + 1)
    with pytest.raises(ValidationError, match="has not come yet"):
        Education.objects.add(case=case, today=TODAY, by=caseworker, level="course", from_year=TODAY.year + 1)
    Education.objects.add(case=case, today=TODAY, by=caseworker, level="course", to_year=TODAY.year)


@pytest.mark.parametrize("model", LEAST)
def test_it_is_written_with_a_line_that_says_no_word_of_it(case, caseworker, model):
    entry = model.objects.add(case=case, today=TODAY, by=caseworker, **LEAST[model])

    line = case.lines.get(verb="profile-added")
    assert line.details == {"section": entry.section, "entry": entry.pk}
    assert line.sentence.startswith("Competence profile: ")
    assert entry.recorded_by == caseworker
    assert entry.words


@pytest.mark.parametrize("model", LEAST)
def test_no_row_stands_twice_until_it_is_removed(case, caseworker, model):
    first = model.objects.add(case=case, today=TODAY, by=caseworker, **LEAST[model])
    with pytest.raises(ValidationError, match="stands in the profile already"):
        model.objects.add(case=case, today=TODAY, by=caseworker, **LEAST[model])
    assert case.lines.filter(verb="profile-added").count() == 1

    first.remove(on=TODAY, by=caseworker)
    again = model.objects.add(case=case, today=TODAY, by=caseworker, **LEAST[model])

    assert list(model.objects.standing()) == [again]
    assert case.lines.filter(verb="profile-removed").exists()


def test_the_same_word_in_other_letters_is_the_same_row(case, caseworker):
    WorkExperience.objects.add(case=case, today=TODAY, by=caseworker, occupation="Baker", employer="Al-Nur")

    with pytest.raises(ValidationError, match="stands in the profile already"):
        WorkExperience.objects.add(
            case=case, today=TODAY, by=caseworker, occupation=" BAKER ", employer="al-nur"
        )
    WorkExperience.objects.add(case=case, today=TODAY, by=caseworker, occupation="Baker", employer="Another")


def test_a_correction_keeps_what_stood_there(case, caseworker):
    entry = WorkExperience.objects.add(case=case, today=TODAY, by=caseworker, occupation="Baker")

    entry.correct(today=TODAY, by=caseworker, occupation="Pastry cook", from_year=2014)

    assert WorkExperience.objects.get().words == "Pastry cook, 2014–"
    events = WorkExperience.pgh_event_model.objects.filter(pgh_obj=entry).order_by("pgh_id")
    assert [WorkExperience.told(event) for event in events] == ["Baker", "Pastry cook, 2014–"]


def test_the_second_of_two_is_told(case, caseworker, colleague):
    entry = WorkExperience.objects.add(case=case, today=TODAY, by=caseworker, occupation="Baker")
    seen = Seen(TELLS, version_of(entry, TELLS))
    entry.correct(today=TODAY, by=colleague, occupation="Cook")

    with pytest.raises(StaleEdit):
        entry.correct(today=TODAY, by=caseworker, version=seen, occupation="Pastry cook")
    with pytest.raises(StaleEdit):
        entry.remove(on=TODAY, by=caseworker, version=seen)
    assert WorkExperience.objects.standing().get().occupation == "Cook"


def test_what_was_removed_is_neither_corrected_nor_removed_again(case, caseworker):
    entry = Skill.objects.add(case=case, today=TODAY, by=caseworker, **LEAST[Skill])
    entry.remove(on=TODAY, by=caseworker)

    for change in (
        lambda: entry.correct(today=TODAY, by=caseworker, what="X"),
        lambda: entry.remove(on=TODAY, by=caseworker),
    ):
        with pytest.raises(ValidationError, match="removed from the profile meanwhile"):
            change()
    assert Skill.objects.get().what == "Mends bicycles"


@pytest.mark.parametrize(
    ("years", "words"),
    [
        ((2014, 2020), "2014–2020"),
        ((2014, None), "2014–"),
        ((None, 2020), "–2020"),
        ((2014, 2014), "2014"),
        ((None, None), ""),
    ],
)
def test_years_are_told_as_far_as_they_are_known(years, words):
    assert Education(from_year=years[0], to_year=years[1]).years == words


@pytest.mark.parametrize("model", LEAST)
def test_only_those_who_see_the_whole_case_read_it(
    case, caseworker, colleague, manager, mentor, stranger, model
):
    entry = model.objects.add(case=case, today=TODAY, by=caseworker, **LEAST[model])

    for user, reads in ((colleague, 1), (manager, 1), (mentor, 0), (stranger, 0)):
        assert model.objects.visible_to(user).count() == reads
        with user_scope(user):
            assert model.objects.filter(pk=entry.pk).count() == reads
            assert model.pgh_event_model.objects.filter(pgh_obj_id=entry.pk).count() == reads
