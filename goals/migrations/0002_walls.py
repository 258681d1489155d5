from django.db import migrations

from accounts.walls import RULES, history_wall, wall

UNIT = RULES["unit"]
WHOLE_CASE = RULES["whole_case"].format(case="case_id")
CONVERSATION = "EXISTS (SELECT 1 FROM goals_conversation t WHERE t.id = conversation_id)"

COLUMNS = (
    "case_id, unit_id, permit_ground, rule_set, goal, standard, occurrence, version_id, starts_on, before_on,"
    " base_due_on, due_on, warn_on, planned_on, met_on, void_on, void_reason"
)
NEW = ", ".join(f"NEW.{column.strip()}" for column in COLUMNS.split(","))
OLD = NEW.replace("NEW.", "OLD.")

BELIEFS = f"""
-- Each belief about a clock with the time in which it was held. The moment is taken when the row is locked, not
-- when the transaction began, so that beliefs of overlapping transactions follow one another.
CREATE FUNCTION goals_remember() RETURNS trigger
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
CREATE TRIGGER remember AFTER INSERT OR UPDATE ON goals_clock FOR EACH ROW EXECUTE FUNCTION goals_remember();
CREATE UNIQUE INDEX belief_one_current ON goals_clockbelief (clock_id) WHERE upper_inf(known);
SELECT app_revoke('goals_clockbelief', 'INSERT, UPDATE, DELETE');
SELECT app_revoke('goals_clock', 'DELETE');
"""


class Migration(migrations.Migration):
    """Row-level security on clocks, breaches and what is said about them; beliefs written by trigger."""

    dependencies = [("goals", "0001_initial"), ("refugees", "0002_walls")]
    operations = [
        migrations.RunSQL(
            BELIEFS,
            "DROP TRIGGER remember ON goals_clock; DROP FUNCTION goals_remember(); DROP INDEX belief_one_current;",
        ),
        wall(
            "goals_clock",
            UNIT + " OR (compartment = '' AND case_id IN (SELECT app_my_cases()))",
        ),
        wall("goals_clockbelief", "unit"),
        wall("goals_pause", "whole_case"),
        wall("goals_breach", "unit"),
        wall("goals_conversation", "unit"),
        wall("goals_reply", CONVERSATION),
        wall("goals_notice", "whole_case"),
        history_wall("goals_pauseevent", WHOLE_CASE),
        history_wall("goals_breachevent", UNIT),
        history_wall("goals_conversationevent", UNIT),
        history_wall("goals_replyevent", CONVERSATION),
    ]
