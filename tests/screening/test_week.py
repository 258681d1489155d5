"""Interviews of my week: whose, of which days, and what is still to be planned."""

from datetime import date, timedelta

import pytest
from django.urls import reverse
from pytest_django.asserts import assertContains, assertNotContains

from refugees.events import KeyEvent, Source
from refugees.models import KeyDate
from tests.factories import TODAY, CaseFactory
from tests.screening.interviewing import hold, plan

pytestmark = pytest.mark.django_db

WEEK = reverse("my_interviews")


def allocated(unit, caseworker, **facts):
    """A case that both interviews are promised to."""
    case = CaseFactory(unit=unit, caseworker=caseworker, **facts)
    KeyDate.objects.record(
        case=case, event=KeyEvent.ALLOCATION, on=date(2026, 10, 9), source=Source.CITY, by=None
    )
    return case


def test_the_week_shows_what_i_hold_from_monday_to_sunday(lise, unit, caseworker, colleague):
    for name, by, on in [
        ("Monday", caseworker, TODAY),
        ("Sunday", caseworker, TODAY + timedelta(days=6)),
        ("Later", caseworker, TODAY + timedelta(days=7)),
        ("Colleague", colleague, TODAY),
    ]:
        case = CaseFactory(unit=unit, caseworker=colleague, person__given_name=name)
        plan(case, caseworker, on=on, interviewer=by)

    this, after = lise.get(WEEK), lise.get(f"{WEEK}?week=2026-W49")

    for name in ("Monday Person", "Sunday Person"):
        assertContains(this, name)
    for name in ("Later Person", "Colleague Person"):
        assertNotContains(this, name)
    assertContains(after, "Later Person")
    assertContains(this, "not invited yet")


def test_what_nobody_planned_stands_beside_once_with_its_most_urgent_promise(lise, unit, caseworker):
    case = allocated(unit, caseworker, person__given_name="Yonas")
    planned = allocated(unit, caseworker, person__given_name="Dalia")
    plan(planned, caseworker)
    hold(planned, caseworker, kind="second")
    page = lise.get(WEEK)

    links = [row.url for row in page.context["to_plan"]]
    form = reverse("interviews:plan", args=[case.public_id])
    assert links == [f"{form}?kind=first", f"{form}?kind=second"]
    assertContains(lise.get(links[0]), 'value="first"')


@pytest.mark.parametrize("who", ["caseworker", "team_lead"])
def test_the_week_of_the_unit_names_who_holds_each_and_can_be_narrowed_to_one(
    request, signed_in, who, unit, caseworker, colleague, stranger
):
    client = signed_in(request.getfixturevalue(who))
    for name, by in [("Yonas", caseworker), ("Dalia", colleague)]:
        plan(CaseFactory(unit=unit, person__given_name=name), by, on=TODAY)
    plan(CaseFactory(unit=stranger.unit, person__given_name="Foreign"), stranger, on=TODAY)

    everybody = client.get(f"{WEEK}?whose=unit")
    one = client.get(f"{WEEK}?whose=unit&interviewer=colleague")
    nobody_known = client.get(f"{WEEK}?whose=unit&interviewer=stranger")

    def shown(page):
        return [
            (row.case.person.given_name, row.interviewer.name)
            for day in page.context["days"]
            for row in day.rows
        ]

    assert shown(everybody) == [("Yonas", "Lise Invented"), ("Dalia", "Ahmed Invented")]
    assert shown(one) == [("Dalia", "Ahmed Invented")]
    assert shown(nobody_known) == shown(everybody)
    assertContains(everybody, '<td data-label="Interviewer">Ahmed Invented</td>', html=True)
    assertContains(everybody, "Interpreter: Arabic, in person")
    assert one.context["next_url"] == f"{WEEK}?whose=unit&interviewer=colleague&week=2026-W49"
    assert one.context["segments"][0]["url"] == f"{WEEK}?week=2026-W48"


def test_what_the_unit_has_to_plan_is_cut_after_the_most_urgent(lise, unit, colleague, monkeypatch):
    monkeypatch.setattr("screening.interviews.views.week.MOST_TO_PLAN", 3)
    for _ in range(2):
        allocated(unit, colleague)

    mine, units = lise.get(WEEK), lise.get(f"{WEEK}?whose=unit")

    assert mine.context["to_plan"] == []
    assert (len(units.context["to_plan"]), units.context["more_to_plan"]) == (3, 1)
    assertContains(units, "and 1 more")


@pytest.mark.parametrize("week", ["2026", "2026-W54", "2026-W00", "next", "0000-W01"])
def test_a_week_that_is_none_is_not_found(lise, week):
    assert lise.get(f"{WEEK}?week={week}").status_code == 404


def test_planning_what_is_planned_already_leads_to_it(lise, case, caseworker):
    plan(case, caseworker)
    at = reverse("interviews:plan", args=[case.public_id])

    assert lise.get(f"{at}?kind=first").url == reverse("interviews:interviews", args=[case.public_id])


@pytest.mark.parametrize("page", [WEEK, f"{WEEK}?whose=unit"])
def test_any_number_of_cases_takes_the_same_queries(
    lise, unit, caseworker, page, django_assert_max_num_queries
):
    counts = []
    for people in (3, 9):
        for number in range(people):
            case = allocated(unit, caseworker)
            if number % 2:
                plan(case, caseworker)
        with django_assert_max_num_queries(26) as captured:
            assert lise.get(page).status_code == 200
        counts.append(len(captured))

    assert counts[0] == counts[1]
