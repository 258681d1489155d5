"""Companies from a list in a browser: uploaded, looked at, carried out; the pages fit and pass axe."""

from django.conf import settings
from django.urls import reverse
from playwright.sync_api import Page, expect

from tests.axe import assert_good
from tests.browsing import sign_in
from tests.people import arranging


def test_the_sample_from_the_file_to_the_companies(site, page: Page, console, request):
    with arranging():
        request.getfixturevalue("caseworker")
    sign_in(page, "caseworker", then=reverse("refugees:staged", args=["companies"]))
    assert_good(page, console)
    page.locator("[name=file]").set_input_files(settings.BASE_DIR / "docs/samples/companies.csv")
    page.locator("main form [type=submit]").click()
    expect(page.locator("h1")).to_have_text("companies.csv")
    assert_good(page, console)

    page.locator("main form [type=submit]").click()

    expect(page.locator("#rows-done")).to_contain_text("(4)")
    assert_good(page, console)
