"""From an opening to a signed agreement in a real browser: good at every width, and the sheet as it is printed."""

import os
from datetime import date, timedelta
from pathlib import Path

import pytest
from django.urls import reverse

from accounts.models import User
from internships.models import Offer, PlacementAgreement
from tests.axe import assert_good
from tests.browsing import sign_in
from tests.copenhagen_model.test_matching_pages import known
from tests.factories import TODAY, CaseFactory, CompanyFactory, UnitFactory, UserFactory
from tests.internships.relations import opening_at, person_of, unit_of
from tests.internships.test_placement_agreements import CONTENT
from tests.people import arranging

SHOTS = os.environ.get("SHOTS")  # a folder in which to keep what the pages look like


@pytest.fixture
def placed(site):
    """A person of whom much is known, several openings, an offer with an agreement that two have signed."""
    with arranging():
        unit = UnitFactory(name="Integration, Valby")
        lise = UserFactory(username="lise", name="Lise Invented", unit=unit)
        case = CaseFactory(unit=unit, taken_over_on=TODAY, caseworker=lise)
        known(case, lise)
        bakery = CompanyFactory(
            name="Søndergård Brød og Kager (invented)", sector="food", languages=["da", "ar"]
        )
        shop = unit_of(
            bakery, name="Butikken", address="Opfundet Allé 12, 2300 København S", district="amager-ost"
        )
        person_of(bakery, unit=shop, name="Opfundet Bager")
        tasks = "Pakke brød, rydde op og hjælpe i butikken."
        opening = opening_at(shop, tasks=tasks, languages=["da"], minutes_a_week=15 * 60)
        laundry = unit_of(CompanyFactory(name="Vaskeriet Valby (invented)", sector="hotel"))
        opening_at(laundry, tasks="Sortere linned.", requirements="Kan løfte 15 kg.", minutes_a_week=37 * 60)
        other = CaseFactory(unit=unit, taken_over_on=TODAY, caseworker=lise)
        offer = Offer.objects.make_from(
            opening, case=other, offered_on=TODAY, planned_start_on=date(2026, 11, 30), today=TODAY, by=lise
        )
        longer = CONTENT | {
            "purpose": "At prøve arbejdet og bruge dansk sammen med kolleger.",
            "tasks": tasks,
            "until_on": CONTENT["until_on"] + timedelta(weeks=1),
            "supervisor": "Opfundet Bager",
            "insurance": "Virksomheden har meldt borgeren til sin egen ordning.",
            "staff_talk_on": TODAY,
            "staff_talk_with": "Opfundet Tillidsmand",
        }
        agreement = PlacementAgreement.objects.draw_up(offer=offer, today=TODAY, by=lise, **longer)
        agreement.sign(today=TODAY, by=lise, person_missing="unable", city_signed_on=TODAY)
    return case, opening, other, offer, agreement


@pytest.mark.parametrize("language", ["da", "en"])
def test_every_page_is_good_at_every_width(site, page, console, placed, language):
    case, opening, other, offer, agreement = placed
    with arranging():
        User.objects.get(username="lise").choose_language(language)
    sign_in(page, "lise")
    company = opening.unit.company.public_id
    addresses = {
        "fitting": reverse("fitting_openings", args=[case.public_id]),
        "people": reverse("fitting_people", args=[company, opening.public_id]),
        "place": reverse("internships:offer_place", args=[case.public_id, opening.public_id]),
        "no-start": reverse("internships:not_started", args=[other.public_id, offer.public_id]),
        "agreements": reverse("internships:agreements", args=[other.public_id, offer.public_id]),
        "draw-up": reverse("internships:draw_up_agreement", args=[other.public_id, offer.public_id]),
        "sign": reverse("internships:sign_agreement", args=[other.public_id, agreement.public_id]),
        "print": reverse("internships:print_agreement", args=[other.public_id, agreement.public_id]),
        "company": reverse("companies:company", args=[company]),
        "case": reverse("case", args=[other.public_id]),
    }
    for name, address in addresses.items():
        page.goto(address)
        assert page.locator("main h1").count() == 1
        if SHOTS:
            keep(page, f"{name}-{language}")
        assert_good(page, console)


def test_a_place_is_offered_from_what_fits_and_is_then_taken(site, page, console, placed):
    case, opening, *_rest = placed
    sign_in(page, "lise", reverse("fitting_openings", args=[case.public_id]))
    page.locator(f"a[href$='{opening.public_id}/offer/']").click()
    page.locator("input[name=offered_on_when][value=today]").check(force=True)
    page.locator(".panel--form button[type=submit]").click()
    page.wait_for_url(lambda address: "/offer/" not in address)

    assert "Butikken" in page.locator("#internships").inner_text()
    with arranging():
        opening.refresh_from_db()
        assert opening.taken == 2


def test_the_sheet_fits_on_paper_with_nothing_of_the_screen(site, page, console, placed):
    *_rest, other, _offer, agreement = placed
    sign_in(page, "lise", reverse("internships:print_agreement", args=[other.public_id, agreement.public_id]))
    page.emulate_media(media="print")
    page.set_viewport_size({"width": 794, "height": 1123})

    if SHOTS:
        page.screenshot(path=Path(SHOTS) / "sheet.png", full_page=True)
        page.pdf(path=Path(SHOTS) / "sheet.pdf", format="A4")
    assert not page.locator("header.top").is_visible()
    assert not page.locator("main .actions").is_visible()
    assert page.locator(".sheet__signatures > div").count() == 3


def keep(page, name):
    """What it looks like at a desk and on a phone."""
    for width in (1440, 390):
        page.set_viewport_size({"width": width, "height": 900})
        page.reload()
        page.screenshot(path=Path(SHOTS) / f"{name}-{width}.png", full_page=True)
