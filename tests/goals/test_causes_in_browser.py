"""The page of causes in a real browser: widths, axe, the chart that fits, the number that opens its list."""

from datetime import timedelta

import pytest
from playwright.sync_api import expect

from accounts.models import User
from goals import jobs
from goals.models import Conversation
from tests.axe import assert_good, violations
from tests.browsing import sign_in
from tests.factories import TODAY
from tests.goals.many import many_cases
from tests.people import arranging

pytestmark = pytest.mark.slow
SAID = ["city:no-time", "city:not-followed-up", "city:no-time", "partner:queue", "person:declined"]


@pytest.fixture
def talks(committed_db, request):
    """Seven breaches, five of them answered."""
    with arranging():
        unit, caseworker, _manager = (
            request.getfixturevalue(name) for name in ("unit", "caseworker", "manager")
        )
        many_cases(7, unit=unit, caseworker=caseworker, taken_over_on=TODAY - timedelta(days=40))
        jobs.sweep()
        talks = list(Conversation.objects.order_by("pk"))
        for talk, reason in zip(talks, SAID, strict=False):
            talk.reply(
                by=caseworker,
                on=TODAY,
                cause=reason.partition(":")[0],
                reason=reason,
                explanation="Words",
                next_step="More",
                next_on=TODAY,
            )
        return talks


@pytest.mark.parametrize("language", ["en", "da"])
def test_the_pages_fit_and_pass_axe_at_every_width(page, console, talks, language):
    User.objects.update(language=language)
    sign_in(page, "manager", then="/goals/causes/")

    for address in ("/goals/causes/", "/goals/causes/list/?why=city", "/goals/open/"):
        page.goto(address)
        assert_good(page, console)


def test_one_drawing_is_shown_and_a_number_opens_its_list(page, talks):
    sign_in(page, "manager", then="/goals/causes/")
    expect(page.locator(".chart--wide")).to_be_visible()
    expect(page.locator(".chart--narrow")).to_be_hidden()
    page.set_viewport_size({"width": 390, "height": 900})
    expect(page.locator(".chart--wide")).to_be_hidden()
    expect(page.locator(".chart--narrow")).to_be_visible()
    page.set_viewport_size({"width": 1440, "height": 900})

    page.get_by_label("Whose promise").select_option("city")
    page.wait_for_url("**whose=city**")
    page.get_by_role("row", name="There was no time for it").get_by_role("link").click()

    expect(page.get_by_role("heading", level=1)).to_have_text("There was no time for it")
    expect(page.locator("#cause-list tr.line")).to_have_count(2)
    assert violations(page) == []
