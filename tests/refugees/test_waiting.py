"""Waiting for somebody: a state of its own that comes back by itself."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError

from refugees.models import Awaited, Waiting
from refugees.verbs import Verb
from tests.factories import TODAY

pytestmark = pytest.mark.django_db

SINCE = date(2026, 11, 16)
FRIDAY = date(2026, 11, 27)
SATURDAY = date(2026, 11, 28)


def begin(case, by, **facts):
    """Waiting for a clinic until Friday."""
    return Waiting.objects.begin(
        case=case,
        by=by,
        today=TODAY,
        **{
            "kind": Awaited.CLINIC,
            "whom": "Invented Clinic",
            "what": "A time for the assessment",
            "since_on": SINCE,
            "chase_on": FRIDAY,
        }
        | facts,
    )


def test_it_rests_until_the_day_to_chase_and_then_comes_back_by_itself(case, caseworker):
    waiting = begin(case, caseworker)

    assert waiting in Waiting.objects.active(TODAY)
    assert waiting not in Waiting.objects.to_chase(TODAY)
    for day in (FRIDAY, SATURDAY):
        assert waiting in Waiting.objects.to_chase(day)
        assert waiting not in Waiting.objects.active(day)
        assert waiting.is_to_chase(day)


def test_it_leaves_a_line_that_names_nobody(case, caseworker):
    begin(case, caseworker)

    line = case.lines.latest("id")
    assert (line.verb, line.happened_on) == (Verb.WAITING_BEGUN, SINCE)
    assert line.sentence.startswith("Waiting for a clinic or doctor")
    assert "Invented Clinic" not in str(line.details)


def test_it_ends_with_what_happened(case, caseworker, colleague):
    waiting = begin(case, caseworker)

    waiting.end(outcome="Time on 3 December.", on=TODAY, by=colleague, today=TODAY)

    waiting.refresh_from_db()
    assert (waiting.ended_on, waiting.ended_by, waiting.outcome) == (TODAY, colleague, "Time on 3 December.")
    assert waiting not in Waiting.objects.open()
    assert not waiting.is_to_chase(SATURDAY)
    assert case.lines.latest("id").verb == Verb.WAITING_ENDED


def test_the_second_to_end_it_is_told_and_changes_nothing(case, caseworker, colleague):
    waiting = begin(case, caseworker)
    Waiting.objects.get().end(outcome="It came.", on=TODAY, by=colleague, today=TODAY)

    with pytest.raises(ValidationError, match="ended this waiting meanwhile"):
        waiting.end(outcome="It did not come.", on=TODAY, by=caseworker, today=TODAY)

    assert Waiting.objects.get().outcome == "It came."


def test_chasing_again_moves_the_day(case, caseworker):
    waiting = begin(case, caseworker)

    waiting.chase_again(on=SATURDAY, by=caseworker, today=FRIDAY)

    assert waiting in Waiting.objects.active(FRIDAY)
    assert case.lines.latest("id").verb == Verb.WAITING_CHASED
    with pytest.raises(ValidationError, match="Choose a day to come"):
        waiting.chase_again(on=FRIDAY, by=caseworker, today=FRIDAY)


def test_ending_without_saying_what_happened_changes_nothing(case, caseworker):
    waiting = begin(case, caseworker)

    with pytest.raises(ValidationError, match="Say what happened"):
        waiting.end(outcome=" ", on=TODAY, by=caseworker, today=TODAY)

    assert Waiting.objects.open().exists()


@pytest.mark.parametrize(
    ("facts", "constraint"),
    [
        ({"kind": "ghost"}, "waiting_kind_is_known"),
        ({"whom": ""}, "waiting_says_for_whom_and_what"),
        ({"what": ""}, "waiting_says_for_whom_and_what"),
        ({"chase_on": date(2026, 11, 15)}, "waiting_is_chased_after_it_began"),
        ({"ended_on": TODAY}, "waiting_ends_with_what_happened"),
    ],
)
def test_the_database_refuses(case, caseworker, facts, constraint):
    smallest = {"kind": "clinic", "whom": "x", "what": "x", "since_on": SINCE, "chase_on": FRIDAY}
    with pytest.raises(IntegrityError, match=constraint):
        Waiting(case=case, created_by=caseworker, **smallest | facts).save()
