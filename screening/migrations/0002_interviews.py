import uuid

import django.contrib.postgres.fields
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
        ("screening", "0001_launch_versions"),
    ]

    operations = [
        accounts.tables.CreateTables(
            tables=[
                migrations.CreateModel(
                    name="Interview",
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
                                related_name="interviews",
                                to="refugees.case",
                            ),
                        ),
                        (
                            "kind",
                            models.CharField(
                                choices=[("first", "First interview"), ("second", "Second interview")],
                                max_length=8,
                                verbose_name="which interview",
                            ),
                        ),
                        (
                            "follows",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="followed_by",
                                to="screening.interview",
                            ),
                        ),
                        ("planned_on", models.DateField(verbose_name="day")),
                        ("starts", models.TimeField(verbose_name="from")),
                        ("ends", models.TimeField(verbose_name="to")),
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
                        ("place", models.CharField(blank=True, max_length=200, verbose_name="place")),
                        (
                            "interviewer",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="interviewer",
                            ),
                        ),
                        (
                            "interpreter_kind",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("", "No interpreter"),
                                    ("in-person", "In person"),
                                    ("phone", "By telephone"),
                                    ("video", "By video"),
                                ],
                                default="",
                                max_length=12,
                                verbose_name="interpreter",
                            ),
                        ),
                        (
                            "interpreter",
                            models.CharField(
                                blank=True,
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
                                verbose_name="language of the interpreter",
                            ),
                        ),
                        (
                            "participants",
                            django.contrib.postgres.fields.ArrayField(
                                base_field=models.CharField(
                                    choices=[
                                        ("partner", "Wife, husband or partner"),
                                        ("relative", "Another relative"),
                                        ("representative", "The person's representative"),
                                        ("centre", "Staff of the asylum centre"),
                                        ("colleague", "A colleague"),
                                        ("other", "Somebody else"),
                                    ],
                                    max_length=16,
                                ),
                                blank=True,
                                default=list,
                                size=None,
                                verbose_name="who else takes part",
                            ),
                        ),
                        (
                            "appointment",
                            models.OneToOneField(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="refugees.appointment",
                            ),
                        ),
                        ("invited_on", models.DateField(blank=True, null=True, verbose_name="invited on")),
                        (
                            "outcome",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("", "Planned"),
                                    ("held", "Held"),
                                    ("not-held", "Not held"),
                                    ("moved", "Moved to another time"),
                                ],
                                default="",
                                max_length=8,
                                verbose_name="what became of it",
                            ),
                        ),
                        ("held_on", models.DateField(blank=True, null=True, verbose_name="held on")),
                        (
                            "questions",
                            models.CharField(
                                blank=True, max_length=20, verbose_name="version of the questions"
                            ),
                        ),
                        (
                            "whose_doing",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("person", "the person"),
                                    ("city", "the City"),
                                    ("interpreter", "the interpreter"),
                                    ("centre", "the asylum centre"),
                                    ("other", "something else"),
                                ],
                                max_length=12,
                                verbose_name="whose doing",
                            ),
                        ),
                        ("why_not", models.CharField(blank=True, max_length=300, verbose_name="why")),
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
                        "verbose_name": "interview",
                        "verbose_name_plural": "interviews",
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="insert_insert",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "screening_interviewevent" ("appointment_id", "case_id", "ends", "follows_id", "form", "held_on", "id", "interpreter", "interpreter_kind", "interviewer_id", "invited_on", "kind", "outcome", "participants", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place", "planned_on", "public_id", "questions", "recorded_at", "recorded_by_id", "starts", "whose_doing", "why_not") VALUES (NEW."appointment_id", NEW."case_id", NEW."ends", NEW."follows_id", NEW."form", NEW."held_on", NEW."id", NEW."interpreter", NEW."interpreter_kind", NEW."interviewer_id", NEW."invited_on", NEW."kind", NEW."outcome", NEW."participants", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, app_now(), \'insert\', NEW."id", NEW."place", NEW."planned_on", NEW."public_id", NEW."questions", NEW."recorded_at", NEW."recorded_by_id", NEW."starts", NEW."whose_doing", NEW."why_not"); RETURN NULL;',
                                    hash="a87648b74338c80ec38c0019d1d40f34a082ceba",
                                    operation="INSERT",
                                    pgid="pgtrigger_insert_insert_348b8",
                                    table="screening_interview",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="update_update",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                                    func='INSERT INTO "screening_interviewevent" ("appointment_id", "case_id", "ends", "follows_id", "form", "held_on", "id", "interpreter", "interpreter_kind", "interviewer_id", "invited_on", "kind", "outcome", "participants", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place", "planned_on", "public_id", "questions", "recorded_at", "recorded_by_id", "starts", "whose_doing", "why_not") VALUES (NEW."appointment_id", NEW."case_id", NEW."ends", NEW."follows_id", NEW."form", NEW."held_on", NEW."id", NEW."interpreter", NEW."interpreter_kind", NEW."interviewer_id", NEW."invited_on", NEW."kind", NEW."outcome", NEW."participants", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, app_now(), \'update\', NEW."id", NEW."place", NEW."planned_on", NEW."public_id", NEW."questions", NEW."recorded_at", NEW."recorded_by_id", NEW."starts", NEW."whose_doing", NEW."why_not"); RETURN NULL;',
                                    hash="c61a596e3f4d784c9a7e4ffef7cb1bcf2e99a362",
                                    operation="UPDATE",
                                    pgid="pgtrigger_update_update_d8df3",
                                    table="screening_interview",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="delete_delete",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "screening_interviewevent" ("appointment_id", "case_id", "ends", "follows_id", "form", "held_on", "id", "interpreter", "interpreter_kind", "interviewer_id", "invited_on", "kind", "outcome", "participants", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place", "planned_on", "public_id", "questions", "recorded_at", "recorded_by_id", "starts", "whose_doing", "why_not") VALUES (OLD."appointment_id", OLD."case_id", OLD."ends", OLD."follows_id", OLD."form", OLD."held_on", OLD."id", OLD."interpreter", OLD."interpreter_kind", OLD."interviewer_id", OLD."invited_on", OLD."kind", OLD."outcome", OLD."participants", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, app_now(), \'delete\', OLD."id", OLD."place", OLD."planned_on", OLD."public_id", OLD."questions", OLD."recorded_at", OLD."recorded_by_id", OLD."starts", OLD."whose_doing", OLD."why_not"); RETURN NULL;',
                                    hash="7a60956f14bdbc7431ab3c280806ac8dbc753db3",
                                    operation="DELETE",
                                    pgid="pgtrigger_delete_delete_a3882",
                                    table="screening_interview",
                                    when="AFTER",
                                ),
                            ),
                        ],
                        "indexes": [
                            models.Index(fields=["case", "planned_on"], name="interview_by_case"),
                            models.Index(
                                fields=["interviewer", "planned_on"], name="interview_by_interviewer"
                            ),
                        ],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(("kind__in", ["first", "second"])),
                                name="interview_kind_is_known",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("form__in", ["in-person", "phone", "digital"])),
                                name="interview_form_is_known",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    (
                                        "participants__contained_by",
                                        [
                                            "partner",
                                            "relative",
                                            "representative",
                                            "centre",
                                            "colleague",
                                            "other",
                                        ],
                                    )
                                ),
                                name="interview_participants_are_known",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("ends__gt", models.F("starts"))),
                                name="interview_ends_after_it_starts",
                                violation_error_message="The end must be after the start.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("interpreter", ""), ("interpreter_kind", "")),
                                    models.Q(
                                        ("interpreter_kind__in", ["in-person", "phone", "video"]),
                                        models.Q(("interpreter", ""), _negated=True),
                                    ),
                                    _connector="OR",
                                ),
                                name="interview_interpreter_has_a_language",
                                violation_error_message="Choose how the interpreter takes part, and in which language.",
                            ),
                            models.UniqueConstraint(
                                condition=models.Q(("outcome", "")),
                                fields=("case", "kind"),
                                name="one_open_interview_of_a_kind_per_case",
                                violation_error_message="This interview is planned already. Move that one instead.",
                            ),
                            models.UniqueConstraint(
                                condition=models.Q(("follows__isnull", False)),
                                fields=("follows",),
                                name="interview_is_followed_once",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("invited_on", None),
                                    models.Q(
                                        ("invited_on__isnull", False),
                                        ("invited_on__lte", models.F("planned_on")),
                                    ),
                                    _connector="OR",
                                ),
                                name="interview_invited_not_after_its_day",
                                violation_error_message="An invitation is given before the interview, not after it.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("held_on__isnull", False),
                                        ("outcome", "held"),
                                        models.Q(("questions", ""), _negated=True),
                                    ),
                                    models.Q(models.Q(("outcome", "held"), _negated=True), ("held_on", None)),
                                    _connector="OR",
                                ),
                                name="interview_held_has_a_day_and_its_questions",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("held_on", None),
                                    models.Q(
                                        ("held_on__gte", models.F("planned_on")), ("held_on__isnull", False)
                                    ),
                                    _connector="OR",
                                ),
                                name="interview_not_held_before_its_day",
                                violation_error_message="It is planned for a later day. Move it to the day on which it was held first.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("outcome__in", ["", "held"]), ("whose_doing", ""), ("why_not", "")
                                    ),
                                    models.Q(
                                        ("outcome__in", ["not-held", "moved"]),
                                        (
                                            "whose_doing__in",
                                            ["person", "city", "interpreter", "centre", "other"],
                                        ),
                                        models.Q(("why_not", ""), _negated=True),
                                    ),
                                    _connector="OR",
                                ),
                                name="interview_not_held_says_why_and_whose_doing",
                                violation_error_message="Say why, and whose doing it was.",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="InterviewEvent",
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
                                to="screening.interview",
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
                                choices=[("first", "First interview"), ("second", "Second interview")],
                                max_length=8,
                                verbose_name="which interview",
                            ),
                        ),
                        (
                            "follows",
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
                        ("planned_on", models.DateField(verbose_name="day")),
                        ("starts", models.TimeField(verbose_name="from")),
                        ("ends", models.TimeField(verbose_name="to")),
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
                        ("place", models.CharField(blank=True, max_length=200, verbose_name="place")),
                        (
                            "interviewer",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="interviewer",
                            ),
                        ),
                        (
                            "interpreter_kind",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("", "No interpreter"),
                                    ("in-person", "In person"),
                                    ("phone", "By telephone"),
                                    ("video", "By video"),
                                ],
                                default="",
                                max_length=12,
                                verbose_name="interpreter",
                            ),
                        ),
                        (
                            "interpreter",
                            models.CharField(
                                blank=True,
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
                                verbose_name="language of the interpreter",
                            ),
                        ),
                        (
                            "participants",
                            django.contrib.postgres.fields.ArrayField(
                                base_field=models.CharField(
                                    choices=[
                                        ("partner", "Wife, husband or partner"),
                                        ("relative", "Another relative"),
                                        ("representative", "The person's representative"),
                                        ("centre", "Staff of the asylum centre"),
                                        ("colleague", "A colleague"),
                                        ("other", "Somebody else"),
                                    ],
                                    max_length=16,
                                ),
                                blank=True,
                                default=list,
                                size=None,
                                verbose_name="who else takes part",
                            ),
                        ),
                        (
                            "appointment",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="refugees.appointment",
                            ),
                        ),
                        ("invited_on", models.DateField(blank=True, null=True, verbose_name="invited on")),
                        (
                            "outcome",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("", "Planned"),
                                    ("held", "Held"),
                                    ("not-held", "Not held"),
                                    ("moved", "Moved to another time"),
                                ],
                                default="",
                                max_length=8,
                                verbose_name="what became of it",
                            ),
                        ),
                        ("held_on", models.DateField(blank=True, null=True, verbose_name="held on")),
                        (
                            "questions",
                            models.CharField(
                                blank=True, max_length=20, verbose_name="version of the questions"
                            ),
                        ),
                        (
                            "whose_doing",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("person", "the person"),
                                    ("city", "the City"),
                                    ("interpreter", "the interpreter"),
                                    ("centre", "the asylum centre"),
                                    ("other", "something else"),
                                ],
                                max_length=12,
                                verbose_name="whose doing",
                            ),
                        ),
                        ("why_not", models.CharField(blank=True, max_length=300, verbose_name="why")),
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
                                    hash="fa6bdd1e3184237dc21ec74631c9b1a445ae5e0d",
                                    operation="UPDATE OR DELETE",
                                    pgid="pgtrigger_append_only_0315b",
                                    table="screening_interviewevent",
                                    when="BEFORE",
                                ),
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Answer",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "client",
                            models.UUIDField(default=uuid.uuid4, editable=False, verbose_name="device"),
                        ),
                        (
                            "sequence",
                            models.PositiveBigIntegerField(
                                default=0, editable=False, verbose_name="number of the writing"
                            ),
                        ),
                        ("version", models.PositiveIntegerField(default=1, editable=False)),
                        (
                            "interview",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="answers",
                                to="screening.interview",
                            ),
                        ),
                        (
                            "case",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="refugees.case",
                            ),
                        ),
                        ("question", models.CharField(max_length=40, verbose_name="question")),
                        ("value", models.JSONField(blank=True, null=True, verbose_name="answer")),
                        (
                            "skipped",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("later", "No time now, asked later"),
                                    ("unknown", "The person does not know"),
                                    ("not-relevant", "Not relevant for this person"),
                                    ("declined", "The person would rather not say"),
                                ],
                                max_length=16,
                                verbose_name="why it was skipped",
                            ),
                        ),
                        (
                            "confirms",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="screening.answer",
                                verbose_name="still true",
                            ),
                        ),
                        ("answered_at", models.DateTimeField(default=accounts.day.now)),
                        (
                            "answered_by",
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
                        "verbose_name": "answer",
                        "verbose_name_plural": "answers",
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="insert_insert",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "screening_answerevent" ("answered_at", "answered_by_id", "case_id", "client", "confirms_id", "id", "interview_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "question", "sequence", "skipped", "value", "version") VALUES (NEW."answered_at", NEW."answered_by_id", NEW."case_id", NEW."client", NEW."confirms_id", NEW."id", NEW."interview_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, app_now(), \'insert\', NEW."id", NEW."question", NEW."sequence", NEW."skipped", NEW."value", NEW."version"); RETURN NULL;',
                                    hash="5dbcdfec43ada11e7f77bd96db9284d8ba3b93ae",
                                    operation="INSERT",
                                    pgid="pgtrigger_insert_insert_7396d",
                                    table="screening_answer",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="update_update",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                                    func='INSERT INTO "screening_answerevent" ("answered_at", "answered_by_id", "case_id", "client", "confirms_id", "id", "interview_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "question", "sequence", "skipped", "value", "version") VALUES (NEW."answered_at", NEW."answered_by_id", NEW."case_id", NEW."client", NEW."confirms_id", NEW."id", NEW."interview_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, app_now(), \'update\', NEW."id", NEW."question", NEW."sequence", NEW."skipped", NEW."value", NEW."version"); RETURN NULL;',
                                    hash="f304f0632cd5820affae9d1761f5257bab89a58f",
                                    operation="UPDATE",
                                    pgid="pgtrigger_update_update_47f6e",
                                    table="screening_answer",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="delete_delete",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "screening_answerevent" ("answered_at", "answered_by_id", "case_id", "client", "confirms_id", "id", "interview_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "question", "sequence", "skipped", "value", "version") VALUES (OLD."answered_at", OLD."answered_by_id", OLD."case_id", OLD."client", OLD."confirms_id", OLD."id", OLD."interview_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, app_now(), \'delete\', OLD."id", OLD."question", OLD."sequence", OLD."skipped", OLD."value", OLD."version"); RETURN NULL;',
                                    hash="b2805038798caba3cbc207782e38841570eaecfa",
                                    operation="DELETE",
                                    pgid="pgtrigger_delete_delete_894f7",
                                    table="screening_answer",
                                    when="AFTER",
                                ),
                            ),
                        ],
                        "indexes": [models.Index(fields=["case", "question"], name="answer_by_case")],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("interview", "question"), name="one_answer_per_question"
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("question", ""), _negated=True),
                                name="answer_names_its_question",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("value__isnull", True), ("skipped", ""), _connector="OR"),
                                name="answer_is_given_or_skipped_not_both",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("skipped__in", ["", "later", "unknown", "not-relevant", "declined"])
                                ),
                                name="skip_reason_is_known",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="AnswerEvent",
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
                                to="screening.answer",
                            ),
                        ),
                        ("pgh_context", pghistory.utils.JSONField(null=True)),
                        ("pgh_context_id", models.UUIDField(null=True)),
                        ("id", models.BigIntegerField()),
                        (
                            "client",
                            models.UUIDField(default=uuid.uuid4, editable=False, verbose_name="device"),
                        ),
                        (
                            "sequence",
                            models.PositiveBigIntegerField(
                                default=0, editable=False, verbose_name="number of the writing"
                            ),
                        ),
                        ("version", models.PositiveIntegerField(default=1, editable=False)),
                        (
                            "interview",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="screening.interview",
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
                        ("question", models.CharField(max_length=40, verbose_name="question")),
                        ("value", models.JSONField(blank=True, null=True, verbose_name="answer")),
                        (
                            "skipped",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("later", "No time now, asked later"),
                                    ("unknown", "The person does not know"),
                                    ("not-relevant", "Not relevant for this person"),
                                    ("declined", "The person would rather not say"),
                                ],
                                max_length=16,
                                verbose_name="why it was skipped",
                            ),
                        ),
                        (
                            "confirms",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="screening.answer",
                                verbose_name="still true",
                            ),
                        ),
                        ("answered_at", models.DateTimeField(default=accounts.day.now)),
                        (
                            "answered_by",
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
                                    hash="5dd6eb68a3dad8dd664c3c4de0c5c56ee19b8f11",
                                    operation="UPDATE OR DELETE",
                                    pgid="pgtrigger_append_only_51b63",
                                    table="screening_answerevent",
                                    when="BEFORE",
                                ),
                            )
                        ],
                    },
                ),
            ],
        ),
    ]
