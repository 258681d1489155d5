from django.db import migrations

from accounts.walls import history_wall
from housing.lists import REPORTED

TABLES = ("provider", "dwelling", "arealist", "excludedarea", "areacheck")

# What was found of a home is found of the house that stood there then; and an area is of the list that was compared.
CHECKS = """
CREATE FUNCTION housing_place(home housing_dwelling) RETURNS text LANGUAGE sql IMMUTABLE
    RETURN home.street || ' ' || home.number || ' ' || home.postcode;
CREATE FUNCTION housing_check_names_the_place() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    SELECT housing_place(d) INTO NEW.place FROM housing_dwelling d WHERE d.id = NEW.dwelling_id;
    RETURN NEW;
END $$;
CREATE TRIGGER names_the_place BEFORE INSERT ON housing_areacheck
    FOR EACH ROW EXECUTE FUNCTION housing_check_names_the_place();
ALTER TABLE housing_areacheck ADD CONSTRAINT checked_area_is_of_the_list
    FOREIGN KEY (area_id, area_list_id) REFERENCES housing_excludedarea (id, area_list_id);
SELECT app_revoke('housing_areacheck', 'UPDATE, DELETE');
"""
NO_CHECKS = """
ALTER TABLE housing_areacheck DROP CONSTRAINT checked_area_is_of_the_list;
DROP TRIGGER names_the_place ON housing_areacheck;
DROP FUNCTION housing_check_names_the_place();
DROP FUNCTION housing_place(housing_dwelling);
"""

# A list that counts stands as it was confirmed, whoever writes: it is opened again first.
STANDS = """
CREATE FUNCTION housing_confirmed_list_stands() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    of_list bigint := CASE WHEN TG_OP = 'DELETE' THEN OLD.area_list_id ELSE NEW.area_list_id END;
BEGIN
    -- Whoever confirms the list at this moment comes before or after.
    PERFORM 1 FROM housing_arealist WHERE id = of_list FOR SHARE;
    IF EXISTS (
        SELECT 1 FROM housing_arealist l WHERE l.confirmed_on IS NOT NULL
        AND (l.id = of_list OR (TG_OP = 'UPDATE' AND l.id = OLD.area_list_id))
    ) THEN
        RAISE EXCEPTION 'confirmed_list_stands: list % is confirmed', of_list
            USING ERRCODE = 'check_violation', CONSTRAINT = 'confirmed_list_stands';
    END IF;
    RETURN CASE WHEN TG_OP = 'DELETE' THEN OLD ELSE NEW END;
END $$;
CREATE TRIGGER confirmed_list_stands BEFORE INSERT OR UPDATE OR DELETE ON housing_excludedarea
    FOR EACH ROW EXECUTE FUNCTION housing_confirmed_list_stands();
"""
NO_STANDS = """
DROP TRIGGER confirmed_list_stands ON housing_excludedarea;
DROP FUNCTION housing_confirmed_list_stands();
"""


def enter_what_is_reported(apps, schema_editor):
    """The lists of past years as far as anything of them was found; none of them counts before it is confirmed."""
    lists = apps.get_model("housing", "AreaList").objects.using(schema_editor.connection.alias)
    areas = apps.get_model("housing", "ExcludedArea").objects.using(schema_editor.connection.alias)
    for year, (names, source) in REPORTED.items():
        row = lists.create(valid_from=f"{year}-12-01", source=source)
        for name in names:
            areas.create(area_list=row, name=name)


class Migration(migrations.Migration):
    """What must hold between the tables; histories that nobody edits; what is known of the lists of past years."""

    dependencies = [("housing", "0001_initial")]
    operations = [
        # No personal data: whoever is signed in may read it.
        *(history_wall(f"housing_{table}event", "true") for table in TABLES),
        # Nobody deletes what the City was given to offer, or went by.
        *(
            migrations.RunSQL(f"SELECT app_revoke('housing_{table}', 'DELETE')", migrations.RunSQL.noop)
            for table in TABLES
        ),
        migrations.RunSQL(CHECKS, NO_CHECKS),
        migrations.RunSQL(STANDS, NO_STANDS),
        migrations.RunPython(enter_what_is_reported, migrations.RunPython.noop),
    ]
