from django.db import migrations

from accounts.walls import RULES, history_wall, wall

UNIT = RULES["unit"]
WHOLE_CASE = RULES["whole_case"].format(case="case_id")
CONVERSATION = "EXISTS (SELECT 1 FROM goals_conversation t WHERE t.id = conversation_id)"
OF_THE_REPORT = "EXISTS (SELECT FROM goals_report r WHERE r.id = report_id)"
COLUMNS = (
    "case_id, unit_id, permit_ground, rule_set, taken_over_on, goal, standard, occurrence, version_id, starts_on,"
    " before_on, base_due_on, due_on, warn_on, planned_on, met_on, void_on, void_reason, paused, compartment"
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
CREATE TRIGGER remember AFTER INSERT OR UPDATE ON goals_clock FOR EACH ROW EXECUTE FUNCTION goals_remember();
CREATE UNIQUE INDEX belief_one_current ON goals_clockbelief (clock_id) WHERE upper_inf(known);
SELECT app_revoke('goals_clockbelief', 'INSERT, UPDATE, DELETE');
SELECT app_revoke('goals_clock', 'DELETE');
"""
NO_BELIEFS = (
    "DROP TRIGGER remember ON goals_clock; DROP FUNCTION goals_remember(); DROP INDEX belief_one_current;"
)
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
NO_FORGETTING = "DROP TRIGGER forget_summaries ON goals_clockbelief; DROP FUNCTION goals_forget_summaries;"
DOCUMENT = """
ALTER TABLE refugees_document ADD CONSTRAINT document_of_its_case UNIQUE (id, case_id);
ALTER TABLE goals_pause ADD CONSTRAINT pause_document_is_of_the_same_case
    FOREIGN KEY (document_id, case_id) REFERENCES refugees_document (id, case_id);
"""
NO_DOCUMENT = """
ALTER TABLE goals_pause DROP CONSTRAINT pause_document_is_of_the_same_case;
ALTER TABLE refugees_document DROP CONSTRAINT document_of_its_case;
"""
LIMIT = """
-- What is granted in all stays within what the version of the clock allows, whoever writes. The clock is locked, so
-- that two transactions count one after the other. In the owner's right: the sum must not depend on who asks.
CREATE FUNCTION goals_extension_within_the_limit() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    allowed integer;
    granted integer;
BEGIN
    SELECT v.max_extension_days INTO allowed
    FROM goals_clock c JOIN goals_goalversion v ON v.id = c.version_id
    WHERE c.case_id = NEW.case_id AND c.goal = NEW.goal AND c.standard = NEW.standard
      AND c.occurrence = NEW.occurrence
    FOR NO KEY UPDATE OF c;
    SELECT coalesce(sum(days), 0) INTO granted FROM goals_extension
    WHERE case_id = NEW.case_id AND goal = NEW.goal AND standard = NEW.standard AND occurrence = NEW.occurrence
      AND decision = 'granted' AND id <> NEW.id;
    IF granted + NEW.days > coalesce(allowed, 0) THEN
        RAISE EXCEPTION 'extension_within_the_limit: % granted and % more are over %',
            granted, NEW.days, coalesce(allowed, 0)
            USING ERRCODE = 'check_violation', CONSTRAINT = 'extension_within_the_limit';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER within_the_limit
    BEFORE INSERT OR UPDATE OF days, decision, case_id, goal, standard, occurrence ON goals_extension
    FOR EACH ROW WHEN (NEW.decision IN ('', 'granted')) EXECUTE FUNCTION goals_extension_within_the_limit();
"""
NO_LIMIT = (
    "DROP TRIGGER within_the_limit ON goals_extension; DROP FUNCTION goals_extension_within_the_limit();"
)


class Migration(migrations.Migration):
    """Row-level security on clocks and what is said about them; beliefs by trigger; what no constraint can say."""

    dependencies = [("goals", "0001_initial"), ("refugees", "0002_walls")]
    operations = [
        migrations.RunSQL(BELIEFS, NO_BELIEFS),
        migrations.RunSQL(FORGET, NO_FORGETTING),
        migrations.RunSQL(DOCUMENT, NO_DOCUMENT),
        migrations.RunSQL(LIMIT, NO_LIMIT),
        wall("goals_clock", f"{UNIT} OR (compartment = '' AND case_id IN (SELECT app_my_cases()))"),
        # Whoever may open a case today may read what was believed of it, also under another unit.
        wall("goals_clockbelief", f"{UNIT} OR {WHOLE_CASE}"),
        wall("goals_pause", "whole_case"),
        wall("goals_extension", "whole_case"),
        wall("goals_breach", "unit"),
        wall("goals_conversation", "unit"),
        wall("goals_reply", CONVERSATION),
        wall("goals_notice", "whole_case"),
        wall("goals_leadtime", "unit"),
        wall("goals_mail", "own"),
        wall("goals_mailedbreach", "own"),
        wall("goals_trialline", "unit"),
        # The application adds reports with their rows, and changes and deletes none.
        wall("goals_report", "units <@ (SELECT app_units())::bigint[]", append_only=True),
        wall("goals_reportline", OF_THE_REPORT, append_only=True),
        wall("goals_reportrow", OF_THE_REPORT, append_only=True),
        history_wall("goals_pauseevent", WHOLE_CASE),
        history_wall("goals_extensionevent", WHOLE_CASE),
        history_wall("goals_breachevent", UNIT),
        history_wall("goals_conversationevent", UNIT),
        history_wall("goals_replyevent", CONVERSATION),
        history_wall("goals_leadtimeevent", UNIT),
        # Rules name no person and are read by all.
        history_wall("goals_goalversionevent", "true"),
        history_wall("goals_versiondraftevent", "true"),
        history_wall("goals_suspensionevent", "true"),
    ]
