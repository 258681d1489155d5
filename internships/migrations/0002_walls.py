from django.db import migrations

from accounts.walls import RULES, history_wall, wall

WHOLE_CASE = RULES["whole_case"].format(case="case_id")
STAFF = "cardinality((SELECT app_units())::bigint[]) > 0"
PERSONAL = ("agreement", "barring", "contact", "contactperson")
OF_ONE_COMPANY = {
    "internships_offer": ("offer_at_a_unit_of_its_company", "unit_id", "internships_productionunit"),
    "internships_placement": ("placement_at_a_unit_of_its_company", "unit_id", "internships_productionunit"),
    "internships_contactperson": ("person_at_a_unit_of_the_company", "unit_id", "internships_productionunit"),
    "internships_contact": ("contact_with_a_person_of_the_company", "person_id", "internships_contactperson"),
}
STARTS = """
-- Nobody starts on an offer that was declined or withdrawn, and an offer that was started is neither, whoever writes.
-- Each locks the row that the other one changes. In the owner's right: it must not depend on who asks.
CREATE FUNCTION internships_start_on_an_offer_that_stands() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    said text;
BEGIN
    SELECT answer INTO said FROM internships_offer WHERE id = NEW.offer_id FOR NO KEY UPDATE;
    IF said IN ('declined', 'withdrawn') THEN
        RAISE EXCEPTION 'start_on_an_offer_that_stands: the offer was %', said
            USING ERRCODE = 'check_violation', CONSTRAINT = 'start_on_an_offer_that_stands';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER start_on_an_offer_that_stands
    BEFORE INSERT OR UPDATE OF offer_id, taken_back_at ON internships_placement
    FOR EACH ROW WHEN (NEW.offer_id IS NOT NULL AND NEW.taken_back_at IS NULL)
    EXECUTE FUNCTION internships_start_on_an_offer_that_stands();

CREATE FUNCTION internships_started_offer_stands() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    IF EXISTS (SELECT 1 FROM internships_placement WHERE offer_id = NEW.id AND taken_back_at IS NULL) THEN
        RAISE EXCEPTION 'started_offer_stands: it has been started'
            USING ERRCODE = 'check_violation', CONSTRAINT = 'started_offer_stands';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER started_offer_stands
    BEFORE UPDATE OF answer ON internships_offer
    FOR EACH ROW WHEN (NEW.answer IN ('declined', 'withdrawn'))
    EXECUTE FUNCTION internships_started_offer_stands();
"""
NO_STARTS = """
DROP TRIGGER started_offer_stands ON internships_offer;
DROP FUNCTION internships_started_offer_stands();
DROP TRIGGER start_on_an_offer_that_stands ON internships_placement;
DROP FUNCTION internships_start_on_an_offer_that_stands();
"""
RECORDS = """
-- What came of offers and starts at companies, in the whole City: counts alone. As the owner, because the wall shows
-- each unit its own cases only; and only for those who see cases at all.
CREATE FUNCTION app_company_records(companies bigint[])
RETURNS TABLE (company_id bigint, offers bigint, declined bigint, withdrawn bigint, unstarted bigint,
    started bigint, ended bigint, left_by_person bigint, left_by_company bigint, became_jobs bigint)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    WITH offered AS (
        SELECT o.company_id, count(*) AS offers,
            count(*) FILTER (WHERE o.answer = 'declined') AS declined,
            count(*) FILTER (WHERE o.answer = 'withdrawn') AS withdrawn,
            count(*) FILTER (WHERE o.answer = 'accepted' AND o.planned_start_on < app_today() AND NOT EXISTS (
                SELECT 1 FROM internships_placement p WHERE p.offer_id = o.id AND p.taken_back_at IS NULL
            )) AS unstarted
        FROM internships_offer o WHERE o.company_id = ANY (companies) GROUP BY o.company_id
    ), begun AS (
        SELECT p.company_id, count(*) AS started, count(p.last_on) AS ended,
            count(*) FILTER (WHERE p.ending = 'broken-off-person') AS left_by_person,
            count(*) FILTER (WHERE p.ending = 'broken-off-company') AS left_by_company,
            count(p.last_on) FILTER (WHERE p.ending = 'job' OR EXISTS (
                SELECT 1 FROM internships_placement j WHERE j.case_id = p.case_id AND j.company_id = p.company_id
                AND j.kind = 'job' AND j.taken_back_at IS NULL AND j.started_on > p.started_on
            )) AS became_jobs
        FROM internships_placement p
        WHERE p.company_id = ANY (companies) AND p.taken_back_at IS NULL AND p.kind <> 'job' GROUP BY p.company_id
    )
    SELECT coalesce(offered.company_id, begun.company_id), coalesce(offers, 0), coalesce(declined, 0),
        coalesce(withdrawn, 0), coalesce(unstarted, 0), coalesce(started, 0), coalesce(ended, 0),
        coalesce(left_by_person, 0), coalesce(left_by_company, 0), coalesce(became_jobs, 0)
    FROM offered FULL JOIN begun ON begun.company_id = offered.company_id
    WHERE app_is_system() OR cardinality(app_units()) > 0
$$;
"""


def of_one_company(table: str, name: str, column: str, other: str) -> migrations.RunSQL:
    """Both columns refer together to a row of the other table."""
    return migrations.RunSQL(
        f"ALTER TABLE {table} ADD CONSTRAINT {name} FOREIGN KEY ({column}, company_id) REFERENCES {other} (id, company_id)",
        f"ALTER TABLE {table} DROP CONSTRAINT {name}",
    )


class Migration(migrations.Migration):
    """Walls round what was offered to a person and what names people at companies; what must hold between tables."""

    dependencies = [("internships", "0001_initial"), ("refugees", "0002_walls")]
    operations = [
        wall("internships_offer", "whole_case"),
        wall("internships_placement", "whole_case"),
        history_wall("internships_offerevent", WHOLE_CASE),
        history_wall("internships_placementevent", WHOLE_CASE),
        *(wall(f"internships_{table}", STAFF) for table in PERSONAL),
        *(history_wall(f"internships_{table}event", STAFF) for table in PERSONAL),
        *(
            history_wall(f"internships_{table}event", "true")
            for table in ("company", "opening", "productionunit")
        ),
        *(
            migrations.RunSQL(f"SELECT app_revoke('internships_{table}', 'DELETE')", migrations.RunSQL.noop)
            for table in PERSONAL
        ),
        *(of_one_company(table, *about) for table, about in OF_ONE_COMPANY.items()),
        migrations.RunSQL(STARTS, NO_STARTS),
        migrations.RunSQL(RECORDS, "DROP FUNCTION app_company_records(bigint[])"),
    ]
