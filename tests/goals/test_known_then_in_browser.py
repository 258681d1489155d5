"""Known then, known now in a real browser: axe, widths, no message; the day is chosen in place."""

import re
from datetime import timedelta

import pytest
from playwright.sync_api import expect

from internships.models import Placement
from refugees.models import OccupationKind
from tests.axe import assert_good
from tests.browsing import sign_in
from tests.factories import TODAY, CaseFactory, CompanyFactory
from tests.people import arranging

pytestmark = pytest.mark.slow
FIGURE = "goal=internship-started&standard=city"


@pytest.fixture
def told(committed_db, request):
    """Three people; of two the start was registered, or the takeover corrected, after the figure was reported."""
    reported = TODAY - timedelta(days=20)
    with arranging(TODAY - timedelta(days=80)):
        people = {name: request.getfixturevalue(name) for name in ("unit", "caseworker", "manager")}
        facts = {"unit": people["unit"], "caseworker": people["caseworker"]}
        cases = [CaseFactory(taken_over_on=TODAY - timedelta(days=80), **facts) for _ in range(3)]
    with arranging(TODAY - timedelta(days=8)):
        Placement.objects.start(
            case=cases[0],
            company=CompanyFactory(),
            kind=OccupationKind.INTERNSHIP,
            on=TODAY - timedelta(days=60),
            today=TODAY - timedelta(days=8),
            by=people["caseworker"],
        )
    with arranging(TODAY - timedelta(days=3)):
        cases[1].key_dates.current().get(event="E2").correct(
            on=TODAY - timedelta(days=45), reason="The letter named another day.", by=people["caseworker"]
        )
    return reported, cases[0]


def test_every_page_of_then_fits_and_passes_axe_at_every_width(page, console, told):
    reported, case = told
    sign_in(page, "manager", then="/goals/")

    for address in (
        f"/goals/?known={reported}",
        f"/goals/list/?{FIGURE}&state=waiting&known={reported}",
        f"/goals/changes/?{FIGURE}&as_of={reported}&known={reported}",
        f"/goals/cases/{case.public_id}/known/?known={reported}",
    ):
        page.goto(address)
        assert_good(page, console)


def test_the_day_is_chosen_in_place_and_leads_to_what_has_changed_since(page, console, told):
    reported, _case = told
    sign_in(page, "manager", then="/goals/")

    page.get_by_label("As known on").fill(reported.isoformat())

    expect(page.locator("#figures")).to_contain_text("What was recorded later is left out.")
    expect(page.locator("#figures")).to_contain_text("3 still waiting")
    page.get_by_role("link", name=re.compile("What has changed since.*Internship started")).click()
    expect(page.locator("#moved")).to_contain_text("2 people moved")
    expect(page.locator("#moved")).to_contain_text("The letter named another day.")
    page.get_by_label("Who came or left").select_option("in_time")
    expect(page.locator("#moved")).to_contain_text("1 person moved")
