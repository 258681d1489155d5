"""Documents as facts on a case: filed once, never overwritten, withdrawn with a reason."""

import hashlib
from datetime import date

import pytest
from django.core.exceptions import ValidationError
from django.core.files.storage import default_storage
from django.db import IntegrityError

from refugees import changes
from refugees.models import Direction, Document, DocumentKind
from refugees.uploads import CheckedFile, ContentType
from refugees.verbs import Verb
from tests.factories import TODAY

pytestmark = pytest.mark.django_db

LETTER = CheckedFile(ContentType.PDF, b"%PDF-1.4 invented %%EOF")


@pytest.fixture(autouse=True)
def own_folder(settings, tmp_path):
    """Files of a test go with the test."""
    settings.MEDIA_ROOT = str(tmp_path)
    return tmp_path


def add(case, by, **facts):
    """A letter received today."""
    return Document.objects.add(
        case=case,
        by=by,
        today=TODAY,
        **{
            "content": LETTER,
            "title": "Letter from the school",
            "kind": DocumentKind.LETTER,
            "direction": Direction.RECEIVED,
            "counterpart": "Invented School",
            "dated_on": date(2026, 11, 20),
        }
        | facts,
    )


def files(folder):
    """Every file that is stored."""
    return [path for path in folder.rglob("*") if path.is_file()]


def test_a_document_is_kept_under_a_name_that_says_nothing(case, caseworker, own_folder):
    document = add(case, caseworker)

    [stored] = files(own_folder)
    assert stored.read_bytes() == LETTER.body
    assert "school" not in str(stored).lower()
    assert (document.size, document.sha256) == (len(LETTER.body), hashlib.sha256(LETTER.body).hexdigest())
    assert document.download_name == "2026-11-20-letter-from-the-school.pdf"
    line = case.lines.latest("id")
    assert line.verb == Verb.DOCUMENT_ADDED
    assert line.sentence == "Document added: letter, received"
    assert "School" not in str(line.details)


def test_if_the_row_is_refused_no_file_stays(case, caseworker, own_folder):
    with pytest.raises(ValidationError, match="Say whom it came from"):
        add(case, caseworker, counterpart=" ")
    with pytest.raises(ValidationError, match="cannot be in the future"):
        add(case, caseworker, dated_on=date(2026, 11, 24))

    assert not Document.objects.exists()
    assert files(own_folder) == []


def test_if_the_change_of_the_case_fails_no_file_stays(case, caseworker, own_folder, monkeypatch):
    def fail(case_ids, today):
        assert len(files(own_folder)) == 1
        raise RuntimeError("the clocks cannot be refreshed")

    monkeypatch.setattr(changes, "_listeners", [fail])

    with pytest.raises(RuntimeError, match="the clocks"):
        add(case, caseworker)

    assert files(own_folder) == []
    assert not Document.objects.exists()


def test_it_is_withdrawn_with_a_reason_and_stays(case, caseworker, colleague):
    document = add(case, caseworker)
    again = Document.objects.get()

    assert document.withdraw(reason="Another person's letter.", by=colleague, today=TODAY)
    assert not again.withdraw(reason="Mistake.", by=caseworker, today=TODAY)

    stored = Document.objects.get()
    assert (stored.withdrawn_by, stored.withdrawn_reason) == (colleague, "Another person's letter.")
    assert stored not in Document.objects.standing()
    assert default_storage.exists(stored.file.name)


def test_without_a_reason_it_is_not_withdrawn(case, caseworker):
    document = add(case, caseworker)

    with pytest.raises(ValidationError, match="Say why the document is withdrawn"):
        document.withdraw(reason=" ", by=caseworker, today=TODAY)

    assert Document.objects.standing().exists()


@pytest.mark.parametrize(
    ("facts", "constraint"),
    [
        ({"kind": "poem"}, "document_kind_is_known"),
        ({"direction": "sideways"}, "document_direction_is_known"),
        ({"content_type": "image/svg+xml"}, "document_type_is_accepted"),
        ({"title": ""}, "document_has_a_title"),
        ({"size": 0}, "document_is_not_empty"),
        ({"counterpart": ""}, "document_from_or_to_names_whom"),
        ({"withdrawn_reason": "Why?"}, "document_withdrawn_when_by_whom_and_why"),
    ],
)
def test_the_database_refuses(case, caseworker, facts, constraint):
    smallest = {
        "title": "x",
        "kind": "letter",
        "direction": "sent",
        "counterpart": "x",
        "dated_on": TODAY,
        "file": "documents/x",
        "content_type": "application/pdf",
        "size": 1,
        "sha256": "x",
    }
    with pytest.raises(IntegrityError, match=constraint):
        Document(case=case, uploaded_by=caseworker, **smallest | facts).save()
