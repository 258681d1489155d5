from django.db import migrations

from accounts.walls import RULES, door, history_wall, wall

HEALTH = RULES["health"].format(case="case_id")
WHOLE_CASE = RULES["whole_case"].format(case="case_id")
IN_HEALTH_UNITS = "unit_id = ANY ((SELECT app_health_units())::bigint[])"

# An UPDATE policy lets the health team lock the case that they change, as every change does. Changing its own row it
# lets nobody: what a row must be after the change it says of none.
LOCK_A_CASE = (
    f"CREATE POLICY health_lock ON refugees_case FOR UPDATE USING ({IN_HEALTH_UNITS}) WITH CHECK (false)"
)


class Migration(migrations.Migration):
    """What the health team sees of a case, and what others see of health: a statement, and that somebody is busy."""

    dependencies = [
        ("refugees", "0017_what_health_passes_on"),
        ("accounts", "0008_health_team_of_a_unit"),
    ]
    operations = [
        # Who the case is about and from when; the rest of a case stays behind its walls.
        door("refugees_case", "health", IN_HEALTH_UNITS, commands="SELECT"),
        migrations.RunSQL(LOCK_A_CASE, "DROP POLICY health_lock ON refugees_case"),
        door("refugees_keydate", "health", f"event = 'E2' AND {HEALTH}", commands="SELECT"),
        door("refugees_appointment", "health", f"kind = 'elsewhere' AND {HEALTH}"),
        # Written by the health team alone, read by whoever sees the whole case.
        wall("refugees_functionalconclusion", "health"),
        wall("refugees_housingneed", "health"),
        door("refugees_functionalconclusion", "readers", WHOLE_CASE, commands="SELECT"),
        door("refugees_housingneed", "readers", WHOLE_CASE, commands="SELECT"),
        history_wall("refugees_functionalconclusionevent", f"({WHOLE_CASE} OR {HEALTH})"),
        history_wall("refugees_housingneedevent", f"({WHOLE_CASE} OR {HEALTH})"),
    ]
