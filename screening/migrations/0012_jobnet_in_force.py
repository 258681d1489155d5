from django.db import migrations
from django.db.backends.postgresql.psycopg_any import DateRange

from accounts.walls import RULES, history_wall, wall
from screening.versions import JOBNET_VERSIONS


def put_in_force(apps, schema_editor):
    """The promise of the CV on Jobnet. A data manager drafts later versions; these keep measuring their own clocks."""
    version = apps.get_model("goals", "GoalVersion").objects.using(schema_editor.connection.alias)
    for row in JOBNET_VERSIONS:
        version.create(**row | {"valid": DateRange(*row["valid"])})


class Migration(migrations.Migration):
    """Row-level security on registrations as job-seekers and their history, and their promise.

    No clock is derived again: nobody has recorded such a registration yet.
    """

    dependencies = [("screening", "0011_job_seeking"), ("goals", "0006_moved_out")]
    operations = [
        wall("screening_jobseeking", "whole_case"),
        history_wall("screening_jobseekingevent", RULES["whole_case"].format(case="case_id")),
        migrations.RunPython(put_in_force, migrations.RunPython.noop),
    ]
