from django.contrib.postgres.fields import ArrayField
from django.db import migrations, models


class Migration(migrations.Migration):
    """A case that cannot be derived holds up no other: which ones, how often tried, when, and what happened."""

    dependencies = [("goals", "0014_sweep_by_two_indexes")]

    operations = [
        migrations.AddField("recalculationchunk", "tries", models.PositiveSmallIntegerField(default=0)),
        migrations.AddField("recalculationchunk", "failed_at", models.DateTimeField(null=True)),
        migrations.AddField(
            "recalculationchunk", "stuck", ArrayField(models.BigIntegerField(), default=list)
        ),
        migrations.AddField("recalculationchunk", "error", models.CharField(blank=True, max_length=200)),
    ]
