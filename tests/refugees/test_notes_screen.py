"""The page of the notes: writing, correcting, drafts; and who may do which."""

import uuid
from datetime import date

import pytest
from django.urls import reverse
from pytest_django.asserts import assertContains, assertNotContains, assertRedirects

from accounts.models import AccessLog
from accounts.permissions import Role
from refugees.models import Draft, Note
from refugees.models.draft import NEW_NOTE
from tests.factories import TODAY, CaseFactory, UserFactory
from tests.refugees.busy import write_much

pytestmark = pytest.mark.django_db

NOTE = {
    "text": "He starts on Tuesday.",
    "kind": "call",
    "happened_on_when": "yesterday",
    "happened_time": "14.20",
}


def url(case, name="notes", *args):
    return reverse(f"refugees:{name}", args=[case.public_id, *args])


@pytest.fixture
def note(case, caseworker):
    """A call of last week."""
    return Note.objects.write(
        case=case,
        by=caseworker,
        kind="call",
        happened_on=date(2026, 11, 18),
        text="The first text.",
        today=TODAY,
    )


def test_a_colleague_writes_a_note_and_is_led_back(signed_in, colleague, case):
    response = signed_in(colleague).post(url(case, "write_note"), NOTE | {"next": "/cases/?x=1"})

    assertRedirects(response, "/cases/?x=1", fetch_redirect_response=False)
    note = Note.objects.get()
    assert (note.text, note.kind, note.author) == (NOTE["text"], "call", colleague)
    assert (note.happened_on, str(note.happened_time)) == (date(2026, 11, 22), "14:20:00")
    assertContains(signed_in(colleague).get(url(case)), "Telephone call, Sun 22 Nov at 14.20")


def test_nobody_is_led_to_a_page_that_is_not_ours(signed_in, colleague, case):
    for elsewhere in ("https://evil.example/", "//evil.example/", "javascript:alert(1)"):
        response = signed_in(colleague).post(url(case, "write_note"), NOTE | {"next": elsewhere})

        assertRedirects(response, url(case), fetch_redirect_response=False)


def test_a_refused_note_keeps_what_was_typed(signed_in, caseworker, case):
    response = signed_in(caseworker).post(
        url(case, "write_note"),
        NOTE
        | {
            "happened_on_when": "another",
            "happened_on_day": "31",
            "happened_on_month": "2",
            "happened_on_year": "2026",
        },
    )

    assertContains(response, "There is no such day in the calendar.", status_code=422)
    assertContains(response, "He starts on Tuesday.", status_code=422)
    assert not Note.objects.exists()


def test_an_empty_note_is_refused(signed_in, caseworker, case):
    response = signed_in(caseworker).post(url(case, "write_note"), NOTE | {"text": "  "})

    assertContains(response, "Write what was said or done.", status_code=422)
    assert not Note.objects.exists()


def test_the_words_of_a_note_are_shown_as_words(signed_in, caseworker, case):
    signed_in(caseworker).post(url(case, "write_note"), NOTE | {"text": "<script>alert(1)</script>"})

    assertNotContains(signed_in(caseworker).get(url(case)), "<script>alert(1)")


def test_a_manager_reads_and_does_not_write(signed_in, manager, case, note):
    browser = signed_in(manager)

    assertContains(browser.get(url(case)), "The first text.")
    assertNotContains(browser.get(url(case)), "Add note")
    assert browser.post(url(case, "write_note"), NOTE).status_code == 404
    assert browser.post(url(case, "correct_note", note.public_id), NOTE).status_code == 404
    assert browser.post(url(case, "keep_draft"), NOTE).status_code == 404
    assert [each.text for each in Note.objects.all()] == ["The first text."]
    assert not Draft.objects.exists()


def test_a_stranger_and_a_mentor_of_somebody_else_learn_nothing(signed_in, stranger, case, note):
    for user in (stranger, UserFactory(role=Role.MENTOR, unit=None)):
        browser = signed_in(user)
        assert browser.get(url(case)).status_code == 404
        assert browser.get(url(case, "correct_note", note.public_id)).status_code == 404
        assert browser.post(url(case, "write_note"), NOTE).status_code == 404
        assert browser.post(url(case, "correct_note", note.public_id), NOTE).status_code == 404
        assert browser.post(url(case, "keep_draft"), NOTE).status_code == 404
    assert Note.objects.get().version == 1
    assert not Draft.objects.exists()
    assert not AccessLog.objects.exists()


def test_the_note_of_another_case_is_not_found_under_this_one(signed_in, caseworker, case, note, unit):
    other = CaseFactory(unit=unit)

    assert signed_in(caseworker).get(url(other, "correct_note", note.public_id)).status_code == 404


def test_opening_the_page_is_logged_and_the_part_is_not(signed_in, caseworker, case):
    browser = signed_in(caseworker)
    browser.get(url(case))
    browser.get(url(case), headers={"hx-request": "true"})

    assert [entry.page for entry in AccessLog.objects.all()] == ["refugees:notes"]


def test_htmx_gets_the_part_without_the_page(signed_in, caseworker, case, note):
    response = signed_in(caseworker).get(url(case), headers={"hx-request": "true"})

    assertContains(response, "The first text.")
    assertNotContains(response, "<html")


def correction(**changes):
    """A form of a correction as the browser sends it."""
    return {
        "text": "The right text.",
        "kind": "call",
        "happened_on_when": "today",
        "happened_time": "",
        "reason": "I misheard.",
        "version": "1",
    } | changes


def test_a_correction_shows_who_when_why_and_the_text_before(signed_in, caseworker, colleague, case, note):
    response = signed_in(colleague).post(url(case, "correct_note", note.public_id), correction())

    assertRedirects(response, f"{url(case)}#note-{note.public_id}", fetch_redirect_response=False)
    page = signed_in(caseworker).get(url(case))
    for words in ("The right text.", "The first text.", "Corrected by Ahmed Invented", "I misheard."):
        assertContains(page, words)


