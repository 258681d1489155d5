"""The pages of versions in a real browser, with a real worker: axe, widths, no message; progress by itself."""

import os
from datetime import timedelta

import pytest
from playwright.sync_api import expect

from accounts.models import User
from goals import recalculating
from goals.models import Suspension
from tests.axe import assert_good
from tests.browsing import refused, sign_in
from tests.factories import TODAY, CaseFactory, UserFactory
from tests.goals.drafting import GOAL, STANDARD, drafted, tried
from tests.people import arranging

pytestmark = pytest.mark.slow

NEW = f"/goals/versions/promises/{GOAL}/{STANDARD}/new/"


@pytest.fixture
def draft(committed_db, request):
    """A draft of a colleague's, tried out on four people; limits of the law suspended."""
    with arranging():
        unit, _manager = request.getfixturevalue("unit"), request.getfixturevalue("manager")
        colleague = UserFactory(
            username="author", name="Anna Invented", role="manager", unit=None, manages=[unit]
        )
        for days in (3, 16, 20, 40):
            CaseFactory(unit=unit, taken_over_on=TODAY - timedelta(days=days), on_benefit=True)
        Suspension.objects.record(from_on=TODAY, until=None, source="Order 12", by=colleague)
        found = drafted(by=colleague, valid_from=TODAY - timedelta(days=60))
        tried(found, by=colleague)
        recalculating.carry_through(found.trial().pk)
        return found


def shoot(page, name):
    """Keep a picture, for a person to look at, where one is asked for."""
    if folder := os.environ.get("SHOTS"):
        for width in (1440, 390):
            page.set_viewport_size({"width": width, "height": 900})
            page.screenshot(path=f"{folder}/{name}-{width}.png", full_page=True)


@pytest.mark.parametrize("language", ["en", "da"])
def test_every_page_fits_and_passes_axe_at_every_width(page, console, draft, language):
    User.objects.update(language=language)
    sign_in(page, "manager", then="/goals/versions/")

    for name, address in {
        "list": "/goals/versions/",
        "promise": f"/goals/versions/promises/{GOAL}/",
        "form": NEW,
        "draft": f"/goals/versions/drafts/{draft.public_id}/",
        "withdraw": f"/goals/versions/drafts/{draft.public_id}/withdraw/",
        "suspension": "/goals/versions/suspensions/new/",
    }.items():
        page.goto(address)
        if language == "en":
            shoot(page, name)
        assert_good(page, console)


def test_a_draft_is_written_and_tried_out_while_the_page_waits(page, console, draft, start_worker):
    sign_in(page, "manager", then=NEW)
    page.get_by_label("Time allowed").fill("")
    with refused(page, console):
        page.get_by_role("button", name="Save the draft").click()
    expect(page.locator(".error-summary")).to_be_focused()
    shoot(page, "refused")
    page.set_viewport_size({"width": 1440, "height": 900})
    page.get_by_label("Time allowed").fill("10")
    page.get_by_label("Counted in").select_option("days")
    first = TODAY - timedelta(days=30)
    for part, value in (("Day", first.day), ("Month", first.month), ("Year", first.year)):
        page.get_by_label(part, exact=True).fill(str(value))
    page.get_by_label("Source").fill("Committee decision 7")
    page.get_by_label("Why it changes").fill("Ten days are enough")
    page.get_by_role("button", name="Save the draft").click()

    page.get_by_role("button", name="Start the dry run").click()
    expect(page.get_by_role("heading", name="The draft is being tried out")).to_be_visible()
    shoot(page, "progress")
    assert_good(page, console)
    page.set_viewport_size({"width": 1440, "height": 900})
    start_worker()  # the message waited for one

    expect(page.locator("#progress")).to_contain_text("Every case has been looked at.", timeout=30_000)
    page.get_by_role("link", name="Show the result").click()
    expect(page.get_by_text("3 deadlines move,")).to_be_visible()
    expect(page.get_by_text("2 go over today.")).to_be_visible()
    shoot(page, "result")
    assert_good(page, console)
