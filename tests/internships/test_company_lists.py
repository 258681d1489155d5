"""The list of companies: narrowed, turned by key, in as many queries however long; nobody is found in it."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from pytest_django.asserts import assertContains

from internships.models import Agreement, Barring, Company
from tests.factories import TODAY, CompanyFactory, valid_cvr
from tests.internships.forms_of_companies import CALLS, LIST, OPENINGS, url
from tests.internships.relations import contact_with, everything_of, opening_at, person_of, unit_of

pytestmark = pytest.mark.django_db

TOMORROW = TODAY + timedelta(days=1)


def test_the_list_is_narrowed_by_what_the_address_says(lise, company):
    company.describe(name="Invented Bakery", sector="food", languages=["ar"])
    unit_of(company, district="valby")
    opening_at(unit_of(company, district="norrebro"))
    other = CompanyFactory(name="Other Laundry", cvr=valid_cvr(4_000_000))
    Agreement.objects.make(company=other, kind="other", what="A", from_on=TODAY, by=None)
    Barring.objects.impose(company=other, reason="Unsafe.", from_on=TODAY, by=None)

    def names(**query):
        page = lise.get(LIST, query).content.decode()
        return [name for name in ("Invented Bakery", "Other Laundry") if name in page]

    for query in (
        {"q": "bakry"},
        {"district": "valby"},
        {"district": "norrebro"},
        {"sector": "food"},
        {"language": "ar"},
        {"only": "places"},
        {"q": "invented", "district": "valby"},
    ):
        assert names(**query) == ["Invented Bakery"], query
    for query in ({"only": "agreement"}, {"only": "barred"}, {"q": other.cvr}):
        assert names(**query) == ["Other Laundry"], query
    assert names(district="nowhere", only="x") == ["Invented Bakery", "Other Laundry"]
    assert names(q="zzzzzz") == []


def test_the_list_turns_its_pages_by_key(lise, monkeypatch):
    made = [CompanyFactory(name=f"Company {number // 2:02}") for number in range(60)]

    first = lise.get(LIST)
    assertContains(first, "60 companies")
    assert [row.company for row in first.context["rows"]] == made[:50]
    second = lise.get(first.context["next_url"])
    assert [row.company for row in second.context["rows"]] == made[50:]
    back = lise.get(second.context["previous_url"])
    assert [row.company for row in back.context["rows"]] == made[:50]
    assert not back.context["previous_url"]
    assert lise.get(LIST, {"after": "nonsense"}).status_code == 404


def test_every_page_takes_as_many_queries_at_three_companies_as_at_thirty(lise, caseworker):
    def more(number):
        for _ in range(number):
            everything_of(CompanyFactory(), caseworker)

    def queries(address):
        with CaptureQueriesContext(connection) as counted:
            assert lise.get(address).status_code == 200
        return len(counted)

    more(3)
    one = Company.objects.earliest("pk")
    addresses = [LIST, f"{LIST}?q=invented&district=valby", OPENINGS, CALLS, url("company", one)]
    few = [queries(address) for address in addresses]
    more(27)
    for number in range(15):
        opening_at(unit_of(one))
        contact_with(one, caseworker, person=person_of(one), next_on=TOMORROW + timedelta(days=number))

    assert [queries(address) for address in addresses] == few


def test_nobody_finds_a_company_by_the_name_of_a_person(lise, company):
    person_of(company, name="Unmistakable Name")

    assert not lise.get(LIST, {"q": "unmistakable"}).context["rows"]
