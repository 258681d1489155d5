from django.db import migrations
from django.db.backends.postgresql.psycopg_any import DateRange

from health.models.clinic import DEFAULT_CLINIC
from health.versions import LAUNCH_VERSIONS


def put_in_force(apps, schema_editor):
    """The promises at launch, and the clinic that people are sent to. A data manager drafts later versions."""
    alias = schema_editor.connection.alias
    version = apps.get_model("goals", "GoalVersion").objects.using(alias)
    for row in LAUNCH_VERSIONS:
        version.create(**row | {"valid": DateRange(*row["valid"])})
    apps.get_model("health", "Clinic").objects.using(alias).create(name=DEFAULT_CLINIC, is_default=True)


class Migration(migrations.Migration):
    dependencies = [("health", "0002_walls")]
    operations = [migrations.RunPython(put_in_force, migrations.RunPython.noop)]
