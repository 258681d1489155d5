import django.contrib.postgres.constraints
import django.contrib.postgres.fields
import django.contrib.postgres.fields.ranges
import django.core.validators
import django.db.models.deletion
import pghistory.utils
import pgtrigger.compiler
import uuid6
from django.conf import settings
from django.db import migrations, models

import accounts.day
import accounts.tables
import internships.models.company


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
                    name="Company",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("public_id", models.UUIDField(default=uuid6.uuid7, editable=False, unique=True)),
                        ("name", models.CharField(max_length=160, verbose_name="name")),
                        ("search_name", models.CharField(default="", editable=False, max_length=200)),
                        (
                            "cvr",
                            models.CharField(
                                error_messages={"unique": "This company is already registered."},
                                max_length=8,
                                unique=True,
                                validators=[internships.models.company.check_cvr],
                                verbose_name="CVR number",
                            ),
                        ),
                        (
                            "sector",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("care", "Care and health"),
                                    ("childcare", "Childcare and schools"),
                                    ("cleaning", "Cleaning and facilities"),
                                    ("construction", "Construction and crafts"),
                                    ("food", "Kitchens, restaurants and canteens"),
                                    ("green", "Gardens, parks and farming"),
                                    ("hotel", "Hotels and laundries"),
                                    ("industry", "Industry and workshops"),
                                    ("office", "Office and IT"),
                                    ("shops", "Shops"),
                                    ("transport", "Transport and warehouses"),
                                    ("other", "Other work"),
                                ],
                                max_length=20,
                                verbose_name="sector",
                            ),
                        ),
                        (
                            "languages",
                            django.contrib.postgres.fields.ArrayField(
                                base_field=models.CharField(
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
                                ),
                                blank=True,
                                default=list,
                                size=None,
                                verbose_name="languages used at work",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "company",
                        "verbose_name_plural": "companies",
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="insert_insert",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "internships_companyevent" ("cvr", "id", "languages", "name", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "search_name", "sector") VALUES (NEW."cvr", NEW."id", NEW."languages", NEW."name", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, app_now(), \'insert\', NEW."id", NEW."public_id", NEW."search_name", NEW."sector"); RETURN NULL;',
                                    hash="c2fcca71c3627647c45254c4cf56d75de16dd1cf",
                                    operation="INSERT",
                                    pgid="pgtrigger_insert_insert_cdd21",
                                    table="internships_company",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="update_update",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                                    func='INSERT INTO "internships_companyevent" ("cvr", "id", "languages", "name", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "search_name", "sector") VALUES (NEW."cvr", NEW."id", NEW."languages", NEW."name", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, app_now(), \'update\', NEW."id", NEW."public_id", NEW."search_name", NEW."sector"); RETURN NULL;',
                                    hash="7dde223c308f84616f0339c8895b6aa88d479839",
                                    operation="UPDATE",
                                    pgid="pgtrigger_update_update_9e1ae",
                                    table="internships_company",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="delete_delete",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "internships_companyevent" ("cvr", "id", "languages", "name", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "search_name", "sector") VALUES (OLD."cvr", OLD."id", OLD."languages", OLD."name", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, app_now(), \'delete\', OLD."id", OLD."public_id", OLD."search_name", OLD."sector"); RETURN NULL;',
                                    hash="3c9ee54496a1b573ccc5e094cae6b2339b79a8d6",
                                    operation="DELETE",
                                    pgid="pgtrigger_delete_delete_25924",
                                    table="internships_company",
                                    when="AFTER",
                                ),
                            ),
                        ],
                        "indexes": [models.Index(fields=["search_name", "id"], name="company_in_alphabet")],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(("cvr__regex", "^[1-9][0-9]{7}$")),
                                name="cvr_has_eight_digits",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("name", ""), _negated=True),
                                name="company_has_a_name",
                                violation_error_message="Write the company's name.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    (
                                        "sector__in",
                                        [
                                            "",
                                            "care",
                                            "childcare",
                                            "cleaning",
                                            "construction",
                                            "food",
                                            "green",
                                            "hotel",
                                            "industry",
                                            "office",
                                            "shops",
                                            "transport",
                                            "other",
                                        ],
                                    )
                                ),
                                name="company_sector_is_known",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    (
                                        "languages__contained_by",
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
                                name="company_languages_are_known",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="CompanyEvent",
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
                                to="internships.company",
                            ),
                        ),
                        ("pgh_context", pghistory.utils.JSONField(null=True)),
                        ("pgh_context_id", models.UUIDField(null=True)),
                        ("id", models.BigIntegerField()),
                        ("public_id", models.UUIDField(default=uuid6.uuid7, editable=False)),
                        ("name", models.CharField(max_length=160, verbose_name="name")),
                        ("search_name", models.CharField(default="", editable=False, max_length=200)),
                        (
                            "cvr",
                            models.CharField(
                                error_messages={"unique": "This company is already registered."},
                                max_length=8,
                                validators=[internships.models.company.check_cvr],
                                verbose_name="CVR number",
                            ),
                        ),
                        (
                            "sector",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("care", "Care and health"),
                                    ("childcare", "Childcare and schools"),
                                    ("cleaning", "Cleaning and facilities"),
                                    ("construction", "Construction and crafts"),
                                    ("food", "Kitchens, restaurants and canteens"),
                                    ("green", "Gardens, parks and farming"),
                                    ("hotel", "Hotels and laundries"),
                                    ("industry", "Industry and workshops"),
                                    ("office", "Office and IT"),
                                    ("shops", "Shops"),
                                    ("transport", "Transport and warehouses"),
                                    ("other", "Other work"),
                                ],
                                max_length=20,
                                verbose_name="sector",
                            ),
                        ),
                        (
                            "languages",
                            django.contrib.postgres.fields.ArrayField(
                                base_field=models.CharField(
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
                                ),
                                blank=True,
                                default=list,
                                size=None,
                                verbose_name="languages used at work",
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
                                    hash="393bf7251b6b64b176bc881f179620235e7292b7",
                                    operation="UPDATE OR DELETE",
                                    pgid="pgtrigger_append_only_5eaed",
                                    table="internships_companyevent",
                                    when="BEFORE",
                                ),
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Agreement",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("public_id", models.UUIDField(default=uuid6.uuid7, editable=False, unique=True)),
                        (
                            "company",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="agreements",
                                to="internships.company",
                            ),
                        ),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("partnership", "Partnership agreement (Integration Act § 23 e)"),
                                    ("other", "Another agreement"),
                                ],
                                max_length=12,
                                verbose_name="kind",
                            ),
                        ),
                        ("what", models.CharField(max_length=500, verbose_name="what was agreed")),
                        ("from_on", models.DateField(verbose_name="from")),
                        ("until_on", models.DateField(blank=True, null=True, verbose_name="until")),
                        (
                            "reference",
                            models.CharField(
                                blank=True, max_length=120, verbose_name="where the document is"
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "agreement",
                        "verbose_name_plural": "agreements",
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="insert_insert",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "internships_agreementevent" ("company_id", "from_on", "id", "kind", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "reference", "until_on", "what") VALUES (NEW."company_id", NEW."from_on", NEW."id", NEW."kind", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, app_now(), \'insert\', NEW."id", NEW."public_id", NEW."reference", NEW."until_on", NEW."what"); RETURN NULL;',
                                    hash="cf1077d6f8bf4b18409df6d4f7cdef335c7a10f7",
                                    operation="INSERT",
                                    pgid="pgtrigger_insert_insert_29843",
                                    table="internships_agreement",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="update_update",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                                    func='INSERT INTO "internships_agreementevent" ("company_id", "from_on", "id", "kind", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "reference", "until_on", "what") VALUES (NEW."company_id", NEW."from_on", NEW."id", NEW."kind", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, app_now(), \'update\', NEW."id", NEW."public_id", NEW."reference", NEW."until_on", NEW."what"); RETURN NULL;',
                                    hash="22224105adde40d074ce68813deb44b7ceca7739",
                                    operation="UPDATE",
                                    pgid="pgtrigger_update_update_e0598",
                                    table="internships_agreement",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="delete_delete",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "internships_agreementevent" ("company_id", "from_on", "id", "kind", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "reference", "until_on", "what") VALUES (OLD."company_id", OLD."from_on", OLD."id", OLD."kind", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, app_now(), \'delete\', OLD."id", OLD."public_id", OLD."reference", OLD."until_on", OLD."what"); RETURN NULL;',
                                    hash="91a8297b65e465e1dcec84dcf925e959288ec865",
                                    operation="DELETE",
                                    pgid="pgtrigger_delete_delete_f5012",
                                    table="internships_agreement",
                                    when="AFTER",
                                ),
                            ),
                        ],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(("kind__in", ["partnership", "other"])),
                                name="agreement_kind_is_known",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("what", ""), _negated=True),
                                name="agreement_says_what",
                                violation_error_message="Say what was agreed.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("until_on", None),
                                    models.Q(
                                        ("until_on__gte", models.F("from_on")), ("until_on__isnull", False)
                                    ),
                                    _connector="OR",
                                ),
                                name="agreement_ends_after_it_begins",
                                violation_error_message="The agreement cannot end before it begins.",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="AgreementEvent",
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
                                to="internships.agreement",
                            ),
                        ),
                        ("pgh_context", pghistory.utils.JSONField(null=True)),
                        ("pgh_context_id", models.UUIDField(null=True)),
                        ("id", models.BigIntegerField()),
                        ("public_id", models.UUIDField(default=uuid6.uuid7, editable=False)),
                        (
                            "company",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="internships.company",
                            ),
                        ),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("partnership", "Partnership agreement (Integration Act § 23 e)"),
                                    ("other", "Another agreement"),
                                ],
                                max_length=12,
                                verbose_name="kind",
                            ),
                        ),
                        ("what", models.CharField(max_length=500, verbose_name="what was agreed")),
                        ("from_on", models.DateField(verbose_name="from")),
                        ("until_on", models.DateField(blank=True, null=True, verbose_name="until")),
                        (
                            "reference",
                            models.CharField(
                                blank=True, max_length=120, verbose_name="where the document is"
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
                                    hash="0e5054357dab37d7a696460537ec655d353bc085",
                                    operation="UPDATE OR DELETE",
                                    pgid="pgtrigger_append_only_dbce3",
                                    table="internships_agreementevent",
                                    when="BEFORE",
                                ),
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Barring",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("public_id", models.UUIDField(default=uuid6.uuid7, editable=False, unique=True)),
                        (
                            "company",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="barrings",
                                to="internships.company",
                            ),
                        ),
                        (
                            "during",
                            django.contrib.postgres.fields.ranges.DateRangeField(
                                verbose_name="not to be used"
                            ),
                        ),
                        ("reason", models.CharField(max_length=500, verbose_name="reason")),
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
                        ("made_at", models.DateTimeField(default=accounts.day.now)),
                        ("lifted_on", models.DateField(blank=True, null=True, verbose_name="lifted on")),
                        (
                            "lifted_by",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "lift_reason",
                            models.CharField(blank=True, max_length=500, verbose_name="why it was lifted"),
                        ),
                    ],
                    options={
                        "verbose_name": "do not use",
                        "verbose_name_plural": "do not use",
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="insert_insert",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "internships_barringevent" ("company_id", "during", "id", "lift_reason", "lifted_by_id", "lifted_on", "made_at", "made_by_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "reason") VALUES (NEW."company_id", NEW."during", NEW."id", NEW."lift_reason", NEW."lifted_by_id", NEW."lifted_on", NEW."made_at", NEW."made_by_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, app_now(), \'insert\', NEW."id", NEW."public_id", NEW."reason"); RETURN NULL;',
                                    hash="2a343d808ed5b6ae73b9234ca1147f9eb69a181b",
                                    operation="INSERT",
                                    pgid="pgtrigger_insert_insert_b208c",
                                    table="internships_barring",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="update_update",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                                    func='INSERT INTO "internships_barringevent" ("company_id", "during", "id", "lift_reason", "lifted_by_id", "lifted_on", "made_at", "made_by_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "reason") VALUES (NEW."company_id", NEW."during", NEW."id", NEW."lift_reason", NEW."lifted_by_id", NEW."lifted_on", NEW."made_at", NEW."made_by_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, app_now(), \'update\', NEW."id", NEW."public_id", NEW."reason"); RETURN NULL;',
                                    hash="ba11ab157a888f6e10ae9bdf46dc650a8293d0c5",
                                    operation="UPDATE",
                                    pgid="pgtrigger_update_update_12dc7",
                                    table="internships_barring",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="delete_delete",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "internships_barringevent" ("company_id", "during", "id", "lift_reason", "lifted_by_id", "lifted_on", "made_at", "made_by_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "reason") VALUES (OLD."company_id", OLD."during", OLD."id", OLD."lift_reason", OLD."lifted_by_id", OLD."lifted_on", OLD."made_at", OLD."made_by_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, app_now(), \'delete\', OLD."id", OLD."public_id", OLD."reason"); RETURN NULL;',
                                    hash="33496c805b453794d7ab114ac17ad2b61b983936",
                                    operation="DELETE",
                                    pgid="pgtrigger_delete_delete_d50c8",
                                    table="internships_barring",
                                    when="AFTER",
                                ),
                            ),
                        ],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(("reason", ""), _negated=True),
                                name="barring_says_why",
                                violation_error_message="Say why the company is not to be used.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("during__isempty", False), ("during__startswith__isnull", False)
                                ),
                                name="barring_has_days",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("lift_reason", ""), ("lifted_by", None), ("lifted_on", None)),
                                    models.Q(
                                        ("lifted_by__isnull", False),
                                        ("lifted_on__isnull", False),
                                        models.Q(("lift_reason", ""), _negated=True),
                                    ),
                                    _connector="OR",
                                ),
                                name="barring_is_lifted_with_a_reason",
                                violation_error_message="Say why it is lifted.",
                            ),
                            django.contrib.postgres.constraints.ExclusionConstraint(
                                condition=models.Q(("lifted_on", None)),
                                expressions=[("company", "="), ("during", "&&")],
                                name="company_is_barred_once_at_a_time",
                                violation_error_message="The company is already marked as not to be used in that time.",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="BarringEvent",
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
                                to="internships.barring",
                            ),
                        ),
                        ("pgh_context", pghistory.utils.JSONField(null=True)),
                        ("pgh_context_id", models.UUIDField(null=True)),
                        ("id", models.BigIntegerField()),
                        ("public_id", models.UUIDField(default=uuid6.uuid7, editable=False)),
                        (
                            "company",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="internships.company",
                            ),
                        ),
                        (
                            "during",
                            django.contrib.postgres.fields.ranges.DateRangeField(
                                verbose_name="not to be used"
                            ),
                        ),
                        ("reason", models.CharField(max_length=500, verbose_name="reason")),
                        (
                            "made_by",
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
                        ("made_at", models.DateTimeField(default=accounts.day.now)),
                        ("lifted_on", models.DateField(blank=True, null=True, verbose_name="lifted on")),
                        (
                            "lifted_by",
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
                            "lift_reason",
                            models.CharField(blank=True, max_length=500, verbose_name="why it was lifted"),
                        ),
                    ],
                    options={
                        "abstract": False,
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="append_only",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                                    hash="5668053bdd2a6961207a911d8a85222dbe02cbc0",
                                    operation="UPDATE OR DELETE",
                                    pgid="pgtrigger_append_only_dfa53",
                                    table="internships_barringevent",
                                    when="BEFORE",
                                ),
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="ProductionUnit",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("public_id", models.UUIDField(default=uuid6.uuid7, editable=False, unique=True)),
                        (
                            "company",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="units",
                                to="internships.company",
                            ),
                        ),
                        (
                            "p_number",
                            models.CharField(
                                max_length=10,
                                unique=True,
                                validators=[
                                    django.core.validators.RegexValidator(
                                        "\\A[0-9]{10}\\Z",
                                        "This is not a P-number: it has ten digits.",
                                        code="p_number",
                                    )
                                ],
                                verbose_name="P-number",
                            ),
                        ),
                        (
                            "name",
                            models.CharField(blank=True, max_length=160, verbose_name="what it is called"),
                        ),
                        ("address", models.CharField(max_length=200, verbose_name="address")),
                        (
                            "district",
                            models.CharField(
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
                                    ("outside", "Outside Copenhagen"),
                                ],
                                max_length=12,
                                verbose_name="district",
                            ),
                        ),
                        ("is_closed", models.BooleanField(default=False, verbose_name="no longer in use")),
                    ],
                    options={
                        "verbose_name": "production unit",
                        "verbose_name_plural": "production units",
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="insert_insert",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "internships_productionunitevent" ("address", "company_id", "district", "id", "is_closed", "name", "p_number", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id") VALUES (NEW."address", NEW."company_id", NEW."district", NEW."id", NEW."is_closed", NEW."name", NEW."p_number", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, app_now(), \'insert\', NEW."id", NEW."public_id"); RETURN NULL;',
                                    hash="abccdc8acdcffabaff7dd719b9b632dcee66cc4f",
                                    operation="INSERT",
                                    pgid="pgtrigger_insert_insert_03b37",
                                    table="internships_productionunit",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="update_update",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                                    func='INSERT INTO "internships_productionunitevent" ("address", "company_id", "district", "id", "is_closed", "name", "p_number", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id") VALUES (NEW."address", NEW."company_id", NEW."district", NEW."id", NEW."is_closed", NEW."name", NEW."p_number", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, app_now(), \'update\', NEW."id", NEW."public_id"); RETURN NULL;',
                                    hash="fbf662e23b8cc9d58d513afe82bbda4a10c68a5d",
                                    operation="UPDATE",
                                    pgid="pgtrigger_update_update_c81df",
                                    table="internships_productionunit",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="delete_delete",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "internships_productionunitevent" ("address", "company_id", "district", "id", "is_closed", "name", "p_number", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id") VALUES (OLD."address", OLD."company_id", OLD."district", OLD."id", OLD."is_closed", OLD."name", OLD."p_number", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, app_now(), \'delete\', OLD."id", OLD."public_id"); RETURN NULL;',
                                    hash="7ef2bb8d2ca6eaa57a543e20771222159838e0ad",
                                    operation="DELETE",
                                    pgid="pgtrigger_delete_delete_bcd30",
                                    table="internships_productionunit",
                                    when="AFTER",
                                ),
                            ),
                        ],
                        "indexes": [
                            models.Index(fields=["district", "company"], name="production_unit_by_district")
                        ],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(("p_number__regex", "^[0-9]{10}$")),
                                name="p_number_has_ten_digits",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("address", ""), _negated=True),
                                name="production_unit_has_an_address",
                                violation_error_message="Write the address.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    (
                                        "district__in",
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
                                            "outside",
                                        ],
                                    )
                                ),
                                name="production_unit_district_is_known",
                            ),
                            models.UniqueConstraint(
                                fields=("id", "company"), name="production_unit_and_its_company"
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="ProductionUnitEvent",
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
                                to="internships.productionunit",
                            ),
                        ),
                        ("pgh_context", pghistory.utils.JSONField(null=True)),
                        ("pgh_context_id", models.UUIDField(null=True)),
                        ("id", models.BigIntegerField()),
                        ("public_id", models.UUIDField(default=uuid6.uuid7, editable=False)),
                        (
                            "company",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="internships.company",
                            ),
                        ),
                        (
                            "p_number",
                            models.CharField(
                                max_length=10,
                                validators=[
                                    django.core.validators.RegexValidator(
                                        "\\A[0-9]{10}\\Z",
                                        "This is not a P-number: it has ten digits.",
                                        code="p_number",
                                    )
                                ],
                                verbose_name="P-number",
                            ),
                        ),
                        (
                            "name",
                            models.CharField(blank=True, max_length=160, verbose_name="what it is called"),
                        ),
                        ("address", models.CharField(max_length=200, verbose_name="address")),
                        (
                            "district",
                            models.CharField(
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
                                    ("outside", "Outside Copenhagen"),
                                ],
                                max_length=12,
                                verbose_name="district",
                            ),
                        ),
                        ("is_closed", models.BooleanField(default=False, verbose_name="no longer in use")),
                    ],
                    options={
                        "abstract": False,
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="append_only",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                                    hash="80604becc6d9623412a50fa384996a94e7d40bdc",
                                    operation="UPDATE OR DELETE",
                                    pgid="pgtrigger_append_only_e2bcf",
                                    table="internships_productionunitevent",
                                    when="BEFORE",
                                ),
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="ContactPerson",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("public_id", models.UUIDField(default=uuid6.uuid7, editable=False, unique=True)),
                        (
                            "company",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="people",
                                to="internships.company",
                            ),
                        ),
                        (
                            "unit",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="people",
                                to="internships.productionunit",
                                verbose_name="production unit",
                            ),
                        ),
                        ("name", models.CharField(max_length=120, verbose_name="name")),
                        ("job", models.CharField(blank=True, max_length=120, verbose_name="role")),
                        ("phone", models.CharField(blank=True, max_length=40, verbose_name="phone")),
                        ("email", models.EmailField(blank=True, max_length=254, verbose_name="e-mail")),
                        ("until_on", models.DateField(blank=True, null=True, verbose_name="until")),
                    ],
                    options={
                        "verbose_name": "contact person",
                        "verbose_name_plural": "contact persons",
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="insert_insert",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "internships_contactpersonevent" ("company_id", "email", "id", "job", "name", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "phone", "public_id", "unit_id", "until_on") VALUES (NEW."company_id", NEW."email", NEW."id", NEW."job", NEW."name", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, app_now(), \'insert\', NEW."id", NEW."phone", NEW."public_id", NEW."unit_id", NEW."until_on"); RETURN NULL;',
                                    hash="68984de49dd5403f23fe73cb6fb9b891f56c1a7c",
                                    operation="INSERT",
                                    pgid="pgtrigger_insert_insert_4ed36",
                                    table="internships_contactperson",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="update_update",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                                    func='INSERT INTO "internships_contactpersonevent" ("company_id", "email", "id", "job", "name", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "phone", "public_id", "unit_id", "until_on") VALUES (NEW."company_id", NEW."email", NEW."id", NEW."job", NEW."name", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, app_now(), \'update\', NEW."id", NEW."phone", NEW."public_id", NEW."unit_id", NEW."until_on"); RETURN NULL;',
                                    hash="342207f1fdf0984f123204d777a02c1de47932cb",
                                    operation="UPDATE",
                                    pgid="pgtrigger_update_update_9d9b4",
                                    table="internships_contactperson",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="delete_delete",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "internships_contactpersonevent" ("company_id", "email", "id", "job", "name", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "phone", "public_id", "unit_id", "until_on") VALUES (OLD."company_id", OLD."email", OLD."id", OLD."job", OLD."name", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, app_now(), \'delete\', OLD."id", OLD."phone", OLD."public_id", OLD."unit_id", OLD."until_on"); RETURN NULL;',
                                    hash="f48bf4f75b1ce15f542f6a088d717e4761cf5b74",
                                    operation="DELETE",
                                    pgid="pgtrigger_delete_delete_73848",
                                    table="internships_contactperson",
                                    when="AFTER",
                                ),
                            ),
                        ],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("id", "company"), name="contact_person_and_their_company"
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("name", ""), _negated=True),
                                name="contact_person_has_a_name",
                                violation_error_message="Write the name.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("phone", ""), _negated=True),
                                    models.Q(("email", ""), _negated=True),
                                    _connector="OR",
                                ),
                                name="contact_person_can_be_reached",
                                violation_error_message="Write a phone number or an e-mail address.",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="ContactPersonEvent",
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
                                to="internships.contactperson",
                            ),
                        ),
                        ("pgh_context", pghistory.utils.JSONField(null=True)),
                        ("pgh_context_id", models.UUIDField(null=True)),
                        ("id", models.BigIntegerField()),
                        ("public_id", models.UUIDField(default=uuid6.uuid7, editable=False)),
                        (
                            "company",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="internships.company",
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
                                to="internships.productionunit",
                                verbose_name="production unit",
                            ),
                        ),
                        ("name", models.CharField(max_length=120, verbose_name="name")),
                        ("job", models.CharField(blank=True, max_length=120, verbose_name="role")),
                        ("phone", models.CharField(blank=True, max_length=40, verbose_name="phone")),
                        ("email", models.EmailField(blank=True, max_length=254, verbose_name="e-mail")),
                        ("until_on", models.DateField(blank=True, null=True, verbose_name="until")),
                    ],
                    options={
                        "abstract": False,
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="append_only",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                                    hash="b280b285fa6e4fbd9000bdaf832670461cf36417",
                                    operation="UPDATE OR DELETE",
                                    pgid="pgtrigger_append_only_db30a",
                                    table="internships_contactpersonevent",
                                    when="BEFORE",
                                ),
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Contact",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("public_id", models.UUIDField(default=uuid6.uuid7, editable=False, unique=True)),
                        (
                            "company",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="contacts",
                                to="internships.company",
                            ),
                        ),
                        (
                            "way",
                            models.CharField(
                                choices=[
                                    ("call", "Call"),
                                    ("visit", "Visit to the company"),
                                    ("meeting", "Meeting at the City"),
                                    ("e-mail", "E-mail"),
                                ],
                                max_length=8,
                                verbose_name="how",
                            ),
                        ),
                        ("on", models.DateField(verbose_name="on")),
                        (
                            "person",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="contacts",
                                to="internships.contactperson",
                                verbose_name="with",
                            ),
                        ),
                        (
                            "whom",
                            models.CharField(blank=True, max_length=120, verbose_name="with somebody else"),
                        ),
                        ("about", models.TextField(max_length=2000, verbose_name="what was said")),
                        (
                            "promised",
                            models.CharField(blank=True, max_length=300, verbose_name="what was promised"),
                        ),
                        (
                            "by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        ("recorded_at", models.DateTimeField(default=accounts.day.now)),
                        ("next_on", models.DateField(blank=True, null=True, verbose_name="next call on")),
                        (
                            "next_done_on",
                            models.DateField(blank=True, null=True, verbose_name="called again on"),
                        ),
                        (
                            "next_dropped",
                            models.CharField(
                                blank=True, max_length=300, verbose_name="why no call is needed"
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "contact",
                        "verbose_name_plural": "contacts",
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="insert_insert",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "internships_contactevent" ("about", "by_id", "company_id", "id", "next_done_on", "next_dropped", "next_on", "on", "person_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "promised", "public_id", "recorded_at", "way", "whom") VALUES (NEW."about", NEW."by_id", NEW."company_id", NEW."id", NEW."next_done_on", NEW."next_dropped", NEW."next_on", NEW."on", NEW."person_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, app_now(), \'insert\', NEW."id", NEW."promised", NEW."public_id", NEW."recorded_at", NEW."way", NEW."whom"); RETURN NULL;',
                                    hash="0bf9ab80806564ff9fbf062abaa77ed9222dd4b1",
                                    operation="INSERT",
                                    pgid="pgtrigger_insert_insert_31ed4",
                                    table="internships_contact",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="update_update",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                                    func='INSERT INTO "internships_contactevent" ("about", "by_id", "company_id", "id", "next_done_on", "next_dropped", "next_on", "on", "person_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "promised", "public_id", "recorded_at", "way", "whom") VALUES (NEW."about", NEW."by_id", NEW."company_id", NEW."id", NEW."next_done_on", NEW."next_dropped", NEW."next_on", NEW."on", NEW."person_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, app_now(), \'update\', NEW."id", NEW."promised", NEW."public_id", NEW."recorded_at", NEW."way", NEW."whom"); RETURN NULL;',
                                    hash="951189156e28850e8516d4ad8bff9d10759f08c3",
                                    operation="UPDATE",
                                    pgid="pgtrigger_update_update_72584",
                                    table="internships_contact",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="delete_delete",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "internships_contactevent" ("about", "by_id", "company_id", "id", "next_done_on", "next_dropped", "next_on", "on", "person_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "promised", "public_id", "recorded_at", "way", "whom") VALUES (OLD."about", OLD."by_id", OLD."company_id", OLD."id", OLD."next_done_on", OLD."next_dropped", OLD."next_on", OLD."on", OLD."person_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, app_now(), \'delete\', OLD."id", OLD."promised", OLD."public_id", OLD."recorded_at", OLD."way", OLD."whom"); RETURN NULL;',
                                    hash="6c0085b0545b92907000fab368f65018ef677dbc",
                                    operation="DELETE",
                                    pgid="pgtrigger_delete_delete_e4d6a",
                                    table="internships_contact",
                                    when="AFTER",
                                ),
                            ),
                        ],
                        "indexes": [
                            models.Index(fields=["company", "-on", "-id"], name="contact_of_company"),
                            models.Index(
                                condition=models.Q(("next_done_on", None)),
                                fields=["next_on", "id"],
                                name="contact_to_call_again",
                            ),
                        ],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(("way__in", ["call", "visit", "meeting", "e-mail"])),
                                name="contact_way_is_known",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("about", ""), _negated=True),
                                name="contact_says_what",
                                violation_error_message="Write what was said.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("person__isnull", False),
                                    models.Q(("whom", ""), _negated=True),
                                    _connector="OR",
                                ),
                                name="contact_is_with_somebody",
                                violation_error_message="Say with whom.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("next_on", None),
                                    models.Q(("next_on__gt", models.F("on")), ("next_on__isnull", False)),
                                    _connector="OR",
                                ),
                                name="next_call_comes_after_the_contact",
                                violation_error_message="The next call comes after this one.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("next_done_on", None), ("next_dropped", "")),
                                    models.Q(("next_done_on__isnull", False), ("next_on__isnull", False)),
                                    _connector="OR",
                                ),
                                name="next_call_is_made_only_if_agreed",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="ContactEvent",
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
                                to="internships.contact",
                            ),
                        ),
                        ("pgh_context", pghistory.utils.JSONField(null=True)),
                        ("pgh_context_id", models.UUIDField(null=True)),
                        ("id", models.BigIntegerField()),
                        ("public_id", models.UUIDField(default=uuid6.uuid7, editable=False)),
                        (
                            "company",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="internships.company",
                            ),
                        ),
                        (
                            "way",
                            models.CharField(
                                choices=[
                                    ("call", "Call"),
                                    ("visit", "Visit to the company"),
                                    ("meeting", "Meeting at the City"),
                                    ("e-mail", "E-mail"),
                                ],
                                max_length=8,
                                verbose_name="how",
                            ),
                        ),
                        ("on", models.DateField(verbose_name="on")),
                        (
                            "person",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="internships.contactperson",
                                verbose_name="with",
                            ),
                        ),
                        (
                            "whom",
                            models.CharField(blank=True, max_length=120, verbose_name="with somebody else"),
                        ),
                        ("about", models.TextField(max_length=2000, verbose_name="what was said")),
                        (
                            "promised",
                            models.CharField(blank=True, max_length=300, verbose_name="what was promised"),
                        ),
                        (
                            "by",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        ("recorded_at", models.DateTimeField(default=accounts.day.now)),
                        ("next_on", models.DateField(blank=True, null=True, verbose_name="next call on")),
                        (
                            "next_done_on",
                            models.DateField(blank=True, null=True, verbose_name="called again on"),
                        ),
                        (
                            "next_dropped",
                            models.CharField(
                                blank=True, max_length=300, verbose_name="why no call is needed"
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
                                    hash="048d8a08740f76fc27fab16c1c87d93f7d1cb526",
                                    operation="UPDATE OR DELETE",
                                    pgid="pgtrigger_append_only_50068",
                                    table="internships_contactevent",
                                    when="BEFORE",
                                ),
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Offer",
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
                                related_name="internship_offers",
                                to="refugees.case",
                            ),
                        ),
                        (
                            "company",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="offers",
                                to="internships.company",
                            ),
                        ),
                        (
                            "unit",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="offers",
                                to="internships.productionunit",
                            ),
                        ),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("internship", "Company internship"),
                                    ("wage-subsidy", "Wage-subsidy job"),
                                ],
                                default="internship",
                                max_length=20,
                                verbose_name="kind",
                            ),
                        ),
                        ("offered_on", models.DateField(verbose_name="offered on")),
                        (
                            "planned_start_on",
                            models.DateField(blank=True, null=True, verbose_name="planned start"),
                        ),
                        (
                            "answer",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("", "Not answered"),
                                    ("accepted", "Accepted"),
                                    ("declined", "Declined by the person"),
                                    ("withdrawn", "Withdrawn by the company"),
                                ],
                                max_length=12,
                                verbose_name="answer",
                            ),
                        ),
                        ("answered_on", models.DateField(blank=True, null=True, verbose_name="answered on")),
                        (
                            "answer_reason",
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
                        "verbose_name": "offer of an internship",
                        "verbose_name_plural": "offers of internships",
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="insert_insert",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "internships_offerevent" ("answer", "answer_reason", "answered_on", "case_id", "company_id", "id", "kind", "offered_on", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "planned_start_on", "public_id", "recorded_at", "recorded_by_id", "unit_id") VALUES (NEW."answer", NEW."answer_reason", NEW."answered_on", NEW."case_id", NEW."company_id", NEW."id", NEW."kind", NEW."offered_on", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, app_now(), \'insert\', NEW."id", NEW."planned_start_on", NEW."public_id", NEW."recorded_at", NEW."recorded_by_id", NEW."unit_id"); RETURN NULL;',
                                    hash="f98e46b09258538e5d0085779350828a8cb72ca6",
                                    operation="INSERT",
                                    pgid="pgtrigger_insert_insert_1a2f0",
                                    table="internships_offer",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="update_update",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                                    func='INSERT INTO "internships_offerevent" ("answer", "answer_reason", "answered_on", "case_id", "company_id", "id", "kind", "offered_on", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "planned_start_on", "public_id", "recorded_at", "recorded_by_id", "unit_id") VALUES (NEW."answer", NEW."answer_reason", NEW."answered_on", NEW."case_id", NEW."company_id", NEW."id", NEW."kind", NEW."offered_on", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, app_now(), \'update\', NEW."id", NEW."planned_start_on", NEW."public_id", NEW."recorded_at", NEW."recorded_by_id", NEW."unit_id"); RETURN NULL;',
                                    hash="ce347a2225fd62661fc8348992a56cf701586243",
                                    operation="UPDATE",
                                    pgid="pgtrigger_update_update_d9567",
                                    table="internships_offer",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="delete_delete",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "internships_offerevent" ("answer", "answer_reason", "answered_on", "case_id", "company_id", "id", "kind", "offered_on", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "planned_start_on", "public_id", "recorded_at", "recorded_by_id", "unit_id") VALUES (OLD."answer", OLD."answer_reason", OLD."answered_on", OLD."case_id", OLD."company_id", OLD."id", OLD."kind", OLD."offered_on", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, app_now(), \'delete\', OLD."id", OLD."planned_start_on", OLD."public_id", OLD."recorded_at", OLD."recorded_by_id", OLD."unit_id"); RETURN NULL;',
                                    hash="1459756f772abb3c2f1790fad51bd655e6f4d503",
                                    operation="DELETE",
                                    pgid="pgtrigger_delete_delete_e5b71",
                                    table="internships_offer",
                                    when="AFTER",
                                ),
                            ),
                        ],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(("kind__in", ["internship", "wage-subsidy"])),
                                name="offer_kind_is_known",
                            ),
                            models.UniqueConstraint(
                                condition=models.Q(("answer", "")),
                                fields=("case",),
                                name="one_unanswered_offer_per_case",
                                violation_error_message="The last offer has not been answered yet.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("answer", ""), ("answered_on", None)),
                                    models.Q(
                                        ("answer__in", ["accepted", "declined", "withdrawn"]),
                                        ("answered_on__gte", models.F("offered_on")),
                                        ("answered_on__isnull", False),
                                    ),
                                    _connector="OR",
                                ),
                                name="offer_answer_and_date_go_together",
                                violation_error_message="An answer has a date, not before the offer was given.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("answer", "declined"), _negated=True),
                                    models.Q(("answer_reason", ""), _negated=True),
                                    _connector="OR",
                                ),
                                name="decline_says_why",
                                violation_error_message="Say why the offer was declined.",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="OfferEvent",
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
                                to="internships.offer",
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
                            "company",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="internships.company",
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
                                to="internships.productionunit",
                            ),
                        ),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("internship", "Company internship"),
                                    ("wage-subsidy", "Wage-subsidy job"),
                                ],
                                default="internship",
                                max_length=20,
                                verbose_name="kind",
                            ),
                        ),
                        ("offered_on", models.DateField(verbose_name="offered on")),
                        (
                            "planned_start_on",
                            models.DateField(blank=True, null=True, verbose_name="planned start"),
                        ),
                        (
                            "answer",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("", "Not answered"),
                                    ("accepted", "Accepted"),
                                    ("declined", "Declined by the person"),
                                    ("withdrawn", "Withdrawn by the company"),
                                ],
                                max_length=12,
                                verbose_name="answer",
                            ),
                        ),
                        ("answered_on", models.DateField(blank=True, null=True, verbose_name="answered on")),
                        (
                            "answer_reason",
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
                                    hash="e1aff9eb15d739ff9ffaf955b1adfffe609cebd1",
                                    operation="UPDATE OR DELETE",
                                    pgid="pgtrigger_append_only_11e94",
                                    table="internships_offerevent",
                                    when="BEFORE",
                                ),
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Placement",
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
                                related_name="placements",
                                to="refugees.case",
                            ),
                        ),
                        (
                            "company",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="placements",
                                to="internships.company",
                            ),
                        ),
                        (
                            "unit",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="placements",
                                to="internships.productionunit",
                            ),
                        ),
                        (
                            "offer",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="placements",
                                to="internships.offer",
                            ),
                        ),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("internship", "Company internship"),
                                    ("wage-subsidy", "Wage-subsidy job"),
                                    ("job", "Ordinary job"),
                                ],
                                max_length=20,
                                verbose_name="kind",
                            ),
                        ),
                        ("started_on", models.DateField(verbose_name="started on")),
                        ("last_on", models.DateField(blank=True, null=True, verbose_name="last day")),
                        (
                            "planned_last_on",
                            models.DateField(blank=True, null=True, verbose_name="agreed last day"),
                        ),
                        (
                            "next_step",
                            models.CharField(blank=True, max_length=300, verbose_name="what comes next"),
                        ),
                        ("next_step_on", models.DateField(blank=True, null=True, verbose_name="decided on")),
                        (
                            "ending",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("", "Still going on"),
                                    ("completed", "completed as agreed"),
                                    ("job", "became a job"),
                                    ("broken-off-person", "broken off by the person"),
                                    ("broken-off-company", "broken off by the company"),
                                    ("other", "another reason"),
                                ],
                                max_length=20,
                                verbose_name="how it ended",
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
                            "taken_back_at",
                            models.DateTimeField(blank=True, null=True, verbose_name="taken back"),
                        ),
                        (
                            "correction_reason",
                            models.CharField(blank=True, max_length=300, verbose_name="reason"),
                        ),
                    ],
                    options={
                        "verbose_name": "placement",
                        "verbose_name_plural": "placements",
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="insert_insert",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "internships_placementevent" ("case_id", "company_id", "correction_reason", "ending", "id", "kind", "last_on", "next_step", "next_step_on", "offer_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "planned_last_on", "public_id", "recorded_at", "recorded_by_id", "started_on", "taken_back_at", "unit_id") VALUES (NEW."case_id", NEW."company_id", NEW."correction_reason", NEW."ending", NEW."id", NEW."kind", NEW."last_on", NEW."next_step", NEW."next_step_on", NEW."offer_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, app_now(), \'insert\', NEW."id", NEW."planned_last_on", NEW."public_id", NEW."recorded_at", NEW."recorded_by_id", NEW."started_on", NEW."taken_back_at", NEW."unit_id"); RETURN NULL;',
                                    hash="10290768761d244ff19f1f4d5d250caff8259511",
                                    operation="INSERT",
                                    pgid="pgtrigger_insert_insert_9e7d6",
                                    table="internships_placement",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="update_update",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                                    func='INSERT INTO "internships_placementevent" ("case_id", "company_id", "correction_reason", "ending", "id", "kind", "last_on", "next_step", "next_step_on", "offer_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "planned_last_on", "public_id", "recorded_at", "recorded_by_id", "started_on", "taken_back_at", "unit_id") VALUES (NEW."case_id", NEW."company_id", NEW."correction_reason", NEW."ending", NEW."id", NEW."kind", NEW."last_on", NEW."next_step", NEW."next_step_on", NEW."offer_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, app_now(), \'update\', NEW."id", NEW."planned_last_on", NEW."public_id", NEW."recorded_at", NEW."recorded_by_id", NEW."started_on", NEW."taken_back_at", NEW."unit_id"); RETURN NULL;',
                                    hash="5d7558ad297e6a019d05b57c3ab44c2df2f65c51",
                                    operation="UPDATE",
                                    pgid="pgtrigger_update_update_d7013",
                                    table="internships_placement",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="delete_delete",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "internships_placementevent" ("case_id", "company_id", "correction_reason", "ending", "id", "kind", "last_on", "next_step", "next_step_on", "offer_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "planned_last_on", "public_id", "recorded_at", "recorded_by_id", "started_on", "taken_back_at", "unit_id") VALUES (OLD."case_id", OLD."company_id", OLD."correction_reason", OLD."ending", OLD."id", OLD."kind", OLD."last_on", OLD."next_step", OLD."next_step_on", OLD."offer_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, app_now(), \'delete\', OLD."id", OLD."planned_last_on", OLD."public_id", OLD."recorded_at", OLD."recorded_by_id", OLD."started_on", OLD."taken_back_at", OLD."unit_id"); RETURN NULL;',
                                    hash="815e92cb2ea8926878f663973792233ebf4f2bea",
                                    operation="DELETE",
                                    pgid="pgtrigger_delete_delete_0266a",
                                    table="internships_placement",
                                    when="AFTER",
                                ),
                            ),
                        ],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(("kind__in", ["internship", "wage-subsidy", "job"])),
                                name="placement_kind_is_known",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("ending", ""), ("last_on", None)),
                                    models.Q(
                                        (
                                            "ending__in",
                                            [
                                                "completed",
                                                "job",
                                                "broken-off-person",
                                                "broken-off-company",
                                                "other",
                                            ],
                                        ),
                                        ("last_on__gte", models.F("started_on")),
                                        ("last_on__isnull", False),
                                    ),
                                    _connector="OR",
                                ),
                                name="placement_ending_and_last_day_go_together",
                                violation_error_message="What ended has a last day, not before the first, and a reason.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("planned_last_on", None),
                                    models.Q(
                                        ("planned_last_on__gte", models.F("started_on")),
                                        ("planned_last_on__isnull", False),
                                    ),
                                    _connector="OR",
                                ),
                                name="placement_planned_end_after_start",
                                violation_error_message="The agreed last day is not before the first.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("next_step", ""), ("next_step_on", None)),
                                    models.Q(
                                        models.Q(("next_step", ""), _negated=True),
                                        ("next_step_on__isnull", False),
                                    ),
                                    _connector="OR",
                                ),
                                name="placement_next_step_and_date_go_together",
                                violation_error_message="Say what comes next, and when it was decided.",
                            ),
                            models.UniqueConstraint(
                                condition=models.Q(("offer__isnull", False), ("taken_back_at", None)),
                                fields=("offer",),
                                name="one_placement_per_offer",
                                violation_error_message="This offer has already been started.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("taken_back_at", None),
                                    models.Q(("correction_reason", ""), _negated=True),
                                    _connector="OR",
                                ),
                                name="taking_back_a_start_says_why",
                                violation_error_message="Say why the start is taken back.",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="PlacementEvent",
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
                                to="internships.placement",
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
                            "company",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="internships.company",
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
                                to="internships.productionunit",
                            ),
                        ),
                        (
                            "offer",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="internships.offer",
                            ),
                        ),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("internship", "Company internship"),
                                    ("wage-subsidy", "Wage-subsidy job"),
                                    ("job", "Ordinary job"),
                                ],
                                max_length=20,
                                verbose_name="kind",
                            ),
                        ),
                        ("started_on", models.DateField(verbose_name="started on")),
                        ("last_on", models.DateField(blank=True, null=True, verbose_name="last day")),
                        (
                            "planned_last_on",
                            models.DateField(blank=True, null=True, verbose_name="agreed last day"),
                        ),
                        (
                            "next_step",
                            models.CharField(blank=True, max_length=300, verbose_name="what comes next"),
                        ),
                        ("next_step_on", models.DateField(blank=True, null=True, verbose_name="decided on")),
                        (
                            "ending",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("", "Still going on"),
                                    ("completed", "completed as agreed"),
                                    ("job", "became a job"),
                                    ("broken-off-person", "broken off by the person"),
                                    ("broken-off-company", "broken off by the company"),
                                    ("other", "another reason"),
                                ],
                                max_length=20,
                                verbose_name="how it ended",
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
                            "taken_back_at",
                            models.DateTimeField(blank=True, null=True, verbose_name="taken back"),
                        ),
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
                                    hash="db6f69135e6d2fb8d39e4f7e03df9f882049a388",
                                    operation="UPDATE OR DELETE",
                                    pgid="pgtrigger_append_only_9521b",
                                    table="internships_placementevent",
                                    when="BEFORE",
                                ),
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Opening",
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
                                related_name="openings",
                                to="internships.productionunit",
                            ),
                        ),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("internship", "Company internship"),
                                    ("wage-subsidy", "Wage-subsidy job"),
                                    ("job", "Ordinary job"),
                                ],
                                max_length=20,
                                verbose_name="kind",
                            ),
                        ),
                        ("tasks", models.TextField(max_length=1000, verbose_name="tasks")),
                        (
                            "requirements",
                            models.TextField(blank=True, max_length=1000, verbose_name="requirements"),
                        ),
                        (
                            "minutes_a_week",
                            models.PositiveSmallIntegerField(
                                validators=[
                                    django.core.validators.MinValueValidator(
                                        1, "Write how many hours a week."
                                    ),
                                    django.core.validators.MaxValueValidator(
                                        2220, "More than full time: the most is 37 hours a week."
                                    ),
                                ],
                                verbose_name="minutes a week",
                            ),
                        ),
                        (
                            "languages",
                            django.contrib.postgres.fields.ArrayField(
                                base_field=models.CharField(
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
                                ),
                                blank=True,
                                default=list,
                                size=None,
                                verbose_name="languages needed",
                            ),
                        ),
                        (
                            "capacity",
                            models.PositiveSmallIntegerField(
                                validators=[
                                    django.core.validators.MinValueValidator(1, "At least one place."),
                                    django.core.validators.MaxValueValidator(
                                        200, "At most %(limit_value)s places in one opening."
                                    ),
                                ],
                                verbose_name="places",
                            ),
                        ),
                        (
                            "taken",
                            models.PositiveSmallIntegerField(
                                default=0, editable=False, verbose_name="places taken"
                            ),
                        ),
                        ("start_from", models.DateField(verbose_name="can start from")),
                        (
                            "start_until",
                            models.DateField(blank=True, null=True, verbose_name="can start until"),
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
                        ("recorded_at", models.DateTimeField(default=accounts.day.now)),
                        ("closed_on", models.DateField(blank=True, null=True, verbose_name="closed on")),
                        (
                            "closing",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("", "Open"),
                                    ("filled", "All places are taken"),
                                    ("withdrawn", "Withdrawn by the company"),
                                    ("over", "The time to start is over"),
                                    ("other", "Another reason"),
                                ],
                                max_length=10,
                                verbose_name="why it is closed",
                            ),
                        ),
                        (
                            "closing_words",
                            models.CharField(blank=True, max_length=300, verbose_name="in words"),
                        ),
                    ],
                    options={
                        "verbose_name": "opening",
                        "verbose_name_plural": "openings",
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="insert_insert",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "internships_openingevent" ("capacity", "closed_on", "closing", "closing_words", "id", "kind", "languages", "minutes_a_week", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "recorded_at", "recorded_by_id", "requirements", "start_from", "start_until", "taken", "tasks", "unit_id") VALUES (NEW."capacity", NEW."closed_on", NEW."closing", NEW."closing_words", NEW."id", NEW."kind", NEW."languages", NEW."minutes_a_week", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, app_now(), \'insert\', NEW."id", NEW."public_id", NEW."recorded_at", NEW."recorded_by_id", NEW."requirements", NEW."start_from", NEW."start_until", NEW."taken", NEW."tasks", NEW."unit_id"); RETURN NULL;',
                                    hash="4439fdd92df4029397118d7aa7673782bcf12abc",
                                    operation="INSERT",
                                    pgid="pgtrigger_insert_insert_03c3b",
                                    table="internships_opening",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="update_update",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                                    func='INSERT INTO "internships_openingevent" ("capacity", "closed_on", "closing", "closing_words", "id", "kind", "languages", "minutes_a_week", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "recorded_at", "recorded_by_id", "requirements", "start_from", "start_until", "taken", "tasks", "unit_id") VALUES (NEW."capacity", NEW."closed_on", NEW."closing", NEW."closing_words", NEW."id", NEW."kind", NEW."languages", NEW."minutes_a_week", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, app_now(), \'update\', NEW."id", NEW."public_id", NEW."recorded_at", NEW."recorded_by_id", NEW."requirements", NEW."start_from", NEW."start_until", NEW."taken", NEW."tasks", NEW."unit_id"); RETURN NULL;',
                                    hash="056755e7bcc6cda6a3a1c615cd4145146513c8d6",
                                    operation="UPDATE",
                                    pgid="pgtrigger_update_update_4516c",
                                    table="internships_opening",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="delete_delete",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "internships_openingevent" ("capacity", "closed_on", "closing", "closing_words", "id", "kind", "languages", "minutes_a_week", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "recorded_at", "recorded_by_id", "requirements", "start_from", "start_until", "taken", "tasks", "unit_id") VALUES (OLD."capacity", OLD."closed_on", OLD."closing", OLD."closing_words", OLD."id", OLD."kind", OLD."languages", OLD."minutes_a_week", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, app_now(), \'delete\', OLD."id", OLD."public_id", OLD."recorded_at", OLD."recorded_by_id", OLD."requirements", OLD."start_from", OLD."start_until", OLD."taken", OLD."tasks", OLD."unit_id"); RETURN NULL;',
                                    hash="925ca3b4916e452a20e29205a7e7b22de1b68ffc",
                                    operation="DELETE",
                                    pgid="pgtrigger_delete_delete_44e22",
                                    table="internships_opening",
                                    when="AFTER",
                                ),
                            ),
                        ],
                        "indexes": [
                            models.Index(
                                condition=models.Q(("closed_on", None)),
                                fields=["start_from", "id"],
                                name="opening_by_start",
                            )
                        ],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(("kind__in", ["internship", "wage-subsidy", "job"])),
                                name="opening_kind_is_known",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("tasks", ""), _negated=True),
                                name="opening_says_the_tasks",
                                violation_error_message="Write what there is to do.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("minutes_a_week__gte", 1), ("minutes_a_week__lte", 2220)),
                                name="opening_hours_within_full_time",
                                violation_error_message="More than full time: the most is 37 hours a week.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    (
                                        "languages__contained_by",
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
                                name="opening_languages_are_known",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("capacity__gte", 1), ("capacity__lte", 200)),
                                name="opening_has_places",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("taken__lte", models.F("capacity"))),
                                name="opening_holds_what_is_taken",
                                violation_error_message="More places are taken already.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("start_until", None),
                                    models.Q(
                                        ("start_until__gte", models.F("start_from")),
                                        ("start_until__isnull", False),
                                    ),
                                    _connector="OR",
                                ),
                                name="opening_can_start_before_it_ends",
                                violation_error_message="The time to start cannot end before it begins.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("closed_on", None), ("closing", ""), ("closing_words", "")),
                                    models.Q(
                                        ("closed_on__isnull", False),
                                        ("closing__in", ["filled", "withdrawn", "over", "other"]),
                                    ),
                                    _connector="OR",
                                ),
                                name="opening_is_closed_with_a_reason",
                                violation_error_message="Say why the opening is closed.",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="OpeningEvent",
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
                                to="internships.opening",
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
                                to="internships.productionunit",
                            ),
                        ),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("internship", "Company internship"),
                                    ("wage-subsidy", "Wage-subsidy job"),
                                    ("job", "Ordinary job"),
                                ],
                                max_length=20,
                                verbose_name="kind",
                            ),
                        ),
                        ("tasks", models.TextField(max_length=1000, verbose_name="tasks")),
                        (
                            "requirements",
                            models.TextField(blank=True, max_length=1000, verbose_name="requirements"),
                        ),
                        (
                            "minutes_a_week",
                            models.PositiveSmallIntegerField(
                                validators=[
                                    django.core.validators.MinValueValidator(
                                        1, "Write how many hours a week."
                                    ),
                                    django.core.validators.MaxValueValidator(
                                        2220, "More than full time: the most is 37 hours a week."
                                    ),
                                ],
                                verbose_name="minutes a week",
                            ),
                        ),
                        (
                            "languages",
                            django.contrib.postgres.fields.ArrayField(
                                base_field=models.CharField(
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
                                ),
                                blank=True,
                                default=list,
                                size=None,
                                verbose_name="languages needed",
                            ),
                        ),
                        (
                            "capacity",
                            models.PositiveSmallIntegerField(
                                validators=[
                                    django.core.validators.MinValueValidator(1, "At least one place."),
                                    django.core.validators.MaxValueValidator(
                                        200, "At most %(limit_value)s places in one opening."
                                    ),
                                ],
                                verbose_name="places",
                            ),
                        ),
                        (
                            "taken",
                            models.PositiveSmallIntegerField(
                                default=0, editable=False, verbose_name="places taken"
                            ),
                        ),
                        ("start_from", models.DateField(verbose_name="can start from")),
                        (
                            "start_until",
                            models.DateField(blank=True, null=True, verbose_name="can start until"),
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
                        ("recorded_at", models.DateTimeField(default=accounts.day.now)),
                        ("closed_on", models.DateField(blank=True, null=True, verbose_name="closed on")),
                        (
                            "closing",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("", "Open"),
                                    ("filled", "All places are taken"),
                                    ("withdrawn", "Withdrawn by the company"),
                                    ("over", "The time to start is over"),
                                    ("other", "Another reason"),
                                ],
                                max_length=10,
                                verbose_name="why it is closed",
                            ),
                        ),
                        (
                            "closing_words",
                            models.CharField(blank=True, max_length=300, verbose_name="in words"),
                        ),
                    ],
                    options={
                        "abstract": False,
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="append_only",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                                    hash="200320fbf073ea03c2ab8cc3f2091fc2fba5f890",
                                    operation="UPDATE OR DELETE",
                                    pgid="pgtrigger_append_only_6400c",
                                    table="internships_openingevent",
                                    when="BEFORE",
                                ),
                            )
                        ],
                    },
                ),
            ],
        ),
    ]
