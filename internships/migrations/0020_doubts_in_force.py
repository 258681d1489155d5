from django.db import migrations
from django.db.backends.postgresql.psycopg_any import DateRange

from accounts.walls import RULES, history_wall, wall
from internships.versions import VERSIONS_OF_DOUBTS


def put_in_force(apps, schema_editor):
    """The promises after a public control. A data manager drafts later versions; these keep measuring their clocks."""
    version = apps.get_model("goals", "GoalVersion").objects.using(schema_editor.connection.alias)
    for row in VERSIONS_OF_DOUBTS:
        version.create(**row | {"valid": DateRange(*row["valid"])})


class Migration(migrations.Migration):
    """Row-level security on doubts about availability and their history, and their promises.

    No clock is derived again: nobody has recorded such a doubt yet.
    """

    dependencies = [("internships", "0019_availability_doubts"), ("goals", "0006_moved_out")]
    operations = [
        wall("internships_availabilitydoubt", "whole_case"),
        history_wall("internships_availabilitydoubtevent", RULES["whole_case"].format(case="case_id")),
        migrations.RunPython(put_in_force, migrations.RunPython.noop),
    ]
