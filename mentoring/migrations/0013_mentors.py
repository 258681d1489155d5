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
    """The tables of mentors: what is known of them, a holistic one offered, a longer time."""

    dependencies = [
        ("mentoring", "0012_somebody_without_a_case"),
        ("refugees", "0016_whether_an_education_gives_su"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        AtOnce(
            [
                migrations.CreateModel(
                    name="HolisticOffer",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("public_id", models.UUIDField(default=uuid6.uuid7, editable=False, unique=True)),
                        ("offered_on", models.DateField(verbose_name="offered")),
                        ("answered_on", models.DateField(blank=True, null=True, verbose_name="answered")),
                        ("reason", models.CharField(blank=True, max_length=300, verbose_name="why not")),
                        ("recorded_at", models.DateTimeField(default=accounts.day.now)),
                        (
                            "correction_reason",
                            models.CharField(blank=True, max_length=300, verbose_name="reason"),
                        ),
                        (
                            "taken_back_at",
                            models.DateTimeField(blank=True, null=True, verbose_name="taken back"),
                        ),
                        (
                            "answer",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("", "Not answered yet"),
                                    ("accepted", "Wants a mentor"),
                                    ("declined", "Does not want one"),
                                ],
                                max_length=12,
                                verbose_name="answer",
                            ),
                        ),
                        (
                            "wished_sex",
                            models.CharField(
                                blank=True,
                                choices=[("", "Not recorded"), ("f", "Woman"), ("m", "Man")],
                                max_length=1,
                                verbose_name="wishes a woman or a man",
                            ),
                        ),
                        (
                            "district",
                            models.CharField(
                                blank=True,
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
                        ("wish", models.CharField(blank=True, max_length=300, verbose_name="wish")),
                        (
                            "case",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="holistic_offers",
                                to="refugees.case",
                            ),
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
                    ],
                    options={
                        "verbose_name": "offer of a holistic mentor",
                        "verbose_name_plural": "offers of holistic mentors",
                    },
                ),
                migrations.CreateModel(
                    name="HolisticOfferEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("pgh_context", pghistory.utils.JSONField(null=True)),
                        ("pgh_context_id", models.UUIDField(null=True)),
                        ("id", models.BigIntegerField()),
                        ("public_id", models.UUIDField(default=uuid6.uuid7, editable=False)),
                        ("offered_on", models.DateField(verbose_name="offered")),
                        ("answered_on", models.DateField(blank=True, null=True, verbose_name="answered")),
                        ("reason", models.CharField(blank=True, max_length=300, verbose_name="why not")),
                        ("recorded_at", models.DateTimeField(default=accounts.day.now)),
                        (
                            "correction_reason",
                            models.CharField(blank=True, max_length=300, verbose_name="reason"),
                        ),
                        (
                            "taken_back_at",
                            models.DateTimeField(blank=True, null=True, verbose_name="taken back"),
                        ),
                        (
                            "answer",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("", "Not answered yet"),
                                    ("accepted", "Wants a mentor"),
                                    ("declined", "Does not want one"),
                                ],
                                max_length=12,
                                verbose_name="answer",
                            ),
                        ),
                        (
                            "wished_sex",
                            models.CharField(
                                blank=True,
                                choices=[("", "Not recorded"), ("f", "Woman"), ("m", "Man")],
                                max_length=1,
                                verbose_name="wishes a woman or a man",
                            ),
                        ),
                        (
                            "district",
                            models.CharField(
                                blank=True,
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
                        ("wish", models.CharField(blank=True, max_length=300, verbose_name="wish")),
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
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="events",
                                to="mentoring.holisticoffer",
                            ),
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
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="MentorExtension",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("public_id", models.UUIDField(default=uuid6.uuid7, editable=False, unique=True)),
                        ("was_until", models.DateField(verbose_name="was to end")),
                        ("until", models.DateField(verbose_name="ends")),
                        ("reason", models.CharField(max_length=300, verbose_name="reason")),
                        ("recorded_at", models.DateTimeField(default=accounts.day.now)),
                        (
                            "case",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="mentor_extensions",
                                to="refugees.case",
                            ),
                        ),
                        (
                            "member",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="extensions",
                                to="refugees.teammember",
                            ),
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
                    ],
                    options={
                        "verbose_name": "extension of a mentor's time",
                        "verbose_name_plural": "extensions of mentors' time",
                    },
                ),
                migrations.CreateModel(
                    name="MentorExtensionEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("pgh_context", pghistory.utils.JSONField(null=True)),
                        ("pgh_context_id", models.UUIDField(null=True)),
                        ("id", models.BigIntegerField()),
                        ("public_id", models.UUIDField(default=uuid6.uuid7, editable=False)),
                        ("was_until", models.DateField(verbose_name="was to end")),
                        ("until", models.DateField(verbose_name="ends")),
                        ("reason", models.CharField(max_length=300, verbose_name="reason")),
                        ("recorded_at", models.DateTimeField(default=accounts.day.now)),
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
                            "member",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="refugees.teammember",
                            ),
                        ),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="events",
                                to="mentoring.mentorextension",
                            ),
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
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="MentorProfile",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("public_id", models.UUIDField(default=uuid6.uuid7, editable=False, unique=True)),
                        (
                            "kinds",
                            django.contrib.postgres.fields.ArrayField(
                                base_field=models.CharField(
                                    choices=[
                                        ("holistic-mentor", "Holistic mentor"),
                                        ("retention-mentor", "Retention mentor"),
                                    ],
                                    max_length=20,
                                ),
                                size=None,
                                verbose_name="mentor of which kind",
                            ),
                        ),
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
                                        ("outside", "Outside Copenhagen"),
                                    ],
                                    max_length=12,
                                ),
                                blank=True,
                                default=list,
                                size=None,
                                verbose_name="districts",
                            ),
                        ),
                        (
                            "weekdays",
                            django.contrib.postgres.fields.ArrayField(
                                base_field=models.PositiveSmallIntegerField(
                                    choices=[
                                        (0, "Monday"),
                                        (1, "Tuesday"),
                                        (2, "Wednesday"),
                                        (3, "Thursday"),
                                        (4, "Friday"),
                                        (5, "Saturday"),
                                        (6, "Sunday"),
                                    ]
                                ),
                                blank=True,
                                default=list,
                                size=None,
                                verbose_name="working days",
                            ),
                        ),
                        (
                            "capacity",
                            models.PositiveSmallIntegerField(verbose_name="how many people at a time"),
                        ),
                        (
                            "user",
                            models.OneToOneField(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="mentor_profile",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "profile of a mentor",
                        "verbose_name_plural": "profiles of mentors",
                    },
                ),
                migrations.CreateModel(
                    name="MentorProfileEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("pgh_context", pghistory.utils.JSONField(null=True)),
                        ("pgh_context_id", models.UUIDField(null=True)),
                        ("id", models.BigIntegerField()),
                        ("public_id", models.UUIDField(default=uuid6.uuid7, editable=False)),
                        (
                            "kinds",
                            django.contrib.postgres.fields.ArrayField(
                                base_field=models.CharField(
                                    choices=[
                                        ("holistic-mentor", "Holistic mentor"),
                                        ("retention-mentor", "Retention mentor"),
                                    ],
                                    max_length=20,
                                ),
                                size=None,
                                verbose_name="mentor of which kind",
                            ),
                        ),
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
                                        ("outside", "Outside Copenhagen"),
                                    ],
                                    max_length=12,
                                ),
                                blank=True,
                                default=list,
                                size=None,
                                verbose_name="districts",
                            ),
                        ),
                        (
                            "weekdays",
                            django.contrib.postgres.fields.ArrayField(
                                base_field=models.PositiveSmallIntegerField(
                                    choices=[
                                        (0, "Monday"),
                                        (1, "Tuesday"),
                                        (2, "Wednesday"),
                                        (3, "Thursday"),
                                        (4, "Friday"),
                                        (5, "Saturday"),
                                        (6, "Sunday"),
                                    ]
                                ),
                                blank=True,
                                default=list,
                                size=None,
                                verbose_name="working days",
                            ),
                        ),
                        (
                            "capacity",
                            models.PositiveSmallIntegerField(verbose_name="how many people at a time"),
                        ),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="events",
                                to="mentoring.mentorprofile",
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
                    },
                ),
                migrations.AddIndex(
                    model_name="holisticoffer",
                    index=models.Index(fields=["case", "offered_on"], name="holistic_offer_by_case"),
                ),
                migrations.AddConstraint(
                    model_name="holisticoffer",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("answer", ""), ("answered_on", None)),
                            models.Q(
                                ("answer__in", ["accepted", "declined"]),
                                ("answered_on__gte", models.F("offered_on")),
                                ("answered_on__isnull", False),
                            ),
                            _connector="OR",
                        ),
                        name="holistic_answer_and_its_day_go_together",
                        violation_error_message="An answer has a day, not before the offer.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="holisticoffer",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("answer", "declined"), models.Q(("reason", ""), _negated=True)),
                            models.Q(models.Q(("answer", "declined"), _negated=True), ("reason", "")),
                            _connector="OR",
                        ),
                        name="holistic_declined_says_why",
                        violation_error_message="Say why the person does not want one.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="holisticoffer",
                    constraint=models.UniqueConstraint(
                        condition=models.Q(("answer", ""), ("taken_back_at", None)),
                        fields=("case",),
                        name="one_unanswered_holistic_offer",
                        violation_error_message="A holistic mentor is offered already; record the answer first.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="holisticoffer",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            ("taken_back_at", None),
                            models.Q(("correction_reason", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="taking_back_a_holistic_offer_says_why",
                        violation_error_message="Say why the offer is taken back.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="holisticoffer",
                    constraint=models.CheckConstraint(
                        condition=models.Q(("wished_sex__in", ["", "f", "m"])), name="wished_sex_is_known"
                    ),
                ),
                migrations.AddConstraint(
                    model_name="holisticoffer",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            (
                                "district__in",
                                [
                                    "",
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
                        name="district_of_a_mentors_offer_is_known",
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="holisticoffer",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "mentoring_holisticofferevent" ("answer", "answered_on", "case_id", "correction_reason", "district", "id", "offered_on", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "reason", "recorded_at", "recorded_by_id", "taken_back_at", "wish", "wished_sex") VALUES (NEW."answer", NEW."answered_on", NEW."case_id", NEW."correction_reason", NEW."district", NEW."id", NEW."offered_on", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, app_now(), \'insert\', NEW."id", NEW."public_id", NEW."reason", NEW."recorded_at", NEW."recorded_by_id", NEW."taken_back_at", NEW."wish", NEW."wished_sex"); RETURN NULL;',
                            hash="2bc538b01a719c6d07edb5275c4b829e7017d9df",
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
                            func='INSERT INTO "mentoring_holisticofferevent" ("answer", "answered_on", "case_id", "correction_reason", "district", "id", "offered_on", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "reason", "recorded_at", "recorded_by_id", "taken_back_at", "wish", "wished_sex") VALUES (NEW."answer", NEW."answered_on", NEW."case_id", NEW."correction_reason", NEW."district", NEW."id", NEW."offered_on", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, app_now(), \'update\', NEW."id", NEW."public_id", NEW."reason", NEW."recorded_at", NEW."recorded_by_id", NEW."taken_back_at", NEW."wish", NEW."wished_sex"); RETURN NULL;',
                            hash="cc18e2b49d286a415fa1ff63cc258e3d8a213edf",
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
                            func='INSERT INTO "mentoring_holisticofferevent" ("answer", "answered_on", "case_id", "correction_reason", "district", "id", "offered_on", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "reason", "recorded_at", "recorded_by_id", "taken_back_at", "wish", "wished_sex") VALUES (OLD."answer", OLD."answered_on", OLD."case_id", OLD."correction_reason", OLD."district", OLD."id", OLD."offered_on", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, app_now(), \'delete\', OLD."id", OLD."public_id", OLD."reason", OLD."recorded_at", OLD."recorded_by_id", OLD."taken_back_at", OLD."wish", OLD."wished_sex"); RETURN NULL;',
                            hash="1e077b53d79d7fcf67850cb8dcadf918db32dcfa",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_64ad8",
                            table="mentoring_holisticoffer",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="holisticofferevent",
                    trigger=pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="db937588a50b2053e7d2accce5f16cab6796afb3",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_cc1bf",
                            table="mentoring_holisticofferevent",
                            when="BEFORE",
                        ),
                    ),
                ),
                migrations.AddIndex(
                    model_name="mentorextension",
                    index=models.Index(fields=["case", "until"], name="mentor_extension_by_case"),
                ),
                migrations.AddConstraint(
                    model_name="mentorextension",
                    constraint=models.CheckConstraint(
                        condition=models.Q(("until__gt", models.F("was_until"))),
                        name="mentor_extension_is_longer",
                        violation_error_message="Choose a day after the last day that is agreed now.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="mentorextension",
                    constraint=models.CheckConstraint(
                        condition=models.Q(("reason", ""), _negated=True),
                        name="mentor_extension_says_why",
                        violation_error_message="Say why the mentor stays longer.",
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="mentorextension",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "mentoring_mentorextensionevent" ("case_id", "id", "member_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "reason", "recorded_at", "recorded_by_id", "until", "was_until") VALUES (NEW."case_id", NEW."id", NEW."member_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, app_now(), \'insert\', NEW."id", NEW."public_id", NEW."reason", NEW."recorded_at", NEW."recorded_by_id", NEW."until", NEW."was_until"); RETURN NULL;',
                            hash="eb4bc1a04a3a29c923941b209a1cb40629523d5c",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_a15ff",
                            table="mentoring_mentorextension",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="mentorextension",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "mentoring_mentorextensionevent" ("case_id", "id", "member_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "reason", "recorded_at", "recorded_by_id", "until", "was_until") VALUES (NEW."case_id", NEW."id", NEW."member_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, app_now(), \'update\', NEW."id", NEW."public_id", NEW."reason", NEW."recorded_at", NEW."recorded_by_id", NEW."until", NEW."was_until"); RETURN NULL;',
                            hash="34a7e15f5bb46ce1166d9b2b23da618baf132b9a",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_6595c",
                            table="mentoring_mentorextension",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="mentorextension",
                    trigger=pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "mentoring_mentorextensionevent" ("case_id", "id", "member_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "reason", "recorded_at", "recorded_by_id", "until", "was_until") VALUES (OLD."case_id", OLD."id", OLD."member_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, app_now(), \'delete\', OLD."id", OLD."public_id", OLD."reason", OLD."recorded_at", OLD."recorded_by_id", OLD."until", OLD."was_until"); RETURN NULL;',
                            hash="e994dc110fc8954e05ba052f288ea3cda729ae6e",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_623d0",
                            table="mentoring_mentorextension",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="mentorextensionevent",
                    trigger=pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="70d2ab03b1024ddfd430bd2b6bce76535e080499",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_cdff7",
                            table="mentoring_mentorextensionevent",
                            when="BEFORE",
                        ),
                    ),
                ),
                migrations.AddConstraint(
                    model_name="mentorprofile",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            ("kinds__contained_by", ["holistic-mentor", "retention-mentor"]),
                            models.Q(("kinds", []), _negated=True),
                        ),
                        name="mentor_kinds_are_known",
                        violation_error_message="Choose of which kind the mentor is.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="mentorprofile",
                    constraint=models.CheckConstraint(
                        condition=models.Q(("sex__in", ["", "f", "m"])), name="mentor_sex_is_known"
                    ),
                ),
                migrations.AddConstraint(
                    model_name="mentorprofile",
                    constraint=models.CheckConstraint(
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
                                    "outside",
                                ],
                            )
                        ),
                        name="mentor_districts_are_known",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="mentorprofile",
                    constraint=models.CheckConstraint(
                        condition=models.Q(("weekdays__contained_by", [0, 1, 2, 3, 4, 5, 6])),
                        name="mentor_weekdays_are_known",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="mentorprofile",
                    constraint=models.CheckConstraint(
                        condition=models.Q(("capacity__lte", 60)),
                        name="mentor_capacity_is_bounded",
                        violation_error_message="That many people are too many for one mentor.",
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="mentorprofile",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "mentoring_mentorprofileevent" ("capacity", "districts", "id", "kinds", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "sex", "user_id", "weekdays") VALUES (NEW."capacity", NEW."districts", NEW."id", NEW."kinds", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, app_now(), \'insert\', NEW."id", NEW."public_id", NEW."sex", NEW."user_id", NEW."weekdays"); RETURN NULL;',
                            hash="dd1d0a43771602d109fb7c53040b347faf498e17",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_e28f8",
                            table="mentoring_mentorprofile",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="mentorprofile",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "mentoring_mentorprofileevent" ("capacity", "districts", "id", "kinds", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "sex", "user_id", "weekdays") VALUES (NEW."capacity", NEW."districts", NEW."id", NEW."kinds", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, app_now(), \'update\', NEW."id", NEW."public_id", NEW."sex", NEW."user_id", NEW."weekdays"); RETURN NULL;',
                            hash="ba7dd2cad238f34a532aa62e04fe2c8c3503e40a",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_5201f",
                            table="mentoring_mentorprofile",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="mentorprofile",
                    trigger=pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "mentoring_mentorprofileevent" ("capacity", "districts", "id", "kinds", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "sex", "user_id", "weekdays") VALUES (OLD."capacity", OLD."districts", OLD."id", OLD."kinds", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, app_now(), \'delete\', OLD."id", OLD."public_id", OLD."sex", OLD."user_id", OLD."weekdays"); RETURN NULL;',
                            hash="ebb9f2e2274c0bf2dbae0bdef39041f7cfd45137",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_842ff",
                            table="mentoring_mentorprofile",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="mentorprofileevent",
                    trigger=pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="e779aa7c70dfbb77c6b502c8e3f7f8651056603e",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_965ce",
                            table="mentoring_mentorprofileevent",
                            when="BEFORE",
                        ),
                    ),
                ),
            ]
        ),
    ]
