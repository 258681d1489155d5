from django.db import migrations

# Each confirmation of a list is of one edition: opened again it is the next. Its year stands; while it is confirmed, so do
# its source and who confirmed it.
EDITIONS = """
CREATE FUNCTION housing_list_has_editions() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'INSERT' THEN
        NEW.edition := 1;
        RETURN NEW;
    END IF;
    IF NEW.valid_from <> OLD.valid_from THEN
        PERFORM housing_refuse('area_list_is_of_its_year');
    END IF;
    IF OLD.confirmed_on IS NOT NULL AND NEW.confirmed_on IS NOT NULL AND
        (NEW.source, NEW.confirmed_on, NEW.confirmed_by_id) IS DISTINCT FROM (OLD.source, OLD.confirmed_on, OLD.confirmed_by_id)
    THEN
        PERFORM housing_refuse('confirmed_list_stands');
    END IF;
    NEW.edition := OLD.edition + CASE WHEN OLD.confirmed_on IS NOT NULL AND NEW.confirmed_on IS NULL THEN 1 ELSE 0 END;
    RETURN NEW;
END $$;
CREATE TRIGGER has_editions BEFORE INSERT OR UPDATE ON housing_arealist
    FOR EACH ROW EXECUTE FUNCTION housing_list_has_editions();
"""
NO_EDITIONS = """
DROP TRIGGER has_editions ON housing_arealist;
DROP FUNCTION housing_list_has_editions();
"""

# Which editions there were is read from the history: how often a list was opened again, and how often before a check.
WERE = """
WITH steps AS (
    SELECT pgh_obj_id, pgh_created_at, confirmed_on,
        lag(confirmed_on) OVER (PARTITION BY pgh_obj_id ORDER BY pgh_id) AS was
    FROM housing_arealistevent
), opened AS (
    SELECT pgh_obj_id AS list, pgh_created_at AS at FROM steps WHERE was IS NOT NULL AND confirmed_on IS NULL
)
"""
EDITIONS_BEFORE = (
    WERE
    + """UPDATE housing_arealist l SET edition = 1 + (SELECT count(*) FROM opened o WHERE o.list = l.id)
    WHERE EXISTS (SELECT 1 FROM opened o WHERE o.list = l.id);
"""
)
CHECKS_BEFORE = (
    WERE
    + """UPDATE housing_{table} c SET edition = 1 + (
        SELECT count(*) FROM opened o WHERE o.list = c.area_list_id AND o.at <= c.recorded_at
    )
    WHERE EXISTS (SELECT 1 FROM opened o WHERE o.list = c.area_list_id AND o.at <= c.recorded_at);
"""
)

# A check is of the edition that is confirmed at that moment. Whoever opens the list again comes before or after.
EDITION = """
CREATE FUNCTION housing_edition_compared(of_list bigint) RETURNS int LANGUAGE plpgsql AS $$
DECLARE
    found housing_arealist;
BEGIN
    SELECT * INTO found FROM housing_arealist WHERE id = of_list FOR SHARE;
    IF found.confirmed_on IS NULL THEN
        PERFORM housing_refuse('check_is_of_a_confirmed_list');
    END IF;
    RETURN found.edition;
END $$;
"""
NAMES = """
CREATE OR REPLACE FUNCTION housing_check_names_the_place() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    SELECT housing_place(d) INTO NEW.place FROM housing_dwelling d WHERE d.id = NEW.dwelling_id;{edition}
    RETURN NEW;
END $$;
CREATE OR REPLACE FUNCTION housing_lodging_check_names_the_place() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    SELECT housing_lodging_place(l) INTO NEW.place FROM housing_lodging l WHERE l.id = NEW.lodging_id;{edition}
    RETURN NEW;
END $$;
"""
WITH_EDITION = NAMES.format(edition="\n    NEW.edition := housing_edition_compared(NEW.area_list_id);")
WITHOUT_EDITION = NAMES.format(edition="")

