from django.db import migrations
from django.db.backends.postgresql.psycopg_any import DateRange

from internships.versions import LAUNCH_VERSIONS, VERSIONS_OF_MEASURES


def put_in_force(apps, schema_editor):
    """The promises at launch. A data manager drafts later versions; these keep measuring their own clocks."""
    version = apps.get_model("goals", "GoalVersion").objects.using(schema_editor.connection.alias)
    for row in [*LAUNCH_VERSIONS, *VERSIONS_OF_MEASURES]:
        version.create(**row | {"valid": DateRange(*row["valid"])})


class Migration(migrations.Migration):
    dependencies = [("internships", "0002_walls"), ("goals", "0002_walls")]
    operations = [migrations.RunPython(put_in_force, migrations.RunPython.noop)]
