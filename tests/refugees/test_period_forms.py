"""The forms in which job-readiness, and what a person lives on, are recorded."""

import pytest
from pytest_django.asserts import assertContains

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
