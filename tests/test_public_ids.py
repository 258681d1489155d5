"""Rows that were there before they had a name for addresses get one: their own, and without an edit in the history."""

from datetime import timedelta

import pytest
from django.apps import apps
from django.db import connections
from django.db.migrations.loader import MigrationLoader

from accounts.models import Absence, Unit, User
from goals.models import LeadTime
from refugees.models import (
    BenefitPeriod,
    FunctionalConclusion,
    HousingNeed,
    JobReadiness,
    Message,
    MessageKind,
    TeamMember,
)
from tests.factories import TODAY
from tests.people import arranging

MIGRATIONS = [("accounts", "0009_public_ids"), ("refugees", "0019_public_ids"), ("goals", "0017_public_ids")]
NAMED = [
    Absence,
    BenefitPeriod,
    FunctionalConclusion,
    HousingNeed,
    JobReadiness,
    LeadTime,
    Message,
    TeamMember,
    Unit,
    User,
]


@pytest.fixture
def filled(request, committed_db):
    """One row and more of each kind, some with a past; a mentor's time that is there no more."""
    with arranging():
        case, caseworker, colleague = (
            request.getfixturevalue(name) for name in ("case", "caseworker", "colleague")
        )
        mentor = case.team.mentors().get()
        mentor.leave(on=mentor.during.lower, by=None)
        JobReadiness.objects.decide(case=case, is_ready=True, on=TODAY, reason="", by=None)
        BenefitPeriod.objects.begin(case=case, kind="self-supporting", on=TODAY, by=None)
        case.benefits.latest().withdraw(why="Another person's job.", on=TODAY, by=caseworker)
        FunctionalConclusion.objects.state(case=case, on=TODAY, by=None, ability="can")
        HousingNeed.objects.state(case=case, on=TODAY, by=None, needs=["lift"])
        Absence.objects.record(user=colleague, first_on=TODAY, back_on=TODAY + timedelta(days=1)).withdraw(
            by=caseworker
        )
        Message.objects.tell(
            case=case, to=[caseworker, colleague], kind=MessageKind.NEW_NOTE, about="note:1", by=None
        )
        LeadTime.objects.measure(TODAY)
        return case


def rows_of(model) -> list[tuple[object, ...]]:
    """Its rows as they stand, and the events of their history, without what names them in an address."""
    found = []
    for each in (model, getattr(model, "pgh_event_model", None)):
        if each:
            names = [f.attname for f in each._meta.concrete_fields if f.attname not in {"public_id", "days"}]
            found.append(list(each.objects.order_by("pk").values_list(*names)))
    return found


def without_and_with_ids(monkeypatch):
    """As if the tables had never had them; then the migrations, in chunks of two."""
    monkeypatch.setattr("accounts.public_ids.CHUNK", 2)
    owner = connections["owner"]
    loader = MigrationLoader(owner)
    done = [(loader.get_migration(*key), loader.project_state(key, at_end=False)) for key in MIGRATIONS]
    for migration, before in reversed(done):
        with owner.schema_editor(atomic=True) as editor:
            migration.unapply(before.clone(), editor)
    with owner.cursor() as cursor:
        columns = {c.name for c in owner.introspection.get_table_description(cursor, "refugees_teammember")}
    assert "public_id" not in columns
    for migration, before in done:
        with owner.schema_editor(atomic=True) as editor:
            migration.apply(before.clone(), editor)
    owner.close()


@pytest.mark.slow
def test_rows_that_were_there_get_ids_of_their_own_and_no_edit(filled, monkeypatch):
    with arranging():
        before = {model: rows_of(model) for model in NAMED}

    without_and_with_ids(monkeypatch)

    with arranging():
        for model, stood in before.items():
            assert all(stood), model
            assert rows_of(model) == stood, model
            ids = dict(model.objects.values_list("pk", "public_id"))
            assert len(set(ids.values())) == len(ids)
            assert {each.version for each in ids.values()} == {7}
            if model is not Unit:
                events = model.pgh_event_model.objects.values_list("pgh_obj_id", "public_id")
                assert {(key, ids[key]) for key in ids} == {each for each in events if each[0] in ids}
        _what_is_gone_keeps_one_name(filled)
        _edits_leave_events_again()


def _what_is_gone_keeps_one_name(case):
    gone = TeamMember.pgh_event_model.objects.exclude(pgh_obj_id__in=TeamMember.objects.values("pk"))
    assert sorted(gone.values_list("pgh_label", flat=True)) == ["delete", "insert"]
    [(name,)] = set(gone.values_list("public_id"))
    assert name.version == 7
    assert TeamMember.objects.as_they_were(case, name).user.username == "mentor"


def _edits_leave_events_again():
    message = Message.objects.first()
    message.seen(by=message.to_user)
    event = Message.pgh_event_model.objects.order_by("pgh_id").last()
    assert (event.pgh_label, event.public_id) == ("update", message.public_id)


def test_whatever_is_named_in_an_address_has_an_id_that_is_found_by_an_index():
    named = [
        model for model in apps.get_models() if hasattr(model, "public_id") and not hasattr(model, "pgh_obj")
    ]

    assert set(NAMED) <= set(named)
    assert all(model._meta.get_field("public_id").unique for model in named)
