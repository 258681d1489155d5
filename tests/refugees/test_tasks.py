"""Tasks: one's own and a colleague's, on a case or on none, done and undone."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError

from accounts.scope import user_scope
from refugees.models import Message, Task
from refugees.verbs import Verb
from tests.factories import TODAY

pytestmark = pytest.mark.django_db

TOMORROW = date(2026, 11, 24)
YESTERDAY = date(2026, 11, 22)


def add(by, **facts):
    """A task for oneself on no case."""
    return Task.objects.add(
        by=by, today=TODAY, **{"title": "Call the school", "due_on": TODAY, "assigned_to": by} | facts
    )


def test_a_task_is_due_on_its_day_and_overdue_the_day_after(caseworker):
    task = add(caseworker)

    assert task in Task.objects.due(TODAY)
    assert task not in Task.objects.overdue(TODAY)
    assert task in Task.objects.overdue(TOMORROW)
    assert (task.days_left(TODAY), task.days_left(TOMORROW)) == (0, -1)


def test_a_task_for_a_colleague_on_a_case_leaves_a_line_without_its_words_and_tells_the_colleague(
    case, caseworker, colleague
):
    task = add(caseworker, case=case, assigned_to=colleague)

    line = case.lines.latest("id")
    assert (line.verb, line.about) == (Verb.TASK_ADDED, colleague)
    assert line.sentence.startswith("Task for Ahmed Invented by ")
    assert "school" not in str(line.details)
    message = Message.objects.get()
    assert (message.to_user, message.about) == (colleague, f"task:{task.public_id}")


def test_a_task_is_given_only_to_the_unit(case, caseworker, stranger, mentor, manager):
    for somebody in (stranger, mentor, manager):
        with pytest.raises(ValidationError, match="Choose somebody of the unit"):
            add(caseworker, case=case, assigned_to=somebody)

    assert not Task.objects.exists()


def test_who_did_it_first_stays_named(case, caseworker, colleague):
    task = add(caseworker, case=case)
    again = Task.objects.get()

    assert task.finish(by=colleague, today=TODAY)
    assert not again.finish(by=caseworker, today=TODAY)

    assert Task.objects.get().done_by == colleague
    assert case.lines.filter(verb=Verb.TASK_DONE).count() == 1


def test_done_can_be_undone(case, caseworker):
    task = add(caseworker, case=case)
    task.finish(by=caseworker, today=TODAY)

    assert task.undo(by=caseworker, today=TODAY)
    assert not task.undo(by=caseworker, today=TODAY)

    task.refresh_from_db()
    assert (task.done_at, task.done_by) == (None, None)
    assert task in Task.objects.due(TODAY)
    assert case.lines.filter(verb=Verb.TASK_REOPENED).count() == 1


def test_a_task_on_no_case_is_seen_by_those_who_gave_and_got_it_alone(caseworker, colleague, team_lead):
    task = add(caseworker, assigned_to=colleague)

    for user, sees in ((caseworker, True), (colleague, True), (team_lead, False)):
        assert (task in Task.objects.visible_to(user)) is sees
        with user_scope(user):
            assert Task.objects.filter(pk=task.pk).exists() is sees


def test_a_task_on_a_case_is_seen_by_the_unit_and_by_nobody_else(
    case, caseworker, colleague, stranger, mentor
):
    task = add(caseworker, case=case)

    for user, sees in ((colleague, True), (stranger, False), (mentor, False)):
        assert (task in Task.objects.visible_to(user)) is sees
        with user_scope(user):
            assert Task.objects.filter(pk=task.pk).exists() is sees


@pytest.mark.parametrize(
    ("facts", "constraint"),
    [
        ({"title": ""}, "task_has_a_title"),
        ({"done_at": "2026-11-23T10:00Z"}, "task_done_when_and_by_whom_go_together"),
    ],
)
def test_the_database_refuses(caseworker, facts, constraint):
    with pytest.raises(IntegrityError, match=constraint):
        Task(
            **{"title": "x", "due_on": TODAY, "assigned_to": caseworker, "created_by": caseworker} | facts
        ).save()
