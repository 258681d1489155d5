"""Drafts: private, encrypted, gone when sent, whatever order autosave and sending arrive in."""

import uuid

import pytest
from django.db import IntegrityError, connection

from accounts.models import Submission
from accounts.scope import user_scope
from refugees.models import Draft

pytestmark = pytest.mark.django_db


def keep(case, by, text="She said", once=None):
    """Keep these words as a draft of a note."""
    return Draft.objects.keep(by=by, case=case, form="note", once=once, main="text", fields={"text": text})


def test_a_draft_is_kept_in_place_of_the_one_before(case, caseworker):
    keep(case, caseworker, "She")
    keep(case, caseworker, "She said")

    assert Draft.objects.count() == 1
    assert Draft.objects.of(by=caseworker, case=case, form="note").fields == {"text": "She said"}


def test_what_is_stored_cannot_be_read_without_the_key(case, caseworker):
    keep(case, caseworker, "Unmistakable words")

    with connection.cursor() as cursor:
        cursor.execute("SELECT convert_from(cipher, 'LATIN1') FROM refugees_draft")
        [[stored]] = cursor.fetchall()
    assert "Unmistakable" not in stored


def test_only_its_author_sees_it(case, caseworker, colleague, team_lead):
    keep(case, caseworker)

    for user, sees in ((caseworker, True), (colleague, False), (team_lead, False)):
        assert bool(Draft.objects.of(by=user, case=case, form="note")) is sees
        with user_scope(user):
            assert Draft.objects.exists() is sees


def test_an_autosave_that_arrives_after_the_form_was_sent_brings_nothing_back(case, caseworker):
    once = uuid.uuid4()
    keep(case, caseworker, once=once)
    Submission.objects.claim(user=caseworker, key=once)
    Draft.objects.drop(by=caseworker, case=case, form="note")

    keep(case, caseworker, once=once)

    assert Draft.objects.of(by=caseworker, case=case, form="note") is None


@pytest.mark.parametrize(
    ("form", "constraint"),
    [("", "draft_names_its_form"), ("note", "one_draft_per_person_case_and_form")],
)
def test_the_database_refuses(case, caseworker, form, constraint):
    keep(case, caseworker)

    with pytest.raises(IntegrityError, match=constraint):
        Draft(user=caseworker, case=case, form=form, cipher=b"x").save()
