"""The pages of the health team: who may, what they show, what leads where."""

from datetime import timedelta

import pytest
from django.urls import reverse
from pytest_django.asserts import assertContains, assertNotContains, assertRedirects

from accounts.models import AccessLog
from health.models import (
    Assessment,
    Consent,
    HealthAppointment,
    HealthOffer,
    OnwardReferral,
    Purpose,
    Referral,
)
from refugees.models import Appointment, FunctionalConclusion, HousingNeed
from tests.factories import TODAY, CaseFactory, HouseholdFactory, PersonFactory
from tests.health import scene

pytestmark = pytest.mark.django_db

LIST = reverse("health:work_list")


def url(case, name, *args):
    return reverse(f"health:{name}", args=[case.public_id, *args])


def today(name):
    return {f"{name}_when": "today"}


UNAIDED = {"interpreter": "none"}


def test_their_day_begins_with_the_list(signed_in, nurse, new):
    assertRedirects(signed_in(nurse).get("/"), LIST)


def test_the_whole_way_from_the_offer_to_what_work_must_know(birgit, new, caseworker, signed_in):
    person = url(new, "person")
    answer = birgit.post(url(new, "offer"), today("offered_on") | {"way": "in-person"} | UNAIDED)
    assertRedirects(answer, person)
    offer = HealthOffer.objects.get(case=new)
    birgit.post(
        url(new, "answer", offer.public_id),
        today("answered_on") | {"answer": "accepted", "decided_by": "self", "answer_reason": "Glad"},
    )
    birgit.post(url(new, "give_consent"), today("given_on") | {"purpose": "to-team", "decided_by": "self"})
    birgit.post(
        url(new, "refer", offer.public_id),
        today("sent_on") | {"other_clinic": "Invented Clinic", "about": "x"},
    )
    referral = Referral.objects.get(case=new)
    assert referral.clinic.name == "Invented Clinic"
    birgit.post(url(new, "receive", referral.public_id), today("received_on"))
    day = {"day_day": "27", "day_month": "11", "day_year": "2026", "starts": "9.30", "ends": "10.30"}
    birgit.post(url(new, "agree", referral.public_id), day | UNAIDED)
    appointment = HealthAppointment.objects.get(case=new)
    birgit.post(url(new, "record_outcome", appointment.public_id), {"outcome": "cancelled"})
    birgit.post(url(new, "assess", referral.public_id), today("done_on") | {"findings": "A knee"})
    assessment = Assessment.objects.get(case=new)
    birgit.post(
        url(new, "refer_on", assessment.public_id), today("sent_on") | {"to_whom": "Physio", "reason": "Knee"}
    )
    onward = OnwardReferral.objects.get(case=new)
    birgit.post(url(new, "follow", onward.public_id), today("status_on") | {"status": "under-way"})
    birgit.post(
        url(new, "conclude"),
        today("on")
        | {"ability": "with-limits", "limits": ["lifting"], "week_hours": "20", "note": "Mornings"},
    )
    birgit.post(url(new, "state_needs"), today("on") | {"needs": ["lift"]})

    page = birgit.get(person)
    for words in (
        "Glad",
        "A knee",
        "Physio",
        "In treatment",
        "Invented Clinic",
        "Lift from Mon 23 Nov 2026",
    ):
        assertContains(page, words)
    on_the_case = signed_in(caseworker).get(reverse("case", args=[new.public_id]))
    for words in ("Can work with limits", "At most 20 hours a week", "No heavy lifting", "Mornings"):
        assertContains(on_the_case, words)
    assertNotContains(on_the_case, "knee")


def test_whoever_shares_without_a_consent_to_it_is_told(birgit, new, nurse):
    offer = scene.answered(scene.offered(new, nurse), nurse)
    at = url(new, "refer", offer.public_id)
    words = "No consent is recorded to this: “Send what is known to the clinic”."
    assertContains(birgit.get(at), words)
    scene.consented(new, nurse, Purpose.TO_TEAM)
    assertContains(birgit.get(at), words)

    consent = scene.consented(new, nurse, Purpose.TO_CLINIC)
    assertNotContains(birgit.get(at), "No consent is recorded")

    consent.withdraw(on=TODAY, today=TODAY, by=nurse)
    assertContains(birgit.get(at), words)
    assessment = scene.assessed(scene.referred(new, nurse), nurse)
    assertContains(birgit.get(url(new, "refer_on", assessment.public_id)), "“Pass the result on to a place")


def test_what_was_said_is_corrected_and_withdrawn(birgit, new, nurse):
    said = FunctionalConclusion.objects.state(case=new, on=TODAY, by=nurse, ability="can")
    need = HousingNeed.objects.state(case=new, on=TODAY, by=nurse, needs=["lift"])
    why = {"why": "Another person"}

    birgit.post(
        url(new, "correct_conclusion", said.public_id),
        today("on")
        | why
        | {
            "ability": "not-before",
            "not_before_day": "1",
            "not_before_month": "2",
            "not_before_year": "2027",
        },
    )
    birgit.post(url(new, "correct_needs", need.public_id), today("on") | why | {"needs": ["quiet"]})
    said.refresh_from_db()
    need.refresh_from_db()
    assert (said.what, need.what) == ("Cannot work before Mon 1 Feb 2027", "Quiet place")

    birgit.post(url(new, "withdraw_conclusion", said.public_id), {"reason": "Wrong"})
    birgit.post(url(new, "withdraw_needs", need.public_id), {"reason": "Wrong"})
    assert not FunctionalConclusion.objects.standing().exists()
    assert not HousingNeed.objects.standing().exists()


