"""Talks in a real browser: every page fits and passes axe; recorded in place, and without JavaScript."""

from datetime import timedelta

import pytest
from django.urls import reverse
from playwright.sync_api import Page, expect

from refugees.models import Case, Talk
from tests.axe import assert_good
from tests.browsing import sign_in
from tests.factories import TODAY, CaseFactory, UnitFactory, UserFactory
from tests.people import arranging


@pytest.fixture
def case(site) -> Case:
    """A person with one talk that was held and one that was not."""
    with arranging():
        unit = UnitFactory(name="Integration, Valby")
        lise = UserFactory(username="lise", name="Lise Invented", unit=unit)
        case = CaseFactory(unit=unit, caseworker=lise)
        facts = {"case": case, "kind": "follow-up", "today": TODAY, "by": lise}
        Talk.objects.record(
            on=TODAY - timedelta(days=9),
            form="in-person",
            participants=["interpreter", "mentor"],
            agreement="Calls the bakery on Monday, and we look at the offer together\nafter the language lesson.",
            **facts,
        )
        Talk.objects.record(
            on=TODAY - timedelta(days=2),
            form="phone",
            was_held=False,
            why_not="Did not answer; a letter is sent.",
            **facts,
        )
        return case


def url(case, name, *args):
    return reverse(name, args=[case.public_id, *args])


def test_every_page_of_a_talk_fits_and_passes_axe_at_every_width(case, page: Page, console):
    with arranging():
        talk = Talk.objects.get(was_held=True).public_id
    sign_in(page, "lise")
    for name, args in [
        ("case", ()),
        ("refugees:talks", ()),
        ("refugees:record_talk", ()),
        ("refugees:correct_talk", (talk,)),
        ("refugees:take_talk_back", (talk,)),
    ]:
        page.goto(url(case, name, *args))
        assert_good(page, console)


def test_without_javascript_a_talk_is_recorded_and_what_was_typed_stays(case, page, browser, site):
    sign_in(page, "lise")
    context = browser.new_context(base_url=site.url, java_script_enabled=False)
    context.add_cookies(page.context.cookies())
    plain = context.new_page()
    plain.goto(url(case, "case"))

    plain.locator("#talks").get_by_role("link", name="Record a talk").click()
    plain.get_by_label("What kind of talk?").select_option(label="Job talk")
    plain.get_by_label("Yesterday").check(force=True)
    plain.get_by_label("No", exact=True).check(force=True)
    plain.get_by_label("By telephone").check(force=True)
    plain.get_by_label("Interpreter").check()
    plain.get_by_role("button", name="Record the talk").click()
    expect(plain.locator(".error-summary")).to_contain_text("Say why the talk was not held.")
    expect(plain.get_by_label("By telephone")).to_be_checked()
    plain.get_by_label("If not: why?").fill("Fell ill in the morning.")
    plain.get_by_role("button", name="Record the talk").click()

    expect(plain.get_by_text("The talk is recorded.")).to_be_visible()
    expect(plain.locator("#talks")).to_contain_text("Fell ill in the morning.")
    with arranging():
        talk = Talk.objects.get(kind="job")
        assert (talk.on, talk.form, talk.participants) == (
            TODAY - timedelta(days=1),
            "phone",
            ["interpreter"],
        )
    context.close()
