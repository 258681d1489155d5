from django.db import migrations

# What was written before anybody was asked to mark it as seen is not new. By the day on which that began here, which
# this database knows; who has read it nobody knows, so the mark names nobody.
OLDER_ARE_NOT_NEW = """
INSERT INTO mentoring_sighting (contact_id, version, by_id, at)
SELECT c.id, c.version, NULL, since.at
FROM mentoring_contact c
CROSS JOIN (
    SELECT min(applied) AS at FROM django_migrations
    WHERE app = 'mentoring' AND name = '0009_sightings_concerns_and_letters'
) since
WHERE c.part IN ('holistic-mentor', 'retention-mentor')
AND greatest(c.written_at, c.arrived_at, c.corrected_at) < since.at
AND NOT EXISTS (SELECT 1 FROM mentoring_sighting s WHERE s.contact_id = c.id AND s.version = c.version)
"""


class Migration(migrations.Migration):
    """Contacts that are older than the marks of what was seen count as read."""

    dependencies = [("mentoring", "0019_room_and_doors_of_mentors")]
    operations = [migrations.RunSQL(OLDER_ARE_NOT_NEW, migrations.RunSQL.noop)]
