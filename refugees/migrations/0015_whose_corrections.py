from django.conf import settings
from django.db import migrations, models

# What was typed before "job-ready" was chosen. It stays in the history.
NO_REASON = "UPDATE refugees_jobreadiness SET reason = '' WHERE is_ready AND reason <> ''"


class Migration(migrations.Migration):
    """A correction says who made it; only an exemption has a reason."""

    dependencies = [
        ("refugees", "0014_walls_of_notes"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.RemoveConstraint(
            model_name="benefitperiod",
            name="benefit_correction_says_who_when_why",
        ),
        migrations.RemoveConstraint(
            model_name="jobreadiness",
            name="readiness_correction_says_who_when_why",
        ),
        migrations.AddConstraint(
            model_name="benefitperiod",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(
                        ("corrected_at", None),
                        ("corrected_by", None),
                        ("correction_reason", ""),
                        ("version", 1),
                    ),
                    models.Q(
                        ("corrected_at__isnull", False),
                        ("corrected_by__isnull", False),
                        ("version__gt", 1),
                        models.Q(("correction_reason", ""), _negated=True),
                    ),
                    _connector="OR",
                ),
                name="benefit_correction_says_who_when_why",
                violation_error_message="Say why it is corrected.",
            ),
        ),
        migrations.RunSQL(NO_REASON, migrations.RunSQL.noop),
        migrations.AddConstraint(
            model_name="jobreadiness",
            constraint=models.CheckConstraint(
                condition=models.Q(("is_ready", False), ("reason", ""), _connector="OR"),
                name="readiness_reason_only_when_exempt",
                violation_error_message="Only an exemption has a reason.",
            ),
        ),
        migrations.AddConstraint(
            model_name="jobreadiness",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(
                        ("corrected_at", None),
                        ("corrected_by", None),
                        ("correction_reason", ""),
                        ("version", 1),
                    ),
                    models.Q(
                        ("corrected_at__isnull", False),
                        ("corrected_by__isnull", False),
                        ("version__gt", 1),
                        models.Q(("correction_reason", ""), _negated=True),
                    ),
                    _connector="OR",
                ),
                name="readiness_correction_says_who_when_why",
                violation_error_message="Say why it is corrected.",
            ),
        ),
    ]
