"""A mentor writes notes: the caseworker is told, the mentor reads only those of their own hand."""

from datetime import timedelta

import pytest
from django.db import ProgrammingError, transaction
from django.urls import reverse
from django.utils import timezone
from playwright.sync_api import Page, expect
from pytest_django.asserts import assertContains, assertNotContains, assertRedirects

from accounts.scope import user_scope
from refugees.models import Draft, Message, Note
from tests.axe import assert_good
from tests.browsing import sign_in
from tests.factories import TODAY, CaseFactory
from tests.people import arranging

THEIRS = "The bank account is open; the travel card comes next."
NOTE = {"text": THEIRS, "kind": "meeting", "happened_on_when": "yesterday"}


def url(case, name="notes", *args):
    return reverse(f"refugees:{name}", args=[case.public_id, *args])


@pytest.fixture
def of_the_caseworker(case, caseworker):
    """A note that is not for mentors."""
    return Note.objects.write(
        case=case, by=caseworker, kind="note", happened_on=TODAY, text="Not for mentors.", today=TODAY
    )


@pytest.fixture
def of_the_mentor(case, mentor):
    """A note by the mentor."""
    return Note.objects.write(
        case=case, by=mentor, kind="meeting", happened_on=TODAY, text=THEIRS, today=TODAY
    )


@pytest.mark.django_db
def test_the_caseworker_is_told_of_it(signed_in, mentor, caseworker, case):
    response = signed_in(mentor).post(url(case, "write_note"), NOTE)

    assertRedirects(response, url(case), fetch_redirect_response=False)
    note = Note.objects.get()
    assert (note.author, note.text, note.happened_on) == (mentor, THEIRS, TODAY - timedelta(days=1))
    told = Message.objects.get()
    assert (told.to_user, told.by, told.about) == (caseworker, mentor, f"note:{note.public_id}")
    assertContains(signed_in(caseworker).get(reverse("case", args=[case.public_id])), THEIRS)
    assertContains(signed_in(caseworker).get(url(case)), THEIRS)


@pytest.mark.django_db
def test_they_read_their_own_and_no_other(signed_in, mentor, case, of_the_caseworker, of_the_mentor):
    browser = signed_in(mentor)
    page = browser.get(url(case))
    of_the_mentor_alone = browser.get(url(case), {"page": 2})

    assertContains(of_the_mentor_alone, "You have not written anything yet.")
    assertContains(page, THEIRS)
    assertNotContains(page, "Not for mentors.")
    assertNotContains(page, "Access log")
    for name in ("correct_note", "keep_correction_draft"):
        assert browser.post(url(case, name, of_the_caseworker.public_id), NOTE).status_code == 404
    with user_scope(mentor):
        assert list(Note.objects.all()) == [of_the_mentor]
        assert {event.pgh_obj_id for event in Note.pgh_event_model.objects.all()} == {of_the_mentor.pk}


@pytest.mark.django_db
def test_they_correct_their_own_and_say_why(signed_in, mentor, case, of_the_mentor):
    sent = NOTE | {"text": "Another text.", "reason": "Mistyped", "version": "1"}
    browser = signed_in(mentor)

    assertContains(browser.get(url(case, "correct_note", of_the_mentor.public_id)), THEIRS)
    assert browser.post(url(case, "correct_note", of_the_mentor.public_id), sent).status_code == 302
    of_the_mentor.refresh_from_db()
    assert (of_the_mentor.text, of_the_mentor.version) == ("Another text.", 2)
    assertContains(browser.get(url(case)), THEIRS)  # what stood there before


@pytest.mark.django_db
def test_what_they_begin_to_write_is_kept_for_them_alone(signed_in, mentor, caseworker, case):
    signed_in(mentor).post(url(case, "keep_draft"), NOTE, headers={"hx-request": "true"})

    assert Draft.objects.get().user == mentor
    assertContains(signed_in(mentor).get(url(case)), THEIRS)
    assertNotContains(signed_in(caseworker).get(url(case)), THEIRS)


@pytest.mark.django_db
def test_when_the_person_is_no_longer_theirs_they_read_none(signed_in, mentor, case, of_the_mentor):
    case.team.get(user=mentor).leave(on=TODAY, by=None)

    assert signed_in(mentor).get(url(case)).status_code == 404
    with user_scope(mentor):
        assert not Note.objects.exists()
        assert not Note.pgh_event_model.objects.exists()


@pytest.mark.django_db
def test_a_mentor_writes_to_nobody_elses_case_not_even_past_the_page(mentor, case, of_the_mentor, unit):
    other = CaseFactory(unit=unit)
    with (
        user_scope(mentor),
        pytest.raises(ProgrammingError, match="row-level security"),
        transaction.atomic(),
    ):
        Note.objects.create(case=other, author=mentor, kind="note", happened_on=TODAY, text="Smuggled")


def test_from_my_people_on_a_phone(site, page: Page, console, request):
    with arranging(timezone.localdate()):
        for name in ("case", "mentor"):
            request.getfixturevalue(name)
    page.set_viewport_size({"width": 390, "height": 844})
    sign_in(page, "mentor", then=reverse("my_people"))
    page.get_by_role("link", name="Write a note").click()
    page.get_by_label("Write a note").fill(THEIRS)
    page.get_by_role("button", name="Add note").click()

    expect(page.locator(".written")).to_contain_text(THEIRS)
    assert_good(page, console)
    page.get_by_role("link", name="Overview").click()
    expect(page.get_by_role("heading", name="How to reach the person")).to_be_visible()
    assert_good(page, console)
