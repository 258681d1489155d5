"""What must always hold of promises, whoever writes: one test for each rule in the database, by its name."""

from datetime import date

import pytest
from django.db import IntegrityError, ProgrammingError, connection, models, transaction
from django.db.backends.postgresql.psycopg_any import DateRange
from django.db.models import Q
from django.utils import timezone

from goals import jobs
from goals.models import Breach, Clock, ClockBelief, Conversation, GoalVersion, JobRun, Notice, Pause, Reply
from tests.factories import TODAY
from tests.test_architecture import ROOT, our_models

pytestmark = pytest.mark.django_db

DAY_OVER = date(2026, 12, 3)
VERSION = {
    "goal": "g",
    "standard": "city",
    "amount": 1,
    "unit": "months",
    "valid": DateRange(date(2020, 1, 1), None),
    "source": "test",
}


def version(**changes):
    return GoalVersion.objects.create(**VERSION | changes)


@pytest.mark.parametrize(
    ("changes", "constraint"),
    [
        ({"standard": "rumour"}, "version_standard_is_known"),
        ({"amount": None}, "version_has_a_span_or_runs_before_an_event"),
        ({"unit": "years"}, "version_has_a_span_or_runs_before_an_event"),
        ({"amount": 0}, "version_has_a_span_or_runs_before_an_event"),
        ({"source": ""}, "version_names_its_source"),
    ],
)
def test_the_database_refuses_a_version(changes, constraint):
    with pytest.raises(IntegrityError, match=constraint), transaction.atomic():
        version(**changes)


def test_versions_of_one_standard_never_overlap_and_those_of_two_do():
    version()
    version(standard="law")

    with pytest.raises(IntegrityError, match="versions_of_one_standard_never_overlap"), transaction.atomic():
        version(valid=DateRange(date(2026, 1, 1), None))


def pause(case, first, last, ground="illness"):
    return Pause.objects.create(case=case, ground=ground, during=DateRange(first, last), reason="Told late")


def test_the_database_refuses_a_pause(case):
    pause(case, date(2026, 11, 9), date(2026, 11, 12))
    wrong = {
        "pauses_never_overlap": (date(2026, 11, 11), date(2026, 11, 20)),
        "pause_has_days": (date(2026, 11, 20), date(2026, 11, 20)),
    }

    for constraint, (first, last) in wrong.items():
        with pytest.raises(IntegrityError, match=constraint), transaction.atomic():
            pause(case, first, last)
    with pytest.raises(IntegrityError, match="pause_ground_is_known"), transaction.atomic():
        pause(case, date(2026, 12, 1), None, ground="holiday")


@pytest.mark.parametrize(
    ("changes", "constraint"),
    [
        ({"standard": "rumour"}, "clock_standard_is_known"),
        ({"void_on": TODAY}, "clock_void_date_and_reason_go_together"),
        ({"void_reason": "closed"}, "clock_void_date_and_reason_go_together"),
        ({"void_on": TODAY, "void_reason": "rain"}, "clock_void_date_and_reason_go_together"),
        ({"flagged_on": TODAY}, "clock_flagged_only_when_over"),
        ({"goal": "internship-offered"}, "one_clock_per_occurrence"),
    ],
)
def test_the_database_refuses_a_clock(case, changes, constraint):
    clock = Clock.objects.filter(case=case, goal="internship-started")

    with pytest.raises(IntegrityError, match=constraint), transaction.atomic():
        clock.update(**changes)


def test_a_clock_is_never_deleted(case):
    with pytest.raises(ProgrammingError, match="permission denied"), transaction.atomic():
        Clock.objects.filter(case=case).delete()


def test_a_belief_is_written_by_the_trigger_alone(case):
    with pytest.raises(ProgrammingError, match="permission denied"), transaction.atomic():
        ClockBelief.objects.update(due_on=TODAY)


@pytest.mark.parametrize(
    "statement", ["UPDATE goals_clockbelief SET due_on = NULL", "DELETE FROM goals_clockbelief"]
)
def test_what_was_believed_is_neither_changed_nor_removed(case, statement):
    held = ClockBelief.objects.filter(due_on__isnull=False).count()

    with (
        pytest.raises(ProgrammingError, match="permission denied"),
        transaction.atomic(),
        connection.cursor() as cursor,
    ):
        cursor.execute(statement)

    assert ClockBelief.objects.filter(due_on__isnull=False).count() == held > 0


