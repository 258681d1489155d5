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
        ("refugees", "0001_initial"),
        ("screening", "0003_walls_of_interviews"),
    ]

    operations = [
        accounts.tables.CreateTables(
            tables=[
                migrations.CreateModel(
                    name="DanishReferral",
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
                                related_name="danish_referrals",
                                to="refugees.case",
                            ),
                        ),
                        ("provider", models.CharField(max_length=120, verbose_name="provider")),
                        ("referred_on", models.DateField(verbose_name="referred on")),
                        (
                            "placed_on",
                            models.DateField(blank=True, null=True, verbose_name="placed by the provider on"),
                        ),
                        (
                            "track",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("", "Not placed yet"),
                                    (
                                        "du1",
                                        "Danish education 1: does not read and write in the mother tongue",
                                    ),
                                    ("du2", "Danish education 2: short schooling"),
                                    ("du3", "Danish education 3: medium or long schooling"),
                                ],
                                max_length=4,
                                verbose_name="track",
                            ),
                        ),
                        ("module", models.CharField(blank=True, max_length=40, verbose_name="module")),
                        ("starts_on", models.DateField(blank=True, null=True, verbose_name="first lesson")),
                        (
                            "minutes_a_week",
                            models.PositiveIntegerField(blank=True, null=True, verbose_name="minutes a week"),
                        ),
                        ("ended_on", models.DateField(blank=True, null=True, verbose_name="last day")),
                        (
                            "finish",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("", "Not ended"),
                                    ("completed", "Completed"),
                                    ("other-provider", "Goes on at another provider"),
                                    ("stopped", "Stopped before the end"),
                                ],
                                max_length=16,
                                verbose_name="how it ended",
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
                        "verbose_name": "referral to Danish education",
                        "verbose_name_plural": "referrals to Danish education",
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="insert_insert",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "screening_danishreferralevent" ("case_id", "correction_reason", "ended_on", "finish", "id", "minutes_a_week", "module", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "placed_on", "provider", "public_id", "recorded_at", "recorded_by_id", "referred_on", "starts_on", "taken_back_at", "track") VALUES (NEW."case_id", NEW."correction_reason", NEW."ended_on", NEW."finish", NEW."id", NEW."minutes_a_week", NEW."module", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, app_now(), \'insert\', NEW."id", NEW."placed_on", NEW."provider", NEW."public_id", NEW."recorded_at", NEW."recorded_by_id", NEW."referred_on", NEW."starts_on", NEW."taken_back_at", NEW."track"); RETURN NULL;',
                                    hash="60bbbc38e4afd65a552db8fd028c9efef79568dc",
                                    operation="INSERT",
                                    pgid="pgtrigger_insert_insert_fedd3",
                                    table="screening_danishreferral",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="update_update",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                                    func='INSERT INTO "screening_danishreferralevent" ("case_id", "correction_reason", "ended_on", "finish", "id", "minutes_a_week", "module", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "placed_on", "provider", "public_id", "recorded_at", "recorded_by_id", "referred_on", "starts_on", "taken_back_at", "track") VALUES (NEW."case_id", NEW."correction_reason", NEW."ended_on", NEW."finish", NEW."id", NEW."minutes_a_week", NEW."module", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, app_now(), \'update\', NEW."id", NEW."placed_on", NEW."provider", NEW."public_id", NEW."recorded_at", NEW."recorded_by_id", NEW."referred_on", NEW."starts_on", NEW."taken_back_at", NEW."track"); RETURN NULL;',
                                    hash="d9e28cb7e303440c931ef294af29d23a7c98e04d",
                                    operation="UPDATE",
                                    pgid="pgtrigger_update_update_7d1a9",
                                    table="screening_danishreferral",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="delete_delete",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "screening_danishreferralevent" ("case_id", "correction_reason", "ended_on", "finish", "id", "minutes_a_week", "module", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "placed_on", "provider", "public_id", "recorded_at", "recorded_by_id", "referred_on", "starts_on", "taken_back_at", "track") VALUES (OLD."case_id", OLD."correction_reason", OLD."ended_on", OLD."finish", OLD."id", OLD."minutes_a_week", OLD."module", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, app_now(), \'delete\', OLD."id", OLD."placed_on", OLD."provider", OLD."public_id", OLD."recorded_at", OLD."recorded_by_id", OLD."referred_on", OLD."starts_on", OLD."taken_back_at", OLD."track"); RETURN NULL;',
                                    hash="cd4ab723e8c53aac7a46b376bb598a8262ebedbd",
                                    operation="DELETE",
                                    pgid="pgtrigger_delete_delete_da509",
                                    table="screening_danishreferral",
                                    when="AFTER",
                                ),
                            ),
                        ],
                        "indexes": [models.Index(fields=["case", "referred_on"], name="danish_by_case")],
                        "constraints": [
                            models.UniqueConstraint(
                                condition=models.Q(("ended_on", None), ("taken_back_at", None)),
                                fields=("case",),
                                name="one_danish_referral_at_a_time",
                                violation_error_message="The person is referred to a provider already. End that one first.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("provider", ""), _negated=True),
                                name="danish_referral_names_the_provider",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("minutes_a_week", None),
                                        ("module", ""),
                                        ("placed_on", None),
                                        ("starts_on", None),
                                        ("track", ""),
                                    ),
                                    models.Q(
                                        ("placed_on__gte", models.F("referred_on")),
                                        ("placed_on__isnull", False),
                                        ("track__in", ["du1", "du2", "du3"]),
                                    ),
                                    _connector="OR",
                                ),
                                name="danish_track_is_set_by_the_provider",
                                violation_error_message="The provider sets the track, on the day of the referral or later; before that there is no module, start or hours.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("starts_on", None),
                                    ("starts_on__gte", models.F("referred_on")),
                                    _connector="OR",
                                ),
                                name="danish_starts_after_the_referral",
                                violation_error_message="The first lesson comes after the referral.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("minutes_a_week", None),
                                    models.Q(("minutes_a_week__gte", 1), ("minutes_a_week__lte", 2220)),
                                    _connector="OR",
                                ),
                                name="danish_hours_fit_in_a_week",
                                violation_error_message="Write hours a week, at most 37.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("ended_on", None), ("finish", "")),
                                    models.Q(
                                        ("ended_on__gte", models.F("referred_on")),
                                        ("ended_on__isnull", False),
                                        ("finish__in", ["completed", "other-provider", "stopped"]),
                                    ),
                                    _connector="OR",
                                ),
                                name="danish_end_says_how",
                                violation_error_message="An end has a day, not before the referral, and says how it ended.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("taken_back_at", None),
                                    models.Q(("correction_reason", ""), _negated=True),
                                    _connector="OR",
                                ),
                                name="taking_back_a_referral_says_why",
                                violation_error_message="Say why the referral is taken back.",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="DanishReferralEvent",
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
                                to="screening.danishreferral",
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
                        ("provider", models.CharField(max_length=120, verbose_name="provider")),
                        ("referred_on", models.DateField(verbose_name="referred on")),
                        (
                            "placed_on",
                            models.DateField(blank=True, null=True, verbose_name="placed by the provider on"),
                        ),
                        (
                            "track",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("", "Not placed yet"),
                                    (
                                        "du1",
                                        "Danish education 1: does not read and write in the mother tongue",
                                    ),
                                    ("du2", "Danish education 2: short schooling"),
                                    ("du3", "Danish education 3: medium or long schooling"),
                                ],
                                max_length=4,
                                verbose_name="track",
                            ),
                        ),
                        ("module", models.CharField(blank=True, max_length=40, verbose_name="module")),
                        ("starts_on", models.DateField(blank=True, null=True, verbose_name="first lesson")),
                        (
                            "minutes_a_week",
                            models.PositiveIntegerField(blank=True, null=True, verbose_name="minutes a week"),
                        ),
                        ("ended_on", models.DateField(blank=True, null=True, verbose_name="last day")),
                        (
                            "finish",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("", "Not ended"),
                                    ("completed", "Completed"),
                                    ("other-provider", "Goes on at another provider"),
                                    ("stopped", "Stopped before the end"),
                                ],
                                max_length=16,
                                verbose_name="how it ended",
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
                                    hash="0514ce0fba8afae54f0b60a32ad55ca0faee3c18",
                                    operation="UPDATE OR DELETE",
                                    pgid="pgtrigger_append_only_d3f44",
                                    table="screening_danishreferralevent",
                                    when="BEFORE",
                                ),
                            )
                        ],
                    },
                ),
            ],
        ),
    ]
