"""The screens of intake in a real browser: widths, axe, no message; a list uploaded, mended, confirmed."""

import pytest
from playwright.sync_api import Page, expect

from accounts.models import User
from refugees.models import Case, IntakeList
from tests.axe import assert_good, violations
from tests.browsing import sign_in
from tests.factories import CaseFactory, PersonFactory, UnitFactory, UserFactory
from tests.people import arranging
from tests.refugees.lists import PERSON, as_file, somebody, taken_in


@pytest.fixture
def lise(site) -> User:
    """A caseworker whose unit knows somebody like one on the list."""
    with arranging():
        unit = UnitFactory(name="Integration, Valby")
        lise = UserFactory(username="lise", name="Lise Invented", unit=unit)
        UserFactory(username="mette", name="Mette Invented", role="team_lead", unit=unit)
        person = PersonFactory(unit=unit, given_name="Ahmed", family_name="Alhassan", born_on="1990-12-24")
        CaseFactory(unit=unit, person=person)
        return lise


def a_list(user: User) -> IntakeList:
    """New people, somebody likely known, a wrong row, an allocation on the first."""
    with arranging():
        return taken_in(
            user,
            PERSON | {"CPR-nr": "", "Udl.nr.": ""},
            PERSON | {"Fornavn": "Selam", "Udl.nr.": "1", "CPR-nr": "", "Født": "31-02-1990"},
            *(somebody(number, **{"Familie-id": f"F{number // 3}"}) for number in range(6)),
            somebody(7, Visiteret="01-10-2026", **{"CPR-nr": "080780-1234"}),
            name="visiterede-uge-40.csv",
        )


def test_every_page_fits_and_passes_axe_at_every_width(lise, page: Page, console):
    found = a_list(lise)
    sign_in(page, "lise")
    url = f"/intake/{found.public_id}/"

    for address in (
        "/intake/",
        url,
        f"{url}?show=create",
        f"{url}?show=cannot",
        f"{url}rows/2/",
        f"{url}rows/3/",
        f"{url}discard/",
        "/cases/new/",
    ):
        page.goto(address)
        assert_good(page, console)
    page.goto(f"{url}discard/")
    with page.expect_navigation():
        page.get_by_role("button", name="Discard the list").click()
    page.goto(f"{url}rows/2/")
    expect(page.get_by_role("heading", level=1)).to_have_text("The list is discarded")
    assert violations(page) == []
    assert [message for message in console if "410 (Gone)" not in message] == []
    console.clear()
    page.goto(url)
    assert_good(page, console)


def test_a_list_is_uploaded_mended_decided_and_confirmed(lise, page: Page):
    file = as_file(PERSON | {"CPR-nr": "", "Udl.nr.": ""}, somebody(1) | {"Født": "31-02-1990"}, somebody(2))
    sign_in(page, "lise", then="/intake/")
    page.set_input_files("input[type=file]", {"name": "liste.csv", "mimeType": "text/csv", "buffer": file})
    page.get_by_role("button", name="Read the list").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("liste.csv")

    page.get_by_role("link", name="Ahmad Al-Hassan").click()
    page.get_by_role("button", name="It is another person").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Invented00001 Person1x")
    page.get_by_label("Date of birth").fill("28-02-1990")
    page.get_by_role("button", name="Save the row").click()
    page.get_by_role("button", name="Confirm 3 rows").click()

    expect(page.get_by_role("heading", name="3 cases opened")).to_be_visible()
    with arranging():
        assert Case.objects.count() == 4


def test_a_new_case_is_opened_after_the_search_showed_who_is_known(lise, page: Page, console):
    sign_in(page, "lise", then="/cases/new/")
    page.get_by_label("Given name").fill("Ahmad")
    page.get_by_label("Family name").fill("Al-Hassan")
    for name, text in (("day", "24"), ("month", "12"), ("year", "1990")):
        page.locator(f"input[name=born_on_{name}]").fill(text)
    page.get_by_role("button", name="Look for the person").click()
    expect(page.get_by_text("Probably known already")).to_be_visible()
    assert_good(page, console)

    page.get_by_label("Permit ground").select_option("quota")
    page.get_by_role("button", name="Open the case").click()

    expect(page.get_by_text("is opened.")).to_be_visible()


def test_a_worker_reads_a_long_list_while_the_page_shows_how_far_it_is(lise, page: Page, celery_worker):
    file = as_file(*(somebody(number) for number in range(700)))
    sign_in(page, "lise", then="/intake/")
    page.set_input_files("input[type=file]", {"name": "lang.csv", "mimeType": "text/csv", "buffer": file})
    page.get_by_role("button", name="Read the list").click()

    page.get_by_role("link", name="Show the list").click(timeout=60_000)
    expect(page.get_by_text("700 rows are new people.")).to_be_visible()


def test_search_from_the_head_finds_people_and_leaves_no_trace_in_the_address(lise, page: Page, console):
    sign_in(page, "lise", then="/intake/")
    page.locator("#search-everywhere").fill("alhassan ahmed 24-12-1990")
    page.locator("#search-everywhere").press("Enter")

    expect(page.get_by_text("1 person found.")).to_be_visible()
    assert page.url.endswith("/search/")
    assert_good(page, console)
