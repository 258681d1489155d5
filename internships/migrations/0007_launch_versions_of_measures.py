from django.db import migrations
from django.db.backends.postgresql.psycopg_any import DateRange

from internships.versions import VERSIONS_OF_MEASURES


def put_in_force(apps, schema_editor):
    """The promises that begin with a measure, as at launch. Later versions are drafted by a data manager."""
    version = apps.get_model("goals", "GoalVersion")
    for row in VERSIONS_OF_MEASURES:
        row = row | {"valid": DateRange(*row["valid"])}
        version.objects.using(schema_editor.connection.alias).create(**row)


class Migration(migrations.Migration):
    dependencies = [("internships", "0006_next_steps"), ("goals", "0012_steps_and_lead_times")]
    operations = [migrations.RunPython(put_in_force, migrations.RunPython.noop)]
