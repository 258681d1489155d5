"""The health team's list of work: who stands on it where, and what it says of them."""

import pytest
from django.db import connection
from django.template.loader import render_to_string
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils.html import strip_tags
from pytest_django.asserts import assertContains, assertNotContains

from health.models import HealthOffer
from health.worklist import Stage
from tests.crowd import crowd
from tests.factories import TODAY, CaseFactory, PersonFactory
from tests.health import scene

pytestmark = pytest.mark.django_db

LIST = reverse("health:work_list")


def test_a_person_is_found_by_name_or_number_and_never_in_another_unit(birgit, new, other_unit):
    foreign = CaseFactory(unit=other_unit, person=PersonFactory(unit=other_unit, given_name="Elsewhere"))

    assertContains(
        birgit.post(reverse("health:find"), {"q": new.person.name}),
        reverse("health:person", args=[new.public_id]),
    )
    assertContains(
        birgit.post(reverse("health:find"), {"q": new.number}), reverse("health:person", args=[new.public_id])
    )
    assertNotContains(birgit.post(reverse("health:find"), {"q": "Elsewhere"}), foreign.number)
    assertContains(birgit.post(reverse("health:find"), {"q": "Elsewhere"}), "Nobody is found")


@pytest.mark.parametrize("stage", ["offer", "clinic"])
def test_the_list_takes_as_many_queries_for_thirty_as_for_three(signed_in, nurse, unit, stage):
    client, numbers = signed_in(nurse), []
    for size in (3, 30):
        for case in crowd(size, unit=unit):
            HealthOffer.objects.filter(case=case).delete()
            if stage == "clinic":
                scene.invited(scene.referred(case, nurse), nurse)
        with CaptureQueriesContext(connection) as queries:
            client.get(LIST, {"stage": stage})
        numbers.append(len(queries))
    assert numbers[0] == numbers[1]


def test_the_list_says_what_happened_last_at_each_stage(birgit, unit, nurse, new):
    family = CaseFactory(unit=unit, permit_ground="family", health_offered_on=None)
    offered = CaseFactory(unit=unit, health_offered_on=None)
    declined = CaseFactory(unit=unit, health_offered_on=None)
    assessed = CaseFactory(unit=unit, health_offered_on=None)
    scene.offered(offered, nurse)
    scene.answered(scene.offered(declined, nurse), nurse, answer="declined")
    scene.assessed(scene.referred(assessed, nurse), nurse)

    def told(stage, case):
        row = next(row for row in birgit.get(LIST, {"stage": stage}).context["rows"] if row.case == case)
        text = render_to_string("health/_so_far.html", {"row": row, "today": TODAY})
        return " ".join(strip_tags(text).split())

    assert told("offer", new) == ""
    assert told("offer", family) == "Family-reunified: the offer is optional"
    assert told("answer", offered) == "Offered Mon 23 Nov"
    assert told("declined", declined) == "Declined Mon 23 Nov"
    assert told("conclude", assessed) == "Assessed Mon 23 Nov"
    assertContains(birgit.post(reverse("health:find"), {"q": declined.number}), Stage.DECLINED.label)
