"""The page of somebody's weekdays, and the people behind a figure of the outcomes, ask the same however many rows."""

from datetime import date, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.factories import TODAY, CaseFactory, CompanyFactory
from tests.internships.recording import url
from tests.internships.test_outcomes import case_of, did

pytestmark = pytest.mark.django_db


def queries_of(browser, address):
    """How many queries the page takes, and the page."""
    with CaptureQueriesContext(connection) as captured:
        page = browser.get(address)
    assert page.status_code == 200
    return len(captured), page


def test_3_and_30_occupations_take_the_same_queries(signed_in, unit, caseworker):
    case = CaseFactory(unit=unit, taken_over_on=date(2023, 1, 2), opened_on=date(2023, 1, 2))
    browser, company = signed_in(caseworker), CompanyFactory()

    def begin(number):
        first = date(2023, 2, 1) + timedelta(days=40 * number)
        occupation = did(case, "internship", first, first + timedelta(days=20))
        company.placements.create(occupation=occupation)

    for number in range(3):
        begin(number)
    few, page = queries_of(browser, url("weekdays", case))
    assert sum(len(row.occupations) for row in page.context["stretches"]) == 3

    for number in range(3, 30):
        begin(number)

    many, page = queries_of(browser, url("weekdays", case))
    assert sum(len(row.occupations) for row in page.context["stretches"]) == 30
    assert many == few


def test_3_and_30_people_behind_a_figure_take_the_same_queries(signed_in, unit, manager):
    browser, address = signed_in(manager), "/outcomes/people/?what=job&after=6m"

    def add(count):
        for _each in range(count):
            did(case_of(unit), "job", TODAY - timedelta(days=300))

    add(3)
    few, page = queries_of(browser, address)
    assert len(page.context["rows"]) == 3

    add(27)

    many, page = queries_of(browser, address)
    assert len(page.context["rows"]) == 30
    assert many == few
