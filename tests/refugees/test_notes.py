"""The duty to note: what was said and done, kept whatever is corrected."""

from datetime import date, time

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError
from django.utils import timezone

from refugees.models import Message, Note, NoteKind, StaleEdit
from refugees.verbs import Verb
from tests.factories import TODAY

pytestmark = pytest.mark.django_db

EARLIER = date(2026, 11, 20)


def write(case, by, **facts):
    """A note on the case, the smallest there is."""
    return Note.objects.write(
        case=case,
        by=by,
        today=TODAY,
        **{"kind": NoteKind.CALL, "happened_on": EARLIER, "text": "He called."} | facts,
    )


def test_a_note_says_when_it_happened_when_it_was_written_and_leaves_a_line(case, caseworker):
    note = write(case, caseworker, happened_time=time(9, 30))

    assert (note.happened_on, note.happened_time, note.author) == (EARLIER, time(9, 30), caseworker)
    assert timezone.localdate(note.written_at) == TODAY
    line = case.lines.latest("id")
    assert (line.verb, line.by, line.happened_on) == (Verb.NOTED, caseworker, EARLIER)
    assert line.sentence == "Telephone call written"
    assert "He called" not in str(line.details)


def test_what_is_to_come_cannot_be_noted(case, caseworker):
    with pytest.raises(ValidationError, match="the day cannot be to come"):
        write(case, caseworker, happened_on=date(2026, 11, 24))

    assert not Note.objects.exists()


def test_a_correction_keeps_the_old_text_and_says_who_when_and_why(case, caseworker, colleague):
    note = write(case, caseworker)

    note.correct(
        by=colleague,
        version=1,
        reason="It was her brother.",
        text="Her brother called.",
        kind=NoteKind.CALL,
        happened_on=EARLIER,
        today=TODAY,
    )

    note = Note.objects.with_earlier().get()
    assert (note.text, note.version) == ("Her brother called.", 2)
    assert (note.corrected_by, note.correction_reason) == (colleague, "It was her brother.")
    assert [(old.text, old.version, old.author) for old in note.earlier] == [("He called.", 1, caseworker)]


def test_each_earlier_text_says_who_wrote_it(case, caseworker, colleague):
    note = write(case, caseworker)
    facts = {"kind": NoteKind.CALL, "happened_on": EARLIER, "today": TODAY}
    note.correct(by=colleague, version=1, reason="First.", text="Second text.", **facts)
    note.correct(by=caseworker, version=2, reason="Second.", text="Third text.", **facts)

    earlier = Note.objects.with_earlier().get().earlier

    assert [(old.text, old.corrected_by) for old in earlier] == [
        ("Second text.", colleague),
        ("He called.", None),
    ]


def test_a_stale_correction_changes_nothing_and_shows_what_is_stored(case, caseworker, colleague):
    note = write(case, caseworker)
    facts = {"kind": NoteKind.CALL, "happened_on": EARLIER, "today": TODAY, "reason": "Because."}
    Note.objects.get().correct(by=colleague, version=1, text="Colleague's words.", **facts)

    with pytest.raises(StaleEdit) as stale:
        note.correct(by=caseworker, version=1, text="My words.", **facts)

    assert stale.value.current.text == "Colleague's words."
    assert Note.objects.get().text == "Colleague's words."


def test_a_correction_without_a_reason_changes_nothing(case, caseworker):
    note = write(case, caseworker)

    with pytest.raises(ValidationError, match="Say why the note is corrected"):
        note.correct(
            by=caseworker, version=1, reason=" ", text="Other.", kind="call", happened_on=EARLIER, today=TODAY
        )

    assert Note.objects.get().text == "He called."


def test_the_caseworker_is_told_of_a_colleagues_note_once_and_never_of_an_own_one(
    case, caseworker, colleague
):
    write(case, caseworker)
    note = write(case, colleague)

    message = Message.objects.get()

    assert (message.to_user, message.about, message.by) == (caseworker, f"note:{note.public_id}", colleague)
    assert message.sentence == "New on the case: Telephone call"


@pytest.mark.parametrize(
    ("facts", "constraint"),
    [
        ({"kind": "rumour"}, "note_kind_is_known"),
        ({"text": ""}, "note_has_a_text_of_bounded_length"),
        ({"text": "x" * 20_001}, "note_has_a_text_of_bounded_length"),
        ({"version": 2}, "note_correction_says_who_when_why"),
        ({"correction_reason": "Why?"}, "note_correction_says_who_when_why"),
    ],
)
def test_the_database_refuses(case, caseworker, facts, constraint):
    with pytest.raises(IntegrityError, match=constraint):
        Note(
            **{"case": case, "author": caseworker, "kind": "note", "happened_on": TODAY, "text": "x"} | facts
        ).save()
