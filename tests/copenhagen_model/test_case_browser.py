"""The page of a case in a real browser: widths, axe, no message, in place, without JavaScript."""

from datetime import date

import pytest
from django.urls import reverse
from playwright.sync_api import Page, expect

from internships.models import Offer
from refugees.models import Case, Occupation
from tests.axe import assert_good
from tests.browsing import refused, sign_in
from tests.factories import TODAY, CaseFactory, CompanyFactory, UnitFactory, UserFactory
from tests.people import arranging


@pytest.fixture
def case(site) -> Case:
    """A protected person with a declined and an accepted offer, whose start is planned too late."""
    with arranging():
        unit = UnitFactory(name="Integration, Valby")
        lise = UserFactory(username="lise", name="Lise Invented", unit=unit, email="lise@example.org")
        maja = UserFactory(username="maja", name="Maja Invented", role="mentor", unit=None)
        case = CaseFactory(unit=unit, taken_over_on=date(2026, 11, 2), caseworker=lise, mentor=maja)
        case.change_person(by=lise, on=TODAY, version=1, is_protected=True, phone="20 00 00 01")
        for name, answer, reason in (("Bakery", "declined", "Too far away."), ("Café", "accepted", "")):
            offer = Offer.objects.make(
                case=case,
                company=CompanyFactory(name=f"Invented {name}"),
                kind="internship",
                offered_on=date(2026, 11, 10),
                planned_start_on=date(2026, 12, 4),
                today=TODAY,
                by=lise,
            )
            offer.record_answer(answer=answer, on=TODAY, today=TODAY, by=lise, reason=reason)
        return case


def url(case, name="case", *args):
    return reverse(name, args=[case.public_id, *args])


PAGES = [
    ("case", ()),
    ("refugees:dates", ()),
    ("refugees:history", ()),
    ("refugees:access_log", ()),
    ("refugees:edit_person", ()),
    ("internships:offer", ()),
    ("case_receipt", ("internship-started", "city", 1)),
]


def test_every_page_of_the_case_fits_and_passes_axe_at_every_width(case, page: Page, console):
    sign_in(page, "lise")

    for name, args in PAGES:
        page.goto(url(case, name, *args))
        assert_good(page, console)


def test_the_slice_of_a_mentor_fits_and_passes_axe(case, page, console):
    sign_in(page, "maja")
    page.goto(url(case))

    assert_good(page, console)
    expect(page.get_by_role("link", name="20 00 00 01")).to_be_visible()


def test_the_receipt_opens_under_its_promise(case, page, console):
    sign_in(page, "lise")
    page.goto(url(case))

    page.locator("details.clock__more > summary").first.click()

    expect(page.locator(".receipt__result").first).to_have_text("Last day in time: Wed 2 Dec 2026.")
    assert page.url.endswith(url(case))


def test_the_next_step_opens_its_form_in_place_and_saves(case, page, console):
    sign_in(page, "lise")
    page.goto(url(case))

    page.get_by_role("link", name="Agree an earlier start").click()
    form = page.locator("#record form")
    expect(form.get_by_label("Day")).to_have_value("4")
    assert page.url.endswith(url(case))
    form.get_by_label("Day").fill("30")
    form.get_by_label("Month").fill("11")
    form.get_by_role("button", name="Save the plan").click()

    expect(page.get_by_text("The planned start is saved.")).to_be_visible()
    with arranging():
        assert Offer.objects.get(answer="accepted").planned_start_on == date(2026, 11, 30)


def test_another_day_shows_its_boxes_when_it_is_asked_for(case, page, console):
    sign_in(page, "lise")
    page.goto(url(case))
    page.locator(".clock__state").get_by_role("link", name="Record the start").click()

    year = page.get_by_role("group", name="When did it start?").get_by_label("Year")
    expect(year).to_be_hidden()
    page.get_by_label("Another day").check(force=True)
    expect(year).to_be_visible()
    with refused(page, console):
        page.get_by_role("button", name="Record the start").click()

    expect(page.locator(".error-summary")).to_be_focused()
    page.get_by_role("link", name="Write day, month and year").click()
    expect(page.get_by_label("Today")).to_be_focused()


def test_companies_appear_while_somebody_types(case, page, console):
    sign_in(page, "lise")
    page.goto(url(case, "internships:offer"))

    page.get_by_label("Company", exact=True).press_sequentially("inv")

    expect(page.get_by_label("Invented Bakery")).to_be_attached()
    page.get_by_label("Invented Bakery").check(force=True)
    assert page.locator("input[name=company]:checked").count() == 1


def test_without_javascript_a_start_is_recorded(case, page, browser, site):
    sign_in(page, "lise")
    context = browser.new_context(base_url=site.url, java_script_enabled=False)
    context.add_cookies(page.context.cookies())
    plain = context.new_page()
    plain.goto(url(case))

    plain.locator("details.clock__more > summary").first.click()
    expect(plain.get_by_role("link", name="Open the page that explains it").first).to_be_visible()
    plain.locator(".clock__state").get_by_role("link", name="Record the start").click()
    plain.get_by_label("Another day").check(force=True)
    started = plain.get_by_role("group", name="When did it start?")
    for label, typed in (("Day", "20"), ("Month", "11"), ("Year", "2026")):
        started.get_by_label(label, exact=True).fill(typed)
    plain.get_by_role("button", name="Record the start").click()

    expect(plain.get_by_text("The start is recorded.")).to_be_visible()
    context.close()
    with arranging():
        assert Occupation.objects.get().started_on == date(2026, 11, 20)
