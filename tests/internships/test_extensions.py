"""A measure goes on for longer: with its ground, checked against the rule, refused or warned of in the rule's words."""

from datetime import date

import pytest
from django.urls import reverse
from pytest_django.asserts import assertContains, assertRedirects

from goals.models import Clock
from internships.models import Placement, PlacementExtension
from refugees.events import KeyEvent, Source
from refugees.models import CaseLine, JobReadiness, KeyDate, Occupation
from tests.factories import TODAY, CompanyFactory
from tests.forms import no_day, on
from tests.internships.recording import today, url

pytestmark = pytest.mark.django_db

# Begun on Monday 16 November: four weeks end on 13 December, thirteen on 14 February, twenty-six on 16 May.
FOUR, THIRTEEN, TWENTY_SIX = date(2026, 12, 13), date(2027, 2, 14), date(2027, 5, 16)
EARLIER = date(2026, 12, 4)
FORM = {"ground": "within", "words": ""} | no_day("representative_on")


def to(day, **typed):
    return FORM | on("planned_last_on", day) | typed


def agreed(occupation, caseworker, day=EARLIER):
    occupation.plan_end(on=day, today=TODAY, by=caseworker)
    return occupation


def test_a_later_last_day_is_kept_as_a_row_and_shown_on_the_case(lise, case, occupation, caseworker):
    agreed(occupation, caseworker)

    response = lise.post(url("extend", case, occupation), to(FOUR))

    assertRedirects(response, reverse("case", args=[case.public_id]))
    row = PlacementExtension.objects.get()
    assert (row.from_on, row.to_on, row.ground, row.recorded_by) == (EARLIER, FOUR, "within", caseworker)
    occupation.refresh_from_db()
    assert occupation.planned_last_on == FOUR
    assert Clock.objects.get(case=case, goal="next-step", void_on=None).due_on == date(2026, 11, 29)
    assert CaseLine.objects.filter(case=case, verb="placement-extended").count() == 1
    page = lise.get(reverse("case", args=[case.public_id]))
    assertContains(page, "Extended from")
    assertContains(page, "Within the time that the rule allows by itself")


@pytest.mark.parametrize(
    ("day", "typed", "rule"),
    [
        # § 23 b: four weeks for somebody job-ready, without one of the law's grounds.
        (date(2026, 12, 14), {}, "lasts 4 weeks at most"),
        # Thirteen weeks with one of them.
        (date(2027, 2, 15), {"ground": "no-experience"}, "lasts 13 weeks at most"),
        # LAB § 63(2): the staff representative first.
        (date(2027, 2, 15), {"ground": "concrete", "words": "More time."}, "LAB § 63, stk. 2"),
    ],
)
def test_what_the_rule_refuses_says_which_rule_and_loses_no_text(
    lise, case, occupation, caseworker, day, typed, rule
):
    agreed(occupation, caseworker)

    response = lise.post(url("extend", case, occupation), to(day, **({"words": "Because of it."} | typed)))

    assertContains(response, rule, status_code=422)
    assertContains(response, "Integrationsloven § 23 b" if "LAB" not in rule else "LAB", status_code=422)
    assertContains(response, typed.get("words", "Because of it."), status_code=422)
    assert not PlacementExtension.objects.exists()
    occupation.refresh_from_db()
    assert occupation.planned_last_on == EARLIER


def test_a_ground_once_given_holds_for_the_next_extension(lise, case, occupation, caseworker):
    agreed(occupation, caseworker)
    lise.post(url("extend", case, occupation), to(THIRTEEN, ground="no-experience"))
    talked = on("representative_on", date(2026, 11, 20))

    lise.post(url("extend", case, occupation), to(TWENTY_SIX, ground="concrete", words="A kitchen.") | talked)

    assert list(PlacementExtension.objects.order_by("pk").values_list("from_on", "to_on")) == [
        (EARLIER, THIRTEEN),
        (THIRTEEN, TWENTY_SIX),
    ]


def test_beyond_twenty_six_weeks_is_warned_of_and_done_by_whoever_means_it(
    lise, case, occupation, caseworker
):
    agreed(occupation, caseworker)
    lise.post(url("extend", case, occupation), to(THIRTEEN, ground="hard-to-place"))
    talked = on("representative_on", date(2026, 11, 20))
    typed = to(date(2027, 5, 17), ground="concrete", words="A kitchen.") | talked

    warned = lise.post(url("extend", case, occupation), typed)

    assertContains(warned, "goes on after 26 weeks only on concrete grounds", status_code=422)
    assertContains(warned, "It is right all the same", status_code=422)
    assert PlacementExtension.objects.count() == 1

    lise.post(url("extend", case, occupation), typed | {"is_meant": "on"})

    assert PlacementExtension.objects.order_by("pk").last().to_on == date(2027, 5, 17)


