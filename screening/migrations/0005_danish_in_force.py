from django.db import migrations
from django.db.backends.postgresql.psycopg_any import DateRange

from accounts.day import today
from accounts.walls import RULES, history_wall, wall
from screening.versions import DANISH_VERSIONS


def put_in_force(apps, schema_editor):
    """The promise at launch; where cases are followed already, the workers derive its clocks."""
    alias = schema_editor.connection.alias
    version = apps.get_model("goals", "GoalVersion")
    for row in DANISH_VERSIONS:
        version.objects.using(alias).create(**row | {"valid": DateRange(*row["valid"])})
    if apps.get_model("goals", "Clock").objects.using(alias).exists():
        apps.get_model("goals", "Recalculation").objects.using(alias).create(purpose="rules", as_of=today())


class Migration(migrations.Migration):
    """Row-level security on referrals to Danish education and their history, and the law's month."""

    dependencies = [
        ("screening", "0004_danish_referrals"),
        ("goals", "0013_what_fell_away_is_kept_by_nothing_later"),
    ]
    operations = [
        wall("screening_danishreferral", "whole_case"),
        history_wall("screening_danishreferralevent", RULES["whole_case"].format(case="case_id")),
        migrations.RunPython(put_in_force, migrations.RunPython.noop),
    ]
