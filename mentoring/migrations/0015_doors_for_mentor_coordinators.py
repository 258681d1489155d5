from django.db import migrations

from accounts.walls import door

WANT_A_MENTOR = """
-- The open cases of people who said yes to a mentor: of all units, to a mentor coordinator; none to anybody else. As the
-- owner: it is asked by the policy of cases itself.
CREATE FUNCTION app_cases_that_want_a_mentor() RETURNS SETOF bigint
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT o.case_id FROM mentoring_holisticoffer o
    JOIN refugees_case c ON c.id = o.case_id AND c.closed_on IS NULL
    WHERE o.answer = 'accepted' AND o.taken_back_at IS NULL
    AND EXISTS (SELECT 1 FROM accounts_user u
        WHERE u.id = app_user() AND u.is_active AND u.role = 'mentor_coordinator')
$$;
"""
OF_THOSE = "{case} IN (SELECT app_cases_that_want_a_mentor())"
# As housing officers do: they lock the case that they change, and change its own row in nothing.
LOCK_A_CASE = (
    f"CREATE POLICY mentors_lock ON refugees_case FOR UPDATE USING ({OF_THOSE.format(case='id')})"
    " WITH CHECK (false)"
)


class Migration(migrations.Migration):
    """What mentor coordinators see of people: who wants a mentor, what they wish and speak; and no other case."""

    dependencies = [("mentoring", "0014_mentors_in_force")]
    operations = [
        migrations.RunSQL(WANT_A_MENTOR, "DROP FUNCTION app_cases_that_want_a_mentor()"),
        # With the case come its person and who is on it: their walls ask for the case.
        door("refugees_case", "mentors", OF_THOSE.format(case="id"), commands="SELECT"),
        migrations.RunSQL(LOCK_A_CASE, "DROP POLICY mentors_lock ON refugees_case"),
        door("mentoring_holisticoffer", "mentors", OF_THOSE.format(case="case_id"), commands="SELECT"),
    ]
