import pgtrigger.compiler
import pgtrigger.migrations
from django.db import migrations, models

# Whoever had chosen has done so in the role they have.
CHOSEN = "UPDATE accounts_user SET mails_chosen_as = role WHERE mails IS NOT NULL"


class Migration(migrations.Migration):
    """A choice of e-mails does not outlive the role it was made in."""

    dependencies = [
        ("accounts", "0006_wall_of_absences"),
    ]

    operations = [
        pgtrigger.migrations.RemoveTrigger(
            model_name="user",
            name="insert_insert",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="user",
            name="update_update",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="user",
            name="delete_delete",
        ),
        migrations.AddField(
            model_name="user",
            name="mails_chosen_as",
            field=models.CharField(
                blank=True,
                choices=[
                    ("caseworker", "Caseworker"),
                    ("team_lead", "Team lead"),
                    ("mentor_coordinator", "Mentor coordinator"),
                    ("mentor", "Mentor"),
                    ("health_team", "Health team"),
                    ("housing_officer", "Housing officer"),
                    ("welcome_house", "Welcome House coordinator"),
                    ("manager", "Manager"),
                    ("administrator", "Administrator"),
                ],
                editable=False,
                max_length=24,
            ),
        ),
        migrations.AddField(
            model_name="userevent",
            name="mails_chosen_as",
            field=models.CharField(
                blank=True,
                choices=[
                    ("caseworker", "Caseworker"),
                    ("team_lead", "Team lead"),
                    ("mentor_coordinator", "Mentor coordinator"),
                    ("mentor", "Mentor"),
                    ("health_team", "Health team"),
                    ("housing_officer", "Housing officer"),
                    ("welcome_house", "Welcome House coordinator"),
                    ("manager", "Manager"),
                    ("administrator", "Administrator"),
                ],
                editable=False,
                max_length=24,
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="user",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "accounts_userevent" ("email", "id", "is_active", "language", "mails", "mails_chosen_as", "name", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "role", "speaks", "unit_id", "username", "uses_shortcuts") VALUES (NEW."email", NEW."id", NEW."is_active", NEW."language", NEW."mails", NEW."mails_chosen_as", NEW."name", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, app_now(), \'insert\', NEW."id", NEW."role", NEW."speaks", NEW."unit_id", NEW."username", NEW."uses_shortcuts"); RETURN NULL;',
                    hash="9b79c0945fcbf376597c4f194a55b2f0ffeb6b31",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_3867c",
                    table="accounts_user",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="user",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (OLD."email" IS DISTINCT FROM (NEW."email") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."is_active" IS DISTINCT FROM (NEW."is_active") OR OLD."language" IS DISTINCT FROM (NEW."language") OR OLD."mails" IS DISTINCT FROM (NEW."mails") OR OLD."mails_chosen_as" IS DISTINCT FROM (NEW."mails_chosen_as") OR OLD."name" IS DISTINCT FROM (NEW."name") OR OLD."role" IS DISTINCT FROM (NEW."role") OR OLD."speaks" IS DISTINCT FROM (NEW."speaks") OR OLD."unit_id" IS DISTINCT FROM (NEW."unit_id") OR OLD."username" IS DISTINCT FROM (NEW."username") OR OLD."uses_shortcuts" IS DISTINCT FROM (NEW."uses_shortcuts"))',
                    func='INSERT INTO "accounts_userevent" ("email", "id", "is_active", "language", "mails", "mails_chosen_as", "name", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "role", "speaks", "unit_id", "username", "uses_shortcuts") VALUES (NEW."email", NEW."id", NEW."is_active", NEW."language", NEW."mails", NEW."mails_chosen_as", NEW."name", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, app_now(), \'update\', NEW."id", NEW."role", NEW."speaks", NEW."unit_id", NEW."username", NEW."uses_shortcuts"); RETURN NULL;',
                    hash="6f63744ad213ba25a4553ce2626722ed882b754d",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_0e890",
                    table="accounts_user",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="user",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "accounts_userevent" ("email", "id", "is_active", "language", "mails", "mails_chosen_as", "name", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "role", "speaks", "unit_id", "username", "uses_shortcuts") VALUES (OLD."email", OLD."id", OLD."is_active", OLD."language", OLD."mails", OLD."mails_chosen_as", OLD."name", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, app_now(), \'delete\', OLD."id", OLD."role", OLD."speaks", OLD."unit_id", OLD."username", OLD."uses_shortcuts"); RETURN NULL;',
                    hash="37d8371750cc048b5cfb7d5d16a830021d45b329",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_19f14",
                    table="accounts_user",
                    when="AFTER",
                ),
            ),
        ),
        migrations.RunSQL(CHOSEN, migrations.RunSQL.noop),
        migrations.AddConstraint(
            model_name="user",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("mails", None), ("mails_chosen_as", "")),
                    models.Q(
                        ("mails__isnull", False),
                        (
                            "mails_chosen_as__in",
                            [
                                "caseworker",
                                "team_lead",
                                "mentor_coordinator",
                                "mentor",
                                "health_team",
                                "housing_officer",
                                "welcome_house",
                                "manager",
                                "administrator",
                            ],
                        ),
                    ),
                    _connector="OR",
                ),
                name="user_mails_are_chosen_in_a_role",
            ),
        ),
    ]
