"""Which step comes next: from facts alone, without a database."""

from datetime import date, timedelta
from uuid import UUID

import pytest

from accounts.permissions import Permission
from copenhagen_model.case_facts import CaseFacts
from copenhagen_model.next_step import next_step
from goals.models import Clock
from internships.models import Answer, Company, Offer
from refugees.events import KeyEvent
from refugees.models import Case, KeyDate, Task, Waiting
from refugees.takeover import PermitGround
from tests.factories import TODAY

TALK = UUID("01936b2e-0000-7000-8000-000000000001")


def a_case(ground=PermitGround.CONVENTION, **facts):
    return Case(pk=1, permit_ground=ground, **facts)


def a_date(event, on=date(2026, 11, 2), *, is_proposed=False):
    return {event: KeyDate(event=event, on=on, is_proposed=is_proposed)}


CONFIRMED = a_date(KeyEvent.TAKEOVER)


def a_clock(goal="internship-started", state="running", due_on=date(2026, 12, 2), planned_on=None):
    clock = Clock(
        goal=goal, standard="city", starts_on=date(2026, 11, 2), due_on=due_on, planned_on=planned_on
    )
    clock.state, clock.day = state, TODAY
    return clock


def an_offer(answer=Answer.OPEN, planned_start_on=None):
    return Offer(
        company=Company(name="Invented Bakery"),
        offered_on=date(2026, 11, 10),
        answer=answer,
        planned_start_on=planned_start_on,
    )


def a_waiting(chase_on):
    return Waiting(whom="Ydelseskontoret", what="the letter", since_on=date(2026, 11, 10), chase_on=chase_on)


def step(case=None, dates=CONFIRMED, clocks=(), offer=None, unanswered=None, waiting=None, task=None):
    facts = CaseFacts(case or a_case(), dates, clocks, offer, unanswered, waiting, task)
    return next_step(facts, TODAY)


def test_nothing_is_next_when_nothing_is_open():
    assert step() is None


def test_a_proposed_takeover_is_confirmed_before_anything_else():
    proposed = a_date(KeyEvent.TAKEOVER, is_proposed=True)

    found = step(dates=proposed, clocks=[a_clock(state="over")], unanswered=TALK)

    assert found.words == "Confirm the takeover date"
    assert found.view == "refugees:confirm_takeover"


@pytest.mark.parametrize(
    ("case", "words", "query"),
    [
        (a_case(), "Record the allocation", "?event=E1"),
        (a_case(PermitGround.QUOTA), "Record the CPR registration", "?event=E3"),
        (a_case(PermitGround.FAMILY, applied_in_denmark=True), "Record the residence permit", "?event=E0"),
    ],
)
def test_without_a_takeover_the_date_it_follows_from_is_recorded(case, words, query):
    found = step(case=case, dates={})

    assert (found.words, found.query) == (words, query)


def test_an_allocation_on_the_first_of_a_month_lets_somebody_choose():
    found = step(dates=a_date(KeyEvent.ALLOCATION, date(2026, 10, 1)))

    assert found.words == "Choose the takeover date"


def test_without_an_offer_the_promise_that_runs_out_first_says_what_to_do():
    found = step(clocks=[a_clock("internship-offered"), a_clock("internship-started")])

    assert found.words == "Offer an internship"
    assert found.view == "internships:offer"
    assert found.due_on == date(2026, 12, 2)
    assert not found.is_late


def test_an_offer_without_an_answer_asks_for_the_answer():
    found = step(clocks=[a_clock()], offer=an_offer())

    assert (found.words, found.view, found.company) == (
        "Record the answer",
        "internships:answer",
        "Invented Bakery",
    )


def test_an_accepted_offer_without_a_date_asks_for_the_date():
    assert step(clocks=[a_clock()], offer=an_offer(Answer.ACCEPTED)).words == "Agree a start date"


