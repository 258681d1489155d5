"""Contracts, days away and talks from a list in a browser: what each row would do, carried out. The pages pass axe."""

import pytest
from django.urls import reverse
from playwright.sync_api import Page, expect

from accounts.scope import user_scope
from refugees.models import Talk
from tests.axe import assert_good
from tests.browsing import sign_in
from tests.factories import TODAY
from tests.people import arranging
from tests.refugees.test_talks_taken_in import cells, taken_in

LISTS = {
    "contracts": [
        "Sagsnr.;Nøgle;Mål;Aktiviteter;Underskrevet af borger;Underskrevet af kommunen;Erklæring underskrevet",
        "{case};K1;Arbejde i et køkken;Danskuddannelse: Opdigtet Sprogskole | Mentor;16-11-2026;16-11-2026;16-11-2026",
        "{case};K2;Arbejde;Mentor;;20-11-2026;20-11-2026",
    ],
    "absences": [
        "Sagsnr.;Nøgle;Art;Første dag;Sidste dag;Oplyst af;Oplyst den",
        "{case};F1;Virksomhedspraktik;17-11-2026;18-11-2026;Virksomheden;18-11-2026",
        "{case};F2;Uddannelse;17-11-2026;;Borgeren;17-11-2026",
    ],
}


@pytest.mark.parametrize("kind", LISTS)
def test_a_list_from_the_file_to_the_case(site, page: Page, console, request, kind):
    with arranging():
        case, _occupation = (request.getfixturevalue(name) for name in ("case", "occupation"))
    text = "\n".join(LISTS[kind]).format(case=case.number)
    sign_in(page, "caseworker", then=reverse("refugees:staged", args=[kind]))
    assert_good(page, console)
    page.locator("[name=file]").set_input_files(
        {"name": f"{kind}.csv", "mimeType": "text/csv", "buffer": text.encode()}
    )
    page.locator("main form [type=submit]").click()
    expect(page.locator("#rows-cannot")).to_contain_text("(1)")
    expect(page.locator("#rows-new")).to_contain_text("(1)")
    assert_good(page, console)

    page.locator("main form [type=submit]").first.click()

    expect(page.locator("#rows-done")).to_contain_text("(1)")
    assert_good(page, console)
    page.locator("tr:has-text('Recorded') a").first.click()
    expect(page.locator("h1")).to_contain_text(case.person.name)
    assert_good(page, console)


def test_what_a_list_tells_anew_is_shown_before_it_is_taken_over(site, page: Page, console, request):
    with arranging():
        case, lise = (request.getfixturevalue(name) for name in ("case", "caseworker"))
    with user_scope(lise):
        taken_in(lise, cells(case, key="S1")).carry_out(by=lise, today=TODAY)
        staged = taken_in(lise, cells(case, key="S1", agreement="Sends two CVs.", form="digitally"))
    sign_in(page, "caseworker", then=reverse("refugees:staged_list", args=["talks", staged.public_id]))
    expect(page.locator("#rows-changed")).to_contain_text("(1)")
    expect(page.locator("del").last).to_have_text("Sends the CV.")
    assert_good(page, console)

    page.locator("main form [type=submit]").first.click()

    expect(page.locator("#rows-done")).to_contain_text("(1)")
    with user_scope(lise):
        assert Talk.objects.get().agreement == "Sends two CVs."
