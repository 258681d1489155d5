"""The agreement on the screen: prefilled, signed one by one, printed in two languages."""

from datetime import date, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from pytest_django.asserts import assertContains, assertNotContains, assertRedirects

from internships.models import Offer, PlacementAgreement
from refugees.models import Person
from tests.factories import TODAY
from tests.forms import no_day, on
from tests.internships.recording import today, url
from tests.internships.relations import opening_at, person_of, unit_of
from tests.internships.test_placement_agreements import CONTENT, FIRST, LAST

pytestmark = pytest.mark.django_db

WRITTEN = (
    {
        "purpose": "To try the work.",
        "tasks": "Bake bread.",
        "minutes_a_week": "20",
        "supervisor": "Invented Baker",
        "insurance": "",
        "staff_talk_with": "",
        "is_meant": "on",
    }
    | on("from_on", FIRST)
    | on("until_on", LAST)
    | no_day("staff_talk_on")
    | today("drawn_up_on")
)
UNSIGNED = (
    {"person_missing": "", "company_signed_by": "", "late_reason": ""}
    | no_day("person_signed_on")
    | no_day("company_signed_on")
    | no_day("city_signed_on")
)


@pytest.fixture
def agreement(offer, caseworker):
    return PlacementAgreement.objects.draw_up(offer=offer, today=TODAY, by=caseworker, **CONTENT)


def test_it_begins_with_what_opening_offer_and_company_say(lise, case, company):
    unit = unit_of(company)
    person_of(company, unit=unit, name="Invented Foreman")
    offer = Offer.objects.make_from(
        opening_at(unit), case=case, offered_on=TODAY, planned_start_on=FIRST, today=TODAY, by=None
    )

    form = lise.get(url("draw_up_agreement", case, offer)).context["form"]

    shown = {name: form[name].value() for name in ("tasks", "minutes_a_week", "from_on", "supervisor")}
    assert shown == {
        "tasks": "Bake bread.",
        "minutes_a_week": "20",
        "from_on": FIRST,
        "supervisor": "Invented Foreman",
    }


def test_it_is_drawn_up_changed_signed_and_withdrawn_on_the_screen(lise, case, offer, caseworker):
    assertContains(lise.get(reverse("case", args=[case.public_id])), url("agreements", case, offer))
    assertRedirects(lise.post(url("draw_up_agreement", case, offer), WRITTEN), url("agreements", case, offer))
    made = PlacementAgreement.objects.get()
    assertContains(lise.get(url("agreements", case, offer)), "13 weeks")

    lise.post(url("change_agreement", case, made), WRITTEN | {"supervisor": "Another Baker"})
    signed = UNSIGNED | on("person_signed_on", TODAY) | on("city_signed_on", TODAY)
    assertContains(
        lise.post(url("sign_agreement", case, made), signed, follow=True), "The others are still to come."
    )
    asked = lise.get(url("sign_agreement", case, made))
    assertNotContains(asked, "When did the person sign?")
    company = {"company_signed_by": "Another Baker"} | on("company_signed_on", TODAY)
    assertContains(lise.post(url("sign_agreement", case, made), company, follow=True), "Signed by all")

    made.refresh_from_db()
    assert (made.supervisor, made.signed_on, made.city_signed_by) == ("Another Baker", TODAY, caseworker)
    lise.post(url("withdraw_agreement", case, made), {"reason": "Another company."})
    assertContains(lise.get(url("agreements", case, offer)), "Reason: Another company.")
    history = lise.get(reverse("refugees:history", args=[case.public_id]))
    assertContains(history, "Agreement with the company withdrawn")
    assertContains(history, "Another company.")


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ({"purpose": ""}, "Write what it is for."),
        ({"minutes_a_week": "38"}, "the most is 37 hours a week"),
        (on("until_on", FIRST - timedelta(days=1)), "The last day is not before the first."),
        (on("until_on", LAST + timedelta(days=1)), "More than 13 weeks need a talk"),
        (on("drawn_up_on", date(2026, 11, 24)), "This day has not come yet."),
    ],
)
def test_a_refused_agreement_says_why_and_keeps_what_was_typed(lise, case, offer, typed, sentence):
    response = lise.post(url("draw_up_agreement", case, offer), WRITTEN | typed)

    assertContains(response, sentence, status_code=422)
    assertContains(response, "Invented Baker", status_code=422)
    assert not PlacementAgreement.objects.exists()


def test_more_weeks_than_the_rule_allows_are_warned_of_before_they_are_agreed(lise, case, offer):
    long = on("until_on", FIRST + timedelta(weeks=26)) | on("staff_talk_on", TODAY)
    sent = WRITTEN | long | {"staff_talk_with": "Invented Steward", "is_meant": ""}

    warned = lise.post(url("draw_up_agreement", case, offer), sent)

    assertContains(warned, "An internship of a job-ready person lasts 4 weeks at most", status_code=422)
    assertContains(warned, "It is right all the same", status_code=422)
    assert not PlacementAgreement.objects.exists()
    lise.post(url("draw_up_agreement", case, offer), sent | {"is_meant": "on"})
    assert PlacementAgreement.objects.get().weeks == 27


