"""Every kind that a company has places for is offered, agreed, begun, extended and ended through the same verbs.

Only an internship and a wage-subsidy job are the company-oriented offers of the law (INL §§ 23 b, 23 c).
"""

from datetime import date, timedelta

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse
from pytest_django.asserts import assertContains, assertRedirects

from goals.models import Clock
from internships import afterwards
from internships.models import Answer, Offer, Placement, PlacementAgreement, PlacementExtension
from internships.panel import under_way
from refugees.models import Occupation, OccupationKind
from refugees.occupation_kinds import COMPANY_OFFERS
from tests.factories import TODAY
from tests.forms import no_day, on
from tests.internships.kinds import BEGUN, COUNTED, GIVEN, KINDS, LAST, NOT_COUNTED, content_of, given
from tests.internships.recording import OFFER, nothing_planned, today, url
from tests.internships.relations import opening_at, unit_of

pytestmark = pytest.mark.django_db


def taken(offer):
    offer.opening.refresh_from_db()
    return offer.opening.taken


def clock(case, goal):
    return Clock.objects.get(case=case, goal=goal, occurrence="takeover")


def test_what_is_offered_is_what_somebody_does_but_for_an_education():
    assert set(KINDS) == set(OccupationKind.values) - {"education"}
    assert set(COUNTED) == set(COMPANY_OFFERS)


@pytest.mark.parametrize("kind", KINDS)
def test_each_kind_goes_from_the_offer_to_the_end_through_the_same_verbs(case, caseworker, kind):
    offer = given(case, kind)
    assert (offer.kind, taken(offer)) == (kind, 1)

    offer.record_answer(answer=Answer.ACCEPTED, on=GIVEN, today=TODAY, by=caseworker)
    agreement = PlacementAgreement.objects.draw_up(
        offer=offer, today=TODAY, by=caseworker, **content_of(kind)
    )
    agreement.sign(
        today=TODAY,
        by=caseworker,
        person_signed_on=BEGUN,
        company_signed_on=BEGUN,
        company_signed_by="Invented Baker",
        city_signed_on=BEGUN,
    )
    begun = Placement.objects.start(
        case=case,
        company=offer.company,
        kind=kind,
        on=BEGUN,
        today=TODAY,
        by=caseworker,
        offer=offer,
        planned_last_on=LAST,
        minutes_a_week=32 * 60,
    ).occupation
    PlacementExtension.objects.agree(
        occupation=begun,
        to_on=LAST + timedelta(days=1),
        ground="within",
        is_meant=True,
        today=TODAY,
        by=caseworker,
    )
    begun.end(on=TODAY, ending="completed", today=TODAY, by=caseworker)

    assert (agreement.kind, agreement.signed_on) == (kind, BEGUN)
    begun.refresh_from_db()
    assert (begun.kind, begun.planned_last_on, begun.last_on) == (kind, LAST + timedelta(days=1), TODAY)
    assert taken(offer) == 1
    verbs = set(case.lines.values_list("verb", flat=True))
    assert {"internship-offered", "occupation-started", "placement-extended", "occupation-ended"} <= verbs


@pytest.mark.parametrize("kind", KINDS)
def test_a_place_of_each_kind_is_given_back_by_what_comes_to_nothing(case, caseworker, kind):
    offer = given(case, kind)

    offer.record_answer(answer=Answer.WITHDRAWN, on=TODAY, today=TODAY, by=caseworker)

    assert taken(offer) == 0


@pytest.mark.parametrize("kind", KINDS)
def test_each_kind_is_offered_without_an_opening_on_the_screen(lise, case, company, kind):
    response = lise.post(url("offer", case), OFFER | {"kind": kind})

    assertRedirects(response, reverse("case", args=[case.public_id]))
    assert Offer.objects.get().kind == kind


