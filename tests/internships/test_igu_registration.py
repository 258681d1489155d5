"""The registration of an IGU with the state: asked for where it is missing, dated, told late, and never law unseen."""

from datetime import date, timedelta

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse
from pytest_django.asserts import assertContains, assertNotContains, assertRedirects

from internships.igu_asked import asked_for
from internships.igu_papers import papers
from internships.models import IguRegistration, PlacementAgreement
from refugees.models import Case, CaseLine, Seen, StaleEdit
from tests.factories import TODAY, CaseFactory
from tests.forms import no_day, on
from tests.internships.kinds import BEGUN, CONTENT, OF_AN_IGU, given
from tests.internships.recording import url
from tests.internships.test_gives_su import begin

NOTHING = no_day("registered_on") | no_day("teaching_plan_on")
WORK = reverse("my_work")
LATER_RULES = date(2028, 2, 1)


def said(**facts):
    row = IguRegistration(**facts.pop("row", {}))
    return " ".join(papers(row, **({"started_on": BEGUN, "signed_on": TODAY} | facts)))


def test_what_is_missing_is_asked_for_by_its_day_and_source():
    """BEK 1825/2023: within a month of the signature; the teaching plan by the end of the first month."""
    words = said()

    assert "registered in VITAS is not recorded. It is asked for by Wed 23 Dec 2026 (BEK 1825/2023)" in words
    assert (
        "teaching plan is ready is not recorded. It is asked for by Tue 15 Dec 2026 (BEK 1825/2023)" in words
    )


def test_without_a_signature_the_rule_is_named_and_no_day():
    words = said(signed_on=None)

    assert "The agreement is registered in VITAS within a month of its signature. (BEK 1825/2023)" in words
    assert "Dec 2026 (BEK 1825/2023)" in words  # the teaching plan's, which runs from the first day


def test_of_a_start_that_no_source_speaks_of_no_day_and_no_rule_is_named():
    assert "BEK" not in said(started_on=LATER_RULES)


@pytest.mark.parametrize(
    ("days", "words"),
    [
        ({"registered_on": TODAY + timedelta(days=31)}, "The registration comes too late."),
        ({"teaching_plan_on": BEGUN + timedelta(days=31)}, "The teaching plan comes too late."),
    ],
)
def test_what_came_too_late_is_said(days, words):
    assert words in said(row=days)


def test_what_came_in_time_is_told_with_its_day_alone():
    words = said(row={"registered_on": TODAY, "teaching_plan_on": BEGUN})

    assert words == "Registered in VITAS on Mon 23 Nov 2026. Teaching plan ready on Mon 16 Nov 2026."


@pytest.mark.django_db
def test_it_is_asked_for_on_the_case_and_recorded_by_a_form(lise, case, caseworker):
    offer = given(case, "igu")
    agreed = PlacementAgreement.objects.draw_up(
        offer=offer, today=TODAY, by=caseworker, **(CONTENT | OF_AN_IGU)
    )
    agreed.sign(
        today=TODAY,
        by=caseworker,
        person_signed_on=BEGUN,
        city_signed_on=BEGUN,
        company_signed_on=BEGUN,
        company_signed_by="Invented Baker",
    )
    page = reverse("case", args=[case.public_id])
    assertContains(lise.get(page), "It is asked for by Wed 16 Dec 2026 (BEK 1825/2023)")

    sent = lise.post(url("register_igu", case), NOTHING | on("registered_on", TODAY))

    assertRedirects(sent, page)
    assert IguRegistration.objects.get().registered_on == TODAY
    shown = lise.get(page)
    assertContains(shown, "Registered in VITAS on Mon 23 Nov 2026.")
    assertContains(shown, "That the teaching plan is ready is not recorded.")
    assert CaseLine.objects.filter(case=case, verb="igu-registration-recorded").count() == 1
    history = lise.get(reverse("refugees:history", args=[case.public_id]))
    assertContains(history, "Registration of the IGU recorded")


@pytest.mark.django_db
def test_a_case_without_an_igu_is_asked_nothing(lise, case):
    given(case, "internship")

    assertNotContains(lise.get(reverse("case", args=[case.public_id])), "VITAS")


@pytest.mark.django_db
def test_a_day_to_come_is_refused_and_a_mistake_is_cleared_with_its_history(lise, case, caseworker):
    with pytest.raises(ValidationError, match="This day has not come yet"):
        IguRegistration.objects.record(
            case=case,
            registered_on=TODAY + timedelta(days=1),
            teaching_plan_on=None,
            today=TODAY,
            by=caseworker,
        )
    lise.post(url("register_igu", case), NOTHING | on("registered_on", TODAY))
    lise.post(url("register_igu", case), NOTHING)

    row = IguRegistration.objects.get()
    assert row.registered_on is None
    kept = IguRegistration.pgh_event_model.objects.filter(pgh_obj_id=row.pk).order_by("pgh_id")
    assert [event.registered_on for event in kept] == [TODAY, None]


@pytest.mark.django_db
def test_whoever_records_it_second_is_told(case, caseworker):
    facts = {"case": case, "teaching_plan_on": None, "today": TODAY, "by": caseworker}
    IguRegistration.objects.record(registered_on=TODAY, **facts)

    with pytest.raises(StaleEdit):
        IguRegistration.objects.record(registered_on=BEGUN, version=Seen(("registered_on",), ""), **facts)


@pytest.mark.django_db
def test_my_work_asks_for_it_while_the_igu_goes_on_and_until_both_days_are_there(lise, case, caseworker):
    begun = begin(case, caseworker, kind="igu")
    link = f'href="{url("register_igu", case)}"'
    assertContains(lise.get(WORK), "Neither registration in VITAS nor teaching plan recorded")

    facts = {"case": case, "today": TODAY, "by": caseworker}
    IguRegistration.objects.record(registered_on=TODAY, teaching_plan_on=None, **facts)
    assertContains(lise.get(WORK), "Teaching plan not recorded as ready")
    IguRegistration.objects.record(registered_on=None, teaching_plan_on=TODAY, **facts)
    assertContains(lise.get(WORK), "Registration in VITAS not recorded")
    begun.end(on=TODAY, ending="broken-off-person", today=TODAY, by=caseworker)
    assertNotContains(lise.get(WORK), link)


@pytest.mark.django_db
def test_my_work_asks_for_it_once_everybody_has_signed(lise, case, caseworker):
    offer = given(case, "igu")
    agreed = PlacementAgreement.objects.draw_up(
        offer=offer, today=TODAY, by=caseworker, **(CONTENT | OF_AN_IGU)
    )
    assert asked_for(Case.objects.all()) == []

    signed = {"person_signed_on": BEGUN, "city_signed_on": BEGUN, "company_signed_on": BEGUN}
    agreed.sign(today=TODAY, by=caseworker, company_signed_by="Invented Baker", **signed)
    assertContains(lise.get(WORK), "IGUs to register")

    facts = {"case": case, "today": TODAY, "by": caseworker}
    IguRegistration.objects.record(registered_on=TODAY, teaching_plan_on=TODAY, **facts)
    assertNotContains(lise.get(WORK), "IGUs to register")


@pytest.mark.django_db
@pytest.mark.parametrize("number", [3, 30])
def test_asking_takes_one_query(unit, caseworker, number, django_assert_num_queries):
    for _ in range(number):
        begin(CaseFactory(unit=unit, taken_over_on=BEGUN), caseworker, kind="igu")

    with django_assert_num_queries(1):
        asked = [(each.case.person.name, each.words) for each in asked_for(Case.objects.all())]
    assert len(asked) == number
