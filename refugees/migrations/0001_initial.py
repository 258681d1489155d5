import django.contrib.postgres.constraints
import django.contrib.postgres.fields
import django.contrib.postgres.fields.ranges
import django.contrib.postgres.indexes
import django.db.models.deletion
import django.db.models.functions.text
import django.db.models.lookups
import django.utils.timezone
import pghistory.utils
import pgtrigger.compiler
import uuid6
from django.conf import settings
from django.db import migrations, models

import accounts.day
import accounts.tables
import refugees.changes
import refugees.models.document


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("accounts", "0002_initial"),
    ]

    operations = [
        accounts.tables.CreateTables(
            tables=[
                migrations.CreateModel(
                    name="CaseCounter",
                    fields=[
                        ("year", models.PositiveSmallIntegerField(primary_key=True, serialize=False)),
                        ("last", models.PositiveIntegerField(default=0)),
                    ],
                    options={
                        "verbose_name": "case counter",
                    },
                ),
                migrations.CreateModel(
                    name="Household",
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
                    ],
                    options={
                        "verbose_name": "household",
                        "verbose_name_plural": "households",
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="insert_insert",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "refugees_householdevent" ("id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "unit_id") VALUES (NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, app_now(), \'insert\', NEW."id", NEW."public_id", NEW."unit_id"); RETURN NULL;',
                                    hash="296e264c92afaba220c6fe81a998042c5f691f07",
                                    operation="INSERT",
                                    pgid="pgtrigger_insert_insert_5db2f",
                                    table="refugees_household",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="update_update",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                                    func='INSERT INTO "refugees_householdevent" ("id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "unit_id") VALUES (NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, app_now(), \'update\', NEW."id", NEW."public_id", NEW."unit_id"); RETURN NULL;',
                                    hash="d6f194b7e2c714b3a11afa0ba8ac571a0fb16d17",
                                    operation="UPDATE",
                                    pgid="pgtrigger_update_update_20e8c",
                                    table="refugees_household",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="delete_delete",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "refugees_householdevent" ("id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "unit_id") VALUES (OLD."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, app_now(), \'delete\', OLD."id", OLD."public_id", OLD."unit_id"); RETURN NULL;',
                                    hash="c486e1bb939eec67f0bd50f23a9d736185fa561a",
                                    operation="DELETE",
                                    pgid="pgtrigger_delete_delete_967f6",
                                    table="refugees_household",
                                    when="AFTER",
                                ),
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="HouseholdEvent",
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
                                to="refugees.household",
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
                    ],
                    options={
                        "abstract": False,
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="append_only",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                                    hash="673a0c7c7e0b9babb7c3cdb6845dd040ee2c84c0",
                                    operation="UPDATE OR DELETE",
                                    pgid="pgtrigger_append_only_fc314",
                                    table="refugees_householdevent",
                                    when="BEFORE",
                                ),
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="CaseLine",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "case",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="lines",
                                to="refugees.case",
                            ),
                        ),
                        ("verb", models.CharField(max_length=40)),
                        ("details", models.JSONField(blank=True, default=dict)),
                        ("happened_on", models.DateField(verbose_name="happened on")),
                        ("at", models.DateTimeField(default=accounts.day.now)),
                        (
                            "by",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "about",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "change",
                            models.UUIDField(
                                default=refugees.changes.open_change_id, editable=False, null=True
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "line of history",
                        "verbose_name_plural": "history",
                        "indexes": [models.Index(fields=["case", "-at", "-id"], name="line_by_case")],
                    },
                ),
                migrations.CreateModel(
                    name="Person",
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
                                help_text="The unit that registered the person.",
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="accounts.unit",
                            ),
                        ),
                        ("given_name", models.CharField(max_length=120, verbose_name="given name")),
                        (
                            "family_name",
                            models.CharField(blank=True, max_length=120, verbose_name="family name"),
                        ),
                        ("search_name", models.CharField(editable=False, max_length=250)),
                        (
                            "search_sounds",
                            django.contrib.postgres.fields.ArrayField(
                                base_field=models.CharField(max_length=60),
                                default=list,
                                editable=False,
                                size=None,
                            ),
                        ),
                        ("born_on", models.DateField(blank=True, null=True, verbose_name="date of birth")),
                        (
                            "sex",
                            models.CharField(
                                blank=True,
                                choices=[("", "Not recorded"), ("f", "Woman"), ("m", "Man")],
                                max_length=1,
                                verbose_name="sex",
                            ),
                        ),
                        (
                            "country",
                            models.CharField(blank=True, max_length=80, verbose_name="country of origin"),
                        ),
                        (
                            "speaks",
                            django.contrib.postgres.fields.ArrayField(
                                base_field=models.CharField(max_length=8),
                                blank=True,
                                default=list,
                                size=None,
                                verbose_name="languages",
                            ),
                        ),
                        (
                            "interpreter",
                            models.CharField(blank=True, max_length=8, verbose_name="interpreter's language"),
                        ),
                        ("phone", models.CharField(blank=True, max_length=40, verbose_name="telephone")),
                        (
                            "number_kind",
                            models.CharField(
                                choices=[
                                    ("none", "No number yet"),
                                    ("cpr", "CPR number"),
                                    ("replacement", "Replacement number"),
                                ],
                                default="none",
                                max_length=12,
                            ),
                        ),
                        ("number_cipher", models.BinaryField(blank=True, null=True)),
                        ("number_hash", models.BinaryField(blank=True, max_length=32, null=True)),
                        (
                            "immigration_id",
                            models.CharField(
                                blank=True, max_length=20, verbose_name="Immigration Service's number"
                            ),
                        ),
                        (
                            "is_protected",
                            models.BooleanField(
                                default=False,
                                help_text="The address is shown to the unit only, never to mentors, companies or volunteers.",
                                verbose_name="name and address protection",
                            ),
                        ),
                        ("version", models.PositiveIntegerField(default=1, editable=False)),
                    ],
                    options={
                        "verbose_name": "person",
                        "verbose_name_plural": "people",
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="insert_insert",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "refugees_personevent" ("born_on", "country", "family_name", "given_name", "id", "immigration_id", "interpreter", "is_protected", "number_cipher", "number_hash", "number_kind", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "phone", "public_id", "search_name", "search_sounds", "sex", "speaks", "unit_id", "version") VALUES (NEW."born_on", NEW."country", NEW."family_name", NEW."given_name", NEW."id", NEW."immigration_id", NEW."interpreter", NEW."is_protected", NEW."number_cipher", NEW."number_hash", NEW."number_kind", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, app_now(), \'insert\', NEW."id", NEW."phone", NEW."public_id", NEW."search_name", NEW."search_sounds", NEW."sex", NEW."speaks", NEW."unit_id", NEW."version"); RETURN NULL;',
                                    hash="953e8c51ab5ac7807feffb77d0950714b8e99d41",
                                    operation="INSERT",
                                    pgid="pgtrigger_insert_insert_a08aa",
                                    table="refugees_person",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="update_update",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                                    func='INSERT INTO "refugees_personevent" ("born_on", "country", "family_name", "given_name", "id", "immigration_id", "interpreter", "is_protected", "number_cipher", "number_hash", "number_kind", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "phone", "public_id", "search_name", "search_sounds", "sex", "speaks", "unit_id", "version") VALUES (NEW."born_on", NEW."country", NEW."family_name", NEW."given_name", NEW."id", NEW."immigration_id", NEW."interpreter", NEW."is_protected", NEW."number_cipher", NEW."number_hash", NEW."number_kind", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, app_now(), \'update\', NEW."id", NEW."phone", NEW."public_id", NEW."search_name", NEW."search_sounds", NEW."sex", NEW."speaks", NEW."unit_id", NEW."version"); RETURN NULL;',
                                    hash="68973686fad3e2290923920f6c1f96f869b8ddfa",
                                    operation="UPDATE",
                                    pgid="pgtrigger_update_update_3751c",
                                    table="refugees_person",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="delete_delete",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "refugees_personevent" ("born_on", "country", "family_name", "given_name", "id", "immigration_id", "interpreter", "is_protected", "number_cipher", "number_hash", "number_kind", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "phone", "public_id", "search_name", "search_sounds", "sex", "speaks", "unit_id", "version") VALUES (OLD."born_on", OLD."country", OLD."family_name", OLD."given_name", OLD."id", OLD."immigration_id", OLD."interpreter", OLD."is_protected", OLD."number_cipher", OLD."number_hash", OLD."number_kind", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, app_now(), \'delete\', OLD."id", OLD."phone", OLD."public_id", OLD."search_name", OLD."search_sounds", OLD."sex", OLD."speaks", OLD."unit_id", OLD."version"); RETURN NULL;',
                                    hash="ab7e4b238e6822d30a83f83c3132eb57e607d977",
                                    operation="DELETE",
                                    pgid="pgtrigger_delete_delete_62b7b",
                                    table="refugees_person",
                                    when="AFTER",
                                ),
                            ),
                        ],
                        "indexes": [
                            django.contrib.postgres.indexes.GinIndex(
                                django.contrib.postgres.indexes.OpClass("search_name", name="gin_trgm_ops"),
                                name="person_by_name",
                            ),
                            django.contrib.postgres.indexes.GinIndex(
                                fields=["search_sounds"], name="person_by_sound"
                            ),
                            models.Index(fields=["number_hash"], name="person_by_number"),
                            models.Index(
                                condition=models.Q(("immigration_id", ""), _negated=True),
                                fields=["immigration_id"],
                                name="person_by_immigration_id",
                            ),
                            models.Index(fields=["born_on"], name="person_by_birthday"),
                        ],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(("sex__in", ["", "f", "m"])), name="person_sex_is_known"
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("number_kind__in", ["none", "cpr", "replacement"])),
                                name="person_number_kind_is_known",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("number_cipher__isnull", True),
                                        ("number_hash__isnull", True),
                                        ("number_kind", "none"),
                                    ),
                                    models.Q(
                                        models.Q(("number_kind", "none"), _negated=True),
                                        ("number_cipher__isnull", False),
                                        ("number_hash__isnull", False),
                                    ),
                                    _connector="OR",
                                ),
                                name="person_number_is_whole_or_absent",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("given_name", ""), _negated=True),
                                name="person_has_a_name",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="PersonEvent",
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
                                to="refugees.person",
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
                                help_text="The unit that registered the person.",
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="accounts.unit",
                            ),
                        ),
                        ("given_name", models.CharField(max_length=120, verbose_name="given name")),
                        (
                            "family_name",
                            models.CharField(blank=True, max_length=120, verbose_name="family name"),
                        ),
                        ("search_name", models.CharField(editable=False, max_length=250)),
                        (
                            "search_sounds",
                            django.contrib.postgres.fields.ArrayField(
                                base_field=models.CharField(max_length=60),
                                default=list,
                                editable=False,
                                size=None,
                            ),
                        ),
                        ("born_on", models.DateField(blank=True, null=True, verbose_name="date of birth")),
                        (
                            "sex",
                            models.CharField(
                                blank=True,
                                choices=[("", "Not recorded"), ("f", "Woman"), ("m", "Man")],
                                max_length=1,
                                verbose_name="sex",
                            ),
                        ),
                        (
                            "country",
                            models.CharField(blank=True, max_length=80, verbose_name="country of origin"),
                        ),
                        (
                            "speaks",
                            django.contrib.postgres.fields.ArrayField(
                                base_field=models.CharField(max_length=8),
                                blank=True,
                                default=list,
                                size=None,
                                verbose_name="languages",
                            ),
                        ),
                        (
                            "interpreter",
                            models.CharField(blank=True, max_length=8, verbose_name="interpreter's language"),
                        ),
                        ("phone", models.CharField(blank=True, max_length=40, verbose_name="telephone")),
                        (
                            "number_kind",
                            models.CharField(
                                choices=[
                                    ("none", "No number yet"),
                                    ("cpr", "CPR number"),
                                    ("replacement", "Replacement number"),
                                ],
                                default="none",
                                max_length=12,
                            ),
                        ),
                        ("number_cipher", models.BinaryField(blank=True, null=True)),
                        ("number_hash", models.BinaryField(blank=True, max_length=32, null=True)),
                        (
                            "immigration_id",
                            models.CharField(
                                blank=True, max_length=20, verbose_name="Immigration Service's number"
                            ),
                        ),
                        (
                            "is_protected",
                            models.BooleanField(
                                default=False,
                                help_text="The address is shown to the unit only, never to mentors, companies or volunteers.",
                                verbose_name="name and address protection",
                            ),
                        ),
                        ("version", models.PositiveIntegerField(default=1, editable=False)),
                    ],
                    options={
                        "abstract": False,
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="append_only",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                                    hash="42a9cc9928867a1b348ec600c0a93693f2e2ee33",
                                    operation="UPDATE OR DELETE",
                                    pgid="pgtrigger_append_only_8048c",
                                    table="refugees_personevent",
                                    when="BEFORE",
                                ),
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Address",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "person",
                            models.OneToOneField(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="address",
                                to="refugees.person",
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
                        ("text", models.CharField(max_length=200, verbose_name="address")),
                        (
                            "is_temporary",
                            models.BooleanField(default=True, verbose_name="temporary accommodation"),
                        ),
                    ],
                    options={
                        "verbose_name": "address",
                        "verbose_name_plural": "addresses",
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="insert_insert",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "refugees_addressevent" ("id", "is_temporary", "person_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "text", "unit_id") VALUES (NEW."id", NEW."is_temporary", NEW."person_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, app_now(), \'insert\', NEW."id", NEW."text", NEW."unit_id"); RETURN NULL;',
                                    hash="4568648a3b6d6b9820f720755898de02eb71b820",
                                    operation="INSERT",
                                    pgid="pgtrigger_insert_insert_0ca08",
                                    table="refugees_address",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="update_update",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                                    func='INSERT INTO "refugees_addressevent" ("id", "is_temporary", "person_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "text", "unit_id") VALUES (NEW."id", NEW."is_temporary", NEW."person_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, app_now(), \'update\', NEW."id", NEW."text", NEW."unit_id"); RETURN NULL;',
                                    hash="1dc1646d6c709718984e15b4d3809fe8edb8f323",
                                    operation="UPDATE",
                                    pgid="pgtrigger_update_update_5be84",
                                    table="refugees_address",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="delete_delete",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "refugees_addressevent" ("id", "is_temporary", "person_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "text", "unit_id") VALUES (OLD."id", OLD."is_temporary", OLD."person_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, app_now(), \'delete\', OLD."id", OLD."text", OLD."unit_id"); RETURN NULL;',
                                    hash="382515da1863e3e04df07756b945ec360fe32246",
                                    operation="DELETE",
                                    pgid="pgtrigger_delete_delete_dd3a4",
                                    table="refugees_address",
                                    when="AFTER",
                                ),
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="AddressEvent",
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
                                to="refugees.address",
                            ),
                        ),
                        ("pgh_context", pghistory.utils.JSONField(null=True)),
                        ("pgh_context_id", models.UUIDField(null=True)),
                        ("id", models.BigIntegerField()),
                        (
                            "person",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="refugees.person",
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
                        ("text", models.CharField(max_length=200, verbose_name="address")),
                        (
                            "is_temporary",
                            models.BooleanField(default=True, verbose_name="temporary accommodation"),
                        ),
                    ],
                    options={
                        "abstract": False,
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="append_only",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                                    hash="28bc765940a1ea1a7dc41b9a8b406b75dcab464e",
                                    operation="UPDATE OR DELETE",
                                    pgid="pgtrigger_append_only_ec0c9",
                                    table="refugees_addressevent",
                                    when="BEFORE",
                                ),
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Case",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("public_id", models.UUIDField(default=uuid6.uuid7, editable=False, unique=True)),
                        (
                            "number",
                            models.CharField(
                                editable=False, max_length=20, unique=True, verbose_name="case number"
                            ),
                        ),
                        (
                            "person",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, to="refugees.person"
                            ),
                        ),
                        (
                            "household",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                to="refugees.household",
                            ),
                        ),
                        (
                            "unit",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, to="accounts.unit"
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
                                verbose_name="permit ground",
                            ),
                        ),
                        (
                            "applied_in_denmark",
                            models.BooleanField(default=False, verbose_name="permit applied for in Denmark"),
                        ),
                        ("opened_on", models.DateField(verbose_name="opened")),
                        ("closed_on", models.DateField(blank=True, null=True, verbose_name="closed")),
                        (
                            "close_reason",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("moved", "Moved to another municipality"),
                                    ("left-denmark", "Left Denmark"),
                                    ("repatriated", "Repatriated"),
                                    ("permit-ended", "Permit withdrawn or expired"),
                                    ("died", "Died"),
                                    ("programme-ended", "Programme ended"),
                                    ("by-mistake", "Opened by mistake"),
                                ],
                                max_length=20,
                                verbose_name="reason",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "case",
                        "verbose_name_plural": "cases",
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="insert_insert",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "refugees_caseevent" ("applied_in_denmark", "close_reason", "closed_on", "household_id", "id", "number", "opened_on", "permit_ground", "person_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "unit_id") VALUES (NEW."applied_in_denmark", NEW."close_reason", NEW."closed_on", NEW."household_id", NEW."id", NEW."number", NEW."opened_on", NEW."permit_ground", NEW."person_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, app_now(), \'insert\', NEW."id", NEW."public_id", NEW."unit_id"); RETURN NULL;',
                                    hash="72de4bb6dd8703904501b7956a08cad0fe27d3c2",
                                    operation="INSERT",
                                    pgid="pgtrigger_insert_insert_c91b8",
                                    table="refugees_case",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="update_update",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                                    func='INSERT INTO "refugees_caseevent" ("applied_in_denmark", "close_reason", "closed_on", "household_id", "id", "number", "opened_on", "permit_ground", "person_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "unit_id") VALUES (NEW."applied_in_denmark", NEW."close_reason", NEW."closed_on", NEW."household_id", NEW."id", NEW."number", NEW."opened_on", NEW."permit_ground", NEW."person_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, app_now(), \'update\', NEW."id", NEW."public_id", NEW."unit_id"); RETURN NULL;',
                                    hash="a73576067b28de3dd4b9433edcfe58824c053be8",
                                    operation="UPDATE",
                                    pgid="pgtrigger_update_update_a8fc9",
                                    table="refugees_case",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="delete_delete",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "refugees_caseevent" ("applied_in_denmark", "close_reason", "closed_on", "household_id", "id", "number", "opened_on", "permit_ground", "person_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "unit_id") VALUES (OLD."applied_in_denmark", OLD."close_reason", OLD."closed_on", OLD."household_id", OLD."id", OLD."number", OLD."opened_on", OLD."permit_ground", OLD."person_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, app_now(), \'delete\', OLD."id", OLD."public_id", OLD."unit_id"); RETURN NULL;',
                                    hash="2e39588ef97b17d4367dc5532de8548bfe712fba",
                                    operation="DELETE",
                                    pgid="pgtrigger_delete_delete_49c37",
                                    table="refugees_case",
                                    when="AFTER",
                                ),
                            ),
                        ],
                        "indexes": [
                            models.Index(fields=["unit", "-id"], name="case_by_unit"),
                            models.Index(
                                condition=models.Q(("closed_on", None)),
                                fields=["unit", "-id"],
                                name="open_case_by_unit",
                            ),
                            models.Index(
                                condition=models.Q(("household__isnull", False)),
                                fields=["household"],
                                name="case_by_household",
                            ),
                        ],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    (
                                        "permit_ground__in",
                                        [
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
                                name="permit_ground_is_known",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("close_reason", ""), ("closed_on", None)),
                                    models.Q(
                                        (
                                            "close_reason__in",
                                            [
                                                "moved",
                                                "left-denmark",
                                                "repatriated",
                                                "permit-ended",
                                                "died",
                                                "programme-ended",
                                                "by-mistake",
                                            ],
                                        ),
                                        ("closed_on__gte", models.F("opened_on")),
                                        ("closed_on__isnull", False),
                                    ),
                                    _connector="OR",
                                ),
                                name="close_date_and_reason_go_together",
                                violation_error_message="A closed case has a closing date, not before it was opened, and a reason.",
                            ),
                            models.UniqueConstraint(
                                condition=models.Q(("closed_on", None)),
                                fields=("person",),
                                name="one_open_case_per_person",
                                violation_error_message="This person already has an open case.",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="CaseEvent",
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
                                to="refugees.case",
                            ),
                        ),
                        ("pgh_context", pghistory.utils.JSONField(null=True)),
                        ("pgh_context_id", models.UUIDField(null=True)),
                        ("id", models.BigIntegerField()),
                        ("public_id", models.UUIDField(default=uuid6.uuid7, editable=False)),
                        (
                            "number",
                            models.CharField(editable=False, max_length=20, verbose_name="case number"),
                        ),
                        (
                            "person",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="refugees.person",
                            ),
                        ),
                        (
                            "household",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="refugees.household",
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
                                verbose_name="permit ground",
                            ),
                        ),
                        (
                            "applied_in_denmark",
                            models.BooleanField(default=False, verbose_name="permit applied for in Denmark"),
                        ),
                        ("opened_on", models.DateField(verbose_name="opened")),
                        ("closed_on", models.DateField(blank=True, null=True, verbose_name="closed")),
                        (
                            "close_reason",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("moved", "Moved to another municipality"),
                                    ("left-denmark", "Left Denmark"),
                                    ("repatriated", "Repatriated"),
                                    ("permit-ended", "Permit withdrawn or expired"),
                                    ("died", "Died"),
                                    ("programme-ended", "Programme ended"),
                                    ("by-mistake", "Opened by mistake"),
                                ],
                                max_length=20,
                                verbose_name="reason",
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
                                    hash="ca124c562618bbf5b9be5dc845d87258fb4f96eb",
                                    operation="UPDATE OR DELETE",
                                    pgid="pgtrigger_append_only_4a86b",
                                    table="refugees_caseevent",
                                    when="BEFORE",
                                ),
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Message",
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
                                related_name="messages",
                                to="refugees.case",
                            ),
                        ),
                        (
                            "to_user",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="messages",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        ("kind", models.CharField(max_length=40)),
                        ("about", models.CharField(max_length=60)),
                        ("details", models.JSONField(blank=True, default=dict)),
                        (
                            "by",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        ("created_at", models.DateTimeField(default=accounts.day.now)),
                        ("seen_at", models.DateTimeField(blank=True, null=True)),
                    ],
                    options={
                        "verbose_name": "message",
                        "verbose_name_plural": "messages",
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="insert_insert",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "refugees_messageevent" ("about", "by_id", "case_id", "created_at", "details", "id", "kind", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "seen_at", "to_user_id") VALUES (NEW."about", NEW."by_id", NEW."case_id", NEW."created_at", NEW."details", NEW."id", NEW."kind", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, app_now(), \'insert\', NEW."id", NEW."public_id", NEW."seen_at", NEW."to_user_id"); RETURN NULL;',
                                    hash="b85979712b8437764822a2a7564fd1f4787bac2d",
                                    operation="INSERT",
                                    pgid="pgtrigger_insert_insert_67386",
                                    table="refugees_message",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="update_update",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                                    func='INSERT INTO "refugees_messageevent" ("about", "by_id", "case_id", "created_at", "details", "id", "kind", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "seen_at", "to_user_id") VALUES (NEW."about", NEW."by_id", NEW."case_id", NEW."created_at", NEW."details", NEW."id", NEW."kind", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, app_now(), \'update\', NEW."id", NEW."public_id", NEW."seen_at", NEW."to_user_id"); RETURN NULL;',
                                    hash="36c60c46243c6ccb01048274412bbe6db94ca295",
                                    operation="UPDATE",
                                    pgid="pgtrigger_update_update_7c361",
                                    table="refugees_message",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="delete_delete",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "refugees_messageevent" ("about", "by_id", "case_id", "created_at", "details", "id", "kind", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "seen_at", "to_user_id") VALUES (OLD."about", OLD."by_id", OLD."case_id", OLD."created_at", OLD."details", OLD."id", OLD."kind", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, app_now(), \'delete\', OLD."id", OLD."public_id", OLD."seen_at", OLD."to_user_id"); RETURN NULL;',
                                    hash="fb126ca41616281653824c17d95b4c23eb691913",
                                    operation="DELETE",
                                    pgid="pgtrigger_delete_delete_baf55",
                                    table="refugees_message",
                                    when="AFTER",
                                ),
                            ),
                        ],
                        "indexes": [
                            models.Index(
                                condition=models.Q(("seen_at", None)),
                                fields=["to_user", "-created_at"],
                                name="message_to_read",
                            )
                        ],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("to_user", "kind", "about"), name="message_is_made_once"
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("kind", ""), _negated=True),
                                    models.Q(("about", ""), _negated=True),
                                ),
                                name="message_says_what_about_what",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("seen_at", None),
                                    ("seen_at__gte", models.F("created_at")),
                                    _connector="OR",
                                ),
                                name="message_is_seen_after_it_was_made",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="MessageEvent",
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
                                to="refugees.message",
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
                            "to_user",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        ("kind", models.CharField(max_length=40)),
                        ("about", models.CharField(max_length=60)),
                        ("details", models.JSONField(blank=True, default=dict)),
                        (
                            "by",
                            models.ForeignKey(
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        ("created_at", models.DateTimeField(default=accounts.day.now)),
                        ("seen_at", models.DateTimeField(blank=True, null=True)),
                    ],
                    options={
                        "abstract": False,
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="append_only",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                                    hash="fa3678500d61aa0a62d8628cb24d070435a5307e",
                                    operation="UPDATE OR DELETE",
                                    pgid="pgtrigger_append_only_cf6ff",
                                    table="refugees_messageevent",
                                    when="BEFORE",
                                ),
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Task",
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
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="tasks",
                                to="refugees.case",
                            ),
                        ),
                        ("title", models.CharField(max_length=200, verbose_name="what is to be done")),
                        ("due_on", models.DateField(verbose_name="by")),
                        (
                            "assigned_to",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="tasks",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="for",
                            ),
                        ),
                        (
                            "created_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        ("created_at", models.DateTimeField(default=accounts.day.now)),
                        ("done_at", models.DateTimeField(blank=True, null=True)),
                        (
                            "done_by",
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
                        "verbose_name": "task",
                        "verbose_name_plural": "tasks",
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="insert_insert",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "refugees_taskevent" ("assigned_to_id", "case_id", "created_at", "created_by_id", "done_at", "done_by_id", "due_on", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "title") VALUES (NEW."assigned_to_id", NEW."case_id", NEW."created_at", NEW."created_by_id", NEW."done_at", NEW."done_by_id", NEW."due_on", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, app_now(), \'insert\', NEW."id", NEW."public_id", NEW."title"); RETURN NULL;',
                                    hash="fe257d26f991f381c4dd5441a35763b6ba6042ce",
                                    operation="INSERT",
                                    pgid="pgtrigger_insert_insert_bf45e",
                                    table="refugees_task",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="update_update",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                                    func='INSERT INTO "refugees_taskevent" ("assigned_to_id", "case_id", "created_at", "created_by_id", "done_at", "done_by_id", "due_on", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "title") VALUES (NEW."assigned_to_id", NEW."case_id", NEW."created_at", NEW."created_by_id", NEW."done_at", NEW."done_by_id", NEW."due_on", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, app_now(), \'update\', NEW."id", NEW."public_id", NEW."title"); RETURN NULL;',
                                    hash="8149cb13392846a9ea49472c13c1113882388079",
                                    operation="UPDATE",
                                    pgid="pgtrigger_update_update_6c47b",
                                    table="refugees_task",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="delete_delete",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "refugees_taskevent" ("assigned_to_id", "case_id", "created_at", "created_by_id", "done_at", "done_by_id", "due_on", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "title") VALUES (OLD."assigned_to_id", OLD."case_id", OLD."created_at", OLD."created_by_id", OLD."done_at", OLD."done_by_id", OLD."due_on", OLD."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, app_now(), \'delete\', OLD."id", OLD."public_id", OLD."title"); RETURN NULL;',
                                    hash="a63bdf0ffc9ff483c2b150dbe4c2be19c3a8d000",
                                    operation="DELETE",
                                    pgid="pgtrigger_delete_delete_bf3f7",
                                    table="refugees_task",
                                    when="AFTER",
                                ),
                            ),
                        ],
                        "indexes": [
                            models.Index(
                                condition=models.Q(("done_at", None)),
                                fields=["assigned_to", "due_on"],
                                name="task_open_by_person",
                            ),
                            models.Index(fields=["case", "due_on"], name="task_by_case"),
                        ],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(("title", ""), _negated=True), name="task_has_a_title"
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("done_at", None), ("done_by", None)),
                                    models.Q(("done_at__isnull", False), ("done_by__isnull", False)),
                                    _connector="OR",
                                ),
                                name="task_done_when_and_by_whom_go_together",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="TaskEvent",
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
                                to="refugees.task",
                            ),
                        ),
                        ("pgh_context", pghistory.utils.JSONField(null=True)),
                        ("pgh_context_id", models.UUIDField(null=True)),
                        ("id", models.BigIntegerField()),
                        ("public_id", models.UUIDField(default=uuid6.uuid7, editable=False)),
                        (
                            "case",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="refugees.case",
                            ),
                        ),
                        ("title", models.CharField(max_length=200, verbose_name="what is to be done")),
                        ("due_on", models.DateField(verbose_name="by")),
                        (
                            "assigned_to",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="for",
                            ),
                        ),
                        (
                            "created_by",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        ("created_at", models.DateTimeField(default=accounts.day.now)),
                        ("done_at", models.DateTimeField(blank=True, null=True)),
                        (
                            "done_by",
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
                                    hash="f29a28f33b1f2c04ee0c41643474eeaf94778f26",
                                    operation="UPDATE OR DELETE",
                                    pgid="pgtrigger_append_only_169c4",
                                    table="refugees_taskevent",
                                    when="BEFORE",
                                ),
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Appointment",
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
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="appointments",
                                to="refugees.case",
                            ),
                        ),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("interview", "Interview"),
                                    ("follow-up", "Follow-up talk"),
                                    ("visit", "Visit"),
                                    ("counselling", "Counselling"),
                                    ("meeting", "Meeting"),
                                    ("elsewhere", "Busy elsewhere"),
                                    ("other", "Other"),
                                ],
                                max_length=12,
                                verbose_name="kind",
                            ),
                        ),
                        ("title", models.CharField(max_length=200, verbose_name="about")),
                        ("place", models.CharField(blank=True, max_length=200, verbose_name="place")),
                        ("starts_at", models.DateTimeField(verbose_name="starts")),
                        ("ends_at", models.DateTimeField(verbose_name="ends")),
                        (
                            "created_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        ("created_at", models.DateTimeField(default=accounts.day.now)),
                        (
                            "cancelled_at",
                            models.DateTimeField(blank=True, null=True, verbose_name="cancelled"),
                        ),
                        (
                            "cancelled_by",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "cancel_reason",
                            models.CharField(blank=True, max_length=300, verbose_name="reason"),
                        ),
                        (
                            "staff",
                            models.ManyToManyField(
                                related_name="+",
                                through="refugees.AppointmentStaff",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="with",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "appointment",
                        "verbose_name_plural": "appointments",
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="insert_insert",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "refugees_appointmentevent" ("cancel_reason", "cancelled_at", "cancelled_by_id", "case_id", "created_at", "created_by_id", "ends_at", "id", "kind", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place", "public_id", "starts_at", "title") VALUES (NEW."cancel_reason", NEW."cancelled_at", NEW."cancelled_by_id", NEW."case_id", NEW."created_at", NEW."created_by_id", NEW."ends_at", NEW."id", NEW."kind", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, app_now(), \'insert\', NEW."id", NEW."place", NEW."public_id", NEW."starts_at", NEW."title"); RETURN NULL;',
                                    hash="b59a43398673b765e6191f9a137e7a8e923a2931",
                                    operation="INSERT",
                                    pgid="pgtrigger_insert_insert_686d2",
                                    table="refugees_appointment",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="update_update",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                                    func='INSERT INTO "refugees_appointmentevent" ("cancel_reason", "cancelled_at", "cancelled_by_id", "case_id", "created_at", "created_by_id", "ends_at", "id", "kind", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place", "public_id", "starts_at", "title") VALUES (NEW."cancel_reason", NEW."cancelled_at", NEW."cancelled_by_id", NEW."case_id", NEW."created_at", NEW."created_by_id", NEW."ends_at", NEW."id", NEW."kind", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, app_now(), \'update\', NEW."id", NEW."place", NEW."public_id", NEW."starts_at", NEW."title"); RETURN NULL;',
                                    hash="e7c822554edadc24a1043669bba0ff8cd0332454",
                                    operation="UPDATE",
                                    pgid="pgtrigger_update_update_26bb5",
                                    table="refugees_appointment",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="delete_delete",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "refugees_appointmentevent" ("cancel_reason", "cancelled_at", "cancelled_by_id", "case_id", "created_at", "created_by_id", "ends_at", "id", "kind", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place", "public_id", "starts_at", "title") VALUES (OLD."cancel_reason", OLD."cancelled_at", OLD."cancelled_by_id", OLD."case_id", OLD."created_at", OLD."created_by_id", OLD."ends_at", OLD."id", OLD."kind", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, app_now(), \'delete\', OLD."id", OLD."place", OLD."public_id", OLD."starts_at", OLD."title"); RETURN NULL;',
                                    hash="1377f1486a704e4c72d37d6e84af22e72b1facfe",
                                    operation="DELETE",
                                    pgid="pgtrigger_delete_delete_57c25",
                                    table="refugees_appointment",
                                    when="AFTER",
                                ),
                            ),
                        ],
                        "indexes": [
                            models.Index(
                                condition=models.Q(("cancelled_at", None)),
                                fields=["starts_at"],
                                name="appointment_by_time",
                            ),
                            models.Index(fields=["case", "-starts_at"], name="appointment_by_case"),
                        ],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    (
                                        "kind__in",
                                        [
                                            "interview",
                                            "follow-up",
                                            "visit",
                                            "counselling",
                                            "meeting",
                                            "elsewhere",
                                            "other",
                                        ],
                                    )
                                ),
                                name="appointment_kind_is_known",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("title", ""), _negated=True),
                                name="appointment_has_a_title",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("kind", "elsewhere"), _negated=True),
                                    models.Q(("case__isnull", False), ("place", "")),
                                    _connector="OR",
                                ),
                                name="busy_elsewhere_is_of_a_case_and_names_no_place",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("ends_at__gt", models.F("starts_at"))),
                                name="appointment_ends_after_it_starts",
                                violation_error_message="The end must be after the start.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("cancel_reason", ""), ("cancelled_at", None), ("cancelled_by", None)
                                    ),
                                    models.Q(
                                        ("cancelled_at__isnull", False),
                                        ("cancelled_by__isnull", False),
                                        models.Q(("cancel_reason", ""), _negated=True),
                                    ),
                                    _connector="OR",
                                ),
                                name="appointment_cancelled_when_by_whom_and_why",
                                violation_error_message="Say why it is cancelled.",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="AppointmentEvent",
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
                                to="refugees.appointment",
                            ),
                        ),
                        ("pgh_context", pghistory.utils.JSONField(null=True)),
                        ("pgh_context_id", models.UUIDField(null=True)),
                        ("id", models.BigIntegerField()),
                        ("public_id", models.UUIDField(default=uuid6.uuid7, editable=False)),
                        (
                            "case",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="refugees.case",
                            ),
                        ),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("interview", "Interview"),
                                    ("follow-up", "Follow-up talk"),
                                    ("visit", "Visit"),
                                    ("counselling", "Counselling"),
                                    ("meeting", "Meeting"),
                                    ("elsewhere", "Busy elsewhere"),
                                    ("other", "Other"),
                                ],
                                max_length=12,
                                verbose_name="kind",
                            ),
                        ),
                        ("title", models.CharField(max_length=200, verbose_name="about")),
                        ("place", models.CharField(blank=True, max_length=200, verbose_name="place")),
                        ("starts_at", models.DateTimeField(verbose_name="starts")),
                        ("ends_at", models.DateTimeField(verbose_name="ends")),
                        (
                            "created_by",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        ("created_at", models.DateTimeField(default=accounts.day.now)),
                        (
                            "cancelled_at",
                            models.DateTimeField(blank=True, null=True, verbose_name="cancelled"),
                        ),
                        (
                            "cancelled_by",
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
                            "cancel_reason",
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
                                    hash="e7b187f3afe21882c2385a8a6e0183e3e8c6838f",
                                    operation="UPDATE OR DELETE",
                                    pgid="pgtrigger_append_only_3ada0",
                                    table="refugees_appointmentevent",
                                    when="BEFORE",
                                ),
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="AppointmentStaff",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "appointment",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="parts",
                                to="refugees.appointment",
                            ),
                        ),
                        (
                            "user",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="appointment_parts",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "part in an appointment",
                        "verbose_name_plural": "parts in appointments",
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="insert_insert",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "refugees_appointmentstaffevent" ("appointment_id", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "user_id") VALUES (NEW."appointment_id", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, app_now(), \'insert\', NEW."id", NEW."user_id"); RETURN NULL;',
                                    hash="b0cf5c49fd983eb69e4f75b23bc4deb7011d6b2b",
                                    operation="INSERT",
                                    pgid="pgtrigger_insert_insert_feae1",
                                    table="refugees_appointmentstaff",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="update_update",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                                    func='INSERT INTO "refugees_appointmentstaffevent" ("appointment_id", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "user_id") VALUES (NEW."appointment_id", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, app_now(), \'update\', NEW."id", NEW."user_id"); RETURN NULL;',
                                    hash="c9dd2d423294712dc2abb6a14c040fec83f7e849",
                                    operation="UPDATE",
                                    pgid="pgtrigger_update_update_e1a0a",
                                    table="refugees_appointmentstaff",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="delete_delete",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "refugees_appointmentstaffevent" ("appointment_id", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "user_id") VALUES (OLD."appointment_id", OLD."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, app_now(), \'delete\', OLD."id", OLD."user_id"); RETURN NULL;',
                                    hash="acb6e5c8fddb1624ba76c8dfa70cb552a186869e",
                                    operation="DELETE",
                                    pgid="pgtrigger_delete_delete_6824f",
                                    table="refugees_appointmentstaff",
                                    when="AFTER",
                                ),
                            ),
                        ],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("appointment", "user"), name="one_part_in_an_appointment"
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="AppointmentStaffEvent",
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
                                to="refugees.appointmentstaff",
                            ),
                        ),
                        ("pgh_context", pghistory.utils.JSONField(null=True)),
                        ("pgh_context_id", models.UUIDField(null=True)),
                        ("id", models.BigIntegerField()),
                        (
                            "appointment",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="refugees.appointment",
                            ),
                        ),
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
                    ],
                    options={
                        "abstract": False,
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="append_only",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                                    hash="a49332770ca801dc70eb0cd4883eec95c062292b",
                                    operation="UPDATE OR DELETE",
                                    pgid="pgtrigger_append_only_8da4c",
                                    table="refugees_appointmentstaffevent",
                                    when="BEFORE",
                                ),
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="KeyDate",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "case",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="key_dates",
                                to="refugees.case",
                            ),
                        ),
                        (
                            "event",
                            models.CharField(
                                choices=[
                                    ("E0", "Residence permit"),
                                    ("E1", "Allocation to the municipality"),
                                    ("E2", "Takeover of responsibility"),
                                    ("E3", "CPR registration"),
                                    ("E4", "Move-in"),
                                    ("E5", "Ready to relocate"),
                                    ("E6", "Categorised"),
                                    ("E7", "Contract signed"),
                                ],
                                max_length=2,
                                verbose_name="event",
                            ),
                        ),
                        ("on", models.DateField(verbose_name="date")),
                        (
                            "source",
                            models.CharField(
                                choices=[
                                    ("immigration-service", "Immigration Service"),
                                    ("register", "Civil registration"),
                                    ("city", "The City"),
                                    ("rule", "Computed by the rule"),
                                    ("person", "The person"),
                                ],
                                max_length=24,
                                verbose_name="source",
                            ),
                        ),
                        (
                            "is_proposed",
                            models.BooleanField(
                                default=False,
                                help_text="Computed by the rule and not yet confirmed by anybody.",
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
                        ("reason", models.CharField(blank=True, max_length=300, verbose_name="reason")),
                        (
                            "corrects",
                            models.OneToOneField(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="corrected_by",
                                to="refugees.keydate",
                            ),
                        ),
                        (
                            "superseded_at",
                            models.DateTimeField(blank=True, null=True, verbose_name="replaced or withdrawn"),
                        ),
                    ],
                    options={
                        "verbose_name": "key date",
                        "verbose_name_plural": "key dates",
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="insert_insert",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "refugees_keydateevent" ("case_id", "corrects_id", "event", "id", "is_proposed", "on", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "recorded_at", "recorded_by_id", "source", "superseded_at") VALUES (NEW."case_id", NEW."corrects_id", NEW."event", NEW."id", NEW."is_proposed", NEW."on", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, app_now(), \'insert\', NEW."id", NEW."reason", NEW."recorded_at", NEW."recorded_by_id", NEW."source", NEW."superseded_at"); RETURN NULL;',
                                    hash="1ad5db686e1425783f4c179cae0be806e5bfaa1c",
                                    operation="INSERT",
                                    pgid="pgtrigger_insert_insert_cd8a7",
                                    table="refugees_keydate",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="update_update",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                                    func='INSERT INTO "refugees_keydateevent" ("case_id", "corrects_id", "event", "id", "is_proposed", "on", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "recorded_at", "recorded_by_id", "source", "superseded_at") VALUES (NEW."case_id", NEW."corrects_id", NEW."event", NEW."id", NEW."is_proposed", NEW."on", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, app_now(), \'update\', NEW."id", NEW."reason", NEW."recorded_at", NEW."recorded_by_id", NEW."source", NEW."superseded_at"); RETURN NULL;',
                                    hash="9983779c393cddf4802772af608d83fb476197ba",
                                    operation="UPDATE",
                                    pgid="pgtrigger_update_update_6e53f",
                                    table="refugees_keydate",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="delete_delete",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "refugees_keydateevent" ("case_id", "corrects_id", "event", "id", "is_proposed", "on", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "recorded_at", "recorded_by_id", "source", "superseded_at") VALUES (OLD."case_id", OLD."corrects_id", OLD."event", OLD."id", OLD."is_proposed", OLD."on", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, app_now(), \'delete\', OLD."id", OLD."reason", OLD."recorded_at", OLD."recorded_by_id", OLD."source", OLD."superseded_at"); RETURN NULL;',
                                    hash="cbf622ed07b224ff68c2fa542d15d8c553ec5cbc",
                                    operation="DELETE",
                                    pgid="pgtrigger_delete_delete_78271",
                                    table="refugees_keydate",
                                    when="AFTER",
                                ),
                            ),
                        ],
                        "indexes": [
                            models.Index(
                                condition=models.Q(("superseded_at", None)),
                                fields=["event", "on"],
                                name="current_date_by_event",
                            )
                        ],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("event__in", ["E0", "E1", "E2", "E3", "E4", "E5", "E6", "E7"])
                                ),
                                name="key_date_event_is_known",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    (
                                        "source__in",
                                        ["immigration-service", "register", "city", "rule", "person"],
                                    )
                                ),
                                name="key_date_source_is_known",
                            ),
                            models.UniqueConstraint(
                                condition=models.Q(("superseded_at", None)),
                                fields=("case", "event"),
                                name="one_current_date_per_event",
                                violation_error_message="This date is already recorded. Correct it instead, and say why.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("corrects", None),
                                    models.Q(("reason", ""), _negated=True),
                                    _connector="OR",
                                ),
                                name="correction_says_why",
                                violation_error_message="Say why the date is corrected.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("is_proposed", False), ("event", "E2"), _connector="OR"),
                                name="only_the_takeover_is_proposed",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="KeyDateEvent",
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
                                to="refugees.keydate",
                            ),
                        ),
                        ("pgh_context", pghistory.utils.JSONField(null=True)),
                        ("pgh_context_id", models.UUIDField(null=True)),
                        ("id", models.BigIntegerField()),
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
                            "event",
                            models.CharField(
                                choices=[
                                    ("E0", "Residence permit"),
                                    ("E1", "Allocation to the municipality"),
                                    ("E2", "Takeover of responsibility"),
                                    ("E3", "CPR registration"),
                                    ("E4", "Move-in"),
                                    ("E5", "Ready to relocate"),
                                    ("E6", "Categorised"),
                                    ("E7", "Contract signed"),
                                ],
                                max_length=2,
                                verbose_name="event",
                            ),
                        ),
                        ("on", models.DateField(verbose_name="date")),
                        (
                            "source",
                            models.CharField(
                                choices=[
                                    ("immigration-service", "Immigration Service"),
                                    ("register", "Civil registration"),
                                    ("city", "The City"),
                                    ("rule", "Computed by the rule"),
                                    ("person", "The person"),
                                ],
                                max_length=24,
                                verbose_name="source",
                            ),
                        ),
                        (
                            "is_proposed",
                            models.BooleanField(
                                default=False,
                                help_text="Computed by the rule and not yet confirmed by anybody.",
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
                        ("reason", models.CharField(blank=True, max_length=300, verbose_name="reason")),
                        (
                            "corrects",
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
                        (
                            "superseded_at",
                            models.DateTimeField(blank=True, null=True, verbose_name="replaced or withdrawn"),
                        ),
                    ],
                    options={
                        "abstract": False,
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="append_only",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                                    hash="505f7bbeaec64e228bb008994cbea58f859f05cd",
                                    operation="UPDATE OR DELETE",
                                    pgid="pgtrigger_append_only_6554f",
                                    table="refugees_keydateevent",
                                    when="BEFORE",
                                ),
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="FunctionalConclusion",
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
                            django.contrib.postgres.fields.ranges.DateRangeField(verbose_name="period"),
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
                        ("version", models.PositiveIntegerField(default=1, editable=False)),
                        (
                            "corrected_at",
                            models.DateTimeField(blank=True, null=True, verbose_name="corrected"),
                        ),
                        (
                            "corrected_by",
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
                            "withdrawn_at",
                            models.DateTimeField(blank=True, null=True, verbose_name="withdrawn"),
                        ),
                        (
                            "case",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="conclusions",
                                to="refugees.case",
                            ),
                        ),
                        (
                            "ability",
                            models.CharField(
                                choices=[
                                    ("can", "Can work"),
                                    ("with-limits", "Can work with limits"),
                                    ("not-before", "Cannot work before a certain day"),
                                ],
                                max_length=12,
                                verbose_name="work",
                            ),
                        ),
                        (
                            "limits",
                            django.contrib.postgres.fields.ArrayField(
                                base_field=models.CharField(
                                    choices=[
                                        ("lifting", "No heavy lifting"),
                                        ("standing", "No long standing or walking"),
                                        ("sitting", "No long sitting"),
                                        ("nights", "No night work"),
                                        ("shifts", "No changing shifts"),
                                        ("heights", "No work at heights or with dangerous machines"),
                                        ("driving", "No driving at work"),
                                        ("crowds", "No noisy or crowded place"),
                                        ("dust", "No dust, smoke or strong smells"),
                                        ("breaks", "More breaks than usual"),
                                        ("fixed-tasks", "Few tasks at a time, the same from day to day"),
                                        ("time-off", "Time off for appointments"),
                                    ],
                                    max_length=12,
                                ),
                                blank=True,
                                default=list,
                                size=None,
                                verbose_name="limits",
                            ),
                        ),
                        (
                            "week_hours",
                            models.PositiveSmallIntegerField(
                                blank=True, null=True, verbose_name="hours a week at most"
                            ),
                        ),
                        ("not_before", models.DateField(blank=True, null=True, verbose_name="not before")),
                        ("note", models.CharField(blank=True, max_length=200, verbose_name="in few words")),
                    ],
                    options={
                        "verbose_name": "conclusion about work",
                        "verbose_name_plural": "conclusions about work",
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="insert_insert",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "refugees_functionalconclusionevent" ("ability", "case_id", "corrected_at", "corrected_by_id", "correction_reason", "during", "id", "limits", "not_before", "note", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "recorded_at", "recorded_by_id", "version", "week_hours", "withdrawn_at") VALUES (NEW."ability", NEW."case_id", NEW."corrected_at", NEW."corrected_by_id", NEW."correction_reason", NEW."during", NEW."id", NEW."limits", NEW."not_before", NEW."note", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, app_now(), \'insert\', NEW."id", NEW."public_id", NEW."recorded_at", NEW."recorded_by_id", NEW."version", NEW."week_hours", NEW."withdrawn_at"); RETURN NULL;',
                                    hash="8b520e749d96168fae22c9cb9d5baf9566808bd1",
                                    operation="INSERT",
                                    pgid="pgtrigger_insert_insert_152e2",
                                    table="refugees_functionalconclusion",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="update_update",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                                    func='INSERT INTO "refugees_functionalconclusionevent" ("ability", "case_id", "corrected_at", "corrected_by_id", "correction_reason", "during", "id", "limits", "not_before", "note", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "recorded_at", "recorded_by_id", "version", "week_hours", "withdrawn_at") VALUES (NEW."ability", NEW."case_id", NEW."corrected_at", NEW."corrected_by_id", NEW."correction_reason", NEW."during", NEW."id", NEW."limits", NEW."not_before", NEW."note", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, app_now(), \'update\', NEW."id", NEW."public_id", NEW."recorded_at", NEW."recorded_by_id", NEW."version", NEW."week_hours", NEW."withdrawn_at"); RETURN NULL;',
                                    hash="6131ec7920aecb486282659b6edd78b1fb0d175d",
                                    operation="UPDATE",
                                    pgid="pgtrigger_update_update_b789c",
                                    table="refugees_functionalconclusion",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="delete_delete",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "refugees_functionalconclusionevent" ("ability", "case_id", "corrected_at", "corrected_by_id", "correction_reason", "during", "id", "limits", "not_before", "note", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "recorded_at", "recorded_by_id", "version", "week_hours", "withdrawn_at") VALUES (OLD."ability", OLD."case_id", OLD."corrected_at", OLD."corrected_by_id", OLD."correction_reason", OLD."during", OLD."id", OLD."limits", OLD."not_before", OLD."note", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, app_now(), \'delete\', OLD."id", OLD."public_id", OLD."recorded_at", OLD."recorded_by_id", OLD."version", OLD."week_hours", OLD."withdrawn_at"); RETURN NULL;',
                                    hash="4194284913fec31e1349fe22b608935c57cc69b2",
                                    operation="DELETE",
                                    pgid="pgtrigger_delete_delete_68e58",
                                    table="refugees_functionalconclusion",
                                    when="AFTER",
                                ),
                            ),
                        ],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(("ability__in", ["can", "with-limits", "not-before"])),
                                name="conclusion_ability_is_known",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    (
                                        "limits__contained_by",
                                        [
                                            "lifting",
                                            "standing",
                                            "sitting",
                                            "nights",
                                            "shifts",
                                            "heights",
                                            "driving",
                                            "crowds",
                                            "dust",
                                            "breaks",
                                            "fixed-tasks",
                                            "time-off",
                                        ],
                                    )
                                ),
                                name="conclusion_limits_are_known",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("ability", "with-limits"), _negated=True),
                                    models.Q(("limits", []), _negated=True),
                                    ("week_hours__isnull", False),
                                    _connector="OR",
                                ),
                                name="conclusion_with_limits_names_them",
                                violation_error_message="Choose at least one limit, or say how many hours.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("ability", "with-limits"),
                                    models.Q(("limits", []), ("week_hours", None)),
                                    _connector="OR",
                                ),
                                name="only_a_conclusion_with_limits_has_limits",
                                violation_error_message="Limits belong to “Can work with limits” only.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("week_hours", None),
                                    models.Q(("week_hours__gte", 1), ("week_hours__lte", 37)),
                                    _connector="OR",
                                ),
                                name="conclusion_hours_fit_a_week",
                                violation_error_message="Between 1 and 37 hours a week.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("ability", "not-before"), ("not_before__isnull", False)),
                                    models.Q(
                                        models.Q(("ability", "not-before"), _negated=True),
                                        ("not_before", None),
                                    ),
                                    _connector="OR",
                                ),
                                name="only_not_before_has_a_day",
                                violation_error_message="Say before which day the person cannot work.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("during__isempty", False), ("during__startswith__isnull", False)
                                ),
                                name="conclusion_period_has_days",
                            ),
                            django.contrib.postgres.constraints.ExclusionConstraint(
                                condition=models.Q(("withdrawn_at", None)),
                                expressions=[("case", "="), ("during", "&&")],
                                name="conclusion_one_at_a_time",
                                violation_error_message="Another conclusion overlaps this period.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("corrected_at", None),
                                        ("corrected_by", None),
                                        ("correction_reason", ""),
                                        ("version", 1),
                                    ),
                                    models.Q(
                                        ("corrected_at__isnull", False),
                                        ("corrected_by__isnull", False),
                                        ("version__gt", 1),
                                        models.Q(("correction_reason", ""), _negated=True),
                                    ),
                                    _connector="OR",
                                ),
                                name="conclusion_correction_says_who_when_why",
                                violation_error_message="Say why it is corrected.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("withdrawn_at", None), ("version__gt", 1), _connector="OR"
                                ),
                                name="conclusion_withdrawal_is_a_correction",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="FunctionalConclusionEvent",
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
                                to="refugees.functionalconclusion",
                            ),
                        ),
                        ("pgh_context", pghistory.utils.JSONField(null=True)),
                        ("pgh_context_id", models.UUIDField(null=True)),
                        ("id", models.BigIntegerField()),
                        ("public_id", models.UUIDField(default=uuid6.uuid7, editable=False)),
                        (
                            "during",
                            django.contrib.postgres.fields.ranges.DateRangeField(verbose_name="period"),
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
                        ("version", models.PositiveIntegerField(default=1, editable=False)),
                        (
                            "corrected_at",
                            models.DateTimeField(blank=True, null=True, verbose_name="corrected"),
                        ),
                        (
                            "corrected_by",
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
                            "withdrawn_at",
                            models.DateTimeField(blank=True, null=True, verbose_name="withdrawn"),
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
                            "ability",
                            models.CharField(
                                choices=[
                                    ("can", "Can work"),
                                    ("with-limits", "Can work with limits"),
                                    ("not-before", "Cannot work before a certain day"),
                                ],
                                max_length=12,
                                verbose_name="work",
                            ),
                        ),
                        (
                            "limits",
                            django.contrib.postgres.fields.ArrayField(
                                base_field=models.CharField(
                                    choices=[
                                        ("lifting", "No heavy lifting"),
                                        ("standing", "No long standing or walking"),
                                        ("sitting", "No long sitting"),
                                        ("nights", "No night work"),
                                        ("shifts", "No changing shifts"),
                                        ("heights", "No work at heights or with dangerous machines"),
                                        ("driving", "No driving at work"),
                                        ("crowds", "No noisy or crowded place"),
                                        ("dust", "No dust, smoke or strong smells"),
                                        ("breaks", "More breaks than usual"),
                                        ("fixed-tasks", "Few tasks at a time, the same from day to day"),
                                        ("time-off", "Time off for appointments"),
                                    ],
                                    max_length=12,
                                ),
                                blank=True,
                                default=list,
                                size=None,
                                verbose_name="limits",
                            ),
                        ),
                        (
                            "week_hours",
                            models.PositiveSmallIntegerField(
                                blank=True, null=True, verbose_name="hours a week at most"
                            ),
                        ),
                        ("not_before", models.DateField(blank=True, null=True, verbose_name="not before")),
                        ("note", models.CharField(blank=True, max_length=200, verbose_name="in few words")),
                    ],
                    options={
                        "abstract": False,
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="append_only",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                                    hash="88fa45f8ec3156bde2da69b28eb7fd697834a500",
                                    operation="UPDATE OR DELETE",
                                    pgid="pgtrigger_append_only_ed978",
                                    table="refugees_functionalconclusionevent",
                                    when="BEFORE",
                                ),
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="HousingNeed",
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
                            django.contrib.postgres.fields.ranges.DateRangeField(verbose_name="period"),
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
                        ("version", models.PositiveIntegerField(default=1, editable=False)),
                        (
                            "corrected_at",
                            models.DateTimeField(blank=True, null=True, verbose_name="corrected"),
                        ),
                        (
                            "corrected_by",
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
                            "withdrawn_at",
                            models.DateTimeField(blank=True, null=True, verbose_name="withdrawn"),
                        ),
                        (
                            "case",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="housing_needs",
                                to="refugees.case",
                            ),
                        ),
                        (
                            "needs",
                            django.contrib.postgres.fields.ArrayField(
                                base_field=models.CharField(
                                    choices=[
                                        ("lift", "Lift"),
                                        ("ground-floor", "Ground floor"),
                                        ("no-steps", "No steps inside the home"),
                                        ("own-bathroom", "Own bathroom"),
                                        ("own-room", "Own room to sleep in"),
                                        ("wheelchair", "Room for a wheelchair"),
                                        ("quiet", "Quiet place"),
                                        ("near-transport", "Near public transport"),
                                    ],
                                    max_length=16,
                                ),
                                blank=True,
                                default=list,
                                size=None,
                                verbose_name="what the home must have",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "needs of the home",
                        "verbose_name_plural": "needs of the home",
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="insert_insert",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "refugees_housingneedevent" ("case_id", "corrected_at", "corrected_by_id", "correction_reason", "during", "id", "needs", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "recorded_at", "recorded_by_id", "version", "withdrawn_at") VALUES (NEW."case_id", NEW."corrected_at", NEW."corrected_by_id", NEW."correction_reason", NEW."during", NEW."id", NEW."needs", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, app_now(), \'insert\', NEW."id", NEW."public_id", NEW."recorded_at", NEW."recorded_by_id", NEW."version", NEW."withdrawn_at"); RETURN NULL;',
                                    hash="00d5e522557e72b0905e8bc202c4961548aab5a0",
                                    operation="INSERT",
                                    pgid="pgtrigger_insert_insert_5fe48",
                                    table="refugees_housingneed",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="update_update",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                                    func='INSERT INTO "refugees_housingneedevent" ("case_id", "corrected_at", "corrected_by_id", "correction_reason", "during", "id", "needs", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "recorded_at", "recorded_by_id", "version", "withdrawn_at") VALUES (NEW."case_id", NEW."corrected_at", NEW."corrected_by_id", NEW."correction_reason", NEW."during", NEW."id", NEW."needs", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, app_now(), \'update\', NEW."id", NEW."public_id", NEW."recorded_at", NEW."recorded_by_id", NEW."version", NEW."withdrawn_at"); RETURN NULL;',
                                    hash="a2e342c3bfd40cbfad9790baf7bd7a7a7d5fd99d",
                                    operation="UPDATE",
                                    pgid="pgtrigger_update_update_59685",
                                    table="refugees_housingneed",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="delete_delete",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "refugees_housingneedevent" ("case_id", "corrected_at", "corrected_by_id", "correction_reason", "during", "id", "needs", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "recorded_at", "recorded_by_id", "version", "withdrawn_at") VALUES (OLD."case_id", OLD."corrected_at", OLD."corrected_by_id", OLD."correction_reason", OLD."during", OLD."id", OLD."needs", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, app_now(), \'delete\', OLD."id", OLD."public_id", OLD."recorded_at", OLD."recorded_by_id", OLD."version", OLD."withdrawn_at"); RETURN NULL;',
                                    hash="674049b626db96fd2633649a4554e5e5d34bd910",
                                    operation="DELETE",
                                    pgid="pgtrigger_delete_delete_ba882",
                                    table="refugees_housingneed",
                                    when="AFTER",
                                ),
                            ),
                        ],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    (
                                        "needs__contained_by",
                                        [
                                            "lift",
                                            "ground-floor",
                                            "no-steps",
                                            "own-bathroom",
                                            "own-room",
                                            "wheelchair",
                                            "quiet",
                                            "near-transport",
                                        ],
                                    )
                                ),
                                name="housing_needs_are_known",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("during__isempty", False), ("during__startswith__isnull", False)
                                ),
                                name="housing_need_period_has_days",
                            ),
                            django.contrib.postgres.constraints.ExclusionConstraint(
                                condition=models.Q(("withdrawn_at", None)),
                                expressions=[("case", "="), ("during", "&&")],
                                name="housing_need_one_at_a_time",
                                violation_error_message="Other needs of the home overlap this period.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("corrected_at", None),
                                        ("corrected_by", None),
                                        ("correction_reason", ""),
                                        ("version", 1),
                                    ),
                                    models.Q(
                                        ("corrected_at__isnull", False),
                                        ("corrected_by__isnull", False),
                                        ("version__gt", 1),
                                        models.Q(("correction_reason", ""), _negated=True),
                                    ),
                                    _connector="OR",
                                ),
                                name="housing_need_correction_says_who_when_why",
                                violation_error_message="Say why it is corrected.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("withdrawn_at", None), ("version__gt", 1), _connector="OR"
                                ),
                                name="housing_need_withdrawal_is_a_correction",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="HousingNeedEvent",
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
                                to="refugees.housingneed",
                            ),
                        ),
                        ("pgh_context", pghistory.utils.JSONField(null=True)),
                        ("pgh_context_id", models.UUIDField(null=True)),
                        ("id", models.BigIntegerField()),
                        ("public_id", models.UUIDField(default=uuid6.uuid7, editable=False)),
                        (
                            "during",
                            django.contrib.postgres.fields.ranges.DateRangeField(verbose_name="period"),
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
                        ("version", models.PositiveIntegerField(default=1, editable=False)),
                        (
                            "corrected_at",
                            models.DateTimeField(blank=True, null=True, verbose_name="corrected"),
                        ),
                        (
                            "corrected_by",
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
                            "withdrawn_at",
                            models.DateTimeField(blank=True, null=True, verbose_name="withdrawn"),
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
                            "needs",
                            django.contrib.postgres.fields.ArrayField(
                                base_field=models.CharField(
                                    choices=[
                                        ("lift", "Lift"),
                                        ("ground-floor", "Ground floor"),
                                        ("no-steps", "No steps inside the home"),
                                        ("own-bathroom", "Own bathroom"),
                                        ("own-room", "Own room to sleep in"),
                                        ("wheelchair", "Room for a wheelchair"),
                                        ("quiet", "Quiet place"),
                                        ("near-transport", "Near public transport"),
                                    ],
                                    max_length=16,
                                ),
                                blank=True,
                                default=list,
                                size=None,
                                verbose_name="what the home must have",
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
                                    hash="5792bb53f45f318eac5f209e0c1a4dc10ce6e8f3",
                                    operation="UPDATE OR DELETE",
                                    pgid="pgtrigger_append_only_9f443",
                                    table="refugees_housingneedevent",
                                    when="BEFORE",
                                ),
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Document",
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
                                related_name="documents",
                                to="refugees.case",
                            ),
                        ),
                        ("title", models.CharField(max_length=200, verbose_name="title")),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("letter", "Letter"),
                                    ("decision", "Decision"),
                                    ("permit", "Permit"),
                                    ("contract", "Contract"),
                                    ("photo", "Photo"),
                                    ("other", "Other"),
                                ],
                                max_length=12,
                                verbose_name="kind",
                            ),
                        ),
                        (
                            "direction",
                            models.CharField(
                                choices=[
                                    ("received", "Received"),
                                    ("sent", "Sent"),
                                    ("internal", "Internal"),
                                ],
                                max_length=12,
                                verbose_name="direction",
                            ),
                        ),
                        (
                            "counterpart",
                            models.CharField(blank=True, max_length=120, verbose_name="from or to whom"),
                        ),
                        ("dated_on", models.DateField(verbose_name="date of the document")),
                        (
                            "file",
                            models.FileField(
                                editable=False, unique=True, upload_to=refugees.models.document.random_name
                            ),
                        ),
                        (
                            "content_type",
                            models.CharField(
                                choices=[
                                    ("application/pdf", "PDF"),
                                    ("image/jpeg", "JPEG"),
                                    ("image/png", "PNG"),
                                    (
                                        "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
                                        "Word",
                                    ),
                                ],
                                editable=False,
                                max_length=100,
                            ),
                        ),
                        ("size", models.PositiveBigIntegerField(editable=False)),
                        ("sha256", models.CharField(editable=False, max_length=64)),
                        (
                            "uploaded_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        ("uploaded_at", models.DateTimeField(default=accounts.day.now)),
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
                        (
                            "withdrawn_reason",
                            models.CharField(blank=True, max_length=300, verbose_name="reason"),
                        ),
                    ],
                    options={
                        "verbose_name": "document",
                        "verbose_name_plural": "documents",
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="insert_insert",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "refugees_documentevent" ("case_id", "content_type", "counterpart", "dated_on", "direction", "file", "id", "kind", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "sha256", "size", "title", "uploaded_at", "uploaded_by_id", "withdrawn_at", "withdrawn_by_id", "withdrawn_reason") VALUES (NEW."case_id", NEW."content_type", NEW."counterpart", NEW."dated_on", NEW."direction", NEW."file", NEW."id", NEW."kind", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, app_now(), \'insert\', NEW."id", NEW."public_id", NEW."sha256", NEW."size", NEW."title", NEW."uploaded_at", NEW."uploaded_by_id", NEW."withdrawn_at", NEW."withdrawn_by_id", NEW."withdrawn_reason"); RETURN NULL;',
                                    hash="ed5419a3bdc890bfd9143532387fe7b315bb8fec",
                                    operation="INSERT",
                                    pgid="pgtrigger_insert_insert_7c50f",
                                    table="refugees_document",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="update_update",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                                    func='INSERT INTO "refugees_documentevent" ("case_id", "content_type", "counterpart", "dated_on", "direction", "file", "id", "kind", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "sha256", "size", "title", "uploaded_at", "uploaded_by_id", "withdrawn_at", "withdrawn_by_id", "withdrawn_reason") VALUES (NEW."case_id", NEW."content_type", NEW."counterpart", NEW."dated_on", NEW."direction", NEW."file", NEW."id", NEW."kind", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, app_now(), \'update\', NEW."id", NEW."public_id", NEW."sha256", NEW."size", NEW."title", NEW."uploaded_at", NEW."uploaded_by_id", NEW."withdrawn_at", NEW."withdrawn_by_id", NEW."withdrawn_reason"); RETURN NULL;',
                                    hash="bdc567d55b1778782f8dfe5e7c8226e178f574de",
                                    operation="UPDATE",
                                    pgid="pgtrigger_update_update_6a287",
                                    table="refugees_document",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="delete_delete",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "refugees_documentevent" ("case_id", "content_type", "counterpart", "dated_on", "direction", "file", "id", "kind", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "sha256", "size", "title", "uploaded_at", "uploaded_by_id", "withdrawn_at", "withdrawn_by_id", "withdrawn_reason") VALUES (OLD."case_id", OLD."content_type", OLD."counterpart", OLD."dated_on", OLD."direction", OLD."file", OLD."id", OLD."kind", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, app_now(), \'delete\', OLD."id", OLD."public_id", OLD."sha256", OLD."size", OLD."title", OLD."uploaded_at", OLD."uploaded_by_id", OLD."withdrawn_at", OLD."withdrawn_by_id", OLD."withdrawn_reason"); RETURN NULL;',
                                    hash="aec70e0c678f000b4f26dc68fb287a8b27ca1f0c",
                                    operation="DELETE",
                                    pgid="pgtrigger_delete_delete_f513b",
                                    table="refugees_document",
                                    when="AFTER",
                                ),
                            ),
                        ],
                        "indexes": [
                            models.Index(fields=["case", "-dated_on", "-id"], name="document_by_case")
                        ],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    (
                                        "kind__in",
                                        ["letter", "decision", "permit", "contract", "photo", "other"],
                                    )
                                ),
                                name="document_kind_is_known",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("direction__in", ["received", "sent", "internal"])),
                                name="document_direction_is_known",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    (
                                        "content_type__in",
                                        [
                                            "application/pdf",
                                            "image/jpeg",
                                            "image/png",
                                            "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
                                        ],
                                    )
                                ),
                                name="document_type_is_accepted",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("title", ""), _negated=True), name="document_has_a_title"
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("size__gt", 0)), name="document_is_not_empty"
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("direction", "internal"),
                                    models.Q(("counterpart", ""), _negated=True),
                                    _connector="OR",
                                ),
                                name="document_from_or_to_names_whom",
                                violation_error_message="Say whom it came from or went to.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("withdrawn_at", None),
                                        ("withdrawn_by", None),
                                        ("withdrawn_reason", ""),
                                    ),
                                    models.Q(
                                        ("withdrawn_at__isnull", False),
                                        ("withdrawn_by__isnull", False),
                                        models.Q(("withdrawn_reason", ""), _negated=True),
                                    ),
                                    _connector="OR",
                                ),
                                name="document_withdrawn_when_by_whom_and_why",
                                violation_error_message="Say why the document is withdrawn.",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="DocumentEvent",
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
                                to="refugees.document",
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
                        ("title", models.CharField(max_length=200, verbose_name="title")),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("letter", "Letter"),
                                    ("decision", "Decision"),
                                    ("permit", "Permit"),
                                    ("contract", "Contract"),
                                    ("photo", "Photo"),
                                    ("other", "Other"),
                                ],
                                max_length=12,
                                verbose_name="kind",
                            ),
                        ),
                        (
                            "direction",
                            models.CharField(
                                choices=[
                                    ("received", "Received"),
                                    ("sent", "Sent"),
                                    ("internal", "Internal"),
                                ],
                                max_length=12,
                                verbose_name="direction",
                            ),
                        ),
                        (
                            "counterpart",
                            models.CharField(blank=True, max_length=120, verbose_name="from or to whom"),
                        ),
                        ("dated_on", models.DateField(verbose_name="date of the document")),
                        (
                            "file",
                            models.FileField(editable=False, upload_to=refugees.models.document.random_name),
                        ),
                        (
                            "content_type",
                            models.CharField(
                                choices=[
                                    ("application/pdf", "PDF"),
                                    ("image/jpeg", "JPEG"),
                                    ("image/png", "PNG"),
                                    (
                                        "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
                                        "Word",
                                    ),
                                ],
                                editable=False,
                                max_length=100,
                            ),
                        ),
                        ("size", models.PositiveBigIntegerField(editable=False)),
                        ("sha256", models.CharField(editable=False, max_length=64)),
                        (
                            "uploaded_by",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        ("uploaded_at", models.DateTimeField(default=accounts.day.now)),
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
                                    hash="f802fc3d71b521c108656cfdb05b34df302f4696",
                                    operation="UPDATE OR DELETE",
                                    pgid="pgtrigger_append_only_9a06d",
                                    table="refugees_documentevent",
                                    when="BEFORE",
                                ),
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Draft",
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
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "case",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="+",
                                to="refugees.case",
                            ),
                        ),
                        ("form", models.CharField(max_length=60)),
                        ("once", models.UUIDField(null=True)),
                        ("cipher", models.BinaryField()),
                        ("saved_at", models.DateTimeField(default=accounts.day.now)),
                    ],
                    options={
                        "verbose_name": "draft",
                        "verbose_name_plural": "drafts",
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("user", "case", "form"),
                                name="one_draft_per_person_case_and_form",
                                nulls_distinct=False,
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("form", ""), _negated=True), name="draft_names_its_form"
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="IntakeList",
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
                        (
                            "uploaded_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        ("uploaded_at", models.DateTimeField(default=accounts.day.now)),
                        ("file_name", models.CharField(max_length=120, verbose_name="file")),
                        ("sha256", models.CharField(max_length=64)),
                        (
                            "status",
                            models.CharField(
                                choices=[
                                    ("reading", "Being read"),
                                    ("checking", "To be checked"),
                                    ("carrying-out", "Being carried out"),
                                    ("done", "Done"),
                                    ("refused", "Could not be read"),
                                    ("discarded", "Discarded"),
                                ],
                                default="reading",
                                max_length=12,
                            ),
                        ),
                        ("refusal", models.JSONField(blank=True, default=dict)),
                        ("unknown_headings", models.JSONField(blank=True, default=list)),
                        ("sheets_not_read", models.JSONField(blank=True, default=list)),
                        ("total", models.PositiveIntegerField(blank=True, null=True)),
                        ("read_to", models.PositiveIntegerField(default=0)),
                        ("read", models.PositiveIntegerField(default=0)),
                        ("to_do", models.PositiveIntegerField(default=0)),
                        ("done", models.PositiveIntegerField(default=0)),
                        ("done_to", models.PositiveIntegerField(default=0)),
                        (
                            "first_of_month",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("", "Not decided yet"),
                                    ("early", "That month is the first whole month"),
                                    ("late", "The month after it is the first whole month"),
                                ],
                                max_length=8,
                            ),
                        ),
                        (
                            "confirmed_by",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        ("confirmed_at", models.DateTimeField(blank=True, null=True)),
                        ("moved_at", models.DateTimeField(default=django.utils.timezone.now)),
                    ],
                    options={
                        "verbose_name": "intake list",
                        "verbose_name_plural": "intake lists",
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="insert_insert",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "refugees_intakelistevent" ("confirmed_at", "confirmed_by_id", "done", "done_to", "file_name", "first_of_month", "id", "moved_at", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "read", "read_to", "refusal", "sha256", "sheets_not_read", "status", "to_do", "total", "unit_id", "unknown_headings", "uploaded_at", "uploaded_by_id") VALUES (NEW."confirmed_at", NEW."confirmed_by_id", NEW."done", NEW."done_to", NEW."file_name", NEW."first_of_month", NEW."id", NEW."moved_at", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, app_now(), \'insert\', NEW."id", NEW."public_id", NEW."read", NEW."read_to", NEW."refusal", NEW."sha256", NEW."sheets_not_read", NEW."status", NEW."to_do", NEW."total", NEW."unit_id", NEW."unknown_headings", NEW."uploaded_at", NEW."uploaded_by_id"); RETURN NULL;',
                                    hash="d82de80e3618245af9624b7bf4ad33bccf33f4ad",
                                    operation="INSERT",
                                    pgid="pgtrigger_insert_insert_084d4",
                                    table="refugees_intakelist",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="update_update",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                                    func='INSERT INTO "refugees_intakelistevent" ("confirmed_at", "confirmed_by_id", "done", "done_to", "file_name", "first_of_month", "id", "moved_at", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "read", "read_to", "refusal", "sha256", "sheets_not_read", "status", "to_do", "total", "unit_id", "unknown_headings", "uploaded_at", "uploaded_by_id") VALUES (NEW."confirmed_at", NEW."confirmed_by_id", NEW."done", NEW."done_to", NEW."file_name", NEW."first_of_month", NEW."id", NEW."moved_at", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, app_now(), \'update\', NEW."id", NEW."public_id", NEW."read", NEW."read_to", NEW."refusal", NEW."sha256", NEW."sheets_not_read", NEW."status", NEW."to_do", NEW."total", NEW."unit_id", NEW."unknown_headings", NEW."uploaded_at", NEW."uploaded_by_id"); RETURN NULL;',
                                    hash="71035bde8fdfd4f238d24097639c01adbc197462",
                                    operation="UPDATE",
                                    pgid="pgtrigger_update_update_9bdc8",
                                    table="refugees_intakelist",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="delete_delete",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "refugees_intakelistevent" ("confirmed_at", "confirmed_by_id", "done", "done_to", "file_name", "first_of_month", "id", "moved_at", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "read", "read_to", "refusal", "sha256", "sheets_not_read", "status", "to_do", "total", "unit_id", "unknown_headings", "uploaded_at", "uploaded_by_id") VALUES (OLD."confirmed_at", OLD."confirmed_by_id", OLD."done", OLD."done_to", OLD."file_name", OLD."first_of_month", OLD."id", OLD."moved_at", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, app_now(), \'delete\', OLD."id", OLD."public_id", OLD."read", OLD."read_to", OLD."refusal", OLD."sha256", OLD."sheets_not_read", OLD."status", OLD."to_do", OLD."total", OLD."unit_id", OLD."unknown_headings", OLD."uploaded_at", OLD."uploaded_by_id"); RETURN NULL;',
                                    hash="dbe8c6855bf4c221876aa3c82da23d64fbd26083",
                                    operation="DELETE",
                                    pgid="pgtrigger_delete_delete_fde96",
                                    table="refugees_intakelist",
                                    when="AFTER",
                                ),
                            ),
                        ],
                        "indexes": [
                            models.Index(fields=["unit", "-id"], name="intake_list_by_unit"),
                            models.Index(
                                condition=models.Q(("status__in", ["reading", "carrying-out"])),
                                fields=["moved_at"],
                                name="intake_list_at_work",
                            ),
                        ],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    (
                                        "status__in",
                                        [
                                            "reading",
                                            "checking",
                                            "carrying-out",
                                            "done",
                                            "refused",
                                            "discarded",
                                        ],
                                    )
                                ),
                                name="intake_list_status_is_known",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("first_of_month__in", ["", "early", "late"])),
                                name="intake_first_of_month_is_known",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("status", "carrying-out"), _negated=True),
                                    models.Q(
                                        ("confirmed_at__isnull", False), ("confirmed_by__isnull", False)
                                    ),
                                    _connector="OR",
                                ),
                                name="intake_is_carried_out_by_somebody",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("status", "refused"), _negated=True),
                                    ("refusal__has_key", "code"),
                                    _connector="OR",
                                ),
                                name="intake_refusal_says_why",
                            ),
                            models.UniqueConstraint(
                                condition=models.Q(("status__in", ["reading", "checking", "carrying-out"])),
                                fields=("unit", "sha256"),
                                name="one_unfinished_list_per_file",
                                violation_error_message="This very file is being worked on already.",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="IntakeListEvent",
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
                                to="refugees.intakelist",
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
                            "uploaded_by",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        ("uploaded_at", models.DateTimeField(default=accounts.day.now)),
                        ("file_name", models.CharField(max_length=120, verbose_name="file")),
                        ("sha256", models.CharField(max_length=64)),
                        (
                            "status",
                            models.CharField(
                                choices=[
                                    ("reading", "Being read"),
                                    ("checking", "To be checked"),
                                    ("carrying-out", "Being carried out"),
                                    ("done", "Done"),
                                    ("refused", "Could not be read"),
                                    ("discarded", "Discarded"),
                                ],
                                default="reading",
                                max_length=12,
                            ),
                        ),
                        ("refusal", models.JSONField(blank=True, default=dict)),
                        ("unknown_headings", models.JSONField(blank=True, default=list)),
                        ("sheets_not_read", models.JSONField(blank=True, default=list)),
                        ("total", models.PositiveIntegerField(blank=True, null=True)),
                        ("read_to", models.PositiveIntegerField(default=0)),
                        ("read", models.PositiveIntegerField(default=0)),
                        ("to_do", models.PositiveIntegerField(default=0)),
                        ("done", models.PositiveIntegerField(default=0)),
                        ("done_to", models.PositiveIntegerField(default=0)),
                        (
                            "first_of_month",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("", "Not decided yet"),
                                    ("early", "That month is the first whole month"),
                                    ("late", "The month after it is the first whole month"),
                                ],
                                max_length=8,
                            ),
                        ),
                        (
                            "confirmed_by",
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
                        ("confirmed_at", models.DateTimeField(blank=True, null=True)),
                        ("moved_at", models.DateTimeField(default=django.utils.timezone.now)),
                    ],
                    options={
                        "abstract": False,
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="append_only",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                                    hash="16f927cf4219fe7294b9cec8266d8fee3cd2783b",
                                    operation="UPDATE OR DELETE",
                                    pgid="pgtrigger_append_only_4cfce",
                                    table="refugees_intakelistevent",
                                    when="BEFORE",
                                ),
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="IntakeFile",
                    fields=[
                        (
                            "intake_list",
                            models.OneToOneField(
                                on_delete=django.db.models.deletion.CASCADE,
                                primary_key=True,
                                related_name="file",
                                serialize=False,
                                to="refugees.intakelist",
                            ),
                        ),
                        ("cipher", models.BinaryField()),
                    ],
                    options={
                        "verbose_name": "uploaded file",
                    },
                ),
                migrations.CreateModel(
                    name="IntakeRow",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "intake_list",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="rows",
                                to="refugees.intakelist",
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
                        ("number", models.PositiveIntegerField()),
                        ("cipher", models.BinaryField()),
                        ("problems", models.JSONField(blank=True, default=list)),
                        ("number_hash", models.BinaryField(max_length=32, null=True)),
                        ("immigration_hash", models.BinaryField(max_length=32, null=True)),
                        ("name_hash", models.BinaryField(max_length=32, null=True)),
                        ("household_key", models.CharField(blank=True, max_length=64)),
                        (
                            "outcome",
                            models.CharField(
                                choices=[
                                    ("decide", "Needs a decision"),
                                    ("cannot", "Cannot be taken in"),
                                    ("create", "New case"),
                                    ("update", "Update"),
                                    ("known", "Known already"),
                                ],
                                max_length=8,
                            ),
                        ),
                        (
                            "match",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="refugees.person",
                            ),
                        ),
                        ("match_version", models.PositiveIntegerField(blank=True, null=True)),
                        (
                            "likeness",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("same-number", "same CPR number"),
                                    ("same-immigration-id", "same Immigration Service number"),
                                    ("same-birthday-and-name", "same date of birth and similar name"),
                                    ("same-birthday", "same date of birth"),
                                    ("similar-name", "similar name"),
                                ],
                                max_length=24,
                            ),
                        ),
                        (
                            "elsewhere",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="accounts.unit",
                            ),
                        ),
                        ("twin", models.PositiveIntegerField(blank=True, null=True)),
                        ("is_on_first", models.BooleanField(default=False)),
                        (
                            "decision",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("", "Not decided"),
                                    ("same", "The same person"),
                                    ("new", "Another person"),
                                    ("leave-out", "Left out"),
                                ],
                                max_length=12,
                            ),
                        ),
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
                            "result",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("", "Not carried out"),
                                    ("created", "Case opened"),
                                    ("updated", "Brought up to date"),
                                    ("unchanged", "Nothing new"),
                                    ("left-out", "Left out"),
                                    ("refused", "Could not be carried out"),
                                ],
                                max_length=12,
                            ),
                        ),
                        ("changed", models.JSONField(blank=True, default=list)),
                        (
                            "case",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="refugees.case",
                            ),
                        ),
                        ("done_at", models.DateTimeField(blank=True, null=True)),
                    ],
                    options={
                        "verbose_name": "row of an intake list",
                        "verbose_name_plural": "rows of intake lists",
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="insert_insert",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "refugees_intakerowevent" ("case_id", "changed", "cipher", "decided_by_id", "decision", "done_at", "elsewhere_id", "household_key", "id", "immigration_hash", "intake_list_id", "is_on_first", "likeness", "match_id", "match_version", "name_hash", "number", "number_hash", "outcome", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "problems", "result", "twin", "unit_id") VALUES (NEW."case_id", NEW."changed", NEW."cipher", NEW."decided_by_id", NEW."decision", NEW."done_at", NEW."elsewhere_id", NEW."household_key", NEW."id", NEW."immigration_hash", NEW."intake_list_id", NEW."is_on_first", NEW."likeness", NEW."match_id", NEW."match_version", NEW."name_hash", NEW."number", NEW."number_hash", NEW."outcome", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, app_now(), \'insert\', NEW."id", NEW."problems", NEW."result", NEW."twin", NEW."unit_id"); RETURN NULL;',
                                    hash="92013595b1fcff77549967bad88eef9a145b66ef",
                                    operation="INSERT",
                                    pgid="pgtrigger_insert_insert_0eec4",
                                    table="refugees_intakerow",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="update_update",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                                    func='INSERT INTO "refugees_intakerowevent" ("case_id", "changed", "cipher", "decided_by_id", "decision", "done_at", "elsewhere_id", "household_key", "id", "immigration_hash", "intake_list_id", "is_on_first", "likeness", "match_id", "match_version", "name_hash", "number", "number_hash", "outcome", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "problems", "result", "twin", "unit_id") VALUES (NEW."case_id", NEW."changed", NEW."cipher", NEW."decided_by_id", NEW."decision", NEW."done_at", NEW."elsewhere_id", NEW."household_key", NEW."id", NEW."immigration_hash", NEW."intake_list_id", NEW."is_on_first", NEW."likeness", NEW."match_id", NEW."match_version", NEW."name_hash", NEW."number", NEW."number_hash", NEW."outcome", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, app_now(), \'update\', NEW."id", NEW."problems", NEW."result", NEW."twin", NEW."unit_id"); RETURN NULL;',
                                    hash="b4dde9537b8b30b359184682816fc793656e61b8",
                                    operation="UPDATE",
                                    pgid="pgtrigger_update_update_4fcfd",
                                    table="refugees_intakerow",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="delete_delete",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "refugees_intakerowevent" ("case_id", "changed", "cipher", "decided_by_id", "decision", "done_at", "elsewhere_id", "household_key", "id", "immigration_hash", "intake_list_id", "is_on_first", "likeness", "match_id", "match_version", "name_hash", "number", "number_hash", "outcome", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "problems", "result", "twin", "unit_id") VALUES (OLD."case_id", OLD."changed", OLD."cipher", OLD."decided_by_id", OLD."decision", OLD."done_at", OLD."elsewhere_id", OLD."household_key", OLD."id", OLD."immigration_hash", OLD."intake_list_id", OLD."is_on_first", OLD."likeness", OLD."match_id", OLD."match_version", OLD."name_hash", OLD."number", OLD."number_hash", OLD."outcome", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, app_now(), \'delete\', OLD."id", OLD."problems", OLD."result", OLD."twin", OLD."unit_id"); RETURN NULL;',
                                    hash="d4848de41c77cff3f5849cab8d912cc59af6aaa4",
                                    operation="DELETE",
                                    pgid="pgtrigger_delete_delete_e1e0b",
                                    table="refugees_intakerow",
                                    when="AFTER",
                                ),
                            ),
                        ],
                        "indexes": [
                            models.Index(
                                fields=["intake_list", "outcome", "number"], name="intake_row_by_outcome"
                            ),
                            models.Index(
                                condition=models.Q(("done_at", None)),
                                fields=["intake_list", "number"],
                                name="intake_row_to_do",
                            ),
                            models.Index(fields=["intake_list", "number_hash"], name="intake_row_by_number"),
                            models.Index(
                                fields=["intake_list", "household_key"], name="intake_row_by_household"
                            ),
                        ],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("intake_list", "number"), name="one_row_per_line_of_a_list"
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("outcome__in", ["decide", "cannot", "create", "update", "known"])
                                ),
                                name="intake_outcome_is_known",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("decision__in", ["", "same", "new", "leave-out"])),
                                name="intake_decision_is_known",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    (
                                        "likeness__in",
                                        [
                                            "",
                                            "same-number",
                                            "same-immigration-id",
                                            "same-birthday-and-name",
                                            "same-birthday",
                                            "similar-name",
                                        ],
                                    )
                                ),
                                name="intake_likeness_is_known",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("done_at", None), ("result", "")),
                                    models.Q(
                                        ("done_at__isnull", False),
                                        (
                                            "result__in",
                                            ["created", "updated", "unchanged", "left-out", "refused"],
                                        ),
                                    ),
                                    _connector="OR",
                                ),
                                name="intake_result_and_time_go_together",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("result__in", ["created", "updated"]), _negated=True),
                                    ("case__isnull", False),
                                    _connector="OR",
                                ),
                                name="intake_row_made_names_its_case",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("decision", "same"), _negated=True),
                                    ("match__isnull", False),
                                    _connector="OR",
                                ),
                                name="intake_same_person_is_named",
                                violation_error_message="Nobody is named whom this could be.",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="IntakeRowEvent",
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
                                to="refugees.intakerow",
                            ),
                        ),
                        ("pgh_context", pghistory.utils.JSONField(null=True)),
                        ("pgh_context_id", models.UUIDField(null=True)),
                        ("id", models.BigIntegerField()),
                        (
                            "intake_list",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="refugees.intakelist",
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
                        ("number", models.PositiveIntegerField()),
                        ("cipher", models.BinaryField()),
                        ("problems", models.JSONField(blank=True, default=list)),
                        ("number_hash", models.BinaryField(max_length=32, null=True)),
                        ("immigration_hash", models.BinaryField(max_length=32, null=True)),
                        ("name_hash", models.BinaryField(max_length=32, null=True)),
                        ("household_key", models.CharField(blank=True, max_length=64)),
                        (
                            "outcome",
                            models.CharField(
                                choices=[
                                    ("decide", "Needs a decision"),
                                    ("cannot", "Cannot be taken in"),
                                    ("create", "New case"),
                                    ("update", "Update"),
                                    ("known", "Known already"),
                                ],
                                max_length=8,
                            ),
                        ),
                        (
                            "match",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="refugees.person",
                            ),
                        ),
                        ("match_version", models.PositiveIntegerField(blank=True, null=True)),
                        (
                            "likeness",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("same-number", "same CPR number"),
                                    ("same-immigration-id", "same Immigration Service number"),
                                    ("same-birthday-and-name", "same date of birth and similar name"),
                                    ("same-birthday", "same date of birth"),
                                    ("similar-name", "similar name"),
                                ],
                                max_length=24,
                            ),
                        ),
                        (
                            "elsewhere",
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
                        ("twin", models.PositiveIntegerField(blank=True, null=True)),
                        ("is_on_first", models.BooleanField(default=False)),
                        (
                            "decision",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("", "Not decided"),
                                    ("same", "The same person"),
                                    ("new", "Another person"),
                                    ("leave-out", "Left out"),
                                ],
                                max_length=12,
                            ),
                        ),
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
                            "result",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("", "Not carried out"),
                                    ("created", "Case opened"),
                                    ("updated", "Brought up to date"),
                                    ("unchanged", "Nothing new"),
                                    ("left-out", "Left out"),
                                    ("refused", "Could not be carried out"),
                                ],
                                max_length=12,
                            ),
                        ),
                        ("changed", models.JSONField(blank=True, default=list)),
                        (
                            "case",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="refugees.case",
                            ),
                        ),
                        ("done_at", models.DateTimeField(blank=True, null=True)),
                    ],
                    options={
                        "abstract": False,
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="append_only",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                                    hash="14e80442b705b2addf5eb8808d7c499b23c1e3bd",
                                    operation="UPDATE OR DELETE",
                                    pgid="pgtrigger_append_only_a7f3f",
                                    table="refugees_intakerowevent",
                                    when="BEFORE",
                                ),
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Note",
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
                                related_name="notes",
                                to="refugees.case",
                            ),
                        ),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("note", "Note"),
                                    ("call", "Telephone call"),
                                    ("meeting", "Meeting"),
                                    ("step", "Significant step"),
                                ],
                                default="note",
                                max_length=12,
                                verbose_name="kind",
                            ),
                        ),
                        ("happened_on", models.DateField(verbose_name="happened on")),
                        ("happened_time", models.TimeField(blank=True, null=True, verbose_name="time")),
                        ("text", models.TextField(max_length=20000, verbose_name="text")),
                        (
                            "author",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        ("written_at", models.DateTimeField(default=accounts.day.now)),
                        ("version", models.PositiveIntegerField(default=1, editable=False)),
                        (
                            "corrected_by",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        ("corrected_at", models.DateTimeField(blank=True, null=True)),
                        (
                            "correction_reason",
                            models.CharField(blank=True, max_length=300, verbose_name="reason"),
                        ),
                    ],
                    options={
                        "verbose_name": "note",
                        "verbose_name_plural": "notes",
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="insert_insert",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "refugees_noteevent" ("author_id", "case_id", "corrected_at", "corrected_by_id", "correction_reason", "happened_on", "happened_time", "id", "kind", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "text", "version", "written_at") VALUES (NEW."author_id", NEW."case_id", NEW."corrected_at", NEW."corrected_by_id", NEW."correction_reason", NEW."happened_on", NEW."happened_time", NEW."id", NEW."kind", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, app_now(), \'insert\', NEW."id", NEW."public_id", NEW."text", NEW."version", NEW."written_at"); RETURN NULL;',
                                    hash="75cc3c429c06af32bf357dfb61ebf3ec726c4561",
                                    operation="INSERT",
                                    pgid="pgtrigger_insert_insert_dffea",
                                    table="refugees_note",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="update_update",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                                    func='INSERT INTO "refugees_noteevent" ("author_id", "case_id", "corrected_at", "corrected_by_id", "correction_reason", "happened_on", "happened_time", "id", "kind", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "text", "version", "written_at") VALUES (NEW."author_id", NEW."case_id", NEW."corrected_at", NEW."corrected_by_id", NEW."correction_reason", NEW."happened_on", NEW."happened_time", NEW."id", NEW."kind", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, app_now(), \'update\', NEW."id", NEW."public_id", NEW."text", NEW."version", NEW."written_at"); RETURN NULL;',
                                    hash="2fbad410f20e1553bf967fc4b0feca2295e727e5",
                                    operation="UPDATE",
                                    pgid="pgtrigger_update_update_63aa2",
                                    table="refugees_note",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="delete_delete",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "refugees_noteevent" ("author_id", "case_id", "corrected_at", "corrected_by_id", "correction_reason", "happened_on", "happened_time", "id", "kind", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "text", "version", "written_at") VALUES (OLD."author_id", OLD."case_id", OLD."corrected_at", OLD."corrected_by_id", OLD."correction_reason", OLD."happened_on", OLD."happened_time", OLD."id", OLD."kind", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, app_now(), \'delete\', OLD."id", OLD."public_id", OLD."text", OLD."version", OLD."written_at"); RETURN NULL;',
                                    hash="5f7bc12a12def1e871963a9f74747c3c8073549b",
                                    operation="DELETE",
                                    pgid="pgtrigger_delete_delete_e186e",
                                    table="refugees_note",
                                    when="AFTER",
                                ),
                            ),
                        ],
                        "indexes": [
                            models.Index(fields=["case", "-happened_on", "-id"], name="note_by_case")
                        ],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(("kind__in", ["note", "call", "meeting", "step"])),
                                name="note_kind_is_known",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("text", ""), _negated=True),
                                    django.db.models.lookups.LessThanOrEqual(
                                        django.db.models.functions.text.Length("text"), 20000
                                    ),
                                ),
                                name="note_has_a_text_of_bounded_length",
                                violation_error_message="Write something, at most 20,000 characters.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("corrected_at", None),
                                        ("corrected_by", None),
                                        ("correction_reason", ""),
                                        ("version", 1),
                                    ),
                                    models.Q(
                                        ("corrected_at__isnull", False),
                                        ("corrected_by__isnull", False),
                                        ("version__gt", 1),
                                        models.Q(("correction_reason", ""), _negated=True),
                                    ),
                                    _connector="OR",
                                ),
                                name="note_correction_says_who_when_why",
                                violation_error_message="Say why the note is corrected.",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="NoteEvent",
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
                                to="refugees.note",
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
                            "kind",
                            models.CharField(
                                choices=[
                                    ("note", "Note"),
                                    ("call", "Telephone call"),
                                    ("meeting", "Meeting"),
                                    ("step", "Significant step"),
                                ],
                                default="note",
                                max_length=12,
                                verbose_name="kind",
                            ),
                        ),
                        ("happened_on", models.DateField(verbose_name="happened on")),
                        ("happened_time", models.TimeField(blank=True, null=True, verbose_name="time")),
                        ("text", models.TextField(max_length=20000, verbose_name="text")),
                        (
                            "author",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        ("written_at", models.DateTimeField(default=accounts.day.now)),
                        ("version", models.PositiveIntegerField(default=1, editable=False)),
                        (
                            "corrected_by",
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
                        ("corrected_at", models.DateTimeField(blank=True, null=True)),
                        (
                            "correction_reason",
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
                                    hash="82357fc489ace19cdc546235956414077156d81c",
                                    operation="UPDATE OR DELETE",
                                    pgid="pgtrigger_append_only_00b17",
                                    table="refugees_noteevent",
                                    when="BEFORE",
                                ),
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="JobReadiness",
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
                            django.contrib.postgres.fields.ranges.DateRangeField(verbose_name="period"),
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
                        ("version", models.PositiveIntegerField(default=1, editable=False)),
                        (
                            "corrected_at",
                            models.DateTimeField(blank=True, null=True, verbose_name="corrected"),
                        ),
                        (
                            "corrected_by",
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
                            "withdrawn_at",
                            models.DateTimeField(blank=True, null=True, verbose_name="withdrawn"),
                        ),
                        (
                            "case",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="readiness",
                                to="refugees.case",
                            ),
                        ),
                        ("is_ready", models.BooleanField(verbose_name="job-ready")),
                        (
                            "reason",
                            models.CharField(blank=True, max_length=300, verbose_name="why not job-ready"),
                        ),
                    ],
                    options={
                        "verbose_name": "job-readiness",
                        "verbose_name_plural": "job-readiness",
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="insert_insert",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "refugees_jobreadinessevent" ("case_id", "corrected_at", "corrected_by_id", "correction_reason", "during", "id", "is_ready", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "reason", "recorded_at", "recorded_by_id", "version", "withdrawn_at") VALUES (NEW."case_id", NEW."corrected_at", NEW."corrected_by_id", NEW."correction_reason", NEW."during", NEW."id", NEW."is_ready", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, app_now(), \'insert\', NEW."id", NEW."public_id", NEW."reason", NEW."recorded_at", NEW."recorded_by_id", NEW."version", NEW."withdrawn_at"); RETURN NULL;',
                                    hash="b77a6f0f2d91cb0cd528966e07255d8710110131",
                                    operation="INSERT",
                                    pgid="pgtrigger_insert_insert_1bfb0",
                                    table="refugees_jobreadiness",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="update_update",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                                    func='INSERT INTO "refugees_jobreadinessevent" ("case_id", "corrected_at", "corrected_by_id", "correction_reason", "during", "id", "is_ready", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "reason", "recorded_at", "recorded_by_id", "version", "withdrawn_at") VALUES (NEW."case_id", NEW."corrected_at", NEW."corrected_by_id", NEW."correction_reason", NEW."during", NEW."id", NEW."is_ready", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, app_now(), \'update\', NEW."id", NEW."public_id", NEW."reason", NEW."recorded_at", NEW."recorded_by_id", NEW."version", NEW."withdrawn_at"); RETURN NULL;',
                                    hash="97459fde60df7f71ec9b12cdd5a56d921bacd786",
                                    operation="UPDATE",
                                    pgid="pgtrigger_update_update_3a328",
                                    table="refugees_jobreadiness",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="delete_delete",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "refugees_jobreadinessevent" ("case_id", "corrected_at", "corrected_by_id", "correction_reason", "during", "id", "is_ready", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "reason", "recorded_at", "recorded_by_id", "version", "withdrawn_at") VALUES (OLD."case_id", OLD."corrected_at", OLD."corrected_by_id", OLD."correction_reason", OLD."during", OLD."id", OLD."is_ready", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, app_now(), \'delete\', OLD."id", OLD."public_id", OLD."reason", OLD."recorded_at", OLD."recorded_by_id", OLD."version", OLD."withdrawn_at"); RETURN NULL;',
                                    hash="3c0098ad2c03f196b1d3c41ee94f864760879ead",
                                    operation="DELETE",
                                    pgid="pgtrigger_delete_delete_41c23",
                                    table="refugees_jobreadiness",
                                    when="AFTER",
                                ),
                            ),
                        ],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("during__isempty", False), ("during__startswith__isnull", False)
                                ),
                                name="readiness_period_has_days",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("is_ready", True),
                                    models.Q(("reason", ""), _negated=True),
                                    _connector="OR",
                                ),
                                name="exemption_says_why",
                                violation_error_message="Say why the person obviously cannot take part.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("is_ready", False), ("reason", ""), _connector="OR"),
                                name="readiness_reason_only_when_exempt",
                                violation_error_message="Only an exemption has a reason.",
                            ),
                            django.contrib.postgres.constraints.ExclusionConstraint(
                                condition=models.Q(("withdrawn_at", None)),
                                expressions=[("case", "="), ("during", "&&")],
                                name="readiness_one_at_a_time",
                                violation_error_message="Another period of job-readiness overlaps this one.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("corrected_at", None),
                                        ("corrected_by", None),
                                        ("correction_reason", ""),
                                        ("version", 1),
                                    ),
                                    models.Q(
                                        ("corrected_at__isnull", False),
                                        ("corrected_by__isnull", False),
                                        ("version__gt", 1),
                                        models.Q(("correction_reason", ""), _negated=True),
                                    ),
                                    _connector="OR",
                                ),
                                name="readiness_correction_says_who_when_why",
                                violation_error_message="Say why it is corrected.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("withdrawn_at", None), ("version__gt", 1), _connector="OR"
                                ),
                                name="readiness_withdrawal_is_a_correction",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="JobReadinessEvent",
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
                                to="refugees.jobreadiness",
                            ),
                        ),
                        ("pgh_context", pghistory.utils.JSONField(null=True)),
                        ("pgh_context_id", models.UUIDField(null=True)),
                        ("id", models.BigIntegerField()),
                        ("public_id", models.UUIDField(default=uuid6.uuid7, editable=False)),
                        (
                            "during",
                            django.contrib.postgres.fields.ranges.DateRangeField(verbose_name="period"),
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
                        ("version", models.PositiveIntegerField(default=1, editable=False)),
                        (
                            "corrected_at",
                            models.DateTimeField(blank=True, null=True, verbose_name="corrected"),
                        ),
                        (
                            "corrected_by",
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
                            "withdrawn_at",
                            models.DateTimeField(blank=True, null=True, verbose_name="withdrawn"),
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
                        ("is_ready", models.BooleanField(verbose_name="job-ready")),
                        (
                            "reason",
                            models.CharField(blank=True, max_length=300, verbose_name="why not job-ready"),
                        ),
                    ],
                    options={
                        "abstract": False,
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="append_only",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                                    hash="5d10e1dfe78fca80649397a35ee15cf214459e00",
                                    operation="UPDATE OR DELETE",
                                    pgid="pgtrigger_append_only_1f35b",
                                    table="refugees_jobreadinessevent",
                                    when="BEFORE",
                                ),
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="BenefitPeriod",
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
                            django.contrib.postgres.fields.ranges.DateRangeField(verbose_name="period"),
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
                        ("version", models.PositiveIntegerField(default=1, editable=False)),
                        (
                            "corrected_at",
                            models.DateTimeField(blank=True, null=True, verbose_name="corrected"),
                        ),
                        (
                            "corrected_by",
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
                            "withdrawn_at",
                            models.DateTimeField(blank=True, null=True, verbose_name="withdrawn"),
                        ),
                        (
                            "case",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="benefits",
                                to="refugees.case",
                            ),
                        ),
                        (
                            "kind",
                            models.CharField(
                                choices=[("benefit", "On benefit"), ("self-supporting", "Self-supporting")],
                                max_length=20,
                                verbose_name="kind",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "benefit status",
                        "verbose_name_plural": "benefit status",
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="insert_insert",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "refugees_benefitperiodevent" ("case_id", "corrected_at", "corrected_by_id", "correction_reason", "during", "id", "kind", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "recorded_at", "recorded_by_id", "version", "withdrawn_at") VALUES (NEW."case_id", NEW."corrected_at", NEW."corrected_by_id", NEW."correction_reason", NEW."during", NEW."id", NEW."kind", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, app_now(), \'insert\', NEW."id", NEW."public_id", NEW."recorded_at", NEW."recorded_by_id", NEW."version", NEW."withdrawn_at"); RETURN NULL;',
                                    hash="82b374f9dc29df6d6ef12bae37965cd988a11010",
                                    operation="INSERT",
                                    pgid="pgtrigger_insert_insert_2e549",
                                    table="refugees_benefitperiod",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="update_update",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                                    func='INSERT INTO "refugees_benefitperiodevent" ("case_id", "corrected_at", "corrected_by_id", "correction_reason", "during", "id", "kind", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "recorded_at", "recorded_by_id", "version", "withdrawn_at") VALUES (NEW."case_id", NEW."corrected_at", NEW."corrected_by_id", NEW."correction_reason", NEW."during", NEW."id", NEW."kind", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, app_now(), \'update\', NEW."id", NEW."public_id", NEW."recorded_at", NEW."recorded_by_id", NEW."version", NEW."withdrawn_at"); RETURN NULL;',
                                    hash="de9e71cb08c8ef08c3f7138567e8ca593d702b7b",
                                    operation="UPDATE",
                                    pgid="pgtrigger_update_update_f0255",
                                    table="refugees_benefitperiod",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="delete_delete",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "refugees_benefitperiodevent" ("case_id", "corrected_at", "corrected_by_id", "correction_reason", "during", "id", "kind", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "recorded_at", "recorded_by_id", "version", "withdrawn_at") VALUES (OLD."case_id", OLD."corrected_at", OLD."corrected_by_id", OLD."correction_reason", OLD."during", OLD."id", OLD."kind", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, app_now(), \'delete\', OLD."id", OLD."public_id", OLD."recorded_at", OLD."recorded_by_id", OLD."version", OLD."withdrawn_at"); RETURN NULL;',
                                    hash="abab2740d79f08501022439f107e4caca417165a",
                                    operation="DELETE",
                                    pgid="pgtrigger_delete_delete_dc292",
                                    table="refugees_benefitperiod",
                                    when="AFTER",
                                ),
                            ),
                        ],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(("kind__in", ["benefit", "self-supporting"])),
                                name="benefit_kind_is_known",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("during__isempty", False), ("during__startswith__isnull", False)
                                ),
                                name="benefit_period_has_days",
                            ),
                            django.contrib.postgres.constraints.ExclusionConstraint(
                                condition=models.Q(("withdrawn_at", None)),
                                expressions=[("case", "="), ("during", "&&")],
                                name="benefit_one_at_a_time",
                                violation_error_message="Another benefit status overlaps this period.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("corrected_at", None),
                                        ("corrected_by", None),
                                        ("correction_reason", ""),
                                        ("version", 1),
                                    ),
                                    models.Q(
                                        ("corrected_at__isnull", False),
                                        ("corrected_by__isnull", False),
                                        ("version__gt", 1),
                                        models.Q(("correction_reason", ""), _negated=True),
                                    ),
                                    _connector="OR",
                                ),
                                name="benefit_correction_says_who_when_why",
                                violation_error_message="Say why it is corrected.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("withdrawn_at", None), ("version__gt", 1), _connector="OR"
                                ),
                                name="benefit_withdrawal_is_a_correction",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="BenefitPeriodEvent",
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
                                to="refugees.benefitperiod",
                            ),
                        ),
                        ("pgh_context", pghistory.utils.JSONField(null=True)),
                        ("pgh_context_id", models.UUIDField(null=True)),
                        ("id", models.BigIntegerField()),
                        ("public_id", models.UUIDField(default=uuid6.uuid7, editable=False)),
                        (
                            "during",
                            django.contrib.postgres.fields.ranges.DateRangeField(verbose_name="period"),
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
                        ("version", models.PositiveIntegerField(default=1, editable=False)),
                        (
                            "corrected_at",
                            models.DateTimeField(blank=True, null=True, verbose_name="corrected"),
                        ),
                        (
                            "corrected_by",
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
                            "withdrawn_at",
                            models.DateTimeField(blank=True, null=True, verbose_name="withdrawn"),
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
                            "kind",
                            models.CharField(
                                choices=[("benefit", "On benefit"), ("self-supporting", "Self-supporting")],
                                max_length=20,
                                verbose_name="kind",
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
                                    hash="5a53c96a570a8fc68b001d8797254e526be5b821",
                                    operation="UPDATE OR DELETE",
                                    pgid="pgtrigger_append_only_403dd",
                                    table="refugees_benefitperiodevent",
                                    when="BEFORE",
                                ),
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Talk",
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
                                related_name="talks",
                                to="refugees.case",
                            ),
                        ),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("follow-up", "Follow-up talk"),
                                    ("job", "Job talk"),
                                    ("cv", "CV talk"),
                                ],
                                default="follow-up",
                                max_length=12,
                                verbose_name="kind",
                            ),
                        ),
                        ("on", models.DateField(verbose_name="date")),
                        (
                            "form",
                            models.CharField(
                                choices=[
                                    ("in-person", "In person"),
                                    ("phone", "By telephone"),
                                    ("digital", "Digitally"),
                                ],
                                max_length=12,
                                verbose_name="how",
                            ),
                        ),
                        (
                            "participants",
                            django.contrib.postgres.fields.ArrayField(
                                base_field=models.CharField(
                                    choices=[
                                        ("interpreter", "Interpreter"),
                                        ("mentor", "Mentor"),
                                        ("companion", "Somebody the person brought along"),
                                        ("representative", "The person's representative"),
                                        ("company", "The company"),
                                        ("other", "Somebody else"),
                                    ],
                                    max_length=16,
                                ),
                                blank=True,
                                default=list,
                                size=None,
                                verbose_name="who else took part",
                            ),
                        ),
                        (
                            "agreement",
                            models.CharField(blank=True, max_length=1000, verbose_name="what was agreed"),
                        ),
                        ("was_held", models.BooleanField(default=True, verbose_name="held")),
                        (
                            "why_not",
                            models.CharField(blank=True, max_length=300, verbose_name="why it was not held"),
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
                        ("version", models.PositiveIntegerField(default=1, editable=False)),
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
                        "verbose_name": "talk",
                        "verbose_name_plural": "talks",
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="insert_insert",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "refugees_talkevent" ("agreement", "case_id", "correction_reason", "form", "id", "kind", "on", "participants", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "recorded_at", "recorded_by_id", "taken_back_at", "version", "was_held", "why_not") VALUES (NEW."agreement", NEW."case_id", NEW."correction_reason", NEW."form", NEW."id", NEW."kind", NEW."on", NEW."participants", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, app_now(), \'insert\', NEW."id", NEW."public_id", NEW."recorded_at", NEW."recorded_by_id", NEW."taken_back_at", NEW."version", NEW."was_held", NEW."why_not"); RETURN NULL;',
                                    hash="5e4706b66d026e2b4d667d63f772a478604fc911",
                                    operation="INSERT",
                                    pgid="pgtrigger_insert_insert_f52d1",
                                    table="refugees_talk",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="update_update",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                                    func='INSERT INTO "refugees_talkevent" ("agreement", "case_id", "correction_reason", "form", "id", "kind", "on", "participants", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "recorded_at", "recorded_by_id", "taken_back_at", "version", "was_held", "why_not") VALUES (NEW."agreement", NEW."case_id", NEW."correction_reason", NEW."form", NEW."id", NEW."kind", NEW."on", NEW."participants", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, app_now(), \'update\', NEW."id", NEW."public_id", NEW."recorded_at", NEW."recorded_by_id", NEW."taken_back_at", NEW."version", NEW."was_held", NEW."why_not"); RETURN NULL;',
                                    hash="0aa76ab60413ae25b5ccb49ccff75cf23e372cd9",
                                    operation="UPDATE",
                                    pgid="pgtrigger_update_update_64859",
                                    table="refugees_talk",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="delete_delete",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "refugees_talkevent" ("agreement", "case_id", "correction_reason", "form", "id", "kind", "on", "participants", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "recorded_at", "recorded_by_id", "taken_back_at", "version", "was_held", "why_not") VALUES (OLD."agreement", OLD."case_id", OLD."correction_reason", OLD."form", OLD."id", OLD."kind", OLD."on", OLD."participants", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, app_now(), \'delete\', OLD."id", OLD."public_id", OLD."recorded_at", OLD."recorded_by_id", OLD."taken_back_at", OLD."version", OLD."was_held", OLD."why_not"); RETURN NULL;',
                                    hash="8789f02bbfa3cb14cc4d079f7f5708a822ff1c66",
                                    operation="DELETE",
                                    pgid="pgtrigger_delete_delete_32f73",
                                    table="refugees_talk",
                                    when="AFTER",
                                ),
                            ),
                        ],
                        "indexes": [
                            models.Index(
                                condition=models.Q(("taken_back_at", None)),
                                fields=["case", "on"],
                                name="talk_by_case",
                            )
                        ],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(("kind__in", ["follow-up", "job", "cv"])),
                                name="talk_kind_is_known",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("form__in", ["in-person", "phone", "digital"])),
                                name="talk_form_is_known",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    (
                                        "participants__contained_by",
                                        [
                                            "interpreter",
                                            "mentor",
                                            "companion",
                                            "representative",
                                            "company",
                                            "other",
                                        ],
                                    )
                                ),
                                name="talk_participants_are_known",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("was_held", True), ("why_not", "")),
                                    models.Q(("was_held", False), models.Q(("why_not", ""), _negated=True)),
                                    _connector="OR",
                                ),
                                name="talk_not_held_says_why",
                                violation_error_message="Say why the talk was not held.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("taken_back_at", None),
                                    models.Q(("correction_reason", ""), _negated=True),
                                    _connector="OR",
                                ),
                                name="taking_back_a_talk_says_why",
                                violation_error_message="Say why the talk is taken back.",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="TalkEvent",
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
                                to="refugees.talk",
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
                            "kind",
                            models.CharField(
                                choices=[
                                    ("follow-up", "Follow-up talk"),
                                    ("job", "Job talk"),
                                    ("cv", "CV talk"),
                                ],
                                default="follow-up",
                                max_length=12,
                                verbose_name="kind",
                            ),
                        ),
                        ("on", models.DateField(verbose_name="date")),
                        (
                            "form",
                            models.CharField(
                                choices=[
                                    ("in-person", "In person"),
                                    ("phone", "By telephone"),
                                    ("digital", "Digitally"),
                                ],
                                max_length=12,
                                verbose_name="how",
                            ),
                        ),
                        (
                            "participants",
                            django.contrib.postgres.fields.ArrayField(
                                base_field=models.CharField(
                                    choices=[
                                        ("interpreter", "Interpreter"),
                                        ("mentor", "Mentor"),
                                        ("companion", "Somebody the person brought along"),
                                        ("representative", "The person's representative"),
                                        ("company", "The company"),
                                        ("other", "Somebody else"),
                                    ],
                                    max_length=16,
                                ),
                                blank=True,
                                default=list,
                                size=None,
                                verbose_name="who else took part",
                            ),
                        ),
                        (
                            "agreement",
                            models.CharField(blank=True, max_length=1000, verbose_name="what was agreed"),
                        ),
                        ("was_held", models.BooleanField(default=True, verbose_name="held")),
                        (
                            "why_not",
                            models.CharField(blank=True, max_length=300, verbose_name="why it was not held"),
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
                        ("version", models.PositiveIntegerField(default=1, editable=False)),
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
                                    hash="abe8db24c22e8510b77faff7219572b008af06dc",
                                    operation="UPDATE OR DELETE",
                                    pgid="pgtrigger_append_only_23c39",
                                    table="refugees_talkevent",
                                    when="BEFORE",
                                ),
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="TeamMember",
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
                                related_name="team",
                                to="refugees.case",
                            ),
                        ),
                        (
                            "user",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="team_parts",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
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
                        (
                            "during",
                            django.contrib.postgres.fields.ranges.DateRangeField(verbose_name="period"),
                        ),
                    ],
                    options={
                        "verbose_name": "member of the case team",
                        "verbose_name_plural": "case team",
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="insert_insert",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "refugees_teammemberevent" ("case_id", "during", "id", "part", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "user_id") VALUES (NEW."case_id", NEW."during", NEW."id", NEW."part", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, app_now(), \'insert\', NEW."id", NEW."public_id", NEW."user_id"); RETURN NULL;',
                                    hash="a88150452b3391de5f6d888d380caa2459971338",
                                    operation="INSERT",
                                    pgid="pgtrigger_insert_insert_99e05",
                                    table="refugees_teammember",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="update_update",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                                    func='INSERT INTO "refugees_teammemberevent" ("case_id", "during", "id", "part", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "user_id") VALUES (NEW."case_id", NEW."during", NEW."id", NEW."part", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, app_now(), \'update\', NEW."id", NEW."public_id", NEW."user_id"); RETURN NULL;',
                                    hash="eb566d5e1e8b06c9187e68fc9cb1974a83c52095",
                                    operation="UPDATE",
                                    pgid="pgtrigger_update_update_65dcb",
                                    table="refugees_teammember",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="delete_delete",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "refugees_teammemberevent" ("case_id", "during", "id", "part", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "user_id") VALUES (OLD."case_id", OLD."during", OLD."id", OLD."part", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, app_now(), \'delete\', OLD."id", OLD."public_id", OLD."user_id"); RETURN NULL;',
                                    hash="53f71997820a6f2785c1499b7e9a31f68d2c84ce",
                                    operation="DELETE",
                                    pgid="pgtrigger_delete_delete_39a61",
                                    table="refugees_teammember",
                                    when="AFTER",
                                ),
                            ),
                        ],
                        "indexes": [
                            django.contrib.postgres.indexes.GistIndex(
                                fields=["user", "during"], name="team_by_user"
                            )
                        ],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("part__in", ["caseworker", "holistic-mentor", "retention-mentor"])
                                ),
                                name="team_part_is_known",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("during__isempty", False), ("during__startswith__isnull", False)
                                ),
                                name="team_period_has_days",
                            ),
                            django.contrib.postgres.constraints.ExclusionConstraint(
                                expressions=[("case", "="), ("part", "="), ("during", "&&")],
                                name="one_of_each_part_at_a_time",
                                violation_error_message="The case already has one in that time.",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="TeamMemberEvent",
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
                                to="refugees.teammember",
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
                        (
                            "during",
                            django.contrib.postgres.fields.ranges.DateRangeField(verbose_name="period"),
                        ),
                    ],
                    options={
                        "abstract": False,
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="append_only",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                                    hash="e9b950b15fb2fa184621d0413c6b215bbad48d98",
                                    operation="UPDATE OR DELETE",
                                    pgid="pgtrigger_append_only_c0712",
                                    table="refugees_teammemberevent",
                                    when="BEFORE",
                                ),
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Waiting",
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
                                related_name="waitings",
                                to="refugees.case",
                            ),
                        ),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("person", "The person"),
                                    ("company", "A company"),
                                    ("clinic", "A clinic or doctor"),
                                    ("authority", "An authority"),
                                    ("colleague", "A colleague"),
                                    ("other", "Somebody else"),
                                ],
                                max_length=12,
                                verbose_name="waiting for",
                            ),
                        ),
                        ("whom", models.CharField(max_length=120, verbose_name="name")),
                        ("what", models.CharField(max_length=200, verbose_name="what they will do or send")),
                        ("since_on", models.DateField(verbose_name="since")),
                        ("chase_on", models.DateField(verbose_name="chase on")),
                        (
                            "created_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        ("created_at", models.DateTimeField(default=accounts.day.now)),
                        ("ended_on", models.DateField(blank=True, null=True, verbose_name="ended on")),
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
                            "outcome",
                            models.CharField(blank=True, max_length=300, verbose_name="what happened"),
                        ),
                    ],
                    options={
                        "verbose_name": "waiting for",
                        "verbose_name_plural": "waiting for",
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="insert_insert",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "refugees_waitingevent" ("case_id", "chase_on", "created_at", "created_by_id", "ended_by_id", "ended_on", "id", "kind", "outcome", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "since_on", "what", "whom") VALUES (NEW."case_id", NEW."chase_on", NEW."created_at", NEW."created_by_id", NEW."ended_by_id", NEW."ended_on", NEW."id", NEW."kind", NEW."outcome", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, app_now(), \'insert\', NEW."id", NEW."public_id", NEW."since_on", NEW."what", NEW."whom"); RETURN NULL;',
                                    hash="677aea52a3043a09182d610875ae299c15f00b9f",
                                    operation="INSERT",
                                    pgid="pgtrigger_insert_insert_a188e",
                                    table="refugees_waiting",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="update_update",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                                    func='INSERT INTO "refugees_waitingevent" ("case_id", "chase_on", "created_at", "created_by_id", "ended_by_id", "ended_on", "id", "kind", "outcome", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "since_on", "what", "whom") VALUES (NEW."case_id", NEW."chase_on", NEW."created_at", NEW."created_by_id", NEW."ended_by_id", NEW."ended_on", NEW."id", NEW."kind", NEW."outcome", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, app_now(), \'update\', NEW."id", NEW."public_id", NEW."since_on", NEW."what", NEW."whom"); RETURN NULL;',
                                    hash="5f5118706668c1785dbda99079a44e6963cb1b73",
                                    operation="UPDATE",
                                    pgid="pgtrigger_update_update_d095c",
                                    table="refugees_waiting",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="delete_delete",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "refugees_waitingevent" ("case_id", "chase_on", "created_at", "created_by_id", "ended_by_id", "ended_on", "id", "kind", "outcome", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "since_on", "what", "whom") VALUES (OLD."case_id", OLD."chase_on", OLD."created_at", OLD."created_by_id", OLD."ended_by_id", OLD."ended_on", OLD."id", OLD."kind", OLD."outcome", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, app_now(), \'delete\', OLD."id", OLD."public_id", OLD."since_on", OLD."what", OLD."whom"); RETURN NULL;',
                                    hash="5f7d35a53db5cbfc740b5a72f27f274444d0954d",
                                    operation="DELETE",
                                    pgid="pgtrigger_delete_delete_92bb4",
                                    table="refugees_waiting",
                                    when="AFTER",
                                ),
                            ),
                        ],
                        "indexes": [
                            models.Index(
                                condition=models.Q(("ended_on", None)),
                                fields=["case", "chase_on"],
                                name="waiting_open_by_case",
                            )
                        ],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    (
                                        "kind__in",
                                        ["person", "company", "clinic", "authority", "colleague", "other"],
                                    )
                                ),
                                name="waiting_kind_is_known",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("whom", ""), _negated=True),
                                    models.Q(("what", ""), _negated=True),
                                ),
                                name="waiting_says_for_whom_and_what",
                                violation_error_message="Say whom you wait for, and for what.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("chase_on__gte", models.F("since_on"))),
                                name="waiting_is_chased_after_it_began",
                                violation_error_message="The day to chase cannot be before the waiting began.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("ended_by", None), ("ended_on", None), ("outcome", "")),
                                    models.Q(
                                        ("ended_by__isnull", False),
                                        ("ended_on__gte", models.F("since_on")),
                                        ("ended_on__isnull", False),
                                        models.Q(("outcome", ""), _negated=True),
                                    ),
                                    _connector="OR",
                                ),
                                name="waiting_ends_with_what_happened",
                                violation_error_message="Say what happened, and on a day after the waiting began.",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="WaitingEvent",
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
                                to="refugees.waiting",
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
                            "kind",
                            models.CharField(
                                choices=[
                                    ("person", "The person"),
                                    ("company", "A company"),
                                    ("clinic", "A clinic or doctor"),
                                    ("authority", "An authority"),
                                    ("colleague", "A colleague"),
                                    ("other", "Somebody else"),
                                ],
                                max_length=12,
                                verbose_name="waiting for",
                            ),
                        ),
                        ("whom", models.CharField(max_length=120, verbose_name="name")),
                        ("what", models.CharField(max_length=200, verbose_name="what they will do or send")),
                        ("since_on", models.DateField(verbose_name="since")),
                        ("chase_on", models.DateField(verbose_name="chase on")),
                        (
                            "created_by",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        ("created_at", models.DateTimeField(default=accounts.day.now)),
                        ("ended_on", models.DateField(blank=True, null=True, verbose_name="ended on")),
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
                            "outcome",
                            models.CharField(blank=True, max_length=300, verbose_name="what happened"),
                        ),
                    ],
                    options={
                        "abstract": False,
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="append_only",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                                    hash="b0a3a50ae4df6d2b31dc8ee8b1ded96c1d693ea1",
                                    operation="UPDATE OR DELETE",
                                    pgid="pgtrigger_append_only_9e958",
                                    table="refugees_waitingevent",
                                    when="BEFORE",
                                ),
                            )
                        ],
                    },
                ),
            ],
        ),
    ]
