from django.db import migrations

from accounts.walls import history_wall, wall


class Migration(migrations.Migration):
    """Rules name no person and are read by all; what a dry run says of a deadline is read in its unit."""

    dependencies = [("goals", "0009_versions_as_drafts")]
    operations = [
        wall("goals_trialline", "unit"),
        history_wall("goals_goalversionevent", "true"),
        history_wall("goals_versiondraftevent", "true"),
        history_wall("goals_suspensionevent", "true"),
    ]
