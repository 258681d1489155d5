import pgtrigger.compiler
import pgtrigger.migrations
from django.db import migrations

from accounts.public_ids import public_ids


class Migration(migrations.Migration):
    """What appears in an address is no database key."""

    dependencies = [
        ("goals", "0016_summaries_of_figures"),
    ]

    operations = [
        pgtrigger.migrations.RemoveTrigger(
            model_name="leadtime",
            name="insert_insert",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="leadtime",
            name="update_update",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="leadtime",
            name="delete_delete",
        ),
        *public_ids("goals", "leadtime"),
        pgtrigger.migrations.AddTrigger(
            model_name="leadtime",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "goals_leadtimeevent" ("cases", "default_at", "default_by_id", "default_days", "goal", "id", "measured_on", "median_days", "override_at", "override_by_id", "override_days", "override_reason", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "public_id", "step", "unit_id") VALUES (NEW."cases", NEW."default_at", NEW."default_by_id", NEW."default_days", NEW."goal", NEW."id", NEW."measured_on", NEW."median_days", NEW."override_at", NEW."override_by_id", NEW."override_days", NEW."override_reason", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, app_now(), \'insert\', NEW."id", NEW."position", NEW."public_id", NEW."step", NEW."unit_id"); RETURN NULL;',
                    hash="7799bf7e060aa951bb8db4570ff4b4decd204ce9",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_43b74",
                    table="goals_leadtime",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="leadtime",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (OLD."cases" IS DISTINCT FROM (NEW."cases") OR OLD."default_at" IS DISTINCT FROM (NEW."default_at") OR OLD."default_by_id" IS DISTINCT FROM (NEW."default_by_id") OR OLD."default_days" IS DISTINCT FROM (NEW."default_days") OR OLD."goal" IS DISTINCT FROM (NEW."goal") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."measured_on" IS DISTINCT FROM (NEW."measured_on") OR OLD."median_days" IS DISTINCT FROM (NEW."median_days") OR OLD."override_at" IS DISTINCT FROM (NEW."override_at") OR OLD."override_by_id" IS DISTINCT FROM (NEW."override_by_id") OR OLD."override_days" IS DISTINCT FROM (NEW."override_days") OR OLD."override_reason" IS DISTINCT FROM (NEW."override_reason") OR OLD."position" IS DISTINCT FROM (NEW."position") OR OLD."public_id" IS DISTINCT FROM (NEW."public_id") OR OLD."step" IS DISTINCT FROM (NEW."step") OR OLD."unit_id" IS DISTINCT FROM (NEW."unit_id"))',
                    func='INSERT INTO "goals_leadtimeevent" ("cases", "default_at", "default_by_id", "default_days", "goal", "id", "measured_on", "median_days", "override_at", "override_by_id", "override_days", "override_reason", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "public_id", "step", "unit_id") VALUES (NEW."cases", NEW."default_at", NEW."default_by_id", NEW."default_days", NEW."goal", NEW."id", NEW."measured_on", NEW."median_days", NEW."override_at", NEW."override_by_id", NEW."override_days", NEW."override_reason", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, app_now(), \'update\', NEW."id", NEW."position", NEW."public_id", NEW."step", NEW."unit_id"); RETURN NULL;',
                    hash="10ced3840da33f0a6dbd8836e310de330968d526",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_21d67",
                    table="goals_leadtime",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="leadtime",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "goals_leadtimeevent" ("cases", "default_at", "default_by_id", "default_days", "goal", "id", "measured_on", "median_days", "override_at", "override_by_id", "override_days", "override_reason", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "public_id", "step", "unit_id") VALUES (OLD."cases", OLD."default_at", OLD."default_by_id", OLD."default_days", OLD."goal", OLD."id", OLD."measured_on", OLD."median_days", OLD."override_at", OLD."override_by_id", OLD."override_days", OLD."override_reason", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, app_now(), \'delete\', OLD."id", OLD."position", OLD."public_id", OLD."step", OLD."unit_id"); RETURN NULL;',
                    hash="d31372f6a338012165fa60a7c9ddd7c830a77a02",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_c9b6e",
                    table="goals_leadtime",
                    when="AFTER",
                ),
            ),
        ),
    ]
