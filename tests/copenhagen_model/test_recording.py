"""Every promise that is declared names a form: for its fact, and for the step towards it."""

from dataclasses import replace
from datetime import date
from uuid import uuid4

import pytest
from django.urls import reverse

from copenhagen_model.case_facts import CaseFacts
from copenhagen_model.case_page import recorded_at
from copenhagen_model.next_step import next_step
from goals import registry
from goals.models import Clock, State
from internships.models import Offer
from refugees.events import KeyEvent
from refugees.models import Case, KeyDate
from tests.factories import TODAY

CASE = Case(pk=1)
MEASURES = {"occupation:1": uuid4()}
TAKEOVER = {KeyEvent.TAKEOVER: KeyDate(event=KeyEvent.TAKEOVER, on=date(2026, 11, 2))}


def a_clock(goal):
    clock = Clock(pk=1, goal=goal.key, standard="law", occurrence="occupation:1", starts_on=date(2026, 11, 2))
    clock.state, clock.day = State.RUNNING, TODAY
    return clock


def forms(goal, offer=None):
    """Where the next step towards a promise is taken, and where its fact is recorded; None without a form."""
    clock = a_clock(goal)
    step = next_step(CaseFacts(CASE, TAKEOVER, [clock], measures=MEASURES), TODAY)
    url, words = recorded_at(CASE, clock, offer, MEASURES)
    return step and step.url, url and words and url


# The health team and housing officers record those; casework is not led there.
OF_ANOTHER_TEAM = {"health-offered", "housing-offered", "home-kept"}


@pytest.mark.parametrize("goal", registry.all_goals(), ids=lambda goal: goal.key)
def test_every_promise_has_a_step_and_a_form_for_its_fact(goal):
    expected = (False, True) if goal.key in OF_ANOTHER_TEAM else (True, True)

    assert tuple(map(bool, forms(goal))) == expected


def test_a_promise_without_a_form_is_told_apart():
    goal = registry.all_goals()[0]

    assert forms(replace(goal, key="nobody-records-it")) == (None, "")


def test_what_comes_after_a_measure_is_decided_on_the_form_of_that_measure():
    here = reverse("internships:decide_next", args=[CASE.public_id, MEASURES["occupation:1"]])

    assert forms(registry.get("next-step")) == (here, here)


def test_the_category_is_decided_with_the_job_readiness_and_its_form_is_opened_for_that():
    here = reverse("refugees:decide_readiness", args=[CASE.public_id])

    assert forms(registry.get("categorised")) == (f"{here}?event=E6", f"{here}?event=E6")


def test_a_start_is_recorded_on_the_offer_under_way_and_without_one_an_offer_is_the_next_step():
    offer = Offer()
    of_the_case = [CASE.public_id]

    assert forms(registry.get("internship-started")) == (
        reverse("internships:offer", args=of_the_case),
        reverse("internships:start_elsewhere", args=of_the_case),
    )
    started = forms(registry.get("internship-started"), offer)[1]
    assert started == reverse("internships:start", args=[*of_the_case, offer.public_id])
