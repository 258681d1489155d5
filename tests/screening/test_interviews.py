"""Planning, inviting, holding, moving: the verbs, their lines and their promises."""

from datetime import date, time, timedelta

import pytest
from django.core.exceptions import ValidationError
from django.utils.translation import override

from accounts.scope import user_scope
from goals.models import Clock, State
from goals.receipt import receipt
from refugees.events import KeyEvent, Source
from refugees.models import Appointment, KeyDate
from refugees.timeline import timeline
from screening.interviews.promise import evidence, read_facts
from screening.models import Answer, Interview, InterviewKind
from tests.factories import TODAY, CaseFactory
from tests.screening.interviewing import hold, plan, say

pytestmark = pytest.mark.django_db

ALLOCATED, TAKEOVER = date(2026, 10, 9), date(2026, 12, 1)
YESTERDAY, TOMORROW = TODAY - timedelta(days=1), TODAY + timedelta(days=1)


@pytest.fixture
def allocated(unit, caseworker):
    """To be taken over next week."""
    case = CaseFactory(unit=unit, caseworker=caseworker)
    KeyDate.objects.record(case=case, event=KeyEvent.ALLOCATION, on=ALLOCATED, source=Source.CITY, by=None)
    KeyDate.objects.confirm_takeover(case=case, on=TAKEOVER, by=None)
    return case


def clocks(case, day=TODAY):
    """The promises of the interviews by goal and standard."""
    found = Clock.objects.at(day).filter(case=case, goal__startswith="screening")
    return {(clock.goal, clock.standard): clock for clock in found}


def test_both_are_promised_before_the_move_and_the_second_may_be_held_soon_after_it(allocated):
    found = clocks(allocated)

    assert {key: (clock.starts_on, clock.due_on) for key, clock in found.items()} == {
        ("screening-1", "city"): (ALLOCATED, date(2026, 11, 30)),
        ("screening-2", "city"): (ALLOCATED, date(2026, 12, 15)),
    }


@pytest.mark.parametrize(
    ("days", "state"),
    [(-1, State.MET_IN_TIME), (0, State.MET_IN_TIME), (14, State.MET_IN_TIME), (15, State.MET_LATE)],
)
def test_whoever_is_met_at_the_temporary_home_in_time_was_promised_no_more(unit, caseworker, days, state):
    takeover = date(2026, 11, 2)
    case = CaseFactory(unit=unit, caseworker=caseworker)
    KeyDate.objects.record(case=case, event=KeyEvent.ALLOCATION, on=ALLOCATED, source=Source.CITY, by=None)
    KeyDate.objects.confirm_takeover(case=case, on=takeover, by=None)

    for kind in InterviewKind:
        hold(case, caseworker, kind=kind, on=takeover + timedelta(days=days))

    found = clocks(case)
    assert found["screening-2", "city"].state == state
    assert found["screening-1", "city"].state == (State.MET_IN_TIME if days < 0 else State.MET_LATE)


def test_while_the_takeover_is_unknown_no_day_is_due(unit):
    case = CaseFactory(unit=unit, permit_ground="quota")
    KeyDate.objects.record(case=case, event=KeyEvent.ALLOCATION, on=ALLOCATED, source=Source.CITY, by=None)

    assert {key: (clock.due_on, clock.state) for key, clock in clocks(case).items()} == {
        ("screening-1", "city"): (None, State.RUNNING),
        ("screening-2", "city"): (None, State.RUNNING),
    }
    shown = receipt(clocks(case)["screening-2", "city"], ())
    assert (
        "before the takeover, whose day is not known, or at the temporary home within 14 days" in shown.text
    )


def test_nobody_allocated_before_interviews_were_kept_has_a_clock(unit):
    case = CaseFactory(unit=unit, opened_on=date(2025, 12, 1))
    KeyDate.objects.record(
        case=case, event=KeyEvent.ALLOCATION, on=date(2025, 12, 4), source=Source.CITY, by=None
    )
    KeyDate.objects.confirm_takeover(case=case, on=date(2026, 1, 20), by=None)

    assert clocks(case) == {}


def test_planning_says_when_and_holding_keeps_the_promise(allocated, caseworker):
    interview = plan(allocated, caseworker, on=TOMORROW)
    assert clocks(allocated)["screening-1", "city"].planned_on == TOMORROW

    interview.move(
        planned_on=TODAY,
        starts=time(8),
        ends=time(9),
        form="phone",
        place="",
        interviewer=caseworker,
        why="The interpreter can only come today.",
        whose_doing="interpreter",
        today=TODAY,
        by=caseworker,
    ).hold(on=TODAY, today=TODAY, by=caseworker)

    found = clocks(allocated)
    assert (found["screening-1", "city"].met_on, found["screening-1", "city"].state) == (TODAY, "met_in_time")
    assert found["screening-2", "city"].met_on is None


def test_what_is_taken_back_lets_the_promise_run_again_and_says_why(allocated, caseworker):
    interview = hold(allocated, caseworker)
    interview.reopen(reason="It was another person.", today=TODAY, by=caseworker)

    assert clocks(allocated)["screening-1", "city"].met_on is None
    assert interview.is_open and interview.questions == "first-v1"
    shown = timeline(allocated, topic="", size=3)
    assert shown.items[0].reason == "It was another person."


def test_closing_lets_them_fall_away(allocated):
    allocated.close(on=TODAY, reason="moved", by=None)

    assert {clock.state for clock in clocks(allocated).values()} == {State.VOID}


