"""The list of cases in a real browser: widths, axe, no message; narrowed in place, and without JavaScript."""

from datetime import date

import pytest
from playwright.sync_api import Page, expect

from tests.axe import assert_good
from tests.browsing import sign_in
from tests.factories import CaseFactory, PersonFactory, UnitFactory, UserFactory
from tests.people import arranging


@pytest.fixture
def cases(site) -> None:
    """Fifty-five cases of one unit, one of them over, one without a caseworker and of another ground."""
    with arranging():
        unit = UnitFactory(name="Integration, Valby")
        lise = UserFactory(username="lise", name="Lise Invented", unit=unit)
        late = PersonFactory(unit=unit, given_name="Late", family_name="Invented")
        CaseFactory(unit=unit, person=late, caseworker=lise, taken_over_on=date(2026, 9, 1))
        for _ in range(53):
            CaseFactory(unit=unit, caseworker=lise, taken_over_on=date(2026, 11, 2))
        CaseFactory(unit=unit, permit_ground="quota")


def test_the_list_fits_and_passes_axe_at_every_width(cases, page: Page, console):
    sign_in(page, "lise")
    for address in ("/cases/", "/cases/?state=over", "/cases/?ground=ukraine"):
        page.goto(address)
        assert_good(page, console)


def test_a_filter_narrows_the_list_in_place_and_stands_in_the_address(cases, page: Page):
    sign_in(page, "lise", then="/cases/")
    expect(page.locator("#cases .count")).to_contain_text("55 cases, newest first")

    page.get_by_label("Goals").select_option("over")

    expect(page.locator("#cases .count")).to_contain_text("1 case, newest first")
    expect(page.get_by_role("link", name="Late Invented")).to_be_visible()
    assert "state=over" in page.url
    page.go_back()
    expect(page.locator("#cases .count")).to_contain_text("55 cases, newest first")


def test_the_pages_turn_without_javascript(cases, site, browser):
    context = browser.new_context(base_url=site.url, java_script_enabled=False)
    page = context.new_page()
    sign_in(page, "lise", then="/cases/")

    page.get_by_role("link", name="Next").click()
    expect(page.get_by_role("link", name="Late Invented")).to_be_visible()
    page.get_by_role("link", name="Previous").click()
    expect(page.get_by_role("cell", name="Quota refugee")).to_be_visible()

    context.close()
