"""The page of one case: what it shows, and to whom."""

from datetime import date, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from pytest_django.asserts import assertContains, assertNotContains

from accounts.models import AccessLog
from goals import jobs
from goals.models import Clock, Pause
from internships.models import Offer
from refugees.models import CaseLine
from tests.copenhagen_model.case_pages import PAGES, url
from tests.factories import TODAY, CaseFactory, CompanyFactory, HouseholdFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def lise(signed_in, caseworker):
    return signed_in(caseworker)


def accepted(case, planned_start_on):
    offer = Offer.objects.make(
        case=case,
        company=CompanyFactory(name="Invented Bakery"),
        kind="internship",
        offered_on=date(2026, 11, 10),
        planned_start_on=planned_start_on,
        today=TODAY,
        by=None,
    )
    offer.record_answer(answer="accepted", on=TODAY, today=TODAY, by=None)
    return offer


def test_the_bar_says_who_it_is_about(lise, case):
    response = lise.get(url(case))

    for value in (case.number, "36", "single", "Arabic", "day 21", "Convention refugee"):
        assertContains(response, f"<dd>{value}</dd>")
    assertContains(response, "<dd>Rules of February 2026</dd>")
    assertNotContains(response, "Name and address are protected")


def test_a_protected_name_is_marked_on_every_page(lise, case, caseworker):
    case.change_person(by=caseworker, on=TODAY, version=1, is_protected=True)

    for name in PAGES:
        assertContains(lise.get(url(case, name)), "Name and address are protected")


def test_before_the_takeover_the_bar_counts_towards_it(lise, unit):
    later = CaseFactory(unit=unit, taken_over_on=TODAY + timedelta(days=9))
    unknown = CaseFactory(unit=unit)

    assertContains(lise.get(url(later)), "<dd>in 9 days</dd>")
    assertContains(lise.get(url(unknown)), "<dd>no date yet</dd>")
    assertContains(lise.get(url(unknown)), "No promise runs yet.")


def test_the_household_is_named_and_counted(lise, unit, other_unit):
    home = HouseholdFactory(unit=unit)
    case = CaseFactory(unit=unit, household=home)
    other = CaseFactory(unit=unit, household=home)
    hidden = CaseFactory(unit=other_unit, household=home)

    response = lise.get(url(case))

    assertContains(response, "<dd>2 people</dd>")
    assertContains(response, url(other))
    assertNotContains(response, hidden.person.name)


def test_a_plan_beyond_the_deadline_is_said_in_days_late(lise, case):
    accepted(case, date(2026, 12, 4))

    response = lise.get(url(case))

    assertContains(response, "The planned start is 2 days late")
    assertContains(response, "Agree an earlier start")
    assertContains(response, "Planned 2 days late")


def test_a_plan_whose_day_has_passed_is_said_in_days_ago(lise, case):
    accepted(case, date(2026, 11, 20))

    response = lise.get(url(case))

    assertContains(response, "The planned start passed 3 days ago")
    assertContains(response, "Record the start")
    assertContains(response, "The planned day passed 3 days ago")


def test_the_next_step_is_a_link_to_the_form_that_does_it(lise, case):
    response = lise.get(url(case))

    assertContains(response, "Offer an internship</a>")
    assertContains(response, f'href="{url(case, "internships:offer")}"')


def test_a_manager_looks_and_finds_nothing_to_change(signed_in, manager, case):
    accepted(case, date(2026, 11, 30))

    response = signed_in(manager).get(url(case))

    assertContains(response, "Record the start</p>")
    assertContains(response, "Work and education")
    assertNotContains(response, "/internships/off")
    assertNotContains(response, "/internships/start")


def test_the_law_and_the_city_stand_apart_and_each_says_whose_promise_it_is(lise, unit):
    case = CaseFactory(unit=unit, taken_over_on=date(2024, 3, 1), on_benefit=True)

    page = lise.get(url(case)).content.decode()

    city, law = page.index("Promises of the City"), page.index("Deadlines of the law")
    assert city < law
    assert page.count('<li class="clock">', city, law) == 2
    # Those of the law, and the internal default of the health assessment.
    assert page.count('<li class="clock">', law) == 5


