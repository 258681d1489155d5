from django.db import migrations

from accounts.walls import RULES, history_wall, wall
from housing.payment_limits import SOURCE, VERIFIED

HOUSEHOLD = RULES["household"].format(case="household_id")
HOME = RULES["home"].format(case="case_id")
# Nobody's case: the whole City's.
PLACES = ("lodging", "room", "bed", "lodgingcheck", "paymentlimit")

CHECKS = """
CREATE FUNCTION housing_lodging_place(place housing_lodging) RETURNS text LANGUAGE sql IMMUTABLE
    RETURN place.street || ' ' || place.number || ' ' || place.postcode;
CREATE FUNCTION housing_lodging_check_names_the_place() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    SELECT housing_lodging_place(l) INTO NEW.place FROM housing_lodging l WHERE l.id = NEW.lodging_id;
    RETURN NEW;
END $$;
CREATE TRIGGER names_the_place BEFORE INSERT ON housing_lodgingcheck
    FOR EACH ROW EXECUTE FUNCTION housing_lodging_check_names_the_place();
ALTER TABLE housing_lodgingcheck ADD CONSTRAINT lodging_checked_area_is_of_the_list
    FOREIGN KEY (area_id, area_list_id) REFERENCES housing_excludedarea (id, area_list_id);
SELECT app_revoke('housing_lodgingcheck', 'UPDATE, DELETE');
"""

# A rule that a trigger keeps is refused under its name, as a constraint's is; the message adds the cause where it has many.
REFUSE = """
CREATE FUNCTION housing_refuse(rule text, cause text DEFAULT '') RETURNS void LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION '%', rule || CASE WHEN cause = '' THEN '' ELSE ': ' || cause END
        USING ERRCODE = 'check_violation', CONSTRAINT = rule;
END $$;
"""

# In which beds somebody sleeps. As the owner, because a bed is taken whoever may know by whom; it names nobody.
TAKEN = """
CREATE FUNCTION housing_taken_beds(days daterange) RETURNS TABLE (bed_id bigint, first_on date, until date)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT s.bed_id, lower(s.during), upper(s.during) FROM housing_stay s WHERE s.taken_back_at IS NULL AND s.during && days
$$;
"""

# Beds are there while somebody sleeps in them, and places while they have beds. Whoever begins a stay at this moment
# holds the bed, then the room, then the place; whoever changes one of them comes before or after.
THERE = """
CREATE FUNCTION housing_bed_is_there() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    place housing_lodging;
BEGIN
    IF TG_OP = 'UPDATE' THEN
        IF NEW.room_id <> OLD.room_id THEN
            PERFORM housing_refuse('bed_stands_where_it_stands');
        END IF;
        IF EXISTS (
            SELECT 1 FROM housing_stay s
            WHERE s.bed_id = NEW.id AND s.taken_back_at IS NULL AND NOT s.during <@ NEW.during
        ) THEN
            PERFORM housing_refuse('bed_is_there_while_somebody_sleeps_in_it');
        END IF;
    END IF;
    SELECT l.* INTO place FROM housing_lodging l
    WHERE l.id = (SELECT r.lodging_id FROM housing_room r WHERE r.id = NEW.room_id) FOR SHARE;
    IF NOT NEW.during <@ daterange(place.available_from, place.available_until, '[]') THEN
        PERFORM housing_refuse('bed_lies_within_the_days_of_its_place');
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER bed_is_there BEFORE INSERT OR UPDATE OF during, room_id ON housing_bed
    FOR EACH ROW EXECUTE FUNCTION housing_bed_is_there();

CREATE FUNCTION housing_place_is_there() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF EXISTS (
        SELECT 1 FROM housing_bed b JOIN housing_room r ON r.id = b.room_id
        WHERE r.lodging_id = NEW.id
        AND NOT b.during <@ daterange(NEW.available_from, NEW.available_until, '[]')
    ) THEN
        PERFORM housing_refuse('place_is_there_while_it_has_beds');
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER place_is_there BEFORE UPDATE OF available_from, available_until ON housing_lodging
    FOR EACH ROW WHEN (NEW.available_until IS NULL OR NEW.available_until >= NEW.available_from)
    EXECUTE FUNCTION housing_place_is_there();

CREATE FUNCTION housing_room_stays() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    IF NEW.lodging_id <> OLD.lodging_id THEN
        PERFORM housing_refuse('room_stands_where_it_stands');
    END IF;
    IF NEW.kept_for <> OLD.kept_for AND EXISTS (
        SELECT 1 FROM housing_stay s JOIN housing_bed b ON b.id = s.bed_id
        WHERE b.room_id = NEW.id AND s.taken_back_at IS NULL AND s.during && daterange(app_today(), NULL)
    ) THEN
        PERFORM housing_refuse('room_changes_when_nobody_sleeps_in_it');
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER room_stays BEFORE UPDATE OF kept_for, lodging_id ON housing_room
    FOR EACH ROW EXECUTE FUNCTION housing_room_stays();
"""

