"""The permit ground and the closing of a case on the screen."""

from datetime import date

import pytest
from django.urls import reverse
from pytest_django.asserts import assertContains, assertNotContains

from refugees.models import (
    CloseReason,
)
from refugees.takeover import PermitGround
from tests.factories import TODAY
from tests.forms import on
from tests.refugees.pages import url

pytestmark = pytest.mark.django_db


class TestStatus:
    def test_a_changed_ground_is_told_with_old_and_new_and_why(self, lise, case):
        lise.post(
            url(case, "change_ground"), {"permit_ground": PermitGround.PROTECTION, "reason": "New decision."}
        )

        case.refresh_from_db()
        assert case.permit_ground == PermitGround.PROTECTION
        history = lise.get(url(case, "history"))
        assertContains(history, "Permit ground changed from Convention refugee to Protection status")
        assertContains(history, "Reason: New decision.")

    def test_a_ground_is_not_changed_without_a_reason(self, lise, case):
        response = lise.post(url(case, "change_ground"), {"permit_ground": "protection", "reason": ""})

        assertContains(response, "Say why.", status_code=422)
        case.refresh_from_db()
        assert case.permit_ground == PermitGround.CONVENTION

    def test_a_case_is_closed_and_the_closing_taken_back(self, lise, case):
        lise.post(url(case, "close_case"), {"reason": CloseReason.MOVED, "on_when": "today"})
        case.refresh_from_db()
        assert (case.closed_on, case.close_reason) == (TODAY, CloseReason.MOVED)
        page = lise.get(reverse("case", args=[case.public_id]))
        assertContains(page, "Closed since Mon 23 Nov")
        assertNotContains(page, "Next step")

        lise.post(url(case, "reopen_case"), {"sure": "True"})
        case.refresh_from_db()
        assert case.closed_on is None

    @pytest.mark.parametrize(
        ("typed", "sentence"),
        [
            ({"reason": ""}, "Choose why."),
            (on("on", date(2026, 11, 24)), "A case is closed on the day or later, not before."),
            (on("on", date(2026, 9, 14)), "A closed case has a closing date, not before it was opened"),
        ],
    )
    def test_a_closing_that_is_not_right_is_refused(self, lise, case, typed, sentence):
        sent = {"reason": "moved", "on_when": "today"} | typed

        response = lise.post(url(case, "close_case"), sent)

        assertContains(response, sentence, status_code=422)
        case.refresh_from_db()
        assert case.closed_on is None
