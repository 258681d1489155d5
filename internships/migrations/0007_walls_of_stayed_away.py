from django.db import migrations

from accounts.walls import RULES, history_wall, wall

TABLES = ("stayedaway", "stayedawaydecision")
WHOLE_CASE = RULES["whole_case"].format(case="case_id")


class Migration(migrations.Migration):
    """Whoever sees the whole case sees its days away. Nobody deletes what was judged or decided."""

    dependencies = [("internships", "0006_stayed_away")]
    operations = [
        *(wall(f"internships_{table}", "whole_case") for table in TABLES),
        *(history_wall(f"internships_{table}event", WHOLE_CASE) for table in TABLES),
        *(
            migrations.RunSQL(f"SELECT app_revoke('internships_{table}', 'DELETE')", migrations.RunSQL.noop)
            for table in TABLES
        ),
    ]
