from django.db import migrations

from accounts.walls import RULES, history_wall, wall

WHOLE_CASE = RULES["whole_case"].format(case="case_id")


class Migration(migrations.Migration):
    """Whoever sees the whole case reads its links and what companies told; what they told stays as it was told."""

    dependencies = [("internships", "0011_links_for_companies")]
    operations = [
        wall("internships_hostlink", "whole_case"),
        history_wall("internships_hostlinkevent", WHOLE_CASE),
        wall("internships_hostreport", "whole_case", append_only=True),
        history_wall("internships_hostreportevent", WHOLE_CASE),
    ]
