"""The page of a company: what it shows and what not, and who gets in."""

import re
import uuid
from datetime import date, timedelta

import pytest
from django.test import Client
from django.urls import reverse
from pytest_django.asserts import assertContains, assertNotContains

from accounts.models import AccessLog
from internships.models import HostLink, HostReport, Offer
from refugees.models import CaseLine, Occupation
from tests.factories import TODAY, CaseFactory, CompanyFactory
from tests.internships.hosts import agreement_on, link_to, page_of, telling
from tests.internships.recording import OFFERED, today

pytestmark = pytest.mark.django_db


def test_the_page_shows_what_the_company_must_know(host, case, offer, secret):
    response = host.get(page_of(secret))

    for words in ("Invented Bakery", case.person.given_name, "20 h", "Bake bread.", "Bente Baker"):
        assertContains(response, words)
    assertContains(response, "Lise Invented")
    assertContains(response, 'href="tel:+4512345678"')
    assertContains(response, "Mon 16 Nov")
    assertContains(response, "Sun 13 Dec")
    assert response.headers["Cache-Control"] == "no-store"
    assert response.headers["X-Robots-Tag"] == "noindex, nofollow"
    assert response.headers["Referrer-Policy"] == "strict-origin"
    assert "default-src 'none'" in response.headers["Content-Security-Policy"]


def test_what_was_recorded_of_the_start_is_what_the_page_says(host, case, secret, occupation):
    occupation.state_hours(minutes=25 * 60, today=TODAY, by=None)

    response = host.get(page_of(secret))

    assertContains(response, "25 h")
    assertNotContains(response, "Has ")


@pytest.mark.parametrize(
    "address",
    ["nobody-made-this", "x" * 43, "0" * 200, "%C3%A6%C3%B8%C3%A5"],
)
def test_an_address_that_nobody_made_always_gets_the_same_answer(host, secret, address):
    answers = [
        host.get(f"/host/{address}/"),
        host.get("/host/another-one/"),
        host.post(f"/host/{address}/started/"),
    ]

    assert {answer.status_code for answer in answers} == {404}
    assert len({_without_what_differs(answer) for answer in answers[:2]}) == 1
    assert answers[0].headers["Cache-Control"] == "no-store"
    assert not HostReport.objects.exists()


def _without_what_differs(answer):
    """Without the address itself, and the tokens against forged forms, which differ each time."""
    return re.sub(r'(csrfmiddlewaretoken|next)" value="[^"]*"', "", answer.content.decode())


def test_whoever_tries_many_addresses_is_held_back_for_a_while_and_nobody_else(host, secret):
    for number in range(21):
        assert host.get(f"/host/wrong-{number}/").status_code == 404

    assert host.get("/host/wrong-again/").status_code == 429
    assert host.get(page_of(secret)).status_code == 429
    assert host.get(page_of(secret), REMOTE_ADDR="192.0.2.7").status_code == 200


@pytest.mark.parametrize("how", ["expired", "revoked", "closed"])
def test_a_link_that_is_no_longer_in_use_says_whom_to_call_and_nothing_else(
    host, case, offer, secret, caseworker, how
):
    link = HostLink.objects.get()
    if how == "expired":
        HostLink.objects.update(valid_until=TODAY - timedelta(days=1))
    elif how == "revoked":
        link.revoke(on=TODAY, by=caseworker)
    else:
        case.close(on=TODAY, reason="moved", by=caseworker)

    for address in (page_of(secret), page_of(secret, "started")):
        response = host.get(address)
        assertContains(response, "This link is no longer in use", status_code=410)
        assertContains(response, "Lise Invented", status_code=410)
        assertNotContains(response, case.person.given_name, status_code=410)
        assertNotContains(response, "Bake bread.", status_code=410)
    refused = host.post(page_of(secret, "started"), telling("started", today("started_on")))
    assert refused.status_code == 410
    assert not Occupation.objects.exists()


def test_on_its_last_day_a_link_still_leads_to_the_page(host, secret):
    HostLink.objects.update(valid_until=TODAY)

    assert host.get(page_of(secret)).status_code == 200


def test_opening_the_page_stands_in_the_access_log_once_in_a_while(host, lise, case, secret):
    host.get(page_of(secret))
    host.get(page_of(secret))

    read = AccessLog.objects.get(kind="by-company")
    assert (read.user, read.case_id, read.unit_id) == (None, case.pk, case.unit_id)
    log = lise.get(reverse("refugees:access_log", args=[case.public_id]))
    assertContains(log, "Bente Baker, Invented Bakery")
    assertContains(log, "Opened the page of a company")


def test_the_host_chooses_the_language(secret):
    host = Client()
    assertContains(host.get(page_of(secret)), "Er ")

    host.post(reverse("accounts:language"), {"language": "en", "next": page_of(secret)})

    assertContains(host.get(page_of(secret)), "Confirm the agreement")


def test_the_secret_is_kept_nowhere(secret, case):
    link = HostLink.objects.get()

    assert secret not in link.digest
    events = HostLink.pgh_event_model.objects.values()
    assert secret not in str(list(events))
    assert secret not in str(list(CaseLine.objects.values("details")))


def test_somebody_at_another_company_learns_nothing_of_this_one(host, unit, case, offer, secret, caseworker):
    other_case = CaseFactory(unit=unit, taken_over_on=date(2026, 11, 2), caseworker=caseworker)
    other = Offer.objects.make(
        case=other_case,
        company=CompanyFactory(name="Invented Laundry"),
        kind="internship",
        offered_on=OFFERED,
        today=TODAY,
        by=caseworker,
    )
    agreement_on(other, tasks="Fold sheets.", supervisor="Vagn Washer")
    theirs = link_to(other, caseworker, contact_name="Vagn Washer", call_name="Another Colleague")

    here, there = host.get(page_of(secret)), host.get(page_of(theirs))

    for words in ("Invented Laundry", "Fold sheets.", "Vagn Washer", "Another Colleague"):
        assertContains(there, words)
        assertNotContains(here, words)
    for words in ("Invented Bakery", "Bake bread.", "Bente Baker"):
        assertNotContains(there, words)


def test_the_page_takes_the_same_queries_whatever_else_there_is(
    host, unit, case, offer, secret, caseworker, django_assert_max_num_queries
):
    host.get(page_of(secret))  # the opening is logged once in a while
    with django_assert_max_num_queries(40) as few:
        host.get(page_of(secret))
    for number in range(5):
        other = CaseFactory(unit=unit, taken_over_on=date(2026, 11, 2), caseworker=caseworker)
        elsewhere = Offer.objects.make(
            case=other,
            company=offer.company,
            kind="internship",
            offered_on=OFFERED,
            today=TODAY,
            by=caseworker,
        )
        link_to(elsewhere, caseworker, contact_name=f"Invented {number}")
        HostReport.objects.tell_worry(
            link=HostLink.objects.behind(secret), key=uuid.uuid4(), kind="late", words="A.", today=TODAY
        )
    with django_assert_max_num_queries(40) as many:
        host.get(page_of(secret))

    assert len(many) == len(few)
