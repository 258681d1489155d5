from django.db import migrations, models

COLUMNS = (
    "case_id, unit_id, permit_ground, rule_set, taken_over_on, goal, standard, occurrence, version_id, starts_on,"
    " before_on, base_due_on, due_on, warn_on, planned_on, met_on, void_on, void_reason"
)
NEW = ", ".join(f"NEW.{column.strip()}" for column in COLUMNS.split(","))
OLD = NEW.replace("NEW.", "OLD.")

# As in 0002_walls, with one column more.
BELIEFS = f"""
CREATE OR REPLACE FUNCTION goals_remember() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    moment timestamptz := coalesce(nullif(current_setting('app.now', true), '')::timestamptz, clock_timestamp());
    since timestamptz;
BEGIN
    IF TG_OP = 'UPDATE' THEN
        IF ROW({NEW}) IS NOT DISTINCT FROM ROW({OLD}) THEN
            RETURN NULL;
        END IF;
        SELECT lower(known) INTO since FROM goals_clockbelief WHERE clock_id = NEW.id AND upper_inf(known);
        IF since >= moment THEN
            -- Changed again at the same moment: what was never believed by anybody is replaced.
            DELETE FROM goals_clockbelief WHERE clock_id = NEW.id AND upper_inf(known);
            moment := since;
        ELSE
            UPDATE goals_clockbelief SET known = tstzrange(since, moment) WHERE clock_id = NEW.id AND upper_inf(known);
        END IF;
    END IF;
    INSERT INTO goals_clockbelief (clock_id, known, {COLUMNS}) VALUES (NEW.id, tstzrange(moment, NULL), {NEW});
    RETURN NULL;
END $$;
"""

# What follows from the facts: the next reconciliation would set it too, and call it drift.
FILL = """
UPDATE goals_clock c SET taken_over_on = k."on"
FROM refugees_keydate k WHERE k.case_id = c.case_id AND k.event = 'E2' AND k.superseded_at IS NULL;
"""


class Migration(migrations.Migration):
    """Figures are asked by takeover date, now and as known then: so it stands on the clock and on each belief."""

    dependencies = [("goals", "0002_walls"), ("refugees", "0002_walls")]
    operations = [
        migrations.AddField("clock", "taken_over_on", models.DateField(null=True)),
        migrations.AddField("clockbelief", "taken_over_on", models.DateField(null=True)),
        migrations.RunSQL(BELIEFS, migrations.RunSQL.noop),
        migrations.RunSQL(FILL, migrations.RunSQL.noop),
    ]
