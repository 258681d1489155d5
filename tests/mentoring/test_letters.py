"""A photographed letter: a document and a task or neither, nothing of where it was taken, and nothing comes back."""

import uuid

import pytest
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import ProgrammingError, connections, transaction
from django.urls import reverse
from PIL import Image
from pytest_django.asserts import assertContains, assertNotContains, assertRedirects

from accounts.models import Absence, AccessLog
from accounts.scope import user_scope
from mentoring.models import Letter
from refugees.models import Document, Message, Task
from refugees.uploads import CheckedFile, ContentType
from tests.factories import TODAY, CaseFactory
from tests.people import arranging
from tests.refugees.test_files_taken_back import REFUSE
from tests.refugees.uploads import PDF, SCRIPT, image, photographed

WORDS = "Letter from the school"


@pytest.fixture(autouse=True)
def folder(settings, tmp_path):
    """Files of a test go with the test."""
    settings.MEDIA_ROOT = str(tmp_path / "media")
    return tmp_path / "media"


def files(folder):
    return [path for path in folder.rglob("*") if path.is_file()]


def url(case):
    return reverse("mentoring:send_letter", args=[case.public_id])


def sent(body=None, name="image.jpg", **facts):
    photo = SimpleUploadedFile(name, photographed() if body is None else body)
    return {"photo": photo, "words": WORDS} | facts


@pytest.mark.django_db
def test_it_becomes_a_document_and_a_task_of_the_caseworker(signed_in, caseworker, mentor, case, folder):
    assertRedirects(signed_in(mentor).post(url(case), sent()), url(case))

    letter, document, task = Letter.objects.get(), Document.objects.get(), Task.objects.get()
    assert (letter.document, letter.task, letter.sent_by) == (document, task, mentor)
    assert (document.title, document.kind, document.counterpart) == (WORDS, "letter", mentor.name)
    assert (task.assigned_to, task.created_by, task.case) == (caseworker, mentor, case)
    assert Message.objects.get().to_user == caseworker
    browser = signed_in(caseworker)
    assertContains(browser.get(reverse("my_work")), WORDS)
    fetched = browser.get(reverse("refugees:fetch_document", args=[case.public_id, document.public_id]))
    assert fetched["Content-Disposition"].startswith("attachment")
    assert AccessLog.objects.filter(user=caseworker, kind="downloaded").count() == 1
    assert len(files(folder)) == 1


@pytest.mark.django_db
def test_where_it_was_taken_is_gone_and_it_stands_upright(signed_in, mentor, case):
    signed_in(mentor).post(url(case), sent())

    with Document.objects.get().file.open() as stored, Image.open(stored) as kept:
        assert not kept.getexif()
        assert kept.height > kept.width
    with Document.objects.get().file.open() as stored:
        assert b"Invented Phone" not in stored.read()


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"photo": ""}, "Take a photo of the letter."),
        ({"words": " "}, "Say in a line what it is."),
        ({"words": "ä" * 121}, "Write at most 120 characters."),
        (sent(b"", words=WORDS), "The file is empty."),
        (sent(SCRIPT, words=WORDS), "The content of the file is not what its name says."),
        (sent(PDF, name="letter.pdf", words=WORDS), "Only a photo can be sent here"),
        (sent(b"MZ", name="letter.exe", words=WORDS), "files can be added."),
        (sent(image()[:300], words=WORDS), "The image is damaged."),
    ],
)
def test_bad_input_is_refused_in_words_and_leaves_nothing(signed_in, mentor, case, folder, changes, words):
    given = sent() | changes

    answer = signed_in(mentor).post(url(case), given)

    assertContains(answer, words, status_code=422)
    assertContains(answer, given["words"].strip(), status_code=422)
    assert not files(folder)
    assert not (Letter.objects.exists() or Document.objects.exists() or Task.objects.exists())


@pytest.mark.django_db
def test_what_is_too_large_is_refused_and_the_line_stays(signed_in, mentor, case, settings, folder):
    settings.UPLOAD_MAX_BYTES = 500

    answer = signed_in(mentor).post(url(case), sent())

    assertContains(answer, "The file is too large", status_code=422)
    assertContains(answer, WORDS, status_code=422)
    assert not files(folder)


@pytest.mark.django_db
def test_where_the_line_is_missing_the_photo_has_to_be_chosen_again_and_the_page_says_so(
    signed_in, mentor, case
):
    answer = signed_in(mentor).post(url(case), sent(words=""))

    assertContains(answer, "Choose the photo again", status_code=422)


