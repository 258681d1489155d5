import django.contrib.postgres.fields
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
        ("refugees", "0003_occupations"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        AtOnce(
            [
                migrations.CreateModel(
                    name="InterpreterBooking",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("public_id", models.UUIDField(default=uuid6.uuid7, editable=False, unique=True)),
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
                            "how",
                            models.CharField(
                                choices=[
                                    ("in-person", "In person"),
                                    ("phone", "By telephone"),
                                    ("video", "By video"),
                                ],
                                max_length=12,
                                verbose_name="how",
                            ),
                        ),
                        ("agency", models.CharField(max_length=120, verbose_name="from where")),
                        ("ordered_on", models.DateField(verbose_name="ordered")),
                        ("confirmed_on", models.DateField(blank=True, null=True, verbose_name="confirmed")),
                        ("cancelled_on", models.DateField(blank=True, null=True, verbose_name="cancelled")),
                        (
                            "cancel_reason",
                            models.CharField(blank=True, max_length=300, verbose_name="reason"),
                        ),
                        ("recorded_at", models.DateTimeField(default=accounts.day.now)),
                    ],
                    options={
                        "verbose_name": "booking of an interpreter",
                        "verbose_name_plural": "bookings of interpreters",
                    },
                ),
                migrations.CreateModel(
                    name="InterpreterBookingEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("pgh_context", pghistory.utils.JSONField(null=True)),
                        ("pgh_context_id", models.UUIDField(null=True)),
                        ("id", models.BigIntegerField()),
                        ("public_id", models.UUIDField(default=uuid6.uuid7, editable=False)),
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
                            "how",
                            models.CharField(
                                choices=[
                                    ("in-person", "In person"),
                                    ("phone", "By telephone"),
                                    ("video", "By video"),
                                ],
                                max_length=12,
                                verbose_name="how",
                            ),
                        ),
                        ("agency", models.CharField(max_length=120, verbose_name="from where")),
                        ("ordered_on", models.DateField(verbose_name="ordered")),
                        ("confirmed_on", models.DateField(blank=True, null=True, verbose_name="confirmed")),
                        ("cancelled_on", models.DateField(blank=True, null=True, verbose_name="cancelled")),
                        (
                            "cancel_reason",
                            models.CharField(blank=True, max_length=300, verbose_name="reason"),
                        ),
                        ("recorded_at", models.DateTimeField(default=accounts.day.now)),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="WarningSign",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("public_id", models.UUIDField(default=uuid6.uuid7, editable=False, unique=True)),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("absence", "Absence"),
                                    ("late", "Comes late"),
                                    ("conflict", "A conflict"),
                                    ("tasks", "The tasks do not fit"),
                                    ("health-team", "May need the health team"),
                                    ("other", "Something else"),
                                ],
                                max_length=12,
                                verbose_name="what was noticed",
                            ),
                        ),
                        ("on", models.DateField(verbose_name="when")),
                        (
                            "words",
                            models.CharField(blank=True, max_length=1000, verbose_name="in a few words"),
                        ),
                        (
                            "noted_by",
                            models.CharField(
                                choices=[
                                    ("mentor", "Mentor"),
                                    ("caseworker", "Caseworker"),
                                    ("company", "The company"),
                                ],
                                max_length=12,
                                verbose_name="who noticed it",
                            ),
                        ),
                        ("noted_at", models.DateTimeField(default=accounts.day.now)),
                        (
                            "action",
                            models.CharField(blank=True, max_length=1000, verbose_name="what was done"),
                        ),
                        ("acted_on", models.DateField(blank=True, null=True, verbose_name="done on")),
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
                        "verbose_name": "early-warning sign",
                        "verbose_name_plural": "early-warning signs",
                    },
                ),
                migrations.CreateModel(
                    name="WarningSignEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("pgh_context", pghistory.utils.JSONField(null=True)),
                        ("pgh_context_id", models.UUIDField(null=True)),
                        ("id", models.BigIntegerField()),
                        ("public_id", models.UUIDField(default=uuid6.uuid7, editable=False)),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("absence", "Absence"),
                                    ("late", "Comes late"),
                                    ("conflict", "A conflict"),
                                    ("tasks", "The tasks do not fit"),
                                    ("health-team", "May need the health team"),
                                    ("other", "Something else"),
                                ],
                                max_length=12,
                                verbose_name="what was noticed",
                            ),
                        ),
                        ("on", models.DateField(verbose_name="when")),
                        (
                            "words",
                            models.CharField(blank=True, max_length=1000, verbose_name="in a few words"),
                        ),
                        (
                            "noted_by",
                            models.CharField(
                                choices=[
                                    ("mentor", "Mentor"),
                                    ("caseworker", "Caseworker"),
                                    ("company", "The company"),
                                ],
                                max_length=12,
                                verbose_name="who noticed it",
                            ),
                        ),
                        ("noted_at", models.DateTimeField(default=accounts.day.now)),
                        (
                            "action",
                            models.CharField(blank=True, max_length=1000, verbose_name="what was done"),
                        ),
                        ("acted_on", models.DateField(blank=True, null=True, verbose_name="done on")),
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
                    },
                ),
                migrations.RemoveConstraint(
                    model_name="talk",
                    name="talk_kind_is_known",
                ),
                migrations.RemoveConstraint(
                    model_name="talk",
                    name="talk_participants_are_known",
                ),
                migrations.AlterField(
                    model_name="talk",
                    name="kind",
                    field=models.CharField(
                        choices=[
                            ("follow-up", "Follow-up talk"),
                            ("job", "Job talk"),
                            ("cv", "CV talk"),
                            ("retention", "Retention talk"),
                        ],
                        default="follow-up",
                        max_length=12,
                        verbose_name="kind",
                    ),
                ),
                migrations.AlterField(
                    model_name="talk",
                    name="participants",
                    field=django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(
                            choices=[
                                ("interpreter", "Interpreter"),
                                ("mentor", "Mentor"),
                                ("companion", "Somebody the person brought along"),
                                ("representative", "The person's representative"),
                                ("company", "The company"),
                                ("school", "The school"),
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
                migrations.AlterField(
                    model_name="talkevent",
                    name="kind",
                    field=models.CharField(
                        choices=[
                            ("follow-up", "Follow-up talk"),
                            ("job", "Job talk"),
                            ("cv", "CV talk"),
                            ("retention", "Retention talk"),
                        ],
                        default="follow-up",
                        max_length=12,
                        verbose_name="kind",
                    ),
                ),
                migrations.AlterField(
                    model_name="talkevent",
                    name="participants",
                    field=django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(
                            choices=[
                                ("interpreter", "Interpreter"),
                                ("mentor", "Mentor"),
                                ("companion", "Somebody the person brought along"),
                                ("representative", "The person's representative"),
                                ("company", "The company"),
                                ("school", "The school"),
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
                migrations.AddConstraint(
                    model_name="talk",
                    constraint=models.CheckConstraint(
                        condition=models.Q(("kind__in", ["follow-up", "job", "cv", "retention"])),
                        name="talk_kind_is_known",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="talk",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            (
                                "participants__contained_by",
                                [
                                    "interpreter",
                                    "mentor",
                                    "companion",
                                    "representative",
                                    "company",
                                    "school",
                                    "other",
                                ],
                            )
                        ),
                        name="talk_participants_are_known",
                    ),
                ),
                migrations.AddField(
                    model_name="interpreterbooking",
                    name="appointment",
                    field=models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="interpreters",
                        to="refugees.appointment",
                    ),
                ),
                migrations.AddField(
                    model_name="interpreterbooking",
                    name="recorded_by",
                    field=models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                migrations.AddField(
                    model_name="interpreterbookingevent",
                    name="appointment",
                    field=models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="refugees.appointment",
                    ),
                ),
                migrations.AddField(
                    model_name="interpreterbookingevent",
                    name="pgh_obj",
                    field=models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="refugees.interpreterbooking",
                    ),
                ),
                migrations.AddField(
                    model_name="interpreterbookingevent",
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
                    model_name="warningsign",
                    name="acted_by",
                    field=models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                migrations.AddField(
                    model_name="warningsign",
                    name="author",
                    field=models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                migrations.AddField(
                    model_name="warningsign",
                    name="case",
                    field=models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="warning_signs",
                        to="refugees.case",
                    ),
                ),
                migrations.AddField(
                    model_name="warningsignevent",
                    name="acted_by",
                    field=models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                migrations.AddField(
                    model_name="warningsignevent",
                    name="author",
                    field=models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                migrations.AddField(
                    model_name="warningsignevent",
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
                    model_name="warningsignevent",
                    name="pgh_obj",
                    field=models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="refugees.warningsign",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="interpreterbooking",
                    constraint=models.CheckConstraint(
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
                        name="interpreter_language_is_known",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="interpreterbooking",
                    constraint=models.CheckConstraint(
                        condition=models.Q(("how__in", ["in-person", "phone", "video"])),
                        name="interpreter_how_is_known",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="interpreterbooking",
                    constraint=models.CheckConstraint(
                        condition=models.Q(("agency", ""), _negated=True),
                        name="interpreter_comes_from_somewhere",
                        violation_error_message="Write where the interpreter was ordered.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="interpreterbooking",
                    constraint=models.UniqueConstraint(
                        condition=models.Q(("cancelled_on", None)),
                        fields=("appointment", "language"),
                        name="one_interpreter_of_a_language_an_appointment",
                        violation_error_message="An interpreter of that language is already booked for it.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="interpreterbooking",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            ("confirmed_on", None),
                            models.Q(
                                ("confirmed_on__gte", models.F("ordered_on")), ("confirmed_on__isnull", False)
                            ),
                            _connector="OR",
                        ),
                        name="interpreter_confirmed_after_the_order",
                        violation_error_message="It cannot be confirmed before it was ordered.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="interpreterbooking",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("cancel_reason", ""), ("cancelled_on", None)),
                            models.Q(
                                ("cancelled_on__gte", models.F("ordered_on")),
                                ("cancelled_on__isnull", False),
                                models.Q(("cancel_reason", ""), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="interpreter_cancelled_when_and_why",
                        violation_error_message="Say why it is cancelled; not on a day before it was ordered.",
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="interpreterbooking",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "refugees_interpreterbookingevent" ("agency", "appointment_id", "cancel_reason", "cancelled_on", "confirmed_on", "how", "id", "language", "ordered_on", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "recorded_at", "recorded_by_id") VALUES (NEW."agency", NEW."appointment_id", NEW."cancel_reason", NEW."cancelled_on", NEW."confirmed_on", NEW."how", NEW."id", NEW."language", NEW."ordered_on", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, app_now(), \'insert\', NEW."id", NEW."public_id", NEW."recorded_at", NEW."recorded_by_id"); RETURN NULL;',
                            hash="d49becf48e39fda3844fe5ef003a4e9b5dc5fc92",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_56f29",
                            table="refugees_interpreterbooking",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="interpreterbooking",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "refugees_interpreterbookingevent" ("agency", "appointment_id", "cancel_reason", "cancelled_on", "confirmed_on", "how", "id", "language", "ordered_on", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "recorded_at", "recorded_by_id") VALUES (NEW."agency", NEW."appointment_id", NEW."cancel_reason", NEW."cancelled_on", NEW."confirmed_on", NEW."how", NEW."id", NEW."language", NEW."ordered_on", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, app_now(), \'update\', NEW."id", NEW."public_id", NEW."recorded_at", NEW."recorded_by_id"); RETURN NULL;',
                            hash="c266ff279f09fee17278a8d0a6f158f929ee9231",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_91974",
                            table="refugees_interpreterbooking",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="interpreterbooking",
                    trigger=pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "refugees_interpreterbookingevent" ("agency", "appointment_id", "cancel_reason", "cancelled_on", "confirmed_on", "how", "id", "language", "ordered_on", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "recorded_at", "recorded_by_id") VALUES (OLD."agency", OLD."appointment_id", OLD."cancel_reason", OLD."cancelled_on", OLD."confirmed_on", OLD."how", OLD."id", OLD."language", OLD."ordered_on", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, app_now(), \'delete\', OLD."id", OLD."public_id", OLD."recorded_at", OLD."recorded_by_id"); RETURN NULL;',
                            hash="68d9a280a7cc11e54cd0bc1e6c0f62335ea256b1",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_75aef",
                            table="refugees_interpreterbooking",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="interpreterbookingevent",
                    trigger=pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="cbf09a134a490034d1ff4eded3991fcc1d058873",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_de507",
                            table="refugees_interpreterbookingevent",
                            when="BEFORE",
                        ),
                    ),
                ),
                migrations.AddIndex(
                    model_name="warningsign",
                    index=models.Index(
                        condition=models.Q(("acted_on", None), ("taken_back_at", None)),
                        fields=["case", "on"],
                        name="sign_to_answer",
                    ),
                ),
                migrations.AddIndex(
                    model_name="warningsign",
                    index=models.Index(fields=["case", "-on"], name="sign_by_case"),
                ),
                migrations.AddConstraint(
                    model_name="warningsign",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            ("kind__in", ["absence", "late", "conflict", "tasks", "health-team", "other"])
                        ),
                        name="sign_kind_is_known",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="warningsign",
                    constraint=models.CheckConstraint(
                        condition=models.Q(("noted_by__in", ["mentor", "caseworker", "company"])),
                        name="sign_noted_by_is_known",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="warningsign",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            ("noted_by", "company"), ("author__isnull", False), _connector="OR"
                        ),
                        name="sign_of_a_colleague_names_them",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="warningsign",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("kind", "health-team"), _negated=True), ("words", ""), _connector="OR"
                        ),
                        name="sign_for_the_health_team_has_no_words",
                        violation_error_message="What is behind it is for the health team alone: leave the words out.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="warningsign",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("kind", "other"), _negated=True),
                            models.Q(("words", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="other_sign_says_what",
                        violation_error_message="Say what was noticed.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="warningsign",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("acted_by", None), ("acted_on", None), ("action", "")),
                            models.Q(
                                ("acted_by__isnull", False),
                                ("acted_on__gte", models.F("on")),
                                ("acted_on__isnull", False),
                                models.Q(("action", ""), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="sign_action_says_what_when_by_whom",
                        violation_error_message="Say what was done and when, not before the sign was noticed.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="warningsign",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            ("taken_back_at", None),
                            models.Q(("correction_reason", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="taking_back_a_sign_says_why",
                        violation_error_message="Say why the sign is taken back.",
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="warningsign",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "refugees_warningsignevent" ("acted_by_id", "acted_on", "action", "author_id", "case_id", "correction_reason", "id", "kind", "noted_at", "noted_by", "on", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "taken_back_at", "words") VALUES (NEW."acted_by_id", NEW."acted_on", NEW."action", NEW."author_id", NEW."case_id", NEW."correction_reason", NEW."id", NEW."kind", NEW."noted_at", NEW."noted_by", NEW."on", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, app_now(), \'insert\', NEW."id", NEW."public_id", NEW."taken_back_at", NEW."words"); RETURN NULL;',
                            hash="6e3ccbd70807b585f305e1a13fcf4bc641aa7a77",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_a10af",
                            table="refugees_warningsign",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="warningsign",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "refugees_warningsignevent" ("acted_by_id", "acted_on", "action", "author_id", "case_id", "correction_reason", "id", "kind", "noted_at", "noted_by", "on", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "taken_back_at", "words") VALUES (NEW."acted_by_id", NEW."acted_on", NEW."action", NEW."author_id", NEW."case_id", NEW."correction_reason", NEW."id", NEW."kind", NEW."noted_at", NEW."noted_by", NEW."on", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, app_now(), \'update\', NEW."id", NEW."public_id", NEW."taken_back_at", NEW."words"); RETURN NULL;',
                            hash="1596a301c250d257890da1efa9587c06fa8b38bb",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_b3cca",
                            table="refugees_warningsign",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="warningsign",
                    trigger=pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "refugees_warningsignevent" ("acted_by_id", "acted_on", "action", "author_id", "case_id", "correction_reason", "id", "kind", "noted_at", "noted_by", "on", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "taken_back_at", "words") VALUES (OLD."acted_by_id", OLD."acted_on", OLD."action", OLD."author_id", OLD."case_id", OLD."correction_reason", OLD."id", OLD."kind", OLD."noted_at", OLD."noted_by", OLD."on", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, app_now(), \'delete\', OLD."id", OLD."public_id", OLD."taken_back_at", OLD."words"); RETURN NULL;',
                            hash="34bc42b29eb2f0988f669ea58344ce07c66f674e",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_4dbb7",
                            table="refugees_warningsign",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="warningsignevent",
                    trigger=pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="b682a679d618274c5b3246a027657aebe92c272c",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_843c4",
                            table="refugees_warningsignevent",
                            when="BEFORE",
                        ),
                    ),
                ),
            ]
        ),
    ]
