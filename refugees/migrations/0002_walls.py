from django.db import migrations

from accounts.walls import RULES, door, history_wall, wall

UNIT = RULES["unit"]
WHOLE_CASE = RULES["whole_case"].format(case="case_id")
HEALTH = RULES["health"].format(case="case_id")
IN_HEALTH_UNITS = "unit_id = ANY ((SELECT app_health_units())::bigint[])"
# A mentor writes notes, and reads those of their own hand while the person is theirs.
NOTE = f"{WHOLE_CASE} OR (author_id = (SELECT app_user()) AND case_id IN (SELECT app_my_cases()))"
TASK = f"""CASE WHEN case_id IS NULL THEN (SELECT app_user()) IN (assigned_to_id, created_by_id)
    ELSE {WHOLE_CASE} END"""
APPOINTMENT = f"""CASE WHEN case_id IS NULL
    THEN created_by_id = (SELECT app_user()) OR {{key}} IN (SELECT app_my_appointments())
    ELSE {WHOLE_CASE} END"""
STAFF = "EXISTS (SELECT 1 FROM refugees_appointment a WHERE a.id = appointment_id)"
MESSAGE = f"(to_user_id = (SELECT app_user()) OR {WHOLE_CASE})"
LIST = "EXISTS (SELECT 1 FROM refugees_intakelist l WHERE l.id = intake_list_id)"
# Read and written by whoever sees the whole case, and so is their history.
OF_THE_WHOLE_CASE = [
    "benefitperiod",
    "document",
    "jobreadiness",
    "keydate",
    "talk",
    "waiting",
]
MY_CASES = """
-- The cases that this transaction's person mentors today. As the owner: it is asked by the policy of cases itself.
CREATE FUNCTION app_my_cases() RETURNS SETOF bigint
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT case_id FROM refugees_teammember
    WHERE user_id = app_user() AND part IN ('holistic-mentor', 'retention-mentor') AND during @> app_today()
$$;
"""
MY_APPOINTMENTS = """
-- The appointments in which this transaction's person takes part. As the owner: the policy of appointments asks it,
-- and the policy of parts asks that of appointments.
CREATE FUNCTION app_my_appointments() RETURNS SETOF bigint
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT appointment_id FROM refugees_appointmentstaff WHERE user_id = app_user()
$$;
"""
# The library has to be there before a function may set a parameter of its.
LOAD_TRIGRAMS = "SELECT show_limit()"
FIND_PEOPLE = """
-- Search by name, sound, birthday or number. A definer function, because under row-level security the
-- trigram index would not serve. Of people in other units it tells only that they exist, and only of those
-- with the same number or the same birthday ("known elsewhere, ask"): others would crowd out one's own.
CREATE FUNCTION app_find_people(q text, q_sounds varchar[], born date, hash bytea, foreigner text, most int)
RETURNS TABLE (person_id bigint, score real, is_visible boolean, is_same_number boolean)
LANGUAGE sql STABLE SECURITY DEFINER
SET search_path = public, pg_temp SET pg_trgm.word_similarity_threshold = 0.4 AS $$
    SELECT f.id, f.score, f.is_visible, f.is_same_number
    FROM (
        SELECT p.id,
            (CASE WHEN q = '' THEN 0 ELSE
                greatest(similarity(p.search_name, q), word_similarity(q, p.search_name),
                    CASE WHEN cardinality(q_sounds) > 0 AND p.search_sounds @> q_sounds THEN 0.7 ELSE 0 END)
             END
             + CASE WHEN p.born_on = born THEN 1 ELSE 0 END
             + CASE WHEN p.number_hash = hash THEN 2 ELSE 0 END
             + CASE WHEN foreigner <> '' AND p.immigration_id = foreigner THEN 2 ELSE 0 END)::real AS score,
            app_is_system() OR EXISTS (
                SELECT 1 FROM refugees_case c WHERE c.person_id = p.id
                AND (c.unit_id = ANY (app_units()) OR c.id IN (SELECT app_my_cases()))) AS is_visible,
            coalesce(p.number_hash = hash, false)
                OR (foreigner <> '' AND p.immigration_id = foreigner) AS is_same_number,
            coalesce(p.born_on = born, false) AS is_same_birthday
        FROM refugees_person p
        WHERE p.number_hash = hash
           OR (foreigner <> '' AND p.immigration_id = foreigner)
           OR (q <> '' AND (q <% p.search_name OR (cardinality(q_sounds) > 0 AND p.search_sounds @> q_sounds)))
           OR (q = '' AND p.born_on = born)
    ) f
    WHERE f.is_visible OR f.is_same_number OR (f.is_same_birthday AND q <> '')
    ORDER BY f.is_same_number DESC, f.is_same_birthday DESC, f.score DESC, f.id DESC LIMIT most
$$;
"""
LOCK_A_CASE = (
    f"CREATE POLICY health_lock ON refugees_case FOR UPDATE USING ({IN_HEALTH_UNITS}) WITH CHECK (false)"
)


