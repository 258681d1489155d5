import datetime

import pgtrigger.compiler
import pgtrigger.migrations
from django.conf import settings
from django.db import migrations, models

from accounts.tables import AtOnce


class Migration(migrations.Migration):
    dependencies = [
        ("housing", "0012_shared_homes_in_force"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        AtOnce(
            [
                pgtrigger.migrations.RemoveTrigger(
                    model_name="areacheck",
                    name="insert_insert",
                ),
                pgtrigger.migrations.RemoveTrigger(
                    model_name="areacheck",
                    name="update_update",
                ),
                pgtrigger.migrations.RemoveTrigger(
                    model_name="areacheck",
                    name="delete_delete",
                ),
                pgtrigger.migrations.RemoveTrigger(
                    model_name="arealist",
                    name="insert_insert",
                ),
                pgtrigger.migrations.RemoveTrigger(
                    model_name="arealist",
                    name="update_update",
                ),
                pgtrigger.migrations.RemoveTrigger(
                    model_name="arealist",
                    name="delete_delete",
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
                pgtrigger.migrations.RemoveTrigger(
                    model_name="lodgingcheck",
                    name="insert_insert",
                ),
                pgtrigger.migrations.RemoveTrigger(
                    model_name="lodgingcheck",
                    name="update_update",
                ),
                pgtrigger.migrations.RemoveTrigger(
                    model_name="lodgingcheck",
                    name="delete_delete",
                ),
                migrations.AddField(
                    model_name="areacheck",
                    name="edition",
                    field=models.PositiveSmallIntegerField(
                        default=1, editable=False, verbose_name="edition of the list"
                    ),
                ),
                migrations.AddField(
                    model_name="areacheckevent",
                    name="edition",
                    field=models.PositiveSmallIntegerField(
                        default=1, editable=False, verbose_name="edition of the list"
                    ),
                ),
                migrations.AddField(
                    model_name="arealist",
                    name="edition",
                    field=models.PositiveSmallIntegerField(default=1, editable=False, verbose_name="edition"),
                ),
                migrations.AddField(
                    model_name="arealistevent",
                    name="edition",
                    field=models.PositiveSmallIntegerField(default=1, editable=False, verbose_name="edition"),
                ),
                migrations.AddField(
                    model_name="homeoffer",
                    name="home_address",
                    field=models.CharField(
                        default="", editable=False, max_length=160, verbose_name="address"
                    ),
                    preserve_default=False,
                ),
                migrations.AddField(
                    model_name="homeoffer",
                    name="home_available_from",
                    field=models.DateField(
                        default=datetime.date(2000, 1, 1), editable=False, verbose_name="available from"
                    ),
                    preserve_default=False,
                ),
                migrations.AddField(
                    model_name="homeoffer",
                    name="home_deposit",
                    field=models.PositiveIntegerField(default=0, editable=False, verbose_name="deposit"),
                    preserve_default=False,
                ),
                migrations.AddField(
                    model_name="homeoffer",
                    name="home_district",
                    field=models.CharField(
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
                        ],
                        default="",
                        editable=False,
                        max_length=12,
                        verbose_name="district",
                    ),
                    preserve_default=False,
                ),
                migrations.AddField(
                    model_name="homeoffer",
                    name="home_kind",
                    field=models.CharField(
                        choices=[("flat", "Flat"), ("house", "House"), ("shared", "Room in a shared home")],
                        default="",
                        editable=False,
                        max_length=8,
                        verbose_name="kind",
                    ),
                    preserve_default=False,
                ),
                migrations.AddField(
                    model_name="homeoffer",
                    name="home_landlord",
                    field=models.CharField(
                        default="", editable=False, max_length=120, verbose_name="landlord"
                    ),
                    preserve_default=False,
                ),
                migrations.AddField(
                    model_name="homeoffer",
                    name="home_rent",
                    field=models.PositiveIntegerField(default=0, editable=False, verbose_name="rent a month"),
                    preserve_default=False,
                ),
                migrations.AddField(
                    model_name="homeoffer",
                    name="home_rooms",
                    field=models.PositiveSmallIntegerField(default=0, editable=False, verbose_name="rooms"),
                    preserve_default=False,
                ),
                migrations.AddField(
                    model_name="homeoffer",
                    name="home_size_m2",
                    field=models.PositiveSmallIntegerField(
                        default=0, editable=False, verbose_name="size in m²"
                    ),
                    preserve_default=False,
                ),
                migrations.AddField(
                    model_name="homeofferevent",
                    name="home_address",
                    field=models.CharField(
                        default="", editable=False, max_length=160, verbose_name="address"
                    ),
                    preserve_default=False,
                ),
                migrations.AddField(
                    model_name="homeofferevent",
                    name="home_available_from",
                    field=models.DateField(
                        default=datetime.date(2000, 1, 1), editable=False, verbose_name="available from"
                    ),
                    preserve_default=False,
                ),
                migrations.AddField(
                    model_name="homeofferevent",
                    name="home_deposit",
                    field=models.PositiveIntegerField(default=0, editable=False, verbose_name="deposit"),
                    preserve_default=False,
                ),
                migrations.AddField(
                    model_name="homeofferevent",
                    name="home_district",
                    field=models.CharField(
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
                        ],
                        default="",
                        editable=False,
                        max_length=12,
                        verbose_name="district",
                    ),
                    preserve_default=False,
                ),
                migrations.AddField(
                    model_name="homeofferevent",
                    name="home_kind",
                    field=models.CharField(
                        choices=[("flat", "Flat"), ("house", "House"), ("shared", "Room in a shared home")],
                        default="",
                        editable=False,
                        max_length=8,
                        verbose_name="kind",
                    ),
                    preserve_default=False,
                ),
                migrations.AddField(
                    model_name="homeofferevent",
                    name="home_landlord",
                    field=models.CharField(
                        default="", editable=False, max_length=120, verbose_name="landlord"
                    ),
                    preserve_default=False,
                ),
                migrations.AddField(
                    model_name="homeofferevent",
                    name="home_rent",
                    field=models.PositiveIntegerField(default=0, editable=False, verbose_name="rent a month"),
                    preserve_default=False,
                ),
                migrations.AddField(
                    model_name="homeofferevent",
                    name="home_rooms",
                    field=models.PositiveSmallIntegerField(default=0, editable=False, verbose_name="rooms"),
                    preserve_default=False,
                ),
                migrations.AddField(
                    model_name="homeofferevent",
                    name="home_size_m2",
                    field=models.PositiveSmallIntegerField(
                        default=0, editable=False, verbose_name="size in m²"
                    ),
                    preserve_default=False,
                ),
                migrations.AddField(
                    model_name="lodgingcheck",
                    name="edition",
                    field=models.PositiveSmallIntegerField(
                        default=1, editable=False, verbose_name="edition of the list"
                    ),
                ),
                migrations.AddField(
                    model_name="lodgingcheckevent",
                    name="edition",
                    field=models.PositiveSmallIntegerField(
                        default=1, editable=False, verbose_name="edition of the list"
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="areacheck",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "housing_areacheckevent" ("address_words", "area_id", "area_list_id", "checked_by_id", "checked_on", "dwelling_id", "edition", "id", "is_inside", "note", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place", "public_id", "recorded_at") VALUES (NEW."address_words", NEW."area_id", NEW."area_list_id", NEW."checked_by_id", NEW."checked_on", NEW."dwelling_id", NEW."edition", NEW."id", NEW."is_inside", NEW."note", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, app_now(), \'insert\', NEW."id", NEW."place", NEW."public_id", NEW."recorded_at"); RETURN NULL;',
                            hash="516e8cb3db7e82baf09b68554bcadf87e614d5f4",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_f39fd",
                            table="housing_areacheck",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="areacheck",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "housing_areacheckevent" ("address_words", "area_id", "area_list_id", "checked_by_id", "checked_on", "dwelling_id", "edition", "id", "is_inside", "note", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place", "public_id", "recorded_at") VALUES (NEW."address_words", NEW."area_id", NEW."area_list_id", NEW."checked_by_id", NEW."checked_on", NEW."dwelling_id", NEW."edition", NEW."id", NEW."is_inside", NEW."note", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, app_now(), \'update\', NEW."id", NEW."place", NEW."public_id", NEW."recorded_at"); RETURN NULL;',
                            hash="f285d8bb13794f587c68dc1e6da136179cef19fb",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_8fca6",
                            table="housing_areacheck",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="areacheck",
                    trigger=pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "housing_areacheckevent" ("address_words", "area_id", "area_list_id", "checked_by_id", "checked_on", "dwelling_id", "edition", "id", "is_inside", "note", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place", "public_id", "recorded_at") VALUES (OLD."address_words", OLD."area_id", OLD."area_list_id", OLD."checked_by_id", OLD."checked_on", OLD."dwelling_id", OLD."edition", OLD."id", OLD."is_inside", OLD."note", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, app_now(), \'delete\', OLD."id", OLD."place", OLD."public_id", OLD."recorded_at"); RETURN NULL;',
                            hash="8712f5baba16e1cedc7391e4214372a421abe521",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_8306a",
                            table="housing_areacheck",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="arealist",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "housing_arealistevent" ("confirmed_by_id", "confirmed_on", "edition", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "recorded_at", "recorded_by_id", "reopened_reason", "source", "valid_from") VALUES (NEW."confirmed_by_id", NEW."confirmed_on", NEW."edition", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, app_now(), \'insert\', NEW."id", NEW."public_id", NEW."recorded_at", NEW."recorded_by_id", NEW."reopened_reason", NEW."source", NEW."valid_from"); RETURN NULL;',
                            hash="8373e2d4fec1e1f02e4a563c17c6e610f379d8e3",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_788b4",
                            table="housing_arealist",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="arealist",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "housing_arealistevent" ("confirmed_by_id", "confirmed_on", "edition", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "recorded_at", "recorded_by_id", "reopened_reason", "source", "valid_from") VALUES (NEW."confirmed_by_id", NEW."confirmed_on", NEW."edition", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, app_now(), \'update\', NEW."id", NEW."public_id", NEW."recorded_at", NEW."recorded_by_id", NEW."reopened_reason", NEW."source", NEW."valid_from"); RETURN NULL;',
                            hash="997f595ba005bac5a1187ad4a225de769b7a4ff1",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_d6694",
                            table="housing_arealist",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="arealist",
                    trigger=pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "housing_arealistevent" ("confirmed_by_id", "confirmed_on", "edition", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "recorded_at", "recorded_by_id", "reopened_reason", "source", "valid_from") VALUES (OLD."confirmed_by_id", OLD."confirmed_on", OLD."edition", OLD."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, app_now(), \'delete\', OLD."id", OLD."public_id", OLD."recorded_at", OLD."recorded_by_id", OLD."reopened_reason", OLD."source", OLD."valid_from"); RETURN NULL;',
                            hash="263c5574735d41a4d69edf7976d6675cceccfeb9",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_bb9eb",
                            table="housing_arealist",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="homeoffer",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "housing_homeofferevent" ("answer", "answer_by", "answer_words", "answered_on", "area_check_id", "basis", "decline_reason", "dwelling_id", "exception_id", "home_address", "home_available_from", "home_deposit", "home_district", "home_kind", "home_landlord", "home_rent", "home_rooms", "home_size_m2", "household_id", "id", "left_reason", "left_words", "moved_in_on", "moved_out_on", "needs_another", "offered_on", "persons", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "recorded_at", "recorded_by_id", "sharing_is_looked_at", "signed_on", "taken_back_at", "taken_back_reason", "viewing_on") VALUES (NEW."answer", NEW."answer_by", NEW."answer_words", NEW."answered_on", NEW."area_check_id", NEW."basis", NEW."decline_reason", NEW."dwelling_id", NEW."exception_id", NEW."home_address", NEW."home_available_from", NEW."home_deposit", NEW."home_district", NEW."home_kind", NEW."home_landlord", NEW."home_rent", NEW."home_rooms", NEW."home_size_m2", NEW."household_id", NEW."id", NEW."left_reason", NEW."left_words", NEW."moved_in_on", NEW."moved_out_on", NEW."needs_another", NEW."offered_on", NEW."persons", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, app_now(), \'insert\', NEW."id", NEW."public_id", NEW."recorded_at", NEW."recorded_by_id", NEW."sharing_is_looked_at", NEW."signed_on", NEW."taken_back_at", NEW."taken_back_reason", NEW."viewing_on"); RETURN NULL;',
                            hash="3d4246aba0aff18bc533e163e8a4dcf33f9f1df6",
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
                            func='INSERT INTO "housing_homeofferevent" ("answer", "answer_by", "answer_words", "answered_on", "area_check_id", "basis", "decline_reason", "dwelling_id", "exception_id", "home_address", "home_available_from", "home_deposit", "home_district", "home_kind", "home_landlord", "home_rent", "home_rooms", "home_size_m2", "household_id", "id", "left_reason", "left_words", "moved_in_on", "moved_out_on", "needs_another", "offered_on", "persons", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "recorded_at", "recorded_by_id", "sharing_is_looked_at", "signed_on", "taken_back_at", "taken_back_reason", "viewing_on") VALUES (NEW."answer", NEW."answer_by", NEW."answer_words", NEW."answered_on", NEW."area_check_id", NEW."basis", NEW."decline_reason", NEW."dwelling_id", NEW."exception_id", NEW."home_address", NEW."home_available_from", NEW."home_deposit", NEW."home_district", NEW."home_kind", NEW."home_landlord", NEW."home_rent", NEW."home_rooms", NEW."home_size_m2", NEW."household_id", NEW."id", NEW."left_reason", NEW."left_words", NEW."moved_in_on", NEW."moved_out_on", NEW."needs_another", NEW."offered_on", NEW."persons", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, app_now(), \'update\', NEW."id", NEW."public_id", NEW."recorded_at", NEW."recorded_by_id", NEW."sharing_is_looked_at", NEW."signed_on", NEW."taken_back_at", NEW."taken_back_reason", NEW."viewing_on"); RETURN NULL;',
                            hash="ca83d63175ee9983c477ebce8839b1f9bcfe5ee2",
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
                            func='INSERT INTO "housing_homeofferevent" ("answer", "answer_by", "answer_words", "answered_on", "area_check_id", "basis", "decline_reason", "dwelling_id", "exception_id", "home_address", "home_available_from", "home_deposit", "home_district", "home_kind", "home_landlord", "home_rent", "home_rooms", "home_size_m2", "household_id", "id", "left_reason", "left_words", "moved_in_on", "moved_out_on", "needs_another", "offered_on", "persons", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "recorded_at", "recorded_by_id", "sharing_is_looked_at", "signed_on", "taken_back_at", "taken_back_reason", "viewing_on") VALUES (OLD."answer", OLD."answer_by", OLD."answer_words", OLD."answered_on", OLD."area_check_id", OLD."basis", OLD."decline_reason", OLD."dwelling_id", OLD."exception_id", OLD."home_address", OLD."home_available_from", OLD."home_deposit", OLD."home_district", OLD."home_kind", OLD."home_landlord", OLD."home_rent", OLD."home_rooms", OLD."home_size_m2", OLD."household_id", OLD."id", OLD."left_reason", OLD."left_words", OLD."moved_in_on", OLD."moved_out_on", OLD."needs_another", OLD."offered_on", OLD."persons", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, app_now(), \'delete\', OLD."id", OLD."public_id", OLD."recorded_at", OLD."recorded_by_id", OLD."sharing_is_looked_at", OLD."signed_on", OLD."taken_back_at", OLD."taken_back_reason", OLD."viewing_on"); RETURN NULL;',
                            hash="edd1def578a188488492d5cde85a1ebc40595e39",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_de946",
                            table="housing_homeoffer",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="lodgingcheck",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "housing_lodgingcheckevent" ("address_words", "area_id", "area_list_id", "checked_by_id", "checked_on", "edition", "id", "is_inside", "lodging_id", "note", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place", "public_id", "recorded_at") VALUES (NEW."address_words", NEW."area_id", NEW."area_list_id", NEW."checked_by_id", NEW."checked_on", NEW."edition", NEW."id", NEW."is_inside", NEW."lodging_id", NEW."note", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, app_now(), \'insert\', NEW."id", NEW."place", NEW."public_id", NEW."recorded_at"); RETURN NULL;',
                            hash="00565ae7067a8c8dc5bfc54f06db78e4491b8579",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_ad14d",
                            table="housing_lodgingcheck",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="lodgingcheck",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "housing_lodgingcheckevent" ("address_words", "area_id", "area_list_id", "checked_by_id", "checked_on", "edition", "id", "is_inside", "lodging_id", "note", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place", "public_id", "recorded_at") VALUES (NEW."address_words", NEW."area_id", NEW."area_list_id", NEW."checked_by_id", NEW."checked_on", NEW."edition", NEW."id", NEW."is_inside", NEW."lodging_id", NEW."note", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, app_now(), \'update\', NEW."id", NEW."place", NEW."public_id", NEW."recorded_at"); RETURN NULL;',
                            hash="f566750a618a99f10963af3234267e3655a9a5ae",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_fee34",
                            table="housing_lodgingcheck",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="lodgingcheck",
                    trigger=pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "housing_lodgingcheckevent" ("address_words", "area_id", "area_list_id", "checked_by_id", "checked_on", "edition", "id", "is_inside", "lodging_id", "note", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place", "public_id", "recorded_at") VALUES (OLD."address_words", OLD."area_id", OLD."area_list_id", OLD."checked_by_id", OLD."checked_on", OLD."edition", OLD."id", OLD."is_inside", OLD."lodging_id", OLD."note", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, app_now(), \'delete\', OLD."id", OLD."place", OLD."public_id", OLD."recorded_at"); RETURN NULL;',
                            hash="b58a2d9bd6b44ccd063011d478f1cfa794b048fc",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_90af0",
                            table="housing_lodgingcheck",
                            when="AFTER",
                        ),
                    ),
                ),
                migrations.AddConstraint(
                    model_name="arealist",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            ("edition", 1),
                            ("confirmed_on__isnull", False),
                            models.Q(("reopened_reason", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="area_list_is_opened_again_for_a_reason",
                        violation_error_message="Say why the list is opened again.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="dwelling",
                    constraint=models.UniqueConstraint(
                        condition=models.Q(("dar_id__isnull", False), ("gone_on", None)),
                        fields=("dar_id", "room"),
                        name="home_dar_id_is_given_once",
                        violation_error_message="A home with this DAR identifier is registered already.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="dwelling",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("district", "indre-by"), ("postcode__range", ("1000", "1499"))),
                            models.Q(("district", "indre-by"), ("postcode__range", ("1500", "1799"))),
                            models.Q(("district", "indre-by"), ("postcode__range", ("2100", "2100"))),
                            models.Q(("district", "indre-by"), ("postcode__range", ("2200", "2200"))),
                            models.Q(("district", "indre-by"), ("postcode__range", ("2300", "2300"))),
                            models.Q(("district", "osterbro"), ("postcode__range", ("1000", "1499"))),
                            models.Q(("district", "osterbro"), ("postcode__range", ("2100", "2100"))),
                            models.Q(("district", "osterbro"), ("postcode__range", ("2150", "2150"))),
                            models.Q(("district", "osterbro"), ("postcode__range", ("2200", "2200"))),
                            models.Q(("district", "osterbro"), ("postcode__range", ("2400", "2400"))),
                            models.Q(("district", "norrebro"), ("postcode__range", ("2100", "2100"))),
                            models.Q(("district", "norrebro"), ("postcode__range", ("2200", "2200"))),
                            models.Q(("district", "norrebro"), ("postcode__range", ("2400", "2400"))),
                            models.Q(("district", "vesterbro"), ("postcode__range", ("1500", "1799"))),
                            models.Q(("district", "vesterbro"), ("postcode__range", ("2450", "2450"))),
                            models.Q(("district", "vesterbro"), ("postcode__range", ("2500", "2500"))),
                            models.Q(("district", "valby"), ("postcode__range", ("1500", "1799"))),
                            models.Q(("district", "valby"), ("postcode__range", ("2450", "2450"))),
                            models.Q(("district", "valby"), ("postcode__range", ("2500", "2500"))),
                            models.Q(("district", "vanlose"), ("postcode__range", ("2400", "2400"))),
                            models.Q(("district", "vanlose"), ("postcode__range", ("2500", "2500"))),
                            models.Q(("district", "vanlose"), ("postcode__range", ("2700", "2700"))),
                            models.Q(("district", "vanlose"), ("postcode__range", ("2720", "2720"))),
                            models.Q(("district", "bronshoj"), ("postcode__range", ("2400", "2400"))),
                            models.Q(("district", "bronshoj"), ("postcode__range", ("2700", "2700"))),
                            models.Q(("district", "bronshoj"), ("postcode__range", ("2720", "2720"))),
                            models.Q(("district", "bispebjerg"), ("postcode__range", ("2100", "2100"))),
                            models.Q(("district", "bispebjerg"), ("postcode__range", ("2200", "2200"))),
                            models.Q(("district", "bispebjerg"), ("postcode__range", ("2400", "2400"))),
                            models.Q(("district", "bispebjerg"), ("postcode__range", ("2700", "2700"))),
                            models.Q(("district", "amager-ost"), ("postcode__range", ("1000", "1499"))),
                            models.Q(("district", "amager-ost"), ("postcode__range", ("2300", "2300"))),
                            models.Q(("district", "amager-vest"), ("postcode__range", ("1000", "1499"))),
                            models.Q(("district", "amager-vest"), ("postcode__range", ("2300", "2300"))),
                            _connector="OR",
                        ),
                        name="home_postcode_lies_in_its_district",
                        violation_error_message="This postcode does not lie in the district.",
                    ),
                ),
            ]
        ),
    ]
