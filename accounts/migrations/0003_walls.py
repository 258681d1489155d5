from django.db import migrations

from accounts.walls import history_wall, wall


class Migration(migrations.Migration):
    """Who may read the log of readings; nobody edits it."""

    dependencies = [("accounts", "0002_initial")]
    operations = [
        history_wall(
            "accounts_accesslog",
            "(unit_id = ANY ((SELECT app_units())::bigint[]) OR user_id = (SELECT app_user()))",
        ),
        wall("accounts_submission", "own"),
    ]
