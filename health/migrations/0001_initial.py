import datetime

import django.db.models.deletion
import django.db.models.expressions
import pghistory.utils
import pgtrigger.compiler
import uuid6
from django.conf import settings
from django.db import migrations, models

import accounts.day
import accounts.tables
import health.secret


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
                    name="Clinic",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("name", models.CharField(max_length=120, unique=True, verbose_name="clinic")),
                        ("is_default", models.BooleanField(default=False, editable=False)),
                    ],
                    options={
                        "verbose_name": "clinic",
                        "verbose_name_plural": "clinics",
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(("name", ""), _negated=True), name="clinic_has_a_name"
                            ),
                            models.UniqueConstraint(
                                condition=models.Q(("is_default", True)),
                                fields=("is_default",),
                                name="one_default_clinic",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="HealthOffer",
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
                                related_name="+",
                                to="refugees.case",
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
                        ("offered_on", models.DateField(verbose_name="offered on")),
                        (
                            "way",
                            models.CharField(
                                choices=[
                                    ("in-person", "In person"),
                                    ("phone", "By telephone"),
                                    ("digital", "Digitally"),
                                    ("letter", "By letter"),
                                ],
                                max_length=12,
                                verbose_name="how",
                            ),
                        ),
                        (
                            "interpreter",
                            models.CharField(
                                choices=[
                                    ("none", "No interpreter needed"),
                                    ("in-person", "Interpreter, in person"),
                                    ("remote", "Interpreter, by telephone or video"),
                                ],
                                max_length=12,
                                verbose_name="interpreter",
                            ),
                        ),
                        (
                            "is_not_family",
                            models.BooleanField(
                                default=False, verbose_name="the interpreter is not close family"
                            ),
                        ),
                        (
                            "answer",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("", "Not answered"),
                                    ("accepted", "Accepted"),
                                    ("declined", "Declined"),
                                ],
                                max_length=12,
                                verbose_name="answer",
                            ),
                        ),
                        ("answered_on", models.DateField(blank=True, null=True, verbose_name="answered on")),
                        (
                            "decided_by",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("self", "The person"),
                                    ("custody", "Whoever has custody"),
                                    ("temporary-custody", "Temporary custody holder (unaccompanied minor)"),
                                ],
                                max_length=20,
                                verbose_name="who answered",
                            ),
                        ),
                        (
                            "answer_reason",
                            health.secret.SecretText(
                                blank=True, max_length=1000, null=True, verbose_name="what was said"
                            ),
                        ),
                        (
                            "decline_withdrawn_on",
                            models.DateField(blank=True, null=True, verbose_name="said yes after all on"),
                        ),
                        (
                            "taken_back_at",
                            models.DateTimeField(blank=True, null=True, verbose_name="taken back"),
                        ),
                        (
                            "taken_back_reason",
                            health.secret.SecretText(
                                blank=True, max_length=300, null=True, verbose_name="reason"
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "offer of a health assessment",
                        "verbose_name_plural": "offers of health assessments",
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="insert_insert",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "health_healthofferevent" ("answer", "answer_reason", "answered_on", "case_id", "decided_by", "decline_withdrawn_on", "id", "interpreter", "is_not_family", "offered_on", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "recorded_at", "recorded_by_id", "taken_back_at", "taken_back_reason", "way") VALUES (NEW."answer", NEW."answer_reason", NEW."answered_on", NEW."case_id", NEW."decided_by", NEW."decline_withdrawn_on", NEW."id", NEW."interpreter", NEW."is_not_family", NEW."offered_on", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, app_now(), \'insert\', NEW."id", NEW."public_id", NEW."recorded_at", NEW."recorded_by_id", NEW."taken_back_at", NEW."taken_back_reason", NEW."way"); RETURN NULL;',
                                    hash="a9054db743c90634c361546d8e36099eef36a9f0",
                                    operation="INSERT",
                                    pgid="pgtrigger_insert_insert_b1aa3",
                                    table="health_healthoffer",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="update_update",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                                    func='INSERT INTO "health_healthofferevent" ("answer", "answer_reason", "answered_on", "case_id", "decided_by", "decline_withdrawn_on", "id", "interpreter", "is_not_family", "offered_on", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "recorded_at", "recorded_by_id", "taken_back_at", "taken_back_reason", "way") VALUES (NEW."answer", NEW."answer_reason", NEW."answered_on", NEW."case_id", NEW."decided_by", NEW."decline_withdrawn_on", NEW."id", NEW."interpreter", NEW."is_not_family", NEW."offered_on", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, app_now(), \'update\', NEW."id", NEW."public_id", NEW."recorded_at", NEW."recorded_by_id", NEW."taken_back_at", NEW."taken_back_reason", NEW."way"); RETURN NULL;',
                                    hash="bf94249d7c966c5ed1de976ccb74bdeed386da59",
                                    operation="UPDATE",
                                    pgid="pgtrigger_update_update_06423",
                                    table="health_healthoffer",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="delete_delete",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "health_healthofferevent" ("answer", "answer_reason", "answered_on", "case_id", "decided_by", "decline_withdrawn_on", "id", "interpreter", "is_not_family", "offered_on", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "recorded_at", "recorded_by_id", "taken_back_at", "taken_back_reason", "way") VALUES (OLD."answer", OLD."answer_reason", OLD."answered_on", OLD."case_id", OLD."decided_by", OLD."decline_withdrawn_on", OLD."id", OLD."interpreter", OLD."is_not_family", OLD."offered_on", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, app_now(), \'delete\', OLD."id", OLD."public_id", OLD."recorded_at", OLD."recorded_by_id", OLD."taken_back_at", OLD."taken_back_reason", OLD."way"); RETURN NULL;',
                                    hash="de9f5f21d2800cd574be28f593696ce078c6d049",
                                    operation="DELETE",
                                    pgid="pgtrigger_delete_delete_66752",
                                    table="health_healthoffer",
                                    when="AFTER",
                                ),
                            ),
                        ],
                        "indexes": [models.Index(fields=["case", "offered_on"], name="health_offer_by_case")],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(("way__in", ["in-person", "phone", "digital", "letter"])),
                                name="health_offer_way_is_known",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("interpreter__in", ["none", "in-person", "remote"])),
                                name="health_offer_interpreter_is_known",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("interpreter", "none"), ("is_not_family", False)),
                                    models.Q(
                                        models.Q(("interpreter", "none"), _negated=True),
                                        ("is_not_family", True),
                                    ),
                                    _connector="OR",
                                ),
                                name="health_offer_interpreter_is_not_family",
                                violation_error_message="Close family may not interpret about health. Find another interpreter.",
                            ),
                            models.UniqueConstraint(
                                condition=models.Q(("answer", ""), ("taken_back_at", None)),
                                fields=("case",),
                                name="one_unanswered_health_offer",
                                violation_error_message="The last offer has not been answered yet.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("answer", ""), ("answered_on", None), ("decided_by", "")),
                                    models.Q(
                                        ("answer__in", ["accepted", "declined"]),
                                        ("answered_on__gte", models.F("offered_on")),
                                        ("answered_on__isnull", False),
                                        ("decided_by__in", ["self", "custody", "temporary-custody"]),
                                    ),
                                    _connector="OR",
                                ),
                                name="health_answer_says_when_and_by_whom",
                                violation_error_message="An answer has a date, not before the offer was made.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("decline_withdrawn_on", None),
                                    models.Q(
                                        ("answer", "declined"),
                                        ("answered_on__isnull", False),
                                        ("decline_withdrawn_on__gte", models.F("answered_on")),
                                        (
                                            "decline_withdrawn_on__lte",
                                            django.db.models.expressions.CombinedExpression(
                                                models.F("answered_on"),
                                                "+",
                                                models.Value(datetime.timedelta(days=1827)),
                                            ),
                                        ),
                                    ),
                                    _connector="OR",
                                ),
                                name="health_decline_withdrawn_within_five_years",
                                violation_error_message="A decline can be withdrawn within five years, not before it was given.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("taken_back_at", None),
                                    ("taken_back_reason__isnull", False),
                                    _connector="OR",
                                ),
                                name="health_offer_taken_back_says_why",
                                violation_error_message="Say why the offer is taken back.",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="HealthOfferEvent",
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
                                to="health.healthoffer",
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
                        ("offered_on", models.DateField(verbose_name="offered on")),
                        (
                            "way",
                            models.CharField(
                                choices=[
                                    ("in-person", "In person"),
                                    ("phone", "By telephone"),
                                    ("digital", "Digitally"),
                                    ("letter", "By letter"),
                                ],
                                max_length=12,
                                verbose_name="how",
                            ),
                        ),
                        (
                            "interpreter",
                            models.CharField(
                                choices=[
                                    ("none", "No interpreter needed"),
                                    ("in-person", "Interpreter, in person"),
                                    ("remote", "Interpreter, by telephone or video"),
                                ],
                                max_length=12,
                                verbose_name="interpreter",
                            ),
                        ),
                        (
                            "is_not_family",
                            models.BooleanField(
                                default=False, verbose_name="the interpreter is not close family"
                            ),
                        ),
                        (
                            "answer",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("", "Not answered"),
                                    ("accepted", "Accepted"),
                                    ("declined", "Declined"),
                                ],
                                max_length=12,
                                verbose_name="answer",
                            ),
                        ),
                        ("answered_on", models.DateField(blank=True, null=True, verbose_name="answered on")),
                        (
                            "decided_by",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("self", "The person"),
                                    ("custody", "Whoever has custody"),
                                    ("temporary-custody", "Temporary custody holder (unaccompanied minor)"),
                                ],
                                max_length=20,
                                verbose_name="who answered",
                            ),
                        ),
                        (
                            "answer_reason",
                            health.secret.SecretText(
                                blank=True, max_length=1000, null=True, verbose_name="what was said"
                            ),
                        ),
                        (
                            "decline_withdrawn_on",
                            models.DateField(blank=True, null=True, verbose_name="said yes after all on"),
                        ),
                        (
                            "taken_back_at",
                            models.DateTimeField(blank=True, null=True, verbose_name="taken back"),
                        ),
                        (
                            "taken_back_reason",
                            health.secret.SecretText(
                                blank=True, max_length=300, null=True, verbose_name="reason"
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
                                    hash="346f2408ecfe65faf8258b2c69cc2385b2582769",
                                    operation="UPDATE OR DELETE",
                                    pgid="pgtrigger_append_only_7ceb3",
                                    table="health_healthofferevent",
                                    when="BEFORE",
                                ),
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Referral",
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
                                related_name="+",
                                to="refugees.case",
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
                            "offer",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="referrals",
                                to="health.healthoffer",
                            ),
                        ),
                        (
                            "clinic",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="health.clinic",
                                verbose_name="clinic",
                            ),
                        ),
                        ("sent_on", models.DateField(verbose_name="sent on")),
                        ("received_on", models.DateField(blank=True, null=True, verbose_name="received on")),
                        (
                            "about",
                            health.secret.SecretText(
                                blank=True,
                                max_length=2000,
                                null=True,
                                verbose_name="what the clinic should know",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "referral to a clinic",
                        "verbose_name_plural": "referrals to clinics",
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="insert_insert",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "health_referralevent" ("about", "case_id", "clinic_id", "id", "offer_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "received_on", "recorded_at", "recorded_by_id", "sent_on") VALUES (NEW."about", NEW."case_id", NEW."clinic_id", NEW."id", NEW."offer_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, app_now(), \'insert\', NEW."id", NEW."public_id", NEW."received_on", NEW."recorded_at", NEW."recorded_by_id", NEW."sent_on"); RETURN NULL;',
                                    hash="f13fd6890ecb9fbc9270314261a4269d7f6bbaae",
                                    operation="INSERT",
                                    pgid="pgtrigger_insert_insert_bf39c",
                                    table="health_referral",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="update_update",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                                    func='INSERT INTO "health_referralevent" ("about", "case_id", "clinic_id", "id", "offer_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "received_on", "recorded_at", "recorded_by_id", "sent_on") VALUES (NEW."about", NEW."case_id", NEW."clinic_id", NEW."id", NEW."offer_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, app_now(), \'update\', NEW."id", NEW."public_id", NEW."received_on", NEW."recorded_at", NEW."recorded_by_id", NEW."sent_on"); RETURN NULL;',
                                    hash="7489baf0448aadf9f049940d202ac6f5a93d316c",
                                    operation="UPDATE",
                                    pgid="pgtrigger_update_update_cbd19",
                                    table="health_referral",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="delete_delete",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "health_referralevent" ("about", "case_id", "clinic_id", "id", "offer_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "received_on", "recorded_at", "recorded_by_id", "sent_on") VALUES (OLD."about", OLD."case_id", OLD."clinic_id", OLD."id", OLD."offer_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, app_now(), \'delete\', OLD."id", OLD."public_id", OLD."received_on", OLD."recorded_at", OLD."recorded_by_id", OLD."sent_on"); RETURN NULL;',
                                    hash="0c8e6bf4cf3c50c2c65d2ec9019bd1178644ed36",
                                    operation="DELETE",
                                    pgid="pgtrigger_delete_delete_0c3b0",
                                    table="health_referral",
                                    when="AFTER",
                                ),
                            ),
                        ],
                        "indexes": [models.Index(fields=["case", "sent_on"], name="referral_by_case")],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("received_on", None),
                                    ("received_on__gte", models.F("sent_on")),
                                    _connector="OR",
                                ),
                                name="referral_received_after_it_was_sent",
                                violation_error_message="It was received on the day it was sent or later.",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="ReferralEvent",
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
                                to="health.referral",
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
                            "offer",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="health.healthoffer",
                            ),
                        ),
                        (
                            "clinic",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="health.clinic",
                                verbose_name="clinic",
                            ),
                        ),
                        ("sent_on", models.DateField(verbose_name="sent on")),
                        ("received_on", models.DateField(blank=True, null=True, verbose_name="received on")),
                        (
                            "about",
                            health.secret.SecretText(
                                blank=True,
                                max_length=2000,
                                null=True,
                                verbose_name="what the clinic should know",
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
                                    hash="a50e62e0b71fe8d1c09fae761996e6b8d73852f8",
                                    operation="UPDATE OR DELETE",
                                    pgid="pgtrigger_append_only_86d83",
                                    table="health_referralevent",
                                    when="BEFORE",
                                ),
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="HealthAppointment",
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
                                related_name="+",
                                to="refugees.case",
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
                            "referral",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="appointments",
                                to="health.referral",
                            ),
                        ),
                        (
                            "busy",
                            models.OneToOneField(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="refugees.appointment",
                            ),
                        ),
                        ("starts_at", models.DateTimeField(verbose_name="starts")),
                        ("ends_at", models.DateTimeField(verbose_name="ends")),
                        (
                            "place",
                            health.secret.SecretText(
                                blank=True, max_length=200, null=True, verbose_name="place"
                            ),
                        ),
                        (
                            "interpreter",
                            models.CharField(
                                choices=[
                                    ("none", "No interpreter needed"),
                                    ("in-person", "Interpreter, in person"),
                                    ("remote", "Interpreter, by telephone or video"),
                                ],
                                max_length=12,
                                verbose_name="interpreter",
                            ),
                        ),
                        (
                            "is_not_family",
                            models.BooleanField(
                                default=False, verbose_name="the interpreter is not close family"
                            ),
                        ),
                        (
                            "outcome",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("", "Agreed"),
                                    ("kept", "The person came"),
                                    ("no-show", "The person did not come"),
                                    ("cancelled", "Cancelled"),
                                ],
                                max_length=12,
                                verbose_name="what became of it",
                            ),
                        ),
                        (
                            "outcome_reason",
                            health.secret.SecretText(
                                blank=True, max_length=300, null=True, verbose_name="what happened"
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "appointment at a clinic",
                        "verbose_name_plural": "appointments at clinics",
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="insert_insert",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "health_healthappointmentevent" ("busy_id", "case_id", "ends_at", "id", "interpreter", "is_not_family", "outcome", "outcome_reason", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place", "public_id", "recorded_at", "recorded_by_id", "referral_id", "starts_at") VALUES (NEW."busy_id", NEW."case_id", NEW."ends_at", NEW."id", NEW."interpreter", NEW."is_not_family", NEW."outcome", NEW."outcome_reason", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, app_now(), \'insert\', NEW."id", NEW."place", NEW."public_id", NEW."recorded_at", NEW."recorded_by_id", NEW."referral_id", NEW."starts_at"); RETURN NULL;',
                                    hash="687aaef58207cacdeffac4b94ebf0259e659f18f",
                                    operation="INSERT",
                                    pgid="pgtrigger_insert_insert_60463",
                                    table="health_healthappointment",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="update_update",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                                    func='INSERT INTO "health_healthappointmentevent" ("busy_id", "case_id", "ends_at", "id", "interpreter", "is_not_family", "outcome", "outcome_reason", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place", "public_id", "recorded_at", "recorded_by_id", "referral_id", "starts_at") VALUES (NEW."busy_id", NEW."case_id", NEW."ends_at", NEW."id", NEW."interpreter", NEW."is_not_family", NEW."outcome", NEW."outcome_reason", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, app_now(), \'update\', NEW."id", NEW."place", NEW."public_id", NEW."recorded_at", NEW."recorded_by_id", NEW."referral_id", NEW."starts_at"); RETURN NULL;',
                                    hash="2c50a50a0c446aefd374fa1ae03e7dc912a47f25",
                                    operation="UPDATE",
                                    pgid="pgtrigger_update_update_eb5c0",
                                    table="health_healthappointment",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="delete_delete",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "health_healthappointmentevent" ("busy_id", "case_id", "ends_at", "id", "interpreter", "is_not_family", "outcome", "outcome_reason", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place", "public_id", "recorded_at", "recorded_by_id", "referral_id", "starts_at") VALUES (OLD."busy_id", OLD."case_id", OLD."ends_at", OLD."id", OLD."interpreter", OLD."is_not_family", OLD."outcome", OLD."outcome_reason", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, app_now(), \'delete\', OLD."id", OLD."place", OLD."public_id", OLD."recorded_at", OLD."recorded_by_id", OLD."referral_id", OLD."starts_at"); RETURN NULL;',
                                    hash="7b035b397a593869a26ee8db9376c31d8f0f1b5e",
                                    operation="DELETE",
                                    pgid="pgtrigger_delete_delete_0cad9",
                                    table="health_healthappointment",
                                    when="AFTER",
                                ),
                            ),
                        ],
                        "indexes": [
                            models.Index(fields=["case", "starts_at"], name="health_appointment_by_case")
                        ],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(("ends_at__gt", models.F("starts_at"))),
                                name="health_appointment_ends_after_it_starts",
                                violation_error_message="The end must be after the start.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("outcome__in", ["", "kept", "no-show", "cancelled"])),
                                name="health_outcome_is_known",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("interpreter__in", ["none", "in-person", "remote"])),
                                name="health_appointment_interpreter_is_known",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("interpreter", "none"), ("is_not_family", False)),
                                    models.Q(
                                        models.Q(("interpreter", "none"), _negated=True),
                                        ("is_not_family", True),
                                    ),
                                    _connector="OR",
                                ),
                                name="health_appointment_interpreter_is_not_family",
                                violation_error_message="Close family may not interpret about health. Find another interpreter.",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="HealthAppointmentEvent",
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
                                to="health.healthappointment",
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
                            "referral",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="health.referral",
                            ),
                        ),
                        (
                            "busy",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="refugees.appointment",
                            ),
                        ),
                        ("starts_at", models.DateTimeField(verbose_name="starts")),
                        ("ends_at", models.DateTimeField(verbose_name="ends")),
                        (
                            "place",
                            health.secret.SecretText(
                                blank=True, max_length=200, null=True, verbose_name="place"
                            ),
                        ),
                        (
                            "interpreter",
                            models.CharField(
                                choices=[
                                    ("none", "No interpreter needed"),
                                    ("in-person", "Interpreter, in person"),
                                    ("remote", "Interpreter, by telephone or video"),
                                ],
                                max_length=12,
                                verbose_name="interpreter",
                            ),
                        ),
                        (
                            "is_not_family",
                            models.BooleanField(
                                default=False, verbose_name="the interpreter is not close family"
                            ),
                        ),
                        (
                            "outcome",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("", "Agreed"),
                                    ("kept", "The person came"),
                                    ("no-show", "The person did not come"),
                                    ("cancelled", "Cancelled"),
                                ],
                                max_length=12,
                                verbose_name="what became of it",
                            ),
                        ),
                        (
                            "outcome_reason",
                            health.secret.SecretText(
                                blank=True, max_length=300, null=True, verbose_name="what happened"
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
                                    hash="43b298a089e7cc6e966a068e6a7e82806455dd73",
                                    operation="UPDATE OR DELETE",
                                    pgid="pgtrigger_append_only_3f8a6",
                                    table="health_healthappointmentevent",
                                    when="BEFORE",
                                ),
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Assessment",
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
                                related_name="+",
                                to="refugees.case",
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
                            "referral",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="assessments",
                                to="health.referral",
                            ),
                        ),
                        ("done_on", models.DateField(verbose_name="done on")),
                        (
                            "findings",
                            health.secret.SecretText(max_length=5000, null=True, verbose_name="findings"),
                        ),
                    ],
                    options={
                        "verbose_name": "health assessment",
                        "verbose_name_plural": "health assessments",
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="insert_insert",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "health_assessmentevent" ("case_id", "done_on", "findings", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "recorded_at", "recorded_by_id", "referral_id") VALUES (NEW."case_id", NEW."done_on", NEW."findings", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, app_now(), \'insert\', NEW."id", NEW."public_id", NEW."recorded_at", NEW."recorded_by_id", NEW."referral_id"); RETURN NULL;',
                                    hash="bb917fb4f9f0dbb71202e5b0cc573df376909bb7",
                                    operation="INSERT",
                                    pgid="pgtrigger_insert_insert_bc101",
                                    table="health_assessment",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="update_update",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                                    func='INSERT INTO "health_assessmentevent" ("case_id", "done_on", "findings", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "recorded_at", "recorded_by_id", "referral_id") VALUES (NEW."case_id", NEW."done_on", NEW."findings", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, app_now(), \'update\', NEW."id", NEW."public_id", NEW."recorded_at", NEW."recorded_by_id", NEW."referral_id"); RETURN NULL;',
                                    hash="efa16499696f147854c85616638f960946b2b2c1",
                                    operation="UPDATE",
                                    pgid="pgtrigger_update_update_81fae",
                                    table="health_assessment",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="delete_delete",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "health_assessmentevent" ("case_id", "done_on", "findings", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "recorded_at", "recorded_by_id", "referral_id") VALUES (OLD."case_id", OLD."done_on", OLD."findings", OLD."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, app_now(), \'delete\', OLD."id", OLD."public_id", OLD."recorded_at", OLD."recorded_by_id", OLD."referral_id"); RETURN NULL;',
                                    hash="e07444975a7c7a9f3ab3d84930e0e690fbb8c801",
                                    operation="DELETE",
                                    pgid="pgtrigger_delete_delete_fa8c3",
                                    table="health_assessment",
                                    when="AFTER",
                                ),
                            ),
                        ],
                        "indexes": [models.Index(fields=["case", "done_on"], name="assessment_by_case")],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(("findings__isnull", False)),
                                name="assessment_says_what_was_found",
                                violation_error_message="Write what was found.",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="AssessmentEvent",
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
                                to="health.assessment",
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
                            "referral",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="health.referral",
                            ),
                        ),
                        ("done_on", models.DateField(verbose_name="done on")),
                        (
                            "findings",
                            health.secret.SecretText(max_length=5000, null=True, verbose_name="findings"),
                        ),
                    ],
                    options={
                        "abstract": False,
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="append_only",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                                    hash="bf3ec933b49b2e680ee4272ae12d7dbd5a3318b1",
                                    operation="UPDATE OR DELETE",
                                    pgid="pgtrigger_append_only_96c43",
                                    table="health_assessmentevent",
                                    when="BEFORE",
                                ),
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Consent",
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
                                related_name="+",
                                to="refugees.case",
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
                            "purpose",
                            models.CharField(
                                choices=[
                                    ("from-centre", "Fetch health papers from the asylum centre"),
                                    ("to-clinic", "Send what is known to the clinic"),
                                    ("to-team", "The clinic sends its result to the health team"),
                                    ("to-doctor", "The clinic sends its result to the person's own doctor"),
                                    ("to-treatment", "Pass the result on to a place of treatment"),
                                ],
                                max_length=16,
                                verbose_name="to what",
                            ),
                        ),
                        ("given_on", models.DateField(verbose_name="given on")),
                        (
                            "decided_by",
                            models.CharField(
                                choices=[
                                    ("self", "The person"),
                                    ("custody", "Whoever has custody"),
                                    ("temporary-custody", "Temporary custody holder (unaccompanied minor)"),
                                ],
                                max_length=20,
                                verbose_name="who consents",
                            ),
                        ),
                        (
                            "withdrawn_on",
                            models.DateField(blank=True, null=True, verbose_name="withdrawn on"),
                        ),
                    ],
                    options={
                        "verbose_name": "consent",
                        "verbose_name_plural": "consents",
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="insert_insert",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "health_consentevent" ("case_id", "decided_by", "given_on", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "purpose", "recorded_at", "recorded_by_id", "withdrawn_on") VALUES (NEW."case_id", NEW."decided_by", NEW."given_on", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, app_now(), \'insert\', NEW."id", NEW."public_id", NEW."purpose", NEW."recorded_at", NEW."recorded_by_id", NEW."withdrawn_on"); RETURN NULL;',
                                    hash="cb79771262778e062b1f6b9c0b0cef5f693957be",
                                    operation="INSERT",
                                    pgid="pgtrigger_insert_insert_8a7c3",
                                    table="health_consent",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="update_update",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                                    func='INSERT INTO "health_consentevent" ("case_id", "decided_by", "given_on", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "purpose", "recorded_at", "recorded_by_id", "withdrawn_on") VALUES (NEW."case_id", NEW."decided_by", NEW."given_on", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, app_now(), \'update\', NEW."id", NEW."public_id", NEW."purpose", NEW."recorded_at", NEW."recorded_by_id", NEW."withdrawn_on"); RETURN NULL;',
                                    hash="ba9957014e3d42af7fd0934c17b88b90456cdeb5",
                                    operation="UPDATE",
                                    pgid="pgtrigger_update_update_392ba",
                                    table="health_consent",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="delete_delete",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "health_consentevent" ("case_id", "decided_by", "given_on", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "purpose", "recorded_at", "recorded_by_id", "withdrawn_on") VALUES (OLD."case_id", OLD."decided_by", OLD."given_on", OLD."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, app_now(), \'delete\', OLD."id", OLD."public_id", OLD."purpose", OLD."recorded_at", OLD."recorded_by_id", OLD."withdrawn_on"); RETURN NULL;',
                                    hash="b86d82211a62abe0d48c6d9a78bea1045fa8f93f",
                                    operation="DELETE",
                                    pgid="pgtrigger_delete_delete_e0e3c",
                                    table="health_consent",
                                    when="AFTER",
                                ),
                            ),
                        ],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    (
                                        "purpose__in",
                                        ["from-centre", "to-clinic", "to-team", "to-doctor", "to-treatment"],
                                    )
                                ),
                                name="consent_purpose_is_known",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("decided_by__in", ["self", "custody", "temporary-custody"])
                                ),
                                name="consent_decider_is_known",
                            ),
                            models.UniqueConstraint(
                                condition=models.Q(("withdrawn_on", None)),
                                fields=("case", "purpose"),
                                name="one_standing_consent_to_a_purpose",
                                violation_error_message="There is a consent to this already.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("withdrawn_on", None),
                                    ("withdrawn_on__gte", models.F("given_on")),
                                    _connector="OR",
                                ),
                                name="consent_withdrawn_after_it_was_given",
                                violation_error_message="A consent is withdrawn on the day it was given or later.",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="ConsentEvent",
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
                                to="health.consent",
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
                            "purpose",
                            models.CharField(
                                choices=[
                                    ("from-centre", "Fetch health papers from the asylum centre"),
                                    ("to-clinic", "Send what is known to the clinic"),
                                    ("to-team", "The clinic sends its result to the health team"),
                                    ("to-doctor", "The clinic sends its result to the person's own doctor"),
                                    ("to-treatment", "Pass the result on to a place of treatment"),
                                ],
                                max_length=16,
                                verbose_name="to what",
                            ),
                        ),
                        ("given_on", models.DateField(verbose_name="given on")),
                        (
                            "decided_by",
                            models.CharField(
                                choices=[
                                    ("self", "The person"),
                                    ("custody", "Whoever has custody"),
                                    ("temporary-custody", "Temporary custody holder (unaccompanied minor)"),
                                ],
                                max_length=20,
                                verbose_name="who consents",
                            ),
                        ),
                        (
                            "withdrawn_on",
                            models.DateField(blank=True, null=True, verbose_name="withdrawn on"),
                        ),
                    ],
                    options={
                        "abstract": False,
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="append_only",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                                    hash="d5b2d543984f8d36cf68a87b5776374657791b97",
                                    operation="UPDATE OR DELETE",
                                    pgid="pgtrigger_append_only_bc88d",
                                    table="health_consentevent",
                                    when="BEFORE",
                                ),
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="OnwardReferral",
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
                                related_name="+",
                                to="refugees.case",
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
                            "assessment",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="onward",
                                to="health.assessment",
                            ),
                        ),
                        (
                            "to_whom",
                            health.secret.SecretText(max_length=200, null=True, verbose_name="to whom"),
                        ),
                        (
                            "reason",
                            health.secret.SecretText(
                                blank=True, max_length=1000, null=True, verbose_name="for what"
                            ),
                        ),
                        ("sent_on", models.DateField(verbose_name="sent on")),
                        (
                            "status",
                            models.CharField(
                                choices=[
                                    ("sent", "Referred"),
                                    ("waiting", "On the waiting list"),
                                    ("under-way", "In treatment"),
                                    ("ended", "Treatment ended"),
                                    ("declined", "The person does not want it"),
                                    ("refused", "Refused by the place of treatment"),
                                ],
                                max_length=12,
                                verbose_name="status",
                            ),
                        ),
                        ("status_on", models.DateField(verbose_name="since")),
                    ],
                    options={
                        "verbose_name": "referral to treatment",
                        "verbose_name_plural": "referrals to treatment",
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="insert_insert",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "health_onwardreferralevent" ("assessment_id", "case_id", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "reason", "recorded_at", "recorded_by_id", "sent_on", "status", "status_on", "to_whom") VALUES (NEW."assessment_id", NEW."case_id", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, app_now(), \'insert\', NEW."id", NEW."public_id", NEW."reason", NEW."recorded_at", NEW."recorded_by_id", NEW."sent_on", NEW."status", NEW."status_on", NEW."to_whom"); RETURN NULL;',
                                    hash="558c98daed2ca1f3aebee18f66bd0a2c7232edaf",
                                    operation="INSERT",
                                    pgid="pgtrigger_insert_insert_b8ffe",
                                    table="health_onwardreferral",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="update_update",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                                    func='INSERT INTO "health_onwardreferralevent" ("assessment_id", "case_id", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "reason", "recorded_at", "recorded_by_id", "sent_on", "status", "status_on", "to_whom") VALUES (NEW."assessment_id", NEW."case_id", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, app_now(), \'update\', NEW."id", NEW."public_id", NEW."reason", NEW."recorded_at", NEW."recorded_by_id", NEW."sent_on", NEW."status", NEW."status_on", NEW."to_whom"); RETURN NULL;',
                                    hash="20f96b16a126acd07f1febe9ac42ec6f4b73d3c7",
                                    operation="UPDATE",
                                    pgid="pgtrigger_update_update_ef563",
                                    table="health_onwardreferral",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="delete_delete",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "health_onwardreferralevent" ("assessment_id", "case_id", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "reason", "recorded_at", "recorded_by_id", "sent_on", "status", "status_on", "to_whom") VALUES (OLD."assessment_id", OLD."case_id", OLD."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, app_now(), \'delete\', OLD."id", OLD."public_id", OLD."reason", OLD."recorded_at", OLD."recorded_by_id", OLD."sent_on", OLD."status", OLD."status_on", OLD."to_whom"); RETURN NULL;',
                                    hash="f97833f316801fa0039e054c7134b12212588c32",
                                    operation="DELETE",
                                    pgid="pgtrigger_delete_delete_afce4",
                                    table="health_onwardreferral",
                                    when="AFTER",
                                ),
                            ),
                        ],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    (
                                        "status__in",
                                        ["sent", "waiting", "under-way", "ended", "declined", "refused"],
                                    )
                                ),
                                name="onward_status_is_known",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("to_whom__isnull", False)),
                                name="onward_referral_says_to_whom",
                                violation_error_message="Write to whom the person is referred.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("status_on__gte", models.F("sent_on"))),
                                name="onward_status_after_it_was_sent",
                                violation_error_message="That was on the day it was sent or later.",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="OnwardReferralEvent",
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
                                to="health.onwardreferral",
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
                            "assessment",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="health.assessment",
                            ),
                        ),
                        (
                            "to_whom",
                            health.secret.SecretText(max_length=200, null=True, verbose_name="to whom"),
                        ),
                        (
                            "reason",
                            health.secret.SecretText(
                                blank=True, max_length=1000, null=True, verbose_name="for what"
                            ),
                        ),
                        ("sent_on", models.DateField(verbose_name="sent on")),
                        (
                            "status",
                            models.CharField(
                                choices=[
                                    ("sent", "Referred"),
                                    ("waiting", "On the waiting list"),
                                    ("under-way", "In treatment"),
                                    ("ended", "Treatment ended"),
                                    ("declined", "The person does not want it"),
                                    ("refused", "Refused by the place of treatment"),
                                ],
                                max_length=12,
                                verbose_name="status",
                            ),
                        ),
                        ("status_on", models.DateField(verbose_name="since")),
                    ],
                    options={
                        "abstract": False,
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="append_only",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                                    hash="21c5725ca1ca029324e77c00e608a35e4079ca59",
                                    operation="UPDATE OR DELETE",
                                    pgid="pgtrigger_append_only_35c2f",
                                    table="health_onwardreferralevent",
                                    when="BEFORE",
                                ),
                            )
                        ],
                    },
                ),
            ],
        ),
    ]
