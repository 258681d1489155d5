from django.db import migrations, models

HEALTH_UNITS = """
-- The units in whose cases this transaction's person works in the compartment of health. Beside app_units(), which is
-- empty for them: of a case they see a slice.
CREATE FUNCTION app_health_units() RETURNS bigint[] LANGUAGE sql STABLE
    RETURN coalesce(nullif(current_setting('app.health_units', true), ''), '{}')::bigint[];
"""


class Migration(migrations.Migration):
    """The health team belongs to a unit, and the database knows in whose cases they work."""

    dependencies = [("accounts", "0007_mails_chosen_in_a_role")]
    operations = [
        migrations.AddConstraint(
            model_name="user",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("role", "health_team"), _negated=True), ("unit__isnull", False), _connector="OR"
                ),
                name="user_of_the_health_team_has_a_unit",
            ),
        ),
        migrations.RunSQL(HEALTH_UNITS, "DROP FUNCTION app_health_units()"),
    ]
