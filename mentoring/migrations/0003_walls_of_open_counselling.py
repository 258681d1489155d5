from django.db import migrations

from accounts.walls import RULES, history_wall, wall

WHOLE_CASE = RULES["whole_case"].format(case="case_id")


class Migration(migrations.Migration):
    """Row-level security on who dropped in, and on the opening hours of each unit."""

    dependencies = [("mentoring", "0002_open_counselling")]
    operations = [
        wall("mentoring_visit", "whole_case"),
        wall("mentoring_openinghours", "unit"),
        history_wall("mentoring_visitevent", WHOLE_CASE),
        history_wall("mentoring_openinghoursevent", RULES["unit"]),
    ]
