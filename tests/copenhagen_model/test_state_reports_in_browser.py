"""Reporting to the state in a browser: the pages fit and pass axe, from what is new to what was sent."""

from datetime import date

from django.urls import reverse
from playwright.sync_api import Page, expect

from refugees.models import StateBatch, Talk
from refugees.reporting import rows_of
from tests.axe import assert_good
from tests.browsing import sign_in
from tests.factories import TODAY
from tests.people import arranging


def test_from_what_is_new_to_a_correction(site, page: Page, console, request):
    with arranging():
        case, lead = (request.getfixturevalue(name) for name in ("case", "team_lead"))
        held = {"form": "phone", "agreement": "A call.", "today": TODAY, "by": lead}
        talk = Talk.objects.record(case=case, kind="follow-up", on=date(2026, 11, 16), **held)
        first = StateBatch.objects.gather(unit=case.unit, rows=rows_of(case.unit, TODAY), by=lead)
        first.confirm_sent(on=TODAY, by=lead)
        more = {"participants": [], "was_held": True, "why_not": "", "reason": "The other day."}
        talk.correct(on=date(2026, 11, 17), **held, **more)
    sign_in(page, "team-lead", then=reverse("state_reports"))
    assert_good(page, console)

    page.get_by_role("link", name="Count what is to be told").click()
    expect(page.get_by_role("button", name="Gather 1 row into a batch")).to_be_visible()
    assert_good(page, console)
    page.locator("main form [type=submit]").click()

    expect(page.locator("#corrections-title")).to_be_visible()
    assert_good(page, console)

    page.get_by_role("link", name="Discard the batch").click()
    assert_good(page, console)
    page.locator("main textarea").fill("The file was never sent.")
    page.locator("main form [type=submit]").click()

    expect(page.locator("#discarded-title")).to_be_visible()
    assert_good(page, console)
