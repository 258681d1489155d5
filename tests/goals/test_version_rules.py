"""What must always hold of drafts, suspensions and recalculations: one test for each rule in the database."""

from datetime import date

import pytest
from django.db import IntegrityError, transaction
from django.db.backends.postgresql.psycopg_any import DateRange

from accounts.day import now
from goals.models import GoalVersion, Recalculation, RecalculationChunk, Suspension, TrialLine, VersionDraft
from tests.factories import UserFactory
from tests.goals.drafting import drafted

pytestmark = pytest.mark.django_db

FROM = date(2026, 12, 1)


@pytest.fixture
def author():
    return UserFactory(role="manager", unit=None)


@pytest.fixture
def draft(author):
    return drafted(by=author, valid_from=FROM)


def refused(constraint, change):
    with pytest.raises(IntegrityError, match=constraint), transaction.atomic():
        change()


@pytest.mark.parametrize(
    ("changes", "constraint"),
    [
        ({"standard": "rumour"}, "draft_standard_is_known"),
        ({"amount": 0}, "draft_has_a_span_or_runs_before_an_event"),
        ({"unit": ""}, "draft_has_a_span_or_runs_before_an_event"),
        ({"amount": None, "unit": "", "max_extension_days": 3}, "draft_extends_only_a_span_of_time"),
        ({"source": ""}, "draft_names_its_source"),
        ({"reason": ""}, "draft_gives_its_reason"),
        ({"authors": []}, "draft_authors_hold_writer_and_editor"),
        ({"withdrawn_at": now}, "draft_ends_whole"),
        ({"activated_at": now}, "draft_ends_whole"),
    ],
)
def test_the_database_refuses_a_draft(draft, changes, constraint):
    values = {name: value() if callable(value) else value for name, value in changes.items()}

    refused(constraint, lambda: VersionDraft.objects.filter(pk=draft.pk).update(**values))


def test_the_database_refuses_an_author_who_activates(draft, author):
    version = GoalVersion.objects.first()
    colleague = UserFactory()
    rows = VersionDraft.objects.filter(pk=draft.pk)

    refused(
        "draft_is_activated_by_somebody_else",
        lambda: rows.update(activated_by=author, activated_at=now(), version=version),
    )
    rows.update(authors=[author.pk, colleague.pk])
    refused(
        "draft_is_activated_by_somebody_else",
        lambda: rows.update(activated_by=colleague, activated_at=now(), version=version),
    )
    assert rows.update(activated_by=UserFactory(), activated_at=now(), version=version) == 1


@pytest.mark.parametrize(
    ("changes", "constraint"),
    [
        ({"during": DateRange(FROM, FROM)}, "suspension_has_days"),
        ({"during": DateRange(None, FROM)}, "suspension_has_days"),
        ({"source": ""}, "suspension_names_its_source"),
        ({"withdrawn_at": now}, "suspension_withdrawn_by_somebody_for_a_reason"),
    ],
)
def test_the_database_refuses_a_suspension(author, changes, constraint):
    values = {name: value() if callable(value) else value for name, value in changes.items()}
    facts = {"during": DateRange(FROM, None), "source": "Order", "recorded_by": author} | values

    refused(constraint, lambda: Suspension.objects.create(**facts))


def test_the_database_refuses_a_recalculation(draft):
    def make(**facts):
        return Recalculation.objects.create(as_of=FROM, **facts)

    refused("recalculation_purpose_is_known", lambda: make(purpose="fun"))
    refused("recalculation_trial_is_of_a_draft", lambda: make(purpose="trial"))
    refused("recalculation_trial_is_of_a_draft", lambda: make(purpose="trial", draft=draft))


def test_a_chunk_and_a_line_of_a_trial_stand_once(draft, case):
    run = Recalculation.objects.create(purpose="trial", draft=draft, edition=1, as_of=FROM)
    chunk = {"run": run, "number": 0, "first_case": 1, "last_case": 2, "cases": 2}
    line = {
        "run": run,
        "case": case,
        "unit": case.unit,
        "goal": draft.goal,
        "standard": draft.standard,
        "occurrence": "takeover",
        "starts_on": FROM,
        "was_covered": True,
        "is_covered": True,
        "severity": 1,
    }
    RecalculationChunk.objects.create(**chunk)
    TrialLine.objects.create(**line)

    refused("one_chunk_per_number", lambda: RecalculationChunk.objects.create(**chunk))
    refused("one_trial_line_per_clock", lambda: TrialLine.objects.create(**line))
