import django.contrib.postgres.constraints
import django.contrib.postgres.fields
import django.contrib.postgres.fields.ranges
import django.db.models.deletion
import django.db.models.functions.comparison
import django.utils.timezone
import pghistory.utils
import pgtrigger.compiler
import uuid6
from django.conf import settings
from django.db import migrations, models

import accounts.day
import accounts.tables
import goals.models.version_draft


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("accounts", "0002_initial"),
        ("refugees", "0001_initial"),
    ]

    operations = [
        accounts.tables.CreateTables(
            tables=[
                migrations.CreateModel(
                    name="GoalVersion",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("goal", models.CharField(max_length=40, verbose_name="goal")),
                        (
                            "standard",
                            models.CharField(
                                choices=[
                                    ("law", "Law"),
                                    ("city", "City goal"),
                                    ("internal", "Internal default"),
                                ],
                                max_length=10,
                                verbose_name="whose promise",
                            ),
                        ),
                        (
                            "amount",
                            models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="time"),
                        ),
                        (
                            "unit",
                            models.CharField(
                                blank=True,
                                choices=[("days", "days"), ("weeks", "weeks"), ("months", "calendar months")],
                                max_length=8,
                                verbose_name="unit of time",
                            ),
                        ),
                        (
                            "warning_days",
                            models.PositiveSmallIntegerField(
                                default=7, verbose_name="warn so many days before"
                            ),
                        ),
                        (
                            "aim",
                            models.CharField(blank=True, max_length=120, verbose_name="aim within the time"),
                        ),
                        (
                            "rule_sets",
                            django.contrib.postgres.fields.ArrayField(
                                base_field=models.CharField(max_length=10),
                                blank=True,
                                default=list,
                                size=None,
                            ),
                        ),
                        (
                            "permit_grounds",
                            django.contrib.postgres.fields.ArrayField(
                                base_field=models.CharField(max_length=20),
                                blank=True,
                                default=list,
                                size=None,
                            ),
                        ),
                        (
                            "adults_only",
                            models.BooleanField(default=True, verbose_name="only those 18 at takeover"),
                        ),
                        (
                            "benefit_only",
                            models.BooleanField(default=False, verbose_name="only those on a benefit"),
                        ),
                        (
                            "pausing_grounds",
                            django.contrib.postgres.fields.ArrayField(
                                base_field=models.CharField(max_length=20),
                                blank=True,
                                default=list,
                                size=None,
                            ),
                        ),
                        (
                            "max_extension_days",
                            models.PositiveSmallIntegerField(
                                default=0, verbose_name="most days of extension"
                            ),
                        ),
                        ("source", models.CharField(max_length=200, verbose_name="source")),
                        (
                            "valid",
                            django.contrib.postgres.fields.ranges.DateRangeField(
                                verbose_name="for clocks that start"
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "version of a goal",
                        "verbose_name_plural": "versions of goals",
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="insert_insert",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "goals_goalversionevent" ("adults_only", "aim", "amount", "benefit_only", "goal", "id", "max_extension_days", "pausing_grounds", "permit_grounds", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "rule_sets", "source", "standard", "unit", "valid", "warning_days") VALUES (NEW."adults_only", NEW."aim", NEW."amount", NEW."benefit_only", NEW."goal", NEW."id", NEW."max_extension_days", NEW."pausing_grounds", NEW."permit_grounds", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, app_now(), \'insert\', NEW."id", NEW."rule_sets", NEW."source", NEW."standard", NEW."unit", NEW."valid", NEW."warning_days"); RETURN NULL;',
                                    hash="2dbd007828b6b93776b5c31d8dfcd666ff3a67b5",
                                    operation="INSERT",
                                    pgid="pgtrigger_insert_insert_fe5d6",
                                    table="goals_goalversion",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="update_update",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                                    func='INSERT INTO "goals_goalversionevent" ("adults_only", "aim", "amount", "benefit_only", "goal", "id", "max_extension_days", "pausing_grounds", "permit_grounds", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "rule_sets", "source", "standard", "unit", "valid", "warning_days") VALUES (NEW."adults_only", NEW."aim", NEW."amount", NEW."benefit_only", NEW."goal", NEW."id", NEW."max_extension_days", NEW."pausing_grounds", NEW."permit_grounds", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, app_now(), \'update\', NEW."id", NEW."rule_sets", NEW."source", NEW."standard", NEW."unit", NEW."valid", NEW."warning_days"); RETURN NULL;',
                                    hash="86c980024d1e65cd33a5222dbeba200067339b5b",
                                    operation="UPDATE",
                                    pgid="pgtrigger_update_update_3d2e2",
                                    table="goals_goalversion",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="delete_delete",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "goals_goalversionevent" ("adults_only", "aim", "amount", "benefit_only", "goal", "id", "max_extension_days", "pausing_grounds", "permit_grounds", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "rule_sets", "source", "standard", "unit", "valid", "warning_days") VALUES (OLD."adults_only", OLD."aim", OLD."amount", OLD."benefit_only", OLD."goal", OLD."id", OLD."max_extension_days", OLD."pausing_grounds", OLD."permit_grounds", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, app_now(), \'delete\', OLD."id", OLD."rule_sets", OLD."source", OLD."standard", OLD."unit", OLD."valid", OLD."warning_days"); RETURN NULL;',
                                    hash="4345b136e8e5b1a98a5f69776bcfa239fe28766e",
                                    operation="DELETE",
                                    pgid="pgtrigger_delete_delete_00a3b",
                                    table="goals_goalversion",
                                    when="AFTER",
                                ),
                            ),
                        ],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(("standard__in", ["law", "city", "internal"])),
                                name="version_standard_is_known",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("amount", None), ("unit", "")),
                                    models.Q(
                                        ("amount__gt", 0),
                                        ("amount__isnull", False),
                                        ("unit__in", ["days", "weeks", "months"]),
                                    ),
                                    _connector="OR",
                                ),
                                name="version_has_a_span_or_runs_before_an_event",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("max_extension_days", 0), ("amount__isnull", False), _connector="OR"
                                ),
                                name="only_a_span_of_time_can_be_extended",
                                violation_error_message="A promise that runs before an event cannot be extended.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("source", ""), _negated=True),
                                name="version_names_its_source",
                            ),
                            django.contrib.postgres.constraints.ExclusionConstraint(
                                expressions=[("goal", "="), ("standard", "="), ("valid", "&&")],
                                name="versions_of_one_standard_never_overlap",
                                violation_error_message="Another version of this goal is in force in that time.",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="GoalVersionEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="events",
                                to="goals.goalversion",
                            ),
                        ),
                        ("pgh_context", pghistory.utils.JSONField(null=True)),
                        ("pgh_context_id", models.UUIDField(null=True)),
                        ("id", models.BigIntegerField()),
                        ("goal", models.CharField(max_length=40, verbose_name="goal")),
                        (
                            "standard",
                            models.CharField(
                                choices=[
                                    ("law", "Law"),
                                    ("city", "City goal"),
                                    ("internal", "Internal default"),
                                ],
                                max_length=10,
                                verbose_name="whose promise",
                            ),
                        ),
                        (
                            "amount",
                            models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="time"),
                        ),
                        (
                            "unit",
                            models.CharField(
                                blank=True,
                                choices=[("days", "days"), ("weeks", "weeks"), ("months", "calendar months")],
                                max_length=8,
                                verbose_name="unit of time",
                            ),
                        ),
                        (
                            "warning_days",
                            models.PositiveSmallIntegerField(
                                default=7, verbose_name="warn so many days before"
                            ),
                        ),
                        (
                            "aim",
                            models.CharField(blank=True, max_length=120, verbose_name="aim within the time"),
                        ),
                        (
                            "rule_sets",
                            django.contrib.postgres.fields.ArrayField(
                                base_field=models.CharField(max_length=10),
                                blank=True,
                                default=list,
                                size=None,
                            ),
                        ),
                        (
                            "permit_grounds",
                            django.contrib.postgres.fields.ArrayField(
                                base_field=models.CharField(max_length=20),
                                blank=True,
                                default=list,
                                size=None,
                            ),
                        ),
                        (
                            "adults_only",
                            models.BooleanField(default=True, verbose_name="only those 18 at takeover"),
                        ),
                        (
                            "benefit_only",
                            models.BooleanField(default=False, verbose_name="only those on a benefit"),
                        ),
                        (
                            "pausing_grounds",
                            django.contrib.postgres.fields.ArrayField(
                                base_field=models.CharField(max_length=20),
                                blank=True,
                                default=list,
                                size=None,
                            ),
                        ),
                        (
                            "max_extension_days",
                            models.PositiveSmallIntegerField(
                                default=0, verbose_name="most days of extension"
                            ),
                        ),
                        ("source", models.CharField(max_length=200, verbose_name="source")),
                        (
                            "valid",
                            django.contrib.postgres.fields.ranges.DateRangeField(
                                verbose_name="for clocks that start"
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="append_only",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                                    hash="5f5eb45fdf19bc16d5eb55caaccb8c2912b28a37",
                                    operation="UPDATE OR DELETE",
                                    pgid="pgtrigger_append_only_3cb19",
                                    table="goals_goalversionevent",
                                    when="BEFORE",
                                ),
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="LeadTime",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("public_id", models.UUIDField(default=uuid6.uuid7, editable=False, unique=True)),
                        (
                            "unit",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="accounts.unit",
                            ),
                        ),
                        ("goal", models.CharField(max_length=40, verbose_name="goal")),
                        ("step", models.CharField(max_length=40, verbose_name="step")),
                        ("position", models.PositiveSmallIntegerField(verbose_name="place among the steps")),
                        (
                            "median_days",
                            models.PositiveSmallIntegerField(
                                blank=True, null=True, verbose_name="median in days"
                            ),
                        ),
                        (
                            "cases",
                            models.PositiveIntegerField(default=0, verbose_name="cases behind the median"),
                        ),
                        ("measured_on", models.DateField(blank=True, null=True, verbose_name="measured")),
                        (
                            "default_days",
                            models.PositiveSmallIntegerField(
                                blank=True, null=True, verbose_name="default in days"
                            ),
                        ),
                        (
                            "default_by",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        ("default_at", models.DateTimeField(blank=True, null=True)),
                        (
                            "override_days",
                            models.PositiveSmallIntegerField(
                                blank=True, null=True, verbose_name="days to count with instead"
                            ),
                        ),
                        (
                            "override_by",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        ("override_at", models.DateTimeField(blank=True, null=True)),
                        (
                            "override_reason",
                            models.CharField(blank=True, max_length=300, verbose_name="reason"),
                        ),
                        (
                            "days",
                            models.GeneratedField(
                                db_persist=True,
                                expression=django.db.models.functions.comparison.Coalesce(
                                    models.F("override_days"),
                                    models.Case(
                                        models.When(cases__gte=20, then=models.F("median_days")),
                                        default=models.F("default_days"),
                                    ),
                                ),
                                output_field=models.PositiveSmallIntegerField(null=True),
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "lead time",
                        "verbose_name_plural": "lead times",
                        "triggers": [
                            pgtrigger.compiler.Trigger(
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
                            pgtrigger.compiler.Trigger(
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
                            pgtrigger.compiler.Trigger(
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
                        ],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("unit", "goal", "position"), name="one_lead_time_per_step"
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("cases", 0), ("median_days", None)),
                                    models.Q(("cases__gt", 0), ("median_days__isnull", False)),
                                    _connector="OR",
                                ),
                                name="lead_time_of_cases_has_a_median",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("default_at", None), ("default_by", None), ("default_days", None)
                                    ),
                                    models.Q(
                                        ("default_at__isnull", False),
                                        ("default_by__isnull", False),
                                        ("default_days__isnull", False),
                                    ),
                                    _connector="OR",
                                ),
                                name="lead_time_default_says_who",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("override_at", None),
                                        ("override_by", None),
                                        ("override_days", None),
                                        ("override_reason", ""),
                                    ),
                                    models.Q(
                                        ("override_at__isnull", False),
                                        ("override_by__isnull", False),
                                        ("override_days__isnull", False),
                                        models.Q(("override_reason", ""), _negated=True),
                                    ),
                                    _connector="OR",
                                ),
                                name="lead_time_override_says_who_and_why",
                                violation_error_message="Say why other days are counted with.",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="LeadTimeEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="events",
                                to="goals.leadtime",
                            ),
                        ),
                        ("pgh_context", pghistory.utils.JSONField(null=True)),
                        ("pgh_context_id", models.UUIDField(null=True)),
                        ("id", models.BigIntegerField()),
                        ("public_id", models.UUIDField(default=uuid6.uuid7, editable=False)),
                        (
                            "unit",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="accounts.unit",
                            ),
                        ),
                        ("goal", models.CharField(max_length=40, verbose_name="goal")),
                        ("step", models.CharField(max_length=40, verbose_name="step")),
                        ("position", models.PositiveSmallIntegerField(verbose_name="place among the steps")),
                        (
                            "median_days",
                            models.PositiveSmallIntegerField(
                                blank=True, null=True, verbose_name="median in days"
                            ),
                        ),
                        (
                            "cases",
                            models.PositiveIntegerField(default=0, verbose_name="cases behind the median"),
                        ),
                        ("measured_on", models.DateField(blank=True, null=True, verbose_name="measured")),
                        (
                            "default_days",
                            models.PositiveSmallIntegerField(
                                blank=True, null=True, verbose_name="default in days"
                            ),
                        ),
                        (
                            "default_by",
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
                        ("default_at", models.DateTimeField(blank=True, null=True)),
                        (
                            "override_days",
                            models.PositiveSmallIntegerField(
                                blank=True, null=True, verbose_name="days to count with instead"
                            ),
                        ),
                        (
                            "override_by",
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
                        ("override_at", models.DateTimeField(blank=True, null=True)),
                        (
                            "override_reason",
                            models.CharField(blank=True, max_length=300, verbose_name="reason"),
                        ),
                    ],
                    options={
                        "abstract": False,
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="append_only",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                                    hash="b637915a371f03d64abb2c0e80da810233c7aa4d",
                                    operation="UPDATE OR DELETE",
                                    pgid="pgtrigger_append_only_26b22",
                                    table="goals_leadtimeevent",
                                    when="BEFORE",
                                ),
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Clock",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "permit_ground",
                            models.CharField(
                                choices=[
                                    ("convention", "Convention refugee"),
                                    ("protection", "Protection status"),
                                    ("temporary", "Temporary protection"),
                                    ("quota", "Quota refugee"),
                                    ("family", "Family-reunified with a refugee"),
                                    ("ukraine", "Displaced from Ukraine"),
                                    ("humanitarian", "Humanitarian grounds"),
                                ],
                                max_length=20,
                            ),
                        ),
                        (
                            "rule_set",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("RS-2016", "Rules of 2016 (integration programme)"),
                                    ("RS-2019", "Rules of 2019 (self-support and return programme)"),
                                    ("RS-2025", "Rules of 2025 (introduction programme, work duty)"),
                                    ("RS-2026", "Rules of February 2026"),
                                    ("RS-UA", "Act on displaced persons from Ukraine"),
                                ],
                                max_length=10,
                            ),
                        ),
                        ("taken_over_on", models.DateField(null=True)),
                        ("goal", models.CharField(max_length=40)),
                        (
                            "standard",
                            models.CharField(
                                choices=[
                                    ("law", "Law"),
                                    ("city", "City goal"),
                                    ("internal", "Internal default"),
                                ],
                                max_length=10,
                            ),
                        ),
                        ("occurrence", models.CharField(max_length=60)),
                        ("starts_on", models.DateField()),
                        ("before_on", models.DateField(null=True)),
                        ("base_due_on", models.DateField(null=True)),
                        ("due_on", models.DateField(null=True)),
                        ("warn_on", models.DateField(null=True)),
                        ("planned_on", models.DateField(null=True)),
                        ("met_on", models.DateField(null=True)),
                        ("void_on", models.DateField(null=True)),
                        (
                            "void_reason",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("closed", "The case was closed"),
                                    ("not-ready", "Not job-ready"),
                                    ("self-supporting", "Self-supporting"),
                                    ("not-covered", "Not covered by this promise"),
                                    ("withdrawn", "What started it was withdrawn"),
                                    ("in-work", "In work or education"),
                                    ("broken-off", "The measure was broken off"),
                                    ("other-rule", "Another rule holds meanwhile"),
                                ],
                                max_length=20,
                            ),
                        ),
                        (
                            "paused",
                            django.contrib.postgres.fields.ArrayField(
                                base_field=django.contrib.postgres.fields.ranges.DateRangeField(),
                                default=list,
                                size=None,
                            ),
                        ),
                        ("compartment", models.CharField(blank=True, max_length=20)),
                        (
                            "case",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="clocks",
                                to="refugees.case",
                            ),
                        ),
                        (
                            "unit",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="accounts.unit",
                            ),
                        ),
                        (
                            "version",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="clocks",
                                to="goals.goalversion",
                            ),
                        ),
                        (
                            "reached_on",
                            django.contrib.postgres.fields.ArrayField(
                                base_field=models.DateField(), default=list, size=None
                            ),
                        ),
                        ("flagged_on", models.DateField(null=True)),
                    ],
                    options={
                        "verbose_name": "clock",
                        "verbose_name_plural": "clocks",
                        "indexes": [
                            models.Index(
                                condition=models.Q(("flagged_on", None), ("met_on", None), ("void_on", None)),
                                fields=["due_on"],
                                name="clock_to_flag",
                            ),
                            models.Index(
                                condition=models.Q(
                                    ("flagged_on", None),
                                    ("met_on", None),
                                    ("void_on__gt", models.F("due_on")),
                                ),
                                fields=["void_on"],
                                name="clock_to_flag_that_falls_away",
                            ),
                            models.Index(
                                condition=models.Q(("met_on", None), ("void_on", None)),
                                fields=["unit", "due_on"],
                                name="clock_open_by_unit",
                            ),
                            models.Index(
                                condition=models.Q(("flagged_on__isnull", False), ("void_on__isnull", False)),
                                fields=["void_on"],
                                name="clock_flagged_falls_away",
                            ),
                            models.Index(
                                fields=["goal", "standard", "unit", "starts_on"], name="clock_by_goal"
                            ),
                        ],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("case", "goal", "standard", "occurrence"),
                                name="one_clock_per_occurrence",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("standard__in", ["law", "city", "internal"])),
                                name="clock_standard_is_known",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("void_on", None), ("void_reason", "")),
                                    models.Q(
                                        ("void_on__isnull", False),
                                        (
                                            "void_reason__in",
                                            [
                                                "closed",
                                                "not-ready",
                                                "self-supporting",
                                                "not-covered",
                                                "withdrawn",
                                                "in-work",
                                                "broken-off",
                                                "other-rule",
                                            ],
                                        ),
                                    ),
                                    _connector="OR",
                                ),
                                name="clock_void_date_and_reason_go_together",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("flagged_on", None),
                                    models.Q(
                                        ("due_on__isnull", False), ("flagged_on__gt", models.F("due_on"))
                                    ),
                                    _connector="OR",
                                ),
                                name="clock_flagged_only_when_over",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="ClockBelief",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "permit_ground",
                            models.CharField(
                                choices=[
                                    ("convention", "Convention refugee"),
                                    ("protection", "Protection status"),
                                    ("temporary", "Temporary protection"),
                                    ("quota", "Quota refugee"),
                                    ("family", "Family-reunified with a refugee"),
                                    ("ukraine", "Displaced from Ukraine"),
                                    ("humanitarian", "Humanitarian grounds"),
                                ],
                                max_length=20,
                            ),
                        ),
                        (
                            "rule_set",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("RS-2016", "Rules of 2016 (integration programme)"),
                                    ("RS-2019", "Rules of 2019 (self-support and return programme)"),
                                    ("RS-2025", "Rules of 2025 (introduction programme, work duty)"),
                                    ("RS-2026", "Rules of February 2026"),
                                    ("RS-UA", "Act on displaced persons from Ukraine"),
                                ],
                                max_length=10,
                            ),
                        ),
                        ("taken_over_on", models.DateField(null=True)),
                        ("goal", models.CharField(max_length=40)),
                        (
                            "standard",
                            models.CharField(
                                choices=[
                                    ("law", "Law"),
                                    ("city", "City goal"),
                                    ("internal", "Internal default"),
                                ],
                                max_length=10,
                            ),
                        ),
                        ("occurrence", models.CharField(max_length=60)),
                        ("starts_on", models.DateField()),
                        ("before_on", models.DateField(null=True)),
                        ("base_due_on", models.DateField(null=True)),
                        ("due_on", models.DateField(null=True)),
                        ("warn_on", models.DateField(null=True)),
                        ("planned_on", models.DateField(null=True)),
                        ("met_on", models.DateField(null=True)),
                        ("void_on", models.DateField(null=True)),
                        (
                            "void_reason",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("closed", "The case was closed"),
                                    ("not-ready", "Not job-ready"),
                                    ("self-supporting", "Self-supporting"),
                                    ("not-covered", "Not covered by this promise"),
                                    ("withdrawn", "What started it was withdrawn"),
                                    ("in-work", "In work or education"),
                                    ("broken-off", "The measure was broken off"),
                                    ("other-rule", "Another rule holds meanwhile"),
                                ],
                                max_length=20,
                            ),
                        ),
                        (
                            "paused",
                            django.contrib.postgres.fields.ArrayField(
                                base_field=django.contrib.postgres.fields.ranges.DateRangeField(),
                                default=list,
                                size=None,
                            ),
                        ),
                        ("compartment", models.CharField(blank=True, max_length=20)),
                        (
                            "clock",
                            models.ForeignKey(
                                db_constraint=False,
                                db_index=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="beliefs",
                                to="goals.clock",
                            ),
                        ),
                        (
                            "case",
                            models.ForeignKey(
                                db_constraint=False,
                                db_index=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="beliefs",
                                to="refugees.case",
                            ),
                        ),
                        (
                            "unit",
                            models.ForeignKey(
                                db_constraint=False,
                                db_index=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="accounts.unit",
                            ),
                        ),
                        (
                            "version",
                            models.ForeignKey(
                                db_constraint=False,
                                db_index=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="goals.goalversion",
                            ),
                        ),
                        ("known", django.contrib.postgres.fields.ranges.DateTimeRangeField()),
                        (
                            "changes",
                            django.contrib.postgres.fields.ArrayField(
                                base_field=models.UUIDField(), default=list, size=None
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "belief about a clock",
                        "verbose_name_plural": "beliefs about clocks",
                        "indexes": [
                            models.Index(fields=["case"], name="belief_by_case"),
                            models.Index(fields=["unit", "goal", "standard"], name="belief_by_unit_and_goal"),
                        ],
                        "constraints": [
                            django.contrib.postgres.constraints.ExclusionConstraint(
                                expressions=[("clock", "="), ("known", "&&")],
                                name="one_belief_of_a_clock_at_a_time",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Conversation",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("public_id", models.UUIDField(default=uuid6.uuid7, editable=False, unique=True)),
                        (
                            "case",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="conversations",
                                to="refugees.case",
                            ),
                        ),
                        (
                            "unit",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="accounts.unit",
                            ),
                        ),
                        ("subject", models.CharField(max_length=40)),
                        ("opened_at", models.DateTimeField(default=accounts.day.now)),
                        ("closed_at", models.DateTimeField(null=True)),
                        ("acknowledged_at", models.DateTimeField(null=True)),
                        (
                            "acknowledged_by",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "conversation on a breach",
                        "verbose_name_plural": "conversations on breaches",
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="insert_insert",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "goals_conversationevent" ("acknowledged_at", "acknowledged_by_id", "case_id", "closed_at", "id", "opened_at", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "subject", "unit_id") VALUES (NEW."acknowledged_at", NEW."acknowledged_by_id", NEW."case_id", NEW."closed_at", NEW."id", NEW."opened_at", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, app_now(), \'insert\', NEW."id", NEW."public_id", NEW."subject", NEW."unit_id"); RETURN NULL;',
                                    hash="30a509e3f2aa8badb949ce0e07e3ca091dab1361",
                                    operation="INSERT",
                                    pgid="pgtrigger_insert_insert_92891",
                                    table="goals_conversation",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="update_update",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                                    func='INSERT INTO "goals_conversationevent" ("acknowledged_at", "acknowledged_by_id", "case_id", "closed_at", "id", "opened_at", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "subject", "unit_id") VALUES (NEW."acknowledged_at", NEW."acknowledged_by_id", NEW."case_id", NEW."closed_at", NEW."id", NEW."opened_at", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, app_now(), \'update\', NEW."id", NEW."public_id", NEW."subject", NEW."unit_id"); RETURN NULL;',
                                    hash="326bfd405f65cb86f30ffedcc2d88cbafe7283a6",
                                    operation="UPDATE",
                                    pgid="pgtrigger_update_update_78558",
                                    table="goals_conversation",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="delete_delete",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "goals_conversationevent" ("acknowledged_at", "acknowledged_by_id", "case_id", "closed_at", "id", "opened_at", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "subject", "unit_id") VALUES (OLD."acknowledged_at", OLD."acknowledged_by_id", OLD."case_id", OLD."closed_at", OLD."id", OLD."opened_at", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, app_now(), \'delete\', OLD."id", OLD."public_id", OLD."subject", OLD."unit_id"); RETURN NULL;',
                                    hash="42d7863f84f5d71ceed7d13b0007fe44634fd1f9",
                                    operation="DELETE",
                                    pgid="pgtrigger_delete_delete_7b84d",
                                    table="goals_conversation",
                                    when="AFTER",
                                ),
                            ),
                        ],
                        "constraints": [
                            models.UniqueConstraint(
                                condition=models.Q(("closed_at", None)),
                                fields=("case", "subject"),
                                name="one_open_conversation_per_subject",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("acknowledged_at", None), ("acknowledged_by", None)),
                                    models.Q(
                                        ("acknowledged_at__isnull", False), ("acknowledged_by__isnull", False)
                                    ),
                                    _connector="OR",
                                ),
                                name="acknowledgement_has_a_person_and_a_moment",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="ConversationEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="events",
                                to="goals.conversation",
                            ),
                        ),
                        ("pgh_context", pghistory.utils.JSONField(null=True)),
                        ("pgh_context_id", models.UUIDField(null=True)),
                        ("id", models.BigIntegerField()),
                        ("public_id", models.UUIDField(default=uuid6.uuid7, editable=False)),
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
                            "unit",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="accounts.unit",
                            ),
                        ),
                        ("subject", models.CharField(max_length=40)),
                        ("opened_at", models.DateTimeField(default=accounts.day.now)),
                        ("closed_at", models.DateTimeField(null=True)),
                        ("acknowledged_at", models.DateTimeField(null=True)),
                        (
                            "acknowledged_by",
                            models.ForeignKey(
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
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="append_only",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                                    hash="29897fc64528e301e6008d45e22ec668fd94a651",
                                    operation="UPDATE OR DELETE",
                                    pgid="pgtrigger_append_only_baa5c",
                                    table="goals_conversationevent",
                                    when="BEFORE",
                                ),
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Reply",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "conversation",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="replies",
                                to="goals.conversation",
                            ),
                        ),
                        (
                            "by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        ("at", models.DateTimeField(default=accounts.day.now)),
                        (
                            "cause",
                            models.CharField(
                                choices=[
                                    ("city", "The City: we did not get it done"),
                                    ("partner", "A partner: company, clinic, provider"),
                                    ("person", "The person: declined, could not, wished otherwise"),
                                    ("nothing-available", "Nothing suitable was available"),
                                    ("data-error", "A wrong date or a missing record"),
                                ],
                                max_length=20,
                                verbose_name="cause",
                            ),
                        ),
                        (
                            "reason",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("city:no-time", "There was no time for it"),
                                    ("city:not-followed-up", "It was not followed up"),
                                    ("city:other-unit", "It waited for another unit of the City"),
                                    ("partner:withdrew", "The partner said no or withdrew"),
                                    (
                                        "partner:queue",
                                        "The partner's waiting time is longer than the deadline",
                                    ),
                                    ("partner:no-reply", "The partner did not answer"),
                                    ("person:declined", "The person declined what was offered"),
                                    ("person:could-not", "The person could not at that time"),
                                    ("person:wished-otherwise", "The person wished otherwise"),
                                    ("person:not-reached", "The person could not be reached"),
                                    ("nothing-available:none-vacant", "Nothing was vacant"),
                                    ("nothing-available:none-fitted", "What was vacant did not fit"),
                                    ("data-error:wrong-date", "A date was wrong"),
                                    ("data-error:not-recorded", "It was done and not recorded"),
                                ],
                                max_length=40,
                                verbose_name="reason",
                            ),
                        ),
                        ("explanation", models.TextField(max_length=4000, verbose_name="explanation")),
                        ("next_step", models.CharField(max_length=200, verbose_name="next step")),
                        ("next_on", models.DateField(verbose_name="by")),
                    ],
                    options={
                        "verbose_name": "reply",
                        "verbose_name_plural": "replies",
                        "ordering": ["pk"],
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="insert_insert",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "goals_replyevent" ("at", "by_id", "cause", "conversation_id", "explanation", "id", "next_on", "next_step", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason") VALUES (NEW."at", NEW."by_id", NEW."cause", NEW."conversation_id", NEW."explanation", NEW."id", NEW."next_on", NEW."next_step", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, app_now(), \'insert\', NEW."id", NEW."reason"); RETURN NULL;',
                                    hash="4f29ea53ae8411a6869d84ae2e563fc3a5404040",
                                    operation="INSERT",
                                    pgid="pgtrigger_insert_insert_c3caa",
                                    table="goals_reply",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="update_update",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                                    func='INSERT INTO "goals_replyevent" ("at", "by_id", "cause", "conversation_id", "explanation", "id", "next_on", "next_step", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason") VALUES (NEW."at", NEW."by_id", NEW."cause", NEW."conversation_id", NEW."explanation", NEW."id", NEW."next_on", NEW."next_step", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, app_now(), \'update\', NEW."id", NEW."reason"); RETURN NULL;',
                                    hash="142a512cef64d8be0e351b780d40469121eeefd5",
                                    operation="UPDATE",
                                    pgid="pgtrigger_update_update_a87e0",
                                    table="goals_reply",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="delete_delete",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "goals_replyevent" ("at", "by_id", "cause", "conversation_id", "explanation", "id", "next_on", "next_step", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason") VALUES (OLD."at", OLD."by_id", OLD."cause", OLD."conversation_id", OLD."explanation", OLD."id", OLD."next_on", OLD."next_step", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, app_now(), \'delete\', OLD."id", OLD."reason"); RETURN NULL;',
                                    hash="35a04363f10fd4dd6f465b402d7fcd4b0c253360",
                                    operation="DELETE",
                                    pgid="pgtrigger_delete_delete_2c21b",
                                    table="goals_reply",
                                    when="AFTER",
                                ),
                            ),
                        ],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    (
                                        "cause__in",
                                        ["city", "partner", "person", "nothing-available", "data-error"],
                                    )
                                ),
                                name="reply_cause_is_known",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("reason", ""),
                                    models.Q(
                                        ("cause", "city"),
                                        (
                                            "reason__in",
                                            ["city:no-time", "city:not-followed-up", "city:other-unit"],
                                        ),
                                    ),
                                    models.Q(
                                        ("cause", "partner"),
                                        (
                                            "reason__in",
                                            ["partner:withdrew", "partner:queue", "partner:no-reply"],
                                        ),
                                    ),
                                    models.Q(
                                        ("cause", "person"),
                                        (
                                            "reason__in",
                                            [
                                                "person:declined",
                                                "person:could-not",
                                                "person:wished-otherwise",
                                                "person:not-reached",
                                            ],
                                        ),
                                    ),
                                    models.Q(
                                        ("cause", "nothing-available"),
                                        (
                                            "reason__in",
                                            [
                                                "nothing-available:none-vacant",
                                                "nothing-available:none-fitted",
                                            ],
                                        ),
                                    ),
                                    models.Q(
                                        ("cause", "data-error"),
                                        ("reason__in", ["data-error:wrong-date", "data-error:not-recorded"]),
                                    ),
                                    _connector="OR",
                                ),
                                name="reply_reason_is_of_its_cause",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("explanation", ""), _negated=True),
                                    models.Q(("next_step", ""), _negated=True),
                                ),
                                name="reply_says_why_and_what_next",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="ReplyEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="events",
                                to="goals.reply",
                            ),
                        ),
                        ("pgh_context", pghistory.utils.JSONField(null=True)),
                        ("pgh_context_id", models.UUIDField(null=True)),
                        ("id", models.BigIntegerField()),
                        (
                            "conversation",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="goals.conversation",
                            ),
                        ),
                        (
                            "by",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        ("at", models.DateTimeField(default=accounts.day.now)),
                        (
                            "cause",
                            models.CharField(
                                choices=[
                                    ("city", "The City: we did not get it done"),
                                    ("partner", "A partner: company, clinic, provider"),
                                    ("person", "The person: declined, could not, wished otherwise"),
                                    ("nothing-available", "Nothing suitable was available"),
                                    ("data-error", "A wrong date or a missing record"),
                                ],
                                max_length=20,
                                verbose_name="cause",
                            ),
                        ),
                        (
                            "reason",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("city:no-time", "There was no time for it"),
                                    ("city:not-followed-up", "It was not followed up"),
                                    ("city:other-unit", "It waited for another unit of the City"),
                                    ("partner:withdrew", "The partner said no or withdrew"),
                                    (
                                        "partner:queue",
                                        "The partner's waiting time is longer than the deadline",
                                    ),
                                    ("partner:no-reply", "The partner did not answer"),
                                    ("person:declined", "The person declined what was offered"),
                                    ("person:could-not", "The person could not at that time"),
                                    ("person:wished-otherwise", "The person wished otherwise"),
                                    ("person:not-reached", "The person could not be reached"),
                                    ("nothing-available:none-vacant", "Nothing was vacant"),
                                    ("nothing-available:none-fitted", "What was vacant did not fit"),
                                    ("data-error:wrong-date", "A date was wrong"),
                                    ("data-error:not-recorded", "It was done and not recorded"),
                                ],
                                max_length=40,
                                verbose_name="reason",
                            ),
                        ),
                        ("explanation", models.TextField(max_length=4000, verbose_name="explanation")),
                        ("next_step", models.CharField(max_length=200, verbose_name="next step")),
                        ("next_on", models.DateField(verbose_name="by")),
                    ],
                    options={
                        "abstract": False,
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="append_only",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                                    hash="0eb903830fadc86ff0163e49b6de0904bd6fbc97",
                                    operation="UPDATE OR DELETE",
                                    pgid="pgtrigger_append_only_cb358",
                                    table="goals_replyevent",
                                    when="BEFORE",
                                ),
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Breach",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "clock",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="breaches",
                                to="goals.clock",
                            ),
                        ),
                        (
                            "case",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="breaches",
                                to="refugees.case",
                            ),
                        ),
                        (
                            "unit",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="accounts.unit",
                            ),
                        ),
                        (
                            "conversation",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="breaches",
                                to="goals.conversation",
                            ),
                        ),
                        ("over_since", models.DateField()),
                        ("noticed_at", models.DateTimeField(default=accounts.day.now)),
                        ("noticed_on", models.DateField()),
                        ("ended_at", models.DateTimeField(null=True)),
                        (
                            "end_reason",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("met-late", "met late"),
                                    ("registered-late", "met in time, registered late"),
                                    ("void", "the promise fell away"),
                                    ("deadline-moved", "the deadline moved"),
                                    ("withdrawn", "withdrawn by a correction"),
                                ],
                                max_length=20,
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "breach",
                        "verbose_name_plural": "breaches",
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="insert_insert",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "goals_breachevent" ("case_id", "clock_id", "conversation_id", "end_reason", "ended_at", "id", "noticed_at", "noticed_on", "over_since", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "unit_id") VALUES (NEW."case_id", NEW."clock_id", NEW."conversation_id", NEW."end_reason", NEW."ended_at", NEW."id", NEW."noticed_at", NEW."noticed_on", NEW."over_since", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, app_now(), \'insert\', NEW."id", NEW."unit_id"); RETURN NULL;',
                                    hash="4d792e6639e14e37044bdb2d256056b464d66453",
                                    operation="INSERT",
                                    pgid="pgtrigger_insert_insert_d60ac",
                                    table="goals_breach",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="update_update",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                                    func='INSERT INTO "goals_breachevent" ("case_id", "clock_id", "conversation_id", "end_reason", "ended_at", "id", "noticed_at", "noticed_on", "over_since", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "unit_id") VALUES (NEW."case_id", NEW."clock_id", NEW."conversation_id", NEW."end_reason", NEW."ended_at", NEW."id", NEW."noticed_at", NEW."noticed_on", NEW."over_since", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, app_now(), \'update\', NEW."id", NEW."unit_id"); RETURN NULL;',
                                    hash="6aa89f4344d9d5e6ffe6f7daefa60da99e23ee98",
                                    operation="UPDATE",
                                    pgid="pgtrigger_update_update_d754d",
                                    table="goals_breach",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="delete_delete",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "goals_breachevent" ("case_id", "clock_id", "conversation_id", "end_reason", "ended_at", "id", "noticed_at", "noticed_on", "over_since", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "unit_id") VALUES (OLD."case_id", OLD."clock_id", OLD."conversation_id", OLD."end_reason", OLD."ended_at", OLD."id", OLD."noticed_at", OLD."noticed_on", OLD."over_since", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, app_now(), \'delete\', OLD."id", OLD."unit_id"); RETURN NULL;',
                                    hash="224bd21bd82567becd9766066858a9ea1c1248e6",
                                    operation="DELETE",
                                    pgid="pgtrigger_delete_delete_b1880",
                                    table="goals_breach",
                                    when="AFTER",
                                ),
                            ),
                        ],
                        "indexes": [
                            models.Index(
                                condition=models.Q(("ended_at", None)),
                                fields=["unit", "over_since"],
                                name="breach_open_by_unit",
                            )
                        ],
                        "constraints": [
                            models.UniqueConstraint(
                                condition=models.Q(("ended_at", None)),
                                fields=("clock",),
                                name="one_open_breach_per_clock",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("end_reason", ""), ("ended_at", None)),
                                    models.Q(
                                        (
                                            "end_reason__in",
                                            [
                                                "met-late",
                                                "registered-late",
                                                "void",
                                                "deadline-moved",
                                                "withdrawn",
                                            ],
                                        ),
                                        ("ended_at__isnull", False),
                                    ),
                                    _connector="OR",
                                ),
                                name="breach_end_and_reason_go_together",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="BreachEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="events",
                                to="goals.breach",
                            ),
                        ),
                        ("pgh_context", pghistory.utils.JSONField(null=True)),
                        ("pgh_context_id", models.UUIDField(null=True)),
                        ("id", models.BigIntegerField()),
                        (
                            "clock",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="goals.clock",
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
                            "unit",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="accounts.unit",
                            ),
                        ),
                        (
                            "conversation",
                            models.ForeignKey(
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="goals.conversation",
                            ),
                        ),
                        ("over_since", models.DateField()),
                        ("noticed_at", models.DateTimeField(default=accounts.day.now)),
                        ("noticed_on", models.DateField()),
                        ("ended_at", models.DateTimeField(null=True)),
                        (
                            "end_reason",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("met-late", "met late"),
                                    ("registered-late", "met in time, registered late"),
                                    ("void", "the promise fell away"),
                                    ("deadline-moved", "the deadline moved"),
                                    ("withdrawn", "withdrawn by a correction"),
                                ],
                                max_length=20,
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="append_only",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                                    hash="471b82523bb0527dd3db1265917bd742f260919e",
                                    operation="UPDATE OR DELETE",
                                    pgid="pgtrigger_append_only_6eed0",
                                    table="goals_breachevent",
                                    when="BEFORE",
                                ),
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Extension",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("public_id", models.UUIDField(default=uuid6.uuid7, editable=False, unique=True)),
                        (
                            "case",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="extensions",
                                to="refugees.case",
                            ),
                        ),
                        ("goal", models.CharField(max_length=40)),
                        (
                            "standard",
                            models.CharField(
                                choices=[
                                    ("law", "Law"),
                                    ("city", "City goal"),
                                    ("internal", "Internal default"),
                                ],
                                max_length=10,
                            ),
                        ),
                        ("occurrence", models.CharField(max_length=60)),
                        ("days", models.PositiveSmallIntegerField(verbose_name="days")),
                        ("reason", models.CharField(max_length=600, verbose_name="why")),
                        ("requested_on", models.DateField()),
                        ("requested_at", models.DateTimeField(default=accounts.day.now)),
                        (
                            "requested_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "decision",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("", "asked for"),
                                    ("granted", "granted"),
                                    ("denied", "denied"),
                                    ("withdrawn", "withdrawn"),
                                ],
                                max_length=10,
                                verbose_name="decision",
                            ),
                        ),
                        ("decided_on", models.DateField(blank=True, null=True)),
                        ("decided_at", models.DateTimeField(blank=True, null=True)),
                        (
                            "decided_by",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "decision_reason",
                            models.CharField(blank=True, max_length=600, verbose_name="reason"),
                        ),
                        (
                            "proposed_actions",
                            models.CharField(blank=True, max_length=600, verbose_name="what to do instead"),
                        ),
                    ],
                    options={
                        "verbose_name": "extension",
                        "verbose_name_plural": "extensions",
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="insert_insert",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "goals_extensionevent" ("case_id", "days", "decided_at", "decided_by_id", "decided_on", "decision", "decision_reason", "goal", "id", "occurrence", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "proposed_actions", "public_id", "reason", "requested_at", "requested_by_id", "requested_on", "standard") VALUES (NEW."case_id", NEW."days", NEW."decided_at", NEW."decided_by_id", NEW."decided_on", NEW."decision", NEW."decision_reason", NEW."goal", NEW."id", NEW."occurrence", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, app_now(), \'insert\', NEW."id", NEW."proposed_actions", NEW."public_id", NEW."reason", NEW."requested_at", NEW."requested_by_id", NEW."requested_on", NEW."standard"); RETURN NULL;',
                                    hash="319292c5c14498d17c1afc927ec516b65fa67058",
                                    operation="INSERT",
                                    pgid="pgtrigger_insert_insert_dfaf9",
                                    table="goals_extension",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="update_update",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                                    func='INSERT INTO "goals_extensionevent" ("case_id", "days", "decided_at", "decided_by_id", "decided_on", "decision", "decision_reason", "goal", "id", "occurrence", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "proposed_actions", "public_id", "reason", "requested_at", "requested_by_id", "requested_on", "standard") VALUES (NEW."case_id", NEW."days", NEW."decided_at", NEW."decided_by_id", NEW."decided_on", NEW."decision", NEW."decision_reason", NEW."goal", NEW."id", NEW."occurrence", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, app_now(), \'update\', NEW."id", NEW."proposed_actions", NEW."public_id", NEW."reason", NEW."requested_at", NEW."requested_by_id", NEW."requested_on", NEW."standard"); RETURN NULL;',
                                    hash="f91f44257eb90205894332f137128dc9e403d3eb",
                                    operation="UPDATE",
                                    pgid="pgtrigger_update_update_3d847",
                                    table="goals_extension",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="delete_delete",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "goals_extensionevent" ("case_id", "days", "decided_at", "decided_by_id", "decided_on", "decision", "decision_reason", "goal", "id", "occurrence", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "proposed_actions", "public_id", "reason", "requested_at", "requested_by_id", "requested_on", "standard") VALUES (OLD."case_id", OLD."days", OLD."decided_at", OLD."decided_by_id", OLD."decided_on", OLD."decision", OLD."decision_reason", OLD."goal", OLD."id", OLD."occurrence", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, app_now(), \'delete\', OLD."id", OLD."proposed_actions", OLD."public_id", OLD."reason", OLD."requested_at", OLD."requested_by_id", OLD."requested_on", OLD."standard"); RETURN NULL;',
                                    hash="3a721ee1754c52df39235c7595d70ce6484b9a39",
                                    operation="DELETE",
                                    pgid="pgtrigger_delete_delete_e93ba",
                                    table="goals_extension",
                                    when="AFTER",
                                ),
                            ),
                        ],
                        "indexes": [
                            models.Index(
                                fields=["case", "goal", "standard", "occurrence"], name="extension_by_case"
                            ),
                            models.Index(
                                condition=models.Q(("decision", "")),
                                fields=["requested_on"],
                                name="extension_pending",
                            ),
                        ],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(("standard__in", ["law", "city", "internal"])),
                                name="extension_standard_is_known",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("days__gt", 0)),
                                name="extension_has_days",
                                violation_error_message="Ask for at least one day.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("reason", ""), _negated=True),
                                name="extension_says_why",
                                violation_error_message="Say why more time is needed.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("decided_at", None),
                                        ("decided_by", None),
                                        ("decided_on", None),
                                        ("decision", ""),
                                    ),
                                    models.Q(
                                        ("decided_at__isnull", False),
                                        ("decided_by__isnull", False),
                                        ("decided_on__isnull", False),
                                        ("decision__in", ["granted", "denied", "withdrawn"]),
                                    ),
                                    _connector="OR",
                                ),
                                name="extension_decision_says_when_and_by_whom",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("decision__in", ["granted", "denied"]), _negated=True),
                                    models.Q(
                                        ("decided_by__isnull", False),
                                        models.Q(("decided_by", models.F("requested_by")), _negated=True),
                                    ),
                                    _connector="OR",
                                ),
                                name="extension_is_decided_by_another_than_who_asked",
                                violation_error_message="Somebody else decides on what you asked for yourself.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("decision", "denied"), _negated=True),
                                    models.Q(
                                        models.Q(("decision_reason", ""), _negated=True),
                                        models.Q(("proposed_actions", ""), _negated=True),
                                    ),
                                    _connector="OR",
                                ),
                                name="denied_extension_says_why_and_what_instead",
                                violation_error_message="Say why there is no more time, and what to do instead.",
                            ),
                            models.UniqueConstraint(
                                condition=models.Q(("decision", "")),
                                fields=("case", "goal", "standard", "occurrence"),
                                name="one_pending_extension_per_clock",
                                violation_error_message="More time has been asked for already; nobody has decided yet.",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="ExtensionEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="events",
                                to="goals.extension",
                            ),
                        ),
                        ("pgh_context", pghistory.utils.JSONField(null=True)),
                        ("pgh_context_id", models.UUIDField(null=True)),
                        ("id", models.BigIntegerField()),
                        ("public_id", models.UUIDField(default=uuid6.uuid7, editable=False)),
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
                        ("goal", models.CharField(max_length=40)),
                        (
                            "standard",
                            models.CharField(
                                choices=[
                                    ("law", "Law"),
                                    ("city", "City goal"),
                                    ("internal", "Internal default"),
                                ],
                                max_length=10,
                            ),
                        ),
                        ("occurrence", models.CharField(max_length=60)),
                        ("days", models.PositiveSmallIntegerField(verbose_name="days")),
                        ("reason", models.CharField(max_length=600, verbose_name="why")),
                        ("requested_on", models.DateField()),
                        ("requested_at", models.DateTimeField(default=accounts.day.now)),
                        (
                            "requested_by",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "decision",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("", "asked for"),
                                    ("granted", "granted"),
                                    ("denied", "denied"),
                                    ("withdrawn", "withdrawn"),
                                ],
                                max_length=10,
                                verbose_name="decision",
                            ),
                        ),
                        ("decided_on", models.DateField(blank=True, null=True)),
                        ("decided_at", models.DateTimeField(blank=True, null=True)),
                        (
                            "decided_by",
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
                            "decision_reason",
                            models.CharField(blank=True, max_length=600, verbose_name="reason"),
                        ),
                        (
                            "proposed_actions",
                            models.CharField(blank=True, max_length=600, verbose_name="what to do instead"),
                        ),
                    ],
                    options={
                        "abstract": False,
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="append_only",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                                    hash="1d6e85151abc20d97db8a816ed1e23466ad84159",
                                    operation="UPDATE OR DELETE",
                                    pgid="pgtrigger_append_only_6afba",
                                    table="goals_extensionevent",
                                    when="BEFORE",
                                ),
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="FigureSummary",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("day", models.DateField()),
                        (
                            "unit",
                            models.ForeignKey(
                                db_index=False,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="accounts.unit",
                            ),
                        ),
                        ("goal", models.CharField(max_length=40)),
                        (
                            "standard",
                            models.CharField(
                                choices=[
                                    ("law", "Law"),
                                    ("city", "City goal"),
                                    ("internal", "Internal default"),
                                ],
                                max_length=10,
                            ),
                        ),
                        (
                            "permit_ground",
                            models.CharField(
                                choices=[
                                    ("convention", "Convention refugee"),
                                    ("protection", "Protection status"),
                                    ("temporary", "Temporary protection"),
                                    ("quota", "Quota refugee"),
                                    ("family", "Family-reunified with a refugee"),
                                    ("ukraine", "Displaced from Ukraine"),
                                    ("humanitarian", "Humanitarian grounds"),
                                ],
                                max_length=20,
                            ),
                        ),
                        (
                            "rule_set",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("RS-2016", "Rules of 2016 (integration programme)"),
                                    ("RS-2019", "Rules of 2019 (self-support and return programme)"),
                                    ("RS-2025", "Rules of 2025 (introduction programme, work duty)"),
                                    ("RS-2026", "Rules of February 2026"),
                                    ("RS-UA", "Act on displaced persons from Ukraine"),
                                ],
                                max_length=10,
                            ),
                        ),
                        ("year", models.PositiveSmallIntegerField(null=True)),
                        ("is_recent", models.BooleanField()),
                        ("rank", models.PositiveSmallIntegerField()),
                        ("people", models.PositiveIntegerField()),
                    ],
                    options={
                        "verbose_name": "summary of figures",
                        "verbose_name_plural": "summaries of figures",
                        "constraints": [
                            models.UniqueConstraint(
                                fields=(
                                    "day",
                                    "unit",
                                    "goal",
                                    "standard",
                                    "permit_ground",
                                    "rule_set",
                                    "year",
                                    "is_recent",
                                    "rank",
                                ),
                                name="one_sum_of_a_kind",
                                nulls_distinct=False,
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("people__gt", 0)), name="sum_counts_somebody"
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="JobRun",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "job",
                            models.CharField(
                                choices=[
                                    ("sweep", "Deadlines checked"),
                                    ("reconcile", "Every clock derived again"),
                                    ("digests", "Digests written"),
                                    ("mail", "E-mails sent"),
                                ],
                                max_length=12,
                            ),
                        ),
                        ("as_of", models.DateField()),
                        ("started_at", models.DateTimeField(default=accounts.day.now)),
                        ("finished_at", models.DateTimeField(null=True)),
                        ("read", models.PositiveIntegerField(default=0)),
                        ("flagged", models.PositiveIntegerField(default=0)),
                        ("drift", models.PositiveIntegerField(default=0)),
                        ("errors", models.PositiveIntegerField(default=0)),
                    ],
                    options={
                        "verbose_name": "run of a job",
                        "verbose_name_plural": "runs of jobs",
                        "indexes": [models.Index(fields=["job", "-finished_at"], name="job_run_latest")],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(("job__in", ["sweep", "reconcile", "digests", "mail"])),
                                name="job_is_known",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Mail",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("public_id", models.UUIDField(default=uuid6.uuid7, editable=False, unique=True)),
                        (
                            "user",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("at-once", "At once, when one of my cases goes over a deadline"),
                                    (
                                        "morning",
                                        "Each working morning: new over the deadline, due soon, answers that ran out",
                                    ),
                                    (
                                        "weekly",
                                        "Each week: how the promises are kept, and what nobody has answered",
                                    ),
                                ],
                                max_length=10,
                            ),
                        ),
                        ("event", models.CharField(max_length=60)),
                        ("day", models.DateField()),
                        ("made_at", models.DateTimeField(default=django.utils.timezone.now)),
                        ("subject", models.CharField(blank=True, max_length=200)),
                        ("text", models.TextField(blank=True)),
                        ("html", models.TextField(blank=True)),
                        ("tries", models.PositiveSmallIntegerField(default=0)),
                        ("next_try_at", models.DateTimeField(default=django.utils.timezone.now)),
                        ("last_error", models.CharField(blank=True, max_length=100)),
                        ("sent_at", models.DateTimeField(null=True)),
                        ("replaced_at", models.DateTimeField(null=True)),
                    ],
                    options={
                        "verbose_name": "e-mail",
                        "verbose_name_plural": "e-mails",
                        "indexes": [
                            models.Index(
                                condition=models.Q(
                                    ("replaced_at", None),
                                    ("sent_at", None),
                                    models.Q(("subject", ""), _negated=True),
                                ),
                                fields=["next_try_at"],
                                name="mail_to_send",
                            )
                        ],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("user", "kind", "event"), name="mail_is_written_once"
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("kind__in", ["at-once", "morning", "weekly"])),
                                name="mail_kind_is_known",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("html", ""), ("subject", ""), ("text", "")),
                                    models.Q(
                                        ("subject", ""),
                                        ("text", ""),
                                        ("html", ""),
                                        _connector="OR",
                                        _negated=True,
                                    ),
                                    _connector="OR",
                                ),
                                name="mail_has_all_its_parts_or_none",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("subject", ""), _negated=True),
                                    ("sent_at", None),
                                    _connector="OR",
                                ),
                                name="mail_that_says_nothing_is_not_sent",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="MailedBreach",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "user",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "breach",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="goals.breach",
                            ),
                        ),
                        (
                            "mail",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="breaches",
                                to="goals.mail",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "breach told by e-mail",
                        "verbose_name_plural": "breaches told by e-mail",
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("user", "breach"), name="breach_is_mailed_once_to_each"
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Notice",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "breach",
                            models.OneToOneField(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="notice",
                                to="goals.breach",
                            ),
                        ),
                        (
                            "case",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="refugees.case",
                            ),
                        ),
                        ("created_at", models.DateTimeField(default=accounts.day.now)),
                        ("sent_at", models.DateTimeField(null=True)),
                    ],
                    options={
                        "verbose_name": "notice",
                        "verbose_name_plural": "notices",
                        "indexes": [
                            models.Index(
                                condition=models.Q(("sent_at", None)), fields=["id"], name="notice_to_send"
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Pause",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("public_id", models.UUIDField(default=uuid6.uuid7, editable=False, unique=True)),
                        (
                            "case",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="pauses",
                                to="refugees.case",
                            ),
                        ),
                        (
                            "ground",
                            models.CharField(
                                choices=[
                                    ("illness", "Illness"),
                                    ("maternity", "Maternity or parental leave"),
                                    ("custody", "In custody"),
                                    ("away", "Lawfully away"),
                                ],
                                max_length=20,
                                verbose_name="ground",
                            ),
                        ),
                        (
                            "during",
                            django.contrib.postgres.fields.ranges.DateRangeField(verbose_name="period"),
                        ),
                        ("reason", models.CharField(blank=True, max_length=300, verbose_name="reason")),
                        (
                            "document",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="pauses",
                                to="refugees.document",
                            ),
                        ),
                        ("recorded_at", models.DateTimeField(default=accounts.day.now)),
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
                        ("ended_at", models.DateTimeField(blank=True, null=True)),
                        (
                            "ended_by",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "replaces",
                            models.OneToOneField(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="replaced_by",
                                to="goals.pause",
                            ),
                        ),
                        ("superseded_at", models.DateTimeField(blank=True, null=True)),
                        (
                            "withdrawn_by",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "withdrawn_reason",
                            models.CharField(blank=True, max_length=300, verbose_name="reason"),
                        ),
                    ],
                    options={
                        "verbose_name": "pause",
                        "verbose_name_plural": "pauses",
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="insert_insert",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "goals_pauseevent" ("case_id", "document_id", "during", "ended_at", "ended_by_id", "ground", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "reason", "recorded_at", "recorded_by_id", "replaces_id", "superseded_at", "withdrawn_by_id", "withdrawn_reason") VALUES (NEW."case_id", NEW."document_id", NEW."during", NEW."ended_at", NEW."ended_by_id", NEW."ground", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, app_now(), \'insert\', NEW."id", NEW."public_id", NEW."reason", NEW."recorded_at", NEW."recorded_by_id", NEW."replaces_id", NEW."superseded_at", NEW."withdrawn_by_id", NEW."withdrawn_reason"); RETURN NULL;',
                                    hash="1d42a5c7a0026183c078c1dd6d87c23c02873b96",
                                    operation="INSERT",
                                    pgid="pgtrigger_insert_insert_7157a",
                                    table="goals_pause",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="update_update",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                                    func='INSERT INTO "goals_pauseevent" ("case_id", "document_id", "during", "ended_at", "ended_by_id", "ground", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "reason", "recorded_at", "recorded_by_id", "replaces_id", "superseded_at", "withdrawn_by_id", "withdrawn_reason") VALUES (NEW."case_id", NEW."document_id", NEW."during", NEW."ended_at", NEW."ended_by_id", NEW."ground", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, app_now(), \'update\', NEW."id", NEW."public_id", NEW."reason", NEW."recorded_at", NEW."recorded_by_id", NEW."replaces_id", NEW."superseded_at", NEW."withdrawn_by_id", NEW."withdrawn_reason"); RETURN NULL;',
                                    hash="f6cc0c23ef6edaf8c247169eb5fbfad6808d9a0d",
                                    operation="UPDATE",
                                    pgid="pgtrigger_update_update_1a7ba",
                                    table="goals_pause",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="delete_delete",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "goals_pauseevent" ("case_id", "document_id", "during", "ended_at", "ended_by_id", "ground", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "reason", "recorded_at", "recorded_by_id", "replaces_id", "superseded_at", "withdrawn_by_id", "withdrawn_reason") VALUES (OLD."case_id", OLD."document_id", OLD."during", OLD."ended_at", OLD."ended_by_id", OLD."ground", OLD."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, app_now(), \'delete\', OLD."id", OLD."public_id", OLD."reason", OLD."recorded_at", OLD."recorded_by_id", OLD."replaces_id", OLD."superseded_at", OLD."withdrawn_by_id", OLD."withdrawn_reason"); RETURN NULL;',
                                    hash="1c0933350329d5ddf23d3beb4dc7c6fba0b589dc",
                                    operation="DELETE",
                                    pgid="pgtrigger_delete_delete_2eaa8",
                                    table="goals_pause",
                                    when="AFTER",
                                ),
                            ),
                        ],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("ground__in", ["illness", "maternity", "custody", "away"])
                                ),
                                name="pause_ground_is_known",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("during__isempty", False), ("during__startswith__isnull", False)
                                ),
                                name="pause_has_days",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("reason", ""), _negated=True),
                                    ("during__startswith__gte", models.F("recorded_at__date")),
                                    _connector="OR",
                                ),
                                name="back_dated_pause_says_why",
                                violation_error_message="Say why the pause is entered after the day on which it began.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("withdrawn_by", None), ("withdrawn_reason", "")),
                                    models.Q(
                                        ("superseded_at__isnull", False),
                                        models.Q(("withdrawn_reason", ""), _negated=True),
                                    ),
                                    _connector="OR",
                                ),
                                name="withdrawn_pause_does_not_stand",
                            ),
                            django.contrib.postgres.constraints.ExclusionConstraint(
                                condition=models.Q(("superseded_at", None)),
                                expressions=[("case", "="), ("during", "&&")],
                                name="pauses_never_overlap",
                                violation_error_message="Another pause overlaps these days.",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="PauseEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="events",
                                to="goals.pause",
                            ),
                        ),
                        ("pgh_context", pghistory.utils.JSONField(null=True)),
                        ("pgh_context_id", models.UUIDField(null=True)),
                        ("id", models.BigIntegerField()),
                        ("public_id", models.UUIDField(default=uuid6.uuid7, editable=False)),
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
                            "ground",
                            models.CharField(
                                choices=[
                                    ("illness", "Illness"),
                                    ("maternity", "Maternity or parental leave"),
                                    ("custody", "In custody"),
                                    ("away", "Lawfully away"),
                                ],
                                max_length=20,
                                verbose_name="ground",
                            ),
                        ),
                        (
                            "during",
                            django.contrib.postgres.fields.ranges.DateRangeField(verbose_name="period"),
                        ),
                        ("reason", models.CharField(blank=True, max_length=300, verbose_name="reason")),
                        (
                            "document",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="refugees.document",
                            ),
                        ),
                        ("recorded_at", models.DateTimeField(default=accounts.day.now)),
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
                        ("ended_at", models.DateTimeField(blank=True, null=True)),
                        (
                            "ended_by",
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
                            "replaces",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="goals.pause",
                            ),
                        ),
                        ("superseded_at", models.DateTimeField(blank=True, null=True)),
                        (
                            "withdrawn_by",
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
                            "withdrawn_reason",
                            models.CharField(blank=True, max_length=300, verbose_name="reason"),
                        ),
                    ],
                    options={
                        "abstract": False,
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="append_only",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                                    hash="3e4ea07c457fac5af14844cffc6fda2e808b8679",
                                    operation="UPDATE OR DELETE",
                                    pgid="pgtrigger_append_only_84958",
                                    table="goals_pauseevent",
                                    when="BEFORE",
                                ),
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Recalculation",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("public_id", models.UUIDField(default=uuid6.uuid7, editable=False, unique=True)),
                        (
                            "purpose",
                            models.CharField(
                                choices=[
                                    ("trial", "Dry run"),
                                    ("rules", "New rules put to work"),
                                    ("nightly", "Nightly comparison"),
                                ],
                                max_length=8,
                            ),
                        ),
                        (
                            "draft",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="recalculations",
                                to="goals.versiondraft",
                            ),
                        ),
                        ("edition", models.PositiveIntegerField(null=True)),
                        ("as_of", models.DateField()),
                        (
                            "started_by",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        ("started_at", models.DateTimeField(default=accounts.day.now)),
                        ("begun_at", models.DateTimeField(default=django.utils.timezone.now)),
                        ("finished_at", models.DateTimeField(null=True)),
                        ("stopped_at", models.DateTimeField(null=True)),
                        (
                            "job_run",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="goals.jobrun",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "recalculation",
                        "verbose_name_plural": "recalculations",
                        "indexes": [
                            models.Index(
                                condition=models.Q(("finished_at", None), ("stopped_at", None)),
                                fields=["begun_at"],
                                name="recalculation_unfinished",
                            )
                        ],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(("purpose__in", ["trial", "rules", "nightly"])),
                                name="recalculation_purpose_is_known",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("purpose", "trial"), _negated=True),
                                    models.Q(("draft__isnull", False), ("edition__isnull", False)),
                                    _connector="OR",
                                ),
                                name="recalculation_trial_is_of_a_draft",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="RecalculationChunk",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "run",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="chunks",
                                to="goals.recalculation",
                            ),
                        ),
                        ("number", models.PositiveIntegerField()),
                        ("first_case", models.BigIntegerField()),
                        ("last_case", models.BigIntegerField()),
                        ("cases", models.PositiveIntegerField()),
                        ("done_at", models.DateTimeField(null=True)),
                        ("clocks", models.PositiveIntegerField(default=0)),
                        ("changed", models.PositiveIntegerField(default=0)),
                        ("moved", models.PositiveIntegerField(default=0)),
                        ("over", models.PositiveIntegerField(default=0)),
                        ("freed", models.PositiveIntegerField(default=0)),
                        ("covered", models.PositiveIntegerField(default=0)),
                        ("uncovered", models.PositiveIntegerField(default=0)),
                        ("drift", models.PositiveIntegerField(default=0)),
                        ("tries", models.PositiveSmallIntegerField(default=0)),
                        ("failed_at", models.DateTimeField(null=True)),
                        (
                            "stuck",
                            django.contrib.postgres.fields.ArrayField(
                                base_field=models.BigIntegerField(), default=list, size=None
                            ),
                        ),
                        ("error", models.CharField(blank=True, max_length=200)),
                    ],
                    options={
                        "verbose_name": "chunk of a recalculation",
                        "verbose_name_plural": "chunks of recalculations",
                        "indexes": [
                            models.Index(
                                condition=models.Q(("done_at", None)),
                                fields=["run", "number"],
                                name="chunk_open",
                            ),
                            models.Index(
                                condition=models.Q(("done_at__isnull", False)),
                                fields=["run", "done_at"],
                                name="chunk_done",
                            ),
                        ],
                        "constraints": [
                            models.UniqueConstraint(fields=("run", "number"), name="one_chunk_per_number")
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Report",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("public_id", models.UUIDField(default=uuid6.uuid7, editable=False, unique=True)),
                        ("title", models.CharField(max_length=120, verbose_name="title")),
                        ("frozen_at", models.DateTimeField(default=accounts.day.now)),
                        (
                            "frozen_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        ("day", models.DateField()),
                        ("known_on", models.DateField(blank=True, null=True)),
                        ("arrived_from", models.DateField(blank=True, null=True)),
                        ("arrived_until", models.DateField(blank=True, null=True)),
                        (
                            "unit",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="accounts.unit",
                            ),
                        ),
                        (
                            "permit_ground",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("convention", "Convention refugee"),
                                    ("protection", "Protection status"),
                                    ("temporary", "Temporary protection"),
                                    ("quota", "Quota refugee"),
                                    ("family", "Family-reunified with a refugee"),
                                    ("ukraine", "Displaced from Ukraine"),
                                    ("humanitarian", "Humanitarian grounds"),
                                ],
                                max_length=20,
                            ),
                        ),
                        (
                            "rule_set",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("RS-2016", "Rules of 2016 (integration programme)"),
                                    ("RS-2019", "Rules of 2019 (self-support and return programme)"),
                                    ("RS-2025", "Rules of 2025 (introduction programme, work duty)"),
                                    ("RS-2026", "Rules of February 2026"),
                                    ("RS-UA", "Act on displaced persons from Ukraine"),
                                ],
                                max_length=10,
                            ),
                        ),
                        (
                            "units",
                            django.contrib.postgres.fields.ArrayField(
                                base_field=models.BigIntegerField(), size=None
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "frozen report",
                        "verbose_name_plural": "frozen reports",
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(("title", ""), _negated=True), name="report_has_a_title"
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("units", []), _negated=True),
                                name="report_is_of_some_unit",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("known_on", None),
                                    models.Q(("known_on__gte", models.F("day")), ("known_on__isnull", False)),
                                    _connector="OR",
                                ),
                                name="report_knows_of_its_day",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("arrived_from", None),
                                    ("arrived_until", None),
                                    models.Q(
                                        ("arrived_until__gte", models.F("arrived_from")),
                                        ("arrived_until__isnull", False),
                                    ),
                                    _connector="OR",
                                ),
                                name="report_arrivals_are_in_order",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    (
                                        "permit_ground__in",
                                        [
                                            "",
                                            "convention",
                                            "protection",
                                            "temporary",
                                            "quota",
                                            "family",
                                            "ukraine",
                                            "humanitarian",
                                        ],
                                    )
                                ),
                                name="report_permit_ground_is_known",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    (
                                        "rule_set__in",
                                        ["", "RS-2016", "RS-2019", "RS-2025", "RS-2026", "RS-UA"],
                                    )
                                ),
                                name="report_rule_set_is_known",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="ReportLine",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "report",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="lines",
                                to="goals.report",
                            ),
                        ),
                        ("position", models.PositiveSmallIntegerField()),
                        ("goal", models.CharField(max_length=40)),
                        (
                            "standard",
                            models.CharField(
                                choices=[
                                    ("law", "Law"),
                                    ("city", "City goal"),
                                    ("internal", "Internal default"),
                                ],
                                max_length=10,
                            ),
                        ),
                        (
                            "version",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="goals.goalversion",
                            ),
                        ),
                        ("numbers", models.JSONField()),
                    ],
                    options={
                        "verbose_name": "line of a frozen report",
                        "verbose_name_plural": "lines of frozen reports",
                        "ordering": ["position"],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("report", "goal", "standard"), name="one_line_a_promise_in_a_report"
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("standard__in", ["law", "city", "internal"])),
                                name="report_line_standard_is_known",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="ReportRow",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "permit_ground",
                            models.CharField(
                                choices=[
                                    ("convention", "Convention refugee"),
                                    ("protection", "Protection status"),
                                    ("temporary", "Temporary protection"),
                                    ("quota", "Quota refugee"),
                                    ("family", "Family-reunified with a refugee"),
                                    ("ukraine", "Displaced from Ukraine"),
                                    ("humanitarian", "Humanitarian grounds"),
                                ],
                                max_length=20,
                            ),
                        ),
                        (
                            "rule_set",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("RS-2016", "Rules of 2016 (integration programme)"),
                                    ("RS-2019", "Rules of 2019 (self-support and return programme)"),
                                    ("RS-2025", "Rules of 2025 (introduction programme, work duty)"),
                                    ("RS-2026", "Rules of February 2026"),
                                    ("RS-UA", "Act on displaced persons from Ukraine"),
                                ],
                                max_length=10,
                            ),
                        ),
                        ("taken_over_on", models.DateField(null=True)),
                        ("goal", models.CharField(max_length=40)),
                        (
                            "standard",
                            models.CharField(
                                choices=[
                                    ("law", "Law"),
                                    ("city", "City goal"),
                                    ("internal", "Internal default"),
                                ],
                                max_length=10,
                            ),
                        ),
                        ("occurrence", models.CharField(max_length=60)),
                        ("starts_on", models.DateField()),
                        ("before_on", models.DateField(null=True)),
                        ("base_due_on", models.DateField(null=True)),
                        ("due_on", models.DateField(null=True)),
                        ("warn_on", models.DateField(null=True)),
                        ("planned_on", models.DateField(null=True)),
                        ("met_on", models.DateField(null=True)),
                        ("void_on", models.DateField(null=True)),
                        (
                            "void_reason",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("closed", "The case was closed"),
                                    ("not-ready", "Not job-ready"),
                                    ("self-supporting", "Self-supporting"),
                                    ("not-covered", "Not covered by this promise"),
                                    ("withdrawn", "What started it was withdrawn"),
                                    ("in-work", "In work or education"),
                                    ("broken-off", "The measure was broken off"),
                                    ("other-rule", "Another rule holds meanwhile"),
                                ],
                                max_length=20,
                            ),
                        ),
                        (
                            "paused",
                            django.contrib.postgres.fields.ArrayField(
                                base_field=django.contrib.postgres.fields.ranges.DateRangeField(),
                                default=list,
                                size=None,
                            ),
                        ),
                        ("compartment", models.CharField(blank=True, max_length=20)),
                        (
                            "report",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="rows",
                                to="goals.report",
                            ),
                        ),
                        (
                            "clock",
                            models.ForeignKey(
                                db_index=False,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="goals.clock",
                            ),
                        ),
                        (
                            "case",
                            models.ForeignKey(
                                db_index=False,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="refugees.case",
                            ),
                        ),
                        (
                            "unit",
                            models.ForeignKey(
                                db_index=False,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="accounts.unit",
                            ),
                        ),
                        (
                            "version",
                            models.ForeignKey(
                                db_index=False,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="goals.goalversion",
                            ),
                        ),
                        (
                            "state",
                            models.CharField(
                                choices=[
                                    ("not_started", "Not started"),
                                    ("running", "Running"),
                                    ("due_soon", "Due soon"),
                                    ("over", "Over the deadline"),
                                    ("paused", "Paused"),
                                    ("met_in_time", "Met in time"),
                                    ("met_late", "Met late"),
                                    ("void", "Fell away"),
                                    ("missed", "Fell away after the deadline had passed"),
                                ],
                                max_length=20,
                            ),
                        ),
                        ("rank", models.PositiveSmallIntegerField()),
                    ],
                    options={
                        "verbose_name": "row of a frozen report",
                        "verbose_name_plural": "rows of frozen reports",
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("report", "goal", "standard", "case"),
                                name="one_row_a_person_in_a_line",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    (
                                        "state__in",
                                        [
                                            "not_started",
                                            "running",
                                            "due_soon",
                                            "over",
                                            "paused",
                                            "met_in_time",
                                            "met_late",
                                            "void",
                                            "missed",
                                        ],
                                    )
                                ),
                                name="report_row_state_is_known",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Suspension",
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
                            django.contrib.postgres.fields.ranges.DateRangeField(verbose_name="suspended"),
                        ),
                        (
                            "goals",
                            django.contrib.postgres.fields.ArrayField(
                                base_field=models.CharField(max_length=40),
                                blank=True,
                                default=list,
                                size=None,
                            ),
                        ),
                        ("source", models.CharField(max_length=200, verbose_name="source")),
                        ("reason", models.TextField(blank=True, max_length=1000, verbose_name="note")),
                        (
                            "recorded_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        ("recorded_at", models.DateTimeField(default=accounts.day.now)),
                        (
                            "withdrawn_by",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        ("withdrawn_at", models.DateTimeField(blank=True, null=True)),
                        (
                            "withdrawn_because",
                            models.CharField(blank=True, max_length=300, verbose_name="reason"),
                        ),
                    ],
                    options={
                        "verbose_name": "suspension of limits",
                        "verbose_name_plural": "suspensions of limits",
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="insert_insert",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "goals_suspensionevent" ("during", "goals", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "reason", "recorded_at", "recorded_by_id", "source", "withdrawn_at", "withdrawn_because", "withdrawn_by_id") VALUES (NEW."during", NEW."goals", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, app_now(), \'insert\', NEW."id", NEW."public_id", NEW."reason", NEW."recorded_at", NEW."recorded_by_id", NEW."source", NEW."withdrawn_at", NEW."withdrawn_because", NEW."withdrawn_by_id"); RETURN NULL;',
                                    hash="b87b802349562c4775fa86a5074b7642e52bff48",
                                    operation="INSERT",
                                    pgid="pgtrigger_insert_insert_178db",
                                    table="goals_suspension",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="update_update",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                                    func='INSERT INTO "goals_suspensionevent" ("during", "goals", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "reason", "recorded_at", "recorded_by_id", "source", "withdrawn_at", "withdrawn_because", "withdrawn_by_id") VALUES (NEW."during", NEW."goals", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, app_now(), \'update\', NEW."id", NEW."public_id", NEW."reason", NEW."recorded_at", NEW."recorded_by_id", NEW."source", NEW."withdrawn_at", NEW."withdrawn_because", NEW."withdrawn_by_id"); RETURN NULL;',
                                    hash="d647ac017f19b04e89daff0796c75de65c2aaea4",
                                    operation="UPDATE",
                                    pgid="pgtrigger_update_update_fc678",
                                    table="goals_suspension",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="delete_delete",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "goals_suspensionevent" ("during", "goals", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "reason", "recorded_at", "recorded_by_id", "source", "withdrawn_at", "withdrawn_because", "withdrawn_by_id") VALUES (OLD."during", OLD."goals", OLD."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, app_now(), \'delete\', OLD."id", OLD."public_id", OLD."reason", OLD."recorded_at", OLD."recorded_by_id", OLD."source", OLD."withdrawn_at", OLD."withdrawn_because", OLD."withdrawn_by_id"); RETURN NULL;',
                                    hash="742dfeeab8a83038192398624ea25e4862cb91a6",
                                    operation="DELETE",
                                    pgid="pgtrigger_delete_delete_7d089",
                                    table="goals_suspension",
                                    when="AFTER",
                                ),
                            ),
                        ],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("during__isempty", False), ("during__startswith__isnull", False)
                                ),
                                name="suspension_has_days",
                                violation_error_message="A suspension ends after it begins.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("source", ""), _negated=True),
                                name="suspension_names_its_source",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("withdrawn_at", None),
                                        ("withdrawn_because", ""),
                                        ("withdrawn_by", None),
                                    ),
                                    models.Q(
                                        ("withdrawn_at__isnull", False),
                                        ("withdrawn_by__isnull", False),
                                        models.Q(("withdrawn_because", ""), _negated=True),
                                    ),
                                    _connector="OR",
                                ),
                                name="suspension_withdrawn_by_somebody_for_a_reason",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="SuspensionEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="events",
                                to="goals.suspension",
                            ),
                        ),
                        ("pgh_context", pghistory.utils.JSONField(null=True)),
                        ("pgh_context_id", models.UUIDField(null=True)),
                        ("id", models.BigIntegerField()),
                        ("public_id", models.UUIDField(default=uuid6.uuid7, editable=False)),
                        (
                            "during",
                            django.contrib.postgres.fields.ranges.DateRangeField(verbose_name="suspended"),
                        ),
                        (
                            "goals",
                            django.contrib.postgres.fields.ArrayField(
                                base_field=models.CharField(max_length=40),
                                blank=True,
                                default=list,
                                size=None,
                            ),
                        ),
                        ("source", models.CharField(max_length=200, verbose_name="source")),
                        ("reason", models.TextField(blank=True, max_length=1000, verbose_name="note")),
                        (
                            "recorded_by",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        ("recorded_at", models.DateTimeField(default=accounts.day.now)),
                        (
                            "withdrawn_by",
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
                        ("withdrawn_at", models.DateTimeField(blank=True, null=True)),
                        (
                            "withdrawn_because",
                            models.CharField(blank=True, max_length=300, verbose_name="reason"),
                        ),
                    ],
                    options={
                        "abstract": False,
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="append_only",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                                    hash="86fe7c8edf2cbcd1a26c556a2a587bdba2d07f8a",
                                    operation="UPDATE OR DELETE",
                                    pgid="pgtrigger_append_only_79504",
                                    table="goals_suspensionevent",
                                    when="BEFORE",
                                ),
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="TrialLine",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "run",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="lines",
                                to="goals.recalculation",
                            ),
                        ),
                        (
                            "case",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="refugees.case",
                            ),
                        ),
                        (
                            "unit",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="accounts.unit",
                            ),
                        ),
                        ("goal", models.CharField(max_length=40)),
                        (
                            "standard",
                            models.CharField(
                                choices=[
                                    ("law", "Law"),
                                    ("city", "City goal"),
                                    ("internal", "Internal default"),
                                ],
                                max_length=10,
                            ),
                        ),
                        ("occurrence", models.CharField(max_length=60)),
                        ("compartment", models.CharField(blank=True, max_length=20)),
                        ("starts_on", models.DateField()),
                        ("old_due_on", models.DateField(null=True)),
                        ("new_due_on", models.DateField(null=True)),
                        (
                            "old_state",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("not_started", "Not started"),
                                    ("running", "Running"),
                                    ("due_soon", "Due soon"),
                                    ("over", "Over the deadline"),
                                    ("paused", "Paused"),
                                    ("met_in_time", "Met in time"),
                                    ("met_late", "Met late"),
                                    ("void", "Fell away"),
                                    ("missed", "Fell away after the deadline had passed"),
                                ],
                                max_length=12,
                            ),
                        ),
                        (
                            "new_state",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("not_started", "Not started"),
                                    ("running", "Running"),
                                    ("due_soon", "Due soon"),
                                    ("over", "Over the deadline"),
                                    ("paused", "Paused"),
                                    ("met_in_time", "Met in time"),
                                    ("met_late", "Met late"),
                                    ("void", "Fell away"),
                                    ("missed", "Fell away after the deadline had passed"),
                                ],
                                max_length=12,
                            ),
                        ),
                        ("was_covered", models.BooleanField()),
                        ("is_covered", models.BooleanField()),
                        ("severity", models.PositiveSmallIntegerField()),
                    ],
                    options={
                        "verbose_name": "line of a dry run",
                        "verbose_name_plural": "lines of dry runs",
                        "indexes": [
                            models.Index(
                                fields=["run", "severity", "new_due_on", "id"], name="trial_line_by_severity"
                            )
                        ],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("run", "case", "goal", "standard", "occurrence"),
                                name="one_trial_line_per_clock",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="VersionDraft",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("goal", models.CharField(max_length=40, verbose_name="goal")),
                        (
                            "standard",
                            models.CharField(
                                choices=[
                                    ("law", "Law"),
                                    ("city", "City goal"),
                                    ("internal", "Internal default"),
                                ],
                                max_length=10,
                                verbose_name="whose promise",
                            ),
                        ),
                        (
                            "amount",
                            models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="time"),
                        ),
                        (
                            "unit",
                            models.CharField(
                                blank=True,
                                choices=[("days", "days"), ("weeks", "weeks"), ("months", "calendar months")],
                                max_length=8,
                                verbose_name="unit of time",
                            ),
                        ),
                        (
                            "warning_days",
                            models.PositiveSmallIntegerField(
                                default=7, verbose_name="warn so many days before"
                            ),
                        ),
                        (
                            "aim",
                            models.CharField(blank=True, max_length=120, verbose_name="aim within the time"),
                        ),
                        (
                            "rule_sets",
                            django.contrib.postgres.fields.ArrayField(
                                base_field=models.CharField(max_length=10),
                                blank=True,
                                default=list,
                                size=None,
                            ),
                        ),
                        (
                            "permit_grounds",
                            django.contrib.postgres.fields.ArrayField(
                                base_field=models.CharField(max_length=20),
                                blank=True,
                                default=list,
                                size=None,
                            ),
                        ),
                        (
                            "adults_only",
                            models.BooleanField(default=True, verbose_name="only those 18 at takeover"),
                        ),
                        (
                            "benefit_only",
                            models.BooleanField(default=False, verbose_name="only those on a benefit"),
                        ),
                        (
                            "pausing_grounds",
                            django.contrib.postgres.fields.ArrayField(
                                base_field=models.CharField(max_length=20),
                                blank=True,
                                default=list,
                                size=None,
                            ),
                        ),
                        (
                            "max_extension_days",
                            models.PositiveSmallIntegerField(
                                default=0, verbose_name="most days of extension"
                            ),
                        ),
                        ("source", models.CharField(max_length=200, verbose_name="source")),
                        ("public_id", models.UUIDField(default=uuid6.uuid7, editable=False, unique=True)),
                        ("valid_from", models.DateField(verbose_name="for clocks that start from")),
                        ("reason", models.TextField(max_length=2000, verbose_name="reason for the change")),
                        ("edition", models.PositiveIntegerField(default=1)),
                        (
                            "authors",
                            django.contrib.postgres.fields.ArrayField(
                                base_field=models.BigIntegerField(), size=None
                            ),
                        ),
                        (
                            "written_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        ("written_at", models.DateTimeField(default=accounts.day.now)),
                        (
                            "edited_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        ("edited_at", models.DateTimeField(default=accounts.day.now)),
                        (
                            "withdrawn_by",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        ("withdrawn_at", models.DateTimeField(blank=True, null=True)),
                        (
                            "activated_by",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        ("activated_at", models.DateTimeField(blank=True, null=True)),
                        (
                            "version",
                            models.OneToOneField(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="draft",
                                to="goals.goalversion",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "draft of a version",
                        "verbose_name_plural": "drafts of versions",
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="insert_insert",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "goals_versiondraftevent" ("activated_at", "activated_by_id", "adults_only", "aim", "amount", "authors", "benefit_only", "edited_at", "edited_by_id", "edition", "goal", "id", "max_extension_days", "pausing_grounds", "permit_grounds", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "reason", "rule_sets", "source", "standard", "unit", "valid_from", "version_id", "warning_days", "withdrawn_at", "withdrawn_by_id", "written_at", "written_by_id") VALUES (NEW."activated_at", NEW."activated_by_id", NEW."adults_only", NEW."aim", NEW."amount", NEW."authors", NEW."benefit_only", NEW."edited_at", NEW."edited_by_id", NEW."edition", NEW."goal", NEW."id", NEW."max_extension_days", NEW."pausing_grounds", NEW."permit_grounds", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, app_now(), \'insert\', NEW."id", NEW."public_id", NEW."reason", NEW."rule_sets", NEW."source", NEW."standard", NEW."unit", NEW."valid_from", NEW."version_id", NEW."warning_days", NEW."withdrawn_at", NEW."withdrawn_by_id", NEW."written_at", NEW."written_by_id"); RETURN NULL;',
                                    hash="55f500a4b3a85ea090b4db1944f13efd5b55615a",
                                    operation="INSERT",
                                    pgid="pgtrigger_insert_insert_1393a",
                                    table="goals_versiondraft",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="update_update",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                                    func='INSERT INTO "goals_versiondraftevent" ("activated_at", "activated_by_id", "adults_only", "aim", "amount", "authors", "benefit_only", "edited_at", "edited_by_id", "edition", "goal", "id", "max_extension_days", "pausing_grounds", "permit_grounds", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "reason", "rule_sets", "source", "standard", "unit", "valid_from", "version_id", "warning_days", "withdrawn_at", "withdrawn_by_id", "written_at", "written_by_id") VALUES (NEW."activated_at", NEW."activated_by_id", NEW."adults_only", NEW."aim", NEW."amount", NEW."authors", NEW."benefit_only", NEW."edited_at", NEW."edited_by_id", NEW."edition", NEW."goal", NEW."id", NEW."max_extension_days", NEW."pausing_grounds", NEW."permit_grounds", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, app_now(), \'update\', NEW."id", NEW."public_id", NEW."reason", NEW."rule_sets", NEW."source", NEW."standard", NEW."unit", NEW."valid_from", NEW."version_id", NEW."warning_days", NEW."withdrawn_at", NEW."withdrawn_by_id", NEW."written_at", NEW."written_by_id"); RETURN NULL;',
                                    hash="b560b1ded9b87f0726dbb642c46ab2db6fd45a8c",
                                    operation="UPDATE",
                                    pgid="pgtrigger_update_update_a7832",
                                    table="goals_versiondraft",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="delete_delete",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "goals_versiondraftevent" ("activated_at", "activated_by_id", "adults_only", "aim", "amount", "authors", "benefit_only", "edited_at", "edited_by_id", "edition", "goal", "id", "max_extension_days", "pausing_grounds", "permit_grounds", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "reason", "rule_sets", "source", "standard", "unit", "valid_from", "version_id", "warning_days", "withdrawn_at", "withdrawn_by_id", "written_at", "written_by_id") VALUES (OLD."activated_at", OLD."activated_by_id", OLD."adults_only", OLD."aim", OLD."amount", OLD."authors", OLD."benefit_only", OLD."edited_at", OLD."edited_by_id", OLD."edition", OLD."goal", OLD."id", OLD."max_extension_days", OLD."pausing_grounds", OLD."permit_grounds", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, app_now(), \'delete\', OLD."id", OLD."public_id", OLD."reason", OLD."rule_sets", OLD."source", OLD."standard", OLD."unit", OLD."valid_from", OLD."version_id", OLD."warning_days", OLD."withdrawn_at", OLD."withdrawn_by_id", OLD."written_at", OLD."written_by_id"); RETURN NULL;',
                                    hash="c06e3634128acd16946a1f4ed6ac341aca4b5e87",
                                    operation="DELETE",
                                    pgid="pgtrigger_delete_delete_b2bb4",
                                    table="goals_versiondraft",
                                    when="AFTER",
                                ),
                            ),
                        ],
                        "indexes": [
                            models.Index(
                                condition=models.Q(("activated_at", None), ("withdrawn_at", None)),
                                fields=["goal"],
                                name="draft_pending",
                            )
                        ],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(("standard__in", ["law", "city", "internal"])),
                                name="draft_standard_is_known",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("amount", None), ("unit", "")),
                                    models.Q(
                                        ("amount__gt", 0),
                                        ("amount__isnull", False),
                                        ("unit__in", ["days", "weeks", "months"]),
                                    ),
                                    _connector="OR",
                                ),
                                name="draft_has_a_span_or_runs_before_an_event",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("max_extension_days", 0), ("amount__isnull", False), _connector="OR"
                                ),
                                name="draft_extends_only_a_span_of_time",
                                violation_error_message="A promise that runs before an event cannot be extended.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("source", ""), _negated=True),
                                name="draft_names_its_source",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("reason", ""), _negated=True),
                                name="draft_gives_its_reason",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    goals.models.version_draft.IsAnyOf(
                                        models.F("written_by"), models.F("authors")
                                    ),
                                    goals.models.version_draft.IsAnyOf(
                                        models.F("edited_by"), models.F("authors")
                                    ),
                                ),
                                name="draft_authors_hold_writer_and_editor",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("activated_by", None),
                                    models.Q(
                                        goals.models.version_draft.IsAnyOf(
                                            models.F("activated_by"), models.F("authors")
                                        ),
                                        _negated=True,
                                    ),
                                    _connector="OR",
                                ),
                                name="draft_is_activated_by_somebody_else",
                                violation_error_message="Whoever wrote or edited a draft does not put it in force: ask a colleague.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("activated_at", None),
                                        ("activated_by", None),
                                        ("version", None),
                                        ("withdrawn_at", None),
                                        ("withdrawn_by", None),
                                    ),
                                    models.Q(
                                        ("activated_at__isnull", False),
                                        ("activated_by__isnull", False),
                                        ("version__isnull", False),
                                        ("withdrawn_at", None),
                                        ("withdrawn_by", None),
                                    ),
                                    models.Q(
                                        ("activated_at", None),
                                        ("activated_by", None),
                                        ("version", None),
                                        ("withdrawn_at__isnull", False),
                                        ("withdrawn_by__isnull", False),
                                    ),
                                    _connector="OR",
                                ),
                                name="draft_ends_whole",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="VersionDraftEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="events",
                                to="goals.versiondraft",
                            ),
                        ),
                        ("pgh_context", pghistory.utils.JSONField(null=True)),
                        ("pgh_context_id", models.UUIDField(null=True)),
                        ("id", models.BigIntegerField()),
                        ("goal", models.CharField(max_length=40, verbose_name="goal")),
                        (
                            "standard",
                            models.CharField(
                                choices=[
                                    ("law", "Law"),
                                    ("city", "City goal"),
                                    ("internal", "Internal default"),
                                ],
                                max_length=10,
                                verbose_name="whose promise",
                            ),
                        ),
                        (
                            "amount",
                            models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="time"),
                        ),
                        (
                            "unit",
                            models.CharField(
                                blank=True,
                                choices=[("days", "days"), ("weeks", "weeks"), ("months", "calendar months")],
                                max_length=8,
                                verbose_name="unit of time",
                            ),
                        ),
                        (
                            "warning_days",
                            models.PositiveSmallIntegerField(
                                default=7, verbose_name="warn so many days before"
                            ),
                        ),
                        (
                            "aim",
                            models.CharField(blank=True, max_length=120, verbose_name="aim within the time"),
                        ),
                        (
                            "rule_sets",
                            django.contrib.postgres.fields.ArrayField(
                                base_field=models.CharField(max_length=10),
                                blank=True,
                                default=list,
                                size=None,
                            ),
                        ),
                        (
                            "permit_grounds",
                            django.contrib.postgres.fields.ArrayField(
                                base_field=models.CharField(max_length=20),
                                blank=True,
                                default=list,
                                size=None,
                            ),
                        ),
                        (
                            "adults_only",
                            models.BooleanField(default=True, verbose_name="only those 18 at takeover"),
                        ),
                        (
                            "benefit_only",
                            models.BooleanField(default=False, verbose_name="only those on a benefit"),
                        ),
                        (
                            "pausing_grounds",
                            django.contrib.postgres.fields.ArrayField(
                                base_field=models.CharField(max_length=20),
                                blank=True,
                                default=list,
                                size=None,
                            ),
                        ),
                        (
                            "max_extension_days",
                            models.PositiveSmallIntegerField(
                                default=0, verbose_name="most days of extension"
                            ),
                        ),
                        ("source", models.CharField(max_length=200, verbose_name="source")),
                        ("public_id", models.UUIDField(default=uuid6.uuid7, editable=False)),
                        ("valid_from", models.DateField(verbose_name="for clocks that start from")),
                        ("reason", models.TextField(max_length=2000, verbose_name="reason for the change")),
                        ("edition", models.PositiveIntegerField(default=1)),
                        (
                            "authors",
                            django.contrib.postgres.fields.ArrayField(
                                base_field=models.BigIntegerField(), size=None
                            ),
                        ),
                        (
                            "written_by",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        ("written_at", models.DateTimeField(default=accounts.day.now)),
                        (
                            "edited_by",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        ("edited_at", models.DateTimeField(default=accounts.day.now)),
                        (
                            "withdrawn_by",
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
                        ("withdrawn_at", models.DateTimeField(blank=True, null=True)),
                        (
                            "activated_by",
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
                        ("activated_at", models.DateTimeField(blank=True, null=True)),
                        (
                            "version",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="goals.goalversion",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="append_only",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                                    hash="d2634de98c10b015854ca60a51e43f6aca729402",
                                    operation="UPDATE OR DELETE",
                                    pgid="pgtrigger_append_only_c088e",
                                    table="goals_versiondraftevent",
                                    when="BEFORE",
                                ),
                            )
                        ],
                    },
                ),
            ],
        ),
    ]
