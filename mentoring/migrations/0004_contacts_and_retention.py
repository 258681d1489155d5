import django.contrib.postgres.fields
import django.db.models.deletion
import django.db.models.functions.text
import django.db.models.lookups
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
        ("mentoring", "0003_walls_of_open_counselling"),
        ("refugees", "0004_signs_and_interpreters"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        AtOnce(
            [
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
                            "kind",
                            models.CharField(
                                choices=[
                                    ("met", "Met"),
                                    ("phone", "Telephone"),
                                    ("message", "Message"),
                                    ("accompanied", "Accompanied somewhere"),
                                    ("not-reached", "Not reached"),
                                ],
                                max_length=12,
                                verbose_name="how",
                            ),
                        ),
                        ("on", models.DateField(verbose_name="when")),
                        (
                            "minutes",
                            models.PositiveIntegerField(blank=True, null=True, verbose_name="minutes"),
                        ),
                        (
                            "topics",
                            django.contrib.postgres.fields.ArrayField(
                                base_field=models.CharField(
                                    choices=[
                                        ("work", "Job or internship"),
                                        ("education", "Education or Danish"),
                                        ("authorities", "Authorities and letters"),
                                        ("money", "Money and bank"),
                                        ("home", "The home"),
                                        ("family", "Family and children"),
                                        ("everyday", "Everyday life in the city"),
                                        ("network", "Leisure and friends"),
                                    ],
                                    max_length=12,
                                ),
                                blank=True,
                                default=list,
                                size=None,
                                verbose_name="about",
                            ),
                        ),
                        ("note", models.TextField(blank=True, max_length=20000, verbose_name="note")),
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
                        ("written_at", models.DateTimeField(default=accounts.day.now)),
                        ("version", models.PositiveIntegerField(default=1, editable=False)),
                        ("corrected_at", models.DateTimeField(blank=True, null=True)),
                        (
                            "correction_reason",
                            models.CharField(blank=True, max_length=300, verbose_name="reason"),
                        ),
                        (
                            "taken_back_at",
                            models.DateTimeField(blank=True, null=True, verbose_name="taken back"),
                        ),
                        (
                            "author",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "case",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="contacts",
                                to="refugees.case",
                            ),
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
                    ],
                    options={
                        "verbose_name": "contact",
                        "verbose_name_plural": "contacts",
                    },
                ),
                migrations.CreateModel(
                    name="ContactEvent",
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
                                    ("met", "Met"),
                                    ("phone", "Telephone"),
                                    ("message", "Message"),
                                    ("accompanied", "Accompanied somewhere"),
                                    ("not-reached", "Not reached"),
                                ],
                                max_length=12,
                                verbose_name="how",
                            ),
                        ),
                        ("on", models.DateField(verbose_name="when")),
                        (
                            "minutes",
                            models.PositiveIntegerField(blank=True, null=True, verbose_name="minutes"),
                        ),
                        (
                            "topics",
                            django.contrib.postgres.fields.ArrayField(
                                base_field=models.CharField(
                                    choices=[
                                        ("work", "Job or internship"),
                                        ("education", "Education or Danish"),
                                        ("authorities", "Authorities and letters"),
                                        ("money", "Money and bank"),
                                        ("home", "The home"),
                                        ("family", "Family and children"),
                                        ("everyday", "Everyday life in the city"),
                                        ("network", "Leisure and friends"),
                                    ],
                                    max_length=12,
                                ),
                                blank=True,
                                default=list,
                                size=None,
                                verbose_name="about",
                            ),
                        ),
                        ("note", models.TextField(blank=True, max_length=20000, verbose_name="note")),
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
                        ("written_at", models.DateTimeField(default=accounts.day.now)),
                        ("version", models.PositiveIntegerField(default=1, editable=False)),
                        ("corrected_at", models.DateTimeField(blank=True, null=True)),
                        (
                            "correction_reason",
                            models.CharField(blank=True, max_length=300, verbose_name="reason"),
                        ),
                        (
                            "taken_back_at",
                            models.DateTimeField(blank=True, null=True, verbose_name="taken back"),
                        ),
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
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="events",
                                to="mentoring.contact",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="RetentionOffer",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("public_id", models.UUIDField(default=uuid6.uuid7, editable=False, unique=True)),
                        ("offered_on", models.DateField(verbose_name="offered")),
                        (
                            "answer",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("", "Not answered yet"),
                                    ("accepted", "Wants a retention mentor"),
                                    ("declined", "Does not want one"),
                                ],
                                max_length=12,
                                verbose_name="answer",
                            ),
                        ),
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
                            "case",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="retention_offers",
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
                        "verbose_name": "offer of a retention mentor",
                        "verbose_name_plural": "offers of retention mentors",
                    },
                ),
                migrations.CreateModel(
                    name="RetentionOfferEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("pgh_context", pghistory.utils.JSONField(null=True)),
                        ("pgh_context_id", models.UUIDField(null=True)),
                        ("id", models.BigIntegerField()),
                        ("public_id", models.UUIDField(default=uuid6.uuid7, editable=False)),
                        ("offered_on", models.DateField(verbose_name="offered")),
                        (
                            "answer",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("", "Not answered yet"),
                                    ("accepted", "Wants a retention mentor"),
                                    ("declined", "Does not want one"),
                                ],
                                max_length=12,
                                verbose_name="answer",
                            ),
                        ),
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
                                to="mentoring.retentionoffer",
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
                    name="RetentionTalk",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("public_id", models.UUIDField(default=uuid6.uuid7, editable=False, unique=True)),
                        (
                            "business_says",
                            models.TextField(blank=True, max_length=4000, verbose_name="business view"),
                        ),
                        (
                            "education_says",
                            models.TextField(blank=True, max_length=4000, verbose_name="education view"),
                        ),
                        (
                            "person_says",
                            models.TextField(max_length=4000, verbose_name="what the person says"),
                        ),
                        (
                            "outlook",
                            models.CharField(
                                choices=[
                                    ("stays", "Will stay"),
                                    ("unsure", "Unsure"),
                                    ("may-leave", "May leave or lose the place"),
                                ],
                                max_length=12,
                                verbose_name="what is believed",
                            ),
                        ),
                        (
                            "correction_reason",
                            models.CharField(blank=True, max_length=300, verbose_name="reason"),
                        ),
                        (
                            "talk",
                            models.OneToOneField(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="retention",
                                to="refugees.talk",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "retention talk",
                        "verbose_name_plural": "retention talks",
                    },
                ),
                migrations.CreateModel(
                    name="RetentionTalkEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("pgh_context", pghistory.utils.JSONField(null=True)),
                        ("pgh_context_id", models.UUIDField(null=True)),
                        ("id", models.BigIntegerField()),
                        ("public_id", models.UUIDField(default=uuid6.uuid7, editable=False)),
                        (
                            "business_says",
                            models.TextField(blank=True, max_length=4000, verbose_name="business view"),
                        ),
                        (
                            "education_says",
                            models.TextField(blank=True, max_length=4000, verbose_name="education view"),
                        ),
                        (
                            "person_says",
                            models.TextField(max_length=4000, verbose_name="what the person says"),
                        ),
                        (
                            "outlook",
                            models.CharField(
                                choices=[
                                    ("stays", "Will stay"),
                                    ("unsure", "Unsure"),
                                    ("may-leave", "May leave or lose the place"),
                                ],
                                max_length=12,
                                verbose_name="what is believed",
                            ),
                        ),
                        (
                            "correction_reason",
                            models.CharField(blank=True, max_length=300, verbose_name="reason"),
                        ),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="events",
                                to="mentoring.retentiontalk",
                            ),
                        ),
                        (
                            "talk",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="refugees.talk",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.AddIndex(
                    model_name="contact",
                    index=models.Index(fields=["case", "-on", "-id"], name="contact_by_case"),
                ),
                migrations.AddConstraint(
                    model_name="contact",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            ("kind__in", ["met", "phone", "message", "accompanied", "not-reached"])
                        ),
                        name="contact_kind_is_known",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="contact",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            ("part__in", ["caseworker", "holistic-mentor", "retention-mentor"])
                        ),
                        name="contact_part_is_known",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="contact",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            (
                                "topics__contained_by",
                                [
                                    "work",
                                    "education",
                                    "authorities",
                                    "money",
                                    "home",
                                    "family",
                                    "everyday",
                                    "network",
                                ],
                            )
                        ),
                        name="contact_topics_are_known",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="contact",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            ("minutes", None),
                            models.Q(("minutes__gte", 1), ("minutes__isnull", False), ("minutes__lte", 1440)),
                            _connector="OR",
                        ),
                        name="contact_takes_at_most_a_day",
                        violation_error_message="A contact takes at least a minute and at most a day.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="contact",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            django.db.models.lookups.LessThanOrEqual(
                                django.db.models.functions.text.Length("note"), 20000
                            )
                        ),
                        name="contact_note_has_a_bounded_length",
                        violation_error_message="A note has at most 20,000 characters. Write the rest in another one.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="contact",
                    constraint=models.CheckConstraint(
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
                        name="contact_correction_says_who_when_why",
                        violation_error_message="Say why the contact is corrected.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="contact",
                    constraint=models.CheckConstraint(
                        condition=models.Q(("taken_back_at", None), ("version__gt", 1), _connector="OR"),
                        name="contact_taken_back_is_a_correction",
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="contact",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "mentoring_contactevent" ("author_id", "case_id", "corrected_at", "corrected_by_id", "correction_reason", "id", "kind", "minutes", "note", "on", "part", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "taken_back_at", "topics", "version", "written_at") VALUES (NEW."author_id", NEW."case_id", NEW."corrected_at", NEW."corrected_by_id", NEW."correction_reason", NEW."id", NEW."kind", NEW."minutes", NEW."note", NEW."on", NEW."part", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, app_now(), \'insert\', NEW."id", NEW."public_id", NEW."taken_back_at", NEW."topics", NEW."version", NEW."written_at"); RETURN NULL;',
                            hash="4c3c92c49f5eced81a3e6e160d74a8b6d241bed9",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_bc0b2",
                            table="mentoring_contact",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="contact",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "mentoring_contactevent" ("author_id", "case_id", "corrected_at", "corrected_by_id", "correction_reason", "id", "kind", "minutes", "note", "on", "part", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "taken_back_at", "topics", "version", "written_at") VALUES (NEW."author_id", NEW."case_id", NEW."corrected_at", NEW."corrected_by_id", NEW."correction_reason", NEW."id", NEW."kind", NEW."minutes", NEW."note", NEW."on", NEW."part", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, app_now(), \'update\', NEW."id", NEW."public_id", NEW."taken_back_at", NEW."topics", NEW."version", NEW."written_at"); RETURN NULL;',
                            hash="7087e621ff92d418ffffd69b4d6a6ca9c3c25f4e",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_7ed3b",
                            table="mentoring_contact",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="contact",
                    trigger=pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "mentoring_contactevent" ("author_id", "case_id", "corrected_at", "corrected_by_id", "correction_reason", "id", "kind", "minutes", "note", "on", "part", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "taken_back_at", "topics", "version", "written_at") VALUES (OLD."author_id", OLD."case_id", OLD."corrected_at", OLD."corrected_by_id", OLD."correction_reason", OLD."id", OLD."kind", OLD."minutes", OLD."note", OLD."on", OLD."part", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, app_now(), \'delete\', OLD."id", OLD."public_id", OLD."taken_back_at", OLD."topics", OLD."version", OLD."written_at"); RETURN NULL;',
                            hash="62609814c20ac5a296e7601d1ca92b1940d8b69c",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_25918",
                            table="mentoring_contact",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="contactevent",
                    trigger=pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="4b0c96f1d63210db0c0cdcecd44ee8d7709c4a73",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_14be0",
                            table="mentoring_contactevent",
                            when="BEFORE",
                        ),
                    ),
                ),
                migrations.AddIndex(
                    model_name="retentionoffer",
                    index=models.Index(fields=["case", "offered_on"], name="retention_offer_by_case"),
                ),
                migrations.AddConstraint(
                    model_name="retentionoffer",
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
                        name="retention_answer_and_its_day_go_together",
                        violation_error_message="An answer has a day, not before the offer.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="retentionoffer",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("answer", "declined"), models.Q(("reason", ""), _negated=True)),
                            models.Q(models.Q(("answer", "declined"), _negated=True), ("reason", "")),
                            _connector="OR",
                        ),
                        name="retention_declined_says_why",
                        violation_error_message="Say why the person does not want one.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="retentionoffer",
                    constraint=models.UniqueConstraint(
                        condition=models.Q(("answer", ""), ("taken_back_at", None)),
                        fields=("case",),
                        name="one_unanswered_retention_offer",
                        violation_error_message="A retention mentor is offered already; record the answer first.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="retentionoffer",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            ("taken_back_at", None),
                            models.Q(("correction_reason", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="taking_back_a_retention_offer_says_why",
                        violation_error_message="Say why the offer is taken back.",
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="retentionoffer",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "mentoring_retentionofferevent" ("answer", "answered_on", "case_id", "correction_reason", "id", "offered_on", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "reason", "recorded_at", "recorded_by_id", "taken_back_at") VALUES (NEW."answer", NEW."answered_on", NEW."case_id", NEW."correction_reason", NEW."id", NEW."offered_on", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, app_now(), \'insert\', NEW."id", NEW."public_id", NEW."reason", NEW."recorded_at", NEW."recorded_by_id", NEW."taken_back_at"); RETURN NULL;',
                            hash="cb639174e01b6dc473b8cbee3da57753a65b0624",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_b9c51",
                            table="mentoring_retentionoffer",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="retentionoffer",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "mentoring_retentionofferevent" ("answer", "answered_on", "case_id", "correction_reason", "id", "offered_on", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "reason", "recorded_at", "recorded_by_id", "taken_back_at") VALUES (NEW."answer", NEW."answered_on", NEW."case_id", NEW."correction_reason", NEW."id", NEW."offered_on", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, app_now(), \'update\', NEW."id", NEW."public_id", NEW."reason", NEW."recorded_at", NEW."recorded_by_id", NEW."taken_back_at"); RETURN NULL;',
                            hash="b743cfa9eca2f2eb7eae3493bc9ebc4243d68f88",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_85fc7",
                            table="mentoring_retentionoffer",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="retentionoffer",
                    trigger=pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "mentoring_retentionofferevent" ("answer", "answered_on", "case_id", "correction_reason", "id", "offered_on", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "reason", "recorded_at", "recorded_by_id", "taken_back_at") VALUES (OLD."answer", OLD."answered_on", OLD."case_id", OLD."correction_reason", OLD."id", OLD."offered_on", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, app_now(), \'delete\', OLD."id", OLD."public_id", OLD."reason", OLD."recorded_at", OLD."recorded_by_id", OLD."taken_back_at"); RETURN NULL;',
                            hash="88cd546c7f3c9f875f6386dfac40413ea34d4cdb",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_8ff9f",
                            table="mentoring_retentionoffer",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="retentionofferevent",
                    trigger=pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="a43887d825bfca646257956ca494b81f44b256df",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_022e7",
                            table="mentoring_retentionofferevent",
                            when="BEFORE",
                        ),
                    ),
                ),
                migrations.AddConstraint(
                    model_name="retentiontalk",
                    constraint=models.CheckConstraint(
                        condition=models.Q(("outlook__in", ["stays", "unsure", "may-leave"])),
                        name="retention_outlook_is_known",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="retentiontalk",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("person_says", ""), _negated=True),
                            models.Q(
                                models.Q(("business_says", ""), _negated=True),
                                models.Q(("education_says", ""), _negated=True),
                                _connector="OR",
                            ),
                        ),
                        name="retention_talk_has_the_person_and_one_more_view",
                        violation_error_message="Write what the person says, and what the workplace or the school says.",
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="retentiontalk",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "mentoring_retentiontalkevent" ("business_says", "correction_reason", "education_says", "id", "outlook", "person_says", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "talk_id") VALUES (NEW."business_says", NEW."correction_reason", NEW."education_says", NEW."id", NEW."outlook", NEW."person_says", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, app_now(), \'insert\', NEW."id", NEW."public_id", NEW."talk_id"); RETURN NULL;',
                            hash="1fd97abc7201086846d150c65b44fbe7d7ecbf05",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_01f8b",
                            table="mentoring_retentiontalk",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="retentiontalk",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "mentoring_retentiontalkevent" ("business_says", "correction_reason", "education_says", "id", "outlook", "person_says", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "talk_id") VALUES (NEW."business_says", NEW."correction_reason", NEW."education_says", NEW."id", NEW."outlook", NEW."person_says", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, app_now(), \'update\', NEW."id", NEW."public_id", NEW."talk_id"); RETURN NULL;',
                            hash="1005f3e51ba6e5f984fb66183a64192baea369ee",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_8d9a9",
                            table="mentoring_retentiontalk",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="retentiontalk",
                    trigger=pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "mentoring_retentiontalkevent" ("business_says", "correction_reason", "education_says", "id", "outlook", "person_says", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "talk_id") VALUES (OLD."business_says", OLD."correction_reason", OLD."education_says", OLD."id", OLD."outlook", OLD."person_says", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, app_now(), \'delete\', OLD."id", OLD."public_id", OLD."talk_id"); RETURN NULL;',
                            hash="b032965498e1896c9e8df3975c24da94903336dc",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_87d27",
                            table="mentoring_retentiontalk",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="retentiontalkevent",
                    trigger=pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="5f5cf614a27a52cc0a495e05461592a97cd3c374",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_cbc26",
                            table="mentoring_retentiontalkevent",
                            when="BEFORE",
                        ),
                    ),
                ),
            ]
        ),
    ]
