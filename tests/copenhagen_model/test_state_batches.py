"""What is told to the state: new once, a correction as one, and what the database keeps of it."""

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, models, transaction

from accounts.day import now
from accounts.scope import user_scope
from refugees.models import Case, StateBatch, StateRow, TeamMember, compared
from refugees.reporting import digest_of, rows_of
from tests.copenhagen_model.state_batches import BEGAN, gathered
from tests.factories import TODAY

pytestmark = pytest.mark.django_db


def test_a_row_is_new_until_its_batch_was_sent_then_reported(unit, caseworker, talk):
    first = gathered(unit, caseworker)
    assert first.rows.count() == 1

    assert first.confirm_sent(on=TODAY, by=caseworker)

    assert not first.confirm_sent(on=TODAY, by=caseworker)
    assert [each.is_reported for each in compared(rows_of(unit, TODAY))] == [True]
    with pytest.raises(ValidationError, match="reported already"):
        gathered(unit, caseworker)


def test_what_was_told_otherwise_is_a_correction_that_says_what_changed(unit, caseworker, talk):
    gathered(unit, caseworker).confirm_sent(on=TODAY, by=caseworker)
    facts = {
        "form": "in-person",
        "participants": [],
        "agreement": talk.agreement,
        "was_held": True,
        "why_not": "",
    }
    talk.correct(reason="It was at the office.", on=BEGAN, today=TODAY, by=caseworker, **facts)

    row = gathered(unit, caseworker).rows.get()

    assert row.is_correction
    assert row.was == {"form": "phone", "participants": "interpreter, mentor", "correction_reason": ""}
    assert row.facts["correction_reason"] == "It was at the office."


def test_a_case_that_is_handed_over_corrects_nothing(unit, case, caseworker, colleague, talk):
    batch = gathered(unit, caseworker)
    batch.confirm_sent(on=TODAY, by=caseworker)
    # As batches were told before the caseworker was left out of the digest.
    was_told_with = digest_of(batch.rows.get().facts)
    TeamMember.objects.assign(case=case, user=colleague, part="caseworker", on=TODAY, by=caseworker)

    [row] = rows_of(unit, TODAY)
    [each] = compared([row])

    assert row.facts["responsible_caseworker"] == colleague.name
    assert row.digest != was_told_with
    assert (each.is_reported, each.was) == (True, {})


def test_a_case_that_moved_to_another_unit_is_not_told_again(
    unit, other_unit, case, caseworker, stranger, talk
):
    gathered(unit, caseworker).confirm_sent(on=TODAY, by=caseworker)
    Case.objects.filter(pk=case.pk).update(unit=other_unit)
    before = list(rows_of(other_unit, TODAY))

    with user_scope(stranger):
        [each] = compared(before)
        assert not StateRow.objects.exists()

    assert each.is_reported


def test_what_was_taken_back_before_it_was_told_is_not_told(unit, caseworker, talk):
    talk.take_back(reason="Another person.", on=TODAY, by=caseworker)

    with pytest.raises(ValidationError):
        gathered(unit, caseworker)
    assert not StateBatch.objects.exists()


RULES = {
    "one_unsent_batch_per_unit": lambda batch: StateBatch.objects.create(
        unit=batch.unit, made_by=batch.made_by
    ),
    "discarding_a_batch_says_when_and_why": lambda batch: StateBatch.objects.update(discarded_at=now()),
    "batch_is_sent_or_discarded_never_both": lambda batch: StateBatch.objects.update(
        sent_on=TODAY, sent_by=batch.made_by, discarded_at=now(), discard_reason="x"
    ),
    "batch_is_sent_by_somebody": lambda batch: StateBatch.objects.update(sent_on=TODAY),
    "row_for_the_state_is_told_or_received": lambda batch: StateRow.objects.create(
        batch=batch, unit=batch.unit, kind="talk", key=batch.public_id, cipher=b"x", received_on=TODAY
    ),
    "one_row_per_key_of_a_batch": lambda batch: StateRow.objects.create(
        batch=batch,
        unit=batch.unit,
        kind="talk",
        key=batch.rows.get().key,
        digest="x",
        cipher=b"x",
    ),
}


@pytest.mark.parametrize("constraint", RULES)
def test_the_database_refuses(unit, caseworker, talk, constraint):
    batch = gathered(unit, caseworker)

    with pytest.raises(IntegrityError, match=constraint), transaction.atomic():
        RULES[constraint](batch)


def test_every_rule_is_tested_here():
    kinds = (models.CheckConstraint, models.UniqueConstraint)
    rules = [*StateBatch._meta.constraints, *StateRow._meta.constraints]

    assert {rule.name for rule in rules if isinstance(rule, kinds)} == set(RULES)
