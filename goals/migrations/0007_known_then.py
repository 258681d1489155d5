import django.db.models.deletion
from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import ArrayField, DateRangeField, RangeOperators
from django.db import migrations, models

from accounts.walls import RULES
from goals.models.clock_dates import VoidReason
from goals.models.version import Standard
from refugees.takeover import PermitGround, RuleSet

COLUMNS = (
    "case_id, unit_id, permit_ground, rule_set, taken_over_on, goal, standard, occurrence, version_id, starts_on,"
    " before_on, base_due_on, due_on, warn_on, planned_on, met_on, void_on, void_reason, paused, compartment"
)
NEW = ", ".join(f"NEW.{column.strip()}" for column in COLUMNS.split(","))
OLD = NEW.replace("NEW.", "OLD.")

# As in 0003_takeover_on_clocks, with the pauses, the compartment, and the changes that led to the belief.
BELIEFS = f"""
CREATE OR REPLACE FUNCTION goals_remember() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    moment timestamptz := coalesce(nullif(current_setting('app.now', true), '')::timestamptz, clock_timestamp());
    led uuid[] := array_remove(ARRAY[nullif(current_setting('app.change', true), '')::uuid], NULL);
    since timestamptz;
    led_before uuid[];
BEGIN
    IF TG_OP = 'UPDATE' THEN
        IF ROW({NEW}) IS NOT DISTINCT FROM ROW({OLD}) THEN
            RETURN NULL;
        END IF;
        SELECT lower(known), changes INTO since, led_before FROM goals_clockbelief
            WHERE clock_id = NEW.id AND upper_inf(known);
        IF since >= moment THEN
            -- Changed again at the same moment: what was never believed by anybody is replaced. What led to it
            -- led to this too.
            DELETE FROM goals_clockbelief WHERE clock_id = NEW.id AND upper_inf(known);
            moment := since;
            led := led_before || led;
        ELSE
            UPDATE goals_clockbelief SET known = tstzrange(since, moment) WHERE clock_id = NEW.id AND upper_inf(known);
        END IF;
    END IF;
    INSERT INTO goals_clockbelief (clock_id, known, changes, {COLUMNS})
        VALUES (NEW.id, tstzrange(moment, NULL), led, {NEW});
    RETURN NULL;
END $$;
"""

FILL = """
UPDATE goals_clockbelief b SET paused = c.paused, compartment = c.compartment
FROM goals_clock c WHERE c.id = b.clock_id AND upper_inf(b.known);
"""

UNIT = RULES["unit"]
WHOLE_CASE = RULES["whole_case"].format(case="case_id")


def policy(rule: str) -> str:
    """The wall with this rule."""
    predicate = f"(SELECT app_is_system()) OR {rule}"
    return f"ALTER POLICY wall ON goals_clockbelief USING ({predicate}) WITH CHECK ({predicate})"


def as_key(name: str, to: str, related: str) -> list:
    """The same column, told to Django as a key."""
    key = models.ForeignKey(
        db_constraint=False,
        db_index=False,
        on_delete=django.db.models.deletion.DO_NOTHING,
        related_name=related,
        to=to,
    )
    return [
        migrations.RemoveField("clockbelief", f"{name}_id"),
        migrations.AddField("clockbelief", name, key),
    ]


class Migration(migrations.Migration):
    """Beliefs know the pauses and the compartment, and which change of the case led to them; one at a time.

    What was not recorded is not invented: of beliefs that are no longer held the pauses stay empty, so a state
    "paused" of a day before this migration reads as running. (The deadline was moved by the pause then as now.)
    Whoever may open a case today may read what was believed of it, also under another unit.
    """

    dependencies = [("goals", "0006_rules_across_tables"), ("refugees", "0007_change_of_a_line")]
    operations = [
        migrations.RemoveIndex("clockbelief", "belief_by_clock"),
        migrations.RemoveIndex("clockbelief", "belief_by_goal_and_time"),
        migrations.SeparateDatabaseAndState(
            state_operations=[
                *as_key("clock", "goals.clock", "beliefs"),
                *as_key("case", "refugees.case", "beliefs"),
                *as_key("unit", "accounts.unit", "+"),
                *as_key("version", "goals.goalversion", "+"),
                # Choices are words for the reader, no column changes.
                migrations.AlterField(
                    "clockbelief",
                    "permit_ground",
                    models.CharField(choices=PermitGround.choices, max_length=20),
                ),
                migrations.AlterField(
                    "clockbelief",
                    "rule_set",
                    models.CharField(blank=True, choices=RuleSet.choices, max_length=10),
                ),
                migrations.AlterField(
                    "clockbelief", "standard", models.CharField(choices=Standard.choices, max_length=10)
                ),
                migrations.AlterField(
                    "clockbelief",
                    "void_reason",
                    models.CharField(blank=True, choices=VoidReason.choices, max_length=20),
                ),
            ]
        ),
        migrations.AddField("clockbelief", "paused", ArrayField(DateRangeField(), default=list)),
        migrations.AddField(
            "clockbelief",
            "compartment",
            models.CharField(blank=True, default="", max_length=20),
            preserve_default=False,
        ),
        migrations.AddField("clockbelief", "changes", ArrayField(models.UUIDField(), default=list)),
        migrations.RunSQL(BELIEFS, migrations.RunSQL.noop),
        migrations.RunSQL(FILL, migrations.RunSQL.noop),
        migrations.AddIndex("clockbelief", models.Index(fields=["case"], name="belief_by_case")),
        migrations.AddIndex(
            "clockbelief",
            models.Index(fields=["unit", "goal", "standard"], name="belief_by_unit_and_goal"),
        ),
        migrations.AddConstraint(
            "clockbelief",
            ExclusionConstraint(
                name="one_belief_of_a_clock_at_a_time",
                expressions=[("clock", RangeOperators.EQUAL), ("known", RangeOperators.OVERLAPS)],
            ),
        ),
        migrations.RunSQL(policy(f"{UNIT} OR {WHOLE_CASE}"), policy(UNIT)),
    ]
