"""Messages: told once, in the reader's list until the reader has seen them."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, connection

from accounts.day import now
from accounts.scope import user_scope
from refugees.models import Message, MessageKind
from tests.factories import TODAY

pytestmark = pytest.mark.django_db


def tell(case, *to, by=None):
    """Tell these people of note 1."""
    Message.objects.tell(
        case=case, to=list(to), kind=MessageKind.NEW_NOTE, about="note:1", by=by, note_kind="call"
    )


def test_the_same_thing_is_told_once(case, caseworker):
    tell(case, caseworker)
    tell(case, caseworker)

    assert Message.objects.count() == 1


def test_it_stays_in_the_list_until_its_reader_has_seen_it(case, caseworker, colleague):
    tell(case, caseworker)
    message = Message.objects.visible_to(caseworker).unseen().get()

    assert not message.seen(by=colleague)
    assert Message.objects.visible_to(caseworker).unseen().exists()
    assert message.seen(by=caseworker)
    assert not message.seen(by=caseworker)

    assert not Message.objects.visible_to(caseworker).unseen().exists()
    assert Message.objects.visible_to(caseworker).exists()


def test_a_mentor_can_tell_a_caseworker_whose_messages_the_mentor_cannot_read(case, caseworker, mentor):
    with user_scope(mentor):
        Message.objects.tell_caseworker(
            case=case, kind=MessageKind.NEW_NOTE, about="note:1", by=mentor, today=TODAY, note_kind="call"
        )
        assert not Message.objects.exists()

    assert Message.objects.get().to_user == caseworker


def test_nobody_else_reads_it_but_the_unit_on_the_case(case, caseworker, colleague, stranger):
    tell(case, caseworker)

    for user, sees in ((caseworker, True), (colleague, True), (stranger, False)):
        with user_scope(user):
            assert Message.objects.exists() is sees
    assert not Message.objects.visible_to(colleague).exists()


def test_who_may_no_longer_open_the_case_is_no_longer_told(case, caseworker, other_unit):
    tell(case, caseworker)
    caseworker.unit = other_unit
    caseworker.save()

    assert not Message.objects.visible_to(caseworker).exists()


@pytest.mark.parametrize(
    ("facts", "constraint"),
    [
        ({}, "message_is_made_once"),
        ({"about": ""}, "message_says_what_about_what"),
        ({"kind": ""}, "message_says_what_about_what"),
        ({"about": "note:2", "seen_at": "2020-01-01T00:00Z"}, "message_is_seen_after_it_was_made"),
    ],
)
def test_the_database_refuses(case, caseworker, facts, constraint):
    tell(case, caseworker)

    with pytest.raises(IntegrityError, match=constraint):
        Message(**{"case": case, "to_user": caseworker, "kind": "new-note", "about": "note:1"} | facts).save()


def test_seeing_by_raw_sql_is_in_the_history(case, caseworker):
    tell(case, caseworker)

    with connection.cursor() as cursor:
        cursor.execute("UPDATE refugees_message SET seen_at = created_at")

    assert [event.pgh_label for event in Message.pgh_event_model.objects.order_by("pgh_id")] == [
        "insert",
        "update",
    ]


def test_it_is_never_seen_before_it_was_made_whatever_two_clocks_say(case, caseworker):
    tell(case, caseworker)
    Message.objects.update(created_at=now() + timedelta(days=9))

    Message.objects.get().seen(by=caseworker)

    seen = Message.objects.get()
    assert seen.seen_at == seen.created_at
