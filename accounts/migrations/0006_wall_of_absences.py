from django.db import migrations

from accounts.walls import wall

# Of colleagues in the units whose cases somebody sees; of oneself.
ABSENCE = """user_id = (SELECT app_user()) OR EXISTS (SELECT 1 FROM accounts_user u
    WHERE u.id = user_id AND u.unit_id = ANY ((SELECT app_units())::bigint[]))"""


class Migration(migrations.Migration):
    """Who is away is known in the unit, as its history is."""

    dependencies = [("accounts", "0005_history_of_staff")]
    operations = [wall("accounts_absence", ABSENCE)]
