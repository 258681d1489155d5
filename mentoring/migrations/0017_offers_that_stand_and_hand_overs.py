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
    """Of a mentor one offer stands, and its answers count up; who was handed over to whom, and what may be handed on."""

    dependencies = [
        ("mentoring", "0016_coordinators_see_who_waits"),
        ("refugees", "0017_which_other_ending"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        AtOnce(
            [
                migrations.CreateModel(
                    name="HandOver",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("public_id", models.UUIDField(default=uuid6.uuid7, editable=False, unique=True)),
                        (
                            "part",
                            models.CharField(
                                choices=[
                                    ("caseworker", "Caseworker"),
                                    ("holistic-mentor", "Holistic mentor"),
                                    ("retention-mentor", "Retention mentor"),
                                ],
                                max_length=20,
                                verbose_name="part",
                            ),
                        ),
                        ("on", models.DateField(verbose_name="on")),
                        (
                            "agreed",
                            models.CharField(
                                choices=[
                                    ("nothing", "Nothing older"),
                                    ("contacts", "What the mentor wrote of contacts"),
                                ],
                                default="nothing",
                                max_length=12,
                                verbose_name="agreed to hand on",
                            ),
                        ),
                        ("recorded_at", models.DateTimeField(default=accounts.day.now)),
                    ],
                    options={
                        "verbose_name": "hand-over of a person",
                        "verbose_name_plural": "hand-overs of people",
                    },
                ),
                migrations.CreateModel(
                    name="HandOverEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("pgh_context", pghistory.utils.JSONField(null=True)),
                        ("pgh_context_id", models.UUIDField(null=True)),
                        ("id", models.BigIntegerField()),
                        ("public_id", models.UUIDField(default=uuid6.uuid7, editable=False)),
                        (
                            "part",
                            models.CharField(
                                choices=[
                                    ("caseworker", "Caseworker"),
                                    ("holistic-mentor", "Holistic mentor"),
                                    ("retention-mentor", "Retention mentor"),
                                ],
                                max_length=20,
                                verbose_name="part",
                            ),
                        ),
                        ("on", models.DateField(verbose_name="on")),
                        (
                            "agreed",
                            models.CharField(
                                choices=[
                                    ("nothing", "Nothing older"),
                                    ("contacts", "What the mentor wrote of contacts"),
                                ],
                                default="nothing",
                                max_length=12,
                                verbose_name="agreed to hand on",
                            ),
                        ),
                        ("recorded_at", models.DateTimeField(default=accounts.day.now)),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                pgtrigger.migrations.RemoveTrigger(
                    model_name="holisticoffer",
                    name="insert_insert",
                ),
                pgtrigger.migrations.RemoveTrigger(
                    model_name="holisticoffer",
                    name="update_update",
                ),
                pgtrigger.migrations.RemoveTrigger(
                    model_name="holisticoffer",
                    name="delete_delete",
                ),
                pgtrigger.migrations.RemoveTrigger(
                    model_name="retentionoffer",
                    name="insert_insert",
                ),
                pgtrigger.migrations.RemoveTrigger(
                    model_name="retentionoffer",
                    name="update_update",
                ),
                pgtrigger.migrations.RemoveTrigger(
                    model_name="retentionoffer",
                    name="delete_delete",
                ),
                migrations.RemoveConstraint(
                    model_name="holisticoffer",
                    name="one_unanswered_holistic_offer",
                ),
                migrations.RemoveConstraint(
                    model_name="retentionoffer",
                    name="one_unanswered_retention_offer",
                ),
                migrations.AddField(
                    model_name="holisticoffer",
                    name="replaced_at",
                    field=models.DateTimeField(
                        blank=True, editable=False, null=True, verbose_name="replaced"
                    ),
                ),
                migrations.AddField(
                    model_name="holisticoffer",
                    name="version",
                    field=models.PositiveIntegerField(default=1, editable=False),
                ),
                migrations.AddField(
                    model_name="holisticofferevent",
                    name="replaced_at",
                    field=models.DateTimeField(
                        blank=True, editable=False, null=True, verbose_name="replaced"
                    ),
                ),
                migrations.AddField(
                    model_name="holisticofferevent",
                    name="version",
                    field=models.PositiveIntegerField(default=1, editable=False),
                ),
                migrations.AddField(
                    model_name="retentionoffer",
                    name="replaced_at",
                    field=models.DateTimeField(
                        blank=True, editable=False, null=True, verbose_name="replaced"
                    ),
                ),
                migrations.AddField(
                    model_name="retentionoffer",
                    name="version",
                    field=models.PositiveIntegerField(default=1, editable=False),
                ),
                migrations.AddField(
                    model_name="retentionofferevent",
                    name="replaced_at",
                    field=models.DateTimeField(
                        blank=True, editable=False, null=True, verbose_name="replaced"
                    ),
                ),
                migrations.AddField(
                    model_name="retentionofferevent",
                    name="version",
                    field=models.PositiveIntegerField(default=1, editable=False),
                ),
                migrations.AlterField(
                    model_name="sighting",
                    name="by",
                    field=models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="holisticoffer",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "mentoring_holisticofferevent" ("answer", "answered_on", "case_id", "correction_reason", "district", "id", "offered_on", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "reason", "recorded_at", "recorded_by_id", "replaced_at", "taken_back_at", "version", "wish", "wished_sex") VALUES (NEW."answer", NEW."answered_on", NEW."case_id", NEW."correction_reason", NEW."district", NEW."id", NEW."offered_on", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, app_now(), \'insert\', NEW."id", NEW."public_id", NEW."reason", NEW."recorded_at", NEW."recorded_by_id", NEW."replaced_at", NEW."taken_back_at", NEW."version", NEW."wish", NEW."wished_sex"); RETURN NULL;',
                            hash="4f62f125bffa5958ac22a0e3e6ed8c5c7a3e3bf5",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_ce380",
                            table="mentoring_holisticoffer",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="holisticoffer",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "mentoring_holisticofferevent" ("answer", "answered_on", "case_id", "correction_reason", "district", "id", "offered_on", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "reason", "recorded_at", "recorded_by_id", "replaced_at", "taken_back_at", "version", "wish", "wished_sex") VALUES (NEW."answer", NEW."answered_on", NEW."case_id", NEW."correction_reason", NEW."district", NEW."id", NEW."offered_on", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, app_now(), \'update\', NEW."id", NEW."public_id", NEW."reason", NEW."recorded_at", NEW."recorded_by_id", NEW."replaced_at", NEW."taken_back_at", NEW."version", NEW."wish", NEW."wished_sex"); RETURN NULL;',
                            hash="5eaf96e5d6fae67ccf44617d77a94be48f789011",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_7dd41",
                            table="mentoring_holisticoffer",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="holisticoffer",
                    trigger=pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "mentoring_holisticofferevent" ("answer", "answered_on", "case_id", "correction_reason", "district", "id", "offered_on", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "reason", "recorded_at", "recorded_by_id", "replaced_at", "taken_back_at", "version", "wish", "wished_sex") VALUES (OLD."answer", OLD."answered_on", OLD."case_id", OLD."correction_reason", OLD."district", OLD."id", OLD."offered_on", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, app_now(), \'delete\', OLD."id", OLD."public_id", OLD."reason", OLD."recorded_at", OLD."recorded_by_id", OLD."replaced_at", OLD."taken_back_at", OLD."version", OLD."wish", OLD."wished_sex"); RETURN NULL;',
                            hash="14a26b0dbdb3756a8bfdcae9fe0b1ee606d3ccca",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_64ad8",
                            table="mentoring_holisticoffer",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="retentionoffer",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "mentoring_retentionofferevent" ("answer", "answered_on", "case_id", "correction_reason", "id", "offered_on", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "reason", "recorded_at", "recorded_by_id", "replaced_at", "taken_back_at", "version") VALUES (NEW."answer", NEW."answered_on", NEW."case_id", NEW."correction_reason", NEW."id", NEW."offered_on", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, app_now(), \'insert\', NEW."id", NEW."public_id", NEW."reason", NEW."recorded_at", NEW."recorded_by_id", NEW."replaced_at", NEW."taken_back_at", NEW."version"); RETURN NULL;',
                            hash="1e5a924f63e7fc8d3a1e76f6340a931930bdae1a",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_b9c51",
                            table="mentoring_retentionoffer",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="retentionoffer",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "mentoring_retentionofferevent" ("answer", "answered_on", "case_id", "correction_reason", "id", "offered_on", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "reason", "recorded_at", "recorded_by_id", "replaced_at", "taken_back_at", "version") VALUES (NEW."answer", NEW."answered_on", NEW."case_id", NEW."correction_reason", NEW."id", NEW."offered_on", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, app_now(), \'update\', NEW."id", NEW."public_id", NEW."reason", NEW."recorded_at", NEW."recorded_by_id", NEW."replaced_at", NEW."taken_back_at", NEW."version"); RETURN NULL;',
                            hash="bea5e5ec09d602dc9ca2aa048ae5c1e0f6a4763c",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_85fc7",
                            table="mentoring_retentionoffer",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="retentionoffer",
                    trigger=pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "mentoring_retentionofferevent" ("answer", "answered_on", "case_id", "correction_reason", "id", "offered_on", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "reason", "recorded_at", "recorded_by_id", "replaced_at", "taken_back_at", "version") VALUES (OLD."answer", OLD."answered_on", OLD."case_id", OLD."correction_reason", OLD."id", OLD."offered_on", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, app_now(), \'delete\', OLD."id", OLD."public_id", OLD."reason", OLD."recorded_at", OLD."recorded_by_id", OLD."replaced_at", OLD."taken_back_at", OLD."version"); RETURN NULL;',
                            hash="056e50c84e5f32ba58d31171eff67cb6ba7b0f66",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_8ff9f",
                            table="mentoring_retentionoffer",
                            when="AFTER",
                        ),
                    ),
                ),
                migrations.AddField(
                    model_name="handover",
                    name="case",
                    field=models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="hand_overs",
                        to="refugees.case",
                    ),
                ),
                migrations.AddField(
                    model_name="handover",
                    name="former",
                    field=models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="handed over by",
                    ),
                ),
                migrations.AddField(
                    model_name="handover",
                    name="recorded_by",
                    field=models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                migrations.AddField(
                    model_name="handover",
                    name="to",
                    field=models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="handed over to",
                    ),
                ),
                migrations.AddField(
                    model_name="handoverevent",
                    name="case",
                    field=models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="refugees.case",
                    ),
                ),
                migrations.AddField(
                    model_name="handoverevent",
                    name="former",
                    field=models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="handed over by",
                    ),
                ),
                migrations.AddField(
                    model_name="handoverevent",
                    name="pgh_obj",
                    field=models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="mentoring.handover",
                    ),
                ),
                migrations.AddField(
                    model_name="handoverevent",
                    name="recorded_by",
                    field=models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                migrations.AddField(
                    model_name="handoverevent",
                    name="to",
                    field=models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="handed over to",
                    ),
                ),
                migrations.AddIndex(
                    model_name="handover",
                    index=models.Index(fields=["case", "to", "former"], name="hand_over_by_case"),
                ),
                migrations.AddConstraint(
                    model_name="handover",
                    constraint=models.CheckConstraint(
                        condition=models.Q(("part__in", ["holistic-mentor", "retention-mentor"])),
                        name="hand_over_is_of_a_mentor",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="handover",
                    constraint=models.CheckConstraint(
                        condition=models.Q(("agreed__in", ["nothing", "contacts"])),
                        name="hand_over_agreed_is_known",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="handover",
                    constraint=models.CheckConstraint(
                        condition=models.Q(("former", models.F("to")), _negated=True),
                        name="hand_over_is_between_two",
                        violation_error_message="Choose another mentor.",
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="handover",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "mentoring_handoverevent" ("agreed", "case_id", "former_id", "id", "on", "part", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "recorded_at", "recorded_by_id", "to_id") VALUES (NEW."agreed", NEW."case_id", NEW."former_id", NEW."id", NEW."on", NEW."part", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, app_now(), \'insert\', NEW."id", NEW."public_id", NEW."recorded_at", NEW."recorded_by_id", NEW."to_id"); RETURN NULL;',
                            hash="7ea665c1b9edcb77e883de0c7d4f24a7fb9a0da9",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_763ae",
                            table="mentoring_handover",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="handover",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "mentoring_handoverevent" ("agreed", "case_id", "former_id", "id", "on", "part", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "recorded_at", "recorded_by_id", "to_id") VALUES (NEW."agreed", NEW."case_id", NEW."former_id", NEW."id", NEW."on", NEW."part", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, app_now(), \'update\', NEW."id", NEW."public_id", NEW."recorded_at", NEW."recorded_by_id", NEW."to_id"); RETURN NULL;',
                            hash="e30dffccb7c83a0bcedb550db36c29e0bfc07ace",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_1e8ff",
                            table="mentoring_handover",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="handover",
                    trigger=pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "mentoring_handoverevent" ("agreed", "case_id", "former_id", "id", "on", "part", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "recorded_at", "recorded_by_id", "to_id") VALUES (OLD."agreed", OLD."case_id", OLD."former_id", OLD."id", OLD."on", OLD."part", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, app_now(), \'delete\', OLD."id", OLD."public_id", OLD."recorded_at", OLD."recorded_by_id", OLD."to_id"); RETURN NULL;',
                            hash="9925d7c873f0bb76cb33eaee131a2e5768f9b114",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_49841",
                            table="mentoring_handover",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="handoverevent",
                    trigger=pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="c07f83bf7bd85672d5c0da17ac246a0bb8c7b0ef",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_873a6",
                            table="mentoring_handoverevent",
                            when="BEFORE",
                        ),
                    ),
                ),
            ]
        ),
    ]
