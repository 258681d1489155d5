from django.db import migrations
from django.db.backends.postgresql.psycopg_any import DateRange

from accounts.walls import RULES, history_wall, wall
from internships.versions import VERSIONS_OF_EVALUATIONS

WHOLE_CASE = RULES["whole_case"].format(case="case_id")


def put_in_force(apps, schema_editor):
    """The promise at launch. A data manager drafts later versions; these keep measuring their own clocks."""
    version = apps.get_model("goals", "GoalVersion").objects.using(schema_editor.connection.alias)
    for row in VERSIONS_OF_EVALUATIONS:
        version.create(**row | {"valid": DateRange(*row["valid"])})


class Migration(migrations.Migration):
    """Whoever sees the whole case reads why a measure was extended and how it went. Extensions stay as agreed."""

    dependencies = [("internships", "0009_extensions_and_evaluations"), ("goals", "0002_walls")]
    operations = [
        wall("internships_placementextension", "whole_case", append_only=True),
        history_wall("internships_placementextensionevent", WHOLE_CASE),
        wall("internships_evaluation", "whole_case"),
        history_wall("internships_evaluationevent", WHOLE_CASE),
        migrations.RunPython(put_in_force, migrations.RunPython.noop),
    ]
