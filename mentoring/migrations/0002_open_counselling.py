import django.contrib.postgres.constraints
import django.contrib.postgres.fields.ranges
import django.db.models.deletion
import pghistory.utils
import pgtrigger.compiler
import uuid6
from django.conf import settings
from django.db import migrations, models

import accounts.day
import accounts.tables


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("accounts", "0002_initial"),
        ("mentoring", "0001_launch_versions"),
        ("refugees", "0001_initial"),
    ]

    operations = [
        accounts.tables.CreateTables(
            tables=[
                migrations.CreateModel(
                    name="OpeningHours",
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
                                related_name="opening_hours",
                                to="accounts.unit",
                            ),
                        ),
                        (
                            "weekday",
                            models.PositiveSmallIntegerField(
                                choices=[
                                    (0, "Monday"),
                                    (1, "Tuesday"),
                                    (2, "Wednesday"),
                                    (3, "Thursday"),
                                    (4, "Friday"),
                                    (5, "Saturday"),
                                    (6, "Sunday"),
                                ],
                                verbose_name="weekday",
                            ),
                        ),
                        ("opens", models.PositiveSmallIntegerField(verbose_name="opens")),
                        ("closes", models.PositiveSmallIntegerField(verbose_name="closes")),
                        (
                            "during",
                            django.contrib.postgres.fields.ranges.DateRangeField(verbose_name="valid"),
                        ),
                        (
                            "set_by",
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
                        "verbose_name": "opening hours",
                        "verbose_name_plural": "opening hours",
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="insert_insert",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "mentoring_openinghoursevent" ("closes", "during", "id", "opens", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "set_by_id", "unit_id", "weekday") VALUES (NEW."closes", NEW."during", NEW."id", NEW."opens", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, app_now(), \'insert\', NEW."id", NEW."public_id", NEW."set_by_id", NEW."unit_id", NEW."weekday"); RETURN NULL;',
                                    hash="747cfe163ba0734a6d241bf76d140a0380dc9b64",
                                    operation="INSERT",
                                    pgid="pgtrigger_insert_insert_1c8c0",
                                    table="mentoring_openinghours",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="update_update",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                                    func='INSERT INTO "mentoring_openinghoursevent" ("closes", "during", "id", "opens", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "set_by_id", "unit_id", "weekday") VALUES (NEW."closes", NEW."during", NEW."id", NEW."opens", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, app_now(), \'update\', NEW."id", NEW."public_id", NEW."set_by_id", NEW."unit_id", NEW."weekday"); RETURN NULL;',
                                    hash="358b55a544630aa6b2a24701031ffb5e9ff1043d",
                                    operation="UPDATE",
                                    pgid="pgtrigger_update_update_c6dfe",
                                    table="mentoring_openinghours",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="delete_delete",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "mentoring_openinghoursevent" ("closes", "during", "id", "opens", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "set_by_id", "unit_id", "weekday") VALUES (OLD."closes", OLD."during", OLD."id", OLD."opens", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, app_now(), \'delete\', OLD."id", OLD."public_id", OLD."set_by_id", OLD."unit_id", OLD."weekday"); RETURN NULL;',
                                    hash="307b4d0c985c855da9af28b172362ef63de5c2e8",
                                    operation="DELETE",
                                    pgid="pgtrigger_delete_delete_03211",
                                    table="mentoring_openinghours",
                                    when="AFTER",
                                ),
                            ),
                        ],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(("closes__gt", models.F("opens")), ("closes__lte", 1440)),
                                name="counselling_closes_after_it_opens",
                                violation_error_message="It closes after it opens.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("weekday__in", [0, 1, 2, 3, 4, 5, 6])),
                                name="counselling_weekday_is_known",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("during__isempty", False), ("during__startswith__isnull", False)
                                ),
                                name="counselling_hours_have_days",
                            ),
                            django.contrib.postgres.constraints.ExclusionConstraint(
                                expressions=[
                                    ("unit", "="),
                                    ("weekday", "="),
                                    ("during", "&&"),
                                    (
                                        models.Func(
                                            "opens",
                                            "closes",
                                            function="int4range",
                                            output_field=django.contrib.postgres.fields.ranges.IntegerRangeField(),
                                        ),
                                        "&&",
                                    ),
                                ],
                                name="counselling_hours_do_not_overlap",
                                violation_error_message="It is already open at that time of that day.",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="OpeningHoursEvent",
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
                                to="mentoring.openinghours",
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
                        (
                            "weekday",
                            models.PositiveSmallIntegerField(
                                choices=[
                                    (0, "Monday"),
                                    (1, "Tuesday"),
                                    (2, "Wednesday"),
                                    (3, "Thursday"),
                                    (4, "Friday"),
                                    (5, "Saturday"),
                                    (6, "Sunday"),
                                ],
                                verbose_name="weekday",
                            ),
                        ),
                        ("opens", models.PositiveSmallIntegerField(verbose_name="opens")),
                        ("closes", models.PositiveSmallIntegerField(verbose_name="closes")),
                        (
                            "during",
                            django.contrib.postgres.fields.ranges.DateRangeField(verbose_name="valid"),
                        ),
                        (
                            "set_by",
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
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="append_only",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                                    hash="2c9cc5c48e6e4789c6634ac96e9b602b53dca2ef",
                                    operation="UPDATE OR DELETE",
                                    pgid="pgtrigger_append_only_572aa",
                                    table="mentoring_openinghoursevent",
                                    when="BEFORE",
                                ),
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Visit",
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
                                related_name="counselling_visits",
                                to="refugees.case",
                            ),
                        ),
                        (
                            "about",
                            models.CharField(
                                choices=[
                                    ("job", "Job or internship"),
                                    ("education", "Education or Danish"),
                                    ("money", "Benefit and money"),
                                    ("letter", "A letter or a form"),
                                    ("home", "The home"),
                                    ("family", "Family and children"),
                                    ("other", "Something else"),
                                ],
                                max_length=12,
                                verbose_name="about",
                            ),
                        ),
                        ("note", models.CharField(blank=True, max_length=300, verbose_name="in a few words")),
                        ("arrived_at", models.DateTimeField(verbose_name="came")),
                        (
                            "taken_at",
                            models.DateTimeField(blank=True, null=True, verbose_name="talked with from"),
                        ),
                        (
                            "taken_by",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        ("ended_at", models.DateTimeField(blank=True, null=True, verbose_name="ended")),
                        (
                            "outcome",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("", "Not ended"),
                                    ("answered", "Answered on the spot"),
                                    ("booked", "An appointment was made"),
                                    ("passed-on", "Passed on to the caseworker"),
                                    ("shown-on", "Shown on to somebody else"),
                                    ("left", "Left before anybody had time"),
                                ],
                                max_length=12,
                                verbose_name="what came of it",
                            ),
                        ),
                        (
                            "said",
                            models.TextField(
                                blank=True, max_length=4000, verbose_name="what was said and agreed"
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
                        (
                            "correction_reason",
                            models.CharField(blank=True, max_length=300, verbose_name="reason"),
                        ),
                        (
                            "taken_back_at",
                            models.DateTimeField(blank=True, null=True, verbose_name="taken back"),
                        ),
                    ],
                    options={
                        "verbose_name": "visit to open counselling",
                        "verbose_name_plural": "visits to open counselling",
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="insert_insert",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "mentoring_visitevent" ("about", "arrived_at", "case_id", "correction_reason", "ended_at", "id", "note", "outcome", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "recorded_at", "recorded_by_id", "said", "taken_at", "taken_back_at", "taken_by_id") VALUES (NEW."about", NEW."arrived_at", NEW."case_id", NEW."correction_reason", NEW."ended_at", NEW."id", NEW."note", NEW."outcome", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, app_now(), \'insert\', NEW."id", NEW."public_id", NEW."recorded_at", NEW."recorded_by_id", NEW."said", NEW."taken_at", NEW."taken_back_at", NEW."taken_by_id"); RETURN NULL;',
                                    hash="7a49a1cd5d60c4ec0c1abb161f07a3439149a66d",
                                    operation="INSERT",
                                    pgid="pgtrigger_insert_insert_a79a1",
                                    table="mentoring_visit",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="update_update",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                                    func='INSERT INTO "mentoring_visitevent" ("about", "arrived_at", "case_id", "correction_reason", "ended_at", "id", "note", "outcome", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "recorded_at", "recorded_by_id", "said", "taken_at", "taken_back_at", "taken_by_id") VALUES (NEW."about", NEW."arrived_at", NEW."case_id", NEW."correction_reason", NEW."ended_at", NEW."id", NEW."note", NEW."outcome", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, app_now(), \'update\', NEW."id", NEW."public_id", NEW."recorded_at", NEW."recorded_by_id", NEW."said", NEW."taken_at", NEW."taken_back_at", NEW."taken_by_id"); RETURN NULL;',
                                    hash="375de76bbe12a1bdcda8f75419ae88ae2283ffd0",
                                    operation="UPDATE",
                                    pgid="pgtrigger_update_update_53bc5",
                                    table="mentoring_visit",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="delete_delete",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "mentoring_visitevent" ("about", "arrived_at", "case_id", "correction_reason", "ended_at", "id", "note", "outcome", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "recorded_at", "recorded_by_id", "said", "taken_at", "taken_back_at", "taken_by_id") VALUES (OLD."about", OLD."arrived_at", OLD."case_id", OLD."correction_reason", OLD."ended_at", OLD."id", OLD."note", OLD."outcome", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, app_now(), \'delete\', OLD."id", OLD."public_id", OLD."recorded_at", OLD."recorded_by_id", OLD."said", OLD."taken_at", OLD."taken_back_at", OLD."taken_by_id"); RETURN NULL;',
                                    hash="0630c1104269c4ff352b09625c2ce8aeb5515a2a",
                                    operation="DELETE",
                                    pgid="pgtrigger_delete_delete_5d6f2",
                                    table="mentoring_visit",
                                    when="AFTER",
                                ),
                            ),
                        ],
                        "indexes": [
                            models.Index(fields=["case", "-arrived_at"], name="visit_by_case"),
                            models.Index(
                                condition=models.Q(("ended_at", None), ("taken_back_at", None)),
                                fields=["arrived_at"],
                                name="visit_not_ended",
                            ),
                        ],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    (
                                        "about__in",
                                        ["job", "education", "money", "letter", "home", "family", "other"],
                                    )
                                ),
                                name="visit_about_is_known",
                            ),
                            models.UniqueConstraint(
                                condition=models.Q(("ended_at", None), ("taken_back_at", None)),
                                fields=("case",),
                                name="one_visit_at_a_time",
                                violation_error_message="The person already stands in the queue.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("taken_at", None), ("taken_by", None)),
                                    models.Q(
                                        ("taken_at__gte", models.F("arrived_at")),
                                        ("taken_at__isnull", False),
                                        ("taken_by__isnull", False),
                                    ),
                                    _connector="OR",
                                ),
                                name="visit_taken_after_arrival",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("ended_at", None), ("outcome", ""), ("said", "")),
                                    models.Q(
                                        ("ended_at__gte", models.F("arrived_at")),
                                        ("ended_at__isnull", False),
                                        (
                                            "outcome__in",
                                            ["answered", "booked", "passed-on", "shown-on", "left"],
                                        ),
                                    ),
                                    _connector="OR",
                                ),
                                name="visit_end_says_what_came_of_it",
                                violation_error_message="Say what came of it.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("ended_at", None),
                                    ("taken_at", None),
                                    ("ended_at__gte", models.F("taken_at")),
                                    _connector="OR",
                                ),
                                name="visit_ends_after_it_was_taken",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("taken_back_at", None),
                                    models.Q(("correction_reason", ""), _negated=True),
                                    _connector="OR",
                                ),
                                name="taking_back_a_visit_says_why",
                                violation_error_message="Say why the visit is taken back.",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="VisitEvent",
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
                                to="mentoring.visit",
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
                            "about",
                            models.CharField(
                                choices=[
                                    ("job", "Job or internship"),
                                    ("education", "Education or Danish"),
                                    ("money", "Benefit and money"),
                                    ("letter", "A letter or a form"),
                                    ("home", "The home"),
                                    ("family", "Family and children"),
                                    ("other", "Something else"),
                                ],
                                max_length=12,
                                verbose_name="about",
                            ),
                        ),
                        ("note", models.CharField(blank=True, max_length=300, verbose_name="in a few words")),
                        ("arrived_at", models.DateTimeField(verbose_name="came")),
                        (
                            "taken_at",
                            models.DateTimeField(blank=True, null=True, verbose_name="talked with from"),
                        ),
                        (
                            "taken_by",
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
                        ("ended_at", models.DateTimeField(blank=True, null=True, verbose_name="ended")),
                        (
                            "outcome",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("", "Not ended"),
                                    ("answered", "Answered on the spot"),
                                    ("booked", "An appointment was made"),
                                    ("passed-on", "Passed on to the caseworker"),
                                    ("shown-on", "Shown on to somebody else"),
                                    ("left", "Left before anybody had time"),
                                ],
                                max_length=12,
                                verbose_name="what came of it",
                            ),
                        ),
                        (
                            "said",
                            models.TextField(
                                blank=True, max_length=4000, verbose_name="what was said and agreed"
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
                        (
                            "correction_reason",
                            models.CharField(blank=True, max_length=300, verbose_name="reason"),
                        ),
                        (
                            "taken_back_at",
                            models.DateTimeField(blank=True, null=True, verbose_name="taken back"),
                        ),
                    ],
                    options={
                        "abstract": False,
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="append_only",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                                    hash="0c5a722106ecdea17cd1168742ed008960bfd00a",
                                    operation="UPDATE OR DELETE",
                                    pgid="pgtrigger_append_only_3368c",
                                    table="mentoring_visitevent",
                                    when="BEFORE",
                                ),
                            )
                        ],
                    },
                ),
            ],
        ),
    ]
