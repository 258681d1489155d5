"""Measures whose list comes again with other hours or another agreed last day: shown, and taken over as corrections."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from pytest_django.asserts import assertContains

from internships.measure_import import look
from internships.models import PlacementExtension
from refugees.models import CaseLine, JobReadiness, Occupation, StateBatch, compared
from refugees.reporting import rows_of
from refugees.staged import Prospect
from refugees.verbs import tell
from tests.factories import TODAY, CaseFactory
from tests.internships.test_measures_taken_in import ENDED, carried_out, cells, taken_in

pytestmark = pytest.mark.django_db

REASON = "The City's system of record tells it so."


@pytest.fixture
def measure(case, caseworker):
    assert carried_out(caseworker, cells(case)) == ["made"]
    return Occupation.objects.get()


def state_of(unit):
    [each] = compared(rows_of(unit, TODAY))
    return each


def test_other_hours_and_another_last_day_are_shown_and_taken_over_as_corrections(case, caseworker, measure):
    again = cells(case, hours="25", minutes="", last_on="18-12-2026")

    [seen] = look([again], caseworker, TODAY)
    assert carried_out(caseworker, again) == ["changed"]

    assert seen.prospect == Prospect.CHANGED
    assert [(each.label, each.was, each.becomes) for each in seen.changes] == [
        ("Hours a week", "30 h 30 min", "25 h"),
        ("Agreed last day", "11-12-2026", "18-12-2026"),
    ]
    measure.refresh_from_db()
    assert (measure.minutes_a_week, measure.planned_last_on) == (25 * 60, date(2026, 12, 18))
    assert measure.correction_reason == REASON
    first = Occupation.pgh_event_model.objects.filter(pgh_obj_id=measure.pk).earliest("pgh_id")
    assert (first.minutes_a_week, first.planned_last_on) == (30 * 60 + 30, date(2026, 12, 11))
    lines = (
        CaseLine.objects.filter(case=case)
        .exclude(verb="occupation-started")
        .filter(verb__startswith="occupation")
    )
    told = tell(list(lines))
    assert {(line.verb, line.happened_on, told[line.pk].reason) for line in lines} == {
        ("occupation-hours-stated", TODAY, REASON),
        ("occupation-end-planned", TODAY, REASON),
    }
    assert carried_out(caseworker, again) == ["unchanged"]


def test_hours_that_somebody_states_here_have_no_reason_to_tell(case, caseworker, measure):
    measure.state_hours(minutes=600, today=TODAY, by=caseworker)

    line = CaseLine.objects.get(case=case, verb="occupation-hours-stated")
    assert tell([line])[line.pk].reason == ""
    assert Occupation.objects.get().correction_reason == ""


def test_what_came_is_not_gathered_and_a_correction_here_is_told_and_not_undone(
    unit, case, caseworker, measure
):
    assert state_of(unit).is_reported
    measure.state_hours(minutes=20 * 60, today=TODAY, by=caseworker)

    row = StateBatch.objects.gather(unit=unit, rows=rows_of(unit, TODAY), by=caseworker).rows.get()

    assert row.was == {"hours_a_week": 30, "minutes_a_week": 30}
    assert carried_out(caseworker, cells(case)) == ["unchanged"]
    measure.refresh_from_db()
    assert measure.minutes_a_week == 20 * 60


def test_where_both_changed_the_hours_a_person_judges(case, caseworker, measure):
    measure.state_hours(minutes=20 * 60, today=TODAY, by=caseworker)

    [seen] = look([cells(case, hours="30", minutes="")], caseworker, TODAY)

    assert seen.prospect == Prospect.CANNOT
    assert "both here (20 h) and in the list (30 h)" in seen.problems[0]


def test_a_start_that_was_corrected_here_is_not_undone_by_the_old_list(case, caseworker, measure):
    measure.correct_start(on=date(2026, 11, 17), reason="The diary.", today=TODAY, by=caseworker)

    assert carried_out(caseworker, cells(case)) == ["unchanged"]
    [seen] = look([cells(case, first_on="18-11-2026")], caseworker, TODAY)

    assert "The case says otherwise" in seen.problems[0]
    measure.refresh_from_db()
    assert measure.started_on == date(2026, 11, 17)


def test_an_end_that_was_recorded_here_is_told_and_the_list_plans_nothing_any_more(
    unit, case, caseworker, measure
):
    measure.end(on=date(2026, 11, 20), ending="broken-off-company", today=TODAY, by=caseworker)

    assert carried_out(caseworker, cells(case, last_on="18-12-2026")) == ["unchanged"]

    assert state_of(unit).was == {"ends_on": "2026-12-18", "status": "", "status_reason": ""}


def test_hours_and_an_end_come_with_one_row(unit, case, caseworker, measure):
    assert carried_out(caseworker, cells(case, hours="25", minutes="", **ENDED)) == ["changed"]

    measure.refresh_from_db()
    assert (measure.minutes_a_week, measure.last_on) == (25 * 60, date(2026, 11, 20))
    assert state_of(unit).is_reported


def test_a_last_day_beyond_the_rule_is_warned_of_and_taken_over(case, caseworker, measure):
    """Integration Act § 23 b(4): four weeks for somebody who is job-ready, on no ground."""
    longer = cells(case, last_on="18-12-2026")

    [within], [beyond] = (look([row], caseworker, TODAY) for row in (cells(case), longer))
    assert carried_out(caseworker, longer) == ["changed"]

    assert (within.doubts, beyond.problems) == ([], ())
    assert "That is too long: Sun 13 Dec 2026 is the last day without further grounds." in beyond.doubts[0]
    assert "Integrationsloven § 23 b" in beyond.doubts[0]
    assert "A list carries no grounds" in beyond.doubts[-1]
    [again] = look([longer], caseworker, TODAY)
    assert again.doubts == []


def test_a_ground_that_was_recorded_here_answers_for_the_last_day_of_a_list(case, caseworker, measure):
    PlacementExtension.objects.agree(
        occupation=measure, to_on=date(2026, 12, 20), ground="no-experience", today=TODAY, by=caseworker
    )

    [seen] = look([cells(case, last_on="20-12-2026")], caseworker, TODAY)

    assert seen.doubts == []


def test_somebody_who_is_not_job_ready_may_stay_longer(case, caseworker):
    new = cells(case, last_on="18-12-2026")
    [ready] = look([new], caseworker, TODAY)
    JobReadiness.objects.decide(case=case, is_ready=False, on=date(2026, 11, 2), reason="Ill.", by=caseworker)

    [seen] = look([new], caseworker, TODAY)

    assert (seen.prospect, seen.doubts) == (Prospect.NEW, [])
    assert ready.doubts


def test_the_warning_stands_at_its_row(signed_in, case, caseworker, measure):
    found = taken_in(caseworker, cells(case, last_on="18-12-2026"))

    page = signed_in(caseworker).get(reverse("refugees:staged_list", args=["measures", found.public_id]))

    assertContains(page, "A list carries no grounds")


def test_what_is_known_costs_the_same_at_any_number(unit, caseworker):
    cases = [CaseFactory(unit=unit, taken_over_on=date(2026, 11, 2)) for _ in range(12)]
    carried_out(caseworker, *(cells(each, key=f"FAG-{each.pk}") for each in cases))
    again = [cells(each, key=f"FAG-{each.pk}", last_on="18-12-2026") for each in cases]

    asked = []
    for number in (3, 12):
        with CaptureQueriesContext(connection) as captured:
            looks = look(again[:number], caseworker, TODAY)
        assert all(seen.doubts for seen in looks)
        asked.append(len(captured))
    assert asked[0] == asked[1]