@pytest.mark.parametrize("kind", KINDS)
def test_each_kind_is_offered_from_an_opening_on_the_screen(lise, case, company, kind):
    opening = opening_at(unit_of(company), kind=kind)
    address = reverse("internships:offer_place", args=[case.public_id, opening.public_id])
    is_said = "no company-oriented offer in the sense of the law" in lise.get(address).content.decode()
    assert is_said == (kind in NOT_COUNTED)

    response = lise.post(address, today("offered_on") | nothing_planned())

    assertRedirects(response, reverse("case", args=[case.public_id]))
    opening.refresh_from_db()
    assert (Offer.objects.get().kind, opening.taken) == (kind, 1)


@pytest.mark.parametrize(("kind", "counts"), [(kind, kind in COUNTED) for kind in KINDS])
def test_only_what_the_law_calls_company_oriented_meets_the_promise_of_an_offer(case, kind, counts):
    """INL §§ 23 b, 23 c: internship and wage subsidy. An IGU is no offer under that act, community work is § 23 g."""
    given(case, kind)

    met_on = clock(case, "internship-offered").met_on

    assert met_on == (GIVEN if counts else None)


@pytest.mark.parametrize(("kind", "counts"), [(kind, kind != "community-work") for kind in KINDS])
def test_a_planned_start_counts_where_the_start_itself_would(case, caseworker, kind, counts):
    offer = given(case, kind, planned_start_on=date(2026, 12, 20))

    planned = clock(case, "internship-started").planned_on
    assert planned == (date(2026, 12, 20) if counts else None)
    Placement.objects.start(
        case=case, company=offer.company, kind=kind, on=BEGUN, today=TODAY, by=caseworker, offer=offer
    )
    assert clock(case, "internship-started").met_on == (BEGUN if counts else None)


@pytest.mark.parametrize("kind", KINDS)
def test_the_gap_begins_after_a_company_oriented_offer_and_after_nothing_else(case, caseworker, kind):
    offer = given(case, kind)
    begun = Placement.objects.start(
        case=case, company=offer.company, kind=kind, on=BEGUN, today=TODAY, by=caseworker, offer=offer
    )
    begun.occupation.end(on=TODAY, ending="completed", today=TODAY, by=caseworker)

    gaps = [facts for facts in afterwards.read_facts([case.pk]) if facts.goal == afterwards.GAP]
    assert bool(gaps) == (kind in COUNTED)


@pytest.mark.parametrize("waiting", NOT_COUNTED)
def test_what_waits_for_an_answer_keeps_nobody_from_the_offer_that_the_law_asks_for(case, waiting):
    given(case, waiting)

    given(case, "internship")

    assert clock(case, "internship-offered").met_on == GIVEN
    with pytest.raises(ValidationError, match="The last offer of this kind has not been answered yet"):
        given(case, waiting)
    with pytest.raises(ValidationError, match="The last offer has not been answered yet"):
        given(case, "wage-subsidy")


def test_while_the_law_still_asks_for_an_offer_it_comes_before_the_answer_to_another(lise, case):
    given(case, "community-work")

    page = lise.get(reverse("case", args=[case.public_id]))

    assertContains(page, "Offer an internship</a>")


@pytest.mark.parametrize("kind", KINDS)
def test_the_promise_of_a_start_leads_to_an_offer_that_would_keep_it(lise, case, kind):
    offer = given(case, kind)

    links = lise.get(reverse("case", args=[case.public_id])).content.decode()

    leads = (
        f'href="{url("start_elsewhere", case)}"' if kind == "community-work" else url("start", case, offer)
    )
    assert leads in links
    assert under_way(case) == (None if kind == "community-work" else offer)


def test_an_igu_right_after_a_job_at_the_same_unit_is_refused_when_it_begins_on_an_offer(
    lise, case, caseworker
):
    """BEK 1825/2023: three months between an ordinary job and an IGU at the same P-number."""
    offer = given(case, "igu")
    job = Placement.objects.start(
        case=case, company=offer.company, unit=offer.unit, kind="job", on=GIVEN, today=TODAY, by=caseworker
    )
    job.occupation.end(on=date(2026, 11, 13), ending="completed", today=TODAY, by=caseworker)

    refused = lise.post(url("start", case, offer), on("started_on", TODAY) | no_day("planned_last_on"))

    assertContains(refused, "lie 3 months", status_code=422)
    assert not Occupation.objects.filter(kind="igu").exists()
