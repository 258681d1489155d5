"""The page of one case: who may open it, what it shows, what a mentor sees of it."""

import pytest
from django.urls import reverse
from pytest_django.asserts import assertContains, assertNotContains

from accounts.models import AccessKind, AccessLog

pytestmark = pytest.mark.django_db

PAGES = ["case", "refugees:dates", "refugees:history", "refugees:access_log"]


def url(case, name="case", *args):
    return reverse(name, args=[case.public_id, *args])


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


def test_a_part_that_htmx_fetches_is_no_opening(signed_in, caseworker, case):
    part = url(case, "case_receipt", "internship-started", "city", "takeover")

    response = signed_in(caseworker).get(part, headers={"hx-request": "true"})

    assertContains(response, "Last day in time: Wed 2 Dec 2026.")
    assert not AccessLog.objects.exists()


def test_a_mentor_of_the_case_sees_a_slice(signed_in, mentor, case):
    response = signed_in(mentor).get(url(case))

    assertContains(response, case.person.name)
    assertContains(response, "Internship offered: last day in time Wed 2 Dec.")
    assertNotContains(response, case.number)
    assertNotContains(response, "What has happened")


@pytest.mark.parametrize("name", PAGES[1:])
def test_a_mentor_opens_no_other_page_of_the_case(signed_in, mentor, case, name):
    assert signed_in(mentor).get(url(case, name)).status_code == 403
