from django.db import migrations

from accounts.walls import RULES, history_wall, wall

WHOLE_CASE = RULES["whole_case"].format(case="case_id")
ENTRIES = ["workexperience", "education", "languageskill", "drivinglicence", "skill", "wish"]
OF_YEARS = ["workexperience", "education"]

# A key over both columns: what was taken over from an interview was said on the same case.
SAME_CASE = "ALTER TABLE screening_answer ADD CONSTRAINT answer_of_its_case UNIQUE (id, case_id);" + "".join(
    f"""
ALTER TABLE screening_{table} ADD CONSTRAINT {table}_comes_from_its_own_case
    FOREIGN KEY (answer_id, case_id) REFERENCES screening_answer (id, case_id);"""
    for table in ENTRIES
)
NOT_SAME_CASE = (
    "".join(
        f"ALTER TABLE screening_{table} DROP CONSTRAINT {table}_comes_from_its_own_case;" for table in ENTRIES
    )
    + "ALTER TABLE screening_answer DROP CONSTRAINT answer_of_its_case;"
)
SAME_INTERVIEW = """
ALTER TABLE screening_expectations ADD CONSTRAINT expectations_name_an_interview_of_their_case
    FOREIGN KEY (interview_id, case_id) REFERENCES screening_interview (id, case_id);
"""
NOT_SAME_INTERVIEW = """
ALTER TABLE screening_expectations DROP CONSTRAINT expectations_name_an_interview_of_their_case;
"""

# What day it is no constraint can ask, so these rules stand in triggers.
NOT_TO_COME = """
CREATE FUNCTION screening_profile_years_are_not_to_come() RETURNS trigger
LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
    IF greatest(NEW.from_year, NEW.to_year) > extract(year FROM app_now() AT TIME ZONE 'Europe/Copenhagen') THEN
        RAISE EXCEPTION 'profile_years_are_not_to_come: % %', NEW.from_year, NEW.to_year
            USING ERRCODE = 'check_violation', CONSTRAINT = 'profile_years_are_not_to_come';
    END IF;
    RETURN NEW;
END $$;
CREATE FUNCTION screening_expectations_are_not_to_come() RETURNS trigger
LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
    IF greatest(NEW.matched_on, NEW.person_signed_on, NEW.city_signed_on)
        > (app_now() AT TIME ZONE 'Europe/Copenhagen')::date THEN
        RAISE EXCEPTION 'expectations_are_not_to_come: %', NEW.matched_on
            USING ERRCODE = 'check_violation', CONSTRAINT = 'expectations_are_not_to_come';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER expectations_are_not_to_come BEFORE INSERT OR UPDATE ON screening_expectations
    FOR EACH ROW EXECUTE FUNCTION screening_expectations_are_not_to_come();

-- What was said is never overwritten, whoever writes; signatures are added once, and a mistake is withdrawn.
CREATE FUNCTION screening_matched_expectations_stand() RETURNS trigger
LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
DECLARE
    may_change text[] := ARRAY['withdrawn_at', 'withdrawal_reason'];
BEGIN
    IF OLD.city_signed_on IS NULL THEN
        may_change := may_change
            || ARRAY['person_signed_on', 'person_missing', 'city_signed_on', 'city_signed_by_id'];
    END IF;
    IF (to_jsonb(OLD) - may_change) IS DISTINCT FROM (to_jsonb(NEW) - may_change) THEN
        RAISE EXCEPTION 'matched_expectations_stand: write a later matching'
            USING ERRCODE = 'check_violation', CONSTRAINT = 'matched_expectations_stand';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER matched_expectations_stand BEFORE UPDATE ON screening_expectations
    FOR EACH ROW EXECUTE FUNCTION screening_matched_expectations_stand();
""" + "".join(
    f"""
CREATE TRIGGER profile_years_are_not_to_come BEFORE INSERT OR UPDATE ON screening_{table}
    FOR EACH ROW EXECUTE FUNCTION screening_profile_years_are_not_to_come();"""
    for table in OF_YEARS
)
NO_RULES_OF_DAYS = (
    "".join(f"DROP TRIGGER profile_years_are_not_to_come ON screening_{table};" for table in OF_YEARS)
    + """
DROP TRIGGER matched_expectations_stand ON screening_expectations;
DROP FUNCTION screening_matched_expectations_stand();
DROP TRIGGER expectations_are_not_to_come ON screening_expectations;
DROP FUNCTION screening_expectations_are_not_to_come();
DROP FUNCTION screening_profile_years_are_not_to_come();
"""
)


class Migration(migrations.Migration):
    """Row-level security on competence profiles and expectations and their history; what no constraint can say."""

    dependencies = [("screening", "0008_competences_and_expectations")]
    operations = [
        *[wall(f"screening_{table}", "whole_case") for table in [*ENTRIES, "expectations"]],
        *[history_wall(f"screening_{table}event", WHOLE_CASE) for table in [*ENTRIES, "expectations"]],
        migrations.RunSQL(SAME_CASE, NOT_SAME_CASE),
        migrations.RunSQL(SAME_INTERVIEW, NOT_SAME_INTERVIEW),
        migrations.RunSQL(NOT_TO_COME, NO_RULES_OF_DAYS),
    ]
