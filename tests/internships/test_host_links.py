"""The link for a company, on the case: made for somebody, shown once, replaced and revoked."""

import re
from datetime import date, timedelta

import pytest
from django.test import Client
from django.urls import reverse
from pytest_django.asserts import assertContains, assertNotContains, assertRedirects

from internships.models import HostLink
from internships.models.host_link import suggested_end
from tests.factories import TODAY
from tests.forms import no_day, on
from tests.internships.hosts import link_to, page_of
from tests.internships.recording import url
from tests.internships.relations import person_of

pytestmark = pytest.mark.django_db

UNTIL = TODAY + timedelta(weeks=8)
FORM = {"contact": "", "contact_name": "", "call_name": "Lise Invented", "call_phone": "12 34 56 78"}


def test_a_link_for_a_contact_person_is_shown_this_once(lise, case, company, offer, caseworker):
    bente = person_of(company, name="Bente Baker", job="Foreman")
    assertContains(lise.get(url("make_link", case, offer)), "Bente Baker, Foreman")

    response = lise.post(
        url("make_link", case, offer), FORM | {"contact": str(bente.public_id)} | on("valid_until", UNTIL)
    )

    link = HostLink.objects.get()
    assert (link.contact_name, link.valid_until, link.made_by) == ("Bente Baker", UNTIL, caseworker)
    [secret] = set(re.findall(r"/host/([\w-]+)/", response.content.decode()))
    assert HostLink.objects.behind(secret) == link
    assert Client().get(page_of(secret)).status_code == 200
    page = lise.get(reverse("case", args=[case.public_id]))
    assertContains(page, "Link for Bente Baker, valid until")
    assertNotContains(page, secret)


def test_a_link_for_somebody_who_is_not_on_the_list(lise, case, offer):
    lise.post(
        url("make_link", case, offer), FORM | {"contact_name": "Vagn Washer"} | on("valid_until", UNTIL)
    )

    assert HostLink.objects.get().contact_name == "Vagn Washer"


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        (on("valid_until", UNTIL), "Choose or write for whom the link is, one of the two."),
        ({"contact_name": "A"} | no_day("valid_until"), "Choose or write a day."),
        ({"contact_name": "A"} | on("valid_until", TODAY - timedelta(days=1)), "for a year at most"),
        ({"contact_name": "A"} | on("valid_until", date(2027, 11, 25)), "for a year at most"),
        ({"contact_name": "A", "call_phone": ""} | on("valid_until", UNTIL), "Write the telephone number."),
    ],
)
def test_a_form_that_is_not_in_order_makes_no_link(lise, case, offer, typed, sentence):
    response = lise.post(url("make_link", case, offer), FORM | typed)

    assertContains(response, sentence, status_code=422)
    assert not HostLink.objects.exists()


def test_a_new_link_replaces_the_one_before(lise, case, offer, caseworker):
    first = link_to(offer, caseworker)

    second = link_to(offer, caseworker)

    assert Client().get(page_of(first)).status_code == 410
    assert Client().get(page_of(second)).status_code == 200


def test_a_revoked_link_leads_nowhere(lise, case, offer, caseworker):
    secret = link_to(offer, caseworker)
    link = HostLink.objects.get()

    response = lise.post(url("revoke_link", case, link), {})

    assertRedirects(response, reverse("case", args=[case.public_id]))
    link.refresh_from_db()
    assert link.revoked_by == caseworker
    assert Client().get(page_of(secret)).status_code == 410


def test_a_colleague_elsewhere_learns_of_no_link(signed_in, stranger, case, offer, caseworker):
    link_to(offer, caseworker)
    link = HostLink.objects.get()

    response = signed_in(stranger).post(url("revoke_link", case, link), {})

    assert response.status_code == 404
    link.refresh_from_db()
    assert link.revoked_at is None


@pytest.mark.parametrize(
    ("planned_last_on", "end"),
    [
        (date(2026, 12, 13), date(2027, 1, 10)),
        (date(2026, 11, 1), TODAY + timedelta(weeks=4)),
        (None, TODAY + timedelta(weeks=16)),
        (date(2028, 1, 1), TODAY + timedelta(days=366)),
    ],
)
def test_until_when_a_link_is_usually_valid(offer, planned_last_on, end):
    assert suggested_end(offer, planned_last_on, TODAY) == end
