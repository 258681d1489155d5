import django.contrib.postgres.constraints
import django.db.models.deletion
import pgtrigger.compiler
import pgtrigger.migrations
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("refugees", "0009_words_of_the_marks"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        pgtrigger.migrations.RemoveTrigger(
            model_name="benefitperiod",
            name="insert_insert",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="benefitperiod",
            name="update_update",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="benefitperiod",
            name="delete_delete",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="jobreadiness",
            name="insert_insert",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="jobreadiness",
            name="update_update",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="jobreadiness",
            name="delete_delete",
        ),
        migrations.RemoveConstraint(
            model_name="benefitperiod",
            name="benefit_one_at_a_time",
        ),
        migrations.RemoveConstraint(
            model_name="jobreadiness",
            name="readiness_one_at_a_time",
        ),
        migrations.AddField(
            model_name="benefitperiod",
            name="corrected_at",
            field=models.DateTimeField(blank=True, null=True, verbose_name="corrected"),
        ),
        migrations.AddField(
            model_name="benefitperiod",
            name="corrected_by",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="benefitperiod",
            name="correction_reason",
            field=models.CharField(blank=True, max_length=300, verbose_name="reason"),
        ),
        migrations.AddField(
            model_name="benefitperiod",
            name="version",
            field=models.PositiveIntegerField(default=1, editable=False),
        ),
        migrations.AddField(
            model_name="benefitperiod",
            name="withdrawn_at",
            field=models.DateTimeField(blank=True, null=True, verbose_name="withdrawn"),
        ),
        migrations.AddField(
            model_name="benefitperiodevent",
            name="corrected_at",
            field=models.DateTimeField(blank=True, null=True, verbose_name="corrected"),
        ),
        migrations.AddField(
            model_name="benefitperiodevent",
            name="corrected_by",
            field=models.ForeignKey(
                blank=True,
                db_constraint=False,
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="benefitperiodevent",
            name="correction_reason",
            field=models.CharField(blank=True, max_length=300, verbose_name="reason"),
        ),
        migrations.AddField(
            model_name="benefitperiodevent",
            name="version",
            field=models.PositiveIntegerField(default=1, editable=False),
        ),
        migrations.AddField(
            model_name="benefitperiodevent",
            name="withdrawn_at",
            field=models.DateTimeField(blank=True, null=True, verbose_name="withdrawn"),
        ),
        migrations.AddField(
            model_name="jobreadiness",
            name="corrected_at",
            field=models.DateTimeField(blank=True, null=True, verbose_name="corrected"),
        ),
        migrations.AddField(
            model_name="jobreadiness",
            name="corrected_by",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="jobreadiness",
            name="correction_reason",
            field=models.CharField(blank=True, max_length=300, verbose_name="reason"),
        ),
        migrations.AddField(
            model_name="jobreadiness",
            name="version",
            field=models.PositiveIntegerField(default=1, editable=False),
        ),
        migrations.AddField(
            model_name="jobreadiness",
            name="withdrawn_at",
            field=models.DateTimeField(blank=True, null=True, verbose_name="withdrawn"),
        ),
        migrations.AddField(
            model_name="jobreadinessevent",
            name="corrected_at",
            field=models.DateTimeField(blank=True, null=True, verbose_name="corrected"),
        ),
        migrations.AddField(
            model_name="jobreadinessevent",
            name="corrected_by",
            field=models.ForeignKey(
                blank=True,
                db_constraint=False,
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="jobreadinessevent",
            name="correction_reason",
            field=models.CharField(blank=True, max_length=300, verbose_name="reason"),
        ),
        migrations.AddField(
            model_name="jobreadinessevent",
            name="version",
            field=models.PositiveIntegerField(default=1, editable=False),
        ),
        migrations.AddField(
            model_name="jobreadinessevent",
            name="withdrawn_at",
            field=models.DateTimeField(blank=True, null=True, verbose_name="withdrawn"),
        ),
        migrations.AlterField(
            model_name="jobreadiness",
            name="reason",
            field=models.CharField(blank=True, max_length=300, verbose_name="why not job-ready"),
        ),
        migrations.AlterField(
            model_name="jobreadinessevent",
            name="reason",
            field=models.CharField(blank=True, max_length=300, verbose_name="why not job-ready"),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="benefitperiod",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "refugees_benefitperiodevent" ("case_id", "corrected_at", "corrected_by_id", "correction_reason", "during", "id", "kind", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "recorded_at", "recorded_by_id", "version", "withdrawn_at") VALUES (NEW."case_id", NEW."corrected_at", NEW."corrected_by_id", NEW."correction_reason", NEW."during", NEW."id", NEW."kind", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, app_now(), \'insert\', NEW."id", NEW."recorded_at", NEW."recorded_by_id", NEW."version", NEW."withdrawn_at"); RETURN NULL;',
                    hash="835078b597270df9ddb51c0c1f130a39e09d4269",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_2e549",
                    table="refugees_benefitperiod",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="benefitperiod",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "refugees_benefitperiodevent" ("case_id", "corrected_at", "corrected_by_id", "correction_reason", "during", "id", "kind", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "recorded_at", "recorded_by_id", "version", "withdrawn_at") VALUES (NEW."case_id", NEW."corrected_at", NEW."corrected_by_id", NEW."correction_reason", NEW."during", NEW."id", NEW."kind", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, app_now(), \'update\', NEW."id", NEW."recorded_at", NEW."recorded_by_id", NEW."version", NEW."withdrawn_at"); RETURN NULL;',
                    hash="aeed2b073cfdebafd374dc68f01fa471c90f15ef",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_f0255",
                    table="refugees_benefitperiod",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="benefitperiod",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "refugees_benefitperiodevent" ("case_id", "corrected_at", "corrected_by_id", "correction_reason", "during", "id", "kind", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "recorded_at", "recorded_by_id", "version", "withdrawn_at") VALUES (OLD."case_id", OLD."corrected_at", OLD."corrected_by_id", OLD."correction_reason", OLD."during", OLD."id", OLD."kind", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, app_now(), \'delete\', OLD."id", OLD."recorded_at", OLD."recorded_by_id", OLD."version", OLD."withdrawn_at"); RETURN NULL;',
                    hash="6f4d2ebda03b65442a4f64953d38799f2f73b8dc",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_dc292",
                    table="refugees_benefitperiod",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="jobreadiness",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "refugees_jobreadinessevent" ("case_id", "corrected_at", "corrected_by_id", "correction_reason", "during", "id", "is_ready", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "recorded_at", "recorded_by_id", "version", "withdrawn_at") VALUES (NEW."case_id", NEW."corrected_at", NEW."corrected_by_id", NEW."correction_reason", NEW."during", NEW."id", NEW."is_ready", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, app_now(), \'insert\', NEW."id", NEW."reason", NEW."recorded_at", NEW."recorded_by_id", NEW."version", NEW."withdrawn_at"); RETURN NULL;',
                    hash="d2c0a74656546f3bbae2cc735d008c63cbf1fdad",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_1bfb0",
                    table="refugees_jobreadiness",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="jobreadiness",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "refugees_jobreadinessevent" ("case_id", "corrected_at", "corrected_by_id", "correction_reason", "during", "id", "is_ready", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "recorded_at", "recorded_by_id", "version", "withdrawn_at") VALUES (NEW."case_id", NEW."corrected_at", NEW."corrected_by_id", NEW."correction_reason", NEW."during", NEW."id", NEW."is_ready", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, app_now(), \'update\', NEW."id", NEW."reason", NEW."recorded_at", NEW."recorded_by_id", NEW."version", NEW."withdrawn_at"); RETURN NULL;',
                    hash="70d0638e160d5eefdab635bfeb94fbf4f463a94e",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_3a328",
                    table="refugees_jobreadiness",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="jobreadiness",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "refugees_jobreadinessevent" ("case_id", "corrected_at", "corrected_by_id", "correction_reason", "during", "id", "is_ready", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "recorded_at", "recorded_by_id", "version", "withdrawn_at") VALUES (OLD."case_id", OLD."corrected_at", OLD."corrected_by_id", OLD."correction_reason", OLD."during", OLD."id", OLD."is_ready", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, app_now(), \'delete\', OLD."id", OLD."reason", OLD."recorded_at", OLD."recorded_by_id", OLD."version", OLD."withdrawn_at"); RETURN NULL;',
                    hash="afeb7f81410b93e2a4926e5e18465992ce788292",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_41c23",
                    table="refugees_jobreadiness",
                    when="AFTER",
                ),
            ),
        ),
        migrations.AddConstraint(
            model_name="benefitperiod",
            constraint=django.contrib.postgres.constraints.ExclusionConstraint(
                condition=models.Q(("withdrawn_at", None)),
                expressions=[("case", "="), ("during", "&&")],
                name="benefit_one_at_a_time",
                violation_error_message="Another benefit status overlaps this period.",
            ),
        ),
        migrations.AddConstraint(
            model_name="benefitperiod",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("corrected_at", None), ("correction_reason", ""), ("version", 1)),
                    models.Q(
                        ("corrected_at__isnull", False),
                        ("version__gt", 1),
                        models.Q(("correction_reason", ""), _negated=True),
                    ),
                    _connector="OR",
                ),
                name="benefit_correction_says_who_when_why",
                violation_error_message="Say why it is corrected.",
            ),
        ),
        migrations.AddConstraint(
            model_name="benefitperiod",
            constraint=models.CheckConstraint(
                condition=models.Q(("withdrawn_at", None), ("version__gt", 1), _connector="OR"),
                name="benefit_withdrawal_is_a_correction",
            ),
        ),
        migrations.AddConstraint(
            model_name="jobreadiness",
            constraint=django.contrib.postgres.constraints.ExclusionConstraint(
                condition=models.Q(("withdrawn_at", None)),
                expressions=[("case", "="), ("during", "&&")],
                name="readiness_one_at_a_time",
                violation_error_message="Another period of job-readiness overlaps this one.",
            ),
        ),
        migrations.AddConstraint(
            model_name="jobreadiness",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("corrected_at", None), ("correction_reason", ""), ("version", 1)),
                    models.Q(
                        ("corrected_at__isnull", False),
                        ("version__gt", 1),
                        models.Q(("correction_reason", ""), _negated=True),
                    ),
                    _connector="OR",
                ),
                name="readiness_correction_says_who_when_why",
                violation_error_message="Say why it is corrected.",
            ),
        ),
        migrations.AddConstraint(
            model_name="jobreadiness",
            constraint=models.CheckConstraint(
                condition=models.Q(("withdrawn_at", None), ("version__gt", 1), _connector="OR"),
                name="readiness_withdrawal_is_a_correction",
            ),
        ),
    ]
