from django.db import migrations

SHARES = """
CREATE FUNCTION housing_offer_shares_the_home() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    home housing_dwelling;
    people int;
    of_sex text;
BEGIN
    SELECT * INTO home FROM housing_dwelling WHERE id = NEW.dwelling_id;
    IF home.kind <> 'shared' THEN
        RETURN NEW;
    END IF;
    -- What is said of the offer later asks nothing anew: the household may have grown since.
    IF TG_OP = 'UPDATE' THEN
        IF NEW.dwelling_id = OLD.dwelling_id AND NEW.household_id = OLD.household_id
            AND (NEW.sharing_is_looked_at OR NOT OLD.sharing_is_looked_at) THEN
            RETURN NEW;
        END IF;
    END IF;
    SELECT count(*), min(p.sex) INTO people, of_sex FROM refugees_case c JOIN refugees_person p ON p.id = c.person_id
    WHERE c.household_id = NEW.household_id AND c.closed_on IS NULL;
    IF people <> 1 THEN
        PERFORM housing_refuse('shared_home_takes_one_person');
    END IF;
    IF home.shared_by = 'women' AND of_sex <> 'f' OR home.shared_by = 'men' AND of_sex <> 'm' THEN
        PERFORM housing_refuse('shared_home_takes_whom_it_is_for', home.shared_by);
    END IF;
    IF NOT NEW.sharing_is_looked_at THEN
        PERFORM housing_refuse('who_shares_the_home_is_looked_at');
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER shares_the_home BEFORE INSERT OR UPDATE OF household_id, dwelling_id, sharing_is_looked_at
    ON housing_homeoffer FOR EACH ROW EXECUTE FUNCTION housing_offer_shares_the_home();
"""

BACK = """
DROP TRIGGER shares_the_home ON housing_homeoffer;
DROP FUNCTION housing_offer_shares_the_home();
"""


class Migration(migrations.Migration):
    """Whoever is offered a room in a shared home is alone, of the sex it is for, and somebody looked at who shares it."""

    dependencies = [("housing", "0011_shared_homes")]
    operations = [migrations.RunSQL(SHARES, BACK)]
