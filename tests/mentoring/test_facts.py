"""Each follow-up talk starts the next clock; the law counts four of them, in the rule sets that have a number."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest

from goals.models import Clock, ClockBelief, Pause, State, Urgency
from mentoring.goals import evidence, read_facts
from refugees.events import KeyEvent, Source
from refugees.models import Appointment, KeyDate, Talk
from tests.factories import TODAY, CaseFactory
from tests.people import arranging

pytestmark = pytest.mark.django_db

CATEGORISED = date(2026, 6, 1)


@pytest.fixture
def case(unit, caseworker):
    """Displaced from Ukraine, on a benefit, categorised on 1 June 2026: law and reminder both run."""
    case = CaseFactory(
        unit=unit,
        taken_over_on=date(2026, 3, 2),
        permit_ground="ukraine",
        on_benefit=True,
        caseworker=caseworker,
    )
    categorise(case, CATEGORISED)
    return case


def categorise(case, on):
    KeyDate.objects.record(case=case, event=KeyEvent.CATEGORISED, on=on, source=Source.CITY, by=None)


def talk(case, on, **facts):
    facts = {"kind": "follow-up", "form": "in-person", "today": TODAY, "by": None} | facts
    return Talk.objects.record(case=case, on=on, **facts)


def clocks(case, goal, day=TODAY):
    return list(Clock.objects.at(day).filter(case=case, goal=goal).order_by("starts_on", "pk"))


def test_the_category_starts_both(case):
    [by_law], [following] = clocks(case, "follow-up-law"), clocks(case, "follow-up-next")

    assert (by_law.standard, by_law.due_on) == ("law", date(2026, 12, 1))
    assert (following.standard, following.due_on) == ("internal", date(2026, 9, 1))


def test_each_talk_meets_one_clock_and_starts_the_next(case):
    first, second = talk(case, date(2026, 8, 20)), talk(case, date(2026, 11, 19))

    following = clocks(case, "follow-up-next")

    assert [(c.occurrence, c.met_on, c.due_on) for c in following] == [
        ("categorised", first.on, date(2026, 9, 1)),
        (f"talk:{first.pk}", second.on, date(2026, 11, 20)),
        (f"talk:{second.pk}", None, date(2027, 2, 19)),
    ]


def test_the_fourth_talk_keeps_the_promise_of_the_law(case):
    for day in (date(2026, 7, 1), date(2026, 8, 3), date(2026, 9, 7)):
        talk(case, day)
    assert clocks(case, "follow-up-law")[0].met_on is None

    talk(case, date(2026, 10, 5))

    assert clocks(case, "follow-up-law")[0].met_on == date(2026, 10, 5)


@pytest.mark.parametrize("facts", [{"was_held": False, "why_not": "Did not come"}, {"kind": "cv"}])
def test_what_is_no_talk_held_keeps_nothing(case, facts):
    talk(case, date(2026, 8, 20), **facts)

    assert [clock.met_on for clock in clocks(case, "follow-up-next")] == [None]


def test_a_corrected_day_moves_the_clock_it_started_and_keeps_its_name(case):
    held = talk(case, date(2026, 8, 20))

    held.correct(
        on=date(2026, 8, 27),
        form="phone",
        participants=["interpreter"],
        agreement="",
        was_held=True,
        why_not="",
        reason="The diary says the 27th",
        today=TODAY,
        by=None,
    )

    after = clocks(case, "follow-up-next")[1]
    assert (after.occurrence, after.starts_on, after.due_on) == (
        f"talk:{held.pk}",
        date(2026, 8, 27),
        date(2026, 11, 27),
    )
    believed = ClockBelief.objects.filter(clock_id=after.pk).order_by("pk")
    assert [belief.due_on for belief in believed] == [date(2026, 11, 20), date(2026, 11, 27)]


def test_a_talk_taken_back_lets_the_clock_before_it_run_again(case):
    held = talk(case, date(2026, 8, 20))

    held.take_back(reason="Another person", on=TODAY, by=None)

    before, after = clocks(case, "follow-up-next")
    assert (before.met_on, before.state) == (None, State.OVER)
    assert (after.state, after.void_reason) == (State.VOID, "withdrawn")


def agree(case, by, day, *, made_on=TODAY):
    at = datetime(day.year, day.month, day.day, 10, tzinfo=ZoneInfo("Europe/Copenhagen"))
    with arranging(made_on):
        return Appointment.objects.make(
            case=case,
            kind="follow-up",
            title="Talk",
            starts_at=at,
            ends_at=at.replace(hour=11),
            staff=[by],
            by=by,
        )


def planned(case):
    return clocks(case, "follow-up-next")[-1].planned_on


def test_an_appointment_is_the_plan(case, caseworker):
    agreed = agree(case, caseworker, date(2026, 12, 8))
    assert planned(case) == date(2026, 12, 8)

    agreed.cancel(reason="Ill", by=caseworker)

    assert planned(case) is None


def test_of_several_appointments_ahead_the_first_is_the_plan_and_after_its_talk_the_next(case, caseworker):
    agree(case, caseworker, date(2027, 2, 9))
    agree(case, caseworker, TODAY)
    assert planned(case) == TODAY

    talk(case, TODAY)

    assert planned(case) == date(2027, 2, 9)


def test_an_appointment_that_passed_is_no_plan_once_another_is_agreed(case, caseworker):
    talk(case, date(2026, 9, 21))
    agree(case, caseworker, date(2026, 10, 5), made_on=date(2026, 9, 21))
    assert planned(case) == date(2026, 10, 5)

    agree(case, caseworker, date(2027, 1, 11), made_on=date(2026, 10, 6))

    [clock] = Clock.objects.with_urgency(TODAY).filter(case=case, goal="follow-up-next")
    assert (clock.planned_on, clock.due_on) == (date(2027, 1, 11), date(2026, 12, 21))
    # It hid that the new day lies beyond the deadline.
    assert (clock.urgency, clock.planned_days_late) == (Urgency.SOON, 21)


def test_an_appointment_whose_talk_was_not_held_is_no_plan(case, caseworker):
    agree(case, caseworker, date(2026, 11, 20), made_on=date(2026, 11, 2))
    agree(case, caseworker, date(2026, 12, 8), made_on=date(2026, 11, 2))
    assert planned(case) == date(2026, 11, 20)

    talk(case, date(2026, 11, 20), was_held=False, why_not="Did not come")

    assert planned(case) == date(2026, 12, 8)


def test_on_leave_another_rule_holds_and_its_end_starts_anew_without_telling_the_ground(case):
    Pause.objects.begin(
        case=case, ground="maternity", from_on=TODAY, until=date(2027, 6, 1), by=None, today=TODAY
    )

    before, after = clocks(case, "follow-up-next", date(2026, 11, 24))
    assert (before.void_on, before.void_reason) == (TODAY, "other-rule")
    assert (after.starts_on, after.due_on, after.state) == (
        date(2027, 6, 1),
        date(2027, 9, 1),
        State.NOT_STARTED,
    )
    assert clocks(case, "follow-up-law")[0].void_reason == "other-rule"
    assert "maternity" not in f"{before.occurrence}{after.occurrence}{before.get_void_reason_display()}"


def test_a_corrected_leave_moves_the_clock_it_started_and_keeps_its_name(case):
    facts = {"ground": "maternity", "from_on": TODAY, "by": None, "today": TODAY}
    first = Pause.objects.begin(case=case, until=date(2027, 6, 1), **facts)
    [_before, started] = clocks(case, "follow-up-next")

    second = first.correct(until=date(2027, 5, 1), reason="Back earlier", **facts)
    third = second.correct(until=date(2027, 7, 1), reason="Back later", **facts)

    [_before, now] = clocks(case, "follow-up-next")
    assert (now.pk, now.occurrence) == (started.pk, f"pause:{first.pk}")
    assert (now.starts_on, now.due_on) == (date(2027, 7, 1), date(2027, 10, 1))
    [told] = evidence(case.pk, now.occurrence)
    assert (told.on, told.recorded_at) == (date(2027, 7, 1), third.recorded_at)
    third.withdraw(reason="Another person", by=None, today=TODAY)
    assert evidence(case.pk, now.occurrence) == []


def test_a_leave_that_was_something_else_for_a_while_is_the_same_one(case):
    facts = {"from_on": TODAY, "until": date(2027, 6, 1), "by": None, "today": TODAY}
    leave = Pause.objects.begin(case=case, ground="maternity", **facts)
    [_before, started] = clocks(case, "follow-up-next")

    ill = leave.correct(ground="illness", reason="Read wrongly", **facts)
    assert clocks(case, "follow-up-next")[-1].void_reason == "withdrawn"
    ill.correct(ground="maternity", reason="It was right", **facts)

    again = clocks(case, "follow-up-next")[-1]
    assert (again.pk, again.void_on) == (started.pk, None)


@pytest.mark.parametrize(
    ("taken_over_on", "ground", "categorised_on", "months"),
    [
        (date(2018, 7, 2), "convention", date(2018, 10, 2), 12),
        (date(2020, 7, 1), "convention", date(2020, 10, 1), 6),
        (date(2022, 5, 2), "ukraine", date(2022, 8, 2), 6),
        (date(2019, 6, 3), "convention", date(2019, 9, 3), None),
        (date(2025, 3, 3), "convention", date(2025, 6, 3), None),
        (date(2026, 3, 2), "convention", date(2026, 6, 2), None),
    ],
)
def test_the_law_has_a_version_only_where_its_number_is_known(
    unit, taken_over_on, ground, categorised_on, months
):
    case = CaseFactory(unit=unit, taken_over_on=taken_over_on, permit_ground=ground, on_benefit=True)
    categorise(case, categorised_on)

    assert [clock.version.amount for clock in clocks(case, "follow-up-law")] == ([months] if months else [])


def test_the_facts_of_any_number_of_cases_take_five_queries(case, unit, django_assert_num_queries):
    for number in (1, 12):
        cases = [CaseFactory(unit=unit, taken_over_on=date(2026, 3, 2)) for _ in range(number)]
        for each in cases:
            categorise(each, CATEGORISED)
            talk(each, date(2026, 8, 20))
        with django_assert_num_queries(5):
            assert len(list(read_facts([each.pk for each in cases]))) == 3 * number
