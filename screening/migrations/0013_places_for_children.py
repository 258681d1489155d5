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
        ("refugees", "0017_which_other_ending"),
        ("screening", "0012_jobnet_in_force"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        AtOnce(
            [
                migrations.CreateModel(
                    name="ChildPlace",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
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
                        ("public_id", models.UUIDField(default=uuid6.uuid7, editable=False, unique=True)),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("day-care", "Day care or kindergarten"),
                                    ("reception-class", "Reception class at a school"),
                                    ("school", "School"),
                                    ("youth-education", "Youth education"),
                                    ("not-wanted", "No place is wanted for now"),
                                ],
                                max_length=16,
                                verbose_name="kind of place",
                            ),
                        ),
                        ("where", models.CharField(blank=True, max_length=120, verbose_name="where")),
                        ("on", models.DateField(verbose_name="found on")),
                        (
                            "starts_on",
                            models.DateField(blank=True, null=True, verbose_name="first day there"),
                        ),
                        (
                            "why",
                            models.CharField(blank=True, max_length=300, verbose_name="why none is wanted"),
                        ),
                        ("recorded_at", models.DateTimeField(default=accounts.day.now)),
                        (
                            "case",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="child_places",
                                to="refugees.case",
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
                        "verbose_name": "place for a child",
                        "verbose_name_plural": "places for children",
                    },
                ),
                migrations.CreateModel(
                    name="ChildPlaceEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("pgh_context", pghistory.utils.JSONField(null=True)),
                        ("pgh_context_id", models.UUIDField(null=True)),
                        ("id", models.BigIntegerField()),
                        (
                            "correction_reason",
                            models.CharField(blank=True, max_length=300, verbose_name="reason"),
                        ),
                        (
                            "taken_back_at",
                            models.DateTimeField(blank=True, null=True, verbose_name="taken back"),
                        ),
                        ("public_id", models.UUIDField(default=uuid6.uuid7, editable=False)),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("day-care", "Day care or kindergarten"),
                                    ("reception-class", "Reception class at a school"),
                                    ("school", "School"),
                                    ("youth-education", "Youth education"),
                                    ("not-wanted", "No place is wanted for now"),
                                ],
                                max_length=16,
                                verbose_name="kind of place",
                            ),
                        ),
                        ("where", models.CharField(blank=True, max_length=120, verbose_name="where")),
                        ("on", models.DateField(verbose_name="found on")),
                        (
                            "starts_on",
                            models.DateField(blank=True, null=True, verbose_name="first day there"),
                        ),
                        (
                            "why",
                            models.CharField(blank=True, max_length=300, verbose_name="why none is wanted"),
                        ),
                        ("recorded_at", models.DateTimeField(default=accounts.day.now)),
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
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="events",
                                to="screening.childplace",
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
                migrations.AddIndex(
                    model_name="childplace",
                    index=models.Index(fields=["case", "on"], name="child_place_by_case"),
                ),
                migrations.AddConstraint(
                    model_name="childplace",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            (
                                "kind__in",
                                ["day-care", "reception-class", "school", "youth-education", "not-wanted"],
                            )
                        ),
                        name="child_place_is_of_a_known_kind",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="childplace",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("kind", "not-wanted"),
                                ("starts_on", None),
                                ("where", ""),
                                models.Q(("why", ""), _negated=True),
                            ),
                            models.Q(
                                models.Q(("kind", "not-wanted"), _negated=True),
                                ("why", ""),
                                models.Q(("where", ""), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="child_place_says_where_or_why_not",
                        violation_error_message="Say where the place is; or, if none is wanted for now, why.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="childplace",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            ("starts_on", None), ("starts_on__gte", models.F("on")), _connector="OR"
                        ),
                        name="child_starts_after_the_place_is_found",
                        violation_error_message="The first day there is not before the place was found.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="childplace",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            ("taken_back_at", None),
                            models.Q(("correction_reason", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="taking_back_a_child_place_says_why",
                        violation_error_message="Say why the place is taken back.",
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="childplace",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "screening_childplaceevent" ("case_id", "correction_reason", "id", "kind", "on", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "recorded_at", "recorded_by_id", "starts_on", "taken_back_at", "where", "why") VALUES (NEW."case_id", NEW."correction_reason", NEW."id", NEW."kind", NEW."on", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, app_now(), \'insert\', NEW."id", NEW."public_id", NEW."recorded_at", NEW."recorded_by_id", NEW."starts_on", NEW."taken_back_at", NEW."where", NEW."why"); RETURN NULL;',
                            hash="80b73aaa453a28d3b8d475d54dab3b65a8179559",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_3c995",
                            table="screening_childplace",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="childplace",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "screening_childplaceevent" ("case_id", "correction_reason", "id", "kind", "on", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "recorded_at", "recorded_by_id", "starts_on", "taken_back_at", "where", "why") VALUES (NEW."case_id", NEW."correction_reason", NEW."id", NEW."kind", NEW."on", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, app_now(), \'update\', NEW."id", NEW."public_id", NEW."recorded_at", NEW."recorded_by_id", NEW."starts_on", NEW."taken_back_at", NEW."where", NEW."why"); RETURN NULL;',
                            hash="31175f7d625f3f6afca5463ca626723299ea4521",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_45131",
                            table="screening_childplace",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="childplace",
                    trigger=pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "screening_childplaceevent" ("case_id", "correction_reason", "id", "kind", "on", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "recorded_at", "recorded_by_id", "starts_on", "taken_back_at", "where", "why") VALUES (OLD."case_id", OLD."correction_reason", OLD."id", OLD."kind", OLD."on", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, app_now(), \'delete\', OLD."id", OLD."public_id", OLD."recorded_at", OLD."recorded_by_id", OLD."starts_on", OLD."taken_back_at", OLD."where", OLD."why"); RETURN NULL;',
                            hash="2ce23846d8ca03e393b651fe404b284d7015dde8",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_830ec",
                            table="screening_childplace",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="childplaceevent",
                    trigger=pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="212e47ed207c5c3c2e9d35898a96e585bfd7308a",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_1b03a",
                            table="screening_childplaceevent",
                            when="BEFORE",
                        ),
                    ),
                ),
            ]
        )
    ]
