"""What the database itself refuses of interviews and answers, whoever writes."""

from datetime import time, timedelta

import pytest
from django.db import IntegrityError, models, transaction

from screening.models import Answer, Interview
from tests.factories import TODAY, CaseFactory
from tests.test_architecture import our_models

pytestmark = pytest.mark.django_db

YESTERDAY, TOMORROW = TODAY - timedelta(days=1), TODAY + timedelta(days=1)
HELD = {"outcome": "held", "held_on": TODAY, "questions": "first-v1"}
GONE = {"outcome": "not-held", "why_not": "Ill.", "whose_doing": "person"}


def interview(case, **facts):
    usual = {"kind": "first", "planned_on": TODAY, "starts": time(9), "ends": time(10), "form": "phone"}
    interviewer = case.team.first().user
    return Interview.objects.create(case=case, interviewer=interviewer, **usual | facts)


def answer(case, *, of=None, **facts):
    row = of or interview(case, kind=facts.pop("kind", "first"))
    return Answer.objects.create(
        **{"interview": row, "case": case, "question": "good-at", "value": "Bread"} | facts
    )


def twice(make, case):
    row = interview(case)
    return [make(case, row) for _ in range(2)]


RULES = {
    "interview_kind_is_known": lambda case: interview(case, kind="third"),
    "interview_form_is_known": lambda case: interview(case, form="letter"),
    "interview_participants_are_known": lambda case: interview(case, participants=["mayor"]),
    "interview_ends_after_it_starts": lambda case: interview(case, ends=time(9)),
    "interview_interpreter_has_a_language": lambda case: interview(case, interpreter_kind="phone"),
    "one_open_interview_of_a_kind_per_case": lambda case: [interview(case), interview(case)],
    "interview_is_followed_once": lambda case: twice(
        lambda case, row: interview(case, kind="second", follows=row, **GONE), case
    ),
    "interview_invited_not_after_its_day": lambda case: interview(case, invited_on=TOMORROW),
    "interview_held_has_a_day_and_its_questions": lambda case: interview(case, outcome="held", held_on=TODAY),
    "interview_not_held_before_its_day": lambda case: interview(case, **HELD | {"held_on": YESTERDAY}),
    "interview_not_held_says_why_and_whose_doing": lambda case: interview(case, **GONE | {"why_not": ""}),
    "one_answer_per_question": lambda case: twice(lambda case, row: answer(case, of=row), case),
    "answer_names_its_question": lambda case: answer(case, question=""),
    "answer_is_given_or_skipped_not_both": lambda case: answer(case, skipped="later"),
    "skip_reason_is_known": lambda case: answer(case, value=None, skipped="bored"),
}
# Over two tables, or about what day it is.
OTHERS = {
    "interview_not_held_in_the_future": lambda case: interview(case, **HELD | {"held_on": TOMORROW}),
    "answer_is_about_the_case_of_its_interview": lambda case: [
        answer(case, of=interview(CaseFactory(unit=case.unit, caseworker=case.team.first().user))),
        # A foreign key is asked about at the end of the statement that makes it immediate.
        check_now(),
    ],
}


def check_now():
    from django.db import connection

    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")


@pytest.mark.parametrize("constraint", RULES | OTHERS)
def test_the_database_refuses(case, constraint):
    with pytest.raises(IntegrityError, match=constraint), transaction.atomic():
        (RULES | OTHERS)[constraint](case)


def test_every_rule_of_interviews_and_answers_is_tested_here():
    checked = (models.CheckConstraint, models.UniqueConstraint)
    ours = {
        constraint.name
        for model in our_models()
        if model in {Interview, Answer}
        for constraint in model._meta.constraints
        if isinstance(constraint, checked)
    }

    assert ours == set(RULES)


@pytest.mark.parametrize(
    "facts",
    [
        {"interpreter": "ar"},
        {"interpreter_kind": "pigeon", "interpreter": "ar"},
    ],
)
def test_an_interpreter_and_a_language_go_together(case, facts):
    with pytest.raises(IntegrityError, match="interpreter_has_a_language"), transaction.atomic():
        interview(case, **facts)


@pytest.mark.parametrize(
    "facts",
    [
        {"held_on": TODAY},
        {"outcome": "held", "questions": "first-v1"},
        {"outcome": "gone", "why_not": "a"},
    ],
)
def test_an_outcome_and_its_facts_go_together(case, facts):
    with pytest.raises(IntegrityError), transaction.atomic():
        interview(case, **facts)


def test_of_one_kind_many_may_have_been_held_or_fallen_out(case):
    for facts in (HELD, HELD, GONE, {}):
        interview(case, **facts)

    assert case.interviews.count() == 4
