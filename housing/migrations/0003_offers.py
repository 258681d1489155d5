import django.contrib.postgres.constraints
import django.contrib.postgres.fields
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
    dependencies = [
        ("goals", "0004_own_home"),
        ("housing", "0002_walls"),
    ]

    operations = [
        accounts.tables.CreateTables(
            tables=[
                migrations.CreateModel(
                    name="Readiness",
                    fields=[],
                    options={
                        "verbose_name": "readiness to relocate",
                        "verbose_name_plural": "readiness to relocate",
                        "proxy": True,
                    },
                    bases=("refugees.keydate",),
                ),
                migrations.CreateModel(
                    name="PlacementException",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("public_id", models.UUIDField(default=uuid6.uuid7, editable=False, unique=True)),
                        (
                            "household",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="home_exceptions",
                                to="refugees.household",
                            ),
                        ),
                        (
                            "dwelling",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="exceptions",
                                to="housing.dwelling",
                            ),
                        ),
                        ("reason", models.TextField(max_length=1000, verbose_name="why")),
                        ("ground", models.CharField(max_length=200, verbose_name="by which rule")),
                        ("decided_on", models.DateField(verbose_name="decided on")),
                        (
                            "decided_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "withdrawn_on",
                            models.DateField(blank=True, null=True, verbose_name="withdrawn on"),
                        ),
                        (
                            "withdrawn_reason",
                            models.CharField(blank=True, max_length=300, verbose_name="why withdrawn"),
                        ),
                        ("recorded_at", models.DateTimeField(default=accounts.day.now)),
                    ],
                    options={
                        "verbose_name": "exception from the excluded areas",
                        "verbose_name_plural": "exceptions from the excluded areas",
                        "constraints": [
                            models.UniqueConstraint(
                                condition=models.Q(("withdrawn_on", None)),
                                fields=("household", "dwelling"),
                                name="one_standing_exception",
                                violation_error_message="An exception for this household and this home stands already.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("reason", ""), _negated=True),
                                    models.Q(("ground", ""), _negated=True),
                                ),
                                name="exception_says_why_and_by_which_rule",
                                violation_error_message="Say why, and by which rule.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("withdrawn_on", None), ("withdrawn_reason", "")),
                                    models.Q(
                                        ("withdrawn_on__isnull", False),
                                        models.Q(("withdrawn_reason", ""), _negated=True),
                                    ),
                                    _connector="OR",
                                ),
                                name="exception_is_withdrawn_for_a_reason",
                                violation_error_message="Say why the exception is withdrawn.",
                            ),
                        ],
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="insert_insert",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "housing_placementexceptionevent" ("decided_by_id", "decided_on", "dwelling_id", "ground", "household_id", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "reason", "recorded_at", "withdrawn_on", "withdrawn_reason") VALUES (NEW."decided_by_id", NEW."decided_on", NEW."dwelling_id", NEW."ground", NEW."household_id", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, app_now(), \'insert\', NEW."id", NEW."public_id", NEW."reason", NEW."recorded_at", NEW."withdrawn_on", NEW."withdrawn_reason"); RETURN NULL;',
                                    hash="6acae910d2b0ab559e7e227437efe1a2dff7e531",
                                    operation="INSERT",
                                    pgid="pgtrigger_insert_insert_347db",
                                    table="housing_placementexception",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="update_update",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                                    func='INSERT INTO "housing_placementexceptionevent" ("decided_by_id", "decided_on", "dwelling_id", "ground", "household_id", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "reason", "recorded_at", "withdrawn_on", "withdrawn_reason") VALUES (NEW."decided_by_id", NEW."decided_on", NEW."dwelling_id", NEW."ground", NEW."household_id", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, app_now(), \'update\', NEW."id", NEW."public_id", NEW."reason", NEW."recorded_at", NEW."withdrawn_on", NEW."withdrawn_reason"); RETURN NULL;',
                                    hash="afab70a211aeaf0b3fecaed1093715d77537c20a",
                                    operation="UPDATE",
                                    pgid="pgtrigger_update_update_6b28e",
                                    table="housing_placementexception",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="delete_delete",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "housing_placementexceptionevent" ("decided_by_id", "decided_on", "dwelling_id", "ground", "household_id", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "reason", "recorded_at", "withdrawn_on", "withdrawn_reason") VALUES (OLD."decided_by_id", OLD."decided_on", OLD."dwelling_id", OLD."ground", OLD."household_id", OLD."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, app_now(), \'delete\', OLD."id", OLD."public_id", OLD."reason", OLD."recorded_at", OLD."withdrawn_on", OLD."withdrawn_reason"); RETURN NULL;',
                                    hash="964e20c811305b35f648fefe6f119edf3a5d00d8",
                                    operation="DELETE",
                                    pgid="pgtrigger_delete_delete_0bf9e",
                                    table="housing_placementexception",
                                    when="AFTER",
                                ),
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="PlacementExceptionEvent",
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
                                to="housing.placementexception",
                            ),
                        ),
                        ("pgh_context", pghistory.utils.JSONField(null=True)),
                        ("pgh_context_id", models.UUIDField(null=True)),
                        ("id", models.BigIntegerField()),
                        ("public_id", models.UUIDField(default=uuid6.uuid7, editable=False)),
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
                            "dwelling",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="housing.dwelling",
                            ),
                        ),
                        ("reason", models.TextField(max_length=1000, verbose_name="why")),
                        ("ground", models.CharField(max_length=200, verbose_name="by which rule")),
                        ("decided_on", models.DateField(verbose_name="decided on")),
                        (
                            "decided_by",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "withdrawn_on",
                            models.DateField(blank=True, null=True, verbose_name="withdrawn on"),
                        ),
                        (
                            "withdrawn_reason",
                            models.CharField(blank=True, max_length=300, verbose_name="why withdrawn"),
                        ),
                        ("recorded_at", models.DateTimeField(default=accounts.day.now)),
                    ],
                    options={
                        "abstract": False,
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="append_only",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                                    hash="dcc456b8ee574dbc162fcf73bd2c340dcd0eed2d",
                                    operation="UPDATE OR DELETE",
                                    pgid="pgtrigger_append_only_4784a",
                                    table="housing_placementexceptionevent",
                                    when="BEFORE",
                                ),
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="HomeNeed",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("public_id", models.UUIDField(default=uuid6.uuid7, editable=False, unique=True)),
                        (
                            "household",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="home_needs",
                                to="refugees.household",
                            ),
                        ),
                        ("during", django.contrib.postgres.fields.ranges.DateRangeField(verbose_name="from")),
                        (
                            "bedrooms",
                            models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="bedrooms"),
                        ),
                        (
                            "bedrooms_reason",
                            models.CharField(blank=True, max_length=300, verbose_name="why so many"),
                        ),
                        (
                            "districts",
                            django.contrib.postgres.fields.ArrayField(
                                base_field=models.CharField(
                                    choices=[
                                        ("indre-by", "Indre By"),
                                        ("osterbro", "Østerbro"),
                                        ("norrebro", "Nørrebro"),
                                        ("vesterbro", "Vesterbro/Kongens Enghave"),
                                        ("valby", "Valby"),
                                        ("vanlose", "Vanløse"),
                                        ("bronshoj", "Brønshøj-Husum"),
                                        ("bispebjerg", "Bispebjerg"),
                                        ("amager-ost", "Amager Øst"),
                                        ("amager-vest", "Amager Vest"),
                                    ],
                                    max_length=12,
                                ),
                                blank=True,
                                default=list,
                                size=None,
                                verbose_name="tied to districts",
                            ),
                        ),
                        ("ties", models.CharField(blank=True, max_length=300, verbose_name="by what")),
                        ("pets", models.CharField(blank=True, max_length=100, verbose_name="pets")),
                        (
                            "assistance",
                            models.CharField(blank=True, max_length=300, verbose_name="help with the move"),
                        ),
                        (
                            "most_rent",
                            models.PositiveIntegerField(blank=True, null=True, verbose_name="rent at most"),
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
                    ],
                    options={
                        "verbose_name": "what a household needs",
                        "verbose_name_plural": "what households need",
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("bedrooms", None), ("bedrooms_reason", "")),
                                    models.Q(
                                        ("bedrooms__isnull", False),
                                        ("bedrooms__range", (1, 10)),
                                        models.Q(("bedrooms_reason", ""), _negated=True),
                                    ),
                                    _connector="OR",
                                ),
                                name="stated_bedrooms_say_why",
                                violation_error_message="Between 1 and 10 bedrooms, with the reason for that number.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("districts", []), models.Q(("ties", ""), _negated=True), _connector="OR"
                                ),
                                name="district_ties_say_what_ties",
                                violation_error_message="Say what ties the household there: school, job, family.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    (
                                        "districts__contained_by",
                                        [
                                            "indre-by",
                                            "osterbro",
                                            "norrebro",
                                            "vesterbro",
                                            "valby",
                                            "vanlose",
                                            "bronshoj",
                                            "bispebjerg",
                                            "amager-ost",
                                            "amager-vest",
                                        ],
                                    )
                                ),
                                name="tied_districts_are_known",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("during__isempty", False), ("during__startswith__isnull", False)
                                ),
                                name="home_need_period_has_days",
                            ),
                            django.contrib.postgres.constraints.ExclusionConstraint(
                                expressions=[("household", "="), ("during", "&&")],
                                name="home_need_one_at_a_time",
                            ),
                        ],
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="insert_insert",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "housing_homeneedevent" ("assistance", "bedrooms", "bedrooms_reason", "districts", "during", "household_id", "id", "most_rent", "pets", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "recorded_at", "recorded_by_id", "ties") VALUES (NEW."assistance", NEW."bedrooms", NEW."bedrooms_reason", NEW."districts", NEW."during", NEW."household_id", NEW."id", NEW."most_rent", NEW."pets", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, app_now(), \'insert\', NEW."id", NEW."public_id", NEW."recorded_at", NEW."recorded_by_id", NEW."ties"); RETURN NULL;',
                                    hash="1f46336dc74281a98c1306fbfeb6ac5488f6eaac",
                                    operation="INSERT",
                                    pgid="pgtrigger_insert_insert_a44d5",
                                    table="housing_homeneed",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="update_update",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                                    func='INSERT INTO "housing_homeneedevent" ("assistance", "bedrooms", "bedrooms_reason", "districts", "during", "household_id", "id", "most_rent", "pets", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "recorded_at", "recorded_by_id", "ties") VALUES (NEW."assistance", NEW."bedrooms", NEW."bedrooms_reason", NEW."districts", NEW."during", NEW."household_id", NEW."id", NEW."most_rent", NEW."pets", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, app_now(), \'update\', NEW."id", NEW."public_id", NEW."recorded_at", NEW."recorded_by_id", NEW."ties"); RETURN NULL;',
                                    hash="47b1e143abcd5d1fecc6b041c80b4c463383dcc9",
                                    operation="UPDATE",
                                    pgid="pgtrigger_update_update_9acac",
                                    table="housing_homeneed",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="delete_delete",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "housing_homeneedevent" ("assistance", "bedrooms", "bedrooms_reason", "districts", "during", "household_id", "id", "most_rent", "pets", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "recorded_at", "recorded_by_id", "ties") VALUES (OLD."assistance", OLD."bedrooms", OLD."bedrooms_reason", OLD."districts", OLD."during", OLD."household_id", OLD."id", OLD."most_rent", OLD."pets", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, app_now(), \'delete\', OLD."id", OLD."public_id", OLD."recorded_at", OLD."recorded_by_id", OLD."ties"); RETURN NULL;',
                                    hash="460cc409a2765e9dd3b0930051a26f8aa20a80d8",
                                    operation="DELETE",
                                    pgid="pgtrigger_delete_delete_9b078",
                                    table="housing_homeneed",
                                    when="AFTER",
                                ),
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="HomeNeedEvent",
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
                                to="housing.homeneed",
                            ),
                        ),
                        ("pgh_context", pghistory.utils.JSONField(null=True)),
                        ("pgh_context_id", models.UUIDField(null=True)),
                        ("id", models.BigIntegerField()),
                        ("public_id", models.UUIDField(default=uuid6.uuid7, editable=False)),
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
                        ("during", django.contrib.postgres.fields.ranges.DateRangeField(verbose_name="from")),
                        (
                            "bedrooms",
                            models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="bedrooms"),
                        ),
                        (
                            "bedrooms_reason",
                            models.CharField(blank=True, max_length=300, verbose_name="why so many"),
                        ),
                        (
                            "districts",
                            django.contrib.postgres.fields.ArrayField(
                                base_field=models.CharField(
                                    choices=[
                                        ("indre-by", "Indre By"),
                                        ("osterbro", "Østerbro"),
                                        ("norrebro", "Nørrebro"),
                                        ("vesterbro", "Vesterbro/Kongens Enghave"),
                                        ("valby", "Valby"),
                                        ("vanlose", "Vanløse"),
                                        ("bronshoj", "Brønshøj-Husum"),
                                        ("bispebjerg", "Bispebjerg"),
                                        ("amager-ost", "Amager Øst"),
                                        ("amager-vest", "Amager Vest"),
                                    ],
                                    max_length=12,
                                ),
                                blank=True,
                                default=list,
                                size=None,
                                verbose_name="tied to districts",
                            ),
                        ),
                        ("ties", models.CharField(blank=True, max_length=300, verbose_name="by what")),
                        ("pets", models.CharField(blank=True, max_length=100, verbose_name="pets")),
                        (
                            "assistance",
                            models.CharField(blank=True, max_length=300, verbose_name="help with the move"),
                        ),
                        (
                            "most_rent",
                            models.PositiveIntegerField(blank=True, null=True, verbose_name="rent at most"),
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
                    ],
                    options={
                        "abstract": False,
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="append_only",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                                    hash="7c40fb893944298ce74b865621074107da77946c",
                                    operation="UPDATE OR DELETE",
                                    pgid="pgtrigger_append_only_25cd5",
                                    table="housing_homeneedevent",
                                    when="BEFORE",
                                ),
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="HomeOffer",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("public_id", models.UUIDField(default=uuid6.uuid7, editable=False, unique=True)),
                        (
                            "household",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="home_offers",
                                to="refugees.household",
                            ),
                        ),
                        (
                            "dwelling",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="offers",
                                to="housing.dwelling",
                            ),
                        ),
                        ("persons", models.PositiveSmallIntegerField(verbose_name="people")),
                        ("offered_on", models.DateField(verbose_name="offered on")),
                        ("answer_by", models.DateField(verbose_name="to be answered by")),
                        ("viewing_on", models.DateField(blank=True, null=True, verbose_name="viewing on")),
                        (
                            "basis",
                            models.CharField(
                                choices=[
                                    ("outside", "Outside every excluded area"),
                                    ("rules", "The rules for Ukraine make an exception"),
                                    ("exception", "By a manager's exception"),
                                ],
                                editable=False,
                                max_length=12,
                            ),
                        ),
                        (
                            "area_check",
                            models.ForeignKey(
                                blank=True,
                                editable=False,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="housing.areacheck",
                            ),
                        ),
                        (
                            "exception",
                            models.ForeignKey(
                                blank=True,
                                editable=False,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="housing.placementexception",
                            ),
                        ),
                        (
                            "answer",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("", "Not answered"),
                                    ("accepted", "Accepted"),
                                    ("declined", "Declined by the household"),
                                    ("no-answer", "No answer in time"),
                                    ("withdrawn", "Withdrawn by the provider"),
                                ],
                                max_length=12,
                                verbose_name="answer",
                            ),
                        ),
                        ("answered_on", models.DateField(blank=True, null=True, verbose_name="answered on")),
                        (
                            "decline_reason",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("too-small", "Too small"),
                                    ("too-dear", "Too dear"),
                                    ("needs", "Does not have what the household needs"),
                                    ("district", "Too far from school, job or family"),
                                    ("own-home", "Finds a home of their own"),
                                    ("not-wanted", "Does not want it"),
                                    ("other", "Another reason"),
                                ],
                                max_length=12,
                                verbose_name="why declined",
                            ),
                        ),
                        (
                            "answer_words",
                            models.CharField(blank=True, max_length=300, verbose_name="in words"),
                        ),
                        ("moved_in_on", models.DateField(blank=True, null=True, verbose_name="moved in on")),
                        (
                            "taken_back_at",
                            models.DateTimeField(blank=True, null=True, verbose_name="taken back"),
                        ),
                        (
                            "taken_back_reason",
                            models.CharField(blank=True, max_length=300, verbose_name="reason"),
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
                    ],
                    options={
                        "verbose_name": "offer of a home",
                        "verbose_name_plural": "offers of homes",
                        "constraints": [
                            models.UniqueConstraint(
                                condition=models.Q(("answer", ""), ("taken_back_at", None)),
                                fields=("household",),
                                name="one_open_offer_per_household",
                                violation_error_message="The last offer to this household has not been answered yet.",
                            ),
                            models.UniqueConstraint(
                                condition=models.Q(("answer__in", ["", "accepted"]), ("taken_back_at", None)),
                                fields=("dwelling",),
                                name="one_live_offer_per_home",
                                violation_error_message="This home has been offered to another household meanwhile.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("basis__in", ["outside", "rules", "exception"])),
                                name="home_offer_basis_is_known",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("answer_by__gte", models.F("offered_on"))),
                                name="home_offer_gives_time_to_answer",
                                violation_error_message="The answer cannot be due before the offer is given.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("viewing_on", None),
                                    models.Q(
                                        ("viewing_on__gte", models.F("offered_on")),
                                        ("viewing_on__isnull", False),
                                    ),
                                    _connector="OR",
                                ),
                                name="home_is_viewed_after_it_was_offered",
                                violation_error_message="The viewing cannot lie before the offer.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("answer", ""), ("answered_on", None)),
                                    models.Q(
                                        ("answer__in", ["accepted", "declined", "no-answer", "withdrawn"]),
                                        ("answered_on__gte", models.F("offered_on")),
                                        ("answered_on__isnull", False),
                                    ),
                                    _connector="OR",
                                ),
                                name="home_answer_has_a_day",
                                violation_error_message="An answer has a day, not before the offer was given.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        models.Q(("answer", "declined"), _negated=True),
                                        ("decline_reason", ""),
                                    ),
                                    models.Q(
                                        ("answer", "declined"),
                                        (
                                            "decline_reason__in",
                                            [
                                                "too-small",
                                                "too-dear",
                                                "needs",
                                                "district",
                                                "own-home",
                                                "not-wanted",
                                                "other",
                                            ],
                                        ),
                                    ),
                                    _connector="OR",
                                ),
                                name="home_decline_says_why",
                                violation_error_message="Choose why the household declined.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("answer", "no-answer"), _negated=True),
                                    models.Q(
                                        ("answered_on__gt", models.F("answer_by")),
                                        ("answered_on__isnull", False),
                                    ),
                                    _connector="OR",
                                ),
                                name="home_without_answer_waited_until_then",
                                violation_error_message="There is still time to answer.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("moved_in_on", None),
                                    models.Q(
                                        ("answer", "accepted"),
                                        ("moved_in_on__gte", models.F("answered_on")),
                                        ("moved_in_on__isnull", False),
                                    ),
                                    _connector="OR",
                                ),
                                name="who_moves_in_has_accepted",
                                violation_error_message="Nobody moves in before the offer is accepted.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("taken_back_at", None), ("taken_back_reason", "")),
                                    models.Q(
                                        ("taken_back_at__isnull", False),
                                        models.Q(("taken_back_reason", ""), _negated=True),
                                    ),
                                    _connector="OR",
                                ),
                                name="home_offer_is_taken_back_for_a_reason",
                                violation_error_message="Say why the offer is taken back.",
                            ),
                        ],
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="insert_insert",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "housing_homeofferevent" ("answer", "answer_by", "answer_words", "answered_on", "area_check_id", "basis", "decline_reason", "dwelling_id", "exception_id", "household_id", "id", "moved_in_on", "offered_on", "persons", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "recorded_at", "recorded_by_id", "taken_back_at", "taken_back_reason", "viewing_on") VALUES (NEW."answer", NEW."answer_by", NEW."answer_words", NEW."answered_on", NEW."area_check_id", NEW."basis", NEW."decline_reason", NEW."dwelling_id", NEW."exception_id", NEW."household_id", NEW."id", NEW."moved_in_on", NEW."offered_on", NEW."persons", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, app_now(), \'insert\', NEW."id", NEW."public_id", NEW."recorded_at", NEW."recorded_by_id", NEW."taken_back_at", NEW."taken_back_reason", NEW."viewing_on"); RETURN NULL;',
                                    hash="ba5f97833e0e9c7dac928769ee2484431031d50a",
                                    operation="INSERT",
                                    pgid="pgtrigger_insert_insert_9ec95",
                                    table="housing_homeoffer",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="update_update",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                                    func='INSERT INTO "housing_homeofferevent" ("answer", "answer_by", "answer_words", "answered_on", "area_check_id", "basis", "decline_reason", "dwelling_id", "exception_id", "household_id", "id", "moved_in_on", "offered_on", "persons", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "recorded_at", "recorded_by_id", "taken_back_at", "taken_back_reason", "viewing_on") VALUES (NEW."answer", NEW."answer_by", NEW."answer_words", NEW."answered_on", NEW."area_check_id", NEW."basis", NEW."decline_reason", NEW."dwelling_id", NEW."exception_id", NEW."household_id", NEW."id", NEW."moved_in_on", NEW."offered_on", NEW."persons", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, app_now(), \'update\', NEW."id", NEW."public_id", NEW."recorded_at", NEW."recorded_by_id", NEW."taken_back_at", NEW."taken_back_reason", NEW."viewing_on"); RETURN NULL;',
                                    hash="26d96d254f8e5cd54390e7af135ebdc1c59dc375",
                                    operation="UPDATE",
                                    pgid="pgtrigger_update_update_12452",
                                    table="housing_homeoffer",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="delete_delete",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "housing_homeofferevent" ("answer", "answer_by", "answer_words", "answered_on", "area_check_id", "basis", "decline_reason", "dwelling_id", "exception_id", "household_id", "id", "moved_in_on", "offered_on", "persons", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "recorded_at", "recorded_by_id", "taken_back_at", "taken_back_reason", "viewing_on") VALUES (OLD."answer", OLD."answer_by", OLD."answer_words", OLD."answered_on", OLD."area_check_id", OLD."basis", OLD."decline_reason", OLD."dwelling_id", OLD."exception_id", OLD."household_id", OLD."id", OLD."moved_in_on", OLD."offered_on", OLD."persons", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, app_now(), \'delete\', OLD."id", OLD."public_id", OLD."recorded_at", OLD."recorded_by_id", OLD."taken_back_at", OLD."taken_back_reason", OLD."viewing_on"); RETURN NULL;',
                                    hash="c5c15c61a72894ce1fc566c715ee51031422efbe",
                                    operation="DELETE",
                                    pgid="pgtrigger_delete_delete_de946",
                                    table="housing_homeoffer",
                                    when="AFTER",
                                ),
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="HomeOfferEvent",
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
                                to="housing.homeoffer",
                            ),
                        ),
                        ("pgh_context", pghistory.utils.JSONField(null=True)),
                        ("pgh_context_id", models.UUIDField(null=True)),
                        ("id", models.BigIntegerField()),
                        ("public_id", models.UUIDField(default=uuid6.uuid7, editable=False)),
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
                            "dwelling",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="housing.dwelling",
                            ),
                        ),
                        ("persons", models.PositiveSmallIntegerField(verbose_name="people")),
                        ("offered_on", models.DateField(verbose_name="offered on")),
                        ("answer_by", models.DateField(verbose_name="to be answered by")),
                        ("viewing_on", models.DateField(blank=True, null=True, verbose_name="viewing on")),
                        (
                            "basis",
                            models.CharField(
                                choices=[
                                    ("outside", "Outside every excluded area"),
                                    ("rules", "The rules for Ukraine make an exception"),
                                    ("exception", "By a manager's exception"),
                                ],
                                editable=False,
                                max_length=12,
                            ),
                        ),
                        (
                            "area_check",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                editable=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="housing.areacheck",
                            ),
                        ),
                        (
                            "exception",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                editable=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="housing.placementexception",
                            ),
                        ),
                        (
                            "answer",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("", "Not answered"),
                                    ("accepted", "Accepted"),
                                    ("declined", "Declined by the household"),
                                    ("no-answer", "No answer in time"),
                                    ("withdrawn", "Withdrawn by the provider"),
                                ],
                                max_length=12,
                                verbose_name="answer",
                            ),
                        ),
                        ("answered_on", models.DateField(blank=True, null=True, verbose_name="answered on")),
                        (
                            "decline_reason",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("too-small", "Too small"),
                                    ("too-dear", "Too dear"),
                                    ("needs", "Does not have what the household needs"),
                                    ("district", "Too far from school, job or family"),
                                    ("own-home", "Finds a home of their own"),
                                    ("not-wanted", "Does not want it"),
                                    ("other", "Another reason"),
                                ],
                                max_length=12,
                                verbose_name="why declined",
                            ),
                        ),
                        (
                            "answer_words",
                            models.CharField(blank=True, max_length=300, verbose_name="in words"),
                        ),
                        ("moved_in_on", models.DateField(blank=True, null=True, verbose_name="moved in on")),
                        (
                            "taken_back_at",
                            models.DateTimeField(blank=True, null=True, verbose_name="taken back"),
                        ),
                        (
                            "taken_back_reason",
                            models.CharField(blank=True, max_length=300, verbose_name="reason"),
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
                    ],
                    options={
                        "abstract": False,
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="append_only",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                                    hash="e5428a5fe4c0721c3769d4e7c40e27c07e9b3be2",
                                    operation="UPDATE OR DELETE",
                                    pgid="pgtrigger_append_only_5ab14",
                                    table="housing_homeofferevent",
                                    when="BEFORE",
                                ),
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="OfferedTo",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "offer",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="offered_to",
                                to="housing.homeoffer",
                            ),
                        ),
                        (
                            "case",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="home_offers",
                                to="refugees.case",
                            ),
                        ),
                        (
                            "readiness",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="refugees.keydate",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "person offered a home",
                        "verbose_name_plural": "people offered a home",
                        "constraints": [
                            models.UniqueConstraint(fields=("offer", "case"), name="offered_once_to_each")
                        ],
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="insert_insert",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "housing_offeredtoevent" ("case_id", "id", "offer_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "readiness_id") VALUES (NEW."case_id", NEW."id", NEW."offer_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, app_now(), \'insert\', NEW."id", NEW."readiness_id"); RETURN NULL;',
                                    hash="73f9c803a853c4ed25830acce6cae6bc50939832",
                                    operation="INSERT",
                                    pgid="pgtrigger_insert_insert_a21e6",
                                    table="housing_offeredto",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="update_update",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                                    func='INSERT INTO "housing_offeredtoevent" ("case_id", "id", "offer_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "readiness_id") VALUES (NEW."case_id", NEW."id", NEW."offer_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, app_now(), \'update\', NEW."id", NEW."readiness_id"); RETURN NULL;',
                                    hash="f9b33ec8f45afeaade3578f5f8d51875dfd8b775",
                                    operation="UPDATE",
                                    pgid="pgtrigger_update_update_59693",
                                    table="housing_offeredto",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="delete_delete",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "housing_offeredtoevent" ("case_id", "id", "offer_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "readiness_id") VALUES (OLD."case_id", OLD."id", OLD."offer_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, app_now(), \'delete\', OLD."id", OLD."readiness_id"); RETURN NULL;',
                                    hash="c610d9965f785aa393de200f78fbf4dab0936018",
                                    operation="DELETE",
                                    pgid="pgtrigger_delete_delete_abb9d",
                                    table="housing_offeredto",
                                    when="AFTER",
                                ),
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="OfferedToEvent",
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
                                to="housing.offeredto",
                            ),
                        ),
                        ("pgh_context", pghistory.utils.JSONField(null=True)),
                        ("pgh_context_id", models.UUIDField(null=True)),
                        ("id", models.BigIntegerField()),
                        (
                            "offer",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="housing.homeoffer",
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
                            "readiness",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="refugees.keydate",
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
                                    hash="ee928c8a528d2b36acedd2c3867a5d73ce2d15ba",
                                    operation="UPDATE OR DELETE",
                                    pgid="pgtrigger_append_only_79bab",
                                    table="housing_offeredtoevent",
                                    when="BEFORE",
                                ),
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="OwnHome",
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
                                related_name="own_homes",
                                to="refugees.case",
                            ),
                        ),
                        ("found_on", models.DateField(verbose_name="found on")),
                        ("note", models.CharField(blank=True, max_length=300, verbose_name="in few words")),
                        (
                            "taken_back_at",
                            models.DateTimeField(blank=True, null=True, verbose_name="taken back"),
                        ),
                        (
                            "taken_back_reason",
                            models.CharField(blank=True, max_length=300, verbose_name="reason"),
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
                    ],
                    options={
                        "verbose_name": "home found by somebody",
                        "verbose_name_plural": "homes found by somebody",
                        "constraints": [
                            models.UniqueConstraint(
                                condition=models.Q(("taken_back_at", None)),
                                fields=("case",),
                                name="own_home_is_found_once",
                                violation_error_message="A home of their own is recorded already.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("taken_back_at", None), ("taken_back_reason", "")),
                                    models.Q(
                                        ("taken_back_at__isnull", False),
                                        models.Q(("taken_back_reason", ""), _negated=True),
                                    ),
                                    _connector="OR",
                                ),
                                name="own_home_is_taken_back_for_a_reason",
                                violation_error_message="Say why it is taken back.",
                            ),
                        ],
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="insert_insert",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "housing_ownhomeevent" ("case_id", "found_on", "id", "note", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "recorded_at", "recorded_by_id", "taken_back_at", "taken_back_reason") VALUES (NEW."case_id", NEW."found_on", NEW."id", NEW."note", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, app_now(), \'insert\', NEW."id", NEW."public_id", NEW."recorded_at", NEW."recorded_by_id", NEW."taken_back_at", NEW."taken_back_reason"); RETURN NULL;',
                                    hash="de38dd9ce757639572f306f2c67528d59fdd1796",
                                    operation="INSERT",
                                    pgid="pgtrigger_insert_insert_74f43",
                                    table="housing_ownhome",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="update_update",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                                    func='INSERT INTO "housing_ownhomeevent" ("case_id", "found_on", "id", "note", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "recorded_at", "recorded_by_id", "taken_back_at", "taken_back_reason") VALUES (NEW."case_id", NEW."found_on", NEW."id", NEW."note", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, app_now(), \'update\', NEW."id", NEW."public_id", NEW."recorded_at", NEW."recorded_by_id", NEW."taken_back_at", NEW."taken_back_reason"); RETURN NULL;',
                                    hash="3fc67b547c62697694fb514e9eaff5ed79962c24",
                                    operation="UPDATE",
                                    pgid="pgtrigger_update_update_aaff8",
                                    table="housing_ownhome",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="delete_delete",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "housing_ownhomeevent" ("case_id", "found_on", "id", "note", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "recorded_at", "recorded_by_id", "taken_back_at", "taken_back_reason") VALUES (OLD."case_id", OLD."found_on", OLD."id", OLD."note", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, app_now(), \'delete\', OLD."id", OLD."public_id", OLD."recorded_at", OLD."recorded_by_id", OLD."taken_back_at", OLD."taken_back_reason"); RETURN NULL;',
                                    hash="a424551b090f965d935b495a10b7cbfa22def29e",
                                    operation="DELETE",
                                    pgid="pgtrigger_delete_delete_6fd3a",
                                    table="housing_ownhome",
                                    when="AFTER",
                                ),
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="OwnHomeEvent",
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
                                to="housing.ownhome",
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
                        ("found_on", models.DateField(verbose_name="found on")),
                        ("note", models.CharField(blank=True, max_length=300, verbose_name="in few words")),
                        (
                            "taken_back_at",
                            models.DateTimeField(blank=True, null=True, verbose_name="taken back"),
                        ),
                        (
                            "taken_back_reason",
                            models.CharField(blank=True, max_length=300, verbose_name="reason"),
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
                    ],
                    options={
                        "abstract": False,
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="append_only",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                                    hash="78a3edab8b743dd32088146051868c5b1228be02",
                                    operation="UPDATE OR DELETE",
                                    pgid="pgtrigger_append_only_1bf0d",
                                    table="housing_ownhomeevent",
                                    when="BEFORE",
                                ),
                            )
                        ],
                    },
                ),
            ],
        ),
    ]
