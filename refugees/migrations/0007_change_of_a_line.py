from django.db import migrations, models

from refugees.changes import open_change_id


class Migration(migrations.Migration):
    """A line of history names the change it was written in. Older lines name none: it was not recorded then."""

    dependencies = [("refugees", "0006_intake_from_a_list")]
    operations = [
        migrations.AddField(
            "caseline", "change", models.UUIDField(default=open_change_id, editable=False, null=True)
        )
    ]
