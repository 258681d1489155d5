"""Dated events of a case: recorded once, corrected with a reason, never overwritten."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from goals import jobs
from goals.models import Breach, Clock, EndReason
from refugees.events import KeyEvent, Source
from refugees.models import KeyDate
from refugees.takeover import PermitGround
from tests.factories import CaseFactory

pytestmark = pytest.mark.django_db

ALLOCATED = date(2018, 5, 15)
PROPOSED = date(2018, 7, 2)


def record(case, event, on, source=Source.IMMIGRATION_SERVICE):
    return KeyDate.objects.record(case=case, event=event, on=on, source=source, by=None)


def takeover_of(case):
    return KeyDate.objects.current().get(case=case, event=KeyEvent.TAKEOVER)


def test_an_allocation_lets_the_rule_propose_the_takeover():
    case = CaseFactory(opened_on=ALLOCATED)

    record(case, KeyEvent.ALLOCATION, ALLOCATED)

    takeover = takeover_of(case)
    assert (takeover.on, takeover.is_proposed, takeover.source) == (PROPOSED, True, Source.RULE)


def test_a_confirmed_takeover_is_the_truth_and_no_rule_moves_it(caseworker):
    case = CaseFactory(opened_on=ALLOCATED)
    allocation = record(case, KeyEvent.ALLOCATION, ALLOCATED)
    KeyDate.objects.confirm_takeover(case=case, by=caseworker)

    allocation.correct(on=date(2018, 6, 15), reason="The letter said June.", by=caseworker)

    assert (takeover_of(case).on, takeover_of(case).is_proposed) == (PROPOSED, False)


def test_a_proposed_takeover_follows_a_corrected_allocation(caseworker):
    case = CaseFactory(opened_on=ALLOCATED)
    allocation = record(case, KeyEvent.ALLOCATION, ALLOCATED)

    allocation.correct(on=date(2018, 6, 15), reason="The letter said June.", by=caseworker)

    assert takeover_of(case).on == date(2018, 8, 1)


def test_an_allocation_on_the_first_of_a_month_proposes_nothing():
    case = CaseFactory()

    record(case, KeyEvent.ALLOCATION, date(2018, 6, 1))

    assert not KeyDate.objects.filter(case=case, event=KeyEvent.TAKEOVER).exists()


def test_a_quota_refugee_is_taken_over_on_registration():
    case = CaseFactory(permit_ground=PermitGround.QUOTA)
    record(case, KeyEvent.ALLOCATION, ALLOCATED)

    record(case, KeyEvent.REGISTRATION, date(2018, 9, 4), Source.REGISTER)

    assert takeover_of(case).on == date(2018, 9, 4)


def test_a_correction_keeps_the_old_value_and_the_reason_and_moves_the_clocks(case, caseworker):
    old = takeover_of(case)

    new = old.correct(on=date(2026, 11, 5), reason="Arrived later than planned.", by=caseworker)

    old.refresh_from_db()
    assert (old.on, old.superseded_at is None) == (date(2026, 11, 2), False)
    assert (new.corrects, new.reason) == (old, "Arrived later than planned.")
    due = Clock.objects.filter(case=case, goal__startswith="internship").values_list("due_on", flat=True)
    assert set(due) == {date(2026, 12, 5)}


def test_a_breach_that_rested_on_a_wrong_date_ends_as_withdrawn_and_stays(case, caseworker):
    jobs.sweep(as_of=date(2026, 12, 3))

    takeover_of(case).correct(on=date(2026, 11, 16), reason="Wrong month.", by=caseworker)

    assert set(Breach.objects.values_list("end_reason", flat=True)) == {EndReason.WITHDRAWN}
    assert set(Clock.objects.values_list("flagged_on", flat=True)) == {None}


def test_a_correction_without_a_reason_is_refused_and_nothing_changes(case):
    with pytest.raises(ValidationError, match="Say why the date is corrected"):
        takeover_of(case).correct(on=date(2026, 11, 5), reason="", by=None)

    assert takeover_of(case).on == date(2026, 11, 2)


def test_a_withdrawn_date_makes_its_clocks_fall_away(case, caseworker):
    takeover_of(case).withdraw(reason="Went to another municipality.", by=caseworker)

    assert set(Clock.objects.filter(case=case).values_list("void_reason", flat=True)) == {"withdrawn"}
    assert jobs.drifted([case.pk]) == []


def test_a_date_is_recorded_once_and_corrected_afterwards(case):
    with pytest.raises(ValidationError, match="already recorded"):
        record(case, KeyEvent.TAKEOVER, date(2026, 11, 5))


@pytest.mark.parametrize(
    ("facts", "constraint"),
    [
        ({"event": "E9"}, "key_date_event_is_known"),
        ({"source": "hearsay"}, "key_date_source_is_known"),
        ({"event": KeyEvent.TAKEOVER}, "one_current_date_per_event"),
        ({"event": KeyEvent.PERMIT, "is_proposed": True}, "only_the_takeover_is_proposed"),
    ],
)
def test_the_database_refuses(case, facts, constraint):
    known = {"event": KeyEvent.PERMIT, "on": date(2026, 9, 1), "source": Source.CITY}

    with pytest.raises(IntegrityError, match=constraint), transaction.atomic():
        KeyDate.objects.create(case=case, **known | facts)


def test_the_database_refuses_a_correction_that_does_not_say_why(case):
    old = takeover_of(case)
    old.supersede()

    with pytest.raises(IntegrityError, match="correction_says_why"), transaction.atomic():
        KeyDate.objects.create(
            case=case, event=KeyEvent.TAKEOVER, on=date(2026, 11, 9), source=Source.CITY, corrects=old
        )
