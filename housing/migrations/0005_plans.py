import django.db.models.deletion
import pghistory.utils
import pgtrigger.compiler
import pgtrigger.migrations
import uuid6
from django.conf import settings
from django.db import migrations, models

import accounts.day
import accounts.tables
from accounts.walls import RULES, history_wall, wall

HOUSEHOLD = RULES["household"].format(case="household_id")
# Of a plan: whoever sees the cases of its unit whole, and the housing officers of the unit.
UNIT = "unit_id = ANY ((SELECT app_units() || app_housing_units())::bigint[])"


class Migration(migrations.Migration):
    """What is decided for plans, and the plans: who reads them; nobody deletes the one or edits the other."""

    dependencies = [
        ("accounts", "0005_readings_of_companies"),
        ("housing", "0004_offers_in_force"),
        ("refugees", "0013_walls_of_hours_a_week"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        accounts.tables.AtOnce(
            [
                migrations.CreateModel(
                    name="PairDecision",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("public_id", models.UUIDField(default=uuid6.uuid7, editable=False, unique=True)),
                        (
                            "decision",
                            models.CharField(
                                choices=[("pin", "Pinned"), ("forbid", "Ruled out")],
                                max_length=8,
                                verbose_name="decision",
                            ),
                        ),
                        ("reason", models.CharField(max_length=300, verbose_name="why")),
                        ("decided_on", models.DateField(verbose_name="decided on")),
                        ("lifted_on", models.DateField(blank=True, null=True, verbose_name="lifted on")),
                        (
                            "lifted_reason",
                            models.CharField(blank=True, max_length=300, verbose_name="why lifted"),
                        ),
                        ("recorded_at", models.DateTimeField(default=accounts.day.now)),
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
                            "dwelling",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="plan_decisions",
                                to="housing.dwelling",
                            ),
                        ),
                        (
                            "household",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="plan_decisions",
                                to="refugees.household",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "decision for the plan",
                        "verbose_name_plural": "decisions for the plan",
                    },
                ),
                migrations.CreateModel(
                    name="PairDecisionEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("pgh_context", pghistory.utils.JSONField(null=True)),
                        ("pgh_context_id", models.UUIDField(null=True)),
                        ("id", models.BigIntegerField()),
                        ("public_id", models.UUIDField(default=uuid6.uuid7, editable=False)),
                        (
                            "decision",
                            models.CharField(
                                choices=[("pin", "Pinned"), ("forbid", "Ruled out")],
                                max_length=8,
                                verbose_name="decision",
                            ),
                        ),
                        ("reason", models.CharField(max_length=300, verbose_name="why")),
                        ("decided_on", models.DateField(verbose_name="decided on")),
                        ("lifted_on", models.DateField(blank=True, null=True, verbose_name="lifted on")),
                        (
                            "lifted_reason",
                            models.CharField(blank=True, max_length=300, verbose_name="why lifted"),
                        ),
                        ("recorded_at", models.DateTimeField(default=accounts.day.now)),
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
                            "dwelling",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="housing.dwelling",
                            ),
                        ),
                        (
                            "household",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="refugees.household",
                            ),
                        ),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="events",
                                to="housing.pairdecision",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="HousingPlan",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("public_id", models.UUIDField(default=uuid6.uuid7, editable=False, unique=True)),
                        ("made_on", models.DateField(verbose_name="made on")),
                        ("made_at", models.DateTimeField(default=accounts.day.now)),
                        ("inputs", models.JSONField()),
                        ("result", models.JSONField()),
                        ("households", models.PositiveIntegerField(verbose_name="households")),
                        ("homes", models.PositiveIntegerField(verbose_name="homes")),
                        ("pairs", models.PositiveIntegerField(verbose_name="pairs")),
                        ("solver", models.CharField(max_length=60, verbose_name="solver")),
                        ("gap", models.FloatField(verbose_name="gap")),
                        ("is_proven", models.BooleanField(verbose_name="proven")),
                        ("seconds", models.FloatField(verbose_name="seconds")),
                        (
                            "made_by",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
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
                    ],
                    options={
                        "verbose_name": "housing plan",
                        "verbose_name_plural": "housing plans",
                        "indexes": [models.Index(fields=["unit", "-id"], name="housing_plan_by_unit")],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("pairs__lte", models.F("homes")), ("pairs__lte", models.F("households"))
                                ),
                                name="plan_gives_each_home_and_household_once",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("gap__gte", 0), ("gap__lte", 1), ("seconds__gte", 0)),
                                name="plan_gap_is_a_share",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("is_proven", False), ("gap__lte", 1e-06), _connector="OR"
                                ),
                                name="plan_is_proven_without_a_gap",
                            ),
                        ],
                    },
                ),
                migrations.AddConstraint(
                    model_name="pairdecision",
                    constraint=models.CheckConstraint(
                        condition=models.Q(("decision__in", ["pin", "forbid"])), name="pair_decision_is_known"
                    ),
                ),
                migrations.AddConstraint(
                    model_name="pairdecision",
                    constraint=models.CheckConstraint(
                        condition=models.Q(("reason", ""), _negated=True),
                        name="pair_decision_says_why",
                        violation_error_message="Say why.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="pairdecision",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("lifted_on", None), ("lifted_reason", "")),
                            models.Q(
                                ("lifted_on__isnull", False), models.Q(("lifted_reason", ""), _negated=True)
                            ),
                            _connector="OR",
                        ),
                        name="pair_decision_is_lifted_for_a_reason",
                        violation_error_message="Say why it is lifted.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="pairdecision",
                    constraint=models.UniqueConstraint(
                        condition=models.Q(("lifted_on", None)),
                        fields=("household", "dwelling"),
                        name="one_standing_decision_per_pair",
                        violation_error_message="It is pinned or ruled out already. Lift that first.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="pairdecision",
                    constraint=models.UniqueConstraint(
                        condition=models.Q(("decision", "pin"), ("lifted_on", None)),
                        fields=("household",),
                        name="one_standing_pin_per_household",
                        violation_error_message="Another home is pinned for this household. Lift that first.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="pairdecision",
                    constraint=models.UniqueConstraint(
                        condition=models.Q(("decision", "pin"), ("lifted_on", None)),
                        fields=("dwelling",),
                        name="one_standing_pin_per_home",
                        violation_error_message="This home is pinned for another household. Lift that first.",
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="pairdecision",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "housing_pairdecisionevent" ("decided_by_id", "decided_on", "decision", "dwelling_id", "household_id", "id", "lifted_on", "lifted_reason", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "reason", "recorded_at") VALUES (NEW."decided_by_id", NEW."decided_on", NEW."decision", NEW."dwelling_id", NEW."household_id", NEW."id", NEW."lifted_on", NEW."lifted_reason", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, app_now(), \'insert\', NEW."id", NEW."public_id", NEW."reason", NEW."recorded_at"); RETURN NULL;',
                            hash="5b36eccf185a983a7f230dc5e131c803ad4d5516",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_83e3d",
                            table="housing_pairdecision",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="pairdecision",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "housing_pairdecisionevent" ("decided_by_id", "decided_on", "decision", "dwelling_id", "household_id", "id", "lifted_on", "lifted_reason", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "reason", "recorded_at") VALUES (NEW."decided_by_id", NEW."decided_on", NEW."decision", NEW."dwelling_id", NEW."household_id", NEW."id", NEW."lifted_on", NEW."lifted_reason", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, app_now(), \'update\', NEW."id", NEW."public_id", NEW."reason", NEW."recorded_at"); RETURN NULL;',
                            hash="2558b723eaceca2cd8071ab860bd7dab75d60a57",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_bfe60",
                            table="housing_pairdecision",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="pairdecision",
                    trigger=pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "housing_pairdecisionevent" ("decided_by_id", "decided_on", "decision", "dwelling_id", "household_id", "id", "lifted_on", "lifted_reason", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "reason", "recorded_at") VALUES (OLD."decided_by_id", OLD."decided_on", OLD."decision", OLD."dwelling_id", OLD."household_id", OLD."id", OLD."lifted_on", OLD."lifted_reason", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, app_now(), \'delete\', OLD."id", OLD."public_id", OLD."reason", OLD."recorded_at"); RETURN NULL;',
                            hash="af64d6d74737f31b63628f3d1055589d92290db4",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_2c8c3",
                            table="housing_pairdecision",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="pairdecisionevent",
                    trigger=pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="1c8c3345bfa7a70776acff319bf574c1abd61fed",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_449b4",
                            table="housing_pairdecisionevent",
                            when="BEFORE",
                        ),
                    ),
                ),
            ]
        ),
        wall("housing_pairdecision", HOUSEHOLD),
        history_wall("housing_pairdecisionevent", HOUSEHOLD),
        migrations.RunSQL("SELECT app_revoke('housing_pairdecision', 'DELETE')", migrations.RunSQL.noop),
        wall("housing_housingplan", UNIT, append_only=True),
    ]
