from django.db import migrations

from accounts.walls import history_wall, wall

IN_THE_UNIT = """EXISTS (SELECT 1 FROM accounts_user u
    WHERE u.id = user_id AND u.unit_id = ANY ((SELECT app_units())::bigint[]))"""
OWN = "user_id = (SELECT app_user())"


class Migration(migrations.Migration):
    """Who may read the log of readings, who is away, and the past of a member of staff; nobody edits a history."""

    dependencies = [("accounts", "0002_initial")]
    operations = [
        history_wall("accounts_accesslog", f"(unit_id = ANY ((SELECT app_units())::bigint[]) OR {OWN})"),
        wall("accounts_submission", "own"),
        wall("accounts_absence", f"{OWN} OR {IN_THE_UNIT}"),
        history_wall("accounts_absenceevent", IN_THE_UNIT),
        history_wall("accounts_userevent", "pgh_obj_id = (SELECT app_user())"),
        history_wall("accounts_managedunitevent", OWN),
        history_wall("accounts_calendaraddressevent", OWN),
    ]