# Why somebody may move into a place on a day, as far as excluded areas go; or why not. As `housing_basis` of offers.
BASIS = """
CREATE FUNCTION housing_stay_basis(of_case bigint, of_lodging bigint, day date)
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
    WHERE c.lodging_id = of_lodging AND c.area_list_id = of_list AND c.place = housing_lodging_place(l)
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

STAYS = """
CREATE FUNCTION housing_stay_is_possible() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    the_bed housing_bed;
    the_room housing_room;
    who record;
    begins_as_before boolean := false;
    is_shared boolean;
BEGIN
    IF TG_OP = 'UPDATE' THEN
        begins_as_before := NEW.bed_id = OLD.bed_id AND NEW.case_id = OLD.case_id AND OLD.taken_back_at IS NULL
            AND lower(NEW.during) = lower(OLD.during);
    END IF;
    SELECT c.person_id, c.household_id, p.sex, (
        SELECT k."on" FROM refugees_keydate k
        WHERE k.case_id = c.id AND k.event = 'E2' AND k.superseded_at IS NULL
    ) AS taken_over_on INTO who
    FROM refugees_case c JOIN refugees_person p ON p.id = c.person_id WHERE c.id = NEW.case_id;
    NEW.person_id := who.person_id;
    IF begins_as_before THEN
        NEW.basis := OLD.basis;
        NEW.lodging_check_id := OLD.lodging_check_id;
        -- One that ends earlier, or is taken back, asks nothing anew.
        IF NEW.during <@ OLD.during AND (NEW.sharing_is_looked_at OR NOT OLD.sharing_is_looked_at) THEN
            RETURN NEW;
        END IF;
    END IF;
    -- Of days without a day the table itself says so.
    IF isempty(NEW.during) OR lower(NEW.during) IS NULL THEN
        RETURN NEW;
    END IF;
    SELECT * INTO the_bed FROM housing_bed WHERE id = NEW.bed_id FOR SHARE;
    SELECT * INTO the_room FROM housing_room WHERE id = the_bed.room_id FOR UPDATE;
    PERFORM 1 FROM housing_lodging WHERE id = the_room.lodging_id FOR SHARE;
    IF who.taken_over_on IS NULL OR lower(NEW.during) < who.taken_over_on THEN
        PERFORM housing_refuse('stay_begins_at_the_takeover');
    END IF;
    IF NOT NEW.during <@ the_bed.during THEN
        PERFORM housing_refuse('stay_lies_within_the_days_of_its_bed');
    END IF;
    -- The table refuses two in a bed whatever happens here; asked first, it is told before who shares the room.
    IF EXISTS (
        SELECT 1 FROM housing_stay s WHERE s.bed_id = NEW.bed_id AND s.id IS DISTINCT FROM NEW.id
        AND s.taken_back_at IS NULL AND s.during && NEW.during
    ) THEN
        PERFORM housing_refuse('stay_one_a_bed_and_day');
    END IF;
    IF the_room.kept_for = 'women' AND who.sex <> 'f' OR the_room.kept_for = 'men' AND who.sex <> 'm' THEN
        PERFORM housing_refuse('room_takes_whom_it_is_kept_for', the_room.kept_for);
    END IF;
    SELECT EXISTS (
        SELECT 1 FROM housing_stay s JOIN housing_bed b ON b.id = s.bed_id JOIN refugees_case c ON c.id = s.case_id
        WHERE b.room_id = the_room.id AND s.id IS DISTINCT FROM NEW.id AND s.person_id <> NEW.person_id
        AND s.taken_back_at IS NULL AND s.during && NEW.during
        AND (who.household_id IS NULL OR c.household_id IS DISTINCT FROM who.household_id)
    ) INTO is_shared;
    IF is_shared AND the_room.kept_for = 'family' THEN
        PERFORM housing_refuse('family_room_takes_one_household');
    END IF;
    IF is_shared AND NOT NEW.sharing_is_looked_at THEN
        PERFORM housing_refuse('who_shares_is_looked_at');
    END IF;
    IF begins_as_before THEN
        RETURN NEW;
    END IF;
    -- Who changes the bed within a place is not placed anew.
    IF EXISTS (
        SELECT 1 FROM housing_stay s JOIN housing_bed b ON b.id = s.bed_id JOIN housing_room r ON r.id = b.room_id
        WHERE s.person_id = NEW.person_id AND s.taken_back_at IS NULL AND s.id IS DISTINCT FROM NEW.id
        AND r.lodging_id = the_room.lodging_id AND upper(s.during) = lower(NEW.during)
    ) THEN
        NEW.basis := 'lives-there';
        NEW.lodging_check_id := NULL;
        RETURN NEW;
    END IF;
    SELECT b.basis, b.check_id INTO NEW.basis, NEW.lodging_check_id
    FROM housing_stay_basis(NEW.case_id, the_room.lodging_id, lower(NEW.during)) b;
    IF NEW.basis NOT IN ('outside', 'rules') THEN
        PERFORM housing_refuse('stay_begins_outside_excluded_areas', NEW.basis);
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER is_possible BEFORE INSERT OR UPDATE OF
    case_id, person_id, bed_id, during, sharing_is_looked_at, basis, lodging_check_id, taken_back_at
    ON housing_stay FOR EACH ROW EXECUTE FUNCTION housing_stay_is_possible();
