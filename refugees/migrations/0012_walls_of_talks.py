from django.db import migrations

from accounts.walls import RULES, history_wall, wall


class Migration(migrations.Migration):
    """Row-level security on talks and their history."""

    dependencies = [("refugees", "0011_talks")]
    operations = [
        wall("refugees_talk", "whole_case"),
        history_wall("refugees_talkevent", RULES["whole_case"].format(case="case_id")),
    ]