def test_the_receipt_names_the_dates_and_the_interview(allocated, caseworker):
    hold(allocated, caseworker, kind="second")

    told = evidence(InterviewKind.SECOND, allocated.pk, "allocation")
    shown = receipt(clocks(allocated)["screening-2", "city"], told)

    assert [(str(item.what), item.on) for item in (told[0], told[-2], told[-1])] == [
        ("Allocation to the municipality", ALLOCATED),
        ("Takeover of responsibility", TAKEOVER),
        ("Second interview", TODAY),
    ]
    assert (
        "To be kept before the takeover on Tue 1 Dec 2026, or at the temporary home within 14 days of it;"
        " the last day counts; the day after is over."
    ) in shown.lines
    assert "It gives no number of days: 14 is an internal default" in shown.text
    assert shown.result == "Last day in time: Tue 15 Dec 2026."


def test_the_facts_of_any_number_of_cases_take_three_queries(unit, caseworker, django_assert_num_queries):
    for number in (1, 9):
        cases = []
        for _ in range(number):
            case = CaseFactory(unit=unit, caseworker=caseworker)
            KeyDate.objects.record(
                case=case, event=KeyEvent.ALLOCATION, on=ALLOCATED, source=Source.CITY, by=None
            )
            plan(case, caseworker)
            cases.append(case.pk)
        with django_assert_num_queries(3):
            assert len(list(read_facts(cases))) >= 2 * number


def test_a_planned_interview_stands_in_the_calendar_and_leaves_it_again(case, caseworker, colleague):
    interview = plan(case, caseworker, on=TOMORROW, interviewer=colleague)

    [made] = Appointment.objects.of(colleague).standing()
    assert (made.kind, made.about, made.place, made.case) == (
        "interview",
        "First interview",
        "Invented",
        case,
    )
    with override("da"):
        assert made.about == "1. samtale"
    interview.fall_out(why="She is ill.", whose_doing="person", today=TODAY, by=caseworker)
    assert not Appointment.objects.standing().exists()


def test_every_step_leaves_its_line_without_a_word_of_the_place(case, caseworker):
    interview = plan(case, caseworker)
    interview.invite(on=YESTERDAY, today=TODAY, by=caseworker)
    interview.fall_out(why="Nobody came.", whose_doing="centre", today=TODAY, by=caseworker)
    plan(case, caseworker).hold(on=TODAY, today=TODAY, by=caseworker)

    lines = list(case.lines.filter(verb__startswith="interview").order_by("pk"))
    assert [line.sentence for line in lines] == [
        "First interview planned for Mon 23 Nov 2026",
        "Invited to the first interview of Mon 23 Nov 2026",
        "First interview of Mon 23 Nov 2026 not held: the asylum centre",
        "First interview planned for Mon 23 Nov 2026",
        "First interview held on Mon 23 Nov 2026",
    ]
    assert "Invented" not in str([line.details for line in lines])
    told = [item.reason for item in timeline(case, topic="", size=9).items if item.reason]
    assert "Nobody came." in told


@pytest.mark.parametrize(
    ("refused", "sentence"),
    [
        (lambda i, by: i.hold(on=TOMORROW, today=TODAY, by=by), "on the day or later"),
        (lambda i, by: i.hold(on=YESTERDAY, today=TODAY, by=by), "planned for a later day"),
        (lambda i, by: i.invite(on=TOMORROW, today=TODAY, by=by), "once it was given"),
        (lambda i, by: i.fall_out(why=" ", whose_doing="city", today=TODAY, by=by), "Say why"),
        (lambda i, by: i.reopen(reason="Why not.", today=TODAY, by=by), "Only what was recorded"),
        (lambda i, by: i.reopen(reason=" ", today=TODAY, by=by), "Say why"),
    ],
)
def test_what_cannot_be_is_refused_with_a_sentence(case, caseworker, refused, sentence):
    interview = plan(case, caseworker)

    with pytest.raises(ValidationError, match=sentence):
        refused(interview, caseworker)

    interview.refresh_from_db()
    assert interview.is_open and interview.appointment.cancelled_at is None


def test_two_open_ones_of_a_kind_are_refused_with_a_sentence(case, caseworker):
    plan(case, caseworker)

    with pytest.raises(ValidationError, match="planned already"):
        plan(case, caseworker)
    assert Appointment.objects.count() == 1


def test_what_was_recorded_meanwhile_is_not_recorded_again(case, caseworker):
    interview = plan(case, caseworker)
    other = Interview.objects.get()
    interview.hold(on=TODAY, today=TODAY, by=caseworker)

    with pytest.raises(ValidationError, match="recorded meanwhile"):
        other.fall_out(why="Ill.", whose_doing="person", today=TODAY, by=caseworker)


def test_an_interview_keeps_the_questions_it_was_begun_with(case, caseworker):
    interview = plan(case, caseworker)
    assert interview.questions == "" and interview.asked.name == "first-v1"

    say(interview, caseworker, good_at="Bread")

    interview.refresh_from_db()
    assert interview.questions == "first-v1"


def test_the_unit_sees_interviews_and_answers_and_no_other_unit_and_no_mentor(
    case, caseworker, manager, stranger, mentor, administrator
):
    hold(case, caseworker, good_at="Bread")

    for user in (caseworker, manager):
        with user_scope(user):
            assert Interview.objects.visible_to(user).count() == Interview.objects.count() == 1
            assert Answer.objects.visible_to(user).count() == Answer.objects.count() == 1
    for user in (stranger, mentor, administrator):
        with user_scope(user):
            for model in (Interview, Answer):
                assert not model.objects.exists() and not model.pgh_event_model.objects.exists()
                assert not model.objects.visible_to(user).exists()
