from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("accounts", "0005_readings_of_companies"),
        ("goals", "0005_mail_to_companies"),
        ("refugees", "0013_walls_of_hours_a_week"),
    ]

    operations = [
        migrations.RemoveConstraint(
            model_name="clock",
            name="clock_void_date_and_reason_go_together",
        ),
        migrations.AlterField(
            model_name="clock",
            name="void_reason",
            field=models.CharField(
                blank=True,
                choices=[
                    ("closed", "The case was closed"),
                    ("not-ready", "Not job-ready"),
                    ("self-supporting", "Self-supporting"),
                    ("not-covered", "Not covered by this promise"),
                    ("withdrawn", "What started it was withdrawn"),
                    ("in-work", "In work or education"),
                    ("broken-off", "The measure was broken off"),
                    ("ended", "The job or education has ended"),
                    ("own-home", "Found a home of their own"),
                    ("moved-out", "Moved out"),
                    ("other-rule", "Another rule holds meanwhile"),
                ],
                max_length=20,
            ),
        ),
        migrations.AlterField(
            model_name="clockbelief",
            name="void_reason",
            field=models.CharField(
                blank=True,
                choices=[
                    ("closed", "The case was closed"),
                    ("not-ready", "Not job-ready"),
                    ("self-supporting", "Self-supporting"),
                    ("not-covered", "Not covered by this promise"),
                    ("withdrawn", "What started it was withdrawn"),
                    ("in-work", "In work or education"),
                    ("broken-off", "The measure was broken off"),
                    ("ended", "The job or education has ended"),
                    ("own-home", "Found a home of their own"),
                    ("moved-out", "Moved out"),
                    ("other-rule", "Another rule holds meanwhile"),
                ],
                max_length=20,
            ),
        ),
        migrations.AlterField(
            model_name="reportrow",
            name="void_reason",
            field=models.CharField(
                blank=True,
                choices=[
                    ("closed", "The case was closed"),
                    ("not-ready", "Not job-ready"),
                    ("self-supporting", "Self-supporting"),
                    ("not-covered", "Not covered by this promise"),
                    ("withdrawn", "What started it was withdrawn"),
                    ("in-work", "In work or education"),
                    ("broken-off", "The measure was broken off"),
                    ("ended", "The job or education has ended"),
                    ("own-home", "Found a home of their own"),
                    ("moved-out", "Moved out"),
                    ("other-rule", "Another rule holds meanwhile"),
                ],
                max_length=20,
            ),
        ),
        migrations.AddConstraint(
            model_name="clock",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("void_on", None), ("void_reason", "")),
                    models.Q(
                        ("void_on__isnull", False),
                        (
                            "void_reason__in",
                            [
                                "closed",
                                "not-ready",
                                "self-supporting",
                                "not-covered",
                                "withdrawn",
                                "in-work",
                                "broken-off",
                                "ended",
                                "own-home",
                                "moved-out",
                                "other-rule",
                            ],
                        ),
                    ),
                    _connector="OR",
                ),
                name="clock_void_date_and_reason_go_together",
            ),
        ),
    ]
