"""The pages of this pillar in a real browser: looked at in both languages, free of axe's complaints at every width."""

import os
from datetime import date
from pathlib import Path

import pytest
from django.urls import reverse

from accounts.models import User
from accounts.permissions import Role
from housing.models import HomeNeed, StillThere
from refugees.models import HousingNeed
from tests.axe import assert_good
from tests.browsing import sign_in
from tests.factories import TODAY, UnitFactory, UserFactory
from tests.housing import homes, households
from tests.people import arranging

SHOTS = os.environ.get("SHOTS")  # a folder in which to keep what the pages look like


@pytest.fixture
def scene(site):
    """A family that was offered a home and waits again, and homes in every state."""
    with arranging():
        unit = UnitFactory(name="Integration, Valby")
        rikke = UserFactory(username="rikke", name="Rikke Invented", role=Role.HOUSING_OFFICER, unit=unit)
        UserFactory(username="jens", name="Jens Invented", role=Role.MANAGER, unit=None, manages=[unit])
        mother, *_others = households.family(unit, 34, 36, 9, 4)
        households.ready(mother, by=rikke)
        HousingNeed.objects.state(case=mother, on=TODAY, by=None, needs=["lift", "no-steps"])
        HomeNeed.objects.state(
            household=mother.household,
            on=households.READY,
            today=TODAY,
            by=rikke,
            bedrooms=3,
            bedrooms_reason="Two of the children are of different sex",
            districts=["valby", "vesterbro"],
            ties="The school of the children",
            most_rent=7500,
        )
        row = homes.area_list(rikke, "Opfundet Park", "Den Tænkte Have")
        first = homes.home("Opfundet Vej 12A, 3. tv, 2450 København SV")
        homes.checked(first, row, rikke, inside=True)
        homes.checked(first, row, rikke)
        made = households.offer(mother.household, first, by=rikke, viewing_on=TODAY)
        made.record_answer(
            answer="declined",
            decline_reason="too-small",
            words="There is no room for the table",
            on=TODAY,
            today=TODAY,
            by=rikke,
        )
        second = homes.home("Opfundet Allé 7, st. th, 2500 Valby", features=["lift", "ground-floor"])
        homes.checked(second, row, rikke)
        [alone] = households.family(unit, 27)
        households.ready(alone)
        households.offer(alone.household, second, by=rikke)
        homes.home("Opfundet Gade 3, 2300 København S", district="amager-ost", kind="house")
        [settled] = households.family(unit, 41, taken_over_on=date(2025, 9, 1))
        households.ready(settled, on=date(2025, 12, 10))
        third = homes.home("Opfundet Gade 9, 2300 København S", district="amager-ost", available_from=TODAY)
        homes.checked(third, row, rikke)
        lived = households.moved(settled.household, third, date(2026, 2, 1), by=rikke)
        StillThere.objects.hear(offer=lived, mark=6, on=TODAY, today=TODAY, by=rikke, words="All is well")
    return {
        "household": mother.household.public_id,
        "other": alone.household.public_id,
        "dwelling": first.public_id,
        "offer": made.public_id,
        "list": row.public_id,
        "settled": settled.household.public_id,
        "lived": lived.public_id,
    }


@pytest.mark.parametrize("language", ["da", "en"])
def test_every_page_is_good_at_every_width(site, page, console, scene, language):
    with arranging():
        User.objects.get(username="rikke").choose_language(language)
    sign_in(page, "rikke")
    addresses = [
        reverse("housing:households"),
        reverse("housing:household", args=[scene["household"]]),
        reverse("housing:state_need", args=[scene["household"]]),
        reverse("housing:offer", args=[scene["household"]]),
        reverse("housing:letter", args=[scene["offer"]]),
        reverse("housing:answer", args=[scene["offer"]]),
        reverse("housing:dwellings"),
        reverse("housing:dwelling", args=[scene["dwelling"]]),
        reverse("housing:add_dwelling"),
        reverse("housing:check_dwelling", args=[scene["dwelling"]]),
        reverse("housing:today"),
        reverse("housing:spread"),
        reverse("housing:housed") + "?year=y2026&district=amager-ost",
        reverse("housing:household", args=[scene["settled"]]),
        reverse("housing:move_out", args=[scene["lived"]]),
        reverse("housing:still_there", args=[scene["lived"], "12m"]),
        reverse("refugees:staged", args=["homes"]),
        reverse("housing:areas"),
        reverse("housing:reopen_list", args=[scene["list"]]),
    ]
    for number, address in enumerate(addresses):
        page.goto(address)
        assert page.locator("main h1").count() == 1
        if SHOTS:
            keep(page, f"{number:02}-{address.strip('/').rpartition('/')[2][:12]}-{language}")
        assert_good(page, console)


def keep(page, name):
    """A picture at the width of a desk and of a telephone."""
    for width in (1440, 390):
        page.set_viewport_size({"width": width, "height": 900})
        page.screenshot(path=Path(SHOTS) / f"{name}-{width}.png", full_page=True)
