"""A later last day of each kind that is offered."""

from datetime import timedelta

import pytest
from django.urls import reverse
from pytest_django.asserts import assertContains, assertRedirects

from internships.models import Placement, PlacementExtension
from tests.factories import TODAY
from tests.forms import no_day, on
from tests.internships.kinds import BEGUN, KINDS, LAST, given
from tests.internships.recording import url

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("kind", KINDS)
def test_a_later_last_day_is_an_extension_of_each_kind_on_the_screen(lise, case, caseworker, kind):
    offer = given(case, kind)
    begun = Placement.objects.start(
        case=case,
        company=offer.company,
        kind=kind,
        on=BEGUN,
        today=TODAY,
        by=caseworker,
        offer=offer,
        planned_last_on=LAST,
    ).occupation
    later = on("planned_last_on", LAST + timedelta(days=2))

    assertContains(lise.post(url("plan_end", case, begun), later), "is an extension", status_code=422)
    typed = {"ground": "within", "words": "", "is_meant": "on"} | no_day("representative_on")
    assertRedirects(
        lise.post(url("extend", case, begun), later | typed), reverse("case", args=[case.public_id])
    )

    assert PlacementExtension.objects.get().to_on == LAST + timedelta(days=2)
    form = lise.get(url("extend", case, begun)).context["form"]
    assert ("ground" in form.fields) == (kind == "internship")


def test_community_work_is_not_extended_beyond_its_weeks(lise, case, caseworker):
    offer = given(case, "community-work")
    begun = Placement.objects.start(
        case=case,
        company=offer.company,
        kind=offer.kind,
        on=BEGUN,
        today=TODAY,
        by=caseworker,
        offer=offer,
        planned_last_on=LAST,
    ).occupation

    refused = lise.post(
        url("extend", case, begun), {"words": ""} | on("planned_last_on", BEGUN + timedelta(weeks=13))
    )

    assertContains(refused, "Community work lasts 13 weeks at most.", status_code=422)
    assert not PlacementExtension.objects.exists()
