"""More time for a promise: asked for, granted, denied, withdrawn; never beyond what its rules allow."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.utils import timezone
from uuid6 import uuid7

from goals import jobs
from goals.models import Breach, Clock, Extension, GoalVersion
from internships.models import Placement
from refugees.models import CaseLine, Message, OccupationKind
from tests.factories import TODAY, CaseFactory, CompanyFactory

pytestmark = pytest.mark.django_db

REASON = "The bakery opens in week 50."


@pytest.fixture
def clock(case) -> Clock:
    """The City's promise to start, which may be extended by 14 days in all."""
    GoalVersion.objects.filter(goal="internship-started", standard="city").update(max_extension_days=14)
    return Clock.objects.get(case=case, goal="internship-started", standard="city")


def ask(clock, by, days=7, today=TODAY, reason=REASON) -> Extension:
    fresh = Clock.objects.select_related("version", "case").get(pk=clock.pk)
    return Extension.objects.ask(clock=fresh, days=days, reason=reason, by=by, today=today)


def due(clock) -> date:
    return Clock.objects.get(pk=clock.pk).due_on


def refused(verb) -> str:
    with pytest.raises(ValidationError) as refusal:
        verb()
    return " ".join(refusal.value.messages)


def test_what_is_asked_for_moves_nothing_until_it_is_granted(clock, caseworker, team_lead):
    extension = ask(clock, caseworker)
    assert due(clock) == date(2026, 12, 2)

    extension.grant(by=team_lead, today=TODAY)

    assert due(clock) == date(2026, 12, 9)
    assert Clock.objects.get(pk=clock.pk).base_due_on == date(2026, 12, 2)
    assert jobs.drifted([clock.case_id]) == []
    lines = CaseLine.objects.filter(case=clock.case_id, verb__startswith="extension").order_by("pk")
    assert [(line.verb, line.details["days"]) for line in lines] == [
        ("extension-asked", 7),
        ("extension-granted", 7),
    ]
    message = Message.objects.get()
    assert (message.to_user, message.kind) == (caseworker, "extension-decided")


def test_only_the_promise_that_was_asked_for_moves(clock, caseworker, team_lead):
    others = Clock.objects.filter(case=clock.case_id).exclude(pk=clock.pk).order_by("pk")
    before = list(others.values_list("due_on", flat=True))

    ask(clock, caseworker).grant(by=team_lead, today=TODAY)

    assert list(others.values_list("due_on", flat=True)) == before


def test_a_denied_request_says_why_and_what_instead_and_moves_nothing(clock, caseworker, team_lead):
    extension = ask(clock, caseworker)
    assert "Say why" in refused(lambda: extension.deny(reason="No", actions=" ", by=team_lead, today=TODAY))

    extension.deny(reason="Three places are free", actions="Visit two of them", by=team_lead, today=TODAY)

    extension = Extension.objects.get()
    assert (extension.decision, extension.proposed_actions) == ("denied", "Visit two of them")
    assert due(clock) == date(2026, 12, 2)
    assert Message.objects.get().details == {"goal": "internship-started", "decision": "denied"}


def test_a_withdrawn_request_tells_nobody_and_makes_room_for_another(clock, caseworker):
    ask(clock, caseworker).withdraw(by=caseworker, today=TODAY)

    assert due(clock) == date(2026, 12, 2)
    assert not Message.objects.exists()
    assert ask(clock, caseworker, days=14).is_pending


def test_nobody_decides_on_their_own_request(clock, team_lead):
    extension = ask(clock, team_lead)

    assert "Somebody else decides" in refused(lambda: extension.grant(by=team_lead, today=TODAY))
    with (
        pytest.raises(IntegrityError, match="extension_is_decided_by_another_than_who_asked"),
        transaction.atomic(),
    ):
        decided = {"decided_by": team_lead, "decided_on": TODAY, "decided_at": timezone.now()}
        Extension.objects.update(decision="granted", **decided)


def test_one_request_at_a_time(clock, caseworker, colleague):
    ask(clock, caseworker)

    assert "asked for already" in refused(lambda: ask(clock, colleague, days=3))


def test_a_decision_is_made_once(clock, caseworker, team_lead):
    extension, same = ask(clock, caseworker), Extension.objects.get()
    extension.grant(by=team_lead, today=TODAY)

    assert "meanwhile" in refused(lambda: same.deny(reason="x", actions="y", by=team_lead, today=TODAY))
    assert due(clock) == date(2026, 12, 9)


