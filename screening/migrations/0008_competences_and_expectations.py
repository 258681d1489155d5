import django.contrib.postgres.fields
import django.core.validators
import django.db.models.deletion
import django.db.models.functions.text
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
        ("screening", "0007_contracts_in_force"),
    ]

    operations = [
        accounts.tables.CreateTables(
            tables=[
                migrations.CreateModel(
                    name="Expectations",
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
                                related_name="expectations",
                                to="refugees.case",
                            ),
                        ),
                        (
                            "interview",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="screening.interview",
                            ),
                        ),
                        ("matched_on", models.DateField(verbose_name="day of the talk")),
                        (
                            "explained",
                            django.contrib.postgres.fields.ArrayField(
                                base_field=models.CharField(
                                    choices=[
                                        ("work", "To work and support oneself as early as possible"),
                                        (
                                            "internship",
                                            "To accept an internship or a wage-subsidy job in the first month",
                                        ),
                                        ("danish", "To learn Danish"),
                                        ("education", "To take education where that is the way to work"),
                                        ("community", "To take part in the life of the city"),
                                        ("contract", "To sign a contract, and what it means not to keep it"),
                                        (
                                            "housing",
                                            "To move from the temporary home to a permanent one that is offered",
                                        ),
                                    ],
                                    max_length=12,
                                ),
                                size=None,
                                verbose_name="what the City explained",
                            ),
                        ),
                        (
                            "explained_text",
                            models.TextField(
                                blank=True, max_length=2000, verbose_name="more that was explained"
                            ),
                        ),
                        (
                            "expects",
                            models.TextField(max_length=2000, verbose_name="what the person expects"),
                        ),
                        ("agreed", models.TextField(max_length=2000, verbose_name="what was agreed")),
                        (
                            "person_signed_on",
                            models.DateField(blank=True, null=True, verbose_name="signed by the person"),
                        ),
                        (
                            "person_missing",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("", "It is not missing"),
                                    ("absent", "Did not come"),
                                    ("refused", "Does not want to sign"),
                                    ("unable", "Is not able to sign"),
                                ],
                                max_length=8,
                                verbose_name="why the person's signature is missing",
                            ),
                        ),
                        (
                            "city_signed_on",
                            models.DateField(blank=True, null=True, verbose_name="signed by the City"),
                        ),
                        (
                            "city_signed_by",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="signed by",
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
                            "withdrawn_at",
                            models.DateTimeField(blank=True, null=True, verbose_name="withdrawn"),
                        ),
                        (
                            "withdrawal_reason",
                            models.CharField(blank=True, max_length=300, verbose_name="reason"),
                        ),
                    ],
                    options={
                        "verbose_name": "matching of expectations",
                        "verbose_name_plural": "matchings of expectations",
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="insert_insert",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "screening_expectationsevent" ("agreed", "case_id", "city_signed_by_id", "city_signed_on", "expects", "explained", "explained_text", "id", "interview_id", "matched_on", "person_missing", "person_signed_on", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "recorded_at", "recorded_by_id", "withdrawal_reason", "withdrawn_at") VALUES (NEW."agreed", NEW."case_id", NEW."city_signed_by_id", NEW."city_signed_on", NEW."expects", NEW."explained", NEW."explained_text", NEW."id", NEW."interview_id", NEW."matched_on", NEW."person_missing", NEW."person_signed_on", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, app_now(), \'insert\', NEW."id", NEW."public_id", NEW."recorded_at", NEW."recorded_by_id", NEW."withdrawal_reason", NEW."withdrawn_at"); RETURN NULL;',
                                    hash="f1c07b2296f55b0b30f0888ec9d50cc9dbe1db32",
                                    operation="INSERT",
                                    pgid="pgtrigger_insert_insert_75f96",
                                    table="screening_expectations",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="update_update",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                                    func='INSERT INTO "screening_expectationsevent" ("agreed", "case_id", "city_signed_by_id", "city_signed_on", "expects", "explained", "explained_text", "id", "interview_id", "matched_on", "person_missing", "person_signed_on", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "recorded_at", "recorded_by_id", "withdrawal_reason", "withdrawn_at") VALUES (NEW."agreed", NEW."case_id", NEW."city_signed_by_id", NEW."city_signed_on", NEW."expects", NEW."explained", NEW."explained_text", NEW."id", NEW."interview_id", NEW."matched_on", NEW."person_missing", NEW."person_signed_on", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, app_now(), \'update\', NEW."id", NEW."public_id", NEW."recorded_at", NEW."recorded_by_id", NEW."withdrawal_reason", NEW."withdrawn_at"); RETURN NULL;',
                                    hash="b7f327d72bdbfa2415eaeabbeb94003ae87dab0c",
                                    operation="UPDATE",
                                    pgid="pgtrigger_update_update_c1021",
                                    table="screening_expectations",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="delete_delete",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "screening_expectationsevent" ("agreed", "case_id", "city_signed_by_id", "city_signed_on", "expects", "explained", "explained_text", "id", "interview_id", "matched_on", "person_missing", "person_signed_on", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "recorded_at", "recorded_by_id", "withdrawal_reason", "withdrawn_at") VALUES (OLD."agreed", OLD."case_id", OLD."city_signed_by_id", OLD."city_signed_on", OLD."expects", OLD."explained", OLD."explained_text", OLD."id", OLD."interview_id", OLD."matched_on", OLD."person_missing", OLD."person_signed_on", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, app_now(), \'delete\', OLD."id", OLD."public_id", OLD."recorded_at", OLD."recorded_by_id", OLD."withdrawal_reason", OLD."withdrawn_at"); RETURN NULL;',
                                    hash="6abd9386a3e3cc20b386199e92ebbdb2c2bdf276",
                                    operation="DELETE",
                                    pgid="pgtrigger_delete_delete_1e4d0",
                                    table="screening_expectations",
                                    when="AFTER",
                                ),
                            ),
                        ],
                        "indexes": [
                            models.Index(fields=["case", "-matched_on"], name="expectations_by_case")
                        ],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    (
                                        "explained__contained_by",
                                        [
                                            "work",
                                            "internship",
                                            "danish",
                                            "education",
                                            "community",
                                            "contract",
                                            "housing",
                                        ],
                                    ),
                                    ("explained__len__gt", 0),
                                ),
                                name="expectations_topics_are_known",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("expects", ""), _negated=True),
                                    models.Q(("agreed", ""), _negated=True),
                                ),
                                name="expectations_of_both_sides_and_what_was_agreed",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("person_signed_on", None),
                                        models.Q(
                                            ("person_signed_on__isnull", False),
                                            ("person_signed_on__gte", models.F("matched_on")),
                                        ),
                                        _connector="OR",
                                    ),
                                    models.Q(
                                        ("city_signed_on", None),
                                        models.Q(
                                            ("city_signed_on__isnull", False),
                                            ("city_signed_on__gte", models.F("matched_on")),
                                        ),
                                        _connector="OR",
                                    ),
                                ),
                                name="expectations_are_signed_after_the_talk",
                                violation_error_message="Nobody signs before the talk.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("city_signed_by", None),
                                        ("city_signed_on", None),
                                        ("person_missing", ""),
                                        ("person_signed_on", None),
                                    ),
                                    models.Q(
                                        ("city_signed_by__isnull", False),
                                        ("city_signed_on__isnull", False),
                                        models.Q(
                                            models.Q(
                                                ("person_missing", ""), ("person_signed_on__isnull", False)
                                            ),
                                            models.Q(
                                                ("person_missing__in", ["absent", "refused", "unable"]),
                                                ("person_signed_on", None),
                                            ),
                                            _connector="OR",
                                        ),
                                    ),
                                    _connector="OR",
                                ),
                                name="expectations_are_signed_by_both_or_say_why_not",
                                violation_error_message="Either the person signed, or it says why the signature is missing.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("withdrawal_reason", ""), ("withdrawn_at", None)),
                                    models.Q(
                                        ("withdrawn_at__isnull", False),
                                        models.Q(("withdrawal_reason", ""), _negated=True),
                                    ),
                                    _connector="OR",
                                ),
                                name="withdrawing_expectations_says_why",
                                violation_error_message="Say why it is withdrawn.",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="ExpectationsEvent",
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
                                to="screening.expectations",
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
                            "interview",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="screening.interview",
                            ),
                        ),
                        ("matched_on", models.DateField(verbose_name="day of the talk")),
                        (
                            "explained",
                            django.contrib.postgres.fields.ArrayField(
                                base_field=models.CharField(
                                    choices=[
                                        ("work", "To work and support oneself as early as possible"),
                                        (
                                            "internship",
                                            "To accept an internship or a wage-subsidy job in the first month",
                                        ),
                                        ("danish", "To learn Danish"),
                                        ("education", "To take education where that is the way to work"),
                                        ("community", "To take part in the life of the city"),
                                        ("contract", "To sign a contract, and what it means not to keep it"),
                                        (
                                            "housing",
                                            "To move from the temporary home to a permanent one that is offered",
                                        ),
                                    ],
                                    max_length=12,
                                ),
                                size=None,
                                verbose_name="what the City explained",
                            ),
                        ),
                        (
                            "explained_text",
                            models.TextField(
                                blank=True, max_length=2000, verbose_name="more that was explained"
                            ),
                        ),
                        (
                            "expects",
                            models.TextField(max_length=2000, verbose_name="what the person expects"),
                        ),
                        ("agreed", models.TextField(max_length=2000, verbose_name="what was agreed")),
                        (
                            "person_signed_on",
                            models.DateField(blank=True, null=True, verbose_name="signed by the person"),
                        ),
                        (
                            "person_missing",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("", "It is not missing"),
                                    ("absent", "Did not come"),
                                    ("refused", "Does not want to sign"),
                                    ("unable", "Is not able to sign"),
                                ],
                                max_length=8,
                                verbose_name="why the person's signature is missing",
                            ),
                        ),
                        (
                            "city_signed_on",
                            models.DateField(blank=True, null=True, verbose_name="signed by the City"),
                        ),
                        (
                            "city_signed_by",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="signed by",
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
                            "withdrawn_at",
                            models.DateTimeField(blank=True, null=True, verbose_name="withdrawn"),
                        ),
                        (
                            "withdrawal_reason",
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
                                    hash="505adac3fc48024ecffb0ce9fbe99ff754b4e2f7",
                                    operation="UPDATE OR DELETE",
                                    pgid="pgtrigger_append_only_1e892",
                                    table="screening_expectationsevent",
                                    when="BEFORE",
                                ),
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Education",
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
                                related_name="profile_%(class)s_rows",
                                to="refugees.case",
                            ),
                        ),
                        (
                            "answer",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="screening.answer",
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
                        ("removed_at", models.DateTimeField(blank=True, null=True, verbose_name="removed")),
                        (
                            "from_year",
                            models.PositiveSmallIntegerField(
                                blank=True,
                                null=True,
                                validators=[django.core.validators.MinValueValidator(1930)],
                                verbose_name="from (year)",
                            ),
                        ),
                        (
                            "to_year",
                            models.PositiveSmallIntegerField(
                                blank=True,
                                null=True,
                                validators=[django.core.validators.MinValueValidator(1930)],
                                verbose_name="to (year)",
                            ),
                        ),
                        (
                            "level",
                            models.CharField(
                                choices=[
                                    ("primary", "Primary or lower secondary school"),
                                    ("secondary", "Upper secondary school"),
                                    ("vocational", "Vocational training"),
                                    ("short", "Short higher education"),
                                    ("bachelor", "Bachelor's degree or similar"),
                                    ("master", "Master's degree or higher"),
                                    ("course", "Course"),
                                ],
                                max_length=12,
                                verbose_name="level",
                            ),
                        ),
                        ("field", models.CharField(blank=True, max_length=120, verbose_name="field")),
                        ("school", models.CharField(blank=True, max_length=120, verbose_name="school")),
                        ("country", models.CharField(blank=True, max_length=80, verbose_name="country")),
                        (
                            "recognition",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("", "Not asked for"),
                                    ("applied", "Applied for"),
                                    ("recognised", "Recognised"),
                                    ("not-recognised", "Not recognised"),
                                ],
                                max_length=16,
                                verbose_name="recognised in Denmark?",
                            ),
                        ),
                        (
                            "recognised_as",
                            models.CharField(blank=True, max_length=120, verbose_name="recognised as"),
                        ),
                    ],
                    options={
                        "verbose_name": "education",
                        "verbose_name_plural": "educations",
                        "ordering": [
                            models.OrderBy(models.F("to_year"), descending=True, nulls_last=True),
                            models.OrderBy(models.F("from_year"), descending=True, nulls_last=True),
                            "pk",
                        ],
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="insert_insert",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "screening_educationevent" ("answer_id", "case_id", "country", "field", "from_year", "id", "level", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "recognised_as", "recognition", "recorded_at", "recorded_by_id", "removed_at", "school", "to_year") VALUES (NEW."answer_id", NEW."case_id", NEW."country", NEW."field", NEW."from_year", NEW."id", NEW."level", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, app_now(), \'insert\', NEW."id", NEW."public_id", NEW."recognised_as", NEW."recognition", NEW."recorded_at", NEW."recorded_by_id", NEW."removed_at", NEW."school", NEW."to_year"); RETURN NULL;',
                                    hash="3161a30a1187adeae9e688fe8302cd318654b1a3",
                                    operation="INSERT",
                                    pgid="pgtrigger_insert_insert_41c26",
                                    table="screening_education",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="update_update",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                                    func='INSERT INTO "screening_educationevent" ("answer_id", "case_id", "country", "field", "from_year", "id", "level", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "recognised_as", "recognition", "recorded_at", "recorded_by_id", "removed_at", "school", "to_year") VALUES (NEW."answer_id", NEW."case_id", NEW."country", NEW."field", NEW."from_year", NEW."id", NEW."level", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, app_now(), \'update\', NEW."id", NEW."public_id", NEW."recognised_as", NEW."recognition", NEW."recorded_at", NEW."recorded_by_id", NEW."removed_at", NEW."school", NEW."to_year"); RETURN NULL;',
                                    hash="1896f6678c8b1ff57b16574ab7e2501cbf7ef156",
                                    operation="UPDATE",
                                    pgid="pgtrigger_update_update_4e68f",
                                    table="screening_education",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="delete_delete",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "screening_educationevent" ("answer_id", "case_id", "country", "field", "from_year", "id", "level", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "recognised_as", "recognition", "recorded_at", "recorded_by_id", "removed_at", "school", "to_year") VALUES (OLD."answer_id", OLD."case_id", OLD."country", OLD."field", OLD."from_year", OLD."id", OLD."level", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, app_now(), \'delete\', OLD."id", OLD."public_id", OLD."recognised_as", OLD."recognition", OLD."recorded_at", OLD."recorded_by_id", OLD."removed_at", OLD."school", OLD."to_year"); RETURN NULL;',
                                    hash="5bb25649baf12b722ccebede0725769c16ca7f30",
                                    operation="DELETE",
                                    pgid="pgtrigger_delete_delete_97ef9",
                                    table="screening_education",
                                    when="AFTER",
                                ),
                            ),
                        ],
                        "constraints": [
                            models.UniqueConstraint(
                                models.F("case"),
                                models.F("level"),
                                django.db.models.functions.text.Lower("field"),
                                django.db.models.functions.text.Lower("school"),
                                models.F("from_year"),
                                models.F("to_year"),
                                condition=models.Q(("removed_at", None)),
                                name="education_once_per_profile",
                                nulls_distinct=False,
                                violation_error_message="This stands in the profile already.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("from_year", None),
                                    ("to_year", None),
                                    ("to_year__gte", models.F("from_year")),
                                    _connector="OR",
                                ),
                                name="education_years_in_order",
                                violation_error_message="The last year is not before the first.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("from_year", None),
                                        models.Q(("from_year__gte", 1930), ("from_year__isnull", False)),
                                        _connector="OR",
                                    ),
                                    models.Q(
                                        ("to_year", None),
                                        models.Q(("to_year__gte", 1930), ("to_year__isnull", False)),
                                        _connector="OR",
                                    ),
                                ),
                                name="education_years_of_a_lifetime",
                                violation_error_message="Write the year with four digits, for example 2014.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    (
                                        "level__in",
                                        [
                                            "primary",
                                            "secondary",
                                            "vocational",
                                            "short",
                                            "bachelor",
                                            "master",
                                            "course",
                                        ],
                                    )
                                ),
                                name="education_level_is_known",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("recognition__in", ["", "applied", "recognised", "not-recognised"])
                                ),
                                name="education_recognition_is_known",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("recognition", "recognised"),
                                        models.Q(("recognised_as", ""), _negated=True),
                                    ),
                                    models.Q(
                                        models.Q(("recognition", "recognised"), _negated=True),
                                        ("recognised_as", ""),
                                    ),
                                    _connector="OR",
                                ),
                                name="education_is_recognised_as_something",
                                violation_error_message="Write what it is recognised as, if it is recognised, and only then.",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="EducationEvent",
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
                                to="screening.education",
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
                            "answer",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="screening.answer",
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
                        ("removed_at", models.DateTimeField(blank=True, null=True, verbose_name="removed")),
                        (
                            "from_year",
                            models.PositiveSmallIntegerField(
                                blank=True,
                                null=True,
                                validators=[django.core.validators.MinValueValidator(1930)],
                                verbose_name="from (year)",
                            ),
                        ),
                        (
                            "to_year",
                            models.PositiveSmallIntegerField(
                                blank=True,
                                null=True,
                                validators=[django.core.validators.MinValueValidator(1930)],
                                verbose_name="to (year)",
                            ),
                        ),
                        (
                            "level",
                            models.CharField(
                                choices=[
                                    ("primary", "Primary or lower secondary school"),
                                    ("secondary", "Upper secondary school"),
                                    ("vocational", "Vocational training"),
                                    ("short", "Short higher education"),
                                    ("bachelor", "Bachelor's degree or similar"),
                                    ("master", "Master's degree or higher"),
                                    ("course", "Course"),
                                ],
                                max_length=12,
                                verbose_name="level",
                            ),
                        ),
                        ("field", models.CharField(blank=True, max_length=120, verbose_name="field")),
                        ("school", models.CharField(blank=True, max_length=120, verbose_name="school")),
                        ("country", models.CharField(blank=True, max_length=80, verbose_name="country")),
                        (
                            "recognition",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("", "Not asked for"),
                                    ("applied", "Applied for"),
                                    ("recognised", "Recognised"),
                                    ("not-recognised", "Not recognised"),
                                ],
                                max_length=16,
                                verbose_name="recognised in Denmark?",
                            ),
                        ),
                        (
                            "recognised_as",
                            models.CharField(blank=True, max_length=120, verbose_name="recognised as"),
                        ),
                    ],
                    options={
                        "abstract": False,
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="append_only",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                                    hash="c7a59e944c75bdab3a013dd1a833c22153a289d8",
                                    operation="UPDATE OR DELETE",
                                    pgid="pgtrigger_append_only_9d34d",
                                    table="screening_educationevent",
                                    when="BEFORE",
                                ),
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="LanguageSkill",
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
                                related_name="profile_%(class)s_rows",
                                to="refugees.case",
                            ),
                        ),
                        (
                            "answer",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="screening.answer",
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
                        ("removed_at", models.DateTimeField(blank=True, null=True, verbose_name="removed")),
                        (
                            "language",
                            models.CharField(
                                choices=[
                                    ("sq", "Albanian"),
                                    ("am", "Amharic"),
                                    ("ar", "Arabic"),
                                    ("hy", "Armenian"),
                                    ("bn", "Bengali"),
                                    ("bs", "Bosnian"),
                                    ("my", "Burmese"),
                                    ("ce", "Chechen"),
                                    ("da", "Danish"),
                                    ("prs", "Dari"),
                                    ("en", "English"),
                                    ("fr", "French"),
                                    ("de", "German"),
                                    ("rw", "Kinyarwanda"),
                                    ("rn", "Kirundi"),
                                    ("kmr", "Kurdish (Kurmanji)"),
                                    ("ln", "Lingala"),
                                    ("ne", "Nepali"),
                                    ("om", "Oromo"),
                                    ("ps", "Pashto"),
                                    ("fa", "Persian (Farsi)"),
                                    ("pl", "Polish"),
                                    ("pt", "Portuguese"),
                                    ("rom", "Romani"),
                                    ("ru", "Russian"),
                                    ("sr", "Serbian"),
                                    ("so", "Somali"),
                                    ("ckb", "Kurdish (Sorani)"),
                                    ("es", "Spanish"),
                                    ("sw", "Swahili"),
                                    ("ta", "Tamil"),
                                    ("tig", "Tigre"),
                                    ("ti", "Tigrinya"),
                                    ("tr", "Turkish"),
                                    ("ug", "Uighur"),
                                    ("uk", "Ukrainian"),
                                    ("ur", "Urdu"),
                                    ("uz", "Uzbek"),
                                    ("vi", "Vietnamese"),
                                ],
                                max_length=8,
                                verbose_name="language",
                            ),
                        ),
                        (
                            "speaking",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("a1", "A1: single words and phrases"),
                                    ("a2", "A2: simple everyday talk"),
                                    ("b1", "B1: gets along at work and in shops"),
                                    ("b2", "B2: takes part in discussions"),
                                    ("c1", "C1: fluent"),
                                    ("native", "Mother tongue"),
                                ],
                                max_length=8,
                                verbose_name="speaks it",
                            ),
                        ),
                        (
                            "reading",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("none", "Does not read it"),
                                    ("a1", "A1: single words and phrases"),
                                    ("a2", "A2: simple everyday talk"),
                                    ("b1", "B1: gets along at work and in shops"),
                                    ("b2", "B2: takes part in discussions"),
                                    ("c1", "C1: fluent"),
                                    ("native", "Mother tongue"),
                                ],
                                max_length=8,
                                verbose_name="reads it",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "language",
                        "verbose_name_plural": "languages",
                        "ordering": ["pk"],
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="insert_insert",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "screening_languageskillevent" ("answer_id", "case_id", "id", "language", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "reading", "recorded_at", "recorded_by_id", "removed_at", "speaking") VALUES (NEW."answer_id", NEW."case_id", NEW."id", NEW."language", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, app_now(), \'insert\', NEW."id", NEW."public_id", NEW."reading", NEW."recorded_at", NEW."recorded_by_id", NEW."removed_at", NEW."speaking"); RETURN NULL;',
                                    hash="71f0dddab864690b33679fd19663acfc3fa843ee",
                                    operation="INSERT",
                                    pgid="pgtrigger_insert_insert_ff69b",
                                    table="screening_languageskill",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="update_update",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                                    func='INSERT INTO "screening_languageskillevent" ("answer_id", "case_id", "id", "language", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "reading", "recorded_at", "recorded_by_id", "removed_at", "speaking") VALUES (NEW."answer_id", NEW."case_id", NEW."id", NEW."language", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, app_now(), \'update\', NEW."id", NEW."public_id", NEW."reading", NEW."recorded_at", NEW."recorded_by_id", NEW."removed_at", NEW."speaking"); RETURN NULL;',
                                    hash="14644696aed6a318ecad7fe184ea9878eea438aa",
                                    operation="UPDATE",
                                    pgid="pgtrigger_update_update_b2ee7",
                                    table="screening_languageskill",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="delete_delete",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "screening_languageskillevent" ("answer_id", "case_id", "id", "language", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "reading", "recorded_at", "recorded_by_id", "removed_at", "speaking") VALUES (OLD."answer_id", OLD."case_id", OLD."id", OLD."language", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, app_now(), \'delete\', OLD."id", OLD."public_id", OLD."reading", OLD."recorded_at", OLD."recorded_by_id", OLD."removed_at", OLD."speaking"); RETURN NULL;',
                                    hash="c6dd7b1ebc77ad8fc259fb24f8d6f955d0aa31bf",
                                    operation="DELETE",
                                    pgid="pgtrigger_delete_delete_f8883",
                                    table="screening_languageskill",
                                    when="AFTER",
                                ),
                            ),
                        ],
                        "constraints": [
                            models.UniqueConstraint(
                                models.F("case"),
                                models.F("language"),
                                condition=models.Q(("removed_at", None)),
                                name="language_once_per_profile",
                                nulls_distinct=False,
                                violation_error_message="This stands in the profile already.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    (
                                        "language__in",
                                        [
                                            "sq",
                                            "am",
                                            "ar",
                                            "hy",
                                            "bn",
                                            "bs",
                                            "my",
                                            "ce",
                                            "da",
                                            "prs",
                                            "en",
                                            "fr",
                                            "de",
                                            "rw",
                                            "rn",
                                            "kmr",
                                            "ln",
                                            "ne",
                                            "om",
                                            "ps",
                                            "fa",
                                            "pl",
                                            "pt",
                                            "rom",
                                            "ru",
                                            "sr",
                                            "so",
                                            "ckb",
                                            "es",
                                            "sw",
                                            "ta",
                                            "tig",
                                            "ti",
                                            "tr",
                                            "ug",
                                            "uk",
                                            "ur",
                                            "uz",
                                            "vi",
                                        ],
                                    )
                                ),
                                name="profile_language_is_known",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("speaking__in", ["", "a1", "a2", "b1", "b2", "c1", "native"])
                                ),
                                name="speaking_level_is_known",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("reading__in", ["", "none", "a1", "a2", "b1", "b2", "c1", "native"])
                                ),
                                name="reading_level_is_known",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="LanguageSkillEvent",
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
                                to="screening.languageskill",
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
                            "answer",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="screening.answer",
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
                        ("removed_at", models.DateTimeField(blank=True, null=True, verbose_name="removed")),
                        (
                            "language",
                            models.CharField(
                                choices=[
                                    ("sq", "Albanian"),
                                    ("am", "Amharic"),
                                    ("ar", "Arabic"),
                                    ("hy", "Armenian"),
                                    ("bn", "Bengali"),
                                    ("bs", "Bosnian"),
                                    ("my", "Burmese"),
                                    ("ce", "Chechen"),
                                    ("da", "Danish"),
                                    ("prs", "Dari"),
                                    ("en", "English"),
                                    ("fr", "French"),
                                    ("de", "German"),
                                    ("rw", "Kinyarwanda"),
                                    ("rn", "Kirundi"),
                                    ("kmr", "Kurdish (Kurmanji)"),
                                    ("ln", "Lingala"),
                                    ("ne", "Nepali"),
                                    ("om", "Oromo"),
                                    ("ps", "Pashto"),
                                    ("fa", "Persian (Farsi)"),
                                    ("pl", "Polish"),
                                    ("pt", "Portuguese"),
                                    ("rom", "Romani"),
                                    ("ru", "Russian"),
                                    ("sr", "Serbian"),
                                    ("so", "Somali"),
                                    ("ckb", "Kurdish (Sorani)"),
                                    ("es", "Spanish"),
                                    ("sw", "Swahili"),
                                    ("ta", "Tamil"),
                                    ("tig", "Tigre"),
                                    ("ti", "Tigrinya"),
                                    ("tr", "Turkish"),
                                    ("ug", "Uighur"),
                                    ("uk", "Ukrainian"),
                                    ("ur", "Urdu"),
                                    ("uz", "Uzbek"),
                                    ("vi", "Vietnamese"),
                                ],
                                max_length=8,
                                verbose_name="language",
                            ),
                        ),
                        (
                            "speaking",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("a1", "A1: single words and phrases"),
                                    ("a2", "A2: simple everyday talk"),
                                    ("b1", "B1: gets along at work and in shops"),
                                    ("b2", "B2: takes part in discussions"),
                                    ("c1", "C1: fluent"),
                                    ("native", "Mother tongue"),
                                ],
                                max_length=8,
                                verbose_name="speaks it",
                            ),
                        ),
                        (
                            "reading",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("none", "Does not read it"),
                                    ("a1", "A1: single words and phrases"),
                                    ("a2", "A2: simple everyday talk"),
                                    ("b1", "B1: gets along at work and in shops"),
                                    ("b2", "B2: takes part in discussions"),
                                    ("c1", "C1: fluent"),
                                    ("native", "Mother tongue"),
                                ],
                                max_length=8,
                                verbose_name="reads it",
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
                                    hash="a21cdb3b6cbf8d942cf46b2cc4657b113b1250a9",
                                    operation="UPDATE OR DELETE",
                                    pgid="pgtrigger_append_only_ae95f",
                                    table="screening_languageskillevent",
                                    when="BEFORE",
                                ),
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="DrivingLicence",
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
                                related_name="profile_%(class)s_rows",
                                to="refugees.case",
                            ),
                        ),
                        (
                            "answer",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="screening.answer",
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
                        ("removed_at", models.DateTimeField(blank=True, null=True, verbose_name="removed")),
                        (
                            "categories",
                            django.contrib.postgres.fields.ArrayField(
                                base_field=models.CharField(
                                    choices=[
                                        ("AM", "AM: moped"),
                                        ("A", "A: motorcycle"),
                                        ("B", "B: car"),
                                        ("BE", "BE: car with a large trailer"),
                                        ("C", "C: lorry"),
                                        ("CE", "CE: lorry with trailer"),
                                        ("D", "D: bus"),
                                        ("DE", "DE: bus with trailer"),
                                        ("TR", "Tractor"),
                                    ],
                                    max_length=2,
                                ),
                                size=None,
                                verbose_name="categories",
                            ),
                        ),
                        (
                            "validity",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("", "Not known"),
                                    ("valid", "Valid in Denmark"),
                                    ("exchange", "Must be exchanged first"),
                                    ("not-valid", "Not valid in Denmark"),
                                ],
                                max_length=12,
                                verbose_name="valid in Denmark?",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "driving licence",
                        "verbose_name_plural": "driving licences",
                        "ordering": ["pk"],
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="insert_insert",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "screening_drivinglicenceevent" ("answer_id", "case_id", "categories", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "recorded_at", "recorded_by_id", "removed_at", "validity") VALUES (NEW."answer_id", NEW."case_id", NEW."categories", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, app_now(), \'insert\', NEW."id", NEW."public_id", NEW."recorded_at", NEW."recorded_by_id", NEW."removed_at", NEW."validity"); RETURN NULL;',
                                    hash="31c074b1ac5b6086c402fb8bae520aa02862a45a",
                                    operation="INSERT",
                                    pgid="pgtrigger_insert_insert_17c25",
                                    table="screening_drivinglicence",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="update_update",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                                    func='INSERT INTO "screening_drivinglicenceevent" ("answer_id", "case_id", "categories", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "recorded_at", "recorded_by_id", "removed_at", "validity") VALUES (NEW."answer_id", NEW."case_id", NEW."categories", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, app_now(), \'update\', NEW."id", NEW."public_id", NEW."recorded_at", NEW."recorded_by_id", NEW."removed_at", NEW."validity"); RETURN NULL;',
                                    hash="b24c06cb4120ad26d05df6eef7f8bef1369f27e4",
                                    operation="UPDATE",
                                    pgid="pgtrigger_update_update_338f6",
                                    table="screening_drivinglicence",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="delete_delete",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "screening_drivinglicenceevent" ("answer_id", "case_id", "categories", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "recorded_at", "recorded_by_id", "removed_at", "validity") VALUES (OLD."answer_id", OLD."case_id", OLD."categories", OLD."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, app_now(), \'delete\', OLD."id", OLD."public_id", OLD."recorded_at", OLD."recorded_by_id", OLD."removed_at", OLD."validity"); RETURN NULL;',
                                    hash="f126cc50f52f1feb57844d58baa31f837ccf7dd1",
                                    operation="DELETE",
                                    pgid="pgtrigger_delete_delete_af46b",
                                    table="screening_drivinglicence",
                                    when="AFTER",
                                ),
                            ),
                        ],
                        "constraints": [
                            models.UniqueConstraint(
                                models.F("case"),
                                condition=models.Q(("removed_at", None)),
                                name="driving_licence_once_per_profile",
                                nulls_distinct=False,
                                violation_error_message="This stands in the profile already.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    (
                                        "categories__contained_by",
                                        ["AM", "A", "B", "BE", "C", "CE", "D", "DE", "TR"],
                                    ),
                                    ("categories__len__gt", 0),
                                ),
                                name="licence_categories_are_known",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("validity__in", ["", "valid", "exchange", "not-valid"])),
                                name="licence_validity_is_known",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="DrivingLicenceEvent",
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
                                to="screening.drivinglicence",
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
                            "answer",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="screening.answer",
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
                        ("removed_at", models.DateTimeField(blank=True, null=True, verbose_name="removed")),
                        (
                            "categories",
                            django.contrib.postgres.fields.ArrayField(
                                base_field=models.CharField(
                                    choices=[
                                        ("AM", "AM: moped"),
                                        ("A", "A: motorcycle"),
                                        ("B", "B: car"),
                                        ("BE", "BE: car with a large trailer"),
                                        ("C", "C: lorry"),
                                        ("CE", "CE: lorry with trailer"),
                                        ("D", "D: bus"),
                                        ("DE", "DE: bus with trailer"),
                                        ("TR", "Tractor"),
                                    ],
                                    max_length=2,
                                ),
                                size=None,
                                verbose_name="categories",
                            ),
                        ),
                        (
                            "validity",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("", "Not known"),
                                    ("valid", "Valid in Denmark"),
                                    ("exchange", "Must be exchanged first"),
                                    ("not-valid", "Not valid in Denmark"),
                                ],
                                max_length=12,
                                verbose_name="valid in Denmark?",
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
                                    hash="0e37df23b5239aa9acba78df2c76cf69ab61eefa",
                                    operation="UPDATE OR DELETE",
                                    pgid="pgtrigger_append_only_d51bb",
                                    table="screening_drivinglicenceevent",
                                    when="BEFORE",
                                ),
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Skill",
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
                                related_name="profile_%(class)s_rows",
                                to="refugees.case",
                            ),
                        ),
                        (
                            "answer",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="screening.answer",
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
                        ("removed_at", models.DateTimeField(blank=True, null=True, verbose_name="removed")),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("certificate", "Certificate"),
                                    ("computer", "Computer"),
                                    ("machines", "Tools and machines"),
                                    ("craft", "Handicraft"),
                                    ("people", "People and care"),
                                    ("other", "Other"),
                                ],
                                max_length=12,
                                verbose_name="kind",
                            ),
                        ),
                        ("what", models.CharField(max_length=300, verbose_name="what the person can do")),
                        (
                            "code",
                            models.CharField(blank=True, max_length=4, verbose_name="in the classification"),
                        ),
                    ],
                    options={
                        "verbose_name": "skill",
                        "verbose_name_plural": "skills",
                        "ordering": ["pk"],
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="insert_insert",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "screening_skillevent" ("answer_id", "case_id", "code", "id", "kind", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "recorded_at", "recorded_by_id", "removed_at", "what") VALUES (NEW."answer_id", NEW."case_id", NEW."code", NEW."id", NEW."kind", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, app_now(), \'insert\', NEW."id", NEW."public_id", NEW."recorded_at", NEW."recorded_by_id", NEW."removed_at", NEW."what"); RETURN NULL;',
                                    hash="ea4a43b457e3ecdd6ca4a11071c61da8e7f9fb92",
                                    operation="INSERT",
                                    pgid="pgtrigger_insert_insert_8db87",
                                    table="screening_skill",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="update_update",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                                    func='INSERT INTO "screening_skillevent" ("answer_id", "case_id", "code", "id", "kind", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "recorded_at", "recorded_by_id", "removed_at", "what") VALUES (NEW."answer_id", NEW."case_id", NEW."code", NEW."id", NEW."kind", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, app_now(), \'update\', NEW."id", NEW."public_id", NEW."recorded_at", NEW."recorded_by_id", NEW."removed_at", NEW."what"); RETURN NULL;',
                                    hash="f6f3231b279a266d4afa3e172af8947650af0829",
                                    operation="UPDATE",
                                    pgid="pgtrigger_update_update_e2dc3",
                                    table="screening_skill",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="delete_delete",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "screening_skillevent" ("answer_id", "case_id", "code", "id", "kind", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "recorded_at", "recorded_by_id", "removed_at", "what") VALUES (OLD."answer_id", OLD."case_id", OLD."code", OLD."id", OLD."kind", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, app_now(), \'delete\', OLD."id", OLD."public_id", OLD."recorded_at", OLD."recorded_by_id", OLD."removed_at", OLD."what"); RETURN NULL;',
                                    hash="421a6645e88269a44fadb0d26f6394ae7858bbab",
                                    operation="DELETE",
                                    pgid="pgtrigger_delete_delete_1d34d",
                                    table="screening_skill",
                                    when="AFTER",
                                ),
                            ),
                        ],
                        "constraints": [
                            models.UniqueConstraint(
                                models.F("case"),
                                models.F("kind"),
                                django.db.models.functions.text.Lower("what"),
                                condition=models.Q(("removed_at", None)),
                                name="skill_once_per_profile",
                                nulls_distinct=False,
                                violation_error_message="This stands in the profile already.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("code", ""), ("code__regex", "^[0-9]{4}$"), _connector="OR"
                                ),
                                name="skill_code_has_four_digits",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    (
                                        "kind__in",
                                        ["certificate", "computer", "machines", "craft", "people", "other"],
                                    )
                                ),
                                name="skill_kind_is_known",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("what", ""), _negated=True), name="skill_says_what"
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="SkillEvent",
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
                                to="screening.skill",
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
                            "answer",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="screening.answer",
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
                        ("removed_at", models.DateTimeField(blank=True, null=True, verbose_name="removed")),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("certificate", "Certificate"),
                                    ("computer", "Computer"),
                                    ("machines", "Tools and machines"),
                                    ("craft", "Handicraft"),
                                    ("people", "People and care"),
                                    ("other", "Other"),
                                ],
                                max_length=12,
                                verbose_name="kind",
                            ),
                        ),
                        ("what", models.CharField(max_length=300, verbose_name="what the person can do")),
                        (
                            "code",
                            models.CharField(blank=True, max_length=4, verbose_name="in the classification"),
                        ),
                    ],
                    options={
                        "abstract": False,
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="append_only",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                                    hash="624509b92db4edf80fa15ec41e03a66cb54a3898",
                                    operation="UPDATE OR DELETE",
                                    pgid="pgtrigger_append_only_01e35",
                                    table="screening_skillevent",
                                    when="BEFORE",
                                ),
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Wish",
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
                                related_name="profile_%(class)s_rows",
                                to="refugees.case",
                            ),
                        ),
                        (
                            "answer",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="screening.answer",
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
                        ("removed_at", models.DateTimeField(blank=True, null=True, verbose_name="removed")),
                        (
                            "kind",
                            models.CharField(
                                choices=[("work", "Work"), ("education", "Education")],
                                max_length=12,
                                verbose_name="work or education",
                            ),
                        ),
                        (
                            "what",
                            models.CharField(blank=True, max_length=300, verbose_name="what is wished for"),
                        ),
                        (
                            "code",
                            models.CharField(blank=True, max_length=4, verbose_name="in the classification"),
                        ),
                    ],
                    options={
                        "verbose_name": "wish",
                        "verbose_name_plural": "wishes",
                        "ordering": ["kind", "pk"],
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="insert_insert",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "screening_wishevent" ("answer_id", "case_id", "code", "id", "kind", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "recorded_at", "recorded_by_id", "removed_at", "what") VALUES (NEW."answer_id", NEW."case_id", NEW."code", NEW."id", NEW."kind", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, app_now(), \'insert\', NEW."id", NEW."public_id", NEW."recorded_at", NEW."recorded_by_id", NEW."removed_at", NEW."what"); RETURN NULL;',
                                    hash="6553c5bdeeb7d9f5eb4a62a7110ad38db6b6aec1",
                                    operation="INSERT",
                                    pgid="pgtrigger_insert_insert_e163f",
                                    table="screening_wish",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="update_update",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                                    func='INSERT INTO "screening_wishevent" ("answer_id", "case_id", "code", "id", "kind", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "recorded_at", "recorded_by_id", "removed_at", "what") VALUES (NEW."answer_id", NEW."case_id", NEW."code", NEW."id", NEW."kind", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, app_now(), \'update\', NEW."id", NEW."public_id", NEW."recorded_at", NEW."recorded_by_id", NEW."removed_at", NEW."what"); RETURN NULL;',
                                    hash="2d84a45f850fd9494bc7ce59524c8121b400b850",
                                    operation="UPDATE",
                                    pgid="pgtrigger_update_update_72123",
                                    table="screening_wish",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="delete_delete",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "screening_wishevent" ("answer_id", "case_id", "code", "id", "kind", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "recorded_at", "recorded_by_id", "removed_at", "what") VALUES (OLD."answer_id", OLD."case_id", OLD."code", OLD."id", OLD."kind", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, app_now(), \'delete\', OLD."id", OLD."public_id", OLD."recorded_at", OLD."recorded_by_id", OLD."removed_at", OLD."what"); RETURN NULL;',
                                    hash="0f78c09a1bb1fd32896cb8cd774b3fb959a5d822",
                                    operation="DELETE",
                                    pgid="pgtrigger_delete_delete_9a73e",
                                    table="screening_wish",
                                    when="AFTER",
                                ),
                            ),
                        ],
                        "constraints": [
                            models.UniqueConstraint(
                                models.F("case"),
                                models.F("kind"),
                                django.db.models.functions.text.Lower("what"),
                                models.F("code"),
                                condition=models.Q(("removed_at", None)),
                                name="wish_once_per_profile",
                                nulls_distinct=False,
                                violation_error_message="This stands in the profile already.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("code", ""), ("code__regex", "^[0-9]{4}$"), _connector="OR"
                                ),
                                name="wish_code_has_four_digits",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("kind__in", ["work", "education"])),
                                name="wish_kind_is_known",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("what", ""), _negated=True),
                                    models.Q(("code", ""), _negated=True),
                                    _connector="OR",
                                ),
                                name="wish_says_what",
                                violation_error_message="Write the wish, or find it in the classification.",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="WishEvent",
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
                                to="screening.wish",
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
                            "answer",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="screening.answer",
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
                        ("removed_at", models.DateTimeField(blank=True, null=True, verbose_name="removed")),
                        (
                            "kind",
                            models.CharField(
                                choices=[("work", "Work"), ("education", "Education")],
                                max_length=12,
                                verbose_name="work or education",
                            ),
                        ),
                        (
                            "what",
                            models.CharField(blank=True, max_length=300, verbose_name="what is wished for"),
                        ),
                        (
                            "code",
                            models.CharField(blank=True, max_length=4, verbose_name="in the classification"),
                        ),
                    ],
                    options={
                        "abstract": False,
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="append_only",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                                    hash="a6dcc143e06094868c3f6e964feefc29f7b675a6",
                                    operation="UPDATE OR DELETE",
                                    pgid="pgtrigger_append_only_f4ca9",
                                    table="screening_wishevent",
                                    when="BEFORE",
                                ),
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="WorkExperience",
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
                                related_name="profile_%(class)s_rows",
                                to="refugees.case",
                            ),
                        ),
                        (
                            "answer",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="screening.answer",
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
                        ("removed_at", models.DateTimeField(blank=True, null=True, verbose_name="removed")),
                        (
                            "from_year",
                            models.PositiveSmallIntegerField(
                                blank=True,
                                null=True,
                                validators=[django.core.validators.MinValueValidator(1930)],
                                verbose_name="from (year)",
                            ),
                        ),
                        (
                            "to_year",
                            models.PositiveSmallIntegerField(
                                blank=True,
                                null=True,
                                validators=[django.core.validators.MinValueValidator(1930)],
                                verbose_name="to (year)",
                            ),
                        ),
                        (
                            "occupation",
                            models.CharField(blank=True, max_length=120, verbose_name="occupation"),
                        ),
                        (
                            "code",
                            models.CharField(blank=True, max_length=4, verbose_name="in the classification"),
                        ),
                        ("employer", models.CharField(blank=True, max_length=120, verbose_name="employer")),
                        ("country", models.CharField(blank=True, max_length=80, verbose_name="country")),
                        (
                            "tasks",
                            models.TextField(blank=True, max_length=1000, verbose_name="what the person did"),
                        ),
                    ],
                    options={
                        "verbose_name": "work experience",
                        "verbose_name_plural": "work experiences",
                        "ordering": [
                            models.OrderBy(models.F("to_year"), descending=True, nulls_last=True),
                            models.OrderBy(models.F("from_year"), descending=True, nulls_last=True),
                            "pk",
                        ],
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="insert_insert",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "screening_workexperienceevent" ("answer_id", "case_id", "code", "country", "employer", "from_year", "id", "occupation", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "recorded_at", "recorded_by_id", "removed_at", "tasks", "to_year") VALUES (NEW."answer_id", NEW."case_id", NEW."code", NEW."country", NEW."employer", NEW."from_year", NEW."id", NEW."occupation", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, app_now(), \'insert\', NEW."id", NEW."public_id", NEW."recorded_at", NEW."recorded_by_id", NEW."removed_at", NEW."tasks", NEW."to_year"); RETURN NULL;',
                                    hash="491504d77a1bcb7507d558dad75f53342e42a4d4",
                                    operation="INSERT",
                                    pgid="pgtrigger_insert_insert_62404",
                                    table="screening_workexperience",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="update_update",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                                    func='INSERT INTO "screening_workexperienceevent" ("answer_id", "case_id", "code", "country", "employer", "from_year", "id", "occupation", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "recorded_at", "recorded_by_id", "removed_at", "tasks", "to_year") VALUES (NEW."answer_id", NEW."case_id", NEW."code", NEW."country", NEW."employer", NEW."from_year", NEW."id", NEW."occupation", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, app_now(), \'update\', NEW."id", NEW."public_id", NEW."recorded_at", NEW."recorded_by_id", NEW."removed_at", NEW."tasks", NEW."to_year"); RETURN NULL;',
                                    hash="f4add0535a99897752bb9c2ad60d20dda8ad4f2f",
                                    operation="UPDATE",
                                    pgid="pgtrigger_update_update_dc48c",
                                    table="screening_workexperience",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="delete_delete",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "screening_workexperienceevent" ("answer_id", "case_id", "code", "country", "employer", "from_year", "id", "occupation", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "recorded_at", "recorded_by_id", "removed_at", "tasks", "to_year") VALUES (OLD."answer_id", OLD."case_id", OLD."code", OLD."country", OLD."employer", OLD."from_year", OLD."id", OLD."occupation", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, app_now(), \'delete\', OLD."id", OLD."public_id", OLD."recorded_at", OLD."recorded_by_id", OLD."removed_at", OLD."tasks", OLD."to_year"); RETURN NULL;',
                                    hash="abc8ca25891ce9e86f1d78a74fa87bb33879e9c4",
                                    operation="DELETE",
                                    pgid="pgtrigger_delete_delete_bf069",
                                    table="screening_workexperience",
                                    when="AFTER",
                                ),
                            ),
                        ],
                        "constraints": [
                            models.UniqueConstraint(
                                models.F("case"),
                                django.db.models.functions.text.Lower("occupation"),
                                models.F("code"),
                                django.db.models.functions.text.Lower("employer"),
                                django.db.models.functions.text.Lower("country"),
                                models.F("from_year"),
                                models.F("to_year"),
                                condition=models.Q(("removed_at", None)),
                                name="work_once_per_profile",
                                nulls_distinct=False,
                                violation_error_message="This stands in the profile already.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("from_year", None),
                                    ("to_year", None),
                                    ("to_year__gte", models.F("from_year")),
                                    _connector="OR",
                                ),
                                name="work_years_in_order",
                                violation_error_message="The last year is not before the first.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("from_year", None),
                                        models.Q(("from_year__gte", 1930), ("from_year__isnull", False)),
                                        _connector="OR",
                                    ),
                                    models.Q(
                                        ("to_year", None),
                                        models.Q(("to_year__gte", 1930), ("to_year__isnull", False)),
                                        _connector="OR",
                                    ),
                                ),
                                name="work_years_of_a_lifetime",
                                violation_error_message="Write the year with four digits, for example 2014.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("code", ""), ("code__regex", "^[0-9]{4}$"), _connector="OR"
                                ),
                                name="work_code_has_four_digits",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("occupation", ""), _negated=True),
                                    models.Q(("code", ""), _negated=True),
                                    _connector="OR",
                                ),
                                name="work_names_an_occupation",
                                violation_error_message="Write the occupation, or find it in the classification.",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="WorkExperienceEvent",
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
                                to="screening.workexperience",
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
                            "answer",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="screening.answer",
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
                        ("removed_at", models.DateTimeField(blank=True, null=True, verbose_name="removed")),
                        (
                            "from_year",
                            models.PositiveSmallIntegerField(
                                blank=True,
                                null=True,
                                validators=[django.core.validators.MinValueValidator(1930)],
                                verbose_name="from (year)",
                            ),
                        ),
                        (
                            "to_year",
                            models.PositiveSmallIntegerField(
                                blank=True,
                                null=True,
                                validators=[django.core.validators.MinValueValidator(1930)],
                                verbose_name="to (year)",
                            ),
                        ),
                        (
                            "occupation",
                            models.CharField(blank=True, max_length=120, verbose_name="occupation"),
                        ),
                        (
                            "code",
                            models.CharField(blank=True, max_length=4, verbose_name="in the classification"),
                        ),
                        ("employer", models.CharField(blank=True, max_length=120, verbose_name="employer")),
                        ("country", models.CharField(blank=True, max_length=80, verbose_name="country")),
                        (
                            "tasks",
                            models.TextField(blank=True, max_length=1000, verbose_name="what the person did"),
                        ),
                    ],
                    options={
                        "abstract": False,
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="append_only",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                                    hash="f9b09eb6eb7e86e7bfc88a9fd7092014b62d557a",
                                    operation="UPDATE OR DELETE",
                                    pgid="pgtrigger_append_only_89920",
                                    table="screening_workexperienceevent",
                                    when="BEFORE",
                                ),
                            )
                        ],
                    },
                ),
            ],
        ),
    ]
