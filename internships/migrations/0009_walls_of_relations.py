from django.db import migrations

from accounts.walls import history_wall, wall
from refugees.names import plain

# Whoever sees cases of some unit works with companies; a mentor, the health team and whoever else sees none.
STAFF = "cardinality((SELECT app_units())::bigint[]) > 0"
PERSONAL = ("agreement", "barring", "contact", "contactperson")

# What is done at a unit, or by somebody who belongs to one, is done at a unit of the same company. A key of both columns
# lets the database see to it, whoever writes.
OF_ONE_COMPANY = {
    "internships_offer": ("offer_at_a_unit_of_its_company", "unit_id", "internships_productionunit"),
    "internships_placement": ("placement_at_a_unit_of_its_company", "unit_id", "internships_productionunit"),
    "internships_contactperson": ("person_at_a_unit_of_the_company", "unit_id", "internships_productionunit"),
    "internships_contact": ("contact_with_a_person_of_the_company", "person_id", "internships_contactperson"),
}

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


def name_for_search(apps, schema_editor) -> None:
    """The companies that are known already can be found too."""
    companies = apps.get_model("internships", "Company")
    found = list(companies.objects.all())
    for company in found:
        company.search_name = plain(company.name)[:200]
    companies.objects.bulk_update(found, ["search_name"], batch_size=500)


class Migration(migrations.Migration):
    """Walls round what names people at companies, and what must hold between tables."""

    dependencies = [("internships", "0008_relations_with_companies")]
    operations = [
        migrations.RunPython(name_for_search, migrations.RunPython.noop),
        *(wall(f"internships_{table}", STAFF) for table in PERSONAL),
        *(history_wall(f"internships_{table}event", STAFF) for table in PERSONAL),
        # No personal data: whoever is signed in may read it.
        *(history_wall(f"internships_{table}event", "true") for table in ("opening", "productionunit")),
        # Nobody deletes what the City once said or did.
        *(
            migrations.RunSQL(f"SELECT app_revoke('internships_{table}', 'DELETE')", migrations.RunSQL.noop)
            for table in PERSONAL
        ),
        *(of_one_company(table, *about) for table, about in OF_ONE_COMPANY.items()),
        migrations.RunSQL(RECORDS, "DROP FUNCTION app_company_records(bigint[])"),
    ]
