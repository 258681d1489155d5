from django.db import migrations
from django.db.backends.postgresql.psycopg_any import DateRange

from accounts.day import today
from accounts.walls import RULES, door, history_wall, wall
from mentoring.versions import HOLISTIC_VERSIONS

WHOLE_CASE = RULES["whole_case"].format(case="case_id")

ARRANGES = """
-- Whether this transaction's person finds mentors for people (Permission.ARRANGE_MENTORS).
CREATE FUNCTION app_arranges_mentors() RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT EXISTS (SELECT 1 FROM accounts_user u
        WHERE u.id = app_user() AND u.is_active AND u.role IN ('team_lead', 'mentor_coordinator'))
$$;
"""

# As the owner: a mentor has people in more units than one, and whoever asks is told figures alone. The weights are those
# of mentoring/matching.py.
LOADS = """
CREATE FUNCTION mentoring_mentor_loads(of_day date)
RETURNS TABLE (user_id bigint, people bigint, weight bigint)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT held.user_id, count(*), sum(held.weight)::bigint
    FROM (
        SELECT t.user_id, t.case_id, 1
            + CASE WHEN min(lower(t.during)) > (of_day - interval '3 months')::date THEN 1 ELSE 0 END
            + CASE WHEN EXISTS (SELECT 1 FROM refugees_case o
                WHERE o.household_id = c.household_id AND o.id <> c.id AND o.closed_on IS NULL) THEN 1 ELSE 0 END
            + CASE WHEN u.speaks && array_append(p.speaks, p.interpreter) THEN 0 ELSE 1 END AS weight
        FROM refugees_teammember t
        JOIN refugees_case c ON c.id = t.case_id AND c.closed_on IS NULL
        JOIN refugees_person p ON p.id = c.person_id
        JOIN accounts_user u ON u.id = t.user_id
        WHERE t.part IN ('holistic-mentor', 'retention-mentor') AND t.during @> of_day
        AND (app_is_system() OR app_arranges_mentors())
        GROUP BY t.user_id, t.case_id, c.id, p.id, u.id
    ) held
    GROUP BY held.user_id
$$;
"""

# Counted on each day, from today on, on which a time with the mentor begins: on no day between are there more people.
HAS_ROOM = """
CREATE FUNCTION mentoring_mentor_has_room() RETURNS trigger
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
CREATE TRIGGER mentor_has_room AFTER INSERT OR UPDATE OF during, user_id, part ON refugees_teammember
    FOR EACH ROW EXECUTE FUNCTION mentoring_mentor_has_room();
"""
BACK = """
DROP TRIGGER mentor_has_room ON refugees_teammember;
DROP FUNCTION mentoring_mentor_has_room();
DROP FUNCTION mentoring_mentor_loads(date);
"""

OF_A_MENTOR = (
    "(SELECT app_arranges_mentors()) AND"
    " EXISTS (SELECT 1 FROM accounts_user u WHERE u.id = user_id AND u.role = 'mentor')"
)
PROFILE = "(SELECT app_arranges_mentors()) OR user_id = (SELECT app_user())"


def put_in_force(apps, schema_editor):
    """One promise more. Where clocks are stored already, the workers derive them again."""
    alias = schema_editor.connection.alias
    version = apps.get_model("goals", "GoalVersion").objects.using(alias)
    for row in HOLISTIC_VERSIONS:
        version.create(**row | {"valid": DateRange(*row["valid"])})
    if apps.get_model("goals", "Clock").objects.using(alias).exists():
        apps.get_model("goals", "Recalculation").objects.using(alias).create(purpose="rules", as_of=today())


class Migration(migrations.Migration):
    """Who reads and writes about mentors and their offers, the room that each mentor has, and the promise."""

    dependencies = [
        ("mentoring", "0013_mentors"),
        ("goals", "0003_ended"),
    ]
    operations = [
        migrations.RunSQL(ARRANGES, "DROP FUNCTION app_arranges_mentors()"),
        wall("mentoring_mentorprofile", PROFILE),
        history_wall("mentoring_mentorprofileevent", PROFILE),
        wall("mentoring_holisticoffer", "whole_case"),
        history_wall("mentoring_holisticofferevent", WHOLE_CASE),
        wall("mentoring_mentorextension", "whole_case"),
        history_wall("mentoring_mentorextensionevent", WHOLE_CASE),
        # Mentors belong to no unit; when they are away is told to those who find mentors, and written by them.
        door("accounts_absence", "mentors", OF_A_MENTOR),
        migrations.RunSQL(LOADS + HAS_ROOM, BACK),
        migrations.RunPython(put_in_force, migrations.RunPython.noop),
    ]
