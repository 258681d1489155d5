"""Who opens the pages of a case, how much of it a mentor sees, and that each opening is logged."""

from datetime import timedelta

import pytest
from pytest_django.asserts import assertContains, assertNotContains

from accounts.day import now
from accounts.models import AccessKind, AccessLog
from accounts.scope import system_scope
from tests.copenhagen_model.case_pages import PAGES, url
from tests.factories import CaseFactory

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("name", PAGES)
def test_a_caseworker_of_the_unit_opens_every_page_of_the_case(signed_in, colleague, case, name):
    response = signed_in(colleague).get(url(case, name))

    assertContains(response, case.person.name)


@pytest.mark.parametrize("name", PAGES)
def test_a_stranger_does_not_learn_that_the_case_exists(signed_in, stranger, case, name):
    assert signed_in(stranger).get(url(case, name)).status_code == 404
    assert not AccessLog.objects.exists()


def test_the_page_and_each_reload_is_one_line_of_the_access_log(signed_in, caseworker, case):
    browser = signed_in(caseworker)
    browser.get(url(case))
    browser.get(url(case))

    [first, second] = AccessLog.objects.filter(case_id=case.pk)
    assert (first.kind, first.page, first.user) == (AccessKind.OPENED, "case", caseworker)
    assert second.page == "case"


def test_a_part_is_an_opening_too_but_not_each_time_it_is_fetched(signed_in, caseworker, case):
    part = url(case, "case_receipt", "internship-started", "city", 1)
    browser = signed_in(caseworker)

    response = browser.get(part, headers={"hx-request": "true"})
    browser.get(part, headers={"hx-request": "true"})

    assertContains(response, "Last day in time: Wed 2 Dec 2026.")
    assert [entry.page for entry in AccessLog.objects.all()] == ["case_receipt"]


def test_a_header_hides_no_opening_of_another_page_or_later(signed_in, caseworker, case):
    browser = signed_in(caseworker)
    browser.get(url(case))
    AccessLog.objects.opened(user=caseworker, case_id=case.pk, unit_id=case.unit_id, page="refugees:notes")

    browser.get(url(case), headers={"hx-request": "true"})
    browser.get(url(case, "refugees:documents"), headers={"hx-request": "true"})
    with system_scope("later", at=now() + timedelta(minutes=16)):
        browser.get(url(case), headers={"hx-request": "true"})

    pages = AccessLog.objects.order_by("pk").values_list("page", flat=True)
    assert list(pages) == ["case", "refugees:notes", "refugees:documents", "case"]


def test_a_mentor_of_the_case_sees_a_slice(signed_in, mentor, case):
    response = signed_in(mentor).get(url(case))

    assertContains(response, case.person.name)
    assertContains(response, "Internship offered: last day in time Wed 2 Dec.")
    assertNotContains(response, case.number)
    assertNotContains(response, "What has happened")


@pytest.mark.parametrize("name", PAGES[1:])
def test_a_mentor_opens_no_other_page_of_the_case(signed_in, mentor, case, name):
    assert signed_in(mentor).get(url(case, name)).status_code == 404


def test_who_opens_no_cases_does_not_learn_of_one(signed_in, administrator, case):
    assert signed_in(administrator).get(url(case)).status_code == 404
    assert not AccessLog.objects.exists()


def test_a_mentor_of_another_person_does_not_learn_that_the_case_exists(signed_in, mentor, unit):
    other = CaseFactory(unit=unit)

    assert signed_in(mentor).get(url(other)).status_code == 404


def test_the_opening_by_a_mentor_is_logged_as_well(signed_in, mentor, case):
    signed_in(mentor).get(url(case))

    assert AccessLog.objects.get().user == mentor
