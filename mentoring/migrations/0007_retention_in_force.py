from django.db import migrations
from django.db.backends.postgresql.psycopg_any import DateRange

from accounts.day import today
from mentoring.versions import RETENTION_VERSIONS


def put_in_force(apps, schema_editor):
    """Two promises more. Where clocks are stored already, the workers derive them again."""
    alias = schema_editor.connection.alias
    version = apps.get_model("goals", "GoalVersion").objects.using(alias)
    for row in RETENTION_VERSIONS:
        version.create(**row | {"valid": DateRange(*row["valid"])})
    if apps.get_model("goals", "Clock").objects.using(alias).exists():
        apps.get_model("goals", "Recalculation").objects.using(alias).create(purpose="rules", as_of=today())


class Migration(migrations.Migration):
    dependencies = [
        ("mentoring", "0006_follow_up_in_work"),
        ("goals", "0003_ended"),
    ]
    operations = [migrations.RunPython(put_in_force, migrations.RunPython.noop)]
