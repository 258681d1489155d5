from django.db import migrations
from django.db.backends.postgresql.psycopg_any import DateRange

from accounts.day import today
from accounts.walls import RULES, history_wall, wall
from screening.versions import CHILD_VERSIONS


def put_in_force(apps, schema_editor):
    """One promise more. Where clocks are stored already, the workers derive them again."""
    alias = schema_editor.connection.alias
    version = apps.get_model("goals", "GoalVersion").objects.using(alias)
    for row in CHILD_VERSIONS:
        version.create(**row | {"valid": DateRange(*row["valid"])})
    if apps.get_model("goals", "Clock").objects.using(alias).exists():
        apps.get_model("goals", "Recalculation").objects.using(alias).create(purpose="rules", as_of=today())


class Migration(migrations.Migration):
    """Row-level security on the places of children and their history, and their promise."""

    dependencies = [("screening", "0013_places_for_children"), ("goals", "0006_moved_out")]
    operations = [
        wall("screening_childplace", "whole_case"),
        history_wall("screening_childplaceevent", RULES["whole_case"].format(case="case_id")),
        migrations.RunPython(put_in_force, migrations.RunPython.noop),
    ]
