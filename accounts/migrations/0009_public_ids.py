import pgtrigger.compiler
import pgtrigger.migrations
from django.db import migrations

from accounts.public_ids import public_ids


class Migration(migrations.Migration):
    """What appears in an address is no database key."""

    dependencies = [
        ("accounts", "0008_health_team_of_a_unit"),
    ]

    operations = [
        pgtrigger.migrations.RemoveTrigger(
            model_name="absence",
            name="insert_insert",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="absence",
            name="update_update",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="absence",
            name="delete_delete",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="user",
            name="insert_insert",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="user",
            name="update_update",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="user",
            name="delete_delete",
        ),
        *public_ids("accounts", "absence"),
        *public_ids("accounts", "unit", history=False),
        *public_ids("accounts", "user"),
        pgtrigger.migrations.AddTrigger(
            model_name="absence",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "accounts_absenceevent" ("during", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "user_id", "withdrawn_at", "withdrawn_by_id") VALUES (NEW."during", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, app_now(), \'insert\', NEW."id", NEW."public_id", NEW."user_id", NEW."withdrawn_at", NEW."withdrawn_by_id"); RETURN NULL;',
                    hash="8caf55038be896ddf5b9997bfbb2a7d827a9e0f6",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_b9041",
                    table="accounts_absence",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="absence",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "accounts_absenceevent" ("during", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "user_id", "withdrawn_at", "withdrawn_by_id") VALUES (NEW."during", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, app_now(), \'update\', NEW."id", NEW."public_id", NEW."user_id", NEW."withdrawn_at", NEW."withdrawn_by_id"); RETURN NULL;',
                    hash="44b52eca2085ceecc83ee02cc7a1ddff4bd00c93",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_b558a",
                    table="accounts_absence",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="absence",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "accounts_absenceevent" ("during", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "user_id", "withdrawn_at", "withdrawn_by_id") VALUES (OLD."during", OLD."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, app_now(), \'delete\', OLD."id", OLD."public_id", OLD."user_id", OLD."withdrawn_at", OLD."withdrawn_by_id"); RETURN NULL;',
                    hash="c99330ec22b0d7b1e798c9466df77a6840a3f519",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_1cc4d",
                    table="accounts_absence",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="user",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "accounts_userevent" ("email", "id", "is_active", "language", "mails", "mails_chosen_as", "name", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "role", "speaks", "unit_id", "username", "uses_shortcuts") VALUES (NEW."email", NEW."id", NEW."is_active", NEW."language", NEW."mails", NEW."mails_chosen_as", NEW."name", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, app_now(), \'insert\', NEW."id", NEW."public_id", NEW."role", NEW."speaks", NEW."unit_id", NEW."username", NEW."uses_shortcuts"); RETURN NULL;',
                    hash="9d814e558ff2d668bf8fcf2a138bd4f68c5f1024",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_3867c",
                    table="accounts_user",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="user",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (OLD."email" IS DISTINCT FROM (NEW."email") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."is_active" IS DISTINCT FROM (NEW."is_active") OR OLD."language" IS DISTINCT FROM (NEW."language") OR OLD."mails" IS DISTINCT FROM (NEW."mails") OR OLD."mails_chosen_as" IS DISTINCT FROM (NEW."mails_chosen_as") OR OLD."name" IS DISTINCT FROM (NEW."name") OR OLD."public_id" IS DISTINCT FROM (NEW."public_id") OR OLD."role" IS DISTINCT FROM (NEW."role") OR OLD."speaks" IS DISTINCT FROM (NEW."speaks") OR OLD."unit_id" IS DISTINCT FROM (NEW."unit_id") OR OLD."username" IS DISTINCT FROM (NEW."username") OR OLD."uses_shortcuts" IS DISTINCT FROM (NEW."uses_shortcuts"))',
                    func='INSERT INTO "accounts_userevent" ("email", "id", "is_active", "language", "mails", "mails_chosen_as", "name", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "role", "speaks", "unit_id", "username", "uses_shortcuts") VALUES (NEW."email", NEW."id", NEW."is_active", NEW."language", NEW."mails", NEW."mails_chosen_as", NEW."name", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, app_now(), \'update\', NEW."id", NEW."public_id", NEW."role", NEW."speaks", NEW."unit_id", NEW."username", NEW."uses_shortcuts"); RETURN NULL;',
                    hash="22cf663b4a56918ff9c6baf450dbee98310ac981",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_0e890",
                    table="accounts_user",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="user",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "accounts_userevent" ("email", "id", "is_active", "language", "mails", "mails_chosen_as", "name", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "role", "speaks", "unit_id", "username", "uses_shortcuts") VALUES (OLD."email", OLD."id", OLD."is_active", OLD."language", OLD."mails", OLD."mails_chosen_as", OLD."name", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, app_now(), \'delete\', OLD."id", OLD."public_id", OLD."role", OLD."speaks", OLD."unit_id", OLD."username", OLD."uses_shortcuts"); RETURN NULL;',
                    hash="11c81607617fc85a88ae49644cd88860be3c0b96",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_19f14",
                    table="accounts_user",
                    when="AFTER",
                ),
            ),
        ),
    ]
