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
        ("screening", "0005_danish_in_force"),
    ]

    operations = [
        accounts.tables.CreateTables(
            tables=[
                migrations.CreateModel(
                    name="Activity",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "contract",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="activities",
                                to="screening.contract",
                            ),
                        ),
                        ("place", models.PositiveSmallIntegerField(editable=False)),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("danish", "Danish education"),
                                    ("internship", "Company internship"),
                                    ("wage-subsidy", "Wage-subsidy job"),
                                    ("guidance", "Guidance and upskilling"),
                                    ("community-work", "Community work"),
                                    ("mentor", "Mentor"),
                                    ("education", "Education"),
                                    ("job-search", "Job search"),
                                    ("other", "Other"),
                                ],
                                max_length=16,
                                verbose_name="activity",
                            ),
                        ),
                        ("what", models.CharField(max_length=300, verbose_name="what exactly")),
                        ("begins_on", models.DateField(blank=True, null=True, verbose_name="from")),
                        ("ends_on", models.DateField(blank=True, null=True, verbose_name="until")),
                        (
                            "minutes_a_week",
                            models.PositiveIntegerField(blank=True, null=True, verbose_name="minutes a week"),
                        ),
                    ],
                    options={
                        "verbose_name": "activity of a contract",
                        "verbose_name_plural": "activities of contracts",
                        "ordering": ["contract", "place"],
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="insert_insert",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "screening_activityevent" ("begins_on", "contract_id", "ends_on", "id", "kind", "minutes_a_week", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place", "what") VALUES (NEW."begins_on", NEW."contract_id", NEW."ends_on", NEW."id", NEW."kind", NEW."minutes_a_week", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, app_now(), \'insert\', NEW."id", NEW."place", NEW."what"); RETURN NULL;',
                                    hash="403edcf8ef3e819d4046110faebba6d9a9d7ad4a",
                                    operation="INSERT",
                                    pgid="pgtrigger_insert_insert_34208",
                                    table="screening_activity",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="update_update",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                                    func='INSERT INTO "screening_activityevent" ("begins_on", "contract_id", "ends_on", "id", "kind", "minutes_a_week", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place", "what") VALUES (NEW."begins_on", NEW."contract_id", NEW."ends_on", NEW."id", NEW."kind", NEW."minutes_a_week", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, app_now(), \'update\', NEW."id", NEW."place", NEW."what"); RETURN NULL;',
                                    hash="11cc06ada09b01dff3cff2cef33dbf7c18a2cc76",
                                    operation="UPDATE",
                                    pgid="pgtrigger_update_update_8d397",
                                    table="screening_activity",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="delete_delete",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "screening_activityevent" ("begins_on", "contract_id", "ends_on", "id", "kind", "minutes_a_week", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place", "what") VALUES (OLD."begins_on", OLD."contract_id", OLD."ends_on", OLD."id", OLD."kind", OLD."minutes_a_week", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, app_now(), \'delete\', OLD."id", OLD."place", OLD."what"); RETURN NULL;',
                                    hash="9257bb7ea830210a0ac75dbe324315438ee694d8",
                                    operation="DELETE",
                                    pgid="pgtrigger_delete_delete_d8eb4",
                                    table="screening_activity",
                                    when="AFTER",
                                ),
                            ),
                        ],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("contract", "place"), name="activity_place_once_per_contract"
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    (
                                        "kind__in",
                                        [
                                            "danish",
                                            "internship",
                                            "wage-subsidy",
                                            "guidance",
                                            "community-work",
                                            "mentor",
                                            "education",
                                            "job-search",
                                            "other",
                                        ],
                                    )
                                ),
                                name="activity_kind_is_known",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("what", ""), _negated=True), name="activity_says_what"
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("ends_on", None),
                                    ("begins_on", None),
                                    ("ends_on__gte", models.F("begins_on")),
                                    _connector="OR",
                                ),
                                name="activity_ends_after_it_begins",
                                violation_error_message="An activity ends on the day it begins or later.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("minutes_a_week", None),
                                    models.Q(("minutes_a_week__gte", 1), ("minutes_a_week__lte", 2220)),
                                    _connector="OR",
                                ),
                                name="activity_hours_fit_in_a_week",
                                violation_error_message="Write hours a week, at most 37.",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="ActivityEvent",
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
                                to="screening.activity",
                            ),
                        ),
                        ("pgh_context", pghistory.utils.JSONField(null=True)),
                        ("pgh_context_id", models.UUIDField(null=True)),
                        ("id", models.BigIntegerField()),
                        (
                            "contract",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="screening.contract",
                            ),
                        ),
                        ("place", models.PositiveSmallIntegerField(editable=False)),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("danish", "Danish education"),
                                    ("internship", "Company internship"),
                                    ("wage-subsidy", "Wage-subsidy job"),
                                    ("guidance", "Guidance and upskilling"),
                                    ("community-work", "Community work"),
                                    ("mentor", "Mentor"),
                                    ("education", "Education"),
                                    ("job-search", "Job search"),
                                    ("other", "Other"),
                                ],
                                max_length=16,
                                verbose_name="activity",
                            ),
                        ),
                        ("what", models.CharField(max_length=300, verbose_name="what exactly")),
                        ("begins_on", models.DateField(blank=True, null=True, verbose_name="from")),
                        ("ends_on", models.DateField(blank=True, null=True, verbose_name="until")),
                        (
                            "minutes_a_week",
                            models.PositiveIntegerField(blank=True, null=True, verbose_name="minutes a week"),
                        ),
                    ],
                    options={
                        "abstract": False,
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="append_only",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                                    hash="45425c291b195fe734653417e0bb9a40fd52ea60",
                                    operation="UPDATE OR DELETE",
                                    pgid="pgtrigger_append_only_27fa5",
                                    table="screening_activityevent",
                                    when="BEFORE",
                                ),
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Contract",
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
                                related_name="contracts",
                                to="refugees.case",
                            ),
                        ),
                        ("number", models.PositiveIntegerField(editable=False, verbose_name="version")),
                        ("drawn_up_on", models.DateField(verbose_name="drawn up")),
                        (
                            "programme_from",
                            models.DateField(blank=True, null=True, verbose_name="programme starts"),
                        ),
                        (
                            "goal",
                            models.TextField(max_length=2000, verbose_name="goal for work or education"),
                        ),
                        (
                            "ratio",
                            models.CharField(
                                blank=True,
                                max_length=500,
                                verbose_name="how Danish and the other activities go together",
                            ),
                        ),
                        (
                            "administration",
                            models.CharField(
                                blank=True, max_length=120, verbose_name="coordinating administration"
                            ),
                        ),
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
                        (
                            "declaration_signed_on",
                            models.DateField(blank=True, null=True, verbose_name="declaration signed"),
                        ),
                        (
                            "declaration_missing",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("", "It is not missing"),
                                    ("earlier", "Signed with an earlier version"),
                                    ("absent", "Did not come"),
                                    ("refused", "Does not want to sign"),
                                    ("unable", "Is not able to sign"),
                                    ("unrecorded", "Not recorded at the time"),
                                ],
                                max_length=10,
                                verbose_name="why the declaration is not signed",
                            ),
                        ),
                        (
                            "fixed_because",
                            models.CharField(
                                blank=True, max_length=500, verbose_name="why the City fixed the content"
                            ),
                        ),
                        (
                            "edition",
                            models.PositiveIntegerField(
                                default=0, editable=False, verbose_name="times it was written"
                            ),
                        ),
                        (
                            "concluded_on",
                            models.DateField(
                                blank=True, editable=False, null=True, verbose_name="in force from"
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
                        "verbose_name": "contract",
                        "verbose_name_plural": "contracts",
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="insert_insert",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "screening_contractevent" ("administration", "case_id", "city_signed_by_id", "city_signed_on", "concluded_on", "declaration_missing", "declaration_signed_on", "drawn_up_on", "edition", "fixed_because", "goal", "id", "number", "person_missing", "person_signed_on", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "programme_from", "public_id", "ratio", "recorded_at", "recorded_by_id", "withdrawal_reason", "withdrawn_at") VALUES (NEW."administration", NEW."case_id", NEW."city_signed_by_id", NEW."city_signed_on", NEW."concluded_on", NEW."declaration_missing", NEW."declaration_signed_on", NEW."drawn_up_on", NEW."edition", NEW."fixed_because", NEW."goal", NEW."id", NEW."number", NEW."person_missing", NEW."person_signed_on", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, app_now(), \'insert\', NEW."id", NEW."programme_from", NEW."public_id", NEW."ratio", NEW."recorded_at", NEW."recorded_by_id", NEW."withdrawal_reason", NEW."withdrawn_at"); RETURN NULL;',
                                    hash="a0315cd992614ae189ac4e002dc92e9080ef244f",
                                    operation="INSERT",
                                    pgid="pgtrigger_insert_insert_7bb30",
                                    table="screening_contract",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="update_update",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                                    func='INSERT INTO "screening_contractevent" ("administration", "case_id", "city_signed_by_id", "city_signed_on", "concluded_on", "declaration_missing", "declaration_signed_on", "drawn_up_on", "edition", "fixed_because", "goal", "id", "number", "person_missing", "person_signed_on", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "programme_from", "public_id", "ratio", "recorded_at", "recorded_by_id", "withdrawal_reason", "withdrawn_at") VALUES (NEW."administration", NEW."case_id", NEW."city_signed_by_id", NEW."city_signed_on", NEW."concluded_on", NEW."declaration_missing", NEW."declaration_signed_on", NEW."drawn_up_on", NEW."edition", NEW."fixed_because", NEW."goal", NEW."id", NEW."number", NEW."person_missing", NEW."person_signed_on", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, app_now(), \'update\', NEW."id", NEW."programme_from", NEW."public_id", NEW."ratio", NEW."recorded_at", NEW."recorded_by_id", NEW."withdrawal_reason", NEW."withdrawn_at"); RETURN NULL;',
                                    hash="6b9e5758d61ce6457e98c4b571800bef37c307f0",
                                    operation="UPDATE",
                                    pgid="pgtrigger_update_update_58678",
                                    table="screening_contract",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="delete_delete",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "screening_contractevent" ("administration", "case_id", "city_signed_by_id", "city_signed_on", "concluded_on", "declaration_missing", "declaration_signed_on", "drawn_up_on", "edition", "fixed_because", "goal", "id", "number", "person_missing", "person_signed_on", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "programme_from", "public_id", "ratio", "recorded_at", "recorded_by_id", "withdrawal_reason", "withdrawn_at") VALUES (OLD."administration", OLD."case_id", OLD."city_signed_by_id", OLD."city_signed_on", OLD."concluded_on", OLD."declaration_missing", OLD."declaration_signed_on", OLD."drawn_up_on", OLD."edition", OLD."fixed_because", OLD."goal", OLD."id", OLD."number", OLD."person_missing", OLD."person_signed_on", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, app_now(), \'delete\', OLD."id", OLD."programme_from", OLD."public_id", OLD."ratio", OLD."recorded_at", OLD."recorded_by_id", OLD."withdrawal_reason", OLD."withdrawn_at"); RETURN NULL;',
                                    hash="5f07a86b857284327811e6f6eda248e5074e6da9",
                                    operation="DELETE",
                                    pgid="pgtrigger_delete_delete_d584d",
                                    table="screening_contract",
                                    when="AFTER",
                                ),
                            ),
                        ],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("case", "number"), name="contract_version_once_per_case"
                            ),
                            models.UniqueConstraint(
                                condition=models.Q(("concluded_on", None), ("withdrawn_at", None)),
                                fields=("case",),
                                name="one_draft_of_a_contract_per_case",
                                violation_error_message="There is a draft already. Change it, or take it away first.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("goal", ""), _negated=True), name="contract_has_a_goal"
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("person_signed_on", None),
                                        models.Q(
                                            ("person_signed_on__isnull", False),
                                            ("person_signed_on__gte", models.F("drawn_up_on")),
                                        ),
                                        _connector="OR",
                                    ),
                                    models.Q(
                                        ("city_signed_on", None),
                                        models.Q(
                                            ("city_signed_on__isnull", False),
                                            ("city_signed_on__gte", models.F("drawn_up_on")),
                                        ),
                                        _connector="OR",
                                    ),
                                    models.Q(
                                        ("declaration_signed_on", None),
                                        models.Q(
                                            ("declaration_signed_on__isnull", False),
                                            ("declaration_signed_on__gte", models.F("drawn_up_on")),
                                        ),
                                        _connector="OR",
                                    ),
                                ),
                                name="contract_is_signed_after_it_was_drawn_up",
                                violation_error_message="Nobody signs a version before it was drawn up.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("person_missing__in", ["", "absent", "refused", "unable"]),
                                        ("person_signed_on", None),
                                    ),
                                    models.Q(("person_missing", ""), ("person_signed_on__isnull", False)),
                                    _connector="OR",
                                ),
                                name="contract_signature_or_why_it_is_missing",
                                violation_error_message="Either the person signed, or it says why the signature is missing.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("concluded_on", None), ("declaration_missing", "")),
                                    models.Q(
                                        ("concluded_on__isnull", False),
                                        models.Q(
                                            models.Q(
                                                ("declaration_missing", ""),
                                                ("declaration_signed_on__isnull", False),
                                            ),
                                            models.Q(
                                                (
                                                    "declaration_missing__in",
                                                    ["earlier", "absent", "refused", "unable", "unrecorded"],
                                                ),
                                                ("declaration_signed_on", None),
                                            ),
                                            _connector="OR",
                                        ),
                                    ),
                                    _connector="OR",
                                ),
                                name="declaration_is_signed_or_says_why_not",
                                violation_error_message="Either the declaration is signed, or it says why it is not.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("city_signed_by", None), ("city_signed_on", None)),
                                    models.Q(
                                        ("city_signed_by__isnull", False), ("city_signed_on__isnull", False)
                                    ),
                                    _connector="OR",
                                ),
                                name="city_signature_says_who",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("concluded_on", None),
                                    models.Q(
                                        ("city_signed_on__isnull", False),
                                        ("concluded_on__isnull", False),
                                        models.Q(
                                            ("person_signed_on__isnull", False),
                                            ("person_missing__in", ["absent", "refused", "unable"]),
                                            _connector="OR",
                                        ),
                                    ),
                                    _connector="OR",
                                ),
                                name="concluded_contract_is_signed_or_says_why_not",
                                violation_error_message="A contract is concluded when both have signed, or when it says why the person has not.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("person_missing__in", ["absent", "refused"]),
                                        models.Q(("fixed_because", ""), _negated=True),
                                    ),
                                    models.Q(
                                        models.Q(
                                            ("person_missing__in", ["absent", "refused"]), _negated=True
                                        ),
                                        ("fixed_because", ""),
                                    ),
                                    _connector="OR",
                                ),
                                name="content_fixed_by_the_city_says_why",
                                violation_error_message="Where the person did not come or does not want to sign, the City fixes the content and says why.",
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
                                name="withdrawing_a_contract_says_why",
                                violation_error_message="Say why the contract is withdrawn.",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="ContractEvent",
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
                                to="screening.contract",
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
                        ("number", models.PositiveIntegerField(editable=False, verbose_name="version")),
                        ("drawn_up_on", models.DateField(verbose_name="drawn up")),
                        (
                            "programme_from",
                            models.DateField(blank=True, null=True, verbose_name="programme starts"),
                        ),
                        (
                            "goal",
                            models.TextField(max_length=2000, verbose_name="goal for work or education"),
                        ),
                        (
                            "ratio",
                            models.CharField(
                                blank=True,
                                max_length=500,
                                verbose_name="how Danish and the other activities go together",
                            ),
                        ),
                        (
                            "administration",
                            models.CharField(
                                blank=True, max_length=120, verbose_name="coordinating administration"
                            ),
                        ),
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
                        (
                            "declaration_signed_on",
                            models.DateField(blank=True, null=True, verbose_name="declaration signed"),
                        ),
                        (
                            "declaration_missing",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("", "It is not missing"),
                                    ("earlier", "Signed with an earlier version"),
                                    ("absent", "Did not come"),
                                    ("refused", "Does not want to sign"),
                                    ("unable", "Is not able to sign"),
                                    ("unrecorded", "Not recorded at the time"),
                                ],
                                max_length=10,
                                verbose_name="why the declaration is not signed",
                            ),
                        ),
                        (
                            "fixed_because",
                            models.CharField(
                                blank=True, max_length=500, verbose_name="why the City fixed the content"
                            ),
                        ),
                        (
                            "edition",
                            models.PositiveIntegerField(
                                default=0, editable=False, verbose_name="times it was written"
                            ),
                        ),
                        (
                            "concluded_on",
                            models.DateField(
                                blank=True, editable=False, null=True, verbose_name="in force from"
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
                                    hash="952cffb959c6d9997d22d1c119a50764e53a0e0c",
                                    operation="UPDATE OR DELETE",
                                    pgid="pgtrigger_append_only_d1635",
                                    table="screening_contractevent",
                                    when="BEFORE",
                                ),
                            )
                        ],
                    },
                ),
            ],
        ),
    ]
