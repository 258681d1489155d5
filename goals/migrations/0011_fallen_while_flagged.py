from django.db import migrations, models


class Migration(migrations.Migration):
    """The sweep finds what was flagged and falls away without reading every open breach."""

    dependencies = [
        ("accounts", "0005_history_of_staff"),
        ("goals", "0010_walls_of_versions"),
        ("refugees", "0007_change_of_a_line"),
    ]

    operations = [
        migrations.AddIndex(
            model_name="clock",
            index=models.Index(
                condition=models.Q(("flagged_on__isnull", False), ("void_on__isnull", False)),
                fields=["void_on"],
                name="clock_flagged_falls_away",
            ),
        ),
    ]
