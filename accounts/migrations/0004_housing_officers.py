from django.db import migrations, models

HOUSING_UNITS = """
-- The units for whose households this transaction's person finds homes. Beside app_units(), which is empty for them: of
-- a case they see a slice.
CREATE FUNCTION app_housing_units() RETURNS bigint[] LANGUAGE sql STABLE
    RETURN coalesce(nullif(current_setting('app.housing_units', true), ''), '{}')::bigint[];
"""


class Migration(migrations.Migration):
    """Housing officers belong to a unit, and the database knows for whose households they work."""

    dependencies = [("accounts", "0003_walls")]
    operations = [
        migrations.AddConstraint(
            model_name="user",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("role", "housing_officer"), _negated=True),
                    ("unit__isnull", False),
                    _connector="OR",
                ),
                name="user_who_houses_people_has_a_unit",
            ),
        ),
        migrations.RunSQL(HOUSING_UNITS, "DROP FUNCTION app_housing_units()"),
    ]
