from django.db import migrations

from accounts.walls import RULES, door, history_wall, wall

HEALTH = RULES["health"].format(case="case_id")
TABLES = ("healthoffer", "consent", "referral", "healthappointment", "assessment", "onwardreferral")


class Migration(migrations.Migration):
    """The compartment: these tables and their histories are read by the health team of the unit, by nobody else."""

    dependencies = [
        ("health", "0001_initial"),
        ("refugees", "0002_walls"),
        ("goals", "0002_walls"),
    ]
    operations = [
        *[wall(f"health_{table}", "health") for table in TABLES],
        *[history_wall(f"health_{table}event", HEALTH) for table in TABLES],
        # The promise of this compartment, and no other.
        door(
            "goals_clock",
            "health",
            "compartment = 'health' AND unit_id = ANY ((SELECT app_health_units())::bigint[])",
            commands="SELECT",
        ),
    ]