def test_one_belief_of_a_clock_is_held_at_a_time(case):
    clock = Clock.objects.get(case=case, goal="internship-started", standard="city")
    Pause.objects.begin(
        case=case,
        ground="illness",
        from_on=date(2026, 11, 9),
        until=date(2026, 11, 12),
        reason="Told late",
        today=TODAY,
        by=None,
    )

    beliefs = list(ClockBelief.objects.filter(clock_id=clock.pk).order_by("pk"))

    assert [belief.due_on for belief in beliefs] == [date(2026, 12, 2), date(2026, 12, 5)]
    assert beliefs[0].known.upper == beliefs[1].known.lower
    assert beliefs[1].known.upper is None


def test_the_database_refuses_a_breach(case):
    jobs.sweep(as_of=DAY_OVER)
    breach = Breach.objects.first()

    with pytest.raises(IntegrityError, match="one_open_breach_per_clock"), transaction.atomic():
        Breach.objects.create(
            clock=breach.clock, case=case, unit=case.unit, over_since=DAY_OVER, noticed_on=DAY_OVER
        )
    with pytest.raises(IntegrityError, match="breach_end_and_reason_go_together"), transaction.atomic():
        Breach.objects.filter(pk=breach.pk).update(ended_at=timezone.now())
    with pytest.raises(IntegrityError, match="goals_notice_breach_id_key"), transaction.atomic():
        Notice.objects.create(breach=breach, case=case)


def test_the_database_refuses_a_conversation_and_a_reply(case, caseworker):
    jobs.sweep(as_of=DAY_OVER)
    conversation = Conversation.objects.get()
    known = {
        "conversation": conversation,
        "by": caseworker,
        "cause": "city",
        "explanation": "No place found.",
        "next_step": "Call the bakery",
        "next_on": TODAY,
    }

    with pytest.raises(IntegrityError, match="one_open_conversation_per_subject"), transaction.atomic():
        Conversation.objects.create(case=case, unit=case.unit, subject=conversation.subject)
    for changes, constraint in [
        ({"cause": "weather"}, "reply_cause_is_known"),
        ({"explanation": ""}, "reply_says_why_and_what_next"),
        ({"next_step": ""}, "reply_says_why_and_what_next"),
        ({"reason": "person:declined"}, "reply_reason_is_of_its_cause"),
        ({"reason": "city:rain"}, "reply_reason_is_of_its_cause"),
    ]:
        with pytest.raises(IntegrityError, match=constraint), transaction.atomic():
            Reply.objects.create(**known | changes)
    for half in ({"acknowledged_at": timezone.now()}, {"acknowledged_by": caseworker}):
        with (
            pytest.raises(IntegrityError, match="acknowledgement_has_a_person_and_a_moment"),
            transaction.atomic(),
        ):
            Conversation.objects.update(**half)


def test_the_database_refuses_a_run_of_an_unknown_job():
    with pytest.raises(IntegrityError, match="job_is_known"), transaction.atomic():
        JobRun.objects.create(job="coffee", as_of=TODAY)


def test_every_rule_in_the_database_is_broken_by_a_test_that_names_it():
    """A rule that no test breaks is a rule nobody has seen hold."""
    tests = "".join(path.read_text() for path in (ROOT / "tests").rglob("*.py"))
    names = {constraint.name for model in our_models() for constraint in model._meta.constraints}

    assert {name for name in names if name not in tests} == set()


def test_no_rule_is_passed_by_an_unknown():
    """A comparison with NULL is neither true nor false, and a check constraint lets it pass.

    So a rule that compares a field which may be empty also says that it is not (`__isnull=False`).
    """
    loose = set()
    for model in our_models():
        empty = {field.name for field in model._meta.fields if field.null}
        for constraint in model._meta.constraints:
            if isinstance(constraint, models.CheckConstraint):
                loose |= {f"{constraint.name}: {name}" for name in unguarded(constraint.condition, empty)}

    assert loose == set()


def unguarded(condition: Q, empty: set[str]) -> set[str]:
    """Fields that may be empty and are compared in a group of conditions where nothing says that they are not."""
    found = set()
    alternatives = groups(condition)
    empty = {name for name in empty if [(name, None)] not in alternatives}
    for group in alternatives:
        lookups = {key for key, _ in group}
        guarded = {key.removesuffix("__isnull") for key in lookups if key.endswith("__isnull")}
        for key in lookups:
            name, _, lookup = key.partition("__")
            if name in empty and lookup not in {"isnull", ""} and name not in guarded:
                found.add(name)
    return found


def groups(condition: Q) -> list[list[tuple[str, object]]]:
    """The alternatives of a condition, each a list of what must hold together."""
    if condition.connector == Q.OR:
        return [group for child in condition.children for group in _of(child)]
    together = [[]]
    for child in condition.children:
        together = [one + other for one in together for other in _of(child)]
    return together


def _of(child: object) -> list[list[tuple[str, object]]]:
    if isinstance(child, Q):
        return groups(child)
    return [[child]] if isinstance(child, tuple) else [[]]
