"""The forms about a doubt after a public control in a browser: they fit and pass axe."""

from django.urls import reverse
from playwright.sync_api import Page, expect

from internships.models import AvailabilityDoubt
from tests.axe import assert_good
from tests.browsing import sign_in
from tests.factories import CaseFactory
from tests.people import arranging


def url(name, case, *more):
    return reverse(f"internships:{name}", args=[case.public_id, *more])


def test_from_what_was_received_to_taking_part_again(site, page: Page, console, request):
    with arranging():
        caseworker = request.getfixturevalue("caseworker")
        case = CaseFactory(unit=caseworker.unit, caseworker=caseworker)
    sign_in(page, "caseworker", then=url("record_doubt", case))
    assert_good(page, console)
    page.set_viewport_size({"width": 1440, "height": 1000})
    page.get_by_role("radio", name="Today").first.check()
    page.locator("[name=received]").fill("Seen abroad by a control at the border.")
    page.locator("main form [type=submit]").first.click()

    expect(page.locator("#doubts")).to_contain_text("Seen abroad by a control at the border.")
    assert_good(page, console)
    with arranging():
        doubt = AvailabilityDoubt.objects.get(case=case)
    for name in ("send_back", "correct_doubt", "take_doubt_back"):
        page.goto(url(name, case, doubt.public_id))
        assert_good(page, console)
