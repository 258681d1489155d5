from django.db import migrations

from accounts.walls import wall


class Migration(migrations.Migration):
    """A list is its unit's own: its rows may name people."""

    dependencies = [("refugees", "0006_staged_lists")]
    operations = [wall("refugees_stagedlist", "unit"), wall("refugees_stagedrow", "unit")]
