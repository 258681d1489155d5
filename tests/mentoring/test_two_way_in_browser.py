"""Seen, concerns and photographed letters in a real browser: they fit, pass axe, and are a few taps on a phone."""

from datetime import date

import pytest
from django.urls import reverse
from playwright.sync_api import Page, expect

from mentoring.models import Concern, Contact, Letter
from refugees.models import Document, Task
from tests.axe import assert_good, violations
from tests.browsing import refused, sign_in
from tests.factories import TODAY, CaseFactory, PersonFactory
from tests.people import arranging
from tests.refugees.uploads import photographed

LATELY = date(2026, 11, 2)
PHONE = {"width": 390, "height": 844}
PHOTO = {"name": "image.jpg", "mimeType": "image/jpeg", "buffer": photographed()}


@pytest.fixture
def case(site, request):
    """Somebody with two new contacts, a concern that is late and one that is answered."""
    with arranging():
        unit, lise, mentor, _lead = (
            request.getfixturevalue(name) for name in ("unit", "caseworker", "mentor", "team_lead")
        )
        person = PersonFactory(unit=unit, given_name="Amira", phone="+45 20 12 34 56", interpreter="ar")
        case = CaseFactory(unit=unit, person=person, caseworker=lise, mentor=mentor, opened_on=LATELY)
        facts = {"case": case, "by": mentor}
        for note in ("We went to the bank.", "She asks about Danish classes.", "Rang about the letter."):
            Contact.objects.log(kind="met", on=TODAY, note=note, today=TODAY, **facts)
        worry = {"kind": "home", "urgency": "next-day", "words": "Letters from the landlord lie unopened"}
        Concern.objects.voice(today=LATELY, **worry, **facts)
        more = {"kind": "work", "urgency": "no-hurry", "words": "Wants more hours"}
        answered = Concern.objects.voice(today=TODAY, **more, **facts)
        answered.reply(answer="I ask the employer this week.", today=TODAY, by=lise)
    return case


def test_every_page_fits_and_passes_axe_at_every_width(case, page: Page, console):
    with arranging():
        concern = Concern.objects.open().get().public_id
    here = [case.public_id]
    for who, pages in {
        "caseworker": [
            reverse("my_work"),
            reverse("case", args=here),
            reverse("mentoring:contacts", args=here),
            reverse("mentoring:concerns", args=here),
            reverse("mentoring:answer_concern", args=[*here, concern]),
        ],
        "team-lead": [reverse("my_team")],
        "mentor": [
            reverse("my_people"),
            reverse("case", args=here),
            reverse("mentoring:contacts", args=here),
            reverse("mentoring:concerns", args=here),
            reverse("mentoring:raise_concern", args=here),
            reverse("mentoring:take_concern_back", args=[*here, concern]),
            reverse("mentoring:send_letter", args=here),
        ],
    }.items():
        sign_in(page, who)
        for address in pages:
            page.goto(address)
            assert_good(page, console)


def test_a_letter_is_sent_in_four_taps_on_a_phone(case, page: Page, console):
    page.set_viewport_size(PHONE)
    sign_in(page, "mentor", then=reverse("my_people"))

    page.get_by_role("link", name="Photograph a letter").click()
    page.get_by_label("Take a photo of the letter").set_input_files(PHOTO)
    page.get_by_label("What is it, in a line?").fill("Letter from the school")
    page.get_by_role("button", name="Send the letter").click()

    expect(page.locator("#sent-letters")).to_contain_text("Letter from the school")
    assert_good(page, console)
    with arranging():
        assert (Letter.objects.count(), Document.objects.count(), Task.objects.count()) == (1, 1, 1)


def test_a_refused_letter_says_why_and_keeps_the_line(case, page: Page, console):
    page.set_viewport_size(PHONE)
    sign_in(page, "mentor", then=reverse("mentoring:send_letter", args=[case.public_id]))
    page.get_by_label("What is it, in a line?").fill("Letter from the school")

    with refused(page, console):
        page.get_by_role("button", name="Send the letter").click()

    expect(page.get_by_label("What is it, in a line?")).to_have_value("Letter from the school")
    expect(page.locator("#id_photo_error")).to_contain_text("Take a photo of the letter.")
    assert violations(page) == []


def test_a_concern_is_raised_answered_and_read(case, page: Page, console):
    page.set_viewport_size(PHONE)
    sign_in(page, "mentor", then=reverse("my_people"))
    page.get_by_role("link", name="Raise a concern").click()
    page.get_by_label("Alone, or left out").check(force=True)
    page.get_by_label("In a few words").fill("Knows nobody here")
    page.get_by_role("button", name="Raise the concern").click()
    expect(page.locator("#concerns")).to_contain_text("Knows nobody here")
    assert_good(page, console)

    sign_in(page, "caseworker", then=reverse("my_work"))
    page.locator("#concerns-to-answer").get_by_role("link", name="Alone, or left out").click()
    page.get_by_label("Your answer").fill("There is a club on Thursdays")
    page.get_by_role("button", name="Send the answer").click()
    expect(page.locator("#concerns")).to_contain_text("There is a club on Thursdays")

    sign_in(page, "mentor", then=reverse("my_people"))
    expect(page.locator("#replies")).to_contain_text("alone, or left out")
    assert_good(page, console)


def test_without_javascript_all_that_are_shown_are_seen_and_the_mentor_reads_by_whom(
    case, browser, site, page: Page
):
    sign_in(page, "caseworker")
    state = page.context.storage_state()
    plain = browser.new_context(base_url=site.url, java_script_enabled=False, storage_state=state).new_page()
    plain.goto(reverse("my_work"))
    expect(plain.locator("#new-contacts .count-chip")).to_have_text("3")

    plain.locator("#new-contacts").get_by_role("button", name="I have seen all of them").click()

    expect(plain.locator("#new-contacts")).to_have_count(0)
    plain.context.close()
    sign_in(page, "mentor", then=reverse("mentoring:contacts", args=[case.public_id]))
    expect(page.get_by_text("Seen by Lise Invented")).to_have_count(3)
