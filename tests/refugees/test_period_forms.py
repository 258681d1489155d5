"""The forms in which job-readiness, and what a person lives on, are recorded."""

from datetime import timedelta

import pytest
from pytest_django.asserts import assertContains, assertNotContains

from goals.models import Clock, State
from refugees.events import KeyEvent
from refugees.models import BenefitPeriod, JobReadiness
from tests.factories import TODAY
from tests.forms import no_day, on
from tests.refugees.pages import url
from tests.refugees.periods import TENTH, exempt

pytestmark = pytest.mark.django_db


def test_an_exemption_is_recorded_with_its_reason(lise, case):
    sent = {"readiness": "exempt", "reason": "Cannot take part at all.", "on_when": "today"}

    lise.post(url(case, "decide_readiness"), sent)

    row = JobReadiness.objects.get()
    assert (row.is_ready, row.reason, row.during.lower) == (False, "Cannot take part at all.", TODAY)
    assertContains(lise.get(url(case, "history")), "Reason: Cannot take part at all.")


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ({"reason": ""}, "Say why the person obviously cannot take part."),
        ({"readiness": ""}, "Choose one of the two."),
        ({"on_when": ""}, "Choose or write a day."),
    ],
)
def test_an_exemption_that_is_not_whole_is_refused(lise, case, typed, sentence):
    sent = {"readiness": "exempt", "reason": "Why.", "on_when": "today"} | typed

    response = lise.post(url(case, "decide_readiness"), sent)

    assertContains(response, sentence, status_code=422)
    assert not JobReadiness.objects.exists()


def test_readiness_needs_no_reason(lise, case):
    lise.post(url(case, "decide_readiness"), {"readiness": "ready", "reason": "", "on_when": "today"})

    assert JobReadiness.objects.get().is_ready


def test_the_decision_on_the_category_is_dated_with_it_and_keeps_the_promise(lise, case):
    sent = {"readiness": "ready", "reason": "", "on_when": "today"} | on("categorised_on", TENTH)

    assert lise.post(url(case, "decide_readiness"), sent).status_code == 302

    assert case.date_of(KeyEvent.CATEGORISED) == TENTH
    clock = Clock.objects.at(TODAY).get(case=case, goal="categorised")
    assert (clock.state, clock.met_on) == (State.MET_IN_TIME, TENTH)
    # Decided once: a later decision changes the readiness and leaves the category's day alone.
    assertNotContains(lise.get(url(case, "decide_readiness")), "decision on the category")


def test_opened_for_the_category_the_form_begins_with_today(lise, case):
    page = lise.get(url(case, "decide_readiness") + "?event=E6")
    day = page.context["form"]["categorised_on"]
    assert day.field.widget.typed(day.value()).parts == ("23", "11", "2026")
    assert page.context["form"].initial == {"categorised_on": TODAY}

    assert lise.get(url(case, "decide_readiness")).context["form"].initial == {}


def test_a_category_is_not_decided_tomorrow(lise, case):
    tomorrow = on("categorised_on", TODAY + timedelta(days=1))
    sent = {"readiness": "ready", "reason": "", "on_when": "today"} | tomorrow

    response = lise.post(url(case, "decide_readiness"), sent)

    assertContains(response, "recorded on the day it is made or later", status_code=422)
    assert not JobReadiness.objects.exists()
    assert case.date_of(KeyEvent.CATEGORISED) is None


def test_any_other_decision_leaves_the_category_open(lise, case):
    sent = {"readiness": "exempt", "reason": "Why.", "on_when": "today"} | no_day("categorised_on")

    lise.post(url(case, "decide_readiness"), sent)

    assert JobReadiness.objects.get().reason == "Why."
    assert case.date_of(KeyEvent.CATEGORISED) is None
    # An exemption stops no clock of the law: the category is due all the same.
    assert Clock.objects.at(TODAY).get(case=case, goal="categorised").state == State.RUNNING


def test_a_reason_typed_before_ready_was_chosen_is_not_kept(lise, case):
    sent = {"readiness": "ready", "reason": "In hospital.", "on_when": "today"}

    assert lise.post(url(case, "decide_readiness"), sent).status_code == 302

    row = JobReadiness.objects.get()
    assert (row.is_ready, row.reason) == (True, "")


def test_an_exemption_corrected_to_ready_loses_its_reason(lise, case, caseworker):
    exempt(case, caseworker, TENTH)
    row = JobReadiness.objects.get()
    sent = {"readiness": "ready", "reason": row.reason, "why": "Wrong person."}

    lise.post(url(case, "correct_readiness", row.public_id), sent | on("on", TENTH) | no_day("last_on"))

    row.refresh_from_db()
    assert (row.is_ready, row.reason, row.correction_reason) == (True, "", "Wrong person.")


def test_what_the_person_lives_on_is_recorded(lise, case):
    lise.post(url(case, "begin_benefit"), {"kind": "self-supporting", "on_when": "today"})

    kinds = BenefitPeriod.objects.filter(case=case).order_by("during").values_list("kind", flat=True)
    assert list(kinds) == ["benefit", "self-supporting"]


def test_a_benefit_without_kind_is_refused(lise, case):
    response = lise.post(url(case, "begin_benefit"), {"kind": "", "on_when": "today"})

    assertContains(response, "Choose one of the two.", status_code=422)
    assert BenefitPeriod.objects.filter(case=case).count() == 1
