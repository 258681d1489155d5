"""What is written on a case, in a real browser: drafts, tasks done and undone, uploads, and without JavaScript."""

import re
from datetime import timedelta
from pathlib import Path

import pytest
from django.urls import reverse
from playwright.sync_api import Page, expect

from refugees.models import Document, Draft, Note, Task
from tests.axe import assert_good
from tests.browsing import refused, sign_in
from tests.factories import TODAY
from tests.people import arranging
from tests.refugees.busy import write_much
from tests.refugees.uploads import photographed

WIDE_AND_NARROW = (1440, 390, 320)
DONE = re.compile("Done ?: Order the travel card")


@pytest.fixture
def busy(site, request):
    """A case on which much is written, today."""
    with arranging():
        case = request.getfixturevalue("case")
        caseworker = request.getfixturevalue("caseworker")
        colleague = request.getfixturevalue("colleague")
        write_much(case, caseworker, colleague, TODAY)
        Task.objects.add(
            title="Tidy the shelf",
            due_on=TODAY + timedelta(days=1),
            assigned_to=caseworker,
            by=colleague,
            today=TODAY,
        )
    return case


def url(case, name, *args):
    return reverse(f"refugees:{name}", args=[case.public_id, *args])


def test_the_pages_are_good_at_every_width(page: Page, console, busy):
    sign_in(page, "caseworker")
    for address in (
        reverse("case", args=[busy.public_id]),
        url(busy, "notes"),
        url(busy, "tasks"),
        url(busy, "documents"),
        reverse("refugees:my_tasks"),
    ):
        page.goto(address)
        assert_good(page, console, WIDE_AND_NARROW)


def test_the_forms_are_good_on_a_phone_before_and_after_a_refusal(page: Page, console, busy):
    sign_in(page, "caseworker")
    with arranging():
        note = Note.objects.filter(version=2).get()
    forms = [
        url(busy, "correct_note", note.public_id),
        url(busy, "add_document"),
        url(busy, "begin_waiting"),
        url(busy, "make_appointment"),
        reverse("refugees:add_own_task"),
    ]
    for address in forms:
        page.goto(address)
        assert_good(page, console, (320,))
    page.goto(url(busy, "make_appointment"))
    with refused(page, console):
        page.get_by_role("button", name="Make the appointment").click()
    expect(page.get_by_role("alert")).to_contain_text("Write what it is about.")
    page.set_viewport_size({"width": 390, "height": 900})
    expect(page.get_by_role("link", name="Write the time, for example 9.30.").first).to_be_visible()


def test_a_draft_is_saved_while_writing_comes_back_and_goes_when_it_is_sent(page: Page, busy):
    sign_in(page, "caseworker", then=url(busy, "notes"))
    page.get_by_label("Write a note").press_sequentially("She likes the bak")
    expect(page.locator("#note-draft")).to_contain_text(re.compile(r"Draft saved .* at \d\d\.\d\d"))

    page.goto(reverse("case", args=[busy.public_id]))
    expect(page.get_by_label("Write a note")).to_have_value("She likes the bak")
    page.get_by_label("Write a note").fill("She likes the bakery.")
    page.get_by_role("button", name="Add note").click()

    expect(page.locator("#timeline")).to_contain_text("She likes the bakery.")
    expect(page.get_by_label("Write a note")).to_have_value("")
    page.wait_for_timeout(1000)  # an autosave that was under way has arrived by now
    page.reload()
    expect(page.get_by_label("Write a note")).to_have_value("")


def test_a_task_is_done_in_place_and_undone(page: Page, busy):
    sign_in(page, "caseworker", then=url(busy, "tasks"))
    tasks = page.locator("#tasks")
    tasks.get_by_role("button", name=DONE).click()

    expect(tasks).to_contain_text("Done: Order the travel card")
    expect(page.locator("#live")).to_contain_text("Done: Order the travel card")
    expect(tasks.get_by_role("button", name=DONE)).to_have_count(0)
    expect(tasks.get_by_role("heading", name="Tasks")).to_be_focused()
    tasks.get_by_role("button", name="Undo").click()

    expect(page.get_by_role("button", name=DONE)).to_be_visible()


def test_a_letter_is_photographed_with_a_telephone(site, browser, busy, tmp_path: Path):
    photo = tmp_path / "image.jpg"
    photo.write_bytes(photographed())
    telephone = browser.new_context(
        base_url=site.url, viewport={"width": 390, "height": 844}, has_touch=True, is_mobile=True
    )
    page = telephone.new_page()
    sign_in(page, "caseworker", then=url(busy, "add_document"))
    page.get_by_label("Take a photo of it").set_input_files(photo)
    page.get_by_label("Title").fill("Letter from the landlord")
    page.get_by_label("From or to whom?").fill("Invented Landlord")
    page.get_by_role("button", name="Add the document").click()

    expect(page.get_by_role("link", name="Letter from the landlord", exact=True)).to_be_visible()
    with page.expect_download() as fetched:
        page.get_by_role("link", name="Letter from the landlord", exact=True).click()
    assert fetched.value.suggested_filename.endswith("-letter-from-the-landlord.jpg")
    telephone.close()
    with arranging():
        assert Document.objects.filter(title="Letter from the landlord").count() == 1


def test_with_a_mouse_the_field_for_the_camera_is_left_out(page: Page, busy):
    sign_in(page, "caseworker", then=url(busy, "add_document"))

    expect(page.get_by_label("The file")).to_be_visible()
    expect(page.get_by_label("Take a photo of it")).to_be_hidden()


def test_without_javascript_everything_can_be_done(site, browser, busy):
    plain = browser.new_context(base_url=site.url, java_script_enabled=False)
    page = plain.new_page()
    sign_in(page, "caseworker", then=url(busy, "notes"))

    page.get_by_label("Write a note").fill("Half a sen")
    page.get_by_role("button", name="Save as a draft").click()
    expect(page.get_by_text("Your draft is saved.")).to_be_visible()
    expect(page.get_by_label("Write a note")).to_have_value("Half a sen")
    page.get_by_label("Write a note").fill("A whole sentence.")
    page.get_by_role("button", name="Add note").click()
    expect(page.locator("#notes")).to_contain_text("A whole sentence.")

    page.get_by_role("link", name="Plan and tasks").click()
    page.get_by_role("button", name=DONE).click()
    page.get_by_role("button", name="Undo").click()
    expect(page.get_by_role("button", name=DONE)).to_be_visible()

    page.get_by_role("link", name="Wait for somebody").click()
    page.get_by_label("Name").fill("Invented School")
    page.get_by_label("What will they do or send?").fill("A place for the child")
    for part, value in (("Day", "1"), ("Month", "6"), ("Year", "2036")):
        page.get_by_role("group", name="When do you ask again?").get_by_label(part).fill(value)
    page.get_by_role("button", name="Begin to wait").click()
    expect(page.locator("#waiting")).to_contain_text("A place for the child")
    plain.close()
    with arranging():
        assert not Draft.objects.exists()
