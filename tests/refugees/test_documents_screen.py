"""Documents on a case: adding, fetching, withdrawing; what is refused leaves nothing behind."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from pytest_django.asserts import assertContains, assertNotContains, assertRedirects

from accounts.models import AccessKind, AccessLog
from refugees.models import Document
from refugees.uploads import CheckedFile, ContentType
from tests.factories import TODAY
from tests.refugees.uploads import PDF, REFUSED, photographed

pytestmark = pytest.mark.django_db

FACTS = {
    "title": "Letter from the school",
    "kind": "letter",
    "direction": "received",
    "counterpart": "Invented School",
    "dated_on_when": "yesterday",
}


@pytest.fixture(autouse=True)
def folder(settings, tmp_path):
    """Files of a test go with the test."""
    settings.MEDIA_ROOT = str(tmp_path / "media")
    return tmp_path / "media"


def files(folder):
    """Every file that is stored."""
    return [path for path in folder.rglob("*") if path.is_file()]


def url(case, name="documents", *args):
    return reverse(f"refugees:{name}", args=[case.public_id, *args])


def upload(name="letter.pdf", body=PDF):
    return SimpleUploadedFile(name, body)


@pytest.fixture
def document(case, caseworker):
    """A letter on the case."""
    return Document.objects.add(
        case=case,
        by=caseworker,
        content=CheckedFile(ContentType.PDF, PDF),
        title="Letter from the school",
        kind="letter",
        direction="received",
        counterpart="Invented School",
        dated_on=TODAY,
        today=TODAY,
    )


def test_a_colleague_adds_a_letter(signed_in, colleague, case, folder):
    response = signed_in(colleague).post(url(case, "add_document"), FACTS | {"file": upload()})

    assertRedirects(response, url(case), fetch_redirect_response=False)
    document = Document.objects.get()
    assert (document.title, document.uploaded_by, document.content_type) == (
        "Letter from the school",
        colleague,
        "application/pdf",
    )
    assert len(files(folder)) == 1
    assertContains(signed_in(colleague).get(url(case)), "from Invented School")


def test_a_photo_of_a_letter_is_added_from_a_telephone(signed_in, caseworker, case):
    form = signed_in(caseworker).get(url(case, "add_document"))
    assertContains(form, 'type="file" name="photo"')
    assertContains(form, 'capture="environment"')
    assertContains(form, 'enctype="multipart/form-data"')

    photo = upload("image.jpg", photographed())
    signed_in(caseworker).post(url(case, "add_document"), FACTS | {"photo": photo})

    document = Document.objects.get()
    assert document.content_type == "image/jpeg"
    with document.file.open() as kept:
        assert b"Invented Phone" not in kept.read()


@pytest.mark.parametrize("what", REFUSED)
def test_a_bad_upload_is_refused_with_a_sentence_and_nothing_is_stored(
    signed_in, caseworker, case, folder, what
):
    name, body, sentence = REFUSED[what]
    lines = case.lines.count()

    response = signed_in(caseworker).post(url(case, "add_document"), FACTS | {"file": upload(name, body)})

    assertContains(response, sentence, status_code=422)
    assertContains(response, "Letter from the school", status_code=422)
    assert not Document.objects.exists()
    assert files(folder) == []
    assert case.lines.count() == lines


def test_what_is_too_large_is_refused_and_the_words_are_kept(signed_in, caseworker, case, folder, settings):
    settings.UPLOAD_MAX_BYTES = 1000

    response = signed_in(caseworker).post(
        url(case, "add_document"), {"file": upload(body=PDF + bytes(100_000))} | FACTS
    )

    assertContains(response, "The file is too large: at most", status_code=422)
    assertContains(response, "Letter from the school", status_code=422)
    assert not Document.objects.exists()
    assert files(folder) == []


def test_a_form_without_a_file_or_with_two_is_refused(signed_in, caseworker, case):
    browser = signed_in(caseworker)

    none = browser.post(url(case, "add_document"), FACTS)
    two = browser.post(
        url(case, "add_document"), FACTS | {"file": upload(), "photo": upload("a.jpg", photographed())}
    )

    assertContains(none, "Choose a file or take a photo.", status_code=422)
    assertContains(two, "Add one file at a time.", status_code=422)
    assert not Document.objects.exists()


def test_whom_it_came_from_is_needed_unless_it_is_internal(signed_in, caseworker, case, folder):
    browser = signed_in(caseworker)

    refused = browser.post(url(case, "add_document"), FACTS | {"counterpart": "", "file": upload()})

    assertContains(refused, "Say whom it came from or went to.", status_code=422)
    assertContains(refused, "Choose the file again", status_code=422)
    assert files(folder) == []
    browser.post(
        url(case, "add_document"), FACTS | {"counterpart": "", "direction": "internal", "file": upload()}
    )
    assert Document.objects.get().direction == "internal"


def test_fetching_is_logged_and_nothing_of_the_file_runs(signed_in, manager, case, document):
    response = signed_in(manager).get(url(case, "fetch_document", document.public_id))

    assert response.content == PDF
    assert response["Content-Disposition"] == 'attachment; filename="2026-11-23-letter-from-the-school.pdf"'
    assert response["Content-Type"] == "application/pdf"
    assert response["X-Content-Type-Options"] == "nosniff"
    assert response["Content-Security-Policy"] == "sandbox; default-src 'none'"
    assert response["Cache-Control"] == "no-store"
    log = AccessLog.objects.get()
    assert (log.kind, log.user, log.case_id) == (AccessKind.DOWNLOADED, manager, case.pk)


def test_a_manager_does_not_add_or_withdraw(signed_in, manager, case, document, folder):
    browser = signed_in(manager)

    assert browser.post(url(case, "add_document"), FACTS | {"file": upload()}).status_code == 404
    withdraw = url(case, "withdraw_document", document.public_id)
    assert browser.post(withdraw, {"reason": "Mistake."}).status_code == 404
    assert Document.objects.standing().get() == document
    assert len(files(folder)) == 1
    assertNotContains(browser.get(url(case)), "Add a document")


def test_a_stranger_and_a_mentor_fetch_nothing_and_learn_nothing(
    signed_in, stranger, mentor, case, document, folder
):
    for user in (stranger, mentor):
        browser = signed_in(user)
        assert browser.get(url(case)).status_code == 404
        assert browser.get(url(case, "fetch_document", document.public_id)).status_code == 404
        assert browser.post(url(case, "add_document"), FACTS | {"file": upload()}).status_code == 404
        withdraw = url(case, "withdraw_document", document.public_id)
        assert browser.post(withdraw, {"reason": "x"}).status_code == 404
    assert not AccessLog.objects.exists()
    assert Document.objects.standing().get() == document
    assert len(files(folder)) == 1


def test_a_withdrawn_document_stays_in_the_list_and_is_fetched_by_nobody(
    at_forms, caseworker, case, document, folder
):
    browser = at_forms(caseworker)

    browser.post(url(case, "withdraw_document", document.public_id), {"reason": "Another person's."})

    assertContains(browser.get(url(case)), "Another person&#x27;s.")
    assert browser.get(url(case, "fetch_document", document.public_id)).status_code == 404
    assert not AccessLog.objects.filter(kind=AccessKind.DOWNLOADED).exists()
    assert len(files(folder)) == 1


def test_withdrawing_without_a_reason_changes_nothing(signed_in, caseworker, case, document):
    response = signed_in(caseworker).post(url(case, "withdraw_document", document.public_id), {"reason": " "})

    assertContains(response, "Say why.", status_code=422)
    assert Document.objects.standing().exists()


def test_the_folder_of_files_is_not_on_the_web(client, case, document, settings):
    for address in (
        f"/media/{document.file.name}",
        f"/static/{document.file.name}",
        f"/{document.file.name}",
    ):
        assert client.get(address).status_code in {302, 404}
