from django.db import migrations

from accounts.walls import RULES, history_wall, wall

WHOLE_CASE = RULES["whole_case"].format(case="case_id")

# A key over both columns lets a pause point at a document of its own case and at no other.
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
    """What no constraint of one table can say of pauses and extensions, and the walls round extensions."""

    dependencies = [("goals", "0005_pauses_and_extensions")]
    operations = [
        migrations.RunSQL(DOCUMENT, NO_DOCUMENT),
        migrations.RunSQL(LIMIT, NO_LIMIT),
        wall("goals_extension", "whole_case"),
        history_wall("goals_extensionevent", WHOLE_CASE),
    ]