def test_what_is_open_comes_before_what_is_kept_which_is_folded(lise, case):
    accepted(case, date(2026, 11, 30))

    page = lise.get(url(case)).content.decode()

    clocks = page[page.index('<ol class="clocks">') :]
    fold = clocks.index('<details class="clocks__closed">')
    assert clocks.index("<h3>Internship started</h3>") < fold < clocks.index("<h3>Internship offered</h3>")
    assert "1 closed promise" in clocks
    assert "Met in time: 1" in clocks[:fold]


def test_on_a_closed_case_what_became_of_its_promises_is_not_folded(lise, case, caseworker):
    case.close(on=TODAY, reason="moved", by=caseworker)

    page = lise.get(reverse("case", args=[case.public_id])).content.decode()

    assert '<details class="clocks__closed" open>' in page


def test_the_receipt_has_a_page_of_its_own(lise, case):
    response = lise.get(url(case, "case_receipt", "internship-started", "city", 1))

    assertContains(response, "How the date was counted: Internship started")
    assertContains(response, "Last day in time: Wed 2 Dec 2026.")
    assert AccessLog.objects.get().page == "case_receipt"


def test_a_receipt_of_a_promise_that_was_not_made_is_not_found(lise, case):
    missing = url(case, "case_receipt", "internship-started", "law", 1)

    assert lise.get(missing).status_code == 404


@pytest.mark.parametrize(
    ("role", "is_told"),
    [("caseworker", True), ("colleague", False), ("team_lead", False), ("manager", False)],
)
def test_why_time_was_paused_is_told_on_the_receipt_to_the_own_caseworker_only(
    role, is_told, request, signed_in, case
):
    Pause.objects.begin(
        case=case,
        ground="illness",
        from_on=date(2026, 11, 9),
        until=date(2026, 11, 13),
        reason="The hospital wrote late",
        today=TODAY,
        by=None,
    )

    response = signed_in(request.getfixturevalue(role)).get(
        url(case, "case_receipt", "internship-started", "city", 1)
    )

    assertContains(response, "Paused 4 days")
    assert ("Illness" in response.content.decode()) is is_told
    assert ("hospital" in response.content.decode()) is is_told


@pytest.mark.parametrize("role", ["stranger", "mentor", "administrator"])
def test_a_receipt_is_for_those_who_see_the_whole_case(role, request, signed_in, case):
    receipt = url(case, "case_receipt", "internship-started", "city", 1)

    assert signed_in(request.getfixturevalue(role)).get(receipt).status_code == 404


def test_a_breach_nobody_answered_is_the_next_step_and_stays_visible(lise, case):
    offered = accepted(case, None)
    Clock.objects.filter(case=case).update(due_on=date(2026, 11, 20), met_on=None)
    jobs.sweep(as_of=TODAY)

    response = lise.get(url(case))

    assertContains(response, "3 days over")
    assertContains(response, "Say why it is over and what happens next")
    assertContains(response, offered.company.name)
    assertContains(response, "Over the deadline since Sat 21 Nov 2026")


def many_clocks(case, count):
    pattern = Clock.objects.get(case=case, goal="internship-started", occurrence="takeover")
    Clock.objects.bulk_create(
        Clock(
            case=case,
            unit_id=pattern.unit_id,
            permit_ground=pattern.permit_ground,
            rule_set=pattern.rule_set,
            goal=pattern.goal,
            standard=pattern.standard,
            occurrence=f"extra:{case.clocks.count() + number}",
            version_id=pattern.version_id,
            starts_on=pattern.starts_on,
            due_on=pattern.due_on,
            met_on=TODAY,
        )
        for number in range(count)
    )


def many_lines(case, count):
    CaseLine.objects.bulk_create(
        CaseLine(case=case, verb="household", happened_on=TODAY) for _ in range(count)
    )


def test_the_page_takes_the_same_queries_at_10_and_at_1000_clocks_and_lines(
    lise, case, django_assert_num_queries
):
    many_clocks(case, 10)
    many_lines(case, 10)
    with CaptureQueriesContext(connection) as few:
        lise.get(url(case))
    many_clocks(case, 990)
    many_lines(case, 990)

    with django_assert_num_queries(len(few)):
        response = lise.get(url(case))

    assert response.content.count(b'<li class="clock">') == 1008