def test_whoever_is_exempt_has_thirteen_weeks_by_itself(lise, case, occupation, caseworker):
    JobReadiness.objects.decide(
        case=case, is_ready=False, on=date(2026, 11, 10), reason="Not yet.", by=caseworker
    )
    agreed(occupation, caseworker)

    lise.post(url("extend", case, occupation), to(THIRTEEN))

    assert PlacementExtension.objects.get().to_on == THIRTEEN


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        (to(EARLIER), "An extension ends later than what was agreed before."),
        (FORM | no_day("planned_last_on"), "Choose or write a day."),
        (to(FOUR, ground=""), "Choose the ground."),
        (to(FOUR, ground="concrete"), "Write down what the concrete grounds are."),
        (to(FOUR) | on("representative_on", date(2026, 11, 24)), "This day has not come yet."),
    ],
)
def test_a_form_that_is_not_in_order(lise, case, occupation, caseworker, typed, sentence):
    agreed(occupation, caseworker)

    response = lise.post(url("extend", case, occupation), typed)

    assertContains(response, sentence, status_code=422)
    assert not PlacementExtension.objects.exists()


def test_what_has_ended_is_not_extended(lise, case, occupation, caseworker):
    agreed(occupation, caseworker)
    occupation.end(on=date(2026, 11, 20), ending="completed", today=TODAY, by=caseworker)

    response = lise.post(url("extend", case, occupation), to(FOUR))

    assertContains(response, "It has ended already.", status_code=422)


@pytest.mark.parametrize(
    ("agreed_on", "day", "sentence"),
    [
        (EARLIER, FOUR, "A later last day is an extension."),
        (None, date(2026, 12, 14), "record it as an extension"),
        (None, FOUR, None),
        (FOUR, EARLIER, None),
    ],
)
def test_the_agreed_last_day_is_no_way_round_the_rule(
    lise, case, occupation, caseworker, agreed_on, day, sentence
):
    if agreed_on:
        agreed(occupation, caseworker, agreed_on)

    response = lise.post(url("plan_end", case, occupation), on("planned_last_on", day))

    occupation.refresh_from_db()
    if sentence:
        assertContains(response, sentence, status_code=422)
        assert occupation.planned_last_on == agreed_on
    else:
        assert occupation.planned_last_on == day


START = {"kind": "igu", "company_search": "bakery", "minutes_a_week": "37"} | today("started_on")
NOTHING = no_day("planned_last_on") | {"late_reason": "", "school": "", "consented_on_when": ""}


def known(case, caseworker, born_on, registered_on=date(2020, 1, 2)):
    KeyDate.objects.record(
        case=case, event=KeyEvent.REGISTRATION, on=registered_on, source=Source.CITY, by=caseworker
    )
    type(case.person).objects.filter(pk=case.person_id).update(born_on=born_on)


def begin(lise, case, **typed):
    return lise.post(reverse("internships:start_elsewhere", args=[case.public_id]), START | NOTHING | typed)


def test_an_igu_that_fits_begins(lise, case, company, caseworker):
    known(case, caseworker, date(1990, 1, 1))

    begin(lise, case)

    assert Occupation.objects.get().kind == "igu"


@pytest.mark.parametrize(
    ("born_on", "registered_on", "rule"),
    [
        (date(1970, 1, 1), date(2020, 1, 2), "between 18 and 49 years old. (BEK 1825/2023)"),
        (date(1990, 1, 1), date(2006, 11, 22), "for at most 20 years. (BEK 1825/2023)"),
    ],
)
def test_an_igu_that_the_rule_forbids_is_refused_in_its_words(
    lise, case, company, caseworker, born_on, registered_on, rule
):
    known(case, caseworker, born_on, registered_on)

    response = begin(lise, case, is_meant="on")

    assertContains(response, rule, status_code=422)
    assert not Occupation.objects.exists()


def test_a_second_igu_of_a_person_is_refused(lise, case, company, caseworker):
    known(case, caseworker, date(1990, 1, 1))
    before = Placement.objects.start(
        case=case, company=CompanyFactory(), kind="igu", on=date(2026, 11, 2), today=TODAY, by=caseworker
    )
    before.occupation.end(on=date(2026, 11, 20), ending="completed", today=TODAY, by=caseworker)

    response = begin(lise, case)

    assertContains(response, "A person has one IGU only. (BEK 1825/2023)", status_code=422)
    assert Occupation.objects.count() == 1


def test_what_is_not_known_of_the_person_is_warned_of_and_the_start_recorded_by_whoever_means_it(
    lise, case, company
):
    type(case.person).objects.filter(pk=case.person_id).update(born_on=None)

    warned = begin(lise, case)

    assertContains(warned, "The birthday is not known: check the age.", status_code=422)
    assert not Occupation.objects.exists()

    begin(lise, case, is_meant="on")

    assert Occupation.objects.get().kind == "igu"
