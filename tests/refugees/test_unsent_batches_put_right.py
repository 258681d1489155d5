"""A database in which units hold several unsent batches is put right by the migration: nothing is sent twice."""

from importlib import import_module

import pytest
from django.db import connections, transaction
from uuid6 import uuid7

from refugees.models import BY_AN_UPDATE, StateBatch, StateRow
from tests.factories import TODAY, UnitFactory, UserFactory
from tests.people import arranging

PUT_RIGHT = import_module("refugees.migrations.0014_one_unsent_batch_per_unit").DISCARD_ALL_BUT_THE_NEWEST


@pytest.fixture
def before_the_rule(committed_db):
    """The owner's connection in a database that does not hold the rule yet. What the test does leaves nothing."""
    owner = connections["owner"]
    with transaction.atomic(using="owner"):
        owner.cursor().execute("DROP INDEX one_unsent_batch_per_unit")
        yield owner
        transaction.set_rollback(True, using="owner")
    owner.close()


@pytest.fixture
def people(committed_db):
    """Three units, and a team lead who gathers for all of them."""
    with arranging():
        here, there, quiet = UnitFactory(), UnitFactory(), UnitFactory()
        return here, there, quiet, UserFactory(unit=here)


def test_all_but_the_newest_unsent_batch_are_discarded_and_say_so(people, before_the_rule):
    here, there, quiet, lead = people
    moved = uuid7()

    def batch(unit, *, sent=False, key=None):
        settled = {"sent_on": TODAY, "sent_by": lead} if sent else {}
        made = StateBatch.objects.using("owner").create(unit=unit, made_by=lead, **settled)
        facts = {"kind": "talk", "key": key or uuid7(), "digest": "x", "cipher": b"x"}
        StateRow.objects.using("owner").create(batch=made, unit=unit, **facts)
        return made.pk

    was_sent = batch(here, sent=True)
    older, newest = batch(here), batch(here)
    overtaken, later_sent = batch(there), batch(there, sent=True)
    moved_away, alone = batch(there, key=moved), batch(quiet, key=moved)

    before_the_rule.cursor().execute(PUT_RIGHT)

    found = {each.pk: each for each in StateBatch.objects.using("owner").all()}
    assert {pk for pk, each in found.items() if each.discarded_at} == {older, overtaken, moved_away}
    assert {pk for pk, each in found.items() if each.is_unsent} == {newest, alone}
    assert {pk for pk, each in found.items() if each.sent_on} == {was_sent, later_sent}
    assert {found[pk].discard_reason for pk in (older, overtaken, moved_away)} == {str(BY_AN_UPDATE)}
    assert [found[older].discarded_by, found[older].rows.count()] == [None, 1]
