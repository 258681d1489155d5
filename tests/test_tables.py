"""Tables that are created many at once stand there as their models say, triggers included, and can be taken back."""

import pytest
from django.db import IntegrityError, connections, migrations, models
from django.db.migrations.state import ProjectState
from pgtrigger.compiler import Trigger, UpsertTriggerSql

from accounts.tables import AtOnce, CreateTables

REFUSE = UpsertTriggerSql(
    func="RAISE EXCEPTION 'never a %', 'goose';",
    hash="1",
    operation="INSERT",
    pgid="pgtrigger_refuse_test",
    table="accounts_goose",
    when="BEFORE",
)


def tables():
    key = [("id", models.BigAutoField(primary_key=True))]
    return CreateTables(
        tables=[
            # The first points at the second, which is not there yet.
            migrations.CreateModel(
                "Egg", [*key, ("goose", models.ForeignKey("accounts.Goose", models.PROTECT))]
            ),
            migrations.CreateModel("Goose", key, {"triggers": [Trigger(name="refuse", sql=REFUSE)]}),
        ]
    )


def names(owner) -> set[str]:
    with owner.cursor() as cursor:
        return {name for name in owner.introspection.table_names(cursor) if name.endswith(("_egg", "_goose"))}


def test_tables_come_with_their_triggers_and_go_again(committed_db):
    owner, before, after, operation = connections["owner"], ProjectState(), ProjectState(), tables()
    operation.state_forwards("accounts", after)
    try:
        with owner.schema_editor() as editor:
            operation.database_forwards("accounts", editor, before, after)
        assert names(owner) == {"accounts_egg", "accounts_goose"}
        with (
            pytest.raises(Exception, match="never a goose"),
            owner.cursor() as cursor,
        ):
            cursor.execute("INSERT INTO accounts_goose DEFAULT VALUES")

        with owner.schema_editor() as editor:
            operation.database_backwards("accounts", editor, after, before)
        assert names(owner) == set()
    finally:
        owner.close()


def test_changes_at_once_make_what_they_make_one_by_one_and_can_be_taken_back(committed_db):
    owner, before, between, after = connections["owner"], ProjectState(), ProjectState(), ProjectState()
    first, then = tables(), changes()
    for state in (between, after):
        first.state_forwards("accounts", state)
    then.state_forwards("accounts", after)
    try:
        with owner.schema_editor() as editor:
            first.database_forwards("accounts", editor, before, between)
        with owner.schema_editor() as editor:
            then.database_forwards("accounts", editor, between, after)
        assert columns(owner, "egg") == {"id", "goose_id", "weight"}
        assert columns(owner, "nest") == {"id", "size", "egg_id"}
        for refused in (
            "INSERT INTO accounts_nest (size) VALUES (0)",
            "INSERT INTO accounts_egg VALUES (1, 1, 0)",
        ):
            with pytest.raises(IntegrityError, match="_is_positive"), owner.cursor() as cursor:
                cursor.execute(refused)

        with owner.schema_editor() as editor:
            then.database_backwards("accounts", editor, after, between)
        assert columns(owner, "egg") == {"id", "goose_id"}
        assert columns(owner, "nest") == set()
        with owner.schema_editor() as editor:
            first.database_backwards("accounts", editor, between, before)
    finally:
        owner.close()


def changes():
    positive = {name: models.Q((f"{name}__gt", 0)) for name in ("size", "weight")}
    size, weight = (
        models.CheckConstraint(name=f"{name}_is_positive", condition=condition)
        for name, condition in positive.items()
    )
    key = models.BigAutoField(primary_key=True)
    return AtOnce(
        [
            migrations.CreateModel("Nest", [("id", key), ("size", models.IntegerField())]),
            migrations.AddField("egg", "weight", models.IntegerField(default=1)),
            migrations.AddField("nest", "egg", models.ForeignKey("accounts.Egg", models.PROTECT, null=True)),
            migrations.AddConstraint("nest", size),
            migrations.AddConstraint("egg", weight),
        ]
    )


def columns(owner, table) -> set[str]:
    with owner.cursor() as cursor:
        cursor.execute(
            "SELECT column_name FROM information_schema.columns WHERE table_name = %s", [f"accounts_{table}"]
        )
        return {name for (name,) in cursor.fetchall()}
