"""Checklists in a real browser: every page fits and passes axe; one tap on a phone, with and without JavaScript."""

import pytest
from django.urls import reverse
from playwright.sync_api import Browser, Page, expect

from mentoring.models import ChecklistMark, ChecklistVersion
from tests.axe import assert_good
from tests.browsing import sign_in
from tests.factories import TODAY, CaseFactory, PersonFactory
from tests.people import arranging

DAY = TODAY
PHONE = {"width": 390, "height": 844}
THUMB = 48


@pytest.fixture
def case(site, request):
    """Somebody with a tick, something corrected, something not relevant; and a draft of the next list."""
    with arranging():
        unit, lise, mentor, lead = (
            request.getfixturevalue(name) for name in ("unit", "caseworker", "mentor", "team_lead")
        )
        person = PersonFactory(unit=unit, given_name="Amira", phone="+45 20 12 34 56")
        case = CaseFactory(unit=unit, person=person, caseworker=lise, mentor=mentor)
        facts = {"case": case, "today": DAY, "by": mentor}
        ChecklistMark.objects.tick(key="travel-card", **facts)
        ChecklistMark.objects.say(
            key="travel-card", state="done", on=DAY, correction_reason="Wrong.", **facts
        )
        ChecklistMark.objects.say(key="bank", state="not-relevant", reason="Has an account.", **facts)
        ChecklistVersion.objects.draft(today=DAY, by=lead)
        return case


def test_every_page_fits_and_passes_axe_at_every_width(case, page: Page, console):
    sign_in(page, "mentor")
    of_case = [reverse(view, args=[case.public_id]) for view in ("case", "mentoring:checklist")]
    say = [reverse("mentoring:say_check", args=[case.public_id, key]) for key in ("mitid", "travel-card")]
    for address in (reverse("my_people"), *of_case, *say):
        page.goto(address)
        assert_good(page, console)
    sign_in(page, "team-lead")
    with arranging():
        draft = ChecklistVersion.objects.drafts().get().public_id
    views = ("checklist_version", "add_checklist_item", "put_checklist_in_force", "withdraw_checklist")
    drafts = [reverse(f"mentoring:{view}", args=[draft]) for view in views]
    drafts.append(reverse("mentoring:reword_checklist_item", args=[draft, "bank"]))
    for address in (*of_case, reverse("mentoring:checklist_versions"), *drafts):
        page.goto(address)
        assert_good(page, console)


def test_one_tap_with_a_thumb(case, page: Page):
    page.set_viewport_size(PHONE)
    sign_in(page, "mentor")
    page.goto(reverse("my_people"))
    button = page.get_by_role("button", name="Done : Letter with the CPR number")
    assert button.bounding_box()["height"] >= THUMB

    button.click()

    expect(page.get_by_text("2 of 9 done")).to_be_visible()
    page.get_by_role("link", name="Checklist :").click()
    expect(page.get_by_role("heading", name="Checklist: 2 of 9 done")).to_be_visible()
    for each in page.get_by_role("button", name="Done :").all():
        assert each.bounding_box()["height"] >= THUMB


def test_it_is_ticked_and_undone_without_javascript(case, site, browser: Browser):
    context = browser.new_context(
        base_url=site.url, locale="da-DK", java_script_enabled=False, viewport=PHONE
    )
    page = context.new_page()
    sign_in(page, "mentor")
    page.goto(reverse("mentoring:checklist", args=[case.public_id]))

    page.get_by_role("button", name="Done : Letter with the CPR number").click()
    expect(page.get_by_role("heading", name="Checklist: 2 of 9 done")).to_be_visible()
    page.get_by_role("button", name="Undo").click()

    expect(page.get_by_role("heading", name="Checklist: 1 of 9 done")).to_be_visible()
    context.close()