# As in 0004 and 0007, but that a check counts for the edition that it was made against alone.
BASES = """
CREATE OR REPLACE FUNCTION housing_basis(of_household bigint, of_dwelling bigint, day date)
RETURNS TABLE (basis text, check_id bigint, exception_id bigint)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    of_list bigint;
    inside boolean;
BEGIN
    SELECT l.id INTO of_list FROM housing_arealist l WHERE l.confirmed_on IS NOT NULL AND l.valid_from = make_date(
        extract(year FROM day)::int - CASE WHEN extract(month FROM day) < 12 THEN 1 ELSE 0 END, 12, 1);
    SELECT c.id, c.is_inside INTO check_id, inside
    FROM housing_areacheck c JOIN housing_dwelling d ON d.id = c.dwelling_id
    WHERE c.dwelling_id = of_dwelling AND c.area_list_id = of_list AND c.place = housing_place(d) {edition}
    ORDER BY c.id DESC LIMIT 1;
    IF NOT inside THEN
        basis := 'outside';
    -- The rules for Ukraine hold for everybody in the household (refugees/takeover.py: rule_set).
    ELSIF EXISTS (SELECT 1 FROM refugees_case c WHERE c.household_id = of_household AND c.closed_on IS NULL)
        AND NOT EXISTS (
            SELECT 1 FROM refugees_case c
            LEFT JOIN refugees_keydate k ON k.case_id = c.id AND k.event = 'E2' AND k.superseded_at IS NULL
            WHERE c.household_id = of_household AND c.closed_on IS NULL
            AND (c.permit_ground <> 'ukraine' OR k."on" IS NULL OR k."on" < '2022-03-17')
        ) THEN
        basis := 'rules';
    ELSE
        SELECT e.id INTO exception_id FROM housing_placementexception e
        WHERE e.household_id = of_household AND e.dwelling_id = of_dwelling AND e.withdrawn_on IS NULL
        AND e.decided_on <= day;
        basis := CASE WHEN exception_id IS NOT NULL THEN 'exception' WHEN of_list IS NULL THEN 'no-list'
            WHEN check_id IS NULL THEN 'unchecked' ELSE 'inside' END;
    END IF;
    RETURN NEXT;
END $$;

CREATE OR REPLACE FUNCTION housing_stay_basis(of_case bigint, of_lodging bigint, day date)
RETURNS TABLE (basis text, check_id bigint)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    of_list bigint;
    inside boolean;
BEGIN
    SELECT l.id INTO of_list FROM housing_arealist l WHERE l.confirmed_on IS NOT NULL AND l.valid_from = make_date(
        extract(year FROM day)::int - CASE WHEN extract(month FROM day) < 12 THEN 1 ELSE 0 END, 12, 1);
    SELECT c.id, c.is_inside INTO check_id, inside
    FROM housing_lodgingcheck c JOIN housing_lodging l ON l.id = c.lodging_id
    WHERE c.lodging_id = of_lodging AND c.area_list_id = of_list AND c.place = housing_lodging_place(l) {edition}
    ORDER BY c.id DESC LIMIT 1;
    -- The rules for Ukraine: refugees/takeover.py, rule_set.
    basis := CASE
        WHEN NOT inside THEN 'outside'
        WHEN EXISTS (
            SELECT 1 FROM refugees_case c
            JOIN refugees_keydate k ON k.case_id = c.id AND k.event = 'E2' AND k.superseded_at IS NULL
            WHERE c.id = of_case AND c.permit_ground = 'ukraine' AND k."on" >= '2022-03-17'
        ) THEN 'rules'
        WHEN of_list IS NULL THEN 'no-list'
        WHEN check_id IS NULL THEN 'unchecked'
        ELSE 'inside'
    END;
    RETURN NEXT;
END $$;
"""
OF_ITS_EDITION = BASES.format(
    edition="\n    AND c.edition = (SELECT a.edition FROM housing_arealist a WHERE a.id = of_list)"
)
OF_ANY_EDITION = BASES.format(edition="")

