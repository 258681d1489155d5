from django.db import migrations, models


class Migration(migrations.Migration):
    """The sweep reads what is newly over and nothing else: promises that fell away broken are in no index of its."""

    dependencies = [("goals", "0013_what_fell_away_is_kept_by_nothing_later")]

    operations = [
        migrations.RemoveIndex(model_name="clock", name="clock_to_flag"),
        migrations.AddIndex(
            model_name="clock",
            index=models.Index(
                condition=models.Q(("flagged_on", None), ("met_on", None), ("void_on", None)),
                fields=["due_on"],
                name="clock_to_flag",
            ),
        ),
        migrations.AddIndex(
            model_name="clock",
            index=models.Index(
                condition=models.Q(
                    ("flagged_on", None), ("met_on", None), ("void_on__gt", models.F("due_on"))
                ),
                fields=["void_on"],
                name="clock_to_flag_that_falls_away",
            ),
        ),
    ]
