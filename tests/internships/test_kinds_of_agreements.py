"""What an agreement asks of each kind that is offered, what speaks against it, and what its sheet says."""

from datetime import date, timedelta

import pytest
from pytest_django.asserts import assertContains, assertNotContains

from internships.models import PlacementAgreement
from tests.forms import no_day, on
from tests.internships.kinds import given
from tests.internships.recording import today, url

pytestmark = pytest.mark.django_db

# What an agreement asks of each kind; the rest of the form is the same.
WRITTEN = (
    {
        "purpose": "To work there.",
        "tasks": "Bake bread.",
        "minutes_a_week": "32",
        "supervisor": "Invented Baker",
        "insurance": "",
        "staff_talk_with": "",
        "practice_minutes": "25",
        "school_weeks": "23",
        "is_meant": "",
    }
    | no_day("staff_talk_on")
    | today("drawn_up_on")
)
FIRST = date(2026, 11, 30)


def agree(lise, case, offer, last=None, **typed):
    days = on("from_on", FIRST) | (on("until_on", last) if last else no_day("until_on"))
    return lise.post(url("draw_up_agreement", case, offer), WRITTEN | days | typed)


@pytest.mark.parametrize(
    ("kind", "asked"),
    [
        ("internship", {"until_on", "staff_talk_on", "insurance"}),
        ("wage-subsidy", {"until_on", "staff_talk_on", "insurance"}),
        ("community-work", {"until_on", "insurance"}),
        ("job", {"until_on"}),
        ("igu", {"until_on", "practice_minutes", "school_weeks"}),
    ],
)
def test_an_agreement_asks_what_fits_its_kind(lise, case, kind, asked):
    form = lise.get(url("draw_up_agreement", case, given(case, kind))).context["form"]

    some = {"until_on", "staff_talk_on", "insurance", "practice_minutes", "school_weeks"}
    assert set(form.fields) & some == asked


@pytest.mark.parametrize(
    ("kind", "last", "sentence"),
    [
        ("community-work", FIRST + timedelta(weeks=13), "Community work lasts 13 weeks at most."),
        ("wage-subsidy", FIRST + timedelta(days=366), "A wage-subsidy job lasts one year at most."),
        ("igu", FIRST + timedelta(days=365), "An IGU lasts two years."),
        ("internship", None, "Choose or write a day."),
        ("community-work", None, "Choose or write a day."),
        ("igu", None, "Choose or write a day."),
    ],
)
def test_an_agreement_that_its_rule_speaks_against_is_said_in_its_words(lise, case, kind, last, sentence):
    refused = agree(lise, case, given(case, kind), last)

    assertContains(refused, sentence, status_code=422)
    assertContains(refused, "Invented Baker", status_code=422)
    assert not PlacementAgreement.objects.exists()


def test_a_job_is_agreed_without_a_last_day_and_its_sheet_is_no_contract_of_internship(lise, case):
    offer = given(case, "job")

    agree(lise, case, offer)

    made = PlacementAgreement.objects.get()
    assert (made.until_on, made.weeks) == (None, None)
    assertContains(lise.get(url("agreements", case, offer)), "no last day is agreed")
    sheet = lise.get(url("print_agreement", case, made))
    assertContains(sheet, "This sheet is no contract of employment")
    assertContains(sheet, "None is agreed")
    for words in ("company internship", "gets no wage", "Talk with the staff", "Hours of practice"):
        assertNotContains(sheet, words)
    page = lise.get(url("start", case, offer))
    assert page.context["form"]["planned_last_on"].value() is None


def test_a_job_of_more_than_full_time_is_asked_about_and_agreed_if_it_is_meant(lise, case):
    offer = given(case, "job")

    assertContains(
        agree(lise, case, offer, minutes_a_week="40"), "40 h a week is more than full time.", status_code=422
    )
    agree(lise, case, offer, minutes_a_week="40", is_meant="on")

    assert PlacementAgreement.objects.get().minutes_a_week == 40 * 60


@pytest.mark.parametrize("kind", ["internship", "wage-subsidy", "community-work", "igu"])
def test_nothing_else_is_agreed_for_more_than_full_time(lise, case, kind):
    refused = agree(
        lise, case, given(case, kind), FIRST + timedelta(days=20), minutes_a_week="38", is_meant="on"
    )

    assertContains(refused, "the most is 37 hours a week", status_code=422)
    assert not PlacementAgreement.objects.exists()


def test_the_sheet_of_an_igu_says_two_years_practice_school_and_where_it_is_registered(lise, case):
    offer = given(case, "igu", planned_start_on=FIRST)
    form = lise.get(url("draw_up_agreement", case, offer)).context["form"]
    assert (form["until_on"].value(), form["school_weeks"].value()) == (date(2028, 11, 29), 23)

    agree(lise, case, offer, date(2028, 11, 29), is_meant="on")

    made = PlacementAgreement.objects.get()
    assert (made.practice_minutes, made.school_weeks, made.weeks) == (25 * 60, 23, 105)
    sheet = lise.get(url("print_agreement", case, made))
    for words in ("30.11.2026–29.11.2028", "25 h", "23 weeks", "registered in VITAS", "gets no benefit"):
        assertContains(sheet, words)


def test_hours_of_an_igu_that_nobody_has_verified_are_warned_of_and_not_called_law(lise, case):
    offer = given(case, "igu")

    warned = agree(lise, case, offer, date(2028, 11, 29), practice_minutes="20")

    assertContains(warned, "Not verified, no rule of law", status_code=422)
    agree(lise, case, offer, date(2028, 11, 29), practice_minutes="20", is_meant="on")
    assert PlacementAgreement.objects.get().practice_minutes == 20 * 60
