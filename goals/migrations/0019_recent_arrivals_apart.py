from django.db import migrations, models


class Migration(migrations.Migration):
    """The sums tell who came in the last twelve months. Those without it are counted again when they are asked for."""

    dependencies = [("goals", "0018_frozen_reports")]
    operations = [
        migrations.RunSQL("DELETE FROM goals_figuresummary", migrations.RunSQL.noop),
        migrations.RemoveConstraint("figuresummary", "one_sum_of_a_kind"),
        migrations.AddField(
            "figuresummary", "is_recent", models.BooleanField(default=False), preserve_default=False
        ),
        migrations.AddConstraint(
            "figuresummary",
            models.UniqueConstraint(
                fields=[
                    *("day", "unit", "goal", "standard", "permit_ground", "rule_set", "year", "is_recent"),
                    "rank",
                ],
                name="one_sum_of_a_kind",
                nulls_distinct=False,
            ),
        ),
    ]
