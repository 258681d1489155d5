"""The timeline of weekdays in a browser."""

from django.urls import reverse
from playwright.sync_api import Page, expect

from tests.axe import assert_good
from tests.browsing import sign_in
from tests.internships.busy import busy_case
from tests.people import arranging


def test_it_fits_every_width_and_passes_axe(site, page: Page, console, request):
    with arranging():
        case = busy_case(request.getfixturevalue("unit"), request.getfixturevalue("caseworker"))
    sign_in(page, "caseworker", then=reverse("internships:weekdays", args=[case.public_id]))

    expect(page.get_by_role("heading", name="Weekdays since the takeover")).to_be_visible()
    assert_good(page, console)