"""

PAYMENTS = """
CREATE FUNCTION housing_payment_is_allowed() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    of_year int := extract(year FROM lower(NEW.during));
    most int;
BEGIN
    IF isempty(NEW.during) OR lower(NEW.during) IS NULL THEN
        RETURN NEW;
    END IF;
    IF NOT NEW.during <@ daterange(make_date(of_year, 1, 1), make_date(of_year + 1, 1, 1)) THEN
        PERFORM housing_refuse('stay_payment_is_of_one_year');
    END IF;
    -- One that ends earlier asks nothing anew.
    IF TG_OP = 'UPDATE' THEN
        IF NEW.amount = OLD.amount AND NEW.kind = OLD.kind AND NEW.words = OLD.words AND NEW.during <@ OLD.during THEN
            RETURN NEW;
        END IF;
    END IF;
    SELECT l.amount INTO most FROM housing_paymentlimit l WHERE l.year = of_year AND l.kind = NEW.kind FOR SHARE;
    IF most IS NULL AND NEW.words = '' THEN
        PERFORM housing_refuse('stay_payment_without_maximum_says_why');
    END IF;
    IF NEW.amount > most THEN
        PERFORM housing_refuse('stay_payment_is_no_higher_than_the_maximum');
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER is_allowed BEFORE INSERT OR UPDATE ON housing_staypayment
    FOR EACH ROW EXECUTE FUNCTION housing_payment_is_allowed();
"""

BACK = """
DROP TRIGGER is_allowed ON housing_staypayment;
DROP FUNCTION housing_payment_is_allowed();
DROP TRIGGER is_possible ON housing_stay;
DROP FUNCTION housing_stay_is_possible();
DROP FUNCTION housing_stay_basis(bigint, bigint, date);
DROP TRIGGER room_stays ON housing_room;
DROP FUNCTION housing_room_stays();
DROP TRIGGER place_is_there ON housing_lodging;
DROP FUNCTION housing_place_is_there();
DROP TRIGGER bed_is_there ON housing_bed;
DROP FUNCTION housing_bed_is_there();
DROP FUNCTION housing_taken_beds(daterange);
DROP FUNCTION housing_refuse(text, text);
ALTER TABLE housing_lodgingcheck DROP CONSTRAINT lodging_checked_area_is_of_the_list;
DROP TRIGGER names_the_place ON housing_lodgingcheck;
DROP FUNCTION housing_lodging_check_names_the_place();
DROP FUNCTION housing_lodging_place(housing_lodging);
"""


def enter_what_is_verified(apps, schema_editor):
    """The maximum payments that could be verified, each with its source."""
    limits = apps.get_model("housing", "PaymentLimit").objects.using(schema_editor.connection.alias)
    for year, amounts in VERIFIED.items():
        for kind, amount in amounts.items():
            limits.create(year=year, kind=kind, amount=amount, source=SOURCE)


class Migration(migrations.Migration):
    """What must hold of places, beds, stays and payments whoever writes, and who reads of whom."""

    dependencies = [("housing", "0006_temporary_stays")]
    operations = [
        # No personal data: whoever is signed in may read it.
        *(history_wall(f"housing_{table}event", "true") for table in PLACES),
        wall("housing_stay", HOME),
        history_wall("housing_stayevent", HOME),
        wall("housing_staypayment", f"({HOUSEHOLD} OR {HOME})"),
        history_wall("housing_staypaymentevent", f"({HOUSEHOLD} OR {HOME})"),
        # Nobody deletes where somebody slept, or what the City went by.
        *(
            migrations.RunSQL(f"SELECT app_revoke('housing_{table}', 'DELETE')", migrations.RunSQL.noop)
            for table in (*PLACES, "stay", "staypayment")
        ),
        migrations.RunSQL(CHECKS + REFUSE + TAKEN + THERE + BASIS + STAYS + PAYMENTS, BACK),
        migrations.RunPython(enter_what_is_verified, migrations.RunPython.noop),
    ]
