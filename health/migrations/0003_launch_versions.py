from django.db import migrations
from django.db.backends.postgresql.psycopg_any import DateRange

from accounts.day import today
from health.models.clinic import DEFAULT_CLINIC
from health.versions import LAUNCH_VERSIONS


def put_in_force(apps, schema_editor):
    """The promise at launch, measured for the cases that are there already; the clinic that people are sent to."""
    alias = schema_editor.connection.alias
    version = apps.get_model("goals", "GoalVersion")
    for row in LAUNCH_VERSIONS:
        row = row | {"valid": DateRange(*row["valid"])}
        version.objects.using(alias).create(**row)
    apps.get_model("health", "Clinic").objects.using(alias).create(name=DEFAULT_CLINIC, is_default=True)
    if apps.get_model("goals", "Clock").objects.using(alias).exists():
        apps.get_model("goals", "Recalculation").objects.using(alias).create(purpose="rules", as_of=today())


class Migration(migrations.Migration):
    dependencies = [("health", "0002_walls")]
    operations = [migrations.RunPython(put_in_force, migrations.RunPython.noop)]
