import pgtrigger.compiler
import pgtrigger.migrations
from django.conf import settings
from django.db import migrations, models

from accounts.tables import AtOnce


class Migration(migrations.Migration):
    dependencies = [
        ("refugees", "0015_keys_of_talks_and_rows_received"),
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
                    name="gives_su",
                    field=models.CharField(
                        blank=True,
                        choices=[("", "Not known"), ("yes", "Gives SU"), ("no", "Gives no SU")],
                        max_length=3,
                        verbose_name="whether it gives SU",
                    ),
                ),
                migrations.AddField(
                    model_name="occupation",
                    name="su_known_on",
                    field=models.DateField(blank=True, null=True, verbose_name="known on"),
                ),
                migrations.AddField(
                    model_name="occupationevent",
                    name="gives_su",
                    field=models.CharField(
                        blank=True,
                        choices=[("", "Not known"), ("yes", "Gives SU"), ("no", "Gives no SU")],
                        max_length=3,
                        verbose_name="whether it gives SU",
                    ),
                ),
                migrations.AddField(
                    model_name="occupationevent",
                    name="su_known_on",
                    field=models.DateField(blank=True, null=True, verbose_name="known on"),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="occupation",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "refugees_occupationevent" ("case_id", "consented_on", "correction_reason", "ending", "gives_su", "id", "kind", "last_on", "late_reason", "minutes_a_week", "next_step", "next_step_on", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place", "planned_last_on", "public_id", "recorded_at", "recorded_by_id", "source_key", "started_on", "su_known_on", "taken_back_at") VALUES (NEW."case_id", NEW."consented_on", NEW."correction_reason", NEW."ending", NEW."gives_su", NEW."id", NEW."kind", NEW."last_on", NEW."late_reason", NEW."minutes_a_week", NEW."next_step", NEW."next_step_on", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, app_now(), \'insert\', NEW."id", NEW."place", NEW."planned_last_on", NEW."public_id", NEW."recorded_at", NEW."recorded_by_id", NEW."source_key", NEW."started_on", NEW."su_known_on", NEW."taken_back_at"); RETURN NULL;',
                            hash="454357e0506e966022765f039d3ee7867614d55f",
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
                            func='INSERT INTO "refugees_occupationevent" ("case_id", "consented_on", "correction_reason", "ending", "gives_su", "id", "kind", "last_on", "late_reason", "minutes_a_week", "next_step", "next_step_on", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place", "planned_last_on", "public_id", "recorded_at", "recorded_by_id", "source_key", "started_on", "su_known_on", "taken_back_at") VALUES (NEW."case_id", NEW."consented_on", NEW."correction_reason", NEW."ending", NEW."gives_su", NEW."id", NEW."kind", NEW."last_on", NEW."late_reason", NEW."minutes_a_week", NEW."next_step", NEW."next_step_on", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, app_now(), \'update\', NEW."id", NEW."place", NEW."planned_last_on", NEW."public_id", NEW."recorded_at", NEW."recorded_by_id", NEW."source_key", NEW."started_on", NEW."su_known_on", NEW."taken_back_at"); RETURN NULL;',
                            hash="7195df7badd33b27183e9bb74ea8220af8f09284",
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
                            func='INSERT INTO "refugees_occupationevent" ("case_id", "consented_on", "correction_reason", "ending", "gives_su", "id", "kind", "last_on", "late_reason", "minutes_a_week", "next_step", "next_step_on", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place", "planned_last_on", "public_id", "recorded_at", "recorded_by_id", "source_key", "started_on", "su_known_on", "taken_back_at") VALUES (OLD."case_id", OLD."consented_on", OLD."correction_reason", OLD."ending", OLD."gives_su", OLD."id", OLD."kind", OLD."last_on", OLD."late_reason", OLD."minutes_a_week", OLD."next_step", OLD."next_step_on", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, app_now(), \'delete\', OLD."id", OLD."place", OLD."planned_last_on", OLD."public_id", OLD."recorded_at", OLD."recorded_by_id", OLD."source_key", OLD."started_on", OLD."su_known_on", OLD."taken_back_at"); RETURN NULL;',
                            hash="64fda511fd48e63b65561dd15b9befaf4e6b9bd5",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_96d5a",
                            table="refugees_occupation",
                            when="AFTER",
                        ),
                    ),
                ),
                migrations.AddConstraint(
                    model_name="occupation",
                    constraint=models.CheckConstraint(
                        condition=models.Q(("gives_su", ""), ("kind", "education"), _connector="OR"),
                        name="only_an_education_gives_su",
                        violation_error_message="Only of an education it is said whether it gives SU.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="occupation",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("gives_su", ""), ("su_known_on", None)),
                            models.Q(("gives_su__in", ["yes", "no"]), ("su_known_on__isnull", False)),
                            _connector="OR",
                        ),
                        name="su_and_the_day_it_is_known_go_together",
                        violation_error_message="Say on which day it was known.",
                    ),
                ),
            ]
        )
    ]
