"""One household from "ready" to "moved in", by hand in a real browser: caseworker, housing officer, letter."""

import os
from pathlib import Path

from django.conf import settings
from django.urls import reverse

from accounts.permissions import Role
from housing.models import Dwelling, HomeOffer
from tests.axe import assert_good
from tests.browsing import sign_in
from tests.factories import TODAY, UnitFactory, UserFactory
from tests.housing import homes, households
from tests.people import arranging

SHOTS = os.environ.get("SHOTS")  # a folder in which to keep what the letter looks like


def send(page):
    """Press the one button that sends the form of the page."""
    with page.expect_navigation():
        page.locator("main form button[type=submit]").first.click()


def on_today(page, name):
    """Answer a question for a day with today."""
    page.locator(f"[name={name}_when][value=today]").check()


def press(page, words):
    """Follow the first link of these words."""
    with page.expect_navigation():
        page.locator("main").get_by_role("link", name=words).first.click()


def test_from_ready_to_moved_in_by_hand(site, page, console):
    with arranging():
        unit = UnitFactory(name="Integration, Valby")
        lise = UserFactory(username="lise", name="Lise Invented", unit=unit)
        rikke = UserFactory(username="rikke", name="Rikke Invented", role=Role.HOUSING_OFFICER, unit=unit)
        mother, *_others = households.family(unit, 34, 36, 9, caseworker=lise)
        homes.provider("Boligforeningen Opfundet")
        homes.provider("Andelsgården Fiktiv")
        homes.area_list(rikke, "Opfundet Park")

    sign_in(page, "lise", then=reverse("housing:declare_ready", args=[mother.public_id]))
    on_today(page, "on")
    page.locator("[name=reason]").fill("Knows the way about")
    send(page)
    assert "Ready to relocate since" in page.locator("#home").inner_text()

    sign_in(page, "rikke", then=reverse("refugees:staged", args=["homes"]))
    page.locator("[name=file]").set_input_files(settings.BASE_DIR / "docs/samples/homes.csv")
    send(page)
    with page.expect_navigation():
        page.locator("main").get_by_role("button", name="Carry out 3 rows").click()
    page.goto(reverse("housing:today"))
    with page.expect_navigation():
        page.locator("#checks li", has_text="Opfundet Vej 812").get_by_role("link", name="Check it").click()
    page.locator("[name=found][value=outside]").check()
    send(page)
    assert "Outside every excluded area" in page.locator("#checks").inner_text()

    page.goto(reverse("housing:households"))
    press(page, mother.person.name)
    press(page, "Offer a home")
    page.locator("[name=dwelling]").select_option(
        label="Opfundet Vej 812, 3. tv, 2450 København SV: 3 rooms, 7150 kr."
    )
    on_today(page, "offered_on")
    send(page)
    press(page, "Letter")
    letter = page.locator("article").inner_text()
    for words in (
        "Tilbud om permanent bolig",
        "Offer of a permanent home",
        "7150",
        "Boligforeningen Opfundet",
    ):
        assert words in letter
    assert_good(page, console)
    if SHOTS:
        page.emulate_media(media="print")
        page.screenshot(path=Path(SHOTS) / "letter-printed.png", full_page=True)
        page.emulate_media(media="screen")
    press(page, "Back to the household")

    press(page, "Record the answer")
    page.locator("[name=answer][value=accepted]").check()
    on_today(page, "answered_on")
    send(page)
    for link, day in (("Record the contract", "signed_on"), ("Record the move", "moved_in_on")):
        press(page, link)
        on_today(page, day)
        send(page)
    assert "Moved in" in page.locator("#offers").inner_text()
    assert_good(page, console)

    sign_in(page, "lise", then=reverse("refugees:history", args=[mother.public_id]))
    told = page.locator("main").inner_text()
    for words in (
        "Permanent home offered",
        "accepted",
        "Contract of the home signed on",
        "Moved into the permanent",
    ):
        assert words in told
    assert told.count("Opfundet Vej 812") >= 4
    with arranging():
        assert HomeOffer.objects.get().moved_in_on == TODAY
        assert Dwelling.objects.at(TODAY).get(number="812").state == "taken"
