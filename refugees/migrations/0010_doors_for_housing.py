from django.db import migrations

from accounts.walls import door

IN_HOUSING_UNITS = "unit_id = ANY ((SELECT app_housing_units())::bigint[])"
OF_HOUSING_UNITS = (
    "EXISTS (SELECT 1 FROM refugees_case c WHERE c.id = case_id"
    " AND c.unit_id = ANY ((SELECT app_housing_units())::bigint[]))"
)
# As for the health team: they lock the case that they change, and change its own row in nothing.
LOCK_A_CASE = (
    f"CREATE POLICY housing_lock ON refugees_case FOR UPDATE USING ({IN_HOUSING_UNITS}) WITH CHECK (false)"
)


class Migration(migrations.Migration):
    """What housing officers see of a household: who is in it, from when the City is responsible, what health asks."""

    dependencies = [
        ("refugees", "0009_walls_of_state_batches"),
        ("accounts", "0004_housing_officers"),
    ]
    operations = [
        door("refugees_case", "housing", IN_HOUSING_UNITS, commands="SELECT"),
        door("refugees_household", "housing", IN_HOUSING_UNITS, commands="SELECT"),
        migrations.RunSQL(LOCK_A_CASE, "DROP POLICY housing_lock ON refugees_case"),
        door(
            "refugees_keydate", "housing", f"event IN ('E2', 'E5') AND {OF_HOUSING_UNITS}", commands="SELECT"
        ),
        door("refugees_housingneed", "housing", OF_HOUSING_UNITS, commands="SELECT"),
    ]
