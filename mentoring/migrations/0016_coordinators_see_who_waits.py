from django.db import migrations

WANT_A_MENTOR = """
-- The open cases of people who said yes to a mentor, last they were asked, and have none: of all units, to a mentor
-- coordinator; none to anybody else. As the owner: it is asked by the policy of cases itself.
CREATE OR REPLACE FUNCTION app_cases_that_want_a_mentor() RETURNS SETOF bigint
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT o.case_id FROM mentoring_holisticoffer o
    JOIN refugees_case c ON c.id = o.case_id AND c.closed_on IS NULL
    WHERE o.answer = 'accepted' AND o.taken_back_at IS NULL
    AND NOT EXISTS (SELECT 1 FROM mentoring_holisticoffer n
        WHERE n.case_id = o.case_id AND n.taken_back_at IS NULL
        AND (n.offered_on, n.id) > (o.offered_on, o.id))
    AND NOT EXISTS (SELECT 1 FROM refugees_teammember t
        WHERE t.case_id = o.case_id AND t.part = 'holistic-mentor'
        AND t.during && daterange(app_today(), NULL))
    AND EXISTS (SELECT 1 FROM accounts_user u
        WHERE u.id = app_user() AND u.is_active AND u.role = 'mentor_coordinator')
$$;
"""
BEFORE = """
CREATE OR REPLACE FUNCTION app_cases_that_want_a_mentor() RETURNS SETOF bigint
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT o.case_id FROM mentoring_holisticoffer o
    JOIN refugees_case c ON c.id = o.case_id AND c.closed_on IS NULL
    WHERE o.answer = 'accepted' AND o.taken_back_at IS NULL
    AND EXISTS (SELECT 1 FROM accounts_user u
        WHERE u.id = app_user() AND u.is_active AND u.role = 'mentor_coordinator')
$$;
"""


class Migration(migrations.Migration):
    """Mentor coordinators see of people who wait for a mentor what they need for finding one, and only until then."""

    dependencies = [("mentoring", "0015_doors_for_mentor_coordinators")]
    operations = [migrations.RunSQL(WANT_A_MENTOR, BEFORE)]