def test_a_decline_a_change_of_mind_and_an_offer_taken_back(birgit, new, nurse):
    offer = scene.answered(scene.offered(new, nurse), nurse, answer="declined")
    assertContains(birgit.get(url(new, "person")), "Says yes after all")

    birgit.post(url(new, "yes_after_all", offer.public_id), today("decline_withdrawn_on"))
    offer.refresh_from_db()
    assert offer.is_accepted

    birgit.post(url(new, "take_offer_back", offer.public_id), {"reason": "Wrong person"})
    offer.refresh_from_db()
    assert offer.taken_back_at


def test_a_consent_is_withdrawn_and_findings_are_corrected(birgit, new, nurse):
    consent = scene.consented(new, nurse)
    assessment = scene.assessed(scene.referred(new, nurse), nurse)

    birgit.post(url(new, "withdraw_consent", consent.public_id), today("withdrawn_on"))
    birgit.post(
        url(new, "correct_assessment", assessment.public_id), today("done_on") | {"findings": "Another knee"}
    )

    assert Consent.objects.get(pk=consent.pk).withdrawn_on == TODAY
    assert Assessment.objects.get(pk=assessment.pk).findings == "Another knee"


def test_what_is_refused_stays_on_the_form_with_a_sentence(birgit, new):
    answer = birgit.post(url(new, "offer"), today("offered_on") | {"way": "letter", "interpreter": "remote"})

    assertContains(answer, "Close family may not interpret", status_code=422)
    assert not HealthOffer.objects.filter(case=new).exists()


def test_whoever_comes_second_sees_both(signed_in, nurse, new):
    offer = scene.offered(new, nurse)
    client = signed_in(nurse)
    page = client.get(url(new, "answer", offer.public_id)).content.decode()
    version = page.split('name="version" value="')[1][:16]
    scene.answered(offer, nurse)

    facts = today("answered_on") | {"answer": "declined", "decided_by": "self", "version": version}
    answer = client.post(url(new, "answer", offer.public_id), facts)

    assertContains(answer, "Somebody else saved this", status_code=409)
    offer.refresh_from_db()
    assert offer.answer == "accepted"


def test_of_the_case_they_see_a_slice(birgit, unit, nurse):
    home = HouseholdFactory(unit=unit)
    parent = CaseFactory(
        unit=unit,
        household=home,
        taken_over_on=TODAY - timedelta(days=21),
        person=PersonFactory(unit=unit, phone="+45 00 00 00 00", speaks=["ti"]),
    )
    CaseFactory(
        unit=unit, household=home, person=PersonFactory(unit=unit, born_on=TODAY - timedelta(days=3 * 366))
    )

    page = birgit.get(url(parent, "person"))

    for words in (parent.number, "+45 00 00 00 00", "Arabic", "Tigrinya", "<dd>3</dd>", "Mon 2 Nov 2026"):
        assertContains(page, words)
    assertNotContains(page, "Convention refugee")
    assertNotContains(page, reverse("case", args=[parent.public_id]))
    assert AccessLog.objects.filter(case_id=parent.pk, user=nurse, page="health:person").exists()


def test_the_list_shows_each_person_under_what_comes_next(birgit, new, nurse, unit):
    stages = {
        "offer": lambda case: None,
        "answer": lambda case: scene.offered(case, nurse),
        "declined": lambda case: scene.answered(scene.offered(case, nurse), nurse, answer="declined"),
        "refer": lambda case: scene.answered(scene.offered(case, nurse), nurse),
        "clinic": lambda case: scene.referred(case, nurse),
        "conclude": lambda case: scene.assessed(scene.referred(case, nurse), nurse),
    }
    people = {}
    for stage, happens in stages.items():
        people[stage] = CaseFactory(unit=unit, taken_over_on=TODAY, health_offered_on=None)
        happens(people[stage])

    for stage, case in people.items():
        page = birgit.get(LIST, {"stage": stage})
        others = [other for other in people.values() if other != case]
        assertContains(page, case.person.name)
        assert not any(other.person.name in page.content.decode() for other in others), stage


def test_a_form_leads_back_over_the_person(birgit, new):
    answer = birgit.get(url(new, "offer"))
    crumbs = f'<li><a href="{url(new, "person")}">{new.person.name}</a></li>'
    assertContains(answer, crumbs, html=True)
    assertContains(answer, '<li aria-current="page">Offer a health assessment</li>', html=True)


def test_a_booking_in_the_same_time_is_warned_of_and_can_be_made_all_the_same(lise, case, caseworker, nurse):
    scene.invited(scene.referred(case, nurse), nurse)
    address = reverse("refugees:make_appointment", args=[case.public_id])
    facts = {"kind": "visit", "title": "See the bakery", "starts": "9.30", "ends": "10.30"}
    facts |= {"day_day": "27", "day_month": "11", "day_year": "2026", "staff": caseworker.pk}

    answer = lise.post(address, facts)
    assertContains(answer, "The person is busy elsewhere, 10.00–11.00", status_code=422)
    assert not Appointment.objects.filter(case=case, kind="visit").exists()

    lise.post(address, facts | {"despite": "on"})
    assert Appointment.objects.filter(case=case, kind="visit").exists()


def test_nobody_but_the_health_team_takes_back_that_somebody_is_busy(lise, case, nurse):
    busy = scene.invited(scene.referred(case, nurse), nurse).busy
    address = reverse("refugees:cancel_appointment", args=[case.public_id, busy.public_id])

    assert lise.get(address).status_code == 404
    assertNotContains(lise.get(reverse("case", args=[case.public_id])), address)
