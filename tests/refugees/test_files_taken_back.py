"""A file that is uploaded in a request of which nothing is kept is not kept either, however late it fails."""

import uuid
from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connections
from django.urls import reverse

from accounts.taken_back import if_taken_back
from refugees.models import Document
from tests.people import arranging
from tests.refugees.uploads import PDF

REFUSE = (
    "CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS"
    " $$ BEGIN RAISE EXCEPTION 'no space left on device'; END $$"
)
# The view has answered: what remembers the form fails, or at the very end the commit.
LATE = {
    "behind the view": "CREATE TRIGGER late BEFORE UPDATE ON accounts_submission"
    " FOR EACH ROW EXECUTE FUNCTION refuse()",
    "at the commit": "CREATE CONSTRAINT TRIGGER late AFTER INSERT ON refugees_document"
    " DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION refuse()",
}


def files(settings) -> list[Path]:
    return [path for path in Path(settings.MEDIA_ROOT).rglob("*") if path.is_file()]


@pytest.fixture
def send(committed_db, request, settings, tmp_path, signed_in):
    """Send a document to the case, as its caseworker; the answer, whatever it is."""
    settings.MEDIA_ROOT = str(tmp_path)
    with arranging():
        case, browser = request.getfixturevalue("case"), signed_in(request.getfixturevalue("caseworker"))
    browser.raise_request_exception = False
    form = {"title": "Letter", "kind": "letter", "direction": "internal", "dated_on_when": "today"}

    def post():
        data = form | {"file": SimpleUploadedFile("letter.pdf", PDF), "once": str(uuid.uuid4())}
        return browser.post(reverse("refugees:add_document", args=[case.public_id]), data)

    return post


@pytest.mark.parametrize("when", LATE)
def test_a_request_that_fails_late_leaves_neither_row_nor_file(when, send, settings):
    with connections["owner"].cursor() as cursor:
        cursor.execute(REFUSE)
        cursor.execute(LATE[when])
    connections["owner"].close()

    assert send().status_code == 500

    with arranging():
        assert not Document.objects.exists()
    assert files(settings) == []


def test_a_request_that_works_keeps_its_file(send, settings):
    assert send().status_code == 302

    with arranging():
        document = Document.objects.get()
    assert files(settings) == [Path(settings.MEDIA_ROOT) / document.file.name]


def test_outside_a_request_nothing_waits():
    done = []

    if_taken_back(lambda: done.append("undone"))

    assert done == []
