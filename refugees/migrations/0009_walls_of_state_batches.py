from django.db import migrations

from accounts.walls import wall


class Migration(migrations.Migration):
    """What was told to the state is its unit's own; it is never changed, and only confirmed as sent."""

    dependencies = [("refugees", "0008_state_batches")]
    operations = [
        wall("refugees_statebatch", "unit"),
        wall("refugees_staterow", "unit", append_only=True),
        migrations.RunSQL("SELECT app_revoke('refugees_statebatch', 'DELETE')", migrations.RunSQL.noop),
    ]
