from django.db import migrations

from accounts.walls import RULES, history_wall, wall


class Migration(migrations.Migration):
    """Row-level security on referrals to Danish education and their history."""

    dependencies = [("screening", "0004_danish_referrals")]
    operations = [
        wall("screening_danishreferral", "whole_case"),
        history_wall("screening_danishreferralevent", RULES["whole_case"].format(case="case_id")),
    ]
