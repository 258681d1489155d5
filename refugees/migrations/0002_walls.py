from django.db import migrations

from accounts.walls import RULES, history_wall, wall

WHOLE_CASE = RULES["whole_case"].format(case="case_id")

MY_CASES = """
-- The cases that this transaction's person mentors today. As the owner: it is asked by the policy of cases itself.
CREATE FUNCTION app_my_cases() RETURNS SETOF bigint
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT case_id FROM refugees_teammember
    WHERE user_id = app_user() AND part IN ('holistic-mentor', 'retention-mentor') AND during @> app_today()
$$;
"""

FIND_PEOPLE = """
-- Search by name, sound, birthday or number. A definer function, because under row-level security the
-- trigram index would not serve. It says which people may be seen; of the others it gives nothing but that
-- they exist ("known elsewhere, ask").
CREATE FUNCTION app_find_people(q text, q_sounds varchar[], born date, hash bytea, foreigner text, most int)
RETURNS TABLE (person_id bigint, score real, is_visible boolean, is_same_number boolean)
LANGUAGE sql STABLE SECURITY DEFINER
SET search_path = public, pg_temp SET pg_trgm.word_similarity_threshold = 0.45 AS $$
    SELECT p.id,
        (greatest(similarity(p.search_name, q), word_similarity(q, p.search_name),
                  CASE WHEN cardinality(q_sounds) > 0 AND p.search_sounds @> q_sounds THEN 0.7 ELSE 0 END)
         + CASE WHEN p.born_on = born THEN 1 ELSE 0 END
         + CASE WHEN p.number_hash = hash THEN 2 ELSE 0 END
         + CASE WHEN foreigner <> '' AND p.immigration_id = foreigner THEN 2 ELSE 0 END)::real AS score,
        app_is_system() OR EXISTS (
            SELECT 1 FROM refugees_case c WHERE c.person_id = p.id
            AND (c.unit_id = ANY (app_units()) OR c.id IN (SELECT app_my_cases()))),
        coalesce(p.number_hash = hash, false) OR (foreigner <> '' AND p.immigration_id = foreigner)
    FROM refugees_person p
    WHERE p.number_hash = hash
       OR (foreigner <> '' AND p.immigration_id = foreigner)
       OR (q <> '' AND (q <% p.search_name OR (cardinality(q_sounds) > 0 AND p.search_sounds @> q_sounds)))
       OR (q = '' AND p.born_on = born)
    ORDER BY score DESC, p.id DESC LIMIT most
$$;
"""


def history(table: str, predicate: str = WHOLE_CASE) -> migrations.RunSQL:
    """History is read by whoever may read the row it tells of."""
    return history_wall(table, predicate)


class Migration(migrations.Migration):
    """Row-level security on every table with personal data, and on its history."""

    dependencies = [("refugees", "0001_initial"), ("accounts", "0003_walls")]
    operations = [
        migrations.RunSQL(MY_CASES, "DROP FUNCTION app_my_cases()"),
        # The trigram library knows its own settings once it is loaded; before, nobody but a superuser may name them.
        migrations.RunSQL("SELECT similarity('a', 'a')", migrations.RunSQL.noop),
        migrations.RunSQL(
            FIND_PEOPLE, "DROP FUNCTION app_find_people(text, varchar[], date, bytea, text, int)"
        ),
        wall("refugees_case", "unit_or_team", case="id"),
        wall(
            "refugees_person",
            "unit_id = ANY ((SELECT app_units())::bigint[])"
            " OR EXISTS (SELECT 1 FROM refugees_case c WHERE c.person_id = refugees_person.id)",
        ),
        wall("refugees_address", "unit"),
        wall("refugees_household", "unit"),
        wall("refugees_caseline", WHOLE_CASE + " OR by_id = (SELECT app_user())", append_only=True),
        wall("refugees_keydate", "whole_case"),
        wall("refugees_jobreadiness", "whole_case"),
        wall("refugees_benefitperiod", "whole_case"),
        wall("refugees_teammember", "case_team"),
        history("refugees_caseevent", "unit_id = ANY ((SELECT app_units())::bigint[])"),
        history("refugees_personevent", "EXISTS (SELECT 1 FROM refugees_person p WHERE p.id = pgh_obj_id)"),
        history("refugees_addressevent", "unit_id = ANY ((SELECT app_units())::bigint[])"),
        history("refugees_householdevent", "unit_id = ANY ((SELECT app_units())::bigint[])"),
        history("refugees_keydateevent"),
        history("refugees_jobreadinessevent"),
        history("refugees_benefitperiodevent"),
        history("refugees_teammemberevent"),
    ]