def test_a_wage_subsidy_job_of_more_than_a_year_is_refused(lise, case, offer):
    Offer.objects.filter(pk=offer.pk).update(kind="wage-subsidy")
    sent = on("until_on", FIRST + timedelta(days=366)) | on("staff_talk_on", TODAY)

    refused = lise.post(
        url("draw_up_agreement", case, offer), WRITTEN | sent | {"staff_talk_with": "Invented Steward"}
    )

    assertContains(refused, "A wage-subsidy job lasts one year at most.", status_code=422)
    assert not PlacementAgreement.objects.exists()


@pytest.mark.parametrize(("talk", "asks"), [({}, True), ({"staff_talk_on": FIRST}, False)])
def test_a_start_does_not_ask_for_the_talk_that_the_agreement_has(lise, case, offer, talk, asks):
    first = TODAY - timedelta(days=1)
    weeks = 20 if talk else 12
    facts = {"staff_talk_on": first, "staff_talk_with": "Invented Steward"} if talk else {}
    days = {"from_on": first, "until_on": first + timedelta(weeks=weeks)}
    PlacementAgreement.objects.draw_up(
        offer=offer, today=TODAY, by=None, **(CONTENT | days | facts | {"drawn_up_on": first})
    )

    response = lise.post(
        url("start", case, offer),
        on("started_on", first) | on("planned_last_on", first + timedelta(weeks=20)),
    )

    assert response.status_code == 422
    asked = "Say when the staff representative was talked with." in response.content.decode()
    assert asked == asks


def test_the_form_of_a_start_says_what_was_agreed_and_who_has_not_signed(lise, case, offer, caseworker):
    page = url("start", case, offer)
    assertContains(lise.get(page), "No agreement about it was drawn up.")
    made = PlacementAgreement.objects.draw_up(offer=offer, today=TODAY, by=caseworker, **CONTENT)

    unsigned = lise.get(page)

    assertContains(unsigned, "Not everybody has signed the agreement about it yet.")
    form = unsigned.context["form"]
    assert (form["planned_last_on"].value(), form["minutes_a_week"].value()) == (LAST, "20")
    company = {"company_signed_on": TODAY, "company_signed_by": "Invented Baker"}
    made.sign(today=TODAY, by=caseworker, person_signed_on=TODAY, city_signed_on=TODAY, **company)
    assertNotContains(lise.get(page), "Not everybody has signed")


def test_whoever_signs_after_the_first_day_is_warned_and_says_why(lise, case, offer):
    begun = on("from_on", date(2026, 11, 20)) | on("until_on", date(2026, 12, 17))
    lise.post(url("draw_up_agreement", case, offer), WRITTEN | begun | on("drawn_up_on", date(2026, 11, 19)))
    made = PlacementAgreement.objects.get()
    signed = UNSIGNED | on("person_signed_on", TODAY)

    warned = lise.post(url("sign_agreement", case, made), signed)
    assertContains(warned, "It is signed after the first day. Say why.", status_code=422)

    lise.post(url("sign_agreement", case, made), signed | {"late_reason": "The post was slow."})
    made.refresh_from_db()
    assert (made.person_signed_on, made.late_reason) == (TODAY, "The post was slow.")


def test_the_sheet_says_everything_in_danish_and_english(lise, case, agreement):
    sheet = lise.get(url("print_agreement", case, agreement))

    for words in (
        "Agreement between person, company and City",
        "Aftale mellem borger, virksomhed og kommune",
        "Company internship",
        "Virksomhedspraktik",
        "13 weeks",
        "13 uger",
        "30.11.2026–28.02.2027",
        "is not employed by the company",
        "er ikke ansat",
        "Draft: nobody has signed this version yet.",
    ):
        assertContains(sheet, words)


def test_of_whoever_is_protected_the_sheet_names_nobody_and_says_so_before_it_is_printed(
    lise, case, agreement
):
    name = case.person.name
    assertContains(lise.get(url("print_agreement", case, agreement)), name)
    Person.objects.filter(pk=case.person_id).update(is_protected=True)

    sheet = lise.get(url("print_agreement", case, agreement))

    assertNotContains(sheet, name)
    assertNotContains(sheet, case.number)
    assertContains(sheet, "The person we have agreed on")
    assertContains(sheet, "Den person, vi har aftalt")
    assertContains(sheet, "Name and address are protected: the sheet names nobody.")


def test_the_page_takes_as_many_queries_with_one_version_as_with_ten(lise, case, agreement, caseworker):
    def queries():
        with CaptureQueriesContext(connection) as counted:
            assert lise.get(url("agreements", case, agreement.offer)).status_code == 200
        return len(counted)

    few = queries()
    for _ in range(9):
        agreement.sign(today=TODAY, by=caseworker, city_signed_on=TODAY)
        agreement = PlacementAgreement.objects.draw_up(
            offer=agreement.offer, today=TODAY, by=caseworker, **CONTENT
        )

    assert queries() == few


def test_a_manager_reads_it_and_a_stranger_does_not_learn_of_it(
    signed_in, case, agreement, manager, stranger
):
    for name, row in (("agreements", agreement.offer), ("print_agreement", agreement)):
        assert signed_in(manager).get(url(name, case, row)).status_code == 200
        assert signed_in(stranger).get(url(name, case, row)).status_code == 404
    assert signed_in(manager).post(url("sign_agreement", case, agreement), UNSIGNED).status_code == 404
    assert PlacementAgreement.objects.get().is_draft
