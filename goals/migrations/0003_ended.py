from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("accounts", "0004_housing_officers"),
        ("goals", "0002_walls"),
        ("refugees", "0005_walls_of_signs_and_interpreters"),
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
