"""What was known of a promise on a day: each belief with the time in which it was held, and what led to it."""

from datetime import UTC, date, datetime

import pytest

from accounts.scope import system_scope
from goals.models import Clock, ClockBelief, Pause, State
from internships.models import Placement
from refugees.models import CaseLine, OccupationKind
from tests.factories import CaseFactory, CompanyFactory
from tests.people import arranging

pytestmark = pytest.mark.django_db

TAKEN_OVER = date(2026, 11, 2)
MONDAY, TUESDAY, WEDNESDAY = date(2026, 11, 9), date(2026, 11, 10), date(2026, 11, 11)
STARTED = {"goal": "internship-started", "standard": "city"}


@pytest.fixture
def told(unit, caseworker):
    """A case registered on Monday, whose internship of Monday was registered on Wednesday."""
    with arranging(MONDAY):
        case = CaseFactory(unit=unit, taken_over_on=TAKEN_OVER, caseworker=caseworker)
    with arranging(WEDNESDAY):
        Placement.objects.start(
            case=case,
            company=CompanyFactory(),
            kind=OccupationKind.INTERNSHIP,
            on=MONDAY,
            today=WEDNESDAY,
            by=caseworker,
        )
    return case


def known(case, day, **kind):
    return case.beliefs.filter(**kind or STARTED).known_on(day).at(day).get()


def test_on_a_day_is_known_what_was_recorded_by_its_end(told):
    assert not told.beliefs.known_on(date(2026, 11, 8)).exists()
    assert known(told, MONDAY).state == State.RUNNING
    assert known(told, TUESDAY).state == State.RUNNING
    assert known(told, WEDNESDAY).state == State.MET_IN_TIME
    assert known(told, WEDNESDAY).met_on == MONDAY


def test_what_is_known_now_is_what_the_clocks_say(told):
    names = [field.attname for field in ClockBelief._meta.fields if field.attname not in {"id", "clock_id"}]
    names = [name for name in names if name not in {"known", "changes"}]

    now = list(told.clocks.order_by("pk").values_list("pk", *names))

    assert (
        list(told.beliefs.filter(known__endswith=None).order_by("clock").values_list("clock", *names)) == now
    )
    assert set(names) == {field.attname for field in Clock._meta.fields} - {"id", "flagged_on", "reached_on"}


def test_a_pause_is_known_from_the_day_it_was_recorded_whenever_it_began(told):
    with arranging(WEDNESDAY):
        other = CaseFactory(unit=told.unit, taken_over_on=TAKEN_OVER)
    friday = date(2026, 11, 13)
    with arranging(friday):
        Pause.objects.begin(
            case=other,
            ground="illness",
            from_on=MONDAY,
            until=None,
            by=None,
            today=friday,
            reason="Told late.",
        )

    assert known(other, WEDNESDAY).state == State.RUNNING
    assert known(other, friday).state == State.PAUSED
    assert other.beliefs.filter(**STARTED).known_on(friday).at(WEDNESDAY).get().state == State.PAUSED


def test_a_belief_names_the_change_that_led_to_it(told):
    changes = known(told, WEDNESDAY).changes

    assert set(CaseLine.objects.filter(change__in=changes).values_list("verb", flat=True)) == {
        "occupation-started"
    }


def test_what_was_replaced_at_the_same_moment_was_never_believed_but_its_cause_is_kept(unit):
    with system_scope("told", at=datetime(2026, 11, 9, 10, tzinfo=UTC)):
        case = CaseFactory(unit=unit, taken_over_on=TAKEN_OVER)
        case.key_dates.current().get(event="E2").correct(on=MONDAY, reason="Wrong letter", by=None)

    belief = case.beliefs.get(**STARTED)

    assert belief.starts_on == MONDAY
    lines = CaseLine.objects.filter(change__in=belief.changes)
    assert set(lines.values_list("verb", flat=True)) == {"date-recorded", "date-corrected"}
