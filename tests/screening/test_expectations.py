"""Expectations matched: what was said on both sides stands; both sign, or it says why not."""

from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, models, transaction

from accounts.scope import user_scope
from refugees.models import Seen, StaleEdit, version_of
from screening.models import Expectations, Interview, Missing
from tests.factories import TODAY, CaseFactory
from tests.screening.interviewing import hold, plan
from tests.screening.test_constraints import check_now

pytestmark = pytest.mark.django_db

YESTERDAY, TOMORROW = TODAY - timedelta(days=1), TODAY + timedelta(days=1)
SAID = {"explained": ["work", "danish"], "expects": "A job soon", "agreed": "Danish first"}
TELLS = ("city_signed_on", "withdrawn_at")


def match(case, by, **facts):
    usual = SAID | {"matched_on": YESTERDAY}
    return Expectations.objects.match(case=case, today=TODAY, by=by, **usual | facts)


def create(case, **facts):
    return Expectations.objects.create(case=case, **SAID | {"matched_on": YESTERDAY} | facts)


def signed(case, **facts):
    by = case.team.get(part="caseworker").user
    return create(case, **{"city_signed_on": TODAY, "city_signed_by": by, "person_signed_on": TODAY} | facts)


def about_an_interview_of_another(case):
    by = case.team.get(part="caseworker").user
    plan(CaseFactory(unit=case.unit, caseworker=by), by)
    return create(case, interview=Interview.objects.get()), check_now()


RULES = {
    "expectations_topics_are_known": lambda case: create(case, explained=["taxes"]),
    "expectations_of_both_sides_and_what_was_agreed": lambda case: create(case, agreed=""),
    "expectations_are_signed_after_the_talk": lambda case: signed(
        case, person_signed_on=YESTERDAY - timedelta(days=1)
    ),
    "expectations_are_signed_by_both_or_say_why_not": lambda case: signed(case, person_signed_on=None),
    "withdrawing_expectations_says_why": lambda case: create(case, withdrawn_at="2026-11-20T10:00:00+01:00"),
}
OTHERS = {
    "expectations_are_not_to_come": lambda case: create(case, matched_on=TOMORROW),
    "matched_expectations_stand": lambda case: (
        create(case) and Expectations.objects.update(agreed="Something else")
    ),
    "expectations_name_an_interview_of_their_case": about_an_interview_of_another,
}


@pytest.mark.parametrize("constraint", RULES | OTHERS)
def test_the_database_refuses(case, constraint):
    with pytest.raises(IntegrityError, match=constraint), transaction.atomic():
        (RULES | OTHERS)[constraint](case)


def test_every_rule_of_expectations_is_tested_here():
    checked = (models.CheckConstraint, models.UniqueConstraint)
    assert {rule.name for rule in Expectations._meta.constraints if isinstance(rule, checked)} == set(RULES)


@pytest.mark.parametrize(
    "facts",
    [
        {"explained": []},
        {"expects": ""},
        {"person_signed_on": TODAY},
        {"person_missing": "refused"},
    ],
)
def test_half_a_matching_is_none(case, facts):
    with pytest.raises(IntegrityError), transaction.atomic():
        create(case, **facts)


def test_a_signature_is_not_taken_back_by_an_update(case):
    signed(case)
    with pytest.raises(IntegrityError, match="matched_expectations_stand"), transaction.atomic():
        Expectations.objects.update(person_signed_on=None, person_missing="refused")


def test_a_later_talk_is_the_next_row(case, caseworker):
    first = match(case, caseworker, interview=hold(case, caseworker, expects="A job"))
    second = match(case, caseworker, matched_on=TODAY, expects="A home")

    assert list(Expectations.objects.latest_first()) == [second, first]
    assert first.interview.kind == "first"
    lines = case.lines.filter(verb="expectations-matched").order_by("pk")
    assert [line.details["date"] for line in lines] == [YESTERDAY.isoformat(), TODAY.isoformat()]


def test_both_sign_it(case, caseworker):
    row = match(case, caseworker)
    assert row.is_open

    row.sign(city_signed_on=TODAY, person_signed_on=TODAY, today=TODAY, by=caseworker)

    row = Expectations.objects.get()
    assert (row.is_open, row.city_signed_by, row.person_signed_on) == (False, caseworker, TODAY)
    assert case.lines.filter(verb="expectations-signed").exists()
    with pytest.raises(ValidationError, match="signed or withdrawn meanwhile"):
        row.sign(city_signed_on=TODAY, person_signed_on=TODAY, today=TODAY, by=caseworker)


@pytest.mark.parametrize("why", [Missing.ABSENT, Missing.REFUSED, Missing.UNABLE])
def test_or_it_says_why_the_person_has_not(case, caseworker, why):
    row = match(case, caseworker)
    with pytest.raises(ValidationError, match="Say why the person's signature is missing"):
        row.sign(city_signed_on=TODAY, today=TODAY, by=caseworker)

    row.sign(city_signed_on=TODAY, person_missing=why, today=TODAY, by=caseworker)

    assert Expectations.objects.get().person_missing == why
    assert case.lines.filter(verb="expectations-unsigned").exists()


def test_nobody_signs_before_the_talk_nor_tomorrow(case, caseworker):
    row = match(case, caseworker, matched_on=TODAY)
    with pytest.raises(ValidationError, match="Nobody signs before the talk"):
        row.sign(city_signed_on=TODAY, person_signed_on=YESTERDAY, today=TODAY, by=caseworker)
    with pytest.raises(ValidationError, match="has not come yet"):
        row.sign(city_signed_on=TOMORROW, person_signed_on=TODAY, today=TODAY, by=caseworker)
    with pytest.raises(ValidationError, match="has not come yet"):
        match(case, caseworker, matched_on=TOMORROW)
    assert Expectations.objects.get().is_open


def test_a_mistake_is_withdrawn_with_a_reason_and_stays(case, caseworker):
    row = match(case, caseworker)
    with pytest.raises(ValidationError, match="Say why it is withdrawn"):
        row.withdraw(reason=" ", on=TODAY, by=caseworker)

    row.withdraw(reason="Another person", on=TODAY, by=caseworker)

    assert not Expectations.objects.standing().exists()
    assert Expectations.objects.get().withdrawal_reason == "Another person"
    with pytest.raises(ValidationError, match="withdrawn meanwhile"):
        row.withdraw(reason="Again", on=TODAY, by=caseworker)


def test_the_second_of_two_is_told(case, caseworker):
    row = match(case, caseworker)
    seen = Seen(TELLS, version_of(row, TELLS))
    row.sign(city_signed_on=TODAY, person_signed_on=TODAY, today=TODAY, by=caseworker)

    with pytest.raises(StaleEdit):
        row.withdraw(reason="Once", on=TODAY, by=caseworker, version=seen)


def test_only_those_who_see_the_whole_case_read_it(case, caseworker, colleague, mentor, stranger):
    row = match(case, caseworker)

    for user, reads in ((colleague, 1), (mentor, 0), (stranger, 0)):
        assert Expectations.objects.visible_to(user).count() == reads
        with user_scope(user):
            assert Expectations.objects.filter(pk=row.pk).count() == reads
            assert Expectations.pgh_event_model.objects.filter(pgh_obj_id=row.pk).count() == reads
