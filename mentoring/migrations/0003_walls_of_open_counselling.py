from django.db import migrations

from accounts.walls import RULES, history_wall, wall

WHOLE_CASE = RULES["whole_case"].format(case="case_id")

# What moment it is no constraint can ask, so this rule stands in a trigger. A request may have begun a little earlier.
NOT_YET = """
CREATE FUNCTION mentoring_visit_not_in_the_future() RETURNS trigger
LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
    IF NEW.arrived_at > app_now() + interval '5 minutes' THEN
        RAISE EXCEPTION 'visit_not_in_the_future: %', NEW.arrived_at
            USING ERRCODE = 'check_violation', CONSTRAINT = 'visit_not_in_the_future';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER visit_not_in_the_future
    BEFORE INSERT OR UPDATE OF arrived_at ON mentoring_visit
    FOR EACH ROW EXECUTE FUNCTION mentoring_visit_not_in_the_future();
"""
NO_NOT_YET = """
DROP TRIGGER visit_not_in_the_future ON mentoring_visit;
DROP FUNCTION mentoring_visit_not_in_the_future();
"""


class Migration(migrations.Migration):
    """Row-level security on who dropped in and on the opening hours of each unit; nobody dropped in tomorrow."""

    dependencies = [("mentoring", "0002_open_counselling")]
    operations = [
        wall("mentoring_visit", "whole_case"),
        wall("mentoring_openinghours", "unit"),
        history_wall("mentoring_visitevent", WHOLE_CASE),
        history_wall("mentoring_openinghoursevent", RULES["unit"]),
        migrations.RunSQL(NOT_YET, NO_NOT_YET),
    ]
