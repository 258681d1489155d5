from django.db import migrations

from accounts.walls import RULES, history_wall, wall

WHOLE_CASE = RULES["whole_case"].format(case="case_id")

# A key over both columns: an answer is about the case of its interview and about no other.
ONE_CASE = """
ALTER TABLE screening_interview ADD CONSTRAINT interview_of_its_case UNIQUE (id, case_id);
ALTER TABLE screening_answer ADD CONSTRAINT answer_is_about_the_case_of_its_interview
    FOREIGN KEY (interview_id, case_id) REFERENCES screening_interview (id, case_id);
"""
NO_ONE_CASE = """
ALTER TABLE screening_answer DROP CONSTRAINT answer_is_about_the_case_of_its_interview;
ALTER TABLE screening_interview DROP CONSTRAINT interview_of_its_case;
"""

# What day it is no constraint can ask, so this rule stands in a trigger.
NOT_YET = """
CREATE FUNCTION screening_interview_not_held_in_the_future() RETURNS trigger
LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
    IF NEW.held_on > (app_now() AT TIME ZONE 'Europe/Copenhagen')::date THEN
        RAISE EXCEPTION 'interview_not_held_in_the_future: %', NEW.held_on
            USING ERRCODE = 'check_violation', CONSTRAINT = 'interview_not_held_in_the_future';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER interview_not_held_in_the_future
    BEFORE INSERT OR UPDATE OF held_on ON screening_interview
    FOR EACH ROW WHEN (NEW.held_on IS NOT NULL) EXECUTE FUNCTION screening_interview_not_held_in_the_future();
"""
NO_NOT_YET = """
DROP TRIGGER interview_not_held_in_the_future ON screening_interview;
DROP FUNCTION screening_interview_not_held_in_the_future();
"""


class Migration(migrations.Migration):
    """Row-level security on interviews and their answers, and what no constraint can say."""

    dependencies = [("screening", "0002_interviews")]
    operations = [
        wall("screening_interview", "whole_case"),
        wall("screening_answer", "whole_case"),
        history_wall("screening_interviewevent", WHOLE_CASE),
        history_wall("screening_answerevent", WHOLE_CASE),
        migrations.RunSQL(ONE_CASE, NO_ONE_CASE),
        migrations.RunSQL(NOT_YET, NO_NOT_YET),
    ]
