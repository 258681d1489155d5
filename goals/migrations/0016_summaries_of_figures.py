import django.db.models.deletion
from django.db import migrations, models

from goals.models.wording import Standard
from refugees.takeover import PermitGround, RuleSet

# Whatever becomes known at a moment is a belief that begins with it: all days that end after it are counted anew.
FORGET = """
CREATE FUNCTION goals_forget_summaries() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    DELETE FROM goals_figuresummary WHERE day >= (lower(NEW.known) AT TIME ZONE 'Europe/Copenhagen')::date;
    RETURN NULL;
END $$;
CREATE TRIGGER forget_summaries AFTER INSERT ON goals_clockbelief
FOR EACH ROW EXECUTE FUNCTION goals_forget_summaries();
"""
UNDO = "DROP TRIGGER forget_summaries ON goals_clockbelief; DROP FUNCTION goals_forget_summaries;"


class Migration(migrations.Migration):
    """The figures of days that are over are counted once."""

    dependencies = [("accounts", "0005_history_of_staff"), ("goals", "0015_cases_that_are_stuck")]

    operations = [
        migrations.CreateModel(
            name="FigureSummary",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("day", models.DateField()),
                ("goal", models.CharField(max_length=40)),
                ("standard", models.CharField(choices=Standard.choices, max_length=10)),
                ("permit_ground", models.CharField(choices=PermitGround.choices, max_length=20)),
                ("rule_set", models.CharField(blank=True, choices=RuleSet.choices, max_length=10)),
                ("year", models.PositiveSmallIntegerField(null=True)),
                ("rank", models.PositiveSmallIntegerField()),
                ("people", models.PositiveIntegerField()),
                (
                    "unit",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="accounts.unit",
                    ),
                ),
            ],
            options={
                "verbose_name": "summary of figures",
                "verbose_name_plural": "summaries of figures",
                "constraints": [
                    models.UniqueConstraint(
                        fields=(
                            "day",
                            "unit",
                            "goal",
                            "standard",
                            "permit_ground",
                            "rule_set",
                            "year",
                            "rank",
                        ),
                        name="one_sum_of_a_kind",
                        nulls_distinct=False,
                    ),
                    models.CheckConstraint(condition=models.Q(("people__gt", 0)), name="sum_counts_somebody"),
                ],
            },
        ),
        migrations.RunSQL(FORGET, UNDO),
    ]
