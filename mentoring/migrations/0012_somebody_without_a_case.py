import django.db.models.deletion
import pghistory.utils
import pgtrigger.compiler
import pgtrigger.migrations
import uuid6
from django.conf import settings
from django.db import migrations, models

import accounts.day
from accounts.tables import AtOnce
from accounts.walls import RULES, history_wall, wall


class Migration(migrations.Migration):
    dependencies = [
        ("accounts", "0005_readings_of_companies"),
        ("mentoring", "0011_checklists_in_force"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        AtOnce(
            [
                migrations.CreateModel(
                    name="WalkIn",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("public_id", models.UUIDField(default=uuid6.uuid7, editable=False, unique=True)),
                        ("came_at", models.DateTimeField(verbose_name="came")),
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
                        (
                            "outcome",
                            models.CharField(
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
                            "shown_to",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("", "Nobody"),
                                    ("caseworker", "Their own caseworker or unit"),
                                    ("citizen-service", "Citizen service"),
                                    ("language-centre", "The language centre"),
                                    ("welcome-house", "Welcome House or a volunteer organisation"),
                                    ("state", "The Immigration Service or another authority of the state"),
                                    ("other", "Somebody else"),
                                ],
                                max_length=16,
                                verbose_name="shown on to",
                            ),
                        ),
                        ("recorded_at", models.DateTimeField(default=accounts.day.now)),
                        (
                            "taken_back_at",
                            models.DateTimeField(blank=True, null=True, verbose_name="taken back"),
                        ),
                        (
                            "recorded_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "unit",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="walk_ins",
                                to="accounts.unit",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "visit without a case",
                        "verbose_name_plural": "visits without a case",
                    },
                ),
                migrations.CreateModel(
                    name="WalkInEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("pgh_context", pghistory.utils.JSONField(null=True)),
                        ("pgh_context_id", models.UUIDField(null=True)),
                        ("id", models.BigIntegerField()),
                        ("public_id", models.UUIDField(default=uuid6.uuid7, editable=False)),
                        ("came_at", models.DateTimeField(verbose_name="came")),
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
                        (
                            "outcome",
                            models.CharField(
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
                            "shown_to",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("", "Nobody"),
                                    ("caseworker", "Their own caseworker or unit"),
                                    ("citizen-service", "Citizen service"),
                                    ("language-centre", "The language centre"),
                                    ("welcome-house", "Welcome House or a volunteer organisation"),
                                    ("state", "The Immigration Service or another authority of the state"),
                                    ("other", "Somebody else"),
                                ],
                                max_length=16,
                                verbose_name="shown on to",
                            ),
                        ),
                        ("recorded_at", models.DateTimeField(default=accounts.day.now)),
                        (
                            "taken_back_at",
                            models.DateTimeField(blank=True, null=True, verbose_name="taken back"),
                        ),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="events",
                                to="mentoring.walkin",
                            ),
                        ),
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
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.AddIndex(
                    model_name="walkin",
                    index=models.Index(fields=["unit", "-came_at"], name="walk_in_by_unit"),
                ),
                migrations.AddConstraint(
                    model_name="walkin",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            ("about__in", ["job", "education", "money", "letter", "home", "family", "other"])
                        ),
                        name="walk_in_about_is_known",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="walkin",
                    constraint=models.CheckConstraint(
                        condition=models.Q(("outcome__in", ("answered", "shown-on", "left"))),
                        name="walk_in_outcome_needs_no_case",
                        violation_error_message="That needs a case: find the person, or choose what else came of it.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="walkin",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("outcome", "shown-on"),
                                (
                                    "shown_to__in",
                                    [
                                        "caseworker",
                                        "citizen-service",
                                        "language-centre",
                                        "welcome-house",
                                        "state",
                                        "other",
                                    ],
                                ),
                            ),
                            models.Q(models.Q(("outcome", "shown-on"), _negated=True), ("shown_to", "")),
                            _connector="OR",
                        ),
                        name="walk_in_shown_on_says_to_whom",
                        violation_error_message="Say where they were shown on to; and only then.",
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="walkin",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "mentoring_walkinevent" ("about", "came_at", "id", "outcome", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "recorded_at", "recorded_by_id", "shown_to", "taken_back_at", "unit_id") VALUES (NEW."about", NEW."came_at", NEW."id", NEW."outcome", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, app_now(), \'insert\', NEW."id", NEW."public_id", NEW."recorded_at", NEW."recorded_by_id", NEW."shown_to", NEW."taken_back_at", NEW."unit_id"); RETURN NULL;',
                            hash="ce25b11eec97e9848db5832d3596a4d7330baa7e",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_8be00",
                            table="mentoring_walkin",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="walkin",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "mentoring_walkinevent" ("about", "came_at", "id", "outcome", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "recorded_at", "recorded_by_id", "shown_to", "taken_back_at", "unit_id") VALUES (NEW."about", NEW."came_at", NEW."id", NEW."outcome", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, app_now(), \'update\', NEW."id", NEW."public_id", NEW."recorded_at", NEW."recorded_by_id", NEW."shown_to", NEW."taken_back_at", NEW."unit_id"); RETURN NULL;',
                            hash="89ce11cdfc1ce29fbceca921947e650308cdcd75",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_3dd97",
                            table="mentoring_walkin",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="walkin",
                    trigger=pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "mentoring_walkinevent" ("about", "came_at", "id", "outcome", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "recorded_at", "recorded_by_id", "shown_to", "taken_back_at", "unit_id") VALUES (OLD."about", OLD."came_at", OLD."id", OLD."outcome", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, app_now(), \'delete\', OLD."id", OLD."public_id", OLD."recorded_at", OLD."recorded_by_id", OLD."shown_to", OLD."taken_back_at", OLD."unit_id"); RETURN NULL;',
                            hash="1ea2f0dbee9709f506f36892b86faa3a00856d18",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_d6134",
                            table="mentoring_walkin",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="walkinevent",
                    trigger=pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="e1126ae28b0812a9f16d66c0b7f35f9f82053a8d",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_93a59",
                            table="mentoring_walkinevent",
                            when="BEFORE",
                        ),
                    ),
                ),
            ]
        ),
        wall("mentoring_walkin", "unit"),
        history_wall("mentoring_walkinevent", RULES["unit"]),
        migrations.RunSQL("SELECT app_revoke('mentoring_walkin', 'DELETE')", migrations.RunSQL.noop),
    ]