# The home as it was offered stands with the offer. Its address is written as housing/addresses.py writes it.
ADDRESS = """
CREATE FUNCTION housing_address(home housing_dwelling) RETURNS text LANGUAGE sql IMMUTABLE
    RETURN home.street || ' ' || home.number
        || CASE WHEN home.floor = '' THEN '' ELSE ', ' || home.floor
            || CASE WHEN home.floor ~ '^[0-9]+$' THEN '.' ELSE '' END
            || CASE WHEN home.door = '' THEN '' ELSE ' ' || home.door END END
        || CASE WHEN home.room = '' THEN '' ELSE ', vær. ' || home.room END
        || ', ' || home.postcode || ' ' || home.town;
"""
# What was on the board when an earlier offer was recorded, as far as the history knows it.
OFFERED_BEFORE = """
UPDATE housing_homeoffer o SET
    home_address = housing_address(was.home), home_district = (was.home).district, home_kind = (was.home).kind,
    home_rooms = (was.home).rooms, home_size_m2 = (was.home).size_m2, home_rent = (was.home).rent,
    home_deposit = (was.home).deposit, home_available_from = (was.home).available_from,
    home_landlord = (SELECT p.name FROM housing_provider p WHERE p.id = (was.home).provider_id)
FROM (
    SELECT f.id, jsonb_populate_record(d, coalesce((
        SELECT to_jsonb(e) - 'id' FROM housing_dwellingevent e
        WHERE e.pgh_obj_id = d.id AND e.pgh_created_at <= f.recorded_at ORDER BY e.pgh_id DESC LIMIT 1
    ), '{}'::jsonb)) AS home
    FROM housing_homeoffer f JOIN housing_dwelling d ON d.id = f.dwelling_id
) AS was
WHERE was.id = o.id;
"""
OFFERED = """
CREATE FUNCTION housing_what_was_offered_stands() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    home housing_dwelling;
BEGIN
    IF TG_OP = 'UPDATE' THEN
        IF (NEW.dwelling_id, NEW.home_address, NEW.home_district, NEW.home_kind, NEW.home_rooms, NEW.home_size_m2,
            NEW.home_rent, NEW.home_deposit, NEW.home_available_from, NEW.home_landlord)
            IS DISTINCT FROM (OLD.dwelling_id, OLD.home_address, OLD.home_district, OLD.home_kind, OLD.home_rooms,
            OLD.home_size_m2, OLD.home_rent, OLD.home_deposit, OLD.home_available_from, OLD.home_landlord)
        THEN
            PERFORM housing_refuse('what_was_offered_stands');
        END IF;
        RETURN NEW;
    END IF;
    SELECT * INTO home FROM housing_dwelling WHERE id = NEW.dwelling_id;
    NEW.home_address := housing_address(home);
    NEW.home_district := home.district;
    NEW.home_kind := home.kind;
    NEW.home_rooms := home.rooms;
    NEW.home_size_m2 := home.size_m2;
    NEW.home_rent := home.rent;
    NEW.home_deposit := home.deposit;
    NEW.home_available_from := home.available_from;
    NEW.home_landlord := (SELECT p.name FROM housing_provider p WHERE p.id = home.provider_id);
    RETURN NEW;
END $$;
-- After `lies_outside` in the order of names: the home is locked by then.
CREATE TRIGGER what_was_offered_stands BEFORE INSERT OR UPDATE OF dwelling_id, home_address, home_district, home_kind,
    home_rooms, home_size_m2, home_rent, home_deposit, home_available_from, home_landlord
    ON housing_homeoffer FOR EACH ROW EXECUTE FUNCTION housing_what_was_offered_stands();
"""
# A home that somebody is offered, or accepted, is where it is and of the kind it is; while the answer is open it also costs
# what the letter says. Named to come after `home_is_held`, which works out who holds it.
STANDS = """
CREATE FUNCTION housing_offered_home_stands() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NEW.held <> '' AND
        (NEW.street, NEW.number, NEW.floor, NEW.door, NEW.room, NEW.postcode, NEW.town, NEW.district, NEW.kind, NEW.shared_by)
        IS DISTINCT FROM
        (OLD.street, OLD.number, OLD.floor, OLD.door, OLD.room, OLD.postcode, OLD.town, OLD.district, OLD.kind, OLD.shared_by)
    THEN
        PERFORM housing_refuse('offered_home_stands', 'place');
    END IF;
    IF NEW.held = 'offered' AND
        (NEW.provider_id, NEW.rooms, NEW.size_m2, NEW.rent, NEW.deposit, NEW.features, NEW.available_from)
        IS DISTINCT FROM
        (OLD.provider_id, OLD.rooms, OLD.size_m2, OLD.rent, OLD.deposit, OLD.features, OLD.available_from)
    THEN
        PERFORM housing_refuse('offered_home_stands', 'facts');
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER offered_home_stands BEFORE UPDATE ON housing_dwelling
    FOR EACH ROW EXECUTE FUNCTION housing_offered_home_stands();
"""
NO_SNAPSHOT = """
DROP TRIGGER offered_home_stands ON housing_dwelling;
DROP FUNCTION housing_offered_home_stands();
DROP TRIGGER what_was_offered_stands ON housing_homeoffer;
DROP FUNCTION housing_what_was_offered_stands();
"""