def test_all_extensions_together_stay_within_what_the_rules_allow(clock, caseworker, team_lead):
    assert "allow 14 days in all; 14 are left" in refused(lambda: ask(clock, caseworker, days=15))
    ask(clock, caseworker, days=10).grant(by=team_lead, today=TODAY)
    assert "allow 14 days in all; 4 are left" in refused(lambda: ask(clock, caseworker, days=5))

    ask(clock, caseworker, days=4).grant(by=team_lead, today=TODAY)

    assert due(clock) == date(2026, 12, 16)
    assert "0 are left" in refused(lambda: ask(clock, caseworker, days=1))


def test_a_promise_of_the_law_allows_none(unit, caseworker):
    case = CaseFactory(unit=unit, permit_ground="ukraine", taken_over_on=date(2026, 11, 2), on_benefit=True)
    law = Clock.objects.get(case=case, goal="internship-offered", standard="law")

    assert "allow no extension" in refused(lambda: ask(law, caseworker))
    assert not Extension.objects.exists()


def test_the_database_refuses_more_than_the_limit_whoever_writes(clock, caseworker, team_lead):
    ask(clock, caseworker, days=10).grant(by=team_lead, today=TODAY)
    extension = ask(clock, caseworker, days=4)
    key = {"case": clock.case, "goal": clock.goal, "standard": clock.standard}
    asked = {"days": 1, "reason": "x", "requested_by": caseworker, "requested_on": TODAY}

    for change in (
        lambda: Extension.objects.filter(pk=extension.pk).update(days=5),
        lambda: Extension.objects.create(**key, occurrence="no such clock", **asked),
    ):
        with pytest.raises(IntegrityError, match="extension_within_the_limit"), transaction.atomic():
            change()


def test_granting_more_than_a_changed_version_allows_is_refused_in_words(clock, caseworker, team_lead):
    extension = ask(clock, caseworker, days=10)
    GoalVersion.objects.filter(pk=clock.version_id).update(max_extension_days=5)

    assert "5 are left" in refused(lambda: extension.grant(by=team_lead, today=TODAY))
    assert Extension.objects.get().is_pending


def test_a_breach_that_more_time_heals_ends_because_the_deadline_moved(clock, caseworker, team_lead):
    jobs.sweep(as_of=date(2026, 12, 3))
    breach = Breach.objects.get(clock=clock)

    ask(clock, caseworker, days=14).grant(by=team_lead, today=date(2026, 12, 10))

    breach.refresh_from_db()
    assert (breach.end_reason, breach.over_since) == ("deadline-moved", date(2026, 12, 3))


def test_what_was_kept_or_fell_away_needs_no_more_time(clock, caseworker, team_lead):
    extension = ask(clock, caseworker)
    Placement.objects.start(
        case=clock.case, company=CompanyFactory(), kind=OccupationKind.JOB, on=TODAY, today=TODAY, by=None
    )

    assert "needs no more time" in refused(lambda: extension.grant(by=team_lead, today=TODAY))
    assert "needs no more time" in refused(lambda: ask(clock, caseworker))
    extension.withdraw(by=caseworker, today=TODAY)


@pytest.mark.parametrize(
    ("changes", "constraint"),
    [
        ({"standard": "rumour"}, "extension_standard_is_known"),
        ({"days": 0}, "extension_has_days"),
        ({"reason": ""}, "extension_says_why"),
        ({"decision": "granted"}, "extension_decision_says_when_and_by_whom"),
        ({"decided_on": TODAY}, "extension_decision_says_when_and_by_whom"),
        ({"decision": "denied"}, "denied_extension_says_why_and_what_instead"),
    ],
)
def test_the_database_refuses_an_extension(clock, caseworker, team_lead, changes, constraint):
    extension = ask(clock, caseworker)
    if changes.get("decision") == "denied" or "standard" in changes:
        changes = {"decision": "withdrawn"} | changes
        changes |= {"decided_by": team_lead, "decided_on": TODAY, "decided_at": timezone.now()}

    with pytest.raises(IntegrityError, match=constraint), transaction.atomic():
        Extension.objects.filter(pk=extension.pk).update(**changes)


def test_the_database_refuses_two_pending_requests_for_one_clock(clock, caseworker):
    first = ask(clock, caseworker)
    copy = Extension.objects.get(pk=first.pk)
    copy.pk, copy.public_id, copy._state.adding = None, uuid7(), True

    with pytest.raises(IntegrityError, match="one_pending_extension_per_clock"), transaction.atomic():
        copy.save()


def test_the_database_refuses_an_extension_of_what_runs_before_an_event(clock):
    with pytest.raises(IntegrityError, match="only_a_span_of_time_can_be_extended"), transaction.atomic():
        GoalVersion.objects.filter(pk=clock.version_id).update(amount=None, unit="")
