"""The pages of companies in a real browser: looked at in both languages, free of axe's complaints at every width."""

import os
from datetime import timedelta
from pathlib import Path

import pytest
from django.urls import reverse

from accounts.models import User
from internships.models import Company
from tests.axe import assert_good, violations
from tests.browsing import refused, sign_in
from tests.factories import TODAY, CaseFactory, CompanyFactory, UnitFactory, UserFactory
from tests.internships.relations import contact_with, everything_of, opening_at, person_of, unit_of
from tests.people import arranging

SHOTS = os.environ.get("SHOTS")  # a folder in which to keep what the pages look like


@pytest.fixture
def bakery(site):
    """A company with everything on it, and another with little."""
    with arranging():
        lise = UserFactory(username="lise", name="Lise Invented", unit=UnitFactory(name="Integration, Valby"))
        bakery = CompanyFactory(
            name="Søndergård Brød og Kager (invented)", sector="food", languages=["da", "ar"]
        )
        everything_of(bakery, lise)
        unit_of(bakery, name="Butikken", address="Opfundet Allé 12, 2300 København S", district="amager-ost")
        for number in range(4):
            contact_with(
                bakery,
                lise,
                person=person_of(
                    bakery, name=f"Opfundet Bager {number}", job="Vagtleder", email="b@example.org"
                ),
                about="De kan tage imod to praktikanter fra foråret, hvis de møder klokken fire.",
                promised="De sender en beskrivelse af opgaverne." if number % 2 else "",
                next_on=TODAY + timedelta(days=number) if number else None,
            )
        opening_at(
            bakery.units.earliest("pk"),
            tasks="Pakke brød og rydde op.",
            requirements="Møder klokken fire om morgenen.",
            languages=["da"],
            minutes_a_week=20 * 60 + 30,
            start_until=TODAY + timedelta(days=60),
        )
        CompanyFactory(name="Vaskeriet Valby (invented)")
    return bakery


PAGES = ["companies:companies", "companies:openings", "companies:calls", "companies:new"]
OF_ONE = [
    "company",
    "record_contact",
    "announce",
    "add_unit",
    "add_person",
    "add_agreement",
    "bar",
    "describe",
]


@pytest.mark.parametrize("language", ["da", "en"])
def test_every_page_is_good_at_every_width(site, page, console, bakery, language):
    with arranging():
        User.objects.get(username="lise").choose_language(language)
        keys = [Company.objects.get(pk=bakery.pk).public_id]
    sign_in(page, "lise")
    addresses = [reverse(name) for name in PAGES]
    addresses += [reverse(f"companies:{name}", args=keys) for name in OF_ONE]
    for number, address in enumerate(addresses):
        page.goto(address)
        assert page.locator("main h1").count() == 1
        if SHOTS:
            keep(page, f"{number:02}-{address.strip('/').rpartition('/')[2]}-{language}")
        assert_good(page, console)


@pytest.mark.parametrize("language", ["da", "en"])
def test_choosing_a_unit_of_a_company_that_is_not_to_be_used(site, page, console, bakery, language):
    with arranging():
        lise = User.objects.get(username="lise")
        lise.choose_language(language)
        case = CaseFactory(unit=lise.unit, taken_over_on=TODAY, caseworker=lise)
    sign_in(page, "lise", reverse("internships:offer", args=[case.public_id]))
    page.locator("#id_company_search").press_sequentially("sondergard", delay=20)
    page.locator("#company-matches label", has_text="Butikken").click()
    page.locator("input[name=kind][value=internship]").check(force=True)
    page.locator("input[name=offered_on_when][value=today]").check(force=True)

    with refused(page, console):
        page.locator(".panel--form button[type=submit]").click()

    assert page.locator(".error-summary").inner_text().count("Unsafe.") == 1
    if SHOTS:
        page.set_viewport_size({"width": 1440, "height": 900})
        page.screenshot(path=Path(SHOTS) / f"offer-{language}-1440.png", full_page=True)
        page.set_viewport_size({"width": 390, "height": 900})
        page.screenshot(path=Path(SHOTS) / f"offer-{language}-390.png", full_page=True)
    assert violations(page) == []
    page.locator("input[name=despite_barring]").check(force=True)
    page.locator(".panel--form button[type=submit]").click()
    page.wait_for_url(lambda address: "/offer/" not in address)
    assert page.locator("#internships").inner_text().count("Butikken") == 1
    assert console == []


def keep(page, name):
    """What it looks like at a desk and on a phone."""
    for width in (1440, 390):
        page.set_viewport_size({"width": width, "height": 900})
        page.reload()
        page.screenshot(path=Path(SHOTS) / f"{name}-{width}.png", full_page=True)
