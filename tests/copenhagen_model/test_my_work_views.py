"""The views of My work: their addresses, filters and pages."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from copenhagen_model import my_work
from goals.models import Breach
from internships.models import Offer, OfferKind
from tests.copenhagen_model.work_list import OVER, RUNNING, SOON, URL, groups, wait_for
from tests.crowd import crowd
from tests.factories import TODAY, CompanyFactory

pytestmark = pytest.mark.django_db


def test_the_views_have_addresses_and_counts(signed_in, caseworker, case_of):
    case_of(OVER), case_of(RUNNING), case_of(date(2026, 6, 1))
    waiting = case_of(date(2026, 11, 12))
    wait_for(waiting, caseworker, date(2026, 11, 30))
    browser = signed_in(caseworker)

    tabs = browser.get(URL).context["tabs"]

    assert [(tab["url"], tab["count"]) for tab in tabs] == [
        ("/my-work/?view=attention", 2),
        ("/my-work/", 4),
        ("/my-work/?view=arrivals", 2),
        ("/my-work/?view=waiting", 1),
        ("/my-work/?view=unplanned", 3),
    ]
    for tab in tabs:
        page = browser.get(tab["url"])
        assert sum(group.count for group in page.context["groups"]) == tab["count"]
        assert [other["current"] for other in page.context["tabs"]].count(True) == 1


def test_filters_stand_in_the_address_and_are_kept_by_the_form(signed_in, caseworker, case_of):
    late, soon = case_of(OVER), case_of(SOON)
    Offer.objects.make(
        case=soon,
        company=CompanyFactory(),
        kind=OfferKind.INTERNSHIP,
        offered_on=TODAY,
        today=TODAY,
        by=caseworker,
    )
    browser = signed_in(caseworker)

    page = browser.get(f"{URL}?goal=internship-offered")

    assert groups(page) == {"over": [late]}
    assert '<option value="internship-offered" selected' in page.content.decode()
    assert "1 case matches the filter." in page.content.decode()
    assert groups(browser.get(f"{URL}?state=due_soon")) == {"due_soon": [soon]}
    assert "No cases match" in browser.get(f"{URL}?state=no_goal").content.decode()


def test_what_is_no_choice_is_left_out(signed_in, caseworker, case_of):
    case_of(OVER)

    page = signed_in(caseworker).get(f"{URL}?view=x&goal=x&state=x&from=x")

    assert page.status_code == 200
    assert [tab["current"] for tab in page.context["tabs"]] == [False, True, False, False, False]
    assert sum(group.count for group in page.context["groups"]) == 1


def test_htmx_gets_the_list_alone_and_the_list_is_the_same(signed_in, caseworker, case_of):
    case_of(OVER)
    browser = signed_in(caseworker)

    part = browser.get(URL, headers={"HX-Request": "true"}).content.decode().strip()

    assert part.startswith('<div id="list">')
    assert "<h1>" not in part
    assert part in browser.get(URL).content.decode()


@pytest.mark.parametrize(
    ("view", "words"),
    [
        ("attention", "Nothing needs you today"),
        ("all", "You have no cases yet"),
        ("arrivals", "No new arrivals"),
        ("waiting", "You wait for nobody"),
        ("unplanned", "Everybody has a next step"),
    ],
)
def test_an_empty_view_says_why(signed_in, caseworker, view, words):
    assert words in signed_in(caseworker).get(f"{URL}?view={view}").content.decode()


def test_more_than_a_page_of_cases_is_paged_by_urgency(signed_in, caseworker, unit, monkeypatch):
    monkeypatch.setattr(my_work, "PAGE_SIZE", 4)
    crowd(10, unit=unit, caseworker=caseworker)
    browser = signed_in(caseworker)
    everything = [place.case_id for place in my_work.places(caseworker, TODAY)]

    page, seen = browser.get(URL), []
    while True:
        seen += [row.case.pk for group in page.context["groups"] for row in group.rows]
        if not page.context["next_url"]:
            break
        page = browser.get(page.context["next_url"])

    assert seen == everything
    assert browser.get(page.context["previous_url"]).context["previous_url"]


def queries_of(browser):
    with CaptureQueriesContext(connection) as captured:
        page = browser.get(URL)
    assert page.status_code == 200
    return len(captured)


@pytest.mark.slow
def test_the_number_of_queries_is_the_same_at_10_and_at_1000_cases(signed_in, caseworker, unit, mentor):
    crowd(10, unit=unit, caseworker=caseworker, mentor=mentor)
    Breach.objects.flag(TODAY)
    browser = signed_in(caseworker)
    few = queries_of(browser)

    crowd(990, unit=unit, caseworker=caseworker, mentor=mentor)
    while Breach.objects.flag(TODAY):
        pass

    assert sum(group.count for group in browser.get(URL).context["groups"]) <= 1000
    assert queries_of(browser) == few
