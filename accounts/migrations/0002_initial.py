import uuid

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
    initial = True

    dependencies = [
        ("accounts", "0001_roles"),
    ]

    operations = [
        accounts.tables.CreateTables(
            tables=[
                migrations.CreateModel(
                    name="Unit",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("public_id", models.UUIDField(default=uuid6.uuid7, editable=False, unique=True)),
                        ("name", models.CharField(max_length=120, unique=True, verbose_name="name")),
                    ],
                    options={
                        "verbose_name": "unit",
                        "verbose_name_plural": "units",
                    },
                ),
                migrations.CreateModel(
                    name="User",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("password", models.CharField(max_length=128, verbose_name="password")),
                        (
                            "last_login",
                            models.DateTimeField(blank=True, null=True, verbose_name="last login"),
                        ),
                        ("public_id", models.UUIDField(default=uuid6.uuid7, editable=False, unique=True)),
                        ("username", models.CharField(max_length=60, unique=True, verbose_name="user name")),
                        ("name", models.CharField(max_length=120, verbose_name="name")),
                        ("email", models.EmailField(blank=True, max_length=254, verbose_name="e-mail")),
                        (
                            "role",
                            models.CharField(
                                choices=[
                                    ("caseworker", "Caseworker"),
                                    ("team_lead", "Team lead"),
                                    ("mentor_coordinator", "Mentor coordinator"),
                                    ("mentor", "Mentor"),
                                    ("health_team", "Health team"),
                                    ("housing_officer", "Housing officer"),
                                    ("welcome_house", "Welcome House coordinator"),
                                    ("manager", "Manager"),
                                    ("administrator", "Administrator"),
                                ],
                                max_length=24,
                                verbose_name="role",
                            ),
                        ),
                        (
                            "unit",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="staff",
                                to="accounts.unit",
                            ),
                        ),
                        (
                            "language",
                            models.CharField(
                                choices=[("da", "Danish"), ("en", "English")],
                                default="da",
                                max_length=2,
                                verbose_name="language of the pages",
                            ),
                        ),
                        (
                            "speaks",
                            django.contrib.postgres.fields.ArrayField(
                                base_field=models.CharField(max_length=8),
                                blank=True,
                                default=list,
                                size=None,
                                verbose_name="speaks",
                            ),
                        ),
                        (
                            "uses_shortcuts",
                            models.BooleanField(default=True, verbose_name="one-key shortcuts"),
                        ),
                        (
                            "mails",
                            django.contrib.postgres.fields.ArrayField(
                                base_field=models.CharField(
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
                                blank=True,
                                null=True,
                                size=None,
                                verbose_name="e-mails",
                            ),
                        ),
                        (
                            "mails_chosen_as",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("caseworker", "Caseworker"),
                                    ("team_lead", "Team lead"),
                                    ("mentor_coordinator", "Mentor coordinator"),
                                    ("mentor", "Mentor"),
                                    ("health_team", "Health team"),
                                    ("housing_officer", "Housing officer"),
                                    ("welcome_house", "Welcome House coordinator"),
                                    ("manager", "Manager"),
                                    ("administrator", "Administrator"),
                                ],
                                editable=False,
                                max_length=24,
                            ),
                        ),
                        ("is_active", models.BooleanField(default=True)),
                        (
                            "managed_units",
                            models.ManyToManyField(blank=True, related_name="managers", to="accounts.unit"),
                        ),
                    ],
                    options={
                        "verbose_name": "user",
                        "verbose_name_plural": "users",
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="insert_insert",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "accounts_userevent" ("email", "id", "is_active", "language", "mails", "mails_chosen_as", "name", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "role", "speaks", "unit_id", "username", "uses_shortcuts") VALUES (NEW."email", NEW."id", NEW."is_active", NEW."language", NEW."mails", NEW."mails_chosen_as", NEW."name", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, app_now(), \'insert\', NEW."id", NEW."public_id", NEW."role", NEW."speaks", NEW."unit_id", NEW."username", NEW."uses_shortcuts"); RETURN NULL;',
                                    hash="9d814e558ff2d668bf8fcf2a138bd4f68c5f1024",
                                    operation="INSERT",
                                    pgid="pgtrigger_insert_insert_3867c",
                                    table="accounts_user",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="update_update",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    condition='WHEN (OLD."email" IS DISTINCT FROM (NEW."email") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."is_active" IS DISTINCT FROM (NEW."is_active") OR OLD."language" IS DISTINCT FROM (NEW."language") OR OLD."mails" IS DISTINCT FROM (NEW."mails") OR OLD."mails_chosen_as" IS DISTINCT FROM (NEW."mails_chosen_as") OR OLD."name" IS DISTINCT FROM (NEW."name") OR OLD."public_id" IS DISTINCT FROM (NEW."public_id") OR OLD."role" IS DISTINCT FROM (NEW."role") OR OLD."speaks" IS DISTINCT FROM (NEW."speaks") OR OLD."unit_id" IS DISTINCT FROM (NEW."unit_id") OR OLD."username" IS DISTINCT FROM (NEW."username") OR OLD."uses_shortcuts" IS DISTINCT FROM (NEW."uses_shortcuts"))',
                                    func='INSERT INTO "accounts_userevent" ("email", "id", "is_active", "language", "mails", "mails_chosen_as", "name", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "role", "speaks", "unit_id", "username", "uses_shortcuts") VALUES (NEW."email", NEW."id", NEW."is_active", NEW."language", NEW."mails", NEW."mails_chosen_as", NEW."name", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, app_now(), \'update\', NEW."id", NEW."public_id", NEW."role", NEW."speaks", NEW."unit_id", NEW."username", NEW."uses_shortcuts"); RETURN NULL;',
                                    hash="22cf663b4a56918ff9c6baf450dbee98310ac981",
                                    operation="UPDATE",
                                    pgid="pgtrigger_update_update_0e890",
                                    table="accounts_user",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="delete_delete",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "accounts_userevent" ("email", "id", "is_active", "language", "mails", "mails_chosen_as", "name", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "role", "speaks", "unit_id", "username", "uses_shortcuts") VALUES (OLD."email", OLD."id", OLD."is_active", OLD."language", OLD."mails", OLD."mails_chosen_as", OLD."name", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, app_now(), \'delete\', OLD."id", OLD."public_id", OLD."role", OLD."speaks", OLD."unit_id", OLD."username", OLD."uses_shortcuts"); RETURN NULL;',
                                    hash="11c81607617fc85a88ae49644cd88860be3c0b96",
                                    operation="DELETE",
                                    pgid="pgtrigger_delete_delete_19f14",
                                    table="accounts_user",
                                    when="AFTER",
                                ),
                            ),
                        ],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    (
                                        "role__in",
                                        [
                                            "caseworker",
                                            "team_lead",
                                            "mentor_coordinator",
                                            "mentor",
                                            "health_team",
                                            "housing_officer",
                                            "welcome_house",
                                            "manager",
                                            "administrator",
                                        ],
                                    )
                                ),
                                name="user_role_is_known",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("language__in", ["da", "en"])),
                                name="user_language_is_known",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("mails", None),
                                    ("mails__contained_by", ["at-once", "morning", "weekly"]),
                                    _connector="OR",
                                ),
                                name="user_mails_are_known",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("mails", None), ("mails_chosen_as", "")),
                                    models.Q(
                                        ("mails__isnull", False),
                                        (
                                            "mails_chosen_as__in",
                                            [
                                                "caseworker",
                                                "team_lead",
                                                "mentor_coordinator",
                                                "mentor",
                                                "health_team",
                                                "housing_officer",
                                                "welcome_house",
                                                "manager",
                                                "administrator",
                                            ],
                                        ),
                                    ),
                                    _connector="OR",
                                ),
                                name="user_mails_are_chosen_in_a_role",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("role__in", ["caseworker", "team_lead"]), _negated=True),
                                    ("unit__isnull", False),
                                    _connector="OR",
                                ),
                                name="user_who_holds_cases_has_a_unit",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("role", "health_team"), _negated=True),
                                    ("unit__isnull", False),
                                    _connector="OR",
                                ),
                                name="user_of_the_health_team_has_a_unit",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="UserEvent",
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
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        ("pgh_context", pghistory.utils.JSONField(null=True)),
                        ("pgh_context_id", models.UUIDField(null=True)),
                        ("id", models.BigIntegerField()),
                        ("public_id", models.UUIDField(default=uuid6.uuid7, editable=False)),
                        ("username", models.CharField(max_length=60, verbose_name="user name")),
                        ("name", models.CharField(max_length=120, verbose_name="name")),
                        ("email", models.EmailField(blank=True, max_length=254, verbose_name="e-mail")),
                        (
                            "role",
                            models.CharField(
                                choices=[
                                    ("caseworker", "Caseworker"),
                                    ("team_lead", "Team lead"),
                                    ("mentor_coordinator", "Mentor coordinator"),
                                    ("mentor", "Mentor"),
                                    ("health_team", "Health team"),
                                    ("housing_officer", "Housing officer"),
                                    ("welcome_house", "Welcome House coordinator"),
                                    ("manager", "Manager"),
                                    ("administrator", "Administrator"),
                                ],
                                max_length=24,
                                verbose_name="role",
                            ),
                        ),
                        (
                            "unit",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="accounts.unit",
                            ),
                        ),
                        (
                            "language",
                            models.CharField(
                                choices=[("da", "Danish"), ("en", "English")],
                                default="da",
                                max_length=2,
                                verbose_name="language of the pages",
                            ),
                        ),
                        (
                            "speaks",
                            django.contrib.postgres.fields.ArrayField(
                                base_field=models.CharField(max_length=8),
                                blank=True,
                                default=list,
                                size=None,
                                verbose_name="speaks",
                            ),
                        ),
                        (
                            "uses_shortcuts",
                            models.BooleanField(default=True, verbose_name="one-key shortcuts"),
                        ),
                        (
                            "mails",
                            django.contrib.postgres.fields.ArrayField(
                                base_field=models.CharField(
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
                                blank=True,
                                null=True,
                                size=None,
                                verbose_name="e-mails",
                            ),
                        ),
                        (
                            "mails_chosen_as",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("caseworker", "Caseworker"),
                                    ("team_lead", "Team lead"),
                                    ("mentor_coordinator", "Mentor coordinator"),
                                    ("mentor", "Mentor"),
                                    ("health_team", "Health team"),
                                    ("housing_officer", "Housing officer"),
                                    ("welcome_house", "Welcome House coordinator"),
                                    ("manager", "Manager"),
                                    ("administrator", "Administrator"),
                                ],
                                editable=False,
                                max_length=24,
                            ),
                        ),
                        ("is_active", models.BooleanField(default=True)),
                    ],
                    options={
                        "abstract": False,
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="append_only",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                                    hash="9e9498e73f6fbdf2642fb33fa14189f1ad2382c8",
                                    operation="UPDATE OR DELETE",
                                    pgid="pgtrigger_append_only_45b21",
                                    table="accounts_userevent",
                                    when="BEFORE",
                                ),
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="ManagedUnit",
                    fields=[],
                    options={
                        "verbose_name": "managed unit",
                        "verbose_name_plural": "managed units",
                        "proxy": True,
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="insert_insert",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "accounts_managedunitevent" ("id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "unit_id", "user_id") VALUES (NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, app_now(), \'insert\', NEW."unit_id", NEW."user_id"); RETURN NULL;',
                                    hash="4c562a6369d50d93896515153499f0f68aa8e1d7",
                                    operation="INSERT",
                                    pgid="pgtrigger_insert_insert_cb1c0",
                                    table="accounts_user_managed_units",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="delete_delete",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "accounts_managedunitevent" ("id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "unit_id", "user_id") VALUES (OLD."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, app_now(), \'delete\', OLD."unit_id", OLD."user_id"); RETURN NULL;',
                                    hash="244399ee70e9613bd52589dce75841c1ad0f0132",
                                    operation="DELETE",
                                    pgid="pgtrigger_delete_delete_ea53c",
                                    table="accounts_user_managed_units",
                                    when="AFTER",
                                ),
                            ),
                        ],
                    },
                    bases=("accounts.user_managed_units",),
                ),
                migrations.CreateModel(
                    name="ManagedUnitEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("pgh_context", pghistory.utils.JSONField(null=True)),
                        ("pgh_context_id", models.UUIDField(null=True)),
                        ("id", models.BigIntegerField()),
                        (
                            "user",
                            models.ForeignKey(
                                db_constraint=False,
                                db_tablespace="",
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
                                db_tablespace="",
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="accounts.unit",
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
                                    hash="f34d62d0df19df1a6949f222ccec37ec14e096d3",
                                    operation="UPDATE OR DELETE",
                                    pgid="pgtrigger_append_only_b51be",
                                    table="accounts_managedunitevent",
                                    when="BEFORE",
                                ),
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Absence",
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
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="absences",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "during",
                            django.contrib.postgres.fields.ranges.DateRangeField(
                                help_text="From the first day away to the first day back.",
                                verbose_name="away",
                            ),
                        ),
                        (
                            "withdrawn_at",
                            models.DateTimeField(blank=True, null=True, verbose_name="withdrawn"),
                        ),
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
                    ],
                    options={
                        "verbose_name": "absence",
                        "verbose_name_plural": "absences",
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="insert_insert",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "accounts_absenceevent" ("during", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "user_id", "withdrawn_at", "withdrawn_by_id") VALUES (NEW."during", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, app_now(), \'insert\', NEW."id", NEW."public_id", NEW."user_id", NEW."withdrawn_at", NEW."withdrawn_by_id"); RETURN NULL;',
                                    hash="8caf55038be896ddf5b9997bfbb2a7d827a9e0f6",
                                    operation="INSERT",
                                    pgid="pgtrigger_insert_insert_b9041",
                                    table="accounts_absence",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="update_update",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                                    func='INSERT INTO "accounts_absenceevent" ("during", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "user_id", "withdrawn_at", "withdrawn_by_id") VALUES (NEW."during", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, app_now(), \'update\', NEW."id", NEW."public_id", NEW."user_id", NEW."withdrawn_at", NEW."withdrawn_by_id"); RETURN NULL;',
                                    hash="44b52eca2085ceecc83ee02cc7a1ddff4bd00c93",
                                    operation="UPDATE",
                                    pgid="pgtrigger_update_update_b558a",
                                    table="accounts_absence",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="delete_delete",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "accounts_absenceevent" ("during", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "user_id", "withdrawn_at", "withdrawn_by_id") VALUES (OLD."during", OLD."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, app_now(), \'delete\', OLD."id", OLD."public_id", OLD."user_id", OLD."withdrawn_at", OLD."withdrawn_by_id"); RETURN NULL;',
                                    hash="c99330ec22b0d7b1e798c9466df77a6840a3f519",
                                    operation="DELETE",
                                    pgid="pgtrigger_delete_delete_1cc4d",
                                    table="accounts_absence",
                                    when="AFTER",
                                ),
                            ),
                        ],
                        "constraints": [
                            django.contrib.postgres.constraints.ExclusionConstraint(
                                condition=models.Q(("withdrawn_at", None)),
                                expressions=[("user", "="), ("during", "&&")],
                                name="absence_once_at_a_time",
                                violation_error_message="This colleague is already away in that time.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("during__isempty", False), ("during__startswith__isnull", False)
                                ),
                                name="absence_has_days",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("withdrawn_at", None), ("withdrawn_by", None)),
                                    models.Q(
                                        ("withdrawn_at__isnull", False), ("withdrawn_by__isnull", False)
                                    ),
                                    _connector="OR",
                                ),
                                name="absence_withdrawn_when_and_by_whom",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="AbsenceEvent",
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
                                to="accounts.absence",
                            ),
                        ),
                        ("pgh_context", pghistory.utils.JSONField(null=True)),
                        ("pgh_context_id", models.UUIDField(null=True)),
                        ("id", models.BigIntegerField()),
                        ("public_id", models.UUIDField(default=uuid6.uuid7, editable=False)),
                        (
                            "user",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "during",
                            django.contrib.postgres.fields.ranges.DateRangeField(
                                help_text="From the first day away to the first day back.",
                                verbose_name="away",
                            ),
                        ),
                        (
                            "withdrawn_at",
                            models.DateTimeField(blank=True, null=True, verbose_name="withdrawn"),
                        ),
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
                    ],
                    options={
                        "abstract": False,
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="append_only",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                                    hash="808b70c0e4dbfc7c7c5186a26aeb97de652b7635",
                                    operation="UPDATE OR DELETE",
                                    pgid="pgtrigger_append_only_adbd2",
                                    table="accounts_absenceevent",
                                    when="BEFORE",
                                ),
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="AccessLog",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("at", models.DateTimeField(default=accounts.day.now)),
                        (
                            "user",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        ("role", models.CharField(max_length=24)),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("opened", "Opened the case"),
                                    ("searched", "Searched"),
                                    ("exported", "Exported"),
                                    ("downloaded", "Downloaded a document"),
                                ],
                                max_length=12,
                            ),
                        ),
                        ("page", models.CharField(max_length=60)),
                        ("case_id", models.BigIntegerField(null=True)),
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
                        ("criterion", models.CharField(blank=True, max_length=200)),
                        ("rows", models.PositiveIntegerField(null=True)),
                    ],
                    options={
                        "verbose_name": "reading",
                        "verbose_name_plural": "access log",
                        "indexes": [models.Index(fields=["case_id", "-at"], name="access_by_case")],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("kind__in", ["opened", "searched", "exported", "downloaded"])
                                ),
                                name="access_kind_is_known",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("kind__in", ["opened", "downloaded"]), _negated=True),
                                    ("case_id__isnull", False),
                                    _connector="OR",
                                ),
                                name="access_to_a_case_names_the_case",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="CalendarAddress",
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
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="calendar_addresses",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        ("digest", models.CharField(editable=False, max_length=64, unique=True)),
                        ("made_at", models.DateTimeField(default=accounts.day.now, verbose_name="made")),
                        (
                            "withdrawn_at",
                            models.DateTimeField(blank=True, null=True, verbose_name="withdrawn"),
                        ),
                        (
                            "last_fetched_at",
                            models.DateTimeField(blank=True, null=True, verbose_name="last fetched"),
                        ),
                    ],
                    options={
                        "verbose_name": "calendar address",
                        "verbose_name_plural": "calendar addresses",
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="insert_insert",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "accounts_calendaraddressevent" ("id", "made_at", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "user_id", "withdrawn_at") VALUES (NEW."id", NEW."made_at", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, app_now(), \'insert\', NEW."id", NEW."user_id", NEW."withdrawn_at"); RETURN NULL;',
                                    hash="e5a3b02c97ba411e1ce2a6d24aed8c15237545d8",
                                    operation="INSERT",
                                    pgid="pgtrigger_insert_insert_2ff35",
                                    table="accounts_calendaraddress",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="update_update",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    condition='WHEN (OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."made_at" IS DISTINCT FROM (NEW."made_at") OR OLD."user_id" IS DISTINCT FROM (NEW."user_id") OR OLD."withdrawn_at" IS DISTINCT FROM (NEW."withdrawn_at"))',
                                    func='INSERT INTO "accounts_calendaraddressevent" ("id", "made_at", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "user_id", "withdrawn_at") VALUES (NEW."id", NEW."made_at", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, app_now(), \'update\', NEW."id", NEW."user_id", NEW."withdrawn_at"); RETURN NULL;',
                                    hash="0c42c7f5e29a40de102129139289e8f32996d3cf",
                                    operation="UPDATE",
                                    pgid="pgtrigger_update_update_a85ce",
                                    table="accounts_calendaraddress",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="delete_delete",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "accounts_calendaraddressevent" ("id", "made_at", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "user_id", "withdrawn_at") VALUES (OLD."id", OLD."made_at", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, app_now(), \'delete\', OLD."id", OLD."user_id", OLD."withdrawn_at"); RETURN NULL;',
                                    hash="6a24f20145e8a240c05824e528a2cacaf06b3e66",
                                    operation="DELETE",
                                    pgid="pgtrigger_delete_delete_bd509",
                                    table="accounts_calendaraddress",
                                    when="AFTER",
                                ),
                            ),
                        ],
                        "constraints": [
                            models.UniqueConstraint(
                                condition=models.Q(("withdrawn_at", None)),
                                fields=("user",),
                                name="one_calendar_address_per_person",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("digest__regex", "^[0-9a-f]{64}$")),
                                name="calendar_address_is_kept_as_a_digest",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="CalendarAddressEvent",
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
                                to="accounts.calendaraddress",
                            ),
                        ),
                        ("pgh_context", pghistory.utils.JSONField(null=True)),
                        ("pgh_context_id", models.UUIDField(null=True)),
                        ("id", models.BigIntegerField()),
                        (
                            "user",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        ("made_at", models.DateTimeField(default=accounts.day.now, verbose_name="made")),
                        (
                            "withdrawn_at",
                            models.DateTimeField(blank=True, null=True, verbose_name="withdrawn"),
                        ),
                    ],
                    options={
                        "abstract": False,
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="append_only",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                                    hash="6165e0065deaaa142a51e236de22da7c3bd85fd5",
                                    operation="UPDATE OR DELETE",
                                    pgid="pgtrigger_append_only_a2c2f",
                                    table="accounts_calendaraddressevent",
                                    when="BEFORE",
                                ),
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="DemoDay",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("day", models.DateField(verbose_name="today")),
                    ],
                    options={
                        "verbose_name": "demo day",
                        "constraints": [
                            models.CheckConstraint(condition=models.Q(("pk", 1)), name="demo_day_is_one_row")
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Submission",
                    fields=[
                        ("key", models.UUIDField(default=uuid.uuid4, primary_key=True, serialize=False)),
                        (
                            "user",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        ("led_to", models.CharField(blank=True, max_length=500)),
                        ("at", models.DateTimeField(auto_now_add=True)),
                    ],
                    options={
                        "verbose_name": "submission",
                    },
                ),
            ],
        ),
    ]