# In which district somebody was housed is what it was when the home was offered.
SPREAD = """
CREATE OR REPLACE FUNCTION housing_spread(of_year int) RETURNS TABLE (district text, households int, people int)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT {district}, count(*)::int, sum(o.persons)::int
    FROM housing_homeoffer o JOIN housing_dwelling d ON d.id = o.dwelling_id
    WHERE o.taken_back_at IS NULL AND extract(year FROM o.moved_in_on) = of_year
    GROUP BY {district}
$$;
"""

# Which homes are pinned for a household, by which unit and whom: for whoever plans with them. It names no household.
PINNED = """
CREATE FUNCTION housing_pinned(homes bigint[]) RETURNS TABLE (dwelling_id bigint, unit text, decided_by text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT d.dwelling_id, u.name, coalesce(w.name, '')
    FROM housing_pairdecision d
    JOIN refugees_household h ON h.id = d.household_id
    JOIN accounts_unit u ON u.id = h.unit_id
    LEFT JOIN accounts_user w ON w.id = d.decided_by_id
    WHERE d.decision = 'pin' AND d.lifted_on IS NULL AND d.dwelling_id = ANY (homes)
$$;
"""


class Migration(migrations.Migration):
    """Editions of lists, the home as it was offered, and which homes are pinned: kept by the database, whoever writes."""

    dependencies = [("housing", "0013_editions_and_offers")]
    operations = [
        migrations.RunSQL(EDITIONS_BEFORE, migrations.RunSQL.noop),
        *(
            migrations.RunSQL(CHECKS_BEFORE.format(table=table), migrations.RunSQL.noop)
            for table in ("areacheck", "lodgingcheck")
        ),
        migrations.RunSQL(EDITIONS, NO_EDITIONS),
        migrations.RunSQL(EDITION, "DROP FUNCTION housing_edition_compared(bigint)"),
        migrations.RunSQL(WITH_EDITION, WITHOUT_EDITION),
        migrations.RunSQL(OF_ITS_EDITION, OF_ANY_EDITION),
        migrations.RunSQL(ADDRESS, "DROP FUNCTION housing_address(housing_dwelling)"),
        migrations.RunSQL(OFFERED_BEFORE, migrations.RunSQL.noop),
        migrations.RunSQL(OFFERED + STANDS, NO_SNAPSHOT),
        migrations.RunSQL(SPREAD.format(district="o.home_district"), SPREAD.format(district="d.district")),
        migrations.RunSQL(PINNED, "DROP FUNCTION housing_pinned(bigint[])"),
    ]
