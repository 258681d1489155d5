import django.contrib.postgres.constraints
import django.contrib.postgres.fields.ranges
import django.db.models.deletion
import pghistory.utils
import pgtrigger.compiler
import pgtrigger.migrations
import uuid6
from django.conf import settings
from django.db import migrations, models

import accounts.day
from accounts.tables import AtOnce


class Migration(migrations.Migration):
    dependencies = [
        ("refugees", "0011_key_of_the_system_of_record"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        AtOnce(
            [
                migrations.CreateModel(
                    name="CountedActivity",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("public_id", models.UUIDField(default=uuid6.uuid7, editable=False, unique=True)),
                        (
                            "during",
                            django.contrib.postgres.fields.ranges.DateRangeField(verbose_name="period"),
                        ),
                        ("recorded_at", models.DateTimeField(default=accounts.day.now)),
                        ("version", models.PositiveIntegerField(default=1, editable=False)),
                        (
                            "corrected_at",
                            models.DateTimeField(blank=True, null=True, verbose_name="corrected"),
                        ),
                        (
                            "correction_reason",
                            models.CharField(blank=True, max_length=300, verbose_name="reason"),
                        ),
                        (
                            "withdrawn_at",
                            models.DateTimeField(blank=True, null=True, verbose_name="withdrawn"),
                        ),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("guidance", "Guidance and upskilling"),
                                    ("talks", "Talks about work with the City"),
                                    ("furthering", "Activity that leads towards work or education"),
                                    ("social-health", "Effort under the social or health acts"),
                                    ("job-search", "Preparation and job search"),
                                ],
                                max_length=16,
                                verbose_name="what it is",
                            ),
                        ),
                        (
                            "about",
                            models.CharField(blank=True, max_length=200, verbose_name="in a few words"),
                        ),
                        (
                            "minutes_a_week",
                            models.PositiveIntegerField(blank=True, null=True, verbose_name="minutes a week"),
                        ),
                        (
                            "case",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="counted_activities",
                                to="refugees.case",
                            ),
                        ),
                        (
                            "corrected_by",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "recorded_by",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "counted activity",
                        "verbose_name_plural": "counted activities",
                    },
                ),
                migrations.CreateModel(
                    name="CountedActivityEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("pgh_context", pghistory.utils.JSONField(null=True)),
                        ("pgh_context_id", models.UUIDField(null=True)),
                        ("id", models.BigIntegerField()),
                        ("public_id", models.UUIDField(default=uuid6.uuid7, editable=False)),
                        (
                            "during",
                            django.contrib.postgres.fields.ranges.DateRangeField(verbose_name="period"),
                        ),
                        ("recorded_at", models.DateTimeField(default=accounts.day.now)),
                        ("version", models.PositiveIntegerField(default=1, editable=False)),
                        (
                            "corrected_at",
                            models.DateTimeField(blank=True, null=True, verbose_name="corrected"),
                        ),
                        (
                            "correction_reason",
                            models.CharField(blank=True, max_length=300, verbose_name="reason"),
                        ),
                        (
                            "withdrawn_at",
                            models.DateTimeField(blank=True, null=True, verbose_name="withdrawn"),
                        ),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("guidance", "Guidance and upskilling"),
                                    ("talks", "Talks about work with the City"),
                                    ("furthering", "Activity that leads towards work or education"),
                                    ("social-health", "Effort under the social or health acts"),
                                    ("job-search", "Preparation and job search"),
                                ],
                                max_length=16,
                                verbose_name="what it is",
                            ),
                        ),
                        (
                            "about",
                            models.CharField(blank=True, max_length=200, verbose_name="in a few words"),
                        ),
                        (
                            "minutes_a_week",
                            models.PositiveIntegerField(blank=True, null=True, verbose_name="minutes a week"),
                        ),
                        (
                            "case",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="refugees.case",
                            ),
                        ),
                        (
                            "corrected_by",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="events",
                                to="refugees.countedactivity",
                            ),
                        ),
                        (
                            "recorded_by",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="HoursCut",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("public_id", models.UUIDField(default=uuid6.uuid7, editable=False, unique=True)),
                        (
                            "during",
                            django.contrib.postgres.fields.ranges.DateRangeField(verbose_name="period"),
                        ),
                        ("recorded_at", models.DateTimeField(default=accounts.day.now)),
                        ("version", models.PositiveIntegerField(default=1, editable=False)),
                        (
                            "corrected_at",
                            models.DateTimeField(blank=True, null=True, verbose_name="corrected"),
                        ),
                        (
                            "correction_reason",
                            models.CharField(blank=True, max_length=300, verbose_name="reason"),
                        ),
                        (
                            "withdrawn_at",
                            models.DateTimeField(blank=True, null=True, verbose_name="withdrawn"),
                        ),
                        ("minutes_a_week", models.PositiveIntegerField(verbose_name="minutes a week")),
                        (
                            "ground",
                            models.CharField(
                                choices=[
                                    ("conclusion", "The health team's conclusion about work"),
                                    ("for-now", "Assessed for now, until the health team has concluded"),
                                ],
                                max_length=12,
                                verbose_name="on what it rests",
                            ),
                        ),
                        (
                            "case",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="hours_cuts",
                                to="refugees.case",
                            ),
                        ),
                        (
                            "corrected_by",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "recorded_by",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "cut of the hours asked",
                        "verbose_name_plural": "cuts of the hours asked",
                    },
                ),
                migrations.CreateModel(
                    name="HoursCutEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("pgh_context", pghistory.utils.JSONField(null=True)),
                        ("pgh_context_id", models.UUIDField(null=True)),
                        ("id", models.BigIntegerField()),
                        ("public_id", models.UUIDField(default=uuid6.uuid7, editable=False)),
                        (
                            "during",
                            django.contrib.postgres.fields.ranges.DateRangeField(verbose_name="period"),
                        ),
                        ("recorded_at", models.DateTimeField(default=accounts.day.now)),
                        ("version", models.PositiveIntegerField(default=1, editable=False)),
                        (
                            "corrected_at",
                            models.DateTimeField(blank=True, null=True, verbose_name="corrected"),
                        ),
                        (
                            "correction_reason",
                            models.CharField(blank=True, max_length=300, verbose_name="reason"),
                        ),
                        (
                            "withdrawn_at",
                            models.DateTimeField(blank=True, null=True, verbose_name="withdrawn"),
                        ),
                        ("minutes_a_week", models.PositiveIntegerField(verbose_name="minutes a week")),
                        (
                            "ground",
                            models.CharField(
                                choices=[
                                    ("conclusion", "The health team's conclusion about work"),
                                    ("for-now", "Assessed for now, until the health team has concluded"),
                                ],
                                max_length=12,
                                verbose_name="on what it rests",
                            ),
                        ),
                        (
                            "case",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="refugees.case",
                            ),
                        ),
                        (
                            "corrected_by",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="events",
                                to="refugees.hourscut",
                            ),
                        ),
                        (
                            "recorded_by",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.AddConstraint(
                    model_name="countedactivity",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            ("kind__in", ["guidance", "talks", "furthering", "social-health", "job-search"])
                        ),
                        name="counted_kind_is_known",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="countedactivity",
                    constraint=models.CheckConstraint(
                        condition=models.Q(("during__isempty", False), ("during__startswith__isnull", False)),
                        name="counted_period_has_days",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="countedactivity",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            ("minutes_a_week", None),
                            models.Q(("minutes_a_week__gte", 1), ("minutes_a_week__lte", 2220)),
                            _connector="OR",
                        ),
                        name="counted_hours_fit_in_a_week",
                        violation_error_message="Write hours a week, at most 37.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="countedactivity",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("kind", "social-health"), _negated=True), ("about", ""), _connector="OR"
                        ),
                        name="social_or_health_effort_has_no_words",
                        violation_error_message="What it is about is not written here: leave the words out.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="countedactivity",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("corrected_at", None),
                                ("corrected_by", None),
                                ("correction_reason", ""),
                                ("version", 1),
                            ),
                            models.Q(
                                ("corrected_at__isnull", False),
                                ("corrected_by__isnull", False),
                                ("version__gt", 1),
                                models.Q(("correction_reason", ""), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="counted_correction_says_who_when_why",
                        violation_error_message="Say why it is corrected.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="countedactivity",
                    constraint=models.CheckConstraint(
                        condition=models.Q(("withdrawn_at", None), ("version__gt", 1), _connector="OR"),
                        name="counted_withdrawal_is_a_correction",
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="countedactivity",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "refugees_countedactivityevent" ("about", "case_id", "corrected_at", "corrected_by_id", "correction_reason", "during", "id", "kind", "minutes_a_week", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "recorded_at", "recorded_by_id", "version", "withdrawn_at") VALUES (NEW."about", NEW."case_id", NEW."corrected_at", NEW."corrected_by_id", NEW."correction_reason", NEW."during", NEW."id", NEW."kind", NEW."minutes_a_week", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, app_now(), \'insert\', NEW."id", NEW."public_id", NEW."recorded_at", NEW."recorded_by_id", NEW."version", NEW."withdrawn_at"); RETURN NULL;',
                            hash="31e2b45a82006a1caf15802f75d94619932db725",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_f3196",
                            table="refugees_countedactivity",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="countedactivity",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "refugees_countedactivityevent" ("about", "case_id", "corrected_at", "corrected_by_id", "correction_reason", "during", "id", "kind", "minutes_a_week", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "recorded_at", "recorded_by_id", "version", "withdrawn_at") VALUES (NEW."about", NEW."case_id", NEW."corrected_at", NEW."corrected_by_id", NEW."correction_reason", NEW."during", NEW."id", NEW."kind", NEW."minutes_a_week", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, app_now(), \'update\', NEW."id", NEW."public_id", NEW."recorded_at", NEW."recorded_by_id", NEW."version", NEW."withdrawn_at"); RETURN NULL;',
                            hash="b413571ec034815070b9c1d3dc13ac7072010a71",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_646c3",
                            table="refugees_countedactivity",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="countedactivity",
                    trigger=pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "refugees_countedactivityevent" ("about", "case_id", "corrected_at", "corrected_by_id", "correction_reason", "during", "id", "kind", "minutes_a_week", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "recorded_at", "recorded_by_id", "version", "withdrawn_at") VALUES (OLD."about", OLD."case_id", OLD."corrected_at", OLD."corrected_by_id", OLD."correction_reason", OLD."during", OLD."id", OLD."kind", OLD."minutes_a_week", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, app_now(), \'delete\', OLD."id", OLD."public_id", OLD."recorded_at", OLD."recorded_by_id", OLD."version", OLD."withdrawn_at"); RETURN NULL;',
                            hash="5bd0b36314958b953c6cb4f6a61801c1f0a38979",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_9c618",
                            table="refugees_countedactivity",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="countedactivityevent",
                    trigger=pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="ee9b19ec6d7dcc8a2e621af67b6a2aff4b364216",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_6bdc5",
                            table="refugees_countedactivityevent",
                            when="BEFORE",
                        ),
                    ),
                ),
                migrations.AddConstraint(
                    model_name="hourscut",
                    constraint=models.CheckConstraint(
                        condition=models.Q(("ground__in", ["conclusion", "for-now"])),
                        name="cut_ground_is_known",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="hourscut",
                    constraint=models.CheckConstraint(
                        condition=models.Q(("during__isempty", False), ("during__startswith__isnull", False)),
                        name="cut_period_has_days",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="hourscut",
                    constraint=models.CheckConstraint(
                        condition=models.Q(("minutes_a_week__gte", 0), ("minutes_a_week__lt", 2220)),
                        name="cut_is_below_full_time",
                        violation_error_message="A cut leaves fewer than 37 hours a week.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="hourscut",
                    constraint=django.contrib.postgres.constraints.ExclusionConstraint(
                        condition=models.Q(("withdrawn_at", None)),
                        expressions=[("case", "="), ("during", "&&")],
                        name="cut_one_at_a_time",
                        violation_error_message="Another cut of the hours overlaps this period.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="hourscut",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("corrected_at", None),
                                ("corrected_by", None),
                                ("correction_reason", ""),
                                ("version", 1),
                            ),
                            models.Q(
                                ("corrected_at__isnull", False),
                                ("corrected_by__isnull", False),
                                ("version__gt", 1),
                                models.Q(("correction_reason", ""), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="cut_correction_says_who_when_why",
                        violation_error_message="Say why it is corrected.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="hourscut",
                    constraint=models.CheckConstraint(
                        condition=models.Q(("withdrawn_at", None), ("version__gt", 1), _connector="OR"),
                        name="cut_withdrawal_is_a_correction",
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="hourscut",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "refugees_hourscutevent" ("case_id", "corrected_at", "corrected_by_id", "correction_reason", "during", "ground", "id", "minutes_a_week", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "recorded_at", "recorded_by_id", "version", "withdrawn_at") VALUES (NEW."case_id", NEW."corrected_at", NEW."corrected_by_id", NEW."correction_reason", NEW."during", NEW."ground", NEW."id", NEW."minutes_a_week", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, app_now(), \'insert\', NEW."id", NEW."public_id", NEW."recorded_at", NEW."recorded_by_id", NEW."version", NEW."withdrawn_at"); RETURN NULL;',
                            hash="04ce80b9c703aa961c5196f94c25f83b983be389",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_7a7f3",
                            table="refugees_hourscut",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="hourscut",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "refugees_hourscutevent" ("case_id", "corrected_at", "corrected_by_id", "correction_reason", "during", "ground", "id", "minutes_a_week", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "recorded_at", "recorded_by_id", "version", "withdrawn_at") VALUES (NEW."case_id", NEW."corrected_at", NEW."corrected_by_id", NEW."correction_reason", NEW."during", NEW."ground", NEW."id", NEW."minutes_a_week", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, app_now(), \'update\', NEW."id", NEW."public_id", NEW."recorded_at", NEW."recorded_by_id", NEW."version", NEW."withdrawn_at"); RETURN NULL;',
                            hash="9a36a2a27eb80edfd2c0d0070c1c160159a1dfbd",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_87847",
                            table="refugees_hourscut",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="hourscut",
                    trigger=pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "refugees_hourscutevent" ("case_id", "corrected_at", "corrected_by_id", "correction_reason", "during", "ground", "id", "minutes_a_week", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "recorded_at", "recorded_by_id", "version", "withdrawn_at") VALUES (OLD."case_id", OLD."corrected_at", OLD."corrected_by_id", OLD."correction_reason", OLD."during", OLD."ground", OLD."id", OLD."minutes_a_week", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, app_now(), \'delete\', OLD."id", OLD."public_id", OLD."recorded_at", OLD."recorded_by_id", OLD."version", OLD."withdrawn_at"); RETURN NULL;',
                            hash="7cf233d6fcad524c1761368b08f9a0e22e00f973",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_8715b",
                            table="refugees_hourscut",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="hourscutevent",
                    trigger=pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="d9aa9859b8b9602ed621086e7aa31345604ee725",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_388bd",
                            table="refugees_hourscutevent",
                            when="BEFORE",
                        ),
                    ),
                ),
            ]
        )
    ]
