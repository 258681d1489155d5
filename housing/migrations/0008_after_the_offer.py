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
        ("housing", "0007_stays_in_force"),
        ("refugees", "0013_walls_of_hours_a_week"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        AtOnce(
            [
                migrations.CreateModel(
                    name="StillThere",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("public_id", models.UUIDField(default=uuid6.uuid7, editable=False, unique=True)),
                        (
                            "mark",
                            models.PositiveSmallIntegerField(
                                choices=[(6, "6 months"), (12, "12 months")], verbose_name="after"
                            ),
                        ),
                        ("heard_on", models.DateField(verbose_name="heard on")),
                        ("words", models.CharField(blank=True, max_length=300, verbose_name="in few words")),
                        (
                            "taken_back_at",
                            models.DateTimeField(blank=True, null=True, verbose_name="taken back"),
                        ),
                        (
                            "taken_back_reason",
                            models.CharField(blank=True, max_length=300, verbose_name="reason"),
                        ),
                        ("recorded_at", models.DateTimeField(default=accounts.day.now)),
                    ],
                    options={
                        "verbose_name": "household still living there",
                        "verbose_name_plural": "households still living there",
                    },
                ),
                migrations.CreateModel(
                    name="StillThereEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("pgh_context", pghistory.utils.JSONField(null=True)),
                        ("pgh_context_id", models.UUIDField(null=True)),
                        ("id", models.BigIntegerField()),
                        ("public_id", models.UUIDField(default=uuid6.uuid7, editable=False)),
                        (
                            "mark",
                            models.PositiveSmallIntegerField(
                                choices=[(6, "6 months"), (12, "12 months")], verbose_name="after"
                            ),
                        ),
                        ("heard_on", models.DateField(verbose_name="heard on")),
                        ("words", models.CharField(blank=True, max_length=300, verbose_name="in few words")),
                        (
                            "taken_back_at",
                            models.DateTimeField(blank=True, null=True, verbose_name="taken back"),
                        ),
                        (
                            "taken_back_reason",
                            models.CharField(blank=True, max_length=300, verbose_name="reason"),
                        ),
                        ("recorded_at", models.DateTimeField(default=accounts.day.now)),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                pgtrigger.migrations.RemoveTrigger(
                    model_name="homeoffer",
                    name="insert_insert",
                ),
                pgtrigger.migrations.RemoveTrigger(
                    model_name="homeoffer",
                    name="update_update",
                ),
                pgtrigger.migrations.RemoveTrigger(
                    model_name="homeoffer",
                    name="delete_delete",
                ),
                migrations.RemoveConstraint(
                    model_name="dwelling",
                    name="home_is_gone_for_a_reason",
                ),
                migrations.RemoveConstraint(
                    model_name="homeoffer",
                    name="one_live_offer_per_home",
                ),
                migrations.AddField(
                    model_name="homeoffer",
                    name="left_reason",
                    field=models.CharField(
                        blank=True,
                        choices=[
                            ("own-choice", "Found another home themselves"),
                            ("away", "Moved away from Copenhagen"),
                            ("too-dear", "Could not pay the rent"),
                            ("not-fit", "The home did not fit the household"),
                            ("split", "The household lives apart now"),
                            ("ended", "The landlord ended the contract"),
                            ("other", "Another reason"),
                        ],
                        max_length=12,
                        verbose_name="why they moved out",
                    ),
                ),
                migrations.AddField(
                    model_name="homeoffer",
                    name="left_words",
                    field=models.CharField(
                        blank=True, max_length=300, verbose_name="about the move, in words"
                    ),
                ),
                migrations.AddField(
                    model_name="homeoffer",
                    name="moved_out_on",
                    field=models.DateField(blank=True, null=True, verbose_name="moved out on"),
                ),
                migrations.AddField(
                    model_name="homeoffer",
                    name="needs_another",
                    field=models.BooleanField(
                        blank=True, null=True, verbose_name="another home is looked for"
                    ),
                ),
                migrations.AddField(
                    model_name="homeoffer",
                    name="signed_on",
                    field=models.DateField(blank=True, null=True, verbose_name="contract signed on"),
                ),
                migrations.AddField(
                    model_name="homeofferevent",
                    name="left_reason",
                    field=models.CharField(
                        blank=True,
                        choices=[
                            ("own-choice", "Found another home themselves"),
                            ("away", "Moved away from Copenhagen"),
                            ("too-dear", "Could not pay the rent"),
                            ("not-fit", "The home did not fit the household"),
                            ("split", "The household lives apart now"),
                            ("ended", "The landlord ended the contract"),
                            ("other", "Another reason"),
                        ],
                        max_length=12,
                        verbose_name="why they moved out",
                    ),
                ),
                migrations.AddField(
                    model_name="homeofferevent",
                    name="left_words",
                    field=models.CharField(
                        blank=True, max_length=300, verbose_name="about the move, in words"
                    ),
                ),
                migrations.AddField(
                    model_name="homeofferevent",
                    name="moved_out_on",
                    field=models.DateField(blank=True, null=True, verbose_name="moved out on"),
                ),
                migrations.AddField(
                    model_name="homeofferevent",
                    name="needs_another",
                    field=models.BooleanField(
                        blank=True, null=True, verbose_name="another home is looked for"
                    ),
                ),
                migrations.AddField(
                    model_name="homeofferevent",
                    name="signed_on",
                    field=models.DateField(blank=True, null=True, verbose_name="contract signed on"),
                ),
                migrations.AlterField(
                    model_name="dwelling",
                    name="gone_reason",
                    field=models.CharField(
                        blank=True,
                        choices=[
                            ("withdrawn", "Withdrawn by the provider"),
                            ("mistake", "Registered by mistake"),
                            ("moved-out", "The household moved out"),
                            ("other", "Another reason"),
                        ],
                        max_length=12,
                        verbose_name="why",
                    ),
                ),
                migrations.AlterField(
                    model_name="dwellingevent",
                    name="gone_reason",
                    field=models.CharField(
                        blank=True,
                        choices=[
                            ("withdrawn", "Withdrawn by the provider"),
                            ("mistake", "Registered by mistake"),
                            ("moved-out", "The household moved out"),
                            ("other", "Another reason"),
                        ],
                        max_length=12,
                        verbose_name="why",
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="homeoffer",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "housing_homeofferevent" ("answer", "answer_by", "answer_words", "answered_on", "area_check_id", "basis", "decline_reason", "dwelling_id", "exception_id", "household_id", "id", "left_reason", "left_words", "moved_in_on", "moved_out_on", "needs_another", "offered_on", "persons", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "recorded_at", "recorded_by_id", "signed_on", "taken_back_at", "taken_back_reason", "viewing_on") VALUES (NEW."answer", NEW."answer_by", NEW."answer_words", NEW."answered_on", NEW."area_check_id", NEW."basis", NEW."decline_reason", NEW."dwelling_id", NEW."exception_id", NEW."household_id", NEW."id", NEW."left_reason", NEW."left_words", NEW."moved_in_on", NEW."moved_out_on", NEW."needs_another", NEW."offered_on", NEW."persons", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, app_now(), \'insert\', NEW."id", NEW."public_id", NEW."recorded_at", NEW."recorded_by_id", NEW."signed_on", NEW."taken_back_at", NEW."taken_back_reason", NEW."viewing_on"); RETURN NULL;',
                            hash="77faa54433a63ab0803a54b18d1c471a96eefb12",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_9ec95",
                            table="housing_homeoffer",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="homeoffer",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "housing_homeofferevent" ("answer", "answer_by", "answer_words", "answered_on", "area_check_id", "basis", "decline_reason", "dwelling_id", "exception_id", "household_id", "id", "left_reason", "left_words", "moved_in_on", "moved_out_on", "needs_another", "offered_on", "persons", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "recorded_at", "recorded_by_id", "signed_on", "taken_back_at", "taken_back_reason", "viewing_on") VALUES (NEW."answer", NEW."answer_by", NEW."answer_words", NEW."answered_on", NEW."area_check_id", NEW."basis", NEW."decline_reason", NEW."dwelling_id", NEW."exception_id", NEW."household_id", NEW."id", NEW."left_reason", NEW."left_words", NEW."moved_in_on", NEW."moved_out_on", NEW."needs_another", NEW."offered_on", NEW."persons", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, app_now(), \'update\', NEW."id", NEW."public_id", NEW."recorded_at", NEW."recorded_by_id", NEW."signed_on", NEW."taken_back_at", NEW."taken_back_reason", NEW."viewing_on"); RETURN NULL;',
                            hash="424cc9770c3cd0ca45bb163668a2b39f18334f66",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_12452",
                            table="housing_homeoffer",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="homeoffer",
                    trigger=pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "housing_homeofferevent" ("answer", "answer_by", "answer_words", "answered_on", "area_check_id", "basis", "decline_reason", "dwelling_id", "exception_id", "household_id", "id", "left_reason", "left_words", "moved_in_on", "moved_out_on", "needs_another", "offered_on", "persons", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "recorded_at", "recorded_by_id", "signed_on", "taken_back_at", "taken_back_reason", "viewing_on") VALUES (OLD."answer", OLD."answer_by", OLD."answer_words", OLD."answered_on", OLD."area_check_id", OLD."basis", OLD."decline_reason", OLD."dwelling_id", OLD."exception_id", OLD."household_id", OLD."id", OLD."left_reason", OLD."left_words", OLD."moved_in_on", OLD."moved_out_on", OLD."needs_another", OLD."offered_on", OLD."persons", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, app_now(), \'delete\', OLD."id", OLD."public_id", OLD."recorded_at", OLD."recorded_by_id", OLD."signed_on", OLD."taken_back_at", OLD."taken_back_reason", OLD."viewing_on"); RETURN NULL;',
                            hash="fbd23d25b446fcc3a2a4f9d452c2c1732bde1746",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_de946",
                            table="housing_homeoffer",
                            when="AFTER",
                        ),
                    ),
                ),
                migrations.AddConstraint(
                    model_name="dwelling",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("gone_on", None), ("gone_reason", "")),
                            models.Q(
                                ("gone_on__isnull", False),
                                ("gone_reason__in", ["withdrawn", "mistake", "moved-out", "other"]),
                            ),
                            _connector="OR",
                        ),
                        name="home_is_gone_for_a_reason",
                        violation_error_message="Say why the home is no longer available.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="homeoffer",
                    constraint=models.UniqueConstraint(
                        condition=models.Q(
                            ("answer__in", ["", "accepted"]), ("moved_out_on", None), ("taken_back_at", None)
                        ),
                        fields=("dwelling",),
                        name="one_live_offer_per_home",
                        violation_error_message="This home has been offered to another household meanwhile.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="homeoffer",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            ("signed_on", None),
                            models.Q(
                                ("answer", "accepted"),
                                ("signed_on__gte", models.F("offered_on")),
                                ("signed_on__isnull", False),
                            ),
                            _connector="OR",
                        ),
                        name="contract_of_a_home_that_was_accepted",
                        violation_error_message="A contract is signed for a home that was accepted, not before it was offered.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="homeoffer",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            ("moved_out_on", None),
                            models.Q(
                                ("moved_in_on__isnull", False),
                                ("moved_out_on__gte", models.F("moved_in_on")),
                                ("moved_out_on__isnull", False),
                            ),
                            _connector="OR",
                        ),
                        name="who_moves_out_has_moved_in",
                        violation_error_message="Nobody moves out before they moved in.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="homeoffer",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("left_reason", ""),
                                ("left_words", ""),
                                ("moved_out_on", None),
                                ("needs_another", None),
                            ),
                            models.Q(
                                (
                                    "left_reason__in",
                                    ["own-choice", "away", "too-dear", "not-fit", "split", "ended", "other"],
                                ),
                                ("moved_out_on__isnull", False),
                                ("needs_another__isnull", False),
                            ),
                            _connector="OR",
                        ),
                        name="moving_out_says_why_and_what_next",
                        violation_error_message="Choose why they moved out, and whether we look for another home.",
                    ),
                ),
                migrations.AddField(
                    model_name="stillthere",
                    name="offer",
                    field=models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="still_there",
                        to="housing.homeoffer",
                    ),
                ),
                migrations.AddField(
                    model_name="stillthere",
                    name="recorded_by",
                    field=models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                migrations.AddField(
                    model_name="stillthereevent",
                    name="offer",
                    field=models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="housing.homeoffer",
                    ),
                ),
                migrations.AddField(
                    model_name="stillthereevent",
                    name="pgh_obj",
                    field=models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="housing.stillthere",
                    ),
                ),
                migrations.AddField(
                    model_name="stillthereevent",
                    name="recorded_by",
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
                migrations.AddConstraint(
                    model_name="stillthere",
                    constraint=models.UniqueConstraint(
                        condition=models.Q(("taken_back_at", None)),
                        fields=("offer", "mark"),
                        name="heard_once_at_each_mark",
                        violation_error_message="This is recorded already.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="stillthere",
                    constraint=models.CheckConstraint(
                        condition=models.Q(("mark__in", [6, 12])), name="still_there_mark_is_known"
                    ),
                ),
                migrations.AddConstraint(
                    model_name="stillthere",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("taken_back_at", None), ("taken_back_reason", "")),
                            models.Q(
                                ("taken_back_at__isnull", False),
                                models.Q(("taken_back_reason", ""), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="still_there_is_taken_back_for_a_reason",
                        violation_error_message="Say why it is taken back.",
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="stillthere",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "housing_stillthereevent" ("heard_on", "id", "mark", "offer_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "recorded_at", "recorded_by_id", "taken_back_at", "taken_back_reason", "words") VALUES (NEW."heard_on", NEW."id", NEW."mark", NEW."offer_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, app_now(), \'insert\', NEW."id", NEW."public_id", NEW."recorded_at", NEW."recorded_by_id", NEW."taken_back_at", NEW."taken_back_reason", NEW."words"); RETURN NULL;',
                            hash="b29f4f674cf9e51b141cb8115d869614e803eb14",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_5e2c5",
                            table="housing_stillthere",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="stillthere",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "housing_stillthereevent" ("heard_on", "id", "mark", "offer_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "recorded_at", "recorded_by_id", "taken_back_at", "taken_back_reason", "words") VALUES (NEW."heard_on", NEW."id", NEW."mark", NEW."offer_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, app_now(), \'update\', NEW."id", NEW."public_id", NEW."recorded_at", NEW."recorded_by_id", NEW."taken_back_at", NEW."taken_back_reason", NEW."words"); RETURN NULL;',
                            hash="dc356db65ab226cb116bd8f0b86232c277852cac",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_ce918",
                            table="housing_stillthere",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="stillthere",
                    trigger=pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "housing_stillthereevent" ("heard_on", "id", "mark", "offer_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "recorded_at", "recorded_by_id", "taken_back_at", "taken_back_reason", "words") VALUES (OLD."heard_on", OLD."id", OLD."mark", OLD."offer_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, app_now(), \'delete\', OLD."id", OLD."public_id", OLD."recorded_at", OLD."recorded_by_id", OLD."taken_back_at", OLD."taken_back_reason", OLD."words"); RETURN NULL;',
                            hash="dcd0ef9a2fe34c4757a785092acbd7747ded6abf",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_ccffc",
                            table="housing_stillthere",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="stillthereevent",
                    trigger=pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="a5978e016104f1c0223d4e017df21d4aa694ea3e",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_3f704",
                            table="housing_stillthereevent",
                            when="BEFORE",
                        ),
                    ),
                ),
            ]
        )
    ]
