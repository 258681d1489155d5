"""The team lead sees how long the steps take and sets other days; the last safe day is said where the case is read."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from goals.models import LeadTime
from goals.planning import last_safe_words
from tests.factories import TODAY, CaseFactory
from tests.goals.leads import clock_of, lead_time

pytestmark = pytest.mark.django_db

LIST = "/goals/lead-times/"


@pytest.fixture
def row(unit):
    return lead_time(unit, 1, median_days=9, cases=34)


def page_of(row):
    return reverse("goals:lead_time", args=[row.public_id])


def sent(**changes):
    return {"how": "instead", "days": "20", "reason": "The port takes nobody in December"} | changes


def test_the_list_says_what_is_counted_with(signed_in, team_lead, row):
    page = signed_in(team_lead).get(LIST).content.decode()

    assert "Company found" in page
    assert "9 days" in page
    assert page_of(row) in page


def test_goals_and_my_team_lead_to_the_list_those_who_may_see_it(
    signed_in, team_lead, manager, caseworker, row
):
    for who in (team_lead, manager):
        for page in ("goals:scoreboard", "my_team"):
            assert LIST in signed_in(who).get(reverse(page)).content.decode(), page

    assert LIST not in signed_in(caseworker).get(reverse("goals:scoreboard")).content.decode()


def test_a_manager_reads_and_does_not_set(signed_in, manager, row):
    assert page_of(row) not in signed_in(manager).get(LIST).content.decode()

    assert signed_in(manager).post(page_of(row), sent()).status_code in {403, 404}
    row.refresh_from_db()
    assert row.override_days is None


def test_the_team_lead_sets_other_days_and_what_was_set_stays_to_be_read(at_forms, team_lead, row):
    browser = at_forms(team_lead)

    assert browser.post(page_of(row), sent()).status_code == 302
    assert browser.post(page_of(row), sent(how="measured", days="", reason="")).status_code == 302

    row.refresh_from_db()
    assert (row.days, row.override_days) == (9, None)
    assert "The port takes nobody in December" in browser.get(page_of(row)).content.decode()


def test_what_was_set_stands_latest_first_and_a_night_that_measures_again_changes_nothing(
    at_forms, team_lead, row
):
    browser = at_forms(team_lead)
    browser.post(page_of(row), sent(days="20"))
    browser.post(page_of(row), sent(days="30"))
    browser.post(page_of(row), sent(how="default", days="14", reason=""))
    LeadTime.objects.filter(pk=row.pk).update(median_days=8)

    page = browser.get(page_of(row)).content.decode()

    said = ["Default 14 days", "30 days instead", "20 days instead"]
    assert [page.count(words) for words in said] == [1, 1, 1]
    assert sorted(said, key=page.index) == said


def test_the_team_lead_sets_the_default(at_forms, team_lead, row):
    at_forms(team_lead).post(page_of(row), sent(how="default", days="14", reason=""))

    row.refresh_from_db()
    assert (row.default_days, row.default_by, row.days) == (14, team_lead, 9)


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"reason": ""}, "Say why other days are counted with."),
        ({"days": ""}, "Write how many days."),
        ({"how": ""}, "Choose what you want to set."),
        ({"days": "many"}, "Enter a whole number."),
    ],
)
def test_what_is_missing_is_said_and_what_was_typed_stays(at_forms, team_lead, row, changes, words):
    response = at_forms(team_lead).post(page_of(row), sent(**changes))

    assert response.status_code == 422
    assert words in response.content.decode()
    row.refresh_from_db()
    assert row.override_days is None


def test_another_units_lead_times_do_not_exist(signed_in, team_lead, other_unit):
    foreign = lead_time(other_unit, 1, median_days=9, cases=34)

    assert signed_in(team_lead).get(page_of(foreign)).status_code == 404
    assert page_of(foreign) not in signed_in(team_lead).get(LIST).content.decode()


def test_the_last_safe_day_is_said_on_the_row_the_case_and_the_receipt(signed_in, caseworker, case, leads):
    words = "Last safe day was Sun 15 Nov: 17 days are usually needed from here"
    assert words in last_safe_words(clock_of(case))
    browser = signed_in(caseworker)

    clock = clock_of(case)
    here = [case.public_id, clock.goal, clock.standard, 1]
    for address in (
        reverse("my_work"),
        reverse("case", args=[case.public_id]),
        reverse("case_receipt", args=here),
    ):
        page = browser.get(address).content.decode()
        assert "medians of at least 21 cases in this unit" in page, address


@pytest.mark.parametrize(
    ("change", "basis"),
    [
        ({"override_days": 3}, "set by the team lead"),
        ({"default_days": 3, "cases": 2}, "default of the team"),
    ],
)
def test_the_words_say_who_says_so(unit, team_lead, change, basis):
    case = CaseFactory(unit=unit, taken_over_on=date(2026, 11, 2))
    for position in (1, 2, 3):
        row = lead_time(unit, position, median_days=9, cases=change.get("cases", 30))
        if "override_days" in change:
            row.override(days=3, reason="Known", by=team_lead)
        else:
            row.set_default(days=3, by=team_lead)

    assert basis in last_safe_words(clock_of(case))


def test_a_planned_start_is_no_matter_of_usual_days(case, leads, unit):
    clock = clock_of(case)
    clock.planned_on = TODAY

    assert last_safe_words(clock) == ""
    assert not clock.is_past_last_safe_day


def test_the_list_takes_the_same_queries_however_many_steps(signed_in, team_lead, unit):
    browser = signed_in(team_lead)
    counts = []
    for positions in ((1,), (2, 3)):
        for position in positions:
            lead_time(unit, position, median_days=9, cases=30)
        with CaptureQueriesContext(connection) as captured:
            browser.get(LIST)
        counts.append(len(captured))

    assert counts[0] == counts[1]
