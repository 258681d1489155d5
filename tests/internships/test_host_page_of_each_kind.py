"""The page of a company for every kind that is offered: what it reads, and the start that it tells of."""

from datetime import date

import pytest
from pytest_django.asserts import assertContains, assertNotContains

from internships.models import HostReport, OfferKind, PlacementAgreement
from refugees.models import Occupation, Person
from tests.factories import TODAY
from tests.internships.hosts import link_to, page_of, telling
from tests.internships.kinds import CONTENT, LAST, OF_AN_IGU, given
from tests.internships.recording import today

pytestmark = pytest.mark.django_db

LASTS = dict.fromkeys(OfferKind.values, LAST) | {"job": None}


def agreed(case, caseworker, kind):
    """An offer of that kind, agreed on; what opens the page."""
    offer = given(case, kind)
    content = CONTENT | (OF_AN_IGU if kind == "igu" else {}) | {"until_on": LASTS[kind], "from_on": TODAY}
    PlacementAgreement.objects.draw_up(offer=offer, today=TODAY, by=caseworker, **content)
    return link_to(offer, caseworker)


@pytest.mark.parametrize("kind", OfferKind.values)
def test_the_company_reads_what_it_is_and_tells_of_the_start(host, case, caseworker, kind):
    secret = agreed(case, caseworker, kind)
    assertContains(host.get(page_of(secret)), OfferKind(kind).label)

    host.post(page_of(secret, "started"), telling("started", today("started_on")))

    begun = Occupation.objects.get()
    assert (begun.kind, begun.planned_last_on, begun.minutes_a_week) == (kind, LASTS[kind], 32 * 60)
    assert HostReport.objects.get().hindrance == ""
    assert host.get(page_of(secret)).status_code == 200


def test_an_igu_that_a_rule_forbids_waits_for_the_caseworker_and_the_company_is_not_told_why(
    host, case, caseworker
):
    """BEK 1825/2023: whoever begins an IGU is between 18 and 49 years old."""
    secret = agreed(case, caseworker, "igu")
    Person.objects.filter(pk=case.person_id).update(born_on=date(1950, 1, 1))

    answer = host.post(page_of(secret, "started"), telling("started", today("started_on")), follow=True)

    assert not Occupation.objects.exists()
    assert HostReport.objects.get().hindrance == "other"
    assertNotContains(answer, "years old")
