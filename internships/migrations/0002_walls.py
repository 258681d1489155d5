from django.db import migrations

from accounts.walls import RULES, history_wall, wall

WHOLE_CASE = RULES["whole_case"].format(case="case_id")


class Migration(migrations.Migration):
    """Row-level security on what was offered to, and begun by, a person."""

    dependencies = [("internships", "0001_initial"), ("refugees", "0002_walls")]
    operations = [
        wall("internships_offer", "whole_case"),
        wall("internships_placement", "whole_case"),
        history_wall("internships_offerevent", WHOLE_CASE),
        history_wall("internships_placementevent", WHOLE_CASE),
    ]
