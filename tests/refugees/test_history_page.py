"""What has happened, page by page, and who opened the case."""

from datetime import date, timedelta

import pytest
from django.contrib.staticfiles import finders
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from pytest_django.asserts import assertContains, assertNotContains

from accounts.models import AccessLog
from internships.models import Offer
from refugees import verbs
from refugees.models import CaseLine
from refugees.timeline import PAGE_SIZE
from refugees.verbs import Topic
from tests.factories import TODAY, CompanyFactory

pytestmark = pytest.mark.django_db


def url(case, name="history", query=""):
    return reverse(f"refugees:{name}", args=[case.public_id]) + query


@pytest.fixture
def lise(signed_in, caseworker):
    return signed_in(caseworker)


@pytest.fixture
def offer(case, caseworker):
    return Offer.objects.make(
        case=case,
        company=CompanyFactory(name="Invented Bakery"),
        kind="internship",
        offered_on=date(2026, 11, 10),
        today=TODAY,
        by=caseworker,
    )


def test_the_latest_comes_first_with_who_and_when(lise, case, offer, caseworker):
    response = lise.get(url(case))

    page = response.content.decode()
    assert page.index("Company internship offered") < page.index("Case opened")
    assertContains(response, "Mon 23 Nov at")
    assertContains(response, caseworker.name)


def test_a_line_says_when_it_happened_if_that_was_another_day(lise, case, offer):
    response = lise.get(url(case))

    assertContains(response, "Invented Bakery\nOn Tue 10 Nov 2026")


def test_a_declined_offer_says_why(lise, case, offer, caseworker):
    offer.record_answer(answer="declined", on=TODAY, today=TODAY, by=caseworker, reason="Too far away.")

    response = lise.get(url(case))

    assertContains(response, "Answer to the offer: Declined by the person")
    assertContains(response, "Reason: Too far away.")


def test_a_reason_given_earlier_stays_with_its_line(lise, case, offer, caseworker):
    offer.record_answer(answer="declined", on=TODAY, today=TODAY, by=caseworker, reason="Too far away.")
    offer.record_answer(answer="withdrawn", on=TODAY, today=TODAY, by=caseworker, reason="Closed down.")

    response = lise.get(url(case))

    assertContains(response, "Reason: Too far away.", count=1)
    assertContains(response, "Reason: Closed down.", count=1)


def test_the_filter_stands_in_the_address_and_leaves_what_is_about_goals(lise, case, offer):
    response = lise.get(url(case, query="?show=goals"))

    assertContains(response, "Company internship offered")
    assertNotContains(response, "Case opened")
    assertContains(response, f'href="{url(case)}?show=goals" aria-current="true"')


def test_a_filter_that_finds_nothing_says_so(lise, case):
    response = lise.get(url(case, query="?show=notes"))

    assertContains(response, "Nothing has happened yet.")


def test_an_unknown_filter_shows_everything(lise, case):
    assertContains(lise.get(url(case, query="?show=secrets")), "Case opened")


def lines(case, count):
    moment = case.lines.latest("at").at
    CaseLine.objects.bulk_create(
        CaseLine(
            case=case, verb="household", happened_on=TODAY, at=moment + timedelta(seconds=number), details={}
        )
        for number in range(1, count + 1)
    )


def test_a_long_history_has_pages(lise, case):
    lines(case, PAGE_SIZE + 3)

    first, second = lise.get(url(case)), lise.get(url(case, query="?page=2"))

    assertContains(first, "Household changed", count=PAGE_SIZE)
    assertContains(first, "?page=2")
    assertContains(second, "Household changed", count=3)
    assertContains(second, "Case opened")
    assertContains(second, "?page=1")


@pytest.mark.parametrize("page", ["0", "-1", "x", "999999999"])
def test_a_page_that_cannot_be_is_not_found(lise, case, page):
    assert lise.get(url(case, query=f"?page={page}")).status_code == 404
    assert lise.get(url(case, "access_log", f"?page={page}")).status_code == 404


def test_the_history_takes_the_same_queries_however_long_it_is(lise, case, django_assert_num_queries):
    lines(case, 10)
    with CaptureQueriesContext(connection) as few:
        lise.get(url(case))
    lines(case, 1000)

    with django_assert_num_queries(len(few)):
        lise.get(url(case))


def test_the_access_log_shows_who_opened_what(lise, signed_in, case, colleague):
    signed_in(colleague).get(reverse("case", args=[case.public_id]))

    response = lise.get(url(case, "access_log"))

    assertContains(response, colleague.name)
    assertContains(response, "Overview</span>")
    assertContains(response, "Access log</span>")


def test_a_search_is_no_opening_of_this_case(lise, case, caseworker):
    AccessLog.objects.searched(user=caseworker, criterion="yonas", found=3, page="search")

    assertNotContains(lise.get(url(case, "access_log")), "yonas")


def test_a_long_access_log_has_pages(lise, case, caseworker):
    for _ in range(51):
        AccessLog.objects.opened(user=caseworker, case_id=case.pk, unit_id=case.unit_id, page="case")

    assertContains(lise.get(url(case, "access_log")), "?page=2")
    assertContains(lise.get(url(case, "access_log", "?page=2")), "?page=1")


@pytest.mark.parametrize("name", ["history", "access_log"])
def test_who_does_not_work_on_the_case_sees_neither(name, signed_in, mentor, administrator, stranger, case):
    assert signed_in(mentor).get(url(case, name)).status_code == 404
    assert signed_in(administrator).get(url(case, name)).status_code == 404
    assert signed_in(stranger).get(url(case, name)).status_code == 404
    assert not AccessLog.objects.exists()


def test_every_line_has_a_shape_that_exists():
    sprite = finders.find("vendor/dkfds/img/all-svg-icons.svg")
    with open(sprite) as file:
        shapes = file.read()

    missing = {verb for verb in verbs._verbs if f'id="{verbs.icon(verb)}"' not in shapes}

    assert missing == set()


def test_the_lines_of_the_engine_and_of_the_pillars_are_about_goals():
    about_goals = set(verbs.verbs_of(Topic.GOALS))

    assert {"breach-opened", "internship-offered", "occupation-started", "readiness"} <= about_goals
    benefit = {"benefit", "benefit-corrected", "benefit-withdrawn"}
    talks = {"talk-held", "talk-not-held", "talk-corrected", "talk-taken-back"}
    assert benefit | talks <= about_goals
    assert "case-opened" not in about_goals
