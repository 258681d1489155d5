from django.db import migrations
from django.db.backends.postgresql.psycopg_any import DateRange

from accounts.day import today
from mentoring.versions import VERSIONS_IN_WORK


def put_in_force(apps, schema_editor):
    """The promise to those in work or education. A data manager drafts later versions."""
    version = apps.get_model("goals", "GoalVersion").objects.using(schema_editor.connection.alias)
    for row in VERSIONS_IN_WORK:
        version.create(**row | {"valid": DateRange(*row["valid"])})


def derive_again(apps, schema_editor):
    """What somebody does on weekdays decides about more promises: let the workers derive every stored clock again."""
    alias = schema_editor.connection.alias
    if apps.get_model("goals", "Clock").objects.using(alias).exists():
        apps.get_model("goals", "Recalculation").objects.using(alias).create(purpose="rules", as_of=today())


class Migration(migrations.Migration):
    """A promise more, and one that reads occupations: what is stored already is derived again."""

    dependencies = [
        ("mentoring", "0005_walls_of_contacts_and_retention"),
        ("internships", "0008_placements_are_of_occupations"),
    ]
    operations = [
        migrations.RunPython(put_in_force, migrations.RunPython.noop),
        migrations.RunPython(derive_again, migrations.RunPython.noop),
    ]
