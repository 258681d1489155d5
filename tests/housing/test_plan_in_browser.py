"""The plan in a real browser: made by a click, good at every width in both languages, an offer reached from a pair."""

import os
from pathlib import Path

import pytest
from django.urls import reverse
from playwright.sync_api import expect

from accounts.models import User
from accounts.permissions import Role
from housing.models import HousingPlan, PairDecision
from tests.axe import assert_good
from tests.browsing import sign_in
from tests.factories import TODAY, UnitFactory, UserFactory
from tests.housing.cities import small_city
from tests.people import arranging

SHOTS = os.environ.get("SHOTS")  # a folder in which to keep what the pages look like


@pytest.fixture
def city(site):
    """A small city, a home pinned for a household for whom it is too small by now, and one ruled out."""
    with arranging():
        unit = UnitFactory(name="Integration, Valby")
        rikke = UserFactory(username="rikke", name="Rikke Invented", role=Role.HOUSING_OFFICER, unit=unit)
        made = small_city(unit, rikke)
        for who, what, decision, reason in (
            ("many", "large", "pin", "The children know the school"),
            ("hurry", "small", "forbid", "A neighbour threatened them"),
        ):
            PairDecision.objects.decide(
                household=made[who],
                dwelling=made[what],
                decision=decision,
                reason=reason,
                on=TODAY,
                by=rikke,
            )
        return {name: row.public_id for name, row in made.items()} | {
            "decision": PairDecision.objects.latest("pk").public_id
        }


@pytest.mark.parametrize("language", ["da", "en"])
def test_a_plan_is_made_and_every_page_of_it_is_good_at_every_width(site, page, console, city, language):
    with arranging():
        User.objects.get(username="rikke").choose_language(language)
    sign_in(page, "rikke")
    page.goto(reverse("housing:plans"))
    page.locator("main .head button").click()
    page.wait_for_url("**/housing/plans/*-*/")
    with arranging():
        made = HousingPlan.objects.get()
    addresses = [
        reverse("housing:plan", args=[made.public_id]),
        reverse("housing:plan_household", args=[made.public_id, city["tied"]]),
        reverse("housing:areas"),
        reverse("housing:plans"),
        reverse("housing:fitting_homes", args=[city["tied"]]),
        reverse("housing:fitting_households", args=[city["large"]]),
        reverse("housing:decide", args=[city["tied"], city["large"]]),
        reverse("housing:lift", args=[city["decision"]]),
    ]
    for number, address in enumerate(addresses):
        page.goto(address)
        assert page.locator("h1").count() == 1
        for closed in page.locator("main details").all():
            closed.evaluate("each => each.open = true")
        if SHOTS:
            keep(page, f"{number}-{language}")
        assert_good(page, console)


def test_from_a_pair_to_the_offer(site, page, console, city):
    sign_in(page, "rikke")
    page.goto(reverse("housing:plans"))
    page.get_by_role("button", name="Make a plan").click()

    with page.expect_navigation():
        page.locator("a", has_text="Offer it").first.click()

    assert page.locator("select[name=dwelling]").input_value() == str(city["large"])
    with page.expect_navigation():
        page.get_by_role("button", name="Offer it").click()
    page.goto(reverse("housing:plans"))
    page.locator("table.plain tbody a").first.click()
    expect(page.get_by_text("This home has been offered to them meanwhile").first).to_be_visible()


def keep(page, name):
    """A picture at the width of a desk and of a telephone."""
    for width in (1440, 390):
        page.set_viewport_size({"width": width, "height": 900})
        page.screenshot(path=Path(SHOTS) / f"plan-{name}-{width}.png", full_page=True)
