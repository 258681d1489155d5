"""Shared homes, providers, and beds of those who found a home, in a real browser: both languages, every width."""

from datetime import timedelta

import pytest
from django.urls import reverse
from playwright.sync_api import expect

from accounts.models import User
from accounts.permissions import Role
from housing.models import HomeOffer, OwnHome, Stay
from refugees.models import HousingNeed
from tests.axe import assert_good, violations
from tests.browsing import refused, sign_in
from tests.factories import TODAY, UnitFactory, UserFactory
from tests.housing import homes, stays
from tests.housing.households import offer, ready
from tests.housing.test_browser import SHOTS, keep
from tests.people import arranging

WEEK = timedelta(7)
FACTS = {"kind": "shared", "rooms": 1, "size_m2": 14, "rent": 3100, "features": [], "shared_by": "women"}


@pytest.fixture
def scene(site):
    """A shared home in which somebody lives, a newcomer; one whose bed is taken since; one with a home of her own."""
    with arranging():
        unit = UnitFactory(name="Integration, Valby")
        rikke = UserFactory(username="rikke", name="Rikke Invented", role=Role.HOUSING_OFFICER, unit=unit)
        lise = UserFactory(username="lise", name="Lise Invented", unit=unit)
        row = homes.area_list(rikke, "Opfundet Park")
        rooms = [
            homes.home(
                f"Opfundet Vej 5, 2. tv, vær. {number}, 2450 København SV",
                age_from=18,
                age_to=30,
                sharers="To kvinder på 22 og 27",
                **FACTS,
            )
            for number in (1, 2)
        ]
        whole = homes.home("Opfundet Allé 7, 2500 Valby", provider=homes.provider("Andelsgården Fiktiv"))
        for home in (*rooms, whole):
            homes.checked(home, row, rikke)
        first, newcomer, moved, found = (
            stays.single(unit, age=age, caseworker=lise) for age in (24, 41, 30, 33)
        )
        for case in (first, newcomer, moved, found):
            ready(case, on=TODAY - 4 * WEEK)
        HousingNeed.objects.state(case=first, on=TODAY, by=None, needs=["quiet"])
        made = offer(first.household, rooms[0], sharing_is_looked_at=True)
        made.record_answer(answer="accepted", on=TODAY, today=TODAY, by=rikke)
        place = stays.outside("Opfundet Hus")
        beds = [stays.beds(stays.room(place, name=name, kept_for="women", beds=1))[0] for name in "12"]
        for case, bed in zip((moved, found), beds, strict=True):
            stays.move_in(case, bed, on=TODAY - 4 * WEEK)
        early = offer(moved.household, whole, on=TODAY - WEEK)
        early.record_answer(answer="accepted", on=TODAY - WEEK, today=TODAY, by=rikke)
        early.move_in(on=TODAY - WEEK, today=TODAY, by=rikke)
        stays.move_in(stays.single(unit), beds[0], on=TODAY - timedelta(3))
        OwnHome.objects.found(case=found, on=TODAY - WEEK, note="", today=TODAY, by=lise)
        return {
            "room": rooms[1].public_id,
            "newcomer": newcomer.household.public_id,
            "early": early.public_id,
            "found": found.public_id,
            "stays": newcomer.public_id,
        }


def choose(page, name, day):
    """Another day, in three boxes."""
    radio = page.locator(f"[name={name}_when][value=another]")
    if radio.count():
        radio.check()
    for part in ("day", "month", "year"):
        page.locator(f"[name={name}_{part}]").fill(str(getattr(day, part)))


@pytest.mark.parametrize("language", ["da", "en"])
def test_every_page_is_good_at_every_width(site, page, console, scene, language):
    with arranging():
        User.objects.filter(username__in=["rikke", "lise"]).update(language=language)
    sign_in(page, "rikke")
    addresses = {
        "providers": reverse("housing:providers"),
        "board": reverse("housing:dwellings"),
        "today": reverse("housing:today"),
        "limits": reverse("housing:limits"),
        "room": reverse("housing:dwelling", args=[scene["room"]]),
        "change": reverse("housing:change_dwelling", args=[scene["room"]]),
        "fitting": reverse("housing:fitting_homes", args=[scene["newcomer"]]),
    }
    for name, address in addresses.items():
        page.goto(address)
        if SHOTS:
            keep(page, f"last-{name}-{language}")
        assert_good(page, console)

    page.goto(reverse("housing:move_in", args=[scene["early"]]))
    page.locator("[name=moved_in_on_when][value=today]").check()
    with refused(page, console):
        page.locator("main form button[type=submit]").first.click()
    expect(page.locator("[name=nights_are_open][type=checkbox]")).to_have_count(1)
    if SHOTS:
        keep(page, f"last-nights-{language}")
    assert violations(page) == []

    page.goto(reverse("housing:offer", args=[scene["newcomer"]]) + f"?home={scene['room']}")
    choose(page, "answer_by", TODAY + WEEK)
    with refused(page, console):
        page.locator("main form button[type=submit]").first.click()
    expect(page.locator("[name=sharing]")).to_have_count(1)
    if SHOTS:
        keep(page, f"last-sharing-{language}")
    assert violations(page) == []
    page.locator("[name=sharing]").check()
    with page.expect_navigation():
        page.locator("main form button[type=submit]").first.click()
    with arranging():
        made = HomeOffer.objects.latest("pk")
    assert made.sharing_is_looked_at
    page.goto(reverse("housing:letter", args=[made.public_id]))
    if SHOTS:
        keep(page, f"last-letter-{language}")
    assert_good(page, console)


@pytest.mark.parametrize("language", ["da", "en"])
def test_a_caseworker_takes_a_home_of_their_own_back_and_ends_the_stay_with_it(
    site, page, console, scene, language
):
    with arranging():
        User.objects.filter(username="lise").update(language=language)
    sign_in(page, "lise", then=reverse("housing:no_own_home", args=[scene["found"]]))
    page.locator("[name=reason]").fill("Another day")
    with page.expect_navigation():
        page.locator("main form button[type=submit]").first.click()
    page.goto(reverse("housing:own_home", args=[scene["found"]]))
    if SHOTS:
        keep(page, f"last-own-home-{language}")
    assert_good(page, console)
    for name in ("on", "beds_left_on"):
        page.locator(f"[name={name}_when][value=today]").check()
    with page.expect_navigation():
        page.locator("main form button[type=submit]").first.click()
    if SHOTS:
        keep(page, f"last-case-{language}")
    with arranging():
        assert Stay.objects.get(case__public_id=scene["found"]).during.upper == TODAY
