"""Measures from a list in a browser: uploaded, looked at, carried out; My work with days away. The pages pass axe."""

from datetime import timedelta

from django.urls import reverse
from playwright.sync_api import Page, expect

from internships.models import StayedAwayDecision
from tests.axe import assert_good
from tests.browsing import sign_in
from tests.factories import TODAY
from tests.internships.away import heard
from tests.internships.relations import unit_of
from tests.people import arranging

HEADINGS = "Sagsnr.;Nøgle;Art;Sted;CVR-nr.;P-nr.;Startdato;Slutdato;Timer pr. uge;Minutter pr. uge;Afslutning"


def test_a_list_of_measures_from_the_file_to_the_case(site, page: Page, console, request):
    with arranging():
        case, _user, company = (request.getfixturevalue(name) for name in ("case", "caseworker", "company"))
        number = unit_of(company).p_number
    rows = [
        f"{case.number};F1;Virksomhedspraktik;;;{number};16-11-2026;11-12-2026;20;30;",
        f"{case.number};F2;Uddannelse;Opdigtet Skole;;;17-08-2026;30-10-2026;10;;Gennemført som aftalt",
        "KM-99-9999;F3;Virksomhedspraktik;;99040017;;16-11-2026;20-11-2026;38;;",
    ]
    text = "\n".join([HEADINGS, *rows])
    sign_in(page, "caseworker", then=reverse("refugees:staged", args=["measures"]))
    assert_good(page, console)
    page.locator("[name=file]").set_input_files(
        {"name": "measures.csv", "mimeType": "text/csv", "buffer": text.encode()}
    )
    page.locator("main form [type=submit]").click()
    expect(page.locator("h1")).to_have_text("measures.csv")
    assert_good(page, console)

    page.locator("main form [type=submit]").click()

    expect(page.locator("#rows-done")).to_contain_text("(2)")
    assert_good(page, console)


def test_days_away_to_decide_about_stand_in_my_work(site, page: Page, console, request):
    with arranging():
        caseworker, occupation = (request.getfixturevalue(name) for name in ("caseworker", "occupation"))
        heard(occupation.case, caseworker)
        assert StayedAwayDecision.objects.due(TODAY + timedelta(days=1)).count() == 1
    sign_in(page, "caseworker", then=reverse("my_work"))

    expect(page.locator("#days-away .count-chip")).to_have_text("1")
    assert_good(page, console)
    page.locator("#days-away a").click()
    expect(page.locator("h1")).to_contain_text(occupation.case.person.name)
