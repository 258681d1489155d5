from django.db import migrations

from accounts.walls import door

# The same as before, but for whom nobody has written a profile; the number is USUAL_PEOPLE of the profile's module.
HAS_ROOM = """
CREATE OR REPLACE FUNCTION mentoring_mentor_has_room() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    room integer;
    most integer;
    since date := lower(NEW.during);
BEGIN
    IF NEW.part NOT IN ('holistic-mentor', 'retention-mentor') THEN
        RETURN NULL;
    END IF;
    -- Whoever leaves is let go, also by a mentor who has more people than they now can.
    IF TG_OP = 'UPDATE' AND NEW.user_id = OLD.user_id AND NEW.part = OLD.part THEN
        IF NEW.during <@ OLD.during THEN
            RETURN NULL;
        END IF;
        -- Of a time that is made longer only the days that are new are asked for.
        IF lower(NEW.during) = lower(OLD.during) THEN
            since := upper(OLD.during);
        END IF;
    END IF;
    -- Of two who give this mentor somebody at once the second waits here, and then counts what the first has written.
    -- Also where nobody has written a profile: then there is room for so many as is usual.
    PERFORM 1 FROM accounts_user u WHERE u.id = NEW.user_id FOR NO KEY UPDATE;
    SELECT m.capacity INTO room FROM mentoring_mentorprofile m WHERE m.user_id = NEW.user_id;
    room := coalesce(room, 20);
    SELECT max(held.people) INTO most
    FROM (
        SELECT greatest(lower(s.during), since, app_today()) AS day
        FROM refugees_teammember s
        WHERE s.user_id = NEW.user_id AND s.part IN ('holistic-mentor', 'retention-mentor')
        AND s.during && daterange(since, upper(NEW.during))
    ) d
    CROSS JOIN LATERAL (
        SELECT count(DISTINCT t.case_id) AS people
        FROM refugees_teammember t JOIN refugees_case c ON c.id = t.case_id AND c.closed_on IS NULL
        WHERE t.user_id = NEW.user_id AND t.part IN ('holistic-mentor', 'retention-mentor')
        AND t.during @> d.day AND NEW.during @> d.day
    ) held;
    IF most > room THEN
        RAISE EXCEPTION 'mentor_has_room: % of %', most, room
            USING ERRCODE = 'check_violation', CONSTRAINT = 'mentor_has_room';
    END IF;
    RETURN NULL;
END $$;
"""
HAD_ROOM = """
CREATE OR REPLACE FUNCTION mentoring_mentor_has_room() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    room integer;
    most integer;
    since date := lower(NEW.during);
BEGIN
    IF NEW.part NOT IN ('holistic-mentor', 'retention-mentor') THEN
        RETURN NULL;
    END IF;
    -- Whoever leaves is let go, also by a mentor who has more people than they now can.
    IF TG_OP = 'UPDATE' AND NEW.user_id = OLD.user_id AND NEW.part = OLD.part THEN
        IF NEW.during <@ OLD.during THEN
            RETURN NULL;
        END IF;
        -- Of a time that is made longer only the days that are new are asked for.
        IF lower(NEW.during) = lower(OLD.during) THEN
            since := upper(OLD.during);
        END IF;
    END IF;
    -- Of two who give this mentor somebody at once the second waits here, and then counts what the first has written.
    SELECT m.capacity INTO room FROM mentoring_mentorprofile m WHERE m.user_id = NEW.user_id FOR UPDATE;
    IF NOT FOUND THEN
        RETURN NULL;
    END IF;
    SELECT max(held.people) INTO most
    FROM (
        SELECT greatest(lower(s.during), since, app_today()) AS day
        FROM refugees_teammember s
        WHERE s.user_id = NEW.user_id AND s.part IN ('holistic-mentor', 'retention-mentor')
        AND s.during && daterange(since, upper(NEW.during))
    ) d
    CROSS JOIN LATERAL (
        SELECT count(DISTINCT t.case_id) AS people
        FROM refugees_teammember t JOIN refugees_case c ON c.id = t.case_id AND c.closed_on IS NULL
        WHERE t.user_id = NEW.user_id AND t.part IN ('holistic-mentor', 'retention-mentor')
        AND t.during @> d.day AND NEW.during @> d.day
    ) held;
    IF most > room THEN
        RAISE EXCEPTION 'mentor_has_room: % of %', most, room
            USING ERRCODE = 'check_violation', CONSTRAINT = 'mentor_has_room';
    END IF;
    RETURN NULL;
END $$;
"""

WANT_A_MENTOR = """
-- The open cases of people who said yes to the mentor offered in the last year and wait for one: of all units, to a
-- mentor coordinator; none to anybody else. After a year with a mentor nobody waits, until one is offered again. As the
-- owner: it is asked by the policy of cases itself.
CREATE OR REPLACE FUNCTION app_cases_that_want_a_mentor() RETURNS SETOF bigint
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT o.case_id FROM mentoring_holisticoffer o
    JOIN refugees_case c ON c.id = o.case_id AND c.closed_on IS NULL
    WHERE o.answer = 'accepted' AND o.taken_back_at IS NULL
    AND o.replaced_at IS NULL AND o.offered_on > (app_today() - interval '12 months')::date
    AND NOT EXISTS (SELECT 1 FROM refugees_teammember t
        WHERE t.case_id = o.case_id AND t.part = 'holistic-mentor'
        AND t.during && daterange(app_today(), NULL))
    AND EXISTS (SELECT 1 FROM accounts_user u
        WHERE u.id = app_user() AND u.is_active AND u.role = 'mentor_coordinator')
$$;
"""
WANTED = """
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

HAND_OVER = """
-- The open cases of people whose mentor is away, or will be in the next four weeks: of all units, to a mentor
-- coordinator, who finds them another; none to anybody else.
CREATE FUNCTION app_cases_to_hand_over() RETURNS SETOF bigint
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT t.case_id FROM refugees_teammember t
    JOIN refugees_case c ON c.id = t.case_id AND c.closed_on IS NULL
    WHERE t.part IN ('holistic-mentor', 'retention-mentor') AND t.during @> app_today()
    AND EXISTS (SELECT 1 FROM accounts_absence a
        WHERE a.user_id = t.user_id AND a.withdrawn_at IS NULL
        AND a.during && daterange(app_today(), app_today() + 28, '[]'))
    AND EXISTS (SELECT 1 FROM accounts_user u
        WHERE u.id = app_user() AND u.is_active AND u.role = 'mentor_coordinator')
$$;
"""
OF_THOSE = "{case} IN (SELECT app_cases_to_hand_over())"


class Migration(migrations.Migration):
    """A usual limit for whom nobody has written one; mentor coordinators see who waits, and whose mentor is away."""

    dependencies = [("mentoring", "0018_offers_and_hand_overs_in_force")]
    operations = [
        migrations.RunSQL(HAS_ROOM, HAD_ROOM),
        migrations.RunSQL(WANT_A_MENTOR, WANTED),
        migrations.RunSQL(HAND_OVER, "DROP FUNCTION app_cases_to_hand_over()"),
        # With the case come its person and who is on it: their walls ask for the case.
        door("refugees_case", "hands_over", OF_THOSE.format(case="id"), commands="SELECT"),
        door("mentoring_holisticoffer", "hands_over", OF_THOSE.format(case="case_id"), commands="SELECT"),
    ]