def test_a_stale_correction_shows_both_texts_and_overwrites_nothing(
    signed_in, caseworker, colleague, case, note
):
    address = url(case, "correct_note", note.public_id)
    signed_in(colleague).post(address, correction(text="What the colleague wrote."))

    response = signed_in(caseworker).post(address, correction(text="What I wrote."))

    assertContains(response, "Somebody else saved this while you were writing", status_code=409)
    assertContains(response, "What the colleague wrote.", status_code=409)
    assertContains(response, "What I wrote.", status_code=409)
    assert Note.objects.get().text == "What the colleague wrote."


def test_after_the_comparison_it_can_be_saved_knowingly(signed_in, caseworker, colleague, case, note):
    address, key = url(case, "correct_note", note.public_id), str(uuid.uuid4())
    signed_in(colleague).post(address, correction(text="What the colleague wrote."))
    conflict = signed_in(caseworker).post(address, correction(text="What I wrote.", once=key))

    assertContains(conflict, 'name="version" value="2"', status_code=409)
    again = signed_in(caseworker).post(address, correction(text="Both.", version="2", once=key))

    assert again.status_code == 302
    assert (Note.objects.get().text, Note.objects.get().version) == ("Both.", 3)


def test_a_correction_without_a_reason_is_refused(signed_in, caseworker, case, note):
    response = signed_in(caseworker).post(url(case, "correct_note", note.public_id), correction(reason=""))

    assertContains(response, "Say why.", status_code=422)
    assert Note.objects.get().version == 1


def test_a_draft_is_kept_while_writing_and_comes_back_for_its_author_alone(
    signed_in, caseworker, colleague, case
):
    saved = signed_in(caseworker).post(
        url(case, "keep_draft"), NOTE | {"text": "She sai"}, headers={"hx-request": "true"}
    )

    assertContains(saved, "Draft saved Mon 23 Nov at")
    assertContains(saved, "Only you can see it.")
    mine = signed_in(caseworker).get(url(case))
    assertContains(mine, "She sai")
    assertContains(mine, 'value="14.20"')
    assertContains(mine, 'value="yesterday" id="id_happened_on_1" checked')
    assertContains(signed_in(caseworker).get(reverse("case", args=[case.public_id])), "She sai")
    assertNotContains(signed_in(colleague).get(url(case)), "She sai")


def test_a_draft_can_be_saved_without_javascript(signed_in, caseworker, case):
    browser = signed_in(caseworker)

    response = browser.post(url(case, "keep_draft"), NOTE | {"text": "She sai"}, follow=True)

    assertContains(response, "Your draft is saved.")
    assertContains(response, "She sai")
    assert not Note.objects.exists()


def test_the_draft_goes_when_the_note_is_written(signed_in, caseworker, case):
    browser = signed_in(caseworker)
    browser.post(url(case, "keep_draft"), NOTE)
    browser.post(url(case, "write_note"), NOTE)

    assert not Draft.objects.exists()


def test_a_late_autosave_of_a_form_that_was_sent_does_not_come_back(signed_in, caseworker, case):
    browser, key = signed_in(caseworker), str(uuid.uuid4())
    browser.post(url(case, "write_note"), NOTE | {"once": key})
    browser.post(url(case, "keep_draft"), NOTE | {"once": key, "text": "He starts on Tues"})

    assertNotContains(browser.get(url(case)), "He starts on Tues<")
    assert Draft.objects.of(by=caseworker, case=case, form=NEW_NOTE) is None


def test_emptying_the_box_forgets_the_draft(signed_in, caseworker, case):
    browser = signed_in(caseworker)
    browser.post(url(case, "keep_draft"), NOTE)
    browser.post(url(case, "keep_draft"), NOTE | {"text": " "})

    assert not Draft.objects.exists()


def test_a_correction_has_a_draft_of_its_own(signed_in, caseworker, case, note):
    browser = signed_in(caseworker)
    browser.post(url(case, "keep_correction_draft", note.public_id), correction(text="Half a corr"))

    assertContains(browser.get(url(case, "correct_note", note.public_id)), "Half a corr")
    assertNotContains(browser.get(url(case)), "Half a corr")
    browser.post(url(case, "correct_note", note.public_id), correction())
    assert not Draft.objects.exists()


def test_many_notes_are_turned_page_by_page(signed_in, caseworker, case):
    for number in range(21):
        Note.objects.write(
            case=case, by=caseworker, kind="note", happened_on=TODAY, text=f"Number {number:03}.", today=TODAY
        )

    first = signed_in(caseworker).get(url(case))
    second = signed_in(caseworker).get(f"{url(case)}?page=2")

    assertContains(first, "Number 020.")
    assertNotContains(first, "Number 000.")
    assertContains(second, "Number 000.")
    assert signed_in(caseworker).get(f"{url(case)}?page=0").status_code == 404


@pytest.mark.parametrize("name", ["notes", "documents", "tasks", "history"])
def test_a_page_takes_as_many_queries_for_much_as_for_little(
    signed_in, caseworker, colleague, case, name, settings, tmp_path, django_assert_max_num_queries
):
    settings.MEDIA_ROOT = str(tmp_path)
    browser = signed_in(caseworker)
    write_much(case, caseworker, colleague, TODAY)
    with django_assert_max_num_queries(60) as little:
        browser.get(url(case, name))

    write_much(case, caseworker, colleague, TODAY, times=5)

    with django_assert_max_num_queries(60) as much:
        browser.get(url(case, name))
    assert len(much) == len(little)
