from django.db import migrations

from refugees.names import plain, sounds


def fold_again(apps, schema_editor):
    """Names that hold letters beyond a to z are searched by their Latin form from now on."""
    people = apps.get_model("refugees", "Person").objects.using(schema_editor.connection.alias)
    for person in people.filter(search_name__regex="[^ -~]").iterator(chunk_size=500):
        name = plain(f"{person.given_name} {person.family_name}")[:250]
        heard = [sound[:60] for sound in sounds(name)]
        people.filter(pk=person.pk).update(search_name=name, search_sounds=heard)


class Migration(migrations.Migration):
    """Fold the searched names anew, as refugees/names.py now does."""

    dependencies = [("refugees", "0007_change_of_a_line")]
    operations = [migrations.RunPython(fold_again, migrations.RunPython.noop)]
