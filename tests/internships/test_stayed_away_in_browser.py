"""The pages of days away in a browser: they fit, pass axe, and the letters print."""

from django.urls import reverse
from playwright.sync_api import Page

from internships.models import StayedAway
from tests.axe import assert_good
from tests.browsing import sign_in
from tests.factories import TODAY
from tests.internships.away import decided
from tests.people import arranging


def test_the_story_its_forms_and_its_letters(site, page: Page, console, request):
    with arranging():
        case, caseworker = (request.getfixturevalue(name) for name in ("case", "caseworker"))
        request.getfixturevalue("occupation")
        decided(case, caseworker).arrive(arrived_on=TODAY, today=TODAY, by=caseworker)
        away = StayedAway.objects.get()
    about = [case.public_id, away.public_id]
    sign_in(page, "caseworker", then=reverse("internships:stayed_away", args=about))
    assert_good(page, console)
    for name in ("complain", "arrive"):
        page.goto(reverse("internships:away_step", args=[*about, name]))
        assert_good(page, console)
    for which in ("hearing", "decision"):
        page.goto(reverse("internships:away_letter", args=[*about, which]))
        assert_good(page, console)
    page.goto(reverse("internships:record_stayed_away", args=[case.public_id]))
    assert_good(page, console)
