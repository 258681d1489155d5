from django.db import migrations
from django.db.backends.postgresql.psycopg_any import DateRange

from mentoring.versions import LAUNCH_VERSIONS


def put_in_force(apps, schema_editor):
    """The promises at launch. A data manager drafts later versions; these keep measuring their own clocks."""
    version = apps.get_model("goals", "GoalVersion")
    for row in LAUNCH_VERSIONS:
        row = row | {"valid": DateRange(*row["valid"])}
        version.objects.using(schema_editor.connection.alias).create(**row)


class Migration(migrations.Migration):
    dependencies = [("goals", "0012_steps_and_lead_times")]
    operations = [migrations.RunPython(put_in_force, migrations.RunPython.noop)]
