from django.db import migrations

from accounts.day import ONE_DAY, today
from screening.versions import VERSIONS_OF_INTERVIEWS


def say_it_in_one_version(apps, schema_editor):
    """What was put in force as two versions is the one promise of the City; a database without them has it already."""
    alias = schema_editor.connection.alias
    versions = (
        apps.get_model("goals", "GoalVersion").objects.using(alias).filter(goal="screening-2", draft=None)
    )
    [said] = [row for row in VERSIONS_OF_INTERVIEWS if row["goal"] == "screening-2"]
    wording = {name: said[name] for name in ("amount", "unit", "source")}
    if not versions.filter(standard="city", amount=None).update(**wording):
        return
    clock, run = (apps.get_model("goals", name) for name in ("Clock", "Recalculation"))
    for internal in versions.filter(standard="internal"):
        # It ran from the takeover, and nothing starts a clock there any more: those it measured fall away. Named by
        # them and by what was believed of them it stays to be read, in force on one day only.
        if clock.objects.using(alias).filter(version=internal).exists():
            first = internal.valid.lower
            internal.valid = type(internal.valid)(first, first + ONE_DAY)
            internal.save(update_fields=["valid"])
        else:
            internal.delete()
    if clock.objects.using(alias).exists():
        run.objects.using(alias).create(purpose="rules", as_of=today())


class Migration(migrations.Migration):
    """The second interview keeps the City's promise before the takeover, or soon after it at the temporary home."""

    dependencies = [
        ("screening", "0009_walls_of_competences"),
        ("goals", "0016_summaries_of_figures"),
    ]
    operations = [migrations.RunPython(say_it_in_one_version, migrations.RunPython.noop)]
