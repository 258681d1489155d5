"""What a clock is on a day: every state, and the days on which one turns into the next."""

from datetime import date, timedelta

import pytest

from goals.models import Clock, GoalVersion, State
from internships.models import Placement
from refugees.models import JobReadiness, OccupationKind
from tests.factories import TODAY, CaseFactory, CompanyFactory

pytestmark = pytest.mark.django_db

STARTS, WARN, DUE = date(2026, 11, 2), date(2026, 11, 25), date(2026, 12, 2)
ONE = timedelta(days=1)
PAUSE = [(date(2026, 11, 10), date(2026, 11, 14))]


@pytest.mark.parametrize(
    ("dates", "day", "state"),
    [
        ({}, STARTS - ONE, State.NOT_STARTED),
        ({}, STARTS, State.RUNNING),
        ({}, WARN - ONE, State.RUNNING),
        ({}, WARN, State.DUE_SOON),
        ({}, DUE, State.DUE_SOON),
        ({}, DUE + ONE, State.OVER),
        ({"due_on": None, "warn_on": None}, DUE + ONE, State.RUNNING),
        ({"paused": PAUSE}, date(2026, 11, 9), State.RUNNING),
        ({"paused": PAUSE}, date(2026, 11, 10), State.PAUSED),
        ({"paused": PAUSE}, date(2026, 11, 13), State.PAUSED),
        ({"paused": PAUSE}, date(2026, 11, 14), State.RUNNING),
        ({"paused": [(date(2026, 11, 10), None)], "due_on": None, "warn_on": None}, DUE + ONE, State.PAUSED),
        ({"met_on": DUE}, DUE - ONE, State.DUE_SOON),
        ({"met_on": DUE}, DUE, State.MET_IN_TIME),
        ({"met_on": DUE + ONE}, DUE + ONE, State.MET_LATE),
        ({"met_on": DUE + 2 * ONE}, DUE + ONE, State.OVER),
        ({"met_on": STARTS - ONE}, STARTS - ONE, State.MET_IN_TIME),
        ({"met_on": DUE + ONE, "due_on": None, "warn_on": None}, DUE + ONE, State.MET_IN_TIME),
        ({"void_on": DUE}, DUE - ONE, State.DUE_SOON),
        ({"void_on": DUE}, DUE, State.VOID),
        ({"void_on": DUE + ONE}, DUE + ONE, State.MISSED),
        ({"void_on": DUE + 2 * ONE}, DUE + ONE, State.OVER),
        ({"void_on": STARTS}, STARTS, State.VOID),
        ({"met_on": DUE, "void_on": DUE + ONE}, DUE + 2 * ONE, State.MET_IN_TIME),
        ({"met_on": DUE + ONE, "void_on": DUE + ONE}, DUE + ONE, State.MET_LATE),
    ],
)
def test_on_that_day_it_is(unit, dates, day, state):
    case = CaseFactory(unit=unit)
    facts = {"starts_on": STARTS, "warn_on": WARN, "due_on": DUE} | dates
    clock = Clock.objects.create(
        case=case,
        unit=unit,
        permit_ground=case.permit_ground,
        goal="internship-started",
        standard="city",
        occurrence="takeover",
        version=GoalVersion.objects.get(goal="internship-started", standard="city"),
        void_reason="closed" if "void_on" in dates else "",
        **facts,
    )

    assert Clock.objects.at(day).get(pk=clock.pk).state == state
    # The sweep looks for the very clocks that are over.
    assert Clock.objects.unflagged_over(day).filter(pk=clock.pk).exists() is (
        state == State.OVER and "met_on" not in dates
    )


def test_a_promise_that_fell_away_stays_so_whatever_is_done_later(unit, caseworker):
    case = CaseFactory(unit=unit, taken_over_on=STARTS)
    company, began_on = CompanyFactory(), date(2026, 11, 12)
    Placement.objects.start(
        case=case, company=company, kind=OccupationKind.JOB, on=began_on, today=began_on, by=caseworker
    )
    clocks = Clock.objects.at(TODAY).filter(case=case, goal="internship-started", standard="city")
    assert clocks.get().state == State.MET_IN_TIME

    JobReadiness.objects.decide(
        case=case, is_ready=False, on=date(2026, 11, 11), reason="Hospital", by=caseworker
    )

    clock = clocks.get()
    assert (clock.state, clock.met_on, clock.void_reason) == (State.VOID, None, "not-ready")


def test_every_state_is_in_the_table():
    [mark] = [mark for mark in test_on_that_day_it_is.pytestmark if mark.name == "parametrize"]

    assert {state for _dates, _day, state in mark.args[1]} == set(State)
