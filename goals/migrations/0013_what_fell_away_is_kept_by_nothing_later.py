from django.db import migrations

from accounts.day import today


def derive_again(apps, schema_editor):
    """How dates follow from facts was put right: let the workers derive every stored clock again."""
    alias = schema_editor.connection.alias
    if apps.get_model("goals", "Clock").objects.using(alias).exists():
        apps.get_model("goals", "Recalculation").objects.using(alias).create(purpose="rules", as_of=today())


class Migration(migrations.Migration):
    """What is done after a promise fell away keeps it no more. Until all is derived again, nothing calls it drift."""

    dependencies = [("goals", "0012_steps_and_lead_times")]
    operations = [migrations.RunPython(derive_again, migrations.RunPython.noop)]
