"""What is written on a case: who sees it in the database itself, and that no change goes unseen."""

import pytest
from django.db import ProgrammingError, connection, transaction
from django.db.models import F

from accounts.scope import user_scope
from refugees.models import (
    Appointment,
    AppointmentStaff,
    Document,
    Message,
    Note,
    Task,
    Waiting,
)
from tests.factories import TODAY
from tests.people import arranging
from tests.refugees.busy import write_much

MODELS = [Note, Document, Task, Waiting, Appointment, AppointmentStaff, Message]
# A change of each that breaks no rule, in SQL and by the ORM.
RAW = {
    Note: "text = text || '.'",
    Document: "title = title || '.'",
    Task: "title = title || '.'",
    Waiting: "what = what || '.'",
    Appointment: "title = title || '.'",
    AppointmentStaff: "appointment_id = appointment_id, user_id = user_id, id = id + 1000000",
    Message: "about = about || '.'",
}
TITLE = {"title": "Another title"}
BULK = {
    Note: {"text": "Another text"},
    Document: TITLE,
    Task: TITLE,
    Waiting: {"what": "Another thing"},
    Appointment: TITLE,
    AppointmentStaff: {"id": F("id") + 1_000_000},
    Message: {"kind": "another"},
}


@pytest.fixture
def written(case, caseworker, colleague, settings, tmp_path):
    """A case with something of everything."""
    settings.MEDIA_ROOT = str(tmp_path)
    write_much(case, caseworker, colleague, TODAY)
    return case


@pytest.mark.django_db
@pytest.mark.parametrize("model", MODELS)
def test_the_unit_sees_it_and_no_other_unit_and_no_mentor(
    written, caseworker, manager, stranger, mentor, administrator, model
):
    everything = model.objects.count()
    assert everything

    for user in (caseworker, manager):
        with user_scope(user):
            assert model.objects.count() == everything
    for user in (stranger, mentor, administrator):
        with user_scope(user):
            assert not model.objects.exists()
            assert not model.pgh_event_model.objects.exists()


def test_without_a_scope_no_row_is_seen(committed_db, request):
    with arranging():
        request.getfixturevalue("written")

    for model in MODELS:
        assert not model.objects.exists()
        assert not model.pgh_event_model.objects.exists()


@pytest.mark.django_db
@pytest.mark.parametrize("model", MODELS)
def test_bulk_and_raw_changes_are_in_its_history_with_who_and_why(written, caseworker, model):
    rows = model.objects.count()
    latest = model.pgh_event_model.objects.order_by("-pgh_id").first().pgh_id

    with user_scope(caseworker, reason="by hand"):
        with connection.cursor() as cursor:
            cursor.execute(f"UPDATE {model._meta.db_table} SET {RAW[model]}")
        model.objects.update(**BULK[model])

    since = model.pgh_event_model.objects.filter(pgh_id__gt=latest)
    assert since.filter(pgh_label="update").count() == 2 * rows
    assert {(event.pgh_context["user"], event.pgh_context["reason"]) for event in since} == {
        (caseworker.pk, "by hand")
    }


@pytest.mark.django_db
@pytest.mark.parametrize("model", MODELS)
def test_nobody_edits_a_history(written, model):
    table = model.pgh_event_model._meta.db_table

    for statement in (f"DELETE FROM {table}", f"UPDATE {table} SET pgh_label = 'x'"):
        with (
            pytest.raises(ProgrammingError, match="permission denied"),
            transaction.atomic(),
            connection.cursor() as cursor,
        ):
            cursor.execute(statement)
