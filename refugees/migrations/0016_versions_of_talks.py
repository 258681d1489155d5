import pgtrigger.compiler
import pgtrigger.migrations
from django.db import migrations, models


class Migration(migrations.Migration):
    """Which version of a talk a line tells of."""

    dependencies = [
        ("refugees", "0015_whose_corrections"),
    ]

    operations = [
        pgtrigger.migrations.RemoveTrigger(
            model_name="talk",
            name="insert_insert",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="talk",
            name="update_update",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="talk",
            name="delete_delete",
        ),
        migrations.AddField(
            model_name="talk",
            name="version",
            field=models.PositiveIntegerField(default=1, editable=False),
        ),
        migrations.AddField(
            model_name="talkevent",
            name="version",
            field=models.PositiveIntegerField(default=1, editable=False),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="talk",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "refugees_talkevent" ("agreement", "case_id", "correction_reason", "form", "id", "kind", "on", "participants", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "recorded_at", "recorded_by_id", "taken_back_at", "version", "was_held", "why_not") VALUES (NEW."agreement", NEW."case_id", NEW."correction_reason", NEW."form", NEW."id", NEW."kind", NEW."on", NEW."participants", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, app_now(), \'insert\', NEW."id", NEW."public_id", NEW."recorded_at", NEW."recorded_by_id", NEW."taken_back_at", NEW."version", NEW."was_held", NEW."why_not"); RETURN NULL;',
                    hash="5e4706b66d026e2b4d667d63f772a478604fc911",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_f52d1",
                    table="refugees_talk",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="talk",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "refugees_talkevent" ("agreement", "case_id", "correction_reason", "form", "id", "kind", "on", "participants", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "recorded_at", "recorded_by_id", "taken_back_at", "version", "was_held", "why_not") VALUES (NEW."agreement", NEW."case_id", NEW."correction_reason", NEW."form", NEW."id", NEW."kind", NEW."on", NEW."participants", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, app_now(), \'update\', NEW."id", NEW."public_id", NEW."recorded_at", NEW."recorded_by_id", NEW."taken_back_at", NEW."version", NEW."was_held", NEW."why_not"); RETURN NULL;',
                    hash="0aa76ab60413ae25b5ccb49ccff75cf23e372cd9",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_64859",
                    table="refugees_talk",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="talk",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "refugees_talkevent" ("agreement", "case_id", "correction_reason", "form", "id", "kind", "on", "participants", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "recorded_at", "recorded_by_id", "taken_back_at", "version", "was_held", "why_not") VALUES (OLD."agreement", OLD."case_id", OLD."correction_reason", OLD."form", OLD."id", OLD."kind", OLD."on", OLD."participants", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, app_now(), \'delete\', OLD."id", OLD."public_id", OLD."recorded_at", OLD."recorded_by_id", OLD."taken_back_at", OLD."version", OLD."was_held", OLD."why_not"); RETURN NULL;',
                    hash="8789f02bbfa3cb14cc4d079f7f5708a822ff1c66",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_32f73",
                    table="refugees_talk",
                    when="AFTER",
                ),
            ),
        ),
    ]
