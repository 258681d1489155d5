from django.db import migrations

from accounts.walls import RULES, history_wall, wall

CASE = RULES["whole_case"].format(case="case_id")


class Migration(migrations.Migration):
    """Row-level security on counted activities and cut hours: whoever sees the whole of the case."""

    dependencies = [("refugees", "0012_hours_a_week")]
    operations = [
        wall("refugees_countedactivity", "whole_case"),
        wall("refugees_hourscut", "whole_case"),
        history_wall("refugees_countedactivityevent", CASE),
        history_wall("refugees_hourscutevent", CASE),
    ]
