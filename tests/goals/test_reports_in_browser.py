"""Frozen reports in a real browser: axe, widths, no message; frozen from the figures on the screen and opened again."""

import re
from datetime import timedelta

import pytest
from playwright.sync_api import expect

from goals.figures import Population
from goals.freezing import freeze
from internships.models import Placement
from refugees.models import OccupationKind
from tests.axe import assert_good
from tests.browsing import sign_in
from tests.factories import TODAY, CaseFactory, CompanyFactory
from tests.people import arranging

pytestmark = pytest.mark.slow
FIGURE = "goal=internship-started&standard=city"


@pytest.fixture
def report(committed_db, request):
    """Frozen twenty days ago, when nobody had started; since then one start was registered late."""
    frozen_on, taken_over_on = TODAY - timedelta(days=20), TODAY - timedelta(days=80)
    with arranging(taken_over_on):
        people = {name: request.getfixturevalue(name) for name in ("unit", "caseworker", "manager")}
        facts = {"unit": people["unit"], "caseworker": people["caseworker"]}
        cases = [CaseFactory(taken_over_on=taken_over_on, **facts) for _ in range(3)]
    with arranging(frozen_on):
        frozen = freeze(
            title="For the committee",
            population=Population(),
            day=frozen_on,
            known=None,
            by=people["manager"],
        )
    with arranging(TODAY - timedelta(days=8)):
        Placement.objects.start(
            case=cases[0],
            company=CompanyFactory(),
            kind=OccupationKind.INTERNSHIP,
            on=TODAY - timedelta(days=60),
            today=TODAY - timedelta(days=8),
            by=people["caseworker"],
        )
    return frozen


def test_every_page_of_a_report_fits_and_passes_axe_at_every_width(page, console, report):
    sign_in(page, "manager", then="/goals/")
    here = f"/goals/reports/{report.public_id}/"

    for address in (
        "/goals/",
        "/goals/reports/",
        "/goals/reports/new/?arrived=always",
        here,
        f"{here}list/?{FIGURE}&state=waiting",
        f"{here}changes/?{FIGURE}",
    ):
        page.goto(address)
        assert_good(page, console)


def test_what_is_on_the_screen_is_frozen_and_differs_from_now_by_what_was_recorded(page, console, report):
    sign_in(page, "manager", then="/goals/")
    page.get_by_label("Taken over").first.select_option("always")
    expect(page.locator("#figures")).to_contain_text("Everybody, whenever taken over.")

    page.get_by_role("link", name="Freeze these figures").click()
    expect(page.get_by_text("Everybody, whenever taken over.")).to_be_visible()
    page.get_by_role("textbox", name="Title").fill("Quarter")
    page.get_by_role("button", name="Freeze").click()

    expect(page.get_by_role("heading", name="Quarter")).to_be_visible()
    page.get_by_role("link", name="Frozen reports").click()
    page.get_by_role("link", name="For the committee").click()
    page.get_by_role("link", name=re.compile("What has changed since.*Internship started")).click()
    expect(page.locator("#moved")).to_contain_text("1 person moved")
    expect(page.locator("#moved")).to_contain_text("Company internship started")
