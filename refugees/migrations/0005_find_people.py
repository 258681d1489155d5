from django.db import migrations

# The library has to be loaded in this session before a role that is no superuser may name its parameter.
LOAD_TRIGRAMS = "SELECT show_limit()"

FIND_PEOPLE = """
-- Search by name, sound, birthday or number. A definer function, because under row-level security the
-- trigram index would not serve. Of people in other units it tells only that they exist, and only of those
-- with the same number or the same birthday ("known elsewhere, ask"): others would crowd out one's own.
CREATE OR REPLACE FUNCTION app_find_people(q text, q_sounds varchar[], born date, hash bytea, foreigner text, most int)
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


class Migration(migrations.Migration):
    """People of other units no longer crowd out one's own among the hits."""

    dependencies = [("refugees", "0004_walls_of_the_work")]
    operations = [
        migrations.RunSQL(LOAD_TRIGRAMS, migrations.RunSQL.noop),
        migrations.RunSQL(FIND_PEOPLE, migrations.RunSQL.noop),
    ]
