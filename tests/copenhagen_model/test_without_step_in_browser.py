"""People without a next step, in a browser: the caseworker's view and the team lead's list."""

import pytest
from playwright.sync_api import Page, expect

from tests.axe import assert_good
from tests.browsing import sign_in
from tests.crowd import crowd
from tests.people import arranging


@pytest.fixture
def people(site, request):
    with arranging():
        unit, caseworker, _lead = map(request.getfixturevalue, ("unit", "caseworker", "team_lead"))
        crowd(12, unit=unit, caseworker=caseworker)


def test_the_view_fits_and_passes_axe(people, page: Page, console):
    sign_in(page, "caseworker", then="/my-work/")
    page.get_by_role("link", name="Without a next step").click()

    expect(page.get_by_text("Adults for whom nothing is planned")).to_be_visible()
    assert_good(page, console)


def test_the_team_lead_goes_from_the_number_to_the_people(people, page: Page, console):
    sign_in(page, "team-lead", then="/my-team/")
    assert_good(page, console)
    page.get_by_role("link", name="without a next step").click()

    expect(page.get_by_role("heading", name="Without a next step: Lise Invented")).to_be_visible()
    assert_good(page, console)
