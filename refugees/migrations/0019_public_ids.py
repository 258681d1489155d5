import pgtrigger.compiler
import pgtrigger.migrations
from django.db import migrations

from accounts.public_ids import public_ids


class Migration(migrations.Migration):
    """What appears in an address is no database key."""

    dependencies = [
        ("refugees", "0018_walls_of_what_health_passes_on"),
    ]

    operations = [
        pgtrigger.migrations.RemoveTrigger(
            model_name="benefitperiod",
            name="insert_insert",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="benefitperiod",
            name="update_update",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="benefitperiod",
            name="delete_delete",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="functionalconclusion",
            name="insert_insert",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="functionalconclusion",
            name="update_update",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="functionalconclusion",
            name="delete_delete",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="housingneed",
            name="insert_insert",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="housingneed",
            name="update_update",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="housingneed",
            name="delete_delete",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="jobreadiness",
            name="insert_insert",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="jobreadiness",
            name="update_update",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="jobreadiness",
            name="delete_delete",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="message",
            name="insert_insert",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="message",
            name="update_update",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="message",
            name="delete_delete",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="teammember",
            name="insert_insert",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="teammember",
            name="update_update",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="teammember",
            name="delete_delete",
        ),
        *public_ids("refugees", "benefitperiod"),
        *public_ids("refugees", "functionalconclusion"),
        *public_ids("refugees", "housingneed"),
        *public_ids("refugees", "jobreadiness"),
        *public_ids("refugees", "message"),
        *public_ids("refugees", "teammember"),
        pgtrigger.migrations.AddTrigger(
            model_name="benefitperiod",
            trigger=pgtrigger.compiler.Trigger(
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
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="benefitperiod",
            trigger=pgtrigger.compiler.Trigger(
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
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="benefitperiod",
            trigger=pgtrigger.compiler.Trigger(
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
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="functionalconclusion",
            trigger=pgtrigger.compiler.Trigger(
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
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="functionalconclusion",
            trigger=pgtrigger.compiler.Trigger(
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
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="functionalconclusion",
            trigger=pgtrigger.compiler.Trigger(
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
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="housingneed",
            trigger=pgtrigger.compiler.Trigger(
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
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="housingneed",
            trigger=pgtrigger.compiler.Trigger(
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
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="housingneed",
            trigger=pgtrigger.compiler.Trigger(
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
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="jobreadiness",
            trigger=pgtrigger.compiler.Trigger(
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
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="jobreadiness",
            trigger=pgtrigger.compiler.Trigger(
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
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="jobreadiness",
            trigger=pgtrigger.compiler.Trigger(
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
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="message",
            trigger=pgtrigger.compiler.Trigger(
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
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="message",
            trigger=pgtrigger.compiler.Trigger(
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
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="message",
            trigger=pgtrigger.compiler.Trigger(
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
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="teammember",
            trigger=pgtrigger.compiler.Trigger(
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
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="teammember",
            trigger=pgtrigger.compiler.Trigger(
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
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="teammember",
            trigger=pgtrigger.compiler.Trigger(
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
        ),
    ]
