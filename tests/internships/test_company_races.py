"""Two colleagues register the same company or the same unit at once: one is kept, the other reads that it is there."""

import threading
from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import connection
from django.urls import reverse

from internships.models import Company, ProductionUnit
from tests.factories import CompanyFactory
from tests.people import arranging

NEW = {"name": "Invented Bakery", "cvr": "13585628", "sector": "food"}
UNIT = {"p_number": "9900000001", "name": "", "address": "Invented Street 1", "district": "valby"}


def both_send(browsers, addresses, said):
    """Two real connections that begin at the same moment."""
    ready = threading.Barrier(2)

    def send(browser, at):
        ready.wait()
        try:
            return browser.post(at, said)
        finally:
            connection.close()

    with ThreadPoolExecutor(2) as threads:
        return list(threads.map(send, browsers, addresses))


@pytest.fixture
def browsers(committed_db, request, signed_in):
    with arranging():
        people = [request.getfixturevalue(name) for name in ("caseworker", "colleague")]
        return [signed_in(who) for who in people]


def test_of_two_who_register_one_company_one_is_told(browsers):
    answers = both_send(browsers, [reverse("companies:new")] * 2, NEW)

    assert sorted(answer.status_code for answer in answers) == [302, 422]
    told = next(answer for answer in answers if answer.status_code == 422)
    assert "This company is already registered." in told.content.decode()
    with arranging():
        assert Company.objects.filter(cvr="13585628").count() == 1


def test_of_two_who_add_one_unit_to_two_companies_one_is_told_whose_it_is(browsers):
    with arranging():
        companies = [CompanyFactory(), CompanyFactory()]
    addresses = [reverse("companies:add_unit", args=[company.public_id]) for company in companies]

    answers = both_send(browsers, addresses, UNIT)

    assert sorted(answer.status_code for answer in answers) == [302, 422]
    told = next(answer for answer in answers if answer.status_code == 422)
    assert "This P-number belongs to another company" in told.content.decode()
    with arranging():
        assert ProductionUnit.objects.filter(p_number=UNIT["p_number"]).count() == 1