def test_a_plan_beyond_the_deadline_is_trouble_today():
    plan = date(2026, 12, 4)

    found = step(clocks=[a_clock(planned_on=plan)], offer=an_offer(Answer.ACCEPTED, plan))

    assert found.words == "Agree an earlier start"
    assert found.planned_days_late == 2
    assert found.is_late


def test_a_plan_of_something_else_is_not_that_of_the_start():
    talk = a_clock("follow-up-next", planned_on=date(2026, 12, 4))

    found = step(clocks=[talk], offer=an_offer(Answer.ACCEPTED, TODAY + timedelta(days=2)))

    assert found.words == "Record the start"
    assert (found.planned_days_late, found.plan_passed_days) == (0, 0)


@pytest.mark.parametrize("days", [0, -1, 3])
def test_an_accepted_offer_with_a_date_in_time_asks_for_the_start(days):
    plan = TODAY + timedelta(days=days)

    found = step(clocks=[a_clock(planned_on=plan)], offer=an_offer(Answer.ACCEPTED, plan))

    assert (found.words, found.view) == ("Record the start", "internships:start")


@pytest.mark.parametrize("answer", [Answer.DECLINED, Answer.WITHDRAWN])
def test_an_offer_that_came_to_nothing_is_followed_by_another(answer):
    found = step(clocks=[a_clock()], offer=an_offer(answer))

    assert (found.words, found.view) == ("Agree a start with a company", "internships:offer")


def test_a_breach_nobody_answered_comes_before_an_offer_under_way():
    over = a_clock(state="over", due_on=date(2026, 11, 20))

    found = step(clocks=[over], offer=an_offer(), unanswered=TALK)

    assert found.words == "Say why it is over and what happens next"
    assert (found.view, found.args, found.needs) == (
        "goals:conversation",
        (TALK,),
        Permission.ANSWER_BREACH,
    )
    assert found.is_late


def test_a_start_that_should_have_happened_comes_before_the_breach_it_may_end():
    over = a_clock(state="over", due_on=date(2026, 11, 20))

    found = step(clocks=[over], offer=an_offer(Answer.ACCEPTED, TODAY), unanswered=TALK)

    assert found.words == "Record the start"


def test_while_every_promise_is_paused_nothing_is_asked():
    assert step(clocks=[a_clock(state="paused", due_on=None)]) is None


def test_a_paused_promise_does_not_hide_one_that_runs():
    clocks = [a_clock("internship-started", "paused", None), a_clock("internship-offered")]

    assert step(clocks=clocks).words == "Offer an internship"


def test_somebody_is_chased_on_the_day_and_the_case_waits_until_then():
    due = step(waiting=a_waiting(TODAY), offer=an_offer())
    asleep = step(waiting=a_waiting(date(2026, 11, 24)), offer=an_offer(), clocks=[a_clock()])

    assert (due.words, due.view, due.is_chase) == ("Chase Ydelseskontoret", "refugees:waiting", True)
    assert (asleep.words, asleep.is_wait) == ("Waiting for Ydelseskontoret", True)
    assert not due.opens_in_place


@pytest.mark.parametrize("clock", [a_clock(state="due_soon"), a_clock(planned_on=date(2026, 12, 4))])
def test_waiting_does_not_hide_the_step_for_a_deadline_that_is_near(clock):
    found = step(waiting=a_waiting(date(2026, 11, 30)), clocks=[clock])

    assert found.words == "Agree a start with a company"
    assert found.waiting.whom == "Ydelseskontoret"


def test_what_is_chased_comes_after_the_breach_and_stays_named_beside_it():
    found = step(waiting=a_waiting(TODAY), clocks=[a_clock(state="over")], unanswered=TALK)

    assert (found.view, found.waiting.whom) == ("goals:conversation", "Ydelseskontoret")


def test_a_task_whose_day_has_come_comes_before_what_has_time():
    task = Task(title="Call the school", due_on=TODAY)

    found = step(task=task, clocks=[a_clock()], waiting=a_waiting(date(2026, 11, 30)))

    assert (found.words, found.view, found.task) == ("Call the school", "refugees:tasks", task)