class Migration(migrations.Migration):
    """Row-level security on every table with personal data, and on its history."""

    dependencies = [("refugees", "0001_initial"), ("accounts", "0003_walls")]
    operations = [
        migrations.RunSQL(MY_CASES, "DROP FUNCTION app_my_cases()"),
        migrations.RunSQL(MY_APPOINTMENTS, "DROP FUNCTION app_my_appointments()"),
        migrations.RunSQL(LOAD_TRIGRAMS, migrations.RunSQL.noop),
        migrations.RunSQL(
            FIND_PEOPLE, "DROP FUNCTION app_find_people(text, varchar[], date, bytea, text, int)"
        ),
        wall("refugees_case", "unit_or_team", case="id"),
        wall(
            "refugees_person",
            f"{UNIT} OR EXISTS (SELECT 1 FROM refugees_case c WHERE c.person_id = refugees_person.id)",
        ),
        wall("refugees_address", "unit"),
        wall("refugees_household", "unit"),
        wall("refugees_caseline", f"{WHOLE_CASE} OR by_id = (SELECT app_user())", append_only=True),
        wall("refugees_teammember", "case_team"),
        history_wall("refugees_caseevent", UNIT),
        history_wall(
            "refugees_personevent", "EXISTS (SELECT 1 FROM refugees_person p WHERE p.id = pgh_obj_id)"
        ),
        history_wall("refugees_addressevent", UNIT),
        history_wall("refugees_householdevent", UNIT),
        history_wall("refugees_teammemberevent", WHOLE_CASE),
        *(wall(f"refugees_{table}", "whole_case") for table in OF_THE_WHOLE_CASE),
        *(history_wall(f"refugees_{table}event", WHOLE_CASE) for table in OF_THE_WHOLE_CASE),
        # What is written on cases.
        wall("refugees_note", NOTE),
        history_wall("refugees_noteevent", NOTE),
        wall("refugees_draft", "own"),
        wall("refugees_task", TASK),
        history_wall("refugees_taskevent", TASK),
        wall("refugees_appointment", APPOINTMENT.format(key="id")),
        history_wall("refugees_appointmentevent", APPOINTMENT.format(key="pgh_obj_id")),
        wall("refugees_appointmentstaff", STAFF),
        history_wall("refugees_appointmentstaffevent", STAFF),
        wall("refugees_message", MESSAGE),
        history_wall("refugees_messageevent", MESSAGE),
        # Lists of people and their rows.
        wall("refugees_intakelist", "unit"),
        history_wall("refugees_intakelistevent", UNIT),
        wall("refugees_intakerow", "unit"),
        history_wall("refugees_intakerowevent", UNIT),
        wall("refugees_intakefile", LIST),
        # What the health team sees of a case, and what others see of health: a statement, and that somebody is busy.
        door("refugees_case", "health", IN_HEALTH_UNITS, commands="SELECT"),
        migrations.RunSQL(LOCK_A_CASE, "DROP POLICY health_lock ON refugees_case"),
        door("refugees_keydate", "health", f"event = 'E2' AND {HEALTH}", commands="SELECT"),
        door("refugees_appointment", "health", f"kind = 'elsewhere' AND {HEALTH}"),
        wall("refugees_functionalconclusion", "health"),
        wall("refugees_housingneed", "health"),
        door("refugees_functionalconclusion", "readers", WHOLE_CASE, commands="SELECT"),
        door("refugees_housingneed", "readers", WHOLE_CASE, commands="SELECT"),
        history_wall("refugees_functionalconclusionevent", f"({WHOLE_CASE} OR {HEALTH})"),
        history_wall("refugees_housingneedevent", f"({WHOLE_CASE} OR {HEALTH})"),
    ]
