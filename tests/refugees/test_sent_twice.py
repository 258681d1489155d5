"""Every form of the work, sent twice at the same moment on two connections, makes one thing."""

import threading
import uuid
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.urls import reverse

from refugees.models import Appointment, Document, Message, Note, Task, Waiting
from tests.people import arranging
from tests.refugees.uploads import PDF


def day(name):
    """A day to come, in three boxes."""
    return {f"{name}_day": "27", f"{name}_month": "11", f"{name}_year": "2036"}


FORMS = {
    "write_note": {"text": "He called.", "kind": "call", "happened_on_when": "today"},
    "add_document": {
        "title": "Letter",
        "kind": "letter",
        "direction": "internal",
        "dated_on_when": "today",
    },
    "add_task": {"title": "Call", **day("due_on")},
    "begin_waiting": {
        "kind": "clinic",
        "whom": "x",
        "what": "y",
        "since_on_when": "today",
        **day("chase_on"),
    },
    "make_appointment": {"kind": "visit", "title": "x", "starts": "9", "ends": "10", **day("day")},
}


def counts():
    """How many rows there are of everything."""
    with arranging():
        return [model.objects.count() for model in (Note, Document, Task, Waiting, Appointment, Message)]


def test_each_makes_one_row_and_the_second_is_led_where_the_first_was(
    committed_db, request, settings, tmp_path, signed_in
):
    settings.MEDIA_ROOT = str(tmp_path)
    with arranging():
        case = request.getfixturevalue("case")
        colleague = request.getfixturevalue("colleague")
        browsers = [signed_in(colleague), signed_in(colleague)]
    key = {name: str(uuid.uuid4()) for name in FORMS}

    def send(browser, name, ready):
        data = FORMS[name] | {"once": key[name], "assigned_to": colleague.pk, "staff": [colleague.pk]}
        if name == "add_document":
            data["file"] = SimpleUploadedFile("letter.pdf", PDF)
        ready.wait()
        try:
            return browser.post(reverse(f"refugees:{name}", args=[case.public_id]), data)
        finally:
            connection.close()

    for name in FORMS:
        ready = threading.Barrier(2)
        with ThreadPoolExecutor(2) as threads:
            sent = [threads.submit(send, browser, name, ready) for browser in browsers]
            answers = [future.result() for future in sent]
        assert [answer.status_code for answer in answers] == [302, 302], name
        assert len({answer["Location"] for answer in answers}) == 1, name

    # One of each, and one message about the note to the caseworker.
    assert counts() == [1, 1, 1, 1, 1, 1]
    assert len([path for path in Path(settings.MEDIA_ROOT).rglob("*") if path.is_file()]) == 1


def test_two_who_finish_one_task_at_once_leave_one_line(committed_db, request, signed_in):
    with arranging():
        case, caseworker = request.getfixturevalue("case"), request.getfixturevalue("caseworker")
        colleague = request.getfixturevalue("colleague")
        task = Task.objects.add(
            case=case,
            title="Call",
            due_on=case.opened_on,
            assigned_to=caseworker,
            by=caseworker,
            today=case.opened_on,
        )
        browsers = [signed_in(caseworker), signed_in(colleague)]
    ready = threading.Barrier(2)

    def finish(browser):
        ready.wait()
        try:
            return browser.post(reverse("refugees:finish_task", args=[task.public_id])).status_code
        finally:
            connection.close()

    with ThreadPoolExecutor(2) as threads:
        assert list(threads.map(finish, browsers)) == [302, 302]

    with arranging():
        assert case.lines.filter(verb="task-done").count() == 1


def test_two_corrections_at_once_lose_nothing(committed_db, request, signed_in):
    with arranging():
        case, caseworker = request.getfixturevalue("case"), request.getfixturevalue("caseworker")
        colleague = request.getfixturevalue("colleague")
        note = Note.objects.write(
            case=case,
            by=caseworker,
            kind="note",
            happened_on=case.opened_on,
            text="As written.",
            today=case.opened_on,
        )
        browsers = {"Of the caseworker.": signed_in(caseworker), "Of the colleague.": signed_in(colleague)}
    ready = threading.Barrier(2)
    address = reverse("refugees:correct_note", args=[case.public_id, note.public_id])

    def correct(text):
        data = {
            "text": text,
            "kind": "note",
            "happened_on_when": "today",
            "reason": "Better.",
            "version": "1",
        }
        ready.wait()
        try:
            return browsers[text].post(address, data)
        finally:
            connection.close()

    with ThreadPoolExecutor(2) as threads:
        answers = list(threads.map(correct, browsers))

    assert sorted(answer.status_code for answer in answers) == [302, 409]
    [refused] = [answer.content.decode() for answer in answers if answer.status_code == 409]
    assert all(text in refused for text in browsers)
    with arranging():
        assert Note.objects.get().version == 2
