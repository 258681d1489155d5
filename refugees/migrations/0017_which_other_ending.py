import pgtrigger.compiler
import pgtrigger.migrations
from django.conf import settings
from django.db import migrations, models

from accounts.tables import AtOnce


class Migration(migrations.Migration):
    dependencies = [
        ("refugees", "0016_whether_an_education_gives_su"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        AtOnce(
            [
                pgtrigger.migrations.RemoveTrigger(
                    model_name="occupation",
                    name="insert_insert",
                ),
                pgtrigger.migrations.RemoveTrigger(
                    model_name="occupation",
                    name="update_update",
                ),
                pgtrigger.migrations.RemoveTrigger(
                    model_name="occupation",
                    name="delete_delete",
                ),
                migrations.AddField(
                    model_name="occupation",
                    name="ending_words",
                    field=models.CharField(blank=True, max_length=300, verbose_name="which other reason"),
                ),
                migrations.AddField(
                    model_name="occupationevent",
                    name="ending_words",
                    field=models.CharField(blank=True, max_length=300, verbose_name="which other reason"),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="occupation",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "refugees_occupationevent" ("case_id", "consented_on", "correction_reason", "ending", "ending_words", "gives_su", "id", "kind", "last_on", "late_reason", "minutes_a_week", "next_step", "next_step_on", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place", "planned_last_on", "public_id", "recorded_at", "recorded_by_id", "source_key", "started_on", "su_known_on", "taken_back_at") VALUES (NEW."case_id", NEW."consented_on", NEW."correction_reason", NEW."ending", NEW."ending_words", NEW."gives_su", NEW."id", NEW."kind", NEW."last_on", NEW."late_reason", NEW."minutes_a_week", NEW."next_step", NEW."next_step_on", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, app_now(), \'insert\', NEW."id", NEW."place", NEW."planned_last_on", NEW."public_id", NEW."recorded_at", NEW."recorded_by_id", NEW."source_key", NEW."started_on", NEW."su_known_on", NEW."taken_back_at"); RETURN NULL;',
                            hash="6088c83e7da509ffe16f27ab5b289f5964cc573f",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_b1045",
                            table="refugees_occupation",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="occupation",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "refugees_occupationevent" ("case_id", "consented_on", "correction_reason", "ending", "ending_words", "gives_su", "id", "kind", "last_on", "late_reason", "minutes_a_week", "next_step", "next_step_on", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place", "planned_last_on", "public_id", "recorded_at", "recorded_by_id", "source_key", "started_on", "su_known_on", "taken_back_at") VALUES (NEW."case_id", NEW."consented_on", NEW."correction_reason", NEW."ending", NEW."ending_words", NEW."gives_su", NEW."id", NEW."kind", NEW."last_on", NEW."late_reason", NEW."minutes_a_week", NEW."next_step", NEW."next_step_on", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, app_now(), \'update\', NEW."id", NEW."place", NEW."planned_last_on", NEW."public_id", NEW."recorded_at", NEW."recorded_by_id", NEW."source_key", NEW."started_on", NEW."su_known_on", NEW."taken_back_at"); RETURN NULL;',
                            hash="02de9544a2b91e68966e7494392fbec266d04116",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_64df2",
                            table="refugees_occupation",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="occupation",
                    trigger=pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "refugees_occupationevent" ("case_id", "consented_on", "correction_reason", "ending", "ending_words", "gives_su", "id", "kind", "last_on", "late_reason", "minutes_a_week", "next_step", "next_step_on", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place", "planned_last_on", "public_id", "recorded_at", "recorded_by_id", "source_key", "started_on", "su_known_on", "taken_back_at") VALUES (OLD."case_id", OLD."consented_on", OLD."correction_reason", OLD."ending", OLD."ending_words", OLD."gives_su", OLD."id", OLD."kind", OLD."last_on", OLD."late_reason", OLD."minutes_a_week", OLD."next_step", OLD."next_step_on", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, app_now(), \'delete\', OLD."id", OLD."place", OLD."planned_last_on", OLD."public_id", OLD."recorded_at", OLD."recorded_by_id", OLD."source_key", OLD."started_on", OLD."su_known_on", OLD."taken_back_at"); RETURN NULL;',
                            hash="859c60d8bc6f0e8efec8145460e66995724ee6e5",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_96d5a",
                            table="refugees_occupation",
                            when="AFTER",
                        ),
                    ),
                ),
            ]
        ),
        # What nobody wrote down when it ended cannot be found out: it is said so, and not guessed.
        migrations.RunSQL(
            "UPDATE refugees_occupation SET ending_words = 'Ikke skrevet ned dengang' WHERE ending = 'other'",
            migrations.RunSQL.noop,
        ),
        migrations.AddConstraint(
            model_name="occupation",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("ending", "other"), models.Q(("ending_words", ""), _negated=True)),
                    models.Q(models.Q(("ending", "other"), _negated=True), ("ending_words", "")),
                    _connector="OR",
                ),
                name="another_ending_says_which",
                violation_error_message="Say which other reason it was; of the other endings nothing is written.",
            ),
        ),
    ]