def test_whatever_fails_leaves_neither_document_nor_task_nor_file(
    committed_db, request, settings, tmp_path, signed_in
):
    settings.MEDIA_ROOT = str(tmp_path)
    with arranging():
        case, browser = request.getfixturevalue("case"), signed_in(request.getfixturevalue("mentor"))
    browser.raise_request_exception = False
    with connections["owner"].cursor() as cursor:
        cursor.execute(REFUSE)
        cursor.execute(
            "CREATE TRIGGER late BEFORE INSERT ON mentoring_letter FOR EACH ROW EXECUTE FUNCTION refuse()"
        )
    connections["owner"].close()

    assert browser.post(url(case), sent()).status_code == 500

    with arranging():
        assert not (Document.objects.exists() or Task.objects.exists() or Message.objects.exists())
    assert not files(tmp_path)


@pytest.mark.django_db
def test_a_line_that_is_too_long_is_refused_by_the_verb_too(mentor, case, folder):
    content = CheckedFile(ContentType.JPEG, image())

    with pytest.raises(ValidationError):
        Letter.objects.send(case=case, content=content, words="x" * 121, today=TODAY, by=mentor)

    assert not (Document.objects.exists() or Task.objects.exists() or files(folder))


@pytest.mark.django_db
def test_sent_twice_it_is_one(signed_in, mentor, case):
    browser, key = signed_in(mentor), {"once": str(uuid.uuid4())}
    for _time in range(2):
        assertRedirects(browser.post(url(case), sent() | key), url(case))
    assert Document.objects.count() == 1


@pytest.mark.django_db
def test_the_mentor_sees_that_it_was_sent_and_no_document(signed_in, mentor, case):
    browser = signed_in(mentor)
    browser.post(url(case), sent())

    page = browser.get(url(case))

    assertContains(page, "Sent by you")
    assertContains(page, WORDS)
    document = Document.objects.get()
    assertNotContains(page, str(document.public_id))
    fetch = reverse("refugees:fetch_document", args=[case.public_id, document.public_id])
    assert browser.get(fetch).status_code == 404
    with user_scope(mentor):
        assert Letter.objects.count() == 1
        assert not Document.objects.exists()
        assert not Task.objects.exists()


@pytest.mark.django_db
def test_another_mentor_and_a_former_one_see_nothing(signed_in, mentor, stranger, case):
    signed_in(mentor).post(url(case), sent())
    other = type(mentor).objects.engage(username="m2", name="Other Mentor", role="mentor", password="!")
    case.team.model.objects.assign(case=case, user=other, part="retention-mentor", on=TODAY, by=None)

    assertNotContains(signed_in(other).get(url(case)), WORDS)
    case.team.mentors().get(user=mentor).leave(on=TODAY, by=None)
    answer = signed_in(mentor).post(url(case), sent())
    assertContains(answer, WORDS, status_code=404)
    assert signed_in(stranger).get(url(case)).status_code == 404
    for user in (mentor, other, stranger):
        with user_scope(user):
            assert not Letter.objects.exists()
    assert Document.objects.count() == 1
    keys = {"document_id": Document.objects.get().pk, "task_id": Task.objects.get().pk}
    with user_scope(mentor), pytest.raises(ProgrammingError), transaction.atomic():
        Letter.objects.create(case=case, words="8", sent_by=mentor, **keys)


@pytest.mark.django_db
def test_while_the_caseworker_is_away_a_team_lead_reads_it(caseworker, team_lead, mentor, case):
    Absence.objects.record(user=caseworker, first_on=TODAY)
    content = CheckedFile(ContentType.JPEG, image())

    letter = Letter.objects.send(case=case, content=content, words=WORDS, today=TODAY, by=mentor)

    assert letter.task.assigned_to == team_lead


@pytest.mark.django_db
def test_where_nobody_works_in_the_unit_the_mentor_is_told_to_ring(signed_in, mentor, other_unit, folder):
    case = CaseFactory(unit=other_unit, mentor=mentor)

    answer = signed_in(mentor).post(url(case), sent())

    assertContains(answer, "Nobody works on this person", status_code=422)
    assert not files(folder)


@pytest.mark.django_db
def test_a_telephone_is_asked_for_its_camera(signed_in, mentor, case):
    page = signed_in(mentor).get(url(case))

    assertContains(page, 'capture="environment"')
    assertContains(page, 'enctype="multipart/form-data"')


@pytest.mark.django_db
def test_about_a_closed_case_nothing_is_sent(signed_in, caseworker, mentor, case, folder):
    case.close(on=TODAY, reason="moved", by=caseworker)
    browser = signed_in(mentor)
    closed = "The case is closed, so nobody works on it any more. Ring the unit if it cannot wait."

    page = browser.get(url(case))
    assertContains(page, closed)
    assertNotContains(page, 'type="file"')
    assertContains(browser.post(url(case), sent()), closed, status_code=422)
    assert not Letter.objects.exists()
    assert files(folder) == []
